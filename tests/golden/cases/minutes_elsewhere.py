"""Whole minutes from Scotland, Wales, Northern Ireland and Ireland, and of a combined authority, a police panel and a health board."""

from pathlib import Path

from tests.golden.case import Case
from tests.golden.script import paper, printed


def scottish_minute(path: Path) -> None:
    """A Scottish minute: "Present:-", "DECISION" over what was agreed, motion against amendment with a count for each."""
    printed(path, paper("scottish_minute"))


def welsh_minutes(path: Path) -> None:
    """A Welsh county: Welsh names with square brackets for the chair, "UNANIMOUSLY RESOLVED", officers under a sentence of their own."""
    printed(path, paper("welsh_minutes"))


def northern_irish_minutes(path: Path) -> None:
    """A Northern Irish borough: aldermen and councillors after a dash, movers on lines of their own, "ACTION BY" under the item."""
    printed(path, paper("northern_irish_minutes"))


def irish_vote(path: Path) -> None:
    """An Irish county council: Irish heading, officials, a notice of motion, a roll call of names for and against."""
    printed(path, paper("irish_vote"))


def authority_minutes(path: Path) -> None:
    """A combined authority: members in a ruled table with whom they represent, roman limbs, minute numbers with the year."""
    printed(path, paper("authority_minutes"))


def police_panel(path: Path) -> None:
    """A police and crime panel: councils in brackets, movers in brackets after the resolution, recommendations to the commissioner."""
    printed(path, paper("police_panel"))


def health_board(path: Path) -> None:
    """A health and wellbeing board: initials after names, organisations in the second column, actions in a column of their own."""
    printed(path, paper("health_board"))


def names_in_minutes(path: Path) -> None:
    """Names as councils of four nations print them: provosts, bailies and aldermen, particles, hyphens and honours, peers, Irish chairs."""
    printed(path, paper("names_in_minutes"))


def names_in_report(path: Path) -> None:
    """Names of a report: companies, health bodies and their acronyms, laws, a programme, roads, rivers, wards, parks and a care home."""
    printed(path, paper("names_in_report"))


CASES = (
    Case(scottish_minute, "item-1-minute-12-nov.pdf"),
    Case(welsh_minutes, "printed minutes thursday 21-mar-2024.pdf"),
    Case(northern_irish_minutes, "operations-committee-march-2024.pdf"),
    Case(irish_vote, "monthly-meeting-may-2024.pdf"),
    Case(authority_minutes, "ca-cabinet-30-july-2024.pdf"),
    Case(police_panel, "pcp-minutes-2-february-2024.pdf"),
    Case(health_board, "hwb-minutes-march-2024.pdf"),
    Case(names_in_minutes, "joint-coasts-minutes-4-march-2032.pdf"),
    Case(names_in_report, "item-5-care-and-roads.pdf"),
)
