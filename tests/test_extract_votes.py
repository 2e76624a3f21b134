"""Votes in figures and words, between candidates, and recorded by name."""

from __future__ import annotations

import pytest

from pipeline.extract.decisions.votes import unanimous, votes
from pipeline.extract.decisions.votes_recorded import recorded


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("With 9 votes for and 3 against, the Committee RESOLVED", (9, 3, None)),
        ("With 8 for and 4 abstentions, the Committee:", (8, None, 4)),
        ("RESOLVED by 12 votes to 3 (2 abstentions)", (12, 3, 2)),
        ("The motion was carried by nine votes to four with one abstention", (9, 4, 1)),
        ("there voted For: 12, Against: 3, Abstentions: 2", (12, 3, 2)),
        ("10 Members voted in favour and none against", (10, 0, None)),
        ("the MOTION received 30 votes and the AMENDMENT received 20 votes", (30, 20, None)),
    ],
)
def test_a_vote_is_counted(text: str, counted: tuple[int | None, ...]) -> None:
    """For, against and abstaining, as far as they are printed."""
    vote = votes(text)
    assert vote is not None
    assert (vote["for"], vote["against"], vote["abstain"]) == counted


@pytest.mark.parametrize(
    "text", ["RESOLVED that £843.96 for repairs be paid", "RESOLVED to buy 3 for the park", "The Committee AGREED the plan"]
)
def test_quantities_are_no_votes(text: str) -> None:
    """Money and things "for" something were not voted."""
    assert votes(text) is None


def test_votes_for_rivals_are_for_nobody_and_against_nobody() -> None:
    """Between candidates only the candidates have votes."""
    vote = votes("With 2 votes for Mrs Orr, 7 votes for Mr Penn and 3 abstentions, the Committee APPOINTED Mr Penn")
    assert vote is not None
    assert vote["candidates"] == [{"name": "Mrs Orr", "votes": 2}, {"name": "Mr Penn", "votes": 7}]
    assert vote["for"] is vote["against"] is vote["abstain"] is None


@pytest.mark.parametrize(
    "texts",
    [
        ["For (2)", "Mr Orr, Mrs Penn", "Against (1)", "Mr Hale", "Abstain (0)", "Motion carried."],
        ["the voting was as follows: For (2) Mr Orr, Mrs Penn", "Against (1) Mr Hale", "Abstain (0) Motion carried."],
        [
            "For",
            "Councillors Orr,",
            "Penn.",
            "(2)",
            "Against",
            "Councillor Hale",
            "(1)",
            "There were no abstentions.",
            "The proposal was carried.",
        ],
    ],
)
def test_a_recorded_vote_gives_names_and_numbers(texts: list[str]) -> None:
    """Headings and names in paragraphs of their own, or together, or broken over lines."""
    vote, used = recorded(texts)
    assert vote is not None
    assert (vote["for"], vote["against"], vote["abstain"]) == (2, 1, 0)
    assert [name.split()[-1] for name in vote["names"]["for"]] == ["Orr", "Penn"]
    assert [name.split()[-1] for name in vote["names"]["against"]] == ["Hale"]
    assert used < len(texts) or texts[-1].startswith("Abstain")


def test_names_for_an_amendment_are_against_its_motion() -> None:
    """Scottish minutes list those for the motion and those for the amendment."""
    vote, _ = recorded(["Votes for the Motion: Ms Orr, Dr Penn", "Votes for the Amendment: Mr Hale", "Abstentions: Mr Voss"])
    assert vote is not None
    assert (vote["for"], vote["against"], vote["abstain"]) == (2, 1, 1)


@pytest.mark.parametrize(
    ("text", "all_agreed"),
    [("RESOLVED unanimously", True), ("carried nem. con.", True), ("All in favour.", True), ("The Committee agreed", False)],
)
def test_unanimity_has_its_words(text: str, all_agreed: bool) -> None:
    """Unanimous, nem con, all in favour."""
    assert unanimous(text) is all_agreed


def test_a_vote_between_a_motion_and_two_amendments_is_one_between_rivals():
    """Three counts are kept, not the first pair."""
    found = votes("On a division there voted: Motion 10, Amendment 1 - 6, Amendment 2 - 4")
    assert found is not None
    assert [(rival["name"], rival["votes"]) for rival in found["candidates"]] == [("Motion", 10), ("Amendment 1", 6), ("Amendment 2", 4)]
    assert found["for"] is None
