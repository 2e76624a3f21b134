"""What stored facts answer outright: who held a post, who was there, who voted how, what was resolved.

Comes in: a question as understood. Goes out: statements of the newest meeting that fits it (or of the one that it names), each with the
passages that prove it; none where the question is of another form or no fact fits, and then the passages are searched.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from pipeline.lookup.answering.statements import shortened
from pipeline.lookup.cite import cite
from pipeline.lookup.facts import in_reach
from pipeline.lookup.finding.cover import Weighing
from pipeline.lookup.text.terms import stems
from pipeline.lookup.told.attending import attending
from pipeline.lookup.told.meetings import decided
from pipeline.lookup.told.movers import moved
from pipeline.lookup.told.publicly import publicly
from pipeline.lookup.told.rated import rated
from pipeline.lookup.told.recommended import recommended
from pipeline.lookup.told.unresolved import unresolved
from pipeline.lookup.told.votes import voted
from pipeline.lookup.understanding.question import Question, named
from pipeline.lookup.understanding.words import STOP
from pipeline.model.answers import FactRow, Filters, PassageRow, Statement
from pipeline.model.ports import Library

CITATIONS = 3
PRESENT = re.compile(
    r"^\W*(?:who(?:\s+(?:all|else))?|(?:which|what)\s+(?P<whom>councillors|members|officers|officials|staff)(?:\s+of\s+[^?]{2,60}?)?)\s+"
    r"(?:(?:was|were)\s+(?:present|there|at|in\s+attendance)|(?:was|were)\s+.*\bpresent|attended)\b"
    r"|^\W*(?:list\s+)?(?:the\s+)?(?:members|councillors)\s+present\b|^\W*attendance\b",
    re.IGNORECASE,
)
OFFICERS = re.compile(r"\b(?:officers|officials|staff)\b", re.IGNORECASE)
AT_THE_MEETING = ("present", "substitute")
LONGEST_LIST = 420
"""Characters of a list of names; a full council of eighty is cut."""
BEFORE, AFTER = 3, 12
"""Passages around a name in the list of those present in which the minutes say for whom it stands."""
REPLACES = re.compile(r"\bsubstitut|\bdeputi[sz]|\bin place of\b|\bon behalf of\b|\bfor\b", re.IGNORECASE)
CHAIR_WORD = r"chair(?:man|woman|person)?|cathaoirleach|convener"
CHAIR = re.compile(
    rf"\bwho\s+(?:(?P<a>vice|deputy)[- ]?)?chair(?:s|ed)\b"
    rf"|\bwho(?:['’]?s|\s+is|\s+was)\s+(?:(?:the|our|now|current|present)\s+)*(?:(?P<b>vice|deputy|leas)[- ]?)?(?:{CHAIR_WORD})\b",
    re.IGNORECASE,
)
CHAIRED = re.compile(
    rf"(?:^|, )(?:an )?(?P<vice>(?:vice|deputy|leas)[- ]?)?(?:{CHAIR_WORD})(?: of the (?:committee|council|board|panel))?$", re.IGNORECASE
)
"""The role of whoever chairs the meeting itself, not "Independent Chair of another Board"."""
POST = re.compile(r"^\s*who(?:['’]?s|\s+is|\s+was)\s+(?:(?:the|our|now|current|present)\s+)*(?P<post>[^?]+?)\s*\??$", re.IGNORECASE)
LEAST_OF_POST, MORE_OF_POST = 2, 1
"""Words that tell a post ("the clerk" alone is any meeting's), and those that a role may hold beside them: "Acting", "Interim"."""
STATUSES: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), found)
    for pattern, found in (
        (r"\bwho\b.*\bsubstitut|\bsubstitutes?\b.*\bmeeting\b", ("substitute",)),
        (r"\bwho\b.*\b(?:apolog|absent|missing\b|did not attend)|^\W*(?:apologies|absent)\b", ("apologies", "absent")),
    )
)
"""Wordings that ask for everybody of a status."""


def known(library: Library, question: Question, some: Weighing) -> list[Statement]:
    """The first of these ways that finds something; each is silent on what is not its own."""
    ways: tuple[Callable[[], list[Statement]], ...] = (
        lambda: _chair(library, question),
        lambda: _post(library, question),
        lambda: _attended(library, question),
        lambda: _there(library, question),
        lambda: attending(library, question),
        lambda: publicly(library, question, some),
        lambda: unresolved(library, question, some),
        lambda: moved(library, question, some),
        lambda: rated(library, question),
        lambda: recommended(library, question, some),
        lambda: decided(library, question, some),
        lambda: voted(library, question, some),
    )
    return next((found for way in ways if (found := way())), [])


def _chair(library: Library, question: Question) -> list[Statement]:
    match = CHAIR.search(question.text)
    if match is None:
        return []
    known = () if "committee" in question.filters.ignored else library.coverage(Filters()).committees
    committee = question.committee or named(question.text, known, meeting=False)
    if not (committee or _days(question)):
        return []
    vice = bool(match["a"] or match["b"])
    there = _of_meeting(library, replace(question, committee=committee))
    held = [fact for fact in there if (role := CHAIRED.search(_role(fact))) and bool(role["vice"]) == vice]
    return [_holder(library, fact) for fact in _newest(held)[:1]]


def _post(library: Library, question: Question) -> list[Statement]:
    match = POST.match(question.text)
    wanted = set(stems(match["post"])) - STOP if match else set()
    wanted -= set(question.dates)
    if len(wanted) < LEAST_OF_POST:
        return []
    held = [fact for fact in _of_meeting(library, question) if _is_post(wanted, set(stems(_role(fact))) - STOP)]
    return [_holder(library, fact) for fact in _newest(held)[:1]]


def _is_post(wanted: set[str], role: set[str]) -> bool:
    return wanted <= role and len(role - wanted) <= MORE_OF_POST


def _attended(library: Library, question: Question) -> list[Statement]:
    statuses = next((found for pattern, found in STATUSES if pattern.search(question.text)), ())
    if not statuses:
        return []
    there = _newest(fact for fact in _of_meeting(library, question) if fact.fields.get("status") in statuses)
    if not there:
        return []
    asked = set(stems(question.text))
    of_asked = [fact for fact in there if _surname(fact.fields.get("for") or "") in asked]
    said = "; ".join(dict.fromkeys(_told(fact) for fact in of_asked or there))
    if "apologies" in statuses:
        return [_statement(library, f"Apologies: {said}", of_asked or there, _standing_in(library, of_asked or there))]
    rows = _replacing(library, of_asked or there)
    return [_statement(library, f"Substitutes: {said}", of_asked or there, rows)] if rows else []


def _there(library: Library, question: Question) -> list[Statement]:
    """The members, or the officers, who were at the meeting that the question names by its day or month."""
    if not PRESENT.search(question.text) or not (question.meets and _days(question)):
        return []
    wanted = ("also_present",) if OFFICERS.search(question.text) else AT_THE_MEETING
    there = [fact for fact in _newest(_of_meeting(library, question)) if fact.fields.get("status") in wanted]
    if not there:
        return []
    names = [f"{fact.fields['name']} ({_role(fact)})" if _role(fact) else str(fact.fields["name"]) for fact in there]
    said = shortened(f"Present: {'; '.join(dict.fromkeys(names))}", LONGEST_LIST)
    return [_statement(library, said, there, _standing_in(library, there))]


def _replacing(library: Library, facts: Sequence[FactRow]) -> list[PassageRow]:
    """The passages that say who stands in for whom: the list of those present names substitutes without it."""
    found: dict[int, PassageRow] = {}
    for fact in facts:
        pair = (_last(str(fact.fields["name"])), _last(str(fact.fields.get("for") or "")))
        near = [row for here in library.passages(fact.passages[:1]) for row in library.neighbours(here, BEFORE, AFTER)]
        of_part = (row for row in near if row.standing.part_id == fact.standing.part_id and all(name in row.text for name in pair))
        row = next((row for row in of_part if REPLACES.search(row.text)), None)
        if row is None:
            return []
        found[row.rowid] = row
    return list(found.values())


def _standing_in(library: Library, facts: Sequence[FactRow]) -> list[PassageRow]:
    return library.passages(list(dict.fromkeys(rowid for fact in facts for rowid in fact.passages[:1])))


def _last(name: str) -> str:
    return name.split()[-1] if name.split() else ""


def _told(fact: FactRow) -> str:
    replaced = fact.fields.get("for")
    return f"{fact.fields['name']} for {replaced}" if replaced else str(fact.fields["name"])


def _surname(name: str) -> str:
    return next(iter(stems(name)[::-1]), "")


def _holder(library: Library, fact: FactRow) -> Statement:
    of = f" of the {fact.standing.committee}" if CHAIRED.search(_role(fact)) and fact.standing.committee else ""
    return _statement(library, f"{fact.fields['name']}, {_role(fact)}{of}", [fact], _standing_in(library, [fact]))


def _statement(library: Library, text: str, facts: Sequence[FactRow], rows: Sequence[PassageRow]) -> Statement:
    cited = [cite(library, row.standing, row.text, id_=row.id) for row in rows]
    return Statement(text, "attendance", facts[0].id, tuple(cited)[:CITATIONS])


def _role(fact: FactRow) -> str:
    return str(fact.fields.get("role") or "")


def _of_meeting(library: Library, question: Question) -> list[FactRow]:
    """Attendance at meetings of the committee, and on the days, months or years, that the question names."""
    days = _days(question)
    found = in_reach(library, "attendance", _narrowed(question), question.clues)
    return [
        fact
        for fact in found
        if fact.passages and (question.committee is None or fact.standing.committee == question.committee)
        if not days or any(str(fact.standing.meeting_date).startswith(day) for day in days)
    ]


def _narrowed(question: Question) -> Filters:
    """The filters with the committee that is named: there may be many meetings."""
    asked = question.filters
    return replace(asked, committee=question.committee) if question.committee and not asked.committee else asked


def _days(question: Question) -> list[str]:
    return [date for date in question.dates if not date.startswith("fy")]


def _newest(facts: Iterable[FactRow]) -> list[FactRow]:
    """Those of the newest meeting, and of its part that stands first."""
    found = [fact for fact in facts if fact.standing.meeting_date]
    newest = max((str(fact.standing.meeting_date) for fact in found), default="")
    of_day = [fact for fact in found if fact.standing.meeting_date == newest]
    return [fact for fact in of_day if fact.standing.part_id == of_day[0].standing.part_id]
