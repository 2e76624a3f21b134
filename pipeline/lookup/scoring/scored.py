"""What is measured of one answer: does it find, say and prove what the question's evidence says?"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.lookup.scoring.evidence import Evidence, Papers
from pipeline.lookup.scoring.measure import ANSWER, CITATIONS, PASSAGE, QUOTE, STATEMENTS, holds, norm, placed, proves, says
from pipeline.model.answers import Answer, Citation, Hit

DEPTHS, NDCG = (1, 3, 5, 10), 10

Passages = Sequence[Sequence[tuple[str, Citation]]]
"""The passages in order, each with the places where its words stand."""


def measured(papers: Papers, row: Mapping[str, Any], answer: Answer) -> dict[str, float | None]:
    """The measures of one answer, each 0 to 1 (None where there is nothing to compare)."""
    sets = papers.evidence(row)
    passages = [[(hit.row.text[:PASSAGE], c) for c in (hit.citation, *hit.also_in)] for hit in answer.passages]
    first = next((rank for rank in range(1, len(passages) + 1) if recall(sets, passages[:rank]) > 0), 0)
    short = norm(answer.answer[:ANSWER])
    said = all(says(wanted, short) for wanted in row.get("must_include", []))
    proofs = [[proved(sets, c) for c in s.citations[:CITATIONS]] for s in answer.statements[:STATEMENTS]]
    cited = any(any(some) for of_statement in proofs for some in of_statement)
    pages = _pages(answer, proofs)
    return {
        **{f"recall@{depth}": recall(sets, passages[:depth]) for depth in DEPTHS},
        "mrr": 1 / first if first else 0.0,
        f"ndcg@{NDCG}": max(gain(some, passages[:NDCG]) for some in sets),
        "answer_has_fact": float(said),
        "right_citation": float(cited),
        "citation_precision": _precision(proofs),
        "citation_recall": max(_cited(some, proofs) for some in sets),
        "page_right": float(any(pages)) if pages else None,
        "good_answer": float(answer.answered and said and cited),
        "answered": float(answer.answered),
        "answer_chars": float(len(answer.answer)),
        "statements_right": sum(any(map(bool, s)) for s in proofs) / len(proofs) if proofs else 0.0,
    }


def cut(hits: Sequence[Hit]) -> list[list[tuple[str, Citation]]]:
    """Passages as they are measured, without the places that hold the same words."""
    return [[(hit.row.text[:PASSAGE], hit.citation)] for hit in hits]


def recall(sets: Sequence[Sequence[Evidence]], passages: Passages) -> float:
    """Share of the evidence that these passages hold, of the set of evidence that fares best."""
    flat = [one for some in passages for one in some]
    return max(sum(any(held(e, text, c) for text, c in flat) for e in some) / len(some) for some in sets)


def gain(some: Sequence[Evidence], passages: Passages) -> float:
    """Normalised discounted gain: each piece of evidence counts once, at the first passage that holds it.

    The best possible order has a piece in each of the first passages.
    """
    left, total = list(some), 0.0
    for rank, places in enumerate(passages, 1):
        new = [e for e in left if any(held(e, text, c) for text, c in places)]
        left = [e for e in left if e not in new]
        total += len(new) / math.log2(rank + 1)
    return min(1.0, total / sum(1 / math.log2(rank + 1) for rank in range(1, len(some) + 1)))


def held(e: Evidence, text: str, c: Citation) -> bool:
    return e.of(c.document) and holds(placed(text, c.section), e.quote, e.context, once=e.once)


def proved(sets: Sequence[Sequence[Evidence]], c: Citation) -> list[Evidence]:
    """The evidence that a citation proves."""
    quote = c.quote[:QUOTE]
    text = placed(quote, c.section)
    return [e for some in sets for e in some if e.of(c.document) and proves(quote, e.quote, e.context, once=e.once, placed=text)]


def _pages(answer: Answer, proofs: Sequence[Sequence[Sequence[Evidence]]]) -> list[bool]:
    """For each citation that proves something, whether its page is the evidence's."""
    return [
        right
        for s, of_statement in zip(answer.statements[:STATEMENTS], proofs, strict=True)
        for c, some in zip(s.citations[:CITATIONS], of_statement, strict=True)
        for e in some
        if (right := e.on_page(c)) is not None
    ]


def _precision(proofs: Sequence[Sequence[Sequence[Evidence]]]) -> float | None:
    """Share of the citations that prove something; None where nothing is cited."""
    flat = [bool(some) for of_statement in proofs for some in of_statement]
    return sum(flat) / len(flat) if flat else None


def _cited(some: Sequence[Evidence], proofs: Sequence[Sequence[Sequence[Evidence]]]) -> float:
    """Share of this set of evidence that the citations prove."""
    found = [e for of_statement in proofs for proven in of_statement for e in proven]
    return sum(e in found for e in some) / len(some)
