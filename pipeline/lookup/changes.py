"""The same commitment or measure through time: what was restated, moved, changed, contradicted, achieved, let drop.

Comes in: a library and filters. Goes out: changes, the gravest first, each with the citations of both statements. A pair
is listed once: of many restatements only the first and the last are shown. Silence is preferred to noise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.lookup.cite import cite
from pipeline.lookup.measured import figure_pairs
from pipeline.lookup.restated import Nature, Pair, Promise, commitment_sayings, pairs, promises
from pipeline.lookup.sameness import Saying, Weights, saying
from pipeline.lookup.terms import stems
from pipeline.model.answers import Citation, FactRow, Filters
from pipeline.model.ports import FactStore

__all__ = ["Change", "Promise", "Side", "changes", "promises"]

ORDER: tuple[Nature, ...] = ("contradiction", "deadline_slip", "number_changed", "achieved", "not_mentioned", "restated_same")
ACHIEVED = re.compile(
    r"\b(?:has|have|had|was|were|been|now) (?:been |now )?(?:completed|delivered|achieved|opened|open|built|published|launched|recruited|introduced|met|exceeded)\b",
    re.IGNORECASE,
)
LIKE_DONE = 0.25
"""Telling words that a report of success shares with the promise, beside the number."""
MOST_SUBJECT_WORDS = 10


@dataclass(frozen=True, slots=True)
class Side:
    text: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Change:
    subject: str
    nature: Nature
    a: Side
    b: Side | None


def changes(store: FactStore, filters: Filters) -> Iterator[Change]:
    """What became of commitments and measures, the gravest first, then by date; a topic narrows to statements that hold its words."""
    wide = replace(filters, topic=None)
    committed, figures = store.facts("commitments", wide), store.facts("figures", wide)
    sayings = commitment_sayings(committed)
    found = [*pairs(sayings), *figure_pairs(figures), *_achieved(sayings, figures)]
    kept = [pair for pair in _once(found) if _on_topic(pair, filters.topic)]
    for pair in sorted(kept, key=lambda p: (ORDER.index(p.nature), -p.likeness)):
        yield Change(_subject(pair), pair.nature, _side(store, pair.a.row), _side(store, pair.b.row))


def _achieved(sayings: Sequence[Saying], figures: Sequence[FactRow]) -> Iterator[Pair]:
    """Promises of a number that a later paper reports as done."""
    done = [saying(row, row.quote, f"{row.fields['raw']} {row.fields['unit']}") for row in figures if ACHIEVED.search(row.quote)]
    weights = Weights([*sayings, *done])
    for promise in sayings:
        telling = {pair for pair in promise.counted if pair[0] > LEAST_ACHIEVED}
        for report in done if telling else ():
            later = promise.when and report.when and report.when > promise.when
            if later and telling & report.counted and weights.likeness(promise, report) >= LIKE_DONE:
                yield Pair(promise, report, "achieved", weights.likeness(promise, report))


LEAST_ACHIEVED = 3
"""Smaller numbers are too common to tell that a promise was kept."""


def _once(found: Sequence[Pair]) -> Iterator[Pair]:
    """Each statement in at most one pair of a nature, and no pair of statements twice; the likest first."""
    taken: set[tuple[str, Nature]] = set()
    seen: set[frozenset[str]] = set()
    for pair in sorted(found, key=lambda p: (ORDER.index(p.nature), -p.likeness)):
        ends = [(f"{s.row.standing.sha256}{s.row.standing.places}", pair.nature) for s in (pair.a, pair.b)]
        both = frozenset(end for end, _ in ends)
        if both in seen or any(end in taken for end in ends):
            continue
        taken.update(ends)
        seen.add(both)
        yield pair


def _on_topic(pair: Pair, topic: str | None) -> bool:
    wanted = set(stems(topic or ""))
    return not wanted or any(
        wanted <= set(stems(f"{s.row.quote} {' '.join(s.row.standing.section)} {s.row.fields.get('subject') or ''}")) for s in (pair.a, pair.b)
    )


def _subject(pair: Pair) -> str:
    """What both are about: the commitment's subject, else the measure, in few words."""
    for row in (pair.b.row, pair.a.row):
        words = str(row.fields.get("subject") or row.fields.get("measure") or "")
        if words:
            return " ".join(words.split()[:MOST_SUBJECT_WORDS])
    return " ".join(pair.a.row.quote.split()[:MOST_SUBJECT_WORDS])


def _side(store: FactStore, row: FactRow) -> Side:
    return Side(" ".join(row.quote.split()), cite(store, row.standing, row.quote, id_=row.id))
