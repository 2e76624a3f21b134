"""How printers set words: cut at a page's or column's end, begun with a large letter, drawn twice, raised, lowered and spaced."""

from pathlib import Path

from reportlab.lib.utils import simpleSplit

from tests.golden.case import Case
from tests.golden.sheet import Sheet
from tests.golden.words import FILLER

STEP = 12.5


def _footer(sheet: Sheet) -> None:
    sheet.put(sheet.left, 30, "Aldermere County Council", size=9)
    sheet.put(sheet.right - 40, 30, f"Page {sheet.number}", size=9)


def word_over_pages(path: Path) -> None:
    """A word is cut by a hyphen at the foot of a page, and one that has a hyphen of its own at the foot of the next."""
    sheet = Sheet(path, furniture=_footer)
    sheet.head("Findings", size=13)
    sheet.text(FILLER[0])
    sheet.y = 74
    sheet.line("The reviewers found that the burden on homes was mostly an adminis-")
    sheet.page()
    sheet.line("trative one, and that it could be halved.", gap=7)
    sheet.text(FILLER[1])
    sheet.y = 74
    sheet.line("The Council will write to all homes, and the reviewers have planned a follow-")
    sheet.page()
    sheet.line("up visit to each of them in the spring.", gap=7)
    sheet.text(FILLER[2])
    sheet.save()


def word_over_columns(path: Path) -> None:
    """The same at the foot of a column."""
    sheet = Sheet(path)
    sheet.line("Home care in Aldermere", size=18, bold=True, gap=14)
    left = simpleSplit(" ".join(FILLER[:4]), "Helvetica", 10, 220)
    right = simpleSplit("trative forms be shorter. " + " ".join(FILLER[6:9]), "Helvetica", 10, 220)
    for x, lines in ((64, [*left, "The Council asks that the adminis-"]), (316, right)):
        for at, words in enumerate(lines):
            sheet.put(x, sheet.y - at * STEP, words, size=10)
    sheet.save()


def three_columns(path: Path) -> None:
    """A newsletter in three columns under one title, each column with a heading of its own."""
    sheet = Sheet(path, margin=40)
    sheet.line("Council news, spring 2025", size=22, bold=True, gap=14)
    for column, title in enumerate(("Roads", "Homes", "Schools")):
        x = 40 + column * 176
        sheet.put(x, sheet.y, title, size=12, bold=True)
        words = " ".join(FILLER[column * 4 : column * 4 + 3])
        for at, line in enumerate(simpleSplit(words, "Helvetica", 9.5, 160)):
            sheet.put(x, sheet.y - 16 - at * 12, line, size=9.5)
    sheet.save()


def dropped_capital(path: Path) -> None:
    """The first letter of a foreword is three lines high."""
    sheet = Sheet(path)
    sheet.head("Foreword by the Leader", size=16)
    sheet.put(64, sheet.y - 24, "T", size=40, bold=True)
    for at, words in enumerate((
        "he Council has had a hard year, and I should like to thank all who",
        "work for it. Demand has grown in each ward, and we have met it with",
        "fewer staff than before.",
    )):  # fmt: skip
        sheet.put(92, sheet.y - at * 13, words)
    sheet.put(64, sheet.y - 39, "In the year ahead we shall open two new centres.")
    sheet.save()


def drawn_twice(path: Path) -> None:
    """Bold made by drawing words twice, and a heading with a shadow: each is read once."""
    sheet = Sheet(path)
    sheet.canvas.setFillGray(0.6)
    sheet.put(sheet.left + 1, sheet.y - 1, "Annual report", size=20, bold=True)
    sheet.canvas.setFillGray(0)
    sheet.line("Annual report", size=20, bold=True, gap=8)
    for words, size in (("Recommendations", 13.0), ("That the report be noted.", 11.0)):
        for shift in (0, 0.4):
            sheet.put(sheet.left + shift, sheet.y, words, size=size)
        sheet.y -= 24
    sheet.text(FILLER[0])
    sheet.save()


def raised_and_lowered(path: Path) -> None:
    """Small figures under the line belong to the word, over it they are a power, an ordinal's ending or the marks of notes."""
    sheet = Sheet(path)
    sheet.head("Climate", size=14)
    rows = (
        (("Emissions of CO", 0), ("2", -2), (" fell by 12%, to 32 kg CO", 0), ("2", -2), ("e per m", 0), ("2", 4), (" of floor.", 0)),
        (("Replies are due by 31 ", 0), ("st", 4), (" March and the vote is on 22", 0), ("nd", 4), (" April.", 0)),
        (("Spending was £1.2m", 0), ("1,2", 4), (" last year.", 0)),
    )
    for row in rows:
        x = sheet.left
        for words, rise in row:
            x = sheet.put(x, sheet.y + rise, words, size=6.5 if rise else 11)
        sheet.y -= 26
    sheet.save()


def letter_spaced_headings(path: Path) -> None:
    """A heading typed with a space after each letter, and one that the printer has spaced."""
    sheet = Sheet(path)
    sheet.line("A G E N D A", size=16, bold=True, centred=True, gap=8)
    sheet.text(FILLER[0])
    sheet.canvas.saveState()
    spaced = sheet.canvas.beginText(sheet.left, sheet.y)
    spaced.setFont("Helvetica-Bold", 14)
    spaced.setCharSpace(6)
    spaced.textOut("PUBLIC QUESTIONS")
    sheet.canvas.drawText(spaced)
    sheet.canvas.restoreState()
    sheet.y -= 28
    sheet.text(FILLER[1])
    sheet.save()


def notes_on_two_pages(path: Path) -> None:
    """Notes with a star and with numbers on two pages, one of two lines; the sentence that a note interrupts goes on overleaf."""
    sheet = Sheet(path, furniture=_footer)
    sheet.head("Fund", size=14)
    sheet.text(FILLER[8])
    end = sheet.put(sheet.left, sheet.y, "The fund stood at £4.2m")
    end = sheet.put(end, sheet.y + 4, "*", size=7)
    sheet.put(end, sheet.y, " at the year end and will be used.")
    sheet.y = 160
    sheet.line("The Committee noted that the reserve had been drawn on more than was")
    sheet.canvas.line(sheet.left, 108, sheet.left + 140, 108)
    sheet.put(sheet.left, 94, "*", size=6)
    sheet.put(sheet.left + 6, 92, "Including interest of £0.1m received in the year from the bank, which is held for the", size=8.5)
    sheet.put(sheet.left + 6, 82, "partnership by the Council.", size=8.5)
    sheet.page()
    sheet.line("planned in March.", gap=7)
    end = sheet.put(sheet.left, sheet.y, "The auditors")
    end = sheet.put(end, sheet.y + 4, "1", size=7)
    sheet.put(end, sheet.y, " have seen these figures.")
    sheet.canvas.line(sheet.left, 92, sheet.left + 140, 92)
    sheet.put(sheet.left, 82, "1", size=5.5)
    sheet.put(sheet.left + 6, 78, "Merrow and Tarn, appointed in 2023.", size=8.5)
    sheet.page()
    sheet.text(FILLER[6])
    sheet.save()


def page_on_its_head(path: Path) -> None:
    """A page that the file turns by half, and one whose words lie on their heads without being told so."""
    sheet = Sheet(path)
    sheet.head("Home care", size=14)
    sheet.text(FILLER[0])
    for turned, title in ((180, "Waiting times"), (0, "What carers said")):
        sheet.page()
        sheet.canvas.setPageRotation(turned)
        sheet.canvas.translate(sheet.width, sheet.height)
        sheet.canvas.rotate(180)
        sheet.head(title, size=14)
        sheet.text(FILLER[1 if turned else 2])
    sheet.save()


CASES = (
    Case(word_over_pages, "findings.pdf"),
    Case(word_over_columns, "home-care-in-columns.pdf"),
    Case(three_columns, "council-news.pdf"),
    Case(dropped_capital, "foreword.pdf"),
    Case(drawn_twice, "annual-report.pdf"),
    Case(raised_and_lowered, "climate.pdf"),
    Case(letter_spaced_headings, "spaced-headings.pdf"),
    Case(notes_on_two_pages, "fund.pdf"),
    Case(page_on_its_head, "turned-pages.pdf"),
)
