"""Questions to begin with, made of what the library holds, and only those that it answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.lookup.answering.answer import ask
from pipeline.model.answers import FactRow, Filters
from pipeline.web.templating import day

MOST, TRIED = 3, 8
SUBJECT = (2, 4)
"""Words of a promise's subject that reads well in a question."""


def examples(library: Any) -> tuple[str, ...]:
    """At most three, of different kinds; asked once for each state of the library."""
    found: tuple[str, ...] = library.remembered("names", "examples", lambda: (_answered(library),))[0]
    return found


def _answered(library: Any) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for kind, question in list(_candidates(library))[:TRIED]:
        if kind not in found and ask(library, question, Filters(), passages=1, statements=1).answered:
            found[kind] = question
    return tuple(found.values())[:MOST]


def _candidates(library: Any) -> Iterator[tuple[str, str]]:
    """Kind and question: what was promised on the commonest subject, what the newest meetings decided, who was there."""
    topics = [value for value, _ in library.values("commitments", "subject", Filters(), {}, 20)]
    for topic in [one for one in topics if SUBJECT[0] <= len(one.split()) <= SUBJECT[1] and one.isascii() and "," not in one][:3]:
        yield "promised", f"What did we commit on {topic[:1].lower() + topic[1:]}?"
    rows: list[FactRow] = library.some("decisions", Filters(kind="minutes"), {}, order="dated", down=True, limit=40)
    met = dict.fromkeys((row.standing.committee, row.standing.meeting_date) for row in rows)
    known = [(body, date) for body, date in met if body and date][:3]
    for body, date in known:
        yield "decided", f"What did the {body} decide on {day(date)}?"
    for body, date in known[:2]:
        yield "present", f"Who attended the {body} on {day(date)}?"
