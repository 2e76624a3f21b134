"""A page of a paper with the quoted words marked: the picture of a PDF's page, or the text of a paper that has no pages."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from pipeline.errors import NotThereError
from pipeline.lookup.show import shown
from pipeline.model.answers import Citation, PageRow
from pipeline.model.documents import Box
from pipeline.model.listing import DocumentRow
from pipeline.render.citing import styles
from pipeline.web.asked import Asked, Reply, seen
from pipeline.web.pages.addresses import body_of, meeting_url
from pipeline.web.pages.charts import charts_of
from pipeline.web.pages.lists import LISTS
from pipeline.web.pages.outline import begins, headings, outline
from pipeline.web.pages.papers import paper_of
from pipeline.web.pages.told import fact_told, in_words, shortly
from pipeline.web.pages.written import written
from pipeline.web.templating import day, page

ZOOMS = (100, 150, 200, 300)
"""Per cent of the width of the text column."""
SCREEN = 12_000
"""Characters of a text without pages that are shown at once; it is cut at the end of a line."""
BESIDE = ("decisions", "actions", "commitments", "inspections", "indicators", "declarations", "questions", "tables", "figures")
"""Kinds of facts that are listed beside the page, in this order."""
MOST_BESIDE = 8
"""Facts of one kind that are named; the list of the paper holds them all."""
MOST_LINES = 6
"""Rows of a quoted table that stand above the page; the page shows them all."""
PARAGRAPHS = ("docx", "html")
"""Media of which each line of the text is a paragraph."""


def show(library: Any, asked: Asked) -> Reply:
    """The page that a citation, passage or fact stands on, with its words marked."""
    cited = cited_by(library, asked.parts["id"])
    held = library.document(cited.sha256)
    index = cited.page - 1 if cited.page else screen_of(library.page(held.id, 0).text, cited.start)
    return _view(library, asked, held, index, cited)


def viewer(library: Any, asked: Asked) -> Reply:
    """A page by its number, with a citation's words marked where `cite` names one; `go` sends on to another page."""
    held = paper_of(library, asked)
    if asked["go"]:
        return _sent_on(library, asked, held)
    cited = cited_by(library, asked["cite"]) if asked["cite"] else None
    said = asked.parts["page"]
    index = int(said) - 1 if said.isdecimal() and len(said) < 8 else -1
    return _view(library, asked, held, index, cited if cited and cited.sha256 == held.sha256 else None)


def _sent_on(library: Any, asked: Asked, held: DocumentRow) -> Reply:
    """To the page of this number, else to the one with this number printed on it. Raises NotThereError."""
    labels = {str(label).casefold(): number for number, label in reversed(library.page_labels(held.id))}
    said, count = asked["go"].casefold(), _leaves(library, held)[1]
    number = int(said) if said.isdecimal() and 1 <= int(said[:8]) <= count else labels.get(said)
    if number is None:
        raise NotThereError(f"There is no page {asked['go']} in this paper: it has pages 1 to {count}.")
    return seen(asked.url(f"/papers/{asked.parts['paper']}/pages/{number}", go=None))


def cited_by(library: Any, id_: str) -> Citation:
    """The citation that an id names: of a fact, of a passage, or of places in a file. Raises NotThereError."""
    found = shown(library, id_)
    if found is None:
        raise NotThereError("This citation is not in the library: the paper may have been read anew. Ask again to find it.")
    return found.citation


def _leaves(library: Any, held: DocumentRow) -> tuple[list[tuple[int, int]], int]:
    """The screens of a paper without pages (none of one with pages), and how many leaves can be turned."""
    first: PageRow = library.page(held.id, 0)
    screens = [] if first.number is not None else screens_of(first.text)
    return screens, len(screens) or held.pages


def _view(library: Any, asked: Asked, held: DocumentRow, index: int, cited: Citation | None) -> Reply:
    """The page, or screen, of this number."""
    screens, count = _leaves(library, held)
    if not 0 <= index < count:
        raise NotThereError(f"The paper has pages 1 to {count}.")
    row: PageRow = library.page(held.id, 0 if screens else index)
    starts = library.page_starts(held.id)
    low, high = screens[index] if screens else (0, len(row.text))
    start = 0 if screens else starts[index]
    spans = [span for span in (cited.spans if cited else ()) if span.page == row.number and span.start < high and span.end > low]
    zoom = next((one for one in ZOOMS if asked["zoom"] == str(one)), ZOOMS[0])
    beside = {kind: library.standing_in(held.id, kind, start + low, start + high) for kind in BESIDE}
    rows = headings(library, held)
    heads = {at: int(one.fields["level"]) for one in rows if low <= (at := begins(one, starts) - start) < high}
    tables = {begins(one, starts) - start for one in beside["tables"]}
    reader = start + spans[0].start if spans else start + low
    return page(
        "viewer.html",
        asked=asked, paper=held, row=row, index=index, count=count, paged=not screens, drawn=held.media == "pdf" and bool(row.width),
        cited=cited, styles=styles(cited) if cited else {}, boxes=[box for span in spans for box in span.boxes], marked=bool(spans),
        elsewhere=_elsewhere(cited, index + 1, screens), text=written(row.text, low, high, spans, heads, tables),
        paragraphs=held.media in PARAGRAPHS, zoom=zoom, zooms=ZOOMS, titles=LISTS, shortly=shortly,
        beside=[(kind, found[:MOST_BESIDE], len(found)) for kind, found in beside.items() if found],
        cells=_cells(library, asked, row), chart=charts_of(library, [cited.id]).get(cited.id) if cited else None,
        quote=_quote(cited) if cited else None, reading=in_words(library, cited) if cited else None,
        fact=fact_told(library, cited) if cited else None, meeting=_meeting(cited) if cited else None,
        outline=outline(rows, starts, [low for low, _ in screens] or starts, reader, reader + 1 if spans else start + high),
    )  # fmt: skip


def _cells(library: Any, asked: Asked, row: PageRow) -> list[Box]:
    """The boxes on this page of a cell that `cell` names, inside the cited row."""
    spans = cited_by(library, asked["cell"]).spans if asked["cell"] else ()
    return [box for span in spans if span.page == row.number for box in span.boxes]


def _meeting(cited: Citation) -> tuple[str, str] | None:
    """Name and address of the meeting that the quote's part is of."""
    body = body_of(cited.committee, cited.council, cited.kind)
    address = meeting_url(body, cited.meeting_date, cited.council)
    return (f"{body}, {day(cited.meeting_date)}", address) if address else None


def _elsewhere(cited: Citation | None, number: int, screens: Sequence[tuple[int, int]]) -> list[int]:
    """Numbers of the other pages, or screens, that hold words of the quote."""
    if cited is None:
        return []
    if screens:
        held = {at for at, (low, high) in enumerate(screens, 1) if any(span.start < high and span.end > low for span in cited.spans)}
    else:
        held = {span.page for span in cited.spans if span.page}
    return sorted(held - {number})


def _quote(cited: Citation) -> tuple[Markup, int]:
    """The quote as HTML, and how many rows of a long table are left out."""
    if "\t" not in cited.quote:
        return Markup("<p>%s</p>") % cited.quote, 0
    lines = cited.quote.split("\n")
    some = "\n".join(lines[:MOST_LINES])
    return written(some, 0, len(some)), max(0, len(lines) - MOST_LINES)


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
