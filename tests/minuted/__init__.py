"""Passages of minutes and reports as councils of these islands word them, with the facts that a careful reader takes from them.

They were written before anybody looked at what the extractors make of them. All councils and people are invented. A file holds
passages of one sort: "=== name", the lines of the minutes ("## 7. Title" a heading, tabs between the cells of a row), then each
expected fact as JSON after "= ", and after "~ " those that a reader can take or leave.
"""

from __future__ import annotations

from pathlib import Path

from tests.minuted.passage import Passage, passages

FILES = {
    "resolutions": "decisions",
    "decisions_typed": "decisions",
    "limbs": "decisions",
    "motions": "decisions",
    "votes": "decisions",
    "divisions": "decisions",
    "votes_elsewhere": "decisions",
    "motions_elsewhere": "decisions",
    "attendance": "attendance",
    "attendance_elsewhere": "attendance",
    "actions": "actions",
    "actions_elsewhere": "actions",
    "interests": "declarations",
    "questions": "questions",
    "promises": "commitments",
    "promises_minuted": "commitments",
}
"""File to the kind of its facts."""
REPORTS = frozenset({"promises"})
"""Files whose passages stand in reports; all others in minutes."""

PASSAGES: tuple[Passage, ...] = tuple(
    passage
    for name, kind in FILES.items()
    for passage in passages(
        (Path(__file__).parent / f"{name}.txt").read_text(encoding="utf-8"), kind, "report" if name in REPORTS else "minutes"
    )
)
