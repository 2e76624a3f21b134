"""Promises that a later paper reports as kept, and those that no later paper of the same body speaks of.

Comes in: stored commitments as sayings, and the library to look in. Goes out: for each kept promise the sentence that says
so. A sentence counts where it is later, says that something is done, and holds most of the promise's telling words, or fewer
of them and the promised number. What is conditional, planned or denied is no report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from pipeline.lookup.changes.contrasts import names
from pipeline.lookup.changes.sameness import PLAIN, SMALL, Saying, Weights, saying, values
from pipeline.lookup.cite import narrowed
from pipeline.lookup.facts import believed
from pipeline.lookup.text.align import stretch
from pipeline.lookup.text.sentences import Sentence, sentences
from pipeline.lookup.text.terms import terms
from pipeline.lookup.understanding.words import STOP
from pipeline.model.answers import FactRow, Filters, PassageRow, Standing

_DONE = (
    "achieved|adopted|appointed|approved|built|circulated|closed|commissioned|completed?|delivered|established|exceeded|filled|finished|"
    "held|implemented|in place|installed|introduced|issued|launched|made|met|opened|open|planted|procured|provided|published|purchased|"
    "recruited|refurbished|repaired|replaced|resurfaced|rolled out|set up|signed|trained|upgraded"
)
DONE = re.compile(
    rf"\b(?:has|have|had|was|were|is|are)(?: now| since| also| all| both| successfully| fully| already)*(?: been)?"
    rf"(?: now| successfully| fully)*(?: \w+ly)? (?:{_DONE})\b"
    rf"|^\W*(?:we |the council )?(?:successfully )?(?:{_DONE})\b|\bwe (?:have )?(?:successfully )?(?:{_DONE})\b"
    r"|\b(?:completed|achieved|done)\W*$",
    re.IGNORECASE,
)
DELIVERED = re.compile(
    r"\b(?:has|have|had|was|were)(?: now| since)?(?: been)? (?:opened|built|completed|delivered|finished|handed over|installed|let|"
    r"occupied|replaced|reopened|resurfaced|refurbished)\b|\bis (?:now )?(?:open|complete|in use)\b|\b(?:re)?opened (?:on|in|to)\b",
    re.IGNORECASE,
)
"""What is said of a place or a piece of work that is there."""
UNDONE = re.compile(
    r"\b(?:not|never|no longer|nor|unable|failed|will|would|shall|should|could|may|might|if|once|until|unless|to be|due to|expected|"
    r"planned|proposed|aims?|hopes?|hoped|intend\w*|still|yet|awaiting|partly|partially|delay\w*|ongoing|in progress|under way|underway)\b",
    re.IGNORECASE,
)
AS_PLANNED = re.compile(r"\b(?:than|as|from|of) (?:\w+ly )?(?:planned|expected|proposed|intended|hoped|promised)\b", re.IGNORECASE)
"""What is done later or earlier than planned is done."""
CHECKABLE = ("quantity", "amount", "deadline_date")
LEAST_SHARED, LEAST_WITH_NUMBER, LEAST_WITH_NAME = 4, 2, 3
"""Telling words that promise and report have in common; fewer are enough beside the promised number, or a name of two words."""
HELD, HELD_WITH_NUMBER, HELD_WITH_NAME = 0.6, 0.4, 0.5
"""Share, by weight, of the promise's words that the report holds."""
NAME_WORDS = 2
YEARS_LOOKED = 2
"""Years behind its day in which a body would speak of a promise; papers that are all later say nothing of it."""
SPOKEN_IN = ("commitments", "actions", "decisions", "figures")
LOOKED_AT = 10
MOST_SOUGHT = 10


class Library(Protocol):
    """What is looked in: the store's own look-ups, which linking has too."""

    def facts(self, kind: str, filters: Filters, limit: int = 0) -> list[FactRow]: ...
    def words(self, match: str, filters: Filters, limit: int, weights: Sequence[float] = ()) -> list[tuple[int, float]]: ...
    def passages(self, rowids: Sequence[int]) -> list[PassageRow]: ...
    def neighbours(self, row: PassageRow, before: int, after: int) -> list[PassageRow]: ...
    def passages_at(self, document_id: int, start: int, end: int) -> list[int]: ...
    def frequencies(self, terms: Iterable[str]) -> Mapping[str, int]: ...
    def size(self) -> int: ...


def kept(store: Library, sayings: Sequence[Saying]) -> Iterator[tuple[Saying, Saying]]:
    """Each promise that is reported as kept, with the first such report."""
    weights = Weights(sayings)
    for promise in sayings:
        if promise.when and any(promise.row.fields.get(name) for name in CHECKABLE):
            report = next(_reports(store, promise, weights), None)
            if report:
                yield promise, report


def _reports(store: Library, promise: Saying, weights: Weights) -> Iterator[Saying]:
    own = _own_words(promise.row)
    match = " OR ".join(f'"{word}"' for word in _sought(promise.row, own, weights))
    if not match:
        return
    after = Filters(council=promise.row.standing.council, since=f"{promise.when}~")
    found = store.passages([rowid for rowid, _ in store.words(match, after, LOOKED_AT)])
    for row in sorted(found, key=lambda row: _day(row.standing)):
        if row.boilerplate or not promise.when < _day(row.standing):
            continue
        for sentence in sentences(row.words):
            if _done(sentence.text) and _about(promise, own, sentence, weights):
                yield _saying(row, sentence)


def _done(sentence: str) -> bool:
    return bool(DONE.search(sentence)) and not UNDONE.search(AS_PLANNED.sub(" ", sentence))


def _day(standing: Standing) -> str:
    return standing.meeting_date or standing.published or ""


def _own_words(row: FactRow) -> frozenset[str]:
    """The telling words of what is promised."""
    return _telling(str(row.fields.get("text") or row.quote))


def _telling(text: str) -> frozenset[str]:
    return frozenset(t.stem for t in terms(text) if t.kind == "word" and len(t.stem) > 1) - PLAIN - STOP


def _sought(row: FactRow, own: frozenset[str], weights: Weights) -> list[str]:
    """The rarest words of a promise, as it prints them."""
    text = str(row.fields.get("text") or row.quote)
    printed = {t.stem: text[t.start : t.end] for t in terms(text) if t.stem in own}
    return [printed[stem].replace('"', "") for stem in sorted(printed, key=lambda stem: (-weights.of(stem), stem))[:MOST_SOUGHT]]


def _about(promise: Saying, own: frozenset[str], sentence: Sentence, weights: Weights) -> bool:
    said = _telling(sentence.text)
    numbers = {value for value, _ in promise.counted if value > SMALL}
    whole = sum(map(weights.of, own))
    held = sum(map(weights.of, own & said)) / whole if whole else 0.0
    if numbers:
        return bool(numbers & values(sentence.text)) and len(own & said) >= LEAST_WITH_NUMBER and held >= HELD_WITH_NUMBER
    if len(names(promise.row.quote) & names(sentence.text)) >= NAME_WORDS and DELIVERED.search(sentence.text):
        return len(own & said) >= LEAST_WITH_NAME and held >= HELD_WITH_NAME
    return len(own & said) >= LEAST_SHARED and held >= HELD


def _saying(row: PassageRow, sentence: Sentence) -> Saying:
    """A sentence of a passage as a fact is compared and cited."""
    place = stretch(row.words, row.text, sentence.start, sentence.end) or (0, len(row.text))
    quote = row.text[slice(*place)]
    where = narrowed(row.standing, *place)
    return saying(FactRow("", "passages", where, quote, "", "stated", {}, (row.rowid,)), quote, "")


def later_sayings(store: Library, filters: Filters) -> list[Saying]:
    """What later papers say that a promise can be recognised in: commitments, actions, decisions, figures of running text."""
    rows = (row for kind in SPOKEN_IN for row in believed(store.facts(kind, filters)) if row.fields.get("source") != "table")
    return [saying(row, f"{row.quote} {' '.join(row.standing.section[-1:])}", "") for row in rows]


def outcomes(store: Library, sayings: Sequence[Saying], spoken: set[str]) -> dict[str, str]:
    """Id of a commitment to "achieved" or "not_mentioned"; `spoken` as for `silent`."""
    done = {promise.row.id: "achieved" for promise, _ in kept(store, sayings)}
    dropped = silent(sayings, spoken | done.keys(), later_sayings(store, Filters()))
    return done | {promise.row.id: "not_mentioned" for promise in dropped}


def silent(sayings: Sequence[Saying], spoken: set[str], later: Sequence[Saying]) -> Iterator[Saying]:
    """Promises whose day is over, which no later paper of the same body speaks of; `spoken`: ids of those that are spoken of."""
    weights = Weights([*sayings, *later])
    for promise in sayings:
        due = str(promise.row.fields.get("deadline_date") or "")
        if not (due and promise.when) or promise.row.id in spoken or len(_own_words(promise.row)) < LEAST_SHARED:
            continue
        until = f"{int(due[:4]) + YEARS_LOOKED}{due[4:]}"
        since = [one for one in later if promise.when < one.when <= until and _one_body(one.row, promise.row)]
        met = any(one.when > due for one in since)
        if met and not any(weights.covered(one.words, promise.words) >= HELD_WITH_NUMBER for one in since):
            yield promise


def _one_body(a: FactRow, b: FactRow) -> bool:
    return bool(a.standing.committee) and (a.standing.council, a.standing.committee) == (b.standing.council, b.standing.committee)
