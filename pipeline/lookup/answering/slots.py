"""What a question demands by name, and whether a stretch of a paper fills it: a name, the thing that is measured, a time, a decision taken.

Comes in: the question as understood, its clues, and the credit that the stretch with its headings gives to each. Goes out, each: 1 where
the demand is met or none is made, down to 0 where it is not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.lookup.answering.drafts import Draft
from pipeline.lookup.finding.cover import Weighed
from pipeline.lookup.finding.views import when
from pipeline.lookup.text.plain import tells
from pipeline.lookup.text.terms import MONTHS, stems, terms
from pipeline.lookup.understanding.question import Question
from pipeline.lookup.understanding.words import STOP
from pipeline.model.structure import MINUTING

NOWHERE = 0.99
"""Rarity of a word that no passage of the library holds."""
MET = 0.4
"""Credit from which a date that is asked for counts as named: its year at least."""
LONG_AGO = 3
"""A paper of so many years before or after the time asked for says nothing of it, unless it names it."""
_VERBS = r"(?:is|was|are|were|did|does|do|will|would|has|have|had|can|could|must|happened)"
_ENDS = rf"(?:{_VERBS}|\w+\s+(?:the|an?)|of|for|in|on|at|by|to|that|who|from|made|with|there|the|an?|per|each)"
MEASURED = tuple(
    re.compile(rf"{asks}(?P<thing>.+?)(?:\s+{_ENDS}\b|[?,.]|$)", re.IGNORECASE)
    for asks in (
        r"\bhow many\s+",
        rf"\b(?:what|which)\s+(?!{_VERBS}\b)",
        r"\b(?:what|which|who)(?:['’]s|\s+(?:is|was|are|were|will be|would be))\s+(?:the|an?|our|its|their)\s+",
    )
)
""" "How many FIRES were there", "what RENT do tenants pay", "what is the average AGE of tenants": the last word before the verb."""
MEASURES = frozenset(
    stems(
        """percentage percent proportion share fraction number amount figure total sum value date day month year time reason name level
        kind"""
    )
)
"""Words for what kind of answer is wanted, which a paper need not print beside it: "what percentage of", "on what date"."""
DECIDED = frozenset({"decision", "vote"})
PROPOSES = re.compile(r"recommend|\b(?:is|are) asked to\b", re.IGNORECASE)
"""A report asks for a decision; whether it was taken, only minutes say."""
NEAREST_HEADINGS = 2


def heard_of(some: Sequence[Weighed], own: frozenset[str]) -> float:
    """Whether the library knows the words that tell most of what is asked; one that it nowhere holds, in no wording, is not its subject."""
    return 1 - max((tells(one.clue, own) for one in some if one.rarity > NOWHERE and not one.clue.others), default=0.0)


def named(some: Sequence[Weighed], held: Sequence[float], own: frozenset[str]) -> float:
    """How well the name is met that is met worst: a place, a person, a body, a programme."""
    return min((credit for one, credit in zip(some, held, strict=True) if _is_name(one, own)), default=1.0)


def _is_name(one: Weighed, own: frozenset[str]) -> bool:
    clue = one.clue
    capital = clue.at > 0 and clue.printed[:1].isupper()
    return clue.kind == "word" and capital and clue.stem not in own and clue.printed.lower() not in MONTHS


def measured(question: Question, some: Sequence[Weighed], held: Sequence[float]) -> float:
    """How well the thing is met that is counted, measured or looked for."""
    wanted = thing_asked(question.text)
    if wanted in MEASURES:
        return 1.0
    return next((credit for one, credit in zip(some, held, strict=True) if one.clue.stem == wanted), 1.0)


def thing_asked(text: str) -> str | None:
    """The stem of the noun that a question asks for; None where it names none."""
    for pattern in MEASURED:
        match = pattern.search(text)
        words = [term.stem for term in terms(match["thing"]) if term.stem not in STOP] if match else []
        if words:
            return words[-1]
    return None


def near_in_time(question: Question, dated: float, best: Draft) -> float:
    """Where the stretch does not name the time asked for: how near to it its paper was written, in years."""
    day = when(best.view.row)
    if not question.dates or dated >= MET or not day:
        return 1.0
    gap = min(abs(int(day[:4]) - int(date.removeprefix("fy")[:4])) for date in question.dates)
    return 1 - min(1.0, gap / LONG_AGO)


def taken(question: Question, best: Draft) -> bool:
    """No decision is asked for, or the stretch does more than propose one."""
    standing = best.view.row.standing
    if not question.expects & DECIDED or standing.kind in MINUTING or PROPOSES.search(question.text):
        return True
    before = (sentence.text for sentence in best.view.sentences[: best.read.best + 1])
    return not PROPOSES.search(" ".join((*before, *standing.section[-NEAREST_HEADINGS:])))
