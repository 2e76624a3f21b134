"""What a file's name says of its meeting, where the paper itself does not: the item, the day and the body.

Committee systems name what they publish ("Item 3 Supplement - Bus routes 14th-Jan-2025 10.00 Cabinet"); officers name theirs by the
item ("Agenda item 7 appendix B"). What is printed always wins.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from pipeline.language.bodies import committee_line
from pipeline.language.dates import first_date
from pipeline.model.documents import Document
from pipeline.model.structure import LISTING, Part

ITEM = re.compile(r"\b(?:agenda )?item (?:no\.? ?)?(?P<number>\d{1,2}[a-z]?)\b", re.IGNORECASE)
MEETING = re.compile(
    r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)?[ -](?P<month>[A-Z][a-z]{2,8})[ -](?P<year>20\d\d) \d\d[.:]?\d\d (?P<body>[A-Z].+)"
)
"""A day, an hour and a body: no other file is named so."""


class Named(NamedTuple):
    item: str | None
    date: str | None
    committee: str | None


def named(stem: str) -> Named:
    """Item, day and body of a file's name; None for what it does not say."""
    text = " ".join(stem.replace("_", " ").split())
    item, meeting = ITEM.search(text), MEETING.search(text)
    if not meeting:
        return Named(item["number"] if item else None, None, None)
    date = first_date(f"{meeting['day']} {meeting['month']} {meeting['year']}")
    return Named(item["number"] if item else None, date, committee_line(meeting["body"]) if date else None)


def with_names(document: Document, parts: Sequence[Part]) -> tuple[Part, ...]:
    """The parts, with what the file's name says where they say nothing; the item only of a file that holds one paper."""
    name = named(document.source.path.stem)
    papers = [part for part in parts if part.within is None and part.kind not in LISTING]
    item = name.item if len(papers) == 1 and papers[0].kind != "minutes" else None
    return tuple(
        replace(
            part,
            item=part.item or (item if part.kind not in LISTING else None),
            meeting_date=part.meeting_date or name.date,
            committee=part.committee or (name.committee if part.meeting_date in (None, name.date) else None),
        )
        for part in parts
    )
