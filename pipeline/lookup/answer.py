"""Answering: facts and verbatim statements first, then the passages they stand on, then what was searched."""

from __future__ import annotations

import time
from collections.abc import Sequence

from pipeline.lookup.compose import NOTHING, composed
from pipeline.lookup.confidence import THRESHOLD, confidence
from pipeline.lookup.cover import Weighing
from pipeline.lookup.coverage import searched
from pipeline.lookup.judged import with_judgements
from pipeline.lookup.known import known
from pipeline.lookup.promises import promises
from pipeline.lookup.question import Question
from pipeline.lookup.search import Ranked, asked, hits, ranked
from pipeline.lookup.statements import statements as found_statements
from pipeline.lookup.views import weigh
from pipeline.model.answers import Answer, Filters, Statement
from pipeline.model.ports import Library, Reranker


def ask(
    library: Library,
    question: str,
    filters: Filters,
    passages: int = 10,
    statements: int = 20,
    *,
    threshold: float = THRESHOLD,
    reranker: Reranker | None = None,
) -> Answer:
    """The answer to a question, proved by citations, or the word that the library does not hold one (`answered` false).

    It is given where its confidence is above `threshold`; `matters eval` lowers it, to see what would have been said.
    """
    begun = time.perf_counter()
    understood = asked(library, question, filters)
    some = weigh(library, understood)
    found = ranked(library, understood, some, reranker)
    said, sure = _said(library, understood, some, found, statements or len(found))
    answered = bool(said) and sure > threshold
    said = with_judgements(library, said, found) if answered else said
    return Answer(
        question,
        {**understood.understood(), **({"rerank": reranker.name} if reranker else {})},
        answered,
        sure,
        composed(said) if answered else NOTHING,
        tuple(said) if answered else (),
        tuple(hits(library, found[:passages] if passages else found)),
        searched(library, understood),
        (time.perf_counter() - begun) * 1000,
    )


def _said(library: Library, question: Question, some: Weighing, found: Sequence[Ranked], limit: int) -> tuple[list[Statement], float]:
    """Statements and how sure they are: every promise where promises are asked for, what facts answer outright, else the best passages."""
    if question.topic is not None:
        listed = promises(library, question, limit)
        if listed:
            return listed, 1.0
    if told := known(library, question, some):
        return told, 1.0
    return found_statements(library, question, some, found, limit), confidence(question, some, found)
