"""Running headers, footers and page numbers: lines near the page's edges that its neighbours repeat."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.read.ink import Ink
from pipeline.read.lines import Line, rows, text_of

ZONE = 0.11
"""Share of the page's height, at the top and at the bottom, where furniture stands."""
DEEPEST = 4
"""At most so many lines from either edge."""
NEIGHBOURS = 10
"""Pages before and after that are compared: a pack holds papers with headers of their own."""
NEAR = 14.0
"""The repeated line stands at the same height, within so many points."""
PAGE_NUMBER = re.compile(
    r"(?:page|pg\.?|tudalen|leathanach)?[\s|:–-]*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|o|/)\s*\d{1,4})?[\s|–-]*", re.IGNORECASE
)

Mark = tuple[str, float]
"""A line without its digits, and its distance from the nearer edge (negative: from the bottom)."""


def marks(ink: Ink) -> tuple[Mark, ...]:
    """What of a page might be furniture."""
    return tuple((shape(row), _distance(row, ink)) for row in edge_rows(ink))


def edge_rows(ink: Ink) -> list[Line]:
    found = [row for row in rows([word for word in ink.words if not word.hidden and not word.turned and _in_zone(word.base, ink)])]
    top = [row for row in found if row.base > ink.frame.height / 2][:DEEPEST]
    bottom = [row for row in found if row.base <= ink.frame.height / 2][-DEEPEST:]
    return top + bottom


def _in_zone(base: float, ink: Ink) -> bool:
    return not ZONE * ink.frame.height < base < (1 - ZONE) * ink.frame.height


def _distance(row: Line, ink: Ink) -> float:
    """Points from the top edge, or, negative, from the bottom edge."""
    return ink.frame.height - row.base if row.base > ink.frame.height / 2 else -row.base


def shape(row: Line) -> str:
    return re.sub(r"\d+", "#", re.sub(r"\s+", " ", text_of(row)).casefold().strip())


def is_furniture(row: Line, ink: Ink, others: Sequence[tuple[Mark, ...]]) -> bool:
    """Whether enough of the neighbouring pages' marks repeat this line at this height; a bare page number needs none."""
    if PAGE_NUMBER.fullmatch(text_of(row).strip()):
        return True
    mine, at = shape(row), _distance(row, ink)
    repeats = sum(any(other == mine and abs(height - at) < NEAR for other, height in page) for page in others)
    return repeats >= min(2, len(others)) and repeats > 0
