"""Checks of a table's own arithmetic: sums down and across, variances, percentages. What fails is kept as printed.

A table is held to a rule only where the rule shows in it: most of its cells obey, or the labels say so and some cells obey.
Rounding is allowed for by the precision that is printed: a sum of n numbers may be out by half of the last place for each of them.
A silent check is better than a false alarm.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.extract.tables.blame import blamed
from pipeline.extract.tables.brackets import bracketed
from pipeline.extract.tables.finding import Finding
from pipeline.extract.tables.ratios import percentages, variances
from pipeline.extract.tables.sheet import Sheet, sheet
from pipeline.extract.tables.sums import sums
from pipeline.model.structure import Table

LEAST_CONFIDENCE = 0.5
MOST_FAILING, MOST_SHARE = 8, 0.2
"""A table in which more than this fails (or this share of its values) was read wrongly, or is no table of sums."""


def checks(table: Table) -> tuple[Mapping[str, Any], ...]:
    """Failing checks: {kind, row, column, printed, expected, page, message, severity}, in reading order, one for each cell and kind."""
    if table.confidence < LEAST_CONFIDENCE or len(table.rows) < 2 or not table.columns:
        return ()
    made = sheet(table)
    found = {(one.kind, one.value.row, one.value.column): one for one in (*blamed(_failing(made)), *bracketed(table))}
    if len(found) > max(MOST_FAILING, MOST_SHARE * sum(value is not None for line in made.lines for value in line.values)):
        return ()
    return tuple(_row(table, found[key]) for key in sorted(found, key=lambda key: key[1:]))


def _failing(made: Sheet) -> Sequence[Finding]:
    turned = made.turn()
    return [
        *sums(turned), *sums(made),
        *variances(turned), *variances(made),
        *percentages(turned), *percentages(made),
    ]  # fmt: skip


def _row(table: Table, one: Finding) -> Mapping[str, Any]:
    row = table.rows[one.value.row]
    return {
        "kind": one.kind,
        "row": row.label,
        "column": table.columns[one.value.column],
        "printed": one.value.printed,
        "expected": one.expected,
        "page": row.page,
        "message": one.message,
        "severity": one.severity,
    }
