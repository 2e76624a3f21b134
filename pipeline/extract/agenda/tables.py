"""Agendas set as tables with a header: "Item No. | Subject | Lead officer | Page".

Comes in: the tables of an agenda part. Goes out: the cells of each item by what their column holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.model.structure import Paragraph, Structure

COLUMNS: dict[str, re.Pattern[str]] = {
    "number": re.compile(r"(?:agenda\s+)?(?:item|no\.?|number|ref\.?|item\s+(?:no\.?|number)|#)", re.IGNORECASE),
    "page": re.compile(r"pages?(?:\s+(?:nos?\.?|numbers?))?|page\(s\)", re.IGNORECASE),
    "officer": re.compile(
        r"(?:(?:lead|reporting|report|contact|responsible|presenting)\s+)?(?:officer|author|presenter|lead|director|owner)s?|"
        r"presented\s+by|report\s+(?:of|by|from)|who",
        re.IGNORECASE,
    ),
    "title": re.compile(
        r"(?:agenda\s+)?items?(?:\s+(?:title|of\s+business))?|subject|title|topic|business|report(?:\s+title)?|description", re.IGNORECASE
    ),
}
"""What a column holds, by its label; a column of items stands for numbers where another holds the titles."""
NUMBER = re.compile(r"(?P<number>\d{1,3}[a-z]?)\.?", re.IGNORECASE)


class Row(NamedTuple):
    """One item as its row prints it."""

    paragraph: Paragraph
    number: str
    title: str
    page: str | None
    officer: str | None


def tabled(structure: Structure, paragraphs: Sequence[Paragraph]) -> list[Row]:
    """The items of every table of these paragraphs that is an agenda."""
    tables = dict.fromkeys(p.table for p in paragraphs if p.table is not None)
    return [row for table in tables if table is not None for row in _rows(structure, table, paragraphs)]


def _rows(structure: Structure, index: int, paragraphs: Sequence[Paragraph]) -> Iterator[Row]:
    table = structure.tables[index]
    held = _columns([table.label_column or "", *table.columns])
    own = [p for p in paragraphs if p.table == index]
    if "number" not in held or "title" not in held or len(own) != len(table.rows):
        return
    for paragraph, row in zip(own, table.rows, strict=True):
        cells = [" ".join(cell.split()) for cell in (row.label or "", *row.cells)]
        number = NUMBER.fullmatch(cells[held["number"]])
        if number and cells[held["title"]]:
            page, officer = (cells[held[name]] or None if name in held else None for name in ("page", "officer"))
            yield Row(paragraph, number["number"], cells[held["title"]], page, officer)


def _columns(labels: Sequence[str]) -> dict[str, int]:
    """Which column holds what."""
    found: dict[str, int] = {}
    for name, pattern in COLUMNS.items():
        at = next((i for i, label in enumerate(labels) if i not in found.values() and pattern.fullmatch(label.strip(" :*"))), None)
        if at is not None:
            found[name] = at
    return found
