"""Stems, terms, words and understanding."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.lookup.text.align import stretch
from pipeline.lookup.text.sentences import sentences
from pipeline.lookup.text.stem import stem
from pipeline.lookup.text.terms import stems, terms
from pipeline.lookup.understanding.question import expected, topic_of, understand
from pipeline.lookup.understanding.words import any_of, clues, english, quoted, wordings
from pipeline.model.answers import Coverage, Filters

LIBRARY = Coverage(2, "2024-03-05", "2024-09-10", ("Aldermere County Council",), ("Adults Committee", "Roads and Ferries Panel"))


WORDS = st.text("abcdefghijklmnoprstuvwyz", min_size=4, max_size=14).filter(lambda word: "yy" not in word)


@given(st.lists(WORDS, min_size=1, max_size=20, unique=True))
def test_words_are_cut_where_the_word_index_cuts_them(some: list[str]) -> None:
    """The stemmer is SQLite's own, whatever the word (a doubled y apart, which English does not have)."""
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE f USING fts5(w, tokenize='porter unicode61 remove_diacritics 2')")
    db.execute("CREATE VIRTUAL TABLE v USING fts5vocab(f, 'row')")
    db.executemany("INSERT INTO f VALUES (?)", [(word,) for word in some])
    assert {stem(word) for word in some} == {term for (term,) in db.execute("SELECT term FROM v")}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("6th February 2023", ["2023-02-06"]),
        ("06/02/2023", ["2023-02-06"]),
        ("February 2023", ["2023-02"]),
        ("2022/23", ["fy2022"]),
        ("2022-2023", ["fy2022"]),
        ("22/23", ["fy2022"]),
        ("1999/2000", ["fy1999"]),
        ("2018-2022", ["2018", "2022"]),
        ("£2,047.50", ["2047.5"]),
        ("six homes", ["6", "home"]),
        ("2nd stage", ["2", "stage"]),
        ("risk RK2071", ["risk", "rk2071"]),
        ("the members' children", ["the", "member", "child"]),
        ("spent", ["spend"]),
    ],
)
def test_numbers_dates_and_years_become_comparable(text: str, wanted: list[str]) -> None:
    """The same thing printed in several ways is the same term."""
    assert stems(text) == wanted


@given(st.text(max_size=200))
def test_terms_stand_where_they_say(text: str) -> None:
    """Every term lies inside the text, in order."""
    found = terms(text)
    assert all(0 <= t.start < t.end <= len(text) for t in found)
    assert [t.start for t in found] == sorted(t.start for t in found)


@given(st.text("ab .!?\nCD£1", max_size=120))
def test_sentences_lose_no_word(text: str) -> None:
    """Whatever has a letter or digit is in exactly one sentence, which stands where it says."""
    found = sentences(text)
    assert all(text[s.start : s.end] == s.text for s in found)
    assert [c for s in found for c in s.text if c.isalnum()] == [c for c in text if c.isalnum()]


@given(st.lists(st.sampled_from(["home", "£1.2m", "care-", "**bold**", "2024/25", "(a)"]), min_size=1, max_size=12), st.data())
def test_repaired_words_are_found_in_the_stored_text(pieces: list[str], data: st.DataObject) -> None:
    """A stretch of words that lost its marks and line ends is found where its letters stand."""
    text, words = "\n".join(pieces), " ".join(piece.strip("*") for piece in pieces)
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    letters = [c for c in words[start:end] if c.isalnum()]
    place = stretch(words, text, start, end)
    assert (place is None) == (not letters)
    if place is not None:
        assert [c for c in text[slice(*place)] if c.isalnum()] == letters


def test_other_wordings_of_a_question_word_are_known() -> None:
    """The curated table and the library's own acronyms both ways."""
    acronyms = {"PAQS": ("Provider Assessment Scheme",)}
    found = {clue.stem: {w.printed for w in clue.others} for clue in clues("home care and the PAQS", acronyms)}
    assert "domiciliary care" in found["home"] & found["care"]
    assert "Provider Assessment Scheme" in found["paq"]


def test_a_wording_never_stands_for_itself() -> None:
    """No group of the table lists the same stems twice."""
    assert all(wording.stems != key for key, wordings in english().items() for wording in wordings)


@given(st.text(max_size=60))
def test_any_question_becomes_an_expression_that_the_word_index_takes(text: str) -> None:
    """No quotes, operators or brackets of the question reach the query syntax."""
    match = any_of(wordings(clues(text, {}), widened=True))
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE f USING fts5(w, tokenize='porter unicode61')")
    if match:
        db.execute("SELECT * FROM f WHERE f MATCH ?", [match]).fetchall()
    assert quoted('a "b"').count('"') == 2


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("what did we commit on supported living?", "supported living"),
        ("What has the council promised about flooding?", "flooding"),
        ("what did the cabinet pledge to do about potholes", "potholes"),
        ("which commitments were made on net zero", "net zero"),
        ("list all promises about home care", "home care"),
        ("commitments on housing", "housing"),
        ("How many homes is the council committed to deliver?", None),
        ("Who agreed to bring a report on waiting times?", None),
    ],
)
def test_a_question_for_every_promise_is_told_from_one_for_a_fact(text: str, topic: str | None) -> None:
    """Only the first kind has a topic."""
    assert topic_of(text) == topic


@pytest.mark.parametrize(
    ("text", "wants", "expects"),
    [
        ("How many homes were built?", "figure", {"number", "count"}),
        ("How much did the council spend on roads in 2023/24?", "figure", {"number", "money"}),
        ("day centre spend 2023/24", "figure", {"number", "money"}),
        ("Who chaired the meeting?", "who", {"person"}),
        ("When does the contract end?", "when", {"date"}),
        ("Why was the slipway closed?", "why", {"reason"}),
        ("By what vote was the budget agreed?", "vote", {"vote", "decision"}),
        ("What does PAQS stand for?", "definition", {"definition"}),
        ("people who use the ferry", "passage", set()),
    ],
)
def test_what_is_wanted_is_understood(text: str, wants: str, expects: set[str]) -> None:
    """From the wording of the question alone."""
    question = understand(text, LIBRARY, {}, Filters())
    assert question.wants == wants
    assert expects <= question.expects


@pytest.mark.parametrize("text", ["What does precept mean?", "What is meant by personal budget?", "How does the glossary explain a grant?"])
def test_what_a_word_of_money_means_is_no_question_for_a_sum(text: str) -> None:
    """Its explanation holds no number."""
    assert expected(text) == {"definition"}


def test_bodies_and_dates_of_the_question_are_understood() -> None:
    """A committee is named only where a meeting is spoken of."""
    question = understand("What did the Roads and Ferries meeting of 5 March 2024 agree in Aldermere?", LIBRARY, {}, Filters())
    assert (question.committee, question.council) == ("Roads and Ferries Panel", "Aldermere County Council")
    assert question.dates == ("2024-03-05",)
    assert understand("roads and ferries spend", LIBRARY, {}, Filters()).committee is None


def test_filters_stand_in_place_of_what_was_understood() -> None:
    """What a person states wins in what is shown."""
    question = understand("What did the Adults Committee agree?", LIBRARY, {}, Filters(committee="Roads"))
    assert question.understood()["committee"] == "Roads"


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("Summarise the discussion of the bus lanes", ["bus", "lanes"]),
        ("Please outline the main points on parking permits", ["parking", "permits"]),
        ("What did the group think about the ferry?", ["group", "ferry"]),
        ("the debate on the ferry", ["debate", "ferry"]),
    ],
)
def test_how_a_summary_is_asked_for_is_not_what_it_is_about(question: str, wanted: list[str]) -> None:
    """The words of the request are no clues; the same words elsewhere are."""
    assert [clue.printed for clue in clues(question, {})] == wanted


def test_words_that_only_share_a_stem_lend_one_another_nothing() -> None:
    """Public is not publication, personal is not a person; in a phrase of the table they count as ever."""
    assert not any(clue.others for clue in clues("public personal governance", {}))
    assert any(other.printed == "council" for clue in clues("the local authority", {}) for other in clue.others)
