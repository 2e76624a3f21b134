"""Rows of `library.db` into the types that look-ups return."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from typing import Any

from pipeline.language.shingles import hashes
from pipeline.model.answers import PassageRow, Standing
from pipeline.model.documents import Place
from pipeline.model.facts import KINDS
from pipeline.model.printings import PartRow
from pipeline.store.schema import SECTION, field_types

BOOLEANS = {"unanimous", "remote", "approximate", "boilerplate"}


def _columns() -> dict[str, dict[str, Any]]:
    return {"sections": SECTION, **{kind.KIND: field_types(kind) for kind in KINDS}}


def fields_of(kind: str, row: sqlite3.Row | Mapping[str, Any]) -> dict[str, Any]:
    """The contract's fields of a stored fact."""
    values: dict[str, Any] = {}
    for name, type_ in FIELDS[kind].items():
        value = row[name]
        if type_ is Any:
            value = json.loads(value) if value is not None else None
        elif name in BOOLEANS:
            value = bool(value)
        values[name] = value
    return values


def standing(row: sqlite3.Row) -> Standing:
    return Standing(
        row["document_id"], row["document"], row["document_title"], row["sha256"], row["council"], row["part_kind"], row["committee"],
        row["meeting_date"], row["part_title"], tuple(json.loads(row["headings"])), row["cited_as"],
        tuple(Place(*place) for place in json.loads(row["places"])), row["url"], row["media"], row["published"], row["of_part"],
        row["version"], row["repeat_of"], row["kept_in"] if row["superseded"] else None, bool(row["derived"]),
    )  # fmt: skip


def part_row(row: sqlite3.Row) -> PartRow:
    return PartRow(
        row["id"], row["document"], row["kind"], row["title"], row["council"], row["committee"], row["meeting_date"], row["version"],
        row["opened"], hashes(row["sketch"] or b""), row["repeat_of"], bool(row["superseded"]), row["document_id"], row["item"],
        row["label"], row["within"], row["page"], row["page_label"], row["opening"] or "",
    )  # fmt: skip


def passage_row(row: sqlite3.Row) -> PassageRow:
    return PassageRow(
        row["id"], row["key"], standing(row), row["text"], row["words"], row["reading"], bool(row["boilerplate"]), row["ordinal"],
        row["of_part"], row["section_id"], row["cut"],
    )  # fmt: skip


FIELDS = _columns()
