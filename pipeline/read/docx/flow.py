"""A Word document into text and blocks: a line for each paragraph and table row, automatic numbers as markers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from pipeline.model.documents import Block, BlockKind, Issue
from pipeline.read.docx.numbering import Number, Numbering
from pipeline.read.docx.parts import Parts, W
from pipeline.read.docx.runs import COMPATIBILITY, Runs, Said
from pipeline.read.docx.styles import Style, Styles, number_of, outline, value
from pipeline.read.docx.tables import THROUGH, cells, is_data, rows, slots, texts
from pipeline.read.plain_lines import ENDED, ITEM, LOWER_START
from pipeline.read.table_use import numbers
from pipeline.read.written import BREAK, Piece, Writer, squeezed

LONGEST_HEADING, LONGEST_STYLED = 150, 300
"""A bold paragraph up to the first, or one in a heading style up to the second length is a heading."""


class Flow:
    """Text and blocks of a document while its XML is walked."""

    def __init__(self, parts: Parts) -> None:
        self._styles = Styles(parts.others.get("styles"))
        self._numbering = Numbering(parts.others.get("numbering"))
        self._runs = Runs(self._styles)
        self._writer = Writer()
        self._parts = parts
        self._carried: list[Piece] = []
        self._depths: list[int] = []
        self._numbers: re.Pattern[str] | None = None
        self._before: list[Piece] = []
        self._waiting: Number | None = None
        self._listing = False
        """Inside Word's own table of contents."""
        self.issues: list[Issue] = []
        self.title: str | None = None
        body = parts.document.find(f"{W}body")
        self._walk(() if body is None else body)
        self._notes()

    @property
    def text(self) -> str:
        return self._writer.text

    @property
    def blocks(self) -> Sequence[Block]:
        return self._writer.blocks

    def _walk(self, container: Any) -> None:
        for child in container:
            if child.tag == f"{W}p":
                self._paragraph(child)
            elif child.tag == f"{W}tbl":
                self._table(child)
            elif child.tag in THROUGH:
                outer, self._listing = self._listing, self._listing or _lists_contents(child)
                self._walk(child)
                self._listing = outer
            elif child.tag == f"{COMPATIBILITY}AlternateContent":
                self._walk(next(iter(child), ()))
            elif child.tag == f"{W}altChunk":
                self.issues.append(Issue("read", "a document embedded in this one was not read; open it in Word and save it again"))

    def _paragraph(self, paragraph: Any) -> None:
        properties = paragraph.find(f"{W}pPr")
        style = self._styles.style(value(properties, "pStyle"))
        said = self._runs.said(paragraph, style)
        pieces = [*self._carried, *said.pieces]
        if _mark_deleted(properties):
            self._carried = pieces
            return
        self._carried = []
        number = self._number(properties, style)
        self._write(pieces, said, self._level(properties, style), number, style)
        for box in said.boxes:
            self._walk(box)

    def _number(self, properties: Any | None, style: Style) -> Number | None:
        own = number_of(properties)
        id_, level = own or style.number or (None, None)
        if id_ is None:
            return None
        if level is None and own is not None and style.number and style.number[0] == id_:
            level = style.number[1]
        return self._numbering.next(id_, level, style.id)

    def _level(self, properties: Any | None, style: Style) -> int | None:
        return outline(properties) or style.level

    def _write(self, pieces: Sequence[Piece], said: Said, level: int | None, number: Number | None, style: Style) -> None:
        """The paragraph's lines: one block, or one for each line that is no more than a line break's worth of the one before."""
        whole = squeezed("".join(piece.text for piece in pieces).replace(BREAK, " "))
        if not whole and number and self._numbers:
            self._waiting = number
            return
        if not whole:
            self._writer.blank()
            return
        if self._numbers and self._numbers.fullmatch(whole):
            self._before += [*pieces, Piece(" ", kept=True)]
            return
        pieces, self._before = [*self._before, *pieces], []
        number, self._waiting = number or self._waiting, None
        contents = self._listing or said.is_contents or style.is_contents
        heading = level is not None and len(whole) <= LONGEST_STYLED and not contents
        if style.is_title and self.title is None:
            self.title = whole
        for place, line in enumerate(_lines(pieces, joined=heading)):
            here = None if place else number
            kind: BlockKind = "furniture" if contents else _kind(whole, line, here, style, heading=heading)
            depth = level if kind == "heading" else self._depth(here, style) if kind == "item" else None
            marker = here.marker if here else None
            self._writer.paragraph(line, kind, level=depth, marker=marker, size=said.size, same_line=bool(place))
            if kind != "item":
                self._depths = []

    def _depth(self, number: Number | None, style: Style) -> int:
        """1 for an item on the level where its list begins, whatever level Word gives that."""
        level = (number.depth if number else 1) + style.deeper
        while self._depths and self._depths[-1] > level:
            self._depths.pop()
        if not self._depths or self._depths[-1] < level:
            self._depths.append(level)
        return len(self._depths)

    def _table(self, table: Any) -> None:
        if is_data(table, self._is_heading):
            made, heads = slots(table, self._cell)
            self._writer.table(made, header_rows=heads)
            return
        outer, self._numbers = self._numbers, numbers(texts(table))
        for row in rows(table):
            for cell in cells(row):
                self._walk(cell)
            self._writer.paragraph(self._before, "text")
            self._before, self._waiting = [], None
        self._numbers = outer

    def _is_heading(self, paragraph: Any) -> bool:
        properties = paragraph.find(f"{W}pPr")
        style = self._styles.style(value(properties, "pStyle"))
        return self._level(properties, style) is not None and any((t.text or "").strip() for t in paragraph.iter(f"{W}t"))

    def _cell(self, cell: Any) -> tuple[str, bool]:
        """A cell's words on one line, automatic numbers included: a table has no other place for them."""
        told: list[str] = []
        bold = True
        for paragraph in cell.iter(f"{W}p"):
            properties = paragraph.find(f"{W}pPr")
            style = self._styles.style(value(properties, "pStyle"))
            said = self._runs.said(paragraph, style)
            number = self._number(properties, style)
            words = squeezed("".join(piece.text for piece in said.pieces).replace(BREAK, " "))
            told.append(f"{number.marker} {words}".strip() if number and number.marker else words)
            bold = bold and all(piece.bold for piece in said.pieces if piece.text.strip())
        text = " ".join(filter(None, told))
        return text, bold and bool(text)

    def _notes(self) -> None:
        """Footnotes and endnotes, after everything else, in the order of their marks."""
        for mark in self._runs.notes:
            part = self._parts.others.get(mark.kind)
            note = None if part is None else part.find(f"*[@{W}id='{mark.id}']")
            if note is None:
                continue
            pieces = [piece for paragraph in note.iter(f"{W}p") for piece in self._note(paragraph)]
            self._writer.paragraph([Piece(f"{mark.number} ", kept=True), *pieces], "text")

    def _note(self, paragraph: Any) -> Iterator[Piece]:
        yield from self._runs.said(paragraph, self._styles.style(value(paragraph.find(f"{W}pPr"), "pStyle"))).pieces
        yield Piece(" ", kept=True)


def _lists_contents(element: Any) -> bool:
    """A content control that Word made for a table of contents."""
    gallery = value(element.find(f"{W}sdtPr/{W}docPartObj"), "docPartGallery")
    return gallery == "Table of Contents"


def _mark_deleted(properties: Any | None) -> bool:
    """A deleted paragraph mark: what is left of the paragraph goes on in the next."""
    run = None if properties is None else properties.find(f"{W}rPr")
    return run is not None and (run.find(f"{W}del") is not None or run.find(f"{W}moveFrom") is not None)


def _kind(whole: str, line: Sequence[Piece], number: Number | None, style: Style, *, heading: bool) -> BlockKind:
    if heading:
        return "heading"
    bold = all(piece.bold for piece in line if piece.text.strip(BREAK + " \t\xa0:"))
    if bold and not style.is_listed and len(whole) <= LONGEST_HEADING and not whole.endswith(".") and any(map(str.isalpha, whole)):
        return "heading"
    listed = not number.is_counted if number and number.marker else ITEM.match(whole) is not None
    return "item" if listed else "text"


def _lines(pieces: Sequence[Piece], *, joined: bool) -> Iterator[list[Piece]]:
    """The pieces between line breaks; a line that goes on with the sentence before stays with it."""
    line: list[Piece] = []
    for piece in pieces:
        for place, text in enumerate(piece.text.split(BREAK)):
            if place:
                line.append(Piece(BREAK, False, True))
            line.append(Piece(text, piece.bold, piece.kept))
    begun: list[Piece] = []
    while line:
        here = next((place for place, piece in enumerate(line) if piece.text == BREAK), len(line))
        ahead = "".join(piece.text for piece in line[here + 1 :]).lstrip()
        begun += line[:here]
        before = "".join(piece.text for piece in begun).rstrip()
        line = line[here + 1 :]
        if line and (joined or not before or (LOWER_START.match(ahead) and not ENDED.search(before))):
            begun.append(Piece(" ", False, True))
        else:
            yield begun
            begun = []
