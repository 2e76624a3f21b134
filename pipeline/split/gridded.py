"""A grid with every slot filled: the cells of each row side by side, empty rows and ruling rows left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.language.wording import plain
from pipeline.model.documents import Cell, Grid

RULING = re.compile(r"^[-–—=_:|+\s.]*$")
VALUE = re.compile(
    r"^[\[(]?\s*[-–−+<>~≈]?\s*[£€$]?\s*[-–−+]?\d[\d,]*(?:\.\d+)?\s*(?:%|m|bn|k|p|million|billion|pp|fte|days?|weeks?|months?|years?|"
    r"hours?)?\s*[\])]?\s*[-–−*†#]?(?:\s*\(\s*[-–−+]?\d[\d,.]*\s*%\s*\))?$",
    re.IGNORECASE,
)
THOUSANDS = re.compile(r"^[£€]\s?['’]?000s?$")
YEAR = re.compile(r"^(?:19|20)\d\d(?:\s*[-/–]\s*(?:\d\d|(?:19|20)\d\d))?\*?$")
EMPTY_VALUE = re.compile(r"^(?:[-–—]|n/?a|tbc|nil|\.\.)$", re.IGNORECASE)


UNITS_NOTE = re.compile(
    r"^\(?(?:(?:all )?(?:(?:figures|amounts|values) (?:are )?)?(?:shown )?in (?:£|€)\s?['’]?(?:m|000|k|million).{0,12}|"
    r"(?:£|€)\s?['’]?(?:m|000|k|millions?)['’]?s?\)?)$",
    re.IGNORECASE,
)
"""What only says "All figures in £m": no caption, no column's name."""


def is_value(text: str) -> bool:
    """A number as cells print it; a bare year is a heading, and so is "£000"."""
    return bool(VALUE.match(text)) and not YEAR.match(text) and not THOUSANDS.match(text)


@dataclass(frozen=True, slots=True)
class Slots:
    """Rows of cells, one slot a column. A cell that spans stands at its first slot; the slots it covers hold None."""

    rows: tuple[tuple[Cell | None, ...], ...]
    width: int
    heads: int
    """Header rows that the layout or mark-up shows."""
    used: tuple[int, ...]
    """Which columns of the grid as read these are: those that hold anything."""
    read_width: int

    def texts(self, row: int) -> list[str]:
        return [plain(cell.text) if cell else "" for cell in self.rows[row]]

    def column(self, c: int, start: int) -> list[str]:
        return [plain(cell.text) if cell else "" for cell in (row[c] for row in self.rows[start:])]


def slots(grid: Grid, used: Sequence[int] | None = None) -> Slots:
    """The grid's rows that hold anything, cut to the columns that do, or to those asked for."""
    width = max((len(row) for row in grid.rows), default=0)
    rows: list[tuple[Cell | None, ...]] = []
    heads = 0
    for n, row in enumerate(grid.rows):
        texts = [cell.text.strip() for cell in row if cell]
        if not any(texts) or (all(RULING.match(text) for text in texts) and any(len(text) > 1 for text in texts)):
            continue
        rows.append((*row, *([None] * (width - len(row)))))
        heads += n < grid.header_rows
    if used is None:
        used = [c for c in range(width) if any(cell is not None and cell.text.strip() for cell in (row[c] for row in rows))]
    return Slots(tuple(tuple(row[c] for c in used) for row in rows), len(used), heads, tuple(used), width)
