"""What the signs of a sentence are worth together: one table of points, and the bar that a promise must pass.

Comes in: a sentence and where it stands. Goes out: its points. They come from a logistic regression over 290 hand-marked promises
among 6,600 sentences of four papers, tested on the paper left out, then rounded to halves and shortened; those of what it is
instead were set by reading papers of other publishers. Aspirations, achievements, effects and standing wording stay below the bar.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

from pipeline.extract.commitments.assigned import assigned
from pipeline.extract.commitments.minutes import minuted
from pipeline.extract.commitments.signs import Place, announced, signs
from pipeline.language.wording import small

ENOUGH = 4.5
BARELY, A_POINT, CHECKABLE = -0.7, 0.75, 2.2
"""Log odds that a sentence with just enough points is a promise, what each further point adds, and the points that a number, a sum or a
date is worth beside them: fitted to what was found in the marked papers, of which a third with nothing to check and few signs were
promises, nine in ten of the others; about the same with any paper left out."""
MINUTED = 1.0
"""Points above the bar of what minutes say that somebody undertook."""

POINTS: Mapping[str, float] = {
    # grammar: who undertakes what
    "will": 2,
    "will: council makes": 1,
    "will: thing makes": 1,
    "will: effect makes": 1.5,
    "will: effect does": 1,
    "will: others makes": 0.5,
    "made": 1.5,
    "makes a thing": 1,
    "will: council is": -1,
    "will: effect is": -0.5,
    "will: council strives": -0.5,
    "would": 1.5,
    "would: makes": 0.5,
    "would: does": 0.5,
    "plan: makes": 1.5,
    "plan: does": 1.5,
    "plan: is": 0.5,
    "plan: strives": 0.5,
    "due": 1,
    "due: makes": 1,
    "now: makes": 0.5,
    "progressive": 1.5,
    "pipeline": 1.5,
    "milestone": 2,
    "net zero": 4,
    "committed": 1,
    "agrees": 0.5,
    "target": 1,
    "target with a number": 1,
    "begins: does with a number": 1,
    "will: council does with a number": 2,
    "plan: does with a number": 2,
    "saving": 0.5,
    # lists of what is to come
    "under to come": 1,
    "beside to come": 1.5,
    "begins: makes": 1.5,
    "begins: makes a thing": 0.5,
    "to come, begins: makes": 1.5,
    "to come, begins: is": -1,
    "to come, begins: does (ing)": 1,
    "begins: strives (ing)": -0.5,
    # what can be checked
    "number of things": 1.5,
    "percentage": 0.5,
    "money": 1,
    "document": 1,
    "named time": 1,
    "time to come": 1,
    "bound": 0.5,
    "loose time": 2,
    "dated deed": 2,
    "timetable": 3,
    "funds": 3,
    "savings owed": 2,
    "on a number": 2,
    "will stand": 1.5,
    "will be sent": 1,
    "wish": -1,
    "hoped": -3,
    "only others": -1.5,
    "if first": -2,
    "of one": -3,
    "of a party": -3,
    "of government": -3,
    # what it is instead
    "statistic": -2,
    "short": -1,
    "done": -0.5,
    "conditional": -0.5,
    "in minutes": -0.5,
    "others will": -0.5,
    "time now": -0.5,
    "question": -2,
    "denied": -3,
    "indirect": -1,
    "described": -1.5,
    "dropped": -5,
    "to a customer": -1.5,
    "only past": -2,
    "option": -4,
    "recommended": -0.5,
    "assents": -1,
    "under rules": -1.5,
    "able": -2,
    "goes on": -1,
    "willing": -3,
    "priority": -2,
    "forecast": -2,
    "enacted": -2,
    "leads in": -2,
    "prepares": -2,
    "rule": -4,
    "overview": -2,
    "standing": -8,
    "notice": -4,
    "obliged": -2,
    "noted": -3,
    "queried": -2,
    "need": -0.5,
    "beside done": -0.5,
    "under of others": -0.5,
    "beside of others": -0.5,
}

FORWARD = frozenset(
    {
        "will",
        "would",
        "due",
        "committed",
        "agrees",
        "target",
        "saving",
        "pipeline",
        "milestone",
        "net zero",
        "progressive",
        "dated deed",
        "timetable",
        "funds",
        "savings owed",
    }
)
LISTED = "under to come"
"""An item of a list of what is to come looks forward by standing there; running text under such a heading tells of other things too."""
NEVER_MINUTED = frozenset(
    {"standing", "noted", "notice", "question", "denied", "dropped", "overview", "option", "able", "willing", "forecast", "hoped"}
    | {"to a customer", "of government", "of a party"}
)

HOPEFUL = re.compile(
    r"\b(?:will|shall|would|due|(?:is|are|clerk|chair\w*) to|to be|opens?|starts?|runs?|goes|comes?|takes?|moves?|launches"
    r"|commences?|allocated|set aside|earmarked|ring-?fenced|plan\w*|propos\w+|intend\w*|intention|commit\w*"
    r"|resolved|decided|draw\w* ?down|on (?:track|course)|ambition|includ\w+|set for|net[- ]zero|carbon neutral"
    r"|undert\w+|pledge\w*|promise\w*"
    r"|agree\w*|guarantee\w*|target\w*|aim\w*|goal|expect\w*|"
    r"saving\w*|reserve\w*|budget gap|invest\w*|capital programme|pipeline|development|train|progress|process|site"
    r"|construction|underway|under way|brought forward|"
    r"begin|going|looking|vision|programme|work\w*|scheduled|anticipated|(?:is|are|was|were|we.re) (?:\w+ )?\w+ing"
    r"|seeking|want|confirmed|asked|requested|offered)\b|.ll\b"
)
"""In small letters. Without one of these no sign of what is to come can hold: most sentences need no closer look."""
FORWARD_BEGINNINGS = ("plan:", "now:", "to come, begins:", "begins: makes")
"""Without one of these nothing is still to come, whatever numbers and dates a sentence holds."""


def worth(text: str, place: Place) -> float:
    """The points of a sentence where it stands; 0 where nothing in it looks forward."""
    if not (HOPEFUL.search(small(text)) or place.item or announced(place.heading) or assigned(text)):
        return 0
    found = signs(text, place)
    bound = minuted(text) if place.minutes else place.item and "under to come" in found and assigned(text)
    if bound and not found & NEVER_MINUTED:
        return ENOUGH + MINUTED
    if not found & (FORWARD | ({LISTED} if place.item else set())) and not any(sign.startswith(FORWARD_BEGINNINGS) for sign in found):
        return 0
    return sum(POINTS.get(sign, 0) for sign in found)


def confidence(points: float, *, checkable: bool) -> float:
    """How surely a sentence with so many points promises something, 0 to 1; `checkable`: with a number, a sum or a date."""
    told = points - ENOUGH + CHECKABLE * checkable
    return round(1 / (1 + math.exp(-(BARELY + A_POINT * told))), 2)
