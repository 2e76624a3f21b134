"""Adds up the tables of a source, so that only the misprint that the story wants is printed.

Options of a table: `total="Total"` the label of a row that sums the rows above it (up to the last total),
`minus="3=2-1"` a column that is the difference of two others, `plus="5=3+4"` a sum of two columns,
`misprint="why"` the table is wrong on purpose.
"""

import re
from collections.abc import Iterator

from corpus.builder.blocks import Block, Group, Table

NUMBER = re.compile(r"\(?-?£?[\d,]+(?:\.\d+)?m?\)?%?")
COLUMNS = re.compile(r"(\d+)=(\d+)([-+])(\d+)")
TOLERANCE = 0.0006


def value(cell: str) -> float | None:
    """The number that a cell prints (brackets are negative), or None."""
    bare = cell.replace("*", "").strip()
    if not NUMBER.fullmatch(bare):
        return None
    digits = re.sub(r"[^\d.]", "", bare)
    return -float(digits) if bare.startswith(("(", "-")) else float(digits)


def wrong_sums(blocks: tuple[Block, ...]) -> Iterator[str]:
    """A line for every total and difference that does not hold and is not declared a misprint."""
    for block in blocks:
        if isinstance(block, Group):
            yield from wrong_sums(block.blocks)
        elif isinstance(block, Table) and "misprint" not in block.options:
            yield from _wrong_totals(block)
            yield from _wrong_columns(block)


def _wrong_totals(table: Table) -> Iterator[str]:
    labels = [label for label in table.options.get("total", "").split(";") if label]
    running: list[float] = [0.0] * len(table.rows[0])
    grand: list[float] = [0.0] * len(table.rows[0])
    for row in table.rows[int(table.options.get("header", "1")) :]:
        label = row[int(table.options.get("label", "0"))].replace("*", "")
        values = [None if "%" in cell else value(cell) for cell in row]
        if label in labels:
            sums = grand if label.startswith(("Grand", "Overall")) else running
            for printed, expected in zip(values, sums, strict=True):
                if printed is not None and abs(printed - expected) > TOLERANCE:
                    yield f"{label}: printed {printed}, rows make {round(expected, 3)} in {table.rows[0]}"
            grand = [old + new for old, new in zip(grand, running, strict=True)]
            running = [0.0] * len(row)
        else:
            running = [old + (new or 0.0) for old, new in zip(running, values, strict=True)]


def _wrong_columns(table: Table) -> Iterator[str]:
    for option in ("minus", "plus"):
        for rule in table.options.get(option, "").split():
            match = COLUMNS.fullmatch(rule)
            if match is None:
                raise ValueError(f"not a rule for columns: {rule}")
            yield from _wrong_rule(table, match)


def _wrong_rule(table: Table, rule: re.Match[str]) -> Iterator[str]:
    target, left, right = (int(rule[group]) for group in (1, 2, 4))
    sign = 1 if rule[3] == "+" else -1
    for row in table.rows[int(table.options.get("header", "1")) :]:
        values = [value(row[column]) for column in (target, left, right)]
        if any(one is None for one in values):
            continue
        printed, first, second = (one or 0.0 for one in values)
        if abs(printed - (first + sign * second)) > TOLERANCE:
            yield f"{row[0]}: printed {printed}, columns make {round(first + sign * second, 3)}"
