"""A small library in memory: the `Library` port over lists, with SQLite's own full-text search and hashed words for meaning."""

from __future__ import annotations

import hashlib
import math
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pipeline.lookup.facts import believed
from pipeline.lookup.text.cut import said_by
from pipeline.lookup.text.terms import stems
from pipeline.lookup.understanding.words import COLUMNS, any_of
from pipeline.model.answers import Coverage, FactRow, Filters, Mark, PageRow, PassageRow, Standing
from pipeline.model.documents import Place

DIMENSIONS = 64


@dataclass(frozen=True)
class Paper:
    """A paper of one part: each line of `lines` is (heading, paragraph number or None, words) and a passage of its own."""

    name: str
    lines: Sequence[tuple[str, str | None, str]]
    kind: str = "minutes"
    date: str | None = "2024-03-05"
    committee: str | None = "Adults Committee"
    council: str = "Aldermere County Council"
    title: str = "Minutes"
    readings: Mapping[int, str] = field(default_factory=dict)
    url: str | None = None


class FakeLibrary:
    def __init__(self, papers: Sequence[Paper], acronyms: Mapping[str, tuple[str, ...]] | None = None) -> None:
        self.papers = list(papers)
        self.texts = ["\n".join(words for _, _, words in paper.lines) for paper in papers]
        self.rows: list[PassageRow] = []
        self.stored: list[FactRow] = []
        self._acronyms = acronyms or {}
        self.vectors: dict[str, Any] = {}
        self.marked: dict[str, Mark] = {}
        self.db = sqlite3.connect(":memory:")
        self.db.execute("CREATE VIRTUAL TABLE f USING fts5(title, breadcrumb, words, reading, tokenize='porter unicode61')")
        self.db.execute("CREATE VIRTUAL TABLE v USING fts5vocab(f, 'row')")
        for document, paper in enumerate(self.papers):
            self._shelve(document, paper)

    def _shelve(self, document: int, paper: Paper) -> None:
        at = 0
        for ordinal, (heading, number, words) in enumerate(paper.lines):
            rowid, reading = len(self.rows) + 1, paper.readings.get(ordinal)
            standing = self.standing(document, at, at + len(words), heading, number)
            self.rows.append(PassageRow(rowid, f"p-{rowid}", standing, words, words, reading, False, ordinal, document, None))
            self.db.execute("INSERT INTO f VALUES (?, ?, ?, ?)", [paper.title, heading, words, reading or ""])
            at += len(words) + 1

    def standing(self, document: int, start: int, end: int, heading: str = "", number: str | None = None) -> Standing:
        paper = self.papers[document]
        section = (heading,) if heading else ()
        return Standing(
            document, paper.name, paper.title, hashlib.sha256(paper.name.encode()).hexdigest(), paper.council, paper.kind, paper.committee,
            paper.date, paper.title, section, number, (Place(0, start, end),), paper.url, "text",
        )  # fmt: skip

    def add_fact(self, kind: str, document: int, quote: str, **fields: Any) -> FactRow:
        """A fact whose quote stands in that paper."""
        at = self.texts[document].index(quote)
        held = self.passages_at(document, at, at + len(quote))
        above = self.rows[held[0] - 1].standing
        standing = replace(self.standing(document, at, at + len(quote)), section=above.section, paragraph=above.paragraph)
        fact = FactRow(f"{kind[0]}-{len(self.stored)}", kind, standing, quote, "test 1", "stated", fields, tuple(held))
        self.stored.append(fact)
        return fact

    def _within(self, standing: Standing, filters: Filters) -> bool:
        when = standing.meeting_date or ""
        return (
            (filters.council or "").lower() in (standing.council or "").lower()
            and (filters.committee or "").lower() in (standing.committee or "").lower()
            and (filters.document or "").lower() in f"{standing.document} {standing.document_title}".lower()
            and filters.kind in (None, standing.kind)
            and (filters.since or "") <= when
            and (filters.until is None or when <= filters.until)
        )

    def words(self, match: str, filters: Filters, limit: int, weights: Sequence[float] = ()) -> list[tuple[int, float]]:
        rank = f"bm25(f, {', '.join(map(str, weights or (1.0,) * 4))})"
        found = self.db.execute(f"SELECT rowid, -{rank} AS score FROM f WHERE f MATCH ? ORDER BY score DESC", [match]).fetchall()
        return [(r, s) for r, s in found if self._within(self.rows[r - 1].standing, filters)][:limit]

    def any_of(self, printed: Sequence[str], filters: Filters, limit: int) -> list[tuple[int, float]]:
        return self.words(any_of(printed), filters, limit, COLUMNS) if printed else []

    def frequencies(self, terms: Iterable[str]) -> Mapping[str, int]:
        wanted = set(terms)
        return {term: n for term, n in self.db.execute("SELECT term, doc FROM v") if term in wanted}

    def size(self) -> int:
        return len(self.rows)

    def is_word(self, _word: str) -> bool:
        return False

    def question_vector(self, text: str) -> Sequence[float] | None:
        vector = [0.0] * DIMENSIONS
        for stem in stems(text):
            vector[hashlib.sha256(stem.encode()).digest()[0] % DIMENSIONS] += 1.0
        length = math.sqrt(sum(v * v for v in vector)) or 1.0
        return [v / length for v in vector]

    def meaning(self, vector: Sequence[float], filters: Filters, limit: int) -> list[tuple[int, float]]:
        rows = [row for row in self.rows if self._within(row.standing, filters)]
        near = [(row.rowid, sum(a * b for a, b in zip(vector, self.question_vector(row.words) or (), strict=True))) for row in rows]
        return sorted(near, key=lambda pair: -pair[1])[:limit]

    def passages(self, rowids: Sequence[int]) -> list[PassageRow]:
        return [self.rows[r - 1] for r in rowids]

    def neighbours(self, row: PassageRow, before: int, after: int) -> list[PassageRow]:
        same = [r for r in self.rows if r.standing.document_id == row.standing.document_id]
        return [r for r in same if row.ordinal - before <= r.ordinal <= row.ordinal + after]

    def passages_at(self, document_id: int, start: int, end: int) -> list[int]:
        held = [(r.rowid, r.standing) for r in self.rows]
        return [i for i, s in held if s.document_id == document_id and s.places[0].start < end and s.places[0].end > start]

    def facts(self, kind: str, filters: Filters, limit: int = 0) -> list[FactRow]:
        found = [f for f in self.stored if f.kind == kind and self._within(f.standing, filters)]
        return found[: limit or None]

    def few(self, kind: str, filters: Filters, most: int) -> list[FactRow]:
        found = self.facts(kind, filters)
        return found if len(found) <= most else []

    def repeated(self, kind: str, parts: Iterable[int]) -> list[FactRow]:
        wanted = set(parts)
        return [f for f in self.stored if f.kind == kind and f.standing.repeat_of in wanted]

    def facts_on(self, rowids: Sequence[int], kinds: Sequence[str] = ()) -> list[FactRow]:
        return [f for f in self.stored if set(f.passages) & set(rowids) and (not kinds or f.kind in kinds)]

    def said_on(self, rowids: Sequence[int], kinds: Sequence[str]) -> list[tuple[int, str]]:
        facts = believed(self.facts_on(rowids, kinds))
        return [(at, said_by(f.fields, f.standing.section, f.quote)) for f in facts for at in f.passages if at in rowids]

    def sentence_vectors(self, facts: Sequence[FactRow]) -> Mapping[str, Any]:
        return {fact.id: self.vectors[fact.id] for fact in facts if fact.id in self.vectors}

    def find(self, id_: str) -> PassageRow | FactRow | None:
        return next((row for row in (*self.rows, *self.stored) if row.id == id_), None)

    def page(self, document_id: int, index: int) -> PageRow:
        assert index == 0, "a fake paper is one page"
        return PageRow(None, None, self.texts[document_id], b"", False, None)

    def text_of(self, document: str) -> str | None:
        names = (paper.name.rsplit("/", 1)[-1] for paper in self.papers)
        return next((text for name, text in zip(names, self.texts, strict=True) if name.startswith(document)), None)

    def coverage(self, filters: Filters) -> Coverage:
        some = [p for d, p in enumerate(self.papers) if self._within(self.standing(d, 0, 1), filters)]
        dates = sorted(p.date for p in some if p.date)
        names = [tuple(sorted({str(n) for p in some if (n := getattr(p, field))})) for field in ("council", "committee")]
        return Coverage(len(some), dates[0] if dates else None, dates[-1] if dates else None, names[0], names[1])

    def acronyms(self) -> Mapping[str, tuple[str, ...]]:
        return self._acronyms
