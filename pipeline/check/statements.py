"""Statements that disagree: the same measure of the same body, in the same unit and period, with another value.

Only sentences that name their time, in like words under like headings in different places, are compared: rows of like tables carry
the same labels and mean different groups, and so do sentences under the names of different groups. Forecasts, targets and budgets
are compared within one paper only, as they rightly change from one to the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.check.ports import Audited, citations, page_of
from pipeline.check.telling import alike, same_value, words
from pipeline.lookup.facts import believed
from pipeline.model.answers import AuditRow, FactRow, Filters

LEAST_WORDS = 4
"""Telling words below which a measure does not say what it measures."""
LEAST_ALIKE = 0.6
"""Share of their telling words that two sentences must have in common to say the same of the same."""
CHANGING = frozenset(("forecast", "target", "budget"))
NOT_COMPARED = frozenset("hours days weeks months years minutes terms votes rank number".split())
"""Lengths of time, votes (of many motions on one day) and numbers of nothing named."""

Key = tuple[str | None, str, str | None, str | None, str | None, str | None, frozenset[str]]


def disagreements(library: Audited, filters: Filters) -> Iterator[AuditRow]:
    """One row for each measure with more than one value, citing all of them."""
    groups: dict[Key, list[FactRow]] = {}
    for figure in believed(library.facts("figures", filters)):
        if _comparable(figure):
            groups.setdefault(_key(figure), []).append(figure)
    for group in groups.values():
        different = _different(group)
        if len(different) > 1:
            yield _row(library, different)


def _comparable(figure: FactRow) -> bool:
    fields = figure.fields
    dated = fields["period_start"] and fields["period_end"]
    vague = fields["approximate"] or fields["bound"] or fields["value_max"] is not None or fields["of"] is not None
    return bool(
        fields["source"] == "text"
        and dated
        and not vague
        and fields["unit"] not in NOT_COMPARED
        and len(words(fields["measure"])) >= LEAST_WORDS
    )


def _key(figure: FactRow) -> Key:
    fields = figure.fields
    within = figure.standing.document if fields["status"] in CHANGING else None
    told = words(fields["measure"])
    return figure.standing.council, fields["unit"], fields["period_start"], fields["period_end"], fields["status"], within, told


def _different(group: Sequence[FactRow]) -> list[FactRow]:
    """The first statement and those elsewhere, in like words, that give another value."""
    kept = [group[0]]
    for figure in group[1:]:
        if _says_the_same_of(group[0], figure) and not any(same_value(figure, other) for other in kept):
            kept.append(figure)
    return kept


def _says_the_same_of(one: FactRow, other: FactRow) -> bool:
    places = [(figure.standing.document, figure.standing.section) for figure in (one, other)]
    if places[0] == places[1] or one.fields["direction"] != other.fields["direction"]:
        return False
    return _headings_alike(one, other) and alike(one.quote, other.quote) >= LEAST_ALIKE


def _headings_alike(one: FactRow, other: FactRow) -> bool:
    a, b = (figure.standing.section[-1:] for figure in (one, other))
    return a == b or bool(a and b and alike(a[0], b[0]) >= LEAST_ALIKE)


def _row(library: Audited, different: Sequence[FactRow]) -> AuditRow:
    first = different[0]
    printed = [figure.fields["raw"] for figure in different]
    where = f"{first.fields['measure']}, {first.fields['period']}"
    return AuditRow(
        check="disagreement",
        document=first.standing.document,
        fact=first.id,
        page=page_of(library, first),
        where=where,
        printed=printed[0],
        expected=", ".join(printed[1:]),
        message=f"Of {where}, the papers say {' and '.join(printed)}.",
        citations=citations(library, different),
    )
