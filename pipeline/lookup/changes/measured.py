"""Figures of one measure: the same thing counted again, in the same or other words, with the same or another value.

Comes in: stored figures, the sentences before those that point back, vectors of their sentences. Goes out: pairs with what
happened between them. Whether two figures count one thing is weighed from what their measures, sentences and headings
share, from the nearness of meaning, and from what only one of them names; weights are fitted to pairs that a person judged
(docs/sheets/changes.md).
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Any, NamedTuple

from pipeline.lookup.changes.agreeing import agree, times
from pipeline.lookup.changes.contrasts import WHOM, Contrasts, parted
from pipeline.lookup.changes.counted import OUTCOME, Counted, counted, ordered
from pipeline.lookup.changes.leading import Before
from pipeline.lookup.changes.near import RARE, candidates, digits
from pipeline.lookup.changes.restated import Nature, Pair, comparable
from pipeline.lookup.changes.sameness import Saying, Weights
from pipeline.lookup.changes.tabled import row_pairs
from pipeline.lookup.text.terms import stems
from pipeline.model.answers import FactRow

LEAST_WORDS = 2
"""Telling words of measure and sentence; fewer fit too many things."""
ROUNDED = 0.001
"""Relative difference of a number printed again in a rounder form."""
MOST_PHRASES = 20.0
"""Weight of shared phrases from which more of them tell no more."""
MOST_APART = 2.5
"""Natural logarithm beyond which the ratio of two values tells no more."""


class Features(NamedTuple):
    """What speaks for and against two figures' being one measure, each from 0 to 1 or a small count."""

    measure: float
    """Share of the words of both measures that is common, by weight."""
    measure_held: float
    """Share of the shorter measure."""
    said: float
    said_held: float
    """The same of the sentences."""
    context: float
    """Share of common words of measures and headings together."""
    phrases: float
    """Weight of the phrases of both sentences, up to 1."""
    meaning: float
    """Cosine of the sentences; 0 without vectors."""
    silent: float
    """Contrasts that one of them alone answers."""
    names: float
    """Names that only one of them holds, up to 3."""
    label: float
    """Share of a row's label that the other figure holds; 1 without a row."""
    names_both: float
    """1 where each holds names that the other lacks."""
    one_paper: float
    table: float
    apart: float
    """How far the values are apart."""
    unit: float
    """1 where the very same thing is counted, and not only people, in whatever capacity, both times."""
    far: float
    """How far the values are apart, the less the pieces that hold them have in common: what bears one name may change much."""
    bias: float = 1.0


WITH_MEANING = Features(0.4, 0.55, 0.0, 1.35, 1.55, 2.0, 2.0, -2.1, -0.15, 0.25, -0.5, -0.2, 0.0, -1.35, 1.75, -1.7, -4.35)
WITHOUT = Features(0.7, 0.4, 0.0, 1.25, 1.65, 2.2, 0.0, -2.15, -0.2, 0.25, -0.55, -0.2, 0.0, -1.4, 1.85, -1.75, -3.2)
"""Weights of a logistic regression over judged pairs, with signs held to what each feature is there for (docs/sheets/changes.md)."""
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


def likelihood(features: Features) -> float:
    """That two figures count one thing, 0 to 1."""
    weights = WITH_MEANING if features.meaning else WITHOUT
    return 1 / (1 + math.exp(-sum(weight * value for weight, value in zip(weights, features, strict=True))))


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
                yield Compared(a, b, _features(a, b, weights, vectors))


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


def _features(a: Counted, b: Counted, weights: Weights, vectors: Mapping[str, Any]) -> Features:
    apart, focus = _apart(a.value, b.value), weights.alike(a.focus | (completed(a, b) & b.focus), b.focus | (completed(b, a) & a.focus))
    near = float(vectors[a.row.id] @ vectors[b.row.id]) if a.row.id in vectors and b.row.id in vectors else 0.0
    first, second = completed(a, b), completed(b, a)
    only = (0 if a.table else len(a.names - b.names - b.words)), (0 if b.table else len(b.names - a.names - a.words))
    return Features(
        weights.alike(a.measure | first, b.measure | second),
        weights.covered(a.measure | first, b.measure | second),
        weights.alike(a.said | first, b.said | second),
        weights.covered(a.said | first, b.said | second),
        weights.alike(a.measure | a.headed, b.measure | b.headed),
        min(1.0, sum(map(weights.of, a.phrases & b.phrases)) / MOST_PHRASES),
        near,
        _one_sided(a, b),
        min(3, sum(only)),
        min(_labelled(a, b, weights), _labelled(b, a, weights)),
        float(all(only)),
        float(a.row.standing.sha256 == b.row.standing.sha256),
        float(a.table or b.table),
        apart,
        float(a.row.fields.get("unit") == b.row.fields.get("unit")),
        apart * (1 - focus),
    )


def _one_sided(a: Counted, b: Counted) -> int:
    """How many things only one of them names that make it a part of what the other counts."""
    asked = parted(answered(a, b), answered(b, a))
    return asked.silent + asked.wide + (bool(a.ages) != bool(b.ages)) + (bool(a.places) != bool(b.places)) + (a.part != b.part)


def _labelled(row: Counted, other: Counted, weights: Weights) -> float:
    whole = sum(map(weights.of, row.label))
    return sum(map(weights.of, row.label & (other.said | other.led))) / whole if whole else 1.0


def completed(one: Counted, other: Counted) -> frozenset[str]:
    """What the sentence before and the headings of a figure say that the other figure says itself."""
    return (one.led | one.headed) & (other.measure | (other.said if one.led else frozenset()))


def answered(one: Counted, other: Counted) -> Contrasts:
    """What a figure answers, with what the headings further out answer as the other figure does: a section on home care leaves the service
    open in none of its parts. Of whom it speaks is left to the nearest heading, for sections on one group have parts on others."""
    shared = one.setting.keys() & other.contrasts.keys() - set(WHOM)
    return {name: one.setting[name] for name in shared if one.setting[name] & other.contrasts[name]} | dict(one.contrasts)


def _apart(one: float, other: float) -> float:
    if one == other:
        return 0.0
    if not one or not other or (one < 0) != (other < 0):
        return MOST_APART
    return min(MOST_APART, abs(math.log(one / other)))
