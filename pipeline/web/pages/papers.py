"""The papers of the library, and one paper with its parts, facts and issues."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from pipeline.errors import NotThereError
from pipeline.model.answers import FactRow
from pipeline.model.listing import DocumentRow
from pipeline.model.printings import PartRow
from pipeline.render.plain import Json
from pipeline.web.asked import Asked, Reply
from pipeline.web.pages.addresses import LEAST_HASH, body_of, every_paper, meeting_url
from pipeline.web.pages.lists import LISTS
from pipeline.web.templating import KINDS, page

PAPERS = 50
"""Papers on one page of the list."""
ORDERS = {"": "Newest first", "oldest": "Oldest first", "title": "Title, A to Z", "pages": "Most pages first"}
IN_PLACE = ("decisions", "actions", "commitments", "tables")
"""Kinds of facts that are told under the part they stand in."""
DEEPEST = 3
"""Level of the headings that an outline holds."""
MOST = 30
"""Headings, or facts of a kind, that are told of one part; the lists hold them all."""


class Heading(NamedTuple):
    title: str
    level: int
    page: int | None


class Told(NamedTuple):
    """A part of the paper with what stands in it."""

    part: PartRow
    meeting: str | None
    body: str | None
    outline: list[Heading]
    facts: dict[str, list[Json]]
    """The first of each kind."""
    counts: dict[str, int]
    notes: list[tuple[int | None, str]]


def papers(library: Any, asked: Asked) -> Reply:
    """All papers, the newest first, narrowed by words of their name, their council, year and kind."""
    held = list(every_paper(library).values())
    some = ordered([paper for paper in held if _passes(paper, asked)], asked["order"])
    number, last = asked.number("page", 1, 100_000), max(1, -(-len(some) // PAPERS))
    if number > last:
        raise NotThereError("The list has no such page. Go back to its first page.")
    return page(
        "papers.html", asked=asked, papers=some[(number - 1) * PAPERS : number * PAPERS], found=len(some), total=len(held), number=number,
        last=last, councils=sorted({paper.council for paper in held if paper.council}), orders=ORDERS,
        years=sorted({paper.published[:4] for paper in held if paper.published}, reverse=True),
        kinds=[(kind, said) for kind, said in KINDS.items() if any(kind in paper.kinds for paper in held)],
    )  # fmt: skip


def paper(library: Any, asked: Asked) -> Reply:
    """One paper: what it is, its parts with their headings and facts in place, what could not be read."""
    held = paper_of(library, asked)
    parts = library.parts(held.id)
    notes = library.issues_of(held.id)
    told = _told(library, held, parts, notes)
    counts = library.counts_of(held.id)
    facts = [(kind, how.title, counts[kind]) for kind, how in LISTS.items()]
    meetings = dict.fromkeys((one.meeting, one.body, one.part.meeting_date) for one in told if one.meeting)
    return page(
        "paper.html", asked=asked, paper=held, parts=told, facts=[one for one in facts if one[2]], meetings=list(meetings),
        notes=[note for note in notes if not any(note in one.notes for one in told)], titles=LISTS, issues=len(notes),
    )  # fmt: skip


def paper_of(library: Any, asked: Asked) -> DocumentRow:
    """The paper that the address names by its hash. Raises NotThereError."""
    name = asked.parts["paper"]
    found: DocumentRow | None = library.document(name) if len(name) >= LEAST_HASH and name.isalnum() else None
    if found is None:
        raise NotThereError("This paper is not in the library. It may have been replaced by a newer version: look for it under Papers.")
    return found


def ordered(some: Sequence[DocumentRow], order: str) -> list[DocumentRow]:
    """Papers, which come newest first, in another order; those without a date stay last."""
    if order == "oldest":
        return sorted(some, key=lambda one: one.published or "9")
    if order == "title":
        return sorted(some, key=lambda one: one.title.casefold())
    return sorted(some, key=lambda one: -one.pages) if order == "pages" else list(some)


def _passes(one: DocumentRow, asked: Asked) -> bool:
    words = asked["topic"].casefold().split()
    return (
        all(word in f"{one.title} {one.name}".casefold() for word in words)
        and asked["council"] in ("", one.council)
        and (one.published or "").startswith(asked["year"])
        and (not asked["kind"] or asked["kind"] in one.kinds)
    )


def _told(library: Any, held: DocumentRow, parts: Sequence[PartRow], notes: Iterable[tuple[int | None, str]]) -> list[Told]:
    """The parts in their order, each with what stands in it."""
    found = {kind: _by_part(library.standing_in(held.id, kind, -1, 1 << 60)) for kind in ("sections", *IN_PLACE)}
    of_page = _noted(parts, notes)
    council = held.council
    made = []
    for part in parts:
        facts = {kind: found[kind].get(part.id, []) for kind in IN_PLACE}
        body = body_of(part.committee, part.council or council, part.kind)
        made.append(Told(
            part, meeting_url(body, part.meeting_date, part.council), body, _outline(found["sections"].get(part.id, []), part),
            {kind: _named(rows[:MOST], part) for kind, rows in facts.items() if rows},
            {kind: len(rows) for kind, rows in facts.items()}, of_page.get(part.id, []),
        ))  # fmt: skip
    return made


def _by_part(rows: Iterable[FactRow]) -> Mapping[int | None, list[FactRow]]:
    found: defaultdict[int | None, list[FactRow]] = defaultdict(list)
    for row in rows:
        found[row.standing.part_id].append(row)
    return found


def _noted(parts: Sequence[PartRow], notes: Iterable[tuple[int | None, str]]) -> dict[int, list[tuple[int | None, str]]]:
    """By part, the notes on its pages."""
    found: dict[int, list[tuple[int | None, str]]] = {}
    for number, message in notes:
        at = [part for part in parts if number and part.page and part.page <= number]
        if at:
            found.setdefault(at[-1].id, []).append((number, message))
    return found


def _outline(rows: Iterable[FactRow], part: PartRow) -> list[Heading]:
    """Headings of a part, its own title and what stands in every paper left out."""
    made = (
        Heading(str(row.fields["title"]), int(row.fields["level"]), row.standing.places[0].page + 1 if part.page else None)
        for row in rows
        if 1 < row.fields["level"] <= DEEPEST and not row.fields["boilerplate"]
    )
    return list(made)[:MOST]


def _named(rows: Iterable[FactRow], part: PartRow) -> list[Json]:
    """Facts with the page that each stands on. They are links to their own pages, which quote them."""
    return [{"id": row.id, "page": row.standing.places[0].page + 1 if part.page else None, **row.fields} for row in rows]
