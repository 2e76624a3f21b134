"""Cells that stand under one another: where a line may be cut, and the upright strips of white that part columns."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from pipeline.read.pdf.ink import Word
from pipeline.read.pdf.lines import Line, line

NUMBER = re.compile(r"[(\-–−+£€$<>~c*]*\d[\d,.]*(?:%|k|m|bn|p|pp)?\)?[*%\-]{0,2}|[-–—]|n/?a|nil|£m|£k|£['’]?000s?|£|€|%", re.IGNORECASE)
UNIT = re.compile(r"\(?[£€]\s?['’]?(?:m|k|bn|000['’]?s?|millions?|thousands?)\)?", re.IGNORECASE)
"""What a header says of the amounts below it: digits that are no amount."""
FIGURE = re.compile(r"\D*\d[\d,]*(?:\.\d+)?\D*")
MARKED = re.compile(r"[.,%£€()+−–-]")
"""What shows that digits are an amount and not part of a telephone number or date."""
LETTER_GAP = 1.1
"""A gap of so many font sizes between words may part cells."""
NUMBER_GAP = 0.6
"""The same where a number stands on one side of it."""
NUMBERS_GAP = 0.2
"""The same between two amounts: in tight tables they nearly touch."""
SPACE = 0.45
"""A space in the file no wider than this many font sizes stands between words of one cell."""
FEWEST_GAPS = 3
EVEN = 1.3
"""In a line set flush on both sides at least three gaps are of one width, and none between words is wider by more than this."""
CROSSED = 0.16
"""A column border may be crossed by this share of the rows (spanning headers, long labels)."""
PAUSE = 3.2
"""A gap between lines of more font sizes than this ends a run of rows."""
NARROWEST = 1.5
"""Points of white between two columns, at the least."""
MOST_PENDING = 12
"""So many lines in a row may hold words of one column only."""

Gap = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns of a table, from left to right."""

    borders: tuple[float, ...]
    """Middles of the strips of white between them: one fewer than columns."""
    inks: tuple[Gap, ...]
    """From the leftmost to the rightmost word of each."""

    def at(self, cell: Line) -> tuple[int, int]:
        """First and last column that a cell stands over: those whose words it overlaps, else the one between whose borders it is."""
        enough = min(3.0, 0.3 * (cell.x1 - cell.x0))
        over = [i for i, (x0, x1) in enumerate(self.inks) if min(x1, cell.x1) - max(x0, cell.x0) > min(enough, 0.3 * (x1 - x0))]
        if over:
            return over[0], over[-1]
        place = bisect(self.borders, (cell.x0 + cell.x1) / 2)
        return place, place


@dataclass(frozen=True, slots=True)
class Run:
    """Rows first to last (index, last included) that may be a table, and its columns."""

    first: int
    last: int
    columns: Columns


def is_number(text: str) -> bool:
    """A figure, a dash, "nil", "n/a" or a bare unit: what stands in the columns of figures."""
    return bool(NUMBER.fullmatch(text))


def is_figure(text: str) -> bool:
    """A number with digits that is no year and no unit."""
    return is_number(text) and any(c.isdigit() for c in text) and not re.fullmatch(r"(?:19|20)\d\d", text) and not UNIT.fullmatch(text)


def pieces(row: Line, breaks: Sequence[float] = ()) -> list[Line]:
    """A row cut wherever cells may meet: at wide gaps, between amounts, and at upright rules that stand at `breaks`."""
    even = _even_gap(row)
    cut: list[list[Word]] = [[row.words[0]]]
    for last, word in pairwise(row.words):
        if _parted(last, word, even) or any(last.x1 <= x + 1 and x - 1 <= word.x0 for x in breaks):
            cut.append([])
        cut[-1].append(word)
    return [line(words) for words in cut]


def _even_gap(row: Line) -> float:
    """Width of the spaces of a line set flush on both sides, with some play; 0 where its spaces are not of one width."""
    neighbours = [(a, b) for a, b in pairwise(row.words) if b.spaced and b.order == a.order + 1]
    gaps = [b.x0 - a.x1 for a, b in neighbours if not (is_number(a.text) and is_number(b.text))]
    usual = median(gaps) if gaps else 0.0
    return EVEN * usual if sum(abs(gap - usual) < 0.2 * usual for gap in gaps) >= FEWEST_GAPS else 0.0


def _parted(last: Word, word: Word, even: float) -> bool:
    size = max(last.size, word.size)
    gap = (word.x0 - last.x1) / size
    in_file = word.spaced and word.order == last.order + 1
    if gap < NUMBERS_GAP or (in_file and (gap < SPACE or word.x0 - last.x1 < even)):
        return False
    if gap > LETTER_GAP:
        return True
    numbers = [text for text in (last.text, word.text) if is_number(text)]
    if len(numbers) == 2 and any(MARKED.search(text) for text in numbers):
        return True
    return bool(numbers) and gap > NUMBER_GAP


def runs(found: Sequence[Line], breaks: Sequence[float] = ()) -> list[Run]:
    """Stretches of rows that share column borders; `found` from the top of the page down."""
    cut = [pieces(row, breaks) for row in found]
    candidates: list[Run] = []
    first = 0
    while first < len(found):
        last = _grown(found, cut, first)
        found_columns = find_columns(cut[first : last + 1]) if last > first else None
        if found_columns:
            last += _is_odd_one(found, cut, last)
            candidates.append(Run(first, last, found_columns))
        first = last + 1
    return candidates


def _grown(found: Sequence[Line], cut: Sequence[list[Line]], first: int) -> int:
    """The last row of the run that begins here: `first` itself where none begins."""
    if len(cut[first]) < 2:
        return first
    last, open_gaps, pending = first, _gaps(cut[first]), 0
    for i in range(first + 1, len(found)):
        if found[i - 1].base - found[i].base > PAUSE * max(found[i].size, found[i - 1].size):
            break
        if len(cut[i]) < 2:
            pending += 1
            if _crosses(cut[i][0], open_gaps) or pending > MOST_PENDING:
                break
            continue
        shared = _shared(open_gaps, _gaps(cut[i]))
        if not shared:
            break
        open_gaps, last, pending = (shared if len(shared) >= len(open_gaps) / 2 else open_gaps), i, 0
    return last


def _is_odd_one(found: Sequence[Line], cut: Sequence[list[Line]], last: int) -> bool:
    """Whether one more line ends a list of words set in columns: the odd one of its names, at the same distance and edge."""
    if last + 1 >= len(found) or len(cut[last + 1]) > 1 or any(is_number(word.text) for word in found[last].words):
        return False
    above, row = found[last], found[last + 1]
    pitch, usual = above.base - row.base, found[last - 1].base - above.base
    after = row.base - found[last + 2].base if last + 2 < len(found) else float("inf")
    aligned = abs(row.x0 - above.x0) < 1 and row.x1 < cut[last][1].x0
    return aligned and abs(pitch - usual) < 1 and after > 1.2 * pitch


def _gaps(cells: Sequence[Line]) -> list[Gap]:
    return [(a.x1, b.x0) for a, b in pairwise(cells)]


def _shared(a: Sequence[Gap], b: Sequence[Gap]) -> list[Gap]:
    """Where gaps of both overlap."""
    both = [(max(p[0], q[0]), min(p[1], q[1])) for p in a for q in b]
    return [(start, end) for start, end in both if end - start >= NARROWEST]


def _crosses(cell: Line, gaps: Sequence[Gap]) -> bool:
    return all(cell.x0 < start and end < cell.x1 for start, end in gaps)


def find_columns(cut: Sequence[Sequence[Line]]) -> Columns | None:
    """Columns between the strips that the rows with most cells leave white; None where there is only one.

    A cell that crosses what nearly all such rows leave white (a spanning header, a long label, a line of prose
    under a row) does not count.
    """
    most = max((len(row) for row in cut), default=0)
    telling = [row for row in cut if len(row) > max(1, most / 2)]
    tolerant = _white([cell for row in telling for cell in row], int(CROSSED * len(telling)))
    kept = [cell for row in telling for cell in row if not any(cell.x0 < start and end < cell.x1 for start, end in tolerant)]
    borders = tuple((start + end) / 2 for start, end in _white(kept, 0))
    if not borders:
        return None
    sides: list[list[Line]] = [[] for _ in range(len(borders) + 1)]
    for cell in kept:
        sides[bisect(borders, cell.x0)].append(cell)
    return Columns(borders, tuple((min(c.x0 for c in side), max(c.x1 for c in side)) for side in sides))


def _white(cells: Sequence[Line], allowed: int) -> list[Gap]:
    """Strips that no more than `allowed` cells cover, with more than that on either side."""
    events = sorted([(cell.x0, 1) for cell in cells] + [(cell.x1, -1) for cell in cells])
    found: list[Gap] = []
    cover, since = 0, None
    for x, step in events:
        before, cover = cover, cover + step
        if before > allowed >= cover:
            since = x
        elif before <= allowed < cover and since is not None:
            if x - since >= NARROWEST:
                found.append((since, x))
            since = None
    return found
