"""The outline beside a page: the paper's parts, and the headings of the part and section that the reader is in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any, NamedTuple

from pipeline.model.answers import FactRow
from pipeline.model.listing import DocumentRow

WHOLE = 30
"""A paper with so few headings shows them all; of a longer one only what is near is opened."""
DEEPEST = 3


class Heading(NamedTuple):
    title: str
    level: int
    leaf: int
    """Of the page or screen that it stands on, from 0."""
    at: int
    """Where it begins in the paper's text."""
    here: bool
    """It is the one that the reader is under."""


def headings(library: Any, held: DocumentRow) -> list[FactRow]:
    """All headings of a paper, in reading order."""
    found: list[FactRow] = library.standing_in(held.id, "sections", -1, 1 << 60)
    return found


def outline(rows: Sequence[FactRow], starts: Sequence[int], leaves: Sequence[int], begin: int, end: int) -> list[Heading]:
    """`starts`: of the stored pages, `leaves`: of the pages or screens that are turned; the reader is at `begin` of a leaf that ends
    at `end`."""
    places = [begins(row, starts) for row in rows]
    before = bisect_right(places, begin) - 1
    current = before if before >= 0 and (places[before] == begin or before + 1 == len(rows) or places[before + 1] >= end) else before + 1
    current = min(current, len(rows) - 1)
    return [
        Heading(str(row.fields["title"]), _level(row), max(bisect_right(leaves, at) - 1, 0), at, index == current)
        for index, (row, at) in enumerate(zip(rows, places, strict=True))
        if len(rows) <= WHOLE or _shown(rows, index, current)
    ]


def begins(row: FactRow, starts: Sequence[int]) -> int:
    """Where a fact begins in the paper's text."""
    place = row.standing.places[0]
    return (starts[place.page] if place.page < len(starts) else 0) + place.start


def _shown(rows: Sequence[FactRow], index: int, current: int) -> bool:
    """A heading of a long paper is shown where it heads a part, stands in the reader's part, or (a deep one) in the reader's section."""
    row, mine = rows[index], rows[current]
    if index == current or _level(row) == 1:
        return True
    if row.standing.part_id != mine.standing.part_id or row.fields["boilerplate"] or _level(row) > DEEPEST:
        return False
    return _level(row) < DEEPEST or _above(rows, index) == _above(rows, current)


def _above(rows: Sequence[FactRow], index: int) -> int:
    """The section (a heading of the second level, or a part's) that a heading is under."""
    return next((at for at in range(index, -1, -1) if _level(rows[at]) < DEEPEST), 0)


def _level(row: FactRow) -> int:
    return int(row.fields["level"])
