"""Parts split into sections, paragraphs, tables and passages."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model.documents import Document, Paragraph, Part, Span, Structure
from pipeline.split.headings import Heading
from pipeline.split.paragraphs import paragraphs
from pipeline.split.passages import passages
from pipeline.split.repair import Mender
from pipeline.split.sections import sections
from pipeline.split.tables import tables
from pipeline.split.units import Unit, units


def split(document: Document, parts: tuple[Part, ...]) -> Structure:
    """Everything known of a document before facts."""
    mender = Mender(document.text, document.media)
    found = units(document, parts, mender)
    tree, placed = sections(document, parts, found)
    headings = {heading.unit: (heading, section) for heading, section in placed if heading.end > heading.start}
    section_at = _sections_of(found, placed)
    data = tables(document, found, section_at)
    made = paragraphs(document, found, mender, headings, section_at, data)
    whole = tuple(placed_table.table for placed_table in data)
    return Structure(document, parts, tree, made, whole, passages(tree, made, whole, _ranges(document.text, made), document.text))


def _sections_of(found: Sequence[Unit], placed: Sequence[tuple[Heading, int]]) -> list[int | None]:
    """The section that each unit stands in; what stands before a part's title belongs to the part's section."""
    by_unit = {heading.unit: section for heading, section in placed}
    first: dict[int, int] = {}
    for heading, section in placed:
        first.setdefault(found[heading.unit].part, section)
    at: list[int | None] = []
    for unit in found:
        begins = not at or unit.part != found[unit.index - 1].part
        at.append(by_unit.get(unit.index, first.get(unit.part) if begins else at[-1]))
    return at


def _ranges(text: str, made: Sequence[Paragraph]) -> list[tuple[Span, ...]]:
    """Each paragraph's places in the document, its number and marker included."""
    found: list[tuple[Span, ...]] = []
    last = 0
    for paragraph in made:
        spans = list(paragraph.spans())
        if spans:
            start = spans[0].start
            if paragraph.number or paragraph.marker:
                line = max(last, text.rfind("\n", 0, start) + 1)
                lead = text[line:start]
                start = line + len(lead) - len(lead.lstrip())
            spans[0] = Span(start, spans[0].end)
            last = spans[-1].end
        found.append(_merged(text, spans))
    return found


def _merged(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans joined where nothing but white space and mark-up lies between, so that furniture stays out."""
    found: list[Span] = []
    for span in spans:
        if found and not any(character.isalnum() for character in text[found[-1].end : span.start]):
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return tuple(found)
