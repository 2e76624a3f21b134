"""People and bodies: where each appears."""

from __future__ import annotations

from typing import Any

from pipeline.errors import NotThereError
from pipeline.lookup.cite import cite
from pipeline.model.answers import Filters
from pipeline.web.asked import Asked, Reply
from pipeline.web.pages.facts import rows_of
from pipeline.web.templating import page

TYPES = ("COUNCILLOR", "PERSON", "COMMITTEE", "ORG", "ROLE", "FACILITY", "PROGRAMME", "PLACE", "LEGISLATION")
NAMES = 60
"""Names of a type on one page of the list."""
WHERE = {
    "attendance": "name",
    "actions": "owner",
    "decisions": "proposer",
    "declarations": "name",
    "questions": "asker",
    "commitments": "owner",
}
"""Facts that name somebody, and in which field."""


def names(library: Any, asked: Asked) -> Reply:
    """Names of one type, those of most papers first."""
    type_ = asked["type"] if asked["type"] in TYPES else TYPES[0]
    found = library.names(type_, asked["topic"])
    number = asked.number("page", 1, 100_000)
    shown = found[(number - 1) * NAMES : number * NAMES]
    last = max(1, -(-len(found) // NAMES))
    return page("names.html", asked=asked, type=type_, types=TYPES, names=shown, total=len(found), number=number, last=last)


def name(library: Any, asked: Asked) -> Reply:
    """One name: its other forms, the papers it stands in, and the facts that name it."""
    called = asked.parts["name"]
    rows = library.called(called)
    if not rows:
        raise NotThereError("This name is not in the library. Look for it under People and bodies.")
    forms = sorted({str(row.fields["text"]) for row in rows} - {called})
    stands = [(row, cite(library, row.standing, row.quote, id_=row.id)) for row in rows]
    known = {called, *forms}
    facts = [
        (kind, [one for one in rows_of(library, kind, library.facts(kind, Filters(topic=called.split()[-1]))) if one[field] in known])
        for kind, field in WHERE.items()
    ]
    return page(
        "name.html", asked=asked, name=called, type=rows[0].fields["type"], forms=forms, stands=stands, facts=[f for f in facts if f[1]]
    )
