"""What a check of arithmetic finds wrong, and how near is near."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.extract.sheet import Value

NEAR = 0.02
"""A share of the printed value: further off, it may be another thing that is counted."""


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
    places = max(0, round(-_log10(like.ulp))) if like.ulp < 1 else 0
    scaled = number / like.ulp if like.ulp > 1 else number
    text = f"{scaled if like.ulp <= 1 else number:,.{places}f}"
    return text + ("%" if like.percent else "")


def near(printed: float, expected: float) -> bool:
    """Whether two numbers are nearly the same, or look like a slip of the pen: one figure changed, two exchanged."""
    if abs(printed - expected) <= NEAR * max(abs(printed), abs(expected)):
        return True
    a, b = _digits(printed), _digits(expected)
    changed = [i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y]
    if len(a) != len(b) or len(a) < 3:
        return False
    return len(changed) == 1 or (len(changed) == 2 and a[changed[0]] == b[changed[1]] and a[changed[1]] == b[changed[0]])


def _digits(number: float) -> str:
    return f"{abs(number):.3f}".rstrip("0").replace(".", "")


def _log10(number: float) -> float:
    from math import log10

    return log10(number)
