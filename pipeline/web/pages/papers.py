"""The papers of the library, and one paper with its parts, facts and issues."""

from __future__ import annotations

from typing import Any

from pipeline.errors import NotThereError
from pipeline.model.answers import DocumentRow, Filters
from pipeline.web.asked import Asked, Reply
from pipeline.web.pages.addresses import meeting_url
from pipeline.web.pages.lists import LISTS
from pipeline.web.templating import page

LEAST_HASH = 10
"""Letters of a file's hash that name it in an address."""


def papers(library: Any, asked: Asked) -> Reply:
    """All papers, the newest first, narrowed by words of their name, their council and year."""
    held: list[DocumentRow] = library.documents()
    words, council, year = asked["topic"].casefold().split(), asked["council"], asked["year"]
    some = [
        paper
        for paper in held
        if all(word in f"{paper.title} {paper.name}".casefold() for word in words)
        if council in ("", paper.council) and (paper.published or "").startswith(year)
    ]
    return page(
        "papers.html", asked=asked, papers=some, total=len(held), councils=sorted({paper.council for paper in held if paper.council}),
        years=sorted({paper.published[:4] for paper in held if paper.published}, reverse=True),
    )  # fmt: skip


def paper(library: Any, asked: Asked) -> Reply:
    """One paper: what it is, its parts, the facts in it, what could not be read."""
    held = paper_of(library, asked)
    parts = [(part, meeting_url(part.committee, part.meeting_date)) for part in library.parts() if part.document_id == held.id]
    named = Filters(document=held.name)
    facts = [(kind, how.title, library.counted(kind, named, {})) for kind, how in LISTS.items()]
    issues = [issue for issue in library.status()["issues"] if issue["document"] == held.name]
    return page("paper.html", asked=asked, paper=held, parts=parts, facts=[one for one in facts if one[2]], issues=issues)


def paper_of(library: Any, asked: Asked) -> DocumentRow:
    """The paper that the address names by its hash. Raises NotThereError."""
    name = asked.parts["paper"]
    found: DocumentRow | None = library.document(name) if len(name) >= LEAST_HASH and name.isalnum() else None
    if found is None:
        raise NotThereError("This paper is not in the library. It may have been replaced by a newer version: look for it under Papers.")
    return found
