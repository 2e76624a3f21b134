"""Answering: facts and verbatim statements first, then the passages they stand on, then what was searched."""

from __future__ import annotations

import time

from pipeline.lookup.answering.compose import NOTHING, composed
from pipeline.lookup.answering.confidence import THRESHOLD, confidence
from pipeline.lookup.answering.coverage import searched
from pipeline.lookup.answering.statements import statements as found_statements
from pipeline.lookup.answering.void import lacks
from pipeline.lookup.finding.search import asked, hits, ranked
from pipeline.lookup.finding.views import weigh
from pipeline.lookup.judged import with_judgements
from pipeline.lookup.promises import chosen, promises, statement
from pipeline.lookup.promises.summed import summed
from pipeline.lookup.told.elsewhere import elsewhere
from pipeline.lookup.told.newer import newest
from pipeline.lookup.told.outright import outright
from pipeline.lookup.told.proofs import proving_first
from pipeline.lookup.understanding.question import Question
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
    limit = statements or len(found)
    summary, told = _promised(library, understood, statements)
    told = told or outright(library, understood, some, found)
    found = proving_first(library, understood, some, found, told)
    said = told or found_statements(library, understood, some, found, limit)
    for way in () if told else (elsewhere, newest):
        said = way(library, understood, some, found, said)
    sure = 1.0 if told else confidence(understood, some, found)
    answered = bool(said) and sure > threshold and (bool(told) or not lacks(understood, said))
    said = with_judgements(library, said, found) if answered else said
    return Answer(
        question,
        {**understood.understood(), **({"rerank": reranker.name} if reranker else {})},
        answered,
        sure,
        (summary or composed(said)) if answered else NOTHING,
        tuple(said) if answered else (),
        tuple(hits(library, found[:passages] if passages else found)),
        searched(library, understood),
        (time.perf_counter() - begun) * 1000,
    )


def _promised(library: Library, question: Question, limit: int) -> tuple[str, list[Statement]]:
    """What sums them up and every promise, at most `limit` (0: all), where promises are asked for and there are some."""
    if question.topic is None:
        return "", []
    topic, groups = promises(library, question)
    listed = [(group, statement(library, topic, group)) for group in chosen(groups, limit or len(groups))]
    return (summed(listed, len(groups)), [one for _, one in listed]) if listed else ("", [])
