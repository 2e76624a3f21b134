"""Slips of the keyboard in a question."""

import pytest

from pipeline.lookup.answering.answer import ask
from pipeline.lookup.understanding.spelling import mended, respelt
from pipeline.model.answers import Filters
from tests.fake_library import FakeLibrary, Paper

LIBRARY = FakeLibrary(
    [Paper("a.txt", [("Homes", "1", "The Committee agreed that supported living at Tannery Row opens in May, safeguarding first.")])]
)


@pytest.mark.parametrize(
    ("question", "read"),
    [
        ("what of suported living?", {"suported": "supported"}),
        ("what of suppoorted living?", {"suppoorted": "supported"}),
        ("what of suppotred living?", {"suppotred": "supported"}),
        ("what of suppprted living?", {"suppprted": "supported"}),
        ("when does tanery row open, and what of safegaurding?", {"tanery": "tannery", "safegaurding": "safeguarding"}),
        ("what of supported living?", {}),  # as the papers spell it
        ("what of Tanery Row?", {}),  # a name keeps its spelling
        ('what of "suported living"?', {}),  # so do quoted words
        ("what of the upported homes?", {}),  # the first letter is taken as meant
        ("what of safety?", {}),  # plain English that no paper holds
        ("what of the committees?", {}),
        ("what of the tonnery?", {}),  # a short word: no letter for one that lies far from it
        ("what of zzzzzz?", {}),
        ("", {}),
    ],
)
def test_a_slip_is_read_as_the_word_that_the_papers_hold(question: str, read: dict[str, str]) -> None:
    """One letter missing, doubled, swapped or struck for another; nothing else is read otherwise."""
    assert respelt(question, LIBRARY) == read
    assert mended(question, {}) == question


def test_what_was_read_is_told_and_can_be_ignored() -> None:
    """The answer keeps the question as it was put."""
    answer = ask(LIBRARY, "where is suported living?", Filters())
    assert (answer.question, answer.understood["spelling"]) == ("where is suported living?", ["suported as supported"])
    assert "supported" in answer.understood["terms"]
    plain = ask(LIBRARY, "where is suported living?", Filters(ignored=frozenset({"spelling"})))
    assert (plain.understood["spelling"], "suported" in plain.understood["terms"]) == ([], True)
