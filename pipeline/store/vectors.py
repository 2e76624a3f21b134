"""Vectors in `library.db` by hash of model and text, and their projection `passages.faiss`."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence, Set
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
AT_ONCE = 10_000
"""Vectors that are read at once while an index is made."""


class Vectors(Remembering):
    """The half of a library that keeps and searches meanings."""

    meta: Callable[[str], str | None]
    transaction: Callable[[], Any]
    parts_within: Callable[[Filters], Any | None]
    exact_up_to: int = EXACT_UP_TO
    _index: Nearest | None = None
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
            if self._generation != generation:
                self._index, self._generation = self._opened_index(generation, write=write), generation
            return self._index

    def _opened_index(self, generation: int, *, write: bool) -> Nearest | None:
        found = read_file(self.folder / FILE)
        if found is not None and found[0] == generation:
            return found[1]
        nearest = self._made(self._owners(), lagging=found is not None)
        if write and nearest is not None:
            write_file(nearest, self.folder / FILE, generation)
        return nearest

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

    def _owners(self) -> Any:
        """A row for each id of a meaning; all zeros where there is none, or none with a vector."""
        import numpy

        sql = "SELECT m.id, m.hash, x.id, x.part_id FROM meanings m JOIN passages x ON x.id = m.passage_id \
WHERE EXISTS (SELECT 1 FROM vectors v WHERE v.model = ? AND v.hash = m.hash)"
        (last,) = self.db.execute("SELECT max(id) FROM meanings").fetchone()
        owners = numpy.zeros((last or 0) + 1, dtype=OWNER)
        for id_, key, passage, part in self.db.execute(sql, [self.meta("model") or ""]):
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
        parts, best = self.parts_within(filters), dict[int, float]()
        within = None if parts is None else self.remembered("masks", ("vectors", filters), lambda: nearest.within(parts))
        for id_, score in self.nearest_vectors(numpy.asarray(vector, dtype="float32"), limit * MORE, within):
            best.setdefault(int(nearest.owners["passage"][id_]), score)
        return list(best.items())[:limit]

    def nearest_vectors(self, query: Any, count: int, within: Within | None = None) -> list[tuple[int, float]]:
        """Ids of meanings and cosines, best first; what lists of codes find is compared again with the stored vectors."""
        nearest = self.index()
        found = nearest.ids(query.reshape(1, -1), count, within) if nearest else []
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
