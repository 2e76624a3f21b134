"""Which promises are on a topic: parts of a broad topic, headings, what leads up to a promise, meaning."""

from __future__ import annotations

import pytest

from pipeline.lookup.finding.search import asked
from pipeline.lookup.promises import promises
from pipeline.lookup.promises.led import lead_of
from pipeline.model.answers import Filters
from tests.fake_library import FakeLibrary, Paper

PLANS = "2. Plans for the year"
LINES = (
    (PLANS, None, "We will fill all vacancies for ferry masters by March 2026."),
    (PLANS, None, "We will publish a strategy for the workforce."),
    ("3. Workforce", None, "We will repaint the council chamber."),
    ("3. Workforce", None, "We will repaint 4 council chambers."),
    (PLANS, None, "A scheme of sheltered housing is planned for Thornwick. This will give 30 flats by 2027."),
    (PLANS, None, "We will begin a rehabilitation service in June 2026."),
    ("4. Enabling services", None, "We will renew the website."),
    ("5. Supporting people to live well", None, "We will mend 6 benches by June 2026."),
    ("6. Learning and physical disabilities", None, "We will open 2 workshops by May 2026."),
    ("7. Other matters", None, "We will bring 3 in-house teams together by July 2026."),
    ("7. Other matters", None, "We will buy 5 residential and nursing placements by August 2026."),
    ("7. Other matters", None, "We will hold a summer festival by June 2026."),
    ("7. Other matters", None, "We will run 12 events in the park by September 2026."),
)
NUMBERS = {0: {"deadline": "March 2026"}, 2: {"confidence": 0.35}, 3: {"quantity": "4 council chambers"}, 4: {"quantity": "30 flats"}}


def library() -> FakeLibrary:
    """One report of Aldermere County Council with a promise in each of its paragraphs."""
    made = FakeLibrary([Paper("papers/plans.txt", LINES, kind="report")])
    for at, (_, _, words) in enumerate(LINES):
        quote = words[words.index("This will") :] if "This will" in words else words
        number = NUMBERS.get(at, {})
        made.add_fact("commitments", 0, quote, subject="", text=quote, **{"confidence": 0.7, **number})
    return made


def promised(made: FakeLibrary, topic: str) -> list[str]:
    _, groups = promises(made, asked(made, f"what did we commit on {topic}?", Filters()))
    return [promise.fact.quote for group in groups for promise in group]


def test_a_promise_on_a_part_of_a_broad_topic_is_on_the_topic_and_not_the_other_way_round() -> None:
    """Vacancies are of the workforce; a strategy for the workforce is no promise on vacancies."""
    assert {LINES[0][2], LINES[1][2]} <= set(promised(library(), "the workforce"))
    assert promised(library(), "vacancies") == [LINES[0][2]]


def test_a_promise_that_points_back_is_on_what_the_sentence_before_names() -> None:
    """The subject of "This will give 30 flats" stands in the sentence before."""
    assert promised(library(), "sheltered housing") == ["This will give 30 flats by 2027."]


def test_an_answer_is_on_the_topic_of_its_question() -> None:
    """ "Works will be carried out by May" names no kerb; the question that it answers does."""
    said = ("When will the kerb at Ferry Lane be mended?", "Works will be carried out by May 2026.")
    made = FakeLibrary([Paper("papers/quays.txt", tuple((PLANS, None, one) for one in said), kind="minutes")])
    made.add_fact("questions", 0, said[0], question=said[0], answer=said[1])
    made.add_fact("commitments", 0, said[1], subject="Works", text=said[1], confidence=0.8)
    assert promised(made, "kerbs") == [said[1]]


def test_what_is_hardly_a_promise_is_left_out_where_it_only_stands_under_the_topic() -> None:
    """A surer one under the same heading is listed."""
    assert LINES[3][2] in promised(library(), "the workforce")
    assert LINES[2][2] not in promised(library(), "the workforce")


def test_a_heading_that_holds_the_words_far_apart_is_not_on_the_topic() -> None:
    """Supporting people to live is not supported living; learning and physical disabilities are learning disabilities."""
    assert promised(library(), "supported living") == []
    assert promised(library(), "learning disabilities") == [LINES[8][2]]


def test_a_word_that_only_looks_like_the_topic_is_not_on_it() -> None:
    """What is done in-house is no housing."""
    assert LINES[9][2] not in promised(library(), "housing")


def test_other_wordings_may_stand_apart_too() -> None:
    """Residential and nursing placements are residential care."""
    assert promised(library(), "residential care") == [LINES[10][2]]


def test_of_two_things_joined_by_and_either_is_the_topic() -> None:
    """One alone is enough; "learning" of "learning and physical disabilities" is no thing."""
    assert {LINES[11][2], LINES[12][2]} <= set(promised(library(), "festivals and events"))
    assert promised(library(), "learning and physical disabilities") == [LINES[8][2]]


def test_reablement_is_not_what_enables() -> None:
    """The stem of enablement is that of enable: it stands for reablement nowhere."""
    assert promised(library(), "reablement") == [LINES[5][2]]


def test_the_firmest_promises_of_one_paper_come_first() -> None:
    """With a date or a number before those without."""
    found = promised(library(), "the workforce")
    assert found.index(LINES[0][2]) < found.index(LINES[1][2])


@pytest.mark.parametrize(
    ("before", "quote", "lead"),
    [
        ("The pier is old. ", "It will be renewed in 2026.", "The pier is old."),
        ("We build piers. Since we began:\n", "- One pier will open in 2026", "We build piers. Since we began:"),
        ("The pier is old. ", "We will renew the quay in 2026.", ""),
        ("", "This will open in 2026.", ""),
        ("The pier is old. It leaks. ", "The works will be let in 2026.", "The pier is old. It leaks."),
        ("The pier is old. The works include a ramp. ", "This will open.", "The pier is old. The works include a ramp."),
        ("The pier is old. ", "The Mayor will open it in 2026.", ""),
        ("The pier is old. ", "The Clerk will reply on this basis.", "The pier is old."),
        ("The pier is old. ", "It was agreed that the clerk would write.", ""),
        ("The pier is old.\n5. Quays and Paths:\n", "The clerk to write.", "5. Quays and Paths:"),
    ],
)
def test_what_a_promise_needs_from_before_it(before: str, quote: str, lead: str) -> None:
    """The sentence before where the promise points back, what leads up to a list for its items, else nothing."""
    made = FakeLibrary([Paper("papers/piers.txt", ((PLANS, None, before + quote),))])
    assert lead_of(quote, made.rows[0]) == lead


def test_a_word_in_ing_is_asked_for_in_that_form() -> None:
    """Parking is not what happens in a park, enriching lives is no living; a car park is another wording of it."""
    lines = [
        ("1. News", None, "We will run 12 concerts in the parks by May 2026."),
        ("1. News", None, "We will mark 30 parking bays by May 2026."),
        ("1. News", None, "We will open three courses for independence and richer lives by May 2026."),
    ]
    made = FakeLibrary([Paper("papers/news.txt", lines, kind="report")])
    for _, _, words in lines:
        made.add_fact("commitments", 0, words, subject="", text=words, confidence=0.5)
    assert (promised(made, "parking"), promised(made, "independent living")) == ([lines[1][2]], [])


def test_whose_deed_it_is_does_not_put_it_on_a_topic() -> None:
    """The engineer for roads undertakes other things too."""
    owner = "The Engineer for Roads and Lighting"
    said = f"{owner} agreed to speak to the architect about the parklet."
    made = FakeLibrary([Paper("papers/minutes.txt", [("1. News", None, said)])])
    made.add_fact("commitments", 0, said, subject="", text=said, owner=owner, confidence=0.5)
    assert (promised(made, "roads"), promised(made, "the parklet")) == ([], [said])


def test_words_that_a_preposition_joins_may_stand_in_any_order() -> None:
    """ "Homes for wheelchair users" is no name; "home care" is one, and its words belong side by side."""
    said = "At least one home in four is built to the standard for people in a wheelchair, near the centre for day care."
    made = FakeLibrary([Paper("papers/report.txt", [("1. News", None, said)], kind="report")])
    made.add_fact("commitments", 0, said, subject="", text=said, confidence=0.8)
    assert (promised(made, "homes for wheelchair users"), promised(made, "home care")) == ([said], [])
