"""Which passages hold which words, and how much each says of them: bm25 as FTS5 counts it, for libraries too large for FTS5 to count it.

FTS5 counts a passage's words anew for each question, half a microsecond to a microsecond for each passage that holds one. Here what a word
counts in a passage is worked out beforehand, so that a search adds up columns of numbers. Phrases are looked for by the places of their
words. `store/posted.py` makes these columns and keeps them in a file.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

K1, B = 1.2, 0.75
"""The constants of bm25 in FTS5."""
LEAST_RARITY = 1e-6
"""What FTS5 gives a word that stands in more than half of the passages."""
FINEST = 65_535
"""A share (0 to 1) is kept as a number up to this."""
PASSAGE_BITS = 32
STRETCH_BITS, BLOCK = 4, 256
"""Places that are looked at together before each by itself; passages whose best score is looked at before their own."""

Phrase = tuple[str, ...]
"""The terms of a wording, as the word index cuts them."""
Held = tuple[Any, Any]
"""Ids of passages, rising, and the share that a wording has in each."""


@dataclass(frozen=True, eq=False, slots=True)
class Postings:
    """Columns of numbers, mapped from a file or made in memory. The words of a library are numbered through, passage by passage and column
    by column, with one number left out behind each column: these are the places. `ends`, `starts` and `froms` have one more than terms."""

    letters: Any
    """The terms in UTF-8, rising, one behind the other; term n is `ends[n]` to `ends[n + 1]`."""
    ends: Any
    starts: Any
    """Where a term begins in `passages` and `shares`."""
    froms: Any
    """Where it begins in `places`."""
    passages: Any
    shares: Any
    """tf / (tf + norm) of the term in the passage, out of `FINEST`; tf counts each place by the weight of its column."""
    places: Any
    columns: Any
    """The first place of each column of each passage by id."""
    norms: Any
    """By id of a passage: what its length makes of tf."""
    parts: Any
    """By id of a passage: its part; 0 where there is none."""
    stamps: Any
    """By id of a part: which reading of its paper it is of."""
    weights: Any
    """Of the columns."""
    lengths: Any
    """How many passages there are, and their words together."""

    def __len__(self) -> int:
        return len(self.ends) - 1

    def __getitem__(self, at: int) -> bytes:
        """The term of this number."""
        return bytes(self.letters[self.ends[at] : self.ends[at + 1]])

    def count(self, term: str) -> int:
        """In how many passages a term stands."""
        at = self._at(term)
        return 0 if at is None else int(self.starts[at + 1] - self.starts[at])

    def holding(self, phrase: Phrase) -> Held:
        """The passages that hold a wording."""
        numbers = [at for term in phrase if (at := self._at(term)) is not None]
        if len(phrase) > 1:
            return self._of_phrase(numbers if len(numbers) == len(phrase) else [])
        some = slice(self.starts[numbers[0]], self.starts[numbers[0] + 1]) if numbers else slice(0)
        return self.passages[some], self.shares[some]

    def _at(self, term: str) -> int | None:
        wanted = term.encode()
        at = bisect_left(self, wanted)
        return at if at < len(self) and self[at] == wanted else None

    def _of_phrase(self, numbers: Sequence[int]) -> Held:
        """Where the second word stands one place behind the first, and so on."""
        import numpy

        found: Any = None
        for at in sorted(range(len(numbers)), key=lambda at: self.froms[numbers[at] + 1] - self.froms[numbers[at]]):
            places = self.places[self.froms[numbers[at]] : self.froms[numbers[at] + 1]]
            begins = places[numpy.searchsorted(places, at) :] - numpy.uint32(at)  # none before the first word of all
            found = begins if found is None else _common(found, begins)
        found = numpy.zeros(0, "u4") if found is None else found
        return shared(numpy.searchsorted(self.columns, found, "right") - 1, self.weights, self.norms)[:2]

    def best(self, held: Sequence[Held], rarities: Sequence[float], limit: int, parts: Any | None) -> Iterator[tuple[int, float]]:
        """The best passages by the sum of their shares, each by its rarity; of these parts (a mask by id) only where they are given."""
        import numpy

        scores = numpy.zeros(-(-len(self.parts) // BLOCK) * BLOCK, "f4")
        for (ids, shares), rarity in zip(held, rarities, strict=True):
            scores[ids] += shares * numpy.float32(rarity * (K1 + 1) / FINEST)
        scores[: len(self.parts)] *= self.parts > 0 if parts is None else parts[self.parts]
        tops = scores.reshape(-1, BLOCK).max(axis=1)
        least = numpy.partition(tops, -limit)[-limit] if limit < len(tops) else 0.0
        ids = numpy.flatnonzero((scores >= least) & (scores > 0))
        order = ids[numpy.lexsort((ids, -scores[ids]))][:limit]
        return zip(order.tolist(), scores[order].tolist(), strict=True)


def _common(some: Any, others: Any) -> Any:
    """What two rising columns of places have in common: those of the second near to one of the first, then each by itself."""
    import numpy

    if not len(some) or not len(others):
        return some[:0]
    near = numpy.zeros((int(max(some[-1], others[-1])) >> STRETCH_BITS) + 1, bool)
    near[some >> STRETCH_BITS] = True
    return numpy.intersect1d(some, others.compress(near[others >> STRETCH_BITS]), assume_unique=True)


def shared(slots: Any, weights: Any, norms: Any, terms: Any = 0) -> tuple[Any, Any, Any]:
    """Passages of columns (the number of the column with that of its passage before it, rising, once for each word found there), the share
    that what was found has in each, and which of the columns is the first of each; each of `terms` by itself."""
    import numpy

    ids = slots // len(weights)
    firsts = numpy.flatnonzero(numpy.diff(ids + (terms << PASSAGE_BITS), prepend=-1))
    ids, weight = ids[firsts].astype("i4"), numpy.add.reduceat(weights[slots % len(weights)], firsts) if len(slots) else weights[:0]
    return ids, weight / (weight + norms[ids]) * FINEST, firsts


def norm(length: Any, average: float) -> Any:
    """What the length of a passage makes of tf."""
    return K1 * (1 - B + B * length / average)


def best(some: Sequence[Postings], held: Sequence[Sequence[Held]], limit: int, parts: Any | None) -> list[tuple[int, float]]:
    """Rowid and score of the passages that say most of some wordings, best first; `held` by wording and by postings, which together hold
    the library."""
    size = sum(int(one.lengths[0]) for one in some)
    rarities = [rarity(size, sum(len(ids) for ids, _ in same)) for same in held]
    found = [pair for at, one in enumerate(some) for pair in one.best([same[at] for same in held], rarities, limit, parts)]
    return sorted(found, key=lambda pair: (-pair[1], pair[0]))[:limit]


def rarity(size: int, count: int) -> float:
    """bm25's inverse document frequency, as FTS5 has it."""
    return max(math.log((size - count + 0.5) / (count + 0.5)), LEAST_RARITY) if count < size else LEAST_RARITY
