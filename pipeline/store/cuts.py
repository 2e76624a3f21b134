"""Cuts of passages and of what facts say (lookup/text/cut.py), made again where the library keeps none or those of another version."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, TypeVar

from pipeline.lookup.text.cut import packed, said_by
from pipeline.store.connected import Connected
from pipeline.store.stored import FIELDS, fields_of

T = TypeVar("T")

AT_ONCE = 1000
"""Rows that are read and written at once."""


def said_in(kind: str, row: Mapping[str, Any] | sqlite3.Row) -> str:
    """The stems of what a stored fact says."""
    return said_by(fields_of(kind, row), json.loads(row["headings"]), row["quote"])


class Cutting(Connected):
    """The part of a library that keeps cuts."""

    def cut_again(self) -> None:
        """All cuts, in place of what was kept. In a transaction of the caller's."""
        self.db.execute("DELETE FROM cuts")
        for some in _some(self.db.execute("SELECT id, words, reading FROM passages")):
            cut = [(id_, packed(words, reading)) for id_, words, reading in some]
            self.db.conn.executemany("INSERT INTO cuts (id, cut) VALUES (?, ?)", cut)
        for kind in FIELDS:
            cursor = self.db.conn.cursor()
            cursor.row_factory = sqlite3.Row
            sql = f"SELECT x.*, l.rowid AS link FROM fact_passages l JOIN [{kind}] x ON x.id = l.fact_id WHERE l.kind = ?"
            for rows in _some(cursor.execute(sql, [kind])):
                said = [(said_in(kind, row), row["link"]) for row in rows]
                self.db.conn.executemany("UPDATE fact_passages SET said = ? WHERE rowid = ?", said)


def _some(rows: Iterator[T]) -> Iterator[list[T]]:
    while some := list(islice(rows, AT_ONCE)):
        yield some
