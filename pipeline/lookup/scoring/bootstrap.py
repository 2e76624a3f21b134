"""Intervals by resampling questions: the same resamples each time, so that two runs differ only by what they measure."""

from __future__ import annotations

import random
from collections.abc import Sequence

RESAMPLES, LEVELS = 500, (0.025, 0.975)


def interval(values: Sequence[float]) -> tuple[float, float]:
    """The 95 per cent interval of the mean of these values; there must be one."""
    draw = random.Random(20)
    means = sorted(sum(draw.choices(values, k=len(values))) / len(values) for _ in range(RESAMPLES))
    return means[int(LEVELS[0] * RESAMPLES)], means[int(LEVELS[1] * RESAMPLES)]
