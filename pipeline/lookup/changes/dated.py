"""One thing with two dates: a programme's end, an opening, a publication that two statements place at different times.

Comes in: moments. Goes out: pairs with what happened between them: in one paper they contradict, a later time in a later
paper is a slip, two times of what is over contradict. Whether two moments are of one thing is told by the words of their
clauses, completed by what stands beside one of them and in the clause of the other, each weighed by how rarely it stands.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations
from typing import NamedTuple

from pipeline.lookup.changes.contrasts import contrasts, parted
from pipeline.lookup.changes.kept import Library
from pipeline.lookup.changes.moment_cues import AGAIN, ANY, PUBLISHED
from pipeline.lookup.changes.moments import UNDERTAKINGS, Moment
from pipeline.lookup.changes.restated import Nature, Pair, comparable, one_paper
from pipeline.lookup.changes.sameness import Saying
from pipeline.lookup.text.terms import stems

LIKE = 0.4
"""Share of the words of both clauses that they have in common, by weight."""
TOLD = 0.8
"""Weight of what they have in common, in words that stand nowhere else."""
DIRECT = 0.5
"""Weight of what their own clauses have in common."""
HELD = 0.65
"""Share of the other's clause, by weight, that stands around one that speaks of what is named before it."""
SURROUNDED = 1.5
"""Weight of what stands around both, where one of them points back."""
LEAST_SHARED = 2
ROOT = 5
"""Letters in which words of one root begin alike."""
ONE_PUBLICATION = 180
"""Days between two dates of one publication; reports of a year come again a year later."""


class Likeness(NamedTuple):
    share: float
    told: float
    """Weight of what is shared, surroundings taken in."""
    direct: float
    """Weight of what the clauses share themselves."""
    pointing: bool
    """One of them says of what it speaks only by what stands around it."""


class Rarity:
    """How much each stem tells: 1 for one that stands nowhere else, next to nothing for one that stands everywhere."""

    def __init__(self, store: Library, words: Iterable[str]) -> None:
        self.size = max(2, store.size())
        self.seen = store.frequencies({stem.removeprefix("+") for stem in words})

    def of(self, stem: str) -> float:
        return math.log(1 + self.size / (1 + self.seen.get(stem, 0))) / math.log(1 + self.size / 2)

    def known(self, stems_: frozenset[str]) -> frozenset[str]:
        """With pairs of words as the one word that other papers print, and without those that none does."""
        return frozenset(one for stem in stems_ if (one := stem.removeprefix("+")) == stem or self.seen.get(one))

    def weight(self, stems_: frozenset[str]) -> float:
        return sum(map(self.of, stems_))

    def likeness(self, a: Moment, b: Moment) -> Likeness:
        """How surely two moments are of one thing. One that only points back is held against what stands around both."""
        first, second = self.known(a.thing), self.known(b.thing)
        if a.pointing or b.pointing:
            around, beside = self.known(a.around), self.known(b.around)
            return Likeness(min(self._held(first, beside), self._held(second, around)), self.weight(around & beside), 0.0, True)
        direct = self.weight(first & second - UNDERTAKINGS)
        first, second = first | self.known(a.around) & second, second | self.known(b.around) & first
        shared = first & second if len(first & second) >= LEAST_SHARED else frozenset()
        return Likeness(self.weight(shared) / self.weight(first | second), self.weight(shared), direct, False)

    def _held(self, thing: frozenset[str], around: frozenset[str]) -> float:
        """Share of what one speaks of that stands around the other; 1 for one that names nothing itself."""
        whole = self.weight(thing)
        return self.weight(thing & around) / whole if whole else 1.0


def moment_pairs(store: Library, found: Sequence[Moment]) -> Iterator[Pair]:
    """Pairs of statements of one moment that name different times, the earlier first."""
    rarity = Rarity(store, (stem for one in found for stem in one.thing | one.around))
    for one, other in combinations(found, 2):
        if not _may_be_one(one, other):
            continue
        likeness = rarity.likeness(one, other)
        if alike(likeness):
            a, b = _ordered(one, other)
            nature = _nature(a, b)
            if nature:
                yield Pair(_saying(a), _saying(b), nature, likeness.share)


def alike(likeness: Likeness) -> bool:
    """Whether two moments are of one thing."""
    if likeness.pointing:
        return likeness.share >= HELD and likeness.told >= SURROUNDED
    return likeness.share >= LIKE and likeness.told >= TOLD and likeness.direct >= DIRECT


def _may_be_one(one: Moment, other: Moment) -> bool:
    """Of one kind, with times that exclude each other, and nothing that parts what they are of."""
    if one.kind != other.kind and ANY not in (one.kind, other.kind):
        return False
    if not (one.time.last < other.time.first or other.time.last < one.time.first):
        return False
    if one.numbers != other.numbers or one.which != other.which or not comparable(_saying(one), _saying(other)):
        return False
    if _again(one, other) or AGAIN.search(f"{one.clause} {other.clause}"):
        return False
    if one.kind == PUBLISHED and _days(one, other) > ONE_PUBLICATION:
        return False
    if _other_undertaking(one, other) or _other_undertaking(other, one):
        return False
    if not (one.pointing or other.pointing) and _lacks(one, other) and _lacks(other, one):
        return False
    if (one.pointing and other.pointing) or (one.names - other.around and other.names - one.around):
        return False
    return not parted(contrasts(stems(one.clause)), contrasts(stems(other.clause))).opposed


def _lacks(one: Moment, other: Moment) -> bool:
    """Whether one says nothing of something that the other names: "the audit of payroll" and "the audit of procurement" are two."""
    said = {stem[:ROOT] for stem in one.thing | one.around}
    return any(stem[:ROOT] not in said for stem in other.named)


def _other_undertaking(one: Moment, other: Moment) -> bool:
    """Whether one speaks of "the lease" and the other of no lease."""
    named = one.thing & UNDERTAKINGS
    return one.pointing and bool(named) and not named & other.thing


def _again(one: Moment, other: Moment) -> bool:
    """Whether one month of two years, in two papers of which the later was written when the first time was over, is another time round."""
    a, b = _ordered(one, other)
    if a.moved or b.moved or one_paper(_saying(a), _saying(b)):
        return False
    month = a.time.first[5:7] == b.time.first[5:7] and a.time.last[5:7] == b.time.last[5:7] and a.time.first[5:7] == a.time.last[5:7]
    return month and a.time.last < (b.when or b.time.first)


def _days(one: Moment, other: Moment) -> int:
    """Days between the ends of two times."""
    early, late = sorted((one.time, other.time))
    return (date.fromisoformat(late.first) - date.fromisoformat(early.last)).days


def _ordered(one: Moment, other: Moment) -> tuple[Moment, Moment]:
    """The paper of the earlier day first; of one day, or of none, the earlier time, and what was moved last."""
    if one.when and other.when and one.when != other.when:
        return (one, other) if one.when < other.when else (other, one)
    first, second = sorted((one, other), key=lambda moment: (moment.moved, moment.time))
    return first, second


def _nature(a: Moment, b: Moment) -> Nature | None:
    """What two times of one moment say."""
    if one_paper(_saying(a), _saying(b)):
        return "contradiction"
    if a.planned:
        return "deadline_slip" if b.time.first > a.time.last else None
    return None if b.planned else "contradiction"


def _saying(one: Moment) -> Saying:
    return Saying(one.row, one.thing, frozenset(), one.when)
