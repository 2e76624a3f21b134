"""Whether somebody was at a meeting: "Did Councillor Varley attend on 6 May?".

Comes in: a question that names one person. Goes out: a statement for each meeting whose minutes list that person, the newest first,
with the status printed there; none where no minutes list the person: silence does not prove an absence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.lookup.cite import cite, spoken
from pipeline.lookup.facts import in_reach
from pipeline.lookup.understanding.question import Question
from pipeline.model.answers import FactRow, Statement
from pipeline.model.ports import Library

ATTENDED = re.compile(
    r"^\W*(?:did|has|have|was|were|is)\s+(?P<who>[^?]{2,60}?)\s+(?:(?:ever|not|at all|been|also)\s+)?"
    r"(?:attend(?:ed|ing)?\b|present\b|absent\b|miss(?:ed)?\b|(?:come|came|go|at|there)\b.*\bmeetings?\b|send(?:\s+\w+)?\s+apologies\b)",
    re.IGNORECASE,
)
TITLES = frozenset(
    "cllr cllrs councillor councillors mr mrs ms miss mx dr prof professor sir dame lord lady rev the cathaoirleach mayor".split()
)
SAID = {"present": "present", "also_present": "present, not as a member", "apologies": "apologies", "absent": "absent"}
MEETINGS = 12
"""Meetings told at most."""
NAME = re.compile(r"[^\W\d_][\w’'-]*")


def attending(library: Library, question: Question) -> list[Statement]:
    """What the minutes in reach say of the person that the question names."""
    match = ATTENDED.search(question.text)
    asked = _names(match["who"]) if match and any(word[:1].isupper() for word in NAME.findall(match["who"])) else []
    if not asked:
        return []
    filters = replace(question.filters, committee=question.filters.committee or question.committee)
    found = [
        fact
        for fact in in_reach(library, "attendance", filters, question.clues)
        if fact.passages and fact.standing.meeting_date and fact.standing.repeat_of is None and _is(asked, str(fact.fields["name"]))
        if not question.days or any(fact.standing.meeting_date.startswith(day) for day in question.days)
    ]
    newest = sorted(found, key=lambda fact: str(fact.standing.meeting_date), reverse=True)
    once = {(fact.standing.meeting_date, fact.standing.committee, fact.fields["name"]): fact for fact in reversed(newest)}
    return [_statement(library, fact) for fact in newest if once.get(_meeting(fact)) is fact][:MEETINGS]


def _meeting(fact: FactRow) -> tuple[str | None, str | None, object]:
    return fact.standing.meeting_date, fact.standing.committee, fact.fields["name"]


def _names(text: str) -> list[str]:
    return [word for word in map(str.lower, NAME.findall(text)) if word not in TITLES]


def _is(asked: Sequence[str], name: str) -> bool:
    """One surname, and first names or initials that do not part them: "J Pask" is "Jonah Pask", "Pask" is any."""
    held = _names(name)
    if not held or asked[-1] != held[-1]:
        return False
    first, other = asked[:-1], held[:-1]
    return not first or not other or first[0].startswith(other[0]) or other[0].startswith(first[0])


def _statement(library: Library, fact: FactRow) -> Statement:
    status, replaced = str(fact.fields.get("status")), fact.fields.get("for")
    said = SAID.get(status, f"substitute for {replaced}" if replaced else "substitute")
    body = fact.standing.committee or fact.standing.council
    where = f"{body}, {spoken(fact.standing.meeting_date)}" if body else spoken(fact.standing.meeting_date)
    rows = library.passages(fact.passages[:1])
    cited = tuple(cite(library, row.standing, row.text, id_=row.id) for row in rows)
    return Statement(f"{fact.fields['name']}: {said} ({where})", "attendance", fact.id, cited)
