"""Paragraphs as a person would cite them."""

from pathlib import Path

from tests.golden.case import Case
from tests.golden.sheet import Sheet


def opening(sheet: Sheet) -> None:
    """The opening of minutes."""
    sheet.line("ALDERMERE COUNTY COUNCIL", bold=True, centred=True, gap=4)
    sheet.line("ADULT CARE SCRUTINY COMMITTEE", bold=True, centred=True, gap=4)
    sheet.line("Minutes of the meeting held on 14 January 2025 at County Hall, Aldermere", bold=True, centred=True, gap=10)
    sheet.line("Present: Councillors R Ashby (Chair), M Okoro, T Penhale and S Wray", gap=10)


def deep_numbers(path: Path) -> None:
    """A paragraph is cited by its whole number, 11.2.10 as well as 11.2.9."""
    sheet = Sheet(path)
    opening(sheet)
    sheet.numbered("11.", "Capital programme", bold=True, hang=44)
    sheet.numbered("11.1", "The Director introduced the report.", hang=44)
    sheet.numbered("11.2", "In reply to questions members heard that:", hang=44)
    for number, words in (
        ("11.2.8", "the roof at Brantwold would be finished in May;"),
        ("11.2.9", "no scheme had been dropped; and"),
        ("11.2.10", "the contingency stood at £0.9m."),
    ):
        sheet.numbered(number, words, hang=44)
    sheet.save()


def letters_in_numbers(path: Path) -> None:
    """Letters under a whole number, and roman numerals under a letter: 4(b), 4(b)(ii)."""
    sheet = Sheet(path)
    opening(sheet)
    sheet.numbered("4.", "Members' allowances", bold=True)
    sheet.text("The Committee considered the report of the panel and made these points:", indent=34)
    sheet.numbered("(a)", "the basic allowance had not changed since 2019;", indent=34, hang=28)
    sheet.numbered("(b)", "two allowances were no longer needed:", indent=34, hang=28)
    sheet.numbered("(i)", "that of the vice-chair of the former Audit Board; and", indent=62, hang=28)
    sheet.numbered("(ii)", "that of the lead member for broadband.", indent=62, hang=28)
    sheet.numbered("(c)", "travel should be paid at the national rate.", indent=34, hang=28)
    sheet.save()


def unanimous_resolution(path: Path) -> None:
    """The limbs of a resolution carry its number, and each keeps the sentence that leads in."""
    sheet = Sheet(path)
    opening(sheet)
    sheet.numbered("13.", "Supported living", bold=True)
    sheet.numbered("13.1", "The Executive Director presented the report.")
    sheet.numbered("13.2", "Councillor Okoro asked when the homes at Stowmere would open.")
    sheet.numbered("13.3", "The Committee unanimously:")
    sheet.numbered("(a)", "AGREED to support the programme; and", indent=34, hang=28)
    sheet.numbered("(b)", "ASKED for a report on rents in June.", indent=34, hang=28)
    sheet.numbered("14.", "Date of next meeting", bold=True)
    sheet.numbered("14.1", "The next meeting would be held on 11 March 2025.")
    sheet.save()


def roman_before_letters(path: Path) -> None:
    """ "(i)" is the ninth letter after (h) and the first numeral elsewhere."""
    sheet = Sheet(path)
    opening(sheet)
    sheet.numbered("7.", "Performance", bold=True)
    sheet.numbered("7.1", "Members asked about:")
    for letter, words in (("g", "waiting times;"), ("h", "complaints;"), ("i", "vacancies; and"), ("j", "sickness.")):
        sheet.numbered(f"({letter})", words, indent=34, hang=28)
    sheet.numbered("7.2", "The Committee RESOLVED to:")
    for letter, words in (("i", "note the report; and"), ("ii", "thank the staff.")):
        sheet.numbered(f"({letter})", words, indent=34, hang=28)
    sheet.save()


def minute_numbers_run_on(path: Path) -> None:
    """Minutes are numbered through the year: 283, 284; the agenda's number follows in brackets."""
    sheet = Sheet(path)
    opening(sheet)
    for number, title, item, words in (
        ("283.", "Apologies for absence", "(Item 1)", "Apologies were received from Councillor D Lunn."),
        ("284.", "Short breaks for carers", "(Item 5)", "The Committee noted that 412 carers had taken a short break since April."),
        ("285.", "24/00117 - Equipment contract", "(Item 6)", "RESOLVED that the contract be let for four years."),
    ):  # fmt: skip
        sheet.numbered(number, title, bold=True)
        sheet.line(item, indent=34, gap=6)
        sheet.text(words, indent=34)
    sheet.save()


CASES = (
    Case(deep_numbers, "minutes-2025-01-14-capital.pdf"),
    Case(letters_in_numbers, "minutes-2025-01-14-allowances.pdf"),
    Case(unanimous_resolution, "minutes-2025-01-14.pdf"),
    Case(roman_before_letters, "minutes-2025-01-14-performance.pdf"),
    Case(minute_numbers_run_on, "minutes-2025-01-14-carers.pdf"),
)
