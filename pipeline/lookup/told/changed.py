"""What changed about something: the earlier statement and the later one that says otherwise, each with its day.

Comes in: a question that asks what changed, and the passages found. Goes out: one statement of two citations; none where no two papers
say different things of what is asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.lookup.answering.statements import shortened
from pipeline.lookup.changes.dated import moment_pairs
from pipeline.lookup.changes.leading import NOTHING, leads
from pipeline.lookup.changes.measured import figure_pairs
from pipeline.lookup.changes.moments import moments_of
from pipeline.lookup.changes.restated import Nature, Pair, commitment_sayings, pairs
from pipeline.lookup.cite import cite
from pipeline.lookup.facts import believed
from pipeline.lookup.finding.cover import Weighing
from pipeline.lookup.finding.search import Ranked
from pipeline.lookup.finding.views import View
from pipeline.lookup.told.series import CHANGED, OF_THE_FORM, WHAT_CHANGED, begun, covers, moved_on, spelt, told_of, view_of
from pipeline.lookup.understanding.question import Question
from pipeline.model.answers import FactRow, Statement
from pipeline.model.ports import Library

TELLING: tuple[Nature, ...] = ("number_changed", "deadline_slip", "contradiction")
READ, LEAST = 30, 0.6
"""Passages whose facts are compared, and how much of the question both statements must cover."""
LONGEST = 220
KIND = {"figures": "figure", "commitments": "commitment"}


def changed(library: Library, question: Question, some: Weighing, found: Sequence[Ranked]) -> list[Statement]:
    """How a measure moved, value after value, or what two papers say of a thing: this first where any thing is asked for."""
    if WHAT_CHANGED.search(question.text):
        return _otherwise(library, question, some, found) or moved_on(library, question, some, found)
    return moved_on(library, question, some, found) or (_otherwise(library, question, some, found) if CHANGED.search(question.text) else [])


def _otherwise(library: Library, question: Question, some: Weighing, found: Sequence[Ranked]) -> list[Statement]:
    since = begun(question)
    years = {day.removeprefix("fy")[:4] for day in question.dates} if len(question.dates) > 1 else set()
    dropped = OF_THE_FORM | (set(question.dates) if since or years else set())
    topic = Weighing(one for one in some if one.clue.stem not in dropped)
    views = {one.read.view.row.rowid: one.read.view for one in found[:READ]}
    fitting = [
        (fits, pair)
        for pair in (_pairs(library, views) if len(topic) else ())
        if pair.nature in TELLING and "" < pair.a.when < pair.b.when and pair.b.when >= since
        if not years or years == {told_of(side.row)[:4] for side in (pair.a, pair.b)}
        if (fits := min(_covers(library, question, topic, side.row, views) for side in (pair.a, pair.b))) >= LEAST
    ]
    best = max(fitting, key=lambda one: (round(one[0], 1), one[1].b.when, one[1].likeness), default=None)
    return [_told(library, best[1])] if best else []


def _pairs(library: Library, views: dict[int, View]) -> Iterator[Pair]:
    """What the facts and the times of these passages say otherwise than before."""
    figures, committed = (believed(library.facts_on(list(views), (kind,))) for kind in ("figures", "commitments"))
    yield from figure_pairs(figures, leads(library, figures), library.sentence_vectors(figures), frozenset())
    yield from pairs(commitment_sayings(committed, leads(library, committed)))
    yield from moment_pairs(library, list(moments_of(library, [view.row for view in views.values()])))


def _covers(library: Library, question: Question, topic: Weighing, row: FactRow, views: dict[int, View]) -> float:
    return covers(question, topic, row, view_of(row, views), leads(library, [row]).get(row.id, NOTHING))


def _told(library: Library, pair: Pair) -> Statement:
    """The earlier first, the later cited first: it is what holds."""
    a, b = pair.a.row, pair.b.row
    said = [f"({spelt(side.when)}): {shortened(' '.join(side.row.quote.split()).rstrip('.'), LONGEST)}" for side in (pair.a, pair.b)]
    citations = tuple(cite(library, row.standing, row.quote, id_=row.id) for row in (b, a))
    return Statement(f"Earlier {said[0]}; later {said[1]}", KIND.get(b.kind, "passage"), b.id, citations)
