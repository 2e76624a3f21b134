"""What repeats on every page and is no part of the paper."""

from pathlib import Path

from tests.golden.case import Case
from tests.golden.sheet import Sheet
from tests.golden.words import FILLER

PAGES = 4


def _filled(sheet: Sheet) -> None:
    """Four pages, three paragraphs each under a heading."""
    for page in range(PAGES):
        sheet.head(("Background", "Waiting times", "What carers said", "Next steps")[page], size=13)
        for words in FILLER[page * 3 : page * 3 + 3]:
            sheet.text(words)
        if page < PAGES - 1:
            sheet.page()
    sheet.save()


def alternating_headers(path: Path) -> None:
    """Left and right pages carry different headers and put the page number on different sides."""

    def furniture(sheet: Sheet) -> None:
        top, foot = sheet.height - 36, 30
        if sheet.number % 2:
            sheet.put(sheet.right - 150, top, "Adult Care Annual Report", size=9)
            sheet.put(sheet.right - 12, foot, str(sheet.number + 10), size=9)
        else:
            sheet.put(sheet.left, top, "Aldermere County Council", size=9)
            sheet.put(sheet.left, foot, str(sheet.number + 10), size=9)

    _filled(Sheet(path, furniture=furniture))


def page_x_of_y(path: Path) -> None:
    """A footer with the page's number of how many, beside the paper's reference and date."""

    def furniture(sheet: Sheet) -> None:
        sheet.put(sheet.left, 30, "Ref: AC/24/117", size=9)
        sheet.put(260, 30, f"Page {sheet.number} of {PAGES}", size=9)
        sheet.put(sheet.right - 80, 30, "14 January 2025", size=9)

    _filled(Sheet(path, furniture=furniture))


def running_section_header(path: Path) -> None:
    """The header names the section of the page, so that no two pages carry the same words, and the number stands in dashes."""

    def furniture(sheet: Sheet) -> None:
        name = ("Background", "Waiting times", "What carers said", "Next steps")[sheet.number - 1]
        sheet.put(sheet.left, sheet.height - 36, f"Aldermere County Council | {name}", size=8)
        sheet.put(290, 30, f"- {sheet.number} -", size=9)

    _filled(Sheet(path, furniture=furniture))


def draft_stamp(path: Path) -> None:
    """DRAFT is stamped across each page in large grey letters; the words under it stay whole."""

    def furniture(sheet: Sheet) -> None:
        sheet.canvas.saveState()
        sheet.canvas.setFillGray(0.85)
        sheet.canvas.translate(180, 320)
        sheet.canvas.rotate(45)
        sheet.put(0, 0, "DRAFT", size=110, bold=True)
        sheet.canvas.restoreState()

    _filled(Sheet(path, furniture=furniture))


def number_in_a_list(path: Path) -> None:
    """A list item at a page's foot that is only a number is no page number."""
    sheet = Sheet(path, furniture=lambda s: s.put(290, 28, str(s.number), size=9))
    sheet.head("Number of people waiting:", size=13)
    for words in FILLER[:4]:
        sheet.text(words)
    sheet.text("Number of people waiting at the end of each quarter of the year:")
    for number in ("131", "117", "96", "84"):
        sheet.text(f"• {number}", indent=18)
    sheet.page()
    for words in FILLER[4:8]:
        sheet.text(words)
    sheet.page()
    sheet.text(FILLER[8])
    sheet.save()


CASES = (
    Case(alternating_headers, "adult-care-annual-report.pdf"),
    Case(page_x_of_y, "adult-care-report.pdf"),
    Case(running_section_header, "adult-care-review.pdf"),
    Case(draft_stamp, "draft-adult-care-report.pdf"),
    Case(number_in_a_list, "waiting-times.pdf"),
)
