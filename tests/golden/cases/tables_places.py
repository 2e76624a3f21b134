"""Tables beside one another, over pages, across wide pages."""

from pathlib import Path

from tests.golden.case import Case
from tests.golden.sheet import BOLD_HEAD, NUMBERS, RULED, WIDE, Sheet

HEADER = ("Scheme", "Ward", "Homes", "Ready")
SCHEMES = (
    ("Coopers Yard", "Stowmere North", "12", "May 2025"),
    ("Old Dairy", "Brantwold", "8", "July 2025"),
    ("Mill Lane", "Tarrow", "14", "September 2025"),
    ("Station Road", "Stowmere South", "10", "November 2025"),
    ("Kiln Field", "Harrowby", "16", "March 2026"),
    ("The Maltings", "Brantwold", "6", "May 2026"),
)
BUDGET = (
    ("Directorate", "2024/25 core", "2024/25 external", "2024/25 total", "2025/26 core", "2025/26 external", "2025/26 total"),
    ("Adult Social Care and Health", "201.4", "88.2", "289.6", "214.9", "90.1", "305.0"),
    ("Children and Young People", "154.0", "312.7", "466.7", "160.3", "318.2", "478.5"),
    ("Highways and Transport", "61.3", "14.1", "75.4", "60.8", "15.0", "75.8"),
    ("Growth and Communities", "22.9", "6.4", "29.3", "21.7", "6.9", "28.6"),
    ("Corporate services", "48.5", "0.7", "49.2", "47.1", "0.8", "47.9"),
    ("Total", "488.1", "422.1", "910.2", "504.8", "431.0", "935.8"),
)


def _footer(sheet: Sheet) -> None:
    sheet.put(sheet.left, 30, f"Page {sheet.number}", size=9)


def tables_side_by_side(path: Path) -> None:
    """Two tables beside one another, each with its caption, are two tables."""
    sheet = Sheet(path)
    sheet.head("Staffing", size=14)
    sheet.text("Vacancies and sickness are shown for the four teams.")
    sheet.put(sheet.left, sheet.y, "Table 1: Vacancies (FTE)", bold=True, size=10)
    sheet.put(320, sheet.y, "Table 2: Days lost to sickness", bold=True, size=10)
    sheet.y -= 16
    sheet.table(
        (("Team", "2023", "2024"), ("Duty", "4.0", "2.5"), ("Reviews", "6.0", "5.0"), ("Hospital", "3.5", "1.0")),
        (90, 50, 50),
        [*RULED, *NUMBERS],
        x=sheet.left,
    )
    sheet.table(
        (("Team", "2023", "2024"), ("Duty", "61", "58"), ("Reviews", "104", "97"), ("Hospital", "33", "40")),
        (90, 50, 50),
        [*RULED, *NUMBERS],
        x=320,
    )
    sheet.y -= 100
    sheet.text("Both have fallen over the year.")
    sheet.save()


def table_over_pages(path: Path) -> None:
    """A table goes on overleaf under a repeated header: one table, its header once."""
    sheet = Sheet(path, furniture=_footer)
    sheet.head("Schemes", size=14)
    sheet.text("The schemes of the programme, with the homes that each will bring.")
    sheet.y = 130
    sheet.table((HEADER, *SCHEMES[:3]), (120, 110, 60, 110), [*RULED, *BOLD_HEAD])
    sheet.page()
    sheet.table((HEADER, *SCHEMES[3:]), (120, 110, 60, 110), [*RULED, *BOLD_HEAD])
    sheet.text("A seventh scheme may be added in the autumn.")
    sheet.page()
    sheet.text("The programme ends in 2027.")
    sheet.save()


def table_over_pages_without_header(path: Path) -> None:
    """A table goes on overleaf without its header."""
    sheet = Sheet(path, furniture=_footer)
    sheet.head("Schemes", size=14)
    sheet.text("The schemes of the programme, with the homes that each will bring.")
    sheet.y = 130
    sheet.table((HEADER, *SCHEMES[:3]), (120, 110, 60, 110), [*RULED, *BOLD_HEAD])
    sheet.page()
    sheet.table(SCHEMES[3:], (120, 110, 60, 110), [*RULED])
    sheet.text("A seventh scheme may be added in the autumn.")
    sheet.page()
    sheet.text("The programme ends in 2027.")
    sheet.save()


def two_tables_in_a_row(path: Path) -> None:
    """A second table with the same header under a caption of its own is no continuation of the first."""
    sheet = Sheet(path)
    sheet.head("Schemes", size=14)
    sheet.text("Table 1: Schemes in the north", bold=True)
    sheet.table((HEADER, *SCHEMES[:2]), (120, 110, 60, 110), [*RULED, *BOLD_HEAD])
    sheet.text("Table 2: Schemes in the south", bold=True)
    sheet.table((HEADER, *SCHEMES[2:4]), (120, 110, 60, 110), [*RULED, *BOLD_HEAD])
    sheet.save()


def borderless_budget(path: Path) -> None:
    """A wide page of figures without a rule: in each row core and external make the total."""
    sheet = Sheet(path, WIDE, margin=48)
    sheet.line("Appendix E: Budget by directorate, £m", size=14, bold=True, gap=12)
    heads = tuple(tuple(words.split(" ")) for words in BUDGET[0][1:])
    rows = (("", *(year for year, _ in heads)), ("Directorate", *(name for _, name in heads)), *BUDGET[1:])
    sheet.table(
        rows,
        (200, 88, 88, 88, 88, 88, 88),
        [
            ("ALIGN", (1, 0), (-1, -1), "RIGHT"),
            ("FONTNAME", (0, 0), (-1, 1), "Helvetica-Bold"),
            ("FONTNAME", (0, -1), (-1, -1), "Helvetica-Bold"),
        ],
        size=10,
    )
    sheet.save()


CASES = (
    Case(tables_side_by_side, "staffing.pdf"),
    Case(table_over_pages, "schemes.pdf"),
    Case(table_over_pages_without_header, "schemes-without-header.pdf"),
    Case(two_tables_in_a_row, "schemes-north-south.pdf"),
    Case(borderless_budget, "appendix-e-budget.pdf"),
)
