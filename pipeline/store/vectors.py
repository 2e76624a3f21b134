"""Vectors in `library.db` by hash of model and text, and their projection `passages.faiss`."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from typing import Any

from pipeline.model.answers import FactRow, Filters
from pipeline.store.memory import Remembering
from pipeline.store.nearest import (
    DIGITS,
    EXACT_UP_TO,
    OWNER,
    Chunk,
    Nearest,
    Within,
    changed,
    differences,
    filled,
    is_lists,
    new_index,
    read_file,
    worth_changing,
    write_file,
)
from pipeline.store.schema import table

FILE = "passages.faiss"
MORE = 4
"""Vectors asked for per passage wanted: a passage has one for itself and one for each sentence."""
AT_ONCE, NOWHERE, EVERYTHING = 10_000, 0, Filters()
"""Vectors that are read at once while an index is made."""


class Vectors(Remembering):
    """The half of a library that keeps and searches meanings."""

    meta: Callable[[str], str | None]
    transaction: Callable[[], Any]
    parts_within: Callable[[Filters], Any | None]
    exact_up_to: int = EXACT_UP_TO
    _index: Nearest | None = None
    _beside: Nearest | None = None
    """What came since the file that a reader of a large library goes on with was made; None where the index is of this state."""
    _generation: int = -1

    def missing(self, model: str) -> list[tuple[str, str]]:
        """Hash and text of every meaning without a vector of this model."""
        sql = "SELECT DISTINCT m.hash, m.text FROM meanings m LEFT JOIN vectors v ON v.model = ? AND v.hash = m.hash WHERE v.hash IS NULL"
        return list(self.db.execute(sql, [model]))

    def save_vectors(self, model: str, hashes: Sequence[str], vectors: Any) -> None:
        with self.transaction():
            rows = ({"model": model, "hash": h, "vector": v.astype("<f4").tobytes()} for h, v in zip(hashes, vectors, strict=True))
            table(self.db, "vectors").insert_all(rows, replace=True)
            self.touch()

    def touch(self) -> None: ...

    def drop_unused_vectors(self) -> None:
        with self.transaction():
            self.db.execute("DELETE FROM vectors WHERE hash NOT IN (SELECT hash FROM meanings)")

    def index(self, *, write: bool = False) -> Nearest | None:
        """The index of this generation: from its file, or brought up to date where the file lags, or from the stored vectors."""
        generation = int(self.meta("generation") or 0)
        with self.lock:
            if self._generation != generation or write:
                self._index, self._beside = self._opened_index(generation, write=write)
                self._generation = generation
            return self._index

    def _opened_index(self, generation: int, *, write: bool) -> tuple[Nearest | None, Nearest | None]:
        found = read_file(self.folder / FILE)
        if found is not None and found[0] == generation:
            return found[1], None
        if found is not None and not write and is_lists(found[1].index) and (beside := self._since(found[1])):
            return found[1], beside
        nearest = self._made(self._owners(), lagging=found is not None)
        if write and nearest is not None:
            write_file(nearest, self.folder / FILE, generation)
        return nearest, None

    def _since(self, old: Nearest) -> Nearest | None:
        """An index of the vectors that came behind those of a file; None where they are too many to be compared one by one."""
        import numpy

        owners = self._owners(len(old.owners))
        wanted = numpy.flatnonzero(owners["text"])
        if len(wanted) > self.exact_up_to:
            return None
        empty = new_index(0, old.index.d, lambda _: None, self.exact_up_to)
        return Nearest(filled(empty, self._stored(wanted)), owners)

    def _made(self, owners: Any, *, lagging: bool) -> Nearest | None:
        import numpy

        wanted = numpy.flatnonzero(owners["text"])
        if not len(wanted):
            return None
        before = read_file(self.folder / FILE, mapped=False) if lagging else None
        if before is not None:
            gone, came = differences(before[1].owners, owners)
            if worth_changing(before[1].index, gone, came, self.exact_up_to):
                return Nearest(changed(before[1].index, gone, self._stored(came)), owners)
        (_, first) = next(self._stored(wanted[:1]))
        index = new_index(len(wanted), first.shape[1], lambda count: self._sample(wanted, count), self.exact_up_to)
        return Nearest(filled(index, self._stored(wanted)), owners)

    def _owners(self, first: int = 0) -> Any:
        """A row for each id of a meaning; all zeros where there is none from `first` on, or none with a vector."""
        import numpy

        sql = "SELECT m.id, m.hash, x.id, x.part_id FROM meanings m JOIN passages x ON x.id = m.passage_id \
WHERE m.id >= ? AND EXISTS (SELECT 1 FROM vectors v WHERE v.model = ? AND v.hash = m.hash)"
        (last,) = self.db.execute("SELECT max(id) FROM meanings").fetchone()
        owners = numpy.zeros((last or 0) + 1, dtype=OWNER)
        for id_, key, passage, part in self.db.execute(sql, [first, self.meta("model") or ""]):
            owners[id_] = (int(key[:DIGITS], 16) or 1, passage, part)
        return owners

    def _stored(self, ids: Any) -> Iterator[Chunk]:
        """The vectors of these meanings, some at a time. CROSS JOIN keeps SQLite from going through all vectors for each of them."""
        import numpy

        model = self.meta("model") or ""
        for at in range(0, len(ids), AT_ONCE):
            some = [int(id_) for id_ in ids[at : at + AT_ONCE]]
            sql = f"SELECT m.id, v.vector FROM meanings m CROSS JOIN vectors v ON v.model = ? AND v.hash = m.hash \
WHERE m.id IN ({','.join('?' * len(some))}) ORDER BY m.id"
            found = self.db.execute(sql, [model, *some]).fetchall()
            vectors = numpy.frombuffer(b"".join(blob for _, blob in found), dtype="<f4").reshape(len(found), -1)
            yield numpy.array([id_ for id_, _ in found], dtype="int64"), vectors

    def vectors_of(self, owners: Any) -> Iterator[Chunk]:
        """All vectors with the ids of their meanings, some at a time."""
        import numpy

        return self._stored(numpy.flatnonzero(owners["text"]))

    def _sample(self, ids: Any, count: int) -> Any:
        """About so many of the vectors, spread over the library."""
        import numpy

        return numpy.concatenate([vectors for _, vectors in self._stored(ids[:: max(1, len(ids) // count)])])

    def meaning(self, vector: Sequence[float], filters: Filters, limit: int) -> list[tuple[int, float]]:
        import numpy

        nearest = self.index()
        if nearest is None:
            return []
        best: dict[int, float] = {}
        found = self.nearest_vectors(numpy.asarray(vector, dtype="float32"), limit * MORE, filters)
        passages = self._passages_of([id_ for id_, _ in found], filters) if self._beside else nearest.owners["passage"]
        for id_, score in found:
            if (passage := int(passages[id_])) != NOWHERE:
                best.setdefault(passage, score)
        return list(best.items())[:limit]

    def _passages_of(self, ids: Sequence[int], filters: Filters) -> Mapping[int, int]:
        """By id of a meaning its passage as it is stored now; `NOWHERE` for one that is gone or outside the filters: the index lags."""
        parts, some = self.parts_within(filters), ",".join(map(str, ids))
        sql = f"SELECT m.id, x.id, x.part_id FROM meanings m JOIN passages x ON x.id = m.passage_id WHERE m.id IN ({some})"
        found = {id_: passage for id_, passage, part in self.db.execute(sql) if parts is None or parts[part]}
        return dict.fromkeys(ids, NOWHERE) | found

    def _within(self, nearest: Nearest, filters: Filters) -> Within | None:
        parts = self.parts_within(filters)
        return None if parts is None else self.remembered("masks", (nearest, filters), lambda: nearest.within(parts))

    def nearest_vectors(self, query: Any, count: int, filters: Filters = EVERYTHING) -> list[tuple[int, float]]:
        """Ids of meanings and cosines, best first; what lists of codes find is compared again with the stored vectors."""
        nearest = self.index()
        some = [one for one in (nearest, self._beside) if one is not None]
        found = [pair for one in some for pair in one.ids(query.reshape(1, -1), count, self._within(one, filters))]
        if nearest is None or not is_lists(nearest.index):
            return found
        stored = self._stored([id_ for id_, _ in found])
        exact = [(int(id_), float(score)) for ids, some in stored for id_, score in zip(ids, some @ query, strict=True)]
        return sorted(exact, key=lambda pair: (-pair[1], pair[0]))

    def sentence_vectors(self, facts: Sequence[FactRow]) -> dict[str, Any]:
        """Fact id to the unit vector of its sentence, or of its passage where that has no sentences of its own; {} without vectors."""
        import numpy

        texts = self._texts({rowid for fact in facts for rowid in fact.passages})
        chosen = {fact.id: best for fact in facts if (best := _nearest(fact.quote, [t for r in fact.passages for t in texts.get(r, ())]))}
        sql = "SELECT hash, vector FROM vectors WHERE model = ? AND hash IN (SELECT value FROM json_each(?))"
        wanted = self.db.execute(sql, [self.meta("model") or "", json.dumps(sorted(set(chosen.values())))])
        kept = {key: numpy.frombuffer(blob, dtype="<f4") for key, blob in wanted}
        return {id_: kept[key] for id_, key in chosen.items() if key in kept}

    def _texts(self, passages: Set[int]) -> dict[int, list[tuple[str, str]]]:
        """Hash and text of what stands for each of these passages."""
        found: dict[int, list[tuple[str, str]]] = defaultdict(list)
        sql = "SELECT passage_id, hash, text FROM meanings WHERE passage_id IN (SELECT value FROM json_each(?))"
        for rowid, key, text in self.db.execute(sql, [json.dumps(sorted(passages))]):
            found[rowid].append((key, " ".join(text.split())))
        return found


def _nearest(quote: str, texts: Sequence[tuple[str, str]]) -> str | None:
    """Hash of the shortest text that holds the quote, else of the longest that the quote holds, else of the first."""
    said = " ".join(quote.split())
    around = min((text for text in texts if said in text[1]), key=lambda text: len(text[1]), default=None)
    within = max((text for text in texts if text[1] in said), key=lambda text: len(text[1]), default=None)
    best = around or within or (texts[0] if texts else None)
    return best[0] if best else None
