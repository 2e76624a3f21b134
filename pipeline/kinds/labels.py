"""Label and value lines of a paper's header: "Report to: Cabinet", "Date of meeting | 1 May 2024"."""

from __future__ import annotations

import re

from pipeline.kinds.lines import Line

LABELS: dict[str, str] = {
    "report title": "title",
    "title of report": "title",
    "report on": "title",
    "subject": "title",
    "subject matter": "title",
    "title": "title",
    "briefing note": "title",
    "report name": "title",
    "cabinet report title": "title",
    "title/subject": "title",
    "subject/title": "title",
    "report to": "body",
    "report for": "body",
    "council/committee": "body",
    "to": "body",
    "committee": "body",
    "meeting": "body",
    "decision maker": "body",
    "date of meeting": "date",
    "meeting date": "date",
    "date": "date",
    "date of committee": "date",
    "decision date": "date",
    "cabinet date": "date",
    "committee date": "date",
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
    "submitted by": "author",
    "report authorised by": "other",
    "authorised by": "other",
    "approved for submission by": "other",
    "responsible head of service": "other",
    "lead member / officer": "other",
    "ward(s) affected": "other",
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
REACH = 14
"""A header takes at most so many lines."""


def label_of(line: Line) -> tuple[str, str, str] | None:
    """(label, what it tells, value) of a header line; None for any other line."""
    match = LABEL_LINE.fullmatch(line.text) or (BARE_LABEL.fullmatch(line.text) if line.alone or "\t" in line.text else None)
    if not match:
        return None
    label = " ".join(match["label"].casefold().split())
    return label, LABELS[label], match["value"].strip(" :\t").replace("\t", " ")
