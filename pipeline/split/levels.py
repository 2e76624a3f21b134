"""Levels of headings: 1 a part (or the top headings of a web page or inspection), 2 their items and sections, 3 everything deeper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.model.documents import Part
from pipeline.split import cues
from pipeline.split.headings import Heading
from pipeline.split.numbering import depth
from pipeline.split.units import Unit

DEEPEST = 3
TOP_KINDS = ("web", "inspection")
"""Parts whose own top headings are of level 1."""


def levels(part: Part, headings: Sequence[Heading], units: Sequence[Unit], first: int) -> list[int]:
    """A level for each heading of the part. `first` is the index of the part's first unit."""
    if any(heading.marked for heading in headings):
        found = _by_markup(headings)
    elif len({round(h.size) for h in headings if h.size}) > 1 and part.kind not in ("minutes", "agenda"):
        found = _by_type(headings)
    else:
        found = _by_numbers(headings, units, first)
    top = 1 if part.kind in TOP_KINDS else 2
    return [min(DEEPEST, level + top - 1) for level in found]


def _by_markup(headings: Sequence[Heading]) -> list[int]:
    ranks = sorted({heading.marked for heading in headings if heading.marked})
    return [ranks.index(h.marked) + 1 if h.marked in ranks else min(DEEPEST, len(ranks) + 1) for h in headings]


def _by_type(headings: Sequence[Heading]) -> list[int]:
    """Larger type stands higher; of one size bold stands higher, and numbers say more than type."""
    styles = Counter((round(h.size), h.shouted, h.bold) for h in headings)
    ranks = sorted(styles, reverse=True)
    found = []
    for heading in headings:
        level = ranks.index((round(heading.size), heading.shouted, heading.bold)) + 1
        if heading.number:
            level = min(DEEPEST, depth(heading.number))
        found.append(min(DEEPEST, level))
    return found


def _by_numbers(headings: Sequence[Heading], units: Sequence[Unit], first: int) -> list[int]:
    """Numbers give the level; without one a heading stands beside the last, or under it where nothing stands between them."""
    found: list[int] = []
    numbered = any(h.number and depth(h.number) == 1 for h in headings)
    inside = False
    for i, heading in enumerate(headings):
        if heading.number:
            level = 1 if depth(heading.number) == 1 else 2
            inside = True
        elif cues.NAMED.fullmatch(heading.title) and numbered:
            level, inside = 1, False
        elif numbered:
            level = 2 if inside else 1
        else:
            level = _beside(headings, i, found)
        found.append(level)
    return found


def _beside(headings: Sequence[Heading], i: int, found: Sequence[int]) -> int:
    if not i:
        return 1
    adjacent = headings[i].unit == headings[i - 1].last + 1
    return min(DEEPEST, found[-1] + 1) if adjacent else found[-1]
