"""Page labels as printed: the number in a page's header or footer, where the pages around it count on from it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pipeline.model.documents import Block, Page

NAMED = re.compile(r"\b(?:page|pg|tudalen|leathanach)\.?[ \t]*(\d{1,4})\b", re.IGNORECASE)
ALONE = re.compile(r"[\s|–-]*(\d{1,4})[\s|–-]*")
AT_AN_END = re.compile(r"(\d{1,4})[ \t]{2,}\S.*|.*\S[ \t]{2,}(\d{1,4})|(\d{1,4})[ \t]*\|.*|.*\|[ \t]*(\d{1,4})")
"""Set apart from the rest of the line: "Library review    12"."""
FEWEST = 2
"""So many pages must agree: a number on one page alone may be anything."""


def labelled(pages: Sequence[Page], blocks: Sequence[Block]) -> list[Page]:
    """The pages with the numbers printed on them for labels; a page that has a label keeps it.

    A pack prints its own numbers beside those of the papers in it: of several numbers the one counts that most pages agree with.
    """
    found: list[set[int]] = [set() for _ in pages]
    for block in blocks:
        if block.kind == "furniture":
            page = pages[block.page]
            found[block.page] |= set(_numbers(page.text[block.start - page.start : block.end - page.start]))
    agreed = Counter(number - index for index, numbers in enumerate(found) for number in numbers)
    return [_with_label(page, index, numbers, agreed) for index, (page, numbers) in enumerate(zip(pages, found, strict=True))]


def _numbers(text: str) -> list[int]:
    """Numbers that may be the page's, in one line of furniture."""
    text = text.strip()
    alone = ALONE.fullmatch(text) or AT_AN_END.fullmatch(text)
    own = [group for group in alone.groups() if group] if alone else []
    return [int(number) for number in (*own, *NAMED.findall(text))]


def _with_label(page: Page, index: int, numbers: set[int], agreed: Counter[int]) -> Page:
    likely = max(numbers, key=lambda number: (agreed[number - index], number), default=None)
    if page.label or likely is None or agreed[likely - index] < FEWEST:
        return page
    return replace(page, label=str(likely))
