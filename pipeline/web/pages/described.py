"""The API in the words of OpenAPI 3.1: addresses, parameters, and what comes back. Fields of facts come from the library itself."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import version
from typing import Any

from pipeline.lookup.filtering import KINDS
from pipeline.store.stored import BOOLEANS
from pipeline.web.asked import FILTERS, JSON, LONGEST_VALUE

Schema = dict[str, Any]
TEXT: Schema = {"type": "string"}
WHOLE: Schema = {"type": "integer"}
NUMBER: Schema = {"type": "number"}
TRUTH: Schema = {"type": "boolean"}
ANY: Schema = {"description": "A value, an object or a list; null where it is not known."}
TOLD = {
    "q": "The question, in words.",
    "passages": "How many passages, up to 100; 10 where it is not given.",
    "limit": "Rows (statements, of an answer) at most: 20 where it is not given, 0 as many as one reply may hold (2000; statements 100).",
    "offset": "Rows left out before the first. The header Link names the next.",
    "repeats": "no: without second printings and superseded versions.",
    "council": "Only papers of councils whose name holds this.",
    "committee": "Only papers of bodies whose name holds this.",
    "ignore": "What the question names and is not to be held to, with commas: council, committee, kinds, dates, spelling.",
    "since": "Only meetings on or after this day (1 March 2034, 1/3/2034, 2034-03-01, 2034-03 or 2034).",
    "until": "Only meetings on or before this day.",
    "kind": "Only parts of this kind.",
    "document": "Only papers whose file name or title holds this.",
    "topic": "Only rows that hold all these words.",
}
TYPES: dict[str, Schema] = {
    "q": {"type": "string", "minLength": 1, "maxLength": LONGEST_VALUE}, "passages": {"type": "integer", "minimum": 0, "maximum": 100},
    "limit": {"type": "integer", "minimum": 0, "maximum": 2000}, "offset": {"type": "integer", "minimum": 0},
    "repeats": {"type": "string", "enum": ["yes", "no"]}, "kind": {"type": "string", "enum": list(KINDS)},
}  # fmt: skip
OF_FACTS = (*FILTERS, "limit", "offset")
FAULTS = {"400": "What was asked for wrongly, and how to ask.", "401": "The token is missing.", "404": "It is not in the library.",
          "503": "Busy, or it took too long: ask again later."}  # fmt: skip
ABOUT = "The JSON of the command line `matters`, read-only. Names of addresses and fields are stable: fields are added, none is renamed."


def ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def many(of: Schema) -> Schema:
    return {"type": "array", "items": of}


def maybe(of: Schema) -> Schema:
    """Of this type, or null."""
    return {**of, "type": [of["type"], "null"]} if "type" in of else {"anyOf": [of, {"type": "null"}]}


def record(about: str, **fields: Schema) -> Schema:
    """An object that has at least these fields."""
    return {"type": "object", "description": about, "required": list(fields), "properties": fields}


SPAN = record(
    "Part of a quote on one page; boxes in PDF points from the lower left of the page.",
    page=maybe(WHOLE), start=WHOLE, end=WHOLE, boxes=many({"type": "array", "items": NUMBER, "minItems": 4, "maxItems": 4}),
)  # fmt: skip
CITATION = record(
    "Where words stand: the quote is, character for character, in the paper.",
    id=TEXT, document=TEXT, document_title=TEXT, sha256=TEXT, council=maybe(TEXT), kind=TYPES["kind"], committee=maybe(TEXT),
    meeting_date=maybe(TEXT), section=many(TEXT), paragraph=maybe(TEXT), page=maybe(WHOLE), page_label=maybe(TEXT), line=maybe(WHOLE),
    start=WHOLE, end=WHOLE, quote=TEXT, spans=many(ref("Span")), recognised=TRUTH, url=maybe(TEXT), label=TEXT, version=maybe(TEXT),
    draft=TRUTH, superseded_by=maybe(TEXT), council_derived=TRUTH,
)  # fmt: skip
PASSAGE = record(
    "A passage found, with why.",
    id=TEXT, rank=WHOLE, score=NUMBER, text=TEXT, reading=maybe(TEXT), found_by={"type": "object", "additionalProperties": WHOLE},
    citation=ref("Citation"), also_in=many(ref("Citation")), features={"type": "object", "additionalProperties": NUMBER},
)  # fmt: skip
MARK = record("A person's judgement of a fact.", verdict=TEXT, why=TEXT, when=TEXT, field=maybe(TEXT), value=ANY, changed=TRUTH)
STATEMENT = record(
    "One thing that the papers say.",
    text=TEXT, kind=TEXT, fact=maybe(TEXT), citations={**many(ref("Citation")), "minItems": 1}, marks=many(ref("Mark")),
)  # fmt: skip
COVERAGE = record(
    "What was searched.",
    documents=WHOLE, since=maybe(TEXT), until=maybe(TEXT), councils=many(TEXT), committees=many(TEXT), gaps=many(TEXT),
)  # fmt: skip
ANSWER = record(
    "An answer. `answered` is false where nothing in the library supports one.",
    question=TEXT, understood={"type": "object"}, answered=TRUTH, confidence={"type": "number", "minimum": 0, "maximum": 1},
    answer={"type": "string", "maxLength": 700}, statements=many(ref("Statement")), passages=many(ref("Passage")),
    coverage=ref("Coverage"), elapsed_ms=NUMBER,
)  # fmt: skip
SIDE = record("One statement of a pair.", text=TEXT, citation=ref("Citation"))
CHANGE = record("What became of a commitment or figure.", subject=TEXT, nature=TEXT, a=ref("Side"), b=maybe(ref("Side")))
FINDING = record(
    "What does not fit together.",
    check=TEXT, document=TEXT, page=maybe(WHOLE), where=maybe(TEXT), printed=maybe(TEXT), expected=maybe(TEXT), message=TEXT,
    citations=many(ref("Citation")), severity={"type": "string", "enum": ["fault", "rounding", "note"]}, fact=maybe(TEXT),
)  # fmt: skip
SHOWN = record(
    "A passage or fact with the words around it; a fact's `fields`, or a passage's `reading` and the facts in it.",
    id=TEXT, before=TEXT, after=TEXT, citation=ref("Citation"),
    facts=many({"type": "object", "required": ["id", "kind", "quote"], "properties": {"id": TEXT, "kind": TEXT, "quote": TEXT}}),
)  # fmt: skip
STATUS = record(
    "What the library holds.",
    documents=WHOLE, pages=WHOLE, passages=WHOLE, facts={"type": "object", "additionalProperties": WHOLE}, issues=many({"type": "object"}),
    model=maybe(TEXT), code=TEXT,
)  # fmt: skip
ERROR = record("What was wrong, and what to do.", error=TEXT, status=WHOLE)
SCHEMAS = {
    "Span": SPAN, "Citation": CITATION, "Passage": PASSAGE, "Mark": MARK, "Statement": STATEMENT, "Coverage": COVERAGE, "Answer": ANSWER,
    "Side": SIDE, "Change": CHANGE, "Finding": FINDING, "Shown": SHOWN, "Status": STATUS, "Error": ERROR,
}  # fmt: skip
EVERY_FACT: dict[str, Schema] = {
    "council": maybe(TEXT), "committee": maybe(TEXT), "meeting_date": maybe(TEXT),
    "basis": {"type": "string", "enum": ["stated", "derived", "inferred"]}, "extractor": TEXT, "mark": maybe(ref("Mark")),
    "citation": ref("Citation"), "also_in": many(ref("Citation")), "repeat": TRUTH,
}  # fmt: skip
IDS = {"table": maybe(TEXT)}
"""Counted within a paper while it is read; the id of the fact where it is stored."""
COLUMNS: Mapping[Any, Schema] = {str: maybe(TEXT), int: maybe(WHOLE), float: maybe(NUMBER), bool: TRUTH}


def described(fields: Mapping[str, Mapping[str, Any]]) -> Schema:
    """The whole description, for facts of these kinds: kind to field to the type of its column."""
    lists = {
        f"/-/{kind}.json": get(f"Facts: {kind}, by document and in reading order.", many(ref(fact_name(kind))), *OF_FACTS, "repeats")
        for kind in fields
    }
    kinds = {fact_name(kind): record(f"One of {kind}.", id=TEXT, **_own(columns), **EVERY_FACT) for kind, columns in fields.items()}
    shared = [name for name in FILTERS if name != "topic"]
    paths = {
        "/-/ask.json": get(
            "A short answer with statements, passages and coverage.", ref("Answer"), "q", "passages", "limit", "ignore", *shared
        ),
        "/-/search.json": get("Ranked passages.", many(ref("Passage")), "q", "passages", "ignore", *shared),
        **lists,
        "/-/changes.json": get("What became of commitments and figures, the gravest first.", many(ref("Change")), *OF_FACTS),
        "/-/audit.json": get("What does not fit together.", many(ref("Finding")), *OF_FACTS),
        "/-/show/{id}.json": get("One fact or passage in full, with the words around it.", ref("Shown"), "id"),
        "/-/status.json": get("What the library holds.", ref("Status")),
        "/-/openapi.json": get("This description.", {"type": "object"}),
    }
    return {
        "openapi": "3.1.0", "info": {"title": "Matters Arising", "version": version("matters-arising"), "description": ABOUT},
        "servers": [{"url": "/"}], "security": [{}, {"token": []}], "paths": paths,
        "components": {
            "schemas": {**SCHEMAS, **kinds},
            "responses": {name: {"description": told, "content": {JSON: {"schema": ref("Error")}}} for name, told in FAULTS.items()},
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer", "description": "Where the site was started with --token."}},
        },
    }  # fmt: skip


def get(summary: str, made: Schema, *parameters: str) -> Schema:
    """A GET that takes these parameters."""
    faults = {name: {"$ref": f"#/components/responses/{name}"} for name in FAULTS}
    whole = {"200": {"description": summary, "content": {JSON: {"schema": made}}}, **faults}
    return {"get": {"summary": summary, "parameters": [_parameter(name) for name in parameters], "responses": whole}}


def fact_name(kind: str) -> str:
    """Name of the schema of a kind of fact: Decisions."""
    return kind.capitalize()


def _own(columns: Mapping[str, Any]) -> dict[str, Schema]:
    known = {**IDS, **dict.fromkeys(BOOLEANS, TRUTH), **dict.fromkeys(EVERY_FACT, ANY)}
    return {name: known.get(name, COLUMNS.get(type_, ANY)) for name, type_ in columns.items()}


def _parameter(name: str) -> Schema:
    if name == "id":
        return {"name": name, "in": "path", "required": True, "description": "Its id, or the start of it.", "schema": TEXT}
    return {"name": name, "in": "query", "required": name == "q", "description": TOLD[name], "schema": TYPES.get(name, TEXT)}
