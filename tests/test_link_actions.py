"""What became of actions over three meetings of an invented committee."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.build import ingest
from pipeline.config import Settings
from pipeline.link.actions import actions_followed
from pipeline.model.answers import Filters
from pipeline.store import open_library
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
        ("Minute 5, gritting routes, Fernham – circulated.", "done"),
        ("The Head of Highways presented the report on gritting routes in Fernham that had been asked for.", "done"),
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


def minutes(day: str, apologies: str, *items: str) -> str:
    """Minutes of one meeting of an invented committee; each item is its heading and its words."""
    head = (
        "ALDERMERE COUNTY COUNCIL\n\nHIGHWAYS AND ENVIRONMENT COMMITTEE\n\n"
        f"MINUTES of the meeting held at County Hall on Thursday {day} at 10.00 am\n\n"
        "Present: Councillors A Hale (Chair), M Okoro and S Wray\n\n"
        "Officers in attendance: R Marsh (Head of Highways), L Tolley (Head of Waste), K Dann (Democratic Services Officer)\n\n"
    )
    return head + "\n\n".join(f"{number}. {item}" for number, item in enumerate((f"APOLOGIES\n\n{apologies}", *items), 1)) + "\n"


SERIES = {
    "january.txt": minutes(
        "9 January 2031",
        "Apologies were received from Councillor D Lisle.",
        "WINTER SERVICE\n\nThe Head of Highways undertook to circulate the gritting routes for Fernham to members.\n\n"
        "The Head of Highways agreed to provide a breakdown of salt stocks by depot.",
        "MISSED COLLECTIONS\n\nIt was agreed that a report on missed bin collections in Aldwick would be brought to the March "
        "meeting by the Head of Waste.\n\nCouncillor Okoro asked the Head of Waste to write to the contractor about the broken lorries.",
        "PARKING\n\nACTION: Democratic Services Officer to arrange a site visit to the Mill Lane car park.",
    ),
    "march.txt": minutes(
        "13 March 2031",
        "There were none.",
        "MATTERS ARISING\n\nMinute 2 (Winter Service): the gritting routes for Fernham had been circulated on 20 January.\n\n"
        "Minute 2: The breakdown of salt stocks by depot was still awaited and would be carried forward.\n\n"
        "Minute 4: the site visit to Mill Lane car park had to be postponed because of snow.",
        "MISSED COLLECTIONS\n\nThe Head of Waste presented the report on missed bin collections in Aldwick.\n\n"
        "RESOLVED: That the report be noted.",
    ),
    "may.txt": minutes(
        "15 May 2031",
        "There were none.",
        "ACTION LOG\n\nMeeting\tAction\tOwner\tStatus\n"
        "9 January 2031\tBreakdown of salt stocks by depot\tHead of Highways\tComplete\n"
        "9 January 2031\tSite visit to the Mill Lane car park\tDemocratic Services Officer\tCarried forward to July",
        "TREES\n\nRESOLVED: That the tree survey be noted.",
    ),
}


def test_three_meetings_tell_what_became_of_each_action(tmp_path: Path) -> None:
    """Circulated, brought, complete in the log of the third meeting, carried forward twice, never spoken of again."""
    papers = tmp_path / "papers"
    papers.mkdir()
    for name, text in SERIES.items():
        (papers / name).write_text(text, encoding="utf-8")
    with open_library(tmp_path / "library", create=True) as library:
        ingest([papers], library, Settings(workers=1), embed=False)
        found = {row.fields["text"]: row for row in library.facts("actions", Filters(until="2031-02-01"))}
    statuses = {words: (row.fields["status"], len(row.fields["followed_by"])) for words, row in found.items()}
    assert [status for status, _ in statuses.values()] == ["done", "done", "done", "not_mentioned", "carried_forward"]
    assert [count for _, count in statuses.values()] == [1, 2, 1, 0, 2]
