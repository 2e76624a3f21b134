"""What a question demands by name, and whether the best stretch fills it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from pipeline.lookup.answering.answer import ask
from pipeline.lookup.answering.confidence import signs
from pipeline.lookup.answering.slots import thing_asked
from pipeline.lookup.answering.void import lacks
from pipeline.lookup.finding.search import asked, ranked
from pipeline.lookup.finding.views import weigh
from pipeline.lookup.text.terms import stems
from pipeline.model.answers import Filters, Statement
from tests.fake_library import FakeLibrary, Paper

LIBRARY = FakeLibrary(
    (
        Paper("minutes", (("Ferries", "1", "RESOLVED: That the Rowan ferry be repaired. The Rowan ferry carried 18,204 passengers."),)),
        Paper("report", (("Recommendations", None, "The Committee is recommended to approve a new slipway at Tolley."),), "report"),
    )
)


def of(question: str) -> Mapping[str, float]:
    understood = asked(LIBRARY, question, Filters())
    some = weigh(LIBRARY, understood)
    return signs(understood, some, ranked(LIBRARY, understood, some))


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("How many fires were there in Tolley?", "fires"),
        ("What rent do tenants of Rowan House pay a week?", "rent"),
        ("What is the average age of tenants?", "age"),
        ("Which company won the contract?", "company"),
        ("Why was the ferry late?", None),
    ],
)
def test_the_thing_asked_for_is_the_noun_before_the_verb(question: str, thing: str | None) -> None:
    """None where the question names no noun: why, when, who."""
    assert thing_asked(question) == (stems(thing)[0] if thing else None)


@pytest.mark.parametrize(
    ("sign", "met", "unmet"),
    [
        ("named", "How many passengers did the Rowan ferry carry?", "How many passengers did the Tolley ferry carry?"),
        ("measured", "How many passengers did the Rowan ferry carry?", "How many lorries did the Rowan ferry carry?"),
        ("heard_of", "How many passengers did the Rowan ferry carry?", "How many zeppelins did the Rowan ferry carry?"),
        (
            "near_in_time",
            "How many passengers did the Rowan ferry carry in 2024?",
            "How many passengers did the Rowan ferry carry in 2017?",
        ),
        ("taken", "Did the committee agree that the Rowan ferry be repaired?", "Did the committee approve a new slipway at Tolley?"),
    ],
)
def test_a_demand_that_the_best_stretch_does_not_fill_lowers_its_sign(sign: str, met: str, unmet: str) -> None:
    """A name, a noun, a year or a decision of another passage does not count."""
    assert of(met)[sign] == 1
    assert of(unmet)[sign] < 1


def test_a_measure_need_not_be_named() -> None:
    """A paper that prints "12 per cent" or "18,204" does not say "percentage" or "number"."""
    assert of("What number of passengers did the Rowan ferry carry?")["measured"] == 1


@pytest.mark.parametrize(
    ("question", "said", "wanting"),
    [
        ("How many ferries were laid up in 2024?", "Many ferries were laid up in 2024.", True),
        ("How many ferries were laid up in 2024?", "Three ferries were laid up.", False),
        ("How many kilometres of quay are there?", "There are some 12km of quay.", False),
        ("How much did the lamp cost?", "Half of what was feared.", False),
        ("When will the kiosk open?", "The kiosk will open under a new tenant.", True),
        ("When will the kiosk open?", "The kiosk will open in spring.", False),
        ("At what time did the meeting close?", "The next meeting is on 4 May.", True),
        ("At what time did the meeting close?", "The meeting closed at 7.40pm.", False),
        ("Who seconded the budget?", "RESOLVED that the budget be agreed.", True),
        ("Who seconded the budget?", "It was moved by Cllr Pask.", False),
    ],
)
def test_what_holds_nothing_of_the_kind_that_is_asked_for_is_no_answer(question: str, said: str, *, wanting: bool) -> None:
    """Its words may be as near as they like."""
    understood = asked(LIBRARY, question, Filters())
    assert lacks(understood, [Statement(said, "passage", None, ())]) is wanting


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        ("How much was the Rowan ferry grant in 2034?", True),
        ("How much was the Rowan ferry grant in 2033?", True),
        ("How much was the Rowan ferry grant in 2030?", False),
        ("How much was the Rowan ferry grant in 2036/37?", False),
        ("What did the committee decide about the Rowan ferry grant on 2 May 2034?", True),
        ("What did the committee decide about the Rowan ferry grant on 9 May 2034?", False),
    ],
)
def test_what_is_told_of_another_time_is_no_answer(question: str, *, answered: bool) -> None:
    """A paper cannot know a year to come that it does not name, and its meeting decided nothing on another day."""
    minutes = (("Ferries", "1", "RESOLVED: That the Rowan ferry grant be £40,000."),)
    made = FakeLibrary((Paper("minutes", minutes, date="2034-05-02"),))
    assert ask(made, question, Filters(), threshold=0.0).answered is answered
