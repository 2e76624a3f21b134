"""Text papers: a line is a paragraph, tab-separated lines are a table. (First version.)"""

from __future__ import annotations

import re

from pipeline.model.documents import Block, Cell, Document, Grid, Page, Source, Span

NAME, VERSION = "plain", "1"
ITEM = re.compile(r"(\s*)(?:[-•*]|[a-z]\)|\([ivx]+\))\s+\S")


def score(source: Source) -> float:
    return 0.5 if source.path.suffix.lower() in (".txt", ".md") else 0.0


def read(source: Source) -> Document:
    text = source.path.read_bytes().decode("utf-8", errors="replace").replace("\r\n", "\n")
    blocks: list[Block] = []
    at, rows = 0, []
    for line in [*text.split("\n"), ""]:
        if "\t" in line and line.strip():
            rows.append((at, line))
        else:
            if rows:
                blocks.append(_table(rows))
                rows = []
            if line.strip():
                blocks.append(_line(at, line))
        at += len(line) + 1
    return Document(source, text, (Page(None, text, 0),), tuple(blocks), "plain 1", "text")


def _line(at: int, line: str) -> Block:
    start = at + len(line) - len(line.lstrip())
    end = at + len(line.rstrip())
    bold = tuple(Span(at + m.start(1), at + m.end(1)) for m in re.finditer(r"\*\*(.+?)\*\*", line))
    item = ITEM.match(line)
    whole = re.fullmatch(r"\*\*[^*]+\*\*", line.strip()) and len(line) < 150
    kind = "item" if item else "heading" if whole else "text"
    return Block(kind, start, end, 0, level=1 + len(item.group(1)) if item else None, bold=bold)


def _table(rows: list[tuple[int, str]]) -> Block:
    made = []
    for at, line in rows:
        cells, here = [], at
        for piece in line.split("\t"):
            start = here + len(piece) - len(piece.lstrip())
            cells.append(Cell(piece.strip(), start, start + len(piece.strip())))
            here += len(piece) + 1
        made.append(tuple(cells))
    start, end = rows[0][0], rows[-1][0] + len(rows[-1][1].rstrip())
    return Block("table", start, end, 0, grid=Grid(tuple(made), confidence=0.9))
