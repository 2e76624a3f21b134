"""Words that say by when, and the last day that they allow."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language.deadlines import deadlines, last_day, named_times

SAID = "2031-05-19"
CASES = [
    ("The homes will be let by 2034.", "by 2034", "2034-12-31"),
    ("It will open by the end of March 2034.", "by the end of March 2034", "2034-03-31"),
    ("The work runs in 2033-2036.", "in 2033-2036", "2036-12-31"),
    ("Over the next three years we will plant trees.", "Over the next three years", "2034-05-19"),
    ("A pilot will begin in early summer 2033.", "in early summer 2033", "2033-06-30"),
    ("Surveys will be done during 2033/34.", "during 2033/34", "2034-03-31"),
    ("It will be delivered between 2033 and 2036.", "between 2033 and 2036", "2036-12-31"),
    ("Agreement is due by the end of Quarter 2 2033/34.", "by the end of Quarter 2 2033/34", "2033-09-30"),
    ("The survey is due by the end of May.", "by the end of May", "2031-05-31"),
    ("Results are due by 31 March.", "by 31 March", "2032-03-31"),
    ("It starts in the 2033/34 academic year.", "in the 2033/34 academic year", "2034-08-31"),
    ("It will be ready by late 2033.", "by late 2033", "2033-12-31"),
    ("It will be done in the current financial year.", "in the current financial year", "2032-03-31"),
    ("Savings are due in the next financial year.", "in the next financial year", "2033-03-31"),
    ("The work ends by the end of the school year.", "by the end of the school year", "2031-08-31"),
    ("Letters go out by the end of this month.", "by the end of this month", "2031-05-31"),
    ("Works finish by the end of the next quarter.", "by the end of the next quarter", "2031-09-30"),
    ("A portal, due to 'go live' April 2032.", "April 2032", "2032-04-30"),
    ("A library is set to open spring 2033.", "spring 2033", "2033-05-31"),
    ("The pool opens this autumn.", "this autumn", "2031-11-30"),
    ("The pool opens next spring.", "next spring", None),
]
LOOSE = ["in due course", "at the next meeting", "this year", "every six months", "later this year", "over the coming months"]


@pytest.mark.parametrize(("text", "words", "iso"), CASES)
def test_a_stated_time_ends_on_its_last_day(text: str, words: str, iso: str) -> None:
    """The words are kept as printed, the date is the end of the time that they state."""
    found = deadlines(text, said=SAID)
    assert [(d.text, d.iso) for d in found] == [(words, iso)]


@pytest.mark.parametrize("words", LOOSE)
def test_a_loose_time_has_words_but_no_date(words: str) -> None:
    """A time that fixes no day is reported without one: a blank beats a guess."""
    found = deadlines(f"The Clerk will report {words}.", said=SAID)
    assert [(d.text, d.iso) for d in found] == [(words, None)]


@pytest.mark.parametrize(
    "text",
    [
        "the monthly report was noted",
        "a 2033 survey found",
        "it may be cold",
        "paragraph 2033 applies",
        "a review of 2033/34 figures",
        "the next financial year's budget",
    ],
)
def test_words_that_only_describe_set_no_deadline(text: str) -> None:
    """Adjectives of time, the verb "may" and years of data are no deadlines."""
    assert [d for d in deadlines(text, said=SAID) if d.last_day] == []
    assert not any(d.strength > 1 for d in deadlines(text, said=SAID))


def test_relative_times_need_the_day_they_were_said() -> None:
    """Without the date of the paper "the next two years" has no date."""
    assert deadlines("Over the next two years we will build.")[0].iso is None


def test_times_without_a_preposition_are_found_apart() -> None:
    """A bracketed year or "go live April 2033" is a time, a single year is not."""
    assert [d.iso for d in named_times("The portal is to go live April 2033 (2033/34); in 2031 it was planned.")] == [
        "2033-04-30",
        "2034-03-31",
    ]


@given(st.dates(date(2001, 1, 1), date(2098, 12, 31)))
def test_a_printed_day_comes_back(day: date) -> None:
    """A full date as printed is its own last day."""
    assert last_day(f"{day.day} {day:%B} {day.year}") == day.isoformat()


@given(st.text(max_size=200))
def test_any_text_gives_deadlines_inside_it(text: str) -> None:
    """Every deadline is a stretch of the text, in order and without overlap."""
    end = 0
    for deadline in deadlines(text, said=SAID):
        assert text[deadline.start : deadline.end] == deadline.text
        assert deadline.start >= end
        end = deadline.end
