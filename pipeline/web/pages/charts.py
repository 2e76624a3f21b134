"""Figures of one measure over periods, and promises over time: a chart, and its values in a table under it."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import partial
from typing import Any, NamedTuple

from markupsafe import Markup

from pipeline.errors import NotThereError
from pipeline.lookup.changes import Promise, promised
from pipeline.lookup.cite import cite
from pipeline.lookup.facts import believed
from pipeline.model.answers import FactRow, Filters
from pipeline.render.charts import Line, Point, Spec, measure_chart, png, promise_chart, svg
from pipeline.web.asked import Asked, Reply
from pipeline.web.templating import escaped, page
from pipeline.web.workers import Page

STATUS_WORDS = re.compile(
    r"[,:]?\s+(?:the\s+)?(?:(?:original|revised|current|approved|latest|net|full[- ]year)\s+)*"
    r"(?:budget|estimate|forecast|projected|projection|outturn|actual|target|plan)(?:\s+(?:outturn|spend|budget))?\s*$",
    re.IGNORECASE,
)
"""The end of a measure that says only whether it is a budget, a forecast or an outcome: the figure's status says it too."""
LEAST_PERIODS = 2
SERIES, PROMISES, MOST = 50, 15, 40
SVG = "image/svg+xml"


class Series(NamedTuple):
    """A measure with values of several periods."""

    measure: str
    unit: str
    periods: int
    values: int


def over_time(library: Any, asked: Asked) -> Reply:
    """Measures that have values of several periods, those of most first."""
    words = asked["topic"].casefold().split()
    found = [one for one in _series(library) if all(word in one.measure.casefold() for word in words)]
    number = asked.number("page", 1, 100_000)
    last = max(1, -(-len(found) // SERIES))
    shown = found[(number - 1) * SERIES : number * SERIES]
    return page("series.html", asked=asked, series=shown, total=len(found), number=number, last=last)


def measure(library: Any, asked: Asked) -> Reply:
    """One measure: the chart and its values."""
    points, rows = _points(library, asked)
    drawn = Markup(svg(measure_chart(asked["measure"], asked["unit"], points)))  # made by vl-convert, which escapes texts
    return page("measure.html", asked=asked, measure=asked["measure"], unit=asked["unit"], chart=drawn, rows=rows)


def timeline(library: Any, asked: Asked) -> Reply:
    """Promises as lines through time, those that moved first."""
    found = _promises(library, asked)
    drawn = Markup(svg(promise_chart(_lines(found)))) if found else None
    rows = [(promise, [cite(library, row.standing, row.quote, id_=row.id) for row in promise.statements]) for promise in found]
    return page("timeline.html", asked=asked, chart=drawn, rows=rows)


def drawing(what: str, form: str) -> Page:
    """The chart of `measure` or `timeline` as a file, svg or png."""
    return partial(_drawing, what, form)


def _drawing(what: str, form: str, library: Any, asked: Asked) -> Reply:
    if what == "measure":
        spec: Spec = measure_chart(asked["measure"], asked["unit"], _points(library, asked)[0])
    else:
        found = _promises(library, asked)
        if not found:
            raise NotThereError("There is no promise with a date on this topic.")
        spec = promise_chart(_lines(found))
    headers = {"Content-Disposition": f'attachment; filename="{what}.{form}"'}
    return Reply(svg(spec).encode(), SVG, headers=headers) if form == "svg" else Reply(png(spec), "image/png", headers=headers)


def base(name: str) -> str:
    """A measure without the word for its status: "Total debt, estimate" is "Total debt"."""
    return STATUS_WORDS.sub("", name).strip(" ,:") or name


def _series(library: Any) -> list[Series]:
    """Kept until the library changes."""
    made: list[Series] = library.remembered("whole", "series", lambda: _found(library))
    return made


def _found(library: Any) -> list[Series]:
    named: dict[tuple[str, str], str] = {}
    periods: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    values: defaultdict[tuple[str, str], int] = defaultdict(int)
    for name, unit, start in library.measured():
        key = (base(name).casefold(), unit)
        named.setdefault(key, base(name))
        periods[key].add(start)
        values[key] += 1
    some = [Series(named[key], key[1], len(periods[key]), values[key]) for key in named if len(periods[key]) >= LEAST_PERIODS]
    return sorted(some, key=lambda one: (-one.periods, -one.values, one.measure.casefold()))


def _points(library: Any, asked: Asked) -> tuple[list[Point], list[tuple[Any, Any]]]:
    """The points of a measure and their facts with citations, by period. Raises NotThereError."""
    name, unit = asked["measure"], asked["unit"]
    rows = [
        row
        for row in believed(library.some("figures", Filters(), {"unit": unit}) if name else ())
        if row.fields["measure"] and row.fields["period_start"] and base(row.fields["measure"]).casefold() == name.casefold()
    ]
    if not rows:
        raise NotThereError("No figures of this measure are in the library. Look for it under Figures over time.")
    rows.sort(key=lambda row: (row.fields["period_start"], row.fields["status"] or ""))
    points = [
        Point(
            f["period"] or f["period_start"], f["period_start"], f["value"], f["raw"], f["status"] or "not said", f"/show/{escaped(row.id)}"
        )
        for row in rows
        for f in (row.fields,)
    ]
    return points, [(row, cite(library, row.standing, row.quote, id_=row.id)) for row in rows]


def _promises(library: Any, asked: Asked) -> list[Promise]:
    """Promises with a date, on the topic: those said more than once first, then by their latest statement."""
    narrowed = asked.filters()
    wanted = {row.id for row in library.facts("commitments", narrowed)}
    every = library.remembered("whole", "promised", lambda: _promised(library))
    some = [
        one
        for one in every
        if any(row.id in wanted for row in one.statements) and any(row.fields["deadline_date"] for row in one.statements)
    ]
    some.sort(key=lambda one: one.last_seen or "", reverse=True)
    some.sort(key=lambda one: len({row.fields["deadline_date"] for row in one.statements if row.fields["deadline_date"]}) > 1, reverse=True)
    return some[: asked.number("rows", PROMISES, MOST)]


def _promised(library: Any) -> list[Promise]:
    return list(promised(library, believed(library.facts("commitments", Filters()))))


def _deadlines(one: Promise) -> set[str]:
    return {row.fields["deadline_date"] for row in one.statements if row.fields["deadline_date"]}


def _lines(found: list[Promise]) -> list[Line]:
    return [Line(one.statements[-1].fields["text"], [said for row in one.statements if (said := _said(row))]) for one in found]


def _said(row: FactRow) -> tuple[str, str | None, str] | None:
    """When a statement was made, the deadline that it gave, and its page; None where its paper has no date."""
    day = row.standing.meeting_date or row.standing.published
    return (day, row.fields["deadline_date"], f"/show/{escaped(row.id)}") if day else None
