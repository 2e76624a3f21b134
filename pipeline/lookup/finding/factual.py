"""How well the facts in a passage fit a question: their kind, their measure, row and column, their period, their own words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from pipeline.lookup.facts import believed
from pipeline.lookup.finding.cover import Bag, Weighing
from pipeline.lookup.finding.views import KEPT
from pipeline.lookup.finding.views import bag_of as stemmed
from pipeline.lookup.text.cut import told
from pipeline.lookup.understanding.question import Question
from pipeline.model.answers import FactRow, PassageRow
from pipeline.model.ports import Library

WANTED: Mapping[str, tuple[str, ...]] = {
    "number": ("figures", "indicators"), "money": ("figures",), "percent": ("figures", "indicators"), "count": ("figures",),
    "duration": ("figures",), "person": ("attendance", "actions", "reports", "agenda"), "body": ("commitments", "actions"),
    "date": ("commitments", "agenda", "reports"), "vote": ("decisions",), "decision": ("decisions",), "action": ("actions",),
    "commitment": ("commitments",), "score": ("inspections", "indicators"), "attendance": ("attendance",),
    "declaration": ("declarations",), "agenda": ("agenda",), "list": ("decisions", "commitments"), "change": ("figures", "indicators"),
}  # fmt: skip
"""Kinds of facts that can meet what a question expects."""
FEW, MANY, LEAST = frozenset({"inspections", "decisions", "declarations", "agenda"}), 1000, 0.4
"""Kinds that are looked through as a whole where there are no more than so many, for facts that cover this much of the question."""


def wanted_kinds(question: Question) -> tuple[str, ...]:
    return tuple(dict.fromkeys(kind for name in sorted(question.expects) for kind in WANTED.get(name, ())))


def fact_scores(library: Library, question: Question, some: Weighing, rows: Sequence[PassageRow]) -> dict[int, float]:
    """Rowid to how much of the question the best fact of a wanted kind in that passage covers; passages without one are left out."""
    kinds = wanted_kinds(question)
    found: dict[int, float] = {}
    for rowid, said in library.said_on([row.rowid for row in rows], kinds) if kinds and rows else ():
        found[rowid] = max(found.get(rowid, 0.0), some.share(some.credits(_bag(said))))
    return {rowid: fits for rowid, fits in found.items() if fits > 0}


def fact_candidates(library: Library, question: Question, some: Weighing) -> list[tuple[int, float]]:
    """Passages of the facts that fit best, of the kinds that are few enough to be looked through."""
    found: dict[int, float] = {}
    for kind in wanted_kinds(question):
        for fact in believed(library.few(kind, question.filters, MANY)) if kind in FEW else ():
            fits = some.share(some.credits(bag_of(fact)))
            for rowid in fact.passages if fits >= LEAST else ():
                found[rowid] = max(found.get(rowid, 0.0), fits)
    return sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))


def bag_of(fact: FactRow) -> Bag:
    return stemmed(told(fact.fields, fact.standing.section, fact.quote))


@lru_cache(maxsize=KEPT)
def _bag(said: str) -> Bag:
    return Bag.of(said.split())
