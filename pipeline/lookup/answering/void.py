"""What no answer can lack: a number where it is asked how many, a time where it is asked when, a vote or a mover where these are.

Comes in: a question, and the statements that would be told. Goes out: whether they cannot be an answer, however near their words are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.lookup.text.terms import is_amount, stems, terms
from pipeline.lookup.understanding.question import Question
from pipeline.model.answers import Statement

COUNTED = re.compile(r"\bhow (?:many|much)\b", re.IGNORECASE)
AMOUNT = re.compile(
    r"\d[a-z]|\b(?:none|nil|no|half|thirds?|quarters?|doubl\w+|trebl\w+|dozens|hundreds|thousands|millions|all)\b", re.IGNORECASE
)
"""Amounts that are no numbers, and numbers grown together with their unit ("940km")."""
TIMED = re.compile(r"^\W*when\b|\b(?:what|which|by what|on what) (?:date|day|time|month|year)\b", re.IGNORECASE)
TIME = re.compile(
    r"\d|\b(?:january|february|march|april|may|june|july|august|september|october|november|december|\w+day|spring|summer|autumn|winter"
    r"|years?|months?|weeks?|days?|hours?|quarters?|meetings?|today|tomorrow|immediately|soon|shortly|already|never|yearly|annual\w*|monthly)\b",
    re.IGNORECASE,
)
MOVED = re.compile(
    r"\bwho (?:seconded|proposed|moved|voted)\b|\bby (?:what|which) (?:vote|majority|margin)\b|\bhow many votes\b", re.IGNORECASE
)
MOVING = re.compile(
    r"\bsecond(?:ed|er|ing)|\bpropos\w+|\bmove[dr]\b|\bmoving\b|\bvot(?:e[sd]?|ing)\b|\bagainst\b|\bunanimous\w*", re.IGNORECASE
)


def lacks(question: Question, said: Sequence[Statement]) -> bool:
    """Whether the statements hold nothing of the kind that is asked for, which the question does not itself hold."""
    text = " ".join(statement.text for statement in said)
    if COUNTED.search(question.text) and not (_new_amounts(question, text) or AMOUNT.search(text)):
        return True
    if TIMED.search(question.text) and not TIME.search(text):
        return True
    return bool(MOVED.search(question.text)) and not MOVING.search(text)


def _new_amounts(question: Question, text: str) -> bool:
    held = frozenset(stems(question.text))
    return any(is_amount(term.stem, term.kind) and term.stem not in held for term in terms(text))
