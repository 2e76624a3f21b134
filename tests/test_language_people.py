"""Names with titles, and lists of names with their roles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language.people import bare, compatible, fullest, titled
from pipeline.language.rolls import entries

NAMES = ("Hale", "Orr", "Penn", "O’Dowd", "Voss-Lane", "McAdam")
TITLES = ("Cllr", "Councillor", "Mr", "Mrs", "Ms", "Dr")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mr Orr proposed and Mrs B Penn seconded the motion.", ["Mr Orr", "Mrs B Penn"]),
        ("Cllrs A Orr (Chairman), B Penn and C Hale", ["Cllr A Orr", "Cllr B Penn", "Cllr C Hale"]),
        ("Councillors Orr (B), Orr (J) and O’Dowd.", ["Councillor Orr (B)", "Councillor Orr (J)", "Councillor O’Dowd"]),
        ("Mr J T Penn, OBE, and Sir Alan Hale", ["Mr J T Penn, OBE", "Sir Alan Hale"]),
        ("Cllr. Mrs B. Voss-Lane (in the Chair)", ["Cllr. Mrs B. Voss-Lane"]),
        ("Miss K Orr Mr W Hale", ["Miss K Orr", "Mr W Hale"]),
        ("Cllr Ann Hale of Orton for Cllr Jo Penn", ["Cllr Ann Hale of Orton", "Cllr Jo Penn"]),
        ("Comhairleoir S. Ó Dálaigh", ["Comhairleoir S. Ó Dálaigh"]),
        ("The Committee thanked the officers.", []),
    ],
)
def test_names_with_titles_are_found_in_running_text(text: str, names: list[str]) -> None:
    """A title makes a name; a plural title gives itself to each name of its list."""
    assert [person.name for person in titled(text)] == names


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Mr A Orr (Chief Officer), Ms B Penn (General Counsel) and Mr C Hale",
            [("Mr A Orr", "Chief Officer"), ("Ms B Penn", "General Counsel"), ("Mr C Hale", None)],
        ),
        (
            "Head of Law (Ms. B. Penn), Engineer, Roads North (Mr. C. Hale)",
            [("Ms. B. Penn", "Head of Law"), ("Mr. C. Hale", "Engineer, Roads North")],
        ),
        (
            "Amy Hale\tDirector of Housing, Property and Land\nBob Orr\tSolicitor",
            [("Amy Hale", "Director of Housing, Property and Land"), ("Bob Orr", "Solicitor")],
        ),
        ("Cllr Jo Orr (Chair)\tCllr Al Penn\nCllr Di Hale\t", [("Cllr Jo Orr", "Chair"), ("Cllr Al Penn", None), ("Cllr Di Hale", None)]),
        ("4 electors and the clerk: Tom Voss", [("Tom Voss", "clerk")]),
        ("Councillor A Orr – Leader of the Council", [("Councillor A Orr", "Leader of the Council")]),
        ("Councillors Penn, Orr and Ward.", [("Councillor Penn", None), ("Councillor Orr", None), ("Councillor Ward", None)]),
        ("Several members of the public", []),
    ],
)
def test_a_list_of_names_is_read_with_its_roles(text: str, rows: list[tuple[str, str | None]]) -> None:
    """Brackets, columns, dashes and posts in front all give the role of the name beside them."""
    assert [(entry.name, entry.role) for entry in entries(text)] == rows


def test_a_surname_takes_the_fullest_form_that_fits() -> None:
    """ "Cllr Orr" is the one Orr of the list; where two fit, the name stays as printed."""
    assert fullest("Cllr Orr", ["Cllr Jo Orr", "Cllr Al Penn"]) == "Cllr Jo Orr"
    assert fullest("Cllr Orr", ["Cllr Jo Orr", "Cllr Al Orr"]) == "Cllr Orr"
    assert fullest("Mr Orr", ["Mrs P T Orr"]) == "Mr Orr"


@given(st.lists(st.tuples(st.sampled_from(TITLES), st.sampled_from("ABCDEF"), st.sampled_from(NAMES)), min_size=1, max_size=6, unique=True))
def test_every_titled_name_of_a_list_comes_back(people: list[tuple[str, str, str]]) -> None:
    """Whatever the titles and names: a comma list gives back each of them, in order, from its own place."""
    written = [" ".join(person) for person in people]
    text = ", ".join(written)
    found = list(titled(text))
    assert [person.name for person in found] == written
    assert all(bare(person.name) in text[person.start : person.end] for person in found)


@given(st.sampled_from("ABC"), st.sampled_from(NAMES), st.sampled_from("ABC"), st.sampled_from(NAMES))
def test_forms_of_a_name_agree_both_ways(one: str, first: str, two: str, second: str) -> None:
    """Compatibility does not depend on the order, and a surname alone contradicts no initial."""
    assert compatible(f"Mr {one} {first}", f"Cllr {two} {second}") == compatible(f"Cllr {two} {second}", f"Mr {one} {first}")
    assert compatible(f"Mr {first}", f"Cllr {one} {first}")
