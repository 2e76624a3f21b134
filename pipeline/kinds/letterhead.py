"""The opening of a paper: the body's name alone on a line, "Item No: 7", and label and value lines under it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.kinds.lines import Line
from pipeline.language.bodies import committee_line, councils
from pipeline.language.wording import words

LABELS: dict[str, str] = {
    "report title": "title",
    "title of report": "title",
    "report on": "title",
    "subject": "title",
    "subject matter": "title",
    "title": "title",
    "briefing note": "title",
    "report name": "title",
    "report to": "body",
    "to": "body",
    "committee": "body",
    "meeting": "body",
    "decision maker": "body",
    "date of meeting": "date",
    "meeting date": "date",
    "date": "date",
    "date of committee": "date",
    "decision date": "date",
    "item no": "item",
    "item number": "item",
    "agenda item": "item",
    "agenda item no": "item",
    "agenda number": "item",
    "item": "item",
    "report of": "author",
    "report by": "author",
    "from": "author",
    "report author": "author",
    "author": "author",
    "briefing note author": "author",
    "lead officer": "author",
    "contact officer": "author",
    "report from": "author",
    "responsible director": "other",
    "responsible chief officer": "other",
    "responsible cabinet member": "other",
    "responsible officer": "other",
    "corporate director": "other",
    "strategic director": "other",
    "cabinet member": "other",
    "lead member": "other",
    "portfolio holder": "other",
    "relevant cabinet member": "other",
    "executive member": "other",
    "ward": "other",
    "wards": "other",
    "wards affected": "other",
    "electoral division": "other",
    "classification": "other",
    "key decision": "other",
    "exempt": "other",
    "status": "other",
    "past pathway": "other",
    "future pathway": "other",
    "past pathway of report": "other",
    "future pathway of report": "other",
    "decision no": "other",
    "decision number": "other",
    "purpose of report": "other",
    "application number": "item",
    "application no": "item",
    "application ref": "item",
    "division affected": "other",
    "is this a key decision": "other",
    "open or exempt": "other",
    "for": "other",
    "type of report": "other",
}
"""Labels of a report's header, and what their value tells."""
_LABEL = "|".join(sorted((re.escape(label).replace(r"\ ", r"\s+") for label in LABELS), key=len, reverse=True))
LABEL_LINE = re.compile(rf"(?P<label>{_LABEL})(?:\(?s?\)?)\s*(?P<colon>[:\t]|\.:)[\s:]*(?P<value>.*)", re.IGNORECASE)
BARE_LABEL = re.compile(rf"(?P<label>{_LABEL})\s*\??\s*[:.]?\s*(?P<value>)", re.IGNORECASE)
ITEM_LINE = re.compile(r"(?:agenda\s+)?item\s*(?:no\.?|number)?\s*[:.]?\s*(?P<number>\d{1,3}[a-z]?(?:\.\d+)?)?", re.IGNORECASE)
DRAFT = frozenset(("draft", "confidential", "exempt", "restricted", "official", "unrestricted"))
REACH = 14
"""A header takes at most so many lines."""


def label_of(line: Line) -> tuple[str, str, str] | None:
    """(label, what it tells, value) of a header line; None for any other line."""
    match = LABEL_LINE.fullmatch(line.text) or (BARE_LABEL.fullmatch(line.text) if line.alone or "\t" in line.text else None)
    if not match:
        return None
    label = " ".join(match["label"].casefold().split())
    return label, LABELS[label], match["value"].strip(" :\t").replace("\t", " ")


def is_opening(line: Line) -> bool:
    """Lines that stand above a title: the body's name, the council's name, "Item No", "DRAFT"."""
    text = line.text.strip(" .:")
    if committee_line(text) or ITEM_LINE.fullmatch(text) or text.casefold() in DRAFT:
        return True
    found = councils(text)
    return bool(found) and len(words(text)) <= len(words(next(iter(found)))) + 2


def opening_start(found: Sequence[Line], index: int, reach: int = 4) -> int:
    """The first of the opening lines just above line `index`."""
    at = index
    while at > 0 and index - at < reach and is_opening(found[at - 1]):
        at -= 1
    return at
