"""Reading documents, pages, passages and facts out of `library.db`."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from pipeline.errors import UsageError
from pipeline.lookup.facts import believed
from pipeline.lookup.text.cut import VERSION, said_by
from pipeline.model.answers import Coverage, FactRow, Filters, PageRow, PassageRow
from pipeline.model.printings import OF_MEETINGS, PartRow
from pipeline.store.conditions import COUNCIL, JOINS, Condition, where
from pipeline.store.marks import Marking
from pipeline.store.memory import Remembering
from pipeline.store.stored import fields_of, part_row, passage_row, standing

STANDING = f"""{{x}}.document_id, d.name AS document, d.title AS document_title, d.sha256, {COUNCIL} AS council,
p.council IS NULL AND p.council_derived IS NOT NULL AS derived, p.kind AS part_kind, p.committee,
p.meeting_date, p.title AS part_title, {{x}}.headings, {{x}}.cited_as, {{x}}.places, d.url, d.media, d.published, {{x}}.part_id AS of_part,
p.version, p.repeat_of, p.superseded, (SELECT o.name FROM parts q JOIN documents o ON o.id = q.document_id WHERE q.id = p.repeat_of)
AS kept_in"""
FEW = 2000
"""A list of facts that is not longer is remembered."""
OPENING = 300
"""Characters of a part with which its letterhead is looked at."""
PASSAGE = "x.id, x.key, x.text, x.words, x.reading, x.boilerplate, x.ordinal, x.section_id"


class Reading(Remembering, Marking):
    """The half of a library that reads: `FactStore` of model/ports.py."""

    fields: Mapping[str, Mapping[str, Any]]
    meta: Callable[[str], str | None]

    def _rows(self, sql: str, values: Sequence[Any] = ()) -> list[sqlite3.Row]:
        cursor = self.db.conn.cursor()
        cursor.row_factory = sqlite3.Row
        return cursor.execute(sql, list(values)).fetchall()

    def passages(self, rowids: Sequence[int]) -> list[PassageRow]:
        shelf = self.shelf("passages")
        found = {rowid: row for rowid in rowids if (row := shelf.get(rowid))}
        missing = [rowid for rowid in rowids if rowid not in found]
        if missing:
            marks = ",".join("?" * len(missing))
            cuts = "LEFT JOIN cuts c ON c.id = x.id" if self.cut else ""
            sql = f"SELECT {PASSAGE}, {'c.cut' if cuts else 'NULL AS cut'}, {STANDING.format(x='x')} \
FROM passages x {JOINS.format(x='x')} {cuts} WHERE x.id IN ({marks})"
            for row in self._rows(sql, missing):
                found[row["id"]] = passage_row(row)
                shelf.keep(row["id"], found[row["id"]])
        return [found[rowid] for rowid in rowids if rowid in found]

    def neighbours(self, row: PassageRow, before: int, after: int) -> list[PassageRow]:
        sql = "SELECT id FROM passages WHERE document_id = ? AND ordinal BETWEEN ? AND ? ORDER BY ordinal"
        near = self._rows(sql, [row.standing.document_id, row.ordinal - before, row.ordinal + after])
        return self.passages([r["id"] for r in near])

    def passages_at(self, document_id: int, start: int, end: int) -> list[int]:
        sql = "SELECT id FROM passages WHERE document_id = ? AND start < ? AND end > ? ORDER BY ordinal"
        return [r["id"] for r in self._rows(sql, [document_id, end, start])]

    def facts(self, kind: str, filters: Filters, limit: int = 0) -> list[FactRow]:
        if kind not in self.fields:
            raise UsageError(f"There are no facts of kind {kind!r}; the kinds are {', '.join(self.fields)}.")
        shelf = self.shelf("facts")
        rows: list[FactRow] | None = shelf.get((kind, filters, limit))
        if rows is None:
            rows = self._listed(kind, filters, limit)
            if len(rows) <= FEW:
                shelf.keep((kind, filters, limit), rows)
        return self.with_marks(list(rows))

    def few(self, kind: str, filters: Filters, most: int) -> list[FactRow]:
        count = self.remembered("names", (kind, filters, most), lambda: (self._counted(kind, filters, most),))[0]
        return self.facts(kind, filters) if count <= most else []

    def _counted(self, kind: str, filters: Filters, most: int) -> int:
        """How many facts there are, one more than `most` where there are more."""
        condition, values = self._listing(kind, filters)
        sql = f"SELECT 1 FROM [{kind}] x {JOINS.format(x='x')} WHERE {condition} LIMIT {int(most) + 1}"
        return len(self._rows(sql, values))

    def _listing(self, kind: str, filters: Filters) -> Condition:
        condition, values = where(filters, "x")
        once = " AND p.repeat_of IS NULL" if kind in OF_MEETINGS and not (filters.repeats or filters.document) else ""
        return (condition or "1") + once, values

    def _listed(self, kind: str, filters: Filters, limit: int) -> list[FactRow]:
        condition, values = self._listing(kind, filters)
        return self._facts_alone(kind, condition, values, f" LIMIT {int(limit)}" if limit else "")

    def repeated(self, kind: str, parts: Iterable[int]) -> list[FactRow]:
        """Facts in other printings of these parts."""
        wanted = sorted(set(parts))
        return self._facts(kind, f"p.repeat_of IN ({','.join('?' * len(wanted))})", wanted) if wanted else []

    def parts(self, document_id: int | None = None) -> list[PartRow]:
        """Every part, or those of one paper, in their order."""
        which, values = ("WHERE p.document_id = ?", [document_id]) if document_id is not None else ("", [])
        sql = f"""SELECT p.*, d.name AS document, (SELECT coalesce(f.meeting_date, d.published) FROM parts f
WHERE f.document_id = p.document_id AND f.idx = 0) AS opened, g.number AS page, g.label AS page_label,
substr(g.text, p.start - g.start + 1, {OPENING}) AS opening
FROM parts p JOIN documents d ON d.id = p.document_id LEFT JOIN pages g ON g.document_id = p.document_id AND g.idx =
(SELECT max(idx) FROM pages WHERE document_id = p.document_id AND start <= p.start) {which} ORDER BY d.name, p.idx"""
        return [part_row(row) for row in self._rows(sql, values)]

    def _facts(self, kind: str, condition: str, values: Sequence[Any], tail: str = "") -> list[FactRow]:
        return self.with_marks(self._facts_alone(kind, condition, values, tail))

    def _facts_alone(self, kind: str, condition: str, values: Sequence[Any], tail: str = "") -> list[FactRow]:
        sql = f"""SELECT x.*, {STANDING.format(x="x")},
(SELECT group_concat(passage_id) FROM fact_passages l WHERE l.fact_id = x.id) AS passage_ids
FROM [{kind}] x {JOINS.format(x="x")} WHERE {condition} ORDER BY d.name, x.start, x.ordinal{tail}"""
        return [self._fact(kind, row) for row in self._rows(sql, values)]

    def facts_on(self, rowids: Sequence[int], kinds: Sequence[str] = ()) -> list[FactRow]:
        marks = ",".join("?" * len(rowids))
        links = self._rows(f"SELECT DISTINCT kind FROM fact_passages WHERE passage_id IN ({marks})", rowids)
        found: list[FactRow] = []
        for kind in (r["kind"] for r in links if not kinds or r["kind"] in kinds):
            found += self._facts(kind, f"x.id IN (SELECT fact_id FROM fact_passages WHERE passage_id IN ({marks}))", rowids)
        return found

    @property
    def cut(self) -> bool:
        """Whether the library keeps cuts that this version reads."""
        return self.remembered("names", "cut", lambda: (self.meta("cut") == VERSION,))[0]

    def said_on(self, rowids: Sequence[int], kinds: Sequence[str]) -> list[tuple[int, str]]:
        some, sorts = ",".join("?" * len(rowids)), ",".join("?" * len(kinds))
        sql = f"SELECT passage_id, fact_id, said FROM fact_passages WHERE passage_id IN ({some}) AND kind IN ({sorts})"
        found = [(r["passage_id"], r["fact_id"], r["said"]) for r in self._rows(sql, [*rowids, *kinds])] if self.cut else []
        if self.cut and self.marked.keys().isdisjoint(fact for _, fact, _ in found):
            return [(passage, said) for passage, _, said in found]
        facts = believed(self.facts_on(rowids, kinds))
        return [(at, said_by(f.fields, f.standing.section, f.quote)) for f in facts for at in f.passages if at in rowids]

    def _fact(self, kind: str, row: sqlite3.Row) -> FactRow:
        passages = tuple(map(int, row["passage_ids"].split(","))) if row["passage_ids"] else ()
        return FactRow(row["id"], kind, standing(row), row["quote"], row["extractor"], row["basis"], fields_of(kind, row), passages)

    def find(self, id_: str) -> PassageRow | FactRow | None:
        return self._found("= ?", [id_]) or self._found("BETWEEN ? AND ? || '~'", [id_, id_])  # ids hold nothing above "~"

    def _found(self, test: str, values: Sequence[str]) -> PassageRow | FactRow | None:
        """The one passage or fact whose id passes this test."""
        some = self._rows(f"SELECT id FROM passages WHERE key {test} LIMIT 2", values)
        if len(some) == 1:
            return self.passages([some[0]["id"]])[0]
        facts = [fact for kind in self.fields for fact in self._facts(kind, f"x.id {test}", values, " LIMIT 2")]
        return facts[0] if len(facts) == 1 and not some else None

    def page(self, document_id: int, index: int) -> PageRow:
        return self.remembered("pages", (document_id, index), lambda: self._page(document_id, index))

    def _page(self, document_id: int, index: int) -> PageRow:
        sql = "SELECT number, label, text, boxes, recognised, confidence, width, height FROM pages WHERE document_id = ? AND idx = ?"
        r = self._rows(sql, [document_id, index])[0]
        sizes = r["width"], r["height"]
        return PageRow(r["number"], r["label"], r["text"], r["boxes"] or b"", bool(r["recognised"]), r["confidence"], *sizes)

    def page_labels(self, document_id: int) -> list[tuple[int, str]]:
        sql = "SELECT number, label FROM pages WHERE document_id = ? AND number IS NOT NULL AND label IS NOT NULL ORDER BY idx"
        return [(r["number"], r["label"]) for r in self._rows(sql, [document_id])]

    def text_of(self, document: str) -> str | None:
        sql = "SELECT id FROM documents WHERE '/' || name LIKE '%/' || ? || '%' ORDER BY name LIMIT 1"
        found = self._rows(sql, [document])
        if not found:
            return None
        pages = self._rows("SELECT text FROM pages WHERE document_id = ? ORDER BY idx", [found[0]["id"]])
        return "\n".join(page["text"] for page in pages)

    def parts_within(self, filters: Filters) -> Any | None:
        """A mask by id of a part, false where there is none: whether it passes the filters; None without a filter."""
        return self.remembered("masks", filters, lambda: (self._parts_within(filters),))[0]

    def _parts_within(self, filters: Filters) -> Any | None:
        import numpy

        condition, values = where(filters)
        if not condition:
            return None
        (last,) = self.db.execute("SELECT coalesce(max(id), 0) FROM parts").fetchone()
        found = numpy.zeros(last + 1, bool)
        sql = f"SELECT p.id FROM parts p JOIN documents d ON d.id = p.document_id WHERE {condition}"
        found[[id_ for (id_,) in self.db.execute(sql, values)]] = True
        return found

    def coverage(self, filters: Filters) -> Coverage:
        return self.remembered("names", filters, lambda: self._coverage(filters))

    def _coverage(self, filters: Filters) -> Coverage:
        condition, values = where(filters)
        sql = f"""SELECT count(DISTINCT d.id) AS documents, min(p.date) AS since, max(p.date) AS until,
json_group_array(DISTINCT {COUNCIL}) AS councils, json_group_array(DISTINCT p.committee) AS committees
FROM parts p JOIN documents d ON d.id = p.document_id WHERE {condition or "1"}"""
        r = self._rows(sql, values)[0]
        names = [tuple(sorted(filter(None, json.loads(r[column])))) for column in ("councils", "committees")]
        return Coverage(r["documents"], r["since"], r["until"], names[0], names[1])

    def acronyms(self) -> Mapping[str, tuple[str, ...]]:
        return self.remembered("names", "acronyms", self._acronyms)

    def _acronyms(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, set[str]] = {}
        for r in self._rows("SELECT text, canonical FROM entities WHERE text = upper(text) AND canonical <> text"):
            found.setdefault(r["text"], set()).add(r["canonical"])
        return {short: tuple(sorted(long)) for short, long in found.items()}
