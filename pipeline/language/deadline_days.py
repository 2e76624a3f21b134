"""The last day of a stated time: months, quarters, seasons, parts of a year, financial and academic years.

Comes in: the words and years that `deadlines.py` found. Goes out: a date, None where the words fix no day.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from pipeline.language.dates import ENGLISH

SEASON = r"(?:spring|summer|autumn|winter)"
# Meteorological seasons. A bare "winter 2025" may mean the end of 2025 or the start of 2026, so it has no day.
SEASON_ENDS = {"spring": 5, "summer": 8, "autumn": 11}
EARLY_SEASON_ENDS = {"spring": 3, "summer": 6, "autumn": 9}
# Thirds of a year.
PART_OF_YEAR_ENDS = {"early": 4, "mid": 8, "late": 12, "beginning": 4, "start": 4, "end": 12}
NUMBERS = {word: n for n, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)} | {
    "a": 1,
    "an": 1,
    "eighteen": 18,
    "twenty": 20,
}
LENGTH_IN_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
LENGTH_IN_DAYS = {"day": 1, "week": 7, "fortnight": 14}


def later(said: date, count: int, length: str) -> date:
    if length in LENGTH_IN_DAYS:
        return date.fromordinal(said.toordinal() + count * LENGTH_IN_DAYS[length])
    months = said.year * 12 + said.month - 1 + count * LENGTH_IN_MONTHS[length]
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(said.day, monthrange(year, month)[1]))


def month_number(name: str) -> int:
    return next(n for n, full in enumerate(ENGLISH, 1) if full.startswith(name.lower().rstrip(".")[:3]))


def month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def in_year(day: int | None, month: int, year: str | None, said: date | None) -> date | None:
    """A day or month end; without a year, the first one after the day it was said."""
    years = [int(year)] if year else [said.year, said.year + 1] if said else []
    for candidate in years:
        last = monthrange(candidate, month)[1]
        if day is not None and not 1 <= day <= last:
            return None
        found = date(candidate, month, day or last)
        if year or said is None or found >= said:
            return found
    return None


def quarter_end(name: str, year: str) -> date | None:
    number = next((n for n, word in enumerate(("first", "second", "third", "fourth"), 1) if name.lower().startswith(word)), None) or int(
        name[-1]
    )
    first = int(year[:4])
    if len(year) == 4:
        return month_end(first, 3 * number)
    return month_end(first + (number == 4), (3 * number + 3 - 1) % 12 + 1)


def season_end(part: str | None, season: str, year: str) -> date | None:
    first = int(year[:4])
    if season == "winter":
        return month_end(first + 1, 2) if len(year) > 4 else None
    ends = EARLY_SEASON_ENDS if (part or "").lower() == "early" else SEASON_ENDS
    return month_end(first, ends[season])


def financial_end(first: int, second: int, *, academic: bool) -> date | None:
    if (first + 1) % 100 != second:
        later = first - first % 100 + second
        return date(later, 12, 31) if later > first else None
    return date(first + 1, 8, 31) if academic else date(first + 1, 3, 31)
