"""`matters eval`: retrieval and answers measured on question files, with intervals, by kind, style and component."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pipeline.errors import UsageError
from pipeline.lookup.answering.answer import ask
from pipeline.lookup.answering.compose import NOTHING
from pipeline.lookup.answering.confidence import THRESHOLD
from pipeline.lookup.finding.search import candidates_alone
from pipeline.lookup.scoring.abstention import Sure, abstention
from pipeline.lookup.scoring.bootstrap import interval
from pipeline.lookup.scoring.compared import compared
from pipeline.lookup.scoring.evidence import Papers
from pipeline.lookup.scoring.measure import mean
from pipeline.lookup.scoring.scored import NDCG, cut, gain, measured, recall
from pipeline.model.answers import Answer, Filters
from pipeline.model.ports import Library, Reranker

COMPONENTS = ("words", "meaning", "facts", "fused", "ranked")
INTERVALS = ("recall@5", f"ndcg@{NDCG}", "good_answer", "right_citation", "statements_right")
UNANSWERABLE = "unanswerable"
ALWAYS = -1.0
"""Below every confidence."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of a file with what was measured of its answer."""

    row: Mapping[str, Any]
    measures: Mapping[str, float | None]
    sure: Sure


def evaluate(
    library: Library,
    files: Sequence[Path],
    *,
    components: bool = True,
    against: Mapping[str, Mapping[str, Any]] | None = None,
    reranker: Reranker | None = None,
) -> dict[str, Any]:
    """Scores on these files; those named unanswerable*.jsonl hold questions that should be declined.

    `against`: the questions of an earlier run by id (`compared.earlier`), to be compared one by one.
    """
    papers = Papers(library)
    rows = [(file.name.startswith(UNANSWERABLE), row) for file in files for row in _rows(file)]
    asked = [_measured(library, papers, row, reranker) for unanswerable, row in rows if not unanswerable]
    declined = [_declined(library, row, reranker) for unanswerable, row in rows if unanswerable]
    by_question = [_told(one) for one in (*asked, *declined)]
    return {
        "questions": len(asked),
        **_means(asked),
        "unanswerable": len(declined),
        "declined_unanswerable": mean([one.measures["declined"] or 0.0 for one in declined]),
        "intervals": _intervals(asked),
        "by_style": _grouped(asked, "style"),
        "by_kind": _grouped(asked, "kind"),
        **({"components": _components(library, papers, [one.row for one in asked], reranker)} if components and asked else {}),
        "abstention": abstention([one.sure for one in (*asked, *declined)]),
        **({"compared": compared(against, by_question)} if against is not None else {}),
        "by_question": by_question,
    }


def _rows(file: Path) -> list[dict[str, Any]]:
    found = []
    for number, line in enumerate(file.read_text(encoding="utf-8").split("\n"), 1):
        if line.strip():
            try:
                found.append(json.loads(line))
            except ValueError as error:
                raise UsageError(f"{file}, line {number} is not JSON ({error}).") from error
    return found


def _measured(library: Library, papers: Papers, row: Mapping[str, Any], reranker: Reranker | None) -> Asked:
    """The answer as it would be given, and whether it is right where it would be held back too."""
    said = ask(library, row["question"], Filters(), threshold=ALWAYS, reranker=reranker)
    given = said if said.confidence > THRESHOLD else withheld(said)
    right = bool(measured(papers, row, said)["good_answer"])
    return Asked(row, measured(papers, row, given), Sure(said.confidence, right))


def withheld(answer: Answer) -> Answer:
    """The same answer, not given."""
    return replace(answer, answered=False, answer=NOTHING, statements=())


def _declined(library: Library, row: Mapping[str, Any], reranker: Reranker | None) -> Asked:
    answer = ask(library, row["question"], Filters(), reranker=reranker)
    return Asked(row, {"declined": float(not answer.answered)}, Sure(answer.confidence, None))


def _told(one: Asked) -> dict[str, Any]:
    """A question's row of the run, to be compared with another run's."""
    named = {name: one.row.get(name) for name in ("id", "question", "kind", "style")}
    return {**named, "confidence": round(one.sure.confidence, 4), **one.measures}


def _means(asked: Sequence[Asked]) -> dict[str, float | None]:
    names = asked[0].measures if asked else ()
    return {name: mean([v for a in asked if (v := a.measures[name]) is not None]) for name in names}


def _grouped(asked: Sequence[Asked], by: str) -> dict[str, Any]:
    groups: dict[str, list[Asked]] = {}
    for one in asked:
        groups.setdefault(str(one.row.get(by, "?")), []).append(one)
    return {name: {"n": len(some), **_means(some), "intervals": _intervals(some)} for name, some in sorted(groups.items())}


def _intervals(asked: Sequence[Asked]) -> dict[str, tuple[float, float]]:
    """95 per cent bootstrap intervals over questions."""
    return {name: interval([a.measures[name] or 0.0 for a in asked]) for name in INTERVALS} if asked else {}


def _components(library: Library, papers: Papers, rows: Sequence[Mapping[str, Any]], reranker: Reranker | None) -> dict[str, Any]:
    """What each search finds alone, their fusion, and the ranking: recall at 5 and 10, and discounted gain."""
    totals: dict[str, list[tuple[float, float, float]]] = {name: [] for name in COMPONENTS}
    for row in rows:
        sets = papers.evidence(row)
        for name, hits in candidates_alone(library, row["question"], NDCG, reranker).items():
            passages = cut(hits)
            best = max(gain(some, passages) for some in sets)
            totals[name].append((recall(sets, passages[:5]), recall(sets, passages), best))
    names = ("recall@5", "recall@10", f"ndcg@{NDCG}")
    return {name: dict(zip(names, map(mean, zip(*some, strict=True)), strict=True)) for name, some in totals.items() if some}
