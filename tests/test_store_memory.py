"""What a library remembers between look-ups: never what has changed since, and the same for several threads."""

from __future__ import annotations

import contextlib
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from pipeline.lookup.answering.answer import ask
from pipeline.model.answers import Filters
from pipeline.render.plain import answer
from pipeline.store import open_library
from pipeline.store.memory import MOST, Shelf

QUESTIONS = ("Who chaired the meeting?", "What was agreed?", "What did we commit on ferries?", "How much was the budget?")


@pytest.fixture
def own(shelf: Path, tmp_path: Path) -> Path:
    """A library that may be changed."""
    shutil.copytree(shelf, tmp_path / "library")
    return tmp_path / "library"


def test_a_change_by_another_run_is_seen_at_once(own: Path) -> None:
    """A page, a passage and the names of councils are read again where another connection has written."""
    with open_library(own) as reader, open_library(own, create=True) as writer:
        before = reader.passages([1])[0], reader.page(1, 0), reader.coverage(Filters()), reader.facts("sections", Filters())
        with writer.transaction():
            writer.db.execute("UPDATE documents SET title = 'Another title', council = 'Council of Wick'")
            writer.db.execute("UPDATE parts SET council = 'Council of Wick'")
            writer.db.execute("UPDATE pages SET label = 'lxi'")
            writer.db.execute("DELETE FROM sections")
        assert before[0].standing.document_title != reader.passages([1])[0].standing.document_title == "Another title"
        assert before[1].label != reader.page(1, 0).label == "lxi"
        assert reader.coverage(Filters()).councils == ("Council of Wick",) != before[2].councils
        assert before[3]
        assert not reader.facts("sections", Filters())


def test_nothing_is_remembered_of_what_was_taken_back(own: Path) -> None:
    """A transaction that fails leaves no trace in what its own connection remembers."""
    with open_library(own, create=True) as library:
        size = library.size()
        with contextlib.suppress(KeyError), library.transaction():
            library.db.execute("DELETE FROM passages")
            assert library.size() == 0
            raise KeyError
        assert library.size() == size


def test_several_threads_read_one_library(shelf: Path) -> None:
    """Each has the answers that one alone has, and all connections are closed with the library."""
    with open_library(shelf) as library:
        alone = [answer(ask(library, question, Filters())) | {"elapsed_ms": 0} for question in QUESTIONS]
        with ThreadPoolExecutor(4) as threads:
            found = list(threads.map(lambda at: answer(ask(library, QUESTIONS[at % 4], Filters())) | {"elapsed_ms": 0}, range(16)))
        assert found == [alone[at % 4] for at in range(16)]


def test_the_oldest_goes_where_there_are_too_many() -> None:
    """A shelf holds as many as it may."""
    shelf = Shelf(3)
    for number in range(5):
        shelf.keep(number, str(number))
    assert [shelf.get(number) for number in range(5)] == [None, None, "2", "3", "4"]
    assert all(MOST.values())
