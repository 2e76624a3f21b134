"""Papers, and the people and bodies named in them."""

from __future__ import annotations

import re
from typing import Any

import pytest

from pipeline.errors import NotThereError
from pipeline.web.asked import Asked
from pipeline.web.pages.named import unified
from pipeline.web.pages.papers import ordered, paper, papers
from pipeline.web.pages.people import doubts, name, names

PACK = "2024-09-13-adults-and-communities-agenda-pack"
COUNCIL = "Aldermere"


def listed(library: Any, **query: str) -> str:
    return papers(library, Asked("/papers", query=list(query.items()))).body.decode()


def page_of(library: Any, holding: str) -> str:
    held = next(one for one in library.documents() if holding in one.name)
    return paper(library, Asked("/papers/x", {"paper": held.sha256[:12]})).body.decode()


def test_papers_are_narrowed_by_words_kind_and_year(library: Any) -> None:
    """What is left can be counted; nothing left says how to see all."""
    assert "1 of" in listed(library, topic="supported living progress", year="2025")
    assert "2023-06-20" not in listed(library, kind="inspection")
    assert "No paper passes" in listed(library, topic="nothingofthekind")


def test_papers_stand_in_the_order_that_is_asked_for(library: Any) -> None:
    """Newest first, else by date, title or size."""
    held = library.documents()
    assert [one.published for one in ordered(held, "oldest")] == sorted(one.published for one in held)
    assert [one.pages for one in ordered(held, "pages")] == sorted((one.pages for one in held), reverse=True)
    assert ordered(held, "nonsense") == held


def test_a_paper_tells_what_stands_in_each_part(library: Any) -> None:
    """Headings, decisions, actions and tables under the part that holds them, each a link."""
    made = page_of(library, PACK)
    minutes = re.split(r'<section class="part', made)
    part = next(one for one in minutes if "Minutes of a meeting" in one)
    assert re.search(r"\d+ decisions", part)
    assert "/meetings/2024-07-12/adults-and-communities-committee" in part
    assert re.search(r'href="/tables/[^"]+">', made)
    assert re.search(r'href="/papers/[^"]+/pages/\d+">', made)


def test_a_paper_without_pages_is_told_too(library: Any) -> None:
    """A web page and a text: no page number is invented."""
    for holding in ("cqc-local-authority", "press-notice"):
        assert "from page" not in page_of(library, holding)


def test_a_paper_that_is_not_there_says_so(library: Any) -> None:
    """Its address holds the hash of a file that was replaced."""
    with pytest.raises(NotThereError):
        paper(library, Asked("/papers/x", {"paper": "0123456789ab"}))


def one_of(*standings: tuple[str, str | None, int, int]) -> list[set[str]]:
    return [one.forms for one in unified(standings, people=True)]


def test_forms_of_one_name_are_one_person() -> None:
    """Initials and titles that do not contradict, in papers of one council."""
    made = unified(
        [("Cllr Ivy Penrose", COUNCIL, 1, 4), ("Cllr I Penrose", COUNCIL, 2, 1), ("Councillor Ivy Penrose", COUNCIL, 3, 1)], people=True
    )
    assert [one.name for one in made] == ["Cllr Ivy Penrose"] or [one.name for one in made] == ["Councillor Ivy Penrose"]
    assert made[0].documents == {1, 2, 3}


def test_a_short_form_that_fits_two_people_is_neither() -> None:
    """Two Penroses whose names begin with an I."""
    assert len(one_of(("Cllr Ivy Penrose", COUNCIL, 1, 1), ("Cllr Ian Penrose", COUNCIL, 1, 1), ("Cllr I Penrose", COUNCIL, 2, 1))) == 3


def test_namesakes_of_two_councils_are_two_people() -> None:
    """Nothing says that they are one."""
    assert len(one_of(("Cllr Ivy Penrose", COUNCIL, 1, 1), ("Cllr I Penrose", "Tarrow", 2, 1))) == 2


def test_titles_that_contradict_are_two_people() -> None:
    """Mr Penrose is not Mrs Penrose."""
    assert len(one_of(("Mrs I Penrose", COUNCIL, 1, 1), ("Mr Penrose", COUNCIL, 1, 1))) == 2


def test_bodies_are_one_by_their_words() -> None:
    """An ampersand is an and."""
    made = unified([("Adults & Homes Board", COUNCIL, 1, 1), ("Adults and Homes Board", COUNCIL, 2, 1)], people=False)
    assert [len(one.forms) for one in made] == [2]


def test_what_speaks_against_a_name_is_said() -> None:
    """Another reading elsewhere; a person whom no title and no list shows to be one."""
    assert doubts("PERSON", {"PERSON", "ORG"}, ["Orchard Court"], named=False) == [
        "Other papers read this name as an organisation.",
        "This may not be a person: no title stands with the name, and no list of those present holds it.",
    ]
    assert doubts("PERSON", {"PERSON"}, ["Mr Ivor Penrose"], named=False) == []
    assert doubts("PERSON", {"PERSON"}, ["Ivor Penrose"], named=True) == []


def test_every_name_that_is_listed_has_a_page(library: Any) -> None:
    """No dead ends; odd characters too."""
    made = names(library, Asked("/names", query=[("type", "COMMITTEE")])).body.decode()
    assert "committee" in made.lower()
    for one in library.named("COMMITTEE"):
        assert "<h1>" in name(library, Asked("/names/x", {"name": one[0]})).body.decode()


def test_the_page_of_a_member_tells_the_meetings_and_what_was_proposed(library: Any) -> None:
    """From the list of those present and the minutes, under the forms that each paper prints."""
    said = [row for row in library.facts_of("attendance", [one.id for one in library.documents()]) if row.fields["status"] == "present"]
    made = name(library, Asked("/names/x", {"name": said[0].fields["name"]})).body.decode()
    assert "Meetings" in made
    assert f'href="/show/{said[0].id}"' in made


def test_a_name_that_is_not_there_says_so(library: Any) -> None:
    """As for an address that was made up."""
    with pytest.raises(NotThereError):
        name(library, Asked("/names/x", {"name": "Nobody At All"}))
