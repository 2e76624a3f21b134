"""How sure it is that the library answers: calibrated on questions with and without an answer (`bench/fit.py`)."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from pipeline.lookup.question import Question
from pipeline.lookup.rank import score, weights
from pipeline.lookup.search import Ranked
from pipeline.lookup.statements import drafts
from pipeline.lookup.views import Weighed, share

THRESHOLD = 0.5
RARE = 0.6
"""Clues at least this rare must be found for an answer to be likely."""


def confidence(question: Question, some: Sequence[Weighed], ranked: Sequence[Ranked]) -> float:
    """0 to 1: the chance that the best passages answer the question."""
    if not ranked or not some:
        return 0.0
    return 1 / (1 + math.exp(-(weights("confidence")["bias"] + score("confidence", signs(question, some, ranked)))))


def signs(question: Question, some: Sequence[Weighed], ranked: Sequence[Ranked]) -> Mapping[str, float]:
    """What speaks for and against an answer."""
    best, near = ranked[0].read.features, [one.read for one in ranked[:3]]
    draft = drafts(question, some, ranked)[0]
    said = draft.read.sentences[draft.first]
    held = [max(a, b) for a, b in zip(draft.covers, draft.read.context, strict=True)]
    rare = [credit for one, credit in zip(some, held, strict=True) if one.rarity >= RARE]
    unknown = [one for one in some if one.rarity >= 1]
    return {
        "cover": share(some, draft.covers),
        "best_cover": max(read.features["cover_all"] for read in near),
        "meaning": max(read.found.meaning for read in near),
        "words": best["words"],
        "own": said["own"],
        "offers": max(one["offers"] for one in draft.read.sentences[draft.first : draft.last + 1]) if question.expects else 0.5,
        "rare": sum(rare) / max(1, len(rare)),
        "unknown": len(unknown) / len(some),
        "short": float(len(some) < 4),
        "meeting": best["meeting"],
    }
