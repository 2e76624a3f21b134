"""What became of actions over three meetings of an invented committee."""

from __future__ import annotations

import pytest

from pipeline.link.actions import actions_followed
from tests.fake_library import FakeLibrary, Paper

MEETINGS = ("2031-02-06", "2031-03-13", "2031-04-24")
ASKED = "The Head of Highways undertook to circulate the gritting routes for Fernham to members."


def followed(*later: tuple[str, str], asked: str = ASKED, due: str | None = None) -> tuple[str, int]:
    """Status of an action of the first meeting and how many passages follow it up; `later` are (heading, words) of the meetings after."""
    said = [("Highways", asked), *later]
    papers = [Paper(f"{day}.pdf", [(heading, None, words)], date=day) for day, (heading, words) in zip(MEETINGS, said, strict=False)]
    library = FakeLibrary(papers)
    action = library.add_fact("actions", 0, asked, text=asked, owner="Head of Highways", due=due, status="open")
    for document, (_, words) in enumerate(later, 1):
        library.add_fact("decisions", document, words, text=words, outcome="noted")
    (found,) = [one for one in actions_followed(library) if one.id == action.id]  # type: ignore[arg-type]  # reads only
    return str(found.values["status"]), str(found.values["followed_by"]).count("$fact")


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("The gritting routes for Fernham had been circulated to members on 1 March.", "done"),
        ("Gritting routes, Fernham: the Head of Highways confirmed that this had been sent to all members.", "done"),
        ("Gritting routes for Fernham to be circulated to members. Action: completed.", "done"),
        ("The gritting routes for Fernham had not yet been circulated to members.", "carried_forward"),
        ("Circulation of the Fernham gritting routes to members was carried forward.", "carried_forward"),
        ("The gritting routes for Fernham would be circulated to members in April.", "carried_forward"),
        ("The Committee talked about the gritting routes for Fernham that members had asked for.", "open"),
        ("The library in Aldwick will open on Sundays.", "not_mentioned"),
    ],
)
def test_later_minutes_tell_what_became_of_an_action(words: str, status: str) -> None:
    """Said to be done, still to be done, spoken of, or passed over in silence."""
    assert followed(("Matters arising", words))[0] == status


def test_an_action_carried_forward_once_and_done_at_the_third_meeting_is_done() -> None:
    """Both mentions follow it, in the order of the meetings."""
    late = ("Matters arising", "The gritting routes for Fernham remained outstanding and would be circulated to members.")
    done = ("Matters arising", "The gritting routes for Fernham had now been circulated to members.")
    assert followed(late, done) == ("done", 2)


def test_under_matters_arising_a_short_mention_is_enough() -> None:
    """Elsewhere the same words may be of another matter."""
    short = "Gritting: the information asked for in Fernham had been provided."
    assert followed(("Matters arising", short)) == ("done", 1)
    assert followed(("Libraries", short)) == ("not_mentioned", 0)


def test_an_action_that_is_not_due_yet_is_open() -> None:
    """Silence says nothing before its day."""
    silence = ("Libraries", "The library in Aldwick will open on Sundays.")
    assert followed(silence, due="by 30 June 2031")[0] == "open"
    assert followed(silence, due="by 1 March 2031")[0] == "not_mentioned"


def test_an_action_that_its_own_log_closes_stays_done() -> None:
    """Silence afterwards is no wonder."""
    papers = [Paper(f"{day}.pdf", [("Log", None, ASKED)], date=day) for day in MEETINGS]
    library = FakeLibrary(papers)
    for document in range(len(papers)):
        library.add_fact("decisions", document, ASKED, text=ASKED, outcome="noted")
    library.add_fact("actions", 0, ASKED, text=ASKED, owner="Head of Highways", due=None, status="done")
    assert list(actions_followed(library)) == []  # type: ignore[arg-type]  # reads only
