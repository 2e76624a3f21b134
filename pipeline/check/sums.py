"""Sentences that break a number down: "88 vacancies, made up of 31 ..., 35 ... and 18 ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.check.ports import Audited, citations, page_of
from pipeline.check.telling import MONEY, ROUNDED, step
from pipeline.lookup.facts import believed
from pipeline.model.answers import AuditRow, FactRow, Filters

BROKEN_DOWN = re.compile(
    r"\b(?:broken\s+down\s+(?:into|as)|made\s+up\s+of|comprising|comprised\s+of|comprises|consist(?:s|ing)\s+of)\b", re.IGNORECASE
)
NOT_ALL = re.compile(
    r"\b(?:includ\w+|mainly|mostly|among|such\s+as|for\s+example|of\s+which|up\s+to|with\s+the\s+(?:rest|remainder))\b", re.IGNORECASE
)
WIDEST = 0.1
"""Parts that come to less than nine tenths of the whole, or more than eleven, are parts of something else."""
NO_PARTS = frozenset(("votes", "percent", "percentage points", "rank", "years", "months", "weeks", "days", "hours"))


def spoken_sums(library: Audited, filters: Filters) -> Iterator[AuditRow]:
    """Totals that the parts named in the same sentence do not make."""
    figures = [figure for figure in believed(library.facts("figures", filters)) if figure.fields["source"] == "text"]
    for i, first in enumerate(figures):
        cue = BROKEN_DOWN.search(first.quote)
        if not cue or (i and figures[i - 1].id != first.id and figures[i - 1].quote == first.quote) or NOT_ALL.search(first.quote):
            continue
        sentence = [figure for figure in figures[i : i + 20] if _same_place(figure, first)]
        whole, parts = _divided(sentence, cue)
        if whole and len(parts) >= 2:
            yield from _judged(library, whole, parts)


def _same_place(one: FactRow, other: FactRow) -> bool:
    return one.standing.places == other.standing.places and one.quote == other.quote


def _divided(sentence: Sequence[FactRow], cue: re.Match[str]) -> tuple[FactRow | None, list[FactRow]]:
    """The figure before the cue and those behind it, if all are of one kind."""
    whole: FactRow | None = None
    parts: list[FactRow] = []
    at = 0
    for figure in sentence:
        found = figure.quote.find(figure.fields["raw"], at)
        at = found + len(figure.fields["raw"]) if found >= 0 else at
        if found < cue.start():
            whole = figure
        else:
            parts.append(figure)
    odd = [figure for figure in parts if figure.fields["unit"] in NO_PARTS or figure.fields["of"] or figure.fields["value_max"]]
    return (None, []) if odd or not whole or whole.fields["unit"] in NO_PARTS else (whole, parts)


def _judged(library: Audited, whole: FactRow, parts: Sequence[FactRow]) -> Iterator[AuditRow]:
    come_to, printed = sum(part.fields["value"] for part in parts), whole.fields["value"]
    slack = 0.5 * (step(whole) + sum(step(part) for part in parts)) if whole.fields["unit"] in MONEY else 0.0
    money = {part.fields["unit"] in MONEY for part in (whole, *parts)}
    if len(money) > 1 or abs(come_to - printed) <= slack + 1e-9 * abs(printed) or abs(come_to - printed) > WIDEST * abs(printed):
        return
    yield failing(library, whole, parts, f"the {len(parts)} parts named", [whole])


def failing(
    library: Audited, whole: FactRow, parts: Sequence[FactRow], named: str, proof: Sequence[FactRow], *, rounded: bool = False
) -> AuditRow:
    """The finding that a printed whole is not what its parts come to: `named` says which parts, `proof` is cited."""
    come_to = f"{sum(part.fields['value'] for part in parts):,.10g}"
    return AuditRow(
        check="sum",
        document=whole.standing.document,
        fact=whole.id,
        page=page_of(library, whole),
        where=whole.fields["measure"],
        printed=whole.fields["raw"],
        expected=come_to,
        message=f"{whole.fields['raw']} is printed; {named} come to {come_to}{ROUNDED if rounded else ''}.",
        citations=citations(library, proof),
        severity="rounding" if rounded else "fault",
    )
