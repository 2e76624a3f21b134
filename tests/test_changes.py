"""What became of promises and measures of an invented council."""

from __future__ import annotations

import re
from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.lookup.changes import Change, changes, promised
from pipeline.model.answers import FactRow, Filters
from pipeline.render.sheets import write_changes
from tests.fake_library import FakeLibrary, Paper

FIRST, SECOND = "2031-06-16", "2032-09-13"
HOMES = "We will bring 240 new supported living homes into use by March 2034."


def library(*statements: tuple[str, str, str, dict[str, object]], heading: str = "Homes") -> FakeLibrary:
    """One paper for each statement: (kind of fact, meeting date, sentence, fields)."""
    papers = [Paper(f"papers/{n}.txt", [(f"{heading} {n}", None, said)], date=date) for n, (_, date, said, _) in enumerate(statements)]
    made = FakeLibrary(papers)
    for n, (kind, _, said, fields) in enumerate(statements):
        made.add_fact(kind, n, said, **fields)
    return made


def promise(date: str, said: str, **fields: object) -> tuple[str, str, str, dict[str, object]]:
    return ("commitments", date, said, {"subject": "homes", "text": said, **fields})


def figure(date: str, said: str, value: float, unit: str = "people", **fields: object) -> tuple[str, str, str, dict[str, object]]:
    told = {"raw": f"{value:g}", "value": value, "unit": unit, "measure": said, "source": "text"}
    return ("figures", date, said, told | fields)


def natures(made: FakeLibrary, topic: str | None = None) -> list[str]:
    return [c.nature for c in changes(made, Filters(topic=topic))]


def test_a_later_deadline_in_a_later_paper_is_a_slip() -> None:
    """Both statements are cited, the earlier one first."""
    made = library(
        promise(
            SECOND, HOMES.replace("March 2034", "December 2034"), quantity="240 new supported living homes", deadline_date="2034-12-31"
        ),
        promise(FIRST, HOMES, quantity="240 new supported living homes", deadline_date="2034-03-31"),
    )
    (change,) = changes(made, Filters())
    assert (change.nature, change.a.citation.meeting_date, change.b and change.b.citation.meeting_date) == ("deadline_slip", FIRST, SECOND)
    assert change.a.text == HOMES


def test_a_promise_that_points_back_is_not_the_sentence_that_it_points_to() -> None:
    """Two sentences of one paragraph, printed again in a later paper, are two promises, each made twice."""
    model = "The model for street lighting across Aldermere will move into procurement by July 2033."
    lead = "This includes a principal contractor that will maintain 70% of the columns."
    papers = [Paper(f"papers/{n}.txt", [("Lighting", None, f"{model} {lead}")], date=date) for n, date in enumerate((FIRST, SECOND))]
    made = FakeLibrary(papers)
    for at, said in ((0, model), (0, lead), (1, model), (1, lead)):
        made.add_fact("commitments", at, said, subject="lighting", text=said)
    told = promised(made, made.facts("commitments", Filters()))
    assert [[row.quote for row in one.statements] for one in told] == [[model] * 2, [lead] * 2]


def test_another_number_of_the_same_things_is_a_change() -> None:
    """The promise is recognised by its words, the number tells what happened."""
    made = library(
        promise(FIRST, HOMES, quantity="240 new supported living homes"),
        promise(SECOND, HOMES.replace("240", "180"), quantity="180 new supported living homes"),
    )
    assert natures(made) == ["number_changed"]


def test_a_number_put_in_place_of_another_is_changed() -> None:
    """The later statement names both: the one that it gives up and the one that it promises."""
    revised = "Approve a programme of 180 supported living homes in use by May 2034, in place of 240."
    made = library(promise(FIRST, HOMES, quantity="240 new supported living homes"), promise(SECOND, revised, quantity="180 homes"))
    assert natures(made) == ["number_changed"]


def test_the_same_promise_again_is_restated() -> None:
    """Like words with the same number are one promise, however the sentence is turned."""
    made = library(
        promise(FIRST, HOMES, quantity="240 new supported living homes"),
        promise(SECOND, "In all, 240 new homes for supported living will be brought into use.", quantity="240 new homes"),
    )
    assert natures(made) == ["restated_same"]


def test_promises_of_different_things_are_not_compared() -> None:
    """A number in common joins nothing."""
    made = library(
        promise(FIRST, HOMES, quantity="240 new supported living homes"),
        promise(SECOND, "We will plant 240 street trees.", quantity="240 street trees"),
    )
    assert natures(made) == []


def test_two_values_for_one_period_contradict() -> None:
    """Same words, same period, another value."""
    said = "In 2031 the harbour clinic treated {} residents of Aldermere."
    period = {"period_start": "2031-01-01", "period_end": "2031-12-31"}
    made = library(figure(FIRST, said.format(450), 450, **period), figure(SECOND, said.format(470), 470, **period))
    assert natures(made) == ["contradiction"]


def test_different_periods_are_never_a_contradiction() -> None:
    """Another year, another value: the number changed."""
    said = "The harbour clinic treated {} residents of Aldermere in {}."
    made = library(
        figure(FIRST, said.format(450, 2030), 450, period_start="2030-01-01", period_end="2030-12-31"),
        figure(SECOND, said.format(470, 2031), 470, period_start="2031-01-01", period_end="2031-12-31"),
    )
    assert natures(made) == ["number_changed"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The harbour clinic treated {} older residents in 2031.", "The harbour clinic treated {} younger residents in 2031."),
        ("The clinic treated {} residents of Fernham for burns.", "The clinic treated {} residents of Aldwick for burns."),
        ("These clinics treated {} residents for burns in 2031.", "These clinics treated {} residents for burns in 2031."),
        ("The clinic treated {} residents aged 65 and over for burns.", "The clinic treated {} residents aged 85 and over for burns."),
        ("Burns treated by the clinic came to {} in all.", "Burns treated by the clinic grew by {} in all."),
        ("The clinic treated {} residents for burns (excluding children).", "The clinic treated {} children for burns."),
    ],
)
def test_whom_where_which_and_growth_part_measures(one: str, other: str) -> None:
    """Sentences that differ in whom, where or which count different things; so do a level and a growth, and what "excluding" names."""
    assert natures(library(figure(FIRST, one.format(450), 450), figure(SECOND, other.format(470), 470))) == []


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        # what it is held against, and who counted, is no part of a measure
        ("{}% of residents had a library card, which was worse than the England average (61%).",
         "Survey data for 2032 showed {}% of residents had a library card.", ["number_changed"]),
        # "this list" is the one that the sentence before names
        ("{} people were on the waiting list for a harbour berth.",
         "The waiting list for a harbour berth shrank. In May {} people were on this list.", ["number_changed"]),
        # another transfer, and a limit against a level
        ("Approve the transfer of £{}m from the harbour reserve.", "Approve the transfer of £{}m from the harbour reserve.", []),
        ("The harbour reserve should not fall below £{}m.", "The harbour reserve stood at £{}m.", []),
        # a part against the whole
        ("{} residents of care homes had burns treated.", "{} residents of care homes with dementia had burns treated.", []),
    ],
)  # fmt: skip
def test_the_words_around_a_number_tell_what_it_counts(one: str, other: str, found: list[str]) -> None:
    """Comparators and sources are left out, the sentence before is added, and changes, moves and limits are no levels."""
    made = FakeLibrary(
        [Paper(f"papers/{n}.txt", [("Harbour", None, said.format(40 + n))], date=(FIRST, SECOND)[n]) for n, said in enumerate((one, other))]
    )
    for n, said in enumerate((one, other)):
        quote = next(part for part in said.format(40 + n).split(". ") if str(40 + n) in part)
        unit = "percent" if "%" in said else "GBP" if "£" in said else "people"
        made.add_fact("figures", n, quote, raw=str(40 + n), value=40 + n, unit=unit, measure=quote, source="text")
    assert natures(made) == found


@pytest.mark.parametrize(
    ("one", "before", "other", "found"),
    [
        ("There were {} defects on the carriageway repair list.",
         "The Carriageway Repair List is kept by the depot. Crews look at it each week.", "In May, {} defects were on this list.", 1),
        ("There were {} households on the housing register.",
         "Aldermere opened its housing register in 2029. Band A comes first.", "We counted {} households on this register in May.", 1),
        ("The mobile library fund held £{}m.",
         "Gifts are paid into the mobile library fund. The trustees meet in June.", "In May this fund held £{}m.", 1),
        # another list, another register, and a word that names a time
        ("There were {} defects on the carriageway repair list.",
         "The Gully Emptying List is kept by the depot. Crews look at it each week.", "In May, {} defects were on this list.", 0),
        ("There were {} households on the housing register.",
         "Aldermere opened its self-build register in 2029. Band A comes first.", "We counted {} households on this register in May.", 0),
        ("The mobile library fund held £{}m.",
         "The mobile library year was a good one. The trustees meet in June.", "This year we held £{}m.", 0),
    ],
)  # fmt: skip
def test_this_list_is_the_one_that_the_text_before_names(one: str, before: str, other: str, found: int) -> None:
    """A pointer takes the latest name of its noun, also from sentences ago; without a name it takes nothing."""
    made = FakeLibrary(
        [
            Paper("papers/0.txt", [("Depot", None, one.format(41))], date=FIRST),
            Paper("papers/1.txt", [("Report", None, f"{before} {other.format(47)}")], date=SECOND),
        ]
    )
    for n, said in enumerate((one, other)):
        quote, unit = said.format((41, 47)[n]), "GBP" if "£" in said else "defects" if "defects" in said else "people"
        made.add_fact("figures", n, quote, raw=str((41, 47)[n]), value=(41, 47)[n], unit=unit, measure=quote, source="text")
    assert natures(made) == ["number_changed"] * found


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        # what is spent, and the programme that it is held against
        ("Spending on roads was £{}m against a programme of £90m.", "Spending on roads was £{}m of the £95m in the programme.", 1),
        ("Spending on roads was £80m against a programme of £{}m.", "Spending on roads was £{}m against a programme of £99m.", 0),
        # what a reserve holds, and what is moved out of it
        ("The bus shelter reserve stood at £{}m.", "The bus shelter reserve stands at £{}m.", 1),
        ("The bus shelter reserve stood at £{}m.", "Officers asked to move £{}m out of the bus shelter reserve.", 0),
        # the level, and its peak
        ("There were {} fly-tips in the lanes of the borough.", "We counted {} fly-tips in the lanes of the borough.", 1),
        ("There were {} fly-tips in the lanes of the borough.", "There was a peak of {} fly-tips in the lanes of the borough.", 0),
        # the whole, and a part of it
        ("Tenants owed £{}m in rent.", "At the end of June tenants owed £{}m in rent.", 1),
        ("Tenants owed £{}m in rent.", "Tenants owed £88m in rent, of which £{}m had been owed for a year.", 0),
        # all groups named one by one, and no group named
        ("{} homes for residents.", "{} homes for older residents, for dementia, autism and physical disability.", 1),
        ("{} homes for residents.", "{} homes for older residents and residents with dementia.", 0),
    ],
)  # fmt: skip
def test_the_piece_that_holds_a_number_tells_what_it_is(one: str, other: str, found: int) -> None:
    """Spent or allowed, held or moved, a level or its peak, the whole or a part: the words next to the number say so."""
    unit = "GBP" if "£" in one else "fly-tips" if "fly" in one else "homes"
    made = library(*(figure(day, said.format(n), n, unit, measure=re.sub(r",.*", "", said.replace("{}", ""))) for day, said, n in
                     ((FIRST, one, 41), (SECOND, other, 47))))  # fmt: skip
    assert natures(made) == ["number_changed"] * found


def test_one_name_may_change_much_and_other_words_may_not() -> None:
    """A list that fell from 780 to 240 is one list; those who want a plot, 780 and 240, are seldom the same households."""
    named = "In {} there were {} households on the self-build plot list."
    first = figure(FIRST, named.format("May", 780), 780, "households")
    assert natures(library(first, figure(SECOND, named.format("June", 240), 240, "households"))) == ["number_changed"]
    assert natures(library(first, figure(SECOND, "The number of households that want to build is 240.", 240, "households"))) == []


def row(date: str, label: str, value: float, column: str) -> tuple[str, str, str, dict[str, object]]:
    told = {"source": "table", "table": 0, "row": label, "column": column, "measure": f"{label}, {column}"}
    return figure(date, f"{label}\t{value:g}", value, "GBP", **told)


def tables(*papers: tuple[str, str, list[tuple[str, str, str, dict[str, object]]]]) -> FakeLibrary:
    """One table for each paper: (meeting date, heading, rows)."""
    made = FakeLibrary(
        [
            Paper(f"papers/{n}.txt", [(heading, None, said) for _, _, said, _ in rows], date=day)
            for n, (day, heading, rows) in enumerate(papers)
        ]
    )
    for n, (_, _, rows) in enumerate(papers):
        for kind, _, said, fields in rows:
            made.add_fact(kind, n, said, **fields)
    return made


LABELS = ("Ferry fares", "Harbour lighting", "Library hours", "Market stalls")


def test_rows_of_a_table_that_is_printed_again_have_changed() -> None:
    """One label under one column in two papers; a row that is the same is not listed."""
    first = [row(FIRST, label, 100 + n, "Budget") for n, label in enumerate(LABELS)]
    second = [row(SECOND, label, 100 + 7 * n, "Budget") for n, label in enumerate(LABELS)]
    listed = list(changes(tables((FIRST, "Savings", first), (SECOND, "Savings", second)), Filters()))
    assert [(c.nature, c.a.text.split()[0]) for c in listed] == [("number_changed", label.split()[0]) for label in LABELS[1:]]


@pytest.mark.parametrize(("heading", "column"), [("Capital programme", "Budget"), ("Savings", "Forecast")])
def test_one_label_in_another_table_or_column_is_another_measure(heading: str, column: str) -> None:
    """All departments stand in tables of savings and of capital."""
    first = [row(FIRST, label, 100 + n, "Budget") for n, label in enumerate(LABELS)]
    second = [row(SECOND, label, 200 + n, column) for n, label in enumerate(LABELS)]
    assert natures(tables((FIRST, "Savings", first), (SECOND, heading, second))) == []


def test_values_form_a_line_through_time() -> None:
    """Of three values each is compared with the next one, so the middle statement is listed twice."""
    said = "The harbour clinic treated {} residents of Aldermere in {}."
    made = library(*(figure(f"{year + 1}-06-01", said.format(400 + year % 7, year), 400 + year % 7, period_start=f"{year}-01-01",
                            period_end=f"{year}-12-31") for year in (2030, 2031, 2032)))  # fmt: skip
    years = [tuple(re.findall(r"20\d\d", f"{c.a.text} {c.b and c.b.text}")) for c in changes(made, Filters())]
    assert sorted(years) == [("2030", "2031"), ("2031", "2032")]


def test_a_line_goes_from_each_value_to_the_next() -> None:
    """The last value is a little more like the first one in its words; the one between them is nearer in time."""
    said = ("There were 410 households on the housing register.", "The housing register held 430 households.",
            "There were 460 households on the housing register in May.")  # fmt: skip
    days = ("2031-06-01", "2031-09-01", "2031-12-01")
    made = library(
        *(figure(day, text, float(text.split(" households")[0][-3:]), "households") for day, text in zip(days, said, strict=True))
    )
    numbers = [tuple(re.findall(r"4\d0", f"{c.a.text} {c.b and c.b.text}")) for c in changes(made, Filters())]
    assert sorted(numbers) == [("410", "430"), ("430", "460")]


def test_the_earlier_is_what_tells_of_the_earlier_time() -> None:
    """A later paper may look back: its value of May comes before the one of June that an earlier paper gave."""
    said = "There were {} households on the housing register in {}."
    made = library(
        figure(FIRST, said.format(430, "June"), 430, "households", period_start="2031-06-01", period_end="2031-06-30"),
        figure(SECOND, said.format(410, "May"), 410, "households", period_start="2031-05-01", period_end="2031-05-31"),
    )
    (change,) = changes(made, Filters())
    assert (change.nature, "May" in change.a.text) == ("number_changed", True)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("The share of potholes that were filled within five days was {}%.", ["number_changed"]),
        ("In the year 2031 {}% of potholes were filled within five days.", ["contradiction"]),
    ],
)
def test_quarterly_reports_that_bear_one_year_in_their_titles_do_not_contradict(said: str, found: list[str]) -> None:
    """The year is their title's; a sentence that prints it speaks of all of it."""
    told = {**YEAR, "period": "the year 2031"}
    made = library(*(figure(day, said.format(n), n, "percent", **told) for day, n in ((FIRST, 71.0), (SECOND, 74.0))))
    assert natures(made) == found


def test_a_number_of_a_wider_area_is_another_measure() -> None:
    """The county as a whole, England, the country."""
    for where in ("In the county as a whole", "Nationally,", "Across England"):
        one, other = "We recycled 47% of household waste.", f"{where} 52% of household waste was recycled."
        assert natures(library(figure(FIRST, one, 47, "percent"), figure(SECOND, other, 52, "percent"))) == []
    own = library(figure(FIRST, "We recycled 47% of household waste.", 47, "percent"),
                  figure(SECOND, "In the borough 52% of household waste was recycled.", 52, "percent"))  # fmt: skip
    assert natures(own) == ["number_changed"]


def test_a_rare_number_in_other_words_is_restated() -> None:
    """ "9.4%" is seldom the same by chance, so few words need be."""
    made = library(
        figure(FIRST, "There are 70 ferries under orders, 9.4% of all that sail.", 9.4, "percent", measure="ferries under orders"),
        figure(SECOND, "Orders were placed on 9.4% of boats, most of them ferries.", 9.4, "percent", measure="orders placed on boats"),
    )
    assert natures(made) == ["restated_same"]


def test_a_rough_number_agrees_with_an_exact_one_near_it() -> None:
    """ "About 450" and 447 are no change."""
    said = "The harbour clinic treated {} residents of Aldermere."
    made = library(figure(FIRST, said.format("about 450"), 450, approximate=True), figure(SECOND, said.format(447), 447))
    assert "number_changed" not in natures(made)


def test_a_number_reported_as_done_later_is_achieved() -> None:
    """A later figure with the promised number and a word of completion keeps the promise."""
    made = library(
        promise(FIRST, HOMES, quantity="240 new supported living homes"),
        figure(SECOND, "All 240 new supported living homes have been completed and brought into use.", 240, "homes"),
    )
    assert natures(made) == ["achieved"]


def test_a_kept_promise_is_told_by_any_later_paper() -> None:
    """No fact need state it: a sentence of a later report that holds the promise's words and says that it is done."""
    asked = "Officers will publish the lighting policy for village streets by May 2031."
    made = FakeLibrary(
        [
            Paper("papers/0.txt", [("Lighting", None, asked)], date=FIRST),
            Paper("papers/1.txt", [("Progress", None, "The lighting policy for village streets was published in April.")], date=SECOND),
        ]
    )
    made.add_fact("commitments", 0, asked, subject="lighting", text=asked, deadline_date="2031-05-31")
    (change,) = changes(made, Filters())
    assert (change.nature, change.b and change.b.text) == ("achieved", "The lighting policy for village streets was published in April.")
    assert [p.status for p in promised(made, made.facts("commitments", Filters()))] == ["achieved"]


def test_a_place_that_has_opened_keeps_its_promise() -> None:
    """A name of two words and a word of delivery are enough; "later than planned" is done all the same."""
    told = "Officers said that Fernham Wharf had opened in April, two months later than planned."
    made = FakeLibrary(
        [
            Paper("papers/0.txt", [("Wharf", None, "The first flats, at Fernham Wharf, will open by March 2031.")], date=FIRST),
            Paper("papers/1.txt", [("Progress", None, told)], date=SECOND),
        ]
    )
    made.add_fact(
        "commitments", 0, "The first flats, at Fernham Wharf, will open by March 2031.", subject="flats", deadline_date="2031-03-31"
    )
    assert natures(made) == ["achieved"]


def test_a_heading_s_year_over_a_row_moves_no_deadline() -> None:
    """What closes on a day, and a saving of the year in a table, are no two days of one promise."""
    made = library(
        promise(
            FIRST, "Agree that the Wharf Day Centre closes on 31 December 2033;", deadline="31 December 2033", deadline_date="2033-12-31"
        ),
        promise(SECOND, "Wharf Day Centre closes\t300\t75", deadline="2033/34", deadline_date="2034-03-31"),
    )
    assert "deadline_slip" not in natures(made)


@pytest.mark.parametrize(
    "said",
    [
        "The lighting policy for village streets has not been published.",
        "Once the lighting policy for village streets is published, lamps will be dimmed.",
        "The lighting policy of the county was published.",
    ],
)
def test_what_is_denied_conditional_or_of_another_matter_keeps_no_promise(said: str) -> None:
    """Only a plain report counts."""
    asked = "Officers will publish the lighting policy for village streets by May 2031."
    made = FakeLibrary(
        [Paper("papers/0.txt", [("Lighting", None, asked)], date=FIRST), Paper("papers/1.txt", [("Progress", None, said)], date=SECOND)]
    )
    made.add_fact("commitments", 0, asked, subject="lighting", text=asked, deadline_date="2031-05-31")
    assert "achieved" not in natures(made)


def test_a_promise_that_its_body_passes_over_is_not_mentioned() -> None:
    """Its day is over, the same committee has met since, and nothing speaks of it."""
    asked = "Officers will publish the lighting policy for village streets by May 2032."
    made = library(
        promise(FIRST, asked, deadline_date="2032-05-31"),
        ("decisions", SECOND, "The library in Aldwick was closed.", {"text": "The library in Aldwick was closed."}),
    )
    assert natures(made) == ["not_mentioned"]
    assert [p.status for p in promised(made, made.facts("commitments", Filters()))] == ["not_mentioned"]


def test_when_a_piece_of_work_ends_is_known_from_the_sentence_before() -> None:
    """ "Work on this" is work on what the sentence before names."""
    made = FakeLibrary(
        [
            Paper("papers/0.txt", [("Care", None, "The council was writing a homecare strategy. Work on this was due to finish in 2033.")]),
            Paper("papers/1.txt", [("Capacity", None, "The homecare strategy of the council was due to end in 2034.")], date=SECOND),
        ]
    )
    made.add_fact("commitments", 0, "Work on this was due to finish in 2033.", subject="", deadline="2033", deadline_date="2033-12-31")
    made.add_fact(
        "commitments",
        1,
        "The homecare strategy of the council was due to end in 2034.",
        subject="",
        deadline="2034",
        deadline_date="2034-12-31",
    )
    assert natures(made) == ["deadline_slip"]


def test_one_row_printed_twice_with_dashes_for_nought_is_no_change() -> None:
    """And rows that differ by a word are two savings."""
    row = "Savings on the purchase of {} care\t-850.0\t-120.5\t{}\t729.5"
    made = library(
        promise(FIRST, row.format("residential", "0.0"), quantity="", amount="£850"),
        promise(SECOND, row.format("residential", "-"), quantity="", amount="£729.5"),
    )
    assert "number_changed" not in natures(made)


def test_entries_of_a_list_that_both_papers_hold_are_no_change() -> None:
    """The second entry of the later paper does not take the place of the first entry of the earlier one."""
    near, far = "Villages near the coast will have new lamps by {}.", "Villages far from the coast will have new lamps by {}."
    first, second = near.format("May 2032"), far.format("June 2033")
    papers = [Paper(f"papers/{day}.txt", [("Lamps", None, first), ("Lamps", None, second)], date=day) for day in (FIRST, SECOND)]
    made = FakeLibrary(papers)
    for document in (0, 1):
        made.add_fact("commitments", document, first, subject="lamps", text=first, deadline="May 2032", deadline_date="2032-05-31")
        made.add_fact("commitments", document, second, subject="lamps", text=second, deadline="June 2033", deadline_date="2033-06-30")
    assert set(natures(made)) <= {"restated_same", "not_mentioned"}


@pytest.mark.parametrize(
    ("one", "other", "nature"),
    [
        ("£318m", "over £320m", "contradiction"),
        ("about 5,300", "5,575", "contradiction"),
        ("about 5,300", "5,340", None),
        ("£1.99m", "£1.994m", None),
        ("over 90,000", "94,000", None),
    ],
)
def test_print_tells_how_much_a_number_leaves_open(one: str, other: str, nature: str | None) -> None:
    """Half of the last printed digit, and a little above "over"."""
    said = "In 2031 the harbour clinic of Aldermere spent {} on burns treatment for residents."
    made = library(*(figure(day, said.format(raw), **_value(raw), **YEAR) for day, raw in ((FIRST, one), (SECOND, other))))
    assert natures(made) == ([nature] if nature else [])


YEAR = {"period_start": "2031-01-01", "period_end": "2031-12-31"}


def _value(raw: str) -> dict[str, Any]:
    digits = re.sub(r"[^\d.]", "", raw)
    return {
        "value": float(digits) * (1_000_000 if raw.endswith("m") else 1), "unit": "GBP", "raw": raw,
        "approximate": raw.startswith("about"), "bound": "over" if raw.startswith("over") else None,
    }  # fmt: skip


def test_figures_under_parallel_headings_of_one_paper_are_a_list() -> None:
    """One template under two headings counts two things, whatever the headings say."""
    said = "The number of accredited places of the county in 2031: {}"
    paper = Paper("papers/0.txt", [("Harbour homes", None, said.format(84)), ("Hill homes", None, said.format(45))])
    made = FakeLibrary([paper])
    for value in (84, 45):
        made.add_fact("figures", 0, said.format(value), **figure("", said.format(value), value)[3])
    assert natures(made) == []


def test_nearness_of_meaning_brings_other_words_together() -> None:
    """With the vectors that a library stores a change is found which its words alone do not tell."""
    queued = "At the visit 110 people hoped to move to supported living before winter."
    waiting = "There are 100 people on the waiting list for a supported living home."
    made = library(
        figure(FIRST, waiting, 100, measure="people on the waiting list for a supported living home"),
        figure(SECOND, queued, 110, measure="people hoped to move to supported living before winter"),
    )
    assert natures(made) == []
    made.vectors = dict.fromkeys((f.id for f in made.facts("figures", Filters())), numpy.array([1.0, 0.0], dtype="float32"))
    assert natures(made) == ["number_changed"]


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (("7", 7.0), ("8", 8.0), ["contradiction"]),
        (("3.1", 3.1), ("3.2", 3.2), ["contradiction"]),
        (("62", 62.0), ("63", 63.0), ["contradiction"]),
        # the one may have been rounded from the other
        (("7", 7.0), ("7.4", 7.4), []),
        (("63", 63.0), ("62.6", 62.6), []),
        (("3.2", 3.2), ("3.15", 3.15), []),
    ],
)  # fmt: skip
def test_neighbours_of_one_precision_are_two_numbers(first: tuple[str, float], second: tuple[str, float], found: list[str]) -> None:
    """No share is both 7% and 8%, but 7.4% is printed as 7%."""
    said = "In 2031 {}% of street lamps in Aldermere were dimmed at night."
    made = library(*(figure(day, said.format(raw), value, "percent", raw=raw, **YEAR) for day, (raw, value) in
                     ((FIRST, first), (SECOND, second))))  # fmt: skip
    assert natures(made) == found


@pytest.mark.parametrize(("kind", "found"), [("minutes", ["contradiction"]), ("report", [])])
def test_two_speakers_under_one_item_of_the_minutes_may_contradict(kind: str, found: list[str]) -> None:
    """Paragraphs of a report under one heading are a list."""
    lines = [("Bins", "7.1", "Around one in 9 households were on the assisted collection."),
             ("Bins", "7.2", "The contractor said that one in 8 households were on the assisted collection.")]  # fmt: skip
    made = FakeLibrary([Paper("papers/0.txt", lines, kind=kind)])
    for (_, _, said), of in zip(lines, (9, 8), strict=True):
        measure = "households were on the assisted collection"
        made.add_fact("figures", 0, said, raw=f"one in {of}", value=1, of=of, unit="households", measure=measure, source="text")
    assert natures(made) == found


def test_a_row_and_a_sentence_are_named_by_the_sentence() -> None:
    """Words of a label tell less than a measure."""
    said, row = "Supported living homes let in Fernham in 2031: 1,135", "Homes let, supported living\t1,135"
    made = library(
        figure(FIRST, said, 1135, "homes", measure="supported living homes let in Fernham", **YEAR),
        figure(SECOND, row, 1135, "homes", measure="homes let, supported living, Fernham", source="table", **YEAR),
    )
    (change,) = changes(made, Filters())
    assert (change.nature, change.subject) == ("restated_same", "supported living homes let in Fernham")


def test_what_sentences_say_is_listed_before_tables_and_the_number_of_each_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """The sheet shows as many as asked for and counts all."""
    said = "The harbour clinic treated {} residents of Aldermere in {}."
    first = [row(FIRST, label, 100 + n, "Budget") for n, label in enumerate(LABELS)]
    second = [row(SECOND, label, 300 + n, "Budget") for n, label in enumerate(LABELS)]
    first.append(figure(FIRST, said.format(450, 2030), 450, period_start="2030-01-01", period_end="2030-12-31"))
    second.append(figure(SECOND, said.format(470, 2031), 470, period_start="2031-01-01", period_end="2031-12-31"))
    listed = list(changes(tables((FIRST, "Savings", first), (SECOND, "Savings", second)), Filters()))
    write_changes(listed, 1)
    told = capsys.readouterr().out
    assert "treated 470" in told
    assert "Ferry" not in told
    assert told.rstrip().endswith("5 numbers changed (the first 1 shown; --limit 0 shows all)")


def test_a_topic_narrows_the_list() -> None:
    """Only changes whose statements hold the topic's words are listed."""
    made = library(
        promise(FIRST, HOMES, quantity="240 new supported living homes", deadline_date="2034-03-31"),
        promise(SECOND, HOMES.replace("March 2034", "May 2035"), quantity="240 new supported living homes", deadline_date="2035-05-31"),
    )
    assert natures(made, "supported living") == ["deadline_slip"]
    assert natures(made, "street lighting") == []


def statuses(*statements: tuple[str, str, str, dict[str, object]]) -> list[tuple[int, str, str | None, str | None]]:
    made = library(*statements)
    rows = made.facts("commitments", Filters())
    return [(len(p.statements), p.status, p.first_seen, p.last_seen) for p in promised(made, rows)]


def test_promises_know_when_they_were_first_and_last_made() -> None:
    """A moved promise and one that stands alone."""
    made = statuses(
        promise(FIRST, HOMES, quantity="240 new supported living homes", deadline_date="2034-03-31"),
        promise(SECOND, HOMES.replace("March", "May"), quantity="240 new supported living homes", deadline_date="2034-05-31"),
        promise(SECOND, "Officers will publish a lighting policy."),
    )
    assert made == [(2, "moved", FIRST, SECOND), (1, "open", SECOND, SECOND)]


@given(st.permutations(range(4)))
def test_grouping_does_not_depend_on_the_order_of_rows(order: list[int]) -> None:
    """The same promises come out however the store returns its rows."""
    said = [HOMES, HOMES.replace("March", "May"), "Officers will publish a lighting policy.", "The Clerk will order twelve new benches."]
    made = library(*(promise(FIRST if n else SECOND, text) for n, text in enumerate(said)))
    rows = made.facts("commitments", Filters())

    def groups(some: list[FactRow]) -> set[frozenset[str]]:
        return {frozenset(row.id for row in p.statements) for p in promised(made, some)}

    assert groups([rows[n] for n in order]) == groups(rows)


def test_every_change_has_a_citation() -> None:
    """Nothing is listed that cannot be shown."""
    made = library(promise(FIRST, HOMES, quantity="240 homes"), promise(SECOND, HOMES, quantity="240 homes"))
    found: list[Change] = list(changes(made, Filters()))
    assert found
    assert all(c.a.citation.quote == HOMES and c.b is not None and c.b.citation.quote == HOMES for c in found)
