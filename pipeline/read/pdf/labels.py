"""Page labels as printed: the number in a page's header or footer, where the pages around it count on from it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from pipeline.model.documents import Block, Page
from pipeline.read.generated import roman

NAMED = re.compile(
    r"\b(?:page|pg|tudalen|leathanach)\.?[ \t]*(\d{1,4})\b|\b(\d{1,4})[ \t]*\|[ \t]*p ?a ?g ?e\b|(?<=\s)[-–] ?(\d{1,4}) ?[-–](?=\s|$)",
    re.IGNORECASE,
)
"""Word's own footers among them: "12 | P a g e", "- 12 -"."""
ALONE = re.compile(r"[\s|–-]*(\d{1,4})[\s|–-]*")
ROMAN = re.compile(r"(?:page[ \t]*)?[\s|–-]*([ivxl]{1,6})[\s|–-]*", re.IGNORECASE)
AT_AN_END = re.compile(r"(\d{1,4})[ \t]{2,}\S.*|.*\S[ \t]{2,}(\d{1,4})|(\d{1,4})[ \t]*\|.*|.*\|[ \t]*(\d{1,4})")
"""Set apart from the rest of the line: "Library review    12"."""
MOST_ROMAN = 60
FEWEST = 2
"""So many pages must agree: a number on one page alone may be anything."""


def labelled(pages: Sequence[Page], blocks: Iterable[Block]) -> list[Page]:
    """The pages with the numbers printed on them for labels; a page that has a label keeps it.

    A pack prints its own numbers beside those of the papers in it: of several numbers the one counts that most pages agree with.
    """
    found: list[set[Number]] = [set() for _ in pages]
    for block in blocks:
        if block.kind == "furniture":
            page = pages[block.page]
            found[block.page] |= set(_numbers(page.text[block.start - page.start : block.end - page.start]))
    agreed = Counter(number.counted_from(index) for index, numbers in enumerate(found) for number in numbers)
    return [_with_label(page, index, numbers, agreed) for index, (page, numbers) in enumerate(zip(pages, found, strict=True))]


class Number(NamedTuple):
    """A number that may be a page's."""

    value: int
    printed: str

    def counted_from(self, index: int) -> tuple[bool, int]:
        """What pages that count on from one another share: Roman numbers and figures each count for themselves."""
        return self.printed.isdecimal(), self.value - index


def _numbers(text: str) -> Iterator[Number]:
    """The numbers in one line of furniture."""
    text = text.strip()
    alone = ALONE.fullmatch(text) or AT_AN_END.fullmatch(text)
    told = [*(alone.groups() if alone else ()), *(group for match in NAMED.finditer(text) for group in match.groups())]
    yield from (Number(int(figures), str(int(figures))) for figures in told if figures)
    letters = ROMAN.fullmatch(text)
    value = next((n for n in range(1, MOST_ROMAN) if roman(n) == letters[1].lower()), None) if letters else None
    if letters and value:
        yield Number(value, letters[1])


def _with_label(page: Page, index: int, numbers: set[Number], agreed: Counter[tuple[bool, int]]) -> Page:
    likely = max(numbers, key=lambda number: (agreed[number.counted_from(index)], number), default=None)
    if page.label or likely is None or agreed[likely.counted_from(index)] < FEWEST:
        return page
    return replace(page, label=likely.printed)
