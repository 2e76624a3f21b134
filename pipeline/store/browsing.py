"""What a person leafs through: papers, and lists of facts by the page, with how many there are of each value."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from pipeline.errors import UsageError
from pipeline.model.answers import FactRow, Filters, PassageRow, Standing
from pipeline.model.documents import Place
from pipeline.model.listing import DocumentRow
from pipeline.model.printings import OF_MEETINGS
from pipeline.store.conditions import COUNCIL, where

JOINS = "JOIN parts p ON p.id = x.part_id JOIN documents d ON d.id = x.document_id"
OF_PAPERS = {
    "council": COUNCIL, "committee": "p.committee", "kind": "p.kind", "document": "d.name", "dated": "p.date",
    "meeting_date": "p.meeting_date",
}  # fmt: skip
"""Columns of a list that belong to the paper and not to the kind of fact; `dated` is its meeting's date, else its own."""
DOCUMENT = """SELECT d.id, d.name, d.path, d.sha256, d.title, coalesce(d.council, max(p.council), max(p.council_derived)) AS council,
coalesce(d.published, min(CASE WHEN p.kind IN ('agenda', 'cover') THEN p.date END), min(p.date)) AS dated, d.media, d.url,
(SELECT count(*) FROM pages g WHERE g.document_id = d.id) AS pages, json_group_array(DISTINCT p.kind) AS kinds,
(SELECT count(*) FROM issues i WHERE i.document_id = d.id) AS issues
FROM documents d LEFT JOIN parts p ON p.document_id = d.id WHERE d.same_as IS NULL AND {condition} GROUP BY d.id ORDER BY {order}"""

MEASURED = f"""SELECT x.id, x.measure, x.unit, x.value, x.period_start, x.period_end, x.status, x.source, x.direction, x.[column],
x.headings, {COUNCIL} AS council, p.committee, d.name AS document, d.title FROM figures x {JOINS} WHERE x.measure <> '' AND x.unit <> ''
AND x.value IS NOT NULL AND x.value_max IS NULL AND x.period_start <> '' AND x.period_end <> '' AND p.repeat_of IS NULL"""


class Browsing:
    """The part of a library that lists."""

    fields: Mapping[str, Mapping[str, Any]]
    _rows: Callable[..., list[sqlite3.Row]]
    _facts: Callable[..., list[FactRow]]
    passages: Callable[[Sequence[int]], list[PassageRow]]
    passages_at: Callable[[int, int, int], list[int]]

    def documents(self) -> list[DocumentRow]:
        """Every paper, the newest first."""
        return [_document(row) for row in self._rows(DOCUMENT.format(condition="1", order="dated IS NULL, dated DESC, d.name"))]

    def document(self, hash_start: str) -> DocumentRow | None:
        """The paper whose file's hash begins so; None where there is none."""
        found = self._rows(DOCUMENT.format(condition="d.sha256 LIKE ? || '%'", order="d.id"), [hash_start])
        return _document(found[0]) if found else None

    def page_starts(self, document_id: int) -> list[int]:
        """Where in the paper's text each page begins."""
        return [r["start"] for r in self._rows("SELECT start FROM pages WHERE document_id = ? ORDER BY idx", [document_id])]

    def standing_at(self, document_id: int, places: Sequence[Place]) -> Standing | None:
        """How words at these places of a paper stand: as the passage that holds them does; None where none does."""
        starts = self.page_starts(document_id)
        if not places or places[0].page >= len(starts):
            return None
        start = starts[places[0].page] + places[0].start
        found = self.passages(self.passages_at(document_id, start, start + 1)[:1])
        return replace(found[0].standing, places=tuple(places)) if found else None

    def recommending(self, id_start: str) -> list[FactRow]:
        """The reports that hold a recommendation whose id begins so."""
        return self._facts("reports", "instr(x.recommendations, ?)", [f'"id": "{id_start}']) if id_start.startswith("r-") else []

    def standing_in(self, document_id: int, kind: str, start: int, end: int) -> list[FactRow]:
        """Facts of a kind whose words share characters with these offsets of the paper's text, in reading order."""
        return self._facts(kind, "x.document_id = ? AND x.start < ? AND x.end > ?", [document_id, end, start])

    def named(self, type_: str) -> list[tuple[str, str | None, int, int]]:
        """Names of a type of entity: canonical form, council and id of a paper that it stands in, how often it does."""
        sql = f"""SELECT x.canonical, {COUNCIL} AS council, x.document_id, sum(x.mentions) AS mentions FROM entities x {JOINS}
WHERE x.type = ? GROUP BY 1, 2, 3"""
        return [(r["canonical"], r["council"], r["document_id"], r["mentions"]) for r in self._rows(sql, [type_])]

    def called(self, name: str) -> list[FactRow]:
        """The entities of this canonical name, by paper."""
        return self._facts("entities", "x.canonical = ?", [name])

    def facts_of(self, kind: str, documents: Sequence[int]) -> list[FactRow]:
        """Facts of a kind in these papers, second printings left out, in reading order."""
        return self._facts(kind, "x.document_id IN (SELECT value FROM json_each(?)) AND p.repeat_of IS NULL", [json.dumps(documents)])

    def counts_of(self, document_id: int) -> dict[str, int]:
        """How many facts of each kind a paper holds."""
        counted = ((kind, self._rows(f"SELECT count(*) AS n FROM [{kind}] WHERE document_id = ?", [document_id])) for kind in self.fields)
        return {kind: int(rows[0]["n"]) for kind, rows in counted}

    def issues_of(self, document_id: int) -> list[tuple[int | None, str]]:
        """Page and message of everything in a paper that could not be read, or was read with doubt."""
        rows = self._rows("SELECT page, message FROM issues WHERE document_id = ? ORDER BY page, id", [document_id])
        return [(r["page"], r["message"]) for r in rows]

    def measured(self) -> list[Mapping[str, Any]]:
        """Every figure that has a measure, a unit and a period with both ends; first printings only."""
        return [dict(row) for row in self._rows(MEASURED)]

    def counted(self, kind: str, filters: Filters, chosen: Mapping[str, str]) -> int:
        """How many facts of a kind pass the filters and hold the chosen values (field to value)."""
        condition, values = self._condition(kind, filters, chosen)
        return int(self._rows(f"SELECT count(*) AS n FROM {_from(kind, condition)} WHERE {condition}", values)[0]["n"])

    def some(
        self,
        kind: str,
        filters: Filters,
        chosen: Mapping[str, str],
        *,
        order: str = "",
        down: bool = False,
        limit: int = 0,
        offset: int = 0,
    ) -> list[FactRow]:
        """Facts of a kind from `offset`, ordered by a field (blanks last), or by paper and place where none is named."""
        condition, values = self._condition(kind, filters, chosen)
        column = self._column(kind, order) if order else ""
        by = f"{column} IS NULL, {column} COLLATE NOCASE {'DESC' if down else 'ASC'}, " if column else ""
        size = f" LIMIT {int(limit)} OFFSET {int(offset)}" if limit else ""
        ids = self._rows(f"SELECT x.id FROM [{kind}] x {JOINS} WHERE {condition} ORDER BY {by}d.name, x.start, x.ordinal{size}", values)
        wanted = [r["id"] for r in ids]
        found = {row.id: row for row in self.having(kind, "id", wanted)}
        return [found[id_] for id_ in wanted]

    def having(self, kind: str, field: str, wanted: Sequence[str]) -> list[FactRow]:
        """Facts of a kind whose field holds one of these values, in reading order."""
        column = "x.id" if field == "id" else self._column(kind, field)
        return self._facts(kind, f"{column} IN (SELECT value FROM json_each(?))", [json.dumps(wanted)]) if wanted else []

    def canonical(self, texts: Sequence[str]) -> list[tuple[str, str]]:
        """Names as printed, each with the canonical form under which a page of its own tells where it appears."""
        sql = "SELECT DISTINCT text, canonical FROM entities WHERE text IN (SELECT value FROM json_each(?)) ORDER BY mentions"
        return [(r["text"], r["canonical"]) for r in self._rows(sql, [json.dumps(texts)])]

    def values(self, kind: str, field: str, filters: Filters, chosen: Mapping[str, str], limit: int = 0) -> list[tuple[str, int]]:
        """The values of a field among these facts and how many have each, the commonest first; blanks are left out."""
        column = self._column(kind, field)
        condition, values = self._condition(kind, filters, {name: value for name, value in chosen.items() if name != field})
        sql = f"""SELECT {column} AS value, count(*) AS n FROM {_from(kind, f"{condition} {column}")}
WHERE {condition} AND {column} IS NOT NULL AND {column} <> '' GROUP BY 1 ORDER BY n DESC, 1{f" LIMIT {int(limit)}" if limit else ""}"""
        return [(str(r["value"]), r["n"]) for r in self._rows(sql, values)]

    def _condition(self, kind: str, filters: Filters, chosen: Mapping[str, str]) -> tuple[str, list[str]]:
        if kind not in self.fields:
            raise UsageError(f"There are no facts of kind {kind!r}; the kinds are {', '.join(self.fields)}.")
        condition, values = where(filters, "x")
        tests = [condition or "1", *(f"{self._column(kind, field)} = ?" for field in chosen)]
        if kind in OF_MEETINGS and not (filters.repeats or filters.document):
            tests.append("p.repeat_of IS NULL")
        return " AND ".join(tests), [*values, *chosen.values()]

    def _column(self, kind: str, field: str) -> str:
        """SQL of a field; only names that the kind has get into a statement. Raises UsageError."""
        if field in OF_PAPERS and field not in self.fields[kind]:
            return OF_PAPERS[field]
        if field not in self.fields[kind]:
            raise UsageError(f"{kind} have no field {field!r}; they have {', '.join(self.fields[kind])}.")
        return f"x.[{field}]"


def _from(kind: str, said: str) -> str:
    """The table of a kind, with parts and papers only where the SQL that is `said` of it looks at them: counting is three times as fast."""
    return f"[{kind}] x {JOINS}" if re.search(r"\b[pd]\.", said) else f"[{kind}] x"


def _document(row: sqlite3.Row) -> DocumentRow:
    kinds: Sequence[str] = [kind for kind in json.loads(row["kinds"]) if kind]
    return DocumentRow(
        row["id"], row["name"], row["path"] or "", row["sha256"], row["title"] or row["name"], row["council"], row["dated"],
        row["media"], row["url"], row["pages"], tuple(kinds), row["issues"],
    )  # fmt: skip
