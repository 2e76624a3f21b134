"""What a question names and is not held to."""

import pytest

from pipeline.lookup.understanding.ignoring import BLANK, without
from pipeline.lookup.understanding.question import understand
from pipeline.model.answers import Coverage, Filters

QUESTION = "what did the minutes of the Harbour Committee of Aldermere County Council say on carers in June 2034?"
HELD = Coverage(3, None, None, ("Aldermere County Council",), ("Harbour Committee",))
NAMES = {
    "council": {"aldermere", "county", "council"},
    "committee": {"harbour", "committee"},
    "kinds": {"minutes"},
    "dates": {"june 2034"},
}


def words(question):
    return {clue.printed.lower() for clue in question.clues}


@pytest.mark.parametrize("name", sorted(NAMES))
def test_what_is_ignored_is_neither_understood_nor_a_word(name):
    """It is blank in what was understood, its words count no longer, and all else stays."""
    asked = understand(QUESTION, HELD, {}, Filters())
    told, said = asked.understood(), without(asked, {name}).understood()
    assert told[name]
    assert said[name] in (None, [])
    assert {key: value for key, value in said.items() if key not in (name, "terms")} == {
        key: value for key, value in told.items() if key not in (name, "terms")
    }
    assert words(without(asked, {name})) == words(asked) - NAMES[name]


def test_all_that_is_named_can_be_ignored_at_once():
    """What is asked about stays."""
    assert words(without(understand(QUESTION, HELD, {}, Filters()), set(BLANK))) == {"carers"}
