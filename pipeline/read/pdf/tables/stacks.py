"""Half-ruled tables: level rules of one width, one under the other, with rows between them and columns parted by white."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.model.documents import Box
from pipeline.read.pdf.ink import Rule, Word
from pipeline.read.pdf.lines import Line, rows, text_of
from pipeline.read.pdf.markers import is_marker
from pipeline.read.pdf.tables.aligned import find_columns, is_figure, pieces
from pipeline.read.pdf.tables.grids import TableLines
from pipeline.read.pdf.tables.lattice import level_rules
from pipeline.read.pdf.tables.rowing import cells_of, grouped
from pipeline.read.pdf.tables.tabulate import assembled, confidence
from pipeline.read.pdf.tables.wraps import Row, figures
from pipeline.read.pdf.uprights import ALIKE, Stack, borders, breaks, with_labels

NARROWEST = 100.0
"""Rules of a table are at least so long, in points."""
BANDED = 0.6
"""Rules part the rows when there are this many strips for each row of figures; fewer mark headers and totals only."""
REACH = 2.0
"""A row beyond the outermost rule is at most so many font sizes away."""
PARAGRAPHS = 2.7
"""White between two paragraphs of one cell, in font sizes, at most."""
CLOSE = 1.4
"""A line that holds one cell only is at most so many font sizes away."""
MOST_LINES = 12
"""Two rules alone hold a table of at most so many lines: a page's own rules hold more."""
WHITE = 2.4
"""White of so many font sizes between lines that no rule parts is between tables."""
EDGE = 1.0
"""Paragraphs of one cell begin within so many points of one edge."""
PROSE = 11
"""A line of more words is no label."""
TELLING = 0.4
"""Share of the strips between rules that hold cells side by side."""


def half_ruled_tables(words: Sequence[Word], rules: Sequence[Rule], boxed: Sequence[Box] = ()) -> tuple[list[TableLines], list[Word]]:
    """Tables between level rules, and the words that stand in none; the rules of `boxed` rows draw no such table."""
    rules = [rule for rule in rules if not any(_frames(box, rule) for box in boxed)] if boxed else rules
    found: list[TableLines] = []
    rest = list(words)
    for stack in stacks(rules):
        if not stack.drawn and _is_part(stack, rest):
            continue
        lines = rows([word for word in rest if stack.x0 - ALIKE <= (word.x0 + word.x1) / 2 <= stack.x1 + ALIKE])
        for part in _parts(lines, stack):
            made = _table(part, stack, borders(rules, part, stack))
            if made:
                table, used = made
                taken = {word.order for each in used for word in each.words}
                rest = [word for word in rest if word.order not in taken]
                found.append(table)
    return found, rest


def _frames(box: Box, rule: Rule) -> bool:
    inside = box.y0 - REACH <= rule.y0 <= box.y1 + REACH
    return inside and rule.y0 == rule.y1 and box.x0 - REACH <= rule.x0 and rule.x1 <= box.x1 + REACH


def stacks(rules: Sequence[Rule]) -> list[Stack]:
    """Groups of at least two level rules that begin and end alike, those with most rules first: two alone may frame a page."""
    found: list[list[Rule]] = []
    for rule in sorted(level_rules(rules), key=lambda rule: -rule.y0):
        if rule.x1 - rule.x0 < NARROWEST:
            continue
        home = next((g for g in found if abs(g[-1].x0 - rule.x0) < ALIKE and abs(g[-1].x1 - rule.x1) < ALIKE), None)
        if home:
            home.append(rule)
        else:
            found.append([rule])
    return sorted((_stack(group) for group in found if len(group) > 1), key=lambda stack: -len(stack.heights))


def _stack(group: Sequence[Rule]) -> Stack:
    return Stack(tuple(rule.y0 for rule in group), group[0].x0, group[0].x1, not all(rule.edge for rule in group))


def _parts(lines: Sequence[Line], stack: Stack) -> list[list[Line]]:
    """Lines cut where another table begins: after white that no rule parts, with a header or prose before the next figures."""
    found: list[list[Line]] = [[]]
    for i, line in enumerate(lines):
        last = found[-1][-1] if found[-1] else None
        if last and _is_prose(line, stack) and not _is_prose(last, stack):
            found.append([])
        elif last and _apart(last, line, stack) and _begins(lines[i:]):
            found.append([])
            while found[-2] and _band(found[-2][-1], stack) == _band(line, stack) and len(pieces(found[-2][-1])) == 1:
                found[-1].insert(0, found[-2].pop())
        found[-1].append(line)
    return [part for part in found if part]


def _apart(last: Line, line: Line, stack: Stack) -> bool:
    """Whether white that no rule parts is between two lines that are not paragraphs of one cell, set to one edge within the table."""
    paragraphs = abs(last.x0 - line.x0) < EDGE and line.x0 > stack.x0 + NARROWEST and len(pieces(line)) == 1
    return last.base - line.base > WHITE * line.size and _band(last, stack) == _band(line, stack) and not paragraphs


def _is_prose(line: Line, stack: Stack) -> bool:
    """Whether a line of running text crosses the stack from its left edge: it stands between two tables."""
    across = line.x0 < stack.x0 + ALIKE and line.x1 - line.x0 > 0.5 * (stack.x1 - stack.x0)
    return across and len(line.words) > PROSE and len(pieces(line)) == 1


def _band(line: Line, stack: Stack) -> int:
    """How many of the stack's rules are above the line."""
    return sum(y > (line.y0 + line.y1) / 2 for y in stack.heights)


def _begins(lines: Sequence[Line]) -> bool:
    """Whether the first of these lines that holds several cells holds no figures, or prose comes before it."""
    for line in lines:
        cut = pieces(line)
        if len(cut) > 1:
            return not any(is_figure(piece.words[0].text) and len(piece.words) == 1 for piece in cut[1:])
        if len(line.words) > PROSE:
            return True
    return True


def _is_part(stack: Stack, words: Sequence[Word]) -> bool:
    """Whether the lines go on beside the filled area: it colours some columns of a wider table."""
    lines = rows([word for word in words if stack.heights[-1] < word.base < stack.heights[0]])
    outside = sum(row.x0 < stack.x0 - ALIKE or row.x1 > stack.x1 + ALIKE for row in lines)
    return outside > 0.5 * len(lines)


def _table(lines: Sequence[Line], stack: Stack, uprights: Sequence[Rule]) -> tuple[TableLines, Sequence[Line]] | None:
    """The table between the stack's rules and the lines it takes; `uprights` part its columns."""
    bands = [_band(row, stack) for row in lines]
    inside = [i for i, band in enumerate(bands) if 0 < band < len(stack.heights)]
    if len(inside) < 2:
        return None
    columns = find_columns([pieces(lines[i], breaks(lines[i], uprights)) for i in inside])
    columns = columns and with_labels(columns, [lines[i] for i in inside], uprights)
    held = [cells_of(row, columns, breaks(row, uprights)) for row in lines] if columns else []
    if not columns or not _tells(held, bands, inside, len(stack.heights)):
        return None
    inside = inside[_begun(held, bands, inside) :]
    first, last = _reached(lines, held, _opened(lines, held, bands, inside[0]), -1), _reached(lines, held, inside[-1], 1)
    used, cells = lines[first : last + 1], held[first : last + 1]
    if _is_list(cells):
        return None
    told = sum(figures(row) > 0 for row in cells)
    groups = grouped(cells, used, stack.heights, banded=len({_band(row, stack) for row in used}) >= BANDED * told)
    sure = confidence(cells, len(columns.inks)) or 0.6
    return replace(assembled(groups, used, columns, min(0.9, sure + 0.1)), ruled=True), used


def _tells(held: Sequence[Row], bands: Sequence[int], inside: Sequence[int], rules: int) -> bool:
    """Whether enough of the strips between rules hold cells side by side; two rules alone must hold little else."""
    telling = {bands[i] for i in inside if len(held[i]) > 1}
    if rules == 2:
        spanning = sum(any(start != end for start, end in held[i]) for i in inside)
        return bool(telling) and spanning <= 0.2 * len(inside) and len(inside) <= MOST_LINES
    return len(telling) > 1 and len(telling) >= TELLING * len({bands[i] for i in inside})


def _begun(held: Sequence[Row], bands: Sequence[int], inside: Sequence[int]) -> int:
    """Where in `inside` the table begins: at the first line of several cells, or at the end of a row from the page before."""
    begin = next(n for n, i in enumerate(inside) if len(held[i]) > 1)
    above = [i for i in inside[:begin] if bands[i] < bands[inside[begin]]]
    goes_on = all(set(held[i]) == set(held[above[0]]) and min(held[i])[0] > 0 for i in above)
    return 0 if above and goes_on else begin


def _opened(lines: Sequence[Line], held: Sequence[Row], bands: Sequence[int], at: int) -> int:
    """The first line of the row that holds line `at`: labels that wrap begin above its figures."""
    while at and bands[at - 1] == bands[at] and all(start == end for start, end in held[at - 1]):
        if lines[at - 1].base - lines[at].base > CLOSE * lines[at].size:
            break
        at -= 1
    return at


def _reached(lines: Sequence[Line], held: Sequence[Row], at: int, step: int) -> int:
    """The outermost line beyond the rules that still belongs to the table: close, and within its columns."""
    crossing = True
    while _fits(lines, held, at, step, crossing):
        at += step
        crossing = False
    return _last_row(lines, held, at) if step > 0 else at


def _last_row(lines: Sequence[Line], held: Sequence[Row], at: int) -> int:
    """The end of a last row without a rule under it: figures beside a description of several paragraphs.

    Over its first line there may be twice the white: a cell's own, and that of the row above.
    """
    last = at
    for i in range(at + 1, len(lines)):
        distance = (lines[i - 1].base - lines[i].base) / lines[i].size / (2 if i == at + 1 else 1)
        title = len(held[i]) == 1 and min(held[i]) == (0, 0) and last == at
        if title or distance > PARAGRAPHS or any(start != end for start, end in held[i]):
            break
        if figures(held[i]) > 1 or last > at:
            last = i
    return last


def _fits(lines: Sequence[Line], held: Sequence[Row], at: int, step: int, crossing: bool) -> bool:
    """Whether the line after `at` belongs: a row of cells; a cell alone that is near; a title with a row of cells behind it.

    Above a first row without a rule over it there may be further paragraphs of its last cell.
    """
    if not 0 <= at + step < len(lines):
        return False
    near, row = lines[at], held[at + step]
    distance = abs(near.base - lines[at + step].base) / near.size
    if step < 0 and len(row) == 1 and min(row)[0] > 0 and set(row) == set(held[at]):
        return distance < PARAGRAPHS
    if distance > REACH or any(start != end for start, end in row):
        return False
    if len(row) > 1 or (crossing and min(row) != (0, 0)):
        return True
    if 0 <= at + 2 * step < len(lines) and len(held[at + 2 * step]) > 1 and _fits(lines, held, at + step, step, False):
        return True
    return distance < CLOSE and (step > 0 or min(row) != (0, 0))


def _is_list(held: Sequence[Row]) -> bool:
    """Whether the first of two columns holds list markers only."""
    firsts = [text_of(row[0, 0][0]) for row in held if (0, 0) in row]
    return max(end for row in held for _, end in row) < 2 and sum(map(is_marker, firsts)) > 0.6 * len(firsts)
