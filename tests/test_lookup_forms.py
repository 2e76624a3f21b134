"""What a meeting, a report, an inspection or a reply says, told by its own form: decisions, votes, recommendations, sections."""

from __future__ import annotations

from pipeline.lookup.answering.answer import ask
from pipeline.lookup.finding.search import ranked
from pipeline.lookup.finding.views import weigh
from pipeline.lookup.told.headed import headed
from pipeline.lookup.told.meetings import decided
from pipeline.lookup.told.recommended import recommended
from pipeline.lookup.understanding.question import understand
from pipeline.model.answers import Filters
from tests.fake_library import FakeLibrary, Paper
from tests.test_lookup_told import MINUTES, asked, library

ASKED = Paper(
    "papers/2025-07-01 minutes.txt",
    (
        ("Question by Cllr Lunn", None, "I will ask at the next meeting when the Osier lamp will be mended."),
        ("Question by Cllr Lunn", None, "Reply: the part has been ordered. It will be fitted by the end of October."),
        ("Applications", "5.1", "5.1 The clerk was thanked.\n5.2 Application for the boathouse"),
        ("Applications", "5.2", "The council resolved not to object, as its lights will be dimmed."),
    ),
    date="2025-07-01",
)


def test_the_decisions_of_a_meeting_are_listed_where_nothing_else_is_asked() -> None:
    """A step on the way is none of them; where the question also says on what, they are no answer."""
    told = asked("What did the Harbour and Ferries Committee decide on 6 May 2025?")
    assert told.answer == "The Rowan slipway close in winter."
    assert asked("decisions of the last Harbour and Ferries Committee meeting").answer == told.answer
    made = library()
    text = "What did the Harbour and Ferries Committee decide about moorings on 6 May 2025?"
    about = understand(text, made.coverage(Filters()), {}, Filters())
    assert not decided(made, about, weigh(made, about))


def test_a_vote_on_what_was_lost_is_told_with_the_motion_that_it_was_on() -> None:
    """The line that counts the votes says only that the amendment was lost; the motion is cited where it is printed."""
    answer = asked("How did the committee vote on keeping the Rowan slipway open all year?")
    assert answer.answer.endswith("an amendment to keep the Rowan slipway open all year. Vote: for 1, against 2 (lost).")
    assert [c.quote for c in answer.statements[0].citations] == [MINUTES.lines[3][2], MINUTES.lines[2][2]]


def test_what_a_report_asks_for_is_its_recommendations() -> None:
    """Each is a statement, cited where it is printed; those of another report, or of inspectors, are not meant."""
    made = library()
    limbs = [made.add_fact("decisions", 0, MINUTES.lines[at][2], text="", outcome="noted") for at in (5, 4)]
    texts = ("close the slipway;", "let the kiosk")
    asks = [{"text": text, "citation": {"$fact": limb.id}} for text, limb in zip(texts, limbs, strict=True)]
    made.add_fact("reports", 0, MINUTES.lines[4][2], title="Winter use of the Rowan slipway", item="4", recommendations=asks)
    answer = ask(made, "What was the Harbour and Ferries Committee asked to do about the Rowan slipway?", Filters())
    assert answer.answer == "Close the slipway. Let the kiosk."
    assert [one.citations[0].quote for one in answer.statements] == [MINUTES.lines[5][2], MINUTES.lines[4][2]]
    for other in ("What was the committee asked to do about the Osier quay?", "What did inspectors recommend for the Rowan slipway?"):
        understood = understand(other, made.coverage(Filters()), {}, Filters())
        assert not recommended(made, understood, weigh(made, understood))


def test_what_inspectors_said_of_one_thing_is_its_grade_and_the_words_that_say_so() -> None:
    """The name of the body or of the inspector in a sentence does not make it the answer."""
    answer = asked("What did Ofsted say about care leavers in Aldermere?")
    grade, words = (statement.text for statement in answer.statements)
    assert grade == "Aldermere County Council, The experiences and progress of care leavers: Good"
    assert words.startswith("Services for care leavers are good, because")


def test_a_section_is_told_where_its_heading_is_what_is_asked_for() -> None:
    """Its items are all named; a question that says more than the heading and the paper's own body is not answered so."""
    wanted = "The visits to children at night and at weekends.\nThe plans that are made for each child."
    lines = (("What needs to improve", None, wanted), ("Homes", None, "Aldermere registers its homes."))
    made = FakeLibrary((Paper("papers/inspection.txt", lines, kind="inspection", committee=None),))
    assert ask(made, "What does Aldermere need to improve?", Filters()).answer == wanted.replace("\n", " ")
    other = understand("What does Aldermere need to improve on the ferry?", made.coverage(Filters()), {}, Filters())
    assert not headed(made, other, weigh(made, other), ranked(made, other, weigh(made, other)))


def test_a_question_put_at_a_meeting_is_answered_by_its_reply() -> None:
    """The words of the question are nearest to what is asked, and answer nothing."""
    made = FakeLibrary((ASKED,))
    reply = "the part has been ordered. It will be fitted by the end of October."
    made.add_fact("questions", 0, ASKED.lines[0][2], question=ASKED.lines[0][2], answer=reply)
    answer = ask(made, "When will the Osier lamp be mended?", Filters())
    assert "fitted by the end of October" in answer.answer
    assert "I will ask" not in answer.answer


def test_a_heading_at_the_end_of_a_passage_is_told_with_what_stands_under_it() -> None:
    """The words before it belong to another matter."""
    answer = ask(FakeLibrary((ASKED,)), "boathouse application decision", Filters())
    assert answer.answer.startswith("Application for the boathouse: The council resolved not to object")


def test_a_list_is_the_labels_of_the_rows_of_the_table_that_is_headed_so() -> None:
    """Totals are no item of it."""
    rows = ("Close the slipway\tNil", "Let the kiosk\t£2,000", "Total\t£2,000")
    readings = {at: f"Options for Rowan. {row.split(chr(9))[0]}: Cost {row.split(chr(9))[1]}" for at, row in enumerate(rows)}
    made = FakeLibrary((Paper("papers/a.txt", [("Options for Rowan", None, row) for row in rows], kind="report", readings=readings),))
    assert ask(made, "List the options for Rowan", Filters()).answer == "Close the slipway; Let the kiosk."
