"""The JSON over HTTP is the JSON of the command line, and is as its description says."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from pipeline.cli.main import group
from pipeline.errors import NotThereError, UsageError
from pipeline.model.answers import Filters
from pipeline.model.facts import KINDS
from pipeline.web.asked import Asked
from pipeline.web.pages import PAGES

FACTS = ("sections", *(kind.KIND for kind in KINDS))
QUESTION = "what did we commit on supported living?"
NARROWED = ({}, {"limit": "3"}, {"topic": "living", "limit": "0"}, {"committee": "adults", "kind": "minutes", "limit": "0"},
            {"since": "2024", "until": "2025-01", "limit": "2"}, {"council": "aldermere", "document": "budget"})  # fmt: skip
"""Filters, as the command line and the address both write them."""


def over_http(library: Any, path: str, id_: str = "", **query: str) -> Any:
    """The body of the reply, read as JSON."""
    reply = PAGES[path](library, Asked(path, {"id": id_}, list(query.items())))
    assert (reply.status, reply.media) == (200, "application/json")
    return json.loads(reply.body)


def told(site_library: Path, *command: str, **options: str) -> Any:
    """What `matters ... --json` prints."""
    words = [word for name, value in options.items() for word in (f"--{name}", value)]
    done = CliRunner().invoke(group, [*command, "--library", str(site_library), *words, "--json"], catch_exceptions=False)
    return json.loads(done.stdout)


def timeless(answer: dict[str, Any]) -> dict[str, Any]:
    return {**answer, "elapsed_ms": 0}


@pytest.mark.parametrize("filters", NARROWED)
@pytest.mark.parametrize("kind", FACTS)
def test_facts_are_those_of_the_command_line(site_library: Path, library: Any, kind: str, filters: Mapping[str, str]) -> None:
    """Every kind, with and without filters: the same rows in the same order, field for field."""
    assert over_http(library, f"/-/{kind}.json", **filters) == told(site_library, kind, **filters)


@pytest.mark.parametrize("filters", NARROWED)
@pytest.mark.parametrize("kind", ["changes", "audit"])
def test_findings_are_those_of_the_command_line(site_library: Path, library: Any, kind: str, filters: Mapping[str, str]) -> None:
    """Changes and the audit, narrowed in the same ways."""
    rows = filters if "limit" in filters else {**filters, "limit": "20"}
    assert over_http(library, f"/-/{kind}.json", **filters) == told(site_library, kind, **rows)


@pytest.mark.parametrize("filters", [{}, {"passages": "3"}, {"committee": "adults", "since": "2024", "passages": "0"}])
def test_answers_and_passages_are_those_of_the_command_line(site_library: Path, library: Any, filters: dict[str, str]) -> None:
    """All but the time that it took."""
    asked = over_http(library, "/-/ask.json", q=QUESTION, **filters)
    if filters.get("passages") != "0":
        assert timeless(asked) == timeless(told(site_library, "ask", QUESTION, **filters))
        assert over_http(library, "/-/search.json", q="carers", **filters) == told(site_library, "search", "carers", **filters)
    assert len(asked["passages"]) <= 100


def test_one_fact_and_the_status_are_those_of_the_command_line(site_library: Path, library: Any) -> None:
    """A fact, a passage, and what the library holds, but for where it lies."""
    for id_ in (library.facts("decisions", Filters())[0].id, over_http(library, "/-/search.json", q="carers")[0]["id"]):
        assert over_http(library, "/-/show/{id}.json", id_) == told(site_library, "show", id_)
    ours, theirs = over_http(library, "/-/status.json"), told(site_library, "status")
    assert {**ours, "bytes": 0} == {name: value for name, value in {**theirs, "bytes": 0}.items() if name not in ("library", "rerank")}


def test_rows_can_be_read_in_steps(library: Any) -> None:
    """Following the header Link gives every row once, in order."""
    whole = over_http(library, "/-/figures.json", limit="0", topic="care")
    assert len(whole) > 40
    rows: list[Any] = []
    query = {"limit": "17", "topic": "care"}
    while True:
        reply = PAGES["/-/figures.json"](library, Asked("/-/figures.json", {}, list(query.items())))
        rows += json.loads(reply.body)
        if "Link" not in reply.headers:
            break
        query["offset"] = str(len(rows))
        assert (
            reply.headers["Link"]
            == f'</-/figures.json?{urlencode({"topic": "care", "limit": "17", "offset": str(len(rows))})}>; rel="next"'
        )
    assert rows == whole


def test_second_printings_can_be_left_out(site_library: Path, library: Any) -> None:
    """As `--once` leaves them out."""
    ours = over_http(library, "/-/decisions.json", limit="0", repeats="no")
    done = CliRunner().invoke(group, ["decisions", "--library", str(site_library), "--limit", "0", "--once", "--json"])
    assert ours == json.loads(done.stdout)


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("/-/ask.json", {}),
        ("/-/ask.json", {"q": "x" * 501}),
        ("/-/ask.json", {"q": "who", "passages": "101"}),
        ("/-/search.json", {"q": "who", "since": "February"}),
        ("/-/decisions.json", {"limit": "2001"}),
        ("/-/decisions.json", {"limit": "-1"}),
        ("/-/decisions.json", {"offset": "x"}),
        ("/-/decisions.json", {"kind": "nonsense"}),
        ("/-/decisions.json", {"repeats": "perhaps"}),
    ],
)
def test_what_is_asked_wrongly_is_told(library: Any, path: str, query: dict[str, str]) -> None:
    """A program that errs is told so, and is not given something else."""
    with pytest.raises(UsageError):
        PAGES[path](library, Asked(path, {}, list(query.items())))


def test_an_unknown_id_is_not_there(library: Any) -> None:
    """Over HTTP that is 404."""
    with pytest.raises(NotThereError):
        over_http(library, "/-/show/{id}.json", "nothing")


def test_the_description_names_every_address_and_no_other(library: Any) -> None:
    """Nothing under /-/ is left out, and every reference leads somewhere."""
    made = over_http(library, "/-/openapi.json")
    assert set(made["paths"]) == {path for path in PAGES if path.startswith("/-/")}
    known = {f"#/components/{sort}/{name}" for sort in ("schemas", "responses") for name in made["components"][sort]}
    assert references(made) <= known
    for path, how in made["paths"].items():
        named = {one["name"] for one in how["get"]["parameters"] if one["in"] == "path"}
        assert named == ({"id"} if "{id}" in path else set())
    for schema in made["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("path", [path for path in PAGES if path.startswith("/-/") and path != "/-/openapi.json"])
def test_replies_are_as_described(library: Any, path: str) -> None:
    """Types and required fields of every reply; no field of an answer, fact or citation goes undescribed."""
    made = over_http(library, "/-/openapi.json")
    schema = made["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    open_ = ("Shown", "Status")
    closed = {name: {**one, "additionalProperties": name in open_} for name, one in made["components"]["schemas"].items()}
    check = Draft202012Validator({**schema, "components": {"schemas": closed}})
    questions = [{"q": QUESTION}, {"q": "What is the price of the monorail?"}]
    queries = questions if path in ("/-/ask.json", "/-/search.json") else [{"limit": "0"}]
    for query in queries:
        reply = over_http(library, path, library.facts("decisions", Filters())[0].id, **query)
        assert [error.message for error in check.iter_errors(reply)] == []


def references(value: Any) -> set[str]:
    """Every $ref in a description."""
    if isinstance(value, dict):
        own = {value["$ref"]} if "$ref" in value else set()
        return own.union(*(references(inner) for inner in value.values()))
    return set().union(*(references(inner) for inner in value)) if isinstance(value, list) else set()
