"""Tables of finance monitoring, as spreadsheets and slides print them: bars of colour, units over headers, rows that go on overleaf."""

from collections.abc import Sequence
from pathlib import Path

from reportlab.lib import colors

from tests.golden.case import Case
from tests.golden.sheet import BOLD_HEAD, WIDE, Rule, Sheet

BAR = colors.HexColor("#1f6f5c")
GROUND = colors.HexColor("#c9d8e8")
LINES: tuple[Rule, ...] = (("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.grey), ("LINEABOVE", (0, 0), (-1, 0), 0.5, colors.grey))
RIGHT: tuple[Rule, ...] = (("ALIGN", (1, 0), (-2, -1), "RIGHT"),)
HEAD = ("Service", "", "Budget", "Forecast", "Detail")
WIDTHS = (110, 10, 60, 60, 420)
HOMES = "The number of people who live in care homes has grown since the spring, and so have their fees"
NIGHTS = "More people are helped at night than the budget allowed for, and two posts were filled by an agency"
AGENCY = "The agency's posts end in March, when both of the council's own officers will have begun"


def _monitoring(sheet: Sheet, rows: Sequence[Sequence[str]], *, heads: bool = True, bars: slice = slice(1, None)) -> None:
    """Rules between rows, and a bar of colour between the labels and the figures."""
    beside = [("BACKGROUND", (1, at), (1, at), BAR) for at in range(len(rows))[bars]]
    look = [*LINES, *RIGHT, *(BOLD_HEAD if heads else ()), ("VALIGN", (0, 0), (-1, -1), "MIDDLE"), *beside]
    sheet.table(rows, WIDTHS, look)


def bar_of_colour_between_columns(path: Path) -> None:
    """A bar of colour parts labels, which are set on lines of their own, from the figures; words span the row below."""
    sheet = Sheet(path, WIDE, margin=48)
    sheet.head("Adult care", size=14)
    sheet.text("All figures in £m")
    rows = (
        HEAD,
        ("Care homes for\nolder people", "", "97.5", "104.9", f"{HOMES}.\nThe fees were agreed in May."),
        ("Home care and\nreablement", "", "35.4", "36.1", f"{NIGHTS}.\n{AGENCY}."),
        ("Total", "", "132.9", "141.0", "Both are over their budget."),
    )
    _monitoring(sheet, rows)
    sheet.save()


def row_that_goes_on_overleaf(path: Path) -> None:
    """A row's last cell ends overleaf, without a header above it: its end and the rows after it belong to the same table."""
    sheet = Sheet(path, WIDE, margin=48)
    sheet.head("Adult care", size=14)
    sheet.text("All figures in £m")
    sheet.y = 150
    _monitoring(sheet, (HEAD, ("Care homes", "", "97.5", "104.9", f"{HOMES}.\nThe fees that were agreed in May are")))
    sheet.page()
    rows = (
        ("", "", "", "", f"those of the whole county, and they hold until the end of the year.\n\n{AGENCY}."),
        ("Home care and\nreablement", "", "35.4", "36.1", f"{NIGHTS}."),
        ("Total", "", "132.9", "141.0", "Both are over their budget."),
    )
    _monitoring(sheet, rows, heads=False, bars=slice(0, None))
    sheet.save()


def unit_over_the_header(path: Path) -> None:
    """ "£000s" stands once over the names of the columns: it is the unit of all of them, on either page, and no column's name."""
    sheet = Sheet(path, margin=48)
    sheet.head("Annex 2: Savings", size=14)
    heads = (("", "", "£000s", ""), ("Saving", "Target", "Forecast", "Variance"))
    look = [
        ("ALIGN", (1, 0), (-1, -1), "RIGHT"), ("FONTNAME", (0, 0), (-1, 1), "Helvetica-Bold"),
        ("BACKGROUND", (0, 0), (-1, 1), GROUND), ("LINEBELOW", (0, 2), (-1, -1), 0.5, colors.grey),
    ]  # fmt: skip
    sheet.y = 130
    sheet.table(
        (*heads, ("Reviews of care", "-650.0", "-410.5", "239.5"), ("Home First", "-240.0", "-240.0", "0.0")), (200, 80, 80, 80), look
    )
    sheet.page()
    sheet.table((*heads, ("Day services", "-75.0", "-20.0", "55.0"), ("Total", "-965.0", "-670.5", "294.5")), (200, 80, 80, 80), look)
    sheet.save()


def header_printed_again(path: Path) -> None:
    """The header comes again over a second group of rows: it is no row, and the line that names the group is one."""
    sheet = Sheet(path, WIDE, margin=48)
    sheet.head("Capital", size=14)
    head = ("Project", "", "Real", "Rephased", "Detail")
    rows = (
        head,
        ("Cooper's Yard", "", "-0.328", "", "No more loans will be made."),
        ("Sallow Court", "", "", "-2.058", "Not all of the work will be done by the end of the year."),
        ("Reported before", "", "", "", ""),
        head,
        ("Ferry Lane", "", "4.819", "", "The scheme has grown since the budget was set, and the government pays for what was added."),
    )
    _monitoring(sheet, rows, bars=slice(1, 3))
    sheet.save()


def grounds_behind_headers(path: Path) -> None:
    """Blocks of colour behind some of the header's groups are no table of their own."""
    sheet = Sheet(path, WIDE, margin=36)
    sheet.line("Appendix G: changes since the draft budget", size=14, bold=True, gap=12)
    heads = (
        ("", "ALL", "", "", "Adult Care", "", "", "Highways", "", ""),
        ("", *("Core", "External", "Total") * 3),
        ("", *("£000s",) * 9),
    )
    rows = (
        ("GROWTH", "1,172.8", "125.6", "1,298.4", "661.4", "34.5", "695.9", "511.4", "91.1", "602.5"),
        ("SAVINGS", "-416.3", "73.7", "-342.6", "-240.1", "-18.6", "-258.7", "-176.2", "92.3", "-83.9"),
        ("NET CHANGE", "756.5", "199.3", "955.8", "421.3", "15.9", "437.2", "335.2", "183.4", "518.6"),
    )
    look = [
        ("ALIGN", (1, 1), (-1, -1), "RIGHT"), ("FONTNAME", (0, 0), (-1, 0), "Helvetica-Bold"),
        *(("SPAN", (at, 0), (at + 2, 0)) for at in (1, 4, 7)), *(("ALIGN", (at, 0), (at + 2, 0), "CENTER") for at in (1, 4, 7)),
        ("BACKGROUND", (4, 0), (6, 0), GROUND), ("BACKGROUND", (7, 0), (9, 0), BAR),
        ("BACKGROUND", (4, 1), (6, 2), colors.HexColor("#e8eef5")), ("BACKGROUND", (7, 1), (9, 2), colors.HexColor("#dcefe9")),
    ]  # fmt: skip
    sheet.table((*heads, *rows), (120, *(68,) * 9), look)
    sheet.save()


def title_over_two_columns(path: Path) -> None:
    """A list of payments without rules: the bold title over its first two columns does not make them one."""
    sheet = Sheet(path)
    sheet.head("Payments", size=14)
    sheet.text("These payments were agreed.")
    rows = (
        ("Cheques drawn", "", "", "Amount", "No."),
        ("12-03-31", "Water rates", "Allotments", "78.00", "256"),
        ("12-03-31", "Parish map", "Plan", "57.60", "257"),
        ("12-03-31", "Dues", "Subscription", "376.70", "258"),
        ("12-03-31", "Green and Son", "Mowing", "60.00", "259"),
        ("12-03-31", "M Okafor", "Salary", "297.24", "260"),
        ("12-03-31", "M Okafor", "Postage", "30.40", "261"),
    )
    right = [("ALIGN", (3, 0), (3, -1), "RIGHT"), ("LEFTPADDING", (0, 0), (-1, -1), 0)]
    sheet.table(rows, (52, 90, 130, 70, 40), [*BOLD_HEAD, *right])
    sheet.save()


def rows_parted_by_white(path: Path) -> None:
    """Without rules, white between the rows tells which lines of labels are one row; amounts stand level with the last of them."""
    sheet = Sheet(path)
    sheet.head("Bank reconciliation, year ended 31 March 2031", size=14)
    sheet.text("Bank accounts")
    rows = (
        (("Thornmere Bank", "current account", "no: 10000001"), "8032.87"),
        (("Thornmere Bank", "deposit account", "10000002"), "11173.26"),
        (("Fixed rate", "no: 10000003"), "21803.91"),
        (("Petty cash",), "12.50"),
        (("Total",), "41022.54"),
    )
    for label, amount in rows:
        for words in label:
            end = sheet.y
            sheet.line(words, size=10)
        sheet.put(sheet.left + 180 - sheet.canvas.stringWidth(amount, "Helvetica", 10), end, amount, size=10)
        sheet.y -= 14
    sheet.text("The total is that of the annual return.")
    sheet.save()


CASES = (
    Case(bar_of_colour_between_columns, "monitoring-adult-care.pdf"),
    Case(row_that_goes_on_overleaf, "monitoring-adult-care-overleaf.pdf"),
    Case(unit_over_the_header, "annex-2-savings.pdf"),
    Case(header_printed_again, "monitoring-capital.pdf"),
    Case(title_over_two_columns, "parish-payments.pdf"),
    Case(rows_parted_by_white, "bank-reconciliation.pdf"),
    Case(grounds_behind_headers, "appendix-g-changes.pdf"),
)
