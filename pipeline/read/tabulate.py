"""A run of aligned rows made into a table, or refused: prose, lists, contents and label-value lines are none."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence
from statistics import median

from pipeline.model.documents import Box
from pipeline.read.aligned import Run, is_number, pieces
from pipeline.read.grids import CellLines, TableLines
from pipeline.read.ink import Rule
from pipeline.read.lines import Line, line, text_of
from pipeline.read.markers import is_marker

HEADER_GAP = 0.35
"""Words this many font sizes apart are cut where a column border passes between them."""
LEADERS = re.compile(r"[.…_]{4,}|(?:\. ){4,}")
FIGURES = 0.45
"""At this share of figures outside the first column a run is a table of figures."""
LONGEST = 6
"""Median words of a cell in a table without figures."""

Grid = list[list[list[Line]]]
"""Lines of each cell, by row and column."""


def tabulate(found: Sequence[Line], run: Run, rules: Sequence[Rule], breaks: Sequence[float] = ()) -> tuple[TableLines, int, int] | None:
    """The table that rows `run.first` to `run.last` make, with the first and last row it takes; None where they make none."""
    first, last = run.first, run.last
    cut = [_cut(row, run.borders, breaks) for row in found]
    sure = _confidence([_columns(cut[i], run.borders) for i in range(first, last + 1)], len(run.borders) + 1)
    if sure is None:
        return None
    first = _with_header(found, cut, run)
    body = range(first, last + 1)
    separators = _separators(found, first, last, rules)
    groups = _grouped([_columns(cut[i], run.borders) for i in body], [found[i] for i in body], separators)
    return _table(groups, [found[i] for i in body], run.borders, sure), first, last


def _cut(row: Line, borders: Sequence[float], breaks: Sequence[float]) -> list[Line]:
    """A row cut into cells: at its own gaps, and at borders that fall between words."""
    found: list[Line] = []
    for piece in pieces(row, breaks):
        words = [[piece.words[0]]]
        for a, b in zip(piece.words, piece.words[1:], strict=False):
            parted = b.x0 - a.x1 > HEADER_GAP * a.size and any(a.x1 <= x <= b.x0 for x in borders)
            words[-1:] = [words[-1], [b]] if parted else [[*words[-1], b]]
        found += [line(group) for group in words]
    return found


def _columns(cells: Sequence[Line], borders: Sequence[float]) -> dict[tuple[int, int], list[Line]]:
    """Cells by the first and last column they stand in."""
    found: dict[tuple[int, int], list[Line]] = {}
    for cell in cells:
        slack = min(3.0, (cell.x1 - cell.x0) / 3)
        at = (bisect(borders, cell.x0 + slack), bisect(borders, cell.x1 - slack))
        found.setdefault(at, []).append(cell)
    return found


Row = dict[tuple[int, int], list[Line]]


def _confidence(rows: Sequence[Row], width: int) -> float | None:
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
    others = [text for column in held[1:] for text in column]
    figures = sum(all(is_number(word) for word in text.split()) for text in others) / len(others)
    if figures >= FIGURES and not _is_contents(held):
        return min(0.9, 0.6 + 0.05 * len(full)) if len(full) > 2 or len(held) > 3 else None
    return _confidence_of_words(held, full, width)


def _confidence_of_words(held: list[list[str]], full: Sequence[Row], width: int) -> float | None:
    """For runs without figures: short cells, in at least three rows, that are neither list markers nor labels with a colon."""
    first = held[0]
    if sum(is_marker(text) for text in first) > 0.6 * len(first) and len(held) < 4:
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
    titles = median(len(text.split()) for text in held[-2]) if len(held) > 1 else 0
    return len(held) <= 3 and len(pages) == len(last) > 2 and pages == sorted(pages) and titles >= 2 and pages[-1] < 1000 and pages[0] < pages[-1]


def _with_header(found: Sequence[Line], cut: Sequence[list[Line]], run: Run) -> int:
    """Rows above that belong to the header: close, and standing over columns other than the first."""
    first = run.first
    while first > 0:
        above, below = found[first - 1], found[first]
        far = above.base - below.base > 1.9 * max(above.size, below.size)
        if far or bisect(run.borders, cut[first - 1][0].x0) == 0 or not _fits(cut[first - 1], run.borders):
            break
        first -= 1
    return first


def _fits(cells: Sequence[Line], borders: Sequence[float]) -> bool:
    return all(cell.x1 - cell.x0 < 400 for cell in cells) and len(borders) > 0


def _separators(found: Sequence[Line], first: int, last: int, rules: Sequence[Rule]) -> list[float]:
    """Heights of level rules that cross most of the run's width."""
    left, right = min(row.x0 for row in found[first : last + 1]), max(row.x1 for row in found[first : last + 1])
    spans: dict[float, float] = {}
    for rule in rules:
        if rule.y0 == rule.y1 and found[last].base < rule.y0 < found[first].y1:
            spans[round(rule.y0)] = spans.get(round(rule.y0), 0.0) + min(right, rule.x1) - max(left, rule.x0)
    return [y for y, width in spans.items() if width > 0.6 * (right - left)]


def _grouped(rows: Sequence[Row], found: Sequence[Line], separators: Sequence[float]) -> list[list[Row]]:
    """Printed lines gathered into table rows: wrapped cells join the row they belong to."""
    ruled = len(separators) >= max(2, len(rows) / 4)
    pitches = [a.base - b.base for a, b in zip(found, found[1:], strict=False)]
    tight = min(pitches, default=0.0)
    groups = [[rows[0]]]
    for i in range(1, len(rows)):
        if ruled:
            joins = not any(found[i].base < y < found[i - 1].base for y in separators)
        else:
            joins = pitches[i - 1] < 1.25 * tight and _wraps(groups[-1][-1], rows[i])
        if joins:
            groups[-1].append(rows[i])
        else:
            groups.append([rows[i]])
    return groups


def _wraps(above: Row, row: Row) -> bool:
    """Whether a line holds only words that continue cells above it."""
    if any(all(is_number(word.text) for each in lines for word in each.words) for lines in row.values()):
        return False
    if (0, 0) not in row:
        return set(row) <= set(above)
    text = text_of(row[0, 0][0])
    return len(row) < len(above) and (0, 0) in above and text[:1].islower()


def _table(groups: Sequence[Sequence[Row]], found: Sequence[Line], borders: Sequence[float], sure: float) -> TableLines:
    left, right = min(row.x0 for row in found) - 1, max(row.x1 for row in found) + 1
    edges = [left, *borders, right]
    tops = [max(each.y1 for row in group for lines in row.values() for each in lines) for group in groups]
    lows = [min(each.y0 for row in group for lines in row.values() for each in lines) for group in groups]
    table: list[tuple[CellLines | None, ...]] = []
    for group, top, low in zip(groups, tops, lows, strict=True):
        merged: Row = {}
        for row in group:
            for at, lines in row.items():
                merged.setdefault(at, []).extend(lines)
        table.append(_cells(merged, edges, top, low))
    return TableLines(tuple(table), Box(left, lows[-1], right, tops[0]), False, sure)


def _cells(merged: Row, edges: Sequence[float], top: float, low: float) -> tuple[CellLines | None, ...]:
    """One slot for each column; cells that meet in a slot are one."""
    cells: list[CellLines | None] = []
    column = 0
    while column < len(edges) - 1:
        end = column
        lines: list[Line] = []
        for (start, stop), held in sorted(merged.items()):
            if column <= start <= end:
                end = max(end, stop)
                lines += held
        cells.append(CellLines(tuple(_lines_of(lines)), Box(edges[column], low, edges[end + 1], top), end - column + 1))
        cells += [None] * (end - column)
        column = end + 1
    return tuple(cells)


def _lines_of(lines: Sequence[Line]) -> list[Line]:
    """Pieces of one cell in reading order, those on one base line joined."""
    found: list[list[Line]] = []
    for each in sorted(lines, key=lambda piece: (-piece.base, piece.x0)):
        if found and abs(found[-1][0].base - each.base) < 0.3 * each.size:
            found[-1].append(each)
        else:
            found.append([each])
    return [line(word for piece in group for word in piece.words) for group in found]
