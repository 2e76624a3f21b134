"""How sure it is that the library answers: calibrated on questions with and without an answer (`bench/fit.py`)."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from statistics import fmean

from pipeline.lookup.answering.drafts import Draft, agree, drafts
from pipeline.lookup.answering.slots import DECIDED, MET, heard_of, measured, named, near_in_time, taken
from pipeline.lookup.finding.cover import Weighing, either
from pipeline.lookup.finding.offers import offered
from pipeline.lookup.finding.rank import score, weights
from pipeline.lookup.finding.search import Ranked
from pipeline.lookup.text.terms import stems
from pipeline.lookup.understanding.question import Question
from pipeline.lookup.understanding.words import STOP
from pipeline.model.structure import MINUTING

THRESHOLD = 0.5
CLEAR = 6.0
"""A stretch whose score is so far above the mean of the other passages' stretches stands alone."""
PASSAGE_CREDIT = 0.8
"""What a name counts that stands in the passage, not in the stretch."""
BODY = re.compile(
    r"\b(?:[A-Z][\w'’-]+\s+(?:(?:and|of|the|&)\s+)?)+(?:Committee|Council|Board|Panel|Cabinet|Commission|Forum)\b"
    r"|\bCabinet\b|\b[Ff]ull Council\b"
)
"""A body by its name."""
TIME = re.compile(r"(?:19|20)\d\d(?:-\d\d){0,2}|fy\d{4}")
"""The stem of a year, a month, a day or a financial year."""


def confidence(question: Question, some: Weighing, ranked: Sequence[Ranked]) -> float:
    """0 to 1: the chance that the best passages answer the question."""
    if not ranked or not some:
        return 0.0
    return 1 / (1 + math.exp(-(weights("confidence")["bias"] + score("confidence", signs(question, some, ranked)))))


def signs(question: Question, some: Weighing, ranked: Sequence[Ranked]) -> Mapping[str, float]:
    """What speaks for an answer, each 0 to 1 and the more the better: what the question demands is filled, and the passage stands out."""
    best, *others = drafts(question, some, ranked)
    rivals = [other for other in others if not agree(question, some, best, other)]
    sentences = best.view.sentences[best.first : best.last + 1]
    held, own = either(best.covers, best.read.context), _own(best)
    around = either(held, [PASSAGE_CREDIT * credit for credit in some.credits(best.view.body)])
    dated = min(_of_dates(question, some, held), default=1.0)
    return {
        "offers": max(offered(question, sentence) for sentence in sentences) if question.expects else 1.0,
        "named": named(some, around, own),
        "measured": measured(question, some, held),
        "heard_of": heard_of(some, own),
        "meaning": max(one.read.found.meaning for one in ranked[:3]),
        "dated": dated,
        "timely": float(not _of_other_times(dated, best)),
        "near_in_time": near_in_time(question, dated, best),
        "minuted": float(not _unminuted(question, best)),
        "taken": float(taken(question, best)),
        "body": _of_body(question, best),
        "ahead": min(1.0, (best.score - fmean(other.score for other in rivals)) / CLEAR) if rivals else 1.0,
    }


def _own(best: Draft) -> frozenset[str]:
    """Words of the council's own name, which its papers need not say."""
    return frozenset(stems(best.view.row.standing.council or ""))


def _of_dates(question: Question, some: Weighing, held: Sequence[float]) -> list[float]:
    """How well each date and year that the question names is met."""
    return [credit for one, credit in zip(some, held, strict=True) if one.clue.stem in question.dates]


def _of_other_times(dated: float, best: Draft) -> bool:
    """The stretch names times, and none that is asked for."""
    if dated >= MET:
        return False
    return any(TIME.fullmatch(stem) for bag in best.view.bags[best.first : best.last + 1] for stem in bag.single)


def _of_body(question: Question, best: Draft) -> float:
    """Share of the name of the body that is asked about that stands in the names of the paper's; 1 where none is asked about."""
    asked = BODY.search(question.text)
    name = frozenset(stems(asked[0])) - STOP - _own(best) if asked else frozenset()
    return len(name & best.view.setting.bodies.single) / len(name) if name else 1.0


def _unminuted(question: Question, best: Draft) -> bool:
    """A vote, or a decision of a meeting on a day, is asked for, and the best stretch is not of such minutes: others only recommend."""
    days = [date for date in question.dates if len(date) == len("2024-03-05")]
    standing = best.view.row.standing
    if standing.kind not in MINUTING:
        return "vote" in question.expects or bool(days and question.expects & DECIDED)
    return bool(days and question.expects & DECIDED and standing.meeting_date not in days)
