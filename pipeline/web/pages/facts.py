"""Lists of facts: filters, facets, order, pages of rows, downloads; one page for each kind."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import partial
from io import StringIO
from typing import Any

from pipeline.errors import NotThereError
from pipeline.lookup.cite import cite
from pipeline.lookup.facts import resolved, with_printings
from pipeline.model.answers import FactRow, Filters
from pipeline.render import plain
from pipeline.render.output import cell, write_csv
from pipeline.render.plain import Json
from pipeline.render.workbook import XLSX, workbook
from pipeline.web.asked import Asked, Reply
from pipeline.web.pages.lists import LISTS
from pipeline.web.templating import page
from pipeline.web.workers import Page

ROWS = 25
MOST_PAGES = 100_000
MOST_VALUES = 10
"""Values of a facet that are shown."""
FORMS = {"csv": "text/csv; charset=utf-8", "json": "application/json", "xlsx": XLSX}


def listing(kind: str) -> Page:
    """The page that lists this kind of fact."""
    return partial(_list, kind)


def download(kind: str, form: str) -> Page:
    """All rows that the page lists, as a file of this form, citation columns included."""
    return partial(_download, kind, form)


def _list(kind: str, library: Any, asked: Asked) -> Reply:
    how, filters, chosen = LISTS[kind], asked.filters(), _chosen(kind, asked)
    total, number = library.counted(kind, filters, chosen), asked.number("page", 1, MOST_PAGES)
    if number > 1 and (number - 1) * ROWS >= total:
        raise NotThereError("The list has no such page. Go back to its first page.")
    order = asked["order"] if asked["order"] in ("date", *how.order.split()) else ""
    down = asked["down"] == "1"
    found = library.some(kind, filters, chosen, order=order, down=down, limit=ROWS, offset=(number - 1) * ROWS)
    return page(
        "list.html", asked=asked, kind=kind, how=how, rows=_rows(library, kind, found), cell=cell, total=total, number=number,
        last=max(1, -(-total // ROWS)), chosen=chosen, facets=_facets(library, kind, filters, chosen), order=order, down=down,
        choices=library.coverage(Filters()), forms=tuple(FORMS),
    )  # fmt: skip


def _download(kind: str, form: str, library: Any, asked: Asked) -> Reply:
    found = library.some(kind, asked.filters(), _chosen(kind, asked), order="")
    rows = _rows(library, kind, found)
    if form == "json":
        body = json.dumps(rows, ensure_ascii=False).encode()
    elif form == "xlsx":
        body = workbook(LISTS[kind].title, rows)
    else:
        text = StringIO()
        write_csv(rows, text)
        body = text.getvalue().encode("utf-8-sig")
    return Reply(body, FORMS[form], headers={"Content-Disposition": f'attachment; filename="{kind}.{form}"'} if form != "json" else {})


def _chosen(kind: str, asked: Asked) -> dict[str, str]:
    """Values that were chosen of the kind's facets."""
    return {field: asked[f"is_{field}"] for field in LISTS[kind].facets.split() if asked[f"is_{field}"]}


def _facets(library: Any, kind: str, filters: Filters, chosen: Mapping[str, str]) -> list[tuple[str, list[tuple[str, int]]]]:
    """Field, and its values with counts; a field of one value tells nothing and is left out."""
    found = [(field, library.values(kind, field, filters, chosen, MOST_VALUES)) for field in LISTS[kind].facets.split()]
    return [(field, values) for field, values in found if len(values) > 1 or field in chosen]


def _rows(library: Any, kind: str, found: list[FactRow]) -> list[Json]:
    rows = ((resolved(library, row), row) for row in with_printings(library, kind, found))
    return [plain.fact(made, cite(library, row.standing, row.quote, id_=row.id)) for made, row in rows]
