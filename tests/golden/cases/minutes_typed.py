"""Minutes as clerks type them: no heading that calls them so, items and their outcome on one line, a committee system's page as text."""

from pathlib import Path

from tests.golden.case import Case
from tests.golden.script import paper


def _typed(path: Path, name: str) -> None:
    path.write_text(paper(name), encoding="utf-8")


def parish_evening(path: Path) -> None:
    """A parish's meeting that no heading calls minutes: labels one after another on a line, outcomes behind the titles of items, what was
    said to planning applications, policies approved and not, a word alone."""
    _typed(path, "parish_evening")


def community_council(path: Path) -> None:
    """A Welsh community council: labels in two languages, the clerk among the members, "This was agreed."."""
    _typed(path, "community_council")


def council_page(path: Path) -> None:
    """A committee system's page of a meeting: body and day on one line, minute numbers alone, agenda text over "Minutes:" that is none,
    limbs under dotted numbers, a list of actions."""
    _typed(path, "council_page")


def item_page(path: Path) -> None:
    """The page of one item, without body and day: an amendment lost in the sentence that resolves, a vote told after it."""
    _typed(path, "item_page")


def schools_forum(path: Path) -> None:
    """A schools forum: members by kind, letters behind names, apologies by kind, actions by initials, a list without markers."""
    _typed(path, "schools_forum")


def annual_council(path: Path) -> None:
    """A parish that numbers by year: "24.44", movers below each resolution, "those attending" over members, reasons accepted."""
    _typed(path, "annual_council")


CASES = (
    Case(parish_evening, "full-council-20-08-2024.txt"),
    Case(community_council, "december-council.txt"),
    Case(council_page, "ieListDocuments-131-1228.md"),
    Case(item_page, "mgAi-6327.md"),
    Case(schools_forum, "forum-june-2024.txt"),
    Case(annual_council, "annual-meeting-may-2024.txt"),
)
