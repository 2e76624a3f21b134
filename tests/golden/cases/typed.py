"""Word files as clerks type them: headings in capitals, tables in tables, lists after lists."""

from pathlib import Path

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.golden.case import Case

ARTICLES = 72
LEVELS = (("upperRoman", "Part %1"), ("decimal", "%2."), ("upperRoman", "%3."))
CAPITALS = (
    "STOWMERE TOWN COUNCIL",
    "MINUTES OF THE MEETING OF THE AMENITIES COMMITTEE HELD ON 14 JANUARY 2025 AT 7.00 PM",
    "Present: Councillors R Ashby (Chair), M Okoro and S Wray",
    "APOLOGIES FOR ABSENCE",
    "Apologies were received from Councillor D Lunn.",
    "THE BANDSTAND",
    "The Clerk reported that three quotations had been received.",
    "RESOLVED: That the quotation of Harlow and Sons be accepted.",
    "DECISION",
    "To begin in May.",
    "FLOODING IN MARSH LANE",
    "The drains had been cleared in December.",
    "DECISION",
    "To write to the county council.",
    "ANY OTHER BUSINESS",
    "The Chair thanked everyone for coming.",
)


def capital_headings(path: Path) -> None:
    """Headings are typed in capitals, in no style, and neither bold nor apart; a label in capitals that recurs is none."""
    file = Document()
    for words in CAPITALS:
        file.add_paragraph(words)
    file.save(str(path))


def table_in_table(path: Path) -> None:
    """A cell of a table of figures holds a little table: it stays a cell."""
    file = Document()
    file.add_heading("Waiting times", 1)
    file.add_paragraph("The figures are from the duty team.")
    rows = (("District", "2023", "2024"), ("Stowmere", "31", "40"), ("Brantwold", "18", "21"), ("Wrexcombe", "12", ""))
    table = file.add_table(len(rows), 3, style="Table Grid")
    for r, row in enumerate(rows):
        for c, words in enumerate(row):
            table.cell(r, c).text = words
    inner = table.cell(3, 2).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "17", "(provisional)"
    file.save(str(path))


def bullets_after_letters(path: Path) -> None:
    """Bullets after a lettered list that has ended are none of its last letter's."""
    file = Document()
    file.add_heading("Decisions", 1)
    for words in ("3.1 The Committee RESOLVED to:", "(a) approve the plan; and", "(b) publish it."):
        file.add_paragraph(words)
    for words in ("consult the parishes first;", "write to the bus companies."):
        file.add_paragraph(words, style="List Bullet")
    file.add_paragraph("3.2 The Committee asked for figures on waits.")
    file.save(str(path))


def roman_numbers(path: Path) -> None:
    """Word numbers parts "Part I" and limbs "I.": limbs are cited by them, and a numbered sentence under a heading is no heading."""
    file = Document()
    root = file.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(LEVELS)
    )
    root.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{ARTICLES}">{levels}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{ARTICLES}"><w:abstractNumId w:val="{ARTICLES}"/></w:num>'))
    file.add_paragraph("Scheme of delegation", style="Title")
    for level, words in (
        (0, "General"), (1, "The Chief Executive acts in an emergency."), (1, "The Director may:"),
        (2, "let contracts up to £50,000; and"), (2, "appoint staff."),
        (0, "Planning"), (1, "The Committee decides major applications."),
    ):  # fmt: skip
        paragraph = file.add_paragraph(words) if level else file.add_heading(words, 2)
        numbers = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{ARTICLES}"/></w:numPr>'
        paragraph._p.get_or_add_pPr().append(parse_xml(numbers))
    file.save(str(path))


CASES = (
    Case(capital_headings, "minutes-2025-01-14.docx"),
    Case(table_in_table, "waiting-times.docx"),
    Case(bullets_after_letters, "decisions.docx"),
    Case(roman_numbers, "scheme-of-delegation.docx"),
)
