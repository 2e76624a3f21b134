"""What is read from a table's cells: unit, measure and period where the print says them elsewhere than in the column's head."""

from pathlib import Path

from tests.golden.case import Case
from tests.golden.script import printed
from tests.golden.sheet import BOLD_HEAD, NUMBERS, RULED, WIDE, Sheet


def header_alone_at_the_foot(path: Path) -> None:
    """The header stands alone at the foot of a page, its rows overleaf: they are one table, with the header's units and years."""
    sheet = Sheet(path)
    sheet.head("Reserves", size=14)
    sheet.text("The reserves that the council has set aside are shown in Table 2.")
    widths, look = (180, 80, 80), [*RULED, *NUMBERS, *BOLD_HEAD]
    sheet.y = 100
    sheet.table((("Reserve", "2031/32\n£000", "2032/33\n£000"),), widths, look)
    sheet.page()
    sheet.table(
        (("Insurance", "1,875", "1,720"), ("Harbour works", "6,400", "5,210"), ("Total", "8,275", "6,930")), widths, [*RULED, *NUMBERS]
    )
    sheet.save()


def rows_named_beside_their_code(path: Path) -> None:
    """Rows with a code for a label are named by the words beside it, and a column says what each row is in."""
    sheet = Sheet(path, WIDE)
    sheet.head("Scorecard, Quarter 3 2031/32", size=14)
    rows = (
        ("Ref", "Indicator", "Unit", "Q3 2030/31", "Q3 2031/32", "Target"),
        ("WA1", "Household waste recycled", "%", "51.2", "50.4", "54.0"),
        ("HO1", "Time to let an empty home", "Days", "28", "31", "25"),
        ("FI1", "Rent owed by tenants", "£000", "412", "388", "400"),
    )
    sheet.table(rows, (50, 220, 60, 90, 90, 70), [*RULED, *BOLD_HEAD])
    sheet.save()


def note_and_number_of_note_in_a_table(path: Path) -> None:
    """Numbers of notes are no amounts, a note across the table names no group, and a total is of all groups."""
    sheet = Sheet(path)
    sheet.head("Balance sheet at 31 March 2032", size=14)
    rows = (
        ("", "Notes", "£000"),
        ("Long-term assets", "", ""),
        ("Property", "14", "428,917"),
        ("Investments", "16", "17,950"),
        ("Subtotal", "", "446,867"),
        ("Note: the property was valued by the district valuer in May, and £8.000m of it is held for sale.", "", ""),
        ("Total", "", "446,867"),
    )
    sheet.table(rows, (250, 60, 90), [*RULED, *NUMBERS, *BOLD_HEAD, ("SPAN", (0, 5), (-1, 5)), ("FONTSIZE", (0, 5), (-1, 5), 7)])
    sheet.save()


def header_parted_by_a_rule(path: Path) -> None:
    """A header of three lines over a rule belongs to the rows below, though the labels stand level with its first line."""
    sheet = Sheet(path)
    sheet.head("Pension fund, quarter to 30 September 2031", size=13)
    rows = (
        ("Manager", "Asset", "Value at\n30 June 2031\n£m", "Value at\n30 Sept 2031\n£m", "% of\nfund"),
        ("Northgate", "Shares", "612.4", "618.9", "61.2"),
        ("Harbour", "Property", "348.0", "349.2", "34.5"),
        ("", "Cash", "31.5", "42.9", "4.3"),
        ("Whole fund", "", "991.9", "1,011.0", "100.0"),
    )
    look = [
        ("ALIGN", (2, 0), (-1, -1), "RIGHT"),
        *BOLD_HEAD,
        ("LINEBELOW", (0, 0), (-1, 0), 1, "#000000"),
        ("LINEABOVE", (0, -1), (-1, -1), 0.5, "#000000"),
    ]
    sheet.table(rows, (80, 80, 75, 75, 50), look, size=8)
    sheet.save()


def report_of_the_treasurer(path: Path) -> None:
    """ "Report of the Treasurer", "To the Committee", "On the day" stand above the labelled title; the recommendation follows its label."""
    printed(
        path,
        """
Part 1
ITEM NO. 7

= REPORT OF THE COUNTY TREASURER
= TO AUDIT COMMITTEE
= ON 25 JANUARY 2032

# TITLE: RESERVES

RECOMMENDATION: That members note the contents of the report.

# EXECUTIVE SUMMARY:
Reserves are held for events that cannot be foreseen. This report tells which the council holds, and why.

# CONTACT OFFICER: Orla Penhale TEL. NO: 01999 800 8020
""",
    )


def report_for_a_committee(path: Path) -> None:
    """A head in cells: "Report for" with the day in it, who authorised it and who leads; "Recommended" over "That the Board"."""
    printed(
        path,
        """
Report for: | Scrutiny Board, 9 October 2031
Title: | Homes for a time
Report authorised by: | Dan Hale, Director of Homes
Lead Officer: | Orla Penhale, Housing Manager, 01999 800 8020
Ward(s) affected: | All

# Summary
At the end of August 84 households lived in homes for a time, at a cost of £61.40 a night on average.

# Recommended
# That the Scrutiny Board:
1. ~ notes the number of households;
2. ~ asks for a further report in May.

# Reasons for recommendations
To keep the board informed.
""",
    )


def author_at_the_foot(path: Path) -> None:
    """A Scottish head names a post; who wrote the report stands at its end."""
    printed(
        path,
        """
Agenda Item | 6
Report No | ECI/12/31

= THE GLENMORE COUNCIL

Committee: | Economy and Infrastructure
Date: | 2 May 2031
Report Title: | Roads Programme
Report By: | Executive Chief Officer Infrastructure

1 ~ Purpose
1.1 ~ This report invites Members to approve the programme of £18.2m.

2 ~ Recommendations
2.1 ~ Members are asked to:
> i. approve the programme; and
> ii. note that 6,744 km of road are maintained.

3 ~ Implications
3.1 ~ The budget is contained in the capital programme.

Designation: Executive Chief Officer Infrastructure
Date: 15 April 2031
Author: Orla Penhale, Roads Manager
""",
    )


def report_of_the_head_of_service(path: Path) -> None:
    """The item's number before the title, "Action requested", and whom to contact at the end."""
    printed(
        path,
        """
= NEIGHBOURHOODS SCRUTINY COMMITTEE
= 26TH NOVEMBER 2031

= Report of the Head of Open Spaces
= Lead Member: Councillor Hale

# ITEM 8 ~ IMPROVING RECYCLING

# Purpose of Report
To tell how the council could recycle more.

# Action Requested
That the Committee notes the contents of the report.

# Background
The council recycles 44.90% of its waste.

Background Papers: None
Officer to contact: Orla Penhale
Head of Open Spaces
Tel: 01999 800 8020
""",
    )


def report_head_in_cells_with_recommendations(path: Path) -> None:
    """A head in cells holds the recommendations, numbered within their cell."""
    printed(
        path,
        """
= CABINET REPORT TITLE: ROADS CONTRACT
= CABINET DATE: 24 JANUARY 2032

Cabinet Member | Cllr Dom Hale, Roads
Key Decision | Yes
Main Consultees | Legal, Finance
Officer | Name: Orla Penhale  Tel. no: 01999 800 8020
Purpose of Report | To seek approval to extend the contract for up to 4 years.
Recommendations | That Cabinet: 1. Approves the extension of the contract; and 2. Delegates its signing to the Director.
Reasons for recommendations | The contract ends in March 2033.
""",
    )


def recommendations_of_two_bodies(path: Path) -> None:
    """Under "Recommendations" stand "That Cabinet:" and "That Council:", each with limbs of its own."""
    sheet = Sheet(path)
    sheet.text("Report to: Cabinet", gap=2)
    sheet.text("Date of meeting: 7 December 2031", gap=2)
    sheet.text("Report title: Rents for 2032/33", gap=2)
    sheet.text("Report author: Orla Penhale, Housing Manager, extension 2103", gap=12)
    sheet.head("Recommendations")
    sheet.text("That Cabinet:", bold=True)
    sheet.numbered("1.", "Approve the plan for council homes for 2032 to 2042.")
    sheet.numbered("2.", "Support the start of work at Sallow Court.")
    sheet.text("That Cabinet recommends to Council:", bold=True)
    sheet.numbered("3.", "Approve a rise in rents of 3.1%.")
    sheet.head("Background")
    sheet.text("The council owns 6,035 homes. The rents were last raised in April 2031.")
    sheet.save()


CASES = (
    Case(header_alone_at_the_foot, "reserves.pdf"),
    Case(rows_named_beside_their_code, "scorecard.pdf"),
    Case(note_and_number_of_note_in_a_table, "balance-sheet.pdf"),
    Case(recommendations_of_two_bodies, "rents.pdf"),
    Case(header_parted_by_a_rule, "fund.pdf"),
    Case(report_of_the_treasurer, "treasurer.pdf"),
    Case(report_for_a_committee, "homes.pdf"),
    Case(author_at_the_foot, "roads.pdf"),
    Case(report_of_the_head_of_service, "recycling.pdf"),
    Case(report_head_in_cells_with_recommendations, "contract.pdf"),
)
