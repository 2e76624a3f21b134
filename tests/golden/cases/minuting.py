"""Minutes as councils number them, and resolutions as they print them."""

from pathlib import Path

from tests.golden.case import Case
from tests.golden.sheet import Sheet


def _minutes(sheet: Sheet) -> None:
    """The opening of minutes."""
    sheet.line("ALDERMERE COUNTY COUNCIL", bold=True, centred=True, gap=4)
    sheet.line("ADULT CARE SCRUTINY COMMITTEE", bold=True, centred=True, gap=4)
    sheet.line("Minutes of the meeting held on 14 January 2025 at County Hall, Aldermere", bold=True, centred=True, gap=10)
    sheet.line("Present: Councillors R Ashby (Chair), M Okoro, T Penhale and S Wray", gap=10)


def first_limb_on_the_line(path: Path) -> None:
    """ "Resolved – (1) That ...": the first limb is cited like those below it, overleaf too, and the stem leads in all."""
    sheet = Sheet(path)
    _minutes(sheet)
    sheet.numbered("12.", "BUDGET MONITORING", bold=True)
    sheet.text("The Director of Finance presented the report and answered questions about reserves.", indent=34)
    sheet.text("Resolved – (1) That the report be noted.", indent=34)
    sheet.text("(2) That the virement set out in Appendix A be approved.", indent=34)
    sheet.page()
    sheet.text("(3) That a further report be brought to the meeting in June.", indent=34)
    sheet.numbered("13.", "CARE AT HOME", bold=True)
    sheet.text("The Committee agreed:", indent=34)
    sheet.numbered("(1)", "to note the report;", indent=34, hang=28)
    sheet.numbered("(2)", "to instruct the Chief Officer to report on charges; and", indent=34, hang=28)
    sheet.page()
    sheet.numbered("(3)", "otherwise to note the position.", indent=34, hang=28)
    sheet.numbered("14.", "GRANTS", bold=True)
    sheet.text("Decision", indent=34)
    sheet.numbered("1)", "To approve the grants in the list.", indent=34, hang=28)
    sheet.numbered("2)", "To thank the panel.", indent=34, hang=28)
    sheet.save()


def references_of_minutes(path: Path) -> None:
    """Minutes that bear the body's letters and the year: CAB/24/45."""
    sheet = Sheet(path)
    _minutes(sheet)
    for number, title, words in (
        ("CAB/24/45", "Declarations of interest", "There were none."),
        ("CAB/24/46", "Day services", "RESOLVED that:"),
        ("CAB/24/47", "Date of next meeting", "The next meeting would be held on 11 March 2025."),
    ):
        sheet.numbered(number, title, bold=True, hang=70)
        sheet.text(words, indent=70)
        if words.endswith(":"):
            sheet.numbered("(i)", "the review be noted; and", indent=70, hang=28)
            sheet.numbered("(ii)", "the consultation begin in March.", indent=70, hang=28)
    sheet.save()


def minute_numbers_in_words(path: Path) -> None:
    """ "Minute 24/107" of a parish: the number stands apart from the title, and letters below are cited with it."""
    path.write_text(
        """MINUTES OF STOWMERE PARISH COUNCIL
Held in the village hall on 8 May 2025

Present: Cllrs J Hobb (Chairman), P Lisle and W Orchard

Min. No. 24/107 Apologies

Apologies were received from Cllr Wray.

Min. No. 24/108 Planning

It was resolved to:

a) object to the application for the field behind the school; and

b) write to the county member.

Min. No. 24/109 Highways

The Clerk reported a pothole in Mill Lane (see Minute 24/098).
""",
        encoding="utf-8",
    )


def numbers_without_stops(path: Path) -> None:
    """ "283 APOLOGIES": a number without a full stop, above any that a list would reach, is an item's where the next ones follow."""
    path.write_text(
        """ALDERMERE COUNTY COUNCIL

ADULT CARE SCRUTINY COMMITTEE

Minutes of the meeting held on 14 January 2025

Present: Councillors R Ashby (Chair), M Okoro and S Wray

283 APOLOGIES FOR ABSENCE

Apologies were received from Councillor Lunn.

284 DECLARATIONS OF INTEREST

There were none.

285 SHORT BREAKS

412 Carers had taken a short break since April.

RESOLVED – That

(a) the report be noted; and

(b) officers be thanked.
""",
        encoding="utf-8",
    )


def letters_before_numbers(path: Path) -> None:
    """ "AC14", "AC15", "AC16": a body's letters before a number that counts on are the items' numbers; a road is none."""
    path.write_text(
        """ALDERMERE COUNTY COUNCIL

ADULT CARE SCRUTINY COMMITTEE

Minutes of the meeting held on 14 January 2025

Present: Councillors R Ashby (Chair), M Okoro and S Wray

AC14 Apologies

There were none.

AC15 Transport to day services

A12 Closures had delayed the buses in November.

RESOLVED that the timetable be reviewed.

AC16 Date of next meeting

11 March 2025.
""",
        encoding="utf-8",
    )


def whole_numbers_with_nought(path: Path) -> None:
    """ "4.0" is a whole number: 4.1 and 4.2 stand below it."""
    sheet = Sheet(path)
    sheet.line("Aldermere County Council", size=12, bold=True, gap=4)
    sheet.line("Adult Care Scrutiny Committee", size=12, bold=True, gap=4)
    sheet.line("14 January 2025", size=12, gap=10)
    sheet.line("Review of day services", size=16, bold=True, gap=4)
    sheet.line("Report by the Executive Director for Adult Care", gap=12)
    for number, title in (("1.0", "Purpose of report"), ("2.0", "Background")):
        sheet.numbered(number, title, bold=True)
        sheet.numbered(f"{number[0]}.1", "Day services are open to 300 people in five centres, of which three belong to the Council.")
        sheet.numbered(f"{number[0]}.2", "A centre at Brantwold has been closed since the flood.")
    sheet.save()


CASES = (
    Case(first_limb_on_the_line, "minutes-2025-01-14-budget.pdf"),
    Case(references_of_minutes, "cabinet-minutes-2025-01-14.pdf"),
    Case(minute_numbers_in_words, "stowmere-minutes-2025-05-08.txt"),
    Case(numbers_without_stops, "minutes-2025-01-14-short-breaks.txt"),
    Case(letters_before_numbers, "minutes-2025-01-14-transport.txt"),
    Case(whole_numbers_with_nought, "day-services-review-2025.pdf"),
)
