"""Another value for the same thing at the same time: where papers disagree, both are told, each with the day of its paper.

Comes in: the statement that answers a question about a figure, and the passages found. Goes out: the sentence of another part that gives
another value for the same period; none where the values agree as rounded, or the sentence speaks of something else.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pipeline.lookup.answering.statements import shortened
from pipeline.lookup.changes.agreeing import agree, times
from pipeline.lookup.changes.contrasts import parted
from pipeline.lookup.changes.counted import Counted, counted
from pipeline.lookup.cite import cite
from pipeline.lookup.facts import believed
from pipeline.lookup.finding.cover import Weighing, either
from pipeline.lookup.finding.search import Ranked
from pipeline.lookup.finding.views import View, around, bag_of
from pipeline.lookup.understanding.question import Question
from pipeline.model.answers import FactRow, Statement
from pipeline.model.ports import Library

READ, LEAST, NEAR = 20, 0.85, 0.1
"""Passages whose figures are compared; how much of the question a figure must cover with its headings, and how near to the answer's."""
LONGEST = 220


def elsewhere(library: Library, question: Question, some: Weighing, found: Sequence[Ranked], said: Sequence[Statement]) -> list[Statement]:
    """The answer with another paper's value behind its first statement, where one gives another."""
    if "number" not in question.expects or not said:
        return list(said)
    views = {one.read.view.row.rowid: one.read.view for one in found[:READ]}
    facts = [fact for fact in believed(library.facts_on(list(views), ("figures",))) if fact.fields.get("period_end")]
    fits = {fact.id: _fits(question, some, fact, views) for fact in facts}
    told = [fact for fact in facts if _is_told(fact, said[0]) and fits[fact.id] >= LEAST]
    others = [fact for fact in _leading(facts) if fits[fact.id] >= LEAST and fact.fields.get("source") != "table"]
    ready = {one.row.id: one for one in counted([*told, *others], {}, frozenset())}
    for lead in (ready[fact.id] for fact in told if fact.id in ready):
        for other in (ready[fact.id] for fact in others if fact.id in ready):
            if fits[other.row.id] >= fits[lead.row.id] - NEAR and _disagree(lead, other):
                return [said[0], _statement(library, other.row), *said[1:]]
    return list(said)


def _fits(question: Question, some: Weighing, fact: FactRow, views: dict[int, View]) -> float:
    view = next(views[rowid] for rowid in fact.passages if rowid in views)
    day = fact.standing.meeting_date or fact.standing.published or ""
    own = some.credits(bag_of(f"{fact.quote} / {fact.fields.get('period')} / {fact.fields.get('measure')}"))
    return some.share(either(own, around(view.setting, day, some, question)))


def _is_told(fact: FactRow, said: Statement) -> bool:
    return fact.quote in said.citations[0].quote and str(fact.fields.get("raw")) in said.text


def _leading(facts: Sequence[FactRow]) -> list[FactRow]:
    """The first figure of each sentence: what it is about."""
    first: dict[tuple[int, str], FactRow] = {}
    for fact in facts:
        first.setdefault((fact.standing.document_id, fact.quote), fact)
    return list(first.values())


def _disagree(one: Counted, other: Counted) -> bool:
    """Two values of one unit for one time, neither of which the other's sentence holds too."""
    if one.unit != other.unit or _part(one) == _part(other):
        return False
    if one.row.fields.get("period_end") != other.row.fields.get("period_end") or (one.kind, one.ages) != (other.kind, other.ages):
        return False
    held = abs(one.value) in other.others or abs(other.value) in one.others
    return not held and not agree(one, other) and times(one, other) == "same" and not parted(one.contrasts, other.contrasts).opposed


def _part(one: Counted) -> tuple[int, int | None]:
    return one.row.standing.document_id, one.row.standing.part_id


def _statement(library: Library, fact: FactRow) -> Statement:
    day = date.fromisoformat(str(fact.standing.meeting_date or fact.standing.published))
    text = shortened(" ".join(fact.quote.split()), LONGEST)
    return Statement(
        f"Elsewhere ({day.day} {day:%B %Y}): {text}",
        "figure",
        fact.id,
        (cite(library, fact.standing, fact.quote, id_=fact.id),),
    )
