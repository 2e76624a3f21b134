"""A page of a paper with the quoted words marked: the picture of a PDF's page, or the text of a paper that has no pages."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any, NamedTuple

from markupsafe import Markup, escape

from pipeline.errors import NotThereError
from pipeline.lookup.cite import cite, places_of
from pipeline.lookup.facts import resolved
from pipeline.lookup.show import shown
from pipeline.model.answers import Citation, CitedSpan, DocumentRow, FactRow, PageRow
from pipeline.render import plain
from pipeline.render.citing import styles
from pipeline.render.output import phrase
from pipeline.render.plain import Json
from pipeline.web.asked import Asked, Reply
from pipeline.web.pages.lists import LISTS
from pipeline.web.pages.papers import paper_of
from pipeline.web.templating import page

ZOOMS = (100, 150, 200)
"""Per cent of the width of the text column."""
SCREEN = 12_000
"""Characters of a text without pages that are shown at once; it is cut at the end of a line."""
BESIDE = ("decisions", "actions", "commitments", "inspections", "indicators", "declarations", "questions", "tables", "figures")
"""Kinds of facts that are listed beside the page, in this order."""
MOST_BESIDE = 12
"""Facts of one kind that are named; the list of the paper holds them all."""
MOST_HEADINGS = 80
DEEPEST = 3


class Heading(NamedTuple):
    title: str
    level: int
    leaf: int
    """Of the page or screen that it stands on, from 0."""
    here: bool


def show(library: Any, asked: Asked) -> Reply:
    """The page that a citation, passage or fact stands on, with its words marked."""
    cited = cited_by(library, asked.parts["id"])
    held = library.document(cited.sha256)
    index = cited.page - 1 if cited.page else screen_of(library.page(held.id, 0).text, cited.start)
    return _view(library, asked, held, index, cited)


def viewer(library: Any, asked: Asked) -> Reply:
    """A page by its number, with a citation's words marked where `cite` names one."""
    held = paper_of(library, asked)
    cited = cited_by(library, asked["cite"]) if asked["cite"] else None
    said = asked.parts["page"]
    index = int(said) - 1 if said.isdecimal() and len(said) < 8 else -1
    return _view(library, asked, held, index, cited if cited and cited.sha256 == held.sha256 else None)


def cited_by(library: Any, id_: str) -> Citation:
    """The citation that an id names: of a fact, of a passage, or of places in a file. Raises NotThereError."""
    found = shown(library, id_)
    if found is not None:
        return found.citation
    named = places_of(id_)
    held = library.document(named[0]) if named else None
    standing = library.standing_at(held.id, named[1]) if named and held else None
    if standing is None:
        raise NotThereError("This citation is not in the library: the paper may have been read anew. Ask again to find it.")
    return cite(library, standing, id_=id_)


def _view(library: Any, asked: Asked, held: DocumentRow, index: int, cited: Citation | None) -> Reply:
    """The page, or screen, of this number."""
    first: PageRow = library.page(held.id, 0)
    paged = first.number is not None
    screens = [(0, 0)] if paged else screens_of(first.text)
    count = held.pages if paged else len(screens)
    if not 0 <= index < count:
        raise NotThereError(f"The paper has pages 1 to {count}.")
    row: PageRow = library.page(held.id, index) if paged else first
    low, high = (0, len(row.text)) if paged else screens[index]
    starts = library.page_starts(held.id)
    begin = starts[index] if paged else low
    end = begin + high - low
    spans = [span for span in (cited.spans if cited else ()) if span.page == row.number]
    zoom = next((one for one in ZOOMS if asked["zoom"] == str(one)), ZOOMS[0])
    other = {span.page for span in (cited.spans if cited else ()) if span.page and span.page != row.number}
    return page(
        "viewer.html",
        asked=asked, paper=held, row=row, index=index, count=count, paged=paged, drawn=held.media == "pdf" and bool(row.width),
        cited=cited, styles=styles(cited) if cited else {}, boxes=[box for span in spans for box in span.boxes], elsewhere=sorted(other),
        text=marked(row.text, low, high, spans), zoom=zoom, zooms=ZOOMS, titles=LISTS, beside=_beside(library, held, begin, end),
        fact=_fact(library, cited),
        outline=outline(library, held, begin, end, starts if paged else [start for start, _ in screens]),
    )  # fmt: skip


def _fact(library: Any, cited: Citation | None) -> Json | None:
    """What was read in the cited words, where they are a fact's: its kind and its fields that are not blank, lists and places left out."""
    row = library.find(cited.id) if cited else None
    if not isinstance(row, FactRow):
        return None
    told = plain.fact(resolved(library, row), cited) if cited else {}
    fields = {name: told[name] for name in row.fields if isinstance(told[name], str | int | float) and told[name] not in ("", False)}
    lists = {
        name: "; ".join(told[name]) for name in row.fields if isinstance(told[name], list) and all(isinstance(v, str) for v in told[name])
    }
    mark = told["mark"]
    return {"id": row.id, "kind": row.kind, "fields": {**fields, **{name: value for name, value in lists.items() if value}},
            "basis": row.basis, "extractor": row.extractor, "mark": mark, "said": phrase(mark) if mark else None}  # fmt: skip


def marked(text: str, low: int, high: int, spans: Sequence[CitedSpan]) -> Markup:
    """The text from `low` to `high` as HTML, the spans in <mark>; everything in it is escaped."""
    made, at = Markup(), low
    for span in sorted(spans, key=lambda one: one.start):
        start, end = max(span.start, at), min(span.end, high)
        if start < end:
            made += escape(text[at:start]) + Markup('<mark id="quote">%s</mark>') % text[start:end]
            at = end
    return made + escape(text[at:high])


def screens_of(text: str) -> list[tuple[int, int]]:
    """Where each screen of a long text begins and ends."""
    made, at = [], 0
    while at < len(text):
        end = len(text) if len(text) - at <= SCREEN else text.rfind("\n", at + SCREEN // 2, at + SCREEN) + 1 or at + SCREEN
        made.append((at, end))
        at = end
    return made or [(0, 0)]


def screen_of(text: str, start: int) -> int:
    """The screen on which a character stands."""
    return bisect_right([low for low, _ in screens_of(text)], start) - 1


def outline(library: Any, held: DocumentRow, begin: int, end: int, starts: Sequence[int]) -> list[Heading]:
    """The paper's parts, and the headings of the part that this page is in; those on the page are marked."""
    sections: list[FactRow] = library.standing_in(held.id, "sections", -1, 1 << 60)
    places = [library_start(row, starts) for row in sections]
    part = next((row.standing.part_id for row, at in zip(reversed(sections), reversed(places), strict=True) if at < end), None)
    made = [
        Heading(str(row.fields["title"]), int(row.fields["level"]), max(bisect_right(starts, at) - 1, 0), begin <= at < end)
        for row, at in zip(sections, places, strict=True)
        if row.fields["level"] == 1 or (row.standing.part_id == part and row.fields["level"] <= DEEPEST and not row.fields["boilerplate"])
    ]
    return made[:MOST_HEADINGS]


def library_start(row: FactRow, starts: Sequence[int]) -> int:
    """Where a fact begins in the paper's text."""
    place = row.standing.places[0]
    return (starts[place.page] if place.page < len(starts) and len(starts) > 1 else 0) + place.start


def _beside(library: Any, held: DocumentRow, begin: int, end: int) -> list[tuple[str, list[FactRow], int]]:
    """Kind, the first facts of it on this page, and how many there are."""
    found = ((kind, library.standing_in(held.id, kind, begin, end)) for kind in BESIDE)
    return [(kind, rows[:MOST_BESIDE], len(rows)) for kind, rows in found if rows]
