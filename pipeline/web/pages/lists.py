"""How each kind of fact is listed: the one table to look at for a new kind."""

from __future__ import annotations

from typing import NamedTuple


class Column(NamedTuple):
    field: str
    """Which cell of cells.html draws it."""
    label: str
    order: str = ""
    """The field that rows are ordered by when its head is followed."""
    number: bool = False


class List(NamedTuple):
    title: str
    about: str
    columns: tuple[Column, ...]
    """Shown in this order; the first that is no date carries the place."""
    facets: str
    """Fields whose values can be chosen, with counts."""
    order: str = ""
    """Fields that rows can be ordered by, besides the date."""


DATE = Column("date", "Meeting", "dated")
LISTS = {
    "decisions": List(
        "Decisions", "What was resolved, by what vote.",
        (DATE, Column("decision", "Decision"), Column("outcome", "Outcome"), Column("votes", "Vote"),
         Column("against_recommendation", "Recommendation")),
        "outcome against_recommendation committee council",
    ),
    "actions": List(
        "Actions", "Who undertook or was asked to do what, and what became of it.",
        (DATE, Column("text", "Action"), Column("owner", "Who", "owner"), Column("due", "By when"), Column("became", "Where it stands")),
        "status owner committee council", "owner",
    ),
    "commitments": List(
        "Commitments", "Undertakings that can be checked, and what became of them.",
        (DATE, Column("promise", "Commitment"), Column("amounts", "How much"), Column("deadline", "By when", "deadline_date"),
         Column("owner", "Who", "owner"), Column("status", "Where it stands")),
        "status owner committee council", "deadline_date owner",
    ),
    "figures": List(
        "Figures", "Numbers with their unit, measure, period and place.",
        (DATE, Column("measure", "What is counted", "measure"), Column("amount", "Value", "value", number=True),
         Column("period", "Period", "period_start"), Column("status", "Kind of figure")),
        "unit status period source committee council", "value measure period_start",
    ),
    "inspections": List(
        "Inspections", "Scores and judgements of inspectors.",
        (Column("statement", "What was judged"), Column("score", "Score", "score", number=True), Column("overall_rating", "Overall rating"),
         Column("authority", "Body"), Column("inspector", "Inspector")),
        "inspector authority theme overall_rating", "score",
    ),
    "tables": List(
        "Tables", "Tables of the papers, with their column labels and sums that were checked.",
        (DATE, Column("table", "Table"), Column("unit", "Unit"), Column("size", "Size"), Column("checks", "Sums")),
        "unit committee council", "caption",
    ),
    "reports": List(
        "Reports", "Officers' reports, what they recommended, and what was resolved on it.",
        (DATE, Column("report", "Report", "title"), Column("officer", "Officer")),
        "officer committee council", "title",
    ),
    "attendance": List(
        "Attendance", "Who was present, substituted, apologised.",
        (DATE, Column("name", "Name", "name"), Column("status", "Attendance"), Column("role", "As"), Column("notes", "Notes")),
        "status role committee council", "name",
    ),
    "declarations": List(
        "Declarations", "Interests that members declared.",
        (DATE, Column("declared", "Declaration"), Column("name", "Who", "name"), Column("interest", "Kind of interest"),
         Column("item", "Item")),
        "interest name committee council", "name",
    ),
    "questions": List(
        "Questions", "Questions of the public and of members, and their answers.",
        (DATE, Column("question", "Question and answer"), Column("asker", "Asked by", "asker"), Column("answerer", "Answered by")),
        "by asker committee council", "asker",
    ),
    "indicators": List(
        "Indicators", "A body's value beside the national one.",
        (Column("indicator", "Measure", "measure"), Column("value", "Here", number=True),
         Column("national", "Nationally", number=True), Column("verdict", "Verdict"), Column("period", "Period")),
        "verdict source committee council", "measure",
    ),
    "agenda": List(
        "Agenda items", "Items of agendas, with the papers that went to each.",
        (DATE, Column("agenda", "Item"), Column("officer", "Officer")),
        "committee council", "title",
    ),
}  # fmt: skip
KINDS = tuple(LISTS)
LABELS = {
    "against_recommendation": "Recommendation", "by": "Asked by a", "council": "Council", "name": "Name",
    "overall_rating": "Overall rating", "owner": "Who", "source": "Printed in", "topic": "Words", "since": "From", "until": "To",
    "document": "Paper", "kind": "Kind of paper", "authority": "Body", "role": "As",
}  # fmt: skip
"""Facets and filters whose name is not what people call them."""
STATUS_LABELS = {"figures": "Kind of figure", "attendance": "Attendance"}
"""`status` says where a matter stands, except in these lists."""
ORDERS = {
    "dated": ("Oldest first", "Newest first"), "value": ("Smallest value first", "Largest value first"),
    "score": ("Lowest score first", "Highest score first"), "deadline_date": ("Earliest deadline first", "Latest deadline first"),
    "period_start": ("Earliest period first", "Latest period first"), "owner": ("Who, A to Z", "Who, Z to A"),
    "measure": ("What is counted, A to Z", "What is counted, Z to A"), "name": ("Name, A to Z", "Name, Z to A"),
    "title": ("Title, A to Z", "Title, Z to A"), "caption": ("Caption, A to Z", "Caption, Z to A"),
    "asker": ("Asked by, A to Z", "Asked by, Z to A"),
}  # fmt: skip
"""How rows stand when ordered by a field, upwards and downwards."""


def label(kind: str, field: str) -> str:
    """A field as people call it."""
    if field == "status":
        return STATUS_LABELS.get(kind, "Where it stands")
    return LABELS.get(field) or field.replace("_", " ").capitalize()
