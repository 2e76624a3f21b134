"""How an inspector rated a body, or one statement of an inspection: grades and scores are stored, one row for each.

Comes in: a question that asks for a rating. Goes out: the overall grade of the body that the question names, or the score of the statement
that it names; of two bodies the grades of both. Silent where the question names no inspected body and more than one is stored.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.lookup.answering.statements import statements
from pipeline.lookup.cite import cite
from pipeline.lookup.facts import believed
from pipeline.lookup.finding.cover import Weighing
from pipeline.lookup.finding.rank import Found, Read, Reader
from pipeline.lookup.finding.search import Ranked
from pipeline.lookup.finding.views import view
from pipeline.lookup.text.terms import stems
from pipeline.lookup.understanding.question import GENERIC, Question
from pipeline.lookup.understanding.voices import VOICES, voiced
from pipeline.lookup.understanding.words import STOP, quoted, wordings
from pipeline.model.answers import FactRow, Statement
from pipeline.model.ports import Library

ASKED = re.compile(
    r"\b(?:rated|graded?|ratings?|scored?|judged|judge?ments?)\b.*\b(?:by|from|in|of|for|overall|inspect\w*|cqc|ofsted|estyn|hiqa)\b"
    r"|\b(?:cqc|ofsted|estyn|hiqa|inspect\w*|overall)\b.*\b(?:rat(?:ed?|ings?)|graded?|scored?|judged?|judge?ments?)\b"
    r"|\bhow (?:is|was|did|were) .*\b(?:rated|graded|scored?|judged)\b|\brated (?:better|higher|lower|worse|best)\b",
    re.IGNORECASE,
)
NOT_ONE = re.compile(
    r"\bhow many\b|\bwhich (?:\w+ )?(?:themes?|statements?|areas?|homes?|services?)\b|\bwhy\b|\b(?:per cent|percent|share|proportion)\b",
    re.IGNORECASE,
)
"""Questions about scores that are not after one of them."""
OVERALL = "overall effectiveness"
OF_THE_FORM = frozenset(
    stems(
        """rated rating ratings grade graded score scored judged judgement judgment overall effectiveness cqc ofsted estyn hiqa inspection
        inspector inspectors inspected services service better higher lower worse best get got receive received give given award awarded
        quality statement theme assessment authority local area report latest last now currently current compare compared"""
    )
)
"""Stems that put the question and do not say what is rated."""
WHOLE = tuple(frozenset(stems(words)) for words in ("children", "children's social care", "social care", "adult social care", "adults"))
""" "Children's services" and "adult social care" are the whole of what an inspection is about."""
EXPECTED = frozenset(stems("experience experiences progress impact people who"))
"""Words of statements that many of them share."""
WHEREABOUTS = frozenset(stems("north south east west central mid upon greater isle"))
"""Words of a place's name that do not tell it from others."""
RATING = re.compile(r"\brating|\bgrade|\bjudge?ment|\boverall", re.IGNORECASE)
MOST_BODIES, PASSAGES, WORDS = 4, 40, 1
SAYS_SO = 2.0
"""What a passage gains, by score, whose best sentence says the grade itself: "services are inadequate because"."""


def rated(library: Library, question: Question) -> list[Statement]:
    """The grades that the question asks for, the newest inspection of each body."""
    if not ASKED.search(question.text) or NOT_ONE.search(question.text):
        return []
    every = _scored(library, question)
    chosen = _chosen(every, question)
    subject = _subject(question, chosen)
    told = [made for body in chosen[:MOST_BODIES] if (made := _graded(library, question, _of(every, body), subject))]
    return told if len(told) == len(chosen) else []


def judged(library: Library, question: Question, some: Weighing, found: Sequence[Ranked]) -> list[Statement]:
    """What inspectors said of one thing in one body: the grade of the statement that is of it, then the words that answer best."""
    if voiced(question.text) is not VOICES[0]:
        return []
    every = _scored(library, question)
    chosen = _chosen(every, question)
    subject = _subject(question, chosen) if len(chosen) == 1 else set()
    grade = _graded(library, question, _of(every, chosen[0]), subject) if subject and subject not in WHOLE else None
    if grade is None:
        return []
    topic = Weighing(one for one in some if one.clue.stem in subject)
    reader = Reader(question, topic)
    document = replace(question.filters, document=grade.citations[0].document)
    rows = library.any_of(wordings([one.clue for one in topic], widened=True), document, PASSAGES)
    views = {one.read.view.row.rowid: one.read.view for one in found if one.read.view.row.standing.document == document.document}
    views |= {row.rowid: view(row) for row in library.passages([rowid for rowid, _ in rows])}
    reads = [reader.read(seen, Found()) for seen in views.values() if seen.row.reading is None]
    word = frozenset(stems(grade.text.rpartition(": ")[2])[:1])
    own = sorted((Ranked(read, read.score + SAYS_SO * (word <= _best(read))) for read in reads), key=lambda one: -one.score)
    return [grade, *statements(library, question, topic, own, WORDS)]


def _best(read: Read) -> frozenset[str]:
    return read.view.bags[read.best].single if read.sentences else frozenset()


def _scored(library: Library, question: Question) -> list[FactRow]:
    return [fact for fact in believed(library.facts("inspections", question.filters)) if fact.fields.get("score") is not None]


def _chosen(every: Sequence[FactRow], question: Question) -> list[str]:
    """The inspected bodies that the question names, or the only one."""
    asked, bodies = {clue.stem for clue in question.clues}, {str(fact.fields.get("authority") or "") for fact in every}
    named = [body for body in sorted(bodies) if _named(body, bodies, asked)]
    return named or (sorted(bodies) if len(bodies) == 1 else [])


def _subject(question: Question, chosen: Sequence[str]) -> set[str]:
    """The words of the question that say what is rated."""
    return set(question.stems) - OF_THE_FORM - EXPECTED - set().union(*map(_own, chosen)) - GENERIC - set(question.dates)


def _own(body: str) -> set[str]:
    """The words of an authority's name that are its own."""
    return set(stems(body)) - STOP - GENERIC - {"royal"}


def _named(body: str, bodies: Iterable[str], asked: set[str]) -> bool:
    """Whether the question names it, in full or by words that are no other body's."""
    own, others = _own(body), set().union(*(_own(other) for other in bodies if other != body))
    return bool(own) and (own <= asked or bool(own & asked - WHEREABOUTS - others))


def _of(every: Iterable[FactRow], body: str) -> list[FactRow]:
    return [fact for fact in every if fact.fields.get("authority") == body]


def _graded(library: Library, question: Question, facts: Sequence[FactRow], subject: set[str]) -> Statement | None:
    """The score of the statement that the question names, else the overall grade where it names none."""
    of_day = [fact for fact in facts if not question.days or any(_when(fact).startswith(day[:4]) for day in question.days)]
    newest = max(map(_when, of_day), default="")
    held = [fact for fact in of_day if _when(fact) == newest]
    if not held:
        return None
    if subject and subject not in WHOLE:
        near = [fact for fact in held if subject <= _words(fact)]
        return _statement(library, min(near, key=lambda fact: len(_words(fact)))) if near else None
    overall = next((fact for fact in held if str(fact.fields["statement"]).lower() == OVERALL), None)
    return _statement(library, overall) if overall else _overall(library, question, held[0])


def _words(fact: FactRow) -> set[str]:
    """What a statement of an inspection is about."""
    return set(stems(str(fact.fields["statement"]))) - STOP - OF_THE_FORM - EXPECTED


def _when(fact: FactRow) -> str:
    return str(fact.fields.get("published") or fact.standing.published or fact.standing.meeting_date or "")


def _statement(library: Library, fact: FactRow) -> Statement:
    """ "Aldermere County Council, Safeguarding: score 3", cited by the words that give it."""
    body, statement, score = (str(fact.fields[name]) for name in ("authority", "statement", "score"))
    text = f"{body}, {statement}: {f'score {score}' if score.isdigit() else score}"
    return Statement(text, "score", fact.id, (cite(library, fact.standing, fact.quote, id_=fact.id),))


def _overall(library: Library, question: Question, fact: FactRow) -> Statement | None:
    """The rating of the whole where no row of its own gives it: the shortest passage of the report that prints it, under such a heading."""
    rating, body = fact.fields.get("overall_rating"), str(fact.fields["authority"])
    if not rating:
        return None
    found = library.words(quoted(str(rating)), replace(question.filters, document=fact.standing.document), PASSAGES)
    rows = [row for row in library.passages([rowid for rowid, _ in found]) if row.part_id == fact.standing.part_id]
    headed = [row for row in rows if RATING.search(row.standing.section[-1] if row.standing.section else "")] or rows
    row = min(headed, key=lambda row: len(row.text), default=None)
    return Statement(f"{body}: {rating}", "score", fact.id, (cite(library, row.standing, row.text, id_=row.id),)) if row else None
