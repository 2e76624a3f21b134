"""Ruled tables: the grid that straight rules draw, its merged cells, and the words in each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.model.documents import Box
from pipeline.read.pdf.ink import Word
from pipeline.read.pdf.lines import Line, rows
from pipeline.read.pdf.tables.aligned import is_figure, pieces
from pipeline.read.pdf.tables.lattice import Lattice

COVERED = 0.6
"""A side of a cell is drawn when rules cover this share of it."""
MANY_LINES = 4
"""A slot with so many lines, level with as many beside it, holds several rows."""
OFFSET = 0.7
"""Lines nearer than so many font sizes do not follow one another: they stand side by side, centred."""
PROSE_WORDS = 40
"""One cell over the whole width with so many words is a box of text."""
SURE = 0.95
SMALLEST = 4.0
"""A row or column narrower than this many points is the space between double rules."""


@dataclass(frozen=True, slots=True)
class CellLines:
    """A cell before it has its place in the text."""

    lines: tuple[Line, ...]
    box: Box
    colspan: int = 1
    rowspan: int = 1


Cells = Sequence[CellLines | None]
"""One row: None where a spanning cell covers the slot."""


@dataclass(frozen=True, slots=True)
class TableLines:
    """A table before it has its place in the text: rows of cells, None where a spanning cell covers the slot."""

    rows: tuple[tuple[CellLines | None, ...], ...]
    box: Box
    ruled: bool
    confidence: float
    header_rows: int = 0
    gridded: bool = False
    """Rules on all sides show how far each cell reaches."""


def ruled_tables(words: Sequence[Word], found: Sequence[Lattice]) -> tuple[list[TableLines], list[Word]]:
    """Tables that rules draw, and the words that stand in none."""
    tables = []
    for lattice in found:
        table, words = _table(lattice, words)
        if table:
            tables.append(table)
    return tables, list(words)


def _places(values: Sequence[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > SMALLEST:
            found.append(value)
    return found


def _table(lattice: Lattice, words: Sequence[Word]) -> tuple[TableLines | None, Sequence[Word]]:
    xs = _places([rule.x0 for rule in lattice.uprights] + [x for rule in lattice.levels for x in (rule.x0, rule.x1)])
    ys = _places([rule.y0 for rule in lattice.levels] + [y for rule in lattice.uprights for y in (rule.y0, rule.y1)])
    if len(xs) < 3 or len(ys) < 2:
        return None, words
    ys = ys[::-1]
    inside, outside = _slotted(words, xs, ys)
    cells = _cells(_regions(lattice, xs, ys), inside, xs, ys)
    filled = all(rule.edge for rule in (*lattice.levels, *lattice.uprights))
    if _rows_unruled(cells) or _columns_unruled(cells) or (filled and any(map(_holds_columns, cells.values()))):
        return None, words
    prose = _prose_rows(cells, len(xs) - 1)
    held = [at for at, cell in cells.items() if cell.lines and at[0] not in prose]
    used_rows, used_columns = sorted({row for row, _ in held}), sorted({column for _, column in held})
    if len(used_columns) < 2 or (len(used_rows) < 2 and len(used_columns) < 3 and not prose):
        return None, words
    kept = tuple(tuple(_narrowed(cells.get((r, c)), r, c, used_rows, used_columns) for c in used_columns) for r in used_rows)
    outside += [word for (row, _), there in inside.items() if row in prose for word in there]
    boxes = [cells[at].box for at in held]
    around = Box(xs[0], min(box.y0 for box in boxes), xs[-1], max(box.y1 for box in boxes))
    return TableLines(kept, around, True, SURE, gridded=True), outside


def _slotted(words: Sequence[Word], xs: Sequence[float], ys: Sequence[float]) -> tuple[dict[tuple[int, int], list[Word]], list[Word]]:
    """Words by the slot (row, column) that their middle is in, and those in none; `ys` from the top down."""
    inside: dict[tuple[int, int], list[Word]] = {}
    outside: list[Word] = []
    down = [-y for y in ys]
    for word in words:
        x, y = (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2
        if xs[0] <= x <= xs[-1] and ys[-1] <= y <= ys[0]:
            slot = (min(bisect_right(down, -y), len(ys) - 1) - 1, min(bisect_right(xs, x), len(xs) - 1) - 1)
            inside.setdefault(slot, []).append(word)
        else:
            outside.append(word)
    return inside, outside


def _prose_rows(cells: dict[tuple[int, int], CellLines], width: int) -> set[int]:
    """First and last rows that are one box of running text across the table: they stand over or under it."""
    rows = sorted({row for (row, _), cell in cells.items() if cell.lines})
    found: set[int] = set()
    for order in (rows, rows[::-1]):
        for row in order:
            held = [cell for (r, _), cell in cells.items() if r == row and cell.lines]
            if len(held) > 1 or held[0].colspan < width or sum(len(line.words) for line in held[0].lines) < PROSE_WORDS:
                break
            found.add(row)
    return found


def _rows_unruled(cells: dict[tuple[int, int], CellLines]) -> bool:
    """Whether cells side by side hold many lines of figures on the same base lines: only the columns are ruled."""
    by_row: dict[int, list[CellLines]] = {}
    for (row, _), cell in cells.items():
        figures = sum(is_figure(line.words[-1].text) for line in cell.lines)
        if len(cell.lines) >= MANY_LINES and figures > 0.5 * len(cell.lines):
            by_row.setdefault(row, []).append(cell)
    return any(len(side) > 1 and _aligned(side) for side in by_row.values())


def _columns_unruled(cells: dict[tuple[int, int], CellLines]) -> bool:
    """Whether figures stand beside other words in many cells of one column: only the rows are ruled."""
    held: dict[int, list[bool]] = {}
    for (_, column), cell in cells.items():
        if cell.lines:
            offset = any(a.base - b.base < OFFSET * a.size for a, b in pairwise(cell.lines))
            held.setdefault(column, []).append(offset or any(_holds_cells(each) for each in cell.lines))
    return any(sum(several) > 1 and sum(several) > 0.3 * len(several) for several in held.values())


def _holds_columns(cell: CellLines) -> bool:
    """Whether all lines of a cell, two at least, are cut alike: coloured ground behind several columns of a header."""
    counts = {len(pieces(each)) for each in cell.lines}
    return len(cell.lines) > 1 and len(counts) == 1 and counts.pop() > 1


def _holds_cells(each: Line) -> bool:
    cut = pieces(each)
    return len(cut) > 1 and any(is_figure(piece.words[0].text) and len(piece.words) == 1 for piece in cut)


def _aligned(side: Sequence[CellLines]) -> bool:
    """Nearly every line of each cell has a neighbour in most of the others."""
    bases = [[line.base for line in cell.lines] for cell in side]
    tallest = max(bases, key=len)
    shared = sum(sum(any(abs(base - other) < 1.5 for other in cell) for cell in bases) > len(bases) / 2 for base in tallest)
    return shared >= 0.7 * len(tallest)


def _narrowed(cell: CellLines | None, row: int, column: int, used_rows: list[int], used_columns: list[int]) -> CellLines | None:
    """A cell whose spans count only the rows and columns that are kept."""
    if cell is None:
        return None
    rowspan = sum(row <= r < row + cell.rowspan for r in used_rows)
    colspan = sum(column <= c < column + cell.colspan for c in used_columns)
    return CellLines(cell.lines, cell.box, colspan, rowspan)


def _regions(lattice: Lattice, xs: list[float], ys: list[float]) -> dict[tuple[int, int], tuple[int, int]]:
    """For each slot (row, column) the upper left slot of the cell it belongs to."""
    height, width = len(ys) - 1, len(xs) - 1
    group = {(r, c): (r, c) for r in range(height) for c in range(width)}

    def root(slot: tuple[int, int]) -> tuple[int, int]:
        while group[slot] != slot:
            slot = group[slot]
        return slot

    def joined(a: tuple[int, int], b: tuple[int, int]) -> None:
        a, b = sorted((root(a), root(b)))
        group[b] = a

    for r, c in list(group):
        if c + 1 < width and not _drawn([(u.y0, u.y1) for u in lattice.uprights if abs(u.x0 - xs[c + 1]) <= SMALLEST], ys[r + 1], ys[r]):
            joined((r, c), (r, c + 1))
        if r + 1 < height and not _drawn([(v.x0, v.x1) for v in lattice.levels if abs(v.y0 - ys[r + 1]) <= SMALLEST], xs[c], xs[c + 1]):
            joined((r, c), (r + 1, c))
    return {slot: root(slot) for slot in group}


def _drawn(spans: list[tuple[float, float]], start: float, end: float) -> bool:
    return sum(max(0.0, min(end, stop) - max(start, begin)) for begin, stop in spans) >= COVERED * (end - start)


def _cells(
    regions: dict[tuple[int, int], tuple[int, int]], inside: dict[tuple[int, int], list[Word]], xs: list[float], ys: list[float]
) -> dict[tuple[int, int], CellLines]:
    members: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for slot, root in regions.items():
        members.setdefault(root, []).append(slot)
    found: dict[tuple[int, int], CellLines] = {}
    for slots in members.values():
        top, left = min(r for r, _ in slots), min(c for _, c in slots)
        bottom, right = max(r for r, _ in slots), max(c for _, c in slots)
        whole = len(slots) == (bottom - top + 1) * (right - left + 1)
        for group in [slots] if whole else [[slot] for slot in slots]:
            r0, c0, r1, c1 = (top, left, bottom, right) if whole else (*group[0], *group[0])
            held = [word for slot in group for word in inside.get(slot, ())]
            box = Box(xs[c0], ys[r1 + 1], xs[c1 + 1], ys[r0])
            found[r0, c0] = CellLines(tuple(rows(held)), box, c1 - c0 + 1, r1 - r0 + 1)
    return found
