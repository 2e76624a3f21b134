"""Footnotes, told from the text above them by their smaller type and by the mark that they begin with; and their marks in headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.model.boxes import lines
from pipeline.model.documents import Box, Document
from pipeline.split.headings import Heading, body_size
from pipeline.split.units import Unit

SMALLER = 0.92
"""Footnotes are set smaller than the text by this share at least."""
MARKS = frozenset("0123456789*†‡§¹²³")
LOWER = 0.5
"""Where no text stands above it on the page, a footnote stands in this share of the page, from the bottom."""
TITLE_MARK = re.compile(r"\s?(?:\d{1,2}|[*†‡§¹²³]{1,3})$")
RAISED = 0.8
"""A mark is at most this share as high as the character before it."""


class Notes:
    """Tells the footnotes of one document."""

    def __init__(self, document: Document, units: Sequence[Unit]) -> None:
        self.heights = [page.height or 0.0 for page in document.pages]
        parts: dict[int, list[Unit]] = {}
        for unit in units:
            parts.setdefault(unit.part, []).append(unit)
        self.usual = {part: body_size(own) for part, own in parts.items()}

    def begins(self, unit: Unit, above: Unit | None) -> bool:
        """Whether a unit is a footnote: marked, in smaller type than its part's, below larger type or at the page's foot."""
        lead = unit.lead
        marked = unit.text[:1] in MARKS and not (lead.closed or lead.marker or unit.text.startswith("**"))
        if not marked or not is_small(unit, self.usual[unit.part]):
            return False
        below = above is not None and above.block.page == unit.block.page and is_small(unit, above.block.size or 0.0)
        return below or self._is_low(unit)

    def _is_low(self, unit: Unit) -> bool:
        box, height = unit.block.box, self.heights[unit.block.page]
        return box is not None and box.y1 < LOWER * height


def is_small(unit: Unit, size: float) -> bool:
    """Whether a unit is set in clearly smaller type than this size; what has no size is not."""
    return bool(unit.block.size) and (unit.block.size or 0.0) <= SMALLER * size


def without_mark(document: Document, heading: Heading) -> Heading:
    """The heading without the raised number of a footnote at its end; the page shows which is one: "Phase 2" keeps its number."""
    match = TITLE_MARK.search(heading.title)
    if not match or heading.run_in or not _is_raised(document, heading.end - 1):
        return heading
    return replace(heading, title=heading.title[: match.start()].rstrip(" :"))


def _is_raised(document: Document, at: int) -> bool:
    """Whether a character is printed smaller and higher than the one before it."""
    page = document.pages[document.page_at(at)]
    before = at - 1
    while before > page.start and not document.text[before].isalpha():
        before -= 1
    mark, letter = (_box(page.boxes, offset - page.start) for offset in (at, before))
    if mark is None or letter is None:
        return False
    return mark.y1 - mark.y0 <= RAISED * (letter.y1 - letter.y0) and mark.y0 > letter.y0


def _box(packed: bytes, at: int) -> Box | None:
    return next(iter(lines(packed, at, at + 1)), None) if at >= 0 else None
