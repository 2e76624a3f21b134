"""The same commitment or measure through time: what was restated, moved, changed, contradicted, achieved, let drop.

Comes in: a library and filters. Goes out: changes, the gravest first, each with the citations of both statements. A pair
is listed once: of many restatements only the first and the last are shown. Silence is preferred to noise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from pipeline.lookup.cite import cite
from pipeline.lookup.facts import believed
from pipeline.lookup.measured import figure_pairs
from pipeline.lookup.restated import SMALL, Nature, Pair, Promise, commitment_sayings, one_paper, pairs, promises
from pipeline.lookup.sameness import PLAIN, Saying, Weights, saying
from pipeline.lookup.terms import stems
from pipeline.lookup.words import STOP
from pipeline.model.answers import Citation, FactRow, Filters
from pipeline.model.ports import FactStore

__all__ = ["Change", "Promise", "Side", "changes", "promises"]

ORDER: tuple[Nature, ...] = ("contradiction", "deadline_slip", "number_changed", "achieved", "not_mentioned", "restated_same")
ACHIEVED = re.compile(
    r"\b(?:has|have|had|was|were|been|now) (?:been |now )?(?:completed|delivered|achieved|opened|open|built|published"
    r"|launched|recruited|introduced|met|exceeded)\b",
    re.IGNORECASE,
)
LIKE_DONE = 0.25
"""Telling words that a report of success shares with the promise, beside the number."""
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


def changes(store: FactStore, filters: Filters) -> Iterator[Change]:
    """What became of commitments and measures, the gravest first, then by date; a topic narrows to statements that hold its words."""
    wide = replace(filters, topic=None)
    committed, figures = believed(store.facts("commitments", wide)), believed(store.facts("figures", wide))
    sayings = commitment_sayings(committed)
    found = [*pairs(sayings), *figure_pairs(figures), *_achieved(sayings, figures)]
    listed = [pair for pair in _once(found) if not (pair.nature == "restated_same" and one_paper(pair.a, pair.b))]
    for pair in listed:
        if _on_topic((pair.a.row, pair.b.row), filters.topic):
            yield Change(_shared(pair.a.row, pair.b.row), pair.nature, _side(store, pair.a.row), _side(store, pair.b.row))
    for promise in _dropped(sayings, found, figures):
        if _on_topic((promise.row,), filters.topic):
            yield Change(_named(promise.row), "not_mentioned", _side(store, promise.row), None)


def _achieved(sayings: Sequence[Saying], figures: Sequence[FactRow]) -> Iterator[Pair]:
    """Promises of a number that a later paper reports as done."""
    done = [saying(row, row.quote, f"{row.fields['raw']} {row.fields['unit']}") for row in figures if ACHIEVED.search(row.quote)]
    weights = Weights([*sayings, *done])
    for promise in sayings:
        telling = {pair for pair in promise.counted if pair[0] > SMALL}
        for report in done if telling else ():
            later = promise.when and report.when and report.when > promise.when
            if later and telling & report.counted and (likeness := weights.likeness(promise, report)) >= LIKE_DONE:
                yield Pair(promise, report, "achieved", likeness)


def _dropped(sayings: Sequence[Saying], found: Sequence[Pair], figures: Sequence[FactRow]) -> Iterator[Saying]:
    """Promises of a number by a day that is over, which no later paper of the same committee speaks of."""
    spoken = {s.row.id for pair in found for s in (pair.a, pair.b)}
    later = [*sayings, *(saying(row, row.quote, "") for row in figures)]
    weights = Weights(later)
    for promise in sayings:
        due = str(promise.row.fields.get("deadline_date") or "")
        if not (promise.counted and due and promise.when) or promise.row.id in spoken:
            continue
        since = [s for s in later if s.when > due and _one_committee(s.row, promise.row)]
        if since and not any(weights.held(s, promise) >= LIKE_DONE for s in since):
            yield promise


def _one_committee(a: FactRow, b: FactRow) -> bool:
    return bool(a.standing.committee) and (a.standing.council, a.standing.committee) == (b.standing.council, b.standing.committee)


def _once(found: Sequence[Pair]) -> Iterator[Pair]:
    """Each statement in at most one pair of a nature, and no pair of statements twice; the likest first."""
    taken: set[tuple[str, Nature]] = set()
    seen: set[frozenset[str]] = set()
    for pair in sorted(found, key=lambda p: (ORDER.index(p.nature), -p.likeness)):
        ends = [(f"{s.row.standing.sha256}{s.row.standing.places}", pair.nature) for s in (pair.a, pair.b)]
        both = frozenset(end for end, _ in ends)
        if both in seen or any(end in taken for end in ends):
            continue
        taken.update(ends)
        seen.add(both)
        yield pair


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
    return " ".join(run) if len(set(stems(" ".join(run))) - PLAIN - STOP) >= LEAST_SUBJECT_WORDS else _named(b)


def _named(row: FactRow) -> str:
    """The subject or measure of a fact, else its nearest heading."""
    words = str(row.fields.get("subject") or "")
    heading = row.standing.section[-1] if row.standing.section else ""
    return " ".join((words if len(words.split()) > 1 else heading or words or row.quote).split()[:MOST_SUBJECT_WORDS])


def _side(store: FactStore, row: FactRow) -> Side:
    return Side(" ".join(row.quote.split()), cite(store, row.standing, row.quote, id_=row.id))
