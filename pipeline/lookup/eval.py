"""`matters eval`: retrieval and answers measured on question files, with intervals, by kind, style and component."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.errors import UsageError
from pipeline.lookup.answer import ask
from pipeline.lookup.evidence import Evidence, Papers
from pipeline.lookup.measure import ANSWER, CITATIONS, PASSAGE, QUOTE, STATEMENTS, holds, mean, norm, placed, proves, says
from pipeline.lookup.search import candidates_alone
from pipeline.model.answers import Answer, Citation, Filters
from pipeline.model.ports import Library

DEPTHS = (1, 3, 5, 10)
COMPONENTS = ("words", "meaning", "facts", "fused", "ranked")
RESAMPLES, INTERVAL = 500, (0.025, 0.975)
UNANSWERABLE = "unanswerable"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of a file with what was measured of its answer."""

    row: Mapping[str, Any]
    measures: Mapping[str, float | None]


def evaluate(library: Library, files: Sequence[Path], *, components: bool = True) -> dict[str, Any]:
    """Scores on these files; those named unanswerable*.jsonl hold questions that should be declined."""
    papers = Papers(library)
    rows = [(file.name.startswith(UNANSWERABLE), row) for file in files for row in _rows(file)]
    answerable = [row for declined, row in rows if not declined]
    asked = [Asked(row, measured(papers, row, ask(library, row["question"], Filters()))) for row in answerable]
    declined = [float(not ask(library, row["question"], Filters()).answered) for unanswerable, row in rows if unanswerable]
    return {
        "questions": len(asked),
        **_means(asked),
        "unanswerable": len(declined),
        "declined_unanswerable": mean(declined),
        "intervals": _intervals(asked),
        "by_style": _grouped(asked, "style"),
        "by_kind": _grouped(asked, "kind"),
        **({"components": _components(library, papers, answerable)} if components and asked else {}),
    }


def _rows(file: Path) -> list[dict[str, Any]]:
    found = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            try:
                found.append(json.loads(line))
            except ValueError as error:
                raise UsageError(f"{file}, line {number} is not JSON ({error}).") from error
    return found


def measured(papers: Papers, row: Mapping[str, Any], answer: Answer) -> dict[str, float | None]:
    """The measures of one answer, each 0 to 1 (None where there is nothing to compare)."""
    sets = papers.evidence(row)
    passages = [[(hit.row.text[:PASSAGE], c) for c in (hit.citation, *hit.also_in)] for hit in answer.passages]
    found = {depth: _recall(sets, passages[:depth]) for depth in DEPTHS}
    first = next((rank for rank in range(1, len(passages) + 1) if _recall(sets, passages[:rank]) > 0), 0)
    short = norm(answer.answer[:ANSWER])
    said = all(says(wanted, short) for wanted in row.get("must_include", []))
    right = [[_proofs(sets, c) for c in s.citations[:CITATIONS]] for s in answer.statements[:STATEMENTS]]
    cited = any(any(proofs) for of_statement in right for proofs in of_statement)
    pages = [
        e.on_page(c)
        for s, proven in zip(answer.statements[:STATEMENTS], right, strict=True)
        for c, proofs in zip(s.citations[:CITATIONS], proven, strict=True)
        for e in proofs
        if e.on_page(c) is not None
    ]
    return {
        **{f"recall@{depth}": value for depth, value in found.items()},
        "mrr": 1 / first if first else 0.0,
        "answer_has_fact": float(said),
        "right_citation": float(cited),
        "page_right": float(any(pages)) if pages else None,
        "good_answer": float(answer.answered and said and cited),
        "answered": float(answer.answered),
        "answer_chars": float(len(answer.answer)),
        "statements_right": sum(any(map(bool, s)) for s in right) / len(right) if right else 0.0,
    }


def _recall(sets: Sequence[Sequence[Evidence]], passages: Sequence[Sequence[tuple[str, Citation]]]) -> float:
    """Share of the evidence that these passages hold, of the set of evidence that fares best."""
    flat = [one for some in passages for one in some]
    return max(sum(any(_held(e, text, c) for text, c in flat) for e in some) / len(some) for some in sets)


def _held(e: Evidence, text: str, c: Citation) -> bool:
    return e.of(c.document) and holds(placed(text, c.section), e.quote, e.context, once=e.once)


def _proofs(sets: Sequence[Sequence[Evidence]], c: Citation) -> list[Evidence]:
    quote = c.quote[:QUOTE]
    return [
        e
        for some in sets
        for e in some
        if e.of(c.document) and proves(quote, e.quote, e.context, once=e.once, placed=placed(quote, c.section))
    ]


def _means(asked: Sequence[Asked]) -> dict[str, float | None]:
    names = asked[0].measures if asked else ()
    return {name: mean([v for a in asked if (v := a.measures[name]) is not None]) for name in names}


def _grouped(asked: Sequence[Asked], by: str) -> dict[str, Any]:
    groups: dict[str, list[Asked]] = {}
    for one in asked:
        groups.setdefault(str(one.row.get(by, "?")), []).append(one)
    return {name: {"n": len(some), **_means(some)} for name, some in sorted(groups.items())}


def _intervals(asked: Sequence[Asked]) -> dict[str, tuple[float, float]]:
    """95 per cent bootstrap intervals over questions; the same resamples each time."""
    found = {}
    for name in ("recall@5", "good_answer", "right_citation", "statements_right"):
        values = [a.measures[name] or 0.0 for a in asked]
        if values:
            found[name] = bootstrap(values, lambda some: sum(some) / len(some))
    return found


def bootstrap(values: Sequence[float], statistic: Callable[[Sequence[float]], float]) -> tuple[float, float]:
    draw = random.Random(20)
    drawn = sorted(statistic(draw.choices(values, k=len(values))) for _ in range(RESAMPLES))
    return drawn[int(INTERVAL[0] * RESAMPLES)], drawn[int(INTERVAL[1] * RESAMPLES)]


def _components(library: Library, papers: Papers, rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """What each search finds alone, their fusion, and the ranking: recall at 5 and 10."""
    totals: dict[str, list[tuple[float, float]]] = {name: [] for name in COMPONENTS}
    for row in rows:
        sets = papers.evidence(row)
        for name, hits in candidates_alone(library, row["question"], max(DEPTHS)).items():
            passages = [[(hit.row.text[:PASSAGE], hit.citation)] for hit in hits]
            totals[name].append((_recall(sets, passages[:5]), _recall(sets, passages[:10])))
    return {
        name: {"recall@5": mean([a for a, _ in some]), "recall@10": mean([b for _, b in some])} for name, some in totals.items() if some
    }
