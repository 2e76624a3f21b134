"""Officer reports: title, date, item, author, responsible director and recommendations, each once.

Comes in: parts of kind report (and a forward plan that asks for something). What stands behind a label ("Date of
meeting:", "Report author:", "From:") is taken as printed; a date that is not printed on the report stays blank.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extract import agenda
from pipeline.extract.nlp import Nlp
from pipeline.extract.reports.contacts import contacts
from pipeline.extract.reports.labels import labelled
from pipeline.extract.reports.recommending import recommendations
from pipeline.language.dates import dates, first_date
from pipeline.language.wording import alike
from pipeline.model.evidence import Evidence, evidence
from pipeline.model.facts import AgendaItem, Recommendation, Report
from pipeline.model.structure import Paragraph, Part, Structure

EXTRACTOR = "reports"
HEAD = 16
"""Paragraphs at the head of a report in which its labels stand."""
LETTERHEAD, MOST_HEADED = 6, 120
"""Paragraphs above the text, and characters of one, that name the meeting's day: "To Cabinet on 25 January 2031"."""
FORWARD_PLAN = re.compile(r"\bforward\s+(?:work\s+)?(?:plan|programme)|\bwork\s+(?:plan|programme)\b", re.IGNORECASE)
DATE_LINE = re.compile(r"^\W*(?:\w+day,?\s+)?\d{1,2}(?:st|nd|rd|th)?\s+\w+,?\s+(?:19|20)\d\d\W*$")
SAME = 0.72
"""Share of words that two printings of one recommendation have in common."""
SAME_PLACE = 0.45
"""The same, where both carry the same marker."""


def extract(structure: Structure, nlp: Nlp) -> Iterator[Report]:
    """Each report of the document."""
    items = list(agenda.extract(structure, nlp))
    for part in structure.parts:
        paragraphs = tuple(structure.paragraphs_of(part)) if part.kind in ("report", "forward_plan") else ()
        if not paragraphs:
            continue
        asked = _once(structure, paragraphs)
        if part.kind == "report" or asked:
            yield _report(structure, part, paragraphs, asked, items)


def _report(
    structure: Structure, part: Part, paragraphs: Sequence[Paragraph], asked: tuple[Recommendation, ...], items: Sequence[AgendaItem]
) -> Report:
    head = labelled([p.text for p in paragraphs[:HEAD]])
    officer, director = contacts(structure, paragraphs, head)
    number = (head.get("item") or part.item or "").strip(" .") or None
    listed = next((item for item in items if _is_of(item, part, number)), None)
    return Report(
        evidence=_place(structure, part, paragraphs),
        extractor=EXTRACTOR,
        title=_title(part, head.get("title"), listed),
        date=_date(head, paragraphs, part.meeting_date),
        item=number or (listed.number if listed else None),
        officer=officer or director,
        responsible_director=director,
        recommendations=asked,
    )


def _is_of(item: AgendaItem, part: Part, number: str | None) -> bool:
    if part.kind == "forward_plan":
        return bool(FORWARD_PLAN.search(item.title))
    return number is not None and item.number == number


def _title(part: Part, printed: str | None, listed: AgendaItem | None) -> str:
    """The printed title; for a plan without a title page, the agenda's."""
    if part.kind == "forward_plan" and listed and not FORWARD_PLAN.search(part.title):
        return listed.title
    return printed if printed and alike(printed, part.title) >= 0.5 else part.title


def _place(structure: Structure, part: Part, paragraphs: Sequence[Paragraph]) -> Evidence:
    """The heading of the report, or the paragraph that prints its title."""
    heading = next((p for p in paragraphs[:HEAD] if p.kind == "heading" and alike(p.text, part.title) > 0), None)
    return evidence(structure, heading or next((p for p in paragraphs[:HEAD] if alike(p.text, part.title) >= 0.5), paragraphs[0]))


def _date(head: dict[str, str], paragraphs: Sequence[Paragraph], met: str | None) -> str | None:
    """The date behind its label, else in "To: Cabinet, 30 January 2031", else alone on a line of the letterhead or in its headings."""
    for name in ("date", "to", "dated"):
        if name in head and (found := first_date(head[name])):
            return found
    alone = next((found for p in paragraphs[:HEAD] if DATE_LINE.match(p.text) and (found := first_date(p.text))), None)
    headed = any(met == each.iso for p in paragraphs[:LETTERHEAD] if p.kind != "row" for each in dates(p.text[:MOST_HEADED]))
    return alone or (met if headed else None)


def _once(structure: Structure, paragraphs: Sequence[Paragraph]) -> tuple[Recommendation, ...]:
    """Recommendations in order, a second printing kept as `also` of the first."""
    kept: list[Recommendation] = []
    for asked in recommendations(structure, paragraphs):
        twin = next((i for i, other in enumerate(kept) if _is_again(asked, other)), None)
        if twin is None:
            kept.append(asked)
        else:
            kept[twin] = replace(kept[twin], also=(*kept[twin].also, asked.evidence))
    return tuple(kept)


def _is_again(asked: Recommendation, other: Recommendation) -> bool:
    """A second printing, perhaps in other words at the same letter."""
    one, two = ((place.paragraph or "").split()[-1:] for place in (asked.evidence, other.evidence))
    return alike(asked.text, other.text) >= (SAME_PLACE if one and one == two else SAME)
