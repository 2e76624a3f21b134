"""What is kept of a passage's words says what cutting them again would say."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from pipeline.lookup.answering.answer import ask
from pipeline.lookup.finding.cover import Bag
from pipeline.lookup.text.cut import VERSION, packed, said_by, unpacked
from pipeline.lookup.text.sentences import sentences
from pipeline.lookup.text.terms import DIGIT, TOKEN, stems, terms
from pipeline.model.answers import Filters
from pipeline.render.plain import answer
from pipeline.store import open_library

QUESTIONS = ("Who chaired the meeting?", "How many homes will be built?", "What did we commit on ferries?", "How much was the budget?")
SAMPLE = """Cllr. R Ferrow (for Cllr. Wick) asked about 1,250 homes. The Committee's reply, on 6 March 2024: "12.5% by 2026/27".
a) six ferries; b) the pier
Councillors were told that Aldermere's 2nd stage (RK2071) had been spent"""
KEPT = {"1": "dd7044b9cf938bea"}
"""Version to a hash of what is kept of the sample."""


@given(st.text("abAB .,;!?\n£12£'’-é", max_size=150), st.none() | st.text("ab .:;12\t", max_size=60))
def test_what_is_kept_is_what_was_cut(words: str, reading: str | None) -> None:
    """Sentences, their stems and the bag of the whole passage come back as they were."""
    text = reading or words
    cut, found = unpacked(text, packed(words, reading)), sentences(text)
    assert cut.sentences == found
    assert cut.bags == tuple(Bag.of(sentence.stems) for sentence in found)
    assert cut.body == Bag.of([*(stem for one in found for stem in one.stems), *(stems(words) if reading is not None else ())])


@given(st.text(max_size=200))
def test_words_alone_are_stemmed_as_among_numbers(text: str) -> None:
    """The short way for a text without digits gives what the long way gives."""
    assert stems(text) == [term.stem for term in terms(text)]
    assert DIGIT.search(text) or all(match["word"] for match in TOKEN.finditer(text))


def test_what_is_kept_has_not_changed_since_its_version() -> None:
    """Where this fails, raise VERSION in lookup/text/cut.py and add the new hash here: libraries then make their cuts again."""
    said = said_by({"measure": "homes built", "unit": "homes", "value": 40}, ("Housing", "2. Delivery"), "40 homes were built")
    assert hashlib.blake2b(f"{packed(SAMPLE, None)}\n{said}".encode(), digest_size=8).hexdigest() == KEPT[VERSION]


def test_a_library_without_cuts_answers_the_same_and_makes_them_with_the_next_ingest(shelf: Path, tmp_path: Path) -> None:
    """Cuts of another version are not read; opening for writing makes them again."""
    folder = tmp_path / "library"
    shutil.copytree(shelf, folder)
    with open_library(folder) as library:
        before = [answer(ask(library, question, Filters())) | {"elapsed_ms": 0} for question in QUESTIONS]
        kept = library.db.execute("SELECT * FROM cuts ORDER BY id").fetchall(), library.db.execute("SELECT * FROM fact_passages").fetchall()
        assert library.cut
    with open_library(folder, create=True) as library, library.transaction():
        library.db.execute("UPDATE cuts SET cut = 'wrong'")
        library.db.execute("UPDATE fact_passages SET said = 'wrong'")
        library.set_meta("cut", "another")
    with open_library(folder) as library:
        assert not library.cut
        assert before == [answer(ask(library, question, Filters())) | {"elapsed_ms": 0} for question in QUESTIONS]
    with open_library(folder, create=True) as library:
        again = (
            library.db.execute("SELECT * FROM cuts ORDER BY id").fetchall(),
            library.db.execute("SELECT * FROM fact_passages").fetchall(),
        )
        assert again == kept
        assert library.cut
