"""Inspectors' scores and judgements: one row for each scored statement of an inspection report.

Comes in: a Structure. Goes out: Inspection facts in reading order. A paper that only quotes an inspection (a
committee report, a newsletter) yields none: each inspectorate's reports are known by how they open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline.extract.inspections_cqc import assessment, provider_report
from pipeline.extract.inspections_ofsted import area_send, childrens_services, older_childrens_services
from pipeline.extract.inspections_types import InspectionReport, Judgement
from pipeline.extract.nlp import Nlp
from pipeline.language.deadlines import last_day
from pipeline.model.documents import Span
from pipeline.model.evidence import Evidence
from pipeline.model.facts import Inspection
from pipeline.model.structure import Part, Structure

EXTRACTOR = "inspections 1"
# First match wins; each takes the text of a part and returns None where it is not such a report.
FRAMEWORKS: tuple[Callable[[str], InspectionReport | None], ...] = (
    assessment,
    childrens_services,
    older_childrens_services,
    area_send,
    provider_report,
)
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
    published = report.published or structure.document.published or last_day(structure.document.source.name)
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


def _evidence(structure: Structure, part: Part, judgement: Judgement) -> Evidence:
    start, end = part.start + judgement.start, part.start + judgement.end
    section = next((s.index for s in reversed(structure.sections) if s.part == part.index and s.start <= start), None)
    return Evidence((Span(start, end),), part.index, section)
