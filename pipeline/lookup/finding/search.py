"""Search: candidates from words, meaning and facts, ranked by what can be read of them, the same words folded into one hit."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.lookup.cite import cite
from pipeline.lookup.finding.cover import Weighing
from pipeline.lookup.finding.factual import fact_candidates, fact_scores
from pipeline.lookup.finding.rank import Found, Read, Reader
from pipeline.lookup.finding.rerank import RERANKED, placed_again
from pipeline.lookup.finding.views import view, weigh, when
from pipeline.lookup.understanding.ignoring import without
from pipeline.lookup.understanding.question import Question, understand
from pipeline.lookup.understanding.spelling import SPELLING, mended, respelt
from pipeline.lookup.understanding.words import COLUMNS, quoted, wordings
from pipeline.model.answers import Filters, Hit, PassageRow
from pipeline.model.ports import Library, Reranker

CANDIDATES = 80
"""Passages taken from each search."""
PHRASE, LITERAL = re.compile('["“]([^"“”]+)["”]'), 1000
"""A phrase in double quotes, and how many passages that hold it are looked at."""
SAME_WORDS = 0.75
"""Share of words that two passages of two printings of one part have in common to be one."""
READ = 100
"""Candidates that are read closely."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A passage with its score, and the passages that hold the same words."""

    read: Read
    score: float
    same: tuple[Read, ...] = ()


def search(library: Library, query: str, filters: Filters, limit: int, reranker: Reranker | None = None) -> list[Hit]:
    """The best passages for words or a question, at most `limit`."""
    question = asked(library, query, filters)
    return hits(library, ranked(library, question, weigh(library, question), reranker)[: limit or None])


def asked(library: Library, text: str, filters: Filters) -> Question:
    """The question as understood, slips of the keyboard put right."""
    read = {} if SPELLING in filters.ignored else respelt(text, library)
    made = understand(mended(text, read), library.coverage(Filters()), library.acronyms(), filters)
    return replace(without(made, filters.ignored), respelt=read)


def ranked(library: Library, question: Question, some: Weighing, reranker: Reranker | None = None) -> list[Ranked]:
    """All candidates, best first, each set of equal words once; the first of them put in order again where a cross-encoder is given."""
    found = candidates(library, question, some)
    rows = library.passages(list(found)[:READ])
    facts = fact_scores(library, question, some, rows)
    newest: dict[str | None, str] = {}
    for row in rows:
        newest[row.standing.council] = max(when(row), newest.get(row.standing.council, ""))
    reader = Reader(question, some)
    reads = [reader.read(view(row), _with_facts(found[row.rowid], row.rowid, facts), newest[row.standing.council]) for row in rows]
    order = sorted(reads, key=lambda one: (-one.score, one.view.row.rowid))
    folded = _folded(order)
    return _reranked(question, folded, reranker) if reranker and folded else folded


def candidates_alone(library: Library, text: str, limit: int, reranker: Reranker | None = None) -> dict[str, list[Hit]]:
    """What each search finds by itself, their equal fusion, and the ranking; for `matters eval`."""
    question = asked(library, text, Filters())
    some = weigh(library, question)
    found = candidates(library, question, some)
    reads = ranked(library, question, some, reranker)
    alone = {
        "words": sorted((r for r in found if found[r].words), key=lambda r: -found[r].words),
        "meaning": sorted((r for r in found if found[r].meaning), key=lambda r: -found[r].meaning),
        "facts": [one.read.view.row.rowid for one in sorted(reads, key=lambda r: -r.read.found.facts) if one.read.found.facts],
        "fused": list(found),
        "ranked": [one.read.view.row.rowid for one in reads],
    }
    rows = {name: library.passages(rowids[:limit]) for name, rowids in alone.items()}
    return {name: [_hit(library, rank, row) for rank, row in enumerate(some, 1)] for name, some in rows.items()}


def _hit(library: Library, rank: int, row: PassageRow) -> Hit:
    return Hit(rank, 0.0, row, cite(library, row.standing, row.text, id_=row.id), {})


def candidates(library: Library, question: Question, some: Weighing) -> dict[int, Found]:
    """Rowid to what the searches say, the most promising first."""
    scores = _searched(library, question)
    scores["facts"] = fact_candidates(library, question, some)[:CANDIDATES]
    ranks = {name: {rowid: rank for rank, (rowid, _) in enumerate(rows, 1)} for name, rows in scores.items()}
    fused: dict[int, float] = {}
    for places in ranks.values():
        for rowid, rank in places.items():
            fused[rowid] = fused.get(rowid, 0.0) + 1 / (20 + rank)
    over = {name: _over_best(name, rows) for name, rows in scores.items()}
    return {
        rowid: Found(
            {name: ranks[name][rowid] for name in ("words", "meaning", "facts") if rowid in ranks[name]},
            *(over[name].get(rowid, 0.0) for name in ("words", "widened", "meaning")),
        )
        for rowid in sorted(fused, key=lambda r: (-fused[r], r))
    }


def _searched(library: Library, question: Question) -> dict[str, list[tuple[int, float]]]:
    """Rowids and scores of the word searches and of the meaning; a phrase in double quotes must stand in all that is found, if it can."""
    scores: dict[str, list[tuple[int, float]]] = {}
    found: dict[tuple[str, ...], list[tuple[int, float]]] = {}
    for name, widened in (("words", False), ("widened", True)):
        printed = tuple(wordings(question.clues, widened=widened))
        if printed not in found:  # often nothing has another wording
            found[printed] = library.any_of(printed, question.filters, CANDIDATES)
        scores[name] = found[printed]
    vector = library.question_vector(question.text)
    scores["meaning"] = library.meaning(vector, question.filters, CANDIDATES) if vector is not None else []
    phrases = " AND ".join(quoted(phrase) for phrase in PHRASE.findall(question.text) if any(map(str.isalnum, phrase)))
    literal = library.words(phrases, question.filters, LITERAL, COLUMNS) if phrases else []
    if not literal:
        return scores
    held = {rowid for rowid, _ in literal}
    kept = {name: [(rowid, score) for rowid, score in rows if rowid in held] for name, rows in scores.items()}
    return {**kept, "words": kept["words"] or literal[:CANDIDATES]}


def _over_best(name: str, rows: Sequence[tuple[int, float]]) -> dict[int, float]:
    """Word scores over the best one, which is what makes them comparable between questions; cosines as they are."""
    top = rows[0][1] if rows and name != "meaning" else 1.0
    return {rowid: score / top if top > 0 else 0.0 for rowid, score in rows}


def _with_facts(found: Found, rowid: int, facts: dict[int, float]) -> Found:
    if rowid not in facts:
        return found
    order = sorted(facts, key=lambda r: (-facts[r], r))
    ranks = {**found.ranks, "facts": order.index(rowid) + 1}
    return Found(ranks, found.words, found.widened, found.meaning, facts[rowid])


def _folded(order: Sequence[Read]) -> list[Ranked]:
    """Passages with the same words become one, the best placed first: a recommendation printed twice, minutes published again.

    So do passages of two printings of one part in nearly the same words; of a draft and what replaced it the later version leads.
    """
    first: dict[str, int] = {}
    families: dict[int, list[int]] = defaultdict(list)
    printings: dict[int, set[int]] = defaultdict(set)
    kept: list[list[Read]] = []
    for one in order:
        part = one.view.row.part_id
        family = one.view.row.standing.repeat_of or part
        near = (at for at in families[family] if _printed_again(kept[at], one)) if printings[family] - {part} else iter(())
        home = first.get(one.view.body.joined, next(near, len(kept)))
        if home == len(kept):
            kept.append([])
        kept[home].append(one)
        first.setdefault(one.view.body.joined, home)
        families[family].append(home)
        printings[family].add(part)
    return [_led(group) for group in kept]


def _reranked(question: Question, order: Sequence[Ranked], reranker: Reranker) -> list[Ranked]:
    """The first passages in the order that the cross-encoder and we give together.

    They keep the scores of their places, since what is made of the scores (which sentence, how sure) is fitted on those.
    """
    top = order[:RERANKED]
    texts = [f"{' > '.join(one.read.view.row.standing.section[-2:])}: {one.read.view.text}" for one in top]
    places = placed_again(question.text, texts, [one.score for one in top], reranker)
    scores = sorted((one.score for one in top), reverse=True)
    again = [_judged(top[at], score, rank) for (at, rank), score in zip(places, scores, strict=True)]
    return [*again, *order[RERANKED:]]


def _judged(one: Ranked, score: float, rank: int) -> Ranked:
    """A passage in its new place, with its rank by the cross-encoder among what found it."""
    found = replace(one.read.found, ranks={**one.read.found.ranks, "rerank": rank})
    return Ranked(replace(one.read, found=found), score, one.same)


def _printed_again(group: Sequence[Read], one: Read) -> bool:
    """Whether a passage says what a group of passages out of other printings of its part says."""
    words = one.view.body.single
    return any(
        other.view.row.part_id != one.view.row.part_id
        and len(words & other.view.body.single) >= SAME_WORDS * len(words | other.view.body.single)
        for other in group
    )


def _led(group: Sequence[Read]) -> Ranked:
    """A group led by its best placed passage that no later version takes the place of."""
    lead = min(group, key=lambda one: one.view.row.standing.superseded_by is not None)
    return Ranked(lead, group[0].score, tuple(one for one in group if one is not lead))


def hits(library: Library, some: Sequence[Ranked]) -> list[Hit]:
    """Ranked passages with their citations, ranks from 1."""
    return [
        Hit(
            rank,
            one.score,
            one.read.view.row,
            cite(library, one.read.view.row.standing, one.read.view.row.text, id_=one.read.view.row.id),
            one.read.found.ranks,
            tuple(cite(library, same.view.row.standing, same.view.row.text, id_=same.view.row.id) for same in one.same),
            one.read.features,
        )
        for rank, one in enumerate(some, 1)
    ]
