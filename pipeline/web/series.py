"""Which figures are one measure through time: the same words, unit and body, however a table or a sentence prints them.

Comes in: every figure that has a period. Goes out: series of two periods or more. A chart that mixes two things is worse than none:
figures of two councils, committees or (where a paper names no committee) papers are never joined, and where one paper gives one name
several values for one period, the name alone does not say which is meant; its figures are then told apart by heading and column, and
left out where those do not tell either.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

Row = Mapping[str, Any]
Rows = Sequence[Row]
LEAST_PERIODS = 2
ALIKE = 0.01
"""Share by which two prints of one value may differ, as one is rounded."""
TIMELESS = frozenset("vote votes rank".split())
"""Units that make no series: every vote is on another motion."""
NO_MEASURE = re.compile(r"(?:agenda )?(?:item|page|paragraph|para|ref|reference|appendix|row|line) ?(?:no|number|ref)?|no|number|date|year")
"""First words of a table that numbers its rows."""
LEAST_WORDS = 3
"""Words that a measure read in a sentence must have to say what it measures."""
STATUS = r"(?:budget(?:ed)?|estimate[ds]?|forecast|projected|projection|outturn|actuals?|target|plan(?:ned)?)"
QUALIFIED = r"(?:(?:original|revised|current|approved|latest|provisional|final|full[- ]year|year[- ]end)\s+)*"
ENDING = re.compile(rf"(?:^|[,:]?\s+)(?:the\s+)?{QUALIFIED}{STATUS}(?:\s+(?:outturn|spend|budget|position))?\s*$", re.IGNORECASE)
"""The end of a measure, or a part of it, that says only whether it is a budget, a forecast or an outcome."""
BEGINNING = re.compile(rf"^(?:the\s+)?{QUALIFIED}(?:forecast|projected|estimated|budgeted|actual|planned)\s+(?=\w+\s+\w)", re.IGNORECASE)
POINTS_AT = re.compile(r"\b(?:to|from|against|of|on|in|over|under|than|versus|vs|above|below|and|or|for|the)\s*$", re.IGNORECASE)
""" "Variance to budget" without "budget" says nothing."""
MEANT = (("forecast|project", "forecast"), ("outturn|actual", "actual"), ("target", "target"), ("budget|estimate|plan", "budget"))
NUMBERED = re.compile(r"^(?:table|appendix|annex|figure|chart|schedule|exhibit)\s+[\w.]{1,5}\s*[:.–—-]\s*", re.IGNORECASE)
_YEAR = r"(?:FY\s*)?(?:19|20)\d\d(?:\s*[/–-]\s*(?:\d\d){1,2})?"
WHEN = re.compile(
    rf"\(?\b(?:{_YEAR}(?:\s*(?:to|–|-)\s*{_YEAR})?|(?:period|month|quarter|p|m|q)\s*\d{{1,2}})\b\)?|\b\d\d/\d\d\b", re.IGNORECASE
)
"""A caption's own year or period: the figure's period says it."""
IN_UNITS = {
    "GBP": re.compile(r"\(?\s*(?:in\s+)?£\s*[’']?(?:m|k|bn|0{3}s?|million|thousands?)?\s*\)?", re.IGNORECASE),
    "EUR": re.compile(r"\(?\s*(?:in\s+)?€\s*[’']?(?:m|k|bn|0{3}s?|million|thousands?)?\s*\)?", re.IGNORECASE),
    "percent": re.compile(r"\(?\s*(?:%|per\s?cent|percentage)\s*\)?", re.IGNORECASE),
}
"""A scale in a name may go where the unit says it; with any other unit it may be a scale that was not applied, and stays."""
BRACKETS = re.compile(r"\(([^()]*)\)")


class Series(NamedTuple):
    """One measure of one body, with values of several periods."""

    name: str
    unit: str
    council: str
    body: str
    """The committee, or the paper where it names none."""
    within: str
    """Heading and column, where the name alone does not tell it apart."""
    ids: tuple[str, ...]
    """Of its figures."""
    periods: int


class Index(NamedTuple):
    """All series, those of most periods first, and the place among them of each figure's."""

    series: tuple[Series, ...]
    of: Mapping[str, int]


def index(rows: Iterable[Row]) -> Index:
    """The series among figures, which have what `Browsing.measured` reads."""
    groups: defaultdict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in rows:
        words = key(row["measure"], row["unit"])
        telling = row["source"] == "table" or len(words.split()) >= LEAST_WORDS
        if telling and row["unit"].casefold() not in TIMELESS and not NO_MEASURE.fullmatch(words.split(",")[0]):
            body = row["committee"] or row["document"]
            groups[words, one(row["unit"]), row["council"] or "", body, row["direction"] or ""].append(row)
    made = [series for group in groups.values() for series in _told_apart(group)]
    made.sort(key=lambda one: (-one.periods, -len(one.ids), one.name.casefold(), one.body))
    return Index(tuple(made), {id_: place for place, series in enumerate(made) for id_ in series.ids})


@lru_cache(maxsize=50_000)
def named(name: str, unit: str) -> tuple[str, str | None]:
    """A measure as one says it, and the status that its words gave: "Total debt, estimate" is "Total debt", a budget."""
    parts, status = [], None
    for part in re.split(r",\s+", name):
        short, said = _part(part, unit)
        status = status or said
        if short:
            parts.append(short)
    short = ", ".join(dict.fromkeys(parts)) or name
    return short[:1].upper() + short[1:], status


@lru_cache(maxsize=50_000)
def key(name: str, unit: str) -> str:
    """The words by which two names are one: small letters, no plural s, no articles, no signs."""
    said = named(name, unit)[0].casefold().replace("&", " and ").replace("’", "'")
    return " ".join(one(word) for word in re.findall(r"[\w%£€']+", said) if word not in ("the", "a", "an"))


def one(word: str) -> str:
    """Without the s of a plural."""
    word = word.casefold()
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _part(part: str, unit: str) -> tuple[str, str | None]:
    """A part of a name between commas, without its number, year, scale and status; the status that it said."""
    scale = IN_UNITS.get(unit)
    short = NUMBERED.sub("", part)
    if scale:
        short = "" if scale.fullmatch(short.strip()) else BRACKETS.sub(lambda found: "" if scale.fullmatch(found[0]) else found[0], short)
    elif BRACKETS.search(short):
        short = BRACKETS.sub(lambda found: "" if one(found[1].strip()) == one(unit) else found[0], short)
    short, status = WHEN.sub(" ", short), None
    for pattern in (ENDING, BEGINNING):
        found = pattern.search(short)
        rest = pattern.sub(" ", short) if found else short
        if found and not POINTS_AT.search(rest):
            status = status or next((meant for cues, meant in MEANT if re.search(cues, found[0], re.IGNORECASE)), None)
            short = rest
    short = re.sub(r"\s+(?:to|for|in|at|of)?\s*$", "", short) if short != part else short
    return re.sub(r"\s+", " ", short).strip(" ,:;–-"), status


def _told_apart(rows: Rows) -> Iterator[Series]:
    """The series of a name: one where nothing contradicts that, else one for each heading, or heading and column, that is of one mind."""
    steps: tuple[Callable[[Row], tuple[str, ...]], ...] = (lambda _: (), lambda row: (_heading(row),), _heading_and_column)
    left = list(rows)
    for step in steps:
        groups: defaultdict[tuple[str, ...], list[Row]] = defaultdict(list)
        for row in left:
            groups[step(row)].append(row)
        left = []
        for within, group in groups.items():
            if _mixed(group):
                left += group
            elif (periods := len({(row["period_start"], row["period_end"]) for row in group})) >= LEAST_PERIODS:
                yield _series(group, within, periods)
        if not left:
            return


def _series(rows: Rows, within: tuple[str, ...], periods: int) -> Series:
    first = rows[0]
    body = first["committee"] or first["title"] or first["document"]
    told = ", ".join(part for part in dict.fromkeys(within) if part)
    return Series(
        named(first["measure"], first["unit"])[0], first["unit"], first["council"] or "", body, told, tuple(r["id"] for r in rows), periods
    )


def _mixed(rows: Rows) -> bool:
    """One paper gives two values of one period and status."""
    seen: dict[tuple[Any, ...], float] = {}
    for row in rows:
        status = row["status"] or named(row["measure"], row["unit"])[1]
        value = seen.setdefault((row["document"], row["period_start"], row["period_end"], status), row["value"])
        if abs(value - row["value"]) > ALIKE * max(abs(value), abs(row["value"])):
            return True
    return False


def _heading(row: Row) -> str:
    headings = json.loads(row["headings"] or "[]")
    return WHEN.sub("", str(headings[-1])).strip(" ,:;–-") if headings else ""


def _heading_and_column(row: Row) -> tuple[str, ...]:
    return _heading(row), named(row["column"] or "", row["unit"])[0]
