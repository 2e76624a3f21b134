"""Pages that are not read straight down."""

from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path

from reportlab.lib.utils import simpleSplit

from tests.golden.case import Case
from tests.golden.sheet import NUMBERS, RULED, WIDE, Sheet

LEFT = (
    "Home care is support that people receive in their own homes, so that they can stay independent for as long as they wish. "
    "In Aldermere it is given by 43 providers, who together make 61,000 visits a month. Most are small firms with fewer than twenty staff."
)
RIGHT = (
    "The Council pays an hourly rate, which is reviewed each February. In 2024/25 the rate is £24.10 in towns and £25.60 in rural wards. "
    "Providers are paid for the time that was planned, and may ask for more where a visit takes longer for good reason."
)
TITLE = "Home care in Aldermere: a summary for residents"
STEP = 12.5


def _lines(words: str, width: float = 220) -> list[str]:
    return list(simpleSplit(words, "Helvetica", 10, width))


def _column(sheet: Sheet, lines: Sequence[str], x: float, y: float, *, size: float = 10, step: float = STEP) -> None:
    for at, words in enumerate(lines):
        sheet.put(x, y - at * step, words, size=size)


def two_columns(path: Path) -> None:
    """Two columns are read one after the other, under a title that spans both."""
    sheet = Sheet(path)
    sheet.line(TITLE, size=18, bold=True, gap=14)
    _column(sheet, _lines(LEFT), 64, sheet.y)
    _column(sheet, _lines(RIGHT), 316, sheet.y)
    sheet.save()


def columns_drawn_across(path: Path) -> None:
    """Two columns whose lines the file holds row by row, left and right in turn."""
    sheet = Sheet(path)
    sheet.line(TITLE, size=18, bold=True, gap=14)
    for at, (left, right) in enumerate(zip_longest(_lines(LEFT), _lines(RIGHT), fillvalue="")):
        sheet.put(64, sheet.y - at * STEP, left, size=10)
        sheet.put(316, sheet.y - at * STEP, right, size=10)
    sheet.save()


def text_box(path: Path) -> None:
    """A framed box beside the text is read on its own, not line by line into the text."""
    sheet = Sheet(path)
    sheet.line("Carers Strategy", size=18, bold=True, gap=10)
    _column(sheet, _lines(LEFT), 64, sheet.y)
    sheet.canvas.setFillGray(0.93)
    sheet.canvas.rect(330, sheet.y - 62, 200, 76, fill=1)
    sheet.canvas.setFillGray(0)
    sheet.put(340, sheet.y, "What carers told us", size=11, bold=True)
    _column(
        sheet,
        _lines("Respite is hard to book in school holidays, and the forms are long. One call should be enough.", 180),
        340,
        sheet.y - 18,
    )
    sheet.save()


def sidebar(path: Path) -> None:
    """A narrow column of contact details, in small type, stands beside a letter on its first page."""
    sheet = Sheet(path)
    _column(sheet, ("Adult Care", "County Hall", "Aldermere", "AM1 2CC"), 440, sheet.y + 5, size=8.5, step=10.6)
    _column(sheet, ("Telephone", "01632 960100"), 440, sheet.y - 58, size=8.5, step=10.6)
    _letter(sheet)


def sidebar_on_the_lines(path: Path) -> None:
    """The same with the contact details on the base lines of the letter."""
    sheet = Sheet(path)
    _column(sheet, ("Adult Care", "County Hall", "Aldermere", "AM1 2CC"), 440, sheet.y - 24)
    _column(sheet, ("Telephone", "01632 960100"), 440, sheet.y - 24 - 5 * STEP)
    _letter(sheet)


def _letter(sheet: Sheet) -> None:
    sheet.put(64, sheet.y, "Fees for care homes 2025/26", size=13, bold=True)
    letter = (
        "I write to set out the fees that the Council proposes to pay from April 2025. The standard rate rises by 5.5% to £812 a week, "
        "and the nursing rate by 6.1% to £934 a week. Homes that take part in the quality scheme will be paid a further £11 a week for "
        "each resident whom the Council supports. The rates were worked out with the association of care homes, whose advice on pay and on "
        "the cost of energy has been followed in full. Please reply by 28 February."
    )
    _column(sheet, _lines(letter, 330), 64, sheet.y - 24)
    sheet.save()


def slides(path: Path) -> None:
    """Slides: few large words a page, a title and bullets that belong to it."""
    sheet = Sheet(path, (720, 405), margin=48)
    sheet.line("Winter resilience 2024/25", size=32, bold=True, gap=12)
    sheet.line("Adult Care Scrutiny Committee", size=18)
    sheet.line("15 November 2024", size=18)
    pages = (
        ("Where we are", ("84 people waiting for home care", "12 beds opened at Brantwold")),
        ("What comes next", ("Duty team at weekends from 2 December", "Report to the Committee in March 2025")),
    )
    for title, bullets in pages:
        sheet.page()
        sheet.line(title, size=28, bold=True, gap=12)
        for words in bullets:
            sheet.line(f"• {words}", size=20, gap=8)
    sheet.save()


def rotated_page(path: Path) -> None:
    """A page that the file turns by 90 degrees reads as it is shown."""
    sheet = Sheet(path)
    sheet.head("Risk management", size=16)
    sheet.text("The register of risks is on the next page.")
    sheet.page()
    sheet.canvas.setPageRotation(90)
    sheet.canvas.translate(sheet.width, 0)
    sheet.canvas.rotate(90)
    sheet.put(64, 540, "Risk register", size=14, bold=True)
    sheet.put(64, 515, "The Council keeps a register of the risks to its plans and reviews it each quarter.")
    sheet.put(64, 485, "There were nine open risks on 31 December 2024.")
    sheet.save()


def landscape_page(path: Path) -> None:
    """A wide page among upright ones keeps its reading order and its footer."""
    sheet = Sheet(path, furniture=lambda s: s.put(s.left, 28, f"Capital programme {s.number}", size=9))
    sheet.text("The capital programme is set out overleaf.")
    sheet.page()
    sheet.canvas.setPageSize(WIDE)
    sheet.width, sheet.height = WIDE
    sheet.right, sheet.y = sheet.width - sheet.margin, sheet.height - sheet.margin
    sheet.head("Capital programme 2025/26 to 2028/29", size=14)
    sheet.text(
        "The programme holds schemes worth £61.3m over four years, of which £22.0m falls in the first; "
        "the largest is the new day centre at Stowmere."
    )
    sheet.page()
    sheet.text("Members are asked to approve it.")
    sheet.save()


def turned_table(path: Path) -> None:
    """A wide table is printed sideways on an upright page, which the reader must turn in the mind."""
    sheet = Sheet(path)
    sheet.head("Workforce", size=16)
    sheet.text("The table on the next page shows the staff of each team.")
    sheet.page()
    sheet.canvas.translate(sheet.width, 0)
    sheet.canvas.rotate(90)
    sheet.y = 520
    sheet.text("Table 1: Staff by team, FTE", bold=True)
    rows = (
        ("Team", "2021", "2022", "2023", "2024"),
        ("Duty", "10.0", "12.5", "14.0", "18.0"),
        ("Reviews", "21.0", "20.0", "20.5", "19.0"),
        ("Hospital", "8.0", "8.0", "9.5", "11.0"),
    )
    sheet.table(rows, (160, 100, 100, 100, 100), [*RULED, *NUMBERS], size=11)
    sheet.save()


CASES = (
    Case(two_columns, "home-care-summary.pdf"),
    Case(columns_drawn_across, "home-care-leaflet.pdf"),
    Case(text_box, "carers-strategy.pdf"),
    Case(sidebar, "fees-letter.pdf"),
    Case(sidebar_on_the_lines, "fees-letter-on-the-lines.pdf"),
    Case(slides, "winter-resilience-slides.pdf"),
    Case(rotated_page, "risk-register.pdf"),
    Case(landscape_page, "capital-programme.pdf"),
    Case(turned_table, "workforce.pdf"),
)
