"""Characters that printers use and that readers trip over."""

from pathlib import Path

from tests.golden.case import Case
from tests.golden.sheet import VERA, Sheet


def superscripts(path: Path) -> None:
    """ "31st March" with a small raised "st" reads as one word."""
    sheet = Sheet(path)
    sheet.head("Timetable", size=14)
    end = sheet.put(sheet.left, sheet.y, "The scheme closes on 31")
    end = sheet.put(end, sheet.y + 4, "st", size=6.5)
    end = sheet.put(end, sheet.y, " March 2025 and opens again on 2")
    end = sheet.put(end, sheet.y + 4, "nd", size=6.5)
    sheet.put(end, sheet.y, " June 2025.")
    sheet.y -= 24
    end = sheet.put(sheet.left, sheet.y, "The hall measures 240 m")
    end = sheet.put(end, sheet.y + 4, "2", size=6.5)
    sheet.put(end, sheet.y, " and is let by the hour.")
    sheet.save()


def ligatures(path: Path) -> None:
    """Joined letters are found under the letters that a person would type."""
    sheet = Sheet(path)
    sheet.head("Floating support", size=14)
    sheet.put(64, 740, "The of\ufb01cer con\ufb01rmed that \ufb02oating support is open in \ufb01ve wards.", font=VERA)
    sheet.save()


def soft_hyphens(path: Path) -> None:
    """Soft hyphens, which show only at a line's end, are no part of the word."""
    sheet = Sheet(path)
    sheet.head("Intermediate care", size=14)
    sheet.put(64, 740, "The reviewers praised the account\u00adability of the inter\u00admediate care", font=VERA)
    sheet.put(64, 726, "team, and its commit\u00ad", font=VERA)
    sheet.put(64, 712, "ment to people with dementia.", font=VERA)
    sheet.save()


def no_break_spaces(path: Path) -> None:
    """Non-breaking spaces read as spaces."""
    sheet = Sheet(path)
    sheet.head("Training", size=14)
    sheet.put(64, 740, "On 4\u00a0March\u00a02025 the Committee spent £1\u00a0200 on 16\u00a0days of training.")
    sheet.save()


def tabs(path: Path) -> None:
    """Labels and values set apart by tabs are pairs, line by line."""
    sheet = Sheet(path)
    sheet.head("Meeting details", size=14)
    for label, value in (
        ("Committee:", "Adult Care Scrutiny Committee"),
        ("Date:", "14 January 2025"),
        ("Venue:", "Council Chamber, County Hall"),
    ):
        sheet.put(sheet.left, sheet.y, label, bold=True)
        sheet.line(value, indent=110, gap=4)
    sheet.save()


def curly_quotes(path: Path) -> None:
    """Curly quotation marks, apostrophes and dashes stay as printed."""
    sheet = Sheet(path)
    sheet.head("Carers", size=14)
    sheet.put(64, 740, "The Chair said: \u201cThe County\u2019s carers \u2013 all 14,000 of them \u2013 deserve better.\u201d")
    sheet.save()


def hidden_words(path: Path) -> None:
    """White, invisible and off-page words are left out of the paper and reported."""
    sheet = Sheet(path)
    sheet.head("Public notice", size=14)
    sheet.text("The consultation on library opening hours closes on 7 March 2025.")
    sheet.canvas.setFillGray(1)
    sheet.text("Internal note: do not publish before the election.")
    sheet.canvas.setFillGray(0)
    sheet.text("Replies may be sent to County Hall.")
    layer = sheet.canvas.beginText(64, 500)
    layer.setFont("Helvetica", 11)
    layer.setTextRenderMode(3)
    layer.textLine("Template version nine, owner unknown.")
    sheet.canvas.drawText(layer)
    sheet.put(900, 400, "Printer's colour bar, cut off in the trimming.")
    sheet.save()


CASES = (
    Case(superscripts, "timetable.pdf"),
    Case(ligatures, "floating-support.pdf"),
    Case(soft_hyphens, "intermediate-care.pdf"),
    Case(no_break_spaces, "training.pdf"),
    Case(tabs, "meeting-details.pdf"),
    Case(curly_quotes, "carers-statement.pdf"),
    Case(hidden_words, "library-consultation.pdf"),
)
