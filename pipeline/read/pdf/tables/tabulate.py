"""Aligned lines made into a table, or refused: prose, lists, contents and label-value lines are none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from pipeline.model.documents import Box
from pipeline.read.pdf.ink import Rule
from pipeline.read.pdf.lines import SAME_BASE, Line, line, text_of
from pipeline.read.pdf.markers import is_marker
from pipeline.read.pdf.tables.aligned import Columns, Run, is_number
from pipeline.read.pdf.tables.grids import CellLines, TableLines
from pipeline.read.pdf.tables.rowing import TIGHT, cells_of, grouped, spaced
from pipeline.read.pdf.tables.wraps import Row, wraps

LEADERS = re.compile(r"[.…_]{4,}|(?:\. ){4,}")
FIGURES = 0.45
"""At this share of figures outside the first column a run is a table of figures."""
WORDY = 0.75
FEWEST_PROSE_WORDS = 5
"""A column with this share of the words, in cells of so many, is running text."""
SPARSE = 0.4
"""One of two columns that is filled less often than this is no column."""
LONGEST = 6
"""Median words of a cell in a table without figures."""


def tabulate(found: Sequence[Line], run: Run, rules: Sequence[Rule], breaks: Sequence[float] = ()) -> tuple[TableLines, int, int] | None:
    """The table that rows `run.first` to `run.last` make, with the first and last row it takes; None where they make none."""
    cut = [cells_of(row, run.columns, breaks) for row in found]
    sure = confidence(cut[run.first : run.last + 1], len(run.columns.inks))
    if sure is None:
        return None
    first, last = _with_header(found, cut, run), _with_tail(found, cut, run)
    lines = found[first : last + 1]
    separators = _separators(lines, rules)
    banded = len(separators) >= max(2, (last - run.first + 1) / 4)
    groups = grouped(cut[first : last + 1], lines, separators, banded)
    return assembled(groups, lines, run.columns, sure), first, last


def confidence(rows: Sequence[Row], width: int) -> float | None:
    """How sure it is that these rows are a table; None where they are not."""
    full = [row for row in rows if len(row) > 1]
    texts: list[list[str]] = [[] for _ in range(width)]
    for row in rows:
        for (start, end), lines in row.items():
            if start == end:
                texts[start].append(" ".join(text_of(each) for each in lines))
    held = [column for column in texts if column]
    if len(full) < 2 or len(held) < 2 or any(LEADERS.search(text) for column in held for text in column):
        return None
    if _is_prose(held):
        return None
    others = [text for column in held[1:] for text in column]
    figures = sum(all(is_number(word) for word in text.split()) for text in others) / len(others)
    if figures >= FIGURES and not _is_contents(held):
        return min(0.9, 0.6 + 0.05 * len(full)) if len(full) > 2 or len(held) > 3 else None
    return _confidence_of_words(held, full)


def _is_prose(held: list[list[str]]) -> bool:
    """Whether one column holds nearly all words, in long cells, and no two others hold figures: text behind numbers or bullets."""
    counts = [[len(text.split()) for text in column] for column in held]
    longest = max(counts, key=sum)
    if sum(longest) < WORDY * sum(map(sum, counts)) or median(longest) < FEWEST_PROSE_WORDS:
        return False
    return sum(sum(all(map(is_number, text.split())) for text in column) > 1 for column in held[1:]) < 2


def _confidence_of_words(held: list[list[str]], full: Sequence[Row]) -> float | None:
    """For runs without figures: short cells, in at least three rows, that are neither list markers nor labels with a colon."""
    first = held[0]
    if len(held) < 3 and min(map(len, held)) < SPARSE * max(map(len, held)):
        return None
    if sum(is_marker(text) or all(len(word) < 2 for word in text.split()) for text in first) > 0.6 * len(first) and len(held) < 4:
        return None
    if sum(text.rstrip().endswith(":") for text in first) > 0.4 * len(first) and len(held) < 3:
        return None
    words = [median(len(text.split()) for text in column) for column in held]
    if len(full) < 3 or max(words) > LONGEST * 2 or median(words) > LONGEST or _is_contents(held):
        return None
    return 0.5 + 0.05 * min(4, len(held) - 2 + len(full) // 5)


def _is_contents(held: list[list[str]]) -> bool:
    """Titles with page numbers that never go down."""
    last = held[-1]
    pages = [int(text) for text in last if text.isdecimal()]
    titles = median(len(text.split()) for text in held[-2])
    rising = len(pages) == len(last) > 2 and pages == sorted(pages) and pages[0] < pages[-1] < 1000
    return len(held) <= 3 and rising and titles >= 2


def _with_header(found: Sequence[Line], cut: Sequence[Row], run: Run) -> int:
    """The first row with those above that belong to the header, or to a label that wraps.

    A header is close and stands over columns other than the first; a label's first lines are closer than two rows.
    """
    first = run.first
    while first > 0:
        above, below = found[first - 1], found[first]
        far = above.base - below.base > 1.9 * max(above.size, below.size)
        if far or min(start for start, _ in cut[first - 1]) == 0:
            break
        first -= 1
    if first == run.first and spaced(cut[first : run.last + 1], found[first : run.last + 1]):
        near = TIGHT * min(a.base - b.base for a, b in pairwise(found[first : run.last + 1]))
        while first > 0 and set(cut[first - 1]) == {(0, 0)} and found[first - 1].base - found[first].base < near:
            first -= 1
    return first


def _with_tail(found: Sequence[Line], cut: Sequence[Row], run: Run) -> int:
    """The last row with the lines below that go on with its words: as close as the lines of one cell."""
    last = run.last
    pitches = [a.base - b.base for a, b in pairwise(found[run.first : last + 1])]
    widest = max((each.x1 for row in cut[run.first : last + 1] for each in row.get((0, 0), ())), default=0.0)
    while last + 1 < len(found) and len(cut[last + 1]) == 1:
        pitch = found[last].base - found[last + 1].base
        next_pitch = found[last + 1].base - found[last + 2].base if last + 2 < len(found) else float("inf")
        if pitch > TIGHT * min(pitches) or next_pitch <= pitch or not wraps(cut[run.first : last + 1], cut[last + 1], widest):
            break
        last += 1
    return last


def _separators(lines: Sequence[Line], rules: Sequence[Rule]) -> list[float]:
    """Heights of level rules that cross most of the lines' width."""
    left, right = min(row.x0 for row in lines), max(row.x1 for row in lines)
    spans: dict[int, float] = {}
    for rule in rules:
        if rule.y0 == rule.y1 and lines[-1].base < rule.y0 < lines[0].y1:
            spans[round(rule.y0)] = spans.get(round(rule.y0), 0.0) + min(right, rule.x1) - max(left, rule.x0)
    return [float(y) for y, width in spans.items() if width > 0.6 * (right - left)]


def assembled(groups: Sequence[Sequence[Row]], lines: Sequence[Line], columns: Columns, sure: float) -> TableLines:
    """The table of these groups of printed lines."""
    left, right = min(row.x0 for row in lines) - 1, max(row.x1 for row in lines) + 1
    edges = [min(left, *columns.borders), *columns.borders, max(right, *columns.borders)]
    boxes = [_around([each for row in group for held in row.values() for each in held]) for group in groups]
    table = []
    for group, box in zip(groups, boxes, strict=True):
        merged: Row = {}
        for row in group:
            for at, held in row.items():
                merged.setdefault(at, []).extend(held)
        table.append(_slots(merged, edges, box))
    return TableLines(tuple(table), Box(left, boxes[-1].y0, right, boxes[0].y1), False, sure)


def _around(lines: Sequence[Line]) -> Box:
    return Box(min(x.x0 for x in lines), min(x.y0 for x in lines), max(x.x1 for x in lines), max(x.y1 for x in lines))


def _slots(merged: Row, edges: Sequence[float], box: Box) -> tuple[CellLines | None, ...]:
    """One slot for each column; cells that meet in a slot are one."""
    cells: list[CellLines | None] = []
    column = 0
    while column < len(edges) - 1:
        end = column
        held: list[Line] = []
        for (start, stop), lines in sorted(merged.items()):
            if column <= start <= end:
                end = max(end, stop)
                held += lines
        cells.append(CellLines(tuple(_joined(held)), Box(edges[column], box.y0, edges[end + 1], box.y1), end - column + 1))
        cells += [None] * (end - column)
        column = end + 1
    return tuple(cells)


def _joined(lines: Sequence[Line]) -> list[Line]:
    """Pieces of one cell in reading order, those on one base line joined."""
    found: list[list[Line]] = []
    for each in sorted(lines, key=lambda piece: (-piece.base, piece.x0)):
        if found and abs(found[-1][0].base - each.base) < SAME_BASE * each.size:
            found[-1].append(each)
        else:
            found.append([each])
    return [line(word for piece in group for word in piece.words) for group in found]
