"""Whether two figures of one measure agree, and whether they speak of one time.

A rough number leaves half of its last printed digit open, "over 320" a little more than that above it. Different periods
are never a contradiction; where a statement names no period, its paper's day stands for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from pipeline.lookup.changes.counted import Counted
from pipeline.model.answers import FactRow

Times = Literal["same", "other", "unknown"]
EXACT = 0.0005
"""Relative difference below which two numbers are one."""
TOUCHING = 1e-9
"""Relative length that two ranges must share; those that only meet, as 7% and 8% do, do not."""
BEYOND = 2.0
"""How many slacks behind its bound a bounded number may well lie."""
UPWARDS, DOWNWARDS = frozenset({"over", "at_least"}), frozenset({"under", "at_most"})
DAYS_APART = 5
"""Ends of two periods that differ by less are one time: "to 21 March", "as at 23 March"."""


def agree(a: Counted, b: Counted) -> bool:
    """Values that are one number, within what print and bounds leave open."""
    (low, high), (least, most) = _reach(a, b), _reach(b, a)
    if abs(a.value - b.value) <= EXACT * max(abs(a.value), abs(b.value)):
        return True
    gap = max(low - most, least - high)
    return gap < -TOUCHING * max(abs(a.value), abs(b.value))


def _reach(one: Counted, other: Counted) -> tuple[float, float]:
    """The values that a printed number may stand for; a bound opens one side against a number without that bound."""
    bound, low, high = one.row.fields.get("bound"), one.value - one.slack, one.value + one.slack
    upper = one.row.fields.get("value_max")
    if upper is not None:
        high = max(high, float(upper))
    if bound == other.row.fields.get("bound"):
        return low, high
    if bound in UPWARDS:
        return one.value, high + BEYOND * one.slack
    return (low - BEYOND * one.slack, one.value) if bound in DOWNWARDS else (low, high)


def times(a: Counted, b: Counted) -> Times:
    """Whether two figures speak of one time."""
    first, second = _period(a.row), _period(b.row)
    if first and second:
        if a.when != b.when and not (_told(a.row) or _told(b.row)):
            return "other"
        return "same" if all(_near(x, y) for x, y in zip(first, second, strict=True)) else "other"
    if not first and not second:
        if a.row.standing.sha256 == b.row.standing.sha256 and a.when == b.when:
            return "same"
        return ("same" if a.when == b.when else "other") if a.when and b.when else "unknown"
    (start, end), undated = (first, b) if first else (second or ("", ""), a)
    if a.row.standing.sha256 == b.row.standing.sha256 and a.when == b.when:
        return "unknown"
    return "other" if undated.when and not start <= undated.when <= end else "unknown"


def _period(row: FactRow) -> tuple[str, str] | None:
    fields: Mapping[str, Any] = row.fields
    start, end = fields.get("period_start"), fields.get("period_end")
    return (str(start or end), str(end or start)) if start or end else None


def _told(row: FactRow) -> bool:
    """Whether a statement prints its time itself. Quarterly reports bear one year in their titles and tell of a quarter each."""
    return row.fields.get("source") == "table" or str(row.fields.get("period") or "") in row.quote


def _near(one: str, other: str) -> bool:
    try:
        return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) < DAYS_APART
    except ValueError:
        return one == other
