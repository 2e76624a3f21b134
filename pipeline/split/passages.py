"""What search finds: whole sentences, list items or rows of one section, about 40 to 110 words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.language.sentences import sentences
from pipeline.model.documents import Paragraph, Passage, Section, Span, Table
from pipeline.split import cues

FEW_WORDS = 40
MANY_WORDS = 110
MOST_CHARACTERS = 760
SMALL_SECTION = 40
"""A section with fewer words carries its heading in its passage, so that the two are found together."""


@dataclass(slots=True)
class _Draft:
    part: int
    section: int | None
    paragraphs: list[int] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    @property
    def count(self) -> int:
        return sum(len(text.split()) for text in self.words)

    @property
    def length(self) -> int:
        return sum(len(text) + 1 for text in self.words)


def passages(
    sections: Sequence[Section],
    paragraphs: Sequence[Paragraph],
    tables: Sequence[Table],
    ranges: Sequence[tuple[Span, ...]],
    text: str,
) -> tuple[Passage, ...]:
    """Every paragraph in exactly one passage; headings only where little or nothing stands under them. `ranges` are the
    paragraphs' places with their numbers and markers."""
    found: list[Passage] = []
    for group in _groups(paragraphs):
        for draft, reading in _cut(group, tables, ranges):
            section = sections[draft.section] if draft.section is not None else None
            boiler = bool(section and _is_standing(section)) or bool(cues.BOILERPLATE.search(" ".join(draft.words)))
            spans = _tidy(draft.spans, text)
            found.append(
                Passage(
                    len(found),
                    draft.part,
                    draft.section,
                    tuple(dict.fromkeys(draft.paragraphs)),
                    spans,
                    "\n".join(draft.words),
                    reading,
                    boiler,
                )
            )
    return tuple(found)


def _is_standing(section: Section) -> bool:
    return section.boilerplate and section.title.casefold() != "key findings for this quality statement"


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


def _cut(group: Sequence[Paragraph], tables: Sequence[Table], ranges: Sequence[tuple[Span, ...]]) -> Iterator[tuple[_Draft, str | None]]:
    heads = [p for p in group if p.kind == "heading"]
    body = [p for p in group if p.kind != "heading"]
    small = sum(len(p.text.split()) for p in body if p.table is None) < SMALL_SECTION
    draft = _Draft(group[0].part, group[0].section)
    if small:
        for head in heads:
            _take(draft, head, ranges)
    for paragraph in body:
        if paragraph.table is not None:
            if draft.words:
                yield draft, None
                draft = _Draft(group[0].part, group[0].section)
            row = _Draft(paragraph.part, paragraph.section)
            _take(row, paragraph, ranges)
            yield row, reading(tables[paragraph.table], paragraph.row or 0)
            continue
        for piece, spans in _pieces(paragraph, ranges[paragraph.index]):
            full = draft.words and (
                draft.count + len(piece.split()) > MANY_WORDS
                or draft.length + len(piece) > MOST_CHARACTERS
                or (draft.count >= FEW_WORDS and paragraph.depth == 0)
                or (draft.count >= FEW_WORDS + 30)
            )
            if full:
                yield draft, None
                draft = _Draft(group[0].part, group[0].section)
            draft.paragraphs.append(paragraph.index)
            draft.spans += spans
            draft.words.append(piece)
    if draft.words:
        yield draft, None


def _take(draft: _Draft, paragraph: Paragraph, ranges: Sequence[tuple[Span, ...]]) -> None:
    draft.paragraphs.append(paragraph.index)
    draft.spans += ranges[paragraph.index]
    draft.words.append(_whole(paragraph).replace("\t", " "))


def _whole(paragraph: Paragraph) -> str:
    """The repaired text with the number or letter before it."""
    lead = paragraph.number or (
        paragraph.marker
        if (paragraph.marker and paragraph.marker[-1:].isalnum()) or (paragraph.marker or "").endswith((")", "."))
        else None
    )
    return f"{lead} {paragraph.text}" if lead else paragraph.text


def _pieces(paragraph: Paragraph, whole: tuple[Span, ...]) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """The paragraph, or its sentences gathered up to the limits where it is long."""
    text = _whole(paragraph)
    if len(text.split()) <= MANY_WORDS and len(text) <= MOST_CHARACTERS:
        yield text.replace("\t", " "), whole
        return
    cuts = _gathered(paragraph.text)
    for n, (start, end) in enumerate(cuts):
        spans = list(paragraph.spans(start, end))
        if n == 0 and spans and whole:
            spans[0] = Span(min(whole[0].start, spans[0].start), spans[0].end)
        piece = paragraph.text[start:end]
        if n == 0 and text != paragraph.text:
            piece = text[: len(text) - len(paragraph.text)] + piece
        yield piece.replace("\t", " "), tuple(spans)


def _gathered(text: str) -> list[tuple[int, int]]:
    """Sentences put together to stretches of about equal length within the limits."""
    found = list(sentences(text)) or [(0, len(text))]
    total = len(text)
    count = max(1, -(-total // MOST_CHARACTERS), -(-len(text.split()) // MANY_WORDS))
    goal = total / count
    cuts: list[tuple[int, int]] = []
    for start, end in found:
        if cuts and (
            cuts[-1][1] - cuts[-1][0] >= goal * 0.95
            or end - cuts[-1][0] > MOST_CHARACTERS
            or len(text[cuts[-1][0] : end].split()) > MANY_WORDS
        ):
            cuts.append((start, end))
        elif cuts:
            cuts[-1] = (cuts[-1][0], end)
        else:
            cuts.append((start, end))
    return cuts


def reading(table: Table, n: int) -> str:
    """A row spelt out: "Older People: Budget 2018/19 £m 124.328; Forecast £m 124.190"."""
    row = table.rows[n]
    cells = [f"{column} {cell}".strip() for column, cell in zip(table.columns, row.cells, strict=False) if cell]
    label = f"{table.label_column} {row.label}".strip() if table.label_column and len(table.label_column.split()) <= 3 else row.label
    spelt = f"{label}: {'; '.join(cells)}" if label else "; ".join(cells)
    return f"{table.caption}. {spelt}" if table.caption and len(table.caption.split()) <= 25 else spelt


def _tidy(spans: Sequence[Span], text: str) -> tuple[Span, ...]:
    """In order, joined where only white space or list dashes stand between."""
    found: list[Span] = []
    for span in spans:
        if found and found[-1].end <= span.start and not text[found[-1].end : span.start].strip(" \t\n\r\xa0*-–—•"):
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return tuple(found)
