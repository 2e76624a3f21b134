"""Which commitments are one promise: restated, moved, changed or contradicted, over a whole library.

Comes in: stored commitments. Goes out: promises, each with its statements in order of time. Two statements are one
promise when their telling words are nearly the same, or when they promise the same number of the same things in like
words; a number or deadline that differs then says that the promise was changed or moved.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.lookup.changes.leading import NOTHING, Before
from pipeline.lookup.changes.sameness import SMALL, Saying, Weights, candidates, joined, saying, values
from pipeline.model.answers import FactRow, Standing

Nature = Literal["restated_same", "deadline_slip", "number_changed", "contradiction", "achieved", "not_mentioned"]

LIKE = 0.5
"""Share of telling words that makes two statements one promise."""
LIKE_WITH_NUMBER = 0.2
"""Enough where both promise the same number of the same things."""
LIKE_BUT_MOVED, LIKE_BUT_CHANGED = 0.4, 0.5
"""Needed to call another deadline, or another number of the same things, a change of one promise."""
LIKE_IN_ONE_PAPER = 0.75
"""Needed in one paper, where parallel sentences promise different things."""
LIKE_ROWS = 0.85
"""Needed of two rows of tables, of all their words."""
YEAR_ALONE = re.compile(r"\W*(?:(?:by|in|during|before|within|the|end|of|until)\W+)*(?:19|20)\d\d\W*", re.IGNORECASE)
CHANGING = re.compile(
    r"\b(?:reset\w*|revis\w+|rais\w+|increas\w+|reduc\w+|extend\w*|chang\w+|amend\w*|delay\w*|from)\b[^.;]{0,80}\bto\b", re.IGNORECASE
)
REPLACING = re.compile(
    r"\b(?:in\s+(?:place|lieu|stead)\s+of|instead\s+of|rather\s+than|replac\w+|supersed\w+|(?:up|down)\s+from)\b", re.IGNORECASE
)
"""What puts a new number beside the old one: "204 homes in place of 240"."""
LIKE_REPLACED = 0.1
"""Needed where the later statement names the number that it replaces."""
STATUS: dict[Nature, str] = {
    "contradiction": "contradicted",
    "deadline_slip": "moved",
    "number_changed": "changed",
    "restated_same": "restated",
}
"""What a promise is called after the gravest thing that happened to it."""


@dataclass(frozen=True, slots=True)
class Promise:
    """Statements of one promise, the earliest first."""

    statements: tuple[FactRow, ...]
    first_seen: str | None
    last_seen: str | None
    status: str
    """open, restated, moved, changed, contradicted, achieved, not_mentioned."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements of one thing, the earlier first, and what happened between them."""

    a: Saying
    b: Saying
    nature: Nature
    likeness: float


def promises(sayings: Sequence[Saying], found: Sequence[Pair], outcomes: Mapping[str, str]) -> Iterator[Promise]:
    """Commitments as promises, in the order of their first statements; `found` are their pairs, `outcomes` as `kept.outcomes` tells."""
    for members in _groups(sayings, found):
        ordered = sorted(members, key=lambda s: s.when)
        dates = [s.when for s in ordered if s.when]
        rows = tuple(s.row for s in ordered)
        yield Promise(rows, dates[0] if dates else None, dates[-1] if dates else None, _status(rows, found, outcomes))


def _status(rows: Sequence[FactRow], found: Sequence[Pair], outcomes: Mapping[str, str]) -> str:
    """Kept where any statement is reported as kept; else the gravest of what happened between them; else what its silence says."""
    ids = {row.id for row in rows}
    ends = {outcomes[id_] for id_ in ids if id_ in outcomes}
    natures = {pair.nature for pair in found if pair.a.row.id in ids and pair.b.row.id in ids}
    between = next((name for nature, name in STATUS.items() if nature in natures), "open")
    if "achieved" in ends:
        return "achieved"
    return "not_mentioned" if between == "open" and ends else between


def commitment_sayings(rows: Iterable[FactRow], before: Mapping[str, Before]) -> list[Saying]:
    """Commitments as they are compared, "this scheme" by its name; `before` has what stands before those that point back, by id."""
    made = []
    for row in rows:
        fields = {name: str(row.fields.get(name) or "") for name in ("subject", "text", "quantity", "amount")}
        told = f"{fields['subject']} {before.get(row.id, NOTHING).named(fields['text'] or row.quote)}"
        made.append(saying(row, told, f"{fields['quantity']}; {fields['amount']}"))
    return made


def pairs(sayings: Sequence[Saying]) -> Iterator[Pair]:
    """Pairs of statements of one promise, the earlier first."""
    weights = Weights(sayings)
    for one, other in candidates(sayings):
        if not comparable(one, other):
            continue
        a, b = in_order(one, other)
        likeness = weights.likeness(a, b)
        nature = _nature(a, b, likeness)
        if nature == "deadline_slip" and one_paper(a, b):
            a, b = sorted((a, b), key=lambda s: str(s.row.fields["deadline_date"]))
        if nature:
            yield Pair(a, b, nature, likeness)


def comparable(one: Saying, other: Saying) -> bool:
    """Of one council as far as is known, and not out of one sentence, list or table."""
    a, b = one.row.standing, other.row.standing
    if a.sha256 != b.sha256 and (
        (a.council and b.council and a.council != b.council) or (a.kind == b.kind == "inspection" and a.council is None)
    ):
        return False
    return a.sha256 != b.sha256 or (a.places != b.places and (a.section != b.section or _two_speakers(a, b)))


def _two_speakers(a: Standing, b: Standing) -> bool:
    """Two numbered paragraphs of minutes under one heading: what one said, and what another said."""
    return a.kind == b.kind == "minutes" and bool(a.paragraph and b.paragraph) and a.paragraph != b.paragraph


def meet(one: FactRow, other: FactRow) -> bool:
    """Whether two statements share characters of one file."""
    (first, last), (begin, end) = ((row.standing.places[0], row.standing.places[-1]) for row in (one, other))
    shared = (first.page, first.start) < (end.page, end.end) and (begin.page, begin.start) < (last.page, last.end)
    return one.standing.sha256 == other.standing.sha256 and shared


def in_order(one: Saying, other: Saying) -> tuple[Saying, Saying]:
    """The earlier first; what has no date keeps its place."""
    return (other, one) if one.when and other.when and other.when < one.when else (one, other)


def one_paper(a: Saying, b: Saying) -> bool:
    """Said at one time: in one document, or on one day."""
    return a.row.standing.sha256 == b.row.standing.sha256 and a.when == b.when


def _nature(a: Saying, b: Saying, likeness: float) -> Nature | None:
    """What happened between two statements; None where they are two promises."""
    same = {pair for pair in a.counted & b.counted if pair[0] > SMALL}
    moved, rivals = _moved(a, b), _rivals(a, b)
    if _saving_beside_deed(a, b):
        return None
    if likeness >= LIKE_REPLACED and _replaced(a, b):
        return _apart(a, b, "number_changed")
    if _rows(a, b):
        likeness = _labels_alike(a, b)
        if likeness < LIKE_ROWS:
            return None
    if rivals and not same:
        if "GBP" in a.units & b.units and _two_times(a, b):
            return None  # sums of two years
        return _apart(a, b, "number_changed") if likeness >= LIKE_BUT_CHANGED else None
    if moved and likeness >= (LIKE_WITH_NUMBER if same else LIKE_IN_ONE_PAPER if one_paper(a, b) else LIKE_BUT_MOVED):
        return moved
    enough = LIKE_WITH_NUMBER if same else LIKE_IN_ONE_PAPER if one_paper(a, b) else LIKE
    return "restated_same" if likeness >= enough else None


def _rows(a: Saying, b: Saying) -> bool:
    return "\t" in a.row.quote and "\t" in b.row.quote


def _saving_beside_deed(a: Saying, b: Saying) -> bool:
    """A table row that promises a sum beside a sentence that promises none: what a deed is to save is not the deed."""
    sums = [("\t" in s.row.quote, bool(s.row.fields.get("amount"))) for s in (a, b)]
    return (True, True) in sums and (False, False) in sums


def _replaced(a: Saying, b: Saying) -> bool:
    """The later statement names the number of the earlier one, and promises another of the same things in its place."""
    said = values(b.row.quote)
    old = {pair for pair in a.counted if pair[0] > SMALL and pair[0] in said} - b.counted
    return bool(REPLACING.search(b.row.quote)) and any(unit == of for _, unit in old for _, of in b.counted)


def _labels_alike(a: Saying, b: Saying) -> float:
    """Share of words that two rows have in common, figures left out: rows of one table are alike in all but a word. A scheme or an action
    is known by its name alone, beside which dates and remarks change."""
    named = [str(s.row.fields.get("text") or "") for s in (a, b) if not s.row.fields.get("amount")]
    told = named if len(named) == 2 and all(named) else [s.row.quote for s in (a, b)]
    first, second = (frozenset(re.findall(r"[^\W\d_]+", text.lower())) for text in told)
    return len(first & second) / max(1, len(first | second))


def _apart(a: Saying, b: Saying, nature: Nature) -> Nature:
    """A difference within one paper is a contradiction, unless one of the two says that it changes the other."""
    changing = any(CHANGING.search(s.row.quote) for s in (a, b))
    return "contradiction" if one_paper(a, b) and not changing else nature


def _moved(a: Saying, b: Saying) -> Nature | None:
    """What two different deadlines say: in one paper they contradict, a later one in a later paper is a slip."""
    first, second = (str(s.row.fields.get("deadline_date") or "") for s in (a, b))
    if not first or not second or first == second or _one_year(a, b) or not (_printed(a) and _printed(b)):
        return None
    return _apart(a, b, "deadline_slip") if second > first or one_paper(a, b) else None


def _printed(one: Saying) -> bool:
    """Whether a statement names its day itself; a heading's year over a row moves nothing."""
    said = set(re.findall(r"\w+", one.row.quote.lower()))
    return set(re.findall(r"\w+", str(one.row.fields.get("deadline") or "").lower())) <= said


def _two_times(a: Saying, b: Saying) -> bool:
    return len({str(s.row.fields.get("deadline_date") or "") for s in (a, b)} - {""}) == 2


def _one_year(a: Saying, b: Saying) -> bool:
    """ "In 2034" leaves "early 2034" open."""
    printed = [str(s.row.fields.get("deadline") or "") for s in (a, b)]
    years = {str(s.row.fields["deadline_date"])[:4] for s in (a, b)}
    return len(years) == 1 and any(YEAR_ALONE.fullmatch(words) for words in printed)


def _rivals(a: Saying, b: Saying) -> bool:
    """Both count the same things, one number each, and neither sentence holds the other's number; not two prints of one table row."""
    first_said, second_said = (values(s.row.quote) - {0.0} for s in (a, b))
    if _rows(a, b) and first_said == second_said:
        return False
    for unit in a.units & b.units:
        first, second = ({value for value, of in s.counted if of == unit} for s in (a, b))
        if len(first) == len(second) == 1 and not (first & second_said or second & first_said):
            return True
    return False


def _groups(sayings: Sequence[Saying], found: Sequence[Pair]) -> list[list[Saying]]:
    """Sayings joined by pairs, and those alone, in their order."""
    by_id = {s.row.id: s for s in sayings}
    return [[by_id[id_] for id_ in group] for group in joined(by_id, ((pair.a.row.id, pair.b.row.id) for pair in found))]
