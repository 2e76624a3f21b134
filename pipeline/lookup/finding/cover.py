"""How much of a question a stretch of text covers: its clues, weighed once and laid over many stretches.

Comes in: clues with their weights, and the stems of a stretch (`Bag`). Goes out: a credit for each clue, and shares of their weight.
A question is laid over some hundreds of stretches, so what depends on the question alone is made ready first (`Weighing`), and a stretch
costs as much as it holds of the question.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import mul
from typing import overload

from pipeline.lookup.understanding.words import Clue

NEAR_DATE_CREDIT, YEAR_CREDIT = 0.6, 0.4
"""What a date counts of which only the month, only the year stands there."""
DATED = (len("2024-03"), len("2024-03-05"))


@dataclass(frozen=True, slots=True)
class Bag:
    """Stems of a stretch of text, for whole words and for phrases.

    The set is made when it is asked for, in a microsecond: Python's garbage collector, which looks through every set that is kept and not
    through strings, would stop one question in twenty for 150 ms.
    """

    joined: str

    @property
    def single(self) -> frozenset[str]:
        return frozenset(self.joined.split())

    @staticmethod
    def of(some: Sequence[str]) -> Bag:
        return Bag(f" {' '.join(some)} ")


@dataclass(frozen=True, slots=True)
class Weighed:
    """A clue with its weight: how rare it is in the library."""

    clue: Clue
    weight: float
    rarity: float
    """0 (in every passage) to 1 (in none)."""


class Weighing(Sequence[Weighed]):
    """The weighed clues of a question, ready to be laid over stretches of text."""

    def __init__(self, some: Iterable[Weighed]) -> None:
        self._some = tuple(some)
        self._weights = [one.weight for one in self._some]
        self._total = sum(self._weights)
        self._nothing = [0.0] * len(self._some)
        self._near = [f" {a.clue.stem} {b.clue.stem} " for a, b in pairwise(self._some) if b.clue.at - a.clue.at == 1]
        self._times = [(at, one.clue.stem) for at, one in enumerate(self._some) if _is_time(one.clue)]
        self._places: dict[str, list[tuple[int, float, str]]] = defaultdict(list)
        for at, one in enumerate(self._some):
            self._places[one.clue.stem].append((at, 1.0, ""))
            for other in () if _is_time(one.clue) else one.clue.others:
                phrase = f" {' '.join(other.stems)} " if len(other.stems) > 1 else ""
                self._places[other.stems[0]].append((at, other.credit, phrase))
        self._stems = frozenset(self._places)

    @overload
    def __getitem__(self, at: int) -> Weighed: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Weighed, ...]: ...
    def __getitem__(self, at: int | slice) -> Weighed | tuple[Weighed, ...]:
        return self._some[at]

    def __len__(self) -> int:
        return len(self._some)

    def credits(self, bag: Bag) -> list[float]:
        """For each clue how well the stretch holds it: 1 as put, less in another wording, 0 not at all."""
        given = self._nothing.copy()
        for stem in self._stems.intersection(bag.joined.split()):
            for at, credit, phrase in self._places[stem]:
                if credit > given[at] and phrase in bag.joined:
                    given[at] = credit
        for at, wanted in self._times:
            given[at] = given[at] or dated(wanted, bag.single)
        return given

    def share(self, given: Iterable[float]) -> float:
        """Weight of what is covered over the weight of all."""
        return sum(map(mul, self._weights, given)) / self._total if self._total else 0.0

    def pairs(self, bag: Bag) -> float:
        """Share of neighbouring clues of the question that are neighbours in the stretch too."""
        return sum(pair in bag.joined for pair in self._near) / len(self._near) if self._near else 0.0


def either(a: Sequence[float], b: Sequence[float]) -> list[float]:
    return [x if x > y else y for x, y in zip(a, b, strict=True)]


def _is_time(clue: Clue) -> bool:
    return clue.kind in ("date", "year") or (clue.kind == "number" and len(clue.stem) == 4)


def dated(wanted: str, single: Iterable[str]) -> float:
    """How well the dates of a stretch fit a date, month, calendar or financial year."""
    times = [stem for stem in single if stem[:1] in ("1", "2") and len(stem) in DATED]
    if wanted.startswith("fy"):
        first = wanted[2:]
        return YEAR_CREDIT if first in single or any(stem.startswith(first) for stem in times) else 0.0
    best = 0.0
    for stem in times:
        if stem[:4].isdigit() and stem[4] == "-":
            if stem.startswith(wanted):
                return 1.0
            if stem[:7] == wanted[:7]:
                best = max(best, NEAR_DATE_CREDIT)
            elif stem[:4] == wanted[:4]:
                best = max(best, YEAR_CREDIT)
    if best == 0 and (wanted[:4] in single or f"fy{wanted[:4]}" in single):
        best = YEAR_CREDIT
    return best
