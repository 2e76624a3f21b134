"""Grids made tables: headers joined into full column labels, the label column found, tables continued over pages joined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.language.wording import plain, words
from pipeline.model.documents import Box, Document, Row, Span, Table
from pipeline.split import layout
from pipeline.split.columns import column_labels, header_rows, label_column, unit_of
from pipeline.split.gridded import Slots, is_value, slots
from pipeline.split.units import Unit

CAPTION = re.compile(r"^(?:table|figure|chart)\s+[\dA-Z][\w.]*\s*[:.–-]?\s*", re.IGNORECASE)
MOST_CAPTION_WORDS = 40
MOST_BETWEEN = 2
"""At most so many lines (a running label, "continued") stand between the halves of a table."""
SHORT_BETWEEN = 4
TOTAL = re.compile(r"\b(?:total|net|sum)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Placed:
    """A table with its rows' units: `units` are the indices of the blocks that it is read from."""

    table: Table
    units: tuple[int, ...]


def tables(document: Document, units: Sequence[Unit], section_at: Sequence[int | None]) -> tuple[Placed, ...]:
    """Every data table in reading order; tables that only lay out text are left to `layout`."""
    found: list[Placed] = []
    grids: dict[int, Slots] = {}
    last: int | None = None
    for i, unit in enumerate(units):
        if unit.block.kind != "table" or unit.block.grid is None:
            continue
        grid = slots(unit.block.grid)
        if not grid.rows:
            continue
        if last is not None and found and found[-1].units[-1] == last and _continues(units, last, i, grids[last], grid, found[-1].table):
            found[-1] = _joined(document, found[-1], unit, grid, grids[last])
            grids[i] = grids[last]
            last = i
            continue
        if layout.is_layout(grid, unit.block.grid.header_rows):
            continue
        made = _table(document, units, i, grid, len(found), section_at[i])
        if made:
            grids[i] = grid
            found.append(Placed(made, (i,)))
            last = i
    return tuple(found)


def _table(document: Document, units: Sequence[Unit], i: int, grid: Slots, index: int, section: int | None) -> Table | None:
    unit = units[i]
    marked = unit.block.grid.header_rows if unit.block.grid else 0
    heads = header_rows(grid, marked)
    body = grid.rows[heads:]
    if not body:
        return None
    label_at = label_column(grid, heads)
    labels = column_labels(grid, heads)
    caption = _caption(units, i)
    kept = [c for c in range(grid.width) if c != label_at and (labels[c] or any(row[c] and row[c].text for row in body))]
    rows = tuple(_row(document, row, label_at, kept) for row in body)
    columns = tuple(labels[c] for c in kept)
    unit_name = unit_of(caption, columns)
    header_spans = tuple(_span(row) for row in grid.rows[:heads])
    sure = unit.block.grid.confidence if unit.block.grid else 1.0
    return Table(index, unit.part, section, caption, unit_name, labels[label_at] or None, columns, rows, header_spans, round(sure, 2))


def _row(document: Document, row: Sequence[layout.Cell | None], label_at: int, kept: Sequence[int]) -> Row:
    cells = [row[c] for c in kept]
    label = row[label_at]
    span = _span(row)
    page = document.pages[document.page_at(span.start)].number
    texts = tuple(plain(cell.text) if cell else "" for cell in cells)
    spans = tuple(Span(cell.start, cell.end) if cell and cell.end > cell.start else None for cell in cells)
    boxes: tuple[Box | None, ...] = tuple(cell.box if cell else None for cell in cells)
    return Row(plain(label.text) if label else "", texts, span, spans, page, boxes)


def _span(row: Sequence[layout.Cell | None]) -> Span:
    held = [cell for cell in row if cell and cell.end > cell.start]
    return Span(min(cell.start for cell in held), max(cell.end for cell in held)) if held else Span(0, 0)


# ---------------------------------------------------------------- continued


def _continues(units: Sequence[Unit], last: int, i: int, first: Slots, grid: Slots, table: Table) -> bool:
    between = [unit for unit in units[last + 1 : i]]
    if units[last].part != units[i].part or len(between) > MOST_BETWEEN or any(len(u.text.split()) > SHORT_BETWEEN or u.text.endswith(":") for u in between):
        return False
    same_header = bool(grid.texts(0)) and grid.texts(0) == first.texts(0)
    if grid.width == first.width and same_header:
        return not between or units[i].block.page != units[last].block.page or _nearly(first, grid)
    if between and not all(_is_label(u.text) for u in between):
        return False
    if grid.width != first.width:
        return len(grid.rows) <= 2 and grid.width < first.width and bool(TOTAL.search(" ".join(grid.texts(0)))) and units[i].before <= 3
    return any(is_value(text) for text in grid.texts(0)) or units[i].block.page != units[last].block.page and not (units[i].block.grid and units[i].block.grid.header_rows)


def _is_label(text: str) -> bool:
    return bool(re.match(r"(?:appendix|annexe?|continued|page|table|draft)\b", text, re.IGNORECASE))


def _nearly(first: Slots, grid: Slots) -> bool:
    """The same header with nothing between but a blank line: the table was broken by a page."""
    return True


def _joined(document: Document, placed: Placed, unit: Unit, grid: Slots, first: Slots) -> Placed:
    table = placed.table
    heads = 0
    marked = first.heads if first.heads else 0
    while heads < len(grid.rows) and _repeats(grid.texts(heads), first, max(marked, 1)):
        heads += 1
    body = grid.rows[heads:]
    if grid.width == first.width:
        label_at = label_column(first, header_rows(first, marked))
        labels = column_labels(first, header_rows(first, marked))
        kept = [c for c in range(first.width) if c != label_at and (labels[c] or any(row[c] and row[c].text for row in first.rows[header_rows(first, marked) :]))]
        rows = tuple(_row(document, row, label_at, kept) for row in body)
    else:
        rows = tuple(_short_row(document, row, table) for row in body)
    spans = (*table.header_spans, *(_span(row) for row in grid.rows[:heads]))
    return Placed(replace(table, rows=(*table.rows, *rows), header_spans=spans), (*placed.units, unit.index))


def _repeats(texts: Sequence[str], first: Slots, marked: int) -> bool:
    want = [t for n in range(min(len(first.rows), max(marked, 4))) for t in first.texts(n) if t]
    here = [t for t in texts if t]
    return bool(here) and not any(is_value(t) for t in here) and sum(t in want or any(t[:8] == w[:8] for w in want) for t in here) >= 0.8 * len(here)


def _short_row(document: Document, row: Sequence[layout.Cell | None], table: Table) -> Row:
    """A total row without its first cells: its numbers stand under the columns of numbers."""
    made = _row(document, row, 0, range(1, len(row)))
    numeric = [c for c in range(len(table.columns)) if any(c < len(r.cells) and is_value(r.cells[c]) for r in table.rows)]
    if len(numeric) != len(made.cells):
        return made
    cells, spans, boxes = [""] * len(table.columns), [None] * len(table.columns), [None] * len(table.columns)
    for at, cell, span, box in zip(numeric, made.cells, made.cell_spans, made.boxes, strict=True):
        cells[at], spans[at], boxes[at] = cell, span, box  # type: ignore[call-overload]
    return replace(made, cells=tuple(cells), cell_spans=tuple(spans), boxes=tuple(boxes))


# ---------------------------------------------------------------- caption


def _caption(units: Sequence[Unit], i: int) -> str | None:
    """The line before the table, or its own caption."""
    grid = units[i].block.grid
    if grid and grid.caption:
        return plain(grid.caption)
    if i == 0 or units[i - 1].block.kind == "table" or units[i - 1].part != units[i].part:
        return None
    text = plain(units[i - 1].text)
    if CAPTION.match(text) or len(words(text)) <= MOST_CAPTION_WORDS:
        return text.strip(" :")
    return None
