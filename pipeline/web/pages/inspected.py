"""Inspections as their inspectors print them: a sheet for each report, with its scores; or row by row."""

from __future__ import annotations

from itertools import groupby
from typing import Any, NamedTuple

from pipeline.render.plain import Json
from pipeline.web.asked import Asked, Reply
from pipeline.web.pages.addresses import hashes
from pipeline.web.pages.facts import FORMS, chosen_of, facets_of, listed_page, narrowed, rows_of
from pipeline.web.templating import page

KIND = "inspections"
SHEETS = 10
"""Reports on one screen."""


class Sheet(NamedTuple):
    """One inspection's report."""

    title: str
    hash: str
    facts: list[tuple[str, str]]
    """What it says of the whole: the rating, the scale, the dates."""
    themes: list[tuple[str, list[Json]]]
    """Rows under their theme, in the report's order."""
    checks: list[str]


def inspections(library: Any, asked: Asked) -> Reply:
    """Reports of inspections, those of most judgements first; row by row where an order or rows are asked for."""
    if asked["rows"] or asked["order"]:
        return listed_page(KIND, library, asked)
    filters, chosen = asked.filters(), chosen_of(KIND, asked)
    papers = [name for name, _ in library.values(KIND, "document", filters, chosen)]
    number, last = asked.number("page", 1, 10_000), max(1, -(-len(papers) // SHEETS))
    shown = papers[(number - 1) * SHEETS : number * SHEETS]
    files = hashes(library)
    made = [_sheet(rows_of(library, KIND, library.some(KIND, filters, {**chosen, "document": name})), files[name]) for name in shown]
    hidden = [(key, value) for key, value in asked.query if (key.startswith("is_") or key == "document") and value]
    return page(
        "inspections.html", asked=asked, sheets=made, total=len(papers), number=number, last=last, narrowed=narrowed(KIND, asked),
        facets=facets_of(library, KIND, asked), forms=FORMS, hidden=hidden,
    )  # fmt: skip


def _sheet(rows: list[Json], hash_: str) -> Sheet:
    first = rows[0]
    said = (
        ("Overall rating", first["overall_rating"]), ("Inspector", first["inspector"]), ("Inspected", first["inspected"]),
        ("Published", first["published"]), ("Scale", first["scale"]),
    )  # fmt: skip
    title = first["authority"] or first["citation"]["document_title"]
    themes = [(theme, list(some)) for theme, some in groupby(rows, key=lambda row: row["theme"] or "")]
    checks = [str(check.get("message") or check) for row in rows for check in row["checks"]]
    return Sheet(title, hash_, [(name, str(value)) for name, value in said if value], themes, list(dict.fromkeys(checks)))
