"""Tables in text files: tab-separated lines, and Markdown's pipes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.model.documents import Block, Cell, Grid
from pipeline.read.plain_lines import Line

PIPE_RULE = re.compile(r"[-*•\s]*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*")
DASHES = re.compile(r"[\s|:+=_-]*-[\s|:+=_-]*")
PIPE = re.compile(r"(?<!\\)\|")
LIST_MARKER = re.compile(r"[-*•]\s+(?=\|)")
NUMBER = re.compile(r"[(£€$+\-–−]*\s*\d[\d,.]*\s*(?:%|[kmb]n?|\))*")
NUMBERING = re.compile(r"(?:\*\*)?\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivx]{1,5})[.):]*(?:\*\*)?|[-–•·▪◦○●■*o\uf0b7]")
PUNCTUATED = re.compile(r"(?:\*\*)?(?:\(?\w{1,4}[.)]|\d{1,3}(?:\.\d{1,3})+\.?|[-–•·▪◦○●■*o\uf0b7])(?:\*\*)?")
PAGE_REFERENCE = re.compile(r"(?:\(?(?:pages?|pp?\.?)\s*)?\d{0,4}(?:\s*[-–to]+\s*\d{1,4})?\)?", re.IGNORECASE)
WRAPPED = re.compile(r"(\*\*|__|<(?:b|i|u|em|strong)>)(?P<inner>.+?)(\*\*|__|</(?:b|i|u|em|strong)>)", re.DOTALL)
SURE, LIKELY, DOUBTFUL = 0.9, 0.6, 0.3
LONG_CELL = 40
MOST_HEADER_ROWS = 3


def tabbed(found: Sequence[Line], at: int) -> Sequence[Line]:
    """The adjacent lines with tabs from here on, where most of them are rows of cells; else none."""
    end = at
    while end < len(found) and "\t" in found[end].raw and (end == at or found[end].gap == 1) and not _is_numbered(found[end]):
        end += 1
    rows = sum(is_row(line) for line in found[at:end])
    return found[at:end] if rows and rows * 2 >= end - at else ()


def piped(found: Sequence[Line], at: int) -> Sequence[Line]:
    """The lines of a Markdown table that begins here: its second or its first line is a rule of dashes and pipes."""
    if not any(is_pipe_rule(line.text) for line in found[at : at + 2]) or "|" not in found[at].text:
        return ()
    end = at + 1
    while end < len(found) and found[end].gap == 1 and "|" in found[end].text:
        end += 1
    return found[at:end]


def is_pipe_rule(text: str) -> bool:
    return "|" in text and PIPE_RULE.fullmatch(text) is not None


def is_row(line: Line) -> bool:
    """Whether tabs inside this line separate cells."""
    return "\t" in line.text and not _is_numbered(line)


def _is_numbered(line: Line) -> bool:
    """ "8.3<tab>The Committee agreed" is a numbered paragraph, "4.<tab>Finance report<tab>12" an agenda item, and no row."""
    cells = [cell.strip() for cell in line.text.split("\t")]
    if len(cells) == 2:
        return NUMBERING.fullmatch(cells[0]) is not None and not NUMBER.fullmatch(cells[1])
    return len(cells) > 2 and PUNCTUATED.fullmatch(cells[0]) is not None and _lone_title(cells[1:])


def _lone_title(cells: Sequence[str]) -> bool:
    """An agenda item: one title, then nothing but the page it begins on."""
    return not NUMBER.fullmatch(cells[0]) and all(PAGE_REFERENCE.fullmatch(cell) for cell in cells[1:])


def tab_grid(rows: Sequence[Line]) -> Grid:
    """Rows of nothing but dashes are rules, not rows."""
    rules = [i for i, row in enumerate(rows) if DASHES.fullmatch(row.raw)]
    made = tuple(_tab_cells(row) for i, row in enumerate(rows) if i not in rules)
    header = rules[0] if rules and 0 < rules[0] <= MOST_HEADER_ROWS and rules[0] < len(rows) - 1 else 0
    return Grid(made, header_rows=header, confidence=_confidence(made, header))


def _tab_cells(row: Line) -> tuple[Cell, ...]:
    at, cells = row.at, []
    for piece in row.raw.split("\t"):
        cells.append(_cell(at, piece))
        at += len(piece) + 1
    return tuple(cells)


def pipe_grid(rows: Sequence[Line]) -> Grid:
    """A Markdown table; what stands above its rule is the header, unless it is empty."""
    made: list[tuple[Cell, ...]] = []
    header = 0
    for row in rows:
        if is_pipe_rule(row.text):
            header = header or len(made)
            continue
        cells = _pipe_cells(row)
        if any(cell.text for cell in cells):
            made.append(cells)
    return Grid(tuple(made), header_rows=header, confidence=SURE)


def _pipe_cells(row: Line) -> tuple[Cell, ...]:
    marker = LIST_MARKER.match(row.text)
    begin = marker.end() if marker else 0
    body = row.text[begin:]
    first = int(body.startswith("|"))
    last = len(body) - int(len(body) > 1 and body.endswith("|") and not body.endswith("\\|"))
    at, cells = row.start + begin + first, []
    for piece in PIPE.split(body[first:last]):
        cells.append(_cell(at, piece))
        at += len(piece) + 1
    return tuple(cells)


def _cell(at: int, piece: str) -> Cell:
    """The cell without white space and without emphasis that holds all of it."""
    start = at + len(piece) - len(piece.lstrip())
    text = piece.strip()
    wrapped = WRAPPED.fullmatch(text)
    if wrapped:
        return Cell(wrapped["inner"], start + wrapped.start("inner"), start + wrapped.end("inner"))
    return Cell(text, start, start + len(text))


def _confidence(rows: Sequence[Sequence[Cell]], header: int) -> float:
    """Two columns of words without a header may be names side by side (attendance), or a label and its text."""
    if header or max(map(len, rows), default=0) != 2:
        return SURE
    cells = [cell.text for row in rows for cell in row]
    if any(NUMBER.fullmatch(text) for text in cells):
        return SURE
    long = sum(len(row[-1].text) > LONG_CELL for row in rows)
    return LIKELY if len(rows) > 1 and long * 2 > len(rows) else DOUBTFUL


def with_columns(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, with paragraphs that are set in columns by tabs, two or more one below the other, made one table."""
    made: list[Block] = []
    rows = [_as_line(text, before, block) for before, block in zip((None, *blocks), blocks, strict=False)]
    at = 0
    while at < len(blocks):
        found = tabbed(rows, at)
        if len(found) > 1:
            made.append(_as_table(blocks[at : at + len(found)], found))
        else:
            made.append(blocks[at])
        at += max(1, len(found))
    return tuple(made)


def _as_line(text: str, before: Block | None, block: Block) -> Line:
    """A paragraph as a line of text; what cannot be a row stands as an empty one."""
    raw = text[block.start : block.end] if block.kind == "text" and not block.marker else ""
    gap = text.count("\n", before.end, block.start) if before else 1
    return Line(block.start, raw, block.start, block.end, raw, gap)


def _as_table(blocks: Sequence[Block], rows: Sequence[Line]) -> Block:
    first, last = blocks[0], blocks[-1]
    bold = tuple(span for block in blocks for span in block.bold)
    return Block("table", first.start, last.end, first.page, size=first.size, bold=bold, grid=tab_grid(rows))
