"""What a title looks like: short, no sentence, no name, address, value or date."""

from __future__ import annotations

import re

from pipeline.language.dates import dates
from pipeline.split import cues
from pipeline.split.standing import is_standing_heading

MANY = 24
"""A title has at most so many words."""
FEW = 9
"""Up to so many words may hold a verb: "Buses are a lifeline for our villages"."""
LABELLED = re.compile(
    r"^(?:objective|theme|priority|principle|outcome|aim|goal|phase|stage|workstream|strand|action|appendix|annexe?|part|section|"
    r"chapter|step|area|pillar|standard|domain) (?:\d{1,2}|[A-Z]|[ivx]{1,4})\b\s*[:.–—-]\s*\S",
    re.IGNORECASE,
)
""" "Objective 2: ...": a heading however long."""
WH_CLAUSE = re.compile(r"^(?:what|how|why|who|where|when)\b", re.IGNORECASE)
ABBREVIATED = re.compile(r"(?:[A-Z]\.){2}$")
""" "A.O.B." ends with a point and is no sentence."""
POINTER = re.compile(
    r"(?:read|learn|find out|discover|see) more\b|(?:visit|view|download|go to|click)\b.*\b(?:website|web ?page|page|here|pdf|online)$",
    re.IGNORECASE,
)
"""The words of a web page's link to another."""
DATE_WORDS = 5
WHEN = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\d)[^:;]{6,40}?\bat \d{1,2}(?:[.:]\d\d)? ?(?:am|pm|noon)\b", re.IGNORECASE
)
"""When a meeting is held, and where: "Thursday, 9 January 2025 at 10.00 am, County Hall"."""
OF_MINUTES = re.compile(r"minutes?\b", re.IGNORECASE)
""""Minutes - 9 July 2024" heads an item."""


SHORT_TITLE = re.compile(
    r"[A-Z][\w'’&/()-]*(?:\s[\w'’&/()-]+){0,6}(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bCllr)(?<!\bNo)(?<!\bSt)(?<!\b[A-Z])\.\s+(?=[A-Z])"
)
""" "Election of Chairman. Cllr A proposed ...": a short title that a full stop ends."""


def never(text: str) -> bool:
    """Names, addresses, values, dates, labels with their values, page references: never headings."""
    bare = text.strip()
    return bool(
        not cues.LETTERS.search(bare)
        or cues.PAGE_MARK.match(bare)
        or cues.PERSON.match(bare)
        or cues.CONTACT.search(bare)
        or cues.VALUE_LINE.match(bare)
        or cues.LABEL_VALUE.match(bare)
        or cues.ROLE_LINE.match(bare)
        or cues.SIGNATURE.match(bare)
        or cues.RATING.fullmatch(bare)
        or (len(bare.split()) <= DATE_WORDS and not OF_MINUTES.match(bare) and any(dates(bare)))
        or WHEN.match(bare)
        or POINTER.match(bare.rstrip("."))
        or cues.MOSTLY_NUMBERS.match(bare)
        or cues.QUOTED.match(bare)
    )


def title_like(text: str, most: int = MANY, *, verbs: int = FEW, stop: bool = False) -> bool:
    """Whether the words could be a title; up to `verbs` words may hold a finite verb; with `stop` it may end with a full stop."""
    text = text.strip()
    count = len(text.split())
    if not text or count > most or never(text):
        return False
    if text.endswith((";", ",", "-", "–")) or (text.endswith(".") and not stop and not ABBREVIATED.search(text)):
        return False
    return not is_sentence(text, verbs) or text.endswith("?") or (WH_CLAUSE.match(text) is not None and count <= 12)


def is_sentence(text: str, verbs: int = FEW) -> bool:
    """Says something of something: a finite verb in more than a few words."""
    return len(text.split()) > verbs and cues.FINITE.search(text) is not None


def is_value(text: str) -> bool:
    """A line that only gives a value: "Score: 2", "452", "Requires improvement", "Outcome 3"."""
    bare = text.strip()
    return len(bare.split()) <= 6 and bool(
        cues.MOSTLY_NUMBERS.match(bare)
        or cues.VALUE_LINE.match(bare)
        or cues.RATING.fullmatch(bare)
        or re.fullmatch(r"(?:outcome|priority|theme|principle|item)s? [\d& ,]+", bare, re.IGNORECASE)
    )


def title_key(text: str) -> str:
    """A title as it is compared with others."""
    return text.strip(" :").casefold()


def is_standing(text: str) -> bool:
    """Whether papers of every council print this heading."""
    bare = text.strip(" :")
    return cues.NAMED.fullmatch(bare) is not None or is_standing_heading(bare)
