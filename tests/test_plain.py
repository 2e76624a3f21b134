"""How much a word of a question tells of what it is about."""

from __future__ import annotations

from pipeline.lookup.text.plain import tells
from pipeline.lookup.text.terms import stems
from pipeline.lookup.understanding.words import clues


def told(question: str, council: str = "Aldermere County Council") -> dict[str, float]:
    own = frozenset(stems(council))
    return {clue.printed: tells(clue, own) for clue in clues(question, {})}


def test_a_plain_word_tells_less_than_a_rare_one() -> None:
    """What everybody uses for everything says little of what is asked; a word that is rare in English says all."""
    found = told("What turnover did the company begin with?")
    assert found["turnover"] > 0.8 > 0.4 > found["begin"]


def test_a_name_tells_all_and_the_councils_own_name_nothing() -> None:
    """A name is what is asked about, however plain its words; the council's papers need not say whose they are."""
    found = told("Was the Long Common site in Aldermere let in 2023/24?")
    assert found["Long"] == found["Common"] == 1.0
    assert found["Aldermere"] == 0.0
    assert not any(value for printed, value in found.items() if printed[0].isdigit())


def test_the_first_word_is_no_name() -> None:
    """A capital at the beginning of a question says nothing."""
    assert told("Level of reserves")["Level"] < 0.5
