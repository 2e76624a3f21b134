"""Papers of an invented council as a `Structure`, made from plain lines without read, divide and split."""

from __future__ import annotations

import re
from pathlib import Path

from pipeline.model.documents import Document, Page, Source, Span
from pipeline.model.structure import Paragraph, Part, PartKind, Section, Structure, Table

HEADING = re.compile(r"(?P<level>#{1,4}) (?:(?P<number>\d+[a-z]?)\.? )?")
NUMBER = re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,3})*)(?:[.)]|(?<=\d)(?= ))\s+")
MARKER = re.compile(r"(?P<marker>\([a-z0-9]{1,3}\)|[a-z]\)|[ivx]+[.)]|[-•])\s+")
STARS = re.compile(r"\*\*")


def paper(text: str, *, kind: PartKind = "minutes", date: str | None = "2031-02-06", title: str = "Minutes") -> Structure:
    """Each line one paragraph; "## 8. Title" a heading of level 2; `**` marks emphasis; "- " and "a) " mark list items; "|a|b" is a
    row of a table, the first one its labels."""
    document = Document(
        Source(Path("paper.txt"), "papers/paper.txt", "0" * 64, len(text)), text, (Page(None, text, 0),), (), "text 1", "text"
    )
    part = Part(0, kind, title, 0, len(text), "Aldermere County Council", "Adults Committee", date)
    sections: list[Section] = []
    paragraphs: list[Paragraph] = []
    tables: list[Table] = []
    at, before = 0, ""
    for line in text.split("\n"):
        if line.startswith("|") and not before.startswith("|"):
            tables.append(_table(line, len(tables), sections))
        elif line.startswith("|"):
            paragraphs.append(_row(line, at, tables[-1], len(paragraphs)))
        elif line.strip():
            _line(line, at, sections, paragraphs)
        at, before = at + len(line) + 1, line
    return Structure(document, (part,), tuple(sections), tuple(paragraphs), tables=tuple(tables))


def _table(line: str, index: int, sections: list[Section]) -> Table:
    label, *columns = line.strip("|").split("|")
    return Table(index, 0, sections[-1].index if sections else None, None, None, label, tuple(columns), ())


def _row(line: str, at: int, table: Table, index: int) -> Paragraph:
    cells = line[1:].split("|")
    starts = [1 + sum(len(cell) + 1 for cell in cells[:i]) for i in range(len(cells))]
    runs = tuple((start - 1, at + start, len(cell)) for start, cell in zip(starts, cells, strict=True) if cell)
    return Paragraph(index, 0, table.section, "row", "\t".join(cells), runs, table=table.index)


def _line(line: str, at: int, sections: list[Section], paragraphs: list[Paragraph]) -> None:
    heading = HEADING.match(line)
    body = line[heading.start("number") if heading["number"] else heading.end() :] if heading else line.lstrip()
    text, runs, bold = _plain(body, at + len(line) - len(body))
    number = NUMBER.match(text)
    if heading:
        title = text[number.end() :] if number else text
        level = len(heading["level"])
        parent = next((s.index for s in reversed(sections) if s.level < level), None)
        sections.append(Section(len(sections), 0, title, level, at, at + len(line), heading["number"], "section", parent))
    marker = MARKER.match(text, number.end() if number else 0)
    stem = _lead_in(paragraphs) if marker and not number else None
    label = _label(number, marker, stem, paragraphs)
    section = sections[-1].index if sections else None
    paragraphs.append(
        Paragraph(
            len(paragraphs),
            0,
            section,
            "heading" if heading else "item" if marker else "text",
            text,
            runs,
            number["number"] if number else None,
            marker["marker"] if marker else None,
            label,
            stem,
            1 if marker else 0,
            bold,
        )
    )


def _plain(body: str, at: int) -> tuple[str, tuple[tuple[int, int, int], ...], tuple[Span, ...]]:
    text, runs, bold = "", [], []
    opened: int | None = None
    last = 0
    for stars in [*STARS.finditer(body), None]:
        piece = body[last : stars.start() if stars else len(body)]
        if piece:
            runs.append((len(text), at + last, len(piece)))
        text += piece
        if stars:
            if opened is not None:
                bold.append(Span(opened, len(text)))
            opened = None if opened is not None else len(text)
            last = stars.end()
    return text, tuple(runs), tuple(bold)


def _lead_in(paragraphs: list[Paragraph]) -> int | None:
    last = paragraphs[-1] if paragraphs else None
    if last is None or last.kind == "heading":
        return None
    return last.lead_in if last.marker and last.lead_in is not None else last.index


def _label(number: re.Match[str] | None, marker: re.Match[str] | None, stem: int | None, paragraphs: list[Paragraph]) -> str | None:
    if number:
        return number["number"]
    if not marker or marker["marker"] in "-•":
        return None
    above = paragraphs[stem].number if stem is not None else None
    return f"{above} {marker['marker']}" if above else marker["marker"]
