"""Which figures of one unit are near enough to be compared: by the words they share, and by the meaning of their sentences.

Each figure is compared with its likest others only, so that the work grows with the number of figures and not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pipeline.lookup.counted import Counted
from pipeline.lookup.sameness import Weights

LEAST_SHARED = 0.25
"""Share of the shorter sentence's telling words that two must have in common to be looked at; or as near a meaning as this."""
NEAR = 0.6
MOST_NEIGHBOURS = 12
"""Likest others that each figure is compared with."""
MOST_SHARED = 400
"""Figures that share a word: a word in more of them finds no candidates of its own."""


def candidates(group: Sequence[Counted], weights: Weights, vectors: Mapping[str, Any]) -> Iterator[tuple[Counted, Counted]]:
    """For each figure its likest others, by shared words and by meaning; each pair once."""
    found = {tuple(sorted(pair)) for pair in (*_by_words(group, weights), *_by_meaning(group, vectors))}
    return ((group[one], group[other]) for one, other in sorted(found))


def _by_words(group: Sequence[Counted], weights: Weights) -> Iterator[tuple[int, int]]:
    holders: dict[str, list[int]] = defaultdict(list)
    for index, one in enumerate(group):
        for stem in one.said:
            holders[stem].append(index)
    whole = [sum(map(weights.of, one.said)) for one in group]
    for index, one in enumerate(group):
        shared: dict[int, float] = defaultdict(float)
        for stem in one.said:
            if len(holders[stem]) <= MOST_SHARED:
                weight = weights.of(stem)
                for other in holders[stem]:
                    shared[other] += weight
        likest = sorted(((w / min(whole[index], whole[o]), o) for o, w in shared.items() if o != index), reverse=True)
        yield from ((index, other) for share, other in likest[:MOST_NEIGHBOURS] if share >= LEAST_SHARED)


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
