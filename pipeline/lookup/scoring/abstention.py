"""Saying no: how many questions are answered against how many answers are right, as the threshold of confidence moves.

Comes in: the confidence of every question, with whether its answer is right (None for a question that has none). Goes out: a curve of
points, the area under right against answered, and the area under declining right against declining wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

POINTS = 20
"""Points of the curve: one for each twentieth of the questions that have an answer."""


class Sure(NamedTuple):
    confidence: float
    right: bool | None
    """None: the papers hold no answer, and declining is right."""


def curve(some: Sequence[Sure]) -> list[dict[str, float]]:
    """From strict to loose: threshold, the share of answerable questions answered, the share of those right, and the share of
    unanswerable questions declined. The right of a point counts all that is answered above its threshold."""
    able = sorted((one for one in some if one.right is not None), key=lambda one: -one.confidence)
    unable = [one.confidence for one in some if one.right is None]
    steps = sorted({max(1, round(len(able) * step / POINTS)) for step in range(1, POINTS + 1)}) if able else []
    points = []
    for count in steps:
        threshold = able[count - 1].confidence
        above = [one for one in able if one.confidence >= threshold]
        points.append(
            {
                "threshold": round(threshold, 4),
                "answered": len(above) / len(able),
                "right": sum(bool(one.right) for one in above) / len(above),
                "declined": sum(c < threshold for c in unable) / len(unable) if unable else 1.0,
            }
        )
    return points


def area_right(some: Sequence[Sure]) -> float | None:
    """Mean share of right answers over every number of questions answered, the surest first; the share right where order says nothing."""
    able = sorted((one for one in some if one.right is not None), key=lambda one: (-one.confidence, bool(one.right)))
    right, total = 0, 0.0
    for count, one in enumerate(able, 1):
        right += bool(one.right)
        total += right / count
    return total / len(able) if able else None


def area_declined(some: Sequence[Sure]) -> float | None:
    """The chance that a question with an answer is surer than one without; 0.5 where confidence says nothing. None without both kinds."""
    able = [one.confidence for one in some if one.right is not None]
    unable = [one.confidence for one in some if one.right is None]
    if not able or not unable:
        return None
    return sum((a > u) + 0.5 * (a == u) for a in able for u in unable) / (len(able) * len(unable))


def abstention(some: Sequence[Sure]) -> dict[str, Any]:
    return {"area_declined": area_declined(some), "area_right": area_right(some), "curve": curve(some)}
