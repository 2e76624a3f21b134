"""Lines of a page gathered into blocks: one paragraph, list item, heading, table or piece of furniture each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from pipeline.model.documents import Block, Box, Span
from pipeline.read.compose import Placed
from pipeline.read.ink import Frame
from pipeline.read.lines import Line, text_of
from pipeline.read.markers import begins_item

SENTENCE_END = re.compile(r"[.!?:;][\"”’)]*$")


def blocks(placed: Sequence[Placed], page: int, frame: Frame, body: float) -> list[Block]:
    """Blocks in the order of the text; `body` is the document's body size in points."""
    found: list[Block] = []
    group: list[Placed] = []
    right = max((p.line.x1 for p in placed if p.line and p.kind == "text"), default=frame.width)
    for item in placed:
        if group and not _continues(group, item, right):
            found.append(_block(group, page, frame, body))
            group = []
        group.append(item)
    return [*found, _block(group, page, frame, body)] if group else found


def _continues(group: list[Placed], item: Placed, right: float) -> bool:
    last = group[-1]
    if item.kind != last.kind or not item.line or not last.line:
        return False
    a, b = last.line, item.line
    if item.kind != "text":
        return item.kind == "hidden"
    if begins_item(text_of(b)) or abs(a.size - b.size) > 0.12 * max(a.size, b.size):
        return False
    pitch = a.base - b.base
    if not 0 < pitch < 1.75 * max(a.size, b.size) or _whole_bold(last) != _whole_bold(item):
        return False
    if len(group) > 1 and group[-2].line and pitch > 1.25 * (group[-2].line.base - a.base):
        return False
    short = right - a.x1 > 0.2 * (right - a.x0)
    return not (short and SENTENCE_END.search(text_of(a)))


def _whole_bold(item: Placed) -> bool:
    return sum(span.end - span.start for span in item.bold) >= 0.9 * (item.end - item.start)


def _block(group: list[Placed], page: int, frame: Frame, body: float) -> Block:
    lines = [item.line for item in group if item.line]
    box = _around([line.box for line in lines] or [item.table.box for item in group if item.table])
    bold = tuple(Span(*span) for item in group for span in item.bold)
    start, end, kind = group[0].start, group[-1].end, group[0].kind
    size = round(median(line.size for line in lines for _ in line.words), 1) if lines else _size_in(group)
    grid = group[0].grid
    if kind == "text":
        kind = _kind(group, lines, size or body, body)
    return Block(kind, start, end, page, None, size, bold, frame.shown(box), grid)  # type: ignore[arg-type]


def _size_in(group: list[Placed]) -> float | None:
    sizes = [line.size for item in group if item.table for row in item.table.rows for cell in row if cell for line in cell.lines]
    return round(median(sizes), 1) if sizes else None


def _kind(group: list[Placed], lines: list[Line], size: float, body: float) -> str:
    if len(group) <= 3 and (size > 1.15 * body or all(_whole_bold(item) for item in group)) and not SENTENCE_END.search(text_of(lines[-1])[-1:]):
        return "heading"
    return "item" if begins_item(text_of(lines[0])) else "text"


def _around(boxes: Sequence[Box]) -> Box:
    return Box(min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
