"""Rows as a spreadsheet that Excel, LibreOffice and Numbers open."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from pipeline.render.output import Row, flat

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST_CELL = 32_767
"""Characters that a cell can hold."""
LONGEST_NAME = 31
WIDEST = 60
OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "in_memory": True,
    "nan_inf_to_errors": True,
}
"""Texts stay texts: nothing in a paper becomes a formula or a link."""


def workbook(name: str, rows: Sequence[Row]) -> bytes:
    """One sheet with a header that stays in view and filters on every column; numbers as numbers."""
    import xlsxwriter

    flattened = [flat(row) for row in rows]
    names = list(dict.fromkeys(key for row in flattened for key in row))
    made = BytesIO()
    with xlsxwriter.Workbook(made, OPTIONS) as book:
        sheet = book.add_worksheet(name[:LONGEST_NAME])
        sheet.write_row(0, 0, names, book.add_format({"bold": True}))
        for line, row in enumerate(flattened, 1):
            for column, key in enumerate(names):
                value = row.get(key)
                if value not in (None, ""):
                    sheet.write(line, column, value[:LONGEST_CELL] if isinstance(value, str) else value)
        sheet.freeze_panes(1, 0)
        if flattened:
            sheet.autofilter(0, 0, len(flattened), len(names) - 1)
            sheet.autofit(WIDEST * 7)
    return made.getvalue()
