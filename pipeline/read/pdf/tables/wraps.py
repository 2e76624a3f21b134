"""Whether a printed line of a table goes on with the cells above it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.read.pdf.lines import Line, text_of
from pipeline.read.pdf.tables.aligned import is_figure, is_number

FULL = 0.85
"""A label that fills this share of its column runs on in the next line."""
FLUSH = 2.0
"""Lines of one header have an edge or their middle in common, to so many points."""
OPEN = re.compile(r"(?:[,&]|[-–]|\b(?:and|or|of|the|for|to|in|by|with|from|on|at|a|an))$|\([^)]*$", re.IGNORECASE)
"""How a cell ends that has not come to its end."""

Row = dict[tuple[int, int], list[Line]]
"""Lines of each cell of one row, by the first and last column it stands in."""


def figures(row: Row) -> int:
    """How many cells beyond the first hold a figure and nothing else."""
    held = [[word.text for each in lines for word in each.words] for at, lines in row.items() if at[0] > 0]
    return sum(all(map(is_number, words)) and any(map(is_figure, words)) for words in held)


def is_bold(row: Row) -> bool:
    return all(word.bold for lines in row.values() for each in lines for word in each.words)


def stacked(group: Sequence[Row], row: Row, *, apart: bool = False) -> bool:
    """Whether a line of a header goes on with the words above it: nothing spans columns, and what is above stands flush with it.

    `apart`: lines that share no column may be one row too, as between two rules.
    """
    if any(start != end for each in (*group, row) for start, end in each):
        return False
    if set(row) == {(0, 0)} and not _goes_on(group[-1], row):
        return False
    pairs = [(each[at][-1], row[at][0]) for each in group for at in row if at in each]
    return (apart or bool(pairs)) and all(_flush(a, b) for a, b in pairs)


def _goes_on(above: Row, row: Row) -> bool:
    """Whether the label of a line goes on from the one above: that has not come to its end, or this does not begin like one."""
    if (0, 0) not in above:
        return False
    text = text_of(row[0, 0][0])
    return text[:1].islower() or text[:1] in "(&" or OPEN.search(text_of(above[0, 0][-1])) is not None


def _begins_anew(above: Row, row: Row) -> bool:
    """ "Report to | Cabinet" over "Date of meeting | 4 March": label and value begin with capitals, and the value above is whole."""
    values = [(text_of(lines[0]), text_of(above[at][-1])) for at, lines in row.items() if at != (0, 0) and at in above]
    label = text_of(row[0, 0][0])
    whole = all(not value[:1].islower() and not OPEN.search(before) for value, before in values)
    return label[:1].isupper() and bool(values) and whole


def _flush(a: Line, b: Line) -> bool:
    return min(abs(a.x0 - b.x0), abs(a.x1 - b.x1), abs(a.x0 + a.x1 - b.x0 - b.x1) / 2) < FLUSH


def wraps(group: Sequence[Row], row: Row, widest: float) -> bool:
    """Whether a line holds only words that continue cells above it; `widest`: how far labels reach to the right."""
    above = group[-1]
    label_only = set(above) == {(0, 0)}
    if (0, 0) not in row:
        return not figures(row) and set(row) <= {at for each in group for at in each}
    if (0, 0) not in above:
        return False
    goes_on = _goes_on(above, row) and not _begins_anew(above, row)
    if figures(row):
        return label_only and goes_on and not any(figures(each) for each in group)
    full = label_only and set(row) == {(0, 0)} and above[0, 0][0].x1 > FULL * widest and not is_bold(above)
    return (goes_on or full) and len(row) <= len(above)
