"""What a check of arithmetic finds wrong."""

from __future__ import annotations

from dataclasses import dataclass
from math import log10

from pipeline.extract.sheet import Value


@dataclass(frozen=True, slots=True)
class Finding:
    kind: str
    """sum, variance, percentage."""
    value: Value
    """The cell that disagrees."""
    expected: str
    """What it would have to be, in the printed precision."""
    message: str


def shown(number: float, like: Value) -> str:
    """A number in the precision of a printed one, with its sign."""
    places = max(0, round(-log10(like.ulp)))
    return f"{number:,.{places}f}" + ("%" if like.percent else "")
