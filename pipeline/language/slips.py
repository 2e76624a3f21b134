"""Whether two numbers are nearly the same, or look like a slip of the pen: one figure changed, two exchanged."""

from __future__ import annotations

NEAR = 0.02
"""A share of the larger value: further off, it may be another thing that is counted."""
LEAST_FIGURES = 3
"""Shorter numbers are always one figure from another."""


def near(printed: float, expected: float) -> bool:
    """True for 7.350 and 7.530, 347 and 341; False for 31.2 and 312.5."""
    if abs(printed - expected) <= NEAR * max(abs(printed), abs(expected)):
        return True
    a, b = _figures(printed), _figures(expected)
    changed = [i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y]
    if len(a) != len(b) or len(a) < LEAST_FIGURES:
        return False
    return len(changed) == 1 or (len(changed) == 2 and a[changed[0]] == b[changed[1]] and a[changed[1]] == b[changed[0]])


def _figures(number: float) -> str:
    return f"{abs(number):.3f}".rstrip("0").replace(".", "")
