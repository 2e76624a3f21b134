""" "What did we commit on X?": every distinct promise on the topic, newest first, its restatements as further citations.

Comes in: a question and the stored commitments. Goes out: promises, each with its statements, the newest leading. A promise is weighed
by how surely it is on the topic and how surely it is one; what falls under the bar is left out, so that a topic of which much is
promised is not answered with wishes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from pipeline.lookup.answering.statements import shortened
from pipeline.lookup.changes.restated import Pair, commitment_sayings, pairs
from pipeline.lookup.changes.sameness import Saying
from pipeline.lookup.cite import cite, spoken
from pipeline.lookup.facts import in_reach
from pipeline.lookup.finding.views import KEPT, bag_of
from pipeline.lookup.promises.led import led_by_the_topic
from pipeline.lookup.promises.phrased import row_text, sentence_text
from pipeline.lookup.promises.topics import IN_LEAD, LONGEST_TITLE, Topic, fits, heading_on, topic_asked
from pipeline.lookup.text.terms import terms
from pipeline.lookup.understanding.question import Question
from pipeline.lookup.understanding.words import STOP
from pipeline.model.answers import Citation, FactRow, Filters, Standing, Statement
from pipeline.model.ports import Library

CITATIONS = 5
SAME_WORDS, SAME_FIGURES, SAME_ROWS = 0.6, 0.3, 0.85
"""Share of words that two statements of one promise have in common; less is enough where they promise the same figures, more is needed
of rows, which are alike in all but a word; those of one table, or savings of two years, are two promises; a scheme with another date is one
that was moved."""
CHECKABLE = ("quantity", "amount", "deadline")
TELLING = 0.3
"""What a quantity, an amount or a deadline is worth where the limit makes a choice, beside how surely it is a promise on the topic."""
EARLIER = " (earlier: "
"""Opens what a promise that was moved or changed said at first."""
TURNS = ("deadline_slip", "number_changed")
"""What happened between two statements of a promise that the answer tells."""
BAR, LOW_BAR, FEW = 0.48, 0.28, 10
"""How surely something must be a promise on the topic to be listed; less is enough for the first few, where little is promised."""
UNKNOWN = 0.6
"""How surely a commitment is one that an older library holds, which does not say."""


@dataclass(frozen=True, slots=True)
class Promise:
    fact: FactRow
    fits: float
    words: frozenset[str]
    figures: frozenset[str]
    when: str
    linked: frozenset[str]

    @property
    def sure(self) -> float:
        """How surely it is a promise on the topic."""
        return self.fits * float(self.fact.fields.get("confidence") or UNKNOWN)

    @property
    def worth(self) -> float:
        return self.sure + TELLING * _checkable(self.fact)


def promises(library: Library, question: Question) -> tuple[Topic, list[list[Promise]]]:
    """Every promise on the topic as its statements, the newest first."""
    filters = replace(question.filters, topic=None)
    topic = topic_asked(question)
    found = _on_topic(library, topic, in_reach(library, "commitments", filters, question.clues), filters)
    return topic, _grouped(sorted(sorted(found, key=lambda p: p.worth, reverse=True), key=lambda p: p.when, reverse=True))


def chosen(groups: list[list[Promise]], limit: int) -> list[list[Promise]]:
    """At most `limit` promises, in their order; the surest and most checkable ones where there are more."""
    kept = sorted(range(len(groups)), key=lambda at: (-max(p.worth for p in groups[at]), at))[:limit]
    return [groups[at] for at in sorted(kept)]


def _on_topic(library: Library, topic: Topic, rows: Sequence[FactRow], filters: Filters) -> list[Promise]:
    found = [made for fact in rows if (made := _promise(fact, topic)).fits]
    known = {promise.fact.id for promise in found}
    led = led_by_the_topic(library, topic, [fact for fact in rows if fact.id not in known], filters)
    surest = sorted([*found, *(_promise(fact, topic, IN_LEAD) for fact in led)], key=lambda p: p.sure, reverse=True)
    return [p for at, p in enumerate(surest) if p.sure >= (LOW_BAR if at < FEW else BAR)]


def _promise(fact: FactRow, topic: Topic, led: float = 0.0) -> Promise:
    own = {name: str(fact.fields.get(name) or "") for name in ("subject", "text", "quantity", "amount")}
    headed = any(own["subject"] in heading for heading in fact.standing.section)
    said = " / ".join(("" if headed else own["subject"], own["text"], fact.quote))
    said = _without(str(fact.fields.get("owner") or ""), said)
    figures = _figures(f"{own['quantity']} {own['amount']}")
    words = bag_of(own["text"] or fact.quote).single - STOP
    when = fact.standing.meeting_date or fact.standing.published or ""
    return Promise(fact, led or fits(topic, said, headings(fact.standing)), words, figures, when, _linked(fact))


def _without(owner: str, said: str) -> str:
    """What is said without who is to do it: a deed of the engineer for roads need not be about roads."""
    return re.sub(r"\s+".join(map(re.escape, owner.split())), " / ", said) if owner else said


@lru_cache(maxsize=KEPT)
def _figures(text: str) -> frozenset[str]:
    return frozenset(term.stem for term in terms(text) if term.kind == "number")


def headings(standing: Standing) -> list[str]:
    """The titles of the paper and of its part, where they are of one thing, and the headings down to where something stands, each once."""
    titles = (title for title in (standing.document_title, standing.part_title) if title and len(title.split()) <= LONGEST_TITLE)
    return list(dict.fromkeys((*titles, *standing.section)))


def _linked(fact: FactRow) -> frozenset[str]:
    """Ids of the facts that state the same promise, as linking found them over the whole library."""
    marks = fact.fields.get("restatements") or ()
    return frozenset(str(mark["$fact"]) for mark in marks if isinstance(mark, Mapping) and "$fact" in mark)


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
    if _row(a) and _row(b):
        one, other = (p.fact.standing for p in (a, b))
        apart = (one.document_id, one.section) != (other.document_id, other.section)
        moved = not a.fact.fields.get("amount") and not b.fact.fields.get("amount")
        return apart and common >= SAME_ROWS and (moved or a.fact.fields.get("deadline") == b.fact.fields.get("deadline"))
    return common >= (SAME_FIGURES if a.figures and a.figures == b.figures else SAME_WORDS)


def _row(promise: Promise) -> bool:
    return "\t" in promise.fact.quote


def turn(group: Sequence[Promise]) -> Pair | None:
    """The first and the last statement of a promise that was moved or changed between papers; None where it stands as it was."""
    sayings = commitment_sayings([promise.fact for promise in group], {})
    found = [pair for pair in pairs(sayings) if pair.nature in TURNS and pair.a.when < pair.b.when]
    last = max((pair.b.when for pair in found), default="")
    return min(
        (pair for pair in found if pair.b.when == last), key=lambda pair: (pair.a.when, pair.nature != "number_changed"), default=None
    )


def statement(library: Library, topic: Topic, group: Sequence[Promise]) -> Statement:
    """The newest statement of a promise, of one day's the one that changed it, with the citations of all; the one it changed among them."""
    changed = turn(group)
    ends = {changed.b.row.id, changed.a.row.id} if changed else set()
    ordered = sorted(group, key=lambda p: (p.when == group[0].when, changed is not None and p.fact.id == changed.b.row.id), reverse=True)
    citations: dict[tuple[str, str], Citation] = {}
    for promise in sorted(ordered, key=lambda p: p is not ordered[0] and p.fact.id not in ends):
        made = cite(library, promise.fact.standing, promise.fact.quote, id_=promise.fact.id)
        citations.setdefault((made.label, made.quote), made)
    kept = sorted(list(citations.values())[:CITATIONS], key=lambda c: [p.fact.id for p in ordered].index(c.id))
    said = shortened(phrase(library, topic, ordered[0]))
    return Statement(f"{said}{_earlier(changed)}", "commitment", ordered[0].fact.id, tuple(kept))


def promised(one: Saying) -> str:
    """The things that are counted and the first time that is named: "240 homes, 31 March 2026"."""
    told = (str(one.row.fields.get(name) or "").partition(";")[0] for name in ("quantity", "deadline"))
    return ", ".join(term for term in told if term)


def _earlier(changed: Pair | None) -> str:
    """What was promised at first and when it was said: " (earlier: 240 homes, 31 March 2026, on 16 June 2023)"."""
    was, now = (promised(one) for one in (changed.a, changed.b)) if changed else ("", "")
    return f"{EARLIER}{was}, on {spoken(changed.a.when)})" if changed and was and was != now else ""


def phrase(library: Library, topic: Topic, promise: Promise) -> str:
    if _row(promise):
        return row_text(library, promise.fact)
    return sentence_text(promise.fact, heading_on(topic, promise.fact.quote, promise.fact.standing.section))
