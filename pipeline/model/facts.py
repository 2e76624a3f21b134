"""Facts: one frozen type for each kind, all with the evidence that proves them.

A blank (None) beats a guess. `basis`: stated (printed so), derived (computed from what is printed), inferred (by a rule that can be wrong).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from pipeline.model.evidence import Evidence

Basis = Literal["stated", "derived", "inferred"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Fact:
    """What every fact carries. `KIND` names its table and its command."""

    KIND: ClassVar[str] = ""
    evidence: Evidence
    extractor: str
    """Its name; the store adds the version of the code: "decisions 4"."""
    basis: Basis = "stated"


@dataclass(frozen=True, kw_only=True, slots=True)
class AgendaItem(Fact):
    KIND: ClassVar[str] = "agenda"
    number: str | None
    title: str
    page: str | None = None
    """The page as the agenda prints it."""
    officer: str | None = None
    report: str | None = None
    """Id of the report, in the same pack or in another paper for the meeting; filled by `link`."""
    file_page: int | None = None
    """1-based page of the file that bears the number `page`; filled by `link`."""
    papers: tuple[Mapping[str, Any], ...] = ()
    """{kind, title, label, version, document, page, page_label} of its report, minutes and appendices; filled by `link`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Attendance(Fact):
    KIND: ClassVar[str] = "attendance"
    name: str
    """The fullest form in the same minutes."""
    role: str | None = None
    status: Literal["present", "substitute", "also_present", "apologies", "absent"]
    for_: str | None = None
    """Whom a substitute replaces; printed as `for`."""
    arrived: str | None = None
    left: str | None = None
    remote: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Decision(Fact):
    """One row for each lettered or numbered limb."""

    KIND: ClassVar[str] = "decisions"
    item: str | None = None
    item_title: str | None = None
    minute_number: str | None = None
    paragraph: str | None = None
    verbs: tuple[str, ...] = ()
    text: str
    outcome: str | None = None
    """agreed, noted, considered, appointed, delegated, lost, deferred, withdrawn, referred."""
    proposer: str | None = None
    seconder: str | None = None
    votes: Mapping[str, Any] | None = None
    """{for, against, abstain, names: {for, against, abstain}, candidates: [{name, votes}]}."""
    unanimous: bool = False
    recommendation: str | None = None
    against_recommendation: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Action(Fact):
    KIND: ClassVar[str] = "actions"
    paragraph: str | None = None
    owner: str | None = None
    text: str
    due: str | None = None
    status: str = "open"
    followed_by: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Recommendation:
    id: str
    """Filled by the store; "" before."""
    text: str
    evidence: Evidence
    also: tuple[Evidence, ...] = ()
    """The same recommendation printed again in the same report."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Report(Fact):
    KIND: ClassVar[str] = "reports"
    title: str
    date: str | None = None
    """ISO, as printed on the report (its own or the meeting's), never corrected."""
    item: str | None = None
    officer: str | None = None
    responsible_director: str | None = None
    recommendations: tuple[Recommendation, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Commitment(Fact):
    KIND: ClassVar[str] = "commitments"
    subject: str
    text: str
    quantity: str | None = None
    amount: str | None = None
    deadline: str | None = None
    deadline_date: str | None = None
    """ISO, end of the stated time."""
    owner: str | None = None
    status: str = "open"
    first_seen: str | None = None
    last_seen: str | None = None
    restatements: tuple[Mapping[str, Any], ...] = ()
    confidence: float = 0.9
    """How surely somebody undertakes something here, 0 to 1, by the signs of its sentence; rows of programmes and plans say so outright."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure(Fact):
    KIND: ClassVar[str] = "figures"
    raw: str
    value: float
    """In base units, with the printed sign: £1.990m is 1990000, 8% is 8, (471) is -471."""
    of: float | None = None
    unit: str
    value_max: float | None = None
    direction: str | None = None
    approximate: bool = False
    bound: str | None = None
    measure: str | None = None
    period: str | None = None
    period_start: str | None = None
    period_end: str | None = None
    status: str | None = None
    source: Literal["text", "table"] = "text"
    table: int | None = None
    """Index of the table in the document; printed as the id of the table."""
    row: str | None = None
    column: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class TableFact(Fact):
    """A table as the contract prints it; `checks` is filled by `extract/arithmetic.py`."""

    KIND: ClassVar[str] = "tables"
    index: int
    caption: str | None = None
    unit: str | None = None
    label_column: str | None = None
    columns: tuple[str, ...] = ()
    rows: tuple[Mapping[str, Any], ...] = ()
    """{label, cells, page, boxes}"""
    pages: tuple[int, ...] = ()
    confidence: float = 1.0
    checks: tuple[Mapping[str, Any], ...] = ()
    """{kind, row, column, printed, expected}: those that fail."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Inspection(Fact):
    """One row for each scored statement or judgement."""

    KIND: ClassVar[str] = "inspections"
    authority: str | None = None
    inspector: str | None = None
    published: str | None = None
    inspected: str | None = None
    """Dates of the inspection as printed."""
    overall_rating: str | None = None
    theme: str | None = None
    statement: str
    score: int | str | None = None
    scale: str | None = None
    checks: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Entity(Fact):
    """One row for each name in a document; the evidence is its first mention."""

    KIND: ClassVar[str] = "entities"
    text: str
    type: str
    """PERSON COUNCILLOR ROLE COMMITTEE ORG PLACE LEGISLATION PROGRAMME DATE FACILITY."""
    canonical: str
    mentions: int = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Declaration(Fact):
    KIND: ClassVar[str] = "declarations"
    name: str
    item: str | None = None
    interest: str | None = None
    """pecuniary, non-pecuniary, other, personal, prejudicial; None where not said."""
    dispensation: str | None = None
    """The words that say that a dispensation was granted, and for what: "granted a dispensation to speak but not to vote"."""
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PublicQuestion(Fact):
    KIND: ClassVar[str] = "questions"
    asker: str | None = None
    answerer: str | None = None
    question: str
    answer: str | None = None
    by: Literal["public", "member"] = "public"


@dataclass(frozen=True, kw_only=True, slots=True)
class Indicator(Fact):
    """A body's value beside the national one, with the verdict of whoever compares them."""

    KIND: ClassVar[str] = "indicators"
    source: str | None = None
    period: str | None = None
    measure: str
    value: str
    national: str
    verdict: str | None = None


KINDS: tuple[type[Fact], ...] = (
    AgendaItem,
    Attendance,
    Decision,
    Action,
    Report,
    Commitment,
    Figure,
    TableFact,
    Inspection,
    Entity,
    Declaration,
    PublicQuestion,
    Indicator,
)
"""Every kind of fact but sections, in the order in which a library lists them; `cli/facts.py` says what each holds."""
