"""Lines of a page gathered into blocks: one paragraph, list item, heading, table or piece of furniture each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from pipeline.model.documents import Block, BlockKind, Box, Span
from pipeline.read.pdf.compose import Placed
from pipeline.read.pdf.ink import Frame
from pipeline.read.pdf.lines import Line, text_of
from pipeline.read.pdf.markers import BARE, begins_bullet, begins_item, is_marker

SENTENCE_END = re.compile(r"[.!?:;][\"”’)]*$")
OPEN = re.compile(r"\b(?:and|or|of|the|a|an|to|for|in|by|with|from|at|that|which)$")
"""A line that ends so goes on, whatever room it leaves."""
STRETCHED = 0.45
"""Where every space of a line is wider than so many font sizes it is set flush on both sides, which a last line never is."""
FEWEST_SPACES = 3
STOP = re.compile(r"[.!?;,][\"”’)]*$")
INITIAL = re.compile(r"[A-Z]\.")
LEADING = 1.2
"""Usual distance of lines of a paragraph, in font sizes."""
WIDER = 1.3
"""A distance wider than the usual one by this much parts paragraphs."""
AROUND = 8
"""So many lines before and after show how far lines run to the right."""
SIZES = 0.12
"""Sizes that differ by this share are different."""
INDENT = 0.8
"""Left edges that differ by so many font sizes are different."""
FIRST_LINE = 8
"""A line set in by more font sizes is no paragraph's first line: it is what stands beside a label."""
LARGE = 1.12
"""A line this much larger than the body text is a heading."""
MOST_HEADING_LINES = 4
WHOLE = 0.9
"""Share of bold characters at which a line is bold."""
SAME_SIZE = 0.06
"""Headings whose sizes differ by this share are of one level."""
DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Setting:
    """How the text of a page is set."""

    leading: float
    """Distance of base lines within a paragraph, in font sizes."""
    body: float
    """Font size of the document's body text in points."""
    right: dict[int, float]
    """For each line (by its start) how far the lines around it run to the right."""


def blocks(placed: Sequence[Placed], page: int, frame: Frame, body: float) -> list[Block]:
    """Blocks in the order of the text; `body` is the document's body size in points."""
    setting = _setting(placed, body)
    found: list[Block] = []
    group: list[Placed] = []
    for item in placed:
        if group and not _continues(group, item, setting):
            found.append(_block(group, page, frame, setting))
            group = []
        group.append(item)
    return [*found, _block(group, page, frame, setting)] if group else found


def _setting(placed: Sequence[Placed], body: float) -> Setting:
    lines = [item for item in placed if item.line and item.kind == "text"]
    right = {item.start: _right(lines, i) for i, item in enumerate(lines)}
    pitches = [
        (a.line.base - b.line.base) / b.line.size
        for a, b in pairwise(lines)
        if a.line and b.line and abs(a.line.size - b.line.size) < 0.5 and _runs_over(a.line, b.line, right[a.start])
    ]
    usual = [pitch for pitch in pitches if 0.9 < pitch < 2.6]
    return Setting(median(usual) if len(usual) > 3 else LEADING, body, right)


def _runs_over(a: Line, b: Line, right: float) -> bool:
    """Whether a line goes on in small letters because it is full: "that ..." under "RESOLVED" is a paragraph of its own."""
    return text_of(b)[:1].islower() and a.x1 + b.words[0].x1 - b.words[0].x0 > right - a.size


def _right(lines: Sequence[Placed], i: int) -> float:
    """How far the lines around line `i` run to the right, of those that stand above or below it: not of a column beside it, nor of a
    title in larger type, which may stand over several columns."""
    near = [item.line for item in lines[max(0, i - AROUND) : i + AROUND + 1] if item.line]
    own = lines[i].line
    return max(line.x1 for line in near if own is None or (line.x0 < own.x1 and own.x0 < line.x1 and line.size < (1 + SIZES) * own.size))


def _continues(group: list[Placed], item: Placed, setting: Setting) -> bool:
    """Whether a line goes on with the paragraph of the lines before it."""
    last = group[-1]
    if item.kind != last.kind or not item.line or not last.line:
        return False
    if item.kind != "text":
        return item.kind == "hidden"
    a, b = last.line, item.line
    pitch = a.base - b.base
    if _begins(b, a) or abs(a.size - b.size) > SIZES * max(a.size, b.size):
        return False
    if not 0 < pitch < max(setting.leading * WIDER, LEADING) * max(a.size, b.size):
        return False
    if _weight_changes(last, item):
        return False
    lower = text_of(b)[:1].islower()
    if lower and not SENTENCE_END.search(text_of(a)):
        return True
    return not (_indents(group, b) or _broken_off(last, b, setting, centred=_centred(a, b)))


def _begins(line: Line, last: Line) -> bool:
    """Whether a line begins with a list marker; a bare number counts where it hangs or stands apart."""
    text = text_of(line)
    if _is_item(line):
        alone = len(line.words) == 1 and text[0].isdigit() and abs(line.x0 - last.x0) < INDENT * line.size
        return not (alone and not SENTENCE_END.search(text_of(last)))
    if not BARE.match(text) or len(line.words) < 2:
        return False
    return _stands_apart(line) or line.x0 < last.x0 - INDENT * line.size


def _is_item(line: Line) -> bool:
    """Whether a line begins with a list marker; a capital with a full stop is a person's initial unless it stands apart."""
    initial = INITIAL.fullmatch(line.words[0].text) is not None
    return begins_item(text_of(line)) and not (initial and not _stands_apart(line))


def _stands_apart(line: Line) -> bool:
    """Whether white wider than a space follows the first word."""
    return len(line.words) > 1 and line.words[1].x0 - line.words[0].x1 > INDENT * line.size


def _weight_changes(last: Placed, item: Placed) -> bool:
    """Whether one of two lines is bold throughout, the other not, and the change falls between them."""
    if not last.line or not item.line or _whole_bold(last) == _whole_bold(item):
        return False
    return last.line.words[-1].bold != item.line.words[0].bold


def _centred(a: Line, b: Line) -> bool:
    return abs((a.x0 + a.x1) - (b.x0 + b.x1)) < a.size and abs(a.x0 - b.x0) > INDENT * a.size


def _indents(group: list[Placed], b: Line) -> bool:
    """Whether a line is set further in than a finished sentence above it, or further out than a hanging paragraph."""
    first, a = group[0].line, group[-1].line
    if not first or not a:
        return False
    ended = SENTENCE_END.search(text_of(a)) is not None
    if b.x0 < a.x0 - FIRST_LINE * a.size and not _centred(a, b):
        return True
    if b.x0 > a.x0 + INDENT * a.size and not _centred(a, b):
        return ended and (len(group) > 1 or not begins_item(text_of(a)))
    return b.x0 < a.x0 - INDENT * a.size and (len(group) > 1 or ended) and not _centred(a, b)


def _broken_off(last: Placed, b: Line, setting: Setting, *, centred: bool) -> bool:
    """Whether the line above ends although the next word would have had room: the break is meant."""
    a = last.line
    if not a or centred or text_of(b)[:1].islower() or OPEN.search(text_of(a)) or _stretched(a):
        return False
    right = setting.right.get(last.start, a.x1)
    word = b.words[0]
    room = right - a.x1 - (word.x1 - word.x0)
    heading = a.size > LARGE * setting.body or _whole_bold(last)
    if heading and not SENTENCE_END.search(text_of(a)):
        return room > 0.5 * (right - a.x0)
    return room > (0.6 if STOP.search(text_of(a)) else 1.5) * a.size


def _stretched(row: Line) -> bool:
    """Whether a line is stretched to be flush on both sides: its paragraph goes on below."""
    words = row.words[1:] if is_marker(row.words[0].text) else row.words
    gaps = [b.x0 - a.x1 for a, b in pairwise(words)]
    return len(gaps) >= FEWEST_SPACES and min(gaps) > STRETCHED * row.size


def _whole_bold(item: Placed) -> bool:
    """Whether all of a line is bold, a list marker before it aside."""
    words = item.line.words if item.line else ()
    if len(words) > 1 and is_marker(words[0].text):
        words = words[1:]
    return bool(words) and sum(len(word.text) for word in words if word.bold) >= WHOLE * sum(len(word.text) for word in words)


def _block(group: list[Placed], page: int, frame: Frame, setting: Setting) -> Block:
    lines = [item.line for item in group if item.line]
    box = _around([line.box for line in lines] or [item.table.box for item in group if item.table])
    bold = tuple(Span(*span) for item in group for span in item.bold)
    size = round(median(line.size for line in lines for _ in line.words), 1) if lines else _size_in(group)
    kind = group[0].kind
    if kind == "text":
        kind = _kind(group, lines, size or setting.body, setting.body)
    return Block(kind, group[0].start, group[-1].end, page, None, size, bold, frame.shown(box), group[0].grid)


def _size_in(group: list[Placed]) -> float | None:
    sizes = [line.size for item in group if item.table for row in item.table.rows for cell in row if cell for line in cell.lines]
    return round(median(sizes), 1) if sizes else None


def _kind(group: list[Placed], lines: list[Line], size: float, body: float) -> BlockKind:
    text = text_of(lines[-1])
    large = size > LARGE * body
    stands_out = large or all(_whole_bold(item) for item in group)
    if begins_bullet(text_of(lines[0])):
        return "item"
    if len(group) <= MOST_HEADING_LINES and stands_out and not STOP.search(text) and (large or not text.endswith(":")):
        return "heading"
    return "item" if _is_item(lines[0]) else "text"


def _around(boxes: Sequence[Box]) -> Box:
    return Box(min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))


def levelled(found: Sequence[Block]) -> Iterator[Block]:
    """Blocks with a level on those headings whose size shows one: the largest size in the document is 1."""
    texts = Counter(block.size for block in found if block.kind in ("text", "item"))
    body = texts.most_common(1)[0][0] if texts else None
    large = {block.size for block in found if block.kind == "heading" and block.size and body and block.size > LARGE * body}
    sizes = sorted(large, reverse=True)
    levels = {size: min(i, DEEPEST) for i, size in enumerate(_distinct(sizes), 1)}
    near = {size: next(level for top, level in levels.items() if abs(top - size) <= SAME_SIZE * top) for size in sizes}
    for block in found:
        yield replace(block, level=near[block.size]) if block.kind == "heading" and block.size in near else block


def _distinct(sizes: Sequence[float]) -> list[float]:
    """Sizes, largest first, without those that hardly differ from the one before."""
    found: list[float] = []
    for size in sizes:
        if not found or found[-1] - size > SAME_SIZE * found[-1]:
            found.append(size)
    return found
