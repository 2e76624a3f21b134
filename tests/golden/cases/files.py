"""Files that hold one paper."""

from pathlib import Path

from tests.golden.case import Case
from tests.golden.cases import packs
from tests.golden.sheet import RULED, Sheet
from tests.golden.words import FILLER


def single_report(path: Path) -> None:
    """A report that opens with labels and values: from, to, subject."""
    sheet = Sheet(path)
    for label, value in (
        ("From:", "Ann Tolley, Cabinet Member for Adult Care"),
        ("To:", "Cabinet, 30 January 2025"),
        ("Subject:", "Equipment contract"),
        ("Decision no:", "25/00012"),
    ):
        sheet.put(sheet.left, sheet.y, label, bold=True)
        sheet.line(value, indent=100, gap=3)
    sheet.y -= 10
    packs.sections(sheet, 0)
    sheet.save()


def single_appendix(path: Path) -> None:
    """An appendix that is published on its own."""
    sheet = Sheet(path)
    sheet.line("Appendix C", size=14, bold=True, gap=4)
    sheet.line("Replies to the consultation", size=14, bold=True, gap=8)
    for words in FILLER[2:5]:
        sheet.text(words)
    sheet.save()


def decision_record(path: Path) -> None:
    """The record of a decision that a cabinet member took alone."""
    sheet = Sheet(path)
    sheet.line("ALDERMERE COUNTY COUNCIL", size=13, bold=True, gap=4)
    sheet.line("RECORD OF DECISION", size=13, bold=True, gap=10)
    rows = (
        ("Decision taken by:", "Ann Tolley, Cabinet Member for Adult Care"),
        ("Decision number:", "25/00012"),
        ("Date of decision:", "3 February 2025"),
    )
    sheet.table(rows, (130, 300), [*RULED], size=10)
    sheet.head("Decision")
    sheet.text("I agree that the equipment contract be let for four years from 1 June 2025.")
    sheet.head("Reason for the decision")
    sheet.text(FILLER[8])
    sheet.save()


def frontsheet(path: Path) -> None:
    """The front sheet of a pack, published without the papers it lists: an agenda."""
    sheet = Sheet(path)
    packs.front(sheet)
    sheet.save()


def questions_and_answers(path: Path) -> None:
    """Members' questions with their answers, as tabled at full council."""
    sheet = Sheet(path)
    sheet.line("Members' questions and answers", size=15, bold=True, gap=4)
    sheet.line("County Council, 13 February 2025", size=12, gap=10)
    for number, (asker, question, answer) in enumerate((
        ("Councillor S Wray", "How many potholes were filled in January?", "The contractor filled 2,114 in January."),
        ("Councillor D Lunn", "Will the library at Tarrow stay open?", "Yes. No change to its hours is planned."),
    ), start=1):  # fmt: skip
        sheet.text(f"Question {number} by {asker}", bold=True)
        sheet.text(question)
        sheet.text("Answer", bold=True)
        sheet.text(answer)
    sheet.save()


def supplement(path: Path) -> None:
    """A paper to follow is tied to its meeting by its cover."""
    sheet = Sheet(path)
    sheet.line("Aldermere County Council", size=16, bold=True, gap=6)
    sheet.line(packs.COMMITTEE, size=15, bold=True, gap=6)
    sheet.line("Tuesday, 14 January 2025 at 10.00 am", size=12, gap=10)
    sheet.line("SUPPLEMENTARY AGENDA", size=14, bold=True, gap=8)
    sheet.text("Please find enclosed the following paper, which was marked 'to follow' on the agenda.")
    sheet.numbered("5.", "Care home fees 2025/26 (Pages 9 - 10)")
    sheet.page()
    packs.report(sheet, "Care home fees 2025/26", 0)
    sheet.save()


def named_after_its_meeting(path: Path) -> None:
    """An appendix that names no meeting; the committee system has put item, day, hour and body into the file's name."""
    sheet = Sheet(path)
    sheet.line("Replies to the consultation", size=14, bold=True, gap=8)
    for words in FILLER[2:5]:
        sheet.text(words)
    sheet.save()


def draft_minutes(path: Path) -> None:
    """Draft minutes are minutes of their meeting, and say that they are a draft."""
    sheet = Sheet(path)
    sheet.line("DRAFT - subject to confirmation at the next meeting", bold=True, centred=True, gap=10)
    packs.minutes(sheet)
    sheet.save()


def confirmed_minutes(path: Path) -> None:
    """The confirmed version is signed by the chair at the next meeting, whose date is not that of the minutes."""
    sheet = Sheet(path)
    packs.minutes(sheet)
    sheet.text("Confirmed as a correct record at the meeting held on 14 January 2025")
    sheet.text("Signed: ........................ Chair")
    sheet.save()


def replaced_report(path: Path) -> None:
    """A corrected version says what it replaces; it is the report of its meeting like the first."""
    sheet = Sheet(path)
    sheet.text("Version 2: this report replaces the one published on 3 January 2025. Table 1 has been corrected.", size=10)
    packs.report(sheet, "Care home fees 2025/26", 0)
    sheet.save()


def unnumbered_letter(path: Path) -> None:
    """An inspector's letter: headings by their look, standing text about the inspection marked."""
    sheet = Sheet(path)
    sheet.line("Ofsted", size=16, bold=True, gap=10)
    sheet.line("Inspection of Aldermere local authority children's services", size=15, bold=True, gap=6)
    sheet.line("Inspection dates: 3 to 14 March 2025", gap=4)
    sheet.line("Lead inspector: Jo Merrow, His Majesty's Inspector", gap=12)
    for title, words in (
        ("What needs to improve?", "The timeliness of health assessments for children who come into care."),
        (
            "The experiences of children who need help and protection: good",
            "Children receive help early. Visits are regular and plans are clear.",
        ),
        ("The experiences of children in care: requires improvement to be good", "Too many children wait for a lasting home."),
        ("About this inspection", "The Office for Standards in Education is the independent inspector of these services."),
    ):
        sheet.head(title, size=13)
        sheet.text(words)
    sheet.save()


CASES = (
    Case(single_report, "25-00012-report.pdf"),
    Case(single_appendix, "appendix-c-replies.pdf"),
    Case(decision_record, "25-00012-record-of-decision.pdf"),
    Case(frontsheet, "agenda-frontsheet-2025-01-14.pdf"),
    Case(questions_and_answers, "county-council-2025-02-13-questions.pdf"),
    Case(supplement, "supplement-2025-01-14.pdf"),
    Case(named_after_its_meeting, "Item 5 Appendix B - Replies 14th-Jan-2025 10.00 Adult Care Scrutiny Committee.pdf"),
    Case(draft_minutes, "draft-minutes-2024-11-12.pdf"),
    Case(confirmed_minutes, "minutes-2024-11-12-confirmed.pdf"),
    Case(replaced_report, "care-home-fees-v2.pdf"),
    Case(unnumbered_letter, "inspection-of-aldermere.pdf"),
)
