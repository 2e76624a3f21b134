"""Meetings: what belongs to one, and what was resolved on which item."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from pipeline.errors import NotThereError
from pipeline.model.printings import PartRow
from pipeline.web.asked import Asked
from pipeline.web.pages.addresses import meeting_of, meeting_url, slug
from pipeline.web.pages.meetings import found_in, held, joined_to, meeting, meetings, once, reported

BODY, DAY = "Adults and Communities Committee", "2024-09-13"


def part(number: int, **said: Any) -> PartRow:
    made = PartRow(number, f"papers/{number}.pdf", "minutes", "Minutes", None, None, "2024-05-08", None, None, document_id=number)
    return replace(made, **said)


def item(number: str, title: str) -> dict[str, Any]:
    return {"id": f"a-{number}-{title}", "number": number, "title": title}


def decision(number: str | None, title: str | None) -> dict[str, Any]:
    return {"id": f"d-{number}-{title}", "item": number, "item_title": title}


def joined(items: list[dict[str, Any]], *decisions: dict[str, Any]) -> tuple[dict[str, list[str]], list[str]]:
    """Title of each item to the headings of the decisions on it, and of those on none."""
    made, others = joined_to(items, decisions)
    return {one["title"]: [d["item_title"] for d in some] for one, some in made if some}, [d["item_title"] for d in others]


def test_a_decision_is_on_the_item_of_its_heading_whatever_the_minutes_number_it() -> None:
    """Minutes number through the year: 88 is item 5 of the agenda."""
    items = [item("5", "Libraries as community hubs"), item("6", "Capital programme")]
    assert joined(items, decision("88", "Libraries as community hubs")) == (
        {"Libraries as community hubs": ["Libraries as community hubs"]},
        [],
    )


def test_a_number_alone_joins_nothing() -> None:
    """Item 5 of the minutes may be another matter than item 5 of the agenda: a wrong join is worse than none."""
    assert joined([item("5", "Capital programme")], decision("5", "Home care")) == ({}, ["Home care"])
    assert joined([item("5", "Capital programme")], decision("5", None)) == ({}, [None])


def test_a_decision_is_on_one_item_only() -> None:
    """The item whose title is most like its heading; between equal titles the number tells, else none."""
    items = [item("7", "Forward plan of the committee"), item("8", "Forward plan of the committee")]
    made, others = joined_to(items, [decision("8", "Forward plan of the committee"), decision("30", "Forward plan of the committee")])
    assert [len(some) for _, some in made] == [0, 1]
    assert len(others) == 1


def test_an_item_that_two_papers_print_is_told_once() -> None:
    """The agenda and the frontsheet of the pack."""
    assert len(once([item("3", "Home care"), item("3", "Home  Care"), item("4", "Home care")])) == 2


def test_a_report_is_on_the_item_that_leads_to_it_or_to_another_printing_of_it() -> None:
    """The pack and a supplement print one report; the item links to either."""
    items = [
        {**item("7", "Home care"), "report": "r-2", "papers": [{"title": "Home care"}]},
        {**item("8", "Ferry"), "report": None, "papers": []},
    ]
    report = {"id": "r-1", "title": "Home care"}
    assert reported(items, [report]) == {items[0]["id"]: report}


def test_minutes_and_agenda_without_a_committee_are_of_the_council_itself() -> None:
    """A parish council names no committee; a report without one may be of any."""
    made = found_in([part(1, council="Stowmere Parish Council"), part(2, council="Stowmere Parish Council", kind="report")])
    assert [(one.body, len(one.parts)) for one in made] == [("Stowmere Parish Council", 1)]


def test_bodies_of_one_name_are_told_apart_by_their_council() -> None:
    """Two Cabinets on one day are two meetings; a paper that prints no council is of neither."""
    made = found_in([part(1, committee="Cabinet", council="Aldermere"), part(2, committee="Cabinet", council="Tarrow")])
    assert {one.url for one in made} == {
        "/meetings/2024-05-08/cabinet?council=Aldermere",
        "/meetings/2024-05-08/cabinet?council=Tarrow",
    }


def test_a_paper_that_prints_no_council_joins_the_one_meeting_of_its_body_and_day() -> None:
    """A supplement without a letterhead."""
    made = found_in([part(1, committee="Cabinet", council="Aldermere"), part(2, committee="Cabinet", kind="report")])
    assert [len(one.parts) for one in made] == [2]


def test_an_ampersand_is_an_and_in_an_address() -> None:
    """Two spellings of one body have one address."""
    assert slug("Adults & Communities Committee") == slug("Adults and Communities Committee") == "adults-and-communities-committee"
    assert meeting_url(None, DAY) is None


def test_a_paper_that_is_of_no_meeting_leads_to_none() -> None:
    """A web page or an inspection may name a committee and a day, and is no paper of its meeting."""
    assert meeting_of("web", BODY, None, DAY) is None
    assert meeting_of("report", BODY, None, DAY) == meeting_url(BODY, DAY)
    assert meeting_of("minutes", None, "Stowmere Parish Council", DAY) == meeting_url("Stowmere Parish Council", DAY)


def page_of(library: Any, address: str) -> str:
    _, _, day, body = urlsplit(address).path.split("/")
    asked = Asked(urlsplit(address).path, {"day": day, "body": body}, parse_qsl(urlsplit(address).query))
    return meeting(library, asked).body.decode()


def test_a_meeting_has_its_items_papers_and_resolutions(library: Any) -> None:
    """What was resolved stands under its item; the record of decisions comes from another paper than the pack."""
    one = next(m for m in held(library) if (m.day, m.body) == (DAY, BODY))
    made = page_of(library, one.url)
    assert len({p.document for p in one.parts}) == 2
    assert "Resolved on this item" in made
    assert "Papers of this meeting" in made
    assert 'rel="prev"' in made


def test_minutes_in_a_later_pack_are_of_their_own_meeting(library: Any) -> None:
    """They are confirmed at the next meeting and printed in its pack."""
    one = next(m for m in held(library) if m.day == "2024-07-12")
    assert "A paper of 13 September 2024" in page_of(library, one.url)


def test_every_meeting_that_is_listed_has_a_page(library: Any) -> None:
    """No dead ends."""
    listed = meetings(library, Asked("/meetings")).body.decode()
    for one in held(library):
        assert one.url in listed
        assert "<h1>" in page_of(library, one.url)


def test_meetings_are_narrowed_to_a_body_and_a_year(library: Any) -> None:
    """And say so where there is none."""
    made = meetings(library, Asked("/meetings", query=[("committee", BODY), ("year", "2023")])).body.decode()
    assert "/meetings/2023" in made
    assert "/meetings/2024" not in made
    assert "No meeting passes" in meetings(library, Asked("/meetings", query=[("year", "1999")])).body.decode()


def test_a_meeting_that_no_paper_is_of_is_not_there(library: Any) -> None:
    """An address that was made up, or a paper that is gone."""
    with pytest.raises(NotThereError):
        page_of(library, "/meetings/1999-01-01/nobody")
