"""How far the headers of an unruled table reach: a header stands over the columns whose common middle is its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.model.documents import Box
from pipeline.read.pdf.tables.grids import CellLines, Cells

LEFT_OUT = 12.0
"""What it costs, in points off the middle, to leave a column that a header below names to no header."""
OUTSIDE = 1000.0
"""What it costs to reach over a column that the header's coloured ground does not lie under."""
PLAY = 4.0

Ink = tuple[float, float] | None


class Reach(NamedTuple):
    """First and last column a header stands over, and what all headers so far cost."""

    first: int
    last: int
    cost: float
    before: Reach | None


def spanning(row: Cells, below: Sequence[Cells], inks: Sequence[Ink], fills: Sequence[Box]) -> tuple[CellLines | None, ...]:
    """A header row whose cells reach over the columns that they stand over, as far as headers below name those."""
    heads = [(c, cell) for c, cell in enumerate(row) if c > 0 and cell and cell.lines]
    named = {c for each in below for c, cell in enumerate(each) if cell and cell.lines}
    if not heads or not any(c not in {at for at, _ in heads} for c in named - {0}):
        return tuple(row)
    reaches: list[Reach] = [Reach(0, 0, 0.0, None)]
    for i, (column, cell) in enumerate(heads):
        end = heads[i + 1][0] - 1 if i + 1 < len(heads) else len(row) - 1
        reaches = [
            min(
                (_after(before, first, last, cell, inks, fills, named) for before in reaches if before.last < first),
                key=lambda reach: reach.cost,
            )
            for first in _back(column, named)
            for last in _on(column + cell.colspan - 1, end, named)
            if any(before.last < first for before in reaches)
        ]
    best = min(reaches, key=lambda reach: reach.cost + LEFT_OUT * sum(c > reach.last for c in named))
    return _written(row, best, heads)


def _back(column: int, named: set[int]) -> list[int]:
    """Columns from this one back to the last that a header below names without a break."""
    found = [column]
    while found[-1] - 1 > 0 and found[-1] - 1 in named:
        found.append(found[-1] - 1)
    return found


def _on(column: int, end: int, named: set[int]) -> list[int]:
    found = [column]
    while found[-1] + 1 <= end and found[-1] + 1 in named:
        found.append(found[-1] + 1)
    return found


def _after(before: Reach, first: int, last: int, cell: CellLines, inks: Sequence[Ink], fills: Sequence[Box], named: set[int]) -> Reach:
    """The header's reach and its cost: how far its middle is from that of its columns."""
    left, right = inks[first], inks[last]
    text = cell.lines[0].box
    off = abs((left[0] + right[1]) - (text.x0 + text.x1)) / 2 if left and right else OUTSIDE
    fill = fill_behind(cell, fills)
    if fill and left and right:
        outside = (left[0] + left[1]) / 2 < fill.x0 - PLAY or (right[0] + right[1]) / 2 > fill.x1 + PLAY
        off = OUTSIDE if outside else -(last - first)
    skipped = sum(before.last < c < first for c in named)
    return Reach(first, last, before.cost + off + LEFT_OUT * skipped, before)


def _written(row: Cells, best: Reach, heads: Sequence[tuple[int, CellLines]]) -> tuple[CellLines | None, ...]:
    found = list(row)
    reach: Reach | None = best
    for _, cell in reversed(heads):
        if reach is None:
            break
        left, right = row[reach.first], row[reach.last]
        x0 = min(cell.box.x0, left.box.x0 if left else cell.box.x0)
        x1 = max(cell.box.x1, right.box.x1 if right else cell.box.x1)
        found[reach.first : reach.last + 1] = [None] * (reach.last + 1 - reach.first)
        found[reach.first] = CellLines(cell.lines, Box(x0, cell.box.y0, x1, cell.box.y1), reach.last + 1 - reach.first, cell.rowspan)
        reach = reach.before
    return tuple(found)


def fill_behind(cell: CellLines, fills: Sequence[Box]) -> Box | None:
    """The smallest filled area that holds the middle of a cell's words."""
    box = cell.lines[0].box
    x, y = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
    behind = [fill for fill in fills if fill.x0 <= x <= fill.x1 and fill.y0 <= y <= fill.y1]
    return min(behind, key=lambda fill: (fill.x1 - fill.x0) * (fill.y1 - fill.y0), default=None)
