"""What no answer can lack: a number where it is asked how many, a time where it is asked when, a vote or a mover where these are.

Nor may it be of another time than the one asked for, where its paper could not know of that.

Comes in: a question, and the statements that would be told. Goes out: whether they cannot be an answer, however near their words are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.lookup.answering.slots import DECIDED
from pipeline.lookup.finding.cover import dated
from pipeline.lookup.text.terms import is_amount, stems, terms
from pipeline.lookup.understanding.question import Question
from pipeline.model.answers import Statement
from pipeline.model.structure import MINUTING

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

CLOCK = re.compile(r"\bat what (?:time|hour)\b(?! of\b)", re.IGNORECASE)
HOUR = re.compile(r"\d[:.]\d\d|\d\s?(?:[ap]\.?m\b|hours\b|o['’]clock)|\b(?:noon|midday|midnight|adjourn\w*|immediately)\b", re.IGNORECASE)
NAMED = 0.4
"""Credit from which a time that is asked for counts as named: its year at least."""
LONG_AFTER = 3
"""Years after which a paper that does not name a time says nothing of it."""


def lacks(question: Question, said: Sequence[Statement]) -> bool:
    """Whether the statements hold nothing of the kind that is asked for, which the question does not itself hold."""
    text = " ".join(statement.text for statement in said)
    if COUNTED.search(question.text) and not (_new_amounts(question, text) or AMOUNT.search(text)):
        return True
    if CLOCK.search(question.text) and not HOUR.search(text):
        return True
    if _of_another_time(question, said):
        return True
    if TIMED.search(question.text) and not TIME.search(text):
        return True
    return bool(MOVED.search(question.text)) and not MOVING.search(text)


def _new_amounts(question: Question, text: str) -> bool:
    held = frozenset(stems(question.text))
    return any(is_amount(term.stem, term.kind) and term.stem not in held for term in terms(text))


def _of_another_time(question: Question, said: Sequence[Statement]) -> bool:
    """Whether nothing told or cited names the time asked for, and every dated paper is of a year before it or long after it.

    Or, where it is asked what was decided on a day, minutes another meeting.
    """
    cited = [one for statement in said for one in statement.citations]
    days = [one.meeting_date for one in cited if one.meeting_date]
    if not (question.dates and days) or any(_names(question, one) for one in said):
        return False
    years = [int(date.removeprefix("fy")[:4]) for date in question.dates]
    if all(not 0 <= int(day[:4]) - year < LONG_AFTER for day in days for year in years):
        return True
    decided = bool(question.expects & DECIDED) and all(len(date) == len("2034-05-06") for date in question.dates)
    return decided and all(one.kind in MINUTING for one in cited) and not set(days) & set(question.dates)


def _names(question: Question, one: Statement) -> bool:
    """Whether a statement, or what it cites with its headings, names a time that is asked for."""
    cited = (part for cited in one.citations for part in (cited.quote, cited.document_title, *cited.section))
    printed = stems(" / ".join((one.text, *cited)))
    return any(dated(date, printed) >= NAMED for date in question.dates)
