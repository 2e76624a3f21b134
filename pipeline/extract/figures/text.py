"""Figures in sentences and list items: what is counted, of whom, when, in which direction, of which standing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.extract.figures import measure as measures
from pipeline.extract.figures import sense, when
from pipeline.extract.figures.bare import NO_COUNT, with_units
from pipeline.extract.figures.found import LENGTHS, Found, find
from pipeline.extract.figures.skips import skips
from pipeline.extract.figures.when import NEVER, When
from pipeline.language.numbers import plain_number
from pipeline.language.periods import Period
from pipeline.language.sentences import sentences

DIGIT = re.compile(r"\d")
MAYBE = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundred|thousand|million|dozen|half|third|"
    r"quarter|one)\b",
    re.IGNORECASE,
)
SHORT, VERY_SHORT = 7, 4
"""Words of a measure that its heading completes, and of one that the sentence before completes."""
OF_PAPER = frozenset(("GBP", "EUR", "percent"))
"""Units of which a budget, forecast, target or overspend without a time of its own is of the paper's time."""
SIGNS = frozenset("+-−–")
"""A signed amount is a variance."""
AGAINST = re.compile(
    r"[\s,(]*(?:(?:against|compared\s+(?:to|with)|versus|below|above|exceeding|missing)\s+)?(?:(?:a|an|the|our|its)\s+)?(?:\w+\s+)?target(?:\s+(?:of|is|was|being))?[\s:]*",
    re.IGNORECASE,
)
"""Between a figure and the target that it is held against."""
DURING = re.compile(
    r"\bover\s+(?:the|an?|these|this|their|its)\s+(?:\w+\s+)?$|"
    r"(?:^|[.,;:(]|\b(?!(?:for|of|in|after|by|to|took|takes?|is|was|are|were|just|well|waited|waiting)\b)[\w%’']+)\s*over\s+$",
    re.IGNORECASE,
)
""" "over a six-year period", "a cut of 12% over five years"."""


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a paragraph and helps to read its figures."""

    lead: str = ""
    """The paragraph that introduces it, or the line before a bare value."""
    headings: tuple[str, ...] = ()
    """From the innermost out."""
    today: str | None = None
    """ISO date of the meeting."""
    strict: bool = False
    """Only figures with a printed unit: headings, agendas."""
    number: str | None = None
    """The paragraph's own number."""
    paper: When = NEVER
    """The time that the paper states once for its figures."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure as read, before it gets its evidence. `low` and `high` bound its sentence in the text."""

    found: Found
    low: int
    high: int
    measure: str | None
    when: When
    direction: str | None
    approximate: bool
    bound: str | None
    status: str | None
    exact: str | None = None
    """ "more than", "approximately", as printed before the number."""
    before: str | None = None
    """What the figure before it counts, where this is a rate or share of them."""
    base: str | None = None
    """The measure of the first figure of its sentence."""

    @property
    def told(self) -> str | None:
        """The measure with how exact the number is: "adults supported (more than)"."""
        return f"{self.measure} ({self.exact})" if self.measure and self.exact else self.measure

    @property
    def counted(self) -> str | None:
        """What it counts, for a bare number in the next sentence."""
        return self.found.unit if self.found.unit not in NO_COUNT and not self.found.unit.startswith("per ") else self.before

    @property
    def derived(self) -> bool:
        return self.when.derived


def read(text: str, around: Around) -> Iterator[Reading]:
    """Figures of one paragraph, in order."""
    if not (DIGIT.search(text) or MAYBE.search(text)):
        return
    found = find(text, skips(text, around.number, around.today), strict=around.strict)
    if not found:
        return
    times = when.times_of(text, around.today, found)
    last: Reading | None = None
    for low, high in sentences(text):
        here = [one for one in found if low <= one.start < high]
        now = [time for time in times if low <= time.start < high]
        for one in with_units(text, low, high, here, last.counted if last else None, around.lead, next(iter(around.headings), "")):
            last = _reading(text, low, high, one, here, now, last, around)
            yield last


def _reading(
    text: str, low: int, high: int, one: Found, here: Sequence[Found], times: Sequence[Period], last: Reading | None, around: Around
) -> Reading:  # fmt: skip
    start, stop = measures.clause(text, low, high, one)
    rival = sense.compared(text, one.start, one.end, start)
    measure = _measure(text, low, high, one, here, times, last, around)
    time = when.in_sentence(text, one, here, times) if times else NEVER
    if last and last.low == low and AGAINST.fullmatch(text, last.found.end, one.start):
        measure = measures.joined("target", last.base)
    if rival and last and last.found.unit == one.unit and _only_compares(text, low, one, last):
        measure = measures.joined(rival["who"].strip(), last.base if last.low == low else last.measure)
        time = time if time.text else last.when._replace(derived=last.derived or last.low != low)
    if not time.text:
        time = _carried(text, low, high, one, last, around, bool(times))
    status = "comparator" if rival else sense.status(text, one.start, start, stop)
    direction = sense.direction(text, one.start, one.end, start, stop)
    if not time.text and one.unit in OF_PAPER and (status or direction in ("over", "under") or text[one.start] in SIGNS):
        time = around.paper
    return Reading(
        replace(one, value=plain_number(one.value)), low, high, measure, time, direction,
        one.approximate or sense.about(text, one.start, one.end),
        _bound(text, one), status, measures.how_exact(text, low, one),
        last.counted if last and last.low == low else None, last.base if last and last.low == low else measure,
    )  # fmt: skip


def _bound(text: str, one: Found) -> str | None:
    """ "over a six-year period" says how long, not that it was more."""
    found = sense.bound(text, one.start, max(one.end, one.noun_end)) or one.bound
    during = found == "over" and one.unit in LENGTHS and DURING.search(text, 0, one.start)
    return None if during else found


def _only_compares(text: str, low: int, one: Found, last: Reading) -> bool:
    """ "This was similar to the England average (57.31%)" has no measure of its own, nor has the end of such a sentence."""
    if last.low == low:
        return True
    return len(re.findall(r"[^\W\d_]{4,}", text[low : one.start])) <= 8 and bool(
        re.match(
            r"\W*(?:this|it|that|the\s+(?:all\s+)?\S+(?:\s+\S+){0,3}\s+average|compared|which)\b", text[low : one.start], re.IGNORECASE
        )
    )


def _measure(
    text: str, low: int, high: int, one: Found, here: Sequence[Found], times: Sequence[Period], last: Reading | None, around: Around
) -> str | None:  # fmt: skip
    label = measures.of_label(text[low:high], replace(one, start=one.start - low, end=one.end - low))
    own = (
        measures.tidy(measures.without_times(label))
        if label
        else measures.of_clause(text, low, high, one, [other for other in here if other is not one], times)
    )
    heading = measures.of_heading(around.headings)
    item = last and last.low == low and one.unit not in (*NO_COUNT, last.found.unit) and measures.is_item(text, last.found.end, one)
    said = last and last.low == low and not (last.found.unit in LENGTHS and _only_heads(last.base, heading))
    if last and said and measures.says_little(own) and not label and not item:
        return measures.joined(last.base, own or None)
    short = len(own.split())
    if last and not label and not item and short <= VERY_SHORT and when.speaks_on(text[low:high]):
        return measures.joined(own or None, last.measure)
    if label or measures.says_little(own) or short <= SHORT:
        return measures.joined(own or None, measures.of_lead(around.lead) or None, heading)
    return own


def _only_heads(base: str | None, heading: str | None) -> bool:
    """Whether a measure says little without its heading."""
    return measures.says_little(base) or bool(heading and heading in (base or ""))


def _carried(text: str, low: int, high: int, one: Found, last: Reading | None, around: Around, times: bool) -> When:
    """Time from the sentence before where this one speaks on, from the lead-in, from the headings. `times`: its own sentence has some."""
    speaks_on = last and (not times if last.low == low else when.goes_on(text[last.low : last.high], text[low:high]))
    if last and last.when.text and speaks_on:
        return last.when._replace(derived=True)
    if one.unit == "votes" and around.today:
        return when.of_meeting(around.today)
    if one.unit in LENGTHS:
        return NEVER
    return when.under((around.lead, *around.headings), around.today)
