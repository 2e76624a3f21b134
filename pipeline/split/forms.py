"""Grids that head text: the lines across a form, and a title boxed beside its grade. Each becomes a heading, what is between a grid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.model.documents import Block, Cell, Span
from pipeline.split import cues
from pipeline.split.gridded import is_value, slots

MOST_COLUMNS = 3
MOST_HEADING_WORDS = 14
FEWEST_HEADINGS = 2
"""One line across a grid is its caption or its first group; two and more head a form's sections."""

Line = tuple[Cell | None, ...]


def pieces(block: Block) -> tuple[Block, ...]:
    """A form cut at its headings, a graded title as a heading; any other block as it is."""
    if _is_graded_title(block):
        return (replace(block, kind="heading"),)
    if block.grid is None or not _is_form(block):
        return (block,)
    return tuple(_cut(block, block.grid.rows))


def _is_graded_title(block: Block) -> bool:
    """ "Leadership and governance | Good" in bold, in a box of its own: how inspectors open a chapter."""
    grid = slots(block.grid) if block.grid else None
    if grid is None or len(grid.rows) != 1 or grid.width != 2 or not block.bold:
        return False
    title, grade = grid.texts(0)
    return 1 < len(title.split()) <= MOST_HEADING_WORDS and cues.RATING.fullmatch(grade) is not None


def _is_form(block: Block) -> bool:
    grid = slots(block.grid) if block.grid else None
    if grid is None or not 2 <= grid.width <= MOST_COLUMNS or len(grid.rows) < 4:
        return False
    texts = [grid.texts(n) for n in range(len(grid.rows))]
    heads = [row for row in texts if _is_heading(row)]
    if len(heads) < FEWEST_HEADINGS or not _is_heading(texts[0]) or any(is_value(text) for row in texts for text in row if text):
        return False
    return all(sum(map(bool, row)) > 1 for row in texts if not _is_heading(row)) and len(heads) <= len(texts) / 2


def _is_heading(row: Sequence[str]) -> bool:
    return bool(row[0]) and not any(row[1:]) and len(row[0].split()) <= MOST_HEADING_WORDS


def _cut(block: Block, rows: Sequence[Line]) -> Iterator[Block]:
    waiting: list[Line] = []
    for row in rows:
        held = [cell for cell in row if cell and cell.text.strip()]
        if not held:
            continue
        if _is_heading([cell.text.strip() if cell else "" for cell in row]):
            if waiting:
                yield _part(block, waiting)
            waiting = []
            span = Span(held[0].start, held[0].end)
            yield replace(block, kind="heading", start=span.start, end=span.end, grid=None, bold=(span,))
        else:
            waiting.append(row)
    if waiting:
        yield _part(block, waiting)


def _part(block: Block, rows: Sequence[Line]) -> Block:
    cells = [cell for row in rows for cell in row if cell and cell.end > cell.start]
    start, end = min(cell.start for cell in cells), max(cell.end for cell in cells)
    grid = replace(block.grid, rows=tuple(rows), header_rows=0) if block.grid else None
    return replace(block, start=start, end=end, grid=grid, bold=tuple(span for span in block.bold if start <= span.start < end))
