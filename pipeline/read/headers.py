"""Which leading rows of a table are its header, and how far a header spans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.model.documents import Box
from pipeline.read.aligned import is_figure, is_number
from pipeline.read.grids import CellLines, TableLines

MOST = 5
"""Header rows, at most."""
CENTRED = 0.3
"""A header stands over the columns whose common middle is its own, to this share of their width."""

Cells = Sequence[CellLines | None]


def with_headers(table: TableLines, fills: Sequence[Box] = ()) -> TableLines:
    """The table with its header rows counted and, where nothing is ruled, their spans worked out."""
    count = _count(table.rows, fills)
    if table.ruled or count < 2:
        return replace(table, header_rows=count)
    rows = [list(row) for row in table.rows]
    for i in range(count - 1):
        rows[i] = _spanning(rows[i], rows[i + 1 : count], fills)
    return replace(table, header_rows=count, rows=tuple(tuple(row) for row in rows))


def _count(rows: Sequence[Cells], fills: Sequence[Box]) -> int:
    """Leading rows that are bold, filled or without figures where those below are not."""
    body = next((i for i, row in enumerate(rows) if _has_figures(row)), None)
    if body is not None and body > 0:
        last = max((i for i in range(body) if _beyond_label(rows[i])), default=-1)
        if last + 1 < body and not any(row[0] and row[0].lines for row in rows[: last + 1]) and last >= 0:
            last += 1
        return last + 1 if last < MOST else 0
    if body == 0 or len(rows) < 2:
        return 0
    for told in (_is_bold, lambda row: _is_filled(row, fills)):
        count = next((i for i, row in enumerate(rows) if not told(row)), len(rows))
        if 0 < count < min(len(rows), MOST):
            return count
    return 0


def _words(cell: CellLines | None) -> list[str]:
    return [word.text for line in cell.lines for word in line.words] if cell else []


def _has_figures(row: Cells) -> bool:
    """Whether at least half of the cells after the first that hold anything hold figures."""
    held = [words for cell in row[1:] if (words := _words(cell))]
    figures = sum(all(is_number(word) for word in words) and any(is_figure(word) for word in words) for words in held)
    return bool(held) and figures * 2 >= len(held)


def _beyond_label(row: Cells) -> bool:
    return any(_words(cell) for cell in row[1:]) or bool(row[0] and row[0].colspan == len(row) > 1)


def _is_bold(row: Cells) -> bool:
    words = [word for cell in row if cell for line in cell.lines for word in line.words]
    return bool(words) and sum(word.bold for word in words) >= 0.9 * len(words)


def _is_filled(row: Cells, fills: Sequence[Box]) -> bool:
    held = [cell for cell in row if cell and cell.lines]
    return bool(held) and all(_fill_behind(cell, fills) for cell in held)


def _fill_behind(cell: CellLines, fills: Sequence[Box]) -> Box | None:
    """The smallest filled area that holds the middle of a cell's words."""
    box = cell.lines[0].box
    x, y = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
    behind = [fill for fill in fills if fill.x0 <= x <= fill.x1 and fill.y0 <= y <= fill.y1]
    return min(behind, key=lambda fill: (fill.x1 - fill.x0) * (fill.y1 - fill.y0), default=None)


def _spanning(row: list[CellLines | None], below: Sequence[Cells], fills: Sequence[Box]) -> list[CellLines | None]:
    """A header row whose cells reach over the columns that they stand over."""
    wide = {c for c, cell in enumerate(row) if cell and cell.lines for c in range(c, c + cell.colspan)}
    labelled = {c for each in below for c, cell in enumerate(each) if cell and cell.lines}
    for column in sorted(c for c, cell in enumerate(row) if cell and cell.lines):
        cell = row[column]
        if cell is None or cell.colspan > 1:
            continue
        first, last = _reach(row, column, cell, wide, labelled, fills)
        if (first, last) == (column, column):
            continue
        edges = [box for c in (first, last) if (at := row[c]) and (box := at.box)]
        row[first : last + 1] = [None] * (last + 1 - first)
        row[first] = CellLines(cell.lines, Box(edges[0].x0, cell.box.y0, edges[-1].x1, cell.box.y1), last + 1 - first, cell.rowspan)
        wide |= set(range(first, last + 1))
    return row


def _reach(
    row: Sequence[CellLines | None], column: int, cell: CellLines, wide: set[int], labelled: set[int], fills: Sequence[Box]
) -> tuple[int, int]:
    """First and last column of the widest stretch of free, labelled columns around a header that has its middle or fill."""
    low = high = column
    while low - 1 > 0 and low - 1 not in wide and low - 1 in labelled:
        low -= 1
    while high + 1 < len(row) and high + 1 not in wide and high + 1 in labelled:
        high += 1
    text = cell.lines[0].box
    middle = (text.x0 + text.x1) / 2
    fill = _fill_behind(cell, fills)
    best, widest = (column, column), 0.0
    for first in range(low, column + 1):
        for last in range(column, high + 1):
            left, right = row[first], row[last]
            if not left or not right:
                continue
            x0, x1 = left.box.x0, right.box.x1
            if fill:
                good = fill.x0 - 4 <= (left.box.x0 + left.box.x1) / 2 and (right.box.x0 + right.box.x1) / 2 <= fill.x1 + 4
            else:
                good = abs((x0 + x1) / 2 - middle) < CENTRED * (cell.box.x1 - cell.box.x0)
            if good and x1 - x0 > widest:
                best, widest = (first, last), x1 - x0
    return best
