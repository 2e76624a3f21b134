"""Headings: by number, by look, by mark-up and by bookmarks."""

from pathlib import Path

from tests.golden.case import Case
from tests.golden.sheet import RULED, Sheet
from tests.golden.words import FILLER


def _report(sheet: Sheet, title: str) -> None:
    """The opening of an officer report."""
    sheet.line("Aldermere County Council", size=12, bold=True, gap=4)
    sheet.line("Adult Care Scrutiny Committee", size=12, bold=True, gap=4)
    sheet.line("14 January 2025", size=12, gap=10)
    sheet.line(title, size=16, bold=True, gap=4)
    sheet.line("Report by the Executive Director for Adult Care", gap=12)


def numbering_breaks(path: Path) -> None:
    """Section numbers that skip, repeat and begin again are taken as printed."""
    sheet = Sheet(path)
    _report(sheet, "Review of day services")
    for at, (number, title) in enumerate(
        (("1.", "Purpose of report"), ("2.", "Background"), ("4.", "Options"), ("4.", "Consultation"), ("6.", "Financial implications"))
    ):
        sheet.numbered(number, title, bold=True)
        sheet.numbered(f"{number}1", FILLER[at])
    sheet.save()


def numbering_begins_again(path: Path) -> None:
    """An appendix within the report counts its own sections from 1."""
    sheet = Sheet(path)
    _report(sheet, "Review of day services")
    for number, title, words in (("1.", "Purpose of report", FILLER[4]), ("2.", "Background", FILLER[1]), ("3.", "Conclusion", FILLER[11])):
        sheet.numbered(number, title, bold=True)
        sheet.text(words, indent=34)
    sheet.page()
    sheet.line("Appendix A", size=14, bold=True, gap=4)
    sheet.line("Method of the review", size=14, bold=True, gap=8)
    for number, title, words in (("1.", "Visits", FILLER[2]), ("2.", "Survey", FILLER[9])):
        sheet.numbered(number, title, bold=True)
        sheet.text(words, indent=34)
    sheet.save()


def heading_over_two_lines(path: Path) -> None:
    """A heading that runs over two lines is one heading, numbered or not."""
    sheet = Sheet(path)
    _report(sheet, "Delivery of the supported living programme")
    sheet.numbered("1.", "Purpose of report", bold=True)
    sheet.text(FILLER[4], indent=34)
    sheet.put(sheet.left, sheet.y, "2.", bold=True)
    sheet.line("Progress with the homes that are to be delivered by the end of the", bold=True, indent=34)
    sheet.line("current financial year", bold=True, indent=34, gap=7)
    sheet.text(FILLER[8], indent=34)
    sheet.line("Contribution of housing associations and of the district councils to", bold=True)
    sheet.line("the programme", bold=True, gap=6)
    sheet.text(FILLER[2], indent=34)
    sheet.save()


def heading_in_a_table(path: Path) -> None:
    """A form of ruled boxes: the shaded lines across it are headings, what stands in the boxes is text."""
    sheet = Sheet(path)
    sheet.line("Request for a new post", size=16, bold=True, gap=10)
    rows = (
        ("Section A: Reason for the request", ""),
        ("Why is it needed?", "Calls to the duty team have doubled in two years."),
        ("Section B: Cost", ""),
        ("How is it paid for?", "From the base budget of the service."),
    )
    style = [*RULED]
    for at in (0, 2):
        style += [
            ("SPAN", (0, at), (-1, at)),
            ("BACKGROUND", (0, at), (-1, at), "#d9d9d9"),
            ("FONTNAME", (0, at), (-1, at), "Helvetica-Bold"),
        ]
    sheet.table(rows, (140, 310), style, size=10)
    sheet.save()


def headings_by_size(path: Path) -> None:
    """Without numbers the size of type gives the level."""
    sheet = Sheet(path)
    sheet.line("Adult Care Annual Review", size=24, bold=True, gap=14)
    for chapter, sections in (("Living well", ("Home care", "Day services")), ("Staying safe", ("Safeguarding", "Deprivation of liberty"))):
        sheet.line(chapter, size=17, bold=True, gap=8)
        sheet.text(FILLER[len(chapter) % 5])
        for at, title in enumerate(sections):
            sheet.line(title, size=13, bold=True, gap=6)
            sheet.text(FILLER[(len(title) + at) % 12])
    sheet.save()


def headings_from_bookmarks(path: Path) -> None:
    """The file's bookmarks say what is a heading and how deep it stands, although all look alike."""
    sheet = Sheet(path)
    sheet.line("Day Opportunities Plan", size=20, bold=True, gap=14)
    outline = (("Our aims", 0), ("Work", 1), ("Friendship", 1), ("Our means", 0), ("Buildings", 1), ("Transport", 1))
    for at, (title, level) in enumerate(outline):
        if at == 3:
            sheet.page()
        sheet.canvas.bookmarkPage(title)
        sheet.canvas.addOutlineEntry(title, title, level)
        sheet.line(title, size=13, bold=True, gap=6)
        sheet.text(FILLER[at])
    sheet.save()


def boilerplate(path: Path) -> None:
    """Standing notices are kept, and marked as what every paper says."""
    sheet = Sheet(path)
    _report(sheet, "Fees for care homes 2025/26")
    sheet.numbered("1.", "Recommendation", bold=True)
    sheet.numbered("1.1", "That the fees in the table be approved.")
    sheet.numbered("2.", "Webcasting notice", bold=True)
    sheet.numbered(
        "2.1",
        "This meeting will be filmed for live or later broadcast on the Council's website. "
        "By entering the chamber you consent to being filmed.",
    )
    sheet.numbered("3.", "Access to information", bold=True)
    sheet.numbered("3.1", "If you would like this report in large print, braille or another language, please telephone 01632 960100.")
    sheet.save()


CASES = (
    Case(numbering_breaks, "day-services-review.pdf"),
    Case(numbering_begins_again, "day-services-review-with-appendix.pdf"),
    Case(heading_over_two_lines, "supported-living-delivery.pdf"),
    Case(heading_in_a_table, "new-post.pdf"),
    Case(headings_by_size, "annual-review.pdf"),
    Case(headings_from_bookmarks, "day-opportunities-plan.pdf"),
    Case(boilerplate, "care-home-fees-2025.pdf"),
)
