"""A tree of HTML into text and blocks: white space as a browser shows it, one block for each paragraph, heading, item and table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from pipeline.model.documents import Block, BlockKind
from pipeline.read.html.lists import marker
from pipeline.read.html.main import HEADINGS, is_aside, is_element, unfolds
from pipeline.read.html.tables import BOLD, definition_slots, is_data, is_menu, table_slots, texts
from pipeline.read.table_use import numbers
from pipeline.read.written import BREAK, Piece, Writer, squeezed

BLOCKS = HEADINGS | frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form header "
    "hgroup hr html legend li main menu nav ol p pre section button summary table tbody td tfoot th thead tr ul".split()
)
BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
OPENERS = frozenset({"summary", "button"})
"""What is clicked to unfold a part of the page, and heads it."""
LISTS = frozenset({"ul", "ol", "menu", "dir"})
LONGEST_HEADING = 150
INTERFACE = re.compile(
    r"toggle (?:mobile )?(?:menu|navigation)(?: visibility)?|skip to (?:main )?content|(?:main )?menu|back to top|listen|close|search|print"
    r"|(?:print|share|email|bookmark) this page|(?:show|hide) all(?: sections)?|accept (?:all )?cookies|opens? in (?:a )?new (?:tab|window)"
    r"|was this page (?:helpful|useful)\??|is this page useful\??|(?:previous|next)(?: page)?|you are here:?",
    re.IGNORECASE,
)
"""Words of the page's machinery and not of the paper, where a line holds nothing else."""


class Flow:
    """Text and blocks of a page while its tree is walked."""

    def __init__(self) -> None:
        self._writer = Writer()
        self._pieces: list[Piece] = []
        self._kind: BlockKind = "text"
        self._level: int | None = None
        self._marker: str | None = None
        self._heading = 1
        self._lists = 0
        self._numbers: re.Pattern[str] | None = None
        self._before: list[Piece] = []

    @property
    def text(self) -> str:
        return self._writer.text

    @property
    def blocks(self) -> Sequence[Block]:
        return self._writer.blocks

    def walk(self, element: Any) -> None:
        """Everything inside an element, then what is left of the last paragraph."""
        self._inside(element, bold=False, kept=False)
        self._flush()

    def _inside(self, element: Any, *, bold: bool, kept: bool) -> None:
        self._say(element.text, bold, kept)
        for child in element:
            if is_element(child) and not is_aside(child) and not is_menu(child):
                self._element(child, bold=bold, kept=kept)
            self._say(child.tail, bold, kept)

    def _say(self, text: str | None, bold: bool, kept: bool) -> None:
        if text:
            self._pieces.append(Piece(text, bold, kept))

    def _element(self, element: Any, *, bold: bool, kept: bool) -> None:
        tag = element.tag
        bold = bold or tag in BOLD or bool(BOLD_STYLE.search(element.get("style") or ""))
        if tag == "br":
            self._break()
        elif tag == "table":
            self._table(element)
        elif tag == "dl" and (rows := definition_slots(element)):
            self._flush()
            self._writer.table(rows, header_rows=0)
        elif tag in BLOCKS and (tag != "button" or unfolds(element)):
            self._flush()
            self._block(element, tag, bold=bold, kept=kept or tag == "pre")
            self._flush()
        else:
            self._inside(element, bold=bold, kept=kept)

    def _break(self) -> None:
        """One line break goes on, two end the paragraph."""
        if self._pieces and "".join(piece.text for piece in self._pieces).rstrip(" \t").endswith(BREAK):
            self._flush()
        else:
            self._say(BREAK, False, True)

    def _block(self, element: Any, tag: str, *, bold: bool, kept: bool) -> None:
        if tag in HEADINGS or tag in OPENERS or (element.get("role") == "heading" and element.get("aria-level", "").isdigit()):
            self._head(element, tag)
        elif tag in LISTS:
            self._lists += 1
            self._inside(element, bold=bold, kept=False)
            self._flush()
            self._lists -= 1
        elif tag == "li":
            self._begin("item", max(1, self._lists), marker(element))
            self._inside(element, bold=bold, kept=False)
            self._end()
        else:
            self._inside(element, bold=bold or tag == "dt", kept=kept)

    def _head(self, element: Any, tag: str) -> None:
        if tag in HEADINGS:
            self._heading = level = int(tag[1])
        elif tag in OPENERS:
            level = min(6, self._heading + 1)
        else:
            level = self._heading = int(element.get("aria-level"))
        self._begin("heading", level)
        self._inside(element, bold=False, kept=False)
        self._end()

    def _table(self, element: Any) -> None:
        self._flush()
        if not is_data(element):
            self._layout(element)
            return
        slots, heads = table_slots(element)
        caption = next((squeezed("".join(found.itertext())) for found in element.iter("caption")), None)
        if caption:
            self._writer.paragraph([Piece(caption)], "text")
        self._writer.table(slots, header_rows=heads, caption=caption or None)

    def _layout(self, element: Any) -> None:
        """A table that sets text: a number in a cell of its own goes before the text of the next."""
        outer, self._numbers = self._numbers, numbers(texts(element))
        self._inside(element, bold=False, kept=False)
        self._flush()
        self._numbers = outer
        self._write(self._before, "text")
        self._before = []

    def _begin(self, kind: BlockKind, level: int | None, marked: str | None = None) -> None:
        self._kind, self._level, self._marker = kind, level, marked

    def _end(self) -> None:
        self._flush()
        self._begin("text", None)

    def _flush(self) -> None:
        """Writes the paragraph that has been gathered, if there is one, and begins the next."""
        pieces, self._pieces = self._pieces, []
        said = _said(pieces)
        if not said:
            return
        before, self._before = self._before, []
        if self._numbers and self._numbers.fullmatch(said):
            self._write(before, "text")
            self._before = [*pieces, Piece(" ")]
            return
        pieces = [*before, *pieces]
        kind = self._kind
        if INTERFACE.fullmatch(said):
            kind = "furniture"
        elif kind == "text" and len(said) <= LONGEST_HEADING and not said.endswith(".") and _wholly_bold(pieces):
            kind = "heading"
        self._write(pieces, kind)
        self._begin("text", None)

    def _write(self, pieces: Sequence[Piece], kind: BlockKind) -> None:
        self._writer.paragraph(pieces, kind, level=self._level if kind == self._kind else None, marker=self._marker)


def _said(pieces: Sequence[Piece]) -> str:
    return squeezed("".join(piece.text for piece in pieces).replace(BREAK, " "))


def _wholly_bold(pieces: Sequence[Piece]) -> bool:
    """A short paragraph that is all bold is a heading in most councils' pages."""
    return any(piece.bold for piece in pieces) and all(piece.bold or not piece.text.strip(BREAK + " :\n\t\r\xa0") for piece in pieces)
