"""Uprights of a half-ruled table: rules, or the sides of bars of colour, that part its columns where no white does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.read.pdf.ink import Rule
from pipeline.read.pdf.lines import Line
from pipeline.read.pdf.tables.aligned import Columns

ALIKE = 10.0
"""Ends of rules of one table differ by no more points."""
PARTING = 0.2
"""Uprights along this share of a stack's height part columns: a bar of colour beside the rows of figures only."""


class Stack(NamedTuple):
    """Level rules of one table, by height from the top down."""

    heights: tuple[float, ...]
    x0: float
    x1: float
    drawn: bool
    """Some of them are more than edges of filled areas."""


def borders(rules: Sequence[Rule], lines: Sequence[Line], stack: Stack) -> list[Rule]:
    """Upright rules and sides of coloured bars that part columns: drawn beside enough of the rows, and crossed by no word."""
    bottom, top = stack.heights[-1], stack.heights[0]
    words = [word for line in lines if bottom < line.base < top for word in line.words]
    drawn: dict[int, list[Rule]] = {}
    for rule in rules:
        if rule.x0 == rule.x1 and stack.x0 + ALIKE < rule.x0 < stack.x1 - ALIKE and rule.y0 < top and rule.y1 > bottom:
            drawn.setdefault(round(rule.x0), []).append(rule)
    found = [side for side in drawn.values() if sum(rule.y1 - rule.y0 for rule in side) > PARTING * (top - bottom)]
    return [rule for side in found if not any(word.x0 + 1 < side[0].x0 < word.x1 - 1 for word in words) for rule in side]


def breaks(line: Line, uprights: Sequence[Rule]) -> list[float]:
    """Where uprights that stand beside a line cut it."""
    return [rule.x0 for rule in uprights if rule.y0 < (line.y0 + line.y1) / 2 < rule.y1]


def with_labels(columns: Columns, lines: Sequence[Line], uprights: Sequence[Rule]) -> Columns:
    """The columns with that of the labels: words left of the first upright, centred on lines of their own, are in no row with figures."""
    first = min((rule.x0 for rule in uprights), default=0.0)
    labels = [word for line in lines for word in line.words if word.x1 < first + 1]
    if not labels or columns.inks[0][0] < first:
        return columns
    ink = (min(word.x0 for word in labels), max(word.x1 for word in labels))
    return Columns((first, *columns.borders), (ink, *columns.inks))
