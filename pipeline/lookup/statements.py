"""Which stretches of the best passages answer the question: verbatim statements, each with where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.lookup.align import stretch
from pipeline.lookup.cite import cite, narrowed
from pipeline.lookup.factual import wanted_kinds
from pipeline.lookup.question import Question
from pipeline.lookup.rank import Read, score
from pipeline.lookup.search import Ranked
from pipeline.lookup.terms import stems
from pipeline.lookup.views import View, Weighed, credits, either, share
from pipeline.model.answers import Citation, Statement
from pipeline.model.ports import Library

READ_FOR_ANSWERS = 8
"""Passages whose sentences are weighed."""
LONGEST_TEXT, LONGEST_QUOTE = 450, 600
FILLED, FILLED_BACK = 320, 200
"""The next sentences are taken in up to this length (the ones before, up to the other): a reader wants the words around the point."""
LEAST_GAIN = 0.06
"""A further sentence beyond that must cover this much more of the question."""
WITHIN = 1.0
"""A further statement's score must be this near to the first's, and it must cover something the first does not."""
ANAPHORA = re.compile(
    r"^(?:this|that|these|those|it|they|he|she|his|her|their|its|such|there|both|also|however|in addition|as such"
    r"|the (?:same|latter|former))\b",
    re.IGNORECASE,
)
CONTINUES = re.compile(r":\s*$")
SHORT_ITEM = 60
SINGULAR = {
    "decisions": "decision", "actions": "action", "commitments": "commitment", "figures": "figure", "inspections": "score",
    "attendance": "attendance", "declarations": "declaration", "indicators": "indicator", "agenda": "agenda", "reports": "report",
    "questions": "question",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Draft:
    """Sentences `first` to `last` (included) of a passage, with what they cover."""

    read: Read
    first: int
    last: int
    score: float
    covers: tuple[float, ...]


def drafts(question: Question, some: Sequence[Weighed], ranked: Sequence[Ranked]) -> list[Draft]:
    """The best stretch of each of the best passages, best first."""
    top = ranked[0].score if ranked else 0.0
    found = [_draft(question, some, one.read, one.score - top) for one in ranked[:READ_FOR_ANSWERS] if one.read.sentences]
    return sorted(found, key=lambda d: -d.score)


def candidate_sentences(ranked: Sequence[Ranked]) -> Iterator[tuple[Ranked, int, Mapping[str, float]]]:
    """Every sentence of these passages with its features; `behind`: how far its passage's score is below the best (0 or less)."""
    for one in ranked:
        for at, features in enumerate(one.read.sentences):
            yield one, at, {"behind": one.score - ranked[0].score, **features}


def _draft(question: Question, some: Sequence[Weighed], read: Read, behind: float) -> Draft:
    best = read.best
    total = score("sentence", {"behind": behind, **read.sentences[best]})
    first, last = _window(question, some, read, best)
    covers = [0.0] * len(some)
    for at in range(first, last + 1):
        covers = either(covers, credits(some, read.view.bags[at]))
    return Draft(read, first, last, total, tuple(either(covers, read.context)))


def _window(question: Question, some: Sequence[Weighed], read: Read, best: int) -> tuple[int, int]:
    """The sentences around the best one without which it is unclear, or that cover more of the question."""
    view, first, last = read.view, best, best
    if first and (ANAPHORA.match(view.sentences[first].text) or CONTINUES.search(view.sentences[first - 1].text)):
        first -= 1
    wants_list = "list" in question.expects or CONTINUES.search(view.sentences[best].text)
    while last + 1 < len(view.sentences) and (length := _length(view, first, last + 1)) <= LONGEST_TEXT:
        if not wants_list and length > FILLED and _gain(some, read, first, last, last + 1) < LEAST_GAIN:
            break
        last += 1
    while first and (length := _length(view, first - 1, last)) <= LONGEST_TEXT:
        if length > FILLED_BACK and _gain(some, read, first, last, first - 1) < LEAST_GAIN:
            break
        first -= 1
    return first, last


def _gain(some: Sequence[Weighed], read: Read, first: int, last: int, more: int) -> float:
    """How much more of the question one more sentence covers."""
    held = list(read.context)
    for at in range(first, last + 1):
        held = either(held, credits(some, read.view.bags[at]))
    return share(some, either(held, credits(some, read.view.bags[more]))) - share(some, held)


def _length(view: View, first: int, last: int) -> int:
    return view.sentences[last].end - view.sentences[first].start


def statements(library: Library, question: Question, some: Sequence[Weighed], ranked: Sequence[Ranked], limit: int) -> list[Statement]:
    """The statements that answer the question, the best first: one, or more where more are needed."""
    chosen: list[Draft] = []
    for draft in drafts(question, some, ranked):
        if len(chosen) < limit and (not chosen or _adds(some, chosen, draft)):
            chosen.append(draft)
    return [_statement(library, question, draft) for draft in chosen]


def _adds(some: Sequence[Weighed], chosen: Sequence[Draft], draft: Draft) -> bool:
    held = [0.0] * len(some)
    for one in chosen:
        held = either(held, one.covers)
    more = share(some, either(held, draft.covers)) - share(some, held)
    return chosen[0].score - draft.score <= WITHIN and more >= LEAST_GAIN


def _statement(library: Library, question: Question, draft: Draft) -> Statement:
    view = draft.read.view
    text = spoken(view, draft.first, draft.last)
    citation = cited(library, view, draft.first, draft.last)
    kind, fact = _fact(library, question, view, text)
    return Statement(text, kind, fact, (citation,))


def spoken(view: View, first: int, last: int) -> str:
    """The words of a stretch on one line, under its heading where it is too short to be understood alone."""
    text = " ".join(view.text[view.sentences[first].start : view.sentences[last].end].split())
    heading = view.row.standing.section[-1] if view.row.standing.section else ""
    bare = len(text) < SHORT_ITEM and heading and not any(char.isdigit() for char in heading)
    return shortened(f"{heading.rstrip(':')}: {text}" if bare and not set(stems(heading)) <= set(stems(text)) else text)


def shortened(text: str, longest: int = LONGEST_TEXT) -> str:
    return text if len(text) <= longest else text[: longest - 2].rsplit(" ", 1)[0] + " …"


def cited(library: Library, view: View, first: int, last: int) -> Citation:
    """The whole passage where it is short enough to be a quote; else as many sentences around the stretch as fit."""
    row = view.row
    if len(row.text) <= LONGEST_QUOTE or row.reading is not None:
        return cite(library, row.standing, row.text, id_=row.id)
    low, high = _widest(view, first, last)
    place = stretch(view.text, row.text, view.sentences[low].start, view.sentences[high].end)
    if place is None:
        return cite(library, row.standing, row.text, id_=row.id)
    return cite(library, narrowed(row.standing, *place), row.text[place[0] : place[1]])


def _widest(view: View, first: int, last: int) -> tuple[int, int]:
    """Sentences after and before taken in for as long as the quote stays short."""
    while last + 1 < len(view.sentences) and _length(view, first, last + 1) <= LONGEST_QUOTE:
        last += 1
    while first and _length(view, first - 1, last) <= LONGEST_QUOTE:
        first -= 1
    return first, last


def _fact(library: Library, question: Question, view: View, text: str) -> tuple[str, str | None]:
    """Kind and id of the fact that the statement says, where one of a wanted kind stands in it."""
    said = " ".join(stems(text))
    for fact in library.facts_on([view.row.rowid], wanted_kinds(question)):
        quote = " ".join(stems(fact.quote))
        if quote and (quote in said or said in quote):
            return SINGULAR.get(fact.kind, "passage"), fact.id
    return "passage", None
