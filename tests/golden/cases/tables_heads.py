"""Tables whose headers and row labels span."""

from pathlib import Path

from tests.golden.case import Case
from tests.golden.sheet import NUMBERS, RULED, Rule, Sheet

CENTRED: tuple[Rule, ...] = (("ALIGN", (1, 0), (-1, 1), "CENTER"),)


def _paper(path: Path, caption: str, rows: tuple[tuple[str, ...], ...], widths: tuple[float, ...], style: list[Rule]) -> None:
    sheet = Sheet(path)
    sheet.head("Performance", size=14)
    sheet.text("The figures are those reported to the Committee in November.")
    sheet.text(caption, bold=True)
    sheet.table(rows, widths, style)
    sheet.text("The next figures are due in March.")
    sheet.save()


def two_level_headers(path: Path) -> None:
    """Years span a count and a share each."""
    rows = (
        ("District", "2022/23", "", "2023/24", ""),
        ("", "Number", "%", "Number", "%"),
        ("Stowmere", "412", "31", "398", "29"),
        ("Brantwold", "280", "21", "301", "22"),
        ("Tarrow", "640", "48", "672", "49"),
    )
    style: list[Rule] = [*RULED, *NUMBERS, *CENTRED, ("SPAN", (1, 0), (2, 0)), ("SPAN", (3, 0), (4, 0)), ("SPAN", (0, 0), (0, 1))]
    _paper(path, "Table 2: Reviews done in time by district", rows, (110, 60, 50, 60, 50), style)


def three_level_headers(path: Path) -> None:
    """The kind of care spans years, which span budget and actual."""
    rows = (
        ("District", "Residential care", "", "", "", "Home care", ""),
        ("", "2022/23", "", "2023/24", "", "2023/24", ""),
        ("", "Budget", "Actual", "Budget", "Actual", "Budget", "Actual"),
        ("Stowmere", "10", "11", "12", "14", "6", "7"),
        ("Brantwold", "8", "8", "9", "9", "5", "4"),
    )
    style: list[Rule] = [*RULED, *NUMBERS, *CENTRED, ("SPAN", (0, 0), (0, 2)), ("SPAN", (1, 0), (4, 0)), ("SPAN", (5, 0), (6, 0))]
    style += [("SPAN", (1, 1), (2, 1)), ("SPAN", (3, 1), (4, 1)), ("SPAN", (5, 1), (6, 1))]
    _paper(path, "Table 3: Spending by district, £m", rows, (100, 55, 55, 55, 55, 55, 55), style)


def spanning_headers_without_rules(path: Path) -> None:
    """Nothing but its place over two columns says that a header spans them."""
    rows = (
        ("", "2022/23", "", "2023/24", ""),
        ("District", "Budget", "Actual", "Budget", "Actual"),
        ("Stowmere", "10.1", "11.3", "12.0", "14.2"),
        ("Brantwold", "8.4", "8.1", "9.3", "9.9"),
        ("Tarrow", "4.0", "4.2", "4.4", "4.1"),
    )
    style: list[Rule] = [*NUMBERS, *CENTRED, ("SPAN", (1, 0), (2, 0)), ("SPAN", (3, 0), (4, 0))]
    _paper(path, "Table 4: Spending by district, £m", rows, (110, 70, 70, 70, 70), style)


def merged_row_labels(path: Path) -> None:
    """A district's name spans its rows: each row is read under it."""
    rows = (
        ("District", "Measure", "Target", "Actual"),
        ("Stowmere", "Reviews in time", "90%", "84%"),
        ("", "Contacts answered", "95%", "97%"),
        ("Brantwold", "Reviews in time", "90%", "91%"),
        ("", "Contacts answered", "95%", "92%"),
    )
    style: list[Rule] = [*RULED, ("SPAN", (0, 1), (0, 2)), ("SPAN", (0, 3), (0, 4))]
    _paper(path, "Table 5: Measures by district", rows, (100, 130, 70, 70), style)


def groups_and_subtotals(path: Path) -> None:
    """Rows that name a group carry no figures; subtotals and the total are rows like others."""
    rows = (
        ("Service", "Budget £m", "Outturn £m"),
        ("Adults", "", ""),
        ("Home care", "40.0", "41.2"),
        ("Care homes", "84.3", "83.9"),
        ("Subtotal adults", "124.3", "125.1"),
        ("Children", "", ""),
        ("Fostering", "30.5", "31.0"),
        ("Subtotal children", "30.5", "31.0"),
        ("Total", "154.8", "156.1"),
    )
    style: list[Rule] = [
        *RULED,
        *NUMBERS,
        ("SPAN", (0, 1), (-1, 1)),
        ("SPAN", (0, 5), (-1, 5)),
        ("FONTNAME", (0, 1), (0, 1), "Helvetica-Bold"),
        ("FONTNAME", (0, 5), (0, 5), "Helvetica-Bold"),
    ]
    _paper(path, "Table 6: Outturn by service", rows, (160, 80, 80), style)


def wrapped_cells(path: Path) -> None:
    """Labels and headers wrapped over lines are one cell each, and numbers stand level with the first line."""
    rows = (
        ("Measure", "Result\n2022/23", "Result\n2023/24", "Target\n2024/25"),
        ("People who receive\ncare in their own home", "1,204", "1,311", "1,400"),
        ("People waiting for an\nassessment at the end\nof the year", "131", "84", "60"),
        ("Unpaid carers supported", "2,210", "2,388", "2,500"),
    )
    _paper(
        path,
        "Table 7: Measures of the plan",
        rows,
        (150, 70, 70, 70),
        [*NUMBERS, ("LINEABOVE", (0, 0), (-1, 1), 0.5, "#000000"), ("LINEBELOW", (0, -1), (-1, -1), 0.5, "#000000")],
    )


def units_under_the_header(path: Path) -> None:
    """The unit of each column stands in a row of its own under the names."""
    rows = (
        ("Service", "Budget", "Outturn", "Change"),
        ("", "£000", "£000", "%"),
        ("Libraries", "4,100", "3,987", "-2.8"),
        ("Museums", "650", "661", "1.7"),
        ("Archives", "212", "205", "-3.3"),
    )
    _paper(path, "Table 8: Culture", rows, (140, 80, 80, 80), [*NUMBERS, ("LINEBELOW", (0, 1), (-1, 1), 0.5, "#000000")])


def numbers_on_the_last_line(path: Path) -> None:
    """Without rules, the numbers of a wrapped label stand level with its last line."""
    rows = (
        ("Measure", "2023", "2024"),
        ("People who say that they\nfeel safe at home", "81", "84"),
        ("Complaints answered in\ntwenty days", "66", "72"),
        ("Visits on time", "90", "93"),
    )
    _paper(path, "Table 9: Quality, %", rows, (170, 70, 70), [*NUMBERS, ("VALIGN", (0, 0), (-1, -1), "BOTTOM")])


CASES = (
    Case(two_level_headers, "reviews.pdf"),
    Case(three_level_headers, "spending-three-levels.pdf"),
    Case(spanning_headers_without_rules, "spending-unruled.pdf"),
    Case(merged_row_labels, "measures-by-district.pdf"),
    Case(groups_and_subtotals, "outturn.pdf"),
    Case(units_under_the_header, "culture.pdf"),
    Case(numbers_on_the_last_line, "quality.pdf"),
    Case(wrapped_cells, "plan-measures.pdf"),
)
