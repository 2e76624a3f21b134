"""Listing facts with filters, each with its citation; the evidence inside a fact becomes a citation too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from pipeline.language.wording import alike
from pipeline.lookup.cite import cite
from pipeline.lookup.understanding.words import Clue, wordings
from pipeline.model.answers import Citation, FactRow, Filters, Standing
from pipeline.model.documents import Place
from pipeline.model.ports import FactStore, Library

CITED, FACT = "$cite", "$fact"
"""How the store marks evidence inside a field: by its places in the same paper, or by the id of another fact."""

SAID = {"decisions": "text", "attendance": "name", "actions": "text", "declarations": "text", "questions": "question"}
"""Facts that a meeting has once, and the field by which two printings of one are known."""
SAME = 0.8
LOOKED_THROUGH, PASSAGES = 2000, 1000
"""Facts of a kind that a question looks through, and passages whose facts it looks at where there are more."""


def listed(library: FactStore, kind: str, filters: Filters, limit: int) -> list[tuple[FactRow, Citation]]:
    """Facts of a kind, by document and in reading order, at most `limit` (0: all)."""
    rows = with_printings(library, kind, library.facts(kind, filters, limit))
    return [(resolved(library, row), cite(library, row.standing, row.quote, id_=row.id)) for row in rows]


def with_printings(library: FactStore, kind: str, rows: Sequence[FactRow]) -> list[FactRow]:
    """The facts, each with citations of the same fact in other printings of its part."""
    others = library.repeated(kind, {row.standing.part_id for row in rows if row.standing.part_id is not None}) if kind in SAID else []
    of_part: dict[int | None, list[FactRow]] = {}
    for other in others:
        of_part.setdefault(other.standing.repeat_of, []).append(other)
    return [_with_printings(library, row, of_part.get(row.standing.part_id, ())) if others else row for row in rows]


def _with_printings(library: FactStore, row: FactRow, others: Sequence[FactRow]) -> FactRow:
    name = SAID[row.kind]
    same = [
        other
        for other in others
        if other.fields.get("status") == row.fields.get("status") or row.kind != "attendance"
        if alike(str(other.fields[name]), str(row.fields[name])) >= SAME
    ]
    return replace(row, also_in=tuple(cite(library, other.standing, other.quote, id_=other.id) for other in same))


def believed(rows: Iterable[FactRow]) -> list[FactRow]:
    """Facts that answers and checks may use: those that nobody marked wrong, corrected where somebody said what is right."""
    return [_corrected(row) for row in rows if row.believed]


def _corrected(row: FactRow) -> FactRow:
    """The fact with the value that its mark gives in place of the one that was read; an empty value is a blank."""
    mark = row.mark
    if mark is None or mark.verdict != "corrected" or mark.field is None or mark.field not in row.fields:
        return row
    return replace(row, fields={**row.fields, mark.field: None if mark.value == "" else mark.value})


def in_reach(library: Library, kind: str, filters: Filters, clues: Sequence[Clue]) -> list[FactRow]:
    """All facts of a kind that answers may use; where they are too many to look through, those on the passages that hold most of the
    clues."""
    found = library.few(kind, filters, LOOKED_THROUGH)
    if found:
        return believed(found)
    rowids = [rowid for rowid, _ in library.any_of(wordings(clues, widened=True), filters, PASSAGES)]
    return believed(library.facts_on(rowids, (kind,))) if rowids else []


def resolved(library: FactStore, row: FactRow) -> FactRow:
    """The fact with citations in place of the store's marks."""
    return replace(row, fields={name: _plain(library, row.standing, value) for name, value in row.fields.items()})


def _plain(library: FactStore, standing: Standing, value: Any) -> Any:
    if isinstance(value, Mapping):
        if CITED in value:
            return _cited(library, standing, value[CITED])
        if FACT in value:
            return _of_fact(library, value[FACT])
        return {name: _plain(library, standing, inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        found = [_plain(library, standing, inner) for inner in value]
        return [one for one in found if one is not None]
    return value


def _cited(library: FactStore, standing: Standing, mark: Mapping[str, Any]) -> Citation | None:
    places = tuple(Place(*place) for place in mark.get("places", ()))
    if not places:
        return None
    section, paragraph = tuple(mark.get("section", standing.section)), mark.get("paragraph")
    return cite(library, replace(standing, places=places, section=section, paragraph=paragraph))


def _of_fact(library: FactStore, id_: str) -> Citation | None:
    other = library.find(id_)
    return cite(library, other.standing, id_=other.id) if other is not None else None
