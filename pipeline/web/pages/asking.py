"""A question and its answer: statements with citations, the passages beneath, what was searched."""

from __future__ import annotations

from typing import Any, NamedTuple

from pipeline.errors import UsageError
from pipeline.lookup.answering.answer import ask as answered
from pipeline.model.answers import Answer, FactRow, Filters, Statement
from pipeline.render.citing import answer_text
from pipeline.render.output import phrase
from pipeline.web.asked import LONGEST_VALUE, Asked, Reply
from pipeline.web.pages.examples import examples
from pipeline.web.pages.found import missing, set_off, why
from pipeline.web.pages.meetings import held
from pipeline.web.pages.narrowing import BARE, chosen, facets, heard
from pipeline.web.templating import day, page

FOUND, SHOWN, MOST_SHOWN = 50, 5, 50
"""Passages that are looked at for the counts, shown at first, and shown at most."""
STATEMENTS, MEETINGS = 20, 4
TOO_LONG = f"The question is longer than {LONGEST_VALUE} characters. Ask for one thing at a time."
WRONG_WAY = "The first day is after the last. Change one of them."
WANTS = {
    "agenda": "an agenda item", "definition": "what something means", "vote": "a vote", "declaration": "a declaration of interest",
    "attendance": "who was present", "why": "a reason", "score": "an inspector's score", "when": "a date", "figure": "a figure",
    "who": "a person or body", "place": "a place", "decision": "a decision", "action": "an action", "list": "a list",
    "commitment": "a commitment", "commitments": "every commitment on a topic", "change": "what changed",
}  # fmt: skip
"""What was understood to be wanted, as it is said back."""
TOLD = {
    "decision": "Decision", "action": "Action", "commitment": "Commitment", "figure": "Figure", "score": "Inspection",
    "attendance": "Attendance", "declaration": "Declaration", "question": "Question", "indicator": "Indicator", "passage": "Quoted words",
}  # fmt: skip
"""Kinds of statement as people call them."""
BECAME = {
    "restated": "said again", "moved": "its date moved", "changed": "changed since it was first made",
    "contradicted": "contradicted elsewhere", "achieved": "achieved", "not_mentioned": "not mentioned in later papers",
}  # fmt: skip
"""What became of a promise; one that is open tells nothing."""
ORDINARY = ("agreed", "noted", "considered", "open", None)
"""Outcomes of decisions and actions that need no word."""


class Fate(NamedTuple):
    """What became of the fact of a statement, and where it is told in full."""

    told: str
    address: str


def ask(library: Any, asked: Asked) -> Reply:
    question = asked["q"]
    wrong = wrong_with(asked)
    given = None if wrong or not question else answered(library, question, asked.filters(), passages=FOUND, statements=STATEMENTS)
    return page(
        "ask.html", asked=asked, question=question, given=given, wrong=wrong, choices=library.coverage(Filters()), bare=BARE,
        chosen=chosen(asked), shown=asked.number("passages", SHOWN, MOST_SHOWN), told=TOLD, phrase=phrase,
        examples=examples(library) if not question else (), **(_given(library, asked, given) if given else {}),
    )  # fmt: skip


def wrong_with(asked: Asked) -> str | None:
    """What keeps a question from being asked; None where nothing does."""
    if len(asked["q"]) > LONGEST_VALUE:
        return TOO_LONG
    try:
        limits = asked.filters()
    except UsageError as error:
        return str(error)
    return WRONG_WAY if limits.since and limits.until and limits.since > limits.until else None


def _given(library: Any, asked: Asked, given: Answer) -> dict[str, Any]:
    """What the page tells of an answer."""
    titles = {hit.citation.document: hit.citation.document_title for hit in given.passages}
    return {
        "wanted": WANTS.get(str(given.understood["wants"])),
        "heard": heard(given.understood, asked),
        "facets": facets(given.passages, asked, titles),
        "met": [] if given.answered else met(library, given),
        "missing": [] if given.answered else missing(library, given.understood),
        "fates": [fate(library, one) for one in given.statements],
        "alone": is_alone(given),
        "copied": answer_text(given),
        "set_off": set_off,
        "why": why,
    }


def met(library: Any, given: Answer) -> list[tuple[str, str]]:
    """Meetings that the question names by their body and day, month or year: name and address, the newest first."""
    body, dates = given.understood["committee"], tuple(date for date in given.understood["dates"] if not date.startswith("fy"))
    some = [one for one in held(library) if dates and one.body == body and one.day.startswith(dates)]
    return [(f"{one.body}, {day(one.day)}", one.url) for one in some[:MEETINGS]]


def is_alone(given: Answer) -> bool:
    """The answer is its one statement: it is not said twice."""
    return len(given.statements) == 1 and given.answer.rstrip(". ") == given.statements[0].text.rstrip(". ")


def fate(library: Any, said: Statement) -> Fate | None:
    """Of a promise: moved, changed, achieved, with the day it was first made; of a decision: lost, deferred, not as recommended."""
    row = library.find(said.fact) if said.fact else None
    if not isinstance(row, FactRow):
        return None
    fields, told = row.fields, ""
    if row.kind == "commitments":
        told = BECAME.get(fields["status"], "")
        first = fields.get("first_seen")
        if told and first and first != row.standing.meeting_date:
            told += f"; first said {day(first)}"
    elif row.kind == "decisions" and fields["outcome"] not in ORDINARY:
        told = str(fields["outcome"])
    return Fate(told, f"/show/{row.id}?fact=1") if told else None
