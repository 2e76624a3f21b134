"""Whole minutes as a London borough, a metropolitan city, a unitary, a district, a parish and joint bodies print them."""

from pathlib import Path

from tests.golden.case import Case
from tests.golden.script import paper, printed


def london_minutes(path: Path) -> None:
    """A London borough's planning committee: names in a column, "OFFICER SUPPORT", motions moved, seconded and put to the vote."""
    printed(path, paper("london_minutes"))


def city_minutes(path: Path) -> None:
    """A metropolitan city: "Councillor X in the Chair", surnames in capitals, "RESOLVED –" with letters, numbers that run on all year."""
    printed(path, paper("city_minutes"))


def unitary_cabinet(path: Path) -> None:
    """A unitary's cabinet: attendance in a table, each item with its decision, reasons and options rejected."""
    printed(path, paper("unitary_cabinet"))


def district_minutes(path: Path) -> None:
    """A district's full council: a recorded vote in lists of names, a motion and an amendment, an adjournment."""
    printed(path, paper("district_minutes"))


def parish_minutes(path: Path) -> None:
    """A parish: minute numbers with the year, "Resolved" in the text, payments in a table, a task for the clerk."""
    printed(path, paper("parish_minutes"))


CASES = (
    Case(london_minutes, "minutes public pack 04062024.pdf"),
    Case(city_minutes, "printed minutes 10th-sep-2024.pdf"),
    Case(unitary_cabinet, "cabinet minutes 15 July 2024.pdf"),
    Case(district_minutes, "annual-council-minutes-15-05-24.pdf"),
    Case(parish_minutes, "hollin-april-2024.pdf"),
)
