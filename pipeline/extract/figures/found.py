"""Candidate figures of a text: numbers, pairs and ranges with what they count, and without what is no figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.extract.figures.guards import counts_nothing
from pipeline.extract.figures.skips import touches
from pipeline.extract.figures.units import Noun, duration, noun_after, noun_before, of_persons, rate, size, votes
from pipeline.language.numbers import Number, numbers
from pipeline.language.pairs import Pair, pairs

RANGE_JOIN = re.compile(r"\s?(?:-|–|—)\s?|\s+to\s+")
BETWEEN = re.compile(r"\bbetween\s+(?:(?:about|around|approximately|approx\.?|an?\s+estimated)\s+)?$", re.IGNORECASE)
_ABOUT = (
    r"(?:about|around|approximately|approx\.?|circa|c\.?|just|over|under|almost|nearly|some|another|up\s+to|(?:more|less)\s+than|an?)\s+"
)
CHANGES = re.compile(rf"(?<!range )(?<!ranging )(?<!ranged )(?<!ranges )\bfrom\s+(?:{_ABOUT}){{0,2}}$", re.IGNORECASE)
"""From X to Y is a change, not a range."""
BY = re.compile(rf"\bby\s+(?:{_ABOUT})*$", re.IGNORECASE)
""" "rises by 50p to £1.35": a change and what it came to."""
OWED = re.compile(r"\b(?:is|was|were|are|of|at|by|to|being)\s\($", re.IGNORECASE)
""" "the variance is (£38k)": brackets stand for a minus."""
KIND_UNITS = {"percent": "percent", "points": "percentage points"}
LONE = frozenset(("one", "zero", "a dozen"))
"""Number words that are seldom a count: one counts in lengths of time only."""
RATED = re.compile(r"(?:\s+\w+){0,4}\s+(?P<unit>rates?|ratio|score|index)\b", re.IGNORECASE)
AND_MONTHS = re.compile(r"(?:\s+and|,)\s+(?P<n>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven)\s+months?\b", re.IGNORECASE)
SPOKEN_MONTHS = {w: i for i, w in enumerate("one two three four five six seven eight nine ten eleven".split(), 1)}
METRES = re.compile(r"\s*(?:high|wide|deep|long|tall|away|from|x|×|radius|buffer|in\s+(?:height|width|length|depth))\b")
MONEY_NEXT = re.compile(
    r"(?<=[kK])\s(?:(?:net|total|forecast|annual|budget|further|additional)\s)*(?:over-?spend|under-?spend|savings?|deficit|surplus|shortfall|pressure|grant|budget)",
    re.IGNORECASE,
)
""" "a 40k overspend"."""
LENGTHS = frozenset("hours days weeks months years minutes seconds nights fortnights decades terms".split())
UNVOTED = frozenset(("", "votes", "members", "councillors", "abstentions"))
VOTES_FOR = re.compile(
    r"\b(?:motion|amendment|proposal|resolution|vote|it)\s+(?:was|being)\s+(?:then\s+)?(?:carried|lost|defeated|agreed)\s+(?:by\s+)?(?:\d+\s?[-–]\s?)?$|"
    r"^\W*(?:for|against|abstain(?:ed|ing)|abstentions?|in\s+favour)\s*[:–-][^:;]{3,}\($|"
    r"(?:^|\b(?:votes?|voted|voting)\b.{0,30})\W*\b(?:for|against|abstain(?:ed|ing)?|abstentions?|in\s+favour)\s*[:(–-]*\s*$",
    re.IGNORECASE,
)
""" "For (39)" on a line of its own; "votes against: 3"; "Against: Cllrs Flood, Grange (2)"; "carried 9-3"."""


@dataclass(frozen=True, slots=True)
class Found:
    """A figure in a text. `unit` is "" where nothing said yet what is counted."""

    start: int
    end: int
    value: float
    unit: str
    of: float | None = None
    top: float | None = None
    approximate: bool = False
    bound: str | None = None
    noun_end: int = 0
    """Where the counted noun ends."""
    edge: str | None = None
    """In "between 300 and 450": the low or the high end, which each have a row."""
    scale: float = 1


def find(text: str, masked: tuple[tuple[int, int], ...], *, strict: bool = False) -> list[Found]:
    """Figures of a paragraph in order. `strict`: only those whose unit is printed (headings, agendas, contents)."""
    both = [pair for pair in pairs(text) if not touches(masked, pair.start, pair.end)]
    taken = (*masked, *((pair.start, pair.end) for pair in both))
    found = [_of_pair(text, pair) for pair in both]
    loose = [number for number in numbers(text) if not touches(taken, number.start, number.end)]
    end = 0
    for group in _ranges(text, loose):
        if group[0].start >= end:  # else the months of "19 years and 1 month"
            counted = list(_of_numbers(text, group))
            found += counted
            end = max((one.end for one in counted), default=0)
    return sorted((one for one in found if one.unit or not strict), key=lambda one: (one.start, one.end))


def _ranges(text: str, loose: list[Number]) -> Iterator[tuple[Number, ...]]:
    """Numbers alone, or in twos where they are the ends of a range."""
    held: Number | None = None
    for number in loose:
        if held and _is_range(text, held, number):
            yield held, number
            held = None
            continue
        if held:
            yield (held,)
        held = number
    if held:
        yield (held,)


def _is_range(text: str, low: Number, high: Number) -> bool:
    gap = text[low.end : high.start]
    between = BETWEEN.search(text, 0, low.start)
    joined = RANGE_JOIN.fullmatch(gap) or (
        (between and re.fullmatch(r"\s+(?:hours?|days?|weeks?|months?|years?|people|%)?\s*and\s+", gap))
        or (between and gap.strip() == "and")
    )
    if not joined or (gap.strip() == "to" and CHANGES.search(text, 0, low.start)):
        return False
    if gap.strip() == "to" and low.kind != "plain" and BY.search(text, 0, low.start):
        return False
    same = low.kind == high.kind or low.kind == "plain" or (low.kind == "money" and high.kind == "plain")
    low_value = low.value * (high.scale if low.scale == 1 and low.value < abs(high.value / high.scale) else 1)
    return bool(same) and not high.signed and low_value < high.value


def _of_numbers(text: str, group: tuple[Number, ...]) -> Iterator[Found]:
    first, last = group[0], group[-1]
    if first.currency and not last.currency:  # "£30-40m"
        last = last._replace(kind="money", currency=first.currency)
    unit = _unit(text, last)
    if unit is None:
        return
    stop = max(last.end, unit.end if _whole_phrase(unit) else last.end)
    base = Found(
        first.start,
        stop,
        first.value,
        unit.unit,
        approximate=first.approximate,
        bound="at_least" if last.plus else None,
        noun_end=unit.end,
        scale=last.scale,
    )
    if first.currency and first.value > 0 and text[stop : stop + 1] == ")" and OWED.search(text, 0, first.start):
        base = replace(base, start=first.start - 1, end=stop + 1, value=-first.value)
    if len(group) == 1:
        yield _with_months(text, base)
        return
    low = first.value * (last.scale if first.scale == 1 and last.scale > 1 else 1)
    if BETWEEN.search(text, 0, first.start):
        yield replace(base, end=first.end, value=low, top=last.value, bound="at_least", edge="low")
        yield replace(base, start=last.start, value=last.value, bound="at_most", edge="high")
    else:
        yield replace(base, value=low, top=last.value)


def _whole_phrase(unit: Noun) -> bool:
    """Lengths of time and rates are printed with their unit: "23 days", "68 per 10,000 children"."""
    return unit.unit.startswith("per ") or (unit.unit.split()[-1:] != [] and unit.unit.split()[-1] in LENGTHS)


def _with_months(text: str, found: Found) -> Found:
    """ "19 years and 1 month" is one length of time."""
    match = AND_MONTHS.match(text, found.end) if found.unit == "years" else None
    if not match:
        return found
    count = int(match["n"]) if match["n"].isdigit() else SPOKEN_MONTHS[match["n"].casefold()]
    return replace(found, end=match.end(), noun_end=match.end(), value=round(found.value + count / 12, 3))


def _unit(text: str, number: Number) -> Noun | None:
    """Unit and end of what is counted; unit "" where a number stands bare; None where the number is no figure."""
    if number.kind == "money":
        return Noun(number.currency or "GBP", number.end)
    if number.kind in KIND_UNITS:
        return Noun(KIND_UNITS[number.kind], number.end)
    if number.scale == 10**3 and MONEY_NEXT.match(text, number.end):
        return Noun("GBP", number.end)
    if length := duration(text, number.end):
        return length
    if number.spoken and number.scale == 1 and text[number.start : number.end].casefold() in LONE:
        return None
    if measured := size(text, number.end) or rate(text, number.end):
        return measured
    if number.scale == 10**6 and text[number.end - 1] in "mM" and METRES.match(text, number.end):
        return None
    noun = noun_after(text, number.end)
    if number.decimals and number.value < 1 and (rated := RATED.match(text, number.end)):
        noun = Noun(rated["unit"], rated.end())
    if counts_nothing(text, number, noun):
        return None
    return noun or Noun("", number.end)


def _of_pair(text: str, pair: Pair) -> Found:
    noun = noun_after(text, pair.end)
    if pair.kind == "fraction":
        return Found(pair.start, pair.end, pair.value, "percent", noun_end=noun.end if noun else pair.end)
    if pair.kind == "ratio" and ":" in text[pair.start : pair.end] and not noun:
        return Found(pair.start, pair.end, pair.value, "ratio", of=pair.of, noun_end=pair.end)
    unit = "rank" if pair.kind == "rank" else of_persons(noun.unit) if noun else noun_before(text, pair.start) or ""
    return Found(pair.start, pair.end, pair.value, unit, of=pair.of, noun_end=noun.end if noun else pair.end)


def voted(text: str, found: list[Found], sentence: str) -> list[Found]:
    """Numbers of votes get their unit: "9 for and 3 against", "8 votes for"."""
    return [
        replace(one, unit="votes")
        if one.unit in UNVOTED and (votes(text, one.end, sentence) or VOTES_FOR.search(text, 0, one.start))
        else one
        for one in found
    ]
