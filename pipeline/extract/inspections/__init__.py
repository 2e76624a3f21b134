"""Inspectors' scores and judgements: one row for each scored statement of an inspection report.

Comes in: a Structure. Goes out: Inspection facts in reading order. A paper that only quotes an inspection (a
committee report, a newsletter) yields none: each inspectorate's reports are known by how they open.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from pipeline.extract.inspections.cards import report_card
from pipeline.extract.inspections.cqc import assessment
from pipeline.extract.inspections.graded import READERS
from pipeline.extract.inspections.housing import regulatory_judgement
from pipeline.extract.inspections.letters import area_send, fire_and_police, housing_ombudsman, visit
from pipeline.extract.inspections.ofsted import childrens_services, older_childrens_services
from pipeline.extract.inspections.providers import provider_report
from pipeline.extract.inspections.types import InspectionReport, Judgement
from pipeline.extract.nlp import Nlp
from pipeline.language.dates import first_date
from pipeline.model.documents import Span
from pipeline.model.evidence import Evidence
from pipeline.model.facts import Inspection
from pipeline.model.structure import Part, Structure

EXTRACTOR = "inspections"
# First match wins; each takes the text of a part and returns None where it is not such a report.
FRAMEWORKS: tuple[Callable[[str], InspectionReport | None], ...] = (
    assessment,
    childrens_services,
    older_childrens_services,
    area_send,
    visit,
    provider_report,
    regulatory_judgement,
    housing_ombudsman,
    fire_and_police,
    report_card,
    *READERS,
)
ISO_DAY = re.compile(r"(?<!\d)20\d\d-[01]\d-[0-3]\d(?!\d)")
REPORT_KINDS = frozenset({"inspection", "web", "report", "other", "cover", "appendix"})


def extract(structure: Structure, nlp: Nlp) -> Iterator[Inspection]:  # noqa: ARG001 - every extractor takes the same arguments
    """The judgements of each part that is an inspection report."""
    for part in structure.parts:
        if part.kind not in REPORT_KINDS:
            continue
        text = structure.document.text[part.start : part.end]
        report = next((found for read in FRAMEWORKS if (found := read(text))), None)
        if report:
            yield from _facts(structure, part, report)


def _facts(structure: Structure, part: Part, report: InspectionReport) -> Iterator[Inspection]:
    authority = report.authority or part.council
    published = report.published or structure.document.published or _named_day(structure.document.source.name)
    for judgement in report.judgements:
        yield Inspection(
            evidence=_evidence(structure, part, judgement),
            extractor=EXTRACTOR,
            basis="stated" if report.published else "derived",
            authority=authority,
            inspector=report.inspector,
            published=published,
            inspected=report.inspected,
            overall_rating=report.overall_rating,
            theme=judgement.theme,
            statement=judgement.statement,
            score=judgement.score,
            scale=judgement.scale,
            checks=report.checks,
        )


def _named_day(name: str) -> str | None:
    """The day in a file's name; a year or month alone is none."""
    return first_date(name) or next((match.group() for match in ISO_DAY.finditer(name)), None)


def _evidence(structure: Structure, part: Part, judgement: Judgement) -> Evidence:
    stretches = sorted({(judgement.start, judgement.end), *judgement.apart})
    spans = tuple(Span(part.start + start, part.start + end) for start, end in stretches)
    at = part.start + judgement.start
    section = next((s.index for s in reversed(structure.sections) if s.part == part.index and s.start <= at), None)
    return Evidence(spans, part.index, section)
