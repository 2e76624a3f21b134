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
    section_at = _sections_of(found, tree_starts(placed), headings)
    data = tables(document, found, section_at)
    made = paragraphs(document, found, mender, headings, section_at, data)
    whole = tuple(placed_table.table for placed_table in data)
    return Structure(document, parts, tree, made, whole, passages(parts, tree, made, whole, _ranges(document.text, made), document.text))


def tree_starts(placed: Sequence[tuple[Heading, int]]) -> list[tuple[int, int]]:
    """First unit and section of each heading, in order of units."""
    return sorted((heading.unit, section) for heading, section in placed)


def _sections_of(found: Sequence[Unit], starts: Sequence[tuple[int, int]], headings: dict[int, tuple[Heading, int]]) -> list[int | None]:
    """The section that each unit stands in; what stands before a part's title belongs to the part's section."""
    at: list[int | None] = []
    current: int | None = None
    part = -1
    first_of = {}
    for unit, section in starts:
        first_of.setdefault(found[unit].part, section)
    by_unit = dict(starts)
    for unit in found:
        if unit.part != part:
            part, current = unit.part, first_of.get(unit.part)
        current = by_unit.get(unit.index, current)
        at.append(current)
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
