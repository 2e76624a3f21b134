"""Two runs of `matters eval` compared question by question: what was won, what was lost, and whether that is more than chance."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from math import comb
from pathlib import Path
from typing import Any

from pipeline.errors import UsageError
from pipeline.lookup.scoring.bootstrap import interval

MEASURES = ("recall@5", "ndcg@10", "good_answer", "right_citation", "citation_recall", "declined")
"""What is compared: higher is better in each."""


def earlier(file: Path) -> dict[str, Mapping[str, Any]]:
    """The questions of a run saved with `matters eval --json`, by id. Raises UsageError for another file."""
    try:
        rows = json.loads(file.read_text(encoding="utf-8"))["by_question"]
        return {str(row["id"]): row for row in rows}
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{file} is no run of `matters eval`. Save one with: matters eval FILES --json > earlier.json") from error


def compared(before: Mapping[str, Mapping[str, Any]], now: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """For each measure: the means over the questions that both runs hold, their difference with its interval, the ids won and lost."""
    both = [(before[str(row["id"])], row) for row in now if str(row["id"]) in before]
    found = {name: one for name in MEASURES if (one := _measure(name, both))}
    return {"questions": len(both), "only_now": len(now) - len(both), **found}


def _measure(name: str, both: Sequence[tuple[Mapping[str, Any], Mapping[str, Any]]]) -> dict[str, Any] | None:
    pairs = [(str(b["id"]), a[name], b[name]) for a, b in both if a.get(name) is not None and b.get(name) is not None]
    if not pairs:
        return None
    changes = [now - was for _, was, now in pairs]
    won, lost = ([id_ for id_, was, now in pairs if sign * (now - was) > 0] for sign in (1, -1))
    return {
        "before": sum(was for _, was, _ in pairs) / len(pairs),
        "now": sum(now for _, _, now in pairs) / len(pairs),
        "difference": sum(changes) / len(changes),
        "interval": interval(changes),
        "chance": sign_test(len(won), len(lost)),
        "won": won,
        "lost": lost,
    }


def sign_test(won: int, lost: int) -> float:
    """The chance of a split at least as uneven where both runs are equally good (two-sided)."""
    n, most = won + lost, max(won, lost)
    return min(1.0, 2 * sum(comb(n, k) for k in range(most, n + 1)) / 2**n) if n else 1.0
