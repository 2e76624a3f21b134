"""What a person may write as a filter: days, months and years, and kinds of part."""

from __future__ import annotations

import re

from pipeline.errors import UsageError

KINDS = ("cover", "agenda", "minutes", "public_questions", "report", "appendix", "slides", "forward_plan", "decision_record", "inspection",
         "web", "other")  # fmt: skip
DAY = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?")
BRITISH = re.compile(r"(0?[1-9]|[12][0-9]|3[01])[/.](0?[1-9]|1[0-2])[/.]([0-9]{4})")
FIRST, LAST = "-01-01", "-12-31"


def day_of(said: str, *, last: bool) -> str:
    """A day (2023-02-06, 6/2/2023) as ISO date; of a month or year its first day, or its last.

    That is the 31st of any month: dates are compared as text.

    Raises UsageError for what is no date.
    """
    if british := BRITISH.fullmatch(said):
        said = f"{british[3]}-{british[2]:0>2}-{british[1]:0>2}"
    if not DAY.fullmatch(said):
        raise UsageError(f"{said!r} is not a date: write 2023-02-06, 6/2/2023, 2023-02 or 2023.")
    return said + (LAST if last else FIRST)[3 * said.count("-") :]


def kind_of(said: str) -> str:
    """Raises UsageError for what is no kind of part."""
    if said not in KINDS:
        raise UsageError(f"{said!r} is not a kind of part: they are {', '.join(KINDS)}.")
    return said
