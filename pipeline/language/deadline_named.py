"""Times named from the day they were said: "this financial year", "by the end of the month", "next spring".

Comes in: a sentence and the day it was said. Goes out: matches with the last day they allow. "This year" alone fixes no
day, since councils mean the calendar, the municipal or the financial year by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pipeline.language.deadline_days import SEASON, SEASON_ENDS, month_end
from pipeline.language.wording import holds

_OF = r"(?:(?:by|before|in|during|within|over|for|at|until)\s+)?(?:(?:the\s+)?(?:end|close|remainder|rest|course)\s+of\s+)?"
NAMED = re.compile(
    rf"\b{_OF}(?P<which>this|the\s+current|the\s+present|the\s+next|the\s+coming|the\s+following|next)\s+"
    rf"(?:(?P<kind>financial|fiscal|calendar|academic|school)\s+(?P<year>year)|(?P<unit>month|quarter)|(?P<season>{SEASON}))\b"
    r"|\b(?:by|before|until)\s+(?:the\s+)?(?:end\s+of\s+)?(?:the\s+)?(?P<bare_season>spring|summer|autumn)\b(?!\s+(?:of\s+)?(?:19|20)\d\d)"
    r"|\b(?:by|before|until)\s+(?:the\s+)?(?:end\s+of\s+)?the\s+(?P<bare_kind>financial|calendar|academic|school)\s+(?P<bare_year>year)\b",
    re.IGNORECASE,
)

UNITS = ("year", "month", "quarter", "spring", "summer", "autumn", "winter")
"""No such time is named without one of them."""


def named(text: str, said: date | None) -> Iterator[tuple[re.Match[str], date | None]]:
    """Each such time with its last day; None without the day it was said."""
    for match in NAMED.finditer(text) if holds(text.lower(), UNITS) else ():
        yield match, _last_day(match, said) if said else None


def _last_day(match: re.Match[str], said: date) -> date | None:
    part = match.groupdict()
    later = int(bool(re.search(r"next|coming|following", part["which"] or "", re.IGNORECASE)))
    if part["year"] or part["bare_year"]:
        return _year_end((part["kind"] or part["bare_kind"]).lower(), said, later)
    if part["unit"]:
        step = 3 if part["unit"].lower() == "quarter" else 1
        months = said.year * 12 + said.month - 1 + later * step
        return month_end(months // 12, (months % 12 // step + 1) * step)
    return _season((part["season"] or part["bare_season"]).lower(), said, later)


def _year_end(kind: str, said: date, later: int) -> date:
    """31 December, 31 March (Local Government Finance Act 1988, section 145) or 31 August."""
    if kind == "calendar":
        return date(said.year + later, 12, 31)
    last = 8 if kind in ("academic", "school") else 3
    return month_end(said.year + later + (said.month > last), last)


def _season(season: str, said: date, later: int) -> date | None:
    """The first end of this season after that day; "next" may mean the same or the one after, so it must be a season away."""
    if season not in SEASON_ENDS:
        return None
    end = month_end(said.year + (said.month > SEASON_ENDS[season]), SEASON_ENDS[season])
    return end if not later or (end - said).days > 92 else None
