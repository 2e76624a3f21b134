"""`matters audit`: what in the stored papers does not fit together. Reads the library, changes nothing.

Each check is a function from a library and filters to rows; all prefer silence to a false alarm.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline.check.gaps import missing_minutes, no_text, repeats
from pipeline.check.ports import Audited
from pipeline.check.shares import shares
from pipeline.check.spoken import told_totals
from pipeline.check.statements import disagreements
from pipeline.check.sums import spoken_sums
from pipeline.check.tables import repeated_totals, table_arithmetic
from pipeline.check.votes import scores, votes
from pipeline.model.answers import AuditRow, Filters

CHECKS: tuple[Callable[[Audited, Filters], Iterator[AuditRow]], ...] = (
    table_arithmetic,
    spoken_sums,
    told_totals,
    shares,
    repeated_totals,
    disagreements,
    votes,
    scores,
    missing_minutes,
    no_text,
    repeats,
)


def audit(library: Audited, filters: Filters | None = None) -> Iterator[AuditRow]:
    """Every finding, check by check, each in the order of documents."""
    for check in CHECKS:
        yield from check(library, filters or Filters())
