"""How sure it is that the library answers: calibrated on questions with and without an answer (`bench/fit.py`)."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from pipeline.lookup.drafts import Draft, agree, drafts
from pipeline.lookup.offers import new_numbers, offered
from pipeline.lookup.question import Question
from pipeline.lookup.rank import score, weights
from pipeline.lookup.search import Ranked
from pipeline.lookup.views import Weighed, either, share
from pipeline.model.structure import MINUTING

THRESHOLD = 0.5
CLEAR = 3.0
"""A stretch whose score is this far above the next that says something else has no rival."""
NAMED = 0.8
"""A name, code or number of the question that stands nowhere near the answer weighs in full; another word this much."""
DECIDED = frozenset({"decision", "vote"})


def confidence(question: Question, some: Sequence[Weighed], ranked: Sequence[Ranked]) -> float:
    """0 to 1: the chance that the best passages answer the question."""
    if not ranked or not some:
        return 0.0
    return 1 / (1 + math.exp(-(weights("confidence")["bias"] + score("confidence", signs(question, some, ranked)))))


def signs(question: Question, some: Sequence[Weighed], ranked: Sequence[Ranked]) -> Mapping[str, float]:
    """What speaks for an answer, each 0 to 1 and the more the better."""
    best, *others = drafts(question, some, ranked)
    rival = next((other for other in others if not agree(question, some, best, other)), None)
    stretch = range(best.first, best.last + 1)
    sentences = [best.view.sentences[at] for at in stretch]
    held = either(best.covers, best.read.context)
    missing = [_telling(one) * (1 - credit) for one, credit in zip(some, held, strict=True)]
    return {
        "cover": share(some, held),
        "own": best.read.sentences[best.read.best]["own"],
        "whole": 1 - max(missing),
        "meaning": max(one.read.found.meaning for one in ranked[:3]),
        "offers": max(offered(question, sentence) for sentence in sentences) if question.expects else 1.0,
        "figures": float("number" not in question.expects or any(new_numbers(question, sentence) for sentence in sentences)),
        "dated": _dated(question, some, held),
        "minuted": float(not _unminuted(question, best)),
        "agreed": min(1.0, best.read.found.words) if best.read.found.meaning else 0.0,
        "leading": 1 / best.read.found.ranks["words"] if "words" in best.read.found.ranks else 0.0,
        "margin": min(1.0, (best.score - rival.score) / CLEAR) if rival else 1.0,
    }


def _telling(one: Weighed) -> float:
    printed = one.clue.printed
    return one.rarity if printed[:1].isupper() or any(char.isdigit() for char in printed) else NAMED * one.rarity


def _dated(question: Question, some: Sequence[Weighed], held: Sequence[float]) -> float:
    """How well the dates and years that the question names are met; 1 where it names none."""
    found = [credit for one, credit in zip(some, held, strict=True) if one.clue.stem in question.dates]
    return min(found) if found else 1.0


def _unminuted(question: Question, best: Draft) -> bool:
    """A decision of a meeting on a day is asked for, and the best stretch is not of that meeting's minutes: others only recommend."""
    days = [date for date in question.dates if len(date) == len("2024-03-05")]
    standing = best.view.row.standing
    return bool(days and question.expects & DECIDED and (standing.kind not in MINUTING or standing.meeting_date not in days))
