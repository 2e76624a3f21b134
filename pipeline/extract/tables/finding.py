"""What a check of arithmetic finds wrong."""

from __future__ import annotations

from dataclasses import dataclass
from math import log10
from typing import Literal

from pipeline.extract.tables.sheet import Value

Severity = Literal["fault", "rounding"]


@dataclass(frozen=True, slots=True)
class Finding:
    kind: str
    """sum, variance, percentage."""
    value: Value
    """The cell that disagrees."""
    expected: str
    """What it would have to be, in the printed precision."""
    message: str
    severity: Severity = "fault"
    """rounding: one in the last place, which rounded parts may come to."""
    number: float = 0.0
    """`expected` unrounded."""
    terms: tuple[Value, ...] = ()
    """The cells that `expected` is worked out from."""


def shown(number: float, like: Value) -> str:
    """A number in the precision of a printed one, with its sign."""
    places = max(0, round(-log10(like.ulp)))
    return f"{number:,.{places}f}" + ("%" if like.percent else "")


def severity(value: Value, expected: float) -> Severity:
    """A whole count may be a rounded one: out by one it may be right."""
    return "rounding" if abs(value.number - expected) <= value.ulp * (1 + 1e-9) else "fault"
