"""Figures of one measure: the same thing counted again, in the same or other words, with the same or another value.

Comes in: stored figures, what stands before those that point back, vectors of their sentences. Goes out: pairs with what
happened between them. Some things part two figures outright; what is left is weighed (`weighing`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Any, NamedTuple

from pipeline.lookup.changes.agreeing import agree, times
from pipeline.lookup.changes.contrasts import parted
from pipeline.lookup.changes.counted import OUTCOME, Counted, counted, ordered
from pipeline.lookup.changes.leading import Before
from pipeline.lookup.changes.near import RARE, candidates, digits
from pipeline.lookup.changes.restated import Nature, Pair, comparable
from pipeline.lookup.changes.sameness import Saying, Weights
from pipeline.lookup.changes.tabled import row_pairs
from pipeline.lookup.changes.weighing import Features, likelihood, weighed
from pipeline.lookup.text.terms import stems
from pipeline.model.answers import FactRow

LEAST_WORDS = 2
"""Telling words of measure and sentence; fewer fit too many things."""
ROUNDED = 0.001
"""Relative difference of a number printed again in a rounder form."""
SURE, LIKELY = 0.65, 0.57
"""Likelihood of one measure from which another value is listed; the lower one in two papers."""
CONTRADICTED, CLOSE = 0.5, 0.25
"""And as a contradiction, of which more is asked besides, where the values are so near that one may be meant for the other."""
SAME_MEASURE = 0.65
"""Share of the shorter measure that makes two measures alike; a contradiction needs it: sentences are alike for many reasons."""
LEAST_LABEL, WHOLE_LABEL = 0.35, 0.85
"""Share of a row's label that the sentence must hold; the higher one for a contradiction."""
RESTATED, RESTATED_RARE = 0.5, 0.08
"""And the same value as restated: the lower one for a number that is seldom the same by chance; one of a single digit proves nothing."""
TOTAL = frozenset(stems("total totals overall net gross subtotal"))
"""Labels that say nothing of what is summed."""
REFERENCE = re.compile(r"\W*[A-Z]{0,4}[ -]?\d{1,3}(?:\.\d+)*[a-z]?\W*")
"""A row's label that numbers it: "D1", "2.3"."""
PARALLEL = 0.75
"""Share of words that makes two sentences of one paper, under two headings, entries of two lists."""


def figure_pairs(rows: Iterable[FactRow], before: Mapping[str, Before], vectors: Mapping[str, Any], places: Set[str]) -> Iterator[Pair]:
    """Pairs of figures of one measure, the earlier first."""
    every = counted(list(rows), before, places)
    for a, b, features in compared(every, vectors):
        likeness = likelihood(features)
        nature = _nature(a, b, features, likeness)
        if nature:
            yield Pair(_saying(a), _saying(b), nature, likeness)
    yield from row_pairs(every)


def _nature(a: Counted, b: Counted, features: Features, likeness: float) -> Nature | None:
    """What happened between two figures; None where they are not, or not surely enough, of one measure."""
    here = bool(features.one_paper) and a.when == b.when
    if agree(a, b):
        enough = RESTATED_RARE if digits(a.value) >= RARE else RESTATED if digits(a.value) == RARE - 1 else 1.0
        return "restated_same" if a.value == b.value and not features.one_paper and likeness >= enough else None
    time = times(a, b)
    if features.names_both or (features.one_paper and (features.silent or _parallel(a, b, features))):
        return None
    if features.silent or features.label < LEAST_LABEL or (time == "other" and a.kind == "move"):
        return None
    alike = features.measure_held >= SAME_MEASURE
    if time == "same":
        parts = features.silent or features.names or features.label < WHOLE_LABEL or parted(a.contrasts, b.contrasts).wide
        enough = CONTRADICTED if features.apart <= CLOSE else SURE
        return "contradiction" if likeness >= enough and alike and not parts else None
    enough = SURE if here else LIKELY
    return "number_changed" if likeness >= enough and (time == "other" or not here) else None


def _parallel(a: Counted, b: Counted, features: Features) -> bool:
    return features.said >= PARALLEL and features.measure >= PARALLEL and a.row.standing.section != b.row.standing.section


def _saying(one: Counted) -> Saying:
    return Saying(one.row, one.said, frozenset(), one.when)


class Compared(NamedTuple):
    """Two figures of one unit that may count one thing, the earlier first."""

    a: Counted
    b: Counted
    features: Features


def compared(figures: Sequence[Counted], vectors: Mapping[str, Any]) -> Iterator[Compared]:
    """Pairs of figures that may count one thing, one of them at least a sentence's."""
    every = [one for one in figures if len(one.said | one.led) >= LEAST_WORDS]
    weights = Weights([Saying(one.row, one.said | one.phrases, frozenset(), one.when) for one in every])
    units: dict[str, list[Counted]] = defaultdict(list)
    for one in every:
        units[one.unit].append(one)
    for group in units.values():
        for one, other in candidates(group, weights, vectors):
            if _may_be_one(one, other):
                a, b = ordered(one, other)
                yield Compared(a, b, weighed(a, b, weights, vectors))


def _may_be_one(one: Counted, other: Counted) -> bool:
    """Nothing parts them outright: another council, table beside table, opposed contrasts or directions, both numbers in one sentence."""
    a, b = one.row.fields, other.row.fields
    if (one.table and other.table) or not comparable(_saying(one), _saying(other)):
        return False
    if a.get("direction") and b.get("direction") and a["direction"] != b["direction"]:
        return False
    if a.get("status") != b.get("status") and not {a.get("status"), b.get("status")} <= OUTCOME:
        return False
    if one.value != other.value and (_holds(other, one.value) or _holds(one, other.value)):
        return False
    if one.places != other.places and (one.table or other.table or (one.places and other.places and not one.places & other.places)):
        return False
    if _unnamed(one, other) or _unnamed(other, one):
        return False
    if one.excluded & other.said or other.excluded & one.said:
        return False
    if one.kind != other.kind or (one.ages and other.ages and not one.ages & other.ages):
        return False
    return not parted(one.contrasts, other.contrasts).opposed


def _holds(sentence: Counted, value: float) -> bool:
    """Whether a sentence prints a number too, perhaps rounded or without its sign: then another of its figures is the one to compare."""
    return any(abs(abs(value) - other) <= ROUNDED * abs(value) for other in sentence.others)


def _unnamed(one: Counted, other: Counted) -> bool:
    """A row that is named by a reference alone, or says "Total" under a heading whose words the other figure does not hold."""
    row = str(one.row.fields.get("row") or "")
    label = frozenset(stems(row))
    alone = one.table and bool(label & TOTAL) and len(label) <= 1
    return bool(REFERENCE.fullmatch(row)) or (alone and not one.headed <= other.said | other.headed)
