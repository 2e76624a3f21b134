""" "What did we commit on X?": every distinct promise on the topic, newest first, its restatements as further citations."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.lookup.cite import cite
from pipeline.lookup.facts import believed
from pipeline.lookup.question import Question
from pipeline.lookup.statements import shortened
from pipeline.lookup.terms import stems, terms
from pipeline.lookup.topics import IN_HEADING, IN_LEAD, Topic, fits, led_by_the_topic, strangers, topic_asked
from pipeline.lookup.words import STOP
from pipeline.model.answers import Citation, FactRow, Filters, Statement
from pipeline.model.ports import Library

CITATIONS = 5
SAME_WORDS, SAME_FIGURES = 0.6, 0.3
"""Share of words that two statements of one promise have in common; less is enough where they promise the same figures."""
CHECKABLE = ("quantity", "amount", "deadline")
TELLING = 0.3
"""What a quantity, an amount or a deadline is worth where a promise is chosen, beside how surely it is on the topic."""

PIECES = re.compile(r"; |: ")
ROW_NUMBER = re.compile(r"\d{1,3}[.)]?")


@dataclass(frozen=True, slots=True)
class Promise:
    fact: FactRow
    fits: float
    words: frozenset[str]
    figures: frozenset[str]
    when: str
    linked: frozenset[str]


def promises(library: Library, question: Question, limit: int) -> list[Statement]:
    """A statement for each promise, at most `limit`; the most checkable ones where there are more."""
    filters = replace(question.filters, topic=None)
    found = _on_topic(library, question, believed(library.facts("commitments", filters)), filters)
    groups = _grouped(sorted(sorted(found, key=_worth, reverse=True), key=lambda p: p.when, reverse=True))
    if len(groups) > limit:
        kept = sorted(range(len(groups)), key=lambda at: (-_worth(groups[at][0]), at))[:limit]
        groups = [groups[at] for at in sorted(kept)]
    return [_statement(library, group) for group in groups]


def _on_topic(library: Library, question: Question, rows: Sequence[FactRow], filters: Filters) -> list[Promise]:
    topic = topic_asked(question)
    found = [made for fact in rows if (made := _promise(fact, topic)).fits]
    unsure = [p.fact for p in found if p.fits <= IN_HEADING and not _checkable(p.fact)]
    strange = strangers(library, question.topic or question.text, unsure)
    known = {promise.fact.id for promise in found}
    led = led_by_the_topic(library, topic, [fact for fact in rows if fact.id not in known], filters)
    return [p for p in found if p.fact.id not in strange] + [_promise(fact, topic, IN_LEAD) for fact in led]


def _promise(fact: FactRow, topic: Topic, led: float = 0.0) -> Promise:
    own = {name: str(fact.fields.get(name) or "") for name in ("subject", "text", "quantity", "amount")}
    headed = any(own["subject"] in heading for heading in fact.standing.section)
    said = " / ".join(("" if headed else own["subject"], own["text"], fact.quote))
    figures = frozenset(t.stem for t in terms(f"{own['quantity']} {own['amount']}") if t.kind == "number")
    words = frozenset(stems(own["text"] or fact.quote)) - STOP
    when = fact.standing.meeting_date or fact.standing.published or ""
    return Promise(fact, led or fits(topic, said, fact.standing.section), words, figures, when, _linked(fact))


def _linked(fact: FactRow) -> frozenset[str]:
    """Ids of the facts that state the same promise, as linking found them over the whole library."""
    marks = fact.fields.get("restatements") or ()
    return frozenset(str(mark["$fact"]) for mark in marks if isinstance(mark, Mapping) and "$fact" in mark)


def _worth(promise: Promise) -> float:
    return promise.fits + TELLING * _checkable(promise.fact)


def _checkable(fact: FactRow) -> int:
    """How many of a quantity, an amount and a deadline the promise gives."""
    return sum(bool(fact.fields.get(name)) for name in CHECKABLE)


def _grouped(newest_first: Sequence[Promise]) -> list[list[Promise]]:
    """Statements of one promise together, the newest leading."""
    groups: list[list[Promise]] = []
    for promise in newest_first:
        home = next((group for group in groups if any(_same(promise, other) for other in group)), None)
        if home is None:
            groups.append([promise])
        else:
            home.append(promise)
    return groups


def _same(a: Promise, b: Promise) -> bool:
    if b.fact.id in a.linked or a.fact.id in b.linked:
        return True
    common = len(a.words & b.words) / max(1, len(a.words | b.words))
    return common >= (SAME_FIGURES if a.figures and a.figures == b.figures else SAME_WORDS)


def _statement(library: Library, group: Sequence[Promise]) -> Statement:
    citations: dict[str, Citation] = {}
    for promise in group:
        made = cite(library, promise.fact.standing, promise.fact.quote, id_=promise.fact.id)
        citations.setdefault(made.label + made.quote, made)
    first = group[0].fact
    said = row_text(library, first) if "\t" in first.quote else text_of(first.fields, first.quote)
    return Statement(shortened(said), "commitment", first.id, tuple(citations.values())[:CITATIONS])


def row_text(library: Library, fact: FactRow) -> str:
    """A table row as a sentence: what is promised, then the other cells with their column labels."""
    said = " ".join(str(fact.fields.get("text") or "").split())
    reading = next((row.reading for row in library.passages(fact.passages[:1]) if row.reading), "")
    labelled = PIECES.split(reading)
    cells = [" ".join(cell.split()) for cell in fact.quote.split("\t")]
    others = [cell for at, cell in enumerate(cells) if cell and cell != said and not (at == 0 and ROW_NUMBER.fullmatch(cell))]
    told = [next((piece for piece in labelled if piece.endswith(f" {cell}")), cell) for cell in others]
    return f"{said} ({'; '.join(told)})" if said and told else said or " ".join(fact.quote.split())


def text_of(fields: Mapping[str, object], quote: str) -> str:
    """The quote on one line; the subject before it where the quote does not say what it is about."""
    subject, said = str(fields.get("subject") or ""), " ".join(quote.split())
    known = set(stems(said))
    bare = subject and not (set(stems(subject)) & known) and not any(c.isdigit() for c in subject)
    return f"{subject}: {said}" if bare else said
