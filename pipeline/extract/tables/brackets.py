"""Cells that print a number with its share in brackets, "46 (36%)": the share is held against the column that the others are shares of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pipeline.extract.tables.finding import Finding, shown
from pipeline.extract.tables.sheet import Value
from pipeline.language.numbers import Number, cell
from pipeline.model.structure import Table

BRACKETED = re.compile(r"(?P<count>[^()]*\d[^()]*)\((?P<share>[^()]*%)\s*\)")
LEAST_HOLDING, MOST_HOLDING = 3, 0.75
"""So many cells, and this share of all, must be shares of a column for it to be the base."""


class Pair(NamedTuple):
    """A cell: its number, its share, and where it stands."""

    number: Number
    share: Number
    row: int
    column: int
    printed: str


def bracketed(table: Table) -> Iterator[Finding]:
    """Shares that are not those of their numbers."""
    pairs = [*_pairs(table)]
    if len(pairs) <= LEAST_HOLDING:
        return
    for base in range(len(table.columns)):
        wholes = {i: whole for i, row in enumerate(table.rows) if (whole := _number(row.cells, base)) and whole.value}
        tried = [pair for pair in pairs if pair.column != base and pair.row in wholes]
        fails = [pair for pair in tried if not _fits(pair, wholes[pair.row])]
        holds = len(tried) - len(fails)
        if fails and holds >= LEAST_HOLDING and holds >= MOST_HOLDING * len(tried):
            yield from (_finding(pair, wholes, table.columns[base]) for pair in fails)
            return


def _pairs(table: Table) -> Iterator[Pair]:
    for i, row in enumerate(table.rows):
        for at, text in enumerate(row.cells[: len(table.columns)]):
            match = BRACKETED.fullmatch(text.strip())
            count, share = (cell(match["count"].strip()), cell(match["share"].replace(" ", ""))) if match else (None, None)
            if count and share:
                yield Pair(count, share, i, at, text.strip())


def _number(cells: tuple[str, ...], at: int) -> Number | None:
    return cell(cells[at]) if at < len(cells) else None


def _fits(pair: Pair, whole: Number) -> bool:
    share = 100 * pair.number.value / whole.value
    ulp, whole_ulp = 10.0**-pair.number.decimals, 10.0**-whole.decimals
    slack = 0.5 * 10.0**-pair.share.decimals + (50 * ulp + abs(share) * 0.5 * whole_ulp) / abs(whole.value)
    return abs(share - pair.share.value) <= slack + 1e-9


def _finding(pair: Pair, wholes: Mapping[int, Number], column: str) -> Finding:
    share = 100 * pair.number.value / wholes[pair.row].value
    value = Value(pair.share.value, 10.0**-pair.share.decimals, pair.printed, True, pair.row, pair.column)
    expected = shown(share, value)
    return Finding("percentage", value, expected, f"as a share of {column or 'the row'} it is {expected}")
