"""What is read from a table's cells: unit, measure and period where the print says them elsewhere than in the column's head."""

from pathlib import Path

from tests.golden.case import Case
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
)
