"""By when: the words of a sentence that say when something is to be done, and the last day they allow.

"by the end of March 2026", "in 2023-2026", "over the next three years", "in early summer 2023", "before July 2025".
The date is the end of the stated time, as ISO; None where the words fix no day ("in due course", "every year").
Years written 2025/26 or 2025-26 are financial years and end on 31 March (Local Government Finance Act 1988, section 145).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pipeline.language.dates import ENGLISH
from pipeline.language.deadline_days import (
    NUMBERS,
    PART_OF_YEAR_ENDS,
    SEASON,
    financial_end,
    in_year,
    later,
    month_end,
    month_number,
    quarter_end,
    season_end,
)
from pipeline.language.deadline_named import named
from pipeline.language.wording import holds

_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)"
)
_YEAR = r"(?:19|20)\d\d"
_COUNT = r"(?:\d{1,3}|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + r")"
_LENGTH = r"(?:day|week|fortnight|month|quarter|year|decade)s?"
_PART = r"(?:early|mid|late)"

_DIGIT = re.compile(r"\d")
_LENGTHS = ("day", "week", "fortnight", "month", "quarter", "year", "decade")
_LOOSE_SIGNS = (*_LENGTHS, "spring", "summer", "autumn", "winter", "meeting", "due course", "as soon as", "shortly", "near future")
_RECURRING_SIGNS = (*_LENGTHS, "annual", "meeting")
"""None of these times is named without one of its signs; a date needs a digit or the name of a month."""
# What may be named as the time, longest form first.
_TIME = "|".join(
    (
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<day_month>{_MONTH}),?(?: (?P<day_year>{_YEAR}))?",
        r"(?:(?P<quarter>q[1-4]|quarter [1-4]|(?:first|second|third"
        rf"|fourth) quarter)(?: of)?,? \(?)(?P<quarter_year>{_YEAR}(?:[/–-](?:{_YEAR}|\d\d))?)",
        rf"(?P<month_first>{_MONTH})(?: ?(?:/|–|-| and | to | or ) ?)(?P<month_last>{_MONTH}) (?P<months_year>{_YEAR})",
        rf"(?:(?P<month_part>{_PART})[ -])?(?P<month>{_MONTH}),? (?P<month_year>{_YEAR})",
        rf"(?:(?P<season_part>{_PART})[ -])?(?P<season>{SEASON})(?: of)?,? (?P<season_year>{_YEAR}(?:[/–-]\d\d\b)?)",
        rf"(?P<from_year>{_YEAR}) ?(?:–|-| and | to |/) ?(?P<to_year>{_YEAR})",
        rf"(?P<financial>{_YEAR})[/–-](?P<financial_end>\d\d)(?!\d)",
        rf"(?:(?P<year_part>{_PART})[ -])?(?P<year>{_YEAR})(?![\d,.]\d|\d)",
        rf"(?P<bare_month>{'|'.join(m.capitalize() for m in ENGLISH)})(?! ['’]?\d)",
    )
)
_LEAD = (
    r"(?P<lead>by|before|no later than|not later than|until|till|up to|in|during|within|throughout|between|from|starting|"
    r"starts?|commencing|beginning|over|for|of|to|due|scheduled for|expected|on|at|after|through to|across|ahead of|prior to|target date"
    r"|(?:due|set|expected|scheduled) to [‘'“\"]?(?:go live|begin|close|commence|complete|end|finish|launch|open|report|start)[’'”\"]?)"
)
_UNTOLD_LEADS = frozenset({"of", "to", "for", "due", "set", "expected"})
"""Such a word before a time does not belong to it."""
_END = r"(?P<edge>(?:the )?(?:very )?(?:end|close|start|beginning|middle)(?: of)?(?: the)?|end-)"
_DATED = re.compile(
    rf"\b{_LEAD}:? (?:(?:around|about|approximately|at least|the|then|its|live|live in|financial year|calendar year"
    rf"|academic year|school year) )*(?:{_END} ?)?"
    rf"(?:(?:the |financial |calendar |academic |school |year |period |municipal )*)(?:{_TIME})(?: (?P<kind>financial"
    r"|calendar|academic|school|municipal)? ?year)?",
    re.IGNORECASE,
)
_BARE = re.compile(rf"(?=[\dqfstejmaondlw])(?:{_TIME})", re.IGNORECASE)
_RELATIVE = re.compile(
    r"\b(?:(?:over|in|within|during|for|across|throughout) (?:the )?(?:course of )?(?:the )?(?:next|coming|following"
    rf"|forthcoming) (?P<count>{_COUNT})(?: ?(?:-|–|to) ?(?P<count_to>{_COUNT}))? (?P<length>{_LENGTH})"
    rf"|within (?P<within>{_COUNT})(?: (?:working|calendar))? (?P<within_length>{_LENGTH})"
    rf"|(?:over|in|within|during|for|across) the (?:next|coming|following) (?P<one>year|month|quarter|week|fortnight))\b",
    re.IGNORECASE,
)
# Words that set a time, but no day that can be counted.
_LOOSE = re.compile(
    r"\b(?:over the (?:coming|next few|next couple of) (?:weeks|months|years)|in the (?:coming|next few) (?:weeks|months|years)|"
    r"(?:later )?(?:in the year|(?:in |during )?(?:this|next) (?:financial |calendar |municipal |academic )?(?:year"
    r"|month|quarter|spring|summer|autumn|winter))|over the (?:year|summer|autumn|winter|spring)|"
    r"at (?:the|a) (?:next|future|later|subsequent) (?:\w+ ){0,3}meeting|to (?:the|a) (?:next"
    r"|future|later|subsequent) (?:\w+ ){0,3}meeting|"
    r"in due course|as soon as (?:possible|practicable)|shortly|in the near future)\b",
    re.IGNORECASE,
)
# As an adverb: "the monthly report" sets no time.
_RECURRING = re.compile(
    r"\b(?:(?:annually|yearly|quarterly|monthly|weekly|six[- ]monthly)(?=[,.;:)]|$| (?:and|to|by|basis|or|at|in|from|on"
    r"|with|through|over|until|which|for|updates?|reviews?|cycle)\b)|"
    r"(?:on an? |an? )(?:annual|yearly|quarterly|monthly|six[- ]monthly) basis|"
    rf"(?:every|each) (?:(?:{_COUNT}) )?(?:year|quarter|month|week|meeting|six months|three months)s?|once a year|twice a year)\b",
    re.IGNORECASE,
)
# Nouns that a year before them only describes: "based on 2025-26 data".
_DESCRIBED = re.compile(
    r"(?:['’]s)? (?:data|figures|budgets?|outturn|survey|census|prices|levels?|accounts|position|baseline|savings|target|report"
    r"|strategy|plan|returns?|inspection|settlement)\b",
    re.IGNORECASE,
)
_END_LEADS = frozenset("by before until till within between over to".split())
_START_LEADS = frozenset("from starting start starts commencing beginning after".split())


@dataclass(frozen=True, slots=True)
class Deadline:
    """Words that say by when; `start` and `end` are offsets in the sentence."""

    text: str
    start: int
    end: int
    last_day: date | None
    strength: int
    """3: a bound ("by 2026"), 2: a time named ("in May 2026"), 1: a loose or recurring time."""

    @property
    def iso(self) -> str | None:
        return self.last_day.isoformat() if self.last_day else None


def deadlines(text: str, *, said: str | None = None) -> list[Deadline]:
    """Every wording of a time in a sentence, in reading order; `said` (ISO) is the day it was said, which relative times count from."""
    said_on = date.fromisoformat(said) if said else None
    found = [*_dated(text, said_on), *_relative(text, said_on), *_named(text, said_on)]
    lowered = text.lower()
    for pattern, any_of in ((_LOOSE, _LOOSE_SIGNS), (_RECURRING, _RECURRING_SIGNS)):
        if holds(lowered, any_of):
            found += [Deadline(m.group(), m.start(), m.end(), None, 1) for m in pattern.finditer(text)]
    found.sort(key=lambda d: (d.start, -d.end, d.last_day is None))
    kept: list[Deadline] = []
    for deadline in found:
        if not kept or deadline.start >= kept[-1].end:
            kept.append(deadline)
    return kept


def named_times(text: str, *, said: str | None = None) -> list[Deadline]:
    """Times that stand without a preposition: "(2026/27)", "go live April 2026"; a year alone is none."""
    said_on = date.fromisoformat(said) if said else None
    covered = [(d.start, d.end) for d in deadlines(text, said=said)]
    return [
        Deadline(match.group(), match.start(), match.end(), _day_of(match, "", said_on, match.group()), 1)
        for match in _BARE.finditer(text)
        if not (match["bare_month"] or match["year"] or (match["day"] and not match["day_year"]) or _DESCRIBED.match(text, match.end()))
        and not any(low < match.end() and match.start() < high for low, high in covered)
    ]


def last_day(words: str, *, said: str | None = None) -> str | None:
    """ISO end of a time as printed ("the end of March 2026", "2025/26"), None where it names no day."""
    said_on = date.fromisoformat(said) if said else None
    match = _BARE.search(words)
    day = _day_of(match, words[: match.start()], said_on, "") if match else None
    if day is None:
        day = next((d.last_day for d in _relative(words, said_on)), None)
    return day.isoformat() if day else None


def _dated(text: str, said: date | None) -> Iterator[Deadline]:
    for match in _DATED.finditer(text) if _DIGIT.search(text) or holds(text.lower(), ENGLISH) else ():
        lead = match["lead"].lower()
        if (match["bare_month"] and lead not in ("by", "in", "before", "until")) or _DESCRIBED.match(text, match.end()):
            continue
        strength = 3 if lead.split()[0] in _END_LEADS | {"no", "not", "ahead", "prior", "target"} else 2
        if lead in _START_LEADS or (lead in ("to", "over", "of", "for", "at", "on", "across") and strength == 3):
            strength = 2
        start = match.start() + (len(match["lead"]) + 1 if lead.split()[0] in _UNTOLD_LEADS else 0)
        yield Deadline(
            text[start : match.end()],
            start,
            match.end(),
            _day_of(match, match["edge"] or "", said, match["kind"] or match.group()),
            strength,
        )


def _day_of(match: re.Match[str], edge: str, said: date | None, kind: str) -> date | None:
    """The last day of the time that a match of `_TIME` names."""
    part = match.groupdict()
    starts = bool(re.search(r"start|beginning", edge, re.IGNORECASE))
    if part["day"]:
        return in_year(int(part["day"]), month_number(part["day_month"]), part["day_year"], said)
    if part["quarter"]:
        return quarter_end(part["quarter"], part["quarter_year"])
    if part["month_first"]:
        return month_end(int(part["months_year"]), month_number(part["month_last"]))
    if part["month"]:
        return month_end(int(part["month_year"]), month_number(part["month"]))
    if part["season"]:
        return season_end(part["season_part"], part["season"].lower(), part["season_year"])
    if part["to_year"]:
        return date(int(part["to_year"]), 12, 31)
    if part["financial"]:
        return financial_end(
            int(part["financial"]), int(part["financial_end"]), academic="academic" in kind.lower() or "school" in kind.lower()
        )
    if part["year"]:
        ends = PART_OF_YEAR_ENDS[(part["year_part"] or ("start" if starts else "end")).lower()]
        return month_end(int(part["year"]), ends)
    return in_year(None, month_number(part["bare_month"]), None, said)


def _relative(text: str, said: date | None) -> Iterator[Deadline]:
    for match in _RELATIVE.finditer(text) if holds(text.lower(), _LENGTHS) else ():
        count = match["count_to"] or match["count"] or match["within"] or "one"
        length = (match["length"] or match["within_length"] or match["one"]).lower().rstrip("s")
        n = int(count) if count.isdigit() else NUMBERS[count.lower()]
        day = later(said, n, length) if said and not match["within"] else None
        yield Deadline(match.group(), match.start(), match.end(), day, 3)


def _named(text: str, said: date | None) -> Iterator[Deadline]:
    for match, day in named(text, said):
        if not _DESCRIBED.match(text, match.end()):
            bound = match.group().lower().startswith(("by", "before", "until"))
            yield Deadline(match.group(), match.start(), match.end(), day, 1 if day is None else 3 if bound else 2)
