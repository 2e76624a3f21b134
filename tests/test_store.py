"""The library on disk: what is saved is found again, whole, filtered, and after interruptions."""

from __future__ import annotations

from pathlib import Path

import numpy
import pytest
from sqlite_utils import Database

from pipeline.errors import LibraryError, UsageError
from pipeline.model.answers import Filters
from pipeline.model.documents import Block, Document, Page, Source, Span
from pipeline.model.evidence import evidence
from pipeline.model.facts import Commitment, Decision, Recommendation, Report
from pipeline.model.structure import Paragraph, Part, Passage, Section, Structure
from pipeline.store import open_library
from pipeline.store.nearest import read_file
from pipeline.store.writing import overlapping, text_hash

LINES = ("Adults Committee", "4.1 The Committee AGREED to build 40 homes by 2027.", "4.2 Members noted the report on day centres.")


def structure(name: str = "papers/minutes.txt", lines: tuple[str, ...] = LINES, date: str = "2024-03-05") -> Structure:
    """A paper of one part and one section, with a paragraph and a passage for each line after the first."""
    text = "\n".join(lines)
    starts = [text.index(line) for line in lines]
    source = Source(Path(name), name, text_hash(text), len(text))
    blocks = tuple(Block("text", at, at + len(line), 0) for at, line in zip(starts, lines, strict=True))
    document = Document(source, text, (Page(None, text, 0),), blocks, "plain 1", "text", title=lines[0])
    part = Part(0, "minutes", lines[0], 0, len(text), "Aldermere County Council", lines[0], date)
    section = Section(0, 0, lines[0], 1, 0, len(lines[0]))
    numbered = enumerate(zip(starts[1:], lines[1:], strict=True))
    paragraphs = tuple(Paragraph(i, 0, 0, "text", line, ((0, at, len(line)),), label=line[:3]) for i, (at, line) in numbered)
    passages = tuple(Passage(p.index, 0, 0, (p.index,), p.spans(), p.text) for p in paragraphs)
    return Structure(document, (part,), (section,), paragraphs, (), passages)


def facts(made: Structure) -> tuple[Decision | Commitment | Report, ...]:
    first, second = (evidence(made, p) for p in made.paragraphs[:2])
    return (
        Decision(evidence=first, extractor="test 1", verbs=("AGREED",), text="build 40 homes by 2027", votes={"for": 9, "against": 3}),
        Commitment(evidence=first, extractor="test 1", subject="homes", text="build 40 homes", quantity="40", deadline="2027"),
        Report(evidence=second, extractor="test 1", title="Day centres", recommendations=(Recommendation("", "note it", second),)),
    )


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """A library of one paper."""
    made = structure()
    with open_library(tmp_path / "lib", create=True) as library:
        library.save(made, facts(made), [(p.words,) for p in made.passages], code="1")
    return tmp_path / "lib"


def test_facts_come_back_as_they_were_saved(saved: Path) -> None:
    """A fact's fields, quote and place survive the store."""
    with open_library(saved) as library:
        (decision,) = library.facts("decisions", Filters())
    assert decision.quote == LINES[1]
    assert decision.fields["verbs"] == ["AGREED"]
    assert decision.fields["votes"] == {"for": 9, "against": 3}
    assert decision.standing.committee == "Adults Committee"
    assert decision.passages


def test_evidence_inside_a_fact_is_kept_as_a_place(saved: Path) -> None:
    """A recommendation keeps its own place and gets an id."""
    with open_library(saved) as library:
        (report,) = library.facts("reports", Filters())
    (recommendation,) = report.fields["recommendations"]
    assert recommendation["id"].startswith("r-")
    assert recommendation["citation"]["$cite"]["places"]


def test_saving_twice_writes_the_same_rows(saved: Path) -> None:
    """Ids are hashes of what identifies a fact, so a second run changes nothing."""
    made = structure()
    with open_library(saved, create=True) as library:
        before = [f.id for kind in library.fields for f in library.facts(kind, Filters())]
        library.save(made, facts(made), [(p.words,) for p in made.passages], code="1")
        after = [f.id for kind in library.fields for f in library.facts(kind, Filters())]
    assert before == after


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(committee="adults"), 1),
        (Filters(committee="planning"), 0),
        (Filters(since="2024-03-05", until="2024-03-05"), 1),
        (Filters(since="2024-03-06"), 0),
        (Filters(kind="minutes"), 1),
        (Filters(kind="report"), 0),
        (Filters(document="minutes.txt"), 1),
        (Filters(topic="home 2027"), 1),
        (Filters(topic="libraries"), 0),
        (Filters(council="100%"), 0),
    ],
)
def test_filters_limit_facts(saved: Path, filters: Filters, found: int) -> None:
    """Each filter keeps what it names and nothing else."""
    with open_library(saved) as library:
        assert len(library.facts("decisions", filters)) == found


def test_words_are_found_with_their_filters(saved: Path) -> None:
    """Full text finds stems, applies filters inside, and says what is wrong with a broken query."""
    with open_library(saved) as library:
        assert len(library.words("home", Filters(), 5)) == 1
        assert library.words("home", Filters(kind="report"), 5) == []
        assert len(library.words("home", Filters(kind="minutes"), 5)) == 1
        library.beforehand = 0  # of many passages, part and paper are looked up for each that matches
        assert library.words("home", Filters(kind="report"), 5) == []
        assert len(library.words("home", Filters(kind="minutes"), 5)) == 1
        assert library.frequencies(["home", "nowher"]) == {"home": 1}
        with pytest.raises(UsageError, match="double quotes"):
            library.words('"home', Filters(), 5)


def test_meaning_is_found_from_the_file_or_without_it(saved: Path) -> None:
    """The FAISS file is a projection: missing, lagging or broken, the stored vectors take its place."""
    with open_library(saved, create=True) as library:
        library.set_meta("model", "test")
        todo = library.missing("test")
        library.save_vectors("test", [h for h, _ in todo], numpy.eye(len(todo), 4, dtype="float32"))
        wanted = library.meaning([1.0, 0, 0, 0], Filters(), 2)
        library.index(write=True)
    for damage in (b"", b"not an index"):
        with open_library(saved) as library:
            assert library.meaning([1.0, 0, 0, 0], Filters(), 2) == wanted
            assert library.meaning([1.0, 0, 0, 0], Filters(kind="report"), 2) == []
        (saved / "passages.faiss").write_bytes(damage)
    assert read_file(saved / "passages.faiss") is None


def test_a_forgotten_paper_leaves_nothing(saved: Path) -> None:
    """Forgetting a document removes its passages, facts, words and meanings."""
    with open_library(saved, create=True) as library:
        library.forget(["papers/minutes.txt"])
        told = library.status()
        assert told["documents"] == told["passages"] == sum(told["facts"].values()) == 0
        assert library.words("homes", Filters(), 5) == []


def test_no_vector_outlives_its_words_for_long(saved: Path) -> None:
    """Vectors of a forgotten paper go when unused ones are dropped, as a pruning ingest does; those in use stay."""
    import numpy

    with open_library(saved, create=True) as library:
        todo = library.missing("model@1")
        assert todo
        library.save_vectors("model@1", [hash_ for hash_, _ in todo], numpy.ones((len(todo), 4), dtype=numpy.float32))
        library.drop_unused_vectors()
        assert library.db["vectors"].count == len(todo)
        library.forget(["papers/minutes.txt"])
        library.drop_unused_vectors()
        assert library.db["vectors"].count == 0


def test_a_failed_save_keeps_what_was_there(saved: Path) -> None:
    """One transaction a document: an error half-way leaves the old version whole."""
    made = structure()
    with open_library(saved, create=True) as library:
        with pytest.raises(ValueError, match="zip"):
            library.save(made, facts(made), [("too",)], code="2")
        assert library.known()["papers/minutes.txt"][1] == "1"
        assert len(library.facts("decisions", Filters())) == 1


def test_a_library_of_a_newer_version_is_refused(saved: Path) -> None:
    """A library that this version cannot read says what to do."""
    db = Database(saved / "library.db")
    db["_sqlite_migrations"].insert({"migration_set": "matters", "name": "m999_later", "applied_at": "2030-01-01"})
    db.close()
    with pytest.raises(LibraryError, match="newer version"):
        open_library(saved)


def test_there_is_no_library_where_nothing_was_ingested(tmp_path: Path) -> None:
    """Opening a folder without a library names the command that makes one."""
    with pytest.raises(LibraryError, match="matters ingest"):
        open_library(tmp_path)


def test_a_full_disk_is_said_and_nothing_is_half_done(saved: Path) -> None:
    """When the disk is full, the error says so and the library still answers."""
    made = structure("papers/other.txt", (*LINES, "x" * 200_000))
    with open_library(saved, create=True) as library:
        pages = library.db.execute("PRAGMA page_count").fetchone()[0]
        library.db.execute(f"PRAGMA max_page_count = {pages + 2}")
        with pytest.raises(LibraryError, match="full"):
            library.save(made, (), [(p.words,) for p in made.passages], code="1")
    with open_library(saved) as library:
        assert list(library.known()) == ["papers/minutes.txt"]


def test_overlapping_finds_every_span_that_shares_a_character() -> None:
    """Spans sorted by start; those that touch only at an end do not share."""
    spans = [(1, 0, 10), (2, 10, 20), (3, 20, 30)]
    assert list(overlapping(spans, [0, 10, 20], 9, 21)) == [1, 2, 3]
    assert list(overlapping(spans, [0, 10, 20], 10, 20)) == [2]


def test_a_quote_is_the_text_of_its_spans() -> None:
    """A span over a page border is cut there and joined by one newline."""
    pages = (Page(1, "first page", 0), Page(2, "second", 11))
    document = Document(Source(Path("x"), "x", "0", 1), "first page\nsecond", pages, (), "pdf 1", "pdf")
    assert document.quote([Span(6, 17)]) == "page\nsecond"
    assert [tuple(p) for p in document.places([Span(6, 17)])] == [(0, 6, 10), (1, 0, 6)]
