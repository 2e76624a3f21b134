"""What statements without a figure say of one thing: when it begins and ends, what it covers, for which meeting it is, who is who."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.lookup.changes import changes, promised
from pipeline.model.answers import Filters
from tests.fake_library import FakeLibrary, Paper

FIRST, SECOND = "2031-06-16", "2032-09-13"
FILLING = [(f"Filling {n}", None, text) for n, text in enumerate((
    "Members asked about the drains in the market square.", "A grant was made to the rowing club.", "The minutes were signed by the Chair.",
    "Residents had written about noise from the quarry.", "The budget was noted.", "Officers thanked the volunteers of the museum.",
))]  # fmt: skip
"""Lines that make words rare."""


def told(*papers: tuple[str, list[tuple[str, str]]]) -> list[tuple[str, str, str]]:
    """Nature and both quotes of each change, from papers given as (day, lines), a line as (heading, words)."""
    made = FakeLibrary(
        [
            Paper(f"papers/{n}.txt", [*((heading, None, text) for heading, text in lines), *FILLING], kind="report", date=day)
            for n, (day, lines) in enumerate(papers)
        ]
    )
    return [(c.nature, c.a.text, c.b.text if c.b else "") for c in changes(made, Filters())]


def natures(one: str, other: str, *, days: tuple[str, str] = (FIRST, SECOND)) -> list[str]:
    """What becomes of two sentences of two papers."""
    return [nature for nature, _, _ in told((days[0], [("Items", one)]), (days[1], [("Other items", other)]))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The flood barrier at Marlswick is due to open in May 2033.", "The Marlswick flood barrier will open in March 2034."),
        ("Dredging of Fernham harbour will be completed by June 2033.", "Completion of dredging of Fernham harbour is expected in 2035."),
        ("An archives strategy will be run between 2031 and 2033.", "Their archives strategy, which is to end in 2034, was praised."),
        ("A cycling plan for Aldwick will be published in spring 2033.", "The Aldwick cycling plan will be published in autumn 2033."),
        ("The Marlswick reading room is to open in May.", "The Marlswick reading room will open in October."),  # of 2032, both
        ("The Marlswick reading room will open in July 2032.", "The Marlswick reading room's opening has been delayed until July 2033."),
        ("A report on allotment rents will come to the Committee in May 2032.", "A report on allotment rents will be considered by the "
         "Committee in November 2032."),
    ],
)  # fmt: skip
def test_a_later_time_in_a_later_paper_is_a_slip(one: str, other: str) -> None:
    """Openings, endings, publications and reports to a meeting, in other words."""
    assert natures(one, other) == ["deadline_slip"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Marlswick swimming pool opened in May 2019.", "The Marlswick swimming pool was opened in June 2021."),
        ("The ferry contract, which started in April 2029, was let for ten years.", "The ferry contract began in October 2029."),
        ("A fire safety report was published by inspectors in January 2031.", "The fire safety report was published in March 2031."),
    ],
)  # fmt: skip
def test_two_times_of_what_is_over_contradict(one: str, other: str) -> None:
    """What has happened has happened on one day."""
    assert natures(one, other) == ["contradiction"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # another place, another moment of the same work, a time within the other, another batch, a condition, next year's report
        ("The new library in Aldwick will open in May 2033.", "The new library in Fernham will open in March 2034."),
        ("Work on the Marlswick flood barrier will start in May 2033.", "The Marlswick flood barrier will open in March 2035."),
        ("The Marlswick flood barrier will open in 2033.", "The Marlswick flood barrier will open in March 2033."),
        ("The first 40 flats at Kiln Lane will open in May 2033.", "The last 25 flats at Kiln Lane will open in March 2034."),
        ("The Marlswick flood barrier will open in May 2033.", "If the grant is lost the Marlswick flood barrier will open in 2036."),
        ("The annual air quality report was published in May 2030.", "The annual air quality report was published in May 2031."),
        ("The Marlswick flood barrier will open in May 2034.", "The Marlswick flood barrier will open in March 2033."),
        # what is called as all such things are, parts, books that are opened and closed, who introduced a report, the year of a report,
        # what comes round again
        ("The public consultation closed on 3 May 2031.", "The public consultation closed on 12 June 2031."),
        ("The Marlswick reading room will open in October.", "The Marlswick reading room opened in October."),
        # each names what the other does not
        ("The programme of bridge repairs will finish in June 2032.", "The programme of footway repairs will finish in December 2032."),
        ("The electric bus trial started in May 2030.", "The electric taxi trial started in July 2030."),
        ("The mobile library in the north will cease in March 2032.", "The mobile library in the south will cease in June 2032."),
        ("The lease ends on 30 June 2033.", "The rowing club's boathouse will close on 31 March 2034."),
        ("Phase one of the Marlswick flood barrier will start in 2033.", "Phase two of the Marlswick flood barrier will start in 2034."),
        ("The harbour fund's opening balance at 1 April 2030 was checked.", "The harbour fund's opening balance at 1 April 2031 was low."),
        ("Burial board accounts for the period ended 31 March 2031.", "Burial board accounts for the period ended 30 June 2031."),
        ("Mrs Orr introduced the harbour budget report for 2031/32.", "Mrs Orr introduced the harbour budget report for 2032/33."),
        ("The harbour dues report was published for 2029/30.", "The harbour dues report was published for 2030/31."),
        ("The Marlswick reading challenge will start in July 2031.", "The Marlswick reading challenge will start in July 2033."),
        ("The Marlswick harbour festival will open in May 2033.", "The Marlswick harbour festival will open in June 2034."),
    ],
)  # fmt: skip
def test_other_moments_are_not_compared(one: str, other: str) -> None:
    """Near misses, and what was brought forward, which is no slip."""
    assert natures(one, other) == []


def test_within_one_paper_two_times_contradict() -> None:
    """What was moved is told last; a list beneath a heading says of what it speaks by what stands around it."""
    said = [
        ("Charging for ferries", "The ferry charging scheme starts on the island routes. It will be introduced in May 2033."),
        ("Risks", "Introduction of the ferry charging scheme for the island routes has been delayed until October 2034."),
    ]
    ((nature, earlier, later),) = told((FIRST, said))
    assert nature == "contradiction"
    assert (earlier, "delayed" in later) == ("It will be introduced in May 2033.", True)


def test_that_day_is_the_day_of_the_minutes() -> None:
    """Only minutes speak of the day of their meeting."""
    lines = [("Introductions", "The Chair spoke about the fire safety report which had been published that day.")]
    other = Paper("papers/b.txt", [("Background", None, "Our fire safety report was published in May 2031."), *FILLING], date=SECOND)
    for kind, found in (("minutes", ["contradiction"]), ("appendix", [])):
        said = Paper("papers/a.txt", [(heading, None, text) for heading, text in lines], kind=kind, date=FIRST)
        assert [c.nature for c in changes(FakeLibrary([said, other]), Filters())] == found


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("Harbour office activity from 1 April 2032 to 21 March 2033:", "Harbour office activity (01/04/2032 – 31/03/2033)", 1),
        ("Visits to the museum, 1 May 2032 - 30 June 2032", "Museum visits between 3 May 2032 and 30 June 2032", 1),
        ("Accounts of the burial board for 1 April 2031 to 31 March 2032", "Burial board accounts, 1 April 2031 - 30 March 2032", 1),
        ("Harbour office activity from 1 April 2032 to 30 June 2032", "Harbour office activity from 1 April 2032 to 30 September 2032", 0),
        ("Harbour office activity from 1 April 2032 to 21 March 2033:", "Museum visits (01/04/2032 – 31/03/2033)", 0),
        ("Harbour office activity from 1 April 2032 to 31 March 2033:", "Harbour office activity (01/04/2032 – 31/03/2033)", 0),
    ],
)
def test_a_title_with_another_day_at_one_end_contradicts(one: str, other: str, found: int) -> None:
    """A quarter and a half year are two reports, and two titles are two things."""
    assert natures(one, other) == ["contradiction"] * found


@pytest.mark.parametrize(
    ("printed", "count"),
    [
        ("Date of Meeting: 14 June 2031", 1),  # two days off
        ("Meeting date: 16/06/2030", 1),  # last year's
        ("Date of meeting 15th June 2031", 1),
        ("Date of Meeting: 16 June 2031", 0),
        ("Date of Meeting: 17 March 2031", 0),  # another meeting's report
        ("Report date: 14 June 2031", 0),  # its own
        ("Report to: Fire Panel\nDate of Meeting: 14 June 2031", 0),  # to another body
        ("To: Adults Committee\nDate of Meeting: 14 June 2031", 1),
    ],
)
def test_a_report_for_another_day_than_its_pack_contradicts_it(printed: str, count: int) -> None:
    """The pack's own line is cited first."""
    lines = [("Agenda", None, "Harbour Committee\nDate: 16 June 2031"), ("Ferries", None, f"Report title: Ferries\n{printed}")]
    made = FakeLibrary([Paper("papers/pack.txt", lines, kind="agenda", date=FIRST)])
    made.rows[1] = replace(made.rows[1], standing=replace(made.rows[1].standing, kind="report"))
    found = [(c.nature, c.a.text, c.b and c.b.text) for c in changes(made, Filters())]
    assert found == [("contradiction", "Date: 16 June 2031", printed.split("\n")[-1])] * count


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("Cllr Ann Hale (Cabinet Member for Health and Wellbeing)", "Councillor Ann Hale\nCabinet Member for Adults, Health and Care.", 1),
        ("Mrs B Orr, Portfolio Holder for Leisure and Culture, spoke.", "Thanks to Mrs B Orr (Portfolio Holder for Leisure and Parks).", 1),
        ("Cllr Penn, Executive Member for Roads and Travel", "Cllr J Penn (Executive Member for Travel and Climate)", 1),
        ("Cllr Ann Hale (Cabinet Member for Health)", "Councillor Ann Hale, Cabinet Member for Health and Wellbeing", 0),
        ("Cllr Ann Hale (Cabinet Member for Health and Roads)", "Cllr Bea Hale (Cabinet Member for Health and Leisure)", 0),
        ("Cllr Ann Hale, former Cabinet Member for Health and Roads", "Cllr Ann Hale, Cabinet Member for Health and Leisure", 0),
        ("Cllr Ann Hale (Cabinet Member for Finance)", "Cllr Ann Hale, Chair of the Health and Finance Panel", 0),
    ],
)  # fmt: skip
def test_one_person_under_two_portfolios_in_one_paper_contradicts(one: str, other: str, count: int) -> None:
    """A shorter form of a title, a namesake, a post of the past and another post are none."""
    assert [nature for nature, _, _ in told((FIRST, [("Head", one), ("Foreword", other)]))] == ["contradiction"] * count


def test_a_promise_whose_time_moved_has_the_status() -> None:
    """What sentences say of when holds for the promises that are made in them."""
    said = "Dredging of Fernham harbour will be completed by June 2033.", "Completion of dredging of Fernham harbour is expected in 2035."
    made = FakeLibrary([Paper(f"papers/{n}.txt", [("Items", None, text)], date=(FIRST, SECOND)[n]) for n, text in enumerate(said)])
    for n, text in enumerate(said):
        made.add_fact("commitments", n, text, subject="", text=text)
    assert [promise.status for promise in promised(made, made.facts("commitments", Filters()))] == ["moved"]
