"""Words of a large library: `passages.words` finds what FTS5 finds, filters hold, and a file that lags or is torn is never believed."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pipeline.build import ingest
from pipeline.config import Settings
from pipeline.errors import LibraryError
from pipeline.lookup.answering.answer import ask
from pipeline.lookup.finding.search import asked
from pipeline.lookup.understanding.words import COLUMNS, any_of, wordings
from pipeline.model.answers import Filters
from pipeline.render.plain import answer
from pipeline.store import open_library
from pipeline.store.library import SqliteLibrary
from pipeline.store.posted import read_file, write_file

CORPUS = Path(__file__).parents[1] / "corpus"
QUESTIONS = [json.loads(line)["question"] for line in (CORPUS / "gold" / "questions.jsonl").read_text(encoding="utf-8").splitlines()][:40]
FILTERS = (
    Filters(), Filters(kind="minutes"), Filters(council="Stowmere"), Filters(since="2024-01"), Filters(document="press-notice"),
    Filters(kind="appendix"),
)  # fmt: skip
LATER = "Ferry Working Group\n\nMinutes of 4 March 2026\n\nThe ferry timetable is to be printed on seaweed paper, said Cllr Penhallick.\n"


def opened(folder: Path, *, create: bool = False) -> SqliteLibrary:
    """A library that is large from its first passage on."""
    library = open_library(folder, create=create)
    library.words_above = 0
    return library


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented papers that are no PDF, and the file of their words."""
    folder = tmp_path_factory.mktemp("words") / "library"
    papers = [path for path in sorted((CORPUS / "papers").iterdir()) if path.suffix in (".txt", ".html", ".docx")]
    with opened(folder, create=True) as library:
        assert not ingest(papers, library, Settings(workers=1), embed=False).skipped
        assert len(library.postings()) == 1
    return folder


@pytest.fixture
def own(corpus: Path, tmp_path: Path) -> Path:
    """A library that may be changed."""
    shutil.copytree(corpus, tmp_path / "library")
    return tmp_path / "library"


def come(library: SqliteLibrary, folder: Path, text: str = LATER) -> None:
    """One more paper, saved as by a run that ended before its file of words was written."""
    (folder / "ferry.txt").write_text(text, encoding="utf-8")
    above, library.words_above = library.words_above, 1_000_000
    kept = (library.folder / "passages.words").read_bytes()
    ingest([folder / "ferry.txt"], library, Settings(workers=1), embed=False)
    (library.folder / "passages.words").write_bytes(kept)
    library.words_above = above


def by_fts(library: SqliteLibrary, printed: Sequence[str], filters: Filters) -> dict[int, float]:
    return dict(library.words(any_of(printed), filters, 10_000, COLUMNS))


def agree(library: SqliteLibrary, printed: Sequence[str], filters: Filters = Filters(), limit: int = 20) -> bool:  # noqa: B008 - frozen
    """The file finds the best passages of FTS5, best first, with its scores; of equally good ones either may stand first."""
    found, wanted = library.any_of(printed, filters, limit), by_fts(library, printed, filters)
    best = sorted(wanted.values(), reverse=True)[:limit]
    return [score for _, score in found] == pytest.approx(best, rel=1e-3, abs=1e-6) and all(
        score == pytest.approx(wanted[id_], rel=1e-3, abs=1e-6) for id_, score in found
    )


@pytest.mark.parametrize("filters", FILTERS, ids=str)
def test_the_file_finds_what_fts5_finds(corpus: Path, filters: Filters) -> None:
    """Words, phrases and dates of whole questions, with every filter, in the same order with the same scores."""
    with opened(corpus) as library:
        assert library.postings()
        for question in QUESTIONS:
            assert agree(library, wordings(asked(library, question, filters).clues, widened=True), filters)


@pytest.mark.parametrize(
    "printed",
    [
        ["supported living"], ["living supported"], ["supported living homes", "homes", "home"], ["2024 25"], ["£1.990m"], ["the"],
        ["Penhallick’s"], ["CAFÉ", "cafe"], ["council", "council"], ["of the of the"], ["zyxwv"], ["zyxwv council"], ["?!"], [],
    ],
)  # fmt: skip
def test_odd_wordings_too(corpus: Path, printed: list[str]) -> None:
    """A phrase in the wrong order, a word given twice, one that stands everywhere or nowhere, an accent, and no word at all."""
    with opened(corpus) as library:
        if any(char.isalnum() for one in printed for char in one):
            assert agree(library, printed)
        else:
            assert library.any_of(printed, Filters(), 5) == []


def test_phrases_at_both_ends_of_a_library(own: Path, tmp_path: Path) -> None:
    """The first words of the first passage, more words than stand before them, and the last words of the last passage."""
    with opened(own, create=True) as library:
        library.fresh = 0
        come(library, tmp_path)
        library.db.execute("UPDATE passages SET reading = 'ferry timetable ' || words WHERE id = (SELECT max(id) FROM passages)")
        (own / "passages.words").unlink()
        library.index_words()
        first, last = (
            library.db.execute(f"SELECT title, words FROM passages ORDER BY id {way} LIMIT 1").fetchone() for way in ("", "DESC")
        )
        for text in (*first, *last):
            words = text.split()
            assert agree(library, [" ".join(words[:3])])
            assert agree(library, [" ".join(words[-3:])])
            assert agree(library, [" ".join(["the", "of"] * 9 + words[:2])])


def test_how_many_passages_hold_a_word(corpus: Path) -> None:
    """As FTS5 counts them; a word that stands nowhere is left out."""
    with opened(corpus) as large, open_library(corpus) as small:
        words = ["council", "live", "ferri", "zyxwv"]
        assert large.frequencies(words) == small.frequencies(words) != {}


def test_answers_are_the_same(corpus: Path) -> None:
    """A question has the answer that FTS5 leads to."""

    def told(library: Any, question: str) -> dict[str, Any]:
        return {**answer(ask(library, question, Filters())), "elapsed_ms": 0}

    with opened(corpus) as large, open_library(corpus) as small:
        assert small.postings() == ()
        for question in QUESTIONS[:10]:
            assert told(large, question)["answer"] == told(small, question)["answer"]


def test_papers_that_came_and_went_since_are_seen(own: Path, tmp_path: Path) -> None:
    """The file stays as it was: passages that went are passed over, those that came are indexed in memory."""
    with opened(own, create=True) as library:
        (lead,) = library.passages([library.any_of(["supported living"], Filters(), 10)[0][0]])
        come(library, tmp_path)
        library.forget([lead.standing.document])
        assert len(library.postings()) == 2
        assert len(library.any_of(["seaweed paper"], Filters(), 5)) == 1
        found = library.any_of(["supported living"], Filters(), 1000)
        assert {id_ for id_, _ in found} == set(by_fts(library, ["supported living"], Filters()))
        assert lead.rowid not in dict(found)
        state = (own / "passages.words").stat().st_mtime_ns
        library.index_words()
        assert (own / "passages.words").stat().st_mtime_ns == state


def test_where_much_came_fts5_serves_until_the_file_is_made_anew(own: Path, tmp_path: Path) -> None:
    """A run that was killed leaves a file that counts as none; the next run makes it."""
    with opened(own, create=True) as library:
        library.fresh = 0
        come(library, tmp_path)
        assert library.status()["words_by"] == "FTS5"
        assert len(library.any_of(["seaweed paper"], Filters(), 5)) == 1
        library.index_words()
        assert library.status()["words_by"] == "passages.words"
        assert agree(library, ["seaweed", "ferry timetable"])


def test_a_reader_sees_what_another_run_wrote(own: Path, tmp_path: Path) -> None:
    """A library that is open answers from the papers of now, before and after their file is written."""
    with opened(own) as reader, opened(own, create=True) as writer:
        assert reader.any_of(["seaweed"], Filters(), 5) == []
        come(writer, tmp_path)
        assert len(reader.any_of(["seaweed"], Filters(), 5)) == 1
        writer.fresh = 0
        come(writer, tmp_path, LATER.replace("seaweed", "bracken"))
        writer.index_words()
        assert reader.any_of(["seaweed"], Filters(), 5) == []
        assert len(reader.any_of(["bracken"], Filters(), 5)) == len(reader.postings()) == 1


def test_a_torn_file_and_one_of_an_older_make_count_as_none(own: Path) -> None:
    """FTS5 takes the place of a file that cannot be trusted."""
    file = own / "passages.words"
    whole = file.read_bytes()
    for damage in (b"", whole[:20], whole[:-1], whole + b"x", b"mwords00" + whole[8:]):
        file.write_bytes(damage)
        assert read_file(file) is None
        with opened(own) as library:
            assert library.postings() == ()
            assert library.any_of(["supported living"], Filters(), 5)


def test_writing_that_is_broken_off_leaves_the_old_file(own: Path) -> None:
    """Ctrl-C in the midst of writing: nothing half-done is left behind."""

    class Interrupted:
        def __array__(self, *_: object, **__: object) -> None:
            raise KeyboardInterrupt

    file = own / "passages.words"
    found = read_file(file)
    assert found is not None
    with pytest.raises(KeyboardInterrupt):
        write_file(replace(found[1], letters=Interrupted()), file, 99)
    again = read_file(file)
    assert again is not None
    assert again[0] == found[0]
    assert not list(own.glob(".words-*"))


def test_a_full_disk_is_said(own: Path) -> None:
    """Where the file cannot be written (here its name is a folder's), the run says so and the library is whole."""
    (own / "passages.words").unlink()
    (own / "passages.words").mkdir()
    with opened(own, create=True) as library:
        with pytest.raises(LibraryError, match=r"passages\.words could not be written"):
            library.index_words()
        assert library.any_of(["supported living"], Filters(), 5)


def test_a_small_library_has_no_file(own: Path) -> None:
    """One that became small again loses it."""
    with open_library(own, create=True) as library:
        library.index_words()
    assert not (own / "passages.words").exists()
