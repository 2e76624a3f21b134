"""Undertakings that can be checked: a deliverable, a number or a date still to come, stated by the council or a partner.

Comes in: a Structure. Goes out: Commitment facts in reading order, from sentences, list items, and rows of savings
programmes, reserves and action plans. A sentence is weighed by its signs (`signs.py`, `against.py`) with one table of points
(`points.py`); with it may stand the next sentence that says by when, or the rest (`spread.py`).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from pipeline.extract.commitments.fields import Promise, promises, subject
from pipeline.extract.commitments.letters import letters_of_government
from pipeline.extract.commitments.points import ENOUGH, confidence, worth
from pipeline.extract.commitments.rows import row_commitments
from pipeline.extract.commitments.signs import Place, signs
from pipeline.extract.commitments.spread import rests_joined, times_before
from pipeline.extract.nlp import Nlp
from pipeline.language.sentences import sentences
from pipeline.model.evidence import evidence
from pipeline.model.facts import Commitment
from pipeline.model.structure import MINUTING, Paragraph, Structure

EXTRACTOR = "commitments"
SILENT_KINDS = frozenset({"agenda", "cover", "forward_plan"})
"""Parts that announce meetings, not promises."""
LONGEST_SILENT = 30_000
"""Characters: a longer "agenda" is a pack whose parts were not told apart."""
LEAST_TOLD = 20
"""Words of a cell that is running text."""


def extract(structure: Structure, nlp: Nlp) -> Iterator[Commitment]:  # noqa: ARG001 - every extractor takes the same arguments
    """Commitments of a document in reading order."""
    from_rows, letters = row_commitments(structure, EXTRACTOR), letters_of_government(structure)
    for paragraph in structure.paragraphs:
        if paragraph.kind == "row":
            yield from from_rows.get(paragraph.index) or _in_cells(structure, paragraph)
        elif paragraph.kind in ("text", "item") and paragraph.index not in letters and not _silent(structure, paragraph):
            yield from _in_paragraph(structure, paragraph)


def _silent(structure: Structure, paragraph: Paragraph) -> bool:
    section = paragraph.section
    while section is not None:
        if structure.sections[section].boilerplate:
            return True
        section = structure.sections[section].parent
    part = structure.parts[paragraph.part]
    return part.kind in SILENT_KINDS and part.end - part.start < LONGEST_SILENT


def _in_paragraph(structure: Structure, paragraph: Paragraph) -> Iterator[Commitment]:
    place, council = place_of(structure, paragraph), structure.parts[paragraph.part].council
    for start, end, points in _promising(paragraph.text, place):
        for promise in promises(paragraph.text[start:end], place, council):
            yield _commitment(structure, paragraph, (start, end), promise, points)


def _in_cells(structure: Structure, paragraph: Paragraph) -> Iterator[Commitment]:
    """A thing that will be done by a day still to come, told in a cell of running text: the "Detail" of a monitoring report."""
    place, council = place_of(structure, paragraph), structure.parts[paragraph.part].council
    at = 0
    for cell in paragraph.text.split("\t"):
        stretches = _promising(cell, place) if len(cell.split()) >= LEAST_TOLD else ()
        for start, end, points in stretches:
            if _is_dated_deed(cell[start:end], place):
                for promise in promises(cell[start:end], place, council):
                    yield _commitment(structure, paragraph, (at + start, at + end), promise, points)
        at += len(cell) + 1


def _is_dated_deed(text: str, place: Place) -> bool:
    found = signs(text, place)
    return "dated deed" in found and "denied" not in found


def _promising(text: str, place: Place) -> Iterator[tuple[int, int, float]]:
    """The stretches of a paragraph that promise, with their points: a sentence, with the one behind it that says by when or the rest."""
    stretches = deque(rests_joined(text, sentences(text)))
    while stretches:
        start, last, end = stretches.popleft()
        dated = stretches and times_before(text[start:end], text[stretches[0].start : stretches[0].end], place.said)
        if dated and (points := worth(text[start : stretches[0].end], place)) >= ENOUGH:
            yield start, stretches.popleft().end, points
        elif (points := max(worth(text[first:end], place) for first in {start, last})) >= ENOUGH:
            yield start, end, points


def _commitment(structure: Structure, paragraph: Paragraph, place: tuple[int, int], promise: Promise, points: float) -> Commitment:
    return Commitment(
        evidence=evidence(structure, paragraph, *place),
        extractor=EXTRACTOR,
        basis="derived" if promise.derived else "stated",
        subject=subject(structure, paragraph, promise),
        text=promise.text,
        quantity=promise.quantity,
        amount=promise.amount,
        deadline=promise.deadline,
        deadline_date=promise.deadline_date,
        owner=promise.owner,
        confidence=confidence(points, checkable=bool(promise.quantity or promise.amount or promise.deadline)),
    )


def place_of(structure: Structure, paragraph: Paragraph) -> Place:
    """What the signs need to know of where a paragraph stands."""
    part = structure.parts[paragraph.part]
    path = structure.path(paragraph.section)
    lead = structure.paragraphs[paragraph.lead_in].text if paragraph.lead_in is not None else ""
    return Place(
        heading=lead or (path[-1] if path else ""),
        headings=path,
        minutes=part.kind in MINUTING,
        item=paragraph.kind == "item",
        said=part.meeting_date or structure.document.published,
    )
