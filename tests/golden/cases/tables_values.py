"""What stands in cells: nothing, negatives in every form, units, footnote marks."""

from pathlib import Path

from tests.golden.case import Case
from tests.golden.sheet import HALF, NUMBERS, RULED, VERA, Rule, Sheet


def _paper(
    path: Path, caption: str, rows: tuple[tuple[str, ...], ...], widths: tuple[float, ...], style: list[Rule], notes: tuple[str, ...] = ()
) -> None:
    sheet = Sheet(path)
    sheet.head("Outturn", size=14)
    sheet.text("The position at the end of the year is shown below.")
    sheet.text(caption, bold=True)
    sheet.table(rows, widths, style)
    for note in notes:
        sheet.text(note, size=8, gap=3)
    sheet.text("The outturn was reported to the Executive in May.")
    sheet.save()


def empty_cells(path: Path) -> None:
    """Empty cells, dashes and "n/a" keep their columns."""
    rows = (
        ("Fund", "April", "June", "August", "October"),
        ("Library fund", "4.2", "", "", "3.9"),
        ("Winter fund", "", "", "1.0", "2.2"),
        ("Flood fund", "0.4", "-", "n/a", ""),
        ("Youth fund", "1.1", "1.1", "1.2", "1.2"),
    )
    _paper(path, "Table 1: Balances in the year, £m", rows, (120, 60, 60, 60, 60), [*RULED, *NUMBERS])


def empty_cells_without_rules(path: Path) -> None:
    """Without rules, too, a number stands under its own header."""
    rows = (
        ("Fund", "April", "June", "August", "October"),
        ("Library fund", "4.2", "", "", "3.9"),
        ("Winter fund", "", "", "1.0", "2.2"),
        ("Flood fund", "0.4", "0.3", "", ""),
        ("Youth fund", "1.1", "1.1", "1.2", "1.2"),
    )
    _paper(path, "Table 1: Balances in the year, £m", rows, (120, 60, 60, 60, 60), [*NUMBERS])


def negatives(path: Path) -> None:
    """Negatives in brackets, with a hyphen, a minus sign, a dash and a trailing minus stay as printed."""
    rows = (
        ("Service", "Variance"),
        ("Libraries", "(1.2)"),
        ("Museums", "-0.4"),
        ("Parks", "\u20130.7"),
        ("Roads", "0.9-"),
        ("Ports", "\u22120.3"),
        ("Schools", "(1,204.5)"),
        ("Planning", "2.2"),
    )
    _paper(path, "Table 2: Variance by service, £m", rows, (140, 90), [*HALF, *NUMBERS, ("FONTNAME", (1, 5), (1, 5), VERA)])


def unit_in_caption(path: Path) -> None:
    """ "£m" in the caption holds for every figure."""
    _paper(
        path,
        "Table 3: Reserves at 31 March (£m)",
        (("Reserve", "2024", "2025"), ("General", "22.0", "21.4"), ("Insurance", "9.1", "9.6")),
        (140, 70, 70),
        [*RULED, *NUMBERS],
    )


def unit_in_headers(path: Path) -> None:
    """ "£000s" in every header is the table's unit; where headers differ there is none."""
    _paper(
        path,
        "Table 4: Grants paid",
        (("Grant", "Budget £000s", "Spent £000s"), ("Homes", "4,100", "3,987"), ("Carers", "650", "661")),
        (140, 90, 90),
        [*RULED, *NUMBERS],
    )


def units_that_differ(path: Path) -> None:
    """Pounds beside a percentage: the columns keep their units, the table has none."""
    _paper(
        path,
        "Table 5: Savings",
        (("Saving", "Target £m", "Made £m", "Share %"), ("Transport", "1.5", "1.2", "80"), ("Property", "2.0", "1.9", "95")),
        (140, 80, 80, 80),
        [*RULED, *NUMBERS],
    )


def footnote_marks(path: Path) -> None:
    """Stars and letters that point to notes; the notes are no rows of the table."""
    rows = (("Home", "Beds", "Occupied"), ("Ashdene", "40", "37*"), ("Birchwood\u2020", "32", "32"), ("Total", "72", "69"))
    _paper(
        path,
        "Table 6: Beds on 31 March",
        rows,
        (140, 70, 70),
        [*RULED, *NUMBERS],
        ("* Three beds were closed for repairs.", "\u2020 Opened in June 2024."),
    )


CASES = (
    Case(empty_cells, "balances.pdf"),
    Case(empty_cells_without_rules, "balances-unruled.pdf"),
    Case(negatives, "variances.pdf"),
    Case(unit_in_caption, "reserves.pdf"),
    Case(unit_in_headers, "grants.pdf"),
    Case(units_that_differ, "savings.pdf"),
    Case(footnote_marks, "beds.pdf"),
)
