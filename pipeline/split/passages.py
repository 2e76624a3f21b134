"""What search finds: whole sentences, list items or rows of one section, about 40 to 110 words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.language.sentences import sentences
from pipeline.model.documents import Document, Span
from pipeline.model.structure import Paragraph, Passage, Section, Table
from pipeline.split.standing import IMPRINT, is_standing_wording

FEW_WORDS = 40
MANY_WORDS = 110
MOST_CHARACTERS = 760
SMALL_SECTION = 40
"""A section with fewer words carries its heading in its passage, so that the two are found together."""
MOST_CAPTION_WORDS = 25
BETWEEN = " \t\n\r\xa0*-–—•"
UNSAID = ("hidden", "furniture")
"""Blocks that are no part of any passage, not even where a dash is all that they hold."""

Places = tuple[Span, ...]


@dataclass(slots=True)
class _Draft:
    """A passage being filled."""

    part: int
    section: int | None
    paragraphs: list[int] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    reading: str | None = None
    count: int = 0
    length: int = 0

    def take(self, paragraph: Paragraph, words: str, spans: Sequence[Span]) -> None:
        if self.paragraphs and self.paragraphs[-1] == paragraph.index:
            self.words[-1] = f"{self.words[-1]} {words}"
        else:
            self.words.append(words)
        self.paragraphs.append(paragraph.index)
        self.spans += spans
        self.count += len(words.split())
        self.length += len(words) + 1

    def is_full(self, words: str, paragraph: Paragraph) -> bool:
        """Whether what comes next begins a passage of its own: an item stays with its list longer than a paragraph."""
        if not self.words:
            return False
        if IMPRINT.match(words):
            return True
        if self.count + len(words.split()) > MANY_WORDS or self.length + len(words) > MOST_CHARACTERS:
            return True
        return self.count >= (FEW_WORDS if paragraph.depth == 0 else FEW_WORDS + 30)


def passages(
    sections: Sequence[Section], paragraphs: Sequence[Paragraph], tables: Sequence[Table], places: Sequence[Places], document: Document
) -> Iterator[Passage]:
    """Every paragraph in exactly one passage; headings only where little or nothing stands under them. `places` are the
    paragraphs' stretches of the document with their numbers and markers. A line end parts the paragraphs of a passage's words, so
    that an answer can quote one list item."""
    count = 0
    apart = [block.start for block in document.blocks if block.kind in UNSAID]
    for group in _groups(paragraphs):
        imprint = False
        for draft in _drafts(group, tables, places):
            words = "\n".join(draft.words)
            section = sections[draft.section] if draft.section is not None else None
            imprint = imprint or IMPRINT.match(words) is not None
            standing = imprint or (section is not None and section.boilerplate) or is_standing_wording(words)
            indices = tuple(dict.fromkeys(draft.paragraphs))
            spans = tidy(draft.spans, document.text, apart)
            yield Passage(count, draft.part, draft.section, indices, spans, words, draft.reading, standing)
            count += 1


def _groups(paragraphs: Sequence[Paragraph]) -> Iterator[list[Paragraph]]:
    """Paragraphs of one section of one part, the heading first."""
    group: list[Paragraph] = []
    for paragraph in paragraphs:
        if group and (paragraph.part, paragraph.section) != (group[0].part, group[0].section):
            yield group
            group = []
        group.append(paragraph)
    if group:
        yield group


def _drafts(group: Sequence[Paragraph], tables: Sequence[Table], places: Sequence[Places]) -> Iterator[_Draft]:
    part, section = group[0].part, group[0].section
    body = [paragraph for paragraph in group if paragraph.kind != "heading"]
    draft = _Draft(part, section)
    if sum(len(paragraph.text.split()) for paragraph in body if paragraph.table is None) < SMALL_SECTION:
        for paragraph in group:
            if paragraph.kind == "heading":
                draft.take(paragraph, _whole(paragraph), places[paragraph.index])
    for paragraph in body:
        row = paragraph.table is not None
        spelt = reading(tables[paragraph.table], paragraph.row or 0) if paragraph.table is not None else None
        for words, spans in _pieces(paragraph, places[paragraph.index]):
            if row or draft.is_full(words, paragraph):
                if draft.words:
                    yield draft
                draft = _Draft(part, section, reading=spelt)
            draft.take(paragraph, words, spans)
        if row:
            yield draft
            draft = _Draft(part, section)
    if draft.words:
        yield draft


def _whole(paragraph: Paragraph) -> str:
    """The repaired text with the number or letter before it; a bullet is left out."""
    marker = paragraph.marker if paragraph.marker and paragraph.marker.strip("().").isalnum() else None
    lead = " ".join(mark for mark in (paragraph.number, marker) if mark)
    return (f"{lead} {paragraph.text}" if lead else paragraph.text).replace("\t", " ")


def _pieces(paragraph: Paragraph, whole: Places) -> Iterator[tuple[str, Places]]:
    """The paragraph, or its sentences gathered up to the limits where it is long; each with its stretches of the document."""
    text = _whole(paragraph)
    if len(text.split()) <= MANY_WORDS and len(text) <= MOST_CHARACTERS:
        yield text, whole
        return
    cuts = _gathered(paragraph.text)
    lead = text[: len(text) - len(paragraph.text)]
    starts = [whole[0].start, *(spans[0].start for spans in (paragraph.spans(start) for start, _ in cuts[1:]) if spans)]
    for n, ((start, end), (low, high)) in enumerate(zip(cuts, pairwise([*starts, whole[-1].end]), strict=False)):
        piece = paragraph.text[start:end].replace("\t", " ")
        yield (
            (lead + piece if n == 0 else piece),
            tuple(Span(max(low, span.start), min(high, span.end)) for span in whole if max(low, span.start) < min(high, span.end)),
        )


def _gathered(text: str) -> list[tuple[int, int]]:
    """Sentences put together to stretches of about equal length within the limits."""
    found = [piece for start, end in sentences(text) for piece in _short(text, start, end)] or [(0, len(text))]
    count = max(1, -(-len(text) // MOST_CHARACTERS), -(-len(text.split()) // MANY_WORDS))
    goal = 0.95 * len(text) / count
    cuts: list[tuple[int, int]] = []
    for start, end in found:
        begun = cuts[-1][0] if cuts else start
        long = end - begun > MOST_CHARACTERS or len(text[begun:end].split()) > MANY_WORDS
        if not cuts or long or cuts[-1][1] - begun >= goal:
            cuts.append((start, end))
        else:
            cuts[-1] = (begun, end)
    return cuts


def _short(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, cut at spaces where it is longer than a passage may be."""
    while end - start > MOST_CHARACTERS:
        stop = max(text.rfind(mark, start + MOST_CHARACTERS // 2, start + MOST_CHARACTERS) for mark in ("; ", "\t", ", "))
        stop = stop if stop > start else text.rfind(" ", start + 1, start + MOST_CHARACTERS)
        stop = stop + 1 if stop > start else start + MOST_CHARACTERS
        yield start, stop
        start = stop + (text[stop : stop + 1] == " ")
    if start < end:
        yield start, end


def reading(table: Table, n: int) -> str:
    """A row spelt out: "Older People: Budget 2018/19 £m 124.328; Forecast £m 124.190"."""
    row = table.rows[n]
    cells = [f"{column} {cell}".strip() for column, cell in zip(table.columns, row.cells, strict=False) if cell]
    spelt = f"{row.label}: {'; '.join(cells)}" if row.label else "; ".join(cells)
    return f"{table.caption}. {spelt}" if table.caption and len(table.caption.split()) <= MOST_CAPTION_WORDS else spelt


def tidy(spans: Sequence[Span], text: str, apart: Sequence[int]) -> Places:
    """In order, joined where only white space, mark-up or list dashes stand between, none of them in a block that begins in `apart`."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        elif found and not text[found[-1].end : span.start].strip(BETWEEN) and not _begins(apart, found[-1].end, span.start):
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return tuple(found)


def _begins(starts: Sequence[int], low: int, high: int) -> bool:
    """Whether one of the sorted offsets stands from `low` to before `high`."""
    return bisect_left(starts, low) < bisect_left(starts, high)
