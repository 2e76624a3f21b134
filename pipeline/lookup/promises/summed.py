"""The text of an answer that lists promises: how many out of which papers, the newest, the biggest, and what was moved or changed.

Comes in: promises as their statements, newest first. Goes out: at most 450 characters, which a councillor reads before the list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.language.numbers import numbers
from pipeline.lookup.answering.compose import POINT, closed
from pipeline.lookup.answering.statements import shortened
from pipeline.lookup.cite import spoken
from pipeline.lookup.promises import EARLIER, Promise, promised, turn
from pipeline.model.answers import FactRow, Statement

LONGEST = 150
"""Characters of one promise in the answer's text."""
Listed = Sequence[tuple[Sequence[Promise], Statement]]
"""Promises that are listed, newest first, each with its statement."""


def summed(listed: Listed, found: int) -> str:
    """`found` promises are on the topic; as many of the sentences on them as fit."""
    said = counted([one for _, one in listed], found)
    for sentence in _points(listed):
        if len(said) + len(sentence) < POINT:
            said = f"{said} {sentence}"
    return said


def counted(said: Sequence[Statement], found: int) -> str:
    """ "12 promises from 3 papers, 5 March 2024 to 10 June 2025." """
    cited = [one for statement in said for one in statement.citations]
    papers, days = len({one.document for one in cited}), sorted({one.meeting_date for one in cited if one.meeting_date})
    span = "" if not days else f", {spoken(days[0])}" if len(days) == 1 else f", {spoken(days[0])} to {spoken(days[-1])}"
    many = f"{found} promise{'s' * (found != 1)}"
    listed = f"; the {len(said)} surest are listed," if found > len(said) else ""
    return f"{many}{listed} from {papers} paper{'s' * (papers != 1)}{span}."


def _points(listed: Listed) -> Iterator[str]:
    moved = [sentence for group, _ in listed if (sentence := changed(group))]
    yield _point("Newest", listed[0][1])
    yield from moved[:1]
    at = biggest(listed)
    if at:
        yield _point("Biggest", listed[at][1])
    yield from moved[1:]


def _point(name: str, told: Statement) -> str:
    return f"{name}: {closed(shortened(told.text.partition(EARLIER)[0], LONGEST))}"


def biggest(listed: Listed) -> int | None:
    """Place of the promise of the greatest sum of money; None where fewer than two promise one."""
    sums = [max((number.value for number in numbers(_amount(group[0].fact)) if number.kind == "money"), default=0) for group, _ in listed]
    return max(range(len(sums)), key=lambda at: (abs(sums[at]), -at)) if sum(map(bool, sums)) > 1 else None


def _amount(fact: FactRow) -> str:
    return str(fact.fields.get("amount") or "").replace("£-", "£").replace("€-", "€")


def changed(group: Sequence[Promise]) -> str | None:
    """How much by when a promise said at first and says last, where a later statement differs from an earlier one."""
    pair = turn(group)
    if pair is None:
        return None
    was, now = promised(pair.a), promised(pair.b)
    subject = "" if pair.a.row.fields.get("quantity") else f"{pair.b.row.fields['subject']}, "
    return f"Changed: {subject}{was} ({spoken(pair.a.when)}), later {now} ({spoken(pair.b.when)})." if was != now else None
