"""One citation, fact or passage in full, with the words around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from pipeline.lookup.cite import cite, places_of
from pipeline.lookup.facts import resolved
from pipeline.model.answers import Citation, FactRow, PassageRow, Standing
from pipeline.model.documents import Place
from pipeline.model.listing import DocumentRow
from pipeline.model.ports import FactStore

AROUND = 400
"""Characters of the page shown before and after the quote."""


class Shelf(FactStore, Protocol):
    """What is looked in for an id; see store/browsing.py."""

    def document(self, hash_start: str) -> DocumentRow | None: ...
    def standing_at(self, document_id: int, places: Sequence[Place]) -> Standing | None: ...
    def recommending(self, id_start: str) -> list[FactRow]: ...


@dataclass(frozen=True, slots=True)
class Shown:
    citation: Citation
    before: str
    after: str
    row: PassageRow | FactRow | None = None
    """None where the id is that of a citation alone, or of a recommendation."""
    facts: tuple[FactRow, ...] = ()
    """Facts that stand in a passage."""


def shown(store: Shelf, id_: str) -> Shown | None:
    """None where the id is not known, or several begin so."""
    row = store.find(id_)
    cited = cite(store, row.standing, id_=row.id) if row else _recommended(store, id_) or _cited(store, id_)
    held = store.document(cited.sha256) if cited else None
    if cited is None or held is None:
        return None
    first, last = cited.spans[0], cited.spans[-1]
    before = store.page(held.id, (first.page or 1) - 1).text[: first.start][-AROUND:]
    after = store.page(held.id, (last.page or 1) - 1).text[last.end :][:AROUND]
    facts = tuple(store.facts_on([row.rowid])) if isinstance(row, PassageRow) else ()
    return Shown(cited, before, after, resolved(store, row) if isinstance(row, FactRow) else row, facts)


def _recommended(store: Shelf, id_: str) -> Citation | None:
    """The recommendation of a report that a decision names (`recommendation`)."""
    reports = [resolved(store, row) for row in store.recommending(id_)]
    found = [one["citation"] for row in reports for one in row.fields["recommendations"] if one["id"].startswith(id_)]
    return found[0] if len(found) == 1 else None


def _cited(store: Shelf, id_: str) -> Citation | None:
    """The words at the places of a file that a citation's own id names."""
    named = places_of(id_)
    held = store.document(named[0]) if named else None
    standing = store.standing_at(held.id, named[1]) if named and held else None
    return cite(store, standing, id_=id_) if standing else None
