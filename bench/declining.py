"""Fits the weights of confidence: how sure an answer is, on questions with and without one (called by `bench/fit.py`).

Comes in: the signs of each question, of one library or several. Goes out: weights, none below 0, with the curve of answered against
declined for each library, each question told by weights that were not fitted on its fold.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

ANSWERED, WRITTEN, TAKEN = "answered", "written without an answer", "evidence taken away"
COUNTS: Mapping[str, float] = {ANSWERED: 0.5, WRITTEN: 0.35, TAKEN: 0.15}
"""What each kind of question counts, in each library the same: the written ones are asked as people ask."""
RIDGE, STEPS = 0.002, 4000
DECLINED_RIGHT = 0.05
"""Share of questions with an answer that the threshold may let go, in the library where it lets go most."""
POINTS = (0.99, 0.97, 0.95, 0.93, 0.90)


@dataclass(frozen=True)
class Judged:
    """The signs of one question, a leading 1 for the bias."""

    library: str
    fold: str
    kind: str
    signs: np.ndarray


def fit_confidence(some: Sequence[Judged], names: Sequence[str]) -> dict[str, float]:
    """The weights with their bias, which puts the threshold at 0; prints what they are worth on questions that they were not fitted on."""
    scores = crossed(some)
    edges = []
    for library in dict.fromkeys(one.library for one in some):
        of = {kind: [s for one, s in zip(some, scores, strict=True) if (one.library, one.kind) == (library, kind)] for kind in COUNTS}
        if not of[ANSWERED]:
            continue
        edges.append(sorted(of[ANSWERED])[int(DECLINED_RIGHT * len(of[ANSWERED]))])
        for kind in (WRITTEN, TAKEN):
            if of[kind]:
                print(f"confidence, {library}, {len(of[kind])} {kind}: {told(of[ANSWERED], of[kind])}")
    weights = logistic(some)
    return {"bias": float(weights[0]) - min(edges), **dict(zip(names, map(float, weights[1:]), strict=True))}


def crossed(some: Sequence[Judged]) -> list[float]:
    """The score of each question by weights fitted on the other folds."""
    by_fold = {fold: logistic([one for one in some if one.fold != fold]) for fold in dict.fromkeys(one.fold for one in some)}
    return [float(one.signs @ by_fold[one.fold]) for one in some]


def logistic(some: Sequence[Judged]) -> np.ndarray:
    """Weights that tell questions with an answer from those without; every sign speaks for an answer, so none may fall below 0."""
    signs = np.array([one.signs for one in some])
    right = np.array([one.kind == ANSWERED for one in some], dtype=float)
    shares = np.array(list(_shares(some)))
    weights = np.zeros(signs.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-(signs @ weights)))
        weights -= signs.T @ (shares * (chance - right)) + RIDGE * np.r_[0, weights[1:]]
        weights[1:] = np.maximum(weights[1:], 0.0)
    return weights


def _shares(some: Sequence[Judged]) -> Iterator[float]:
    """What each question counts: its kind's share over the questions of that kind in its library, all shares together 1."""
    groups = [(one.library, one.kind) for one in some]
    total = sum(COUNTS[kind] for _, kind in set(groups))
    for group in groups:
        yield COUNTS[group[1]] / total / groups.count(group)


def told(yes: Sequence[float], no: Sequence[float]) -> str:
    area = sum((y > n) + 0.5 * (y == n) for y in yes for n in no) / (len(yes) * len(no))
    curve = ", ".join(f"{answered:.2f}: {declined(yes, no, answered):.2f}" for answered in POINTS)
    return f"area under the curve {area:.3f}; declined where answered is {curve}"


def declined(yes: Sequence[float], no: Sequence[float], answered: float) -> float:
    edge = sorted(yes)[int((1 - answered) * len(yes))]
    return sum(n < edge for n in no) / len(no)
