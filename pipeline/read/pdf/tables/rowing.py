"""Printed lines of a table gathered into its rows: wrapped cells join the row they belong to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from pipeline.read.pdf.ink import SPACE_GAP, Word
from pipeline.read.pdf.lines import Line, line, text_of
from pipeline.read.pdf.tables.aligned import UNIT, Columns, is_figure, is_number, pieces
from pipeline.read.pdf.tables.wraps import Row, figures, is_bold, stacked, wraps

HEADER_GAP = 0.35
"""Words this many font sizes apart are cut where a column border passes between them."""
TIGHT = 1.25
"""Lines within this multiple of the closest pitch may be one wrapped cell."""
LEVEL = 0.8
"""Lines closer than this many font sizes stand in one row: cells centred beside wrapped ones."""
FEWEST_SPACED = 3
"""Rows of figures that white parts, at least."""
SAME = 0.95
"""Lines at this share of the distance of two rows are rows themselves."""


def cells_of(row: Line, columns: Columns, breaks: Sequence[float] = ()) -> Row:
    """A printed line cut into cells: at its own gaps, and at borders that fall between words."""
    found: Row = {}
    for piece in pieces(row, breaks):
        groups = [[piece.words[0]]]
        for a, b in pairwise(piece.words):
            groups[-1:] = [groups[-1], [b]] if _meets_border(a, b, columns) else [[*groups[-1], b]]
        for words in groups:
            cell = line(words)
            found.setdefault(columns.at(cell), []).append(cell)
    return found


def _meets_border(a: Word, b: Word, columns: Columns) -> bool:
    """Whether a column border passes between two words; where the file holds no space between them, its white strip will do."""
    gap = (b.x0 - a.x1) / a.size
    if gap > HEADER_GAP and any(a.x1 <= x <= b.x0 for x in columns.borders):
        return True
    in_file = b.spaced and b.order == a.order + 1
    strips = pairwise(columns.inks)
    return not in_file and gap > SPACE_GAP and any(a.x1 - 1 <= right[0] and left[1] <= b.x0 + 1 for left, right in strips)


def grouped(rows: Sequence[Row], found: Sequence[Line], separators: Sequence[float], banded: bool) -> list[list[Row]]:
    """Rows of the table as groups of printed lines.

    `separators` are the heights of level rules; `banded`: every row stands between two of them, so that the lines
    between two rules are one row unless a column of figures holds several.
    """
    pitches = [a.base - b.base for a, b in pairwise(found)]
    sizes = [row.size for row in found]
    tight = min((pitch for pitch, size in zip(pitches, sizes, strict=False) if pitch > LEVEL * size), default=0.0)
    usual = _row_pitch(rows, pitches)
    apart_by_white = spaced(rows, found)
    widest = max((each.x1 for row in rows for at, lines in row.items() if at[0] == 0 for each in lines), default=0.0)
    first_figures = next((i for i, row in enumerate(rows) if figures(row)), len(rows))
    bands = [sum(y > row.base for y in separators) for row in found]
    labels = {band for band in {*bands[1:]} - {0} if all(set(row) == {(0, 0)} for row, b in zip(rows, bands, strict=True) if b == band)}
    several = {band for band in bands if not banded or _several([row for row, b in zip(rows, bands, strict=True) if b == band])}
    groups = [[rows[0]]]
    for i in range(1, len(rows)):
        if bands[i] != bands[i - 1] or _heads(groups[-1], rows[i]) or (i < first_figures and _is_unit(groups[-1])):
            joins = False
        elif pitches[i - 1] < LEVEL * sizes[i]:
            joins = True
        elif bands[i] not in several:
            joins = i >= first_figures or bands[i] in labels or stacked(groups[-1], rows[i], apart=True)
        elif apart_by_white:
            joins = pitches[i - 1] < TIGHT * tight
        elif i < first_figures < len(rows):
            apart = len(rows[i]) == 1 and pitches[i - 1] > SAME * usual
            joins = pitches[i - 1] < TIGHT * tight and not apart and stacked(groups[-1], rows[i])
        else:
            joins = pitches[i - 1] < min(TIGHT * tight, SAME * usual) and wraps(groups[-1], rows[i], widest)
        groups[-1:] = [[*groups[-1], rows[i]]] if joins else [groups[-1], [rows[i]]]
    return groups


def spaced(rows: Sequence[Row], found: Sequence[Line]) -> bool:
    """Whether white parts the rows: of the lines that stand close together only the last has figures, and several labels wrap."""
    pitches = [a.base - b.base for a, b in pairwise(found)]
    near = TIGHT * min(pitches, default=0.0)
    blocks = [[rows[0]]]
    for row, pitch in zip(rows[1:], pitches, strict=True):
        blocks[-1:] = [[*blocks[-1], row]] if pitch < near else [blocks[-1], [row]]
    told = [block for block in blocks if any(map(figures, block))]
    last_only = all(not any(map(figures, block[:-1])) and all(set(row) == {(0, 0)} for row in block[:-1]) for block in told)
    return len(told) >= FEWEST_SPACED and last_only and sum(len(block) > 1 for block in told) > 1


def _row_pitch(rows: Sequence[Row], pitches: Sequence[float]) -> float:
    """Usual distance of two rows of figures; a wrapped line is closer to the one above."""
    found = [pitch for pitch, row, after in zip(pitches, rows, rows[1:], strict=False) if figures(row) and figures(after)]
    return median(found) if len(found) > 1 else float("inf")


def _heads(group: Sequence[Row], row: Row) -> bool:
    """Whether the lines so far are a bold label alone and the next begins with one that is not: a group's title."""
    return all(set(each) == {(0, 0)} and is_bold(each) for each in group) and (0, 0) in row and not row[0, 0][0].words[0].bold


def _is_unit(group: Sequence[Row]) -> bool:
    """Whether a header's line is only the unit of all columns that it stands over."""
    lines = [line for row in group for lines in row.values() for line in lines]
    return len(lines) == 1 and UNIT.fullmatch(text_of(lines[0])) is not None


def _several(rows: Sequence[Row]) -> bool:
    """Whether a column holds figures on more than one of these lines, or two columns figures or dashes."""
    amounts: Counter[tuple[int, int]] = Counter()
    numbers: Counter[tuple[int, int]] = Counter()
    for row in rows:
        for at, lines in row.items():
            words = [word.text for each in lines for word in each.words]
            if at[0] > 0 and all(map(is_number, words)):
                numbers[at] += 1
                amounts[at] += any(map(is_figure, words))
    return max(amounts.values(), default=0) > 1 or sum(count > 1 for count in numbers.values()) > 1
