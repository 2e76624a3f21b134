"""Rows as a spreadsheet that Excel, LibreOffice and Numbers open."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any, NamedTuple, Self

from pipeline.render.output import Row, flat

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST_CELL = 32_767
"""Characters that a cell can hold."""
LONGEST_NAME = 31
NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
NARROWEST, WIDEST = 8, 60
"""Characters."""
MEASURED = 200
"""Rows by which the width of a column is judged."""
ABOUT, ABOUT_WIDTHS = "About", (16, 90)
OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
"""Texts stay texts: nothing in a paper becomes a formula or a link."""
Value = str | float | int | bool | None


class Sheet(NamedTuple):
    """A header and rows under it, each as long as the header."""

    name: str
    header: Sequence[str]
    rows: Sequence[Sequence[Value]]

    @classmethod
    def of(cls, name: str, rows: Sequence[Row]) -> Self:
        """Facts with the parts of their citation as columns of their own."""
        flattened = [flat(row) for row in rows]
        header = list(dict.fromkeys(key for row in flattened for key in row))
        return cls(name, header, [[row.get(key) for key in header] for row in flattened])


def workbook(sheet: Sheet, about: Iterable[tuple[str, str]]) -> bytes:
    """The sheet, its header in view and filters on every column, numbers as numbers; and a second sheet that says what it is."""
    import xlsxwriter

    made = BytesIO()
    with xlsxwriter.Workbook(made, OPTIONS) as book:
        bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
        page = book.add_worksheet(NOT_IN_NAMES.sub(" ", sheet.name)[:LONGEST_NAME])
        _fill(page, [sheet.header, *sheet.rows])
        page.set_row(0, None, bold)
        page.freeze_panes(1, 0)
        for column, width in enumerate(_widths(sheet)):
            page.set_column(column, column, width)
        if sheet.rows:
            page.autofilter(0, 0, len(sheet.rows), len(sheet.header) - 1)
        told = book.add_worksheet(ABOUT)
        for column, width in enumerate(ABOUT_WIDTHS):
            told.set_column(column, column, width, wrapped)
        _fill(told, list(about))
    return made.getvalue()


def _fill(page: Any, rows: Sequence[Sequence[Value]]) -> None:
    for line, row in enumerate(rows):
        for column, value in enumerate(row):
            if isinstance(value, str):
                if value:
                    page.write_string(line, column, value[:LONGEST_CELL])
            elif isinstance(value, bool):
                page.write_boolean(line, column, value)
            elif value is not None:
                page.write_number(line, column, value)


def _widths(sheet: Sheet) -> list[int]:
    """Of each column, in characters: by its header and its first rows."""
    some = [sheet.header, *sheet.rows[:MEASURED]]
    longest = (max(len(str(row[column] if row[column] is not None else "")) for row in some) for column in range(len(sheet.header)))
    return [min(max(length + 2, NARROWEST), WIDEST) for length in longest]
