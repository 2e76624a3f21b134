"""Tables of an invented council, made from lines: the header first, cells parted by bars."""

from __future__ import annotations

from pathlib import Path

from pipeline.model.documents import Document, Page, Source, Span
from pipeline.model.structure import Part, Row, Section, Structure, Table


def table(lines: str, *, caption: str | None = None, unit: str | None = None, confidence: float = 1.0) -> Table:
    """ "Area | Budget | Forecast" and a line for each row; the first column holds the labels."""
    head, *body = [[cell.strip() for cell in line.split("|")] for line in lines.strip().split("\n")]
    rows, at = [], 0
    for cells in body:
        text = "\t".join(cells)
        rows.append(Row(cells[0], tuple(cells[1:]), Span(at, at + len(text)), (None,) * (len(cells) - 1), page=3))
        at += len(text) + 1
    return Table(0, 0, 0, caption, unit, head[0] or None, tuple(head[1:]), tuple(rows), confidence=confidence)


def structure(made: Table, *, heading: str = "Finance", date: str | None = "2031-02-06") -> Structure:
    """A document of that one table, under one heading."""
    text = "\n".join("\t".join((row.label, *row.cells)) for row in made.rows)
    source = Source(Path("table.txt"), "papers/table.txt", "0" * 64, len(text))
    part = Part(0, "report", "Report", 0, len(text), "Aldermere County Council", "Adults Committee", date)
    document = Document(source, text, (Page(None, text, 0),), (), "text 1", "text")
    return Structure(document, (part,), (Section(0, 0, heading, 1, 0, 0),), (), (made,))
