"""Lists of what was promised and whether it was kept: "What we said we would do", and beneath each item "This was achieved."

Comes in: a library and filters. Goes out: each item with the sentence that reports it as done, as achieved; and where two papers print
one such list under lead lines of two years, the two lead lines, as a contradiction. "Last year" is the financial year before the paper's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from pipeline.language.periods import period
from pipeline.language.points import financial_year, year_of
from pipeline.lookup.changes.kept import Library
from pipeline.lookup.changes.moment_cues import Time
from pipeline.lookup.changes.moments import quoted, telling
from pipeline.lookup.changes.restated import Pair, comparable
from pipeline.lookup.changes.sameness import Saying
from pipeline.lookup.text.sentences import stretches
from pipeline.model.answers import FactRow, Filters, PassageRow

SAID = re.compile(
    r"\b(?:(?:we|council|it|they) (?:said|promised|pledged|committed)|(?:did|do) (?:we|it|they) say)(?: that)?(?: (?:we|it|they))?"
    r" (?:would|will|to)\b",
    re.IGNORECASE,
)
SOUGHT = " OR ".join(
    f'"{who} {said}"' for who in ("we", "it", "they", "council") for said in ("said", "promised", "pledged", "committed", "say")
)
SOUGHT += ' OR "say we" OR "say it"'
DONE = re.compile(
    r"\W*(?:(?:this|these|it|they|all) (?:\w+ )?)?(?:was|were|is|are|ha(?:s|ve)(?: \w+)? been)(?: (?:now|all|fully|successfully|since))*"
    r" (?:achieved|completed?|delivered|done|implemented|met|in place)\b(?! (?:in part|partly|for part))",
    re.IGNORECASE,
)
"""A report on the item before: "This has now been achieved"."""
LAST_YEAR = re.compile(r"\b(?:last|the previous|the past) year\b", re.IGNORECASE)
LONGEST = 12
"""Passages of one list."""
LIKE = 0.5
"""Share of their words that two prints of one list have in common."""
ALL = 1000


@dataclass(frozen=True, slots=True)
class Listed:
    """A list with its lead lines: sentences before it, and its heading."""

    leads: tuple[FactRow, ...]
    kept: tuple[tuple[FactRow, FactRow], ...]
    """Items with the sentences that report them as done."""
    words: frozenset[str]


def list_pairs(store: Library, filters: Filters) -> Iterator[Pair]:
    """What lists report as achieved, then lists that two papers date differently."""
    lists = list(_lists(store, filters))
    for one in lists:
        yield from (Pair(_saying(item), _saying(report), "achieved", 1.0) for item, report in one.kept)
    for one, other in combinations(lists, 2):
        if len(one.words & other.words) >= LIKE * max(len(one.words), len(other.words)):
            yield from _dated_apart(one, other)


def _lists(store: Library, filters: Filters) -> Iterator[Listed]:
    headings = {
        (row.standing.document_id, row.fields.get("title")): row for row in store.facts("sections", filters) if SAID.search(row.quote)
    }
    seen: set[tuple[int, tuple[str, ...]]] = set()
    for first in store.passages(sorted(rowid for rowid, _ in store.words(SOUGHT, filters, ALL))):
        place = (first.standing.document_id, first.standing.section)
        if place in seen:
            continue
        seen.add(place)
        rows = [row for row in store.neighbours(first, 0, LONGEST) if row.standing.section == first.standing.section]
        heading = headings.get((place[0], place[1][-1] if place[1] else None))
        if found := _listed(rows, heading):
            yield found


def _listed(rows: Sequence[PassageRow], heading: FactRow | None) -> Listed | None:
    """The list that begins with a lead line, in a sentence of its own or the heading of all."""
    pieces = [(row, start, text) for row in rows for start, text in stretches(row.words)]
    leads = [at for at, (_, _, text) in enumerate(pieces) if SAID.search(text)]
    if not leads and not heading:
        return None
    items = pieces[leads[-1] + 1 if leads else 0 :]
    kept = [
        (_row(items[at - 1]), _row(items[at], items[at - 1][2]))
        for at in range(1, len(items))
        if DONE.match(items[at][2]) and _promise(items[at - 1][2])
    ]
    lines = [*([heading] if heading else []), *(_row(pieces[at]) for at in leads)]
    return Listed(tuple(lines), tuple(kept), telling(" ".join(text for _, _, text in items)))


def _promise(text: str) -> bool:
    return not DONE.match(text) and len(telling(text)) > 1


def _row(piece: tuple[PassageRow, int, str], subject: str = "") -> FactRow:
    row, start, text = piece
    return quoted(row, start, start + len(text), subject)


def _dated_apart(one: Listed, other: Listed) -> Iterator[Pair]:
    """The dated lead lines of two prints of a list, where no day is in both times."""
    for a in one.leads:
        for b in other.leads:
            first, second = _time(a), _time(b)
            if first and second and (first.last < second.first or second.last < first.first) and comparable(_saying(a), _saying(b)):
                early, late = sorted((_saying(a), _saying(b)), key=lambda said: said.when)
                yield Pair(early, late, "contradiction", 1.0)
                return


def _time(lead: FactRow) -> Time | None:
    found, said = period(lead.quote), _day(lead)
    if found and found.first and found.last:
        return Time(found.first, found.last)
    return Time(*financial_year(year_of(said) - 1)) if said and LAST_YEAR.search(lead.quote) else None


def _day(row: FactRow) -> str:
    return row.standing.meeting_date or row.standing.published or ""


def _saying(row: FactRow) -> Saying:
    return Saying(row, frozenset(), frozenset(), _day(row))
