"""Lists of facts: filters, facets, order, pages of rows; one page for each kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any, NamedTuple

from markupsafe import Markup

from pipeline.errors import NotThereError
from pipeline.lookup.cite import cite
from pipeline.lookup.facts import resolved, with_printings
from pipeline.model.answers import FactRow, Filters
from pipeline.render import plain
from pipeline.render.output import phrase
from pipeline.render.plain import Json
from pipeline.render.told import direction, in_full, word
from pipeline.web.asked import FILTERS, Asked, Reply
from pipeline.web.pages.addresses import address_of, hashes
from pipeline.web.pages.charts import charts_of
from pipeline.web.pages.lists import LISTS, ORDERS, Column, List, label
from pipeline.web.templating import day, environment, page
from pipeline.web.workers import Page

ROWS = 25
MOST_PAGES = 100_000
FEW_VALUES, MANY_VALUES = 8, 200
"""Values of a facet that are shown at first, and when more are asked for."""
FORMS = ("csv", "xlsx", "json")
DATED, NEWEST = "dated", "-dated"


class Value(NamedTuple):
    """A value of a facet: as it is told, how many rows have it, where it leads."""

    said: str
    rows: int
    url: str
    chosen: bool


class Facet(NamedTuple):
    field: str
    label: str
    values: list[Value]
    more: str
    """Address of the list with more values of the facet; "" where all are shown."""


class Chosen(NamedTuple):
    """A filter or facet that narrows the list, and the list without it."""

    label: str
    said: str
    url: str


def listing(kind: str) -> Page:
    """The page that lists this kind of fact."""
    return partial(listed_page, kind)


def listed_page(kind: str, library: Any, asked: Asked) -> Reply:
    """One screen of the list that the address asks for. Raises NotThereError for a page beyond its end."""
    how, filters, chosen = LISTS[kind], asked.filters(), chosen_of(kind, asked)
    total, number = library.counted(kind, filters, chosen), asked.number("page", 1, MOST_PAGES)
    last = max(1, -(-total // ROWS))
    if number > last:
        raise NotThereError("The list has no such page. Go back to its first page.")
    order, down = ordered(kind, asked)
    found = library.some(kind, filters, chosen, order=order, down=down, limit=ROWS, offset=(number - 1) * ROWS)
    rows = rows_of(library, kind, found)
    return page(
        "list.html", asked=asked, kind=kind, how=how, table=_drawn(how, rows, beside(library, kind, rows)), total=total, number=number,
        last=last, narrowed=narrowed(kind, asked), facets=facets_of(library, kind, asked), order=order, down=down,
        orders=_orders(kind, order, down), forms=FORMS, hidden=[(key, value) for key, value in asked.query if _kept(key) and value],
    )  # fmt: skip


def rows_of(library: Any, kind: str, found: list[FactRow]) -> list[Json]:
    """Facts as the JSON of the contract."""
    rows = ((resolved(library, row), row) for row in with_printings(library, kind, found))
    return [plain.fact(made, cite(library, row.standing, row.quote, id_=row.id)) for made, row in rows]


def chosen_of(kind: str, asked: Asked) -> dict[str, str]:
    """Values that were chosen of the kind's facets."""
    return {field: asked[f"is_{field}"] for field in LISTS[kind].facets.split() if asked[f"is_{field}"]}


def ordered(kind: str, asked: Asked) -> tuple[str, bool]:
    """The field that rows are ordered by, and whether downwards; the newest first where nothing is asked for."""
    said = asked["order"] or NEWEST
    field = said.removeprefix("-")
    return (field, said.startswith("-")) if field in (DATED, *LISTS[kind].order.split()) else (DATED, True)


def narrowed(kind: str, asked: Asked) -> list[Chosen]:
    """Everything that narrows the list, each with the address without it."""
    filters = [(name, asked[name]) for name in FILTERS if asked[name]]
    return [
        *(Chosen(label(kind, name), _said(name, value), asked.url(page=None, **{name: None})) for name, value in filters),
        *(Chosen(label(kind, f), word(value), asked.url(page=None, **{f"is_{f}": None})) for f, value in chosen_of(kind, asked).items()),
    ]


def facets_of(library: Any, kind: str, asked: Asked) -> list[Facet]:
    """The kind's facets; a field of one value tells nothing and is left out."""
    filters, chosen = asked.filters(), chosen_of(kind, asked)
    made = (_facet(library, kind, field, filters, chosen, asked) for field in LISTS[kind].facets.split())
    return [facet for facet in made if len(facet.values) > 1]


def beside(library: Any, kind: str, rows: list[Json]) -> Mapping[str, Any]:
    """What rows of this kind are told with: decisions on recommendations, charts of figures, files of the papers of agenda items,
    pages of names."""
    if kind == "reports":
        return resolved_on(library, rows)
    if kind == "figures":
        return charts_of(library, [row["id"] for row in rows])
    if kind == "agenda":
        return hashes(library)
    if kind in ("attendance", "declarations"):
        return dict(library.canonical([row["name"] for row in rows if row["name"]]))
    return {}


def resolved_on(library: Any, reports: Iterable[Json]) -> dict[str, list[Json]]:
    """Id of each recommendation to the decisions on it."""
    wanted = [one["id"] for report in reports for one in report["recommendations"]]
    made: dict[str, list[Json]] = {}
    for decision in rows_of(library, "decisions", library.having("decisions", "recommendation", wanted)):
        made.setdefault(decision["recommendation"], []).append(decision)
    return made


def told(row: Json) -> tuple[str, str, str]:
    """A figure in full, as printed where that differs, and its direction."""
    full = in_full(row)
    return full, row["raw"] if row["raw"].replace(" per cent", "%").casefold() not in full.casefold() else "", direction(row)


def _drawn(how: List, rows: list[Json], others: Mapping[str, Any]) -> tuple[list[Column], list[list[Markup]]]:
    """The columns that say something on this screen, and the rows' cells in them."""
    words = {"told": told, "word": word, "address_of": address_of, "phrase": phrase}
    cell = vars(environment().get_template("cells.html").make_module(words))["cell"]
    cells = [[cell(column.field, row, others).strip() for column in how.columns] for row in rows]
    said = [at for at in range(len(how.columns)) if any(line[at] for line in cells)]
    return [how.columns[at] for at in said], [[line[at] for at in said] for line in cells]


def _facet(library: Any, kind: str, field: str, filters: Filters, chosen: Mapping[str, str], asked: Asked) -> Facet:
    most = MANY_VALUES if asked["more"] == field else FEW_VALUES
    found = library.values(kind, field, filters, chosen, most + 1)
    made = [
        Value(word(value), count, asked.url(page=None, **{f"is_{field}": None if chosen.get(field) == value else value}),
              chosen.get(field) == value)
        for value, count in found[:most]
    ]  # fmt: skip
    return Facet(field, label(kind, field), made, asked.url(more=field) if len(found) > most == FEW_VALUES else "")


def _orders(kind: str, order: str, down: bool) -> list[tuple[str, str, bool]]:
    """Value, label and whether it is the one in use, of each order that the list can have; the newest first comes first."""
    made = [
        (f"{'-' * downward}{field}", ORDERS[field][downward], (field, downward) == (order, down))
        for field in (DATED, *LISTS[kind].order.split())
        for downward in ((True, False) if field == DATED else (False, True))
    ]
    return [("" if value == NEWEST else value, said, used) for value, said, used in made]


def _kept(key: str) -> bool:
    """What the form of filters does not show, and must not lose."""
    return key.startswith("is_") or key in ("committee", "council", "document", "kind")


def _said(name: str, value: str) -> str:
    return day(value) if name in ("since", "until") else word(value) if name == "kind" else value
