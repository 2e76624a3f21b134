"""Whether two stored statements speak of one thing: their telling words, weighed by how rare they are, and their numbers.

Comes in: stored facts. Goes out: `Saying`s that can be compared, and the pairs among them that share enough. Words are
stemmed as the index stems them; a word that every second statement holds weighs next to nothing.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from pipeline.language.numbers import numbers
from pipeline.lookup.text.terms import stems, terms
from pipeline.lookup.understanding.words import STOP
from pipeline.model.answers import FactRow

T = TypeVar("T")
# Words of undertaking and of counting: they say that something is promised or counted, not what.
PLAIN = frozenset(
    stems(
        "will would shall plan plans aim aims deliver develop provide support work working council county people "
        "service services further new additional total number numbers around approximately over "
        "under least more than also including within across between during year years by end end-of per cent percentage "
        "average due expect committed continue currently need needs help ensure based using use have has had been were "
        "was"
    )
)
SMALL = 3
"""Numbers up to this are too common to identify what they count."""
COMMON_SHARE = 0.5
"""Of the statements: a word in more of them is ignored when candidates are sought."""
MOST_SHARED = 400
"""Statements that share a word: a word in more of them finds no candidates of its own."""


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement as it is compared."""

    row: FactRow
    words: frozenset[str]
    """Telling stems."""
    counted: frozenset[tuple[float, str]]
    """Numbers with the stem of what they count; "GBP" and "%" for money and shares."""
    when: str
    """ISO date of its meeting or publication; "" where it has none."""

    @property
    def units(self) -> frozenset[str]:
        return frozenset(unit for _, unit in self.counted)


class Weights:
    """How much each stem tells, over all statements compared: log of how rarely it stands."""

    def __init__(self, sayings: Sequence[Saying]) -> None:
        self.seen = Counter(stem for saying in sayings for stem in saying.words)
        self.size = max(1, len(sayings))

        self.known: dict[str, float] = {}

    def of(self, stem: str) -> float:
        if stem not in self.known:
            self.known[stem] = math.log(1 + self.size / (1 + self.seen[stem]))
        return self.known[stem]

    def alike(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Weight of the shared stems over the weight of all, 0 to 1."""
        whole = sum(map(self.of, one | other))
        return sum(map(self.of, one & other)) / whole if whole else 0.0

    def covered(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Weight of the shared stems over the weight of the shorter set."""
        shorter = min(sum(map(self.of, one)), sum(map(self.of, other)))
        return sum(map(self.of, one & other)) / shorter if shorter else 0.0

    def likeness(self, a: Saying, b: Saying) -> float:
        return self.alike(a.words, b.words)

    def held(self, a: Saying, b: Saying) -> float:
        return self.covered(a.words, b.words)


def saying(row: FactRow, text: str, counted: str, plain: frozenset[str] = PLAIN) -> Saying:
    """A fact as a saying: its telling words out of `text`, its numbers out of `counted`; `plain` words do not tell."""
    words = frozenset(t.stem for t in terms(text) if t.kind == "word" and len(t.stem) > 1) - plain - STOP
    when = row.standing.meeting_date or row.standing.published or ""
    return Saying(row, words, counted_things(counted), when)


def counted_things(text: str) -> frozenset[tuple[float, str]]:
    """Numbers of a phrase with what they count: "another 40 care homes; £2m" is {(40, home), (2000000, GBP)}."""
    found = set()
    for number in numbers(text):
        if number.kind == "money":
            found.add((float(number.value), number.currency or "GBP"))
        elif number.kind in ("percent", "points"):
            found.add((float(number.value), "%"))
        elif noun := _noun(text[number.end :]):
            found.add((float(number.value), noun))
    return frozenset(found)


def values(text: str) -> frozenset[float]:
    """All numbers of a sentence."""
    return frozenset(float(number.value) for number in numbers(text))


def _noun(after: str) -> str:
    """Stem of the last word of the phrase that a number counts."""
    phrase = re.split(r"[;,.(]|\b(?:of|for|in|to|by|and|with|from|per|who|which|that)\b", after, maxsplit=1)[0]
    words = [t.stem for t in terms(phrase) if t.kind == "word"]
    return words[-1] if words else ""


def candidates(sayings: Sequence[Saying], least_shared: int = 2) -> Iterator[tuple[Saying, Saying]]:
    """Pairs that share at least so many telling words, each once; the pair in the order of the sayings."""
    holders: dict[str, list[int]] = defaultdict(list)
    for index, one in enumerate(sayings):
        for stem in one.words:
            holders[stem].append(index)
    limit = min(MOST_SHARED, max(10, int(COMMON_SHARE * len(sayings))))
    for index, one in enumerate(sayings):
        shared: Counter[int] = Counter()
        for stem in one.words:
            if len(holders[stem]) <= limit:
                shared.update(other for other in holders[stem] if other > index)
        for other, count in sorted(shared.items()):
            if count >= least_shared:
                yield one, sayings[other]


def joined(ids: Iterable[T], pairs: Iterable[tuple[T, T]]) -> list[list[T]]:
    """Ids in the groups that pairs make of them, one that no pair names alone; all in their order."""
    leader = {id_: id_ for id_ in ids}

    def first(id_: T) -> T:
        while leader[id_] != id_:
            id_ = leader[id_]
        return id_

    for one, other in pairs:
        leader[first(other)] = first(one)
    groups: dict[T, list[T]] = defaultdict(list)
    for id_ in leader:
        groups[first(id_)].append(id_)
    return list(groups.values())
