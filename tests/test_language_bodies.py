"""Names of councils and of the bodies that meet."""

from __future__ import annotations

import pytest

from pipeline.language.bodies import committee, committee_line, councils, meeting_body


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The report of Aldermere County Council says", "Aldermere County Council"),
        ("ALDERMERE CITY AND\nCOUNTY COUNCIL HELD IN", "Aldermere City and County Council"),
        ("a meeting of Nether Thornwick Parish Council", "Nether Thornwick Parish Council"),
        ("Quay on the Water Borough Council agreed", "Quay on the Water Borough Council"),
        ("London Borough of Thornwick and Vale", "London Borough of Thornwick and Vale"),
        ("St. Bride's Metropolitan Borough Council", "St. Bride's Metropolitan Borough Council"),
    ],
)
def test_a_councils_full_name_is_found(text: str, name: str) -> None:
    """A place, a kind of council, and the word."""
    assert name in councils(text)


@pytest.mark.parametrize(
    "text",
    [
        "The County Council agreed",
        "Council Tax rose",
        "the Arts Council",
        "Meeting of the Council",
        "Under the Council's protocol",
        "a member of the Youth Council",
    ],
)
def test_what_names_no_place_is_no_council(text: str) -> None:
    """ "The Council" is no name."""
    assert not councils(text)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Adults and Communities Select Committee", "Adults and Communities Select Committee"),
        ("CABINET", "Cabinet"),
        ("**Planning Sub-Committee**", "Planning Sub-Committee"),
        ("Municipal District of Thornwick", "Municipal District of Thornwick"),
        ("COUNTY COUNCIL", "County Council"),
    ],
)
def test_a_letterhead_is_a_body_and_nothing_else(line: str, name: str) -> None:
    """The whole line is the name."""
    assert committee_line(line) == name


@pytest.mark.parametrize(
    "line",
    [
        "The Committee was asked to note the report",
        "Members of the Planning Committee",
        "Report of the Cabinet Member",
        "Aldermere is a county",
    ],
)
def test_a_sentence_about_a_body_is_no_letterhead(line: str) -> None:
    """A line that says something of a body is text."""
    assert committee_line(line) is None


def test_the_body_of_a_meeting_is_read_from_its_heading() -> None:
    """Broken lines and capitals make no difference."""
    assert (
        meeting_body("MINUTES OF A MEETING OF THE MUNICIPAL DISTRICT OF UPPER- THORNWICK HELD AT THE HALL")
        == "Municipal District of Upper-Thornwick"
    )
    assert committee("Minutes of the Health and Wellbeing Scrutiny Committee held on") == "Health and Wellbeing Scrutiny Committee"
    assert committee("the Aldermere County Council Planning Committee met") == "Planning Committee"
