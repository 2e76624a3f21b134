"""A table's row that a page's end has cut: its cells go on in the first row of the next page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.model.structure import Row
from pipeline.split.gridded import is_value

OPEN = re.compile(r"(?:[,;–-]|\b(?:and|or|of|the|for|to|in|by|with|from|on|at|a|an))$|\([^)]*$")
"""How a cell ends that has not come to its end."""


def joined_rows(before: Sequence[Row], after: Sequence[Row], page: int, next_page: int) -> tuple[Row, ...]:
    """The rows of both pages of a table; the last of the one and the first of the other are one row where their words run on."""
    if before and after and next_page > page and _goes_on(before[-1], after[0]):
        return (*before[:-1], _whole(before[-1], after[0]), *after[1:])
    return (*before, *after)


def _goes_on(above: Row, row: Row) -> bool:
    """Whether all that the row holds are words that continue the cells above it."""
    pairs = [(a, b) for a, b in zip((above.label, *above.cells), (row.label, *row.cells), strict=False) if b]
    return bool(pairs) and all(a and not is_value(b) and (b[:1].islower() or OPEN.search(a) is not None) for a, b in pairs)


def _whole(above: Row, row: Row) -> Row:
    cells = (f"{a} {b}".strip() for a, b in zip(above.cells, row.cells, strict=False))
    return replace(above, label=f"{above.label} {row.label}".strip(), cells=tuple(cells), overleaf=(*above.overleaf, row.span))
