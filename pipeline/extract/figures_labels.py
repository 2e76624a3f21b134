"""What the labels of a table say of its numbers: currency and scale, what is counted, when, of which standing."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.extract.units import noun_before
from pipeline.language.numbers import CURRENCIES
from pipeline.language.periods import Period, periods

MONEY = re.compile(
    r"(?P<sign>[£€$])\s?(?:(?P<thousand>['’‘]?000['’]?s?\b|k\b|thousands?)|(?P<million>m(?:illions?|n)?\b)|(?P<billion>bn\b|billions?))?"
    r"|(?<![\w,.])['’‘]000s?\b|\b(?P<pence>pence)\b",
    re.IGNORECASE,
)
"""£m, £000, £'000s, £k, €, '000s."""
PERCENT = re.compile(r"%|\bper\s?cent(?:age)?\b|\bpercentage\b|\bproportion\b", re.IGNORECASE)
POINTS = re.compile(r"\bpercentage\s+points?\b|\bpp\b", re.IGNORECASE)
SPEND = re.compile(r"\b(?:spend|cost|budget|outturn|expenditure|income|variance|grant|balance|saving|precept|fee|price|reserve|amount|payment|salary)s?\b", re.IGNORECASE)
REFERENCE = re.compile(
    r"^\W*(?:(?:item|page|line|para(?:graph)?|minute|agenda|risk|action|ref(?:erence)?|policy|code|account|cost\s+centre|invoice|cheque|order|vr|voucher|payment|plan|case|application|id|serial|key|nominal)?\s*"
    r"(?:no\.?|nos\.?|number|ref(?:erence)?|id|code|#|page|item|para(?:graph)?)\b\.?|ref\.?|date|year|time|month|due|deadline|page\s?s?|telephone|tel|contact|postcode|email|ward)\W*(?:no\.?|number|ref\.?)?\W*$",
    re.IGNORECASE,
)
"""Columns of numbers that count nothing."""
COUNTS = re.compile(r"\bnumbers?\s+of\b|\bno\.?\s+of\b|\btotal\b|\bcount\b", re.IGNORECASE)
DURATION = re.compile(r"\b(?:(?P<days>days?)|(?P<weeks>weeks?)|(?P<months>months?)|(?P<hours>hours?|hrs)|(?P<years>years?))\b(?!\s+(?:old|of\s+age|end|to\s+date))", re.IGNORECASE)
SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "pence": 0.01}


class Measured(NamedTuple):
    """What a label says its numbers are in."""

    unit: str
    scale: float = 1


def unit_of(label: str) -> Measured | None:
    """Money, per cent or points that a label prints; None where it names neither."""
    money = MONEY.search(label)
    percent = PERCENT.search(label)
    if money and not (percent and percent.start() > money.start() and label[percent.start() :].strip() == "%"):
        named = next((name for name, words in money.groupdict().items() if words and name in SCALES), None)
        scale = SCALES[named] if named else 1e3 if not money["sign"] else 1
        return Measured(CURRENCIES[money["sign"]] if money["sign"] else "" if not SPEND.search(label) else "GBP", scale)
    if POINTS.search(label):
        return Measured("percentage points")
    return Measured("percent") if percent else None


def noun_of(*labels: str | None) -> str | None:
    """What is counted, by the first label that names it."""
    for label in labels:
        found = noun_before(label, len(label)) if label else None
        if found:
            return found
    return None


def counts_nothing(column: str) -> bool:
    """Whether a column holds references, dates or pages."""
    return bool(REFERENCE.match(column))


def time_of(*labels: str | None) -> Period | None:
    """The first time with days that a label names; "Mar 2023" before "by area"."""
    for label in labels:
        for time in periods(label) if label else ():
            if (time.first or time.last or time.kind in ("period", "quarter")) and time.kind != "relative":
                return time
    return None
