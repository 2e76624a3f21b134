"""What runs down the sides of the pages, and what is stamped across them: words that are no part of the text they stand beside or over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from pipeline.read.pdf.ink import Ink, Word
from pipeline.read.pdf.lines import Line, line, rows

SIDE = 0.09
"""Share of the page's width, at the left and at the right, where such words stand."""
FEWEST_LETTERS = 6
"""Numbers of paragraphs hang in the margin too."""
STAMPED = 3.0
"""A word so many times larger than the page's usual size that other words are printed over is a stamp, like DRAFT."""
HEIGHT = 0.7
"""Height of capitals, as a share of the font size."""


def side_groups(ink: Ink) -> list[list[Line]]:
    """The words that stand wholly in one margin: each run of words set sideways, and the lines of all upright ones."""
    words = [word for word in ink.words if not word.hidden and not word.slanted]
    return [*_groups([word for word in words if word.x1 < SIDE * ink.frame.width]),
            *_groups([word for word in words if word.x0 > (1 - SIDE) * ink.frame.width])]  # fmt: skip


def _groups(side: Sequence[Word]) -> Iterator[list[Line]]:
    yield from ([line([word])] for word in side if word.turned and _tells(word.text))
    upright = [word for word in side if not word.turned]
    if _tells("".join(word.text for word in upright)):
        yield rows(upright)


def _tells(text: str) -> bool:
    return sum(map(str.isalpha, text)) >= FEWEST_LETTERS


def large(ink: Ink) -> list[Word]:
    """Words far larger than the page's usual size."""
    seen = [word for word in ink.words if not word.hidden and not word.slanted]
    usual = median(word.size for word in seen) if seen else 0.0
    return [word for word in seen if word.size > STAMPED * usual]


def is_printed_over(word: Word, ink: Ink) -> bool:
    return any(not other.hidden and _lies_over(other, word) for other in ink.words)


def _lies_over(other: Word, word: Word) -> bool:
    x, y = (other.x0 + other.x1) / 2, other.base + HEIGHT * other.size / 2
    return other.size < word.size / 2 and word.x0 < x < word.x1 and word.base < y < word.base + HEIGHT * word.size
