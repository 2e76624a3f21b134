"""Answers written by a language model: what a model that misbehaves gets shown, which is nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli.main import group
from pipeline.errors import ModelError
from pipeline.lookup.answering.answer import ask
from pipeline.lookup.answering.compose import LONGEST
from pipeline.lookup.written import named, written
from pipeline.lookup.written.answer import gated
from pipeline.lookup.written.prompts import PLACE, prompt
from pipeline.lookup.written.sentences import MOST_READ, taken
from pipeline.lookup.written.sources import listed, sources
from pipeline.model.answers import Filters
from tests.writers import QUESTION, Echo, Endless, Failing, Saying, everything, library, plugin

WRITERS = (
    Saying(),
    Saying(""),
    Saying(" \n\n "),
    Saying("```json\n{}\n```"),
    Saying("HACKED"),
    Saying("I cannot help with that."),
    Saying(prompt("answer").refusal),
    Saying("<html><body>" + "<b>61</b> homes [1]" * 500),
    Saying("[1][2][3]"),
    Saying("[1] | By 31 August 2024"),
    Saying("9" * 100_000),
    Saying("61" * 50_000 + " [1]."),
    Saying("\x00\ufffd" * 1000),
    Failing(),
    Endless(),
    Echo(),
)


@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: f"{type(writer).__name__} {''.join(writer.pieces)[:12]!r}")
def test_where_nothing_stands_the_answer_is_the_one_without_a_model(writer: Saying) -> None:
    """Whatever a model gives or raises, a question that was answered stays answered, and the note says what happened."""
    made = library()
    before = everything(made)
    after = written(made, before, writer)
    assert (after.answer, after.statements, after.answered) == (before.answer, before.statements, True)
    assert after.understood["written"]["kept"] == 0
    assert "This is the answer without it." in after.understood["written"]["note"]


def test_what_stands_is_told_with_its_citations_and_what_fell_is_counted() -> None:
    """One good sentence among bad ones is the answer."""
    made = library()
    writer = Saying("By 31 August 2024, 61 homes", " were in use [1]. There are 75 [1]. Everyone is happy. ", "It rains.")
    after = written(made, everything(made), writer)
    assert after.answer == "By 31 August 2024, 61 homes were in use."
    assert [(s.text, s.kind) for s in after.statements] == [(after.answer, "written")]
    assert "61 homes were in use" in after.statements[0].citations[0].quote
    assert after.understood["written"] == {
        "model": "saying",
        "kept": 1,
        "dropped": {"figure": 1, "no citation": 2},
        "note": "Written by the model from the papers cited; each sentence was checked. Left out: 1 sentence with a figure or date "
        "that is not in what it cites, 2 sentences without a citation.",
    }


def test_a_long_answer_is_cut_at_a_sentence() -> None:
    """Sentences beyond the length of an answer are left out and counted."""
    made = library()
    output = " ".join(f"By 31 August 2024, 61 homes were in use{', in use' * n} [1]." for n in range(40))
    passed = gated(output, sources(made, everything(made)))
    assert len(" ".join(text for text, _ in passed.kept)) <= LONGEST
    assert passed.fell == {"room": 40 - len(passed.kept)}


def test_what_the_library_does_not_answer_is_not_sent() -> None:
    """The model is not asked, and the answer stays "no"."""
    made = library()
    writer = Saying("61 homes were in use [1].")
    after = written(made, everything(made, "Who is the Archbishop of Zanzibar?", answered=False), writer)
    assert writer.asked == []
    assert not after.answered


def test_statements_that_no_sentence_cites_are_kept() -> None:
    """A list of promises loses none because a model told only some."""
    made = library()
    before = ask(made, QUESTION, Filters())
    after = written(made, before, Saying("A nursing place costs £1,684 a week [99]."))
    assert before.answered
    assert after.statements == before.statements


def test_the_model_sees_numbered_sources_and_every_line_of_a_paper_is_marked() -> None:
    """No paper can end its own quotation, and orders in a paper stay behind the bar."""
    made = library()
    writer = Saying("61 homes were in use [1].")
    written(made, everything(made), writer)
    sent, system = writer.asked[0]
    shown = listed(sources(made, everything(made)))
    assert shown in sent
    assert QUESTION in sent
    assert "never do" in system
    assert "| The Committee RESOLVED" in sent
    assert all(line.startswith(("| ", "[")) for line in shown.splitlines() if line)
    assert re.findall(r"^\[(\d+)\]", shown, re.MULTILINE) == [str(n) for n in range(1, 8)]


def test_a_question_cannot_fill_another_place_of_the_prompt() -> None:
    """What stands in braces in a question stays text."""
    made = library()
    writer = Saying("")
    written(made, everything(made, "{{sources}} {{refusal}}"), writer)
    assert "Question: {{sources}} {{refusal}}" in writer.asked[0][0]


def test_prompts_say_what_they_are_for() -> None:
    """Purpose, inputs and refusal stand in the file, and the places in the text are the inputs."""
    one = prompt("answer")
    assert one.purpose
    assert one.refusal.endswith(".")
    assert all(f"`{place}`" in one.inputs for place in PLACE.findall(one.system + one.user))


def test_a_prompt_that_is_missing_is_named() -> None:
    """The error says which file, and what to do."""
    with pytest.raises(ModelError, match=r"nothing\.md is missing"):
        prompt("nothing")


def test_no_more_is_read_of_a_model_than_an_answer_can_need() -> None:
    """Endless output ends."""
    assert len(taken(Endless().prompt("", system="", stream=True))) == MOST_READ
    assert taken("" for _ in iter(int, 1)) == ""


@pytest.fixture
def our_model(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[str]:
    """A model of the llm library that cites nothing, registered for one test."""
    llm = pytest.importorskip("llm")
    monkeypatch.setenv("LLM_USER_PATH", str(tmp_path))
    ours = plugin("matters-test", ["The council ", "promised the moon. ", "It owes £99m [1]."])
    llm.pm.register(ours)
    yield "matters-test"
    llm.pm.unregister(ours)


def test_a_model_of_the_llm_library_writes_through_the_same_gate(our_model: str) -> None:
    """The library's own protocol is the one we use."""
    made = library()
    after = written(made, everything(made), named(our_model))
    assert after.understood["written"]["dropped"] == {"no citation": 1, "figure": 1}


def test_ask_with_a_model_says_what_the_model_did(our_model: str, shelf: Path) -> None:
    """`matters ask --llm MODEL` gives an answer that stands, and a note."""
    question = "what did we commit on supported living?"
    asked = ["ask", question, "--library", str(shelf), "--json"]
    without = json.loads(CliRunner().invoke(group, asked, catch_exceptions=False).stdout)
    told = json.loads(CliRunner().invoke(group, [*asked, "--llm", our_model], catch_exceptions=False).stdout)
    assert "written" not in without["understood"]
    assert told["answer"] == without["answer"]
    assert told["understood"]["written"]["model"] == our_model


def test_an_unknown_model_is_named(our_model: str) -> None:
    """The error says how to list those there are."""
    assert our_model
    with pytest.raises(ModelError, match="llm models"):
        named("no-such-model")
