"""Figures of table cells: value, unit, time and standing by the labels of their row and column."""

from __future__ import annotations

import pytest

from pipeline.extract import figures
from pipeline.extract.nlp import Nlp
from pipeline.model.facts import Figure
from pipeline.model.structure import Table
from tests.tables import structure, table

NLP = Nlp(use_trained=False)
BUDGET = """Area | Budget 2030/31 £m | Forecast outturn £m | Variance £m | Variance %
Older people | 118.450 | 118.205 | (0.245) | -0.21%
Total net expenditure | 231.874 | 233.902 | 2.028 | 0.87%"""


def read(made: Table, **kwargs: str) -> list[Figure]:
    return [fact for fact in figures.extract(structure(made, **kwargs), NLP) if isinstance(fact, Figure)]


def test_cells_get_unit_status_and_period_of_their_column() -> None:
    """A cell is read in base units, with the standing and the time that its column prints."""
    found = read(table(BUDGET))
    assert [(one.raw, one.value, one.unit, one.status) for one in found[:5]] == [
        ("118.450", 118450000, "GBP", "budget"),
        ("118.205", 118205000, "GBP", "forecast"),
        ("(0.245)", -245000, "GBP", None),
        ("-0.21%", -0.21, "percent", None),
        ("231.874", 231874000, "GBP", "budget"),
    ]
    assert (found[0].period, found[0].period_start, found[0].basis) == ("2030/31", "2030-04-01", "derived")
    assert (found[0].row, found[0].column, found[0].source, found[0].table) == ("Older people", "Budget 2030/31 £m", "table", 0)
    assert found[0].measure is not None
    assert "Older people" in found[0].measure


@pytest.mark.parametrize(
    ("column", "heading", "scale"),
    [
        ("Budget £000", "Finance", 1e3),
        ("Budget £'000s", "Finance", 1e3),
        ("Budget £m", "Finance", 1e6),
        ("Budget", "All figures in £m", 1e6),
        ("Budget", "Reserves (£k)", 1e3),
    ],
)
def test_scales_come_from_column_or_heading(column: str, heading: str, scale: float) -> None:
    """The scale of money is printed in the column or above the table."""
    (found,) = read(table(f"Area | {column}\nLibraries | 12.5"), heading=heading)
    assert (found.value, found.unit) == (12.5 * scale, "GBP")


def test_columns_whose_labels_were_not_read_are_in_the_money_of_the_others() -> None:
    """Where all columns that have a label are in £000, those without are too."""
    found = read(table("Area | Core £000 | Total £000 |  |  | \nGrowth | 1.5 | 2.0 | 3.0 | 4.0 | 5.0"))
    assert {one.unit for one in found} == {"GBP"}
    assert found[-1].value == 5000


@pytest.mark.parametrize(("heading", "unit"), [("Bank reconciliation", "GBP"), ("Rainfall", "number")])
def test_pence_under_a_heading_of_accounts_are_pounds(heading: str, unit: str) -> None:
    """Parish papers list payments without a sign."""
    found = read(table("Name | \nCurrent | 7041.16\nDeposit | 20915.05\nTotal | 27956.21"), heading=heading)
    assert [one.unit for one in found] == [unit] * 3


def test_one_column_may_give_the_unit_of_all_money() -> None:
    """A unit printed over one column of money holds for its neighbours, and not for counts."""
    found = read(table("Area | Working budget | £m Forecast | Variance | Number of staff\nLibraries | 1.0 | 1.5 | 0.5 | 40"))
    assert [(one.value, one.unit) for one in found] == [(1e6, "GBP"), (1.5e6, "GBP"), (5e5, "GBP"), (40, "staff")]


def test_counts_take_their_noun_from_the_labels() -> None:
    """ "Number of people" over a column counts people."""
    found = read(table("Group | Number of people\nOlder people | 2874\nDirect payments | 1466", caption="21/22, period 11"))
    assert [(one.value, one.unit, one.period) for one in found] == [
        (2874, "people", "21/22, period 11"),
        (1466, "people", "21/22, period 11"),
    ]


def test_references_dates_and_row_numbers_are_no_figures() -> None:
    """Columns of references, years and numbers that count up hold no figures."""
    assert (
        read(table("Principle | No. | Year | Text | Order\nA | 4 | 2030 | kind | 1\nB | 7 | 2031 | fair | 2\nC | 9 | 2029 | hear | 3"))
        == []
    )


def test_years_down_the_side_are_the_period() -> None:
    """A row called "Apr-30" gives its cells their time."""
    (found,) = read(table("Month | Good\nApr-30 | 73.8%"))
    assert (found.value, found.unit, found.period_start, found.period_end) == (73.8, "percent", "2030-04-01", "2030-04-30")


def test_years_without_their_century_are_the_period() -> None:
    """ "29-30" beside "2030-31" is a financial year; ages that do not overlap are none."""
    (first, _) = read(table("Measure | 29-30 Actuals | 2030-31 Budget\nDebt | £7m | £8m"))
    assert (first.period, first.period_start, first.period_end) == ("29-30", "2029-04-01", "2030-03-31")
    assert [one.period_start for one in read(table("Measure | 16-17 | 18-19\nLeavers | £7m | £8m"))] == [None, None]


def test_what_is_still_to_be_achieved_is_no_actual() -> None:
    """A column's "to be achieved" names what has not happened."""
    (first, second) = read(table("Saving | Achieved £000 | To be achieved £000\nFees | 40.0 | 60.0"))
    assert (first.status, second.status) == ("actual", None)


def test_two_numbers_in_a_cell_are_two_figures() -> None:
    """A count with its percentage in brackets gives both."""
    found = read(table("Team | Posts filled\nNorth | 240.50 (80%)"))
    assert [(one.value, one.unit) for one in found] == [(240.5, "number"), (80, "percent")]


def test_sentences_in_cells_are_read_as_sentences() -> None:
    """A cell of words gives only figures whose unit is printed."""
    found = read(table("Service | Comment\nRoads | Delays of £1.2m on 3 of the schemes in 2030/31"))
    assert [(one.raw, one.value) for one in found][:1] == [("£1.2m", 1200000)]


def test_the_quote_is_the_row() -> None:
    """The evidence of a cell is its row."""
    made = structure(table(BUDGET))
    first = next(iter(figures.extract(made, NLP)))
    assert made.document.quote(first.evidence.spans) == "Older people\t118.450\t118.205\t(0.245)\t-0.21%"


def test_a_variance_has_no_standing_and_later_years_not_the_tables_time() -> None:
    """The row's "allocation" makes no budget of a variance; "to be achieved in future years" is not of the year in the caption."""
    lines = "Area | Budget | Variance | To be achieved in future years\nCosts pending allocation | 1.5 | (1.4) | 0.3"
    made = table(lines, caption="Savings 2030/31 (£m)")
    budget, variance, later = read(made)
    assert [one.status for one in (budget, variance, later)] == ["budget", None, "budget"]
    assert [one.period for one in (budget, variance, later)] == ["2030/31", "2030/31", None]


def test_labels_are_kept_whole() -> None:
    """The words of a row and a column are what is measured, brackets and all, without the unit."""
    (one, *_) = read(table("Area | Forecast saving (one-off) £m\nTo be agreed: parks (North) | 1.5"))
    assert one.measure == "To be agreed: parks (North), Forecast saving (one-off)"


def test_an_amount_in_a_label_is_no_unit() -> None:
    """ "Savings of £12m are not made" does not make a score one of pounds; a letter for a column keeps its place in the measure."""
    (found,) = read(table("Risk | Score\nSavings of £12m are not made | 16"))
    assert (found.value, found.unit) == (16, "score")
    assert [one.measure for one in read(table("Band | A | B\nBorough | £131.28 | £153.16"), heading="Charges")] == [
        "Borough, A, Charges",
        "Borough, B, Charges",
    ]


def test_points_are_told_by_their_letters() -> None:
    """ "Change (ppts)" holds percentage points."""
    assert [one.unit for one in read(table("Satisfied with | 2031 | Change (ppts)\nParks | 81% | +2"))] == ["percent", "percentage points"]
