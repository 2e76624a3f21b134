"""The papers of the library, and one paper with its parts and outline."""

from __future__ import annotations

from typing import Any

from pipeline.errors import NotThereError
from pipeline.model.answers import DocumentRow
from pipeline.web.asked import Asked, Reply
from pipeline.web.templating import page


def papers(library: Any, asked: Asked) -> Reply:
    return page("papers.html", asked=asked, papers=library.documents())


def paper(library: Any, asked: Asked) -> Reply:
    held = paper_of(library, asked)
    parts = [part for part in library.parts() if part.document_id == held.id]
    return page("paper.html", asked=asked, paper=held, parts=parts)


def paper_of(library: Any, asked: Asked) -> DocumentRow:
    """The paper that the address names by its hash. Raises NotThereError."""
    name = asked.parts["paper"]
    found: DocumentRow | None = library.document(name) if len(name) >= 10 and name.isalnum() else None
    if found is None:
        raise NotThereError("This paper is not in the library. It may have been replaced by a newer version: look for it under Papers.")
    return found
