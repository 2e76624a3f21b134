"""Footnotes, told from the text above them by their smaller type and by the mark that they begin with."""

from __future__ import annotations

from pipeline.split.units import Unit

SMALLER = 0.92
"""Footnotes are set smaller than the text by this share at least."""
MARKS = frozenset("0123456789*†‡§¹²³")


def is_small(unit: Unit, size: float) -> bool:
    """Whether a unit is set in clearly smaller type than this size; what has no size is not."""
    return bool(unit.block.size) and (unit.block.size or 0.0) <= SMALLER * size


def is_note(unit: Unit, above: Unit) -> bool:
    """Whether a unit is a footnote on the page of the text above it."""
    marked = unit.lead.body > 0 or unit.text[:1] in MARKS
    return marked and above.block.page == unit.block.page and is_small(unit, above.block.size or 0.0)
