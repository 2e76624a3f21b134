"""Who was there, what was not carried and what the public asked: one form of question each."""

from __future__ import annotations

import pytest

from pipeline.lookup.answering.answer import ask
from pipeline.lookup.finding.search import asked as put
from pipeline.lookup.finding.views import weigh
from pipeline.lookup.told.unresolved import unresolved
from pipeline.model.answers import Filters
from tests.fake_library import FakeLibrary, Paper
from tests.test_lookup_known import COMMITTEE, asked
from tests.test_lookup_known import library as meetings

OF_2023, OF_2025 = f"({COMMITTEE}, 2 May 2023)", f"({COMMITTEE}, 6 May 2025)"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Did Cllr Varley attend?", [f"Cllr Edith Varley: apologies {OF_2025}", f"Cllr Edith Varley: present {OF_2023}"]),
        ("Was Edith Varley present on 2 May 2023?", [f"Cllr Edith Varley: present {OF_2023}"]),
        ("Has Councillor A Reddick attended?", [f"Cllr Amos Reddick: substitute for Cllr Edith Varley {OF_2025}"]),
        ("Did Basil Orme attend the meeting?", [f"Basil Orme: present, not as a member {OF_2025}"]),
    ],
)
def test_one_persons_attendance_is_told_meeting_by_meeting(question: str, told: list[str]) -> None:
    """The newest first, with the status that the minutes print."""
    assert [one.text for one in asked(question).statements] == told


@pytest.mark.parametrize("question", ["Did Cllr Hannah Varley attend?", "Did Cllr Quill attend?", "Did the clerk attend?"])
def test_nobody_elses_attendance_stands_in(question: str) -> None:
    """Another first name, a name in no minutes, a post: nothing is told from the lists."""
    assert not [one for one in asked(question).statements if one.kind == "attendance"]


def test_what_was_lost_is_listed_by_how_it_ended() -> None:
    """By the stored outcome, narrowed to amendments and to a matter where the question names them."""
    made = meetings()
    for question in ("Which motions were lost?", "List the defeated amendments", "Which amendments were lost on the slipway?"):
        (told,) = ask(made, question, Filters()).statements
        assert told.kind == "decision"
        assert "keep the Rowan slipway open all year was lost" in told.text
    for text in ("Which motions were lost on the kiosk?", "Which decisions were deferred?"):
        question = put(made, text, Filters())
        assert unresolved(made, question, weigh(made, question)) == []


QUESTION = "When will the Rowan ferry run on Sundays?"
REPLY = "The Chair replied that Sunday ferries would begin in May 2026."
TIME = Paper(
    "papers/2025-05-06 minutes.txt",
    (
        ("2. Public questions", "2.1", f"2.1 Mr Silas Tarn asked: {QUESTION}"),
        ("2. Public questions", "2.2", REPLY),
        ("3. Members' questions", "3.1", "3.1 Cllr Reddick asked what the new kiosk had cost."),
        ("9. Exclusion of the public", "9", "The public may be excluded from item 10 by a question of law."),
    ),
    date="2025-05-06",
    committee=COMMITTEE,
)


def question_time() -> FakeLibrary:
    made = FakeLibrary((TIME,))
    reply = "Sunday ferries would begin in May 2026."
    made.add_fact("questions", 0, QUESTION, asker="Mr Silas Tarn", answerer="The Chair", question=QUESTION, answer=reply, by="public")
    said = "what the new kiosk had cost"
    made.add_fact("questions", 0, said, asker="Cllr Reddick", answerer=None, question=said, answer=None, by="member")
    return made


def test_what_the_public_asked_is_told_with_its_reply() -> None:
    """Both cited; members' questions are asked for by name; a matter that nobody asked about leaves the passages."""
    for question in ("Who asked a public question?", "What did the public ask about ferries?", "Which questions were put by residents?"):
        (told,) = ask(question_time(), question, Filters()).statements
        assert told.text == f"Mr Silas Tarn: {QUESTION} The Chair replied: Sunday ferries would begin in May 2026."
        assert [one.quote for one in told.citations] == [TIME.lines[0][2], REPLY]
    (members,) = ask(question_time(), "What members' questions were there?", Filters()).statements
    assert members.text == "Cllr Reddick: what the new kiosk had cost"
    assert not [
        one for one in ask(question_time(), "Who asked a public question about moles?", Filters()).statements if one.kind == "question"
    ]
