"""The same commitment or measure through time: what was restated, moved, changed, contradicted, achieved, let drop.

Comes in: a library and filters. Goes out: changes, the gravest first, each with the citations of both statements. A pair
is listed once: of many restatements only the first and the last are shown. Silence is preferred to noise.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher

from pipeline.lookup.changes.dated import moment_pairs
from pipeline.lookup.changes.heads import head_pairs
from pipeline.lookup.changes.kept import Library as Committed
from pipeline.lookup.changes.kept import kept, later_sayings, outcomes, silent
from pipeline.lookup.changes.leading import leads
from pipeline.lookup.changes.listed import list_pairs
from pipeline.lookup.changes.measured import figure_pairs
from pipeline.lookup.changes.milestones import milestone_pairs
from pipeline.lookup.changes.moments import moments
from pipeline.lookup.changes.portfolios import title_pairs
from pipeline.lookup.changes.restated import STATUS, Nature, Pair, Promise, commitment_sayings, meet, one_paper, pairs, promises
from pipeline.lookup.changes.sameness import PLAIN, Saying
from pipeline.lookup.changes.spans import span_pairs
from pipeline.lookup.cite import cite
from pipeline.lookup.facts import believed
from pipeline.lookup.text.terms import stems
from pipeline.lookup.understanding.words import STOP
from pipeline.model.answers import Citation, FactRow, Filters
from pipeline.model.ports import FactStore, Library

__all__ = ["Change", "Promise", "Side", "changes", "promised"]

ORDER: tuple[Nature, ...] = ("contradiction", "deadline_slip", "number_changed", "achieved", "not_mentioned", "restated_same")
MOST_SUBJECT_WORDS, LEAST_SUBJECT_WORDS = 10, 2
WORDS = re.compile(r"[\w£%’'.,/-]*\w[%]?")
LINKS = frozenset(
    "a an the of to in on by for and or with at from as is are was were be will would that which this these those it our "
    "we their its has have had not between during".split()
)


@dataclass(frozen=True, slots=True)
class Side:
    text: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Change:
    subject: str
    nature: Nature
    a: Side
    b: Side | None


def changes(store: Library, filters: Filters) -> Iterator[Change]:
    """What became of commitments and measures, the gravest first, then by date; a topic narrows to statements that hold its words."""
    wide = replace(filters, topic=None)
    committed, figures = believed(store.facts("commitments", wide)), believed(store.facts("figures", wide))
    sayings = commitment_sayings(committed, leads(store, committed))
    measures = figure_pairs(figures, leads(store, figures), store.sentence_vectors(figures), _places(store, wide))
    done = [Pair(promise, report, "achieved", 1.0) for promise, report in kept(store, sayings)]
    found = [*_apart(pairs(sayings), committed), *_apart(measures, figures), *done]
    found += _new(unfigured(store, wide), found)
    listed = [pair for pair in _once(found) if not (pair.nature == "restated_same" and one_paper(pair.a, pair.b))]
    yield from (_change(store, pair) for pair in listed if pair.nature != "restated_same" and _told(pair, filters.topic))
    spoken = {s.row.id for pair in found for s in (pair.a, pair.b)}
    for promise in silent(sayings, spoken, later_sayings(store, wide)):
        if _on_topic((promise.row,), filters.topic):
            yield Change(_named(promise.row), "not_mentioned", _side(store, promise.row), None)
    yield from (_change(store, pair) for pair in listed if pair.nature == "restated_same" and _told(pair, filters.topic))


def unfigured(store: Committed, filters: Filters) -> Iterator[Pair]:
    """What statements without a figure say: when things begin and end, what a paper covers, for which meeting it is, who is who."""
    told = list(moments(store, filters))
    yield from _apart(moment_pairs(store, told), [moment.row for moment in told])
    yield from span_pairs(store, filters)
    yield from head_pairs(store, filters)
    yield from title_pairs(store, filters)
    yield from list_pairs(store, filters)
    yield from milestone_pairs(store, filters)


def _new(pairs_: Iterable[Pair], known: Sequence[Pair]) -> Iterator[Pair]:
    """Pairs whose two statements are not told already, as a promise or a figure of the same words."""
    told = [(pair.a.row, pair.b.row) for pair in known if pair.nature != "restated_same"]
    for pair in pairs_:
        a, b = pair.a.row, pair.b.row
        if not any((meet(a, one) and meet(b, other)) or (meet(a, other) and meet(b, one)) for one, other in told):
            yield pair


def _told(pair: Pair, topic: str | None) -> bool:
    return _on_topic((pair.a.row, pair.b.row), topic)


def _change(store: FactStore, pair: Pair) -> Change:
    return Change(_shared(pair.a.row, pair.b.row), pair.nature, _side(store, pair.a.row), _side(store, pair.b.row))


def promised(store: Committed, rows: Sequence[FactRow]) -> Iterator[Promise]:
    """All commitments as promises with what became of them, in the order of their first statements."""
    sayings = commitment_sayings(rows, leads(store, rows))
    other = list(unfigured(store, Filters()))
    found = [*_apart(pairs(sayings), rows), *_of_promises(other, sayings)]
    spoken = {s.row.id for pair in found for s in (pair.a, pair.b)}
    told = {row.id: "achieved" for pair in other if pair.nature == "achieved" for row in rows if meet(row, pair.a.row)}
    return promises(sayings, found, outcomes(store, sayings, spoken) | told)


def _of_promises(found: Iterable[Pair], sayings: Sequence[Saying]) -> Iterator[Pair]:
    """Pairs of statements without figures as pairs of the promises whose sentences they are."""
    for pair in found:
        first, second = ([said for said in sayings if meet(said.row, one.row)] for one in (pair.a, pair.b))
        yield from (replace(pair, a=a, b=b) for a in first for b in second if a is not b and pair.nature in STATUS)


def _apart(found: Iterable[Pair], rows: Iterable[FactRow]) -> Iterator[Pair]:
    """Without the entries of one list: where a paper holds both statements, the later one takes the place of no earlier one."""
    held = {(row.standing.document_id, stated(row)) for row in rows}
    for pair in found:
        a, b = pair.a.row, pair.b.row
        both = (a.standing.document_id, stated(b)) in held or (b.standing.document_id, stated(a)) in held
        if pair.nature == "restated_same" or a.standing.document_id == b.standing.document_id or not both:
            yield pair


def stated(row: FactRow) -> tuple[str, ...]:
    """A quote by its words alone."""
    return tuple(re.findall(r"\w+", row.quote.lower()))


def _places(store: FactStore, filters: Filters) -> Set[str]:
    """Names of places, lower-case, in all their forms."""
    rows = (row for row in store.facts("entities", filters) if row.fields.get("type") == "PLACE")
    return {str(row.fields[name]).lower() for row in rows for name in ("text", "canonical")}


def _once(found: Sequence[Pair]) -> Iterator[Pair]:
    """Each statement once as the earlier and once as the later of a nature, so that values form a line through time; no pair of statements
    twice. What sentences say before what two tables say, the likest first, of like ones those that are nearest in time."""
    taken: set[tuple[str, Nature, str]] = set()
    seen: set[frozenset[str]] = set()
    for pair in sorted(found, key=lambda p: (ORDER.index(p.nature), _rows(p), -round(p.likeness, 1), _days(p), -round(p.likeness, 6))):
        places = [f"{s.row.standing.sha256}{s.row.standing.places}" for s in (pair.a, pair.b)]
        ends = list(zip(places, (pair.nature, pair.nature), ("earlier", "later"), strict=True))
        both = frozenset(places)
        if both in seen or any(end in taken for end in ends):
            continue
        taken.update(ends)
        seen.add(both)
        yield pair


def _rows(pair: Pair) -> bool:
    return all("\t" in s.row.quote for s in (pair.a, pair.b))


def _days(pair: Pair) -> int:
    """Days between two statements; 0 where one has no full date."""
    first, second = pair.a.when, pair.b.when
    dated = len(first) == len(second) == len("2034-12-31")
    return abs((date.fromisoformat(second) - date.fromisoformat(first)).days) if dated else 0


def _on_topic(rows: Sequence[FactRow], topic: str | None) -> bool:
    wanted = set(stems(topic or ""))
    said = (f"{row.quote} {' '.join(row.standing.section)} {row.fields.get('subject') or ''}" for row in rows)
    return not wanted or any(wanted <= set(stems(words)) for words in said)


def _shared(a: FactRow, b: FactRow) -> str:
    """The longest run of words that both statements hold, where it says enough; else what the later one is about."""
    first, second = (WORDS.findall(row.quote) for row in (a, b))
    match = SequenceMatcher(None, [w.lower() for w in first], [w.lower() for w in second], autojunk=False).find_longest_match()
    run = second[match.b : match.b + match.size]
    while run and (run[0].lower() in LINKS or run[0][0].isdigit()):
        run = run[1:]
    run = run[:MOST_SUBJECT_WORDS]
    while run and run[-1].lower() in LINKS:
        run.pop()
    return " ".join(run) if len(set(stems(" ".join(run))) - PLAIN - STOP) >= LEAST_SUBJECT_WORDS else _named(a if "\t" in b.quote else b)


def _named(row: FactRow) -> str:
    """The subject or measure of a fact, else its nearest heading."""
    words = str(row.fields.get("subject") or row.fields.get("measure") or "")
    heading = row.standing.section[-1] if row.standing.section else ""
    return " ".join((words if len(words.split()) > 1 else heading or words or row.quote).split()[:MOST_SUBJECT_WORDS])


def _side(store: FactStore, row: FactRow) -> Side:
    return Side(" ".join(row.quote.split()), cite(store, row.standing, row.quote, id_=row.id or None))
