"""Grids made tables: headers joined into full column labels, the label column found, tables continued over pages joined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.language.wording import plain, printed
from pipeline.model.documents import Block, Box, Cell, Document, Span
from pipeline.model.structure import Row, Table
from pipeline.split import layout
from pipeline.split.captions import CAPTION, caption_of
from pipeline.split.columns import LONG_CELL, column_labels, groups_below, header_rows, label_column, unit_of
from pipeline.split.gridded import UNITS_NOTE, Slots, is_value, slots
from pipeline.split.overleaf import joined_rows
from pipeline.split.repair import MARKUP_MEDIA
from pipeline.split.units import Unit

CONTINUED = re.compile(r"\bcont(?:inued|['’]?d)?\b", re.IGNORECASE)
MOST_BETWEEN = 2
"""At most so many lines (a running label, "continued") stand between the halves of a table."""
SHORT_BETWEEN = 4
TOTAL = re.compile(r"\b(?:total|net|sum)\b", re.IGNORECASE)
LABEL_BETWEEN = re.compile(r"(?:appendix|annexe?|continued|page|table|draft)\b", re.IGNORECASE)
MOST_HEADS_ALONE = 3
"""Rows of a header that stands apart from its table."""
ALIKE = 8
"""A repeated header may be cut or wrapped otherwise: so many first letters tell."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A table and the indices of the units that it is read from."""

    table: Table
    units: tuple[int, ...]
    page: int
    """Index of the page that it ends on."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """How the first grid of a table is read."""

    grid: Slots
    heads: int
    labels: tuple[str, ...]
    label_at: int
    kept: tuple[int, ...]
    """Columns that hold anything, the label's own left out."""
    title: str
    """What the only header row says across all columns: the table's title."""


def tables(document: Document, units: Sequence[Unit], section_at: Sequence[int | None]) -> tuple[Placed, ...]:
    """Every data table in reading order; grids that only lay out text are left to `layout`."""
    found: list[Placed] = []
    shape: _Shape | None = None
    for i, unit in enumerate(units):
        if unit.block.kind != "table" or unit.block.grid is None:
            continue
        grid = slots(unit.block.grid)
        if not grid.rows:
            continue
        if shape and found and _continues(units, found[-1], i, shape, grid):
            found[-1] = _joined(document, found[-1], unit, grid, shape)
        elif (below := _below(units, i)) and _heads_alone(grid, below):
            grid = slots(unit.block.grid, below.used)
            shape = _shape(grid, len(grid.rows) - groups_below(grid))
            found.append(Placed(_table(document, units, i, shape, len(found), section_at[i]), (i,), unit.block.page))
        elif not layout.is_layout(grid):
            shape = _shape(grid, header_rows(grid))
            if shape.heads < len(grid.rows):
                found.append(Placed(_table(document, units, i, shape, len(found), section_at[i]), (i,), unit.block.page))
    return tuple(found)


def _below(units: Sequence[Unit], i: int) -> Slots | None:
    """The grid right below, or the one that opens the next page, where nothing stands between."""
    after = units[i + 1] if i + 1 < len(units) else None
    if after is None or after.block.grid is None or after.block.page - units[i].block.page > 1 or after.part != units[i].part:
        return None
    return slots(after.block.grid)


def _heads_alone(grid: Slots, below: Slots) -> bool:
    """Whether a grid is nothing but the header of the rows below, cut off by a page's end or by a rule."""
    texts = [text for n in range(len(grid.rows)) for text in grid.texts(n) if text]
    short = len(grid.rows) <= MOST_HEADS_ALONE and all(len(text.split()) <= LONG_CELL and not is_value(text) for text in texts)
    return short and grid.read_width == below.read_width > 2 and bool(below.rows) and _headless(below)


def _shape(grid: Slots, heads: int) -> _Shape:
    labels = column_labels(grid, heads)
    across = heads == 1 and grid.width > 1 and len(set(labels)) == 1
    title, labels = (labels[0], [""] * grid.width) if across else ("", labels)
    label_at = label_column(grid, heads)
    held = (c for c in range(grid.width) if c != label_at and (labels[c] or any(grid.column(c, heads))))
    return _Shape(grid, heads, tuple(labels), label_at, tuple(held), title)


def _table(document: Document, units: Sequence[Unit], i: int, shape: _Shape, index: int, section: int | None) -> Table:
    grid, unit = shape.grid, units[i]
    caption, note = caption_of(units, i)
    again = _again(grid, shape)
    columns = tuple(shape.labels[c] for c in shape.kept)
    of_figures = [shape.labels[c] for c in shape.kept if any(map(is_value, grid.column(c, shape.heads)))]
    return Table(
        index,
        unit.part,
        section,
        shape.title or caption,
        unit_of(" ".join((shape.title, caption or "", note, *_notes(grid, shape.heads))), of_figures or columns),
        shape.labels[shape.label_at] or None,
        columns,
        tuple(row for n, row in enumerate(_rows(document, shape, grid, shape.heads), shape.heads) if n not in again),
        tuple(_span(row) for n, row in enumerate(grid.rows) if n < shape.heads or n in again),
        round(unit.block.grid.confidence, 2) if unit.block.grid else 1.0,
    )


def _again(grid: Slots, shape: _Shape) -> set[int]:
    """Rows below the header that print one of its rows again, over a further group of rows."""
    heads = [texts for n in range(shape.heads) if sum(map(bool, texts := shape.grid.texts(n))) > 2 and not any(map(is_value, texts))]
    return {n for n in range(shape.heads, len(grid.rows)) if grid.texts(n) in heads}


def _notes(grid: Slots, heads: int) -> list[str]:
    """What the header says of the units of all figures."""
    return [text for n in range(heads) for text in grid.texts(n) if UNITS_NOTE.match(text)]


def _labels(grid: Slots, at: int) -> list[Cell | None]:
    """The label of each row; one that spans rows holds for all that it covers."""
    found: list[Cell | None] = []
    reach, spanning = 0, None
    for row in grid.rows:
        cell = row[at]
        if cell is not None:
            spanning, reach = cell, cell.rowspan
        found.append(cell or (spanning if reach > 0 and any(row) else None))
        reach -= 1
    return found


def _rows(document: Document, shape: _Shape, grid: Slots, heads: int) -> tuple[Row, ...]:
    """The rows below the header, each with its label."""
    labelled = list(zip(grid.rows, _labels(grid, shape.label_at), strict=True))[heads:]
    return tuple(_of_cells(document, row, label, [row[c] for c in shape.kept]) for row, label in labelled)


def _of_cells(document: Document, row: Sequence[Cell | None], label: Cell | None, cells: Sequence[Cell | None]) -> Row:
    span = _span(row)
    told = plain if document.media in MARKUP_MEDIA else printed
    texts = tuple(told(cell.text) if cell else "" for cell in cells)
    spans = tuple(Span(cell.start, cell.end) if cell and cell.end > cell.start else None for cell in cells)
    boxes = tuple(cell.box if cell else None for cell in cells)
    return Row(told(label.text) if label else "", texts, span, spans, document.pages[document.page_at(span.start)].number, boxes)


def _span(row: Sequence[Cell | None]) -> Span:
    held = [cell for cell in row if cell and cell.end > cell.start]
    return Span(min(cell.start for cell in held), max(cell.end for cell in held)) if held else Span(0, 0)


def _continues(units: Sequence[Unit], before: Placed, i: int, shape: _Shape, grid: Slots) -> bool:
    """Whether the grid goes on with the table before it: the same columns, and a header that is repeated or left out."""
    first, last = shape.grid, before.units[-1]
    between = units[last + 1 : i]
    if units[last].part != units[i].part or len(between) > MOST_BETWEEN:
        return False
    if any(len(unit.text.split()) > SHORT_BETWEEN or unit.text.endswith(":") for unit in between):
        return False
    if any(_captions_another(unit.text, before.table.caption) for unit in between) or _beside(units[last].block.box, units[i].block):
        return False
    new_page = units[i].block.page != units[last].block.page
    if grid.width == first.width and grid.texts(0) == first.texts(0):
        return new_page or all(CONTINUED.search(unit.text) for unit in between)
    if new_page and not between and grid.read_width == first.read_width and _headless(grid):
        return True
    if any(not LABEL_BETWEEN.match(unit.text) for unit in between):
        return False
    if grid.width != first.width:
        return len(grid.rows) <= 2 and grid.width < first.width and bool(TOTAL.search(" ".join(grid.texts(0)))) and units[i].before <= 3
    return any(is_value(text) for text in grid.texts(0)) or (new_page and not grid.heads)


def _captions_another(text: str, caption: str | None) -> bool:
    """Whether a line between two tables names the second by a number of its own."""
    return CAPTION.match(text) is not None and not CONTINUED.search(text) and plain(text).strip(" :") != caption


def _beside(box: Box | None, other: Block) -> bool:
    """Whether a table stands to the right of another's box."""
    return box is not None and other.box is not None and other.box.x0 > box.x1 and other.box.y1 > box.y0


def _headless(grid: Slots) -> bool:
    """Whether the first row goes on with the text or the figures of a table, instead of naming columns."""
    texts = [text for text in grid.texts(0) if text]
    return not grid.heads and (any(is_value(text) or len(text.split()) > LONG_CELL for text in texts) or grid.texts(0)[0][:1].islower())


def _joined(document: Document, placed: Placed, unit: Unit, grid: Slots, shape: _Shape) -> Placed:
    table = placed.table
    if grid.width != shape.grid.width and grid.read_width == shape.grid.read_width and unit.block.grid:
        grid = slots(unit.block.grid, shape.grid.used)
    heads = 0
    while heads < min(len(grid.rows), max(shape.heads, 1)) and _repeats(grid.texts(heads), shape):
        heads += 1
    body = grid.rows[heads:]
    if grid.width == shape.grid.width:
        rows = _rows(document, shape, grid, heads)
    else:
        rows = tuple(_short_row(document, row, table) for row in body)
    rows = joined_rows(table.rows, rows, placed.page, unit.block.page)
    spans = (*table.header_spans, *(_span(row) for row in grid.rows[:heads]))
    return Placed(replace(table, rows=rows, header_spans=spans), (*placed.units, unit.index), unit.block.page)


def _repeats(texts: Sequence[str], shape: _Shape) -> bool:
    """Whether a row prints the header again."""
    heads = [text for n in range(max(shape.heads, 1)) for text in shape.grid.texts(n) if text]
    want, named = {text[:ALIKE] for text in heads}, {word for text in heads for word in text.split()}
    here = [text for text in texts if text]
    known = sum(text[:ALIKE] in want or named.issuperset(text.split()) for text in here)
    return bool(here) and not any(is_value(text) for text in here) and known >= 0.8 * len(here)


def _short_row(document: Document, row: Sequence[Cell | None], table: Table) -> Row:
    """A total row without its first cells: its numbers stand under the columns of numbers."""
    cells = row[1:]
    numeric = [c for c in range(len(table.columns)) if any(c < len(other.cells) and is_value(other.cells[c]) for other in table.rows)]
    if len(numeric) != len(cells):
        return _of_cells(document, row, row[0], cells)
    spread: list[Cell | None] = [None] * len(table.columns)
    for at, cell in zip(numeric, cells, strict=True):
        spread[at] = cell
    return _of_cells(document, row, row[0], spread)
