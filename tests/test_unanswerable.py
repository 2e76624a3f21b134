"""The questions that the sample papers do not answer: enough of each kind, none asked twice, each with its reason."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

GOLD = Path(__file__).parents[1] / "corpus" / "gold"
KINDS = {"wrong year", "wrong place", "wrong body", "only recommended", "wrong measure", "wrong person", "wrong event"}


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (GOLD / name).read_text(encoding="utf-8").splitlines()]


def test_there_are_a_hundred_of_many_kinds() -> None:
    """Each says of which kind it is and why the papers do not answer it."""
    more = rows("unanswerable-more.jsonl")
    counts = Counter(row["kind"] for row in more)
    assert len(more) >= 100
    assert set(counts) == KINDS
    assert min(counts.values()) >= 8
    assert all(row["why_not"] for row in more)


def test_no_question_is_asked_twice() -> None:
    """Neither among these nor beside the others."""
    every = [row for file in GOLD.glob("*.jsonl") for row in rows(file.name)]
    assert len({row["id"] for row in every}) == len(every)
    assert len({row["question"].casefold() for row in every}) == len(every)
