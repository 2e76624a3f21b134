"""A pack against the heads of its reports: a "Date of meeting" that is not the day of the meeting for which the pack is.

Comes in: a library and filters. Goes out: pairs of the line of the pack that prints the meeting's day and the line of the report
that prints another. A report from another meeting that is printed again (months away) is no slip of the pen: the two days must be
near each other, or the same day of another year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from pipeline.language.dates import dates
from pipeline.lookup.changes.kept import Library
from pipeline.lookup.changes.moments import quoted
from pipeline.lookup.changes.restated import Pair
from pipeline.lookup.changes.sameness import Saying
from pipeline.lookup.text.sentences import stretches
from pipeline.model.answers import FactRow, Filters, PassageRow

LABELS = "date of meeting|date of the meeting|meeting date|date of committee|committee date".split("|")
SOUGHT = "words : (" + " OR ".join(f'"{label}"' for label in LABELS) + ")"
LABEL = re.compile(rf"\W*(?:{'|'.join(LABELS)})\b", re.IGNORECASE)
TO = re.compile(
    r"^\W*(?:report to|to|for|meeting of|meeting|committee|board|decision[ -]maker|decision to be made by)\s*[:\t]",
    re.IGNORECASE | re.MULTILINE,
)
"""A line that names the body which a report is for."""
HEAD = 2
"""Passages at the beginning of a report that are its head: further on, dates of other meetings are told."""
REPORTS = ("report", "appendix", "forward_plan", "other")
"""Parts whose own head may name the meeting wrongly; agendas and minutes say when it was."""
NEAR = 12
"""Days: the next meeting of a committee is hardly nearer."""
OPENING = 4000
"""Characters at a paper's beginning in which the pack prints the day of its meeting."""
ALL = 1000


def head_pairs(store: Library, filters: Filters) -> Iterator[Pair]:
    """The pack's own line first, then the report's."""
    opened = lru_cache(maxsize=None)(lambda document, day: _opening(store, document, day))
    for row in store.passages(sorted(rowid for rowid, _ in store.words(SOUGHT, filters, ALL))):
        day = row.standing.meeting_date or ""
        if row.standing.kind not in REPORTS or not _head(store, row):
            continue
        for start, text in stretches(row.words):
            printed = _printed(text)
            if printed and _slip(printed, day) and (pack := opened(row.standing.document_id, day)):
                yield Pair(_saying(pack), _saying(quoted(row, start, start + len(text))), "contradiction", 1.0)


def _head(store: Library, row: PassageRow) -> bool:
    """Whether a passage is the head of a report to the pack's own body."""
    before = [one for one in store.neighbours(row, HEAD, 0) if one.ordinal < row.ordinal and one.part_id == row.part_id]
    own = (row.standing.committee or "").lower() in row.words.lower()
    return len(before) < HEAD and (own or not TO.search(row.words))


def _printed(text: str) -> str | None:
    """The one whole date of a line that is labelled as the meeting's."""
    found = [one.iso for one in dates(text) if one.whole] if LABEL.match(text) else []
    return found[0] if len(found) == 1 else None


def _slip(printed: str, day: str) -> bool:
    if len(day) != len("2034-12-31") or printed == day:
        return False
    apart = abs((date.fromisoformat(printed) - date.fromisoformat(day)).days)
    return apart <= NEAR or (printed[4:] == day[4:] and abs(int(printed[:4]) - int(day[:4])) == 1)


def _opening(store: Library, document: int, day: str) -> FactRow | None:
    """The first line of a paper's opening, outside of its reports, that prints this day."""
    rows: list[PassageRow] = store.passages(store.passages_at(document, 0, OPENING))
    for row in rows:
        if row.standing.kind not in REPORTS:
            for start, text in stretches(row.words):
                if any(one.iso == day for one in dates(text)):
                    return quoted(row, start, start + len(text))
    return None


def _saying(row: FactRow) -> Saying:
    return Saying(row, frozenset(), frozenset(), row.standing.meeting_date or "")
