"""What stands round the text of a page: headers in every form, numbers of two kinds, words in the margins and across the page."""

from pathlib import Path

from tests.golden.case import Case
from tests.golden.sheet import Sheet
from tests.golden.words import FILLER

TITLES = ("Background", "Waiting times", "What carers said", "Next steps", "Costs", "Risks")


def _filled(sheet: Sheet, pages: int) -> None:
    """Pages of two paragraphs each under a heading."""
    for page in range(pages):
        sheet.head(TITLES[page], size=13)
        for at in range(2):
            sheet.text(FILLER[(page * 2 + at) % len(FILLER)])
        if page < pages - 1:
            sheet.page()
    sheet.save()


def header_from_the_third_page(path: Path) -> None:
    """The header begins on page three, after the cover and the contents, and the pages count from there."""

    def furniture(sheet: Sheet) -> None:
        if sheet.number >= 3:
            sheet.put(sheet.left, sheet.height - 36, "Adult Care Market Statement", size=9)
            sheet.put(sheet.right - 20, 30, str(sheet.number - 2), size=9)

    _filled(Sheet(path, furniture=furniture), 5)


def header_that_touches_the_text(path: Path) -> None:
    """A header of two lines pushes the text down and stands close over it; the footer prints a date that changes."""

    def furniture(sheet: Sheet) -> None:
        sheet.put(sheet.left, sheet.height - 40, "Aldermere County Council", size=10)
        sheet.put(sheet.left, sheet.height - 52, "Report to the Adult Care Scrutiny Committee", size=10)
        sheet.put(sheet.left, 40, "Contact: Jo Merrow, 01632 960100", size=9)
        sheet.put(sheet.left, 28, f"Printed on {sheet.number + 3} January 2025", size=9)
        sheet.put(sheet.right - 40, 28, f"- {sheet.number} -", size=9)

    _filled(Sheet(path, furniture=furniture), 4)


def framed_header(path: Path) -> None:
    """The header stands in a frame and a rule lies over the footer: no table, though they are of one width."""

    def furniture(sheet: Sheet) -> None:
        sheet.canvas.rect(sheet.left, sheet.height - 50, sheet.right - sheet.left, 26)
        sheet.canvas.line(300, sheet.height - 50, 300, sheet.height - 24)
        sheet.put(sheet.left + 4, sheet.height - 40, "Aldermere County Council", size=9)
        sheet.put(306, sheet.height - 40, "Procedure P-114", size=9)
        sheet.canvas.line(sheet.left, 44, sheet.right, 44)
        sheet.put(sheet.left, 32, "Issue 4", size=8)
        sheet.put(sheet.right - 40, 32, f"Page {sheet.number}/4", size=8)

    _filled(Sheet(path, furniture=furniture), 4)


def pack_numbers(path: Path) -> None:
    """The pack's own numbers stand under those of the papers in it, which begin again with the second paper."""

    def furniture(sheet: Sheet) -> None:
        sheet.put(sheet.right - 60, 42, f"Page {(sheet.number - 1) % 3 + 1} of 3", size=9)
        sheet.put(sheet.width / 2 - 18, 20, f"Page {sheet.number + 46}", size=12)

    _filled(Sheet(path, furniture=furniture), 6)


def roman_page_numbers(path: Path) -> None:
    """Roman numbers on the pages before the text, figures after."""

    def furniture(sheet: Sheet) -> None:
        number = ("i", "ii", "iii")[sheet.number - 1] if sheet.number <= 3 else str(sheet.number - 3)
        sheet.put(sheet.width / 2, 30, number, size=10)

    _filled(Sheet(path, furniture=furniture), 6)


def marked_pages(path: Path) -> None:
    """A protective marking at head and foot, a version that changes, and a number as Word's own footer prints it."""

    def furniture(sheet: Sheet) -> None:
        for y in (sheet.height - 24, 14):
            sheet.put(sheet.width / 2 - 30, y, "OFFICIAL", size=10, bold=True)
        sheet.put(sheet.left, 30, f"V{sheet.number}.0 Adult Care Report", size=8)
        sheet.put(sheet.right - 60, 30, f"{sheet.number} | P a g e", size=8)

    _filled(Sheet(path, furniture=furniture), 4)


def words_in_the_margins(path: Path) -> None:
    """A title set sideways in the left margin and one in narrow lines in the right, on every page."""

    def furniture(sheet: Sheet) -> None:
        sheet.canvas.saveState()
        sheet.canvas.translate(30, 300)
        sheet.canvas.rotate(90)
        sheet.put(0, 0, "Aldermere County Council - Budget Book 2025/26", size=9)
        sheet.canvas.restoreState()
        for at, words in enumerate(("Revenue", "estimates")):
            sheet.put(sheet.right + 14, 420 - at * 10, words, size=7.5)

    _filled(Sheet(path, furniture=furniture), 4)


def level_stamp(path: Path) -> None:
    """DRAFT lies level across each page in large letters, under the text of the first and under the white of the second."""

    def furniture(sheet: Sheet) -> None:
        sheet.canvas.setFillGray(0.85)
        sheet.put(150, 700 if sheet.number == 1 else 300, "DRAFT", size=90, bold=True)
        sheet.canvas.setFillGray(0)

    sheet = Sheet(path, furniture=furniture)
    sheet.head("Home care plan", size=14)
    for words in FILLER[:4]:
        sheet.text(words)
    sheet.page()
    for words in FILLER[4:7]:
        sheet.text(words)
    sheet.text("The plan will be read again in June.")
    sheet.canvas.setFillGray(0.85)
    sheet.put(150, 700, "DRAFT", size=90, bold=True)
    sheet.canvas.setFillGray(0)
    sheet.furniture = None
    sheet.save()


CASES = (
    Case(header_from_the_third_page, "market-statement.pdf"),
    Case(header_that_touches_the_text, "adult-care-report-january.pdf"),
    Case(framed_header, "procedure.pdf"),
    Case(pack_numbers, "reports-pack.pdf"),
    Case(roman_page_numbers, "strategy.pdf"),
    Case(marked_pages, "official-report.pdf"),
    Case(words_in_the_margins, "budget-book.pdf"),
    Case(level_stamp, "draft-home-care-plan.pdf"),
)
