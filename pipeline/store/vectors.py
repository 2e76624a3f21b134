"""Vectors in `library.db` by hash of model and text, and their projection `passages.faiss`."""

from __future__ import annotations

import json
import os
import struct
import tempfile
from collections import defaultdict
from collections.abc import Callable, Sequence, Set
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from pipeline.model.answers import FactRow, Filters
from pipeline.store.conditions import where
from pipeline.store.schema import table

HEADER = struct.Struct("<8sq")
MAGIC = b"matters1"
FILE = "passages.faiss"
MORE = 4
"""Vectors asked for per passage wanted: a passage has one for itself and one for each sentence."""


class Vectors:
    """The half of a library that keeps and searches meanings."""

    db: Database
    folder: Path
    meta: Callable[[str], str | None]
    transaction: Callable[[], Any]
    _index: Any = None
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

    def _stored(self, model: str) -> tuple[list[int], Any]:
        import numpy

        sql = "SELECT m.id, v.vector FROM meanings m JOIN vectors v ON v.model = ? AND v.hash = m.hash ORDER BY m.id"
        ids, blobs = [], []
        for id_, blob in self.db.execute(sql, [model]):
            ids.append(id_)
            blobs.append(blob)
        flat = numpy.frombuffer(b"".join(blobs), dtype="<f4")
        return ids, flat.reshape(len(ids), -1) if ids else flat

    def index(self, *, write: bool = False) -> Any:
        """The FAISS index of this generation: from its file, or from the stored vectors where the file lags or is missing."""
        generation = int(self.meta("generation") or 0)
        if self._index is not None and self._generation == generation:
            return self._index
        index = read_index(self.folder / FILE, generation)
        if index is None:
            index = self._build()
            if write and index is not None:
                write_index(index, self.folder / FILE, generation)
        self._index, self._generation = index, generation
        return index

    def _build(self) -> Any:
        import faiss
        import numpy

        ids, vectors = self._stored(self.meta("model") or "")
        if not ids:
            return None
        index = faiss.IndexIDMap2(faiss.IndexFlatIP(vectors.shape[1]))
        index.add_with_ids(numpy.ascontiguousarray(vectors), numpy.array(ids, dtype="int64"))
        return index

    def meaning(self, vector: Sequence[float], filters: Filters, limit: int) -> list[tuple[int, float]]:
        import faiss
        import numpy

        index = self.index()
        if index is None:
            return []
        options = selector = None
        condition, values = where(filters)
        if condition:
            sql = f"SELECT m.id FROM meanings m JOIN passages x ON x.id = m.passage_id JOIN parts p ON p.id = x.part_id \
JOIN documents d ON d.id = x.document_id WHERE {condition}"
            allowed = numpy.array([id_ for (id_,) in self.db.execute(sql, values)], dtype="int64")
            options = faiss.SearchParameters()
            options.sel = selector = faiss.IDSelectorBatch(allowed)  # faiss keeps no reference: `selector` does
        query = numpy.asarray(vector, dtype="float32").reshape(1, -1)
        scores, ids = index.search(query, min(limit * MORE, index.ntotal), params=options)
        del selector
        return self._best_by_passage([(int(i), float(s)) for i, s in zip(ids[0], scores[0], strict=True) if i >= 0], limit)

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

    def _best_by_passage(self, found: list[tuple[int, float]], limit: int) -> list[tuple[int, float]]:
        marks = ",".join("?" * len(found))
        owner = dict(self.db.execute(f"SELECT id, passage_id FROM meanings WHERE id IN ({marks})", [i for i, _ in found]))
        best: dict[int, float] = {}
        for id_, score in found:
            if id_ in owner:
                best.setdefault(owner[id_], score)
        return list(best.items())[:limit]


def _nearest(quote: str, texts: Sequence[tuple[str, str]]) -> str | None:
    """Hash of the shortest text that holds the quote, else of the longest that the quote holds, else of the first."""
    said = " ".join(quote.split())
    around = min((text for text in texts if said in text[1]), key=lambda text: len(text[1]), default=None)
    within = max((text for text in texts if text[1] in said), key=lambda text: len(text[1]), default=None)
    best = around or within or (texts[0] if texts else None)
    return best[0] if best else None


def read_index(file: Path, generation: int) -> Any:
    """None where the file is missing, broken or of another generation."""
    try:
        raw = file.read_bytes()
    except OSError:
        return None
    if len(raw) < HEADER.size or HEADER.unpack_from(raw) != (MAGIC, generation):
        return None
    import faiss
    import numpy

    try:
        return faiss.deserialize_index(numpy.frombuffer(raw, dtype="uint8", offset=HEADER.size))
    except RuntimeError:
        return None


def write_index(index: Any, file: Path, generation: int) -> None:
    """To a temporary name first: a reader sees the old file or the new one."""
    import faiss

    handle, name = tempfile.mkstemp(prefix=".passages-", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(HEADER.pack(MAGIC, generation))
            stream.write(faiss.serialize_index(index).tobytes())
        Path(name).replace(file)
    finally:
        Path(name).unlink(missing_ok=True)
