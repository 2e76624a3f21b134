"""Stretches of time as papers print them, made comparable."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language.periods import period, periods
from pipeline.language.points import financial_year, year_of

TODAY = "2018-07-02"
PERIODS = [
    ("in 2018/19 the budget", "2018/19", "2018-04-01", "2019-03-31"),
    ("for 2018-19", "2018-19", "2018-04-01", "2019-03-31"),
    ("2018/2019 accounts", "2018/2019", "2018-04-01", "2019-03-31"),
    ("FY19 results", "FY19", "2018-04-01", "2019-03-31"),
    ("19/20 outturn", "19/20", "2019-04-01", "2020-03-31"),
    ("across 2019-21", "2019-21", "2019-04-01", "2021-03-31"),
    ("between 2010 and 2030", "between 2010 and 2030", "2010-01-01", "2030-12-31"),
    ("Q3 2023/24", "Q3 2023/24", "2023-10-01", "2023-12-31"),
    ("third quarter of 2023-24", "third quarter of 2023-24", "2023-10-01", "2023-12-31"),
    ("22/23, period 12", "22/23, period 12", "2022-04-01", "2023-03-31"),
    ("at Period 2", "Period 2", None, None),
    ("at 31 March 2023", "31 March 2023", "2023-03-31", "2023-03-31"),
    ("at the end of May 2018", "the end of May 2018", "2018-05-31", "2018-05-31"),
    ("by the end of 2018/19", "by the end of 2018/19", None, "2019-03-31"),
    ("the 12 months to May 2025", "12 months to May 2025", "2024-06-01", "2025-05-31"),
    ("the year ended 31 March 2023", "year ended 31 March 2023", "2022-04-01", "2023-03-31"),
    ("from April to September 2017", "from April to September 2017", "2017-04-01", "2017-09-30"),
    ("1 April 2022 to 21 March 2023", "1 April 2022 to 21 March 2023", "2022-04-01", "2023-03-21"),
    ("in April 2022", "April 2022", "2022-04-01", "2022-04-30"),
    ("November 2024-25", "November 2024-25", "2024-11-01", "2024-11-30"),
    ("February 2024-25", "February 2024-25", "2025-02-01", "2025-02-28"),
    ("winter 2022/23", "winter 2022/23", "2022-12-01", "2023-02-28"),
    ("since 2011", "since 2011", "2011-01-01", None),
    ("by 2041", "by 2041", None, "2041-12-31"),
    ("this financial year", "this financial year", "2018-04-01", "2019-03-31"),
    ("at the time of reporting", "at the time of reporting", TODAY, TODAY),
    ("over the last seven years", "last seven years", None, None),
    ("Apr-17", "Apr-17", "2017-04-01", "2017-04-30"),
    ("01-Apr-18", "01-Apr-18", "2018-04-01", "2018-04-01"),
    ("the 2022/23 academic year", "2022/23 academic year", "2022-09-01", "2023-08-31"),
]


@pytest.mark.parametrize(("text", "printed", "first", "last"), PERIODS)
def test_periods_get_their_days(text: str, printed: str, first: str | None, last: str | None) -> None:
    """A stretch of time is found as printed, with its first and last day; None where it has no such end."""
    assert [found.text for found in periods(text, TODAY)] == [printed]
    found = period(text, TODAY)
    assert found is not None
    assert (found.first, found.last) == (first, last)


@pytest.mark.parametrize("text", ["£2018", "2,018 people", "Scrutiny 2019-05", "from 67 homes to 34", "20/21/22", "no time at all"])
def test_other_numbers_are_no_periods(text: str) -> None:
    """Amounts, counts and references are no time."""
    assert periods(text) == ()


@given(st.integers(1950, 2060))
def test_all_forms_of_a_financial_year_are_one(year: int) -> None:
    """Stroke, dash and four figures mean the same days."""
    short = (year + 1) % 100
    forms = [f"{year}/{short:02}", f"{year}-{short:02}", f"{year}/{year + 1}", f"{year}-{year + 1}"]
    found = [period(form) for form in forms]
    assert {(one.first, one.last) for one in found if one} == {financial_year(year)}
    assert None not in found


@given(st.dates())
def test_a_day_lies_in_its_financial_year(day: object) -> None:
    """The financial year of a date begins at most a year before it and ends on or after it."""
    iso = str(day)
    first, last = financial_year(year_of(iso))
    assert first.zfill(10) <= iso <= last.zfill(10)


@given(st.text(max_size=50))
def test_periods_do_not_overlap(text: str) -> None:
    """Periods come in order, and no character belongs to two."""
    end = 0
    for found in periods(text):
        assert end <= found.start < found.end <= len(text)
        end = found.end
