"""Which leading rows of a table are its header, and how far a header spans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.model.documents import Box
from pipeline.read.pdf.markers import LABEL_END
from pipeline.read.pdf.tables.aligned import is_figure, is_number
from pipeline.read.pdf.tables.grids import CellLines, Cells, TableLines
from pipeline.read.pdf.tables.spans import fill_behind, spanning

LABELLED = 0.75
"""Share of first cells that end as labels do in a form of labels and values."""
MOST = 5
"""Header rows, at most."""
LONGEST_NAME = 8
"""Words of a column's name, at most, where they are not bold."""


def with_headers(table: TableLines, fills: Sequence[Box] = ()) -> TableLines:
    """The table with its header rows counted and, where nothing is ruled, their spans worked out."""
    count = _count(table.rows, fills)
    if table.gridded or count < 2:
        return replace(table, header_rows=count)
    inks = _inks(table.rows)
    rows = [spanning(row, table.rows[i + 1 : count], inks, fills) if i < count - 1 else row for i, row in enumerate(table.rows)]
    return replace(table, header_rows=count, rows=tuple(rows))


def _inks(rows: Sequence[Cells]) -> list[tuple[float, float] | None]:
    """From the leftmost to the rightmost word of each column, in cells that span nothing."""
    found: list[tuple[float, float] | None] = []
    for column in range(len(rows[0])):
        lines = [line for row in rows if (cell := row[column]) and cell.colspan == 1 for line in cell.lines]
        found.append((min(line.x0 for line in lines), max(line.x1 for line in lines)) if lines else None)
    return found


def _count(rows: Sequence[Cells], fills: Sequence[Box]) -> int:
    """Leading rows that are bold, filled or without figures where those below are not; a bold row alone is one, cut off by the page."""
    if _is_form(rows):
        return 0
    body = next((i for i, row in enumerate(rows) if _has_figures(row) or _goes_on(row)), None)
    if body is not None and body > 0:
        last = max((i for i in range(body) if _beyond_label(rows[i]) and not (i and _is_group(rows[i - 1 : body + 1]))), default=-1)
        if last + 1 < body and not any(row[0] and row[0].lines for row in rows[: last + 1]) and last >= 0:
            last += 1
        return last + 1 if last < MOST else 0
    if body == 0:
        return 0
    if len(rows) == 1:
        return int(len(rows[0]) > 2 and _is_bold(rows[0]))
    for told in (_is_bold, lambda row: _is_filled(row, fills)):
        count = next((i for i, row in enumerate(rows) if not told(row)), len(rows))
        if 0 < count < min(len(rows), MOST):
            return count
    return 0


def _is_form(rows: Sequence[Cells]) -> bool:
    """Labels and their values: "Report to: | Cabinet", "Date: | 4 March 2025". None of them heads the others."""
    labels = [words[-1] for row in rows if row and (words := _words(row[0]))]
    return len(rows[0]) == 2 and len(labels) > 1 and sum(bool(LABEL_END.search(label)) for label in labels) >= LABELLED * len(labels)


def _words(cell: CellLines | None) -> list[str]:
    return [word.text for line in cell.lines for word in line.words] if cell else []


def _has_figures(row: Cells) -> bool:
    """Whether at least half of the cells after the first that hold anything hold figures."""
    held = [words for cell in row[1:] if (words := _words(cell))]
    figures = sum(all(is_number(word) for word in words) and any(is_figure(word) for word in words) for words in held)
    return bool(held) and figures * 2 >= len(held)


def _is_group(rows: Sequence[Cells]) -> bool:
    """Whether the second row only names the group of rows under it, in a column of words that the first names as it does others."""
    above, row, *below = rows
    held = [at for at, cell in enumerate(row) if _words(cell)]
    if len(held) != 1 or sum(bool(_words(cell)) for cell in above) < 3:
        return False
    column = [words for each in (above, *below) if (words := _words(each[held[0]]))]
    return _words(row[held[0]])[0][0].isupper() and len(column) > 1 and not any(is_number(word) for word in column[-1])


def _goes_on(row: Cells) -> bool:
    """Whether a row goes on with one of the page before: no label, and text of more words than a column's name has."""
    return not _words(row[0]) and max(len(_words(cell)) for cell in row) > LONGEST_NAME and not _is_bold(row)


def _beyond_label(row: Cells) -> bool:
    return any(_words(cell) for cell in row[1:]) or bool(row[0] and row[0].colspan == len(row) > 1)


def _is_bold(row: Cells) -> bool:
    words = [word for cell in row if cell for line in cell.lines for word in line.words]
    return bool(words) and sum(word.bold for word in words) >= 0.9 * len(words)


def _is_filled(row: Cells, fills: Sequence[Box]) -> bool:
    held = [cell for cell in row if cell and cell.lines]
    return bool(held) and all(fill_behind(cell, fills) for cell in held)
