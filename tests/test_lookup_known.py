"""Questions that stored facts answer outright, and what is told of table rows and shortened lists."""

from __future__ import annotations

import pytest

from pipeline.lookup.answering.answer import ask
from pipeline.lookup.answering.compose import closed
from pipeline.lookup.answering.statements import shortened
from pipeline.lookup.answering.unit_notes import noted
from pipeline.lookup.finding.views import weigh
from pipeline.lookup.told.known import known
from pipeline.lookup.understanding.question import understand
from pipeline.model.answers import Answer, Filters, Statement
from tests.fake_library import FakeLibrary, Paper

COMMITTEE = "Harbour and Ferries Committee"
ITEM = "Rowan slipway"
OLD = Paper(
    "papers/2023-05-02 minutes.txt",
    (
        ("Present", None, "Cllr Edith Varley (Chair)"),
        ("Present", None, "Cllr Jonah Pask (Vice-Chair)"),
        ("Officers", None, "Miriam Tolland, Head of Ferries"),
    ),
    date="2023-05-02",
    committee=COMMITTEE,
)
NEW = Paper(
    "papers/2025-05-06 minutes.txt",
    (
        ("Present", None, "Cllr Jonah Pask (Chair)"),
        ("Present", None, "Cllr Amos Reddick"),
        ("Officers", None, "Basil Orme, Acting Head of Ferries"),
        ("1. Apologies", "1.1", "1.1 Apologies were received from Cllr Edith Varley (Cllr Amos Reddick substituting)."),
        (ITEM, "4.1", "4.1 An amendment to keep the Rowan slipway open all year was lost."),
        (ITEM, "4.2", "4.2 For (3): Cllrs Pask, Reddick and Thorne. Against (2): Cllrs Lunn and Osgood."),
        (ITEM, "4.3", "a) the Rowan slipway be closed from 1 November 2025; and"),
        (ITEM, "4.3", "b) the kiosk be let."),
        ("5. Kiosk", "5.1", "5.1 It was RESOLVED that the Council be RECOMMENDED to sell the harbour office."),
    ),
    date="2025-05-06",
    committee=COMMITTEE,
)
NAMES = {"for": ["Cllr Pask", "Cllr Reddick", "Cllr Thorne"], "against": ["Cllr Lunn", "Cllr Osgood"]}
VOTES = {"for": 3, "against": 2, "abstain": None, "names": NAMES}


def library() -> FakeLibrary:
    made = FakeLibrary((OLD, NEW))
    for document, quote, name, role, status, replaced in (
        (0, "Cllr Edith Varley (Chair)", "Cllr Edith Varley", "Chair", "present", None),
        (0, "Cllr Jonah Pask (Vice-Chair)", "Cllr Jonah Pask", "Vice-Chair", "present", None),
        (0, "Miriam Tolland, Head of Ferries", "Miriam Tolland", "Head of Ferries", "also_present", None),
        (1, "Cllr Jonah Pask (Chair)", "Cllr Jonah Pask", "Chair", "present", None),
        (1, "Cllr Amos Reddick", "Cllr Amos Reddick", None, "substitute", "Cllr Edith Varley"),
        (1, "Basil Orme, Acting Head of Ferries", "Basil Orme", "Acting Head of Ferries", "also_present", None),
        (1, "Cllr Edith Varley", "Cllr Edith Varley", None, "apologies", None),
    ):
        made.add_fact("attendance", document, quote, name=name, role=role, status=status, **{"for": replaced})
    made.add_fact(
        "decisions", 1, NEW.lines[4][2], text="the Rowan slipway be kept open all year", item_title="Slipway", outcome="lost", votes=None
    )
    made.add_fact("decisions", 1, NEW.lines[6][2], text="the Rowan slipway be closed", item_title=ITEM, outcome="agreed", votes=VOTES)
    made.add_fact("decisions", 1, NEW.lines[7][2], text="the kiosk be let", item_title=ITEM, outcome="agreed", votes=VOTES)
    made.add_fact("decisions", 1, NEW.lines[8][2], text="sell the harbour office", item_title="Kiosk", outcome="agreed", votes=None)
    return made


def asked(question: str) -> Answer:
    return ask(library(), question, Filters())


def told(question: str) -> list[Statement]:
    made = library()
    understood = understand(question, made.coverage(Filters()), {}, Filters())
    return known(made, understood, weigh(made, understood))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Who is the chair of the Harbour and Ferries Committee?", "Cllr Jonah Pask, Chair of the"),
        ("who chairs the harbour and ferries committee now", "Cllr Jonah Pask, Chair of the"),
        ("Who chaired the Harbour and Ferries Committee in May 2023?", "Cllr Edith Varley, Chair of the"),
        ("who was vice-chair of the harbour and ferries committee in 2023", "Cllr Jonah Pask, Vice-Chair of the"),
        ("Who is the Head of Ferries?", "Basil Orme, Acting Head of Ferries"),
        ("Who sent apologies to the committee on 6 May 2025?", "Apologies: Cllr Edith Varley"),
    ],
)
def test_the_holder_of_a_post_is_that_of_the_newest_meeting_or_of_the_one_that_is_named(question: str, said: str) -> None:
    """The name is told, and the list in which it stands is cited."""
    answer = asked(question)
    assert answer.answer.startswith(said)
    assert answer.statements[0].kind == "attendance"
    assert said.split(",")[0].removeprefix("Apologies: ") in answer.statements[0].citations[0].quote


def test_a_substitute_is_proved_by_the_words_that_say_for_whom() -> None:
    """The list of those present names the substitute without saying so."""
    answer = asked("Who substituted for Cllr Varley?")
    assert answer.answer == "Substitutes: Cllr Amos Reddick for Cllr Edith Varley."
    assert [c.quote for c in answer.statements[0].citations] == [NEW.lines[3][2]]


def test_a_body_that_the_papers_do_not_minute_has_no_chair() -> None:
    """The chair of another body is not told."""
    assert told("Who chairs the Lighthouse Board?") == []


def test_the_resolution_is_told_with_its_limbs_and_its_vote_and_not_what_was_lost() -> None:
    """Vote and resolution are each cited where they are printed."""
    answer = asked("What was decided about the Rowan slipway?")
    assert answer.answer == "a) the Rowan slipway be closed from 1 November 2025; b) the kiosk be let. Vote: for 3, against 2."
    assert {c.quote for c in answer.statements[0].citations} >= {NEW.lines[5][2], NEW.lines[6][2]}


def test_those_who_voted_one_way_are_named() -> None:
    """With the resolution on which they voted."""
    answer = asked("who voted against closing the Rowan slipway")
    assert answer.answer.startswith("Against: Cllr Lunn, Cllr Osgood.")
    assert NEW.lines[5][2] in {c.quote for c in answer.statements[0].citations}


def test_what_a_committee_recommends_is_not_what_the_council_decided() -> None:
    """The council's own papers would have to say so."""
    assert told("What did the full council decide about the harbour office?") == []
    assert told("What did the committee decide about the harbour office?")


def test_a_shortened_text_does_not_end_in_a_number_without_its_unit() -> None:
    """ "of which 2 ..." would say two of what?"""
    assert shortened("rise by 4.99 per cent, of which 2 per cent is for ferries", 36) == "rise by 4.99 per cent, …"
    assert shortened("a grant of £ 2 million", 16) == "a grant …"


def test_an_item_left_out_takes_the_word_that_leads_to_it_along() -> None:
    """ "b) let the kiosk; and" ends in a full stop."""
    assert closed("let the kiosk; and") == "let the kiosk."


def test_a_row_is_told_with_the_unit_that_stands_above_its_table() -> None:
    """By column where columns differ; a unit that is printed is not said again."""
    made = FakeLibrary((Paper("papers/a.txt", (("Money", None, "Ferries\t8,650\t12"),)),))
    money = made.add_fact("figures", 0, "8,650", raw="8,650", value=8650000.0, unit="GBP", source="table", column="Budget")
    share = made.add_fact("figures", 0, "12", raw="12", value=12.0, unit="percent", source="table", column="Change")
    assert noted("Ferries: Budget 8,650", [money]) == "Ferries: Budget 8,650 (£000)"
    assert noted("Ferries: Budget £000 8,650", [money]) == "Ferries: Budget £000 8,650"
    assert noted("Ferries: Budget 8,650; Change 12", [money, share]) == "Ferries: Budget 8,650; Change 12 (Budget £000; Change %)"


def test_the_newest_is_told_first_where_no_time_is_named() -> None:
    """An older paper in the same words gives way; a question about the past is not turned."""
    counted = {2023: 71, 2025: 54, 2024: 66}
    words = {year: (("Waiting", None, f"There are {count} people waiting for a ferry pass."),) for year, count in counted.items()}
    papers = [Paper(f"papers/{year}.txt", lines, kind="report", date=f"{year}-05-02") for year, lines in words.items()]
    made = FakeLibrary(papers)
    assert "54" in ask(made, "How many people are waiting for a ferry pass now?", Filters()).answer[:60]
    assert "71" in ask(made, "How many people were waiting for a ferry pass in 2023?", Filters()).answer[:60]


def test_the_word_now_asks_for_the_newest_and_is_no_word_of_the_papers() -> None:
    """A paper that says "now" is no nearer to the question for it, and an older one gives way."""
    old = Paper(
        "papers/2023.txt", (("Passes", None, "In all 71 people are now waiting for a ferry pass."),), kind="report", date="2023-05-02"
    )
    new = Paper(
        "papers/2025.txt", (("Passes", None, "On 1 May 54 people were waiting for a ferry pass."),), kind="report", date="2025-05-02"
    )
    answer = ask(FakeLibrary((old, new)), "How many people are now waiting for a ferry pass?", Filters())
    assert "now" not in answer.understood["terms"]
    assert answer.answer.startswith("On 1 May 54 people")


def test_both_parts_of_a_question_are_answered_and_no_answer_begins_with_a_dangling_word() -> None:
    """The second figure stands two sentences before the first; "It was ..." is left out where what it points to is."""
    filler = "The slipway at Rowan is inspected by a diver in each month of the year from March to October, when the water is clear."
    words = f"Ferry passes cost £40 a year for a child of school age. {filler} Slipway permits cost £95 for a boat with an engine."
    made = FakeLibrary((Paper("papers/a.txt", (("Charges", None, words),), kind="report"),))
    both = ask(made, "How much does a slipway permit for a boat cost and how much does a ferry pass for a child cost?", Filters())
    assert "£40" in both.answer
    assert "£95" in both.answer


def test_a_heading_is_parted_from_its_text_by_a_colon_and_paragraphs_lose_their_numbers() -> None:
    """The citation's label holds the number; a number that counts something stays."""
    lines = (("Fares", "27", "27 Fares rose last spring for ferries to Rowan.\n28 The fare to Rowan is £4.20."),
             ("Boats", None, "Boats\nThe harbour master keeps 12 boats."))  # fmt: skip
    made = FakeLibrary((Paper("papers/a.txt", lines, kind="report"),))
    fares = ask(made, "What is the fare to Rowan?", Filters()).answer
    assert "The fare to Rowan is £4.20." in fares
    assert not {"27", "28"} & set(fares.split())
    assert ask(made, "How many boats does the harbour master keep?", Filters()).answer == "Boats: The harbour master keeps 12 boats."
