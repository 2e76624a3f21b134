"""The tables of `library.db`, made and brought up to date by sqlite-utils migrations."""

from __future__ import annotations

import types
from dataclasses import fields
from typing import Any, Union, get_args, get_origin, get_type_hints

from sqlite_utils import Database, Migrations
from sqlite_utils.db import Table

from pipeline.errors import LibraryError
from pipeline.model.facts import KINDS, Fact

MIGRATIONS = Migrations("matters")
OWN = {"evidence", "extractor", "basis"}
"""Fields that every fact has and that are stored in columns of their own."""
BASE: dict[str, Any] = {
    "id": str, "document_id": int, "part_id": int, "ordinal": int, "start": int, "end": int, "headings": str, "section_id": str,
    "cited_as": str, "places": str, "quote": str, "about": str, "extractor": str, "basis": str,
}  # fmt: skip
"""Columns of every fact: `headings` and `places` are JSON, `about` the words that `--topic` looks in."""
SECTION: dict[str, Any] = {"number": str, "title": str, "level": int, "kind": str, "parent": str, "boilerplate": int}
VERSIONS: dict[str, Any] = {"version": str, "sketch": bytes, "repeat_of": int, "superseded": int}
"""Of a part: its version as printed, what its words are compared by, the part that is listed in its place, and whether that one is a
later version (1) or the same again (0)."""
FTS_COLUMNS = ("title", "breadcrumb", "words", "reading")
FTS_TOKENS = "porter unicode61 remove_diacritics 2"


def field_types(kind: type[Fact]) -> dict[str, Any]:
    """Contract field to the type of its column; `Any` where the value is kept as JSON."""
    hints = get_type_hints(kind)
    return {f.name.rstrip("_"): _column(hints[f.name]) for f in fields(kind) if f.name not in OWN}


def _column(hint: Any) -> Any:
    options = set(get_args(hint)) - {types.NoneType} if get_origin(hint) in (Union, types.UnionType) else {hint}
    if len(options) > 1:
        return Any
    (one,) = options
    if str(get_origin(one)) == "typing.Literal":
        return str
    return one if one in (str, int, float, bool) else Any


def table(db: Database, name: str) -> Table:
    return Table(db, name)


@MIGRATIONS()
def m001_first_library(db: Database) -> None:
    """Documents, pages, parts, passages, vectors, facts, issues."""
    table(db, "meta").create({"key": str, "value": str}, pk="key")
    table(db, "documents").create(
        {"id": int, "name": str, "path": str, "sha256": str, "size": int, "title": str, "council": str, "url": str, "published": str,
         "media": str, "reader": str, "code": str, "length": int, "same_as": str, "metadata": str, "ingested": str},
        pk="id", not_null={"name", "sha256"},
    )  # fmt: skip
    table(db, "documents").create_index(["name"], unique=True)
    table(db, "pages").create(
        {"document_id": int, "idx": int, "number": int, "label": str, "start": int, "text": str, "width": float, "height": float,
         "boxes": bytes, "recognised": int, "confidence": float},
        pk=("document_id", "idx"),
    )  # fmt: skip
    table(db, "parts").create(
        {"id": int, "document_id": int, "idx": int, "kind": str, "title": str, "council": str, "committee": str, "meeting_date": str,
         "date": str, "item": str, "label": str, "within": int, "start": int, "end": int},
        pk="id",
    )  # fmt: skip
    table(db, "parts").create_index(["document_id"])
    table(db, "passages").create(
        {"id": int, "key": str, "document_id": int, "part_id": int, "ordinal": int, "start": int, "end": int, "headings": str,
         "section_id": str, "cited_as": str, "places": str, "text": str, "title": str, "breadcrumb": str, "words": str,
         "reading": str, "boilerplate": int},
        pk="id",
    )  # fmt: skip
    table(db, "passages").create_index(["key"], unique=True)
    table(db, "passages").create_index(["document_id", "ordinal"])
    table(db, "passages").create_index(["part_id"])
    table(db, "passages").enable_fts(FTS_COLUMNS, create_triggers=True, tokenize=FTS_TOKENS)
    db.execute("CREATE VIRTUAL TABLE passages_terms USING fts5vocab(passages_fts, 'row')")
    table(db, "meanings").create({"id": int, "passage_id": int, "hash": str, "text": str}, pk="id")
    table(db, "meanings").create_index(["passage_id"])
    table(db, "meanings").create_index(["hash"])
    table(db, "vectors").create({"model": str, "hash": str, "vector": bytes}, pk=("model", "hash"))
    table(db, "issues").create({"id": int, "document": str, "document_id": int, "stage": str, "message": str, "page": int}, pk="id")
    table(db, "fact_passages").create({"fact_id": str, "kind": str, "passage_id": int}, pk=("fact_id", "passage_id"))
    table(db, "fact_passages").create_index(["passage_id"])
    fact_table(db, "sections", SECTION)
    for kind in KINDS:
        fact_table(db, kind.KIND, {name: str if type_ is Any else type_ for name, type_ in field_types(kind).items()})


@MIGRATIONS()
def m002_versions_and_repeats(db: Database) -> None:
    """Which version each part is, and the part that it is another printing of."""
    for name, type_ in VERSIONS.items():
        table(db, "parts").add_column(name, type_)
    table(db, "parts").create_index(["repeat_of"])


@MIGRATIONS()
def m003_papers_of_agenda_items(db: Database) -> None:
    """Columns that a library made before has not, and a new one has from its first step."""
    for name, type_ in (("file_page", int), ("papers", str)):
        if name not in table(db, "agenda").columns_dict:
            table(db, "agenda").add_column(name, type_)


@MIGRATIONS()
def m004_councils_derived(db: Database) -> None:
    """The council of a part that prints none, as other papers name it."""
    table(db, "parts").add_column("council_derived", str)


@MIGRATIONS()
def m005_cuts(db: Database) -> None:
    """Sentences and stems of passages and of what facts say, in tables of their own: to change a passage is to index its words again."""
    table(db, "cuts").create({"id": int, "cut": str}, pk="id")
    table(db, "fact_passages").add_column("said", str)


@MIGRATIONS()
def m006_confidence_of_commitments(db: Database) -> None:
    """How surely a commitment is one: a new library has the column from its first step."""
    if "confidence" not in table(db, "commitments").columns_dict:
        table(db, "commitments").add_column("confidence", float)


@MIGRATIONS()
def m007_dispensations(db: Database) -> None:
    """The dispensation beside a declared interest: a new library has the column from its first step."""
    if "dispensation" not in table(db, "declarations").columns_dict:
        table(db, "declarations").add_column("dispensation", str)


STEPS = (
    m001_first_library,
    m002_versions_and_repeats,
    m003_papers_of_agenda_items,
    m004_councils_derived,
    m005_cuts,
    m006_confidence_of_commitments,
    m007_dispensations,
)


def fact_table(db: Database, name: str, columns: dict[str, Any]) -> None:
    table(db, name).create({**BASE, **columns}, pk="id")
    table(db, name).create_index(["document_id", "ordinal"])
    table(db, name).create_index(["part_id"])


def migrate(db: Database) -> None:
    """Brings a library up to date. Raises LibraryError for one that a newer version made."""
    refuse_newer(db)
    MIGRATIONS.apply(db)


def refuse_newer(db: Database) -> None:
    unknown = {m.name for m in MIGRATIONS.applied(db)} - {step.__name__ for step in STEPS}
    if unknown:
        raise LibraryError(
            f"This library was made by a newer version of matters (it has {', '.join(sorted(unknown))}). "
            "Upgrade with: pip install --upgrade matters-arising"
        )


def version(db: Database) -> str:
    applied = MIGRATIONS.applied(db)
    return str(applied[-1].name) if applied else "none"
