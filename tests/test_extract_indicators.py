"""A body's value beside the national one."""

from __future__ import annotations

import pytest

from pipeline.extract import indicators
from pipeline.extract.nlp import Nlp
from pipeline.model.facts import Indicator
from tests.meeting import paper
from tests.tables import structure, table

NLP = Nlp(use_trained=False)


def found(text: str) -> list[Indicator]:
    return list(indicators.extract(paper(text, kind="inspection"), NLP))


def test_the_comparison_may_stand_in_the_next_sentence() -> None:
    """Value and measure come from the sentence before, source and period with them."""
    text = (
        "National data from the Carers Survey (CS) for 2029/30 showed 61.5% of carers had time to rest. This was somewhat "
        "better than the England average (58.20%)."
    )
    (fact,) = found(text)
    assert (fact.value, fact.national, fact.verdict) == ("61.5%", "58.20%", "somewhat better than")
    assert (fact.source, fact.period, fact.measure) == ("Carers Survey (CS)", "2029/30", "carers had time to rest")


def test_two_comparisons_of_one_paragraph_do_not_mix() -> None:
    """Each comparison takes the value that stands after the one before it."""
    text = (
        "In 2029/30, 20.9% of people received a direct payment. This was worse than the England average (25.5%). "
        "90.1% of people felt safe, which was similar to the England average (88.0%)."
    )
    assert [(f.value, f.national) for f in found(text)] == [("20.9%", "25.5%"), ("90.1%", "88.0%")]


@pytest.mark.parametrize(
    ("text", "value", "national"),
    [
        ("Recycling reached 48.2% compared to 43.1% nationally.", "48.2%", "43.1%"),
        ("Life expectancy is 83.7 years, compared to 83.2 in England.", "83.7", "83.2"),
        ("Free school meals: 31% (the national average is 27%).", "31%", "27%"),
        ("Some 21% of pupils speak another language, compared with 18% in the country as a whole.", "21%", "18%"),
        ("With 76.5% of homes rated good, Aldermere is last. The all England average is 80.9%.", "76.5%", "80.9%"),
    ],
)
def test_other_wordings_of_a_national_value(text: str, value: str, national: str) -> None:
    """Comparisons without a verdict are kept without one."""
    (fact,) = found(text)
    assert (fact.value, fact.national, fact.verdict) == (value, national, None)


@pytest.mark.parametrize(
    "text",
    ["Results were better than the England average.", "In 2029 we were similar to the England average (88.0%).", "Turnover was 24%."],
)
def test_a_value_without_its_partner_is_no_indicator(text: str) -> None:
    """Both values must be printed."""
    assert found(text) == []


def tabled(lines: str) -> list[tuple[str, str, str, str | None, str | None]]:
    made = structure(table(lines))
    return [(f.measure, f.value, f.national, f.period, f.verdict) for f in indicators.extract(made, NLP)]


def test_a_table_with_columns_of_its_own_and_of_the_nation() -> None:
    """The column of the nation's year is its partner; regions, neighbours and targets are not."""
    lines = """Measure | Aldermere 22/23 | Aldermere 2023/24 | East of England 2023/24 | Target | England 2023/24 | Compared with England
People at home after 91 days | 86.1% | 88.4% | 83.9% | 90% | 82.3% | better
Reviews in the year | 46.3% | 49.7% | 57.0% | 60% | n/a |
Children in need per 10,000 | 310 | 295 | 300 | | 333.2 | significantly lower"""
    assert tabled(lines) == [
        ("People at home after 91 days", "88.4%", "82.3%", "2023/24", "better"),
        ("Children in need per 10,000", "295", "333.2", "2023/24", "significantly lower"),
    ]


def test_a_header_that_says_what_is_measured_is_part_of_the_measure() -> None:
    """A spanning header over the places names the measure of every row."""
    lines = "Homes | Share rated good Aldermere | Share rated good England\nNursing | 67.8% | 78.1%"
    assert tabled(lines) == [("Nursing: Share rated good", "67.8%", "78.1%", None, None)]


def test_a_table_with_the_nation_in_a_row() -> None:
    """Rows of places: each column is a measure."""
    lines = "Area | Recycling 2029 | Turnover\nAldermere | 48.2% | 12.1%\nSouth East | 46.0% | 14.0%\nEngland | 43.1% | 15.3%"
    assert tabled(lines) == [("Recycling 2029", "48.2%", "43.1%", "2029", None), ("Turnover", "12.1%", "15.3%", None, None)]


@pytest.mark.parametrize(
    "lines",
    [
        "Measure | Aldermere Jan 2030 | England 2027/28\nCare leavers in work | 24.9% | 25.5%",
        "Measure | Target | England\nCare leavers in work | 24.9% | 25.5%",
        "Measure | Aldermere | England rank\nCare leavers in work | 24.9% | 25",
        "Road | Aldermere | National Highways\nA13 | 12 | 14",
        "Service | Actual | Budget\nRoads | 12 | 14",
    ],
)
def test_tables_that_compare_nothing_national(lines: str) -> None:
    """Other years, targets, ranks and other bodies are no national value beside the own one."""
    assert tabled(lines) == []
