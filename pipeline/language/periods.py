"""Stretches of time as papers print them, made comparable: financial years, quarters, periods, months, dates, ranges.

Read are "2018/19", "2018-19", "2018/2019", "FY19", "19/20", "2019-21", "Q3 2023/24", "Period 2", "22/23, period 12",
"at 31 March 2023", "the 12 months to May 2025", "April to September 2017", "since 2011", "by 2041", "over the last seven years".
`first` and `last` are ISO dates or None: "since 2011" has no end, "by 2041" no start, "Period 2" without a year neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.language.dates import ENGLISH
from pipeline.language.numbers import spoken
from pipeline.language.points import (
    DATE,
    DAY,
    FIRST_LETTERS,
    FISCAL,
    MONTH,
    POINT,
    QUARTER,
    TWO_YEARS,
    YEAR,
    Stretch,
    financial_year,
    month_number,
    months,
    point,
    quarter,
    year_of,
)

DASHES = frozenset("–─-")
OPEN_END = frozenset("since from after post".split())
OPEN_START = frozenset(("by", "until", "till", "before", "to", "up to"))
_LEAD = r"(?:since|from|after|post|by|until|till|up\s+to|before|(?:as\s+)?at|as\s+(?:of|on)|on|in|during|for|within|throughout|over)"
_N = r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty)"
_LENGTH = r"(?:months?|years?|weeks?|days?|quarters?|decades?)"
_NAMED = "|".join(month.capitalize() for month in ENGLISH)

YEAR_TO = re.compile(
    rf"\b(?:(?P<n>\d{{1,2}}|three|six|nine|twelve|eighteen)[\s-]months?|(?:financial\s+|accounting\s+)?year|quarter|"
    rf"half[\s-]year)\s+(?:period\s+)?"
    rf"(?:up\s+to|to|ended|ending|end)\s+(?:the\s+end\s+of\s+)?(?P<to>{DATE}|{MONTH},?\s+{YEAR})",
    re.IGNORECASE,
)
"""The 12 months to May 2025; the year ended 31 March 2023."""
JOINED = re.compile(
    rf"(?P<month>(?:{DAY}\s+)?\b{MONTH})?\s*(?P<join>\bto|–|─|-|\band|\buntil|\bthrough\s+to|\bup\s+to)\s*(?:the\s+)?$",
    re.IGNORECASE,
)
"""What stands before the second point of a range: "April to", or a join alone behind the first point."""
BETWEEN = re.compile(r"\b(?P<lead>between|from)\s+(?:the\s+)?$", re.IGNORECASE)
QUARTERS = re.compile(
    rf"(?P<q>{QUARTER})(?:\s*\([^)\d]{{3,25}}\))?(?:,?\s*(?:of\s+|in\s+)?(?:the\s+)?(?:financial\s+year\s+)?\(?(?P<y>{TWO_YEARS}|"
    rf"{YEAR}))?|(?P<y2>{TWO_YEARS}|{YEAR}),?\s+(?P<q2>{QUARTER})",
    re.IGNORECASE,
)
NUMBERED = re.compile(
    rf"(?:(?P<y>{TWO_YEARS}),?\s*(?:as\s+at\s+|at\s+)?)?\b(?:accounting\s+)?period\s+(?P<p>1[0-3]|"
    rf"[1-9])\b(?![.,]\d)(?:\s*(?:\([^)\d]{{3,25}}\)\s*)?(?:of\s+|in\s+|,\s*)?(?P<y2>{TWO_YEARS}))?",
    re.IGNORECASE,
)
"""Accounting periods are the months of the financial year: Period 2 reports April and May."""
SPOT = re.compile(rf"(?=\d|{FIRST_LETTERS})(?P<at>{POINT}|{FISCAL})(?P<school>\s+(?:academic|school)\s+year)?", re.IGNORECASE)
LEAD = re.compile(
    rf"\b(?P<lead>{_LEAD})\s+(?:(?:the|about|around)\s+)?(?:(?:financial|calendar|academic)?\s*year\s+|winter\s+of\s+)?$", re.IGNORECASE
)
MOST_BEFORE = 40
"""Characters before a point of time in which its lead or the first point of its range is looked for."""
LENGTH = re.compile(
    rf"\b(?:(?P<which>previous|past|last|next|coming|following|preceding|prior)\s+(?P<n>{_N})[\s-]{_LENGTH}|(?:past|last|previous|"
    rf"next|coming)\s+(?:year|quarter|month|decade))\b",
    re.IGNORECASE,
)
THIS = re.compile(
    r"\b(?:(?P<which>this|current|last|next|previous|coming|prior)\s+(?:financial|municipal|fiscal)\s+year|this\s+year"
    r"|(?P<now>at\s+the\s+time\s+of\s+(?:this\s+|the\s+|our\s+)?(?:report(?:ing)?|writing|assessment|inspection|publication)|"
    r"(?:year\s+)?to\s+date))\b",
    re.IGNORECASE,
)
MONTH_ALONE = re.compile(rf"\b(?P<lead>in|during|by|since|for|until|end\s+of|of)\s+(?P<m>{_NAMED})\b(?!\s+\d)")
HINT = re.compile(r"\d\d|\bq[1-4]|\bperiod\s\d|\bquarter\b|\byears?\b|\bmonths?\b|\bdate\b|\btime of\b|" + rf"\b(?:{'|'.join(ENGLISH)})\b")
"""In small letters."""
DIGITS = re.compile(r"\d\d")
"""Every point of time is printed with two digits or more."""
SHIFT = {"this": 0, "current": 0, "last": -1, "previous": -1, "prior": -1, "next": 1, "coming": 1}


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Characters `start` to `end` of a text, and the days they mean."""

    start: int
    end: int
    text: str
    first: str | None = None
    last: str | None = None
    kind: str = "year"
    """day, month, season, quarter, financial_year, year, range, period, relative, now."""


@lru_cache(maxsize=4096)
def periods(text: str, today: str | None = None) -> tuple[Period, ...]:
    """Every stretch of time in order, none over another. `today` (ISO; a meeting's date) gives "this financial year" its days."""
    if not HINT.search(text.lower()):
        return ()
    taken: list[Period] = []
    for found in _all(text, today):
        if not any(found.start < other.end and other.start < found.end for other in taken):
            taken.append(found)
    return tuple(sorted(taken))


def period(text: str, today: str | None = None) -> Period | None:
    """The first stretch of time that has days, else the first; None where no time is named."""
    found = periods(text, today)
    return next((one for one in found if one.first or one.last), found[0] if found else None)


def _all(text: str, today: str | None) -> Iterator[Period]:
    words = text.casefold()
    spots = list(SPOT.finditer(text)) if DIGITS.search(text) else []
    if spots:
        yield from _year_to(text)
        yield from _ranges(text, spots)
    if "q" in words:
        yield from _quarters(text)
    if "period" in words:
        yield from _numbered(text)
    yield from _singles(text, spots)
    yield from _relative(text, today)
    for match in MONTH_ALONE.finditer(text):
        yield Period(match.start("m"), match.end(), match["m"], kind="month")


def _year_to(text: str) -> Iterator[Period]:
    for match in YEAR_TO.finditer(text):
        end = point(match["to"])
        if end:
            count = int(match["n"]) if (match["n"] or "").isdigit() else int(spoken(match["n"])) if match["n"] else _length(match[0])
            last = end.last
            low = months(f"{last[:7]}-01", 2 - count, 1).first
            yield Period(match.start(), match.end(), match[0], low, last, "range")


def _length(words: str) -> int:
    return 3 if words.casefold().startswith("quarter") else 6 if words.casefold().startswith("half") else 12


def _ranges(text: str, spots: Sequence[re.Match[str]]) -> Iterator[Period]:
    for i, spot in enumerate(spots):
        before = spots[i - 1].end() if i else 0
        joined = JOINED.search(text, max(before, spot.start() - MOST_BEFORE), spot.start())
        whole = bool(joined) and bool(i) and joined is not None and joined.start("join") <= before + 1 and not joined["month"]
        if not joined or not (whole or joined["month"]):
            continue
        first = spots[i - 1]["at"] if whole else joined["month"]
        start = spots[i - 1].start() if whole else joined.start("month")
        lead = BETWEEN.search(text, max(0, start - 16), start)
        joined_years = joined["join"] in DASHES and first.isdigit() and spot["at"].isdigit()
        if joined_years or (joined["join"].casefold() == "and" and not (lead and lead["lead"].casefold() == "between")):
            continue
        end = point(spot["at"])
        begin = point(first) or (_without_year(first, end) if end else None)
        if begin and end and begin.first < end.last:
            start = lead.start() if lead else start
            yield Period(start, spot.end(), text[start : spot.end()], begin.first, end.last, "range")


def _without_year(words: str, end: Stretch) -> Stretch | None:
    """ "April" in "April to September 2017" is of the same year, or of the one before where it would come later."""
    day = re.match(r"\d{1,2}", words)
    month = month_number(re.sub(r"^[\d\s]*(?:st|nd|rd|th)?\s*", "", words))
    if not month or end.kind not in ("month", "day"):
        return None
    year = int(end.last[:4]) - (f"{month:02}" > end.last[5:7])
    found = months(f"{year}-{month:02}-01", 1, 1)
    return found._replace(first=f"{year}-{month:02}-{int(day[0]):02}") if day else found


def _quarters(text: str) -> Iterator[Period]:
    for match in QUARTERS.finditer(text):
        year = _year(match["y"] or match["y2"])
        name = match["q"] or match["q2"]
        if not year and not re.match(r"q\d|quarter", name, re.IGNORECASE):
            continue
        days = quarter(name, year) if year else None
        yield Period(match.start(), match.end(), match[0], days and days.first, days and days.last, "quarter")


def _year(printed: str | None) -> Stretch | None:
    return point(printed) if printed else None


def _numbered(text: str) -> Iterator[Period]:
    for match in NUMBERED.finditer(text):
        year = _year(match["y"] or match["y2"])
        days = months(year.first, 1, min(12, int(match["p"]))) if year else None
        yield Period(match.start(), match.end(), match[0], days and days.first, days and days.last, "period")


def _singles(text: str, spots: Sequence[re.Match[str]]) -> Iterator[Period]:
    for spot in spots:
        found = point(spot["at"], academic=bool(spot["school"]))
        if not found:
            continue
        before = LEAD.search(text, max(0, spot.start() - MOST_BEFORE), spot.start())
        lead = re.sub(r"\s+", " ", before["lead"]).casefold() if before else ""
        told = before if lead in OPEN_END or lead in OPEN_START else None
        start = told.start() if told else spot.start()
        first = None if lead in OPEN_START else found.first
        last = None if lead in OPEN_END else found.last
        yield Period(start, spot.end(), text[start : spot.end()], first, last, found.kind)


def _relative(text: str, today: str | None) -> Iterator[Period]:
    for match in THIS.finditer(text):
        if match["now"]:
            day = None if "to date" in match[0].casefold() else today
            yield Period(match.start(), match.end(), match[0], day, day, "now")
            continue
        shift = SHIFT[(match["which"] or "this").casefold()]
        days = financial_year(year_of(today) + shift) if today and match["which"] else (None, None)
        yield Period(match.start(), match.end(), match[0], days[0], days[1], "financial_year" if days[0] else "relative")
    for match in LENGTH.finditer(text):
        yield Period(match.start(), match.end(), match[0], kind="relative")
