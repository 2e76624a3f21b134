"""What `divide` and `split` make of a document: parts, sections, paragraphs, tables, passages."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Literal

from pipeline.model.documents import Box, Document, Issue, Span

PartKind = Literal[
    "cover",
    "agenda",
    "minutes",
    "public_questions",
    "report",
    "appendix",
    "slides",
    "forward_plan",
    "decision_record",
    "inspection",
    "web",
    "other",
]
LISTING: tuple[PartKind, ...] = ("cover", "agenda", "forward_plan")
"""Parts that list other papers and say little themselves."""
MINUTING: tuple[PartKind, ...] = ("minutes", "decision_record")
"""Parts that record what was decided."""
ParagraphKind = Literal["heading", "text", "item", "row", "caption"]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a document with a kind of its own: the minutes in a pack, one officer report, an appendix."""

    index: int
    kind: PartKind
    title: str
    start: int
    end: int
    council: str | None = None
    committee: str | None = None
    meeting_date: str | None = None
    """ISO; minutes carry the date of their own meeting."""
    item: str | None = None
    """Number of the agenda item it belongs to, as printed."""
    label: str | None = None
    """"Appendix A", as printed on it or as the paper that it is appended to calls it."""
    within: int | None = None
    """Index of the part it is appended to."""
    version: str | None = None
    """As printed: "DRAFT", "v0.3", "Final", "This report replaces ..."; see language/versions.py for what that means."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it."""

    index: int
    part: int
    title: str
    level: int
    """1: a part, or the top headings of a web page or inspection; 2: their items and sections; 3: everything deeper."""
    start: int
    end: int
    """Offsets of the heading itself."""
    number: str | None = None
    kind: str = "section"
    parent: int | None = None
    boilerplate: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One citable unit: a heading, a numbered or plain paragraph, a list item, a table row.

    `text` is repaired (lines joined, hyphens closed, mark-up and furniture left out); `runs` maps it back.
    """

    index: int
    part: int
    section: int | None
    kind: ParagraphKind
    text: str
    runs: tuple[tuple[int, int, int], ...]
    """(offset in `text`, offset in `Document.text`, length): stretches that are equal character by character."""
    number: str | None = None
    """The number printed before it: "8.3", "11.2.10"."""
    marker: str | None = None
    """Its own list marker: "a)", "(i)", "-"."""
    label: str | None = None
    """As a person cites it: "8.3 a)", "4(b)"; None where nothing is printed."""
    lead_in: int | None = None
    """Index of the paragraph that introduces this list item ("8.3 The Committee AGREED to:")."""
    depth: int = 0
    """0 for a paragraph, 1 for an item of a list, 2 for an item within an item."""
    bold: tuple[Span, ...] = ()
    """Emphasised characters, as offsets in `text`."""
    table: int | None = None
    row: int | None = None

    def spans(self, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
        """Where characters `start` to `end` of `text` stand in the document, joined where nothing but white space or mark-up is between."""
        end = len(self.text) if end is None else end
        found: list[Span] = []
        for at, source, length in self.runs:
            low, high = max(start, at), min(end, at + length)
            if low < high:
                found.append(Span(source + low - at, source + high - at))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Row:
    label: str
    cells: tuple[str, ...]
    span: Span
    cell_spans: tuple[Span | None, ...]
    page: int | None = None
    """1-based page of the file."""
    boxes: tuple[Box | None, ...] = ()
    overleaf: tuple[Span, ...] = ()
    """The rest of a row that a page's end has cut."""

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where the whole row is printed."""
        return self.span, *self.overleaf


@dataclass(frozen=True, slots=True)
class Table:
    index: int
    part: int
    section: int | None
    caption: str | None
    unit: str | None
    """What the caption or headers say of all its numbers: "£m", "£000", "%"; None where columns differ or nothing is said."""
    label_column: str | None
    columns: tuple[str, ...]
    """Full labels, spanning headers joined; one for each cell of a row, the label's own column left out."""
    rows: tuple[Row, ...]
    header_spans: tuple[Span, ...] = ()
    confidence: float = 1.0
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """What search finds: whole sentences, list items or rows of one section, about 60 to 120 words."""

    index: int
    part: int
    section: int | None
    paragraphs: tuple[int, ...]
    """Indices of the paragraphs it stands on."""
    spans: tuple[Span, ...]
    words: str
    """Repaired text, for the word index and for embedding."""
    reading: str | None = None
    """A table row spelt out with its column labels."""
    boilerplate: bool = False


@dataclass(frozen=True, slots=True)
class Structure:
    """Everything known of a document before facts: what extractors read."""

    document: Document
    parts: tuple[Part, ...]
    sections: tuple[Section, ...] = ()
    paragraphs: Sequence[Paragraph] = ()
    tables: tuple[Table, ...] = ()
    passages: Sequence[Passage] = ()
    issues: tuple[Issue, ...] = ()

    def path(self, section: int | None) -> tuple[str, ...]:
        """Headings from the top down to this section."""
        found: list[str] = []
        while section is not None:
            found.append(self.sections[section].title)
            section = self.sections[section].parent
        return tuple(reversed(found))

    def paragraphs_of(self, part: Part) -> Iterator[Paragraph]:
        """The paragraphs of a part, one after another."""
        start = bisect_left(self.paragraphs, part.index, key=attrgetter("part"))
        end = bisect_right(self.paragraphs, part.index, lo=start, key=attrgetter("part"))
        return (self.paragraphs[index] for index in range(start, end))
