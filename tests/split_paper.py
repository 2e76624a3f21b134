"""Papers of an invented council as a `Document`, one block a line, made without a reader: for tests of divide and split."""

from __future__ import annotations

import re
from pathlib import Path

from pipeline.kinds import divide
from pipeline.model.documents import Block, BlockKind, Cell, Document, Grid, Page, Source, Span
from pipeline.model.structure import Structure
from pipeline.split import split

ITEM = re.compile(r"\s*(?:[-•]|[a-z]\)|\([ivx]+\))\s+\S")
BOLD = re.compile(r"\*\*(.+?)\*\*")


def document(text: str, name: str = "paper.txt", *, media: str = "text", furniture: str | None = None) -> Document:
    """Lines are blocks, lines with tabs a table; form feeds part pages; lines that `furniture` matches are furniture."""
    pages, start, blocks = [], 0, []
    texts = text.split("\f")
    for index, page in enumerate(texts):
        pages.append(Page(index + 1 if len(texts) > 1 else None, page, start))
        blocks += _blocks(page, start, index, furniture)
        start += len(page) + 1
    source = Source(Path(name), f"papers/{name}", "0" * 64, len(text))
    return Document(source, "\n".join(texts), tuple(pages), tuple(blocks), "text 1", media)


def structure(text: str, name: str = "paper.txt", *, media: str = "text", furniture: str | None = None) -> Structure:
    made = document(text, name, media=media, furniture=furniture)
    return split(made, divide(made))


def _blocks(page: str, start: int, index: int, furniture: str | None) -> list[Block]:
    found: list[Block] = []
    rows: list[tuple[int, str]] = []
    at = start
    for line in [*page.split("\n"), ""]:
        if "\t" in line and line.strip():
            rows.append((at, line))
        else:
            if rows:
                found.append(_table(rows, index))
                rows = []
            if line.strip():
                found.append(_line(at, line, index, furniture))
        at += len(line) + 1
    return found


def _line(at: int, line: str, index: int, furniture: str | None) -> Block:
    begin, end = at + len(line) - len(line.lstrip()), at + len(line.rstrip())
    bold = tuple(Span(at + match.start(1), at + match.end(1)) for match in BOLD.finditer(line))
    kind: BlockKind = "item" if ITEM.match(line) else "text"
    if furniture and re.fullmatch(furniture, line.strip()):
        kind = "furniture"
    return Block(kind, begin, end, index, level=1 + len(line) - len(line.lstrip()) if kind == "item" else None, bold=bold)


def _table(rows: list[tuple[int, str]], index: int) -> Block:
    made = []
    for at, line in rows:
        cells, here = [], at
        for piece in line.split("\t"):
            begin = here + len(piece) - len(piece.lstrip())
            cells.append(Cell(piece.strip(), begin, begin + len(piece.strip())))
            here += len(piece) + 1
        made.append(tuple(cells))
    return Block("table", rows[0][0], rows[-1][0] + len(rows[-1][1].rstrip()), index, grid=Grid(tuple(made)))
