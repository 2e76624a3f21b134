"""Many vectors: lists of codes find what comparing all finds, filters hold, and the file is brought up to date or made anew."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy
import pytest

from pipeline.model.answers import Filters
from pipeline.store import open_library
from pipeline.store.library import SqliteLibrary
from pipeline.store.nearest import OWNER, differences, is_lists, read_file

COUNT, DIMENSIONS, PART = 3000, 16, 100


def vectors(first: int, last: int) -> Any:
    """Unit vectors around 30 directions, the same for the same numbers."""
    middles = numpy.random.default_rng(1).standard_normal((30, DIMENSIONS))
    found = [middles[n % 30] + 0.5 * numpy.random.default_rng(n).standard_normal(DIMENSIONS) for n in range(first, last)]
    return numpy.array([one / numpy.linalg.norm(one) for one in found], dtype="float32")


def add(library: SqliteLibrary, first: int, last: int) -> None:
    """Passages first to last, each with one meaning; every hundred are a paper, every second paper holds minutes."""
    db = library.db
    for at in range(first, last, PART):
        db["documents"].insert({"id": at, "name": f"{at:04}.txt", "sha256": "", "title": ""})
        db["parts"].insert({"id": at, "document_id": at, "kind": "minutes" if at // PART % 2 else "report"})
    numbers = range(first, last)
    part = {n: n - (n - first) % PART for n in numbers}
    db["passages"].insert_all({"id": n, "key": str(n), "document_id": part[n], "part_id": part[n], "headings": "[]"} for n in numbers)
    db["meanings"].insert_all({"id": n, "passage_id": n, "hash": f"{n:024x}"[::-1], "text": ""} for n in numbers)
    library.save_vectors("test", [f"{n:024x}"[::-1] for n in numbers], vectors(first, last))


def opened(folder: Path, *, create: bool = False) -> SqliteLibrary:
    """A library that takes lists of codes for more than a thousand vectors."""
    library = open_library(folder, create=create)
    library.exact_up_to = 1000
    return library


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A library of 3,000 vectors and its file."""
    with opened(tmp_path / "lib", create=True) as library:
        library.set_meta("model", "test")
        add(library, PART, PART + COUNT)
        library.index(write=True)
    return tmp_path / "lib"


def best(vector: Any, last: int = PART + COUNT, step: int = 1) -> list[int]:
    """The ten nearest of all, by comparing them."""
    scores = vectors(PART, last) @ vector
    numbers = [n for n in numpy.argsort(-scores) + PART if step == 1 or n // PART % step]
    return [int(n) for n in numbers[:10]]


def test_lists_find_what_comparing_all_finds(many: Path) -> None:
    """Recall of the ten nearest is 0.98 and more, and scores are cosines."""
    asked = vectors(10_000, 10_050)
    with opened(many) as library:
        found = [library.meaning(list(vector), Filters(), 10) for vector in asked]
        assert is_lists(library.index().index)  # type: ignore[union-attr]
    hit = sum(len({id_ for id_, _ in some} & set(best(vector))) for some, vector in zip(found, asked, strict=True))
    assert hit >= 0.98 * 10 * len(asked)
    assert found[0][0][1] == pytest.approx(float((vectors(PART, PART + COUNT) @ asked[0]).max()), abs=0.02)


def test_filters_hold_inside_lists(many: Path) -> None:
    """A filter that leaves one paper still finds as many as are wanted, all of that paper."""
    vector = vectors(10_000, 10_001)[0]
    with opened(many) as library:
        minutes = [id_ for id_, _ in library.meaning(list(vector), Filters(kind="minutes"), 10)]
        paper = [id_ for id_, _ in library.meaning(list(vector), Filters(document="0700.txt"), 10)]
        assert library.meaning(list(vector), Filters(kind="appendix"), 10) == []
    assert len(set(minutes) & set(best(vector, step=2))) >= 9
    assert len(paper) == 10
    assert all(700 <= id_ < 800 for id_ in paper)


def test_a_lagging_file_is_brought_up_to_date(many: Path) -> None:
    """Papers that came are found and papers that went are not, in lists that were not trained anew."""
    with opened(many, create=True) as library:
        lists = library.index().index.nlist  # type: ignore[union-attr]
        library.forget(["0500.txt"])
        add(library, PART + COUNT, 2 * PART + COUNT)
        library.index(write=True)
        written = read_file(many / "passages.faiss")
    assert written is not None
    assert (written[1].index.nlist, written[1].index.ntotal) == (lists, COUNT)
    came, went = vectors(PART + COUNT, PART + COUNT + 1)[0], vectors(500, 501)[0]
    with opened(many) as library:
        assert library.meaning(list(came), Filters(), 1)[0][0] == PART + COUNT
        assert library.meaning(list(went), Filters(), 1)[0][0] not in range(500, 600)


def test_a_reader_goes_on_with_a_file_that_lags(many: Path) -> None:
    """While another run brings papers, those that came are compared one by one, those that went are not found, and filters hold."""
    before = (many / "passages.faiss").read_bytes()
    with opened(many) as reader, opened(many, create=True) as writer:
        assert reader.meaning(list(vectors(500, 501)[0]), Filters(), 1)[0][0] == 500
        writer.forget(["0500.txt"])
        add(writer, PART + COUNT, 3 * PART + COUNT)
        came, went = (list(vectors(n, n + 1)[0]) for n in (PART + COUNT, 500))
        assert reader.meaning(came, Filters(), 1)[0] == (PART + COUNT, pytest.approx(1))
        assert reader.meaning(went, Filters(), 1)[0][0] not in range(500, 600)
        kinds = {id_ // PART % 2 for id_, _ in reader.meaning(came, Filters(kind="minutes"), 50)}
        assert kinds == {1}
        assert (many / "passages.faiss").read_bytes() == before
        writer.index(write=True)
        assert (many / "passages.faiss").read_bytes() != before
        assert reader.meaning(came, Filters(), 1)[0][0] == PART + COUNT


def test_an_id_that_another_text_took_over_is_compared_by_text() -> None:
    """SQLite gives the last id again: what has another text goes out and comes in."""
    before, now = numpy.zeros(4, OWNER), numpy.zeros(5, OWNER)
    before["text"], now["text"] = [0, 1, 2, 3], [0, 1, 9, 0, 4]
    gone, came = differences(before, now)
    assert (list(gone), list(came)) == ([2, 3], [2, 4])


def test_a_torn_file_and_one_of_an_older_make_count_as_none(many: Path) -> None:
    """The stored vectors take the place of a file that cannot be trusted."""
    file, vector = many / "passages.faiss", list(vectors(PART, PART + 1)[0])
    whole = file.read_bytes()
    for damage in (whole[:-1], whole[:20], b"matters1" + whole[8:], whole + b"x"):
        file.write_bytes(damage)
        assert read_file(file) is None
    with opened(many) as library:
        assert library.meaning(vector, Filters(), 1)[0][0] == PART
