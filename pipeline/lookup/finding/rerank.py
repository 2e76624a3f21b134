"""The first passages put in order again by a cross-encoder, where one is named: its judgement and ours count the same."""

from __future__ import annotations

import statistics
from collections.abc import Sequence

from pipeline.model.ports import Reranker

RERANKED = 20
"""Passages that the cross-encoder reads: each costs a run of the model."""


def placed_again(question: str, texts: Sequence[str], scores: Sequence[float], reranker: Reranker) -> list[tuple[int, int]]:
    """Places of these texts in their new order, each with its rank by the cross-encoder alone.

    `scores` are ours, in the order of `texts`. Both kinds are measured in standard deviations of these texts, which makes the scales of
    any two models comparable.
    """
    judged = reranker.judged(question, texts)
    mixed = [a + b for a, b in zip(_standard(scores), _standard(judged), strict=True)]
    alone = {at: rank for rank, at in enumerate(sorted(range(len(texts)), key=lambda at: -judged[at]), 1)}
    return [(at, alone[at]) for at in sorted(range(len(texts)), key=lambda at: -mixed[at])]


def _standard(some: Sequence[float]) -> list[float]:
    middle, spread = statistics.fmean(some), statistics.pstdev(some)
    return [(one - middle) / spread if spread else 0.0 for one in some]
