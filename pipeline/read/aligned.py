"""Unruled tables: rows whose words stand under one another with upright strips of white between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.read.ink import Word
from pipeline.read.lines import Line, line

NUMBER = re.compile(r"[(\-–−+£€$<>~c]*\d[\d,.]*(?:%|k|m|bn|p|pp)?\)?[*%\-]{0,2}|[-–—]|n/?a|nil|£m|£k|£000s?|£|%", re.IGNORECASE)
LETTER_GAP = 1.1
"""A gap of so many font sizes between words may part cells."""
NUMBER_GAP = 0.55
"""The same where a number stands on one side of it."""
NUMBERS_GAP = 0.2
"""The same between two numbers: in tight tables they nearly touch."""
CROSSED = 0.1
"""A column border may be crossed by this share of the rows (spanning headers, long labels)."""
PAUSE = 3.2
"""A gap between lines of more font sizes than this ends a run of rows."""


@dataclass(frozen=True, slots=True)
class Run:
    """Rows first to last (index, last included) that may be a table, and the places of its column borders."""

    first: int
    last: int
    borders: tuple[float, ...]


def is_number(text: str) -> bool:
    """A figure, a dash, "nil", "n/a" or a bare unit: what stands in the columns of figures."""
    return bool(NUMBER.fullmatch(text))


def pieces(row: Line, breaks: Sequence[float] = ()) -> list[Line]:
    """A row cut wherever cells may meet: at wide gaps, between numbers, and at upright rules that stand at `breaks`."""
    cut: list[list[Word]] = [[row.words[0]]]
    for last, word in zip(row.words, row.words[1:], strict=False):
        numbers = is_number(last.text) + is_number(word.text)
        wide = (LETTER_GAP, NUMBER_GAP, NUMBERS_GAP)[numbers] * max(last.size, word.size)
        if word.x0 - last.x1 > wide or any(last.x1 <= x + 1 and x - 1 <= word.x0 for x in breaks):
            cut.append([])
        cut[-1].append(word)
    return [line(words) for words in cut]


def runs(found: Sequence[Line], breaks: Sequence[float] = ()) -> list[Run]:
    """Stretches of rows that share column borders; `found` from the top of the page down."""
    cut = [pieces(row, breaks) for row in found]
    candidates: list[Run] = []
    first = 0
    while first < len(found):
        last = _grown(found, cut, first)
        borders = _borders(cut[first : last + 1]) if last > first else []
        if borders:
            candidates.append(Run(first, last, tuple(borders)))
        first = last + 1
    return candidates


def _grown(found: Sequence[Line], cut: Sequence[list[Line]], first: int) -> int:
    """The last row of the run that begins here: `first` itself where none begins."""
    if len(cut[first]) < 2:
        return first
    last, open_gaps, pending = first, _gaps(cut[first]), 0
    for i in range(first + 1, len(found)):
        if found[i - 1].base - found[i].base > PAUSE * max(found[i].size, found[i - 1].size):
            break
        if len(cut[i]) < 2:
            pending += 1
            if _crosses(cut[i][0], open_gaps) or pending > 12:
                break
            continue
        shared = _shared(open_gaps, _gaps(cut[i]))
        if not shared:
            break
        open_gaps, last, pending = (shared if len(shared) >= len(open_gaps) / 2 else open_gaps), i, 0
    return last


Gap = tuple[float, float]


def _gaps(cells: Sequence[Line]) -> list[Gap]:
    return [(a.x1, b.x0) for a, b in zip(cells, cells[1:], strict=False)]


def _shared(a: Sequence[Gap], b: Sequence[Gap]) -> list[Gap]:
    """Where gaps of both overlap by at least 1.5 points."""
    both = [(max(p[0], q[0]), min(p[1], q[1])) for p in a for q in b]
    return [(start, end) for start, end in both if end - start >= 1.5]


def _crosses(cell: Line, gaps: Sequence[Gap]) -> bool:
    return all(cell.x0 < start and end < cell.x1 for start, end in gaps)


def _borders(cut: Sequence[list[Line]]) -> list[float]:
    """Middles of the strips that all rows leave white, those few aside that cross what nearly all rows leave white."""
    cells = [cell for row in cut for cell in row]
    tolerant = _white(cells, int(CROSSED * len(cut)))
    kept = [cell for cell in cells if not any(cell.x0 < start and end < cell.x1 for start, end in tolerant)]
    return [(start + end) / 2 for start, end in _white(kept, 0)]


def _white(cells: Sequence[Line], allowed: int) -> list[Gap]:
    """Strips at least 1.5 points wide that no more than `allowed` cells cover, with more than that on either side."""
    events = sorted([(cell.x0, 1) for cell in cells] + [(cell.x1, -1) for cell in cells])
    found: list[Gap] = []
    cover, since = 0, None
    for x, step in events:
        before, cover = cover, cover + step
        if before > allowed >= cover:
            since = x
        elif before <= allowed < cover and since is not None:
            if x - since >= 1.5:
                found.append((since, x))
            since = None
    return found
