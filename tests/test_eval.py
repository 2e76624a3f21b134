"""`matters eval`: gain, intervals, saying no, and two runs compared."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from pipeline.cli.main import group
from pipeline.errors import UsageError
from pipeline.lookup.scoring.abstention import Sure, abstention, area_declined, area_right, curve
from pipeline.lookup.scoring.bootstrap import interval
from pipeline.lookup.scoring.compared import compared, earlier, sign_test
from pipeline.lookup.scoring.eval import evaluate
from pipeline.lookup.scoring.evidence import Evidence
from pipeline.lookup.scoring.scored import gain, recall
from pipeline.model.answers import Citation
from tests.council import library

FERRY = {
    "id": "a", "question": "How many passengers did the Rowan ferry carry in 2023/24?", "must_include": ["18,204"],
    "kind": "figure", "style": "lexical",
    "evidence": [{"document": "2024-03-05 minutes.txt", "quote": "The Rowan ferry carried 18,204 passengers in 2023/24"}],
}  # fmt: skip
NOBODY = {"id": "u", "question": "Who is the Archbishop of Zanzibar?"}
SURE = st.builds(Sure, st.floats(0, 1), st.sampled_from([True, False, None]))


def evidence(quote: str) -> Evidence:
    return Evidence(quote, "minutes.txt", quote, True, None)


def place() -> Citation:
    return Citation("c", "minutes.txt", "", "", None, "minutes", None, None, (), None, None, None, 1, 0, 1, "", (), False, None, "")


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (["one", "two", "-"], 1.0),
        (["one", "-", "two"], 1.5 / 1.631),
        (["-", "-", "one"], 0.5 / 1.631),
        (["one", "one", "one"], 1 / 1.631),
        ([], 0),
    ],
)
def test_gain_counts_each_piece_of_evidence_once_and_the_earlier_the_more(order: list[str], expected: float) -> None:
    """The second passage with the same evidence adds nothing."""
    quotes = {
        "one": "The committee heard about the first boat that had come in",
        "two": "Parking in Weir Street was raised by three residents of the parish",
        "-": "Nothing else was said, and the meeting closed at noon on that day",
    }
    some = [evidence(quotes["one"]), evidence(quotes["two"])]
    assert gain(some, [[(quotes[name], place())] for name in order]) == pytest.approx(expected, abs=0.001)


def test_recall_is_that_of_the_set_of_evidence_that_fares_best() -> None:
    """Any of a question's sets will do."""
    text = "The committee heard about the first boat that had come in"
    sets = [[evidence(text), evidence("Something that stands nowhere in these papers at all")], [evidence(text)]]
    assert recall(sets, [[(text, place())]]) == 1.0


@given(st.lists(SURE))
def test_the_curve_runs_from_strict_to_loose(some: list[Sure]) -> None:
    """More is answered at each point, less is declined, and all is answered at the last."""
    points = curve(some)
    assert [p["answered"] for p in points] == sorted(p["answered"] for p in points)
    assert [p["declined"] for p in points] == sorted((p["declined"] for p in points), reverse=True)
    assert all(0 <= p[name] <= 1 for p in points for name in ("answered", "right", "declined"))
    assert not points or points[-1]["answered"] == 1


@pytest.mark.parametrize(
    ("some", "declined", "right"),
    [
        ([Sure(0.9, True), Sure(0.8, True), Sure(0.1, None)], 1.0, 1.0),
        ([Sure(0.9, False), Sure(0.1, True), Sure(0.5, None)], 0.5, 0.25),
        ([Sure(0.5, True), Sure(0.5, None)], 0.5, 1.0),
        ([Sure(0.5, None)], None, None),
    ],
)
def test_areas_say_what_confidence_is_worth(some: list[Sure], declined: float | None, right: float | None) -> None:
    """1 where every answerable question is surer than every other; a half where confidence says nothing."""
    assert area_declined(some) == declined
    assert area_right(some) == right
    assert set(abstention(some)) == {"area_declined", "area_right", "curve"}


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_an_interval_lies_among_the_values(values: list[float]) -> None:
    """And is the same each time."""
    low, high = interval(values)
    assert min(values) - 1e-9 <= low <= high <= max(values) + 1e-9
    assert interval(values) == (low, high)


def test_two_runs_are_compared_by_question() -> None:
    """Won, lost and the same, over the questions that both hold."""
    before = {id_: {"id": id_, "good_answer": value} for id_, value in (("a", 0.0), ("b", 1.0), ("c", 1.0))}
    now = [
        {"id": "a", "good_answer": 1.0},
        {"id": "b", "good_answer": 0.0},
        {"id": "c", "good_answer": 1.0},
        {"id": "d", "good_answer": 1.0},
    ]
    found = compared(before, now)
    assert (found["questions"], found["only_now"]) == (3, 1)
    one = found["good_answer"]
    assert (one["won"], one["lost"], one["difference"], one["chance"]) == (["a"], ["b"], 0.0, 1.0)


@pytest.mark.parametrize(("won", "lost", "chance"), [(0, 0, 1.0), (1, 0, 1.0), (6, 0, 2 / 64), (5, 5, 1.0)])
def test_an_uneven_split_is_less_likely_by_chance(won: int, lost: int, chance: float) -> None:
    """Two-sided sign test."""
    assert sign_test(won, lost) == pytest.approx(chance)


def test_a_file_that_is_no_run_is_named(tmp_path: Path) -> None:
    """The error says how to save one."""
    file = tmp_path / "earlier.json"
    for text in ("[]", "{}", "nothing", '{"by_question": [1]}'):
        file.write_text(text, encoding="utf-8")
        with pytest.raises(UsageError, match=r"earlier\.json is no run"):
            earlier(file)


def files(folder: Path) -> list[Path]:
    asked, declined = folder / "questions.jsonl", folder / "unanswerable.jsonl"
    asked.write_text(json.dumps(FERRY), encoding="utf-8")
    declined.write_text(json.dumps(NOBODY), encoding="utf-8")
    return [asked, declined]


def test_a_run_compared_with_itself_is_the_same(tmp_path: Path) -> None:
    """Every question is found again, nothing is won or lost."""
    first = evaluate(library(), files(tmp_path))
    saved = tmp_path / "earlier.json"
    saved.write_text(json.dumps(first), encoding="utf-8")
    again = evaluate(library(), files(tmp_path), against=earlier(saved))["compared"]
    assert again["questions"] == 2
    assert all(again[name]["won"] == again[name]["lost"] == [] for name in ("good_answer", "ndcg@10", "declined"))


def test_eval_prints_a_table_and_compares(tmp_path: Path, shelf: Path) -> None:
    """The command saves a run as JSON and takes it back."""
    row = {"id": "a", "question": "what did we commit on supported living?", "kind": "commitment", "style": "lexical",
           "evidence": [{"document": "none.txt", "quote": "words that stand nowhere in these papers at all"}]}  # fmt: skip
    asked, saved = tmp_path / "questions.jsonl", tmp_path / "earlier.json"
    asked.write_text(json.dumps(row), encoding="utf-8")
    saved.write_text(
        CliRunner().invoke(group, ["eval", str(asked), "--library", str(shelf), "--json"], catch_exceptions=False).stdout, encoding="utf-8"
    )
    table = CliRunner().invoke(group, ["eval", str(asked), "--library", str(shelf), "--against", str(saved)], catch_exceptions=False).stdout
    assert "nDCG@10" in table
    assert "Compared with the earlier run on 1 questions:" in table
