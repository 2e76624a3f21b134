"""Asking: the answer as it is shown, what it is limited to, and every state in which there is none."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING, Any

import pytest

from pipeline.errors import NotThereError, UsageError
from pipeline.lookup.answering.answer import ask as answered
from pipeline.model.answers import FactRow, Filters, Statement
from pipeline.render.citing import answer_text
from pipeline.web.asked import LONGEST_VALUE, Asked
from pipeline.web.pages.asking import ask, fate
from pipeline.web.pages.examples import examples
from pipeline.web.pages.found import missing, set_off, why
from pipeline.web.pages.narrowing import chosen, heard
from pipeline.web.pages.searching import MOST, ROWS, search

if TYPE_CHECKING:
    from playwright.sync_api import Page

PROMISES = "What did we commit on supported living?"
BODY = "Adults and Communities Committee"


def asking(library: Any, question: str, **filters: str) -> str:
    """The page of a question, without mark-up and with single blanks."""
    made = ask(library, Asked("/ask", {}, (("q", question), *filters.items()))).body.decode()
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", made.split("<main")[1])).split())


def searching(library: Any, question: str, **fields: str) -> str:
    return search(library, Asked("/search", {}, (("q", question), *fields.items()))).body.decode()


@pytest.mark.enable_socket
def test_a_question_is_answered_and_its_citation_shows_the_marked_page(page: Page) -> None:
    """From the first page to the words on the page of the paper."""
    page.goto("/")
    page.get_by_label("Ask the papers").fill("what did we commit on supported living?")
    page.get_by_role("button", name="Ask").click()
    assert page.locator(".statements li").count() >= 3
    page.locator(".statements .cite a[href*='/show/']", has_text="p. ").first.click()
    assert page.locator(".sheet .mark").count() >= 1


@pytest.mark.enable_socket
def test_a_filter_is_set_and_taken_away_by_a_click(page: Page) -> None:
    """What the question names becomes a filter by one click, is told as one, and goes by another; the address holds it."""
    page.goto("/ask?q=what+was+decided+on+13+September+2024%3F")
    page.get_by_role("link", name="Only 13 September 2024").click()
    assert "since=2024-09-13" in page.url
    assert "until=2024-09-13" in page.url
    page.get_by_role("link", name="Take away from: 13 September 2024").click()
    assert "since" not in page.url


def test_each_statement_says_its_kind_and_leads_to_its_page(library: Any) -> None:
    """A promise is called one, and its citation offers the page, or the text of a paper without pages."""
    told = asking(library, PROMISES)
    assert re.search(r"\d+ statements, each with its place", told)
    assert "Commitment" in told
    assert "– show on the page" in told


class Shelf:
    """A library of one fact."""

    def __init__(self, row: FactRow) -> None:
        self.row = row

    def find(self, _id: str) -> FactRow:
        return self.row


def test_what_became_of_a_promise_is_told_on_its_statement(library: Any) -> None:
    """A promise of which the date moved says so, and since when it is made; one that stands says nothing."""
    row = library.facts("commitments", Filters())[0]
    said = Statement("a promise", "commitment", row.id, ())
    moved = replace(row, fields={**row.fields, "status": "moved", "first_seen": "2021-05-04"})
    told = fate(Shelf(moved), said)
    assert told
    assert told.told == "its date moved; first said 4 May 2021"
    assert told.address == f"/show/{row.id}?fact=1"
    assert fate(Shelf(replace(row, fields={**row.fields, "status": "open"})), said) is None


@pytest.mark.parametrize(
    ("date", "since", "until"),
    [
        ("2024-09-13", "2024-09-13", "2024-09-13"), ("2024-02", "2024-02-01", "2024-02-29"), ("2024", "2024-01-01", "2024-12-31"),
        ("fy2024", "2024-04-01", "2025-03-31"),
    ],
)  # fmt: skip
def test_a_date_of_the_question_can_be_made_a_filter(date: str, since: str, until: str) -> None:
    """A day, month, year or financial year limits to its first and last day."""
    understood = {"committee": None, "council": None, "kinds": [], "dates": [date], "spelling": []}
    (chip,) = heard(understood, Asked("/ask", {}, (("q", "homes"),)))
    assert chip.address == f"/ask?q=homes&since={since}&until={until}"


def test_what_the_question_names_is_offered_and_what_is_set_is_not(library: Any) -> None:
    """A body, a kind of paper and a date are read from the question; a filter takes their place."""
    question = f"minutes of the {BODY} of 16 June 2023"
    told = asking(library, question)
    ways = "( only this , leave it out )"
    assert f"{BODY} {ways} · minutes {ways} · 16 June 2023 {ways}" in told
    told = asking(library, question, committee=BODY, kind="minutes")
    assert f"Committee: {BODY} Take away Kind of paper: Minutes Take away Take all away" in told
    assert f"{BODY} {ways}" not in told


@pytest.mark.parametrize(
    ("said", "since", "until"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-06", "2024-06-01", "2024-06-31"),
        ("6/2/2023", "2023-02-06", "2023-02-06"),
        ("", None, None),
    ],
)
def test_dates_are_taken_as_people_write_them(said: str, since: str | None, until: str | None) -> None:
    """A year or a month is from its first day to its last; a British date is a day."""
    filters = Asked("/ask", {}, (("since", said), ("until", said))).filters()
    assert (filters.since, filters.until) == (since, until)


def test_what_is_no_date_is_told(library: Any) -> None:
    """The page says what was written and how to write it; a list refuses it in the same words."""
    assert "'last spring' is not a date" in asking(library, "homes", since="last spring")
    with pytest.raises(UsageError, match="is not a date"):
        Asked("/decisions", {}, (("until", "32/13/2024"),)).filters()


def test_dates_the_wrong_way_round_are_told(library: Any) -> None:
    """Nothing is searched, and the page says why."""
    assert "The first day is after the last" in asking(library, "homes", since="2025", until="2024")


def test_filters_that_leave_no_paper_are_told(library: Any) -> None:
    """The page does not say that the papers hold no answer: none was looked at, and the filters can be taken away."""
    told = asking(library, "homes", since="2031")
    assert "No paper passes these filters" in told
    assert "From: 2031 Take away" in told


def test_words_of_no_paper_are_named(library: Any) -> None:
    """A question that is not answered says which of its words stand nowhere."""
    told = asking(library, "What is the price of a season ticket for the monorail?")
    assert "In no paper:" in told
    assert "monorail" in told
    assert missing(library, {"terms": ["monorail", "homes", "12"]}) == ["monorail"]


def test_a_meeting_that_is_asked_for_is_offered_where_there_is_no_answer(library: Any) -> None:
    """Body and date of the question lead to the meeting's page."""
    told = asking(library, f"What did the {BODY} say about the monorail on 16 June 2023?")
    assert "These papers do not answer this" in told
    assert f"This meeting is in the library: {BODY}, 16 June 2023" in told


@pytest.mark.parametrize("question", ['"', 'day centre "', "AND OR NOT (", "*", "homes NEAR/2 (", "col:homes", "?", "'; --", "£ % &<b>"])
def test_any_question_gets_a_page(library: Any, question: str) -> None:
    """Signs that search engines take for syntax are words like any other, and nothing is taken for mark-up."""
    assert "<b>" not in ask(library, Asked("/ask", {}, (("q", question),))).body.decode().split('<ol class="passages">')[0]
    assert searching(library, question)


def test_a_question_that_is_too_long_is_told(library: Any) -> None:
    """With the limit and under a heading."""
    told = asking(library, "home " * LONGEST_VALUE)
    assert told.startswith('id="main"') or "Ask the papers" in told
    assert f"longer than {LONGEST_VALUE} characters" in told


def test_the_questions_words_are_set_off_in_a_passage(library: Any) -> None:
    """The words, in any of their forms, are bold; why it was found is said in words without numbers of places."""
    given = answered(library, "Which sites are for supported living?", Filters())
    assert any(re.search("<b>supported</b> <b>living</b>", str(set_off(hit, given.understood)), re.IGNORECASE) for hit in given.passages)
    assert all(not re.search(r"\d", why(one, given.understood)) for one in given.passages)


def test_an_answer_is_copied_with_its_places(library: Any) -> None:
    """Each statement is followed by where it stands."""
    given = answered(library, PROMISES, Filters())
    text = answer_text(given)
    assert text.startswith(PROMISES)
    assert all(f"{said.text} (" in text and said.citations[0].label in text for said in given.statements)


def test_passages_are_listed_by_the_page(library: Any) -> None:
    """All that were found, ten a page, numbered through; a page that is not there is told."""
    first, second = searching(library, "supported living homes"), searching(library, "supported living homes", page="2")
    assert 'li value="1"' in first
    assert f'li value="{ROWS + 1}"' in second
    assert "page=2" in first
    with pytest.raises(NotThereError):
        searching(library, "supported living homes", page=str(MOST))


def test_questions_to_begin_with_are_answered(library: Any) -> None:
    """Those that the empty page offers are made of this library, and it answers them."""
    offered = examples(library)
    assert offered
    assert all(answered(library, one, Filters()).answered for one in offered)
    assert offered[0] in asking(library, "")


def test_what_the_question_names_is_left_out_with_one_link(library: Any) -> None:
    """The link asks regardless of it; what is left out stands among the filters, with the link that brings it back."""
    understood = {"committee": "Harbour Committee", "council": None, "kinds": [], "dates": ["2034-03"], "spelling": []}
    first, second = heard(understood, Asked("/ask", {}, (("q", "homes"),)))
    assert (first.without, second.without) == ("/ask?q=homes&ignore=committee", "/ask?q=homes&ignore=dates")
    asked = Asked("/ask", {}, (("q", "homes"), ("ignore", "committee")))
    assert [one.without for one in heard({**understood, "committee": None}, asked)] == ["/ask?q=homes&ignore=committee%2Cdates"]
    assert [(one.name, one.value, one.address) for one in chosen(asked)] == [("Left out", "the committee", "/ask?q=homes")]
    assert "cannot be left out" in asking(library, "homes", ignore="colour")


def test_a_slip_is_told_and_taken_back_with_one_link(library: Any) -> None:
    """What was read in place of a word stands beneath the question, with the link that keeps the person's spelling."""
    told = asking(library, "what did we promise on suported living?")
    assert "suported read as supported ( keep my spelling )" in told
    assert "read as" not in asking(library, "what did we promise on suported living?", ignore="spelling")
