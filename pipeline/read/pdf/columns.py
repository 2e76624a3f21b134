"""Reading order: text set in columns is read one column after the other, everything else line by line.

A column border is an upright strip without ink that many lines end before and many begin after. What is printed
in such a strip's two sides may be columns of prose, a table or label and value: only prose and boxes of text that
keep their own lines are read column by column.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, permutations
from statistics import median

from pipeline.model.documents import Box
from pipeline.read.pdf.ink import Word
from pipeline.read.pdf.lines import SAME_BASE, Line, line, rows, segments
from pipeline.read.pdf.markers import LABEL_END
from pipeline.read.pdf.tables.aligned import is_number
from pipeline.read.pdf.tables.grids import TableLines

FEWEST_LINES = 4
"""A column of prose has at least so many lines on either side of its border."""
PROSE_WORDS = 3.5
"""Median words in a line of a prose column; cells of tables hold fewer."""
FILLED = 0.55
"""Median share of its column that a line of prose fills."""
PARTNERED = 0.55
"""Below this share of lines with a neighbour on the same base line, the two sides keep lines of their own."""
LABELLED = 0.75
"""Share of lines on the left that end as labels do and have their value beside them."""
NARROW_GAP = 0.8
"""A gap of so many font sizes is a column border where enough lines begin at one place after it."""
SHARED_LINES = 5
LEAST_BESIDE = 0.5
"""Tables beside one another share this part of their height at least."""
CAPTION_REACH = 2.5
"""A caption stands within so many font sizes above its table."""
EDGE = 3.0
"""Left edges within so many points are one edge; a border lies so far before it."""
NUMBERS = 0.25


@dataclass(frozen=True, slots=True)
class Border:
    """A column border: at x, from `top` down to `bottom`."""

    x: float
    top: float
    bottom: float


def border(words: Sequence[Word], tables: Sequence[TableLines]) -> Border | None:
    """The tallest column border among these words, or None where they are to be read line by line."""
    found = rows(words)
    shared = _shared_edges(found)
    pieces = [piece for row in found for piece in _pieces(row, shared)]
    if len(pieces) < 2 * FEWEST_LINES:
        return None
    boxes = [table.box for table in tables]
    strips = [strip for x in _edges(pieces) for strip in _strips(x, pieces, boxes) if _parts_columns(strip, pieces)]
    return max(strips, key=lambda strip: strip.top - strip.bottom, default=None)


def between_tables(words: Sequence[Word], tables: Sequence[TableLines]) -> Border | None:
    """The border between two tables beside one another, captions over them included; None where no two stand so."""
    for left, right in permutations(tables, 2):
        x = (left.box.x1 + right.box.x0) / 2
        top, bottom = max(left.box.y1, right.box.y1), min(left.box.y0, right.box.y0)
        shared = min(left.box.y1, right.box.y1) - max(left.box.y0, right.box.y0)
        beside = left.box.x1 < right.box.x0 and shared > LEAST_BESIDE * (top - bottom)
        if beside and not any(word.x0 < x < word.x1 and bottom < word.base < top for word in words):
            return Border(x, _over_captions(words, x, top), bottom)
    return None


def _over_captions(words: Sequence[Word], x: float, top: float) -> float:
    """The top of the captions that stand over both tables, close above them."""
    for row in reversed(rows([word for word in words if word.base >= top])):
        pieces = segments(row)
        if row.base - top > CAPTION_REACH * row.size or len(pieces) < 2 or any(piece.x0 < x < piece.x1 for piece in pieces):
            break
        top = row.y1
    return top


def _shared_edges(found: Sequence[Line]) -> list[float]:
    """Where words of many lines begin after a gap that is wide for a space though narrow for a column border."""
    starts = sorted(word.x0 for row in found for last, word in pairwise(row.words) if word.x0 - last.x1 > NARROW_GAP * word.size)
    groups: list[list[float]] = []
    for x in starts:
        if groups and x - groups[-1][-1] <= 1:
            groups[-1].append(x)
        else:
            groups.append([x])
    return [median(group) for group in groups if len(group) >= SHARED_LINES]


def _pieces(row: Line, shared: Sequence[float]) -> list[Line]:
    cut: list[list[Word]] = []
    for piece in segments(row):
        cut.append([piece.words[0]])
        for last, word in pairwise(piece.words):
            begins = word.x0 - last.x1 > NARROW_GAP * word.size and any(abs(word.x0 - x) <= 1 for x in shared)
            cut[-1:] = [cut[-1], [word]] if begins else [[*cut[-1], word]]
    return [line(words) for words in cut]


def _edges(pieces: Sequence[Line]) -> list[float]:
    """Heights just before left edges that several lines share."""
    found: list[list[float]] = []
    for x in sorted(piece.x0 for piece in pieces):
        if found and x - found[-1][0] <= EDGE:
            found[-1].append(x)
        else:
            found.append([x])
    return [group[0] - 1 for group in found[1:] if len(group) >= FEWEST_LINES - 1]


def _strips(x: float, pieces: Sequence[Line], boxes: Sequence[Box]) -> list[Border]:
    """The stretches at x that no line and no table crosses."""
    crossing = sorted(
        [(piece.y1, piece.y0) for piece in pieces if piece.x0 < x < piece.x1] + [(box.y1, box.y0) for box in boxes if box.x0 < x < box.x1],
        reverse=True,
    )
    top = max(max(piece.y1 for piece in pieces), max((box.y1 for box in boxes), default=0.0)) + 1
    bottom = min(min(piece.y0 for piece in pieces), min((box.y0 for box in boxes), default=0.0)) - 1
    found = []
    for high, low in crossing:
        if top > high:
            found.append(Border(x, top, high))
        top = min(top, low)
    return [*found, Border(x, top, bottom)]


def _parts_columns(strip: Border, pieces: Sequence[Line]) -> bool:
    held = [piece for piece in pieces if strip.bottom < (piece.y0 + piece.y1) / 2 < strip.top]
    left = rows([word for piece in held if piece.x1 <= strip.x for word in piece.words])
    right = rows([word for piece in held if piece.x0 >= strip.x for word in piece.words])
    if min(len(left), len(right)) < FEWEST_LINES - 1 or _numbers(left) > NUMBERS or _numbers(right) > NUMBERS:
        return False
    if _narrow(left) or _narrow(right):
        return False
    partners = _partnered(left, right)
    if _are_labels(left) and len(left) <= len(right) and partners >= LABELLED:
        return False
    if partners < PARTNERED and min(len(left), len(right)) >= FEWEST_LINES:
        return _is_prose(left) or _is_prose(right)
    return min(len(left), len(right)) >= FEWEST_LINES and _is_prose(left) and _is_prose(right) and not _starts_together(left, right)


def _narrow(side: Sequence[Line]) -> bool:
    """Only list markers, numbers or times stand there."""
    return median(len("".join(word.text for word in line.words)) for line in side) <= 6


def _are_labels(side: Sequence[Line]) -> bool:
    """ "Present:-", "Apologies:-", "In attendance:-": most lines name what stands beside them."""
    return sum(LABEL_END.search(line.words[-1].text) is not None for line in side) >= LABELLED * len(side)


def _numbers(side: Sequence[Line]) -> float:
    texts = [word.text for line in side for word in line.words]
    return sum(is_number(text) for text in texts) / len(texts) if texts else 1.0


def _is_prose(side: Sequence[Line]) -> bool:
    width = max(line.x1 for line in side) - min(line.x0 for line in side)
    return median(len(line.words) for line in side) >= PROSE_WORDS and median(line.x1 - line.x0 for line in side) >= FILLED * width


def _partnered(left: Sequence[Line], right: Sequence[Line]) -> float:
    """Share of the lines on the side with fewer that have a line on the same base line on the other side."""
    few, many = sorted((left, right), key=len)
    bases = [line.base for line in many]
    return sum(any(abs(line.base - base) < SAME_BASE * line.size / 2 for base in bases) for line in few) / len(few)


def _starts_together(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether paragraphs on both sides begin on the same lines, as the rows of a table do."""
    few, many = sorted((_starts(left), _starts(right)), key=len)
    return len(few) >= 3 and sum(any(abs(a - b) < 2 for b in many) for a in few) >= 0.7 * len(few)


def _starts(side: Sequence[Line]) -> list[float]:
    pitches = [a.base - b.base for a, b in pairwise(side)]
    usual = median(pitches) if pitches else 0.0
    return [side[0].base, *(line.base for line, pitch in zip(side[1:], pitches, strict=True) if pitch > 1.3 * usual)]
