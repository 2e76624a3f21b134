"""Saving documents: one transaction each, so that a run killed anywhere leaves whole documents only."""

from __future__ import annotations

import datetime
import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby, islice
from operator import itemgetter
from typing import Any

from pipeline.errors import LibraryError
from pipeline.kinds.titled import title_of
from pipeline.language.shingles import sketch
from pipeline.lookup.text.cut import packed
from pipeline.model.documents import Issue, Source
from pipeline.model.evidence import joined
from pipeline.model.facts import KINDS, Fact
from pipeline.model.printings import Repeat, Whose
from pipeline.model.structure import Structure
from pipeline.store.connected import Connected
from pipeline.store.cuts import said_in
from pipeline.store.rows import FactRecords, Ids, Record, places
from pipeline.store.schema import table

AT_ONCE = 500
"""Rows of facts held in memory while they are written."""
FACT_TABLES = ("sections", *(kind.KIND for kind in KINDS))


def text_hash(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=12).hexdigest()


class Writing(Connected):
    """The half of a library that writes."""

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing; a full disk or a lock becomes a LibraryError."""
        try:
            with self.db.atomic():
                yield
        except sqlite3.OperationalError as error:
            raise LibraryError(
                f"The library could not be written ({error}); nothing half-done was kept. Make room, end other runs or take another folder."
            ) from error

    def save(self, structure: Structure, facts: Sequence[Fact], meanings: Sequence[Sequence[str]], *, code: str) -> int:
        """Stores a document in place of what stood under its name; `meanings` are the texts to embed for each passage.

        Returns the id of the document.
        """
        document = structure.document
        with self.transaction():
            self.forget([document.source.name])
            document_id = self._document(structure, code)
            part_ids = self._parts(structure, document_id)
            records = FactRecords(structure, part_ids, document_id, Ids(document.source.name))
            passage_ids = self._passages(structure, records, document_id, part_ids)
            self._meanings(passage_ids, meanings)
            table(self.db, "sections").insert_all(records.sections())
            self._save_facts(records.facts(facts), document_id)
            self._issues(document.source.name, document_id, (*document.issues, *structure.issues))
            self.touch()
        return document_id

    def _insert(self, name: str, row: Record) -> int:
        """Inserts a row and returns its integer key."""
        return int(table(self.db, name).insert(row).last_rowid or 0)

    def _document(self, structure: Structure, code: str) -> int:
        document, source = structure.document, structure.document.source
        stated = source.stated
        first = next((part for part in structure.parts if part.council), None)
        title = title_of(document, structure.parts)
        row = {
            "name": source.name, "path": str(source.path.resolve()), "sha256": source.sha256, "size": source.size, "title": title,
            "council": stated.get("council") or (first.council if first else None), "url": stated.get("url") or document.url,
            "published": stated.get("published") or document.published, "media": document.media, "reader": document.reader,
            "code": code, "length": len(document.text), "same_as": None, "metadata": json.dumps(dict(document.metadata)),
            "ingested": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
        }  # fmt: skip
        document_id = self._insert("documents", row)
        table(self.db, "pages").insert_all(
            {
                "document_id": document_id, "idx": idx, "number": page.number, "label": page.label, "start": page.start,
                "text": page.text, "width": page.width, "height": page.height, "boxes": page.boxes,
                "recognised": int(page.recognised), "confidence": page.confidence,
            }
            for idx, page in enumerate(document.pages)
        )  # fmt: skip
        return document_id

    def _parts(self, structure: Structure, document_id: int) -> list[int]:
        published = structure.document.source.stated.get("published") or structure.document.published
        council = structure.document.source.stated.get("council")
        ids: list[int] = []
        for part in structure.parts:
            row = {
                "document_id": document_id, "idx": part.index, "kind": part.kind, "title": part.title, "council": council or part.council,
                "committee": part.committee, "meeting_date": part.meeting_date, "date": part.meeting_date or published,
                "item": part.item, "label": part.label, "within": ids[part.within] if part.within is not None else None,
                "start": part.start, "end": part.end, "version": part.version,
                "sketch": sketch(p.text for p in structure.paragraphs_of(part)),
            }  # fmt: skip
            ids.append(self._insert("parts", row))
        return ids

    def _passages(self, structure: Structure, records: FactRecords, document_id: int, part_ids: Sequence[int]) -> list[int]:
        document, ids = structure.document, []
        for passage in structure.passages:
            spans = joined(document, passage.spans)
            text = document.quote(spans)
            path = structure.path(passage.section)
            first = structure.paragraphs[passage.paragraphs[0]] if passage.paragraphs else None
            row = {
                "key": records.ids.next("p", text), "document_id": document_id, "part_id": part_ids[passage.part],
                "ordinal": passage.index, "start": spans[0].start, "end": spans[-1].end,
                "headings": json.dumps(path, ensure_ascii=False),
                "section_id": records.section_ids[passage.section] if passage.section is not None else None,
                "cited_as": first.label if first else None, "places": places(document, spans), "text": text,
                "title": structure.parts[passage.part].title, "breadcrumb": " > ".join(path), "words": passage.words,
                "reading": passage.reading, "boilerplate": int(passage.boilerplate),
            }  # fmt: skip
            ids.append(self._insert("passages", row))
            table(self.db, "cuts").insert({"id": ids[-1], "cut": packed(passage.words, passage.reading)})
        return ids

    def _meanings(self, passage_ids: Sequence[int], meanings: Sequence[Sequence[str]]) -> None:
        pairs = ((id_, text) for id_, texts in zip(passage_ids, meanings, strict=True) for text in texts)
        table(self.db, "meanings").insert_all({"passage_id": id_, "hash": text_hash(text), "text": text} for id_, text in pairs)

    def _save_facts(self, records: Iterable[tuple[str, Record]], document_id: int) -> None:
        """Facts, some at a time: rows of each kind stand together."""
        spans = list(self.db.execute("SELECT id, start, end FROM passages WHERE document_id = ? ORDER BY start", [document_id]))
        starts = [start for _, start, _ in spans]
        for kind, some in groupby(records, key=itemgetter(0)):
            while rows := [row for _, row in islice(some, AT_ONCE)]:
                table(self.db, kind).insert_all(rows)
                if kind != "entities":
                    self._link(kind, rows, spans, starts)

    def _link(self, kind: str, rows: Iterable[Record], spans: Sequence[tuple[int, int, int]], starts: Sequence[int]) -> None:
        """Which passages hold the words of each fact."""
        found = ((row, id_) for row in rows for id_ in overlapping(spans, starts, row["start"], row["end"]))
        table(self.db, "fact_passages").insert_all(
            {"fact_id": row["id"], "kind": kind, "passage_id": id_, "said": said_in(kind, row)} for row, id_ in found
        )

    def _issues(self, name: str, document_id: int | None, issues: Iterable[Issue]) -> None:
        table(self.db, "issues").insert_all(
            {"document": name, "document_id": document_id, "stage": i.stage, "message": i.message, "page": i.page} for i in issues
        )

    def save_skipped(self, name: str, stage: str, message: str) -> None:
        """Keeps a file that could not be read among the issues, in place of what was said of it before."""
        with self.transaction():
            table(self.db, "issues").delete_where("document = ? AND document_id IS NULL", [name])
            self._issues(name, None, [Issue(stage, message)])

    def save_same(self, source: Source, same_as: str, code: str) -> None:
        """A file whose content is in the library under another name: kept by name, read once."""
        with self.transaction():
            self.forget([source.name])
            row = {"name": source.name, "path": str(source.path.resolve()), "sha256": source.sha256, "size": source.size, "code": code}
            table(self.db, "documents").insert({**row, "same_as": same_as, "title": source.name, "media": "", "reader": "", "length": 0})

    def forget(self, names: Iterable[str]) -> None:
        """Removes documents and all that came from them."""
        for name in names:
            table(self.db, "issues").delete_where("document = ?", [name])
            for (id_,) in self.db.execute("SELECT id FROM documents WHERE name = ?", [name]).fetchall():
                self.db.execute("DELETE FROM meanings WHERE passage_id IN (SELECT id FROM passages WHERE document_id = ?)", [id_])
                self.db.execute("DELETE FROM cuts WHERE id IN (SELECT id FROM passages WHERE document_id = ?)", [id_])
                self.db.execute("DELETE FROM fact_passages WHERE passage_id IN (SELECT id FROM passages WHERE document_id = ?)", [id_])
                self.db.execute("UPDATE parts SET repeat_of = NULL WHERE repeat_of IN (SELECT id FROM parts WHERE document_id = ?)", [id_])
                for name_ in (*FACT_TABLES, "passages", "parts", "pages", "documents"):
                    column = "id" if name_ == "documents" else "document_id"
                    table(self.db, name_).delete_where(f"{column} = ?", [id_])
                self.touch()

    def known(self) -> dict[str, tuple[str, str, str | None]]:
        """Name of each document to its sha256, the code that read it, and the document it equals (None: it was read itself)."""
        return {r[0]: (r[1], r[2], r[3]) for r in self.db.execute("SELECT name, sha256, code, same_as FROM documents")}

    def set_fields(self, kind: str, id_: str, values: dict[str, Any]) -> None:
        """What `link` found out about a stored fact."""
        table(self.db, kind).update(id_, values)

    def set_repeats(self, found: Iterable[Repeat]) -> None:
        """Which parts are printings of others, in place of what was known before."""
        self.db.execute("UPDATE parts SET repeat_of = NULL, superseded = NULL WHERE repeat_of IS NOT NULL")
        for one in found:
            table(self.db, "parts").update(one.part, {"repeat_of": one.of, "superseded": int(one.superseded)})

    def set_councils(self, found: Iterable[Whose]) -> None:
        """Councils of parts that print none, in place of what was derived before."""
        self.db.execute("UPDATE parts SET council_derived = NULL WHERE council_derived IS NOT NULL")
        for one in found:
            table(self.db, "parts").update(one.part, {"council_derived": one.council})

    def touch(self) -> None:
        """Raises the generation: projections older than it are rebuilt."""
        self.set_meta("generation", str(int(self.meta("generation") or 0) + 1))

    def meta(self, key: str) -> str | None:
        row = self.db.execute("SELECT value FROM meta WHERE key = ?", [key]).fetchone()
        return row[0] if row else None

    def set_meta(self, key: str, value: str) -> None:
        with self.transaction():
            table(self.db, "meta").upsert({"key": key, "value": value}, pk="key")


def overlapping(spans: Sequence[tuple[int, int, int]], starts: Sequence[int], start: int, end: int) -> Iterator[int]:
    """Ids of spans (id, start, end), sorted by start, that share characters with start to end."""
    from bisect import bisect_left

    for id_, low, high in spans[max(0, bisect_left(starts, start) - 8) : bisect_left(starts, max(end, start + 1))]:
        if low < end and high > start:
            yield id_
