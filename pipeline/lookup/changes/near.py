"""Which figures of one unit are near enough to be compared: by words that they share, by the meaning of their
sentences, by one rare number.

Each figure is compared with its likest others only, so that the work grows with the number of figures and not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from heapq import nlargest
from itertools import combinations
from typing import Any

from pipeline.lookup.changes.counted import Counted
from pipeline.lookup.changes.sameness import Weights

LEAST_SHARED = 0.25
"""Share of the shorter sentence's telling words that two must have in common to be looked at; or as near a meaning as this."""
ENOUGH = LEAST_SHARED - 1e-6
"""A little less, which spares to reckon exactly what is far below."""
NEAR = 0.6
MOST_NEIGHBOURS = 12
"""Likest others that each figure is compared with."""
RARE = 3
"""Digits of a number that is seldom the same by chance."""
DIGITS = 9
"""Digits of a share that tell: sums of one set of words differ behind them by the order in which they are added."""
MOST_SHARED = 400
"""Figures that share a word: a word in more of them finds no candidates of its own."""


def candidates(group: Sequence[Counted], weights: Weights, vectors: Mapping[str, Any]) -> Iterator[tuple[Counted, Counted]]:
    """For each figure its likest others, by shared words and by meaning; each pair once."""
    words = (*_by_words([one.said | one.led for one in group], weights), *_by_words([one.focus for one in group], weights))
    found = {tuple(sorted(pair)) for pair in (*words, *_by_meaning(group, vectors), *_by_value(group))}
    return ((group[one], group[other]) for one, other in sorted(found))


def _by_value(group: Sequence[Counted]) -> Iterator[tuple[int, int]]:
    """Figures of sentences that print one number which is seldom the same by chance."""
    holders: dict[float, list[int]] = defaultdict(list)
    for index, one in enumerate(group):
        if not one.table and digits(one.value) >= RARE:
            holders[one.value].append(index)
    for held in holders.values():
        if len(held) <= MOST_NEIGHBOURS:
            yield from combinations(held, 2)


def digits(value: float) -> int:
    """Significant digits, one more for a number with figures behind the point: 9.4 has 3, 120 has 2, 1,135 has 4."""
    plain = f"{abs(value):.4f}".rstrip("0").rstrip(".").replace(".", "").lstrip("0")
    return len(plain) + 1 if value % 1 else len(plain.rstrip("0"))


def _by_words(told: Sequence[frozenset[str]], weights: Weights) -> Iterator[tuple[int, int]]:
    holders: dict[str, list[int]] = defaultdict(list)
    for index, one in enumerate(told):
        for stem in one:
            holders[stem].append(index)
    whole = [sum(map(weights.of, one)) for one in told]
    for index, one in enumerate(told):
        shared: dict[int, float] = defaultdict(float)
        for stem in one:
            if len(holders[stem]) <= MOST_SHARED:
                weight = weights.of(stem)
                for other in holders[stem]:
                    shared[other] += weight
        shorter = ((min(whole[index], whole[other]), weight, other) for other, weight in shared.items() if other != index)
        shares = ((round(weight / least, DIGITS), other) for least, weight, other in shorter if weight >= ENOUGH * least)
        yield from ((index, other) for share, other in nlargest(MOST_NEIGHBOURS, shares) if share >= LEAST_SHARED)


def _by_meaning(group: Sequence[Counted], vectors: Mapping[str, Any]) -> Iterator[tuple[int, int]]:
    import numpy

    held = [index for index, one in enumerate(group) if one.row.id in vectors]
    if len(held) < 2:
        return
    matrix = numpy.stack([vectors[group[index].row.id] for index in held])
    for at, index in enumerate(held):
        near = matrix @ matrix[at]
        near[at] = 0
        most = numpy.argsort(-near)[:MOST_NEIGHBOURS]
        yield from ((index, held[int(other)]) for other in most if near[other] >= NEAR)
