"""Charts as Vega-Lite specifications, and those as SVG or PNG: a measure over periods here, promises over time in `timeline.py`.

Colours follow Okabe and Ito, told apart by people who do not see red and green, the pale ones darkened to 3 to 1 on light and dark
paper; shapes and the legend's words say the same again, for print.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from html import escape
from itertools import pairwise
from textwrap import wrap
from typing import Any, NamedTuple

Spec = dict[str, Any]
WIDTH, HEIGHT, STEP = 640, 320, 58
"""Of the drawing, in pixels; and of one value with its label in a chart of many."""
LEAST_LINE = 3
"""Values of one status that make a line; fewer stand as bars."""
LABELLED = 1.12
"""Room for a label beyond the furthest value, as a share."""
MOST_LABELLED = 24
"""Values that are written beside their points; of more only the axis tells."""
PERIOD_LETTERS, SOURCE_LETTERS, MOST_SOURCES = 14, 110, 4
TITLE_LETTERS = 80
STATUSES = ("budget", "forecast", "actual", "target", "comparator", "not said")
WORDS = ("Budget", "Forecast", "Actual", "Target", "Comparison", "Status not said")
COLOURS = ("#0072b2", "#d55e00", "#008a64", "#b0568b", "#7d6bb8", "#6b6b6b")
SHAPES = ("circle", "square", "diamond", "triangle-up", "cross", "triangle-down")
SIGNS = {"GBP": "£", "EUR": "€"}
LARGE = ((1e9, "bn"), (1e6, "m"))
TICKS = (
    "(datum.value < 0 ? '−' : '') + '{sign}' + (abs(datum.value) >= 1e9 ? format(abs(datum.value) / 1e9, ',.3~f') + 'bn' : "
    "abs(datum.value) >= 1e6 ? format(abs(datum.value) / 1e6, ',.3~f') + 'm' : format(abs(datum.value), ',~f'))"
)
DARK = "#6b7874"
FONT = "'Liberation Sans', Arial, Helvetica, sans-serif"
"""vl-convert brings the first along: it measures and draws with it where a machine has no fonts."""
SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
DRAWINGS = 32
"""That are kept, each some 50 kB."""
ELSEWHERE = "https://vega.github.io/vega-datasets/"
"""What vl-convert puts before every address that is not whole; ours are of this site."""
LINKS = re.compile(r"</?a\b[^>]*>")
TARGET = 560
"""Area of what can be pressed: a circle of 26 pixels (WCAG 2.2, 2.5.8)."""
CONFIG: Spec = {
    "font": FONT, "background": None, "view": {"stroke": None},
    "axis": {"labelFontSize": 13, "titleFontSize": 13, "labelLimit": 420, "gridColor": "#d9dedc", "domainColor": "#7b8985"},
    "legend": {"labelFontSize": 13, "titleFontSize": 13, "orient": "top", "title": None, "symbolSize": 110, "symbolOpacity": 1},
}  # fmt: skip

SOURCE_AXIS: Spec = {
    "titleAnchor": "start", "titleAlign": "left", "titleFontWeight": "normal", "titleFontSize": 11, "titlePadding": 16, "titleX": 0,
}  # fmt: skip
LINE: Spec = {"mark": {"type": "line", "strokeWidth": 2, "aria": False}}
BAR: Spec = {"mark": {"type": "bar", "fillOpacity": 0.3, "strokeWidth": 1.5, "aria": False}}


class Point(NamedTuple):
    """One value of a measure."""

    period: str
    order: tuple[str, str]
    """Last and first day, ISO, by which periods are put in order: a quarter stands before its year."""
    value: float
    printed: str
    status: str
    href: str
    paper: str
    """Which paper prints it, in words, with its date."""
    printed_on: str
    """Month and year of that paper, to tell apart several values of one period."""


def measure_chart(title: str, unit: str, points: Sequence[Point], sources: Sequence[str] = ()) -> Spec:
    """Values over periods: lines where one status has three periods of one length or more, else bars; `sources` are for a chart that
    leaves the page, and bring its title with them."""
    points = _once(sorted(points, key=lambda point: (point.order, _status(point), point.printed_on)))
    rows, lines = _rows(points, unit), _is_line(points)
    order = [word for word in WORDS if any(row["status"] == word for row in rows)]
    periods = len({row["period"] for row in rows})
    return {
        "$schema": SCHEMA,
        "config": CONFIG,
        "width": max(WIDTH, STEP * (periods if lines else len(rows) + periods)),
        "height": HEIGHT,
        "data": {"values": rows},
        "title": {"text": wrap(title, TITLE_LETTERS) if sources else "", "anchor": "start", "fontSize": 15, "frame": "group"},
        "encoding": {**_axes(rows, unit, sources), "color": _scale(order, COLOURS), **({} if lines else _beside(rows))},
        "layer": [
            *_zero(rows),
            LINE if lines else {**BAR, "encoding": {"stroke": _scale(order, COLOURS)}},
            *_marks(order, len(rows) <= MOST_LABELLED),
        ],
    }


def _axes(rows: Sequence[Mapping[str, Any]], unit: str, sources: Sequence[str]) -> Spec:
    """Periods along, values up from nothing."""
    periods = list(dict.fromkeys(row["period"] for row in rows))
    along = {"labelAngle": 0, "labelExpr": r"split(datum.label, '\n')", **SOURCE_AXIS}
    up = {"labelExpr": _ticks(unit), "tickCount": 6}
    return {
        "x": {"field": "period", "type": "ordinal", "sort": periods, "title": source_lines(sources) or None, "axis": along},
        "y": {"field": "value", "type": "quantitative", "title": None, "scale": _room(rows), "axis": up},
    }


def _room(rows: Sequence[Mapping[str, Any]]) -> Spec:
    """From nothing to the furthest value, with room for its label."""
    values = [row["value"] for row in rows]
    return {"domain": [min(0, *values) * LABELLED, max(0, *values) * LABELLED], "nice": True}


def _beside(rows: Sequence[Mapping[str, Any]]) -> Spec:
    """Bars of one period stand beside one another, by status and paper."""
    slots = sorted({row["slot"] for row in rows}, key=lambda slot: tuple(map(int, slot.split("."))))
    return {"xOffset": {"field": "slot", "type": "nominal", "sort": slots, "scale": {"paddingInner": 0.15, "paddingOuter": 0.1}}}


def _once(points: Iterable[Point]) -> list[Point]:
    """One value of one period and status is drawn once, from the latest paper."""
    return list({(point.period, point.status, point.value): point for point in points}.values())


def _rows(points: Sequence[Point], unit: str) -> list[dict[str, Any]]:
    several = Counter((point.period, point.status) for point in points)
    nth: Counter[tuple[str, str]] = Counter()
    made = []
    for point in points:
        place, word, told = (point.period, point.status), WORDS[_status(point)], amount(point.value, unit, rounded=True)
        nth[place] += 1
        made.append({
            "period": "\n".join(wrap(point.period, PERIOD_LETTERS)), "value": point.value, "status": word, "href": point.href,
            "slot": f"{_status(point)}.{nth[place]}", "told": f"{told}\n{point.printed_on}" if several[place] > 1 else told,
            "name": f"{point.period}, {word.lower()}: {point.printed} ({told}), {point.paper}",
        })  # fmt: skip
    return made


def _status(point: Point) -> int:
    return STATUSES.index(point.status) if point.status in STATUSES else len(STATUSES) - 1


def _is_line(points: Sequence[Point]) -> bool:
    """Whether lines between values tell the truth: each status has enough of them, one a period, and the periods are of one length and
    follow one another at one distance."""
    statuses = Counter(point.status for point in points)
    one_each = len({(point.period, point.status) for point in points}) == len(points)
    periods = sorted({point.order for point in points})
    lengths = {_month(end) - _month(start) for end, start in periods}
    gaps = {_month(second[0]) - _month(first[0]) for first, second in pairwise(periods)}
    return one_each and min(statuses.values()) >= LEAST_LINE and len(lengths) == 1 and len(gaps) == 1


def _month(day: str) -> int:
    return int(day[:4]) * 12 + int(day[5:7])


def _scale(order: Sequence[str], values: Sequence[str]) -> Spec:
    scale = {"domain": order, "range": [values[WORDS.index(word)] for word in order]}
    silent = {"legend": None} if order == [WORDS[-1]] else {}
    return {"field": "status", "type": "nominal", "sort": order, "scale": scale, **silent}


def _zero(rows: Sequence[Mapping[str, Any]]) -> list[Spec]:
    """The line of nothing, where values fall below it."""
    along = {"x": {"value": 0}, "x2": {"value": "width"}, "xOffset": None}
    encoding = {**along, "y": {"datum": 0, "type": "quantitative"}, "color": {"value": DARK}}
    rule = {"mark": {"type": "rule", "strokeWidth": 1.5, "aria": False}, "data": {"values": [{}]}, "encoding": encoding}
    return [rule] if any(row["value"] < 0 for row in rows) else []


def _marks(order: Sequence[str], labelled: bool) -> list[Spec]:
    """Shapes, values in words above or below them, and over all what can be pressed."""
    shape = {"shape": _scale(order, SHAPES)}
    text = {"type": "text", "fontSize": 12, "lineBreak": "\n", "lineHeight": 13, "aria": False}
    told = {"text": {"field": "told"}, "color": {"value": "#16201f"}}
    labels = [
        {"transform": [{"filter": "datum.value >= 0"}], "mark": {**text, "baseline": "line-bottom", "dy": -9}, "encoding": told},
        {"transform": [{"filter": "datum.value < 0"}], "mark": {**text, "baseline": "line-top", "dy": 9}, "encoding": told},
    ]
    return [
        {"mark": {"type": "point", "filled": True, "size": 90, "opacity": 1, "aria": False}, "encoding": shape},
        *(labels if labelled else ()),
        pressed({}),
    ]


def pressed(encoding: Mapping[str, Any]) -> Spec:
    """A clear circle over each point, large enough to press, which leads to `href` and is called `name`."""
    return {
        "mark": {"type": "point", "filled": True, "shape": "circle", "size": TARGET, "opacity": 0},
        "encoding": {**encoding, "href": {"field": "href"}, "description": {"field": "name"}, "tooltip": {"field": "name"}},
    }


def _ticks(unit: str) -> str:
    if unit in SIGNS:
        return TICKS.format(sign=SIGNS[unit])
    return "format(datum.value, ',~f') + '%'" if unit == "percent" else "format(datum.value, ',~f')"


def amount(value: float, unit: str, *, rounded: bool = False) -> str:
    """A value as a councillor reads it: £8.64m, −£250,000, 74.8%, 1,930; `rounded` leaves of millions what fits beside a point."""
    sign, size = "−" if value < 0 else "", abs(value)
    if unit not in SIGNS:
        return f"{sign}{size:,.10g}" + ("%" if unit == "percent" else "")
    scale, letters = next(((scale, letters) for scale, letters in LARGE if size >= scale), (1, ""))
    if not letters:
        return f"{sign}{SIGNS[unit]}{size:,.10g}"
    places = (1 if size / scale >= 10 else 2) if rounded else 6
    return f"{sign}{SIGNS[unit]}{f'{size / scale:,.{places}f}'.rstrip('0').rstrip('.')}{letters}"


def source_lines(sources: Sequence[str]) -> list[str]:
    """Which papers a chart is made from, as lines to stand under it."""
    named, more = sources[:MOST_SOURCES], len(sources) - MOST_SOURCES
    told = "; ".join(named) + (f"; and {more} more" if more > 0 else "")
    return wrap(f"Source: {told}.", SOURCE_LETTERS) if sources else []


def svg(spec: Mapping[str, Any], title: str = "", about: str = "") -> str:
    """The chart as SVG: presentation attributes alone, no style and no script in it; its name and what it shows for screen readers."""
    head, rest = _drawn(json.dumps(spec)).split(">", 1)
    named = ' role="group" aria-labelledby="chart-title" aria-describedby="chart-about"'
    return f'{head}{named}><title id="chart-title">{escape(title)}</title><desc id="chart-about">{escape(about)}</desc>{rest}'


@lru_cache(maxsize=DRAWINGS)
def _drawn(spec: str) -> str:
    """Drawing takes a tenth of a second: the last charts are kept by what they show."""
    import vl_convert

    return str(vl_convert.vegalite_to_svg(spec, allowed_base_urls=[])).replace(f'href="{ELSEWHERE}', 'href="')


def unlinked(drawn: str) -> str:
    """A drawing for a file, where addresses within this site lead nowhere."""
    return LINKS.sub("", drawn)


def png(spec: Mapping[str, Any]) -> bytes:
    """The chart as a picture of twice its size on white, for documents."""
    import vl_convert

    return bytes(vl_convert.vegalite_to_png(json.dumps(on_white(spec)), scale=2, allowed_base_urls=[]))


def on_white(spec: Mapping[str, Any]) -> Spec:
    """For a file, which may lie on any ground."""
    return {**spec, "config": {**CONFIG, "background": "white", "padding": 16}}
