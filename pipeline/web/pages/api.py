"""The JSON of the command line over HTTP: the same words for the same questions, under `/-/` (docs/api.md)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import Any

from pipeline.check import audit as audited
from pipeline.errors import NotThereError, UsageError
from pipeline.lookup.answering.answer import ask as answered
from pipeline.lookup.changes import changes as found_changes
from pipeline.lookup.cite import cite
from pipeline.lookup.facts import resolved, with_printings
from pipeline.lookup.finding.search import search as found
from pipeline.lookup.show import shown
from pipeline.model.answers import Filters
from pipeline.render import plain
from pipeline.render.plain import Json
from pipeline.web.ahead import whole
from pipeline.web.asked import JSON, LONGEST_VALUE, Asked, Reply
from pipeline.web.pages import findings
from pipeline.web.pages.described import described
from pipeline.web.workers import Page

PASSAGES, MOST_PASSAGES = 10, 100
ROWS, MOST_ROWS = 20, 2000
"""Rows of one reply where no `limit` is given, and at most. A row weighs some 2 kB."""
MOST_OFFSET = 10_000_000
STATEMENTS, MOST_STATEMENTS = 20, 100
YES, NO = ("1", "true", "yes"), ("0", "false", "no")
NO_QUESTION = f"Give the question as q, in at most {LONGEST_VALUE} characters. Example: /-/ask.json?q=who+chaired+the+meeting"
NO_ID = "No passage or fact has this id, or several begin so. Search and the lists give ids."


def ask(library: Any, asked: Asked) -> Reply:
    """`matters ask --json`."""
    passages, statements = number(asked, "passages", PASSAGES, MOST_PASSAGES), number(asked, "limit", STATEMENTS, MOST_STATEMENTS)
    return _json(plain.answer(answered(library, question(asked), asked.filters(), passages, statements)))


def search(library: Any, asked: Asked) -> Reply:
    """`matters search --json`."""
    hits = found(library, question(asked), asked.filters(), number(asked, "passages", PASSAGES, MOST_PASSAGES))
    return _json([plain.hit(hit) for hit in hits])


def facts(kind: str) -> Page:
    """`matters decisions --json` and so on."""
    return partial(_facts, kind)


def changes(library: Any, asked: Asked) -> Reply:
    """`matters changes --json`."""
    filters = asked.filters()
    every = whole(library, "changes", findings.found) if filters == Filters() else found_changes(library, filters)
    return _some(asked, map(plain.change, every))


def audit(library: Any, asked: Asked) -> Reply:
    """`matters audit --json`."""
    filters = asked.filters()
    return _some(asked, map(plain.audit, whole(library, "audit", findings.wrong) if filters == Filters() else audited(library, filters)))


def show(library: Any, asked: Asked) -> Reply:
    """`matters show --json`."""
    one = shown(library, asked.parts["id"])
    if one is None:
        raise NotThereError(NO_ID)
    return _json(plain.shown(one))


def status(library: Any, _asked: Asked) -> Reply:
    """`matters status --json`, without where the library lies on this machine."""
    return _json({name: value for name, value in library.status().items() if name != "library"})


def openapi(library: Any, _asked: Asked) -> Reply:
    """The description of all this."""
    return _json(described(library.fields))


def _facts(kind: str, library: Any, asked: Asked) -> Reply:
    """By document and in reading order, second printings too unless `repeats=no`."""
    filters = replace(asked.filters(), repeats=truth(asked, "repeats", default=True))
    limit, offset = number(asked, "limit", ROWS, MOST_ROWS), number(asked, "offset", 0, MOST_OFFSET)
    rows = with_printings(library, kind, library.some(kind, filters, {}, limit=limit + 1, offset=offset))
    made = [plain.fact(resolved(library, row), cite(library, row.standing, row.quote, id_=row.id)) for row in rows[:limit]]
    return _json(made, _next(asked, limit, offset) if len(rows) > limit else {})


def _some(asked: Asked, rows: Iterable[Json]) -> Reply:
    limit, offset = number(asked, "limit", ROWS, MOST_ROWS), number(asked, "offset", 0, MOST_OFFSET)
    some = list(islice(rows, offset, offset + limit + 1))
    return _json(some[:limit], _next(asked, limit, offset) if len(some) > limit else {})


def _next(asked: Asked, limit: int, offset: int) -> dict[str, str]:
    """Where the rows go on (RFC 8288)."""
    return {"Link": f'<{asked.url(limit=limit, offset=offset + limit)}>; rel="next"'}


def question(asked: Asked) -> str:
    """Raises UsageError where there is none, or one that is too long."""
    words = asked["q"]
    if not words or len(words) > LONGEST_VALUE:
        raise UsageError(NO_QUESTION)
    return words


def number(asked: Asked, name: str, default: int, most: int) -> int:
    """A whole number up to `most`; 0 means `most`, but for an offset. Raises UsageError where something else was given."""
    said = asked[name]
    if not said:
        return default
    if not (said.isascii() and said.isdecimal() and len(said) <= len(str(most)) and int(said) <= most):
        raise UsageError(f"{name} is a whole number up to {most}. For more, ask in steps, or use the command line.")
    return int(said) or (0 if name == "offset" else most)


def truth(asked: Asked, name: str, *, default: bool) -> bool:
    said = asked[name].lower()
    if said not in (*YES, *NO, ""):
        raise UsageError(f"{name} is yes or no.")
    return said in YES if said else default


def _json(value: Any, headers: dict[str, str] | None = None) -> Reply:
    return Reply(json.dumps(value, ensure_ascii=False).encode(), JSON, headers=headers or {})
