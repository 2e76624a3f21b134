"""Search, answers, promises and `matters eval` on the papers of an invented council."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from pipeline.lookup.answering.answer import ask
from pipeline.lookup.answering.compose import LONGEST, POINT
from pipeline.lookup.finding.search import search
from pipeline.lookup.scoring.eval import evaluate
from pipeline.lookup.text.terms import stems
from pipeline.model.answers import Filters
from tests.council import MINUTES, REPORT, library
from tests.fake_library import FakeLibrary

EVERYTHING = Filters()
QUESTIONS = (
    ("How many passengers did the Rowan ferry carry in 2023/24?", "18,204", "The Rowan ferry carried 18,204 passengers"),
    ("Who substituted for Cllr Tolley?", "Marta Lisle", "Cllr Marta Lisle substituting"),
    ("Why did the ferry carry fewer passengers?", "slipway", "slipway was closed for repairs"),
    ("older people forecast 2024/25", "62.900", "Older people\t61.200"),
    ("What overspend does Adult Care forecast at Period 4?", "£2.310m", "an overspend of £2.310m"),
    ("By what vote was the building of supported living homes agreed?", "3 votes for and 1 against", "With 3 votes for and 1 against"),
    ("What is PAQS?", "check the quality of care homes", "PAQS is a tool"),
    ("Who promised a report about how long people wait?", "Director of Adult Care", "report on waiting times"),
)


@pytest.mark.parametrize(("question", "said", "quoted"), QUESTIONS)
def test_questions_are_answered_with_the_words_that_prove_it(question: str, said: str, quoted: str) -> None:
    """The point is in the answer and the first statement cites it."""
    answer = ask(library(), question, EVERYTHING)
    assert answer.answered
    assert said in answer.answer[:POINT]
    assert any(quoted in c.quote for c in answer.statements[0].citations)


@pytest.mark.parametrize("question", [q for q, _, _ in QUESTIONS])
def test_every_number_of_an_answer_stands_in_a_cited_quote(question: str) -> None:
    """Nothing is computed, rounded or taken from elsewhere; column labels of a table row are the table's own."""
    answer = ask(library(), question, EVERYTHING)
    proof = " ".join(c.quote for s in answer.statements for c in s.citations)
    readings = " ".join([*REPORT.readings.values()])
    assert all(number in proof or number in readings for number in re.findall(r"\d[\d,.]*\d|\d", answer.answer))
    assert len(answer.answer) <= LONGEST


@pytest.mark.parametrize("question", ["Who is the Archbishop of Zanzibar?", "helicopter landing fees Zanzibar 1987", "???", ""])
def test_what_the_library_does_not_hold_is_not_answered(question: str) -> None:
    """The answer says so, states nothing, and still shows what is nearest."""
    answer = ask(library(), question, EVERYTHING)
    assert not answer.answered
    assert answer.statements == ()
    assert answer.coverage.documents == 2


def test_every_promise_on_a_topic_is_listed_once_newest_first_with_its_restatements() -> None:
    """Two statements of one promise are one statement with two citations."""
    answer = ask(library(), "what did we commit on supported living?", EVERYTHING)
    assert [s.kind for s in answer.statements] == ["commitment"]
    assert [c.quote for c in answer.statements[0].citations] == [REPORT.lines[3][2], MINUTES.lines[4][2]]
    assert "September 2026" in answer.answer


def test_a_promise_in_other_words_is_found() -> None:
    """The table of public-sector English holds for topics too."""
    answer = ask(library(), "what have we promised about day opportunities?", EVERYTHING)
    assert [c.quote for s in answer.statements for c in s.citations] == [REPORT.lines[4][2]]


@pytest.mark.parametrize(
    ("filters", "documents"),
    [
        (Filters(kind="report"), {REPORT.name}),
        (Filters(until="2024-06-30"), {MINUTES.name}),
        (Filters(document="finance"), {REPORT.name}),
        (Filters(council="Elsewhere"), set()),
    ],
)
def test_filters_hold_for_every_hit_and_citation(filters: Filters, documents: set[str]) -> None:
    """They are applied inside each search."""
    assert {hit.citation.document for hit in search(library(), "supported living homes", filters, 0)} == documents
    answer = ask(library(), "supported living homes", filters)
    assert {c.document for s in answer.statements for c in s.citations} <= documents


@pytest.mark.parametrize(
    ("question", "filters", "gaps"),
    [
        ("What did the Adults Committee decide on 10 September 2024?", EVERYTHING, ("No minutes of 10 September 2024 are among them.",)),
        ("What did the Adults Committee decide on 5 March 2024?", EVERYTHING, ()),
        ("What was discussed at the meeting in May 2021?", EVERYTHING, ("No paper is dated May 2021.",)),
        ("Which meeting in 2024 heard about the ferry?", EVERYTHING, ()),
        ("How many passengers in May 2021?", EVERYTHING, ()),
        ("How many passengers?", Filters(council="Elsewhere"), ("No paper matches these filters.",)),
    ],
)
def test_what_the_library_lacks_for_a_question_is_said(question: str, filters: Filters, gaps: tuple[str, ...]) -> None:
    """A missing meeting or its missing minutes, where a meeting is asked about."""
    assert ask(library(), question, filters).coverage.gaps == gaps


def test_the_same_words_elsewhere_are_one_hit() -> None:
    """Minutes published twice give one hit with "also in"."""
    shelf = FakeLibrary((MINUTES, REPORT, MINUTES))
    hits = search(shelf, "Rowan ferry passengers", EVERYTHING, 10)
    assert len({" ".join(stems(hit.row.text)) for hit in hits}) == len(hits)
    assert len(hits[0].also_in) == 1
    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))


def test_a_phrase_in_double_quotes_must_stand_in_what_is_found() -> None:
    """Unless it stands nowhere: then its words are searched for."""
    assert [hit.row.text for hit in search(library(), 'homes "care provider"', EVERYTHING, 10)] == [MINUTES.lines[1][2]]
    assert search(library(), '"supported homes living"', EVERYTHING, 10)


def test_hits_say_why_they_are_there() -> None:
    """Ranks in each search, and features that can be read."""
    hit = search(library(), "How many ferry passengers?", EVERYTHING, 1)[0]
    assert hit.found_by["words"] == 1
    assert {"words", "meaning", "cover"} <= set(hit.features)


def test_answers_do_not_depend_on_how_often_they_are_asked() -> None:
    """The same question gives the same answer."""
    first, second = (ask(library(), QUESTIONS[0][0], EVERYTHING) for _ in range(2))
    assert (first.answer, first.statements, first.passages) == (second.answer, second.statements, second.passages)


def test_eval_measures_what_it_says(tmp_path: Path) -> None:
    """Right evidence counts, wrong evidence does not, whether named by document or by the start of its name."""
    rows = [
        {"id": "a", "question": QUESTIONS[0][0], "must_include": ["18,204"], "kind": "figure", "style": "lexical",
         "evidence": [{"document": "2024-03-05 minutes.txt", "quote": "The Rowan ferry carried 18,204 passengers in 2023/24"}]},
        {"id": "b", "question": QUESTIONS[1][0], "must_include": ["Nobody"], "kind": "who", "style": "lexical",
         "evidence": [{"document": "2024-09-10 finance report.txt", "quote": "words that stand nowhere in these papers at all"}]},
    ]  # fmt: skip
    asked, declined = tmp_path / "questions.jsonl", tmp_path / "unanswerable.jsonl"
    asked.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    declined.write_text(json.dumps({"id": "u", "question": "Who is the Archbishop of Zanzibar?"}) + "\n", encoding="utf-8")
    scores = evaluate(library(), [asked, declined])
    assert (scores["questions"], scores["recall@5"], scores["good_answer"], scores["declined_unanswerable"]) == (2, 0.5, 0.5, 1.0)
    assert scores["by_kind"]["figure"]["good_answer"] == 1.0
    assert set(scores["components"]) == {"words", "meaning", "facts", "fused", "ranked"}
