"""What became of each character of a document: the sums behind the tests that no text is lost and none invented."""

from __future__ import annotations

import re
import struct
import unicodedata
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from pipeline.model.documents import Document, Span
from pipeline.model.structure import Paragraph, Structure

MARKUP = frozenset("*_#`|>~-:<\\")
"""Marks of Markdown and of text papers: emphasis, headings, rules of tables. They are read, not said."""
TAG = re.compile(r"</?[a-z]{1,6}\s*/?>", re.IGNORECASE)
RULE = re.compile(r"^[-–—=_\t ]{8,}$", re.MULTILINE)
"""A row of dashes draws a line between the rows of a table: it says nothing."""
MARKED_UP = ("text", "markdown")
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}


def counted(document: Document) -> set[int]:
    """Offsets of the characters that must be somewhere: all that are no white space, and in text papers no mark-up."""
    skipped = MARKUP if document.media in MARKED_UP else frozenset()
    drawn = (TAG, RULE) if document.media in MARKED_UP else (RULE,)
    marks = {at for pattern in drawn for match in pattern.finditer(document.text) for at in range(*match.span())}
    return {at for at, character in enumerate(document.text) if not character.isspace() and character not in skipped and at not in marks}


def within(spans: Iterable[Span]) -> set[int]:
    """All offsets of these spans."""
    return {at for start, end in spans for at in range(start, end)}


def times_in_blocks(document: Document) -> Counter[int]:
    """How many blocks each offset is in."""
    return Counter(at for block in document.blocks for at in range(block.start, block.end))


def places(found: Structure) -> dict[str, set[int]]:
    """The offsets of each kind of place: furniture and hidden words, headings, tables, and passages of what is left.

    A passage may repeat a heading or hold a row of a table; these count as what they are.
    """
    blocks = found.document.blocks
    unseen = {kind: within(Span(block.start, block.end) for block in blocks if block.kind == kind) for kind in ("furniture", "hidden")}
    headings = within(Span(section.start, section.end) for section in found.sections)
    tables = within(span for table in found.tables for span in (*table.header_spans, *(row.span for row in table.rows))) - headings
    passages = within(span for passage in found.passages for span in passage.spans) - headings - tables
    return {**unseen, "heading": headings, "table": tables, "passage": passages}


def invented(found: Structure) -> Iterator[tuple[str, str]]:
    """Words of paragraphs that stand nowhere in the document, with the paragraph."""
    for paragraph in found.paragraphs:
        for added, source in _gaps(found.document, paragraph):
            words = added.strip()
            if words and not any(words == LIGATURES.get(character) for character in source):
                yield words, paragraph.text


def mistold(found: Structure) -> Iterator[str]:
    """Passages whose words are not those of their quote, in whatever order; numbers and markers may stand in one of the two."""
    for passage in found.passages:
        own = [found.paragraphs[index] for index in passage.paragraphs]
        numbers = letters("".join(f"{paragraph.number or ''}{paragraph.marker or ''}" for paragraph in own))
        printed = letters("".join(_before(found.document, paragraph) for paragraph in own))
        words, quote = letters(passage.words), letters(TAG.sub("", found.document.quote(passage.spans)))
        if (quote - words) - printed or (words - quote) - numbers:
            yield passage.words


def _before(document: Document, paragraph: Paragraph) -> str:
    """The number or marker printed before a paragraph's words."""
    start = paragraph.spans()[0].start if paragraph.runs else 0
    return document.text[document.text.rfind("\n", 0, start) + 1 : start]


def letters(text: str) -> Counter[str]:
    """How often each letter stands in a text, ligatures taken apart."""
    return Counter(character for character in unicodedata.normalize("NFKC", text) if character.isalpha())


def without_box(document: Document) -> str:
    """Characters of the pages of a PDF that cannot be shown on the page."""
    found = []
    for page in document.pages:
        sides = struct.unpack(f"<{4 * len(page.text)}h", zlib.decompress(page.boxes))
        found += [character for at, character in enumerate(page.text) if not character.isspace() and not any(sides[4 * at : 4 * at + 4])]
    return "".join(found)


def _gaps(document: Document, paragraph: Paragraph) -> Iterator[tuple[str, str]]:
    """What stands between the runs of a paragraph: in its text, and in the document."""
    first, last = (0, paragraph.spans()[0].start - 1 if paragraph.runs else 0, 0), (len(paragraph.text), len(document.text), 0)
    for (at, source, length), (next_at, next_source, _) in pairwise((first, *paragraph.runs, last)):
        yield paragraph.text[at + length : next_at], document.text[max(0, source + length) : next_source]
