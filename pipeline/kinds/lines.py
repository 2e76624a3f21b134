"""A document as divide sees it: its printed lines, made plain, with where they stand on the page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.language.wording import plain
from pipeline.model.documents import Block, Document


class Line(NamedTuple):
    """One printed line, or one row of a table with its cells parted by tabs."""

    at: int
    """Its place among the lines."""
    text: str
    start: int
    end: int
    block: Block
    top: bool
    """The first line of its page, furniture apart; in a paper without pages, a line after two blank lines or more."""
    alone: bool
    """Nothing else stands in its paragraph."""
    gap: int
    """Line ends between the line before and this one."""
    apart: bool
    """A paragraph of its own begins here: after a blank line, or, where pages are laid out, as a block's first line."""

    @property
    def page(self) -> int:
        return self.block.page


def lines(document: Document) -> list[Line]:
    """All lines with words, in order; furniture and hidden text left out."""
    found: list[Line] = []
    page, last = -1, 0
    paged = len(document.pages) > 1 or document.media not in ("text", "markdown")
    for block in document.blocks:
        if block.kind in ("furniture", "hidden"):
            continue
        raw = document.text[block.start : block.end]
        pieces = raw.split("\n")
        at = block.start
        for piece in pieces:
            text = "\t".join(plain(cell) for cell in piece.split("\t")) if "\t" in piece else plain(piece)
            if text.strip():
                gap = document.text.count("\n", last, at) if found else 9
                top = block.page != page if paged else gap > 2
                apart = at == block.start if paged else gap > 1
                found.append(Line(len(found), text.strip(), at, at + len(piece), block, top, len(pieces) == 1, gap, apart))
                page, last = block.page, at + len(piece)
            at += len(piece) + 1
    return found


def window(found: Sequence[Line], index: int, size: int) -> str:
    """The text of a few lines from here, joined by spaces."""
    return " ".join(line.text for line in found[index : index + size])
