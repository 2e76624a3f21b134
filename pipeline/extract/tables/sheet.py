"""A table as numbers: values with the precision they are printed in, by row and column, the same both ways round."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.extract.figures.labels import counts_nothing, unit_of
from pipeline.language.numbers import cell
from pipeline.model.structure import Table

RATE = re.compile(
    r"%|\bper\s?cent|\bpercentage|\brates?\b|\bratio\b|\baverage\b|\bmean\b|\bmedian\b|\bscore\b|\bindex\b|\bproportion\b|\bunit\s+cost\b",
    re.IGNORECASE,
)
"""Lines whose values are not added up."""
MOST_WORDS = 6
"""A longer label tells a story in which such a word says nothing of the values."""


@dataclass(frozen=True, slots=True)
class Value:
    number: float
    ulp: float
    """The worth of one in the last printed place."""
    printed: str
    percent: bool
    row: int
    column: int
    """Where the cell stands in the table as printed."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row (or, turned, a column): its label, whether its values are shares or rates, and its values."""

    label: str
    rate: bool
    values: tuple[Value | None, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    lines: tuple[Line, ...]
    heads: tuple[Line, ...]
    """The same values by column."""
    exact: bool
    """Counts, printed whole: they must add up exactly; money and shares are rounded."""
    turned: bool = False

    def turn(self) -> Sheet:
        return replace(self, lines=self.heads, heads=self.lines, turned=not self.turned)


def sheet(table: Table) -> Sheet:
    """Cells that hold one number are values; columns of references hold none."""
    kept = [at for at, column in enumerate(table.columns) if not counts_nothing(column)]
    rows = [[_value(row.cells, i, at) for at in kept] for i, row in enumerate(table.rows)]
    lines = tuple(Line(row.label, _rate(row.label, values), tuple(values)) for row, values in zip(table.rows, rows, strict=True))
    heads = tuple(_head(table, rows, k, at) for k, at in enumerate(kept))
    money = any(unit_of(text) for text in (*table.columns, table.unit or "", table.caption or "", table.label_column or ""))
    whole = all(value.ulp == 1 for line in lines for value in line.values if value and not value.percent)
    return Sheet(lines, heads, whole and not money)


def _head(table: Table, rows: Sequence[Sequence[Value | None]], k: int, at: int) -> Line:
    values = tuple(row[k] for row in rows)
    return Line(table.columns[at], _rate(table.columns[at], values), values)


def _value(cells: Sequence[str], row: int, column: int) -> Value | None:
    text = cells[column] if column < len(cells) else ""
    number = cell(text)
    if not number:
        return None
    return Value(number.value, 10.0**-number.decimals * number.scale, text.strip(), number.kind in ("percent", "points"), row, column)


def _rate(label: str, values: Sequence[Value | None]) -> bool:
    printed = [value for value in values if value]
    named = RATE.search(label) and len(label.split()) <= MOST_WORDS
    return bool(named) or (bool(printed) and sum(value.percent for value in printed) * 2 > len(printed))
