"""The JSON of the command line over HTTP, and its description (OpenAPI)."""

from __future__ import annotations

import json
from importlib.metadata import version
from typing import Any

from pipeline.errors import UsageError
from pipeline.lookup.answer import ask as answered
from pipeline.lookup.changes import changes as found_changes
from pipeline.lookup.search import search as found
from pipeline.lookup.show import shown
from pipeline.render import plain
from pipeline.web.asked import FILTERS, JSON, LONGEST_VALUE, Asked, Reply
from pipeline.web.pages.lists import LISTS

PASSAGES, MOST_PASSAGES = 10, 100
STATEMENTS = 20
TOLD = {
    "council": "Only papers of councils whose name holds this.",
    "committee": "Only papers of bodies whose name holds this.",
    "since": "Only meetings on or after this ISO date.",
    "until": "Only meetings on or before this ISO date.",
    "kind": "Only parts of this kind, such as minutes.",
    "document": "Only papers whose file name or title holds this.",
    "topic": "Only rows that hold all these words.",
}
FAILED = {"description": "What was wrong and what to do."}


def ask(library: Any, asked: Asked) -> Reply:
    """`matters ask --json`."""
    given = answered(library, _words(asked), asked.filters(), asked.number("passages", PASSAGES, MOST_PASSAGES), STATEMENTS)
    return _json(plain.answer(given))


def search(library: Any, asked: Asked) -> Reply:
    """`matters search --json`."""
    hits = found(library, _words(asked), asked.filters(), asked.number("passages", PASSAGES, MOST_PASSAGES))
    return _json([plain.hit(hit) for hit in hits])


def changes(library: Any, asked: Asked) -> Reply:
    """`matters changes --json`."""
    return _json([plain.change(change) for change in found_changes(library, asked.filters())])


def show(library: Any, asked: Asked) -> Reply:
    """`matters show --json`."""
    one = shown(library, asked.parts["id"])
    if one is None:
        raise UsageError("No passage or fact has this id, or several begin so.")
    return _json(plain.shown(one))


def status(library: Any, _asked: Asked) -> Reply:
    """`matters status --json`, without where the library lies on this machine."""
    told = library.status()
    return _json({name: value for name, value in told.items() if name != "library"})


def openapi(_library: Any, _asked: Asked) -> Reply:
    """The description of all this."""
    question = _parameter("q", "The question, in words.", required=True)
    passages = _parameter("passages", f"How many passages, up to {MOST_PASSAGES}.", type_="integer")
    id_ = _parameter("id", "Its id, or the start of it.", where="path", required=True)
    facts = {f"/{kind}.json": _get(f"{how.title}: {how.about}", [*_filters("topic"), *_facets(how.facets)]) for kind, how in LISTS.items()}
    paths = {
        "/-/ask.json": _get("An answer with statements, passages and coverage.", [question, passages, *_filters()]),
        "/-/search.json": _get("Ranked passages.", [question, passages, *_filters()]),
        "/-/changes.json": _get("What became of commitments and figures.", _filters("topic")),
        "/-/show/{id}.json": _get("One fact or passage in full.", [id_]),
        "/-/status.json": _get("What the library holds.", []),
        **facts,
    }
    about = {"title": "Matters Arising", "version": version("matters-arising"), "description": "The JSON of `matters` (docs/api.md)."}
    return _json({"openapi": "3.1.0", "info": about, "paths": paths})


def _words(asked: Asked) -> str:
    words = asked["q"]
    if not words or len(words) > LONGEST_VALUE:
        raise UsageError(f"Give the question as q, in at most {LONGEST_VALUE} characters.")
    return words


def _json(value: Any) -> Reply:
    return Reply(json.dumps(value, ensure_ascii=False).encode(), JSON)


def _get(summary: str, parameters: list[dict[str, Any]]) -> dict[str, Any]:
    replies = {"200": {"description": summary, "content": {JSON: {"schema": {}}}}, "400": FAILED}
    return {"get": {"summary": summary, "parameters": parameters, "responses": replies}}


def _filters(*more: str) -> list[dict[str, Any]]:
    return [_parameter(name, TOLD[name]) for name in FILTERS if name != "topic" or "topic" in more]


def _facets(fields: str) -> list[dict[str, Any]]:
    return [_parameter(f"is_{field}", f"Only rows whose {field} is this.") for field in fields.split()]


def _parameter(name: str, told: str, *, where: str = "query", required: bool = False, type_: str = "string") -> dict[str, Any]:
    return {"name": name, "in": where, "required": required, "description": told, "schema": {"type": type_}}
