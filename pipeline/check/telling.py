"""Whether two stored figures speak of the same thing, and say the same."""

from __future__ import annotations

import re

from pipeline.language.numbers import cell
from pipeline.model.answers import FactRow

STOP = frozenset(
    "the and for with that this these those were was are has have had been being from into over under about which their there its our "
    "number numbers total totals amount figure figures percentage proportion more than less some all also now currently year years".split()
)
MONEY = frozenset(("GBP", "EUR"))
ROUNDED = "; rounding of the parts can explain that"
WORD = re.compile(r"[^\W\d_]{3,}")


def words(text: str | None) -> frozenset[str]:
    """Telling words of a measure, plural s dropped."""
    found = (word.casefold().replace("’", "'").removesuffix("s") for word in WORD.findall(text or ""))
    return frozenset(word for word in found if word not in STOP)


def alike(one: str, other: str) -> float:
    """Share of the telling words of two sentences that both hold."""
    a, b = words(one), words(other)
    return len(a & b) / len(a | b) if a | b else 0.0


def same_value(one: FactRow, other: FactRow) -> bool:
    """Whether two values are the same in the coarser of the precisions in which they are printed; signs may differ by convention."""
    a, b = abs(one.fields["value"]), abs(other.fields["value"])
    return bool(abs(a - b) <= 0.5 * max(step(one), step(other)) + 1e-9 * max(a, b))


def step(figure: FactRow) -> float:
    """The worth of one in the last printed place: £2.340m is printed to the thousand."""
    number = cell(figure.fields["raw"])
    if number is None or not number.value:
        return 0.0
    scale = abs(figure.fields["value"] / number.value) * number.scale if number.value else 1.0
    return float(10.0**-number.decimals * scale)
