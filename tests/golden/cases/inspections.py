"""Reports of inspectors as they print them: judgements beside their grades, footnotes, numbered findings and their bullets."""

from pathlib import Path

from reportlab.lib.utils import simpleSplit

from tests.golden.case import Case
from tests.golden.sheet import RULED, Sheet
from tests.golden.words import FILLER

WHOLE_WIDTH = [*RULED, ("SPAN", (0, 0), (-1, 0))]
BOXED = [
    *RULED, ("SPAN", (0, 1), (-1, 1)), ("FONTNAME", (0, 0), (-1, 0), "Helvetica-Bold"), ("FONTSIZE", (0, 0), (-1, 0), 14),
    ("BOTTOMPADDING", (0, 0), (-1, 0), 12), ("FONTSIZE", (0, 1), (-1, 1), 11), ("LEADING", (0, 1), (-1, 1), 13),
]  # fmt: skip


def _number(sheet: Sheet) -> None:
    sheet.put(sheet.right - 20, 30, str(sheet.number), size=16)


def _note(sheet: Sheet, mark: str, words: str) -> None:
    """A footnote under its rule."""
    sheet.canvas.line(sheet.left, 92, sheet.left + 140, 92)
    sheet.put(sheet.left, 80, mark, size=6)
    sheet.put(sheet.left + 6, 76, words, size=8.5)


def _chapter(sheet: Sheet, title: str, grade: str, words: str) -> None:
    """A title beside its grade, above a box with the summary."""
    sheet.table([[title, grade], ["\n".join(simpleSplit(words, "Helvetica", 11, 440)), ""]], [340, 120], BOXED)
    sheet.y -= 8


def graded_chapters(path: Path) -> None:
    """The place inspected above the title, a line across the table of judgements, chapters in a box beside their grade, and
    titles in three sizes of type that the list of contents names in one."""
    sheet = Sheet(path, furniture=_number)
    sheet.line("Aldermere", size=26, gap=8)
    sheet.line("Inspection of services for children in need of help and", size=14, bold=True)
    sheet.line("protection and of care leavers", size=14, bold=True, gap=12)
    sheet.line("Inspection date: 4 March 2024 to 22 March 2024", gap=4)
    sheet.line("Report published: 20 May 2024", gap=14)
    rows = [
        ["Children’s services in Aldermere require improvement", ""],
        ["1. Help and protection", "Good"],
        ["2. Leadership", "Inadequate"],
    ]
    sheet.table(rows, [340, 120], WHOLE_WIDTH)
    sheet.page()
    sheet.head("Contents", size=14)
    for title, page in (("The local authority", 3), ("Recommendations", 3), ("Help and protection", 3), ("The safeguarding board", 4),
                        ("Findings of the review", 4)):  # fmt: skip
        sheet.put(sheet.left, sheet.y, title)
        sheet.line(str(page), indent=400, gap=4)
    sheet.page()
    sheet.head("The local authority", size=16)
    end = sheet.put(sheet.left, sheet.y, "About this area", size=14, bold=True)
    sheet.put(end, sheet.y + 5, "1", size=7, bold=True)
    sheet.y -= 26
    for title, words in (("Local leadership", FILLER[0]), ("Children living here", FILLER[1])):
        sheet.head(title, size=11)
        sheet.text(words)
    sheet.head("Recommendations", size=14)
    sheet.text(FILLER[2])
    _chapter(sheet, "Help and protection", "Good", f"{FILLER[3]} {FILLER[9]} {FILLER[10]}")
    sheet.head("Findings", size=11)
    sheet.text(FILLER[4])
    _note(sheet, "1", "The council was asked to correct this section and has added figures of its own.")
    sheet.page()
    sheet.head("The safeguarding board", size=16)
    sheet.head("Findings of the review", size=14)
    sheet.text(FILLER[5])
    sheet.save()


def findings_with_bullets(path: Path) -> None:
    """Numbered findings, one with bullets of its own; the next number goes on with the findings, and a footnote is none of them.
    The lead inspector's line is no caption of the table under it."""
    sheet = Sheet(path, furniture=_number)
    sheet.line("Inspection of Aldermere local authority children’s services", size=18, gap=10)
    sheet.line("Inspection dates: 4 to 8 March 2024", gap=6)
    sheet.line("Lead inspector: Ruth Ashdown, His Majesty’s Inspector", gap=12)
    rows = [
        ["Judgement", "Grade"],
        ["The impact of leaders on social work practice with families", "Good"],
        ["Overall effectiveness", "Good"],
    ]
    sheet.table(rows, [340, 120])
    sheet.head("What needs to improve", size=13)
    sheet.numbered("■", "The pace of permanence planning:", hang=14)
    sheet.numbered("–", "for children under five; and", indent=24, hang=14)
    sheet.numbered("–", "for brothers and sisters.", indent=24, hang=14)
    sheet.numbered("■", "The quality of supervision.", hang=14)
    sheet.head("The experiences and progress of care leavers: good", size=13)
    sheet.numbered("1.", FILLER[0])
    sheet.numbered("2.", "Leaders know where practice is weaker. This includes:")
    sheet.numbered("•", "the timeliness of visits; and", indent=34, hang=14)
    sheet.numbered("•", "the recording of decisions.", indent=34, hang=14)
    sheet.numbered("3.", FILLER[1])
    sheet.numbered("4.", FILLER[2])
    _note(sheet, "1", "Outcome three of the national framework.")
    sheet.save()


def numbers_above_the_foot(path: Path) -> None:
    """Page numbers of a minute book stand close under the text, on some pages higher than the foot; accounts end with their year."""
    sheet = Sheet(path)
    sheet.line("STOWMERE PARISH COUNCIL", size=15, bold=True, centred=True, gap=6)
    sheet.line("Accounts for the year ended 31 March 2025", bold=True, gap=10)
    for page, foot in ((61, 70), (62, 110), (63, 70)):
        sheet.text(FILLER[page % 10])
        sheet.put(sheet.left, foot + 18, FILLER[(page + 4) % 10][:70])
        sheet.put(sheet.width / 2, foot, str(page))
        if page < 63:
            sheet.page()
    sheet.save()


CASES = (
    Case(numbers_above_the_foot, "accounts-2025.pdf"),
    Case(graded_chapters, "inspection-2024.pdf"),
    Case(findings_with_bullets, "inspection-march-2024.pdf"),
)
