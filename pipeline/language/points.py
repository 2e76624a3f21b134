"""One point or year of time as printed ("31 March 2023", "end of 2018/19", "winter 2022/23", "Q3 2023-24"), made first and last ISO day.

A financial year runs from 1 April to 31 March (Local Government Finance Act 1988, section 145); two years joined by a stroke or
dash that follow one another are read as one. An Irish authority's year is the calendar year and is printed as one year.
"""

from __future__ import annotations

import re
from calendar import monthrange
from typing import Literal, NamedTuple

from pipeline.language.dates import ENGLISH, MONTHS, dates

PointKind = Literal["day", "month", "season", "quarter", "financial_year", "year", "range"]

MONTH = r"(?:" + "|".join(ENGLISH) + r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?"
SHORT = r"jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec"
YEAR = r"(?<![\d.,/£€])(?:19\d\d|20[0-6]\d)(?![\d%]|[.,/]\d)"
DAY = r"(?<![\d/.,£€-])[0-3]?\d(?:\s{0,2}(?:st|nd|rd|th)|\s?[™®°º*”\"'’]{1,2}|%)?"
DATE = (
    rf"(?:{DAY}(?:\s+of)?,?\s+{MONTH},?\s+{YEAR}|{DAY}-(?:{SHORT})-(?:20)?\d\d\b|\b(?:{SHORT})-(?:20)?\d\d\b|{MONTH}\s+[0-3]?\d(?:st|"
    rf"nd|rd|th)?,?\s+{YEAR}"
    r"|(?<![\d/.])[0-3]?\d[/.][01]?\d[/.](?:20|19)?\d\d(?![\d/]|\.\d))"
)
TWO_YEARS = r"(?:(?<![\d/.,£€])(?:19|20)\d\d\s?[/–─‒-]\s?(?:(?:19|20)\d\d|\d\d)(?![\d/%]|[.,]\d)|(?<![\w/.,£€-])\d\d/\d\d(?![\w/%]))"
FISCAL = r"\bF\.?Y\.?E?\s?(?:20)?\d\d(?:\s?[/–─‒-]\s?(?:20)?\d\d)?(?![\d/])"
QUARTER = r"(?:Q[1-4]\b|\bquarter\s+(?:[1-4]|one|two|three|four)\b|\b(?:first|second|third|fourth|final)\s+quarter\b)"
SEASON = r"(?:spring|summer|autumn|winter)"
EDGE = r"(?:(?:the\s+)?(?:start|beginning|middle|end|close)(?:\s+of)?(?:\s+the)?(?:\s+financial\s+year)?|early|mid|late)"
POINT = (
    rf"(?:{DATE}|(?:\b{EDGE}[\s-]+)?(?:\b{MONTH}\s+{TWO_YEARS}|\b{MONTH},?\s+(?:of\s+)?{YEAR}|"
    rf"\b{SEASON},?\s+(?:of\s+)?(?:{TWO_YEARS}|{YEAR})|{FISCAL}|{TWO_YEARS}|{YEAR}))"
)
FIRST_LETTERS = SHORT + r"|spr|sum|aut|win|the\s|start|begin|middle|end|close|early|mid|late|f\.?y"
"""How the words of a point begin; it begins with one of these or with a digit."""

_SHORT = re.compile(rf"(?:(?P<day>[0-3]?\d)-)?\b(?P<month>{SHORT})-(?P<year>(?:20)?\d\d)\b", re.IGNORECASE)
_MONTH_OF = re.compile(rf"\b(?P<month>{MONTH})\s+(?P<year>20\d\d)\s?[/–─‒-]\s?(?P<to>(?:20)?\d\d)\b", re.IGNORECASE)
_TWO = re.compile(r"(\d{2,4})\s?[/–─‒-]\s?(\d{2,4})")
_YEAR = re.compile(r"(?:19|20)\d\d")
_FISCAL = re.compile(FISCAL, re.IGNORECASE)
_SEASON = re.compile(SEASON, re.IGNORECASE)
_EDGE = re.compile(r"\b(?P<first>start|beginning)\b|\b(?P<last>end|close)\b", re.IGNORECASE)
_ORDER = {
    "1": 1,
    "2": 2,
    "3": 3,
    "4": 4,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "final": 4,
}
SEASON_MONTHS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}
"""Meteorological seasons; a winter begins in the (first) year printed."""


class Stretch(NamedTuple):
    first: str
    last: str
    kind: PointKind


def point(text: str, academic: bool = False) -> Stretch | None:
    """What one printed point covers; "end of March 2023" is its last day. None where it is no point in time."""
    found = _whole(text, academic)
    edge = _EDGE.search(text)
    if not found or not edge or found.kind == "day":
        return found
    day = found.first if edge["first"] else found.last
    return Stretch(day, day, "day")


def years(first: int, last: int, *, printed: str = "", academic: bool = False) -> Stretch | None:
    """ "2018/19" is a financial (or an academic) year; "2019-21" runs over financial years, "2018-2021" over calendar years."""
    if last <= first or last - first > 60:
        return None
    if last == first + 1:
        return Stretch(f"{first}-09-01", f"{last}-08-31", "year") if academic else Stretch(*financial_year(first), "financial_year")
    short = len(_TWO.sub(r"\2", printed)) == 2
    return Stretch(f"{first}-04-01", f"{last}-03-31", "range") if short else Stretch(f"{first}-01-01", f"{last}-12-31", "range")


def financial_year(first: int) -> tuple[str, str]:
    """First and last day of the year of British authorities that begins in April of `first`."""
    return f"{first}-04-01", f"{first + 1}-03-31"


def year_of(iso: str) -> int:
    """The year in which the financial year of a date began: 2018 for 2019-02-01."""
    return int(iso[:4]) - (iso[5:7] < "04")


def quarter(name: str, year: Stretch) -> Stretch:
    """ "Q3" of a year: of three months each, counted from the year's first."""
    number = next(_ORDER[word] for word in re.findall(r"[a-z]+|\d", name.casefold()) if word in _ORDER)
    return months(year.first, 3 * number - 2, 3 * number)._replace(kind="quarter")


def months(first_day: str, low: int, high: int) -> Stretch:
    """From the first day of month `low` to the last of month `high`, counting from 1 at the month of `first_day`."""
    start = int(first_day[:4]) * 12 + int(first_day[5:7]) - 1
    (y0, m0), (y1, m1) = divmod(start + low - 1, 12), divmod(start + high - 1, 12)
    return Stretch(f"{y0}-{m0 + 1:02}-01", f"{y1}-{m1 + 1:02}-{monthrange(y1, m1 + 1)[1]:02}", "range")


def month_number(word: str) -> int | None:
    return MONTHS.get(word.casefold().rstrip("."))


def _whole(text: str, academic: bool) -> Stretch | None:
    if short := _SHORT.search(text):
        return _short(short)
    season = _SEASON.search(text)
    if season:
        return _season(text, season[0].casefold())
    if month := _MONTH_OF.search(text):
        return _month_of(month)
    printed = next(dates(text), None)
    if printed and printed.whole:
        return Stretch(printed.iso, printed.iso, "day")
    if printed:
        return months(f"{printed.iso}-01", 1, 1)._replace(kind="month")
    if fiscal := _FISCAL.search(text):
        return _fiscal(fiscal[0])
    two = _TWO.search(text)
    if two and len(two[1]) in (2, 4) and len(two[2]) in (2, 4):
        first = int(two[1]) if len(two[1]) == 4 else 2000 + int(two[1])
        last = int(two[2]) if len(two[2]) == 4 else first // 100 * 100 + int(two[2])
        last += 100 if first % 100 == 99 and last < first else 0
        brief = len(two[1]) == 2
        return years(first, last, printed=two[0], academic=academic) if not brief or last == first + 1 else None
    one = _YEAR.search(text)
    return Stretch(f"{one[0]}-01-01", f"{one[0]}-12-31", "year") if one else None


def _short(match: re.Match[str]) -> Stretch | None:
    """ "Apr-17" and "31-Mar-19"."""
    month, year = MONTHS[match["month"].casefold()], int(match["year"]) % 100 + 2000
    if not match["day"]:
        return months(f"{year}-{month:02}-01", 1, 1)._replace(kind="month")
    day = min(int(match["day"]), monthrange(year, month)[1])
    return Stretch(f"{year}-{month:02}-{day:02}", f"{year}-{month:02}-{day:02}", "day")


def _month_of(match: re.Match[str]) -> Stretch | None:
    """ "November 2024-25" and "February 2024-25" are months of one financial year."""
    month, year = MONTHS[match["month"].casefold().rstrip(".")], int(match["year"])
    return (
        months(f"{year + (month < 4)}-{month:02}-01", 1, 1)._replace(kind="month") if (year + 1) % 100 == int(match["to"]) % 100 else None
    )


def _season(text: str, season: str) -> Stretch | None:
    year = _YEAR.search(text)
    if not year:
        return None
    low, high = SEASON_MONTHS[season]
    return months(f"{year[0]}-01-01", low, high if high > low else high + 12)._replace(kind="season")


def _fiscal(text: str) -> Stretch | None:
    """ "FY19" ends in March 2019, as accountants count; "FY2018/19" says both years."""
    found = [int(n) if len(n) == 4 else 2000 + int(n) for n in re.findall(r"(?:20)?\d\d", text)]
    return Stretch(*financial_year(found[0] if len(found) > 1 else found[0] - 1), "financial_year")
