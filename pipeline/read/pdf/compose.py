"""The text of one page in reading order, with a box for every character, and its blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.model.documents import BlockKind, Box, Cell, Grid, Span
from pipeline.read.pdf.ink import Frame, Word
from pipeline.read.pdf.lines import Line, spaces
from pipeline.read.pdf.tables.grids import CellLines, TableLines

SHORT_WORDS = frozenset("a am an as at be by do go he i if in is it me my no of on or p pm re so to up us vs we".split())
FULL = 0.6
"""A line that fills this share of its cell may have broken a word."""


class Placed(NamedTuple):
    """A line or table with its place in the page's text."""

    start: int
    end: int
    line: Line | None = None
    table: TableLines | None = None
    kind: BlockKind = "text"
    bold: tuple[Span, ...] = ()
    grid: Grid | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """A line or table to write: `kind` is text, table, furniture or hidden."""

    kind: BlockKind
    line: Line | None = None
    table: TableLines | None = None


class Writer:
    """Puts words one after another and notes where each went."""

    def __init__(self, frame: Frame, start: int) -> None:
        self.frame, self.start = frame, start
        self.parts: list[str] = []
        self.boxes: list[Box | None] = []
        self.bold: list[Span] = []

    @property
    def at(self) -> int:
        """Offset in the document's text of what comes next."""
        return self.start + len(self.boxes)

    def put(self, text: str) -> None:
        """Characters that are not on the page."""
        self.parts.append(text)
        self.boxes += [None] * len(text)

    def word(self, word: Word) -> None:
        begin = self.at
        self.parts.append(word.text)
        self.boxes += [self.frame.shown(box) for box in word.boxes]
        if word.bold:
            joined = bool(self.bold) and self.bold[-1].end >= begin - 1
            self.bold[-1:] = [Span(self.bold[-1].start, self.at)] if joined else [*self.bold[-1:], Span(begin, self.at)]

    def line(self, line: Line) -> None:
        for space, word in zip(["", *spaces(line)], line.words, strict=True):
            self.put(space)
            self.word(word)

    def cell(self, cell: CellLines | None, header: bool) -> Cell | None:
        if cell is None:
            return None
        begin = self.at
        for i, line in enumerate(cell.lines):
            if i and not _broken(cell, cell.lines[i - 1], line):
                self.put(" ")
            self.line(line)
        text = "".join(self.parts)[begin - self.start :] if self.at > begin else ""
        return Cell(text, begin, self.at, self.frame.shown(cell.box), cell.colspan, cell.rowspan, header)

    def table(self, table: TableLines) -> Grid:
        found: list[tuple[Cell | None, ...]] = []
        for i, row in enumerate(table.rows):
            if i:
                self.put("\n")
            cells: list[Cell | None] = []
            for j, cell in enumerate(row):
                if j:
                    self.put("\t")
                cells.append(self.cell(cell, i < table.header_rows))
            found.append(tuple(cells))
        return Grid(tuple(found), table.header_rows, None, table.ruled, table.confidence)


def _broken(cell: CellLines, above: Line, line: Line) -> bool:
    """Whether a cell broke a word: at a hyphen, or, where it is narrow, leaving a letter or two alone.

    Two letters may be a word of their own; they end one only under a line that fills its cell.
    """
    rest, last = line.words[0].text, above.words[-1].text
    if len(last) > 1 and last[-1] in "-\u00ad" and last[-2].isalnum() and (rest[0].islower() or rest[0].isdigit()):
        return True
    letters = last[-1].isalpha() and len(rest) <= 2 and rest.isalpha() and rest.islower() and rest not in SHORT_WORDS
    full = above.x1 - above.x0 > FULL * (cell.box.x1 - cell.box.x0)
    return letters and (full or (len(rest) == 1 == len(line.words)))


def write(items: Sequence[Item], frame: Frame, start: int) -> tuple[str, list[Box | None], list[Placed]]:
    """The page's text, its boxes, and where each item went (offsets of the document's text)."""
    writer = Writer(frame, start)
    placed: list[Placed] = []
    for i, item in enumerate(items):
        if i:
            writer.put("\n")
        begin, writer.bold = writer.at, []
        if item.table:
            grid = writer.table(item.table)
            placed.append(Placed(begin, writer.at, None, item.table, item.kind, tuple(writer.bold), grid))
        elif item.line:
            writer.line(item.line)
            placed.append(Placed(begin, writer.at, item.line, None, item.kind, tuple(writer.bold)))
    return "".join(writer.parts), writer.boxes, placed
