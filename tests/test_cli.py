"""The command line, as a person and a script meet it."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from pipeline.cli.facts import LISTINGS
from pipeline.cli.main import group
from pipeline.errors import UsageError
from pipeline.lookup.filtering import day_of
from pipeline.model.facts import KINDS

ROOT = Path(__file__).parents[1]
COMMANDS = {
    "ingest", "ask", "search", "decisions", "actions", "commitments", "figures", "tables", "attendance", "agenda", "reports", "inspections",
    "entities", "sections", "declarations", "questions", "indicators", "changes", "show", "mark", "verify", "audit", "status", "debug",
    "eval", "serve", "mcp", "demo",
}  # fmt: skip
CITATION = {
    "id", "document",
    "document_title", "sha256", "council", "kind", "committee", "meeting_date", "section", "paragraph", "page", "page_label",
    "line", "start", "end", "quote", "spans", "recognised", "url", "label",
}  # fmt: skip


def run(*args: str) -> Result:
    return CliRunner().invoke(group, args, catch_exceptions=False)


def shell(*args: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, with its exit status."""
    return subprocess.run([sys.executable, "-m", "pipeline.cli", *args], capture_output=True, text=True, check=False, cwd=ROOT)


def rows(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_every_command_of_the_contract_exists() -> None:
    """The commands are those of the contract; what is not built yet is absent."""
    assert set(group.commands) == COMMANDS
    assert {listing.kind for listing in LISTINGS} == {"sections", *(kind.KIND for kind in KINDS)}


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_help_has_an_example(name: str) -> None:
    """-h explains a command and shows how to type it."""
    result = run(name, "-h")
    assert result.exit_code == 0
    assert f"matters {name}" in result.stdout.split("Options:")[0].split("\n", 1)[1]


def test_every_option_says_what_it_does() -> None:
    """No option is left to guess."""
    for command in group.commands.values():
        assert all(p.help for p in command.params if isinstance(p, click.Option)), command.name


def test_help_is_light() -> None:
    """`matters --help` loads no heavy library."""
    code = "import sys; from pipeline.cli.main import group\ntry: group(['--help'])\nexcept SystemExit: print(sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT).stdout
    for heavy in ("torch", "spacy", "faiss", "numpy", "pypdfium2", "sqlite_utils", "rich", "docx", "lxml"):
        assert f"'{heavy}'" not in loaded


def test_asking_loads_neither_torch_nor_spacy(shelf: Path) -> None:
    """A question is answered without the libraries that take seconds to import."""
    asked = ["ask", "supported living homes", "--library", str(shelf)]
    code = f"import sys; from pipeline.cli.main import group; group({asked!r}, standalone_mode=False); \
print({{'torch', 'spacy', 'transformers', 'sentence_transformers'}} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip().endswith("set()")


@pytest.mark.parametrize("listing", LISTINGS, ids=lambda listing: listing.kind)
def test_fact_commands_print_the_contract(listing: Any, shelf: Path) -> None:
    """Every kind of fact has the shared fields and a whole citation."""
    for row in rows(run(listing.kind, "--nl", "--limit", "0", "--library", str(shelf))):
        assert {"id", "citation", "extractor", "basis", "council", "committee", "meeting_date"} <= set(row)
        assert set(row["citation"]) >= CITATION
        assert row["citation"]["quote"]


def test_the_forms_hold_the_same_rows(shelf: Path) -> None:
    """--json, --nl and --csv differ in form only."""
    base = ("figures", "--limit", "0", "--library", str(shelf))
    lines = rows(run(*base, "--nl"))
    assert lines == json.loads(run(*base, "--json").stdout)
    table = list(csv.DictReader(io.StringIO(run(*base, "--csv").stdout)))
    assert [r["id"] for r in table] == [r["id"] for r in lines]
    assert table[0]["citation_quote"] == lines[0]["citation"]["quote"]
    assert {r["also_in"] for r in table} == {""}


@pytest.mark.parametrize("form", ["--json", "--nl", "--csv", None])
def test_a_list_that_is_cut_says_so(form: str | None, shelf: Path) -> None:
    """How many there are is told on standard error, in every form; a whole list tells nothing."""
    base = ("figures", *filter(None, [form]), "--library", str(shelf))
    every = len(rows(run("figures", "--nl", "--limit", "0", "--library", str(shelf))))
    assert run(*base, "--limit", "1").stderr == f"The first 1 of {every}; --limit 0 gives all.\n"
    assert run(*base, "--limit", "0").stderr == ""


def test_the_table_shows_the_ids_that_show_and_mark_take(shelf: Path) -> None:
    """The id of a fact stands behind its place."""
    (one,) = rows(run("decisions", "--nl", "--limit", "1", "--library", str(shelf)))
    assert one["id"] in run("decisions", "--limit", "1", "--library", str(shelf)).stdout


def test_the_question_this_product_is_for(shelf: Path) -> None:
    """What did we commit on supported living? Both statements of the promise are cited."""
    answer = json.loads(run("ask", "what did we commit on supported living?", "--json", "--library", str(shelf)).stdout)
    assert answer["answered"]
    assert "46" in answer["answer"]
    quotes = " ".join(c["quote"] for s in answer["statements"] for c in s["citations"])
    assert "September 2026" in quotes
    assert answer["coverage"]["documents"] == 3
    assert set(answer["passages"][0]) >= {"id", "rank", "score", "text", "reading", "found_by", "citation", "also_in"}


def test_questions_in_a_file_are_answered_in_order(shelf: Path, tmp_path: Path) -> None:
    """One JSON answer a line, with the ids given."""
    asked = tmp_path / "asked.jsonl"
    lines = ('{"id": "b", "question": "forecast overspend at Period 4"}', "", '{"id": "a", "question": "who chaired?"}')
    asked.write_text("\n".join(lines), encoding="utf-8")
    answers = rows(run("ask", "--questions", str(asked), "--nl", "--library", str(shelf)))
    assert [a["id"] for a in answers] == ["b", "a"]
    assert "2.310" in answers[0]["answer"]


def test_questions_come_down_a_pipe(shelf: Path) -> None:
    """- reads the questions from standard input."""
    asked = CliRunner().invoke(
        group, ("ask", "--questions", "-", "--nl", "--library", str(shelf)), input='{"id": "a", "question": "who?"}\n'
    )
    assert [answer["id"] for answer in rows(asked)] == ["a"]


def test_questions_in_another_encoding_are_refused(shelf: Path, tmp_path: Path) -> None:
    """The file is named, and what to do with it."""
    (tmp_path / "asked.jsonl").write_bytes(b'{"question": "caf\xe9?"}')
    done = shell("ask", "--questions", str(tmp_path / "asked.jsonl"), "--library", str(shelf))
    assert (done.returncode, "is not UTF-8" in done.stderr, "Save it as UTF-8" in done.stderr) == (2, True, True)


def test_what_a_question_names_can_be_ignored(shelf: Path) -> None:
    """The answer says what it read from the question, and --ignore asks without it."""
    question = ("ask", "what did the minutes of March 2034 say on carers?", "--library", str(shelf))
    assert "Read from the question: kinds minutes; dates 2034-03." in " ".join(run(*question).stdout.split())
    answer = json.loads(run(*question, "--json", "--ignore", "dates", "--ignore", "kinds").stdout)
    assert (answer["understood"]["dates"], answer["understood"]["kinds"]) == ([], [])


@pytest.mark.parametrize("command", ["ask", "search"])
def test_a_question_without_a_word_is_wrong_usage(command: str, shelf: Path) -> None:
    """Punctuation asks for nothing."""
    done = shell(command, " ?! ", "--library", str(shelf))
    assert (done.returncode, done.stderr.startswith("matters: There is no word in this")) == (2, True)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_full_disk_is_told_without_a_traceback(shelf: Path) -> None:
    """One line, and status 1."""
    with open("/dev/full", "w") as full:  # noqa: PTH123 - a device
        command = [sys.executable, "-m", "pipeline.cli", "status", "--library", str(shelf)]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False, cwd=ROOT)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "No space left" in done.stderr


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("2034", "2034-01-01", "2034-12-31"), ("2034-03", "2034-03-01", "2034-03-31"), ("2034-03-01", "2034-03-01", "2034-03-01"),
        ("1 March 2034", "2034-03-01", "2034-03-01"), ("01/03/2034", "2034-03-01", "2034-03-01"), ("1/3/34", "2034-03-01", "2034-03-01"),
        ("March 2034", "2034-03-01", "2034-03-31"), ("1st of March, 2034", "2034-03-01", "2034-03-01"),
    ],
)  # fmt: skip
def test_a_filter_takes_dates_as_people_write_them(said: str, first: str, last: str) -> None:
    """Day before month, in figures or words, or ISO; a month or year is all of it."""
    assert (day_of(said, last=False), day_of(said, last=True)) == (first, last)


@pytest.mark.parametrize("said", ["yesterday", "32/1/2034", "1 March", "from 1 March 2034", ""])
def test_a_filter_refuses_what_is_no_date(said: str) -> None:
    """And shows how one is written."""
    with pytest.raises(UsageError, match="1 March 2034"):
        day_of(said, last=False)


def test_search_and_show_lead_to_the_words(shelf: Path) -> None:
    """The id of a passage shows it with the words around it."""
    hits = rows(run("search", "waiting times report", "--nl", "--library", str(shelf)))
    shown = json.loads(run("show", hits[0]["id"], "--json", "--library", str(shelf)).stdout)
    assert shown["citation"]["quote"] == hits[0]["text"]
    assert shown["before"] or shown["after"]


def test_every_id_that_is_printed_can_be_shown(shelf: Path) -> None:
    """Of a recommendation, of a citation that is no fact's, of both sides of a change: the words that it names."""
    asked = [one for report in rows(run("reports", "--nl", "--library", str(shelf))) for one in report["recommendations"]]
    changed = [side for one in rows(run("changes", "--nl", "--library", str(shelf))) for side in (one["a"], one["b"]) if side]
    ids = {one["id"]: one["citation"]["quote"] for one in asked}
    ids |= {one["citation"]["id"]: one["citation"]["quote"] for one in (*asked, *changed)}
    assert asked
    assert changed
    for id_, quote in ids.items():
        assert json.loads(run("show", id_, "--json", "--library", str(shelf)).stdout)["citation"]["quote"] == quote


def test_a_table_is_shown_in_words_and_as_csv(shelf: Path) -> None:
    """For people nothing of how it is stored; as CSV its own rows and columns, cells as printed."""
    made = next(one for one in rows(run("tables", "--nl", "--limit", "0", "--library", str(shelf))) if one["rows"])
    told = run("show", made["id"], "--library", str(shelf)).stdout
    assert "boxes" not in told
    assert "{" not in told
    table = list(csv.reader(io.StringIO(run("show", made["id"], "--csv", "--library", str(shelf)).stdout)))
    assert [line[:-1] for line in table[1:]] == [[one["label"], *one["cells"]] for one in made["rows"]]


def test_what_a_fact_refers_to_is_shown_as_citations(shelf: Path) -> None:
    """Restatements and recommendations come as they do in the lists, in JSON and in words."""
    for kind in ("commitments", "reports"):
        for one in rows(run(kind, "--nl", "--limit", "0", "--library", str(shelf))):
            shown = run("show", one["id"], "--json", "--library", str(shelf)).stdout
            assert json.loads(shown)["fields"] == {name: one[name] for name in json.loads(shown)["fields"]}
            assert "{" not in run("show", one["id"], "--library", str(shelf)).stdout


def test_verify_finds_no_difference_and_then_one(papers: Path, tmp_path: Path) -> None:
    """Every quote is compared; a source that changed afterwards is named and the exit status is 1."""
    folder, library = tmp_path / "papers", tmp_path / "library"
    folder.mkdir()
    (folder / "a.txt").write_text(next(papers.glob("*report*")).read_text(encoding="utf-8"), encoding="utf-8")
    assert shell("ingest", str(folder), "--library", str(library), "--no-embed").returncode == 0
    right = shell("verify", "--json", "--library", str(library))
    assert right.returncode == 0, right.stdout
    assert json.loads(right.stdout)["quotes_checked"] > 20
    (folder / "a.txt").write_text("something else", encoding="utf-8")
    wrong = shell("verify", "--library", str(library))
    assert wrong.returncode == 1
    assert "changed" in wrong.stdout


def test_status_counts_what_is_there(shelf: Path) -> None:
    """Documents, passages, facts and the model that was used."""
    told = json.loads(run("status", "--json", "--library", str(shelf)).stdout)
    assert told["documents"] == 3
    assert told["facts"]["decisions"] >= 4
    assert told["model"].startswith("all-MiniLM-L6-v2@")
    assert told["vectors"] >= told["passages"] > 0


def test_debug_shows_every_stage_and_changes_nothing(papers: Path, tmp_path: Path) -> None:
    """Parts, outline, tables, passages, facts and issues of one file."""
    file = next(papers.glob("*report*"))
    told = shell("debug", str(file), "--json")
    assert told.returncode == 0, told.stderr
    stages = json.loads(told.stdout)
    assert {"pages", "blocks", "parts", "sections", "tables", "passages", "facts", "issues"} <= set(stages)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("args", "status", "says"),
    [
        (("ask", "who?", "--library", "nowhere"), 1, "matters ingest"),
        (("ask",), 2, "Give a question"),
        (("ask", "x", "--json", "--nl"), 2, "one of --json"),
        (("decisions", "--since", "last week"), 2, "2034-03-01"),
        (("decisions", "--kind", "novel"), 2, "minutes"),
        (("show",), 2, "ID"),
        (("ingest",), 2, "PATHS"),
        (("frobnicate",), 2, "No such command"),
        (("debug", "nowhere.pdf"), 1, "nowhere.pdf"),
    ],
)
def test_wrong_usage_and_missing_things_have_their_status(args: tuple[str, ...], status: int, says: str) -> None:
    """2 for wrong usage, 1 for something named that is not there; no traceback."""
    done = shell(*args)
    assert done.returncode == status, done.stderr
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_an_unknown_id_is_wrong_usage(shelf: Path) -> None:
    """The error says where ids come from."""
    done = shell("show", "p-nothing", "--library", str(shelf))
    assert done.returncode == 2
    assert "ids" in done.stderr
