"""Parts split into sections, paragraphs, tables and passages."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model.documents import Document
from pipeline.model.spool import kept
from pipeline.model.structure import Part, Section, Structure
from pipeline.split.captions import missed
from pipeline.split.headings import Heading
from pipeline.split.numbering import within
from pipeline.split.paragraphs import paragraphs
from pipeline.split.passages import passages
from pipeline.split.repair import Mender
from pipeline.split.runs import with_runs
from pipeline.split.sections import sections
from pipeline.split.tables import tables
from pipeline.split.units import Unit, units


def split(document: Document, parts: tuple[Part, ...]) -> Structure:
    """Everything known of a document before facts."""
    mender = Mender(document.text, document.media)
    found = with_runs(units(document, parts, mender), parts)
    tree, placed = sections(document, parts, found)
    headings = {
        heading.unit: (heading, section)
        for heading, section in placed
        if heading.end > heading.start and found[heading.unit].block.kind != "table"
    }
    section_at = _sections_of(found, placed, tree)
    data = tables(document, found, section_at)
    made, places = paragraphs(document, found, mender, headings, section_at, data)
    whole = tuple(placed_table.table for placed_table in data)
    return Structure(document, parts, tree, made, whole, kept(passages(tree, made, whole, places, document)), missed(document, found))


def _sections_of(found: Sequence[Unit], placed: Sequence[tuple[Heading, int]], tree: Sequence[Section]) -> list[int | None]:
    """The section that each unit stands in. What stands before a part's title belongs to the part's section; a paragraph
    with a number, 3.4, goes back to section 3 from under a caption or another heading without number."""
    by_unit = {heading.unit: section for heading, section in placed}
    first: dict[int, int] = {}
    for heading, section in placed:
        first.setdefault(found[heading.unit].part, section)
    at: list[int | None] = []
    for unit in found:
        begins = not at or unit.part != found[unit.index - 1].part
        here = by_unit.get(unit.index, first.get(unit.part) if begins else at[-1])
        if here is not None and unit.index not in by_unit and unit.lead.number and "." in unit.lead.number:
            here = _numbered(tree, here, unit.lead.number)
        at.append(here)
    return at


def _numbered(tree: Sequence[Section], here: int, number: str) -> int:
    """The section above whose number begins this one; where there is none the section itself."""
    above: int | None = here
    while above is not None and tree[above].level > 1:
        own = tree[above].number
        if own is not None:
            return above if number == own or number.startswith(f"{within(own)}.") else here
        above = tree[above].parent
    return here
