"""Tables whose columns are set with spaces, as programs that turn PDF into text write them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.model.documents import Cell, Grid
from pipeline.read.plain_lines import Line

CELL = re.compile(r"\S+(?: \S+)*")
"""One space is inside a cell, two or more are between cells."""
NUMBER = re.compile(r"[(£€$+\-–−]*\s?\d[\d,.]*\s?(?:%|[kmb]n?\b|\))*|[-–—]|n/a|nil", re.IGNORECASE)
FIGURES = re.compile(r"\d")
FEWEST_ROWS = 2
MOST_HEADER_ROWS = 2
CONFIDENCE = 0.7


def spaced(found: Sequence[Line], at: int) -> Sequence[Line]:
    """The adjacent lines from here on that are rows of one table: up to two header rows, then rows that all have figures in the same
    number of columns; else none."""
    end = at
    while end < len(found) and (end == at or found[end].gap == 1) and "\t" not in found[end].raw and len(_cells(found[end])) > 1:
        end += 1
    for heads in range(MOST_HEADER_ROWS + 1):
        rows = found[at + heads : end]
        if len(rows) >= FEWEST_ROWS and all(map(_has_figures, rows)):
            return found[at:end] if _fit(found[at : at + heads], rows) else ()
    return ()


def _cells(line: Line) -> list[re.Match[str]]:
    return list(CELL.finditer(line.raw))


def _has_figures(line: Line) -> bool:
    """All cells but the first are figures, one at least with a digit."""
    rest = [cell[0] for cell in _cells(line)[1:]]
    return all(NUMBER.fullmatch(text) for text in rest) and any(FIGURES.search(text) for text in rest)


def _fit(heads: Sequence[Line], rows: Sequence[Line]) -> bool:
    """All rows have as many cells, and headers no more than those."""
    widths = {len(_cells(row)) for row in rows}
    return len(widths) == 1 and all(len(_cells(head)) <= max(widths) for head in heads)


def spaced_grid(rows: Sequence[Line]) -> Grid:
    """Each header cell over the column whose figures it is nearest to."""
    width = len(_cells(rows[-1]))
    middles = [_middle(cell) for cell in _cells(rows[-1])]
    made = []
    for row in rows:
        cells = _cells(row)
        places = list(range(width)) if len(cells) == width else _places(cells, middles)
        line = [Cell("", row.start, row.start) for _ in range(width)]
        for place, cell in zip(places, cells, strict=True):
            line[place] = Cell(cell[0], row.at + cell.start(), row.at + cell.end())
        made.append(tuple(line))
    heads = sum(not _has_figures(row) for row in rows[:MOST_HEADER_ROWS])
    return Grid(tuple(made), header_rows=heads, confidence=CONFIDENCE)


def _middle(cell: re.Match[str]) -> float:
    return (cell.start() + cell.end()) / 2


def _places(cells: Sequence[re.Match[str]], middles: Sequence[float]) -> list[int]:
    """A column for each cell, from left to right, none twice."""
    places: list[int] = []
    for number, cell in enumerate(cells):
        least = places[-1] + 1 if places else 0
        most = len(middles) - (len(cells) - number)
        places.append(min(range(least, most + 1), key=lambda place: abs(middles[place] - _middle(cell))))
    return places
