"""How likely two figures count one thing: what speaks for it and against it, weighed.

Comes in: two figures as they are compared, how rare each word is, vectors of sentences. Goes out: features, and the likelihood
that follows from them. Weights are fitted to pairs that a person judged (docs/sheets/changes.md).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, NamedTuple

from pipeline.lookup.changes.contrasts import WHOM, Contrasts, parted
from pipeline.lookup.changes.counted import Counted
from pipeline.lookup.changes.sameness import Weights

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
    """Contrasts, places and ages that one of them alone names; 1 more where one alone is told as a part, or of a wider area."""
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


def likelihood(features: Features) -> float:
    """That two figures count one thing, 0 to 1."""
    weights = WITH_MEANING if features.meaning else WITHOUT
    return 1 / (1 + math.exp(-sum(weight * value for weight, value in zip(weights, features, strict=True))))


def weighed(a: Counted, b: Counted, weights: Weights, vectors: Mapping[str, Any]) -> Features:
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
        float(a.noun == b.noun),
        apart * (1 - focus),
    )


def _one_sided(a: Counted, b: Counted) -> int:
    """How many things only one of them names that make it a part of what the other counts."""
    asked = parted(answered(a, b), answered(b, a))
    named = (bool(a.ages) != bool(b.ages)) + (bool(a.places) != bool(b.places))
    return asked.silent + asked.wide + named + (a.part != b.part) + (a.wider != b.wider)


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
