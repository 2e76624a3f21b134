"""Text that a reader composes: paragraphs and tables one below the other, with their blocks and exact offsets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.model.documents import Block, BlockKind, Cell, Grid, Span

BREAK = "\0"
"""A line break inside a paragraph."""
BLANK = re.compile(r"[ \t\n\r\f\v\xa0]+")


class Piece(NamedTuple):
    """Characters of a paragraph as the file holds them; `kept`: its white space counts."""

    text: str
    bold: bool = False
    kept: bool = False


class Slot(NamedTuple):
    """A table cell before it has its place in the text."""

    text: str
    colspan: int = 1
    rowspan: int = 1
    header: bool = False
    bold: bool = False


def squeezed(text: str) -> str:
    """White space as a browser shows it: single spaces, none at the ends."""
    return BLANK.sub(" ", text).strip()


class Writer:
    """Appends paragraphs and tables; `text` and `blocks` are what a Document needs."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._parts: list[str] = []
        self._length = 0

    @property
    def text(self) -> str:
        return "".join(self._parts)

    def paragraph(
        self,
        pieces: Iterable[Piece],
        kind: BlockKind,
        *,
        level: int | None = None,
        marker: str | None = None,
        size: float | None = None,
        same_line: bool = False,
    ) -> None:
        """One paragraph, on a line of its own unless `same_line`; nothing for pieces without words."""
        text, bold = joined(pieces)
        if not text:
            return
        self._append("" if not self._length else " " if same_line else "\n")
        start = self._length
        self._append(text)
        spans = tuple(Span(start + span.start, start + span.end) for span in bold)
        self.blocks.append(Block(kind, start, start + len(text), 0, level=level, size=size, bold=spans, marker=marker))

    def blank(self) -> None:
        """An empty line."""
        self._append("\n")

    def table(self, rows: Sequence[Sequence[Slot | None]], *, header_rows: int = 0, caption: str | None = None) -> None:
        """A line for each row, a tab between slots; covered slots are empty. Nothing for a table without words."""
        if not any(slot and slot.text for row in rows for slot in row):
            return
        self._append("\n" if self._length else "")
        bold: list[Span] = []
        made: list[tuple[Cell | None, ...]] = []
        for number, row in enumerate(rows):
            self._append("\n" if number else "")
            made.append(tuple(self._cells(row, bold)))
        spoken = [cell for cells in made for cell in cells if cell and cell.text]
        grid = Grid(tuple(made), header_rows=header_rows, caption=caption, ruled=True)
        self.blocks.append(Block("table", spoken[0].start, spoken[-1].end, 0, bold=tuple(bold), grid=grid))

    def _cells(self, row: Sequence[Slot | None], bold: list[Span]) -> Iterable[Cell | None]:
        for number, slot in enumerate(row):
            self._append("\t" if number else "")
            if slot is None:
                yield None
                continue
            start = self._length
            self._append(slot.text)
            if slot.bold and slot.text:
                bold.append(Span(start, self._length))
            yield Cell(slot.text, start, self._length, None, slot.colspan, slot.rowspan, slot.header)

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)


def joined(pieces: Iterable[Piece]) -> tuple[str, tuple[Span, ...]]:
    """The pieces as one text with its white space put right, and which stretches of it are bold."""
    characters: list[str] = []
    flags: list[bool] = []
    for piece in pieces:
        for character in piece.text:
            blank = BLANK.match(character) is not None
            if piece.kept and character == "\n":
                character = BREAK
            elif blank and not piece.kept:
                character = " "
                if not characters or characters[-1] in (" ", BREAK):
                    continue
            if character == BREAK:
                while characters and characters[-1] == " ":
                    characters.pop()
                    flags.pop()
            characters.append(character)
            flags.append(piece.bold)
    begin, end = 0, len(characters)
    while begin < end and _is_blank(characters[begin]):
        begin += 1
    while end > begin and _is_blank(characters[end - 1]):
        end -= 1
    text = "".join(characters[begin:end]).replace(BREAK, "\n")
    return text, tuple(_runs(text, flags[begin:end]))


def _is_blank(character: str) -> bool:
    return character.isspace() or character == BREAK


def _runs(text: str, flags: Sequence[bool]) -> Iterable[Span]:
    """Stretches of bold without white space at their ends."""
    for match in re.finditer("1+", "".join("1" if flag else "0" for flag in flags)):
        words = text[match.start() : match.end()]
        start = match.start() + len(words) - len(words.lstrip())
        end = match.start() + len(words.rstrip())
        if start < end:
            yield Span(start, end)
