"""Tables against themselves, and against the sentences that repeat their totals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pipeline.check.ports import Audited, citations, page_of
from pipeline.check.telling import MONEY, ROUNDED, same_value, words
from pipeline.language.slips import near
from pipeline.lookup.facts import believed
from pipeline.model.answers import AuditRow, FactRow, Filters

TOTAL = re.compile(r"\btotal(?:s|led|ling)?\b|\boverall\b", re.IGNORECASE)
LEAST_SHARED = 2
"""Telling words that a sentence and a table's total must share to speak of the same thing."""


def table_arithmetic(library: Audited, filters: Filters) -> Iterator[AuditRow]:
    """The failing checks that were kept with each table when it was read."""
    for table in believed(library.facts("tables", filters)):
        failing: Sequence[Mapping[str, Any]] = table.fields.get("checks") or ()
        figures = _figures(library, table) if failing else []
        for found in failing:
            cell = next((figure for figure in figures if _stands_in(figure, found)), table)
            yield AuditRow(
                check=found["kind"],
                document=table.standing.document,
                fact=table.id,
                page=found.get("page") or page_of(library, cell),
                where=_where(table, found),
                printed=found["printed"],
                expected=found["expected"],
                message=f"{found['printed']} is printed; {found.get('message') or 'expected ' + found['expected']}{_excuse(found)}.",
                citations=citations(library, [cell]),
                severity=found.get("severity", "fault"),
            )


def repeated_totals(library: Audited, filters: Filters) -> Iterator[AuditRow]:
    """Sentences that give a table's total with another value."""
    by_document: dict[int, list[FactRow]] = {}
    for figure in believed(library.facts("figures", filters)):
        if figure.fields["unit"] in MONEY and figure.fields["value"]:
            by_document.setdefault(figure.standing.document_id, []).append(figure)
    for figures in by_document.values():
        printed = [figure for figure in figures if figure.fields["source"] == "table"]
        totals = [figure for figure in printed if TOTAL.search(figure.fields["row"] or "")]
        for said in figures:
            if said.fields["source"] == "text" and TOTAL.search(said.quote) and not said.fields["approximate"] and not said.fields["bound"]:
                other = _contradicted(said, totals, printed)
                if other:
                    yield _repeated(library, said, other)


def _contradicted(said: FactRow, totals: Sequence[FactRow], printed: Sequence[FactRow]) -> FactRow | None:
    """The total that a sentence means and misquotes; None where any cell holds the value said."""
    if any(same_value(said, cell) for cell in printed):
        return None
    meant = [
        total
        for total in totals
        if total.standing.part_title == said.standing.part_title
        and total.fields["status"] in (None, said.fields["status"])
        and near(abs(said.fields["value"]), abs(total.fields["value"]))
        and len((words(said.fields["measure"]) | words(said.quote)) & words(f"{total.fields['row']} {total.fields['measure']}"))
        >= LEAST_SHARED
    ]
    return meant[0] if len(meant) == 1 else None


def _repeated(library: Audited, said: FactRow, total: FactRow) -> AuditRow:
    return AuditRow(
        check="repeated_total",
        document=said.standing.document,
        fact=said.id,
        page=page_of(library, said),
        where=f"{total.fields['row']}, {total.fields['column']}",
        printed=said.fields["raw"],
        expected=total.fields["raw"],
        message=f"The sentence says {said.fields['raw']}; the table's {total.fields['row']} is {total.fields['raw']}.",
        citations=citations(library, [said, total]),
    )


def _figures(library: Audited, table: FactRow) -> list[FactRow]:
    found = library.facts("figures", Filters(document=table.standing.document))
    return [figure for figure in found if figure.standing.document_id == table.standing.document_id and figure.fields["source"] == "table"]


def _stands_in(figure: FactRow, found: Mapping[str, Any]) -> bool:
    fields = figure.fields
    return (fields["row"] or "", fields["column"] or "") == (found["row"], found["column"]) and fields["raw"] in found["printed"]


def _excuse(found: Mapping[str, Any]) -> str:
    return ROUNDED if found.get("severity") == "rounding" else ""


def _where(table: FactRow, found: Mapping[str, Any]) -> str:
    caption = str(table.fields.get("caption") or "table")
    return ": ".join(part for part in (caption[:80], found["row"], found["column"]) if part)
