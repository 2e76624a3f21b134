"""Ofsted's report cards, from November 2025: areas with grades of five steps, beside each area or in groups under each grade."""

from __future__ import annotations

import re

from pipeline.extract.inspections.frameworks import OFSTED_REPORT_CARD as CARD
from pipeline.extract.inspections.graded import OF_A_COMMITTEE, OPENING, graded
from pipeline.extract.inspections.types import InspectionReport, Judgement

_LINE = re.compile(rf"^\W*(?:(?P<grade>{CARD.grades})|(?P<area>{CARD.statements}))\W*$", re.IGNORECASE | re.MULTILINE)


def report_card(text: str) -> InspectionReport | None:
    """A report card, or None."""
    beside = graded(text, CARD)
    lines = [*_LINE.finditer(text)]
    groups = [line for line in lines if line["grade"] and not re.match(r"(?:not\s+)?met", line["grade"], re.IGNORECASE)]
    areas = [line for line in lines if line["area"] and not line["area"].casefold().startswith("safeguarding")]
    if not groups or len(areas) < CARD.least - 1 or groups[0].start() > areas[0].start() or OF_A_COMMITTEE.search(text, 0, OPENING):
        return beside
    judged: dict[str, Judgement] = {}
    for area in areas:
        grade = [group for group in groups if group.start() < area.start()][-1]
        name, score = " ".join(area["area"].split()), " ".join(grade["grade"].split()).capitalize()
        apart = ((grade.start("grade"), grade.end("grade")),)
        judged.setdefault(name, Judgement(name, score, area.start("area"), area.end("area"), scale=CARD.scale, apart=apart))
    safe = [j for j in beside.judgements if j.statement.casefold().startswith("safeguarding")] if beside else []
    return InspectionReport(CARD.inspector, beside.authority if beside else None, (*safe, *judged.values()))
