"""Blocks as split sees them: repaired text with what is printed before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from pipeline.model.documents import Block, Document, Span
from pipeline.model.spool import kept
from pipeline.model.structure import Part
from pipeline.split import forms
from pipeline.split.numbering import Numbering, numbering
from pipeline.split.repair import Mended, Mender, placed
from pipeline.split.stems import first_limb

RAGGED_WORDS = 8
RAGGED_CHARACTERS = 50
GOES_ON = re.compile(r"(?:[&–-]|\b(?:and|or|of|the|for|to|in|on|with|by|at|a|an|\d{1,2}(?:st|nd|rd|th)))$|\([^)]*$")
"""A line that ends so runs on in the next: after "9th" comes the month."""
RAGGED_LINE = re.compile(r"\s*[\"“‘'(]?(?:[A-Z0-9£€]|\*\*)")
LONGEST_MARKER = 12
SENTENCE_END = re.compile(r"[.!?;,][\"”’')]*$")


@dataclass(frozen=True, slots=True)
class Unit:
    """One paragraph, item, heading or table of one page."""

    index: int
    part: int
    block: Block
    start: int
    end: int
    mended: Mended
    bold: tuple[Span, ...]
    """Emphasised characters, as offsets into the repaired text."""
    lead: Numbering
    before: int
    """Line ends between the unit before and this one: 1 where they are adjacent lines, 2 over a blank line."""
    marked: int | None = None
    """The level that mark-up or a style gives this heading; a PDF's layout gives none."""

    @property
    def text(self) -> str:
        return self.mended.text

    @property
    def words(self) -> str:
        """The text after its number and marker."""
        return self.mended.text[self.lead.body :]

    @property
    def is_item(self) -> bool:
        """A bullet or letter without a paragraph number."""
        return self.lead.number is None and (self.lead.dash is not None or self.lead.marker is not None)

    @property
    def all_bold(self) -> bool:
        body = self.lead.body
        letters = len(self.mended.text) - body
        return letters > 0 and sum(span.end - max(body, span.start) for span in self.bold if span.end > body) >= 0.85 * letters


def units(document: Document, parts: Sequence[Part], mender: Mender) -> Sequence[Unit]:
    """All units in order; furniture and hidden text left out."""
    return kept(_units(document, parts, mender))


def _units(document: Document, parts: Sequence[Part], mender: Mender) -> Iterator[Unit]:
    count, part, last = 0, 0, 0
    for block, start, end in _pieces(document):
        while part + 1 < len(parts) and start >= parts[part + 1].start:
            part += 1
        mended = mender.mend([(start, end)])
        if not mended.text and block.kind != "table":
            continue
        before = document.text.count("\n", last, start) if count else 9
        lead = numbering(mended.text) if block.kind != "table" else Numbering()
        if block.marker and not (lead.number or lead.marker):
            lead = _generated(block.marker, lead)
        marked = block.level if block.kind == "heading" and document.media != "pdf" else None
        yield Unit(count, part, block, start, end, mended, placed(mended, block.bold), lead, before, marked)
        count, last = count + 1, end


def _generated(marker: str, lead: Numbering) -> Numbering:
    """Word's automatic numbers, which the text does not hold; "II.", which in print may be a name's, is one here."""
    made = numbering(f"{marker} X")
    if not (made.number or made.marker or made.dash or " " in marker):
        return Numbering(lead.dash, None, marker, lead.body, True)
    return Numbering(lead.dash or made.dash, made.number, made.marker, lead.body, made.closed)


def _pieces(document: Document) -> Iterator[tuple[Block, int, int]]:
    blocks = [block for block in document.blocks if block.kind not in ("furniture", "hidden")]
    for block, after in zip_longest(blocks, blocks[1:]):
        if block.kind == "table":
            yield from ((piece, piece.start, piece.end) for piece in forms.pieces(block))
            continue
        if _is_ragged(document.text, block):
            at = block.start
            for line in document.text[block.start : block.end].split("\n"):
                if line.strip():
                    yield block, at, at + len(line)
                at += len(line) + 1
            continue
        text = document.text[block.start : block.end]
        limb = first_limb(text, document.text[after.start : after.start + LONGEST_MARKER]) if after else None
        if limb:
            yield block, block.start, block.start + limb[0]
            yield block, block.start + limb[1], block.end
        else:
            yield block, block.start, block.end


def _is_ragged(text: str, block: Block) -> bool:
    """Several short lines that are no running text: names, an address, the lines of a title page."""
    if "\n" not in text[block.start : block.end]:
        return False
    lines = [line.strip() for line in text[block.start : block.end].split("\n") if line.strip()]
    return len(lines) > 1 and all(_is_ragged_line(line) for line in lines)


def _is_ragged_line(line: str) -> bool:
    short = len(line.split()) <= RAGGED_WORDS and len(line) <= RAGGED_CHARACTERS
    return short and RAGGED_LINE.match(line) is not None and not SENTENCE_END.search(line.rstrip("* ")) and not GOES_ON.search(line)
