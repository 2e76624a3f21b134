"""Figures: numbers of sentences, lists and tables with their unit, measure, period and place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from heapq import merge

from pipeline.extract.figures.paper import Paper, papers
from pipeline.extract.figures.table import EXTRACTOR, of_table
from pipeline.extract.figures.text import Around, Reading, read
from pipeline.extract.figures.when import NEVER, When
from pipeline.extract.nlp import Nlp
from pipeline.model.evidence import evidence
from pipeline.model.facts import Fact, Figure
from pipeline.model.structure import Paragraph, Structure

STRICT_PARTS = frozenset(("cover", "agenda", "forward_plan"))
LEAST_SURE = 0.75
"""Confidence of recognition, 0 to 1: a typed scan reaches 0.9."""
CONTENTS = re.compile(r"\W*(?:table\s+of\s+)?(?:contents?|index)(?:\s+page)?\W*", re.IGNORECASE)
MONEY_ALONE = re.compile(r"^\W*[£€]\s?\d[\d.,]*\s?(?:k|m|bn|million)?\W*$", re.IGNORECASE)
UNFINISHED = re.compile(r"[\w)’'%]\s*\**$")
"""Words without a stop over an amount alone on its line: the line says what it is."""
BARE = re.compile(r"^\W*[£€]?\s?[\d.,]+\s?(?:k|m|bn|%|million)?\W*$", re.IGNORECASE)


def extract(structure: Structure, nlp: Nlp) -> Iterator[Fact]:
    """Every figure of a document, in reading order. Rules only: `nlp` is not asked."""
    del nlp
    stated = papers(structure)
    yield from merge(_of_paragraphs(structure, stated), _of_tables(structure, stated), key=_start)


def _start(figure: Figure) -> int:
    return figure.evidence.spans[0].start if figure.evidence.spans else 0


def _of_paragraphs(structure: Structure, stated: Sequence[Paper]) -> Iterator[Figure]:
    for paragraph in structure.paragraphs:
        if paragraph.kind == "row" and paragraph.table is not None:
            continue
        if _stands_alone(structure, paragraph):
            continue
        for reading in read(paragraph.text, around(structure, paragraph, stated[paragraph.part].when)):
            yield figure(structure, paragraph, reading)


def _stands_alone(structure: Structure, paragraph: Paragraph) -> bool:
    """A number by itself under no words is the scale of a chart or a stray cell."""
    if not BARE.match(paragraph.text) or paragraph.lead_in is not None or paragraph.kind == "item":
        return False
    before = structure.paragraphs[paragraph.index - 1] if paragraph.index else None
    after = structure.paragraphs[paragraph.index + 1] if paragraph.index + 1 < len(structure.paragraphs) else None
    if not before or before.part != paragraph.part:
        return True
    of_words = MONEY_ALONE.match(paragraph.text) and not BARE.match(before.text) and not (after and BARE.match(after.text))
    return not (before.text.rstrip().endswith(":") or (of_words and UNFINISHED.search(before.text)))


def _is_hard_to_read(structure: Structure, offset: int) -> bool:
    """A page whose words the engine itself is not sure of, such as a form filled in by hand: only figures with their unit are taken."""
    page = structure.document.pages[structure.document.page_at(offset)]
    return page.recognised and page.confidence is not None and page.confidence < LEAST_SURE


def _of_tables(structure: Structure, stated: Sequence[Paper]) -> Iterator[Figure]:
    rows: dict[int, dict[int, int]] = {}
    for paragraph in structure.paragraphs:
        if paragraph.table is not None and paragraph.row is not None:
            rows.setdefault(paragraph.table, {})[paragraph.row] = paragraph.index
    for table in structure.tables:
        if not any(row.span.end > row.span.start and _is_hard_to_read(structure, row.span.start) for row in table.rows):
            printed = {row: structure.paragraphs[at] for row, at in rows.get(table.index, {}).items()}
            yield from of_table(structure, table, printed, stated[table.part])


def around(structure: Structure, paragraph: Paragraph, paper: When = NEVER) -> Around:
    part = structure.parts[paragraph.part]
    lead = structure.paragraphs[paragraph.lead_in].text if paragraph.lead_in is not None else ""
    if not lead and BARE.match(paragraph.text) and paragraph.index:
        lead = structure.paragraphs[paragraph.index - 1].text
    headings = tuple(reversed(structure.path(paragraph.section)))
    hard = bool(paragraph.runs) and _is_hard_to_read(structure, paragraph.runs[0][1])
    strict = hard or paragraph.kind == "heading" or part.kind in STRICT_PARTS or bool(headings and CONTENTS.fullmatch(headings[0]))
    return Around(lead, headings, part.meeting_date, strict, paragraph.number or paragraph.marker, paper)


def figure(structure: Structure, paragraph: Paragraph, reading: Reading) -> Figure:
    one = reading.found
    return Figure(
        evidence=evidence(structure, paragraph, reading.low, reading.high),
        extractor=EXTRACTOR,
        basis="derived" if reading.derived else "stated",
        raw=paragraph.text[one.start : one.end],
        value=one.value,
        of=one.of,
        unit=one.unit,
        value_max=one.top,
        direction=reading.direction,
        approximate=reading.approximate,
        bound=reading.bound,
        measure=reading.told or None,
        period=reading.when.text,
        period_start=reading.when.first,
        period_end=reading.when.last,
        status=reading.status,
    )
