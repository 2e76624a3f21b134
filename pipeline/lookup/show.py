"""One citation, fact or passage in full, with the words around it."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.lookup.cite import cite
from pipeline.model.answers import Citation, FactRow, PassageRow
from pipeline.model.ports import FactStore

AROUND = 400
"""Characters of the page shown before and after the quote."""


@dataclass(frozen=True, slots=True)
class Shown:
    row: PassageRow | FactRow
    citation: Citation
    before: str
    after: str
    facts: tuple[FactRow, ...] = ()
    """Facts that stand in a passage."""


def shown(store: FactStore, id_: str) -> Shown | None:
    """None where the id is not known, or several begin so."""
    row = store.find(id_)
    if row is None:
        return None
    places = row.standing.places
    before = store.page(row.standing.document_id, places[0].page).text[: places[0].start][-AROUND:]
    after = store.page(row.standing.document_id, places[-1].page).text[places[-1].end :][:AROUND]
    facts = tuple(store.facts_on([row.rowid])) if isinstance(row, PassageRow) else ()
    return Shown(row, cite(store, row.standing, id_=row.id), before, after, facts)
