"""Word files."""

from pathlib import Path

from docx import Document
from docx.document import Document as File
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from tests.golden.case import Case

LIST = 71
LEVELS = (("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "%3)"), ("lowerRoman", "(%4)"))
FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def _numbered_file() -> File:
    """A Word file with a list of four levels."""
    file = Document()
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(LEVELS)
    )
    root = file.part.numbering_part.element
    root.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{LIST}">{levels}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{LIST}"><w:abstractNumId w:val="{LIST}"/></w:num>'))
    return file


def _number(paragraph: Paragraph, level: int) -> None:
    numbers = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{LIST}"/></w:numPr>'
    paragraph._p.get_or_add_pPr().append(parse_xml(numbers))


def automatic_numbers(path: Path) -> None:
    """Word makes the numbers: 1., 1.1, a), (i) are nowhere in the text, and are cited all the same."""
    file = _numbered_file()
    file.add_paragraph("Aldermere County Council")
    file.add_paragraph("Minutes of the Adult Care Scrutiny Committee held on 14 January 2025")
    file.add_paragraph("Present: Councillors R Ashby (Chair), M Okoro and S Wray")
    for level, words in (
        (0, "Apologies"), (1, "Apologies were received from Councillor D Lunn."),
        (0, "Home care"), (1, "The Director introduced the report."), (1, "The Committee AGREED to:"),
        (2, "note the report; and"), (2, "ask for figures on:"), (3, "waiting times; and"), (3, "travel costs."),
    ):  # fmt: skip
        _number(file.add_heading(words, 2) if level == 0 else file.add_paragraph(words), level)
    file.save(str(path))


def headings_by_look(path: Path) -> None:
    """Headings are typed in bold or in large type, without a style."""
    file = Document()
    large = file.add_paragraph().add_run("Carers Strategy 2025 to 2028")
    large.bold, large.font.size = True, Pt(20)
    for title, words in (
        ("Who carers are", "About 14,000 people in Aldermere care for someone without pay."),
        ("What they told us", "Respite is hard to book, and the forms are too long."),
        ("What we will do", "We will open a booking line by June 2025."),
    ):
        file.add_paragraph().add_run(title).bold = True
        file.add_paragraph(words)
    file.save(str(path))


def merged_cells(path: Path) -> None:
    """Cells merged across and down."""
    file = Document()
    file.add_heading("Waiting times", 1)
    file.add_paragraph("Table 1: People waiting at the end of the year")
    rows = (
        ("District", "2023", "", "2024", ""),
        ("", "Men", "Women", "Men", "Women"),
        ("Stowmere", "31", "40", "22", "29"),
        ("Brantwold", "18", "21", "12", "17"),
    )
    table = file.add_table(len(rows), 5, style="Table Grid")
    for r, row in enumerate(rows):
        for c, words in enumerate(row):
            table.cell(r, c).text = words
    for first, last in (((0, 1), (0, 2)), ((0, 3), (0, 4)), ((0, 0), (1, 0))):
        table.cell(*first).merge(table.cell(*last))
    file.add_paragraph("The figures are from the duty team.")
    file.save(str(path))


def word_footnotes(path: Path) -> None:
    """A footnote is kept, and its mark stands in no sentence."""
    file = Document()
    file.add_heading("Costs", 1)
    paragraph = file.add_paragraph("The fund stood at £4.2m")
    paragraph._p.append(
        parse_xml(f'<w:r {nsdecls("w")}><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>')
    )
    paragraph.add_run(" on 31 March.")
    file.add_paragraph("No other reserve is affected.")
    note = (
        f'<w:footnotes {nsdecls("w")}><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>'
        '<w:r><w:t xml:space="preserve"> Including interest of £0.1m.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    part = Part(PackURI("/word/footnotes.xml"), FOOTNOTES, note.encode(), file.part.package)
    file.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    file.save(str(path))


def tracked_changes(path: Path) -> None:
    """Insertions are accepted, deletions are gone."""
    file = Document()
    file.add_heading("Recommendation", 1)
    paragraph = file.add_paragraph("The fee will rise by ")
    change = 'w:id="{0}" w:author="Clerk" w:date="2025-01-06T09:00:00Z"'
    paragraph._p.append(parse_xml(f"<w:del {nsdecls('w')} {change.format(5)}><w:r><w:delText>4.5%</w:delText></w:r></w:del>"))
    paragraph._p.append(parse_xml(f"<w:ins {nsdecls('w')} {change.format(6)}><w:r><w:t>5.5%</w:t></w:r></w:ins>"))
    paragraph.add_run(" from April 2025.")
    file.save(str(path))


def word_comments(path: Path) -> None:
    """What a reviewer wrote in the margin is no part of the paper."""
    file = Document()
    file.add_heading("Recommendation", 1)
    run = file.add_paragraph().add_run("The fee will rise by 5.5% from April 2025.")
    file.add_comment(run, text="Check with finance before this goes out.", author="Clerk", initials="C")
    file.save(str(path))


def word_headers(path: Path) -> None:
    """Headers and footers of a Word file, and its table of contents, are no text of the paper."""
    file = Document()
    file.sections[0].header.paragraphs[0].text = "Aldermere County Council"
    file.sections[0].footer.paragraphs[0].text = "Page 1 of 1"
    file.add_heading("Parking review", 1)
    file.add_paragraph("The review began in May.")
    file.save(str(path))


def letters_begin_again(path: Path) -> None:
    """Under each numbered paragraph the letters begin again, as Word counts them."""
    file = _numbered_file()
    _number(file.add_heading("Decisions", 2), 0)
    for level, words in (
        (1, "The Committee RESOLVED to:"), (2, "approve the plan; and"), (2, "publish it."),
        (1, "The Committee further RESOLVED to:"), (2, "thank the officers."),
    ):  # fmt: skip
        _number(file.add_paragraph(words), level)
    file.save(str(path))


def word_text_box(path: Path) -> None:
    """Words in a text box are words of the paper."""
    file = Document()
    file.add_heading("Bus services", 1)
    paragraph = file.add_paragraph("Route 12 will run every hour.")
    box = f"""<w:r {nsdecls("w")}><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>
<w:p><w:r><w:t>Ring 01632 960100 for times.</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"""
    paragraph._p.append(parse_xml(box))
    file.add_paragraph("Route 14 will end in May.")
    file.save(str(path))


def no_title_numbered(path: Path) -> None:
    """A paper that begins with its first section has no title: the section keeps its number, the part is called as its file."""
    file = Document()
    for title, words in (
        ("1. Background", "The store in Stowmere opened in 2019 and has lent equipment to 4,000 people since."),
        ("2. Costs", "The store costs £400,000 a year."),
    ):
        file.add_heading(title, 1)
        file.add_paragraph(words)
    file.save(str(path))


def no_title_prose(path: Path) -> None:
    """A first sentence is no title, and neither is a heading under it."""
    file = Document()
    file.add_paragraph("The store in Stowmere lent 4,120 items in the year, and 310 came back broken.")
    file.add_paragraph("Most were cleaned and lent again within a week. The rest were sold for parts.")
    file.add_heading("Costs", 2)
    file.add_paragraph("The store costs £400,000 a year.")
    file.save(str(path))


CASES = (
    Case(automatic_numbers, "minutes-2025-01-14.docx"),
    Case(no_title_numbered, "equipment-store.docx"),
    Case(no_title_prose, "equipment-note.docx"),
    Case(letters_begin_again, "decisions.docx"),
    Case(word_text_box, "bus-services.docx"),
    Case(headings_by_look, "carers-strategy.docx"),
    Case(merged_cells, "waiting-times.docx"),
    Case(word_footnotes, "costs.docx"),
    Case(tracked_changes, "recommendation.docx"),
    Case(word_comments, "recommendation-with-comments.docx"),
    Case(word_headers, "parking-review.docx"),
)
