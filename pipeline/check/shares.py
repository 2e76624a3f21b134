"""Shares in sentences: "split between A (12%), B (78%) and C (11%)" makes a whole; "14 homes (20.6%)" is a share of a known number.

The number that a share is of stands in the same sentence ("14 of the 63 homes (22%)"), or is the total of the one row of a table under
the same heading that holds all the counts of the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from pipeline.check.ports import Audited, citations, page_of
from pipeline.check.sentences import Sentence, exact, place, sentences
from pipeline.check.sums import NOT_ALL
from pipeline.check.telling import ROUNDED, step
from pipeline.language.numbers import cell
from pipeline.lookup.facts import believed
from pipeline.model.answers import AuditRow, FactRow, Filters

SPLIT = re.compile(r"\b(?:split|divided|shared|distributed)\s+(?:\w+\s+)?(?:between|among(?:st)?|into|as\s+follows)\b", re.IGNORECASE)
BETWEEN = re.compile(r"[\s\w'’–-]{0,60}\(\s*")
"""What stands between a number and its share: "14 homes (20.6%)"."""
TOTAL = re.compile(r"\btotal\b|^all\b", re.IGNORECASE)
WHOLE, WIDEST = 100.0, 10.0
TOLERANCE = 0.55
"""Of the last printed place: halves are rounded either way."""
FAR = 15.0
"""Per cent points: a share further off is of something else."""

Pair = tuple[FactRow, FactRow]


def shares(library: Audited, filters: Filters) -> Iterator[AuditRow]:
    """Shares that do not make a whole, and shares that their own numbers contradict."""
    tables = [*believed(library.facts("tables", filters))]
    for sentence in sentences(library, filters):
        yield from _split(library, sentence)
        pairs = [*_pairs(sentence)]
        told = [(pair, base) for pair in pairs if (base := _stated_base(pair)) is not None]
        if not told and len(pairs) >= 2:
            row = _row_with(tables, [count for count, _ in pairs])
            told = [(pair, row) for pair in pairs] if row else []
        failing = [(pair, base) for pair, base in told if _contradicts(pair, base)]
        yield from (_of_number(library, pair, base) for pair, base in failing)


def _split(library: Audited, sentence: Sentence) -> Iterator[AuditRow]:
    cue = SPLIT.search(sentence[0].quote)
    if not cue or NOT_ALL.search(sentence[0].quote):
        return
    parts = [figure for figure in sentence if place(figure) > cue.start()]
    if len(parts) < 2 or not all(part.fields["unit"] == "percent" and exact(part) for part in parts):
        return
    come_to = sum(part.fields["value"] for part in parts)
    off, slack = abs(come_to - WHOLE), 0.5 * sum(step(part) for part in parts)
    if 1e-9 < off <= WIDEST:
        rounded = off <= slack
        named = ", ".join(part.fields["raw"] for part in parts)
        message = f"{named} come to {come_to:.10g}%, not 100%{ROUNDED if rounded else ''}."
        yield _row(library, parts, f"{come_to:.10g}%", "100%", message, rounded=rounded)


def _pairs(sentence: Sentence) -> Iterator[Pair]:
    """Each count with the share in the bracket behind it."""
    at = 0
    for count, share in pairwise(sentence):
        start = place(count, at)
        at = start + len(count.fields["raw"]) if start >= 0 else at
        behind = place(share, at)
        if start < 0 or behind < 0 or share.fields["unit"] != "percent" or not (exact(count) and exact(share)):
            continue
        if _is_count(count) and BETWEEN.fullmatch(count.quote[at:behind]):
            yield count, share


def _is_count(figure: FactRow) -> bool:
    value = figure.fields["value"]
    return figure.fields["unit"] not in ("percent", "percentage points", "GBP", "EUR", "rank") and value == int(value)


def _stated_base(pair: Pair) -> float | None:
    """The number that the count is said to be of, where it is a ratio: "35 of the 120 (29%)"."""
    return float(pair[0].fields["of"]) if pair[0].fields["of"] else None


def _row_with(tables: Sequence[FactRow], counts: Sequence[FactRow]) -> float | None:
    """The total of the only row under the same heading that holds all the counts."""
    first = counts[0].standing
    near = [t for t in tables if t.standing.document_id == first.document_id and t.standing.section == first.section]
    found = [total for table in near for row in table.fields.get("rows") or () if (total := _total(table, row, counts))]
    return found[0] if len(set(found)) == 1 else None


def _total(table: FactRow, row: Mapping[str, Any], counts: Sequence[FactRow]) -> float | None:
    values = [number.value if (number := cell(text)) else None for text in row["cells"]]
    at = next((i for i, column in enumerate(table.fields["columns"]) if TOTAL.search(column)), None)
    if at is None or at >= len(values) or not values[at] or any(count.fields["value"] not in values for count in counts):
        return None
    parts = [value for i, value in enumerate(values) if i != at and value is not None]
    return values[at] if sum(parts) == values[at] else None


def _contradicts(pair: Pair, base: float) -> bool:
    count, share = pair
    off = abs(100 * count.fields["value"] / base - share.fields["value"])
    return bool(TOLERANCE * step(share) < off <= FAR)


def _of_number(library: Audited, pair: Pair, base: float) -> AuditRow:
    count, share = pair
    expected = f"{100 * count.fields['value'] / base:.1f}%"
    message = f"{share.fields['raw']} is printed; {count.fields['value']:,.10g} of {base:,.10g} are {expected}."
    return _row(library, [share], share.fields["raw"], expected, message, rounded=False)


def _row(library: Audited, proof: Sequence[FactRow], printed: str, expected: str, message: str, *, rounded: bool) -> AuditRow:
    return AuditRow(
        check="share",
        document=proof[0].standing.document,
        fact=proof[0].id,
        page=page_of(library, proof[0]),
        where=proof[0].fields["measure"],
        printed=printed,
        expected=expected,
        message=message,
        citations=citations(library, proof),
        severity="rounding" if rounded else "fault",
    )
