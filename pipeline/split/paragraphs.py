"""Paragraphs as a person cites them: 8.3, 8.3 a), 4(b); each with the lead-in that introduces it, joined over page breaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.model.documents import Document, Paragraph, ParagraphKind, Span
from pipeline.split import layout
from pipeline.split.gridded import slots
from pipeline.split.headings import Heading
from pipeline.split.numbering import depth
from pipeline.split.repair import Mended, Mender, cut, joined, placed
from pipeline.split.tables import Placed
from pipeline.split.units import Unit

FINAL = re.compile(r"[.!?:;][\"”’')\]*]*$")
CONTINUES = re.compile(r"[\"“‘'(]?[a-z]")
OPEN_END = re.compile(
    r"(?:,|\b(?:and|or|of|the|a|an|to|for|in|on|at|by|with|from|that|which|who|as|is|are|was|were|be|their|its|our|his|her|this|"
    r"these|those|has|have|had|will|would|not|into|than|but|if))$",
    re.IGNORECASE,
)
LONG_ENOUGH = 40
CAPTION = re.compile(r"^(?:table|figure|fig\.?|chart|graph|map|diagram|source|photo)\s*[\dA-Z:][\w.]*\s*[:.–-]?", re.IGNORECASE)
LEADS = re.compile(r"(?::|\.\.\.|…)[\"”’')]*$")
GLUED = "\t"


@dataclass(slots=True)
class _State:
    """Where the list stands: the lead-in at each depth and the marker style of each depth's items."""

    number: str | None = None
    leads: list[int] | None = None
    styles: list[str] | None = None


def paragraphs(
    document: Document,
    units: Sequence[Unit],
    mender: Mender,
    headings: dict[int, tuple[Heading, int]],
    section_at: Sequence[int | None],
    tables: Sequence[Placed],
) -> tuple[Paragraph, ...]:
    """All paragraphs in reading order: headings, text, items and table rows."""
    writer = _Writer(document, mender, section_at)
    table_of = {unit: placed for placed in tables for unit in placed.units}
    done: set[int] = set()
    covered = -1
    for i, unit in enumerate(units):
        if i <= covered:
            continue
        if i in headings:
            heading, section = headings[i]
            covered = heading.last
            writer.heading(unit, units[heading.last], heading, section)
        elif i in table_of:
            placed_table = table_of[i]
            if placed_table.table.index not in done:
                done.add(placed_table.table.index)
                writer.table(units, placed_table)
        elif unit.block.kind == "table":
            writer.layout(unit)
        else:
            writer.text(unit)
    return tuple(writer.found)


class _Writer:
    def __init__(self, document: Document, mender: Mender, section_at: Sequence[int | None]) -> None:
        self.document, self.mender, self.section_at = document, mender, section_at
        self.found: list[Paragraph] = []
        self.last_unit: Unit | None = None
        self.state = _State()

    def add(
        self, part: int, section: int | None, kind: ParagraphKind, mended: Mended, bold: Sequence[Span] = (), **more: object
    ) -> Paragraph:
        paragraph = Paragraph(len(self.found), part, section, kind, mended.text, mended.runs, bold=placed(mended, bold), **more)  # type: ignore[arg-type]
        self.found.append(paragraph)
        return paragraph

    # headings and tables -----------------------------------------------------------------------------------

    def heading(self, unit: Unit, last: Unit, heading: Heading, section: int) -> None:
        mended = unit.mended if last is unit else joined([unit.mended, last.mended])
        stop = heading.run_in or len(mended.text)
        body = cut(mended, unit.lead.body, stop)
        body = cut(body, 0, len(body.text.rstrip()))
        bold = (*unit.block.bold, *(last.block.bold if last is not unit else ()))
        self.add(unit.part, section, "heading", body, bold, number=heading.number, label=heading.number)
        self.state = _State(number=heading.number)
        self.last_unit = None
        if heading.run_in:
            self.add(unit.part, section, "text", cut(unit.mended, heading.run_in), bold, number=heading.number, label=heading.number)
            self.last_unit = unit

    def table(self, units: Sequence[Unit], placed_table: Placed) -> None:
        table = placed_table.table
        section = self.section_at[placed_table.units[0]]
        bold = [span for i in placed_table.units for span in units[i].block.bold]
        for n, row in enumerate(table.rows):
            mended = self._cells(row.span.start, row.span.end)
            self.add(table.part, section, "row", mended, bold, table=table.index, row=n)
        self.last_unit = None
        self.state.leads = self.state.styles = None

    def _cells(self, start: int, end: int) -> Mended:
        """A row's cells repaired one by one, with the tab between them kept."""
        pieces, at = [], start
        for cell in self.document.text[start:end].split("\t"):
            pieces.append(self.mender.mend([(at, at + len(cell))]))
            at += len(cell) + 1
        text, runs, at = "", [], start
        for n, piece in enumerate(pieces):
            if n:
                text += GLUED
            runs += [(a + len(text), b, c) for a, b, c in piece.runs]
            text += piece.text
        return Mended(text, tuple(runs))

    def layout(self, unit: Unit) -> None:
        """Cells of a grid that is no table: names each on their own, other rows a paragraph each."""
        grid = slots(unit.block.grid) if unit.block.grid else None
        section = self.section_at[unit.index]
        if grid is None or not grid.rows:
            self.add(unit.part, section, "text", unit.mended, unit.block.bold)
        elif layout.is_names(grid):
            for row in grid.rows:
                for cell in row:
                    if cell and cell.end > cell.start:
                        self.add(unit.part, section, "text", self.mender.mend([(cell.start, cell.end)]), unit.block.bold)
        else:
            for row in grid.rows:
                held = [cell for cell in row if cell and cell.end > cell.start]
                if held:
                    self.add(unit.part, section, "row", self._cells(held[0].start, held[-1].end), unit.block.bold)
        self.last_unit = None

    # running text ------------------------------------------------------------------------------------------

    def text(self, unit: Unit) -> None:
        if self._goes_on(unit):
            last = self.found[-1]
            whole = joined([Mended(last.text, last.runs), unit.mended])
            bold = (*_back(last), *unit.block.bold)
            self.found[-1] = replace(last, text=whole.text, runs=whole.runs, bold=placed(whole, bold))
            self.last_unit = unit
            return
        section = self.section_at[unit.index]
        body = cut(unit.mended, unit.lead.body)
        number, marker = unit.lead.number, unit.lead.marker or unit.lead.dash
        listed = number is not None and depth(number) == 1 and unit.lead.marker is None and self._after_lead()
        if listed and number:
            marker, number = f"{number}{'.' if unit.lead.closed else ''}", None
        kind: ParagraphKind = (
            "item"
            if marker and not number
            else "caption"
            if CAPTION.match(body.text) and len(body.text) < 160 and not FINAL.search(body.text)
            else "text"
        )
        lead, level = self._list_place(marker if kind == "item" else None)
        label = self._label(number, unit.lead.marker or (marker if kind == "item" else None), lead)
        self.add(unit.part, section, kind, body, unit.block.bold, number=number, marker=marker, label=label, lead_in=lead, depth=level)
        self._note(number)
        self.last_unit = unit

    def _goes_on(self, unit: Unit) -> bool:
        """Whether the unit continues the paragraph before it, which a page's or line's end has cut."""
        last, before = self.found[-1] if self.found else None, self.last_unit
        if (
            last is None
            or before is None
            or before.part != unit.part
            or last.kind not in ("text", "item")
            or unit.lead.body
            or unit.block.marker
        ):
            return False
        if FINAL.search(last.text) or not last.text or unit.block.kind == "heading":
            return False
        if CONTINUES.match(unit.text):
            return len(last.text) >= LONG_ENOUGH or OPEN_END.search(last.text) is not None or last.kind == "item"
        new_page = unit.block.page != before.block.page
        return len(last.text) >= LONG_ENOUGH and OPEN_END.search(last.text) is not None and (new_page or unit.before > 1)

    def _after_lead(self) -> bool:
        """Whether a list is under way or begins here."""
        state = self.state
        return bool(state.leads) or (
            bool(self.found) and self.found[-1].kind in ("text", "item") and LEADS.search(self.found[-1].text) is not None
        )

    def _list_place(self, marker: str | None) -> tuple[int | None, int]:
        """The paragraph that introduces an item, and the item's depth."""
        state = self.state
        if marker is None:
            state.leads = state.styles = None
            return None, 0
        style = _style(marker)
        last = self.found[-1] if self.found else None
        leads, styles = state.leads or [], state.styles or []
        opens = last is not None and last.kind in ("text", "item") and LEADS.search(last.text) is not None
        if styles and style in styles and not (opens and last and last.kind == "item" and style != styles[-1]):
            at = styles.index(style)
            leads, styles = leads[: at + 1], styles[: at + 1]
        elif last is not None and last.kind in ("text", "item") and (opens or styles or last.number):
            leads, styles = [*leads, last.index], [*styles, style]
        state.leads, state.styles = leads, styles
        return (leads[-1] if leads else None), max(1, len(styles))

    def _label(self, number: str | None, marker: str | None, lead: int | None) -> str | None:
        if marker and not number:
            base = self.found[lead].label if lead is not None else self.state.number
            return _cited(base, marker)
        if number and marker:
            return _cited(number, marker)
        return number

    def _note(self, number: str | None) -> None:
        if number:
            self.state = _State(number=number)


def _cited(base: str | None, marker: str) -> str | None:
    """ "8.3 a)"; an item with a bullet is cited by its lead-in."""
    marker = marker.rstrip(".")
    if not marker.strip("()")[:1].isalnum():
        return base
    if not base:
        return marker
    return f"{base}{marker}" if marker.startswith("(") else f"{base} {marker}"


def _style(marker: str) -> str:
    bare = marker.strip("().")
    if not bare or not bare[0].isalnum():
        return "dash " + bare
    kind = (
        "1" if bare[0].isdigit() else "i" if set(bare) <= set("ivx") and (len(bare) > 1 or bare == "i") else "A" if bare.isupper() else "a"
    )
    return kind + ("(" if marker.startswith("(") else "")


def _back(paragraph: Paragraph) -> tuple[Span, ...]:
    """Emphasis of a paragraph as spans of the document."""
    return tuple(span for bold in paragraph.bold for span in paragraph.spans(bold.start, bold.end))
