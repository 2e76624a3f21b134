"""Who was at a meeting of an invented council."""

from __future__ import annotations

import pytest

from pipeline.extract import attendance
from pipeline.extract.nlp import Nlp
from pipeline.model.facts import Attendance
from tests.meeting import paper

NLP = Nlp(use_trained=False)


def found(text: str) -> list[Attendance]:
    return list(attendance.extract(paper(text), NLP))


def test_blocks_give_each_their_status() -> None:
    """Present, substitutes and for whom, also present with their posts."""
    rows = found(
        "# Minutes\n## Present:\nCllr Jo Orr (Chair)\nCllr Al Penn\n## Substitute Members Present:\nCllr Di Hale for Cllr Sam Voss\n"
        "## Also Present\nAmy Lane\tDirector of Housing\n"
        "## 1. Apologies\n1.1 Apologies were received from Cllr Voss (Cllr Di Hale substituting) and Cllr Tom Birch."
    )
    assert [(row.name, row.status, row.role, row.for_) for row in rows] == [
        ("Cllr Jo Orr", "present", "Chair", None),
        ("Cllr Al Penn", "present", None, None),
        ("Cllr Di Hale", "substitute", None, "Cllr Sam Voss"),
        ("Amy Lane", "also_present", "Director of Housing", None),
        ("Cllr Sam Voss", "apologies", None, None),
        ("Cllr Tom Birch", "apologies", None, None),
    ]


def test_a_substitute_named_in_the_apologies_is_no_plain_member() -> None:
    """One row for one person."""
    rows = found(
        "Present:\nMr B Orr (Chairman)\nMr E Penn\n## 1. Apologies\n1.1 Apologies were received from Mr D Hale (Mr E Penn substituting)."
    )
    assert [(row.name, row.status, row.for_) for row in rows] == [
        ("Mr B Orr", "present", None),
        ("Mr E Penn", "substitute", "Mr D Hale"),
        ("Mr D Hale", "apologies", None),
    ]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("PRESENT: Mr A Orr (Chairman), Mrs B Penn, MBE, and Ms C Hale", ["Mr A Orr", "Mrs B Penn, MBE", "Ms C Hale"]),
        ("PRESENT: Cllrs A Orr (Chairman), B Penn and C Hale", ["Cllr A Orr", "Cllr B Penn", "Cllr C Hale"]),
        (
            "COUNCILLORS PRESENT: Councillors Orr (Lord Mayor), Penn (Sheriff) and Hale",
            ["Councillor Orr", "Councillor Penn", "Councillor Hale"],
        ),
        ("MEMBERS PRESENT:\nCouncillors Orr, Penn,\nHale.", ["Councillor Orr", "Councillor Penn", "Councillor Hale"]),
    ],
)
def test_comma_lists_are_read_name_by_name(line: str, names: list[str]) -> None:
    """One line or several, with titles on each or on the first."""
    assert [row.name for row in found(line)] == names
    assert {row.status for row in found(line)} == {"present"}


def test_the_chair_has_a_line_of_its_own_in_irish_minutes() -> None:
    """ "Present in the Chair" is present, as chair; officials stand with their posts in front."""
    rows = found(
        "PRESENT IN THE CHAIR: Councillor R. Orr, An Cathaoirleach.\n"
        "OFFICIALS IN ATTENDANCE:\nDirector, Roads (Ms. C. Penn), Engineer (Mr. B.\nHale)"
    )
    assert [(row.name, row.status, row.role) for row in rows] == [
        ("Councillor R. Orr", "present", "An Cathaoirleach"),
        ("Ms. C. Penn", "also_present", "Director, Roads"),
        ("Mr. B. Hale", "also_present", "Engineer"),
    ]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Apologies for absence were intimated by Councillors Orr and Penn.", ["Councillor Orr", "Councillor Penn"]),
        ("The Clerk reported apologies from Mr Orr.", ["Mr Orr"]),
        ("Ms Penn had given her formal apologies but joined online.", ["Ms Penn"]),
        ("There were no apologies.", []),
    ],
)
def test_apologies_are_told_in_many_words(line: str, names: list[str]) -> None:
    """Received, reported, intimated, given."""
    rows = found(f"## 1. Apologies\n{line}")
    assert [row.name for row in rows] == names
    assert {row.status for row in rows} <= {"apologies"}


def test_the_words_of_a_sentence_are_nobodys_post() -> None:
    """The agenda's number may stand between the heading and the sentence."""
    rows = found("## 1. Apologies\n(Item 1)\nThe Committee Manager reported apologies from Mr Orr and Ms Penn.")
    assert [(row.name, row.role) for row in rows] == [("Mr Orr", None), ("Ms Penn", None)]


def test_absent_without_apologies_is_absent() -> None:
    """Who sent none is not among those who did."""
    rows = found("## 1. Apologies\n1.1 Apologies were received from Cllr Jo Orr. Cllr Al Penn was also absent.")
    assert [(row.name, row.status) for row in rows] == [("Cllr Jo Orr", "apologies"), ("Cllr Al Penn", "absent")]


def test_arrivals_and_departures_are_kept() -> None:
    """The time as printed."""
    rows = found(
        "Present: Cllr Jo Orr, Cllr Al Penn\n## 2. Roads\n2.1 Cllr Orr arrived at 10.15am.\n2.2 Cllr Penn left the meeting at 11.40."
    )
    assert [(row.arrived, row.left) for row in rows] == [("10.15am", None), (None, "11.40")]


def test_a_quote_is_the_name_in_its_place() -> None:
    """Each row is proved by its own words."""
    structure = paper("PRESENT: Mr A Orr (Chairman), Mrs B Penn")
    rows = list(attendance.extract(structure, NLP))
    assert [structure.document.quote(row.evidence.spans) for row in rows] == ["Mr A Orr (Chairman)", "Mrs B Penn"]
