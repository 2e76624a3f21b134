"""What the audit needs of a library, and how it cites."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from pipeline.lookup.cite import cite
from pipeline.model.answers import Citation, FactRow
from pipeline.model.ports import FactStore
from pipeline.model.printings import PartRow


class Audited(FactStore, Protocol):
    """A store of facts that can also list its documents and their pages."""

    def stored_documents(self) -> Sequence[Any]:
        """Each with `id` and `name`."""
        ...

    def stored_pages(self, document_id: int) -> Sequence[Any]:
        """Each with `idx` (from 0) and `text`."""
        ...

    def parts(self) -> Sequence[PartRow]:
        """All parts, by document."""
        ...


def citations(library: Audited, facts: Iterable[FactRow]) -> tuple[Citation, ...]:
    """One citation for each place, in the order given."""
    made = (cite(library, fact.standing, fact.quote) for fact in facts)
    return tuple({one.id: one for one in made}.values())


def page_of(library: Audited, fact: FactRow) -> int | None:
    """1-based page of the file on which a fact begins."""
    places = fact.standing.places
    return library.page(fact.standing.document_id, places[0].page).number if places else None
