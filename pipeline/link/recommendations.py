"""A report's recommendation and the resolution that answered it: agreed as recommended, amended, deferred, noted only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from pipeline.link.ports import Found, Linkable, numbers, telling
from pipeline.model.answers import FactRow, Filters

SAME_ITEM = 0.5
"""Share of the shorter title's words that an item of the minutes shares with the report it took."""
ANSWERS = 0.4
"""Share of the recommendation's words in the resolution (or the other way round) from which one answers the other."""
UNCHANGED = 0.75
"""Share of both texts' words in common from which a resolution is what was recommended."""


BY_REFERENCE = re.compile(
    r"\brecommendations?\b(?:[^.;]{0,60}\breport\b)?[^.;]{0,30}\b(?:be\s+)?(?:approved|agreed|accepted|adopted|endorsed)\b|"
    r"\b(?:approve|agree|accept|adopt|endorse)\s+the\s+(?:officers?['’]?s?\s+)?recommendations?\b",
    re.IGNORECASE,
)
"""A resolution that adopts what was recommended without its words."""


class Pair(NamedTuple):
    likeness: float
    alike: float
    """Share of the words of both: a motion that holds every recommendation is like none of them."""
    decision: FactRow
    recommendation: dict[str, Any]


def recommendations_resolved(library: Linkable) -> Iterator[Found]:
    """Each recommendation is answered by at most one decision of the meeting that the report went to, and each decision answers one."""
    reports = [r for r in library.facts("reports", Filters()) if r.fields["recommendations"]]
    decisions = library.facts("decisions", Filters())
    for report in reports:
        meeting = [d for d in decisions if _took(d, report)]
        pairs = [Pair(*_likeness(d, r), d, r) for d in meeting for r in report.fields["recommendations"]]
        used: set[str] = set()
        for pair in sorted(pairs, key=lambda p: -p.likeness - p.alike):
            if pair.likeness >= ANSWERS and not used & {pair.decision.id, pair.recommendation["id"]}:
                used |= {pair.decision.id, pair.recommendation["id"]}
                values = {"recommendation": pair.recommendation["id"], "against_recommendation": _compared(pair)}
                yield Found("decisions", pair.decision.id, values)
        yield from _without_its_words(report, meeting, used)


def _without_its_words(report: FactRow, meeting: list[FactRow], used: set[str]) -> Iterator[Found]:
    """ "That the recommendation be approved", "that the item be deferred": the only decision on the only recommendation of a report."""
    if used or len(meeting) != 1 or len(report.fields["recommendations"]) != 1:
        return
    (decision,), (asked,) = meeting, report.fields["recommendations"]
    deferred = decision.fields["outcome"] == "deferred"
    if deferred or BY_REFERENCE.search(decision.fields["text"]):
        compared = "deferred" if deferred else "as_recommended"
        yield Found("decisions", decision.id, {"recommendation": asked["id"], "against_recommendation": compared})


def _took(decision: FactRow, report: FactRow) -> bool:
    """Is this a decision of the meeting, and of the item, that took the report?"""
    a, b = decision.standing, report.standing
    if not a.meeting_date or (a.committee, a.meeting_date) != (b.committee, b.meeting_date):
        return False
    title, other = telling(decision.fields["item_title"] or ""), telling(report.fields["title"])
    return len(title & other) >= SAME_ITEM * max(1, min(len(title), len(other)))


def _likeness(decision: FactRow, recommendation: dict[str, Any]) -> tuple[float, float]:
    a, b = telling(decision.fields["text"]), telling(recommendation["text"])
    return len(a & b) / max(1, min(len(a), len(b))), len(a & b) / max(1, len(a | b))


def _compared(pair: Pair) -> str:
    outcome, asked = pair.decision.fields["outcome"], pair.recommendation["text"]
    if outcome == "deferred":
        return "deferred"
    if outcome == "noted" and not telling(asked) <= telling(pair.decision.quote) and "note" not in asked.lower():
        return "noted_only"
    a, b = telling(pair.decision.fields["text"]), telling(asked)
    unchanged = len(a & b) >= UNCHANGED * max(1, len(a | b)) and numbers(pair.decision.fields["text"]) == numbers(asked)
    return "as_recommended" if unchanged else "amended"
