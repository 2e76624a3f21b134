"""Agenda packs: an agenda, the minutes of the last meeting and reports in one file."""

from pathlib import Path

from tests.golden.case import Case
from tests.golden.sheet import Sheet
from tests.golden.words import FILLER

COMMITTEE = "Adult Care Scrutiny Committee"
ITEMS = (
    ("1.", "Apologies for absence", ""),
    ("2.", "Declarations of interest", ""),
    ("3.", "Minutes of the meeting held on 12 November 2024", "(Pages 3 - 4)"),
    ("4.", "Public questions", ""),
    ("5.", "Care home fees 2025/26", "(Pages 5 - 6)"),
    ("6.", "Winter plan", "(Pages 7 - 8)"),
)


def front(sheet: Sheet) -> None:
    """The agenda's own page."""
    sheet.line("Aldermere County Council", size=18, bold=True, gap=6)
    sheet.line(COMMITTEE, size=16, bold=True, gap=6)
    sheet.line("Tuesday, 14 January 2025 at 10.00 am", size=12, gap=4)
    sheet.line("Council Chamber, County Hall, Aldermere", size=12, gap=14)
    sheet.line("AGENDA", size=14, bold=True, gap=8)
    for number, title, pages in ITEMS:
        sheet.put(sheet.right - 70, sheet.y, pages, size=10)
        sheet.numbered(number, title)


def minutes(sheet: Sheet) -> None:
    """Short minutes of the meeting before."""
    sheet.line("ALDERMERE COUNTY COUNCIL", bold=True, gap=4)
    sheet.line("Minutes of the Adult Care Scrutiny Committee", bold=True, gap=4)
    sheet.line("held on Tuesday, 12 November 2024 at County Hall, Aldermere", bold=True, gap=10)
    sheet.text("Present: Councillors R Ashby (Chair), M Okoro, T Penhale and S Wray")
    sheet.text("Apologies: Councillor D Lunn")
    sheet.numbered("1.", "Declarations of interest", bold=True)
    sheet.numbered("1.1", "There were none.")
    sheet.numbered("2.", "Duty team", bold=True)
    sheet.numbered("2.1", "The Committee noted that the duty team answers nine in ten calls on the day.")
    sheet.text("The meeting closed at 11.40 am.")


def report(sheet: Sheet, title: str, first: int) -> None:
    """A short officer report."""
    sheet.line("Aldermere County Council", size=12, bold=True, gap=4)
    sheet.line(COMMITTEE, size=12, bold=True, gap=4)
    sheet.line("14 January 2025", size=12, gap=8)
    sheet.line(title, size=15, bold=True, gap=4)
    sheet.line("Report by the Executive Director for Adult Care", gap=12)
    sections(sheet, first)


def sections(sheet: Sheet, first: int) -> None:
    """The numbered sections of a report."""
    for at, name in enumerate(("Recommendation", "Background", "Financial implications")):
        sheet.numbered(f"{at + 1}.", name, bold=True)
        sheet.numbered(f"{at + 1}.1", "The Committee is asked to note the report." if at == 0 else FILLER[first + at])


def _printed(sheet: Sheet) -> None:
    """Pages after the agenda carry the pack's page number; the agenda is printed on both sides of an unnumbered sheet."""
    if sheet.number > 1:
        sheet.put(290, 28, f"Page {sheet.number + 1}", size=9)


def pages_as_printed(path: Path) -> None:
    """The agenda's "Pages 5 - 6" are printed on pages 4 and 5 of the file: the printed number is the label."""
    sheet = Sheet(path, furniture=_printed)
    front(sheet)
    sheet.page()
    minutes(sheet)
    sheet.page()
    sheet.head("Action list", size=12)
    sheet.text(FILLER[4])
    sheet.page()
    report(sheet, "Care home fees 2025/26", 0)
    sheet.page()
    sheet.numbered("4.", "Consultation", bold=True)
    sheet.numbered("4.1", FILLER[3])
    sheet.page()
    report(sheet, "Winter plan", 5)
    sheet.save()


def pages_labelled_in_the_file(path: Path) -> None:
    """The file itself says that its first page is "i" and its second "1"."""
    sheet = Sheet(path)
    sheet.canvas.addPageLabel(0, style="ROMAN_LOWER", start=1)
    sheet.canvas.addPageLabel(1, style="ARABIC", start=1)
    sheet.line("Day Opportunities Plan", size=20, bold=True, gap=10)
    sheet.line("Aldermere County Council", size=12)
    sheet.page()
    sheet.head("Our aims", size=14)
    sheet.text(FILLER[0])
    sheet.page()
    sheet.head("Our means", size=14)
    sheet.text(FILLER[8])
    sheet.save()


def _run_on(sheet: Sheet) -> None:
    """The pack's pages count on from the pack before; the plan that is bound into it has numbers of its own."""
    if 2 <= sheet.number <= 4:
        sheet.put(290, 28, f"Page {sheet.number + 3}", size=9)
    elif sheet.number > 4:
        sheet.put(290, 28, str(sheet.number - 4), size=9)


def pages_run_on(path: Path) -> None:
    """Numbers run on from an earlier pack, and begin again in the last paper: each page has the number that is printed on it."""
    sheet = Sheet(path, furniture=_run_on)
    front(sheet)
    sheet.page()
    report(sheet, "Care home fees 2025/26", 0)
    sheet.page()
    sheet.numbered("4.", "Consultation", bold=True)
    sheet.numbered("4.1", FILLER[3])
    sheet.page()
    report(sheet, "Winter plan", 5)
    for label, words in (("Appendix A", FILLER[2]), ("", FILLER[4]), ("", FILLER[6])):
        sheet.page()
        if label:
            sheet.line(label, size=13, bold=True, gap=4)
            sheet.line("Winter plan in full", size=13, bold=True, gap=8)
        sheet.text(words)
    sheet.save()


def report_without_cover(path: Path) -> None:
    """In a pack a report begins with its title and its sections, without a head of its own; the corner says "Agenda Item 6"."""
    sheet = Sheet(path, furniture=_printed)
    front(sheet)
    sheet.page()
    minutes(sheet)
    sheet.page()
    sheet.put(sheet.right - 80, sheet.height - 36, "Agenda Item 5", size=10, bold=True)
    report(sheet, "Care home fees 2025/26", 0)
    sheet.page()
    sheet.put(sheet.right - 80, sheet.height - 36, "Agenda Item 6", size=10, bold=True)
    sheet.line("Winter plan", size=15, bold=True, gap=10)
    sections(sheet, 5)
    sheet.save()


def paper_without_head(path: Path) -> None:
    """A paper begins where the agenda says, on printed page 7, and with a title and text alone."""
    sheet = Sheet(path, furniture=_printed)
    front(sheet)
    sheet.page()
    minutes(sheet)
    sheet.page()
    sheet.head("Action list", size=12)
    sheet.text(FILLER[4])
    sheet.page()
    report(sheet, "Care home fees 2025/26", 0)
    sheet.page()
    sheet.numbered("4.", "Consultation", bold=True)
    sheet.numbered("4.1", FILLER[3])
    sheet.page()
    sheet.line("Getting ready for the cold", size=15, bold=True, gap=10)
    for words in FILLER[5:8]:
        sheet.text(words)
    sheet.save()


def minutes_with_appendices(path: Path) -> None:
    """What follows the minutes' close is appended to them: a list of actions, then questions of the public."""
    sheet = Sheet(path)
    minutes(sheet)
    sheet.page()
    sheet.line("Appendix A", size=13, bold=True, gap=4)
    sheet.line("Actions from the meeting", size=13, bold=True, gap=8)
    sheet.text("The Director will write to members with the figures for home care by 20 December.")
    sheet.text("The Chair will visit the duty team in January.")
    sheet.page()
    sheet.line("Appendix B", size=13, bold=True, gap=4)
    sheet.line("Public questions", size=13, bold=True, gap=8)
    sheet.text("Question from Ms P Tarrant", bold=True)
    sheet.text("When will the day centre at Brantwold open again?")
    sheet.text("Reply from the Chair", bold=True)
    sheet.text("The roof is being mended and the centre will open in May 2025.")
    sheet.save()


def report_with_appendices(path: Path) -> None:
    """A report names its appendices; each begins on a page of its own, the second in a series 1, 2."""
    sheet = Sheet(path)
    report(sheet, "Care home fees 2025/26", 0)
    sheet.numbered("4.", "Appendices", bold=True)
    sheet.text("Appendix 1 - Proposed fees", indent=34)
    sheet.text("Appendix 2 - Replies from providers", indent=34)
    for label, title, words in (("Appendix 1", "Proposed fees", FILLER[2]), ("Appendix 2", "Replies from providers", FILLER[3])):
        sheet.page()
        sheet.line(label, size=13, bold=True, gap=4)
        sheet.line(title, size=13, bold=True, gap=8)
        sheet.text(words)
    sheet.save()


CASES = (
    Case(pages_as_printed, "agenda-pack-2025-01-14.pdf"),
    Case(pages_run_on, "agenda-pack-2025-01-14-second.pdf"),
    Case(pages_labelled_in_the_file, "day-opportunities.pdf"),
    Case(report_without_cover, "agenda-pack-2025-01-14-short.pdf"),
    Case(paper_without_head, "agenda-pack-2025-01-14-third.pdf"),
    Case(minutes_with_appendices, "minutes-2024-11-12.pdf"),
    Case(report_with_appendices, "care-home-fees.pdf"),
)
