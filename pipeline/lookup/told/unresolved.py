"""What was not carried: "Which motions were lost?", "Which decisions were deferred about the ferry?".

Comes in: a question that asks for decisions by how they ended. Goes out: a statement for each, the newest first, with its vote where one
is printed; none where no decision that fits ended so.
"""

from __future__ import annotations

import re

from pipeline.lookup.facts import in_reach
from pipeline.lookup.finding.cover import Weighing
from pipeline.lookup.text.terms import stems
from pipeline.lookup.told.votes import ASKED, LEAST, given_to, met, resolved
from pipeline.lookup.understanding.question import Question
from pipeline.model.answers import Statement
from pipeline.model.ports import Library

_THINGS = r"motions?|amendments?|decisions?|proposals?|resolutions?|recommendations?|items?|reports?|applications?|votes?"
_ENDS = r"lost|defeated|rejected|not carried|voted down|deferred|postponed|withdrawn|referred(?: back)?"
ENDED = re.compile(
    rf"^\W*(?:(?:list|show|which|what|were|was|are|did|any|all|the|there|of)\s+)*(?P<what>{_THINGS})\b(?:\s+(?:that|which|were|was|have|has|got"
    rf"|been|ever))*\s+(?P<end>{_ENDS})\b|^\W*(?:(?:list|show|which|what|any|all|the)\s+)*(?P<end_first>{_ENDS})\s+(?P<what_last>{_THINGS})\b",
    re.IGNORECASE,
)
OUTCOMES = {"deferred": "deferred", "postponed": "deferred", "withdrawn": "withdrawn", "referred": "referred"}
"""What else the question calls it, to the outcome of the stored decision; all other words are of what was lost."""
OF_THE_FORM = ASKED | frozenset(
    stems(
        """motion motions amendment amendments proposal proposals resolution resolutions recommendation item items report reports
        application applications lost defeated rejected carried down deferred postponed withdrawn referred back list show"""
    )
)
AMENDMENT = re.compile(r"\bamendments?\b", re.IGNORECASE)
TOLD = 12
"""Decisions told at most."""


def unresolved(library: Library, question: Question, some: Weighing) -> list[Statement]:
    """The decisions in reach that ended as the question says, on its matter, of its meeting."""
    match = ENDED.search(question.text)
    if not match:
        return []
    end, what = (match["end"] or match["end_first"]).lower(), (match["what"] or match["what_last"]).lower()
    outcome = OUTCOMES.get(end.split()[0], "lost")
    body = set(stems(f"{question.council or ''} {question.committee or ''}")) | set(question.dates)
    topic = Weighing(one for one in some if one.clue.stem not in OF_THE_FORM | body)
    found = [
        fact
        for fact in in_reach(library, "decisions", question.filters, question.clues)
        if fact.fields.get("outcome") == outcome
        and fact.passages
        and fact.standing.repeat_of is None
        and met(fact, question, question.days)
        if not what.startswith("amendment") or AMENDMENT.search(f"{fact.fields['text']} {fact.quote}")
        if not topic or topic.share(given_to(topic, fact)) >= LEAST
    ]
    newest = sorted(found, key=lambda fact: str(fact.standing.meeting_date or ""), reverse=True)
    once = {(fact.standing.meeting_date, str(fact.fields["text"])): fact for fact in reversed(newest)}
    kept = [fact for fact in newest if once[fact.standing.meeting_date, str(fact.fields["text"])] is fact]
    return [resolved(library, [fact], asked=True) for fact in kept[:TOLD]]
