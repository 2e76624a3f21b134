"""What was searched, and what the library lacks for a question: papers, dates, minutes of a meeting that is asked about."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import replace

from pipeline.lookup.cite import spoken
from pipeline.lookup.understanding.question import MEETING, Question
from pipeline.model.answers import Coverage, Filters
from pipeline.model.ports import FactStore

RESOLVED = frozenset({"decision", "vote", "attendance", "declaration"})
"""What only the minutes of a meeting can tell."""


def searched(library: FactStore, question: Question) -> Coverage:
    """Papers and dates within the filters, with the gaps that bear on the question."""
    found = library.coverage(question.filters)
    return replace(found, gaps=(*found.gaps, *_gaps(library, question, found)))


def _gaps(library: FactStore, question: Question, found: Coverage) -> Iterator[str]:
    if not found.documents:
        yield "No paper matches these filters."
        return
    for date in question.dates:
        if date.startswith("fy") or not MEETING.search(question.text):
            continue
        if not _papers(library, question.filters, date):
            yield f"No paper is dated {_said(date)}."
        elif question.expects & RESOLVED and not _papers(library, replace(question.filters, kind="minutes"), date):
            yield f"No minutes of {_said(date)} are among them."


def _papers(library: FactStore, filters: Filters, date: str) -> int:
    """How many papers are of this day, month or year."""
    if filters.since or filters.until:
        return 1  # the person has chosen the dates
    first = {4: f"{date}-01-01", 7: f"{date}-01"}.get(len(date), date)
    return library.coverage(replace(filters, since=first, until=_last(date))).documents


def _last(date: str) -> str:
    if len(date) == len("2024-03"):
        year, month = map(int, date.split("-"))
        return f"{date}-{calendar.monthrange(year, month)[1]:02}"
    return f"{date}-12-31" if len(date) == len("2024") else date


def _said(date: str) -> str:
    if len(date) == len("2024-03"):
        year, month = map(int, date.split("-"))
        return f"{calendar.month_name[month]} {year}"
    return spoken(date) if len(date) == len("2024-03-05") else date
