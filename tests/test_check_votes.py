"""Votes against attendance: what the audit tells, and what it leaves alone."""

from __future__ import annotations

import pytest

from tests.test_check import Shelf, shelf, told


def attended(library: Shelf, **people: str) -> None:
    for name, status in people.items():
        library.add_fact("attendance", 0, f"Cllr {name}", name=f"Cllr {name}", status=status)


def test_more_votes_than_members_are_told() -> None:
    """Votes are counted against those listed as present."""
    library = shelf("Present: Cllr Marsh, Cllr Orr, Cllr Penn", "Carried by 3 votes to 1.")
    attended(library, Marsh="present", Orr="present", Penn="substitute")
    library.add_fact(
        "decisions", 0, "Carried by 3 votes to 1.", votes={"for": 3, "against": 1, "abstain": None, "names": None}, item_title="Homes"
    )
    (row,) = told(library, "votes")
    assert (row.where, row.printed, row.expected) == ("Homes", "4", "at most 3")


def test_votes_of_the_absent_and_names_that_do_not_add_up_are_told() -> None:
    """A recorded vote names as many members as it counts, and none who sent apologies."""
    library = shelf("Present: Cllr Marsh, Cllr Orr, Cllr Penn", "Apologies: Cllr Quill", "For: Marsh, Quill")
    attended(library, Marsh="present", Orr="present", Penn="present", Quill="apologies")
    votes = {"for": 3, "against": None, "abstain": None, "names": {"for": ["Cllr Marsh", "Cllr Quill"]}}
    library.add_fact("decisions", 0, "For: Marsh, Quill", votes=votes, item_title="Homes")
    assert [row.printed for row in told(library, "votes")] == ["3", "Cllr Quill"]


def voted(library: Shelf, quote: str, item: str = "5", **names: list[str]) -> list[tuple[str, str | None]]:
    """Names and what the audit expects of them, for a recorded vote of these names."""
    votes = {"for": None, "against": None, "abstain": None, "names": {side.strip("_"): who for side, who in names.items()}}
    library.add_fact("decisions", 0, quote, votes=votes, item_title="Homes", item=item)
    return [(row.printed or "", row.expected) for row in told(library, "votes")]


MEETING = (
    "Present: Cllr Marsh, Cllr Orr, Cllr Penn",
    "In attendance: Cllr Voss",
    "Carried by a recorded vote.",
    "Cllr Orr left at 8.05 pm.",
)


def test_votes_of_strangers_are_told() -> None:
    """A name that is not in the list, or is there as no member, cannot have voted; where many are missing the list was not read whole."""
    library = shelf(*MEETING)
    attended(library, Marsh="present", Orr="present", Penn="present", Voss="also_present")
    for_ = ["Cllr Marsh", "Cllr Orr", "Cllr Penn", "Cllr Voss", "Cllr Hale"]
    assert voted(library, MEETING[2], for_=for_) == [("Cllr Voss", "also_present"), ("Cllr Hale", "not listed")]
    assert [row.printed for row in told(library, "votes")] == ["Cllr Voss", "Cllr Hale"]
    other = shelf(*MEETING)
    attended(other, Marsh="present", Orr="present", Penn="present")
    assert voted(other, MEETING[2], for_=["Cllr Marsh", "Cllr Hale", "Cllr Lisle"]) == []


def test_a_member_on_two_sides_is_told() -> None:
    """Nobody votes for and against."""
    library = shelf(*MEETING)
    attended(library, Marsh="present", Orr="present", Penn="present")
    assert voted(library, MEETING[2], for_=["Cllr Marsh", "Cllr Orr"], against=["Cllr Orr"]) == [("Cllr Orr", "once")]


@pytest.mark.parametrize(
    ("lines", "moved", "item", "expected"),
    [
        ((2, 3), {"left": "8.05 pm"}, "5", None),
        ((3, 2), {"left": "8.05 pm"}, "5", "had left (8.05 pm)"),
        ((2, 3), {"arrived": "8.05 pm"}, "5", "had not arrived (8.05 pm)"),
        ((3, 2), {"arrived": "8.05 pm"}, "5", None),
        ((2, 3), {"left": "after item 4"}, "5", "had left (after item 4)"),
        ((2, 3), {"left": "during item 5"}, "5", None),
        ((2, 3), {"left": "before item 5"}, "5", "had left (before item 5)"),
        ((2, 3), {"arrived": "during item 6"}, "5", "had not arrived (during item 6)"),
        ((2, 3), {"arrived": "at the conclusion of item 5"}, "5", "had not arrived (at the conclusion of item 5)"),
        ((2, 3), {"arrived": "during item 6"}, "7a", None),
    ],
)
def test_who_had_left_or_not_arrived_cannot_have_voted(
    lines: tuple[int, int], moved: dict[str, str], item: str, expected: str | None
) -> None:
    """By the number of the item, or by where the minutes tell of coming and going."""
    filler = "The Committee went on with its business and heard officers at some length about homes, roads and libraries in every district."
    library = shelf(MEETING[0], filler, *(MEETING[line] for line in lines))
    attended(library, Marsh="present", Penn="present")
    library.add_fact("attendance", 0, "Cllr Orr", name="Cllr Orr", status="present", **moved)
    assert voted(library, MEETING[2], item, for_=["Cllr Marsh", "Cllr Orr", "Cllr Penn"]) == ([("Cllr Orr", expected)] if expected else [])
