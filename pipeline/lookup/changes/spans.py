"""The time that one titled thing covers, printed with another day: "(01/04/2032 - 31/03/2033)" and "from 1 April 2032 to 21 March 2033".

Comes in: a library and filters. Goes out: pairs of statements, in sentences, headings or tables, that share their title, one end of
their time, and month and year of the other end. Times that end in different months are of different reports.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

from pipeline.language.dates import dates
from pipeline.lookup.changes.dated import Rarity
from pipeline.lookup.changes.kept import Library
from pipeline.lookup.changes.moments import quoted, telling
from pipeline.lookup.changes.restated import Pair, comparable
from pipeline.lookup.changes.sameness import Saying
from pipeline.lookup.cite import identify, narrowed
from pipeline.lookup.text.sentences import stretches
from pipeline.model.answers import FactRow, Filters

SOUGHT = "words : (20* AND (1 OR 1st OR 01 OR 28 OR 30 OR 30th OR 31 OR 31st))"
"""Passages with a year and the first or last day of a month: one end of a time is right, and such a time mostly begins and ends so."""
JOIN = re.compile(r"\s*(?:to|until|up to|through|and|[–─—-])\s*(?:the )?", re.IGNORECASE)
YEAR = re.compile(r"(?:19|20)\d\d")
MONTH = len("2033-03")
LIKE, LEAST_WORDS = 0.6, 2
"""Share of the titles' words, by weight, that both have; and how many."""
ALL = 100_000


@dataclass(frozen=True, slots=True)
class Span:
    row: FactRow
    first: str
    last: str
    title: frozenset[str]


def span_pairs(store: Library, filters: Filters) -> Iterator[Pair]:
    """Pairs that give one title two times which differ in the day of one end, the earlier paper first."""
    found = list(_spans(_lines(store, filters)))
    rarity = Rarity(store, (stem for one in found for stem in one.title))
    for one, other in combinations(found, 2):
        a, b = _saying(one), _saying(other)
        if _one_end_off(one, other) and comparable(a, b) and (share := _alike(rarity, one, other)) >= LIKE:
            a, b = sorted((a, b), key=lambda saying: saying.when)
            yield Pair(a, b, "contradiction", share)


def _lines(store: Library, filters: Filters) -> Iterator[FactRow]:
    """Sentences of passages, and lines of tables: their headings stand in no passage of their own."""
    for row in store.passages(sorted(rowid for rowid, _ in store.words(SOUGHT, filters, ALL))):
        yield from (quoted(row, start, start + len(text)) for start, text in stretches(row.words) if not row.boilerplate and _span(text))
    for table in store.facts("tables", filters):
        for start, text in stretches(table.quote):
            if _span(text):
                where = narrowed(table.standing, start, start + len(text))
                yield FactRow(identify(where.sha256, where.places), "passages", where, text, "", "stated", {}, table.passages)


def _span(text: str) -> tuple[str, str] | None:
    """First and last day of the only time that a line gives with both its days."""
    found = list(dates(text)) if len(YEAR.findall(text)) > 1 else []
    ends = [(a.iso, b.iso) for a, b in pairwise(found) if a.whole and b.whole and JOIN.fullmatch(text, a.end, b.start)]
    return ends[0] if len(ends) == 1 and ends[0][0] < ends[0][1] else None


def _spans(rows: Iterable[FactRow]) -> Iterator[Span]:
    for row in rows:
        if ends := _span(row.quote):
            title = telling(row.quote)
            yield Span(row, *ends, title if len(title) >= LEAST_WORDS else title | telling(" ".join(row.standing.section[-1:])))


def _one_end_off(one: Span, other: Span) -> bool:
    if one.first == other.first:
        return one.last != other.last and one.last[:MONTH] == other.last[:MONTH]
    return one.last == other.last and one.first[:MONTH] == other.first[:MONTH]


def _alike(rarity: Rarity, one: Span, other: Span) -> float:
    first, second = rarity.known(one.title), rarity.known(other.title)
    whole = rarity.weight(first | second)
    return rarity.weight(first & second) / whole if len(first & second) >= LEAST_WORDS else 0.0


def _saying(one: Span) -> Saying:
    return Saying(one.row, one.title, frozenset(), one.row.standing.meeting_date or one.row.standing.published or "")
