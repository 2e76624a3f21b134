"""Commitments that are one promise: restated, moved, changed, achieved, not mentioned since."""

from __future__ import annotations

import json
from collections.abc import Iterator

from pipeline.link.ports import Found, Linkable
from pipeline.lookup.changes import promised
from pipeline.model.answers import Filters


def promises_restated(library: Linkable) -> Iterator[Found]:
    """first_seen, last_seen, status and restatements of every commitment, as `lookup/changes.py` groups them."""
    committed = library.facts("commitments", Filters())
    for promise in promised(library, committed):
        for row in promise.statements:
            others = [{"$fact": other.id} for other in promise.statements if other.id != row.id]
            values = {
                "first_seen": promise.first_seen,
                "last_seen": promise.last_seen,
                "status": promise.status,
                "restatements": json.dumps(others),
            }
            yield Found("commitments", row.id, values)
