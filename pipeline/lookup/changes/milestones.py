"""Dates of a programme's table that a later paper prints later: sites and when they open, actions and by when.

Comes in: a library and filters. Goes out: a pair for each row whose time was still to come in the earlier paper and is later in the
later one. Two tables are of one programme when most of the shorter one's rows have the same labels, and their columns of times say
the same beside "planned", "now", "revised". Stages that every project has ("Procurement", "Start on site") do not tell one from
another; dates of meetings, reviews and payments come round again and are no milestones.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from pipeline.lookup.changes.kept import Library
from pipeline.lookup.changes.moment_cues import Time, times
from pipeline.lookup.changes.restated import Pair, comparable
from pipeline.lookup.changes.sameness import Saying
from pipeline.lookup.cite import identify, narrowed
from pipeline.lookup.text.terms import MONTHS, stems
from pipeline.lookup.understanding.words import STOP
from pipeline.model.answers import FactRow, Filters

RECURRING = re.compile(
    r"\b(?:meeting|committee|cabinet|council|board|review\w*|updated?|published|publication|paid|payment|invoice|maturity|birth|elected|"
    r"appointed|decision|last|next|cycle|report(?:ed|ing)?)\b",
    re.IGNORECASE,
)
"""Columns whose dates come round again, or were never to come."""
NO_PROGRAMME = ("forward_plan", "agenda", "minutes", "cover")
EARLIER = re.compile(r"\b(?:original\w*|previous\w*|baseline|approved|agreed|initial|old|first)\b|(?:19|20)\d\d", re.IGNORECASE)
"""A column that says what an earlier paper said, where another column says what is expected now."""
PLAIN = frozenset(
    stems(
        "date dates planned plan now expected forecast revised current latest estimated anticipated target due deadline when by timescale "
        "timeframe in on proposed new original previous approved agreed scheduled programme milestone"
    )
)
"""Words of a column that do not say of what a time is the time."""
STAGES = PLAIN | frozenset(
    stems(
        "approval appoint appointment award begin business case complete completion concept construction consultation contract contractor "
        "decision delivery design detailed develop development end evaluation feasibility final finish first full funding go handover "
        "implementation initiation launch legal live mobilisation open opening outline permission phase pilot planning practical "
        "procurement project second site sign-off stage start submission submit tender total work works"
    )
)
LEAST_ROWS, SHARED = 2, 0.5
"""Rows that two tables have in common, and their share of the shorter one's."""
MOST_WORDS = 6
"""Of a cell that is a time and no sentence about one."""
LIKELY = 0.0
"""Rows are listed behind what sentences tell."""


@dataclass(frozen=True, slots=True)
class Milestones:
    """The column of a table that says when."""

    table: FactRow
    of: frozenset[str]
    """What its heading says beside "date" and "planned"."""
    rows: dict[str, tuple[Time, FactRow]]
    """Label to time and the row as it is cited."""
    labels: frozenset[str]
    """Of all its rows that say more than a stage of any project."""

    @property
    def when(self) -> str:
        return self.table.standing.meeting_date or self.table.standing.published or ""


def milestone_pairs(store: Library, filters: Filters) -> Iterator[Pair]:
    """Rows whose time slipped, the earlier paper first."""
    found = [made for table in store.facts("tables", filters) if table.standing.kind not in NO_PROGRAMME and (made := _milestones(table))]
    for one, other in combinations(sorted(found, key=lambda made: made.when), 2):
        if one.when and one.when < other.when and _one_programme(one, other):
            for label in (label for label in one.rows if label in other.rows and label in one.labels):
                (before, row), (after, again) = one.rows[label], other.rows[label]
                if one.when < before.last < after.first:
                    yield Pair(_saying(row), _saying(again), "deadline_slip", LIKELY)


def _one_programme(one: Milestones, other: Milestones) -> bool:
    shared = len(one.labels & other.labels)
    enough = shared >= max(LEAST_ROWS, SHARED * min(len(one.labels), len(other.labels)))
    return enough and one.of == other.of and comparable(_saying(one.table), _saying(other.table))


def _milestones(table: FactRow) -> Milestones | None:
    columns, rows = table.fields.get("columns") or (), table.fields.get("rows") or ()
    labels = Counter(_label(row["label"]) for row in rows)
    held: dict[int, dict[str, tuple[Time, FactRow]]] = defaultdict(dict)
    for row in rows:
        label, place = _label(row["label"]), None
        for at, cell in enumerate(row["cells"][: len(columns)]):
            time = _time(cell) if label and labels[label] == 1 and not RECURRING.search(columns[at]) else None
            if time and (place := place or _cited(table, row["label"], cell)):
                held[at][label] = (time, place)
    now = [at for at in sorted(held) if not EARLIER.search(columns[at])] or sorted(held)
    if not now:
        return None
    telling = frozenset(label for label, count in labels.items() if count == 1 and set(stems(label)) - STAGES - STOP)
    return Milestones(table, frozenset(stems(columns[now[-1]])) - PLAIN - STOP - MONTHS.keys(), held[now[-1]], telling)


def _label(printed: str) -> str:
    return " ".join(re.findall(r"[^\W\d_]+", printed.lower()))


def _time(cell: str) -> Time | None:
    """The one time that a cell is, with or without a word about it."""
    found: Sequence[tuple[Sequence[Time], tuple[int, int]]] = list(times(cell)) if cell and len(cell.split()) <= MOST_WORDS else ()
    return found[0][0][0] if len(found) == 1 and len(found[0][0]) == 1 else None


def _cited(table: FactRow, label: str, cell: str) -> FactRow | None:
    """The line of a table that holds a label and a cell."""
    start = 0
    for line in table.quote.split("\n"):
        if line.strip().startswith(label) and cell in line:
            where = narrowed(table.standing, start, start + len(line))
            return FactRow(identify(where.sha256, where.places), "passages", where, line, "", "stated", {}, table.passages)
        start += len(line) + 1
    return None


def _saying(row: FactRow) -> Saying:
    return Saying(row, frozenset(), frozenset(), row.standing.meeting_date or row.standing.published or "")
