"""Writes a paper as DOCX with Word's automatic numbers: "3.", "3.1" and "a)" are nowhere in its text."""

import zipfile
from datetime import datetime
from pathlib import Path

from docx import Document
from docx.document import Document as WordFile
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph as Written

from corpus.builder.blocks import Block, Group, Heading, Item, Paper, Paragraph, Table
from corpus.builder.inline import runs

LEVELS = (("decimal", "%1.", 567), ("decimal", "%1.%2", 567), ("lowerLetter", "%3)", 1134), ("bullet", "•", 1134))
NUMBERING = 71
ZIP_TIME = (2023, 7, 3, 9, 0, 0)


class Writer:
    """Writes blocks into a Word file and checks that Word will count as the source does."""

    def __init__(self, file: WordFile) -> None:
        self.file = file
        self.counted = [0, 0, 0]

    def write(self, blocks: tuple[Block, ...]) -> None:
        """Writes the blocks in order."""
        for block in blocks:
            if isinstance(block, Heading):
                self._heading(block)
            elif isinstance(block, Paragraph):
                self._paragraph(block)
            elif isinstance(block, Item):
                self._item(block)
            elif isinstance(block, Table):
                self._table(block)
            elif isinstance(block, Group):
                self._group(block)

    def _heading(self, block: Heading) -> None:
        number, _, words = block.text.partition(" ")
        if not number.rstrip(".").isdigit():
            self.file.add_heading(block.text, level=block.level)
            return
        self._count(0, number.rstrip("."))
        _number(self.file.add_heading(words, level=block.level), 0)

    def _paragraph(self, block: Paragraph) -> None:
        written = self.file.add_paragraph()
        if block.number:
            self._count(1, block.number)
            _number(written, 1)
        _fill(written, block.text)

    def _item(self, block: Item) -> None:
        written = self.file.add_paragraph()
        if block.marker == "•":
            _number(written, 3)
        else:
            self._count(2, block.marker.rstrip(")"))
            _number(written, 2)
        _fill(written, block.text)

    def _count(self, level: int, printed: str) -> None:
        self.counted[level] += 1
        self.counted[level + 1 :] = [0] * (2 - level)
        first, second, third = self.counted
        expected = (str(first), f"{first}.{second}", chr(ord("a") + third - 1))[level]
        if printed != expected:
            raise ValueError(f"Word would print {expected} where the source has {printed}")

    def _table(self, block: Table) -> None:
        table = self.file.add_table(len(block.rows), len(block.rows[0]), style="Table Grid")
        for r, row in enumerate(block.rows):
            for c, text in enumerate(row):
                if text == "<":
                    table.cell(r, c - 1).merge(table.cell(r, c))
                else:
                    _fill(table.cell(r, c).paragraphs[0], f"**{text}**" if r == 0 and text else text)
        self.file.add_paragraph()

    def _group(self, group: Group) -> None:
        if group.directive.name == "columns":
            lines = [block.text for block in group.blocks if isinstance(block, Paragraph)]
            half = -(-len(lines) // 2)
            table = self.file.add_table(half, 2)
            for at, line in enumerate(lines):
                _fill(table.cell(at % half, at // half).paragraphs[0], line)
            self.file.add_paragraph()
            return
        first = len(self.file.paragraphs)
        self.write(group.blocks)
        if group.directive.name == "centre":
            for written in self.file.paragraphs[first:]:
                written.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _number(written: Written, level: int) -> None:
    written._p.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{NUMBERING}"/></w:numPr>')
    )


def _fill(written: Written, text: str) -> None:
    for words, look in runs(text):
        run = written.add_run(words)
        run.bold, run.italic = (look == "bold") or None, (look == "italic") or None


def _numbering(file: WordFile) -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="567"/></w:pPr></w:lvl>'
        for at, (form, text, left) in enumerate(LEVELS)
    )
    root = file.part.numbering_part.element
    root.insert(
        0,
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{NUMBERING}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        ),
    )
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{NUMBERING}"><w:abstractNumId w:val="{NUMBERING}"/></w:num>'))


def _dress(file: WordFile, paper: Paper) -> None:
    look = file.styles["Normal"]
    look.font.name, look.font.size = "Arial", Pt(11)
    look.element.rPr.rFonts.set(qn("w:eastAsia"), "Arial")
    section = file.sections[0]
    section.header.paragraphs[0].text = paper.said("head")
    section.footer.paragraphs[0].text = paper.said("foot")
    about, made = file.core_properties, datetime.fromisoformat(paper.said("made"))
    about.title, about.author, about.last_modified_by = paper.said("title"), paper.said("author"), paper.said("author")
    about.created = about.modified = made
    about.comments, about.revision = "", 1


def write(paper: Paper, path: Path) -> None:
    """Writes the DOCX, then packs it again with fixed times so that the bytes never differ."""
    file = Document()
    _numbering(file)
    _dress(file, paper)
    Writer(file).write(paper.blocks)
    file.save(str(path))
    with zipfile.ZipFile(path) as packed:
        parts = [(name, packed.read(name)) for name in packed.namelist()]
    with zipfile.ZipFile(path, "w") as packed:
        for name, content in parts:
            packed.writestr(zipfile.ZipInfo(name, ZIP_TIME), content, zipfile.ZIP_DEFLATED)
