"""Charts as Vega-Lite specifications, and those as SVG or PNG: a measure over periods, promises over time.

Colours are Okabe and Ito's, told apart by people who do not see red and green; shapes say the same again, for print.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from textwrap import shorten
from typing import Any, NamedTuple

Spec = dict[str, Any]
WIDTH, HEIGHT, ROW = 640, 300, 30
LONGEST_LABEL = 64
MOST_LEVEL = 8
"""Periods whose names stand level under the chart; more are set aslant."""
STATUSES = ("budget", "forecast", "actual", "target", "comparator", "not said")
COLOURS = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#6b6b6b")
SHAPES = ("circle", "square", "diamond", "triangle-up", "cross", "triangle-down")
FONT = "Source Sans 3, Segoe UI, Helvetica, Arial, sans-serif"
ELSEWHERE = "https://vega.github.io/vega-datasets/"
"""What vl-convert puts before every address that is not whole; ours are of this site."""
SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
CONFIG: Spec = {
    "font": FONT, "background": None, "view": {"stroke": None},
    "axis": {"labelFontSize": 13, "titleFontSize": 13, "labelLimit": 420, "gridColor": "#d9dedc", "domainColor": "#7b8985"},
    "legend": {"labelFontSize": 13, "titleFontSize": 13, "orient": "top", "title": None, "symbolSize": 110},
}  # fmt: skip


class Point(NamedTuple):
    """One value of a measure."""

    period: str
    start: str
    """ISO date by which periods are put in order."""
    value: float
    printed: str
    status: str
    href: str


class Line(NamedTuple):
    """One promise: when it was said, and the deadline that was given each time (ISO dates)."""

    text: str
    said: Sequence[tuple[str, str | None, str]]
    """Day of the statement, deadline, address of its page."""


def measure_chart(title: str, unit: str, points: Iterable[Point]) -> Spec:
    """Values over periods, a line for each status."""
    rows = [{**point._asdict(), "status": point.status if point.status in STATUSES else STATUSES[-1]} for point in points]
    order = [name for name in STATUSES if any(row["status"] == name for row in rows)]
    periods = list(dict.fromkeys(row["period"] for row in sorted(rows, key=lambda row: row["start"])))
    scale = {"domain": order, "range": [COLOURS[STATUSES.index(name)] for name in order]}
    shape = {"domain": order, "range": [SHAPES[STATUSES.index(name)] for name in order]}
    slant, money = 0 if len(periods) <= MOST_LEVEL else -40, unit == "GBP"
    return {
        "$schema": SCHEMA, "config": CONFIG, "width": WIDTH, "height": HEIGHT, "data": {"values": rows},
        "title": {"text": shorten(title, 90, placeholder=" …"), "anchor": "start", "fontSize": 15},
        "encoding": {
            "x": {"field": "period", "type": "ordinal", "sort": periods, "title": None, "axis": {"labelAngle": slant}},
            "y": {"field": "value", "type": "quantitative", "title": "£" if money else unit, "axis": {"format": "~s" if money else ","}},
            "color": {"field": "status", "type": "nominal", "scale": scale},
        },
        "layer": [
            {"mark": {"type": "line", "strokeWidth": 2}},
            {"mark": {"type": "point", "filled": True, "size": 90, "opacity": 1},
             "encoding": {"shape": {"field": "status", "type": "nominal", "scale": shape}, "href": {"field": "href"},
                          "tooltip": [{"field": "period"}, {"field": "printed"}, {"field": "status"}]}},
        ],
    }  # fmt: skip


def promise_chart(lines: Sequence[Line]) -> Spec:
    """A row for each promise: circles where it was said, diamonds at the deadlines then given, joined; the latest deadline is filled."""
    said, spans = [], []
    for number, line in enumerate(lines):
        label = f"{number + 1}. {shorten(line.text, LONGEST_LABEL, placeholder=' …')}"
        days = [day for told in line.said for day in told[:2] if day]
        last = max((deadline for _, deadline, _ in line.said if deadline), default=None)
        spans.append({"promise": label, "start": min(days), "end": max(days)})
        for day, deadline, href in line.said:
            said.append({"promise": label, "day": day, "what": "said", "href": href})
            if deadline:
                said.append(
                    {"promise": label, "day": deadline, "what": "deadline" if deadline == last else "earlier deadline", "href": href}
                )
    names, order = ["said", "deadline", "earlier deadline"], [span["promise"] for span in spans]
    row = {"field": "promise", "type": "nominal", "sort": order, "title": None}
    return {
        "$schema": SCHEMA, "config": CONFIG, "width": WIDTH - 120, "height": {"step": ROW},
        "layer": [
            {"data": {"values": spans}, "mark": {"type": "rule", "color": "#9aa6a2", "strokeWidth": 2},
             "encoding": {"y": row, "x": {"field": "start", "type": "temporal", "title": None}, "x2": {"field": "end"}}},
            {"data": {"values": said}, "mark": {"type": "point", "size": 100, "opacity": 1, "filled": True},
             "encoding": {
                 "y": row, "x": {"field": "day", "type": "temporal", "title": None}, "href": {"field": "href"},
                 "shape": {"field": "what", "type": "nominal", "scale": {"domain": names, "range": ["circle", "diamond", "diamond"]}},
                 "color": {"field": "what", "type": "nominal", "scale": {"domain": names, "range": ["#0072b2", "#d55e00", "#f0b48a"]}},
                 "tooltip": [{"field": "day", "type": "temporal"}, {"field": "what"}]}},
        ],
    }  # fmt: skip


def svg(spec: Mapping[str, Any]) -> str:
    """The chart as SVG: presentation attributes alone, no style and no script in it."""
    import vl_convert

    return str(vl_convert.vegalite_to_svg(dict(spec), allowed_base_urls=[])).replace(ELSEWHERE, "")


def png(spec: Mapping[str, Any]) -> bytes:
    """The chart as a picture of twice its size on white, for documents."""
    import vl_convert

    whole = {**spec, "config": {**CONFIG, "background": "white"}}
    return bytes(vl_convert.vegalite_to_png(whole, scale=2, allowed_base_urls=[]))
