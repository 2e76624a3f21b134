"""What look-ups return: stored rows, citations, hits, statements and answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from pipeline.model.documents import Box, Place


@dataclass(frozen=True, slots=True)
class Filters:
    """What a look-up is limited to; every field None or empty means no limit. Applied inside each search."""

    council: str | None = None
    committee: str | None = None
    since: str | None = None
    until: str | None = None
    """ISO dates, both ends included; compared with the meeting date, else the date of publication."""
    kind: str | None = None
    """Kind of part."""
    document: str | None = None
    """Any stretch of the document's name or title."""
    topic: str | None = None
    """Words that a fact must hold, in its text, its quote or its headings."""
    repeats: bool = False
    """Facts of meetings are listed from second printings and superseded versions too; of a paper named in `document` they always are."""
    ignored: frozenset[str] = frozenset()
    """What a question names and is not to be held to: "council", "committee", "kinds", "dates"; or "spelling"."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a stored passage or fact stands: what a citation needs, besides the page texts."""

    document_id: int
    document: str
    document_title: str
    sha256: str
    council: str | None
    kind: str
    committee: str | None
    meeting_date: str | None
    part_title: str
    section: tuple[str, ...]
    paragraph: str | None
    places: tuple[Place, ...]
    """`page` is the 0-based index of the page in its document."""
    url: str | None
    media: str
    published: str | None = None
    part_id: int | None = None
    version: str | None = None
    """Of the part, as printed."""
    repeat_of: int | None = None
    """The part that is listed in place of this one."""
    superseded_by: str | None = None
    """The paper that holds the later version of the part."""
    council_derived: bool = False
    """The part prints no council: other papers of its matter or meeting name this one."""


@dataclass(frozen=True, slots=True)
class PassageRow:
    """A passage as stored. `rowid` is what the word and vector indexes return."""

    rowid: int
    id: str
    standing: Standing
    text: str
    """Verbatim: equal to the quote of its citation."""
    words: str
    """Repaired text."""
    reading: str | None
    boilerplate: bool
    ordinal: int
    """Place in its document, from 0."""
    part_id: int
    section_id: int | None
    cut: str | None = None
    """Its sentences and their stems as `lookup/text/cut.py` packs them; None where the library does not keep them."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A person's judgement of a fact. It outlives the fact's row; a later one on the same fact takes its place."""

    verdict: str
    """right, wrong or corrected."""
    why: str
    when: str
    """ISO day."""
    field: str | None = None
    """Which field `value` corrects."""
    value: str | float | None = None
    changed: bool = False
    """The fact reads otherwise than when it was judged: worth another look."""


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact as stored. `fields` holds what the contract names for its kind."""

    id: str
    kind: str
    standing: Standing
    quote: str
    extractor: str
    basis: str
    fields: Mapping[str, Any]
    passages: tuple[int, ...] = ()
    """Rowids of the passages that hold its words."""
    mark: Mark | None = None
    also_in: tuple[Citation, ...] = ()
    """The same fact in other printings of the paper."""

    @property
    def believed(self) -> bool:
        """Whether answers may use it: a fact that a person marked wrong is listed, and not told."""
        return self.mark is None or self.mark.verdict != "wrong"


@dataclass(frozen=True, slots=True)
class PageRow:
    """A stored page; `number` is None for a text without pages."""

    number: int | None
    label: str | None
    text: str
    boxes: bytes
    recognised: bool
    confidence: float | None
    width: float | None = None
    """Of the page, in points; None for a text without pages."""
    height: float | None = None


@dataclass(frozen=True, slots=True)
class CitedSpan:
    page: int | None
    start: int
    end: int
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """Made in `lookup/cite.py` only, which compares the quote with the stored text."""

    id: str
    document: str
    document_title: str
    sha256: str
    council: str | None
    kind: str
    committee: str | None
    meeting_date: str | None
    section: tuple[str, ...]
    paragraph: str | None
    page: int | None
    page_label: str | None
    line: int | None
    start: int
    end: int
    quote: str
    spans: tuple[CitedSpan, ...]
    recognised: bool
    url: str | None
    label: str
    version: str | None = None
    """Of the part, as printed: "DRAFT", "v0.3"."""
    draft: bool = False
    superseded_by: str | None = None
    """The paper that holds a later version of the part."""
    council_derived: bool = False
    """The part prints no council: other papers of its matter or meeting name this one."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found, with why."""

    rank: int
    score: float
    row: PassageRow
    citation: Citation
    found_by: Mapping[str, int]
    """Rank in each search that found it: words, meaning, facts."""
    also_in: tuple[Citation, ...] = ()
    features: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Statement:
    text: str
    kind: str
    fact: str | None
    citations: tuple[Citation, ...]
    marks: tuple[Mark, ...] = ()
    """What people said is wrong with the facts on these words."""


@dataclass(frozen=True, slots=True)
class Coverage:
    documents: int
    since: str | None
    until: str | None
    councils: tuple[str, ...]
    committees: tuple[str, ...]
    gaps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    question: str
    understood: Mapping[str, Any]
    answered: bool
    confidence: float
    answer: str
    statements: tuple[Statement, ...]
    passages: tuple[Hit, ...]
    coverage: Coverage
    elapsed_ms: float
    id: str | None = None


@dataclass(frozen=True, slots=True)
class AuditRow:
    """Something in the papers that does not fit: a sum, two statements, a vote, a meeting without minutes."""

    check: str
    """sum, variance, percentage, share, repeated_total, score, disagreement, votes, missing_minutes, no_text, repeat."""
    document: str
    message: str
    page: int | None = None
    where: str | None = None
    """Table, row and column; the item; the statement."""
    printed: str | None = None
    expected: str | None = None
    citations: tuple[Citation, ...] = ()
    severity: Literal["fault", "rounding", "note"] = "fault"
    """rounding: what rounded parts can come to; note: something is missing or printed twice, nothing is wrong."""
    fact: str | None = None
    """Id of the fact that it rests on: marked wrong, the finding goes."""
