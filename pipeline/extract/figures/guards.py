"""Numbers that look like counts and are none: years, parts of names, number words that count nothing."""

from __future__ import annotations

import re

from pipeline.extract.figures.skips import YEAR_ALONE
from pipeline.extract.figures.units import COUNTED, JOINS, STOPS, Noun
from pipeline.language.numbers import Number

YEARLIKE = re.compile(r"(?:1[5-9]\d\d|20[0-5]\d)$")
YEAR_LEAD = re.compile(
    r"\b(?:in|by|since|from|to|until|till|between|of|during|year|years|early|late|mid|and|summer|autumn|winter|spring|before|after|for|the|"
    r"jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*|census|budget|ifrs|elections?)\W*$",
    re.IGNORECASE,
)
AROUND = re.compile(
    r"\b(?:around|approximately|approx\.?|about|over|under|than|nearly|almost|some|roughly|circa|just|estimated|least|extra|"
    r"additional|further|all|those|these)\W*$",
    re.IGNORECASE,
)
PROPER = re.compile(r"\b(?P<word>[A-Z][\w'’&-]*)\s$")
"""A capital word: the number may be part of a name ("Platform 62")."""
STARTERS = frozenset(
    "over around about some only nearly almost since during among there currently up last next another further additional deliver "
    "provide build create open support total approximately".split()
)
"""Words, besides the stop words, that a sentence starts with before a number."""
NAME_WORD = re.compile(r"[^\s.!?:;•–—\"“(-][\"”’)]*\s+[A-Z]\w+$")
"""A number word with a capital inside a sentence is part of a name ("Aldermere Twenty Thirty", "the Three Oaks")."""
OF_THEM = re.compile(r"\s+of\s+(?:them|whom|which)\b", re.IGNORECASE)
BEFORE_OF_THEM = re.compile(r"\bof\s+(?:which|whom|these|those|them),?\s+(?:only\s+|some\s+)?$", re.IGNORECASE)
""" "twelve appeals, of which nine were dismissed"."""
AROUND_WORDS = re.compile(
    r"\b(?:a\s+further|almost|nearly|around|about|approximately|at\s+least|up\s+to|more\s+than|fewer\s+than|less\s+than)\s$", re.IGNORECASE
)
FROM_TO = re.compile(r"\bfrom\s+(?:\w+\s+){0,2}\d[^.;]{0,40}\sto\s$", re.IGNORECASE)
""""from 95 in 2030/31 to six"."""
CHANGED = re.compile(
    r"\b(?:reduction|increase|rise|fall|decrease|drop|growth|reduced|increased|risen|rose|fallen|fell|dropped|gone\s+up|went\s+up|down|up)\s+"
    r"(?:from|to)\s(?:just\s)?$",
    re.IGNORECASE,
)
""" "a reduction from seven at 31 March"."""
NOT_ANY = re.compile(r"\bno\s$", re.IGNORECASE)
MOST_TO_NOUN = 24
"""Characters from a number that looks like a year to the noun that shows it is a count."""


def counts_nothing(text: str, number: Number, noun: Noun | None) -> bool:
    """Whether a plain number of a text is no figure. `noun`: what follows it, if that can be counted."""
    return _word_alone(text, number, noun) or _year(text, number, noun) or _named(text, number, noun)


def _word_alone(text: str, number: Number, noun: Noun | None) -> bool:
    """A number word that no noun follows, that is part of a name or denied ("no two packages")."""
    if not number.spoken or number.scale > 1:
        return False
    named = NOT_ANY.search(text, 0, number.start) or NAME_WORD.search(text[max(0, number.start - 30) : number.end])
    return bool(named) or (noun is None and not _stands_alone(text, number))


def _stands_alone(text: str, number: Number) -> bool:
    """Whether a number word without a noun counts: "six of them", "from 120 to six", "almost sixty"."""
    before = text[max(0, number.start - 60) : number.start]
    return bool(
        OF_THEM.match(text, number.end)
        or (number.value > 1 and BEFORE_OF_THEM.search(before))
        or FROM_TO.search(before)
        or (number.value > 1 and CHANGED.search(before))
        or (number.value > 1 and AROUND_WORDS.search(before))
        or number.value >= 100
    )


def _year(text: str, number: Number, noun: Noun | None) -> bool:
    """2018 is a year, unless what surrounds it counts: "around 2000 people", "to 2093 by May"."""
    if not YEARLIKE.match(text[number.start : number.end]) or AROUND.search(text, 0, number.start):
        return False
    printed = text[number.end : noun.end] if noun else ""
    counts = noun and not printed.endswith("population") and len(printed) < MOST_TO_NOUN and _commonly_counted(noun)
    return not counts and (bool(YEAR_LEAD.search(text, 0, number.start)) or bool(YEAR_ALONE.match(text, number.start)))


def _commonly_counted(noun: Noun) -> bool:
    return noun.unit == "people" or bool(COUNTED.fullmatch(noun.unit.split()[-1]))


def _named(text: str, number: Number, noun: Noun | None) -> bool:
    """Whether a bare whole number is part of a name: "Platform 62", "NHS 111"."""
    if number.decimals or "," in text[number.start : number.end] or number.spoken or number.scale > 1:
        return False
    before = PROPER.search(text[max(0, number.start - 40) : number.start])
    if not before or before["word"].casefold() in STARTERS | STOPS | JOINS or before["word"].endswith("ed"):
        return False
    return noun is None or not _commonly_counted(noun)
