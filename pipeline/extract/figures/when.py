"""When a figure holds: the time named in its sentence, else in the sentence before, the lead-in or the headings it stands under."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from pipeline.extract.figures.found import Found
from pipeline.language.periods import Period, periods

NOT_DATA = re.compile(
    r"\b(?:acts?|regulations?|order|bill|strategy|plan|framework|policy|charter|agreement|vision|programme|\w+\s+al\.?|"
    r"office\s+for\s+[\w\s]+|disparities|statistics)\W*$",
    re.IGNORECASE,
)
"""A year behind these names a law, a paper or a source, not the time of a figure."""
CITED = re.compile(r"\([A-Z][\w’'&\s.]+,?\s*$|\b(?!Census|Survey|Data)[A-Z][\w’']+\s\($")
GOES_ON = re.compile(
    r"^\W*(?:this|these|those|that|it|its|they|their|of\s+(?:these|those|the|this|which)|the\s+same|the\s+(?:data|figures|survey|"
    r"report|forecast)|(?:\S+\s+){1,6}also|however|in\s+addition|a\s+further)\b",
    re.IGNORECASE,
)
"""A sentence that speaks on of what the one before said."""
LONG_WORD = re.compile(r"[^\W\d_]{6,}")
MOST_SHARED = 2
DATED_PAPER = re.compile(r"\b(?:meeting|minutes|agenda|committee|cabinet|council|held|published)\b", re.IGNORECASE)
DATA = re.compile(
    r"\b(?:budgets?|spend|data|survey|census|projections?|population|statistics|outturn|accounts|estimates|results|performance|"
    r"figures|number|rates?|ratings|as\s+at)\b",
    re.IGNORECASE,
)
HELD_AT = re.compile(
    r"\b(?:as\s+at|as\s+of|position\s+(?:at|to)|(?:year|yr|quarter|period|month|months|half[\s-]year)\s+(?:to|ended|ending|end)|"
    r"ended|ending|to\s+the\s+end\s+of|(?:up\s+)?to|at)\s+(?:the\s+)?(?:end\s+of\s+)?$",
    re.IGNORECASE,
)
""" "Position as at [31 December 2031]", "monitoring to [31 December 2031]"."""
PLANS = re.compile(r"\b(?:strategy|strategic|plan|vision|programme|framework)\b", re.IGNORECASE)
BASE = re.compile(
    r"\b(?:compared\s+(?:to|with)|relative\s+to|against|than(?:\s+in)?|(?:increase|decrease|reduction|rise|fall|improvement|up|down)\s+(?:on|from))\s+"
    r"(?:(?:the|that|those|in|for|at)\s+)*$",
    re.IGNORECASE,
)
BASE_OF_SHARE = re.compile(
    r"\b(?:points?|%|increase|decrease|reduction)\s+(?:higher\s+|lower\s+|more\s+|less\s+)?on\s+(?:the\s+)?$", re.IGNORECASE
)
"""The year before, where something is compared with it, is not the time of the figure: "2.3 points on last year"."""
AFTER_SHARE = 0.6
"""Time printed behind a figure ("412 people in January 2031") counts as nearer than time before it."""


AT_ONCE = re.compile(r"\s+\(?(?:in|for|at|as\s+at|during|on)\s+(?:the\s+)?(?:financial\s+)?(?:year\s+)?")
"""Between a figure and its own time: "£2.5m in 2032/33"."""


COMPARES = re.compile(
    r"\b(?:compared\s+(?:to|with)|versus|relative\s+to|(?:higher|lower|more|less|fewer|better|worse|greater|smaller)\s+than"
    r"(?!\s+(?:planned|budgeted|expected|forecast|anticipated|£|€|\d))|(?:up|down)\s+(?:on|from)|same\s+(?:period|point|quarter|month|time)\s+(?:of|in|last))\b",
    re.IGNORECASE,
)
"""Between a figure and the time of what it is compared with: "£4m lower than in 2030/31"."""
MOST_BEHIND = 12
"""Characters from a time in brackets to the figure there that it belongs to: "(2030: 30,800)"."""
LABELS_NEXT = re.compile(r"\s*:\s*")
COMES_FROM = re.compile(
    r"\b(?:from|than|compared\s+(?:to|with)|against)\s+(?:(?:about|around|just|over|under|the)\s+)*"
    r"(?:(?:a|the)\s+(?:\w+\s+)?(?:high|low|peak|baseline|total|figure|average|rate)\s+of\s+)?$",
    re.IGNORECASE,
)
"""Before the figure that another is compared with."""


class When(NamedTuple):
    text: str | None = None
    first: str | None = None
    last: str | None = None
    derived: bool = False


NEVER = When()


def in_sentence(text: str, found: Found, others: Sequence[Found], times: Sequence[Period]) -> When:
    """The time of a figure among those of its sentence: the nearest, with no other figure between if that can be."""
    if twin := next((one for one in others if found.edge and one.edge and one.edge != found.edge and one.noun_end == found.noun_end), None):
        found = replace(found, start=min(found.start, twin.start), end=max(found.end, twin.end))  # "between £18m and £20m by March"
        others = [one for one in others if one is not twin]
    free = [time for time in times if not _is_anothers(text, found, others, time)]
    best = min(((_distance(text, found, others, time), time) for time in free), key=lambda pair: pair[0], default=None)
    return as_when(best[1]) if best else NEVER


def _is_anothers(text: str, found: Found, others: Sequence[Found], time: Period) -> bool:
    """Whether a time belongs to one figure only, and not to this: "34,500 (2030: 30,800)", "6 days, down from a high of 15 in 2030"."""
    if time.start >= found.end and COMPARES.search(text, found.end, time.start):
        return True
    opened = text.rfind("(", 0, time.start)
    inside = opened >= 0 and ")" not in text[opened : time.start]
    for other in others:
        if other.start == found.start:
            continue
        if inside and opened < other.start < time.end + MOST_BEHIND and not opened < found.start and ")" not in text[opened : other.start]:
            return True
        if other.start >= time.end and LABELS_NEXT.fullmatch(text, time.end, other.start):
            return True
        counted = max(other.end, other.noun_end)
        if (
            counted <= time.start
            and found.end <= other.start
            and (not text[counted : time.start].strip() or AT_ONCE.fullmatch(text, counted, time.start))
            and COMES_FROM.search(text, 0, other.start)
        ):
            return True
    return False


def as_when(time: Period, *, derived: bool = False) -> When:
    if time.kind == "now" and time.first:
        return When(f"{time.text} ({time.first})", time.first, time.last, derived)
    if time.kind == "financial_year" and not any(sign.isdigit() for sign in time.text) and time.first:
        return When(f"{time.text} ({time.first[:4]}/{(int(time.first[:4]) + 1) % 100:02})", time.first, time.last, True)
    return When(time.text, time.first, time.last, derived)


def times_of(text: str, today: str | None, taken: Sequence[Found]) -> tuple[Period, ...]:
    """Times of a paragraph that can be a figure's: not a law's year, not a source's, and not a figure itself ("2000 people")."""
    return tuple(
        time
        for time in periods(text, today)
        if not NOT_DATA.search(text, 0, time.start)
        and not CITED.search(text, 0, time.start)
        and not (time.kind == "relative" and (BASE.search(text, 0, time.start) or BASE_OF_SHARE.search(text, 0, time.start)))
        and not any(one.start < time.end and time.start < one.end for one in taken if time.kind == "year")
    )


def of_meeting(today: str) -> When:
    """Votes are cast on the day of the meeting."""
    day = date.fromisoformat(today)
    return When(f"{day.day} {day:%B} {day.year}", today, today, True)


def under(headings: Sequence[str], today: str | None) -> When:
    """The time that the nearest heading names, from the innermost out.

    The date of a meeting is not the time of its figures, nor is the term of a plan, nor a year in a name.
    """
    for title in headings:
        for time in periods(title, today):
            if (time.first or time.last) and _heads_data(title, time, today):
                return as_when(time, derived=True)
    return NEVER


def _heads_data(title: str, time: Period, today: str | None) -> bool:
    if time.kind in ("relative", "now"):
        return False
    if time.kind == "range":
        return not PLANS.search(title)
    if time.kind in ("day", "month", "season"):
        met = not HELD_AT.search(title, 0, time.start) and bool(today and (time.first or time.last or "").startswith(today[:7]))
        return not met and not DATED_PAPER.search(title)
    return time.kind != "year" or bool(DATA.search(title))


def speaks_on(sentence: str) -> bool:
    """Whether a sentence opens with a word for what the one before said: "Its actual spend was"."""
    return bool(GOES_ON.match(sentence))


def goes_on(before: str, sentence: str) -> bool:
    """Whether a sentence speaks on of what the one before said: by its opening, or by two long words of both."""
    if GOES_ON.match(sentence):
        return True
    return len({*LONG_WORD.findall(before.casefold())} & {*LONG_WORD.findall(sentence.casefold())}) >= MOST_SHARED


def _distance(text: str, found: Found, others: Sequence[Found], time: Period) -> float:
    if time.start >= found.end:
        if AT_ONCE.fullmatch(text, found.end, time.start):
            return 0.0
        counted = min(max(found.end, found.noun_end), time.start)
        gap, between = (time.start - counted) * AFTER_SHARE, (found.end, time.start)
    elif time.end <= found.start:
        gap, between = float(found.start - time.end), (time.end, found.start)
    else:
        return 0.0
    apart = sum(1 for other in others if other is not found and other.start >= between[0] and other.end <= between[1])
    stops = text.count(";", *between) + text.count(", and ", *between) + text.count(". ", *between)
    return gap + 60 * apart + 50 * stops + (80 if time.kind == "relative" else 0)
