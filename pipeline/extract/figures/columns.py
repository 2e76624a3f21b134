"""What the columns of a table are in: each column's own unit, else what another column, the caption or a line above says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.figures import labels
from pipeline.extract.figures.labels import Measured
from pipeline.language.numbers import cell
from pipeline.model.structure import Structure, Table

YEARLIKE = re.compile(r"(?:19[5-9]\d|20[0-6]\d)")
MOST_ABOVE = 4
"""Lines above a table in which "All figures in £m" is looked for."""
MONEY = frozenset(("GBP", "EUR", "USD"))
LEAST_PENCE = 2


def units(
    structure: Structure, table: Table, first: int, headings: Sequence[str], paper: Measured | None
) -> tuple[Measured | None, ...]:  # fmt: skip
    """The unit of each column: its own, else for columns of money what another column, the caption, a line above or the paper says."""
    own = [labels.unit_of(column) for column in table.columns]
    whole = labels.unit_of(table.unit) if table.unit else None
    above = [paragraph.text for paragraph in reversed(structure.paragraphs[max(0, first - MOST_ABOVE) : first])]
    throughout = labels.said_above((table.label_column or "", table.caption or "", *above, *headings))
    money = next((unit for unit in (whole, *own, throughout, paper) if unit and unit.unit in MONEY), None)
    blank = not any(column.strip() for column in table.columns[:-1])
    of_money = [bool(unit and unit.unit in MONEY) or labels.is_money(column) for unit, column in zip(own, table.columns, strict=True)]
    labelled = sum(bool(column.strip()) for column in table.columns)
    rest = throughout or (money if blank or sum(of_money) * 2 >= labelled else whole)
    words = (table.caption or "", table.label_column or "", *table.columns, *headings)
    return tuple(
        unit
        or (money if labels.is_money(column) else None if labels.COUNTS.search(column) else rest or _pence(structure, table, at, words))
        for at, (unit, column) in enumerate(zip(own, table.columns, strict=True))
    )


def _pence(structure: Structure, table: Table, at: int, above: Sequence[str]) -> Measured | None:
    """Pounds, where every number of a column is printed with pence and the words above speak of accounts."""
    found = [number for row in table.rows if at < len(row.cells) and (number := cell(row.cells[at])) and number.kind in ("plain", "money")]
    if len(found) < LEAST_PENCE or any(number.decimals != 2 for number in found) or not labels.ACCOUNTS.search(" ".join(above)):
        return None
    text = structure.document.text
    return Measured("EUR" if "€" in text and "£" not in text else "GBP")


def counts_up(table: Table, at: int) -> bool:
    """1, 2, 3 down a column are numbers of rows."""
    printed = [row.cells[at].strip(" .)") for row in table.rows if at < len(row.cells) and row.cells[at].strip()]
    return (
        len(printed) >= 3
        and all(text.isdigit() for text in printed)
        and [int(text) for text in printed] == list(range(int(printed[0]), int(printed[0]) + len(printed)))
    )


def years(table: Table, at: int) -> bool:
    printed = [row.cells[at].strip() for row in table.rows if at < len(row.cells) and row.cells[at].strip()]
    return bool(printed) and all(YEARLIKE.fullmatch(text) for text in printed)
