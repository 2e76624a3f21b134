"""Actions and the later minutes that report on them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from pipeline.link.ports import Found, Linkable, telling
from pipeline.model.answers import FactRow, Filters, PassageRow

SAME_MATTER = 0.6
"""Share of an action's telling words that a later passage must hold to be about it."""
FEWEST = 3
"""Telling words below which an action cannot be recognised again."""
LOOKED_AT = 8
DONE = re.compile(
    r"\b(?:was|were|had been|has been|have been) (?:\w+ )?(?:received|completed?|circulated|provided|presented|arranged|held|done|sent|"
    r"published|actioned|considered|delivered)\b|\bcompleted?\b",
    re.IGNORECASE,
)
CARRIED = re.compile(r"\b(?:carried forward|outstanding|ongoing|deferred|would be (?:brought|presented)|not yet)\b", re.IGNORECASE)


def actions_followed(library: Linkable) -> Iterator[Found]:
    """Status and followed_by of each action, from later minutes of the same body; nothing where there are none."""
    actions = [a for a in library.facts("actions", Filters()) if a.standing.committee and a.standing.meeting_date]
    meetings = {(d.standing.committee, d.standing.meeting_date) for d in library.facts("decisions", Filters())}
    for action in actions:
        committee, date = action.standing.committee, action.standing.meeting_date
        if not any(c == committee and m and m > (date or "") for c, m in meetings):
            continue
        found = _mentions(library, action)
        status = _status(found)
        followed = [{"$fact": row.id} for row in found]
        yield Found("actions", action.id, {"status": status, "followed_by": json.dumps(followed)})


def _mentions(library: Linkable, action: FactRow) -> list[PassageRow]:
    """Passages of later minutes that hold most of the action's telling words, oldest first."""
    words = telling(action.fields["text"])
    if len(words) < FEWEST:
        return []
    match = " OR ".join(f'"{word}"' for word in sorted(words))
    after = Filters(committee=action.standing.committee, since=f"{action.standing.meeting_date}~", kind="minutes")
    rows = library.passages([rowid for rowid, _ in library.words(match, after, LOOKED_AT)])
    about = [row for row in rows if len(words & telling(row.words)) >= SAME_MATTER * len(words)]
    return sorted(about, key=lambda row: (row.standing.meeting_date or "", row.ordinal))


def _status(found: Sequence[PassageRow]) -> str:
    if not found:
        return "not_mentioned"
    if any(DONE.search(row.words) for row in found):
        return "done"
    return "carried_forward" if any(CARRIED.search(row.words) for row in found) else "open"
