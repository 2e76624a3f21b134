"""Contact details that stand beside the date and place of a meeting on the front sheet of its agenda, read after them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.read.pdf.ink import Word
from pipeline.read.pdf.lines import Line, line, text_of

LABEL = re.compile(
    r"(?:please )?(?P<kind>ask for|contact|enquir|tel|ffôn|rhif ffôn|direct|ext|fax|mobile|e-?mail|e-?bost|cyswllt)"
    r"[\w /.’'-]{0,20}\s?:",
    re.IGNORECASE,
)
""" "Ask for:", "Contact officer:", "Direct Dial/Ext:", "E-bost:"."""
WHITE = 0.8
"""Before such a label stand at least so many font sizes of white."""
SAME_EDGE = 3.0
"""Labels of one column begin within so many points."""
KINDS = 2
"""So many labels of different kinds make a column; two telephone numbers may each belong to the name before them."""
FAR = 3.2
"""Lines of the column follow one another within so many font sizes."""

CLOSE = 1.6
"""The list beside it goes on below its end in lines so close together, in font sizes."""


class Contacts(NamedTuple):
    """Lines `first` to `last` (index, last included) of a page: those of its left part, then those of the contact column."""

    first: int
    last: int
    left: tuple[Line, ...]
    right: tuple[Line, ...]


def contacts(lines: Sequence[Line]) -> Contacts | None:
    """The first column of contact details that has words beside it; `lines` from the top down."""
    for first, row in enumerate(lines):
        for x in _edges(row):
            found = _column(lines, first, x - 1)
            if found:
                return found
    return None


def _edges(row: Line) -> list[float]:
    """Where labels of a line begin, after white or as its first word."""
    return [
        word.x0
        for i, word in enumerate(row.words)
        if (i == 0 or word.x0 - row.words[i - 1].x1 > WHITE * row.size) and LABEL.match(text_of(line(row.words[i:])))
    ]


def _column(lines: Sequence[Line], first: int, x: float) -> Contacts | None:
    """The column that begins at x on line `first`."""
    left: list[Line] = []
    right: list[Line] = []
    pending: list[Line] = []
    last, base = first, lines[first].base
    for i in range(first, len(lines)):
        sides = _sides(lines[i], x)
        if sides is None or base - lines[i].base > FAR * lines[i].size:
            break
        pending += [line(sides[0])] if sides[0] else []
        if sides[1]:
            left, pending = [*left, *pending], []
            right.append(line(sides[1]))
            last, base = i, lines[i].base
    told = [
        match["kind"].casefold() for each in right for match in [LABEL.match(text_of(each))] if match and abs(each.x0 - x - 1) < SAME_EDGE
    ]
    if len(set(told)) < KINDS or not left or any(LABEL.search(text_of(each)) for each in left):
        return None
    last = _list_end(lines, last, left, x)
    return Contacts(first, last, tuple(left), tuple(right))


def _list_end(lines: Sequence[Line], last: int, left: list[Line], x: float) -> int:
    """The last line of the list on the left, which may be longer than the column; takes its lines up in `left`."""
    for i in range(last + 1, len(lines)):
        near = lines[i - 1].base - lines[i].base < CLOSE * lines[i].size
        if not near or abs(lines[i].x0 - left[-1].x0) > SAME_EDGE or lines[i].x1 > x:
            return i - 1
        left.append(lines[i])
    return len(lines) - 1


def _sides(row: Line, x: float) -> tuple[list[Word], list[Word]] | None:
    """The words before and after x; None where the line runs across it."""
    before = [word for word in row.words if word.x0 < x]
    after = [word for word in row.words if word.x0 >= x]
    if before and (max(word.x1 for word in before) > x or (after and after[0].x0 - before[-1].x1 < WHITE * row.size)):
        return None
    return before, after
