"""Promises over time as a Vega-Lite specification: a row for each, a point for each paper that says it, its deadline as it moved."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from textwrap import wrap
from typing import Any, NamedTuple

from pipeline.render.charts import CONFIG, SCHEMA, SOURCE_AXIS, Spec, pressed, source_lines

WIDTH, ROW = 600, 42
LABEL_LINE, LABEL_LINES = 38, 2
SAID, NOW, EARLIER, KEPT = "Said in a paper", "Deadline now", "Deadline as it was", "Reported kept"
KINDS = (SAID, NOW, EARLIER, KEPT)
COLOURS = ("#0072b2", "#d55e00", "#d55e00", "#008a64")
SHAPES = ("circle", "diamond", "diamond", "square")
FILLS = ("#0072b2", "#d55e00", "#ffffff", "#008a64")
GREY, MOVED, PALE = "#7b8985", "#d55e00", "#e4e8e6"
TODAY: Spec = {"type": "text", "text": "today", "fontSize": 12, "baseline": "bottom", "y": -4}
ARROW: Spec = {"type": "point", "filled": True, "color": MOVED, "size": 70, "opacity": 1}
DIRECTION: Spec = {"condition": {"test": "datum.end < datum.start", "value": "triangle-left"}, "value": "triangle-right"}


class Said(NamedTuple):
    """One statement of a promise."""

    day: str
    """ISO day of its paper; "" where it has none."""
    deadline: str | None
    """ISO day."""
    href: str
    paper: str
    printed: str
    """The deadline in the paper's words; "" where it gives none."""


class Line(NamedTuple):
    """One promise."""

    label: str
    said: Sequence[Said]
    """The earliest first."""
    deadlines: Sequence[str] = ()
    """ISO days: the deadline that stands, after those that it took the place of."""
    kept: bool = False


def promise_chart(lines: Sequence[Line], today: str, first: int = 1, sources: Sequence[str] = ()) -> Spec:
    """Circles where a paper says a promise, diamonds at its deadlines; arrows from an earlier deadline to the next. `today` is ISO;
    `first` is the number of the first promise in the list beneath."""
    labels = [
        "\n".join(wrap(f"{number}. {line.label}", LABEL_LINE, max_lines=LABEL_LINES, placeholder=" …"))
        for number, line in enumerate(lines, first)
    ]
    spans, moves, points = [], [], []
    for label, line in zip(labels, lines, strict=True):
        spans.append(_span(label, line))
        moves += _moves(label, line)
        points += _points(label, line)
    axis = {
        "labelLimit": 400,
        "labelExpr": r"split(datum.label, '\n')",
        "labelBaseline": "middle",
        "tickSize": 0,
        "labelPadding": 10,
        "grid": True,
        "gridColor": PALE,
    }
    row = {"field": "promise", "type": "nominal", "sort": labels, "title": None, "scale": {"domain": labels}, "axis": axis}
    along = {"format": "%b %Y", "labelOverlap": True, "tickCount": 8, **SOURCE_AXIS}
    days = {"type": "temporal", "title": source_lines(sources) or None, "axis": along, "scale": {"nice": "month"}}
    start, day = {"field": "start", **days}, {"field": "day", **days}
    between = {"y": row, "x": start, "x2": {"field": "end"}}
    return {
        "$schema": SCHEMA,
        "config": CONFIG,
        "width": WIDTH,
        "height": {"step": ROW},
        "title": {"text": "Commitments through time" if sources else "", "anchor": "start", "fontSize": 15},
        "layer": [
            _drawn(spans, {"type": "rule", "color": GREY, "strokeWidth": 1.5}, between),
            _drawn([{"day": today}], {"type": "rule", "color": GREY, "strokeWidth": 1, "strokeDash": [4, 3]}, {"x": day}),
            _drawn([{"day": today}], {**TODAY, "color": GREY}, {"x": day}),
            _drawn(moves, {"type": "rule", "color": MOVED, "strokeWidth": 2.5}, between),
            _drawn(moves, ARROW, {"y": row, "x": {"field": "tip", **days}, "shape": DIRECTION}),
            {
                "data": {"values": points},
                "encoding": {"y": row, "x": day},
                "layer": [
                    {
                        "mark": {"type": "point", "size": 100, "opacity": 1, "strokeWidth": 2, "aria": False},
                        "encoding": _told([kind for kind in KINDS if any(point["what"] == kind for point in points)]),
                    },
                    pressed({}),
                ],
            },
        ],
    }


def _drawn(values: Sequence[dict[str, Any]], mark: Spec, encoding: Spec) -> Spec:
    return {"data": {"values": list(values)}, "mark": {**mark, "aria": False}, "encoding": encoding}


def _told(kinds: Sequence[str]) -> Spec:
    def of(values: Sequence[str]) -> Spec:
        return {
            "field": "what",
            "type": "nominal",
            "scale": {"domain": list(kinds), "range": [values[KINDS.index(kind)] for kind in kinds]},
        }

    return {"shape": of(SHAPES), "fill": of(FILLS), "stroke": of(COLOURS)}


def _span(label: str, line: Line) -> dict[str, str]:
    """From the first day that a promise was said or due to the last."""
    days = [day for told in line.said for day in (told.day, told.deadline) if day]
    return {"promise": label, "start": min(days), "end": max(days)}


def _moves(label: str, line: Line) -> list[dict[str, str]]:
    """From each deadline to the one that took its place, with the tip of the arrow between them."""
    return [{"promise": label, "start": a, "end": b, "tip": _between(a, b)} for a, b in pairwise(line.deadlines)]


def _between(a: str, b: str) -> str:
    first, second = date.fromisoformat(a), date.fromisoformat(b)
    return (first + (second - first) / 2).isoformat()


def _points(label: str, line: Line) -> list[dict[str, str]]:
    """Each paper once where it says the promise, and once at each deadline that it is the first to give."""
    said = {(told.day, told.paper): told for told in reversed(line.said) if told.day}
    due = {told.deadline: told for told in reversed(line.said) if told.deadline in line.deadlines}
    made = [_point(label, told.day, SAID, told, f"said in {told.paper}") for told in reversed(said.values())]
    for day in line.deadlines:
        what, told = EARLIER if day != line.deadlines[-1] else KEPT if line.kept else NOW, due[day]
        made.append(_point(label, day, what, told, f"{what.lower()}: {told.printed or day}, {told.paper}"))
    return made


def _point(label: str, day: str, what: str, told: Said, name: str) -> dict[str, str]:
    return {"promise": label, "day": day, "what": what, "href": told.href, "name": f"{label}: {name}".replace("\n", " ")}
