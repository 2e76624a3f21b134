"""Dates in the forms that papers print."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language.dates import dates, first_date, last_day


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("6 February 2023", "2023-02-06"),
        ("06 February 2023", "2023-02-06"),
        ("Monday, 14 May 2018", "2018-05-14"),
        ("on the 14th day of May 2018", "2018-05-14"),
        ("the 3rd of June, 2019 at 10am", "2019-06-03"),
        ("31 st March 2019", "2019-03-31"),
        ("9th  March, 2016", "2016-03-09"),
        ("MONDAY, 11TH APRIL, 2016, AT 9.00 A.M.", "2016-04-11"),
        ("11™ APRIL, 2016", "2016-04-11"),
        ("9” March, 2016", "2016-03-09"),
        ("15THNOVEMBER, 2019", "2019-11-15"),
        ("30th-Jan-2025", "2025-01-30"),
        ("February 6th, 2023", "2023-02-06"),
        ("Sept. 1, 2021", "2021-09-01"),
        ("06/02/2023", "2023-02-06"),
        ("6.2.2023", "2023-02-06"),
        ("16.12.24", "2024-12-16"),
        ("2023-02-06", "2023-02-06"),
        ("12 Ionawr 2022", "2022-01-12"),
        ("4 Meán Fómhair 2020", "2020-09-04"),
    ],
)
def test_a_whole_date_is_read_in_every_printed_form(text: str, iso: str) -> None:
    """Day, month and year become ISO."""
    assert first_date(text) == iso


@pytest.mark.parametrize(
    "text", ["14 May", "the May meeting", "2018/19", "2018-2022", "£3.5.2000 a year", "31 February 2020", "paragraph 3.10.2", "45/13/2020"]
)
def test_nothing_is_made_of_a_date_without_its_year_or_of_no_date(text: str) -> None:
    """A blank beats a guess."""
    assert first_date(text) is None


def test_a_month_with_its_year_is_kept_apart_from_a_day() -> None:
    """ "May 2018" names no day."""
    (found,) = dates("by the end of May 2018")
    assert (found.iso, found.whole) == ("2018-05", False)
    assert last_day(found.iso) == "2018-05-31"


def test_dates_come_in_order_with_their_places() -> None:
    """Each keeps the characters it was read from."""
    text = "from 1 April 2021 to 31/03/2022"
    assert [text[found.start : found.end] for found in dates(text)] == ["1 April 2021", "31/03/2022"]


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)))
def test_a_printed_date_is_read_back(day: date) -> None:
    """Writing a date out and reading it gives the same day."""
    assert first_date(f"Held on {day:%A}, {day.day} {day:%B} {day.year} at 2pm") == day.isoformat()
    assert first_date(f"{day.day:02}/{day.month:02}/{day.year}") == day.isoformat()
