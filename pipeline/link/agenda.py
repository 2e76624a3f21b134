"""The report of an agenda item."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.link.ports import Found, Linkable, telling
from pipeline.model.answers import FactRow, Filters

ALIKE = 0.6
"""Share of the longer title's words that two titles must have in common to be of one paper."""


def agenda_to_reports(library: Linkable) -> Iterator[Found]:
    """Same document, same item number or nearly the same title; else the same meeting in another file."""
    reports = library.facts("reports", Filters())
    for item in library.facts("agenda", Filters()):
        near = [r for r in reports if _same_meeting(item, r)]
        best = max(near, key=lambda r: _likeness(item, r), default=None)
        if best is not None and _likeness(item, best) >= ALIKE:
            yield Found("agenda", item.id, {"report": best.id})


def _same_meeting(item: FactRow, report: FactRow) -> bool:
    a, b = item.standing, report.standing
    return a.document_id == b.document_id or (a.committee is not None and (a.committee, a.meeting_date) == (b.committee, b.meeting_date))


def _likeness(item: FactRow, report: FactRow) -> float:
    same_file = item.standing.document_id == report.standing.document_id
    if same_file and item.fields["number"] and item.fields["number"] == report.fields["item"]:
        return 1.0
    a, b = telling(item.fields["title"]), telling(report.fields["title"])
    return len(a & b) / max(len(a), len(b), 1)
