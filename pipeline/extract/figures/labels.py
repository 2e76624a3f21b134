"""What the labels of a table say of its numbers: currency and scale, what is counted, when, of which standing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from pipeline.extract.figures.units import noun_before, of_persons
from pipeline.language.numbers import CURRENCIES
from pipeline.language.periods import Period, periods

MONEY = re.compile(
    r"(?P<sign>[£€$])(?!\s?(?:[1-9]|0[.,]))\s?(?:(?P<thousand>['’‘]?000['’]?s?\b|k\b|thousands?)|(?P<million>m(?:illions?|n)?\b)|(?P<billion>bn\b|billions?))?"
    r"|(?<![\w,.])['’‘]000s?\b|\b(?P<pence>pence)\b",
    re.IGNORECASE,
)
"""£m, £000, £'000s, £k, €, '000s."""
PERCENT = re.compile(r"%|\bper\s?cent(?:age)?\b|\bpercentage\b|\bproportion\b", re.IGNORECASE)
SHORT_YEAR = re.compile(r"(?<![\w/.,£€–-])(\d\d)\s?[–-]\s?(\d\d)(?![\w/%–-])")
""" "23-24"; beside "24-25" or "2024-25" it is a financial year, for ages and ranges do not overlap."""
POINTS = re.compile(r"\b(?:percentage|%)\s?points?\b|\bpp(?:ts?)?\b", re.IGNORECASE)
MONEYISH = re.compile(
    r"spend|cost|budget|outturn|expenditure|income|varian|grant|balance|saving|precept|fee|price|reserve|amount|payment|salar|"
    r"forecast|pressure|funding|deficit|surplus|debit|credit|invoice|contribution|allocation|virement|slippage",
    re.IGNORECASE,
)
"""Columns of money, whether or not they say so; compared without spaces, for headers broken over narrow columns."""
ACCOUNTS = re.compile(
    r"\b(?:bank|reconciliations?|accounts?|payments?|payees?|receipts?|cheques?|invoices?|expenditure|cash\s?book|ledger|balances?|"
    r"statements?\s+of\s+finance|financial\s+statements?)\b",
    re.IGNORECASE,
)
"""Headings of lists of money that print no sign."""
IN_MONEY = re.compile(
    r"^\W*(?:in\s+)?\(?[£€][^.;]{0,14}$|\b(?:figures|amounts|values|numbers|sums|data)\s+(?:are\s+)?(?:shown\s+|expressed\s+|"
    r"stated\s+|given\s+)?in\s+\(?[£€]\s?\S{0,8}",
    re.IGNORECASE,
)
""" "All figures in £m" above a table, or "£000" alone."""
BRACKETED = re.compile(
    r"\((?:in\s+)?(?:calendar\s+|working\s+)?"
    r"(?P<unit>days|weeks|months|years|hours|minutes|people|homes|places|beds|staff|fte|miles|tonnes)\)\W*$",
    re.IGNORECASE,
)
""" "Average wait (days)"."""
IN_BRACKETS = re.compile(
    r"\((?:in\s+)?(?:%|per\s?cent)\)\W*$|\((?:in\s+)?[£€]\s?['’]?(?:m|k|bn|000s?|millions?|thousands?)?['’]?\)\W*$", re.IGNORECASE
)
""""Capital financing requirement (£m)"."""
REFERENCE = re.compile(
    r"^\W*(?:(?:item|page|line|para(?:graph)?|minute|agenda|risk|action|ref(?:erence)?|policy|code|account|cost\s+centre|invoice|"
    r"cheque|order|vr|voucher|payment|plan|case|application|id|serial|key|nominal)?\s*"
    r"(?:no\.?|nos\.?|number|ref(?:erence)?|id|code|#|page|item|para(?:graph)?)\b\.?|ref\.?|date|year|time|month|due|deadline|"
    r"page\s?s?|notes?|telephone|tel|contact|postcode|email|ward)\W*(?:no\.?|number|ref\.?)?\W*$",
    re.IGNORECASE,
)
"""Columns of numbers that count nothing."""
UNIT_ALONE = re.compile(
    r"\W*(?:[£€]\s?['’]?(?:m|k|bn|000s?|millions?|thousands?)?|%|per\s?cent(?:age)?|"
    r"(?P<noun>numbers?|days|weeks|months|years|hours|minutes|tonnes|people))(?:\s+per\s+\w+(?:\s\w+)?)?\W*",
    re.IGNORECASE,
)
"""A cell that says what its row is in: "£ per pupil", "%", "days"."""
COUNTS = re.compile(r"\bnumbers?\s+of\b|\bno\.?\s+of\b|\bcount\b|\bfte\b|\bheadcount\b", re.IGNORECASE)
SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "pence": 0.01}


class Measured(NamedTuple):
    """What a label says its numbers are in."""

    unit: str
    scale: float = 1


@lru_cache(maxsize=4096)
def unit_of(label: str) -> Measured | None:
    """Money, per cent or points that a label prints; None where it names neither."""
    money = MONEY.search(label)
    percent = PERCENT.search(label)
    if money and not (percent and percent.start() > money.start() and label[percent.start() :].strip() == "%"):
        named = next((name for name, words in money.groupdict().items() if words and name in SCALES), None)
        scale = SCALES[named] if named else 1e3 if not money["sign"] else 1
        return Measured(CURRENCIES[money["sign"]] if money["sign"] else "GBP" if is_money(label) else "", scale)
    if bracketed := BRACKETED.search(label):
        return Measured(of_persons(bracketed["unit"].lower()))
    if POINTS.search(label):
        return Measured("percentage points")
    return Measured("percent") if percent else None


@lru_cache(maxsize=4096)
def unit_alone(text: str) -> Measured | None:
    """The unit that a cell prints and nothing else."""
    match = UNIT_ALONE.fullmatch(text)
    if not match:
        return None
    noun = (match["noun"] or "").lower()
    return Measured("number" if noun.startswith("number") else of_persons(noun)) if noun else unit_of(text)


def is_money(column: str) -> bool:
    return bool(MONEYISH.search("".join(column.split()))) and not COUNTS.search(column)


def said_above(lines: Iterable[str]) -> Measured | None:
    """The unit that a line above a table gives for all of it, nearest line first."""
    told = (line for line in lines if IN_MONEY.search(line) or IN_BRACKETS.search(line))
    return next((unit for line in told if (unit := unit_of(line)) and unit.unit), None)


@lru_cache(maxsize=4096)
def noun_of(*labels: str | None) -> str | None:
    """What is counted, by the first label that names it."""
    for label in labels:
        found = noun_before(label, len(label)) if label else None
        if found:
            return found if found.isupper() else found.lower()
    return None


def counts_nothing(column: str) -> bool:
    """Whether a column holds references, dates or pages."""
    return bool(REFERENCE.match(column))


@lru_cache(maxsize=4096)
def time_of(*labels: str | None) -> Period | None:
    """The first time with days that a label names; "Mar 2023" before "by area"."""
    for label in labels:
        for time in periods(label) if label else ():
            if (time.first or time.last or time.kind in ("period", "quarter")) and time.kind != "relative":
                return time
    return None


def short_year(column: str, columns: Sequence[str]) -> Period | None:
    """The financial year that a column prints without its century, where another column names the year before or after it."""
    match = SHORT_YEAR.search(column)
    if match is None or (int(match[1]) + 1) % 100 != int(match[2]):
        return None
    beside = re.compile(rf"\b(?:20)?(?:{match[2]}\s?[/–-]\s?\d\d|\d\d\s?[/–-]\s?(?:20)?{match[1]})\b")
    if not any(beside.search(other) for other in columns if other != column):
        return None
    (year,) = periods(f"20{match[1]}-{match[2]}")
    return replace(year, text=match[0])
