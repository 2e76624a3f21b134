"""Numbers that print no unit: what they count, by the noun before them, the figure before, the label or the lead-in.

Comes in: the figures of a sentence as found. Goes out: the same, each with a unit; "number" where nothing says what is counted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.figures import measure as measures
from pipeline.extract.figures.found import LENGTHS, Found, voted
from pipeline.extract.figures.units import NUMBER_OF, noun_before, scored

MILLIONS = re.compile(r"[£€]\s?\d")
BARE = re.compile(r"\W*\d[\d,.]*\W*")
PERCENTAGE = re.compile(r"\s*(?:the\s+)?(?:percentage|per\s?cent|%|proportion)\b", re.IGNORECASE)
TARGET_OF = re.compile(r"\btarget(?:\s+(?:of|is|was|being))?\W*$", re.IGNORECASE)
""" "19.3 days on average, against a target of 20"."""
MOST_APART = 25
"""A bare number takes a length of time from a figure this near: "81.6 years, compared to 80.9"."""
THEM = re.compile(r"\s+of\s+(?:them|these|those|whom|which)\b", re.IGNORECASE)
NEXT_CAPITAL = re.compile(r"\s[A-Z][a-z]")
NO_COUNT = frozenset(("GBP", "EUR", "USD", "percent", "percentage points", "rank", "number", ""))


def with_units(text: str, low: int, high: int, here: list[Found], counted: str | None, lead: str, heading: str) -> list[Found]:
    """Bare numbers get the unit of the noun before them, of the figure before, or of the lead-in."""
    sentence = text[low:high]
    known: list[Found] = []
    for one in voted(text, here, sentence):
        if one.scale == 10**6 and one.unit in ("", "number") and MILLIONS.search(lead):
            one = replace(one, unit="GBP")
        if one.scale == 10**3 and not one.unit and text[one.end - 1] in "kK" and any(other.unit == "GBP" for other in known):
            one = replace(one, unit="GBP")  # "a 40k overspend, 16k of it ours"
        if not one.unit and NEXT_CAPITAL.match(text, one.end) and not known and text[low : one.start].strip():
            continue  # "the 3 Promises model": a name, unless it goes on a list of counts
        known.append(one if one.unit else replace(one, unit=_bare_unit(text, low, high, one, known, counted, lead, heading)))
    return known


def _bare_unit(text: str, low: int, high: int, one: Found, known: Sequence[Found], counted: str | None, lead: str, heading: str) -> str:
    """In this order: a score; the label's or lead-in's noun; the noun since the figure before, that figure's; any noun before; the "
    "sentence before."""
    if named := scored(text, one.start):
        return named
    before = text[low : one.start]
    if known and TARGET_OF.search(before):
        return known[-1].unit
    label = measures.of_label(text[low:high], replace(one, start=one.start - low, end=one.end - low))
    if label is not None or BARE.fullmatch(text[low:high]):
        return _label_unit(label or "", lead, heading)
    counts = [other for other in known if other.unit not in NO_COUNT and not other.unit.startswith("per ")]
    since = counts[-1].noun_end if counts else low
    like = counts and len(text[counts[-1].end : one.start]) <= MOST_APART and not THEM.match(text, one.end)
    them = counts if like else [other for other in counts if other.unit not in LENGTHS]
    return (
        noun_before(text[since : one.start], one.start - since)
        or (them[-1].unit if them else None)
        or noun_before(before, len(before))
        or counted
        or noun_before(lead, len(lead))
        or "number"
    )


def _label_unit(label: str, lead: str, heading: str) -> str:
    """ "Percentage of homes rated good: 68.4"; "Supported living: 117" under "Accredited places (beds)"."""
    if PERCENTAGE.match(label):
        return "percent"
    named = [noun_before(label, len(label))] if NUMBER_OF.search(label) else []
    return next(
        (
            noun
            for noun in (*named, noun_before(lead, len(lead)), noun_before(label, len(label)), noun_before(heading, len(heading)))
            if noun
        ),
        "number",
    )
