"""What a number counts: the noun behind it ("12 newly built homes"), before it ("Number of cases: 13"), or its length of time."""

from __future__ import annotations

import re
from typing import NamedTuple

PERSONS = frozenset(
    "people persons adults children residents clients individuals carers patients users customers students pupils volunteers "
    "passengers workers assistants citizens men women refugees visitors families' learners tenants employees attendees participants "
    "respondents "
    "ukrainians afghans pas males females teenagers toddlers babies elders pensioners commuters applicants".split()
)
"""Nouns whose unit is people."""
IRREGULAR = frozenset(
    "people children men women staff persons personnel fte wte criteria population workforce electorate premises households sheep "
    "fish cattle".split()
)
NOT_NOUNS = frozenset(
    "is was has does this its his hers as us yes thus across towards besides less unless plus versus various previous serious "
    "numerous continuous "
    "status basis process access address progress focus bus business press loss class surplus bonus census crisis analysis illness "
    "wellbeing "
    "always perhaps sometimes afterwards overseas includes remains shows needs means requires represents provides makes takes says "
    "gives goes comes "
    "equates relates follows begins starts ends uses works lives suggests indicates reflects increases decreases rises falls "
    "pass cross gross whereas covers whilst towards otherwise data mass express stress excess congress".split()
)
"""Words that end in s and are no plural."""
STOPS = frozenset(
    "a an the this that these those its their his her our your my it he she they we who which what whom whose there here "
    "is are was were be been being has have had will would shall should can could may might must do does did not "
    "in on at by to from for per than as into onto over under between during since until before after above below within without through "
    "against towards about around across if when while where because so but then also only just more less fewer "
    "approximately nearly almost respectively compared increasing rising reducing falling up down out off via "
    "completed filled shared joined said told made took came went became received including include providing requiring having".split()
)
JOINS = frozenset("and or with of &".split())
"""Words that may stand inside a noun: "day or night services", "flats with care"."""
MOST_JOINED = 4
"""A joining word and what follows it in a noun."""
TIME = re.compile(
    r"[\s-]{0,2}(?:(?:working|calendar|school|consecutive|full|clear)\s+)?"
    r"(?P<unit>hours?|hrs?|days?|weeks?|months?|years?|yrs?|minutes?|mins?|seconds?|nights?|fortnights?|decades?|terms?|yearly|"
    r"monthly|weekly)\b(?![-–]\w|\s+(?:olds?|care|centres?|services?|opportunit\w+|nurser\w+|trips?|shelters?)\b)",
    re.IGNORECASE,
)
TIME_UNITS = {"hr": "hours", "yr": "years", "min": "minutes", "yearly": "years", "monthly": "months", "weekly": "weeks"}
SIZE = re.compile(
    r"\s?(?P<unit>square\s+(?:miles|metres|feet|kilometres)|sq\.?\s?(?:m|ft|miles?)|m2|m²|km2|km|kilometres?|miles?|metres?|hectares?|"
    r"ha|acres?|kg|tonnes?|litres?|kwh|mwh|gwh|mw|mph|"
    r"tco2e?|ktco2e?|cm|mm|feet|ft)\b",
    re.IGNORECASE,
)
RATE = re.compile(
    r"\s?per\s+(?P<base>(?:1?0?,?\d{2,3},?000|\d{1,3}(?:,\d{3})+|1000|10000|100000|\d{1,3}k|(?:hundred\s+|ten\s+)?thousand|million|"
    r"head))\b(?:\s+(?:of\s+)?(?!(?:in|by|for|and|or|at|on|as|a|an|to|from|is|was|were|with|which|who|than|per|during|compared|against|between|"
    r"but|while|over|under|across|since|until)\b)(?P<of>(?:the\s+)?[a-z]+(?:\s+aged\s+[\d+–-]+)?))?",
    re.IGNORECASE,
)
VOTES = re.compile(
    r"\s*(?:votes?\b|voted\b|(?:members?\s+|councillors?\s+)?(?:voting\s+)?(?:for|against|in\s+favour|abstentions?|abstained|abstaining)\b)",
    re.IGNORECASE,
)
VOTED = re.compile(r"\b(?:votes?|voted|voting|abstentions?|abstained|abstaining|in\s+favour)\b", re.IGNORECASE)
OR_SO = re.compile(r"\s+or\s+so\b", re.IGNORECASE)
OF_THE = re.compile(r"\s+of\s+(?:the|these|those|our|its|their|all)\b", re.IGNORECASE)
WORD = re.compile(r"\s*[-–/]?\s*(?:\([^()]{1,40}\)\s*)?(?P<word>[^\W\d_][\w'’-]*|&)")
SCORED = re.compile(
    r"\b(?P<unit>scores?|rating|index|rate|ratio)\b(?:\s+(?:of|was|is|at|were|to|from|:|stood|remained|rose|fell)){1,3}\s*$", re.IGNORECASE
)
NUMBER_OF = re.compile(r"\b(?:numbers?|total|count|amount)\s+(?:of\s+)?(?P<rest>[^,:;.()]{2,60})", re.IGNORECASE)
ALIAS = re.compile(r"\s?\((?P<noun>[a-z]+s)\)")
""""registered places (beds)" are counted in beds."""
COUNTED = re.compile(
    r"\b(people|clients|hours|days|weeks|months|years|beds|places|units|homes|cases|referrals|requests|complaints|children|adults|"
    r"carers|residents|"
    r"households|properties|posts|vacancies|assessments|visits|calls|incidents|applications|jobs|apprentices|dwellings|flats|schools|"
    r"pupils|members|councillors|"
    r"locations|providers|services|schemes|votes|responses|objections|trees|vehicles|score|rate|index|population)\b",
    re.IGNORECASE,
)
SINGULAR = (("ies", "y"), ("ches", "ch"), ("shes", "sh"), ("sses", "ss"), ("xes", "x"), ("s", ""))
HYPHENED = frozenset(
    "apartment home bed bedroom unit place storey space seat person bungalow acre page mile point house berth dwelling".split()
)
"""Nouns counted with a hyphen: "a 37-apartment scheme"."""
DESCRIBE = frozenset(
    "new further additional more other different existing separate extra total recent various main key designated remaining of".split()
)
"""Words before a noun that say nothing of its kind."""


class Noun(NamedTuple):
    unit: str
    """"people" for persons, else the noun with what stands before it: "care homes"."""
    end: int
    """Where the noun ends in the text."""


def noun_after(text: str, at: int) -> Noun | None:
    """The counted noun that follows a number, up to seven words on ("two new schemes", "37-apartment", "four of the newer homes").

    None where something else follows.
    """
    if compound := _hyphened(text, at):
        return compound
    words: list[str] = []
    since = 0
    partly = OF_THE.match(text, at)
    so = OR_SO.match(text, at)
    at = partly.end() if partly else so.end() if so else at
    while len(words) < 7:
        match = WORD.match(text, at)
        if not match or _breaks(text, at, match.start("word"), words):
            return None
        word = match["word"]
        low = word.casefold().replace("’", "'")
        at = match.end()
        since = since + 1 if since or low in JOINS else 0
        if low in STOPS or (low in JOINS and not words) or since > MOST_JOINED:
            return None
        words.append(word)
        if len(words) == 1 and low in HYPHENED:
            return Noun(of_persons(low + "s"), at)
        if _plural(low) and (word.islower() or low in PERSONS or word[:2].isupper() or COUNTED.fullmatch(word)):
            return Noun(_unit(words), at)
    return None


def noun_before(text: str, at: int) -> str | None:
    """The counted noun in the words before a number: "Number of cases: 13", "the hours affected were 10"."""
    named = None
    for match in NUMBER_OF.finditer(text, 0, at):
        found = noun_after(" " + match["rest"], 0)
        alias = ALIAS.match(text, match.end())
        named = of_persons(alias["noun"]) if alias else found.unit if found else named
    if named:
        return named
    counted = list(COUNTED.finditer(text, 0, at))
    return _unit([counted[-1][0]]) if counted else None


def duration(text: str, at: int) -> Noun | None:
    match = TIME.match(text, at)
    if not match or text[at : match.start("unit")].count("-") > 1:
        return None
    unit = match["unit"].casefold()
    stem = unit.removesuffix("s")
    return Noun(TIME_UNITS.get(stem, TIME_UNITS.get(unit, stem + "s")), match.end())


def size(text: str, at: int) -> Noun | None:
    """ "2000 square miles", "3.5 hectares"."""
    match = SIZE.match(text, at)
    return Noun(re.sub(r"\s+", " ", match["unit"].casefold()), match.end()) if match else None


def rate(text: str, at: int) -> Noun | None:
    """ "482.5 per 100k population" is counted per 100,000 population."""
    match = RATE.match(text, at)
    if not match:
        return None
    return Noun(" ".join(text[match.start() : match.end()].split()), match.end())


def votes(text: str, at: int, sentence: str) -> bool:
    return bool(VOTES.match(text, at) and VOTED.search(sentence))


def scored(text: str, at: int) -> str | None:
    """What a bare number after these words is: "a score of 5", "a rate of 0.24"."""
    match = SCORED.search(text, 0, at)
    return match["unit"].casefold() if match else None


def of_persons(unit: str) -> str:
    """The unit of a noun: people for persons."""
    last = unit.casefold().split()[-1] if unit.split() else ""
    return "people" if last in PERSONS or last == "population" else unit


def plural(word: str) -> bool:
    return _plural(word.casefold())


def _hyphened(text: str, at: int) -> Noun | None:
    match = re.match(r"[-–](?P<noun>[a-z]{3,})\b", text[at : at + 24])
    if not match:
        return None
    plural_form = match["noun"] + "s"
    return Noun(of_persons(plural_form), at + match.end()) if COUNTED.fullmatch(plural_form) or match["noun"] in HYPHENED else None


def _breaks(text: str, at: int, to: int, words: list[str]) -> bool:
    """Whether a dash or a stroke stands between: "10 - the most" is no noun."""
    gap = text[at:to]
    return bool(re.search(r"\s[-–]\s|[-–]\s*$", gap)) and not words


def _plural(low: str) -> bool:
    if low in IRREGULAR or low in PERSONS:
        return True
    return low.endswith("s") and not low.endswith(("ss", "us", "is", "'s", "ous")) and len(low) > 2 and low not in NOT_NOUNS


def _unit(words: list[str]) -> str:
    since = max((i + 1 for i, word in enumerate(words) if word.casefold() in JOINS), default=0)
    kept = [word for word in words[since:] if word.casefold() not in DESCRIBE]
    return of_persons(" ".join(kept[-3:] if kept else words[-1:]))
