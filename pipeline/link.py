"""What facts of different places have to do with one another, found over the whole library after each ingest.

Each step is a function from stored rows to fields to set; running twice sets the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from typing import Any, NamedTuple, Protocol

from pipeline.model.answers import FactRow, Filters

ALIKE = 0.6
"""Share of the longer title's words that two titles must have in common to be of one paper."""


class Linkable(Protocol):
    def facts(self, kind: str, filters: Filters, limit: int = 0) -> list[FactRow]: ...
    def set_fields(self, kind: str, id_: str, values: dict[str, Any]) -> None: ...
    def transaction(self) -> AbstractContextManager[None]: ...


class Found(NamedTuple):
    kind: str
    id: str
    values: Mapping[str, Any]


def link(library: Linkable) -> None:
    """Runs every step in one transaction."""
    with library.transaction():
        for step in STEPS:
            for found in step(library):
                library.set_fields(found.kind, found.id, dict(found.values))


def agenda_to_reports(library: Linkable) -> Iterator[Found]:
    """The report of an agenda item: same document, same item number or nearly the same title."""
    reports = library.facts("reports", Filters())
    for item in library.facts("agenda", Filters()):
        here = [r for r in reports if r.standing.document_id == item.standing.document_id]
        best = max(here, key=lambda r: _likeness(item, r), default=None)
        if best is not None and _likeness(item, best) >= ALIKE:
            yield Found("agenda", item.id, {"report": best.id})


def _likeness(item: FactRow, report: FactRow) -> float:
    number, title = item.fields["number"], _words(item.fields["title"])
    if number and number == report.fields["item"]:
        return 1.0
    other = _words(report.fields["title"])
    return len(title & other) / max(len(title), len(other), 1)


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z0-9]{3,}", text.lower()))


STEPS = (agenda_to_reports,)
