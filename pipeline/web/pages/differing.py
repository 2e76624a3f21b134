"""Two statements of one thing side by side: the words that differ, emphasised."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from markupsafe import Markup, escape

from pipeline.language.dates import dates
from pipeline.language.periods import periods
from pipeline.lookup.changes import Change, Side
from pipeline.model.answers import FactRow

TELLING = {
    "deadline_slip": ("deadline",),
    "number_changed": ("raw", "quantity", "amount"),
    "contradiction": ("raw", "deadline", "quantity", "amount"),
}
"""Fields of a fact that hold the words that differ."""
TIMED = frozenset({"deadline_slip", "contradiction"})
NUMBERS = re.compile(r"[£€]?\d[\d,./-]*\d(?:\s?(?:%|per cent|m|bn|k|million)\b)?|[£€]?\d%?")


def sides(library: Any, change: Change) -> tuple[Markup, Markup | None]:
    """What both sides say, the words that differ emphasised."""
    if change.b is None:
        return escape(change.a.text), None
    a, b = change.a, change.b
    first, second = (_differing(library, side, change.nature) for side in (a, b))
    return (
        emphasised(a.text, first or _others(a, b, change.nature)),
        emphasised(b.text, second or _others(b, a, change.nature)),
    )


def _differing(library: Any, side: Side, nature: str) -> list[str]:
    """The words of the fact that hold what differs: a figure's value, a promise's day or number."""
    row = library.find(side.citation.id) if nature in TELLING else None
    said = [str(row.fields.get(name) or "") for name in TELLING[nature]] if isinstance(row, FactRow) else []
    return [word for words in said for word in words.split("; ") if word and word in side.text]


def _others(one: Side, other: Side, nature: str) -> list[str]:
    """The times that the other side lacks, else the numbers."""
    said = {period.text for period in periods(other.text)}
    if times := [period.text for period in periods(one.text) if period.text not in said and nature in TIMED]:
        return times
    held = set(_numbers(other.text))
    return [number for number in _numbers(one.text) if number not in held] if nature in TELLING else []


def _numbers(text: str) -> list[str]:
    """Numbers as printed; a date is one thing, whatever numbers it is made of."""
    days = [text[found.start : found.end] for found in dates(text)]
    return [*days, *NUMBERS.findall(re.sub("|".join(map(re.escape, days)), " ", text) if days else text)]


def emphasised(text: str, words: Sequence[str]) -> Markup:
    """The text as HTML with the first occurrence of each of these words in <strong>; everything in it is escaped."""
    spots = sorted(
        {(found.start(), found.end()) for word in words if word and (found := re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text))}
    )
    made, at = Markup(), 0
    for start, end in spots:
        if start >= at:
            made += escape(text[at:start]) + Markup("<strong>%s</strong>") % text[start:end]
            at = end
    return made + escape(text[at:])
