"""People's judgements of facts: what is kept, how long it holds, where it shows."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from pipeline.build import ingest
from pipeline.cli.main import group
from pipeline.config import Settings
from pipeline.errors import LibraryError, UsageError
from pipeline.lookup.answering.answer import ask
from pipeline.lookup.facts import believed
from pipeline.lookup.finding.search import asked
from pipeline.lookup.promises import promises
from pipeline.lookup.verdicts import MAIN, judged
from pipeline.model.answers import FactRow, Filters, Mark
from pipeline.model.facts import KINDS
from pipeline.store import open_library
from pipeline.store.marks import FILE, KEYS, LINKED, Judgement, append, line, read, squeezed
from pipeline.store.stored import FIELDS

ROWS = "--limit", "0", "--nl"
QUESTION = "what did we commit on supported living?"


@pytest.fixture
def home(papers: Path, shelf: Path, tmp_path: Path) -> Path:
    """Papers and their library, to be changed."""
    shutil.copytree(papers, tmp_path / "papers")
    shutil.copytree(shelf, tmp_path / "library")
    return tmp_path


def run(home: Path, *args: str) -> Result:
    return CliRunner().invoke(group, [*args, "--library", str(home / "library")], catch_exceptions=False)


def facts(home: Path, kind: str, words: str) -> list[dict[str, Any]]:
    rows = [json.loads(text) for text in run(home, kind, *ROWS).stdout.splitlines()]
    return [row for row in rows if words in row["citation"]["quote"]]


def test_a_mark_is_shown_with_the_fact(home: Path) -> None:
    """Verdict, value, reason and day stand in the fact's JSON, in its sheet, in the table and in status."""
    (row,) = facts(home, "figures", "which is 1.2% of the net budget")[1:]
    done = run(home, "mark", row["id"], "1.9", "--why", "the table gives 1.9")
    assert "value should be 1.9" in done.stdout
    (_, again) = facts(home, "figures", "which is 1.2% of the net budget")
    assert again["mark"] == {**again["mark"], "verdict": "corrected", "field": "value", "value": 1.9, "why": "the table gives 1.9"}
    assert again["value"] == row["value"]
    assert json.loads(run(home, "show", row["id"], "--json").stdout)["mark"]["value"] == 1.9
    for args in (("show", row["id"]), ("status",), ("figures", "--topic", "net budget")):
        assert "1.9" in run(home, *args).stdout


def test_facts_that_nobody_judged_have_no_mark(home: Path) -> None:
    """The field is there for every kind, and empty."""
    for kind in ("decisions", "sections", "entities"):
        assert {row["mark"] for row in facts(home, kind, "")} == {None}


def test_a_wrong_fact_is_left_out_of_answers_and_still_listed(home: Path) -> None:
    """The promise is no statement any more; `commitments` shows it with its mark."""
    (wrong,) = facts(home, "commitments", "six months later")
    with open_library(home / "library") as library:
        question = asked(library, QUESTION, Filters())
        before = {one.fact.id for group in promises(library, question)[1] for one in group}
    run(home, "mark", wrong["id"], "wrong", "--why", "the land was never bought")
    with open_library(home / "library") as library:
        after = {one.fact.id for group in promises(library, question)[1] for one in group}
    assert wrong["id"] in before
    assert wrong["id"] not in after
    assert facts(home, "commitments", "six months later")[0]["mark"]["verdict"] == "wrong"


def test_an_answer_that_quotes_a_doubted_number_says_so(home: Path) -> None:
    """The sentence is printed as it stands; the judgement of its number stands beneath it."""
    question = ("ask", "What share of the net budget is the forecast?")
    assert "marked" not in run(home, *question).stdout
    with open_library(home / "library") as library:
        given = ask(library, question[1], Filters())
        (doubted, *_) = [fact for fact in library.facts("figures", Filters()) if fact.quote in given.statements[0].citations[0].quote]
    run(home, "mark", doubted.id, "wrong", "--why", "the table has another number")
    assert "the table has another number" in run(home, *question).stdout
    assert json.loads(run(home, *question, "--json").stdout)["statements"][0]["marks"][0]["verdict"] == "wrong"


def test_a_mark_survives_a_rebuild_and_a_move(home: Path) -> None:
    """It is found by the fact's words in its paper, whatever the row's id and the paper's name have become."""
    (row,) = facts(home, "decisions", "46 supported living homes")
    run(home, "mark", row["id"], "right")
    kept = (home / "library" / FILE).read_bytes()
    shutil.rmtree(home / "library")
    for paper in (home / "papers").iterdir():
        paper.unlink() if "03-05" not in paper.name else paper.rename(paper.with_name("moved.txt"))
    with open_library(home / "library", create=True) as opened:
        ingest([home / "papers"], opened, Settings(workers=1), embed=False)
    (home / "library" / FILE).write_bytes(kept)
    (moved,) = facts(home, "decisions", "46 supported living homes")
    assert moved["id"] != row["id"]
    assert moved["mark"]["verdict"] == "right"


def test_a_fact_that_is_gone_keeps_its_mark_in_status(home: Path) -> None:
    """The judgement is listed as no longer found, and eval counts it as lost."""
    (row,) = facts(home, "decisions", "46 supported living homes")
    run(home, "mark", row["id"], "right")
    with open_library(home / "library", create=True) as library:
        library.forget([row["citation"]["document"]])
        assert library.judged_scores() == {"decisions": {"n": 1, "agree": 0.0}}
    assert json.loads(run(home, "status", "--json").stdout)["marks"][0]["facts"] == []
    assert "no longer found" in run(home, "status").stdout


def test_the_last_judgement_counts(home: Path) -> None:
    """People change their minds; the file keeps both lines, and a line taken out is a judgement taken back."""
    (row,) = facts(home, "decisions", "46 supported living homes")
    run(home, "mark", row["id"], "wrong", "--why", "not in these minutes")
    run(home, "mark", row["id"], "right")
    assert facts(home, "decisions", "46 supported")[0]["mark"]["verdict"] == "right"
    file = home / "library" / FILE
    lines = file.read_text(encoding="utf-8").splitlines()
    assert [json.loads(text)["verdict"] for text in lines] == ["wrong", "right"]
    file.write_text(lines[0] + "\n", encoding="utf-8")
    assert facts(home, "decisions", "46 supported")[0]["mark"]["verdict"] == "wrong"


def test_a_fact_that_is_read_otherwise_since_says_so(home: Path) -> None:
    """A judgement stands until somebody looks again, but the change is shown, and eval counts what agrees."""
    (row,) = facts(home, "decisions", "46 supported living homes")
    with open_library(home / "library") as library:
        fact = library.find(row["id"])
        assert isinstance(fact, FactRow)
        library.mark(replace(fact, fields={**fact.fields, "outcome": "deferred"}), Mark("wrong", "it was agreed", "2026-01-05"))
        assert library.marked[row["id"]].changed
        assert library.judged_scores() == {"decisions": {"n": 1, "agree": 1.0}}
        library.mark(fact, Mark("wrong", "it was lost", "2026-01-06"))
        assert not library.marked[row["id"]].changed
        assert library.judged_scores() == {"decisions": {"n": 1, "agree": 0.0}}


def test_a_broken_line_is_named(home: Path) -> None:
    """A line that is no mark is not passed over in silence."""
    (home / "library" / FILE).write_text('{"verdict": "right"}\n', encoding="utf-8")
    with open_library(home / "library") as library, pytest.raises(LibraryError, match="line 1"):
        library.facts("decisions", Filters())


def test_half_a_line_does_not_swallow_the_next(tmp_path: Path) -> None:
    """A mark starts on a line of its own, whatever the file ends with."""
    file = tmp_path / FILE
    file.write_bytes(b"{")
    append(file, b"{}\n")
    assert file.read_bytes() == b"{\n{}\n"


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    """The mark is not kept in silence somewhere else."""
    with pytest.raises(LibraryError, match="not kept"):
        append(tmp_path / "gone" / FILE, b"{}\n")


TYPES = FIELDS["figures"]
FIGURE = FactRow("f-1", "figures", None, "some 12 homes", "figures 1", "stated", {"raw": "12"})  # type: ignore[arg-type]  # no place needed


@pytest.mark.parametrize(
    ("said", "why", "verdict", "field", "value"),
    [
        ("right", "", "right", None, None),
        ("wrong", "a house number", "wrong", None, None),
        ("1,250", "misread", "corrected", "value", 1250.0),
        ("-471", "brackets", "corrected", "value", -471.0),
        ("unit=places", "places, not homes", "corrected", "unit", "places"),
        ("period=", "none is printed", "corrected", "period", ""),
        ("approximate=no", "it is exact", "corrected", "approximate", False),
    ],
)
def test_what_a_judge_may_say(said: str, why: str, verdict: str, field: str | None, value: Any) -> None:
    """right, wrong, a value of the main field, or FIELD=VALUE."""
    mark = judged(FIGURE, said, why, TYPES)
    assert (mark.verdict, mark.field, mark.value, mark.why) == (verdict, field, value, why)


@pytest.mark.parametrize(("said", "value"), [("3", 3.0), ("Good", "Good")])
def test_a_score_is_a_number_or_a_word(said: str, value: float | str) -> None:
    """A field that holds either keeps what the judge's word looks like, so that eval can compare it with what is read."""
    score = replace(FIGURE, kind="inspections", fields={"score": 2})
    assert judged(score, said, "the page says so", FIELDS["inspections"]).value == value


def test_a_field_of_many_parts_is_not_corrected_by_a_word() -> None:
    """Votes, papers and rows are marked wrong as a whole."""
    with pytest.raises(UsageError, match="outcome"):
        judged(replace(FIGURE, kind="decisions", fields={}), "votes=9 to 3", "misread", FIELDS["decisions"])


def test_a_corrected_fact_is_used_as_corrected(home: Path) -> None:
    """Answers, the audit and changes take the value that the judge gave; the lists show both."""
    (row,) = facts(home, "decisions", "46 supported living homes")
    run(home, "mark", row["id"], "outcome=deferred", "--why", "the minutes of March say so")
    with open_library(home / "library") as library:
        used = {fact.id: fact for fact in believed(library.facts("decisions", Filters()))}
        assert used[row["id"]].fields["outcome"] == "deferred"
    assert facts(home, "decisions", "46 supported living homes")[0]["outcome"] == row["outcome"]


def test_the_same_words_under_another_heading_are_another_fact(home: Path) -> None:
    """What is printed twice is judged where it was judged; if its heading is gone, wherever the words stand."""
    (row,) = facts(home, "decisions", "46 supported living homes")
    with open_library(home / "library") as library:
        fact = library.find(row["id"])
        assert isinstance(fact, FactRow)
        library.mark(fact, Mark("right", "", "2026-01-05"))
        ((one, (found,)),) = library.judgements
        assert (one.where, found.id) == (fact.standing.section[-1], fact.id)
        moved = replace(fact, standing=replace(fact.standing, section=("A heading that was renamed",)))
        library.mark(moved, Mark("wrong", "not in these minutes", "2026-01-06"))
        assert library.marked[row["id"]].verdict == "wrong"
        assert library.judged_scores()["decisions"]["n"] == 1


@pytest.mark.parametrize(
    ("said", "why", "tells"),
    [("wrong", "", "--why"), ("12", " ", "--why"), ("twelve", "x", "base units"), ("colour=red", "x", "fields of figures")],
)
def test_what_a_judge_may_not_say(said: str, why: str, tells: str) -> None:
    """Each refusal says what to write."""
    with pytest.raises(UsageError, match=tells):
        judged(FIGURE, said, why, TYPES)


def test_passages_are_not_marked(home: Path) -> None:
    """Only facts are judged."""
    with open_library(home / "library") as library, pytest.raises(UsageError, match="fact"):
        run(home, "mark", library.passages([1])[0].id, "right")


def test_the_tables_of_fields_name_fields() -> None:
    """Keys, linked and main fields exist in their kind."""
    assert set(FIELDS) == {"sections", *(kind.KIND for kind in KINDS)}
    for kind, names in (*KEYS.items(), *LINKED.items(), *((kind, (name,)) for kind, name in MAIN.items())):
        assert set(names) <= set(FIELDS[kind])


@given(st.text(), st.text(min_size=1), st.dictionaries(st.text(), st.text() | st.floats(allow_nan=False)))
def test_a_line_reads_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, why: str, quote: str, fields: dict[str, Any]) -> None:
    """Whatever the words, what is written is what is read."""
    file = tmp_path_factory.mktemp("line") / FILE
    one = Judgement("decisions", "papers/a.txt", "0" * 64, quote, fields, "d-1", Mark("wrong", why, "2026-01-05"))
    append(file, line(one))
    assert list(read(file)) == [one]


@given(st.text(), st.sampled_from([" ", "\n", "\t"]), st.integers(min_value=0))
def test_spaces_do_not_matter(text: str, space: str, at: int) -> None:
    """A line that breaks elsewhere holds the same words."""
    cut = at % (len(text) + 1)
    assert squeezed(text[:cut] + space + text[cut:]) == squeezed(text)


def test_a_field_of_a_few_words_takes_none_but_these(home: Path) -> None:
    """A date is no outcome of a decision; the words that are stand in the message."""
    (row,) = facts(home, "decisions", "46 supported living homes")
    with pytest.raises(UsageError, match=r"no outcome of decisions.*deferred"):
        run(home, "mark", row["id"], "2031-01-10", "--why", "the date is wrong")
    assert "outcome should be deferred" in run(home, "mark", row["id"], "deferred", "--why", "put off").stdout
