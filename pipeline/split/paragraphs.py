"""Paragraphs as a person cites them: 8.3, 8.3 a), 4(b); each with the lead-in that introduces it, joined over page breaks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.model.documents import Document, Span
from pipeline.model.draft import Draft
from pipeline.model.structure import Paragraph, ParagraphKind
from pipeline.split import layout
from pipeline.split.gridded import slots
from pipeline.split.headings import Heading
from pipeline.split.lists import Lists, cited
from pipeline.split.notes import Notes
from pipeline.split.numbering import Numbering, is_whole
from pipeline.split.repair import Mended, Mender, cut, joined, placed
from pipeline.split.tables import Placed
from pipeline.split.units import Unit

FINAL = re.compile(r"[.!?:;][\"”’')\]*]*$")
CONTINUES = re.compile(r"[\"“‘'(]?[a-z]")
OPEN_END = re.compile(
    r"(?:,|[a-z][-\u2010]|\b(?:and|or|of|the|a|an|to|for|in|on|at|by|with|from|that|which|who|as|is|are|was|were|be|their|its|our|his|her|this|"
    r"these|those|has|have|had|will|would|not|into|than|but|if))$",
    re.IGNORECASE,
)
"""Words after which a sentence goes on, and the hyphen of a word that is cut."""
MID_PHRASE = re.compile(r"\b(?:of|the|a|an|its|their|our|number|nos?\.)$", re.IGNORECASE)
"""Words after which a number at a line's start numbers no paragraph: "the rerouting of the / 724. The Council ..."."""
LONG_ENOUGH = 40
"""A shorter paragraph without a full stop is a title or a label, not a sentence cut by the page's end."""
CAPTION = re.compile(r"^(?:table|figure|fig\.?|chart|graph|map|diagram|source|photo)\s*[\dA-Z:][\w.]*\s*[:.–-]?", re.IGNORECASE)
LONGEST_CAPTION = 160
GLUED = "\t"
Places = tuple[Span, ...]


def paragraphs(
    document: Document,
    units: Sequence[Unit],
    mender: Mender,
    headings: Mapping[int, tuple[Heading, int]],
    section_at: Sequence[int | None],
    tables: Sequence[Placed],
) -> tuple[Sequence[Paragraph], Sequence[Places]]:
    """All paragraphs in reading order (headings, text, items, table rows), and of each the stretches of the document that it
    takes up with its number, marker and mark-up."""
    writer = _Writer(document, mender, section_at, Notes(document, units))
    table_of = {unit: each for each in tables for unit in each.units}
    covered = -1
    for i, unit in enumerate(units):
        if i <= covered:
            continue
        if i in headings:
            heading, section = headings[i]
            covered = heading.last
            writer.heading(unit, units[heading.last], heading, section)
        elif i in table_of:
            if table_of[i].units[0] == i:
                writer.table(units, table_of[i])
        elif unit.block.kind == "table":
            writer.layout(unit)
        elif not unit.words and (unit.lead.number or unit.lead.marker) and i + 1 < len(units):
            writer.hold(unit)
        else:
            writer.text(unit)
    writer.release()
    return writer.found.done(), writer.places.done()


class _Writer:
    """Writes paragraphs one after another; remembers the list under way and a number that waits for its paragraph."""

    def __init__(self, document: Document, mender: Mender, section_at: Sequence[int | None], notes: Notes) -> None:
        self.document, self.mender, self.section_at, self.notes = document, mender, section_at, notes
        self.found: Draft[Paragraph] = Draft()
        self.places: Draft[Places] = Draft()
        self.last: Unit | None = None
        """The unit that ended the last running paragraph; None where the next cannot continue it."""
        self.held: Unit | None = None
        """A number or marker alone on its line."""
        self.noted: tuple[int, Unit] | None = None
        """A paragraph that footnotes interrupt, by its index, and its last unit: it may go on overleaf."""
        self.lists = Lists()

    def add(self, part: int, section: int | None, kind: ParagraphKind, mended: Mended, places: Sequence[Span], **more: object) -> Paragraph:
        paragraph = Paragraph(len(self.found), part, section, kind, mended.text, mended.runs, **more)  # type: ignore[arg-type]  # its fields
        self.found.append(paragraph)
        self.places.append(tuple(places))
        return paragraph

    def heading(self, unit: Unit, last: Unit, heading: Heading, section: int) -> None:
        self.release()
        alone = last.index == unit.index
        mended = unit.mended if alone else joined([unit.mended, last.mended])
        body = cut(mended, unit.lead.body, heading.run_in or len(mended.text))
        body = cut(body, 0, len(body.text.rstrip()))
        bold = placed(body, (*unit.block.bold, *(() if alone else last.block.bold)))
        ends: Places = (Span(heading.start, heading.end),) if alone else (Span(unit.start, unit.end), Span(last.start, last.end))
        self.add(unit.part, section, "heading", body, ends, number=heading.number, label=heading.number, bold=bold)
        self.lists.section(heading.number)
        self.last = None
        if heading.run_in:
            rest = cut(unit.mended, heading.run_in)
            places: Places = (Span(heading.end, unit.end),)
            bold = placed(rest, unit.block.bold)
            self.add(unit.part, section, "text", rest, places, number=heading.number, label=heading.number, bold=bold)
            self.last = unit

    def table(self, units: Sequence[Unit], of: Placed) -> None:
        self.release()
        section = self.section_at[of.units[0]]
        bold = [span for i in of.units for span in units[i].block.bold]
        for n, row in enumerate(of.table.rows):
            mended = joined([self._cells(*span) for span in row.spans])
            self.add(of.table.part, section, "row", mended, row.spans, table=of.table.index, row=n, bold=placed(mended, bold))
        self._break()

    def _cells(self, start: int, end: int) -> Mended:
        """A row's cells repaired one by one, with the tab between them kept."""
        text, runs, at = "", [], start
        for n, cell in enumerate(self.document.text[start:end].split("\t")):
            piece = self.mender.mend([(at, at + len(cell))])
            text += GLUED if n else ""
            runs += [(offset + len(text), source, length) for offset, source, length in piece.runs]
            text += piece.text
            at += len(cell) + 1
        return Mended(text, tuple(runs))

    def layout(self, unit: Unit) -> None:
        """Cells of a grid that is no table: names each on their own, other rows a paragraph each."""
        self.release()
        grid = slots(unit.block.grid) if unit.block.grid else None
        section = self.section_at[unit.index]
        if grid is None or not grid.rows:
            self.add(unit.part, section, "text", unit.mended, (Span(unit.start, unit.end),))
            return
        names = layout.is_names(grid)
        for row in grid.rows:
            cells = [cell for cell in row if cell and cell.end > cell.start]
            stretches = [(cell.start, cell.end) for cell in cells] if names else [(cells[0].start, cells[-1].end)] if cells else []
            for start, end in stretches:
                mended = self._cells(start, end)
                kind: ParagraphKind = "text" if names else "row"
                self.add(unit.part, section, kind, mended, (Span(start, end),), bold=placed(mended, unit.block.bold))
        self._break()

    def _break(self) -> None:
        self.last = None
        self.lists.end()

    def hold(self, unit: Unit) -> None:
        """A number alone on its line belongs to the paragraph below."""
        self.release()
        self.held = unit

    def release(self) -> None:
        """A number that found no paragraph stands as one."""
        held, self.held = self.held, None
        if held:
            self._write(held, Numbering(), (Span(held.start, held.end),))

    def text(self, unit: Unit) -> None:
        if self.held and (unit.lead.number or (unit.lead.marker and self.held.lead.marker)):
            self.release()
        if self.held is None and self._resumes(unit):
            return
        lead = unit.lead
        places: Places = (Span(unit.start, unit.end),)
        if self.held:
            held, self.held = self.held, None
            places = (Span(held.start, held.end), *places)
            lead = Numbering(lead.dash or held.lead.dash, held.lead.number, lead.marker or held.lead.marker, lead.body, held.lead.closed)
        self._write(unit, lead, places)

    def _resumes(self, unit: Unit) -> bool:
        """Writes the unit to the paragraph that it goes on with: the last, or the one that footnotes interrupt."""
        if self.noted and unit.block.page != self.noted[1].block.page:
            (at, before), self.noted = self.noted, None
            if self._goes_on(self.found[at], before, unit):
                self._extend(at, unit)
                return True
        if self.found and self.last and self._goes_on(self.found[-1], self.last, unit):
            self._extend(-1, unit)
            return True
        return False

    def _extend(self, at: int, unit: Unit) -> None:
        last = self.found[at]
        whole = self.mender.over(Mended(last.text, last.runs), unit.mended)
        bold = (*(span for each in last.bold for span in last.spans(each.start, each.end)), *unit.block.bold)
        self.found[at] = replace(last, text=whole.text, runs=whole.runs, bold=placed(whole, bold))
        self.places[at] = (*self.places[at], Span(unit.start, unit.end))
        self.last = unit

    def _write(self, unit: Unit, lead: Numbering, places: Places) -> None:
        body = cut(unit.mended, lead.body)
        note = self.notes.begins(unit, self.last)
        number, marker, label = (None, None, None) if note else self._marks(lead)
        introduced, level = None, 0
        if marker and not number:
            introduced, level = self.lists.place(marker, self.found)
            label = self.lists.cite(marker, introduced, self.found)
        elif not note:
            self.lists.paragraph(number)
        self.add(
            unit.part,
            self.section_at[unit.index],
            "item" if marker and not number else "caption" if _is_caption(body.text) else "text",
            body,
            places,
            number=number,
            marker=marker,
            label=label,
            lead_in=introduced,
            depth=level,
            bold=placed(body, unit.block.bold),
        )
        if not note:
            self.noted = None
        elif self.last and not self.noted:
            self.noted = (len(self.found) - 2, self.last)
        self.last = unit

    def _marks(self, lead: Numbering) -> tuple[str | None, str | None, str | None]:
        """Number, marker and label: a whole number in a list is its item's marker, unless it numbers the section's paragraphs."""
        number, marker = lead.number, lead.marker or lead.dash
        if number and is_whole(number) and lead.marker is None and not self.lists.numbers(number, self.found):
            return None, f"{number}." if lead.closed else number, None
        label = cited(number, lead.marker) if number and lead.marker else number
        return number, marker, label

    @staticmethod
    def _goes_on(last: Paragraph, before: Unit, unit: Unit) -> bool:
        """Whether the unit continues the paragraph before it, whose last unit is `before`, which a page's or line's end has cut."""
        if before.part != unit.part or last.kind not in ("text", "item"):
            return False
        if unit.lead.closed and unit.before == 1 and MID_PHRASE.search(last.text) and len(last.text) >= LONG_ENOUGH:
            return True
        if unit.lead.body or unit.block.marker or FINAL.search(last.text) or not last.text or unit.block.kind == "heading":
            return False
        if CONTINUES.match(unit.text):
            return len(last.text) >= LONG_ENOUGH or OPEN_END.search(last.text) is not None or last.kind == "item"
        apart = unit.block.page != before.block.page or unit.before > 1
        return len(last.text) >= LONG_ENOUGH and OPEN_END.search(last.text) is not None and apart


def _is_caption(text: str) -> bool:
    return len(text) < LONGEST_CAPTION and CAPTION.match(text) is not None and not FINAL.search(text)
