"""A body's value beside the national one."""

from __future__ import annotations

import pytest

from pipeline.extract import indicators
from pipeline.extract.nlp import Nlp
from pipeline.model.facts import Indicator
from tests.meeting import paper

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
