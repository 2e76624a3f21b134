"""Tables with many rules, with few, with none."""

from pathlib import Path

from reportlab.lib import colors

from tests.golden.case import Case
from tests.golden.sheet import BOLD_HEAD, HALF, NUMBERS, RULED, Sheet

ROWS = (
    ("Service", "Budget", "Forecast", "Variance"),
    ("Older people", "124.3", "125.1", "0.8"),
    ("Learning disability", "88.0", "91.4", "3.4"),
    ("Mental health", "21.7", "21.2", "-0.5"),
    ("Total", "234.0", "237.7", "3.7"),
)
WIDTHS = (160, 70, 70, 70)
CAPTION = "Table 1: Forecast for adult care 2024/25, £m"


def _forecast(path: Path, style: list[tuple[object, ...]]) -> None:
    """The same figures in a look of their own."""
    sheet = Sheet(path)
    sheet.head("Financial position", size=14)
    sheet.text("The forecast for the year is an overspend of £3.7m, as the table shows.")
    sheet.text(CAPTION, bold=True)
    sheet.table(ROWS, WIDTHS, [*NUMBERS, *BOLD_HEAD, *style])
    sheet.text("The greatest pressure is in learning disability services.")
    sheet.save()


def ruled_table(path: Path) -> None:
    """Every cell has its box."""
    _forecast(path, [*RULED])


def half_ruled_table(path: Path) -> None:
    """Rules above and below the header and at the foot only."""
    _forecast(path, [*HALF])


def unruled_table(path: Path) -> None:
    """No rule at all: white space parts the columns."""
    _forecast(path, [])


def banded_table(path: Path) -> None:
    """White words on a coloured header, every second row shaded, no rule."""
    bands = [("BACKGROUND", (0, at), (-1, at), colors.HexColor("#e6edf5")) for at in (2, 4)]
    _forecast(path, [("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#1f3864")), ("TEXTCOLOR", (0, 0), (-1, 0), colors.white), *bands])


def rules_between_rows(path: Path) -> None:
    """A thin rule under each row, none between columns."""
    _forecast(path, [("LINEBELOW", (0, 0), (-1, -1), 0.4, colors.grey)])


def table_of_words(path: Path) -> None:
    """A table without numbers, its cells wrapped over lines."""
    sheet = Sheet(path)
    sheet.head("Risks", size=14)
    sheet.text("The main risks to the programme are these.")
    rows = (
        ("Risk", "Likelihood", "What is done about it"),
        (
            "Homes are not ready in\ntime for the people who\nare to move in",
            "High",
            "Weekly meetings with the builder;\na second site is held in reserve",
        ),
        ("Rents are set above what\nbenefits will pay", "Low", "Rents are agreed before\ncontracts are signed"),
    )
    sheet.table(rows, (150, 80, 220), [*RULED, *BOLD_HEAD])
    sheet.save()


CASES = (
    Case(ruled_table, "forecast-ruled.pdf"),
    Case(half_ruled_table, "forecast-half-ruled.pdf"),
    Case(unruled_table, "forecast-unruled.pdf"),
    Case(banded_table, "forecast-banded.pdf"),
    Case(rules_between_rows, "forecast-lined.pdf"),
    Case(table_of_words, "programme-risks.pdf"),
)
