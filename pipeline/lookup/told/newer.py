"""A newer value of the figure that answers "how many ... now": it is told first, and the older one behind it with its day.

Comes in: the statements that answer, and the passages found. Goes out: the same, before them the newest value of the first one's measure
where one is told of a later time. Two figures are of one measure where `lookup/changes` holds it likely, or where both cover all of the
question and nothing parts them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.lookup.changes.agreeing import agree
from pipeline.lookup.changes.counted import counted
from pipeline.lookup.changes.leading import NOTHING, leads
from pipeline.lookup.changes.measured import LIKELY, Compared, compared
from pipeline.lookup.changes.weighing import likelihood
from pipeline.lookup.cite import cite
from pipeline.lookup.facts import believed
from pipeline.lookup.finding.cover import Weighing
from pipeline.lookup.finding.search import Ranked
from pipeline.lookup.text.terms import stems
from pipeline.lookup.told.series import been, covers, spelt, told_of, view_of
from pipeline.lookup.understanding.question import Question
from pipeline.lookup.understanding.words import NOW
from pipeline.model.answers import FactRow, Statement
from pipeline.model.ports import Library

READ, NEAR, WHOLE = 30, 0.15, 0.85
"""Passages whose figures are compared; how much less of the question than the older one the newer may cover, and how much is all of it."""


def newest(library: Library, question: Question, some: Weighing, found: Sequence[Ranked], said: Sequence[Statement]) -> list[Statement]:
    """The statements with the newest value of the first one's measure before them."""
    if question.current < 1 or "number" not in question.expects or not said:
        return list(said)
    views = {one.read.view.row.rowid: one.read.view for one in found[:READ]}
    facts = believed(library.facts_on(list(views), ("figures",)))
    before = leads(library, facts)
    topic = Weighing(one for one in some if one.clue.stem not in NOW)
    fits = {fact.id: covers(question, topic, fact, view_of(fact, views), before.get(fact.id, NOTHING)) for fact in facts}
    told = [fact for fact in facts if fact.quote in said[0].citations[0].quote and str(fact.fields.get("raw")) in said[0].text]
    lead = max((fact for fact in told if _counts(fact, question)), key=lambda fact: fits[fact.id], default=None)
    if lead is None:
        return list(said)
    near = [fact for fact in facts if fact is lead or (fits[fact.id] >= fits[lead.id] - NEAR and _may_be_told(fact, lead))]
    pairs = compared(counted(near, before, frozenset()), library.sentence_vectors(near))
    later = [two.b.row for two in pairs if two.a.row is lead and _of_one_measure(two, min(fits[lead.id], fits[two.b.row.id]))]
    best = max(later, key=lambda fact: (told_of(fact), fits[fact.id]), default=None)
    return [_statement(library, best), _dated(said[0], lead), *said[1:]] if best else list(said)


def _counts(fact: FactRow, question: Question) -> bool:
    """Whether it counts what is asked for: "how many hours"."""
    return not question.counted or bool(question.counted.intersection(stems(str(fact.fields.get("unit") or ""))))


def _of_one_measure(two: Compared, fits: float) -> bool:
    a, b, features = two
    apart = a.kind != b.kind or a.part or b.part or features.silent
    return not agree(a, b) and (likelihood(features) >= LIKELY or (fits >= WHOLE and a.noun == b.noun and not apart))


def _may_be_told(fact: FactRow, lead: FactRow) -> bool:
    """A sentence's value of a later time that had come when its paper was written."""
    return fact.fields.get("source") != "table" and been(fact) and "" < told_of(lead) < told_of(fact)


def _dated(said: Statement, fact: FactRow) -> Statement:
    return replace(said, text=f"Earlier ({spelt(told_of(fact))}): {said.text}")


def _statement(library: Library, fact: FactRow) -> Statement:
    return Statement(" ".join(fact.quote.split()), "figure", fact.id, (cite(library, fact.standing, fact.quote, id_=fact.id),))
