"""Sentences and lists that lines and pages cut."""

from pathlib import Path

from tests.golden.case import Case
from tests.golden.sheet import Sheet
from tests.golden.words import FILLER

CUT = (
    ("The reviewers spoke with families, with care workers and with the managers", "of nine homes, and read their records."),
    ("At Ashdene they found that medicines were counted twice a day by a senior", "member of staff who had been trained to do so."),
    ("Two homes had no activities at weekends, although the contract asks for at", "least one on each day of the week."),
)
"""Sentences that a page's end cuts."""


def _footer(sheet: Sheet) -> None:
    sheet.put(sheet.left, 30, "Aldermere County Council", size=9)
    sheet.put(sheet.right - 40, 30, f"Page {sheet.number}", size=9)


def _header_and_footer(sheet: Sheet) -> None:
    sheet.put(sheet.left, sheet.height - 34, "Home care review", size=9)
    _footer(sheet)


def line_breaks(path: Path) -> None:
    """Lines of a paragraph are joined; a new paragraph begins after space or after a line that ends early."""
    sheet = Sheet(path)
    sheet.head("Background", size=14)
    sheet.line("The Council agreed in February 2024 to build 120 supported living homes")
    sheet.line("by March 2027, of which 40 were to be ready in the first year and the")
    sheet.line("remainder in equal parts after that.", gap=7)
    sheet.line("Officers report twice a year on progress. The last report was received in")
    sheet.line("September 2024.")
    sheet.line("Members asked for the sites to be named, and for the Brantwold scheme to be")
    sheet.line("brought forward where the planning position allows it.")
    sheet.save()


def hyphens(path: Path) -> None:
    """A hyphen at a line's end is closed where it only marks the line's end, and kept where the word has one."""
    sheet = Sheet(path)
    sheet.head("Safeguarding", size=14)
    sheet.line("The partnership reviewed how safeguarding concerns reach the adult social")
    sheet.line("care team, and found that the administra-")
    sheet.line("tive burden on care homes had grown. It asked for a follow-")
    sheet.line("up report, for long-")
    sheet.line("term measures of quality, and for the well-")
    sheet.line("being of staff to be recorded.", gap=7)
    sheet.line("The administrative work will be moved to a shared team.")
    sheet.save()


def sentence_over_pages(path: Path) -> None:
    """A sentence goes on overleaf, past the footer and the header."""
    sheet = Sheet(path, furniture=_header_and_footer)
    sheet.head("2. Findings", size=13)
    sheet.numbered("2.1", "The review looked at 212 packages of care that began between April and September 2024.")
    sheet.y = 74
    sheet.put(sheet.left, sheet.y, "2.2")
    sheet.line("Of these, 31 had been delayed because no provider could be found in the", indent=34)
    sheet.page()
    sheet.line("rural wards, and a further nine because equipment had not been delivered", indent=34)
    sheet.line("in time.", indent=34, gap=7)
    sheet.numbered("2.3", "The equipment contract will be let again in 2025.")
    sheet.page()
    sheet.head("3. Next steps", size=13)
    sheet.numbered("3.1", "A report will follow in January.")
    sheet.save()


def list_over_pages(path: Path) -> None:
    """A list goes on overleaf: its items keep their lead-in, and a cut item is one item."""
    sheet = Sheet(path, furniture=_footer)
    sheet.head("4. Recommendations", size=13)
    sheet.numbered("4.1", "The Committee is asked to:")
    sheet.numbered("a)", "note the progress made with the programme since the last report;", indent=34, hang=24)
    sheet.y = 74
    sheet.put(sheet.left + 34, sheet.y, "b)")
    sheet.line("agree that the Executive Director may let contracts for the second phase", indent=58)
    sheet.page()
    sheet.line("of the programme, up to a value of £4.5m; and", indent=58, gap=7)
    sheet.numbered("c)", "receive a further report in six months.", indent=34, hang=24)
    sheet.page()
    sheet.head("5. Reasons", size=13)
    sheet.numbered("5.1", "The programme is part of the Council Plan.")
    sheet.save()


def footnotes(path: Path) -> None:
    """A footnote at the foot of the page does not break into the sentence that goes on overleaf, and its mark is no digit of a number."""
    sheet = Sheet(path, furniture=_footer)
    sheet.head("Costs", size=14)
    sheet.text("The pooled budget was set in March.")
    sheet.y = 150
    end = sheet.put(sheet.left, sheet.y, "The fund stood at £4.2m")
    end = sheet.put(end, sheet.y + 4, "1", size=6.5)
    sheet.put(end, sheet.y, " on 31 March, and is expected to be used in full before")
    sheet.canvas.line(sheet.left, 92, sheet.left + 140, 92)
    sheet.put(sheet.left, 82, "1", size=5.5)
    sheet.put(sheet.left + 5, 78, "Including interest of £0.1m received in the year.", size=8.5)
    sheet.page()
    sheet.line("the end of the following year.", gap=7)
    sheet.text("No other reserve is affected.")
    sheet.page()
    sheet.text("The auditor has seen these figures.")
    sheet.save()


def furniture_within_a_sentence(path: Path) -> None:
    """A quotation of a sentence over two pages leaves the footer between its halves out."""
    sheet = Sheet(path, furniture=_footer)
    sheet.head("Reviews of care homes", size=16)
    for page in range(3):
        sheet.text(FILLER[page])
        sheet.y = 74
        sheet.line(CUT[page][0])
        sheet.page()
        sheet.line(CUT[page][1], gap=7)
    sheet.text("They thank all who took part.")
    sheet.save()


def contents_page(path: Path) -> None:
    """A list of contents with dotted leaders names the sections once more, and is none of them."""
    sheet = Sheet(path, furniture=_footer)
    titles = ("Our vision", "Housing", "Transport", "How we will know")
    sheet.line("Council Plan 2025 to 2028", size=22, bold=True, gap=14)
    sheet.head("Contents", size=14)
    for at, title in enumerate(titles):
        dots = "." * int((300 - sheet.canvas.stringWidth(title, "Helvetica", 11)) / 3.06)
        sheet.line(f"{title} {dots} {at + 2}", gap=3)
    for at, title in enumerate(titles):
        sheet.page()
        sheet.line(title, size=16, bold=True, gap=8)
        sheet.text(FILLER[at])
        sheet.text(FILLER[at + 4])
    sheet.save()


def glued_numbers(path: Path) -> None:
    """The tab after a paragraph's number is so narrow that number and word touch."""
    sheet = Sheet(path)
    sheet.numbered("3.", "Consultation", bold=True)
    for number, words in (
        ("3.1", "The survey ran for six weeks."),
        ("3.2", "Replies came from 214 people."),
        ("3.10", "Two late letters were read."),
    ):
        sheet.put(sheet.left, sheet.y, f"{number}{words}")
        sheet.y -= 22
    sheet.save()


def nested_bullets(path: Path) -> None:
    """Bullets within bullets, of another sort and set further in."""
    sheet = Sheet(path)
    sheet.head("Next steps", size=14)
    sheet.text("Officers will:")
    sheet.numbered("\u2022", "visit each home:", indent=18, hang=14)
    sheet.numbered("-", "those in Stowmere first;", indent=36, hang=14)
    sheet.numbered("-", "the others by May; and", indent=36, hang=14)
    sheet.numbered("\u2022", "report in June.", indent=18, hang=14)
    sheet.save()


CASES = (
    Case(line_breaks, "supported-living.pdf"),
    Case(hyphens, "safeguarding.pdf"),
    Case(sentence_over_pages, "home-care-review.pdf"),
    Case(list_over_pages, "programme-report.pdf"),
    Case(footnotes, "pooled-fund.pdf"),
    Case(contents_page, "council-plan.pdf"),
    Case(glued_numbers, "consultation.pdf"),
    Case(nested_bullets, "next-steps.pdf"),
    Case(furniture_within_a_sentence, "area-reviews.pdf"),
)
