"""Words of a page gathered into printed lines, and lines cut where wide gaps stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import attrgetter
from statistics import median
from typing import NamedTuple

from pipeline.model.documents import Box
from pipeline.read.pdf.ink import HINTED_GAP, SPACE_GAP, Word
from pipeline.read.pdf.markers import is_marker

SAME_BASE = 0.3
"""Words whose base lines differ by less than this share of the font size stand on one line."""
RAISED = 0.9
"""A superscript or subscript is at most this share of the font size of its neighbour."""
LEAST_RAISED = 0.2
"""A footnote's mark stands so much of the font size above the base line."""
NOTE = re.compile(r"\d{1,3}(?:,\d{1,3})*[.,;:)]?")
ORDINAL = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)
SQUARED = frozenset("m km cm mm ft yd metres kilometres".split())
"""After these a raised 2 or 3 is a power."""
DROPPED = 1.8
"""The large first letter of a text is so many times the size of its lines."""
FEWEST_LETTERS = 6
LETTERS = 0.6
"""Share of single letters among the words of such a title; kerning joins a few."""
WIDEST_TRACKING = 1.0
"""In font sizes: letters further apart stand for themselves."""
SPACED = 1.6
"""In a title with spaced letters a gap wider than the usual one by this much parts words."""
WIDE_GAP = 1.6
"""A gap over this many font sizes parts columns rather than words."""


class Line(NamedTuple):
    """Words on one base line, from left to right."""

    words: tuple[Word, ...]
    x0: float
    y0: float
    x1: float
    y1: float
    base: float
    size: float

    @property
    def box(self) -> Box:
        return Box(self.x0, self.y0, self.x1, self.y1)


def line(words: Iterable[Word]) -> Line:
    """A line of these words; its base and size are those of the larger part of its characters."""
    ordered = tuple(sorted(words, key=attrgetter("x0")))
    if len(ordered) == 1:
        word = ordered[0]
        return Line(ordered, word.x0, word.y0, word.x1, word.y1, word.base, word.size)
    main = max(ordered, key=lambda word: (len(word.text), word.size))
    sizes = {word.size for word in ordered}
    size = main.size if len(sizes) == 1 else median(word.size for word in ordered for _ in word.text)
    low, high = min(word.y0 for word in ordered), max(word.y1 for word in ordered)
    return Line(ordered, ordered[0].x0, low, max(word.x1 for word in ordered), high, main.base, size)


def rows(words: Sequence[Word]) -> list[Line]:
    """Words gathered by base line, from the top of the page down; columns side by side share a row where their base lines meet."""
    found: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (-word.base, word.x0)):
        if found and abs(found[-1][0].base - word.base) < SAME_BASE * min(found[-1][0].size, word.size):
            found[-1].append(word)
        else:
            found.append([word])
    return [line(words) for words in _dropped_joined(_raised_joined(found))]


def _dropped_joined(found: list[list[Word]]) -> list[list[Word]]:
    """A large first letter that stands beside several lines put before the first of them, which it begins."""
    for words in found:
        letter = next((word for word in words if _is_dropped(word, found)), None)
        home = next((other for other in found if letter and other is not words and _begins(letter, other)), None)
        if letter and home:
            words.remove(letter)
            home.append(letter)
    return [words for words in found if words]


def _is_dropped(word: Word, found: list[list[Word]]) -> bool:
    return len(word.text) == 1 and word.text.isupper() and sum(_begins(word, other) for other in found) >= 2


def _begins(letter: Word, words: list[Word]) -> bool:
    """Whether a line of much smaller type begins just after the letter, at its height."""
    first = min((word for word in words if word is not letter), key=attrgetter("x0"), default=None)
    if first is None or letter.size < DROPPED * first.size or not first.text[0].isalpha():
        return False
    beside = -first.size / 2 < first.x0 - letter.x1 < first.size
    return beside and letter.base - 1 <= first.base < letter.base + 0.8 * letter.size


def _raised_joined(found: list[list[Word]]) -> list[list[Word]]:
    """Superscripts and subscripts put into the line of the word they stand at."""
    kept: list[list[Word]] = []
    for i, words in enumerate(found):
        near = [other for other in (found[i + 1] if i + 1 < len(found) else None, kept[-1] if kept else None) if other]
        home = next((other for other in near if all(_is_script_of(word, other) for word in words)), None)
        if home is None:
            kept.append(words)
        else:
            home.extend(words)
    return kept


def _is_script_of(word: Word, line_words: list[Word]) -> bool:
    """Whether a small word touches, and overlaps in height, a larger one of the line."""
    return any(
        word.size <= RAISED * other.size
        and min(word.y1, other.y1) - max(word.y0, other.y0) > 0.3 * word.size
        and -0.2 * other.size < max(word.x0 - other.x1, other.x0 - word.x1) < 0.5 * other.size
        for other in line_words
    )


def segments(row: Line, breaks: Sequence[float] = ()) -> list[Line]:
    """A row cut at wide gaps, and wherever one of the heights in `breaks` (x of upright rules) stands between two words."""
    cut: list[list[Word]] = [[row.words[0]]]
    for last, word in pairwise(row.words):
        wide = word.x0 - last.x1 > WIDE_GAP * max(last.size, word.size)
        if wide or any(last.x1 <= x + 1 and x - 1 <= word.x0 for x in breaks):
            cut.append([])
        cut[-1].append(word)
    return [line(words) for words in cut]


def spaces(row: Line) -> list[str]:
    """What stands between neighbouring words of a line: a space or nothing; one fewer than words."""
    tracking = _tracking(row)
    return [_gap(last, word, tracking) for last, word in pairwise(row.words)]


def _gap(last: Word, word: Word, tracking: float) -> str:
    distance = word.x0 - last.x1
    if 0 < distance < tracking or (len(last.text) == 1 and last.size > DROPPED * word.size and word.text.islower()):
        return ""
    follows = word.order == last.order + 1
    if _numbers(last, word) or _notes(last, word):
        return " "
    if last.text[-1].isdigit() and ORDINAL.match(word.text) and _is_raised(last, word):
        return ""
    least = HINTED_GAP if word.hinted and follows else SPACE_GAP
    return " " if (word.spaced and follows) or distance > least * max(last.size, word.size) else ""


def _numbers(last: Word, word: Word) -> bool:
    """Whether a word is the number of a paragraph that the next begins: a tab may leave no room between them."""
    return word.text[0].isupper() and not last.text.isdigit() and is_marker(last.text)


def _notes(last: Word, word: Word) -> bool:
    """Whether a word is the raised number of a footnote, which is no digit of what it follows: "£4.2m" and a small 1."""
    return _is_raised(last, word) and NOTE.fullmatch(word.text) is not None and last.text.casefold() not in SQUARED


def _is_raised(last: Word, word: Word) -> bool:
    return word.size <= RAISED * last.size and word.base - last.base > LEAST_RAISED * last.size


def _tracking(row: Line) -> float:
    """The widest gap between letters of a title set with spaced letters; 0 for other lines."""
    letters = [word.text for word in row.words if len(word.text) == 1]
    if len(row.words) < FEWEST_LETTERS or len(letters) < LETTERS * len(row.words) or letters == sorted(letters):
        return 0.0
    gaps = [word.x0 - last.x1 for last, word in pairwise(row.words)]
    usual = median(gaps)
    return SPACED * usual if "".join(letters).isalpha() and 0 < usual < WIDEST_TRACKING * row.size else 0.0


def text_of(row: Line) -> str:
    """The words of a line with their spaces."""
    found = [row.words[0].text]
    for space, word in zip(spaces(row), row.words[1:], strict=True):
        found += [space, word.text]
    return "".join(found)
