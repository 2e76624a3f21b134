"""Rows of one table in two papers: the same label under the same column, with another value.

Comes in: figures of tables as they are compared. Goes out: a pair for each row whose value is another one in the other
paper. Two tables are one table printed again when most of their rows have the same labels and their headings say the same:
a label alone ("Staffing") stands in many tables, all departments in tables of savings and of capital. A row is listed once,
by its first column that changed; a row printed again unchanged is not listed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from pipeline.lookup.changes.agreeing import agree, times
from pipeline.lookup.changes.contrasts import parted
from pipeline.lookup.changes.counted import Counted, ordered
from pipeline.lookup.changes.restated import Nature, Pair, comparable
from pipeline.lookup.changes.sameness import Saying
from pipeline.lookup.text.terms import MONTHS, stems

LEAST_ROWS, SHARED_ROWS = 3, 0.6
"""Rows in common, and their share of the smaller table's, that make two tables one."""
SHARED_HEADING = 0.5
"""Of the telling words of the shorter heading."""
MOST_TABLES = 40
"""Tables that hold a label: one in more of them ("Total") finds no table."""
DATED = (
    frozenset(stems("period quarter month year week date end march year-end latest current previous last this q1 q2 q3 q4 fy p"))
    | MONTHS.keys()
)
"""Words of a column that say when and not what."""
REVISED = re.compile(
    r"\b(?:forecast|budget|estimate|target|plan|project|varia|over|under|movement|change|proposed|draft|revised)", re.IGNORECASE
)
"""Columns whose numbers are expected to move within one period."""
LIKELY = 0.0
"""Likeness of a pair of rows, which are listed behind what sentences tell: tables are printed again in order to be others."""

Key = tuple[str, frozenset[str]]


def row_pairs(every: Sequence[Counted]) -> Iterator[Pair]:
    """Pairs of rows of one table in two papers whose values differ, the earlier first."""
    tables: dict[Hashable, dict[str, list[Counted]]] = defaultdict(lambda: defaultdict(list))
    for one in every:
        if one.table and (label := _label(one)):
            tables[one.row.standing.document_id, one.row.fields.get("table")][label].append(one)
    for first, second in _printed_again(tables):
        for label in (label for label in tables[first] if label in tables[second]):
            if pair := next(_changed(tables[first][label], tables[second][label]), None):
                yield pair


def _label(one: Counted) -> str:
    return " ".join(re.findall(r"[^\W\d_]+", str(one.row.fields.get("row") or "").lower()))


def _printed_again(tables: Mapping[Hashable, Mapping[str, object]]) -> Iterator[tuple[Hashable, Hashable]]:
    """Tables of two papers that have most of their rows in common."""
    holders: dict[str, list[Hashable]] = defaultdict(list)
    for table, rows in tables.items():
        for label in rows:
            holders[label].append(table)
    shared: dict[tuple[Hashable, Hashable], int] = defaultdict(int)
    for held in holders.values():
        if len(held) <= MOST_TABLES:
            for pair in combinations(held, 2):
                shared[pair] += 1
    for (first, second), count in shared.items():
        if count >= max(LEAST_ROWS, SHARED_ROWS * min(len(tables[first]), len(tables[second]))):
            yield first, second


def _changed(some: Iterable[Counted], others: Sequence[Counted]) -> Iterator[Pair]:
    """The cells of one row in two papers that stand under one column and differ."""
    for one in some:
        for other in others:
            if one.unit == other.unit and _column(one) == _column(other) and _one_table(one, other):
                a, b = ordered(one, other)
                if not agree(a, b) and (nature := _nature(a, b)):
                    yield Pair(_saying(a), _saying(b), nature, LIKELY)


def _one_table(one: Counted, other: Counted) -> bool:
    """Of one council in two papers, under headings that say the same."""
    if one.row.standing.sha256 == other.row.standing.sha256 or not comparable(_saying(one), _saying(other)):
        return False
    first, second = one.headed - DATED, other.headed - DATED
    return len(first & second) >= SHARED_HEADING * min(len(first), len(second)) and not parted(one.contrasts, other.contrasts).opposed


def _column(one: Counted) -> Key:
    """What a column says beside when: its words, and the status that its figures have."""
    words = frozenset(word for word in stems(str(one.row.fields.get("column") or "")) if not re.search(r"\d", word))
    return str(one.row.fields.get("status")), words - DATED


def _nature(a: Counted, b: Counted) -> Nature | None:
    """A change; a contradiction where both report what was, of one time. A column that names a time alone stands for that time only."""
    time = times(a, b)
    if time != "same":
        return "number_changed" if _column(a)[1] and time == "other" else None
    moving = any(REVISED.search(f"{one.row.fields.get('column')} {one.row.fields.get('row')}") for one in (a, b))
    counts = a.row.fields.get("status") == "actual" or (a.unit != "GBP" and a.row.fields.get("status") is None)
    return "contradiction" if counts and not moving else "number_changed"


def _saying(one: Counted) -> Saying:
    return Saying(one.row, one.said, frozenset(), one.when)
