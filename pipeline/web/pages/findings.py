"""What moved, what disagrees, which sums fail: `matters changes` and `matters audit` as pages."""

from __future__ import annotations

from collections import Counter
from typing import Any

from pipeline.check import audit as audited
from pipeline.lookup.changes import Change
from pipeline.lookup.changes import changes as found_changes
from pipeline.model.answers import AuditRow, Filters
from pipeline.web.asked import Asked, Reply
from pipeline.web.templating import page

ROWS = 25
NATURES = {
    "contradiction": "Contradicted: the same period, another value", "deadline_slip": "Deadline moved", "number_changed": "Number changed",
    "achieved": "Reported achieved", "not_mentioned": "Not mentioned since", "restated_same": "Restated",
}  # fmt: skip
CHECKS = {
    "sum": "Sum", "variance": "Variance", "percentage": "Percentage", "share": "Share", "repeated_total": "Total repeated",
    "score": "Score", "disagreement": "Statements disagree", "votes": "Votes", "missing_minutes": "No minutes", "no_text": "No text",
    "repeat": "Printed again",
}  # fmt: skip
SEVERITIES = {"fault": "Faults", "rounding": "What rounding can explain", "note": "Notes"}


def changes(library: Any, asked: Asked) -> Reply:
    """What became of commitments and figures, the gravest first."""
    found = _changes(library, asked)
    counts = Counter(change.nature for change in found)
    chosen = asked["nature"] if asked["nature"] in NATURES else ""
    some = [change for change in found if chosen in ("", change.nature)]
    number, last = asked.number("page", 1, 10_000), max(1, -(-len(some) // ROWS))
    return page(
        "changes.html", asked=asked, changes=some[(number - 1) * ROWS : number * ROWS], total=len(some), counts=counts, chosen=chosen,
        natures=NATURES, number=number, last=last, choices=library.coverage(Filters()),
    )  # fmt: skip


def audit(library: Any, asked: Asked) -> Reply:
    """What does not fit together, the surest first."""
    found = _audit(library, asked)
    counts = Counter(row.check for row in found)
    chosen = asked["check"] if asked["check"] in CHECKS else ""
    some = [row for row in found if chosen in ("", row.check)]
    groups = [(told, [row for row in some if row.severity == severity]) for severity, told in SEVERITIES.items()]
    return page(
        "audit.html", asked=asked, groups=[group for group in groups if group[1]], total=len(some), counts=counts, chosen=chosen,
        checks=CHECKS, hashes={paper.name: paper.sha256[:12] for paper in library.documents()},
    )  # fmt: skip


def _changes(library: Any, asked: Asked) -> list[Change]:
    filters = asked.filters()
    found: list[Change] = library.remembered("whole", ("changes", filters), lambda: list(found_changes(library, filters)))
    return found


def _audit(library: Any, asked: Asked) -> list[AuditRow]:
    filters = asked.filters()
    found: list[AuditRow] = library.remembered("whole", ("audit", filters), lambda: list(audited(library, filters)))
    return found
