"""Front sheets and minutes as the committee software of many councils prints them."""

from pathlib import Path

from reportlab.lib import colors

from tests.golden.case import Case
from tests.golden.cases.identity import opening
from tests.golden.cases.packs import report
from tests.golden.sheet import RULED, Sheet


def contact_column(path: Path) -> None:
    """On the front sheet the date and place stand beside a column of contact details, which is read after them. The council is
    named by its crest, a picture, and known by the officer's address and by its initials."""
    sheet = Sheet(path)
    sheet.line("AGENDA", size=13, bold=True, centred=True, gap=10)
    sheet.line("BOROUGH COUNCIL", size=15, bold=True, centred=True, gap=24)
    left = ("Tuesday, 14th January, 2025, at 6.30 pm", "Council Chamber, Guildhall,", "Aldermere")
    for at, (words, label, value) in enumerate(
        zip(left, ("Ask for:", "Telephone:", ""), ("Nia Pemberton", "01632 960100", "E-mail:"), strict=True)
    ):
        y = sheet.y - at * 14
        sheet.put(sheet.left, y, words, bold=True)
        sheet.put(sheet.left + 226, y, label)
        sheet.put(sheet.left + 320, y, value, bold=True)
    sheet.put(sheet.left + 320, sheet.y - 42, "nia.pemberton@aldermere", bold=True)
    sheet.put(sheet.left + 320, sheet.y - 56, ".gov.uk", bold=True)
    sheet.y -= 90
    sheet.numbered("1.", "Apologies for Absence")
    sheet.put(sheet.left, sheet.y, "2.")
    x = sheet.left + 34
    for word in "Declarations of Interest by Members in any of the".split():
        x = sheet.put(x, sheet.y, word) + 9
    sheet.y -= 13.2
    sheet.text("Matters on this Agenda", indent=34)
    sheet.numbered("3.", "ABC Energy Company: Shareholder's Report (Pages 3 - 8)")
    sheet.save()


def members_beside_contacts(path: Path) -> None:
    """The committee's members stand beside the contact details, in one more line than they."""
    sheet = Sheet(path)
    sheet.line("ALDERMERE COUNTY COUNCIL", bold=True, centred=True, gap=6)
    sheet.line("Planning Committee", bold=True, centred=True, gap=14)
    left = ("Councillor R Ashby (Chair)", "Councillor M Okoro", "Councillor T Penhale", "Councillor S Wray")
    right = ("Contact: Nia Pemberton", "Telephone: 01632 960100", "Email: nia@aldermere.gov.uk", "")
    for member, told in zip(left, right, strict=True):
        sheet.put(sheet.left, sheet.y, member)
        sheet.put(sheet.left + 230, sheet.y, told)
        sheet.y -= 14
    sheet.y -= 14
    sheet.line("AGENDA", bold=True, centred=True, gap=8)
    for number, title in (("1.", "Apologies"), ("2.", "Declarations of interest"), ("3.", "Minutes (Pages 3 - 8)")):
        sheet.numbered(number, title)
    sheet.save()


def day_on_its_own_lines(path: Path) -> None:
    """A cover prints the day of the meeting in large type over two lines: no heading, and no part of the title."""
    sheet = Sheet(path)
    for words in ("Summons to and", "Agenda for a", "Special Meeting on"):
        sheet.line(words, size=24)
    sheet.y -= 10
    for words in ("Tuesday, 14th", "January, 2025"):
        sheet.line(words, size=24, bold=True)
    sheet.y -= 10
    sheet.line("at 10.00 am", size=24, bold=True)
    sheet.page()
    sheet.text("To: All Members of the County Council")
    sheet.text("A special meeting of the County Council will be held at County Hall, Aldermere on Tuesday, 14th January, 2025 at 10.00 am.")
    sheet.line("AGENDA", bold=True, centred=True, gap=12)
    sheet.numbered("1.", "Apologies for Absence")
    sheet.numbered("2.", "Declarations of Interest")
    sheet.numbered("3.", "Reorganisation of Local Government")
    sheet.save()


def motions_within_paragraphs(path: Path) -> None:
    """The numbered paragraphs of minutes go on after a motion with numbers of its own, whose limbs are cited by the paragraph."""
    sheet = Sheet(path)
    opening(sheet)
    sheet.numbered("61.", "Future of the Wharf", bold=True)
    sheet.line("(Item 4)", indent=34, gap=8)
    sheet.numbered("1)", "The Leader introduced the report.", indent=34)
    sheet.numbered("2)", "Councillor Okoro proposed and Councillor Wray seconded the motion that:", indent=34)
    sheet.text("“The Committee is asked to:", indent=68)
    sheet.numbered("(1)", "Endorse the lease of the Wharf", indent=68, hang=28)
    sheet.numbered("(2)", "Note that the lease may end in 2031”", indent=68, hang=28)
    sheet.numbered("3)", "Councillor Penhale moved an amendment:", indent=34)
    sheet.numbered("(1)", "Endorse the sale of the Wharf", indent=68, hang=28)
    sheet.numbered("4)", "The amendment was put to the vote:", indent=34)
    sheet.text("For (2)", indent=34)
    sheet.text("Councillors Lunn and Penhale", indent=34)
    sheet.line("Amendment lost.", indent=300, gap=8)
    sheet.numbered("5)", "RESOLVED that the Committee agree to:", indent=34)
    sheet.numbered("A)", "Lease the Wharf.", indent=68, hang=20)
    sheet.numbered("b)", "Publish the terms.", indent=68, hang=20)
    sheet.save()


def struck_through(path: Path) -> None:
    """An amendment strikes words of the motion through: they are kept apart, and what it proposes is read without them. Underlined
    words and those beside a table's rules stay."""
    sheet = Sheet(path)
    opening(sheet)
    sheet.numbered("62.", "Future of the Wharf", bold=True)
    sheet.numbered("7)", "Councillor Penhale moved the following amendment:", indent=34)
    for marker, words, struck in (
        ("(1)", "Endorse the lease of the Wharf", True),
        ("(1)", "Endorse the sale of the Wharf", False),
        ("(2)", "Note that the lease may end in 2031", True),
        ("(2)", "Publish the price", False),
    ):
        y = sheet.y
        end = sheet.put(sheet.left + 96, y, words)
        sheet.put(sheet.left + 68, y, marker)
        if struck:
            sheet.canvas.rect(sheet.left + 68, y + 2.4, end - sheet.left - 68, 0.6, stroke=0, fill=1)
        elif marker == "(2)":
            sheet.canvas.rect(sheet.left + 96, y - 1.8, end - sheet.left - 96, 0.6, stroke=0, fill=1)
        sheet.y -= 16
    sheet.save()


def updates_that_begin_again(path: Path) -> None:
    """A member's update is numbered 1 again by a slip, and a plain paragraph stands between (b) and (c)."""
    sheet = Sheet(path)
    opening(sheet)
    sheet.numbered("87.", "Members' Updates", bold=True)
    sheet.numbered("1.", "The Leader gave an update on the following:", indent=40, hang=20)
    sheet.numbered("(a)", "The call-in of the lease was heard on 9 January.", indent=40, hang=20)
    sheet.numbered("(b)", "Gifts had been declared.", indent=40, hang=20)
    sheet.numbered("1.", "Councillor Wray gave an update on the following:", indent=40, hang=20)
    sheet.put(sheet.left + 40, sheet.y, "(a)")
    sheet.line("The new bus shelters stand in Vale, at Stowmere and on the", indent=60)
    sheet.text("Brantwold estate, which has asked for them for years and has been promised them twice.", indent=60)
    sheet.numbered("(b)", "Three consultations were open:", indent=40, hang=20)
    sheet.numbered("•", "Allotments", indent=60, hang=14)
    sheet.numbered("•", "Street lights", indent=60, hang=14)
    sheet.text("Replies to all of them were welcome.", indent=60)
    sheet.numbered("(c)", "Two campaigns had begun:", indent=40, hang=20)
    sheet.numbered("•", "Clean air", indent=60, hang=14)
    sheet.numbered("(d)", "Flood wardens were being sought.", indent=40, hang=20)
    sheet.numbered("2.", "Councillor Lunn had nothing to report.", indent=40, hang=20)
    sheet.save()


def row_cut_by_the_page(path: Path) -> None:
    """A row of a ruled table that the page's end cuts goes on under the header that is printed again; a group's title under the
    header is a row, and the line that tells what a mark means is no caption."""
    sheet = Sheet(path)
    sheet.text("Appendix B: Powers of the Board", bold=True)
    sheet.text("(**) refers to powers that need the consent of the districts")
    shade = ("BACKGROUND", (0, 0), (-1, 1), colors.lightgrey)
    bold = ("FONTNAME", (0, 0), (-1, 1), "Helvetica-Bold")
    widths = (200, 80, 80)
    rows = (
        ("Power", "Board", "Mayor"),
        ("Roads and buses", "", ""),
        ("To run a network of\nlocal buses**", "x", "x"),
        ("To set the speed of", "", "x"),
    )
    sheet.table(rows, widths, [*RULED, shade, bold, ("SPAN", (0, 1), (-1, 1))])
    sheet.page()
    head = (("BACKGROUND", (0, 0), (-1, 0), colors.lightgrey), ("FONTNAME", (0, 0), (-1, 0), "Helvetica-Bold"))
    rows = (("Power", "Board", "Mayor"), ("traffic on main roads", "", ""), ("To plan homes", "x", "x"))
    sheet.table(rows, widths, [*RULED, *head])
    sheet.save()


def supplement_letter(path: Path) -> None:
    """A supplement's letter lists its item with its pages under a column's label, is signed, and is followed by an empty page."""
    sheet = Sheet(path)
    sheet.line("Date: 10 January 2025", indent=330, gap=20)
    sheet.line("Dear Member", gap=10)
    sheet.line("BOROUGH COUNCIL - TUESDAY, 14 JANUARY 2025", bold=True, gap=10)
    sheet.text("Please find enclosed the paper for item 6, which was not available when the agenda was published.")
    sheet.line("Agenda Item No", bold=True)
    sheet.put(sheet.left, sheet.y, "6")
    sheet.line("Future of the Wharf (Pages 3 - 4)", bold=True, indent=80, gap=30)
    sheet.line("Yours sincerely", gap=40)
    sheet.line("NIA PEMBERTON", bold=True)
    sheet.line("Head of Democracy")
    sheet.page()
    sheet.y = 450
    sheet.line("This page is intentionally left blank", centred=True)
    sheet.page()
    report(sheet, "Future of the Wharf", 0)
    sheet.save()


def subheading_in_italics(path: Path) -> None:
    """Between two numbered paragraphs a line in italics heads what follows; a short last line of a paragraph heads nothing."""
    sheet = Sheet(path)
    sheet.line("Future of the Wharf: report to the Cabinet", size=15, bold=True, gap=14)
    sheet.numbered("1.", "Background", bold=True)
    sheet.numbered("1.1", "The Council owns the Wharf and eleven of the buildings that stand on it.")
    sheet.numbered("1.2", "Two of them have been empty since the ferry ceased, and a third will be by the end of the year.")
    sheet.put(sheet.left, sheet.y, "Views of the Traders", font="Helvetica-Oblique")
    sheet.y -= 20
    sheet.numbered("1.3", "The traders wish the Council to keep the Wharf, and offer to share the cost of its repair.")
    sheet.text("A meeting was held in May.", indent=34)
    sheet.numbered("1.4", "Their chair has written to all members of the Cabinet and will speak at its meeting.")
    sheet.save()


def ministers_letter(path: Path) -> None:
    """A letter among the appendices is called by the file's name; its date is no meeting's, its address no numbered paragraph,
    and the name under its close no heading."""
    sheet = Sheet(path)
    for words in ("Rowan Achterberg MP", "Minister for Rivers", "2 Weir Street", "Thornwick"):
        sheet.line(words, indent=300)
    sheet.y -= 20
    sheet.line("To: Leaders of all river authorities", gap=20)
    sheet.line("16 December 2024", indent=300, gap=20)
    sheet.line("Dear Leaders", gap=10)
    sheet.text("I write to set out how the Government means to look after rivers, and what it asks of councils.")
    sheet.head("Rivers in towns")
    sheet.text("Councils that wish to take part should reply by 10 January.")
    sheet.line("Yours ever,", centred=True, gap=40)
    sheet.line("ROWAN ACHTERBERG MP", bold=True, centred=True)
    sheet.line("Minister of State for Rivers and the Coast", centred=True)
    sheet.save()


CASES = (
    Case(contact_column, "agenda-frontsheet-2025-01-14.pdf"),
    Case(members_beside_contacts, "agenda-frontsheet-planning.pdf"),
    Case(day_on_its_own_lines, "agenda-frontsheet-special-meeting.pdf"),
    Case(motions_within_paragraphs, "printed-minutes-2025-01-14-wharf.pdf"),
    Case(row_cut_by_the_page, "appendix-b-powers.pdf"),
    Case(supplement_letter, "item-6-supplement.pdf"),
    Case(subheading_in_italics, "wharf-report-subheading.pdf"),
    Case(ministers_letter, "Appendix A - Letter on rivers.pdf"),
    Case(struck_through, "printed-minutes-2025-01-14-amendment.pdf"),
    Case(updates_that_begin_again, "printed-minutes-2025-01-14-updates.pdf"),
)
