"""What a person may write as a filter: days, months and years, and kinds of part."""

from __future__ import annotations

import re
from collections.abc import Collection

from pipeline.errors import UsageError
from pipeline.language.dates import dates

KINDS = ("cover", "agenda", "minutes", "public_questions", "report", "appendix", "slides", "forward_plan", "decision_record", "inspection",
         "web", "other")  # fmt: skip
ISO = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?")
FIRST, LAST = "-01-01", "-12-31"
IGNORED = ("council", "committee", "kinds", "dates", "spelling")
"""What is understood of a question besides its words, as `understood` calls it; `spelling`: words read as others."""
EXAMPLES = "1 March 2034, 1/3/2034, March 2034, 2034-03-01, 2034-03 or 2034"


def day_of(said: str, *, last: bool) -> str:
    """A day as people or papers write it, as ISO date; of a month or year its first day, or its last.

    That is the 31st of any month: dates are compared as text.

    Raises UsageError for what is no date.
    """
    whole = said.strip()
    iso = whole if ISO.fullmatch(whole) else next((one.iso for one in dates(whole) if one.end - one.start == len(whole)), None)
    if iso is None:
        raise UsageError(f"{said!r} is not a date: write {EXAMPLES}.")
    return iso + (LAST if last else FIRST)[3 * iso.count("-") :]


def ignored_of(said: Collection[str]) -> frozenset[str]:
    """What a question names and is not to be held to. Raises UsageError for what is none of it."""
    for one in said:
        if one not in IGNORED:
            raise UsageError(f"{one!r} cannot be left out: what can be is {', '.join(IGNORED)}.")
    return frozenset(said)


def kind_of(said: str) -> str:
    """Raises UsageError for what is no kind of part."""
    if said not in KINDS:
        raise UsageError(f"{said!r} is not a kind of part: they are {', '.join(KINDS)}.")
    return said
