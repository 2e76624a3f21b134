"""Dates as papers print them, made ISO. A year that is not printed is never guessed.

Read are "6 February 2023", "Monday, 14 May 2018", "31 st March 2019", "11TH APRIL, 2016", "February 6, 2023", "06/02/2023"
(day first, as in Britain and Ireland), "2023-02-06" and "May 2018"; English, Welsh and Irish months; the superscripts that
scanning turns into signs ("11™ April, 2016"); and, with two figures for the year, this century's "16.12.24".
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

ENGLISH = "january february march april may june july august september october november december".split()
WELSH = "ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr".split()
IRISH = [
    "eanáir",
    "feabhra",
    "márta",
    "aibreán",
    "bealtaine",
    "meitheamh",
    "iúil",
    "lúnasa",
    "meán fómhair",
    "deireadh fómhair",
    "samhain",
    "nollaig",
]
MONTHS = {
    **{name: i for names in (ENGLISH, WELSH, IRISH) for i, name in enumerate(names, 1)},
    **{name[:3]: i for i, name in enumerate(ENGLISH, 1)},
    "sept": 9,
}
_MONTH = r"(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)).replace(" ", r"\s+") + r")\b\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?![\d/]|[-–]\d)"
_DAY = r"(?<![\d/.£€-])(?P<day>[0-3]?\d)"
NTH = r"(?:\s{0,2}(?:st|nd|rd|th)|\s?[™®°º*”\"'’]{1,2}|%)?"
"""An ordinal's ending, or what scanning made of its superscript."""
_PREP = r"(?:\s*(?:day)?\s+of)?"

DAY_FIRST = re.compile(rf"{_DAY}{NTH}{_PREP}[\s,.-]*{_MONTH}[\s,.-]*{_YEAR}", re.IGNORECASE)
MONTH_FIRST = re.compile(rf"\b{_MONTH}\s+(?P<day>[0-3]?\d){NTH},?\s+{_YEAR}", re.IGNORECASE)
NUMERIC = re.compile(r"(?<![\d/.£€-])(?P<day>[0-3]?\d)(?P<sep>[/.-])(?P<month>[01]?\d)(?P=sep)(?P<year>(?:19|20)?\d\d)(?![\d/]|[.-]\d)")
ISO = re.compile(r"(?<![\d-])(?P<year>(?:19|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?![\d-])")
MONTH_ONLY = re.compile(rf"\b{_MONTH},?\s+{_YEAR}", re.IGNORECASE)
CENTURY = 2000


class Found(NamedTuple):
    """A date in a text: `iso` is "2023-02-06", or "2018-05" where no day is printed."""

    start: int
    end: int
    iso: str

    @property
    def whole(self) -> bool:
        """Whether it names a day."""
        return len(self.iso) == 10


def dates(text: str) -> Iterator[Found]:
    """Every date with its year, in order."""
    taken: list[Found] = []
    for pattern in (DAY_FIRST, MONTH_FIRST, NUMERIC, ISO, MONTH_ONLY):
        for match in pattern.finditer(text):
            iso = _iso(match)
            if iso and not any(match.start() < found.end and found.start < match.end() for found in taken):
                taken.append(Found(match.start(), match.end(), iso))
    return iter(sorted(taken))


def first_date(text: str) -> str | None:
    """The first whole date in ISO form; None where there is none."""
    return next((found.iso for found in dates(text) if found.whole), None)


def last_day(iso: str) -> str:
    """The last day of "2018-05"; a whole date stays."""
    if len(iso) != 7:
        return iso
    year, month = int(iso[:4]), int(iso[5:])
    return f"{iso}-{monthrange(year, month)[1]:02}"


def _iso(match: re.Match[str]) -> str | None:
    fields = match.groupdict()
    month = fields["month"].casefold()
    number = int(month) if month.isdigit() else MONTHS[re.sub(r"\s+", " ", month)]
    year = int(fields["year"])
    year = year if year >= 100 else CENTURY + year
    if "day" not in fields:
        return f"{year:04}-{number:02}"
    try:
        return date(year, number, int(fields["day"])).isoformat()
    except ValueError:
        return None
