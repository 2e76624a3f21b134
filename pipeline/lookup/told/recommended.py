"""What a report asks its committee to do: its recommendations, which are stored with it.

Comes in: a question for the recommendations of a report, or for what a body was asked to do about something. Goes out: a statement for
each recommendation, cited where it is printed; none where no report's title, item, body and day cover what else the question says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.lookup.answering.statements import fitted
from pipeline.lookup.facts import believed, resolved
from pipeline.lookup.finding.cover import Weighed, Weighing
from pipeline.lookup.finding.views import bag_of
from pipeline.lookup.text.terms import stems
from pipeline.lookup.understanding.question import Question
from pipeline.model.answers import FactRow, Statement
from pipeline.model.ports import Library

ASKED = re.compile(
    r"^\W*what\s+(?:is|was|are|were|has|have|had)\s+(?:\S+\s+){0,12}?(?:been\s+)?(?:asked|invited|recommended)\s+to\b"
    r"|^\W*(?:what|which)\s+(?:(?:is|was|are|were|did|does|do|the)\s+)*(?:\S+\s+){0,12}?recommend(?:s|ed|ations?)?\b"
    r"|^\W*(?:the\s+)?recommendations?\b",
    re.IGNORECASE,
)
OTHERS = re.compile(r"\b(?:inspect\w+|ofsted|cqc|estyn|hiqa|audit\w*|review(?:ers?)? team|why|when|who|how)\b", re.IGNORECASE)
"""Whose recommendations no report of an officer holds, and questions after one thing in them."""
OF_THE_FORM = frozenset(
    stems(
        """asked invited recommend recommends recommended recommendation recommendations do report paper item committee board panel cabinet
        council members meeting select officers agree approve consider note endorse decide"""
    )
)
LEAST, MET = 0.8, 0.5
"""A report must cover so much of what else the question says, and meet each name and number of it so well."""
TOGETHER = 6


def recommended(library: Library, question: Question, some: Weighing) -> list[Statement]:
    if not ASKED.search(question.text) or OTHERS.search(question.text):
        return []
    topic = Weighing(one for one in some if one.clue.stem not in OF_THE_FORM and one.clue.stem not in question.dates)
    fact = _fitting(library, question, topic)
    rows = resolved(library, fact).fields["recommendations"] if fact else []
    said = [" ".join(str(row["text"]).split()).rstrip(" ;,") for row in rows]
    texts = [f"{text[:1].upper()}{text[1:]}" for text in said]
    texts = [*fitted(texts[:TOGETHER]), *texts[TOGETHER:]]
    return [Statement(text, "report", fact.id if fact else None, (row["citation"],)) for text, row in zip(texts, rows, strict=True)]


def _fitting(library: Library, question: Question, topic: Weighing) -> FactRow | None:
    """The report that covers most of the question, of its body and day; the newest of several that do alike."""
    scored = []
    for fact in believed(library.facts("reports", question.filters)) if topic else ():
        given = topic.credits(bag_of(_about(fact)))
        told = all(credit >= MET for one, credit in zip(topic, given, strict=True) if _telling(one))
        if fact.fields.get("recommendations") and told and _of_day(fact, question.days) and _of_body(fact, question):
            scored.append((round(topic.share(given), 2), str(fact.standing.meeting_date or ""), fact))
    best = max(scored, key=lambda one: one[:2], default=None)
    return best[2] if best and best[0] >= LEAST else None


def _about(fact: FactRow) -> str:
    named = (fact.fields.get("title"), fact.fields.get("item"), fact.standing.council, fact.standing.committee)
    return " / ".join(str(words) for words in named if words)


def _telling(one: Weighed) -> bool:
    return (one.clue.at > 0 and one.clue.printed[:1].isupper()) or any(char.isdigit() for char in one.clue.printed)


def _of_day(fact: FactRow, days: Sequence[str]) -> bool:
    dated = [str(when) for when in (fact.standing.meeting_date, fact.fields.get("date")) if when]
    return not days or any(when.startswith(day) for day in days for when in dated)


def _of_body(fact: FactRow, question: Question) -> bool:
    return question.committee is None or fact.standing.committee in (None, question.committee)
