"""Running headers, footers, page numbers and words in the margins: lines near the page's edges that its neighbours repeat."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

from pipeline.read.pdf.ink import Ink, Word
from pipeline.read.pdf.lines import Line, rows, segments, text_of
from pipeline.read.pdf.margins import is_printed_over, large, side_groups
from pipeline.read.pdf.tables.aligned import pieces
from pipeline.read.pdf.tables.stacks import stacks
from pipeline.read.pdf.uprights import ALIKE, Stack

ZONE = 0.11
"""Share of the page's height, at the top and at the bottom, where furniture stands."""
LOWEST_ZONE = 0.2
"""A bare number that is the last line may stand as high as this, where the neighbours print theirs."""
DEEPEST = 4
"""At most so many lines from either edge."""
NEIGHBOURS = 2
"""Pages before and after that are compared: a pack holds papers with headers of their own, headers may alternate between
left and right pages, and what is repeated further away (the committee's name over each report) is a title."""
CLOSE = 1.35
"""Lines of one text follow one another within so many font sizes."""
APART = 1.8
"""The same for bold lines of one size: the letterhead of a cover, and again over the minutes two pages on."""
NEAR = 14.0
"""The repeated line stands at the same height, within so many points."""
PAGE_NUMBER = re.compile(
    r"(?:page|pg\.?|tudalen|leathanach)?[\s|:–-]*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|o|/)\s*\d{1,4})?[\s|–-]*", re.IGNORECASE
)

NUMBERED = re.compile(r"\b(?:page|tudalen|leathanach) \d{1,4}\b", re.IGNORECASE)
"""A line that holds the page's own number is no header of a table, however many parts it has."""
BLANK = re.compile(
    r"\W*(?:this )?page (?:is |has been |was )?(?:intentionally |deliberately )?(?:left )?blank\W*|"
    r"\W*(?:mae['’]r )?(?:d|t)udalen (?:hon )?(?:.{0,20} )?(?:yn )?wag\W*",
    re.IGNORECASE,
)
"""All that an empty page prints."""
FEW = 16
"""Words of such a page, its number included, at most."""
LABEL = re.compile(r"(?:agenda )?item\b|(?:appendix|annexe?|enclosure|schedule|attachment)\b")
UNIT = re.compile(r"\b(?:all )?figures (?:are )?in\b|£['’]?0?00s?\b|£m\b|€m\b", re.IGNORECASE)

FEWEST_LETTERS = 6
"""Parts of a line with fewer characters (a date's day, an item's number) do not make it furniture."""
LARGER = 1.12
"""Type larger than the page's usual by this much repeats in its own size only: the cover's letterhead in 18 points is not that of
the reports in 12."""
SMALLER = 0.95
"""Text smaller than the page's usual size by this much needs one neighbour only."""

TALLEST = 0.4
"""No row of a table is taller than this share of the page."""

Mark = tuple[str, float]
"""Part of a line without its digits, and its distance from the nearer edge (negative: from the bottom)."""


def marks(ink: Ink) -> tuple[Mark, ...]:
    """What of a page might be furniture."""
    edges = (mark for row in edge_rows(ink) for mark in _marks(row, ink))
    return (*edges, *map(_beside, side_groups(ink)), *map(_across, large(ink)))


def stamps(ink: Ink, others: Sequence[tuple[Mark, ...]]) -> list[Word]:
    """Words across the page, like DRAFT: slanted ones, and far larger ones that other words are printed over or a neighbour repeats."""
    slanted = [word for word in ink.words if word.slanted and not word.hidden]
    return slanted + [word for word in large(ink) if is_printed_over(word, ink) or _repeats(_across(word), others)]


def _across(word: Word) -> Mark:
    return f"{word.text.casefold()} across", round(word.base)


def _beside(group: Sequence[Line]) -> Mark:
    """The mark of words in a side margin; its height is that over the foot of the page."""
    return " ".join([*map(shape, group), "in the margin"]), round(group[-1].y0)


@dataclass(slots=True)
class Known:
    """What was furniture on earlier pages: it is again where a page stands alone among others, and its header is small."""

    seen: Counter[Mark] = field(default_factory=Counter)

    def note(self, rows: Iterable[Line], ink: Ink) -> None:
        self.seen.update(mark for row in rows for mark in _marks(row, ink) if len(mark[0]) >= FEWEST_LETTERS)

    def page(self) -> tuple[Mark, ...]:
        """As if a neighbouring page held it."""
        return tuple(mark for mark, count in self.seen.items() if count > 1)


def _marks(row: Line, ink: Ink) -> list[Mark]:
    """The line as a whole, and its parts where wide gaps part them: a header may name the committee left and the item right."""
    parts = [row, *(part for part in segments(row) if part.words != row.words)]
    large = f" in {row.size:.0f} points" if row.size > LARGER * _usual_size(ink) else ""
    shapes = [shape(part) + large for part in parts]
    shapes += [piece.strip() for piece in shapes[0].split("|")] if "|" in shapes[0] else []
    return [(each, round(_distance(row, ink))) for each in shapes]


def edge_rows(ink: Ink) -> list[Line]:
    """The lines near the top and bottom edges, from the top down."""
    found = rows([word for word in ink.words if not word.hidden and not word.turned and _in_zone(word.base, ink)])
    top = [row for row in found if row.base > ink.frame.height / 2][:DEEPEST]
    bottom = [row for row in found if row.base <= ink.frame.height / 2][-DEEPEST:]
    return top + (bottom or _last_number(ink))


def _last_number(ink: Ink) -> list[Line]:
    """The page's last line where it is a bare number: a page number may stand just under the text, above the foot of the page."""
    words = [word for word in ink.words if not word.hidden and not word.turned]
    last = min((word.base for word in words), default=ink.frame.height)
    if last >= LOWEST_ZONE * ink.frame.height:
        return []
    return [row for row in rows([word for word in words if word.base < last + 1]) if PAGE_NUMBER.fullmatch(text_of(row).strip())]


def furniture(ink: Ink, others: Sequence[tuple[Mark, ...]]) -> list[Line]:
    """The page's running headers, footers and page numbers; `others` are the marks of the pages around it.

    A line set close to one that is none belongs to that, unless it is smaller than the page's text: the header of a table that goes
    on over pages repeats too.
    """
    if len(ink.words) <= FEW and any(BLANK.fullmatch(text_of(row)) for row in rows(ink.words)):
        return rows([word for word in ink.words if not word.hidden and not word.turned])
    candidates = [row for row in edge_rows(ink) if is_furniture(row, ink, others)]
    ours = {word.order for row in candidates for word in row.words}
    rest = [word for word in ink.words if not word.hidden and not word.turned and word.order not in ours]
    kept: list[Line] = []
    for row in sorted(candidates, key=lambda row: abs(row.base - ink.frame.height / 2)):
        numbered = PAGE_NUMBER.fullmatch(text_of(row).strip())
        if numbered or row.size < SMALLER * _usual_size(ink) or not any(_touches(word, row, ink) for word in rest):
            kept.append(row)
        else:
            rest += row.words
    return sorted([*kept, *_in_margins(ink, others, {word.order for row in kept for word in row.words})], key=lambda row: -row.base)


def _in_margins(ink: Ink, others: Sequence[tuple[Mark, ...]], taken: set[int]) -> Iterator[Line]:
    """Lines in the side margins that the neighbours repeat, but for those with a word that is taken already."""
    for group in side_groups(ink):
        if _repeats(_beside(group), others) >= _needed(others):
            yield from (row for row in group if taken.isdisjoint(word.order for word in row.words))


def _touches(word: Word, row: Line, ink: Ink) -> bool:
    """Whether a word stands on the line or, towards the middle of the page, in the line next to it."""
    distance = row.base - word.base if row.base > ink.frame.height / 2 else word.base - row.base
    headed = word.bold and all(each.bold for each in row.words) and abs(word.size - row.size) < 1
    return -0.5 * row.size < distance < (APART if headed else CLOSE) * row.size


def _in_zone(base: float, ink: Ink) -> bool:
    return not ZONE * ink.frame.height < base < (1 - ZONE) * ink.frame.height


def _distance(row: Line, ink: Ink) -> float:
    """Points from the top edge, or, negative, from the bottom edge."""
    return ink.frame.height - row.base if row.base > ink.frame.height / 2 else -row.base


def shape(row: Line) -> str:
    """The words without their digits; a label keeps its number, which a running header repeats and the next paper's label does not."""
    text = re.sub(r"\s+", " ", text_of(row)).casefold().strip()
    return text if LABEL.match(text) else re.sub(r"\d+", "#", text)


def is_furniture(row: Line, ink: Ink, others: Sequence[tuple[Mark, ...]]) -> bool:
    """Whether enough of the neighbouring pages' marks repeat this line at this height; a bare page number needs none, but one that
    stands higher than the foot of the page needs a neighbour's.

    The header of a table that goes on over pages is repeated too, and is none.
    """
    text = text_of(row).strip()
    if PAGE_NUMBER.fullmatch(text):
        return _in_zone(row.base, ink) or any(other == "#" and at < 0 for page in others for other, at in page)
    if UNIT.search(text) or (len(pieces(row)) > 3 and not NUMBERED.search(text)) or _in_table(row, ink):
        return False
    needed = 1 if row.size < SMALLER * _usual_size(ink) else _needed(others)
    return any(_repeats(mark, others) >= needed for mark in _marks(row, ink) if len(mark[0]) >= FEWEST_LETTERS)


def _needed(others: Sequence[tuple[Mark, ...]]) -> int:
    """How many neighbours must repeat a line of the page's usual size."""
    return 1 if len(others) < 4 else 2


def _repeats(mark: Mark, others: Sequence[tuple[Mark, ...]]) -> int:
    """On how many of the other pages the same words stand at the same height; left and right pages may differ in place."""
    text, height = mark
    return sum(any(other == text and abs(at - height) < NEAR for other, at in page) for page in others)


def _usual_size(ink: Ink) -> float:
    sizes = [word.size for word in ink.words if not word.hidden]
    return median(sizes) if sizes else 0.0


def _in_table(row: Line, ink: Ink) -> bool:
    """Whether the line stands between rules of one table, which goes on into the page: a header may have a frame of its own."""
    return any(
        stack.x0 - ALIKE <= row.x0 and row.x1 <= stack.x1 + ALIKE and _holds(strips, row, ink)
        for stack in stacks(ink.rules)
        for strips in _tables(stack, ink)
    )


def _tables(stack: Stack, ink: Ink) -> list[list[float]]:
    """The heights of rules that are near enough to one another to be of one table: a header's and a footer's rules are not."""
    found = [[stack.heights[0]]]
    for height in stack.heights[1:]:
        if found[-1][-1] - height > TALLEST * ink.frame.height:
            found.append([])
        found[-1].append(height)
    return [heights for heights in found if len(heights) > 2]


def _holds(heights: Sequence[float], row: Line, ink: Ink) -> bool:
    inside = heights[-1] < row.base < heights[0]
    return inside and not (_in_zone(heights[-1], ink) and _in_zone(heights[0], ink))
