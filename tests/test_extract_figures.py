"""Figures of an invented council's sentences: which numbers count, in what unit, of what, when."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.extract import figures
from pipeline.extract.figures import text
from pipeline.extract.nlp import Nlp
from pipeline.model.facts import Figure
from tests.meeting import paper

NLP = Nlp(use_trained=False)
# sentence: raw, value, unit
READ = [
    ("Fernham has 84 care providers registered with the inspectorate.", "84", 84, "care providers"),
    ("There were 412 people waiting for an assessment.", "412", 412, "people"),
    ("Two new schemes are now open.", "Two", 2, "schemes"),
    ("A 37-apartment scheme in Fernham has been approved.", "37", 37, "apartments"),
    ("Four of the recent refuges have moved.", "Four", 4, "refuges"),
    ("The proportion of services rated good rose to 71.3%.", "71.3%", 71.3, "percent"),
    ("The council spent £2.340m on transport.", "£2.340m", 2340000, "GBP"),
    ("The average wait was 23 days.", "23 days", 23, "days"),
    ("The grant runs for a three-year term.", "three-year", 3, "years"),
    ("Healthy life expectancy fell to 19 years and 1 month.", "19 years and 1 month", 19.083, "years"),
    ("The rate was 68 per 10,000 children.", "68 per 10,000 children", 68, "per 10,000 children"),
    ("Around one in 7 people were carers.", "one in 7", 1, "people"),
    ("Aldermere is 31st out of 38 councils for repairs.", "31st out of 38", 31, "rank"),
    ("Number of cases: 12,408", "12,408", 12408, "cases"),
    ("The percentage of homes let within a month: 64.2", "64.2", 64.2, "percent"),
    ("The index of deprivation gives a score of 5.", "5", 5, "score"),
    ("With 9 votes for and none against, it was carried.", "9", 9, "votes"),
    ("The county covers 1800 square miles.", "1800", 1800, "square miles"),
    ("The service reached around 2000 people.", "2000", 2000, "people"),
    ("1.2 million tonnes of waste were burnt.", "1.2 million", 1200000, "tonnes"),
    ("The variance is (£38k).", "(£38k)", -38000, "GBP"),
    ("Increases (£38k) were agreed.", "£38k", 38000, "GBP"),
    ("The motion was carried 9-3.", "9", 9, "votes"),
    ("Against: Cllrs Flood and Grange (2)", "2", 2, "votes"),
    ("The amendment was LOST, 3 voting for it.", "3", 3, "votes"),
    ("The ratio of staff to pupils is 1:12 here.", "1:12", 1, "ratio"),
    ("Among them were 25 housing with care flats.", "25", 25, "care flats"),
    ("Spending was lower by (6.3)%.", "(6.3)%", -6.3, "percent"),
    ("The service expects a 40k overspend.", "40k", 40000, "GBP"),
    ("The rate was 12.8 per 100,000 in the county.", "12.8 per 100,000", 12.8, "per 100,000"),
    ("The guarantee was set at minus 0.25%.", "minus 0.25%", -0.25, "percent"),
]
NONE = [
    "The meeting of 6 February 2031 began at 10.30am.",
    "Under section 42 of the Care Act 2014 the council must act.",
    "See paragraph 2.3, Appendix 4 and page 47.",
    "Call 01999 800 8020 or write to 12 High Street, Fernham, AL1 2DH.",
    "Services for people aged 18 to 64 and for those over 65 years of age.",
    "The over-85s and 16- and 17-year-olds were asked.",
    "Reference ASC006 and 24/00108 were replaced.",
    "The strategy runs from 2024 to 2029.",
    "Covid-19 and the 2021 Census were discussed.",
    "No two care packages are the same.",
    "That Cabinet: 1. Approves the scheme; and 2. Delegates its signing.",
    "Amounts are in £000 and the plan will be reviewed in year 30.",
    "The Council objected to the end of the 42 service, and the 21 and 23 routes.",
    "It was agreed on Tuesday, 19 May.",
    "The Three Oaks trust and Platform 62 took part.",
    "1. Apologies",
    "See minute 45(b); minutes 12 to 15 refer.",
    "Paid by cheque 101234 at grid reference SJ 49112 12412.",
    "House numbers 12, 14 and 16, Flats 1-6 and Units 3 and 4 are let.",
    "Call 101 or 999.",
    "The 6 to 30-month provision starts in May 2031.",
    "Site at 22-40 TANNERS WHARF, Fernham.",
    "Staff of the 16-24 section of the Skills Service will move.",
    "The files can be downloaded (PDF) [457KB] at www.example.org/2031.",
]


def read(text: str, **kwargs: str) -> list[Figure]:
    return [fact for fact in figures.extract(paper(text, **kwargs), NLP) if isinstance(fact, Figure)]  # type: ignore[arg-type]  # kind is a literal


@pytest.mark.parametrize(("text", "raw", "value", "unit"), READ)
def test_figures_have_value_and_unit(text: str, raw: str, value: float, unit: str) -> None:
    """A figure keeps its printed words and has its value in base units, with what it counts."""
    found = read(text)[0]
    assert (found.raw, found.value, found.unit) == (raw, value, unit)


@pytest.mark.parametrize("text", NONE)
def test_other_numbers_are_no_figures(text: str) -> None:
    """Dates, times, references, ages, names, addresses and list numbers are left out."""
    assert [found.raw for found in read(text)] == []


def test_ranges_keep_both_ends() -> None:
    """A range is one figure with its upper end; "between" gives each end a row."""
    (short,) = read("A further 10-15 people live with friends.")
    assert (short.value, short.value_max) == (10, 15)
    low, high = read("Between 300 and 450 people would have benefitted.")
    assert (low.value, low.value_max, low.bound, high.value, high.bound) == (300, 450, "at_least", 450, "at_most")
    (money,) = read("It will cost £30-40m.")
    assert (money.value, money.value_max) == (30000000, 40000000)


def test_a_change_is_two_figures() -> None:
    """ "From X to Y" is no range, and each value has its own time."""
    before, after = read("The list had reduced from 412 people in January 2031 to 377 people in May 2031.")
    assert (before.value, before.period, after.value, after.period) == (412, "January 2031", 377, "May 2031")


@pytest.mark.parametrize(
    ("text", "direction", "bound", "approximate"),
    [
        ("There was an underspend of £0.4m.", "under", None, False),
        ("The forecast is an overspend of £0.4m.", "over", None, False),
        ("Demand increased by 30%.", "up", None, False),
        ("There was a reduction of 20 beds.", "down", None, False),
        ("More than £410m was invested.", None, "over", False),
        ("Up to 70% of care would be delivered.", None, "at_most", False),
        ("The market has at least 300 providers.", None, "at_least", False),
        ("Nearly 90% of care is bought.", None, "under", True),
        ("Approximately 9,000 charities are at work.", None, None, True),
        ("The plan will run over a 20 week period.", None, None, False),
        ("Savings will be made over five years.", None, None, False),
        ("Tenants waited for over five years.", None, "over", False),
    ],
)
def test_words_beside_a_figure_say_how(text: str, direction: str | None, bound: str | None, approximate: bool) -> None:
    """Direction, bounds and approximation come from the words next to a figure, not into its value."""
    (found,) = read(text)
    assert (found.direction, found.bound, found.approximate) == (direction, bound, approximate)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The forecast outturn is an overspend of £2m.", "forecast"),
        ("The forecast overspend on the schools budget of £2m was noted.", "forecast"),
        ("The budget of £9m was agreed.", "budget"),
        ("People buy help out of personal budgets and from 900 neighbours.", None),
        ("The outturn was £8.5m.", "actual"),
        ("The target is 85%.", "target"),
        ("The England average was 57.31%.", "comparator"),
        ("The regional rate was 10.3.", "comparator"),
        ("The liability benchmark shows that £35m of loans can be put off.", None),
        ("Nightly rents cost £61.40 on average.", None),
        ("The service cost £8.6m, which was £1.1m over budget.", None),
    ],
)
def test_standing_of_a_figure(text: str, status: str | None) -> None:
    """Budget, forecast, outturn, target and another body's average are told apart."""
    assert read(text)[0].status == status


def test_a_comparison_takes_the_measure_before() -> None:
    """ "The England average" belongs to the measure and the time of the sentence before."""
    own, england = read(
        "National data for 2030/31 showed 51.20% of clients were reviewed. This was similar to the England average (57.31%)."
    )
    assert england.status == "comparator"
    assert england.measure is not None
    assert "clients were reviewed" in england.measure
    assert (own.period, england.period, england.basis) == ("2030/31", "2030/31", "derived")


def test_periods_come_from_sentence_lead_or_heading() -> None:
    """A period is stated in the sentence, else derived from the heading; the meeting's own date is not the time of its figures."""
    (stated,) = read("Reserves at 1 April 2030 stood at £24.118m.")
    assert (stated.period, stated.period_start, stated.period_end, stated.basis) == ("1 April 2030", "2030-04-01", "2030-04-01", "stated")
    (derived,) = read("## Budget Monitoring 2030-31\nThe total is £24.118m.")
    assert (derived.period, derived.period_start, derived.basis) == ("2030-31", "2030-04-01", "derived")
    (without,) = read("## Minutes of the meeting of 6 February 2031\nThe total is £24.118m.")
    assert without.period is None


def test_each_figure_of_a_row_of_years_has_its_own() -> None:
    """The year that directly follows a figure is its own, though another stands nearer before it."""
    found = read("Savings of £1.5m in 2031/32, £2.5m in 2032/33 and £3m in 2033/34.")
    assert [one.period for one in found] == ["2031/32", "2032/33", "2033/34"]


def test_a_time_that_labels_or_dates_what_is_compared_is_only_that_figures() -> None:
    """ "34,500 (2030: 30,800)" and "12.5 days, down from 15.2 days last year": the year is not of the first."""
    assert [one.period for one in read("Visits were 6% higher than in the same quarter of 2030/31.")] == [None]
    low, high = read("Reserves will fall from 31 March 2031 to between £18m and £20m by March 2033.")
    assert low.period == high.period == "by March 2033"
    assert [one.period for one in read("The budget is £250m (£233m in 2030/31).")] == [None, "2030/31"]
    assert [one.period for one in read("Visits rose to 34,500 (2030: 30,800).")] == [None, "2030"]
    assert [one.period for one in read("The wait was 12.5 days, down from 15.2 days last year.")] == [None, "last year"]
    assert [one.period for one in read("Absence fell to 4.3% from a peak of 12% in 2030.")] == [None, "2030"]
    assert [one.period for one in read("The number of homes let in 2030: 448")] == ["2030"]


def test_a_change_by_and_to_is_two_figures() -> None:
    """ "rises by 50p to £1.35" is no range; "by 10 to 11 per cent" is one."""
    assert [(one.value, one.value_max) for one in read("The fee rises by 50p to £1.35.")] == [(0.5, None), (1.35, None)]
    assert [(one.value, one.value_max) for one in read("It grew by almost €6.5m to €86m.")] == [(6500000, None), (86000000, None)]
    assert [(one.value, one.value_max) for one in read("Costs rise by about 10 to 11 per cent.")] == [(10, 11)]


def test_a_target_beside_a_figure_is_not_its_standing() -> None:
    """ "85% (target 90%)": the second is the target, the first is not; both measure the same."""
    assert [one.status for one in read("The service met its target in 71% of cases.")] == [None]
    own, target, average = read("Calls answered were 85% against a target of 90%, below the national average of 92%.")
    assert [one.status for one in (own, target, average)] == [None, "target", "comparator"]
    of_others = ["target, Calls answered", "national average, Calls answered"]
    assert [one.measure for one in (own, target, average)] == ["Calls answered", *of_others]


def test_votes_are_cast_on_the_day_of_the_meeting() -> None:
    """Votes have the date of the minutes as their period."""
    first, second = read("With 8 votes for and 4 abstentions, the Committee agreed.")
    assert (first.unit, first.period_start, second.unit) == ("votes", "2031-02-06", "votes")


def test_bare_values_take_label_and_unit_from_their_lead_in() -> None:
    """A list item that is only a number is read with the line that introduces it."""
    (found,) = [one for one in read("Number of people using home care:\n- 452") if one.raw == "452"]
    assert found.unit == "people"
    assert found.measure is not None
    assert "home care" in found.measure


def test_the_scale_of_a_chart_is_no_figure() -> None:
    """Numbers on lines of their own that nothing introduces are left out."""
    assert read("Homes by year\n100%\n80%\n60%") == []


def test_an_amount_alone_on_its_line_is_said_by_the_line_above() -> None:
    """Minutes print a list of amounts with each under its words; a column of amounts alone stays out."""
    found = read("Waiver of charges\n€64,000\nRepairs of homes\n€512,345\nThe list ends here.")
    assert [(one.value, one.measure) for one in found] == [(64000, "Waiver of charges"), (512345, "Repairs of homes")]
    assert read("Cost by year\n£20m\n£40m\n£60m") == []


@pytest.mark.parametrize(("confidence", "raws"), [(0.95, ["£200", "37"]), (0.6, ["£200"])])
def test_of_a_page_that_is_hard_to_read_only_figures_with_their_unit_are_taken(confidence: float, raws: list[str]) -> None:
    """What an engine makes of handwriting is no figure."""
    made = paper("Differences below £200 are left out. The score is 37 here.")
    page = replace(made.document.pages[0], recognised=True, confidence=confidence)
    structure = replace(made, document=replace(made.document, pages=(page,)))
    assert [one.raw for one in figures.extract(structure, NLP) if isinstance(one, Figure)] == raws


def test_millions_without_a_sign_follow_their_lead_in() -> None:
    """ "18 million" in a list under an amount of money is money."""
    found = read("Spending on learning disability is £131m, including:\n- a) 18 million on day services")
    assert [(one.value, one.unit) for one in found if one.raw == "18 million"] == [(18000000, "GBP")]


def test_a_movement_of_another_figure_is_not_this_ones() -> None:
    """ "Nine homes closed with a loss of 94 beds": the homes are not down; "£456m, up by £3m" is."""
    assert [one.direction for one in read("Nine homes have closed with a loss of 94 beds.")] == [None, "down"]
    assert [one.direction for one in read("Cash was £456m, up by £3m.")] == ["up", "up"]


def test_numbers_of_the_same_things_keep_their_unit() -> None:
    """ "Of which nine" are counted too, and a target is in the unit of what it is held against."""
    assert [(one.value, one.unit) for one in read("Twelve appeals were decided, of which nine were dismissed.")] == [
        (12, "appeals"),
        (9, "appeals"),
    ]
    assert [one.unit for one in read("Deciding 1,344 claims took 19.3 days on average, against a target of 20.")] == [
        "claims",
        "days",
        "days",
    ]


def test_a_paragraphs_number_is_not_the_figure_that_opens_it() -> None:
    """ "5. 50% of indicators": the number 5 is the paragraph's, 50 is the figure."""
    (found,) = text.read("50% of indicators met their target.", text.Around(number="5"))
    assert found.found.value == 50


def test_the_quote_is_the_sentence() -> None:
    """The evidence covers the sentence that states the figure, and no other."""
    text = "The lease ended. It cost £2m to repair. Members thanked the officers."
    made = paper(text)
    (found,) = figures.extract(made, NLP)
    assert made.document.quote(found.evidence.spans) == "It cost £2m to repair."


# text: measure of each figure
MEASURES = [
    ("The council received a donation of £90,000 from the Fernham Trust.", ["council received a donation from the Fernham Trust"]),
    ("The deficit has shrunk by £0.8m since we last met.", ["deficit has shrunk since we last met"]),
    ("The Chairman confirmed that 12 allotments are vacant.", ["allotments are vacant"]),
    ("It was noted that 14 volunteers had helped.", ["volunteers had helped"]),
    ("We support more than 500 passengers a week.", ["support passengers a week (more than)"]),
    (
        "Overspends are reported in Children and Families (+£4.4m), the Chief Executive's Department (+£0.7m) and Roads (+£2.6m).",
        ["Overspends are reported in Children and Families", "Chief Executive's Department, Overspends are reported",
         "Roads, Overspends are reported"],
    ),
    ("The team has 34 planners, 39 drivers and 8 clerks.", ["team has planners", "drivers, team", "clerks, team"]),
    ("38% of carers had a break of more than 24 hours.", ["carers had a break of more than 24 hours", "carers had a break (more than)"]),
    ("At 30 June, 50% (£3.8m) of planned savings had been made.", ["planned savings had been made", "planned savings had been made"]),
    ("It would cost the council £3m.", ["cost the council"]),
    ("Recycling rose to 54.2%, an increase of 2.3 percentage points.", ["Recycling rose", "Recycling rose, an increase"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "measures"), MEASURES)
def test_the_measure_reads_without_its_number(text: str, measures: list[str]) -> None:
    """What only leads to the number goes, and who said it; an item of a list keeps its head; how exact it is stands in brackets."""
    assert [one.measure for one in read(text)] == measures


def test_a_lead_in_that_only_introduces_is_no_measure() -> None:
    """ "Mr Marsh provided an update on the following" says who spoke; a heading that stands over anything says nothing."""
    (entries,) = read("## Cabinet Member Updates\nMr Marsh provided an update on the following:\n- 114 entries")
    assert entries.measure == "entries"


def test_a_rate_in_brackets_does_not_count_the_number_before_it() -> None:
    """ "an increase from 296 (66 per 10,000 children)" counts children, and "a reduction from seven" counts them too."""
    found = read("At 1 May 2031, 318 children were in care (a rate of 71 per 10,000 children). This is an increase from 296 in 2030.")
    assert [one.unit for one in found] == ["people", "per 10,000 children", "people"]
    assert [one.value for one in read("Two children lived there in May 2031. This is a reduction from seven in May 2030.")] == [2, 7]


def test_the_year_of_a_comparison_is_not_the_time_of_the_figure() -> None:
    """ "points on last year" compares."""
    (points,) = read("That is an increase of 2.3 percentage points on last year.")
    assert points.period is None
