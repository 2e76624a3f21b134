"""What each look-up gives an assistant: rows with slim citations, as many as one result may hold."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from pipeline.errors import UsageError
from pipeline.lookup.filtering import day_of, kind_of
from pipeline.model.answers import Filters
from pipeline.render import plain
from pipeline.render.plain import Json

LONGEST_QUESTION = 500
MOST = 50
"""Rows or passages of one call."""
LETTERS = 40_000
"""Characters of the rows of one result, as JSON; the first row is always given."""
PIECE = 12_000
"""Characters of a page's text in one result."""
LONG, CUT = 4_000, " […]"
"""Characters of one text of a row; what ends one that was longer."""
CITATIONS = 5
"""Of one statement."""
TABLE_ROWS = 30
"""Rows of a table in one result."""
CITED = ("id", "label", "document", "document_title", "council", "committee", "meeting_date", "page", "paragraph", "line", "quote", "url",
         "recognised", "draft", "superseded_by")  # fmt: skip
NOT_SAID = (None, "", False)


def filters_of(council: str, committee: str, since: str, until: str, kind: str, document: str = "", topic: str = "") -> Filters:
    """Raises UsageError for a date or kind that is none."""
    first, last = day_of(since, last=False) if since else None, day_of(until, last=True) if until else None
    return Filters(council or None, committee or None, first, last, kind_of(kind) if kind else None, document or None, topic or None)


def _few(limit: int) -> int:
    return max(1, min(limit, MOST))


def _asked(question: str) -> str:
    if not question.strip() or len(question) > LONGEST_QUESTION:
        raise UsageError(f"Ask in words, in at most {LONGEST_QUESTION} characters.")
    return question


def _fitting(name: str, rows: Iterable[Json], total: int) -> Json:
    """Rows from the first, as many as fit into one result, and how many of the total were left out."""
    made, size = list[Json](), 0
    for row in rows:
        slim = _slim(row)
        size += len(json.dumps(slim, ensure_ascii=False))
        if made and size > LETTERS:
            break
        made.append(slim)
    return {name: made, "left_out": max(total - len(made), 0)}


def _slim(value: Any) -> Any:
    """Without boxes and blanks of citations, and with long texts cut."""
    if isinstance(value, Mapping):
        if "spans" in value and "quote" in value:
            return {name: _slim(value[name]) for name in CITED if value[name] not in NOT_SAID}
        return {name: _slim(inner) for name, inner in value.items() if name != "boxes"}
    if isinstance(value, list | tuple):
        return [_slim(inner) for inner in value]
    return value[:LONG] + CUT if isinstance(value, str) and len(value) > LONG else value


def answer(library: Any, question: str, filters: Filters) -> Json:
    from pipeline.lookup.answering.answer import ask

    given = plain.answer(ask(library, _asked(question), filters))
    statements = (
        {"text": said["text"], "kind": said["kind"], "citations": said["citations"][:CITATIONS],
         "further_citations": max(len(said["citations"]) - CITATIONS, 0), "marks": said["marks"]}
        for said in given["statements"]
    )  # fmt: skip
    nearest = [] if given["answered"] else [_slim(_passage(hit)) for hit in given["passages"][:3]]
    return {"answered": given["answered"], "answer": given["answer"], **_fitting("statements", statements, len(given["statements"])),
            "nearest_passages": nearest, "searched": given["coverage"]}  # fmt: skip


def passages(library: Any, query: str, filters: Filters, limit: int) -> Json:
    from pipeline.lookup.finding.search import search

    hits = search(library, _asked(query), filters, _few(limit))
    return _fitting("passages", (_passage(plain.hit(hit)) for hit in hits), len(hits))


def _passage(hit: Json) -> Json:
    return {name: hit[name] for name in ("text", "reading", "citation", "also_in")}


def facts_of(library: Any, kind: str, filters: Filters, limit: int, offset: int) -> Json:
    from pipeline.lookup.cite import cite
    from pipeline.lookup.facts import resolved, with_printings

    total = library.counted(kind, filters, {})
    rows = with_printings(library, kind, library.some(kind, filters, {}, limit=_few(limit), offset=max(offset, 0)))
    made = (plain.fact(resolved(library, row), cite(library, row.standing, row.quote, id_=row.id)) for row in rows)
    return _fitting("facts", (_short(row) if kind == "tables" else row for row in made), total - max(offset, 0))


def _short(table: Json) -> Json:
    """A table by its first rows."""
    return {**table, "rows": table["rows"][:TABLE_ROWS], "rows_left_out": max(len(table["rows"]) - TABLE_ROWS, 0)}


def changes_of(library: Any, filters: Filters, limit: int) -> Json:
    from pipeline.lookup.changes import changes

    found = list(changes(library, filters))
    return _fitting("changes", (plain.change(change) for change in found[: _few(limit)]), len(found))


def shown_of(library: Any, id_: str) -> Json:
    from pipeline.lookup.show import shown

    found = shown(library, id_) if id_ else None
    if found is None:
        raise UsageError("No fact or passage has this id. Citations give ids.")
    made: Json = _slim(plain.shown(found))
    return made


def page_of(library: Any, document: str, number: int, start: int) -> Json:
    named = [paper for paper in library.documents() if document and document in (paper.name, paper.sha256[: len(document)])]
    held = named or [paper for paper in library.documents() if document.casefold() in f"{paper.name} {paper.title}".casefold()]
    if len(held) != 1:
        raise UsageError(f"{len(held)} papers are called {document!r}. The tool `papers` names them all.")
    if not 1 <= number <= held[0].pages:
        raise UsageError(f"{held[0].name} has pages 1 to {held[0].pages}.")
    row = library.page(held[0].id, number - 1)
    first = min(max(start, 0), len(row.text))
    return {"document": held[0].name, "title": held[0].title, "page": row.number, "page_label": row.label, "pages": held[0].pages,
            "recognised": row.recognised, "text": row.text[first : first + PIECE], "start": first,
            "left_out": max(len(row.text) - first - PIECE, 0), "url": held[0].url}  # fmt: skip


def papers_of(library: Any, topic: str, limit: int, offset: int) -> Json:
    words = topic.casefold().split()
    found = [paper for paper in library.documents() if all(word in f"{paper.title} {paper.name}".casefold() for word in words)]
    some = found[max(offset, 0) :]
    rows = (
        {"document": paper.name, "title": paper.title, "council": paper.council, "date": paper.published, "pages": paper.pages,
         "kinds": list(paper.kinds), "url": paper.url}
        for paper in some[: _few(limit)]
    )  # fmt: skip
    return _fitting("papers", rows, len(some))
