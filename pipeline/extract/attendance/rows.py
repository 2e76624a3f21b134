"""Attendance in a table: a name in each row, and "Present" or "Apologies" beside it, or a tick under the one that holds.

Comes in: the paragraphs of minutes and the document's tables. Goes out: one `Seen` for each row that names a person, and the tables read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from pipeline.extract.attendance.blocks import HEAD, REMOTE, SUBSTITUTE, Seen, first_name
from pipeline.language.rolls import entries
from pipeline.model.structure import Paragraph, Table

SAID = (
    ("substitute", re.compile(r"sub(?:stitut\w+)?\b.*", re.IGNORECASE)),
    ("apologies", re.compile(r"(?:apolog(?:y|ies)|apols?)\b.*|AP?", re.IGNORECASE)),
    ("absent", re.compile(r"absent\b.*|did not attend|not present|non-?attendance|no|n", re.IGNORECASE)),
    (
        "present",
        re.compile(
            r"(?:present|attended|in attendance|in person|virtual\w*|remote\w*|online|teams)\b.*|yes|y|P|"
            r"[✓✔√]",
            re.IGNORECASE,
        ),
    ),
)
"""What a cell beside a name says."""
HEADS = (
    ("present", re.compile(r"(?:members?\s+)?(?:present|attended|in attendance)", re.IGNORECASE)),
    ("apologies", re.compile(r"apolog(?:y|ies)(?: (?:received|for absence))?", re.IGNORECASE)),
    ("absent", re.compile(r"absent|not present", re.IGNORECASE)),
)
OF_ATTENDANCE = re.compile(r"attend|present|apolog|status", re.IGNORECASE)
TELLING = re.compile(r"present|attend|apolog|absent", re.IGNORECASE)
TICK = re.compile(r"[Xx✓✔√•1]|[Yy](?:es)?")
FEWEST_ROWS = 2


def tabled(paragraphs: Sequence[Paragraph], tables: Sequence[Table]) -> tuple[list[Seen], frozenset[int]]:
    """Who the attendance tables at the head of minutes name, and the indices of those tables."""
    seen: list[Seen] = []
    read: set[int] = set()
    rows = [p for p in paragraphs[:HEAD] if p.table is not None]
    for index, group in groupby(rows, key=lambda p: p.table):
        found = list(_table(tables[index], list(group))) if index is not None else []
        if len(found) >= FEWEST_ROWS and index is not None:
            read.add(index)
            seen += found
    return seen, frozenset(read)


def _table(table: Table, rows: Sequence[Paragraph]) -> Iterator[Seen]:
    heads = [head.strip(" :*") for head in (table.label_column or "", *table.columns)]
    cells = [[cell.strip(" *") for cell in row.text.split("\t")] for row in rows]
    ticked = {at: status for at, head in enumerate(heads) if at and (status := _match(HEADS, head))}
    beside = None if len(ticked) > 1 else _column(heads, cells)
    if beside is None and len(ticked) < 2:
        return
    for row, own in zip(rows, cells, strict=True):
        said = own[beside] if beside is not None and beside < len(own) else ""
        status = _match(SAID, said) if said else _ticked(own, ticked)
        person = next((entry for at, cell in enumerate(own) if at != beside for entry in entries(cell)), None) if status else None
        if person and status:
            yield _seen(row, person.name, person.role, status, said)


def _column(heads: Sequence[str], cells: Sequence[Sequence[str]]) -> int | None:
    """The column in which every cell says who was there; where they say no more than "Yes", its head must."""
    for at in range(1, len(heads)):
        said = [row[at] for row in cells if at < len(row) and row[at]]
        if len(said) < FEWEST_ROWS or not all(_match(SAID, cell) for cell in said):
            continue
        if OF_ATTENDANCE.search(heads[at]) or any(TELLING.search(cell) for cell in said):
            return at
    return None


def _ticked(own: Sequence[str], ticked: Mapping[int, str]) -> str | None:
    return next((status for at, status in ticked.items() if at < len(own) and TICK.fullmatch(own[at])), None)


def _match(patterns: Sequence[tuple[str, re.Pattern[str]]], text: str) -> str | None:
    return next((status for status, pattern in patterns if pattern.fullmatch(text)), None)


def _seen(row: Paragraph, name: str, role: str | None, status: str, said: str) -> Seen:
    instead = SUBSTITUTE.match(said) if status == "substitute" else None
    replaced = first_name(said[instead.end() :]) if instead else None
    return Seen(name, status, ((row, 0, len(row.text)),), role, replaced, bool(REMOTE.search(said)))
