"""Figures of one measure over periods: a list of such measures, and for each a chart with its values in a table under it."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any, NamedTuple
from urllib.parse import urlencode

from markupsafe import Markup

from pipeline.errors import NotThereError
from pipeline.lookup.cite import cite, label
from pipeline.lookup.facts import believed
from pipeline.model.answers import Citation, FactRow, Standing
from pipeline.render.charts import Point, Spec, amount, measure_chart, on_white, png, svg, unlinked
from pipeline.web.ahead import soon, whole
from pipeline.web.asked import Asked, Reply
from pipeline.web.series import Index, Series, index, named
from pipeline.web.templating import day, escaped, page
from pipeline.web.workers import Page

SHOWN = 50
SVG = "image/svg+xml"
NONE = "No figures of this measure are in the library. Look for it under Figures over time."
STATED = {
    "budget": "Budget", "forecast": "Forecast", "actual": "Actual", "target": "Target", "comparator": "Comparison", None: "Not said",
}  # fmt: skip


class Value(NamedTuple):
    """A figure of the measure and its citation."""

    row: FactRow
    status: str | None
    told: str
    cited: Citation


def over_time(library: Any, asked: Asked) -> Reply:
    """Measures that have values of several periods, those of most first."""
    words, body = asked["topic"].casefold().split(), asked["body"]
    every = indexed(library).series
    found = [one for one in every if all(word in f"{one.name} {one.within}".casefold() for word in words) and body in ("", one.body)]
    number, last = asked.number("page", 1, 100_000), max(1, -(-len(found) // SHOWN))
    shown = found[(number - 1) * SHOWN : number * SHOWN]
    return page(
        "series.html", asked=asked, series=[(one, address(one)) for one in shown], total=len(found), number=number, last=last,
        bodies=sorted({one.body for one in every}), councils=len({one.council for one in every}),
    )  # fmt: skip


def measure(library: Any, asked: Asked) -> Reply:
    """One measure of one body: the chart and its values, and where else the same words are measured."""
    one, others = _asked_for(library, asked)
    values = _values(library, one)
    points = _points(values)
    chart = drawn(library, measure_chart(title(one), one.unit, points), title(one), _about(values))
    return page(
        "measure.html", asked=asked, one=one, chart=chart, values=values, stated=STATED, address=address(one),
        others=[(other, address(other)) for other in others],
    )  # fmt: skip


def drawing(form: str) -> Page:
    """The chart of a measure as a file, svg or png, with the papers that it rests on."""
    return partial(_drawing, form)


def _drawing(form: str, library: Any, asked: Asked) -> Reply:
    one, _ = _asked_for(library, asked)
    values = _values(library, one)
    return as_file(measure_chart(title(one), one.unit, _points(values), sources([value.row for value in values])), title(one), form)


def drawn(library: Any, spec: Spec, name: str, about: str) -> Markup:
    """A chart for a page; it takes a tenth of a second and more to draw, so it is remembered until the library changes."""
    made = library.remembered("drawings", json.dumps([spec, name, about]), lambda: svg(spec, name, about))
    return Markup(made)  # made by vl-convert, which escapes texts


def as_file(spec: Spec, name: str, form: str) -> Reply:
    """A chart to keep: on white, named after what it shows."""
    kept = "-".join("".join(letter if letter.isascii() and letter.isalnum() else " " for letter in name).lower().split())[:60]
    headers = {"Content-Disposition": f'attachment; filename="{kept or "chart"}.{form}"'}
    return (
        Reply(unlinked(svg(on_white(spec), name)).encode(), SVG, headers=headers)
        if form == "svg"
        else Reply(png(spec), "image/png", headers=headers)
    )


def indexed(library: Any) -> Index:
    """The series of the library. Raises WorkingError."""
    return whole(library, "series", found)


def found(library: Any) -> Index:
    """The series of the library, worked out now."""
    return index(library.measured())


def charts_of(library: Any, ids: Sequence[str]) -> dict[str, tuple[str, int]]:
    """Address of the chart, and how many periods it has, for those of these figures whose measure has one."""
    held = soon(library, "series", found)
    places = {id_: held.series[held.of[id_]] for id_ in ids if id_ in held.of} if held else {}
    return {id_: (address(one), one.periods) for id_, one in places.items()}


def address(one: Series) -> str:
    """Where its chart is."""
    said = {"measure": one.name, "unit": one.unit, "body": one.body, "council": one.council, "within": one.within}
    return "/figures/measure?" + urlencode({name: value for name, value in said.items() if value})


def title(one: Series) -> str:
    """What it measures, of whom."""
    return ", ".join(filter(None, (one.name, one.within, one.body)))


def sources(rows: Sequence[FactRow]) -> list[str]:
    """The papers of these facts in words, each once."""
    return list(dict.fromkeys(paper(row.standing) for row in sorted(rows, key=lambda row: said_on(row) or "")))


def paper(standing: Standing) -> str:
    """A paper in words, with its date."""
    told = label(replace(standing, section=(), paragraph=None), None)
    return told if standing.meeting_date or not standing.published else f"{told}, {day(standing.published)}"


def said_on(row: FactRow) -> str | None:
    """ISO day of the paper of a fact."""
    return row.standing.meeting_date or row.standing.published


def _asked_for(library: Any, asked: Asked) -> tuple[Series, list[Series]]:
    """The series that an address names, and others of the same words; the largest where it names no body. Raises NotThereError."""
    name, unit = asked["measure"].casefold(), asked["unit"]
    same = [one for one in indexed(library).series if one.name.casefold() == name and unit in ("", one.unit)]
    if not same:
        raise NotThereError(NONE)
    wanted = [(asked[field], field) for field in ("body", "council", "within") if asked[field]]
    best = max(same, key=lambda one: sum(getattr(one, field) == value for value, field in wanted))
    return best, [one for one in same if one is not best]


def _values(library: Any, one: Series) -> list[Value]:
    """Its figures, by period, status and paper; without those that a person marked wrong. Raises NotThereError where none is left."""
    rows = believed(row for id_ in one.ids if isinstance(row := library.find(id_), FactRow))
    made = [
        Value(
            row,
            row.fields["status"] or named(row.fields["measure"], one.unit)[1],
            amount(row.fields["value"], one.unit),
            _cited(library, row),
        )
        for row in rows
    ]
    if not made:
        raise NotThereError(NONE)
    return sorted(made, key=lambda value: (_order(value.row), value.status or "~", said_on(value.row) or ""))


def _cited(library: Any, row: FactRow) -> Citation:
    return cite(library, row.standing, row.quote, id_=row.id)


def _order(row: FactRow) -> tuple[str, str]:
    return row.fields["period_end"], row.fields["period_start"]


def _points(values: Sequence[Value]) -> list[Point]:
    told = labels([(_order(value.row), value.row.fields["period"] or value.row.fields["period_start"]) for value in values])
    return [
        Point(
            told[_order(row)],
            _order(row),
            row.fields["value"],
            row.fields["raw"],
            status or "not said",
            f"/show/{escaped(row.id)}",
            paper(row.standing),
            day((said_on(row) or "")[:7]),
        )
        for row, status, _, _ in values
    ]


def labels(printed: Sequence[tuple[tuple[str, str], str]]) -> dict[tuple[str, str], str]:
    """What each period (last and first day, ISO) is called in a chart: as it is printed most often ("2034/35", not "34-35" too); two
    periods that are printed alike ("March") with their last day."""
    prints: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for period, name in printed:
        prints[period][name] += 1
    names = {period: counts.most_common(1)[0][0] for period, counts in prints.items()}
    shared = Counter(names.values())
    return {period: f"{name} ({day(period[0])})" if shared[name] > 1 else name for period, name in names.items()}


def _about(values: Sequence[Value]) -> str:
    """What a chart shows, for those who hear it."""
    first, last = values[0], values[-1]
    periods = len({_order(value.row) for value in values})
    return (
        f"{len(values)} values of {periods} periods, from {first.told} ({first.row.fields['period']}) "
        f"to {last.told} ({last.row.fields['period']}). Each point leads to the page that prints it; the table below holds them all."
    )
