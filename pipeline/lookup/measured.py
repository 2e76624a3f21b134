"""Figures of one measure: the same thing counted again, in the same words, with the same or another value.

Comes in: stored figures out of running text. Goes out: pairs with what happened between them. Different periods are
never a contradiction; nor are a rough and an exact number that agree, a target and an outcome, or an average elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pipeline.lookup.qualifiers import qualified_alike
from pipeline.lookup.restated import Nature, Pair, comparable, in_order, one_paper
from pipeline.lookup.sameness import Saying, Weights, candidates, saying, values
from pipeline.lookup.terms import stems
from pipeline.model.answers import FactRow

LIKE = 0.6
"""Share of telling words of two sentences that makes their measures one."""
HELD, VERY_LIKE = 0.95, 0.85
"""Share of the shorter one's telling words that the longer holds too: words on both sides that the other lacks part things."""
LEAST_WORDS = 4
"""Telling words of a measure; fewer fit too many things."""
ROUGH = 0.1
"""Relative difference that a rough number leaves open."""
EXACT = 0.0005
ELSEWHERE = frozenset({"comparator", "target", "budget", "forecast"})
"""Statuses that are compared only with their like."""
LEAST_TELLING = 100
"""A value that is restated must be telling: 100 or more, or with figures behind the point."""


def figure_pairs(rows: Iterable[FactRow]) -> Iterator[Pair]:
    """Pairs of figures of one measure, the earlier first."""
    sayings = [made for row in rows if row.fields.get("source") != "table" and len((made := _saying(row)).words) >= LEAST_WORDS]
    weights = Weights(sayings)
    for one, other in candidates(sayings, LEAST_WORDS):
        if not _of_one_kind(one.row.fields, other.row.fields) or not comparable(one, other):
            continue
        a, b = in_order(one, other)
        likeness = weights.likeness(a, b)
        alike = likeness >= LIKE and (weights.held(a, b) >= HELD or likeness >= VERY_LIKE) and qualified_alike(a.row, b.row)
        nature = _nature(a, b) if alike else None
        if nature:
            yield Pair(a, b, nature, likeness)


def _saying(row: FactRow) -> Saying:
    return saying(row, row.quote, "", frozenset())


def _of_one_kind(a: Any, b: Any) -> bool:
    """Same unit, same direction, and neither a target nor an average against an outcome."""
    if _head(a.get("unit")) != _head(b.get("unit")) or a.get("direction") != b.get("direction"):
        return False
    statuses = {a.get("status"), b.get("status")}
    return len(statuses) == 1 or not statuses & ELSEWHERE


def _head(unit: object) -> str:
    found = stems(str(unit or ""))
    return found[-1] if found else str(unit)


def _nature(a: Saying, b: Saying) -> Nature | None:
    first, second = a.row.fields, b.row.fields
    same_value, same_time = _agree(first, second), _same_period(a, b)
    if same_value:
        telling = abs(float(first["value"])) >= LEAST_TELLING or float(first["value"]) % 1
        return "restated_same" if telling and a.row.standing.sha256 != b.row.standing.sha256 else None
    if float(first["value"]) in values(b.row.quote) or float(second["value"]) in values(a.row.quote):
        return None  # the other sentence holds this number too: another of its figures is the one to compare
    if same_time:
        return "contradiction"
    return None if same_time is None and one_paper(a, b) else "number_changed"


def _agree(a: Any, b: Any) -> bool:
    """Values that are one number: exactly, or within what "about" and "over" leave open."""
    first, second = float(a["value"]), float(b["value"])
    rough = any(f.get("approximate") or f.get("bound") for f in (a, b))
    if a.get("of") != b.get("of"):
        return False
    return abs(first - second) <= (ROUGH if rough else EXACT) * max(abs(first), abs(second))


def _same_period(a: Saying, b: Saying) -> bool | None:
    """Whether both speak of one time; None where that is not known."""
    times = [(s.row.fields.get("period_start"), s.row.fields.get("period_end")) for s in (a, b)]
    known = [any(t) for t in times]
    if all(known):
        return times[0] == times[1]
    if not any(known):
        return True if one_paper(a, b) else None if not (a.when and b.when) else a.when == b.when
    return None
