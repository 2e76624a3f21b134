"""Makes postings out of a full-text index of SQLite, and keeps them in a file that is mapped.

The file is a header (whose generation it is of, how long it is, how long each column is) and the columns. One that is torn, of another
make or missing counts as none.
"""

from __future__ import annotations

import os
import sqlite3
import struct
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from pipeline.store.postings import Postings, norm, shared
from pipeline.store.schema import FTS_COLUMNS, FTS_TOKENS

MAGIC = b"mwords01"
COLUMNS: Mapping[str, str] = {
    "ends": "<i8", "starts": "<i8", "froms": "<i8", "stamps": "<i8", "lengths": "<f8", "norms": "<f4", "weights": "<f4", "parts": "<i4",
    "passages": "<i4", "columns": "<u4", "places": "<u4", "shares": "<u2", "letters": "u1",
}  # fmt: skip
"""The columns in the order of the file, wide numbers first so that each begins where its numbers may."""
HEADER = struct.Struct(f"<8sqq{len(COLUMNS)}q")
OFFSET_BITS = 20
"""Of the number of a word in its column, while it is read."""
WIDE, TOGETHER = len(FTS_COLUMNS), 1_000_000
"""Columns of a passage, and characters in which SQLite gives the places of the terms that are read together."""
assert set(COLUMNS) == {field.name for field in fields(Postings)}


def posted(connection: sqlite3.Connection, weights: Sequence[float], parts: Any, stamps: Any, average: float | None = None) -> Postings:
    """The postings of `passages_fts` of this connection; `average` length of a passage, where these are few of many."""
    import numpy

    sizes = _sizes(connection, len(parts))
    whole = sizes.sum(axis=1)
    lengths = numpy.array([numpy.count_nonzero(parts), whole.sum()], "f8")
    columns = (numpy.cumsum(sizes + 1) - sizes.ravel() - 1).astype("u4")
    norms, weighed = norm(whole, average or lengths[1] / max(1, lengths[0])).astype("f4"), numpy.array(weights, "f4")
    terms: list[bytes] = []
    made: dict[str, list[Any]] = {name: [] for name in ("passages", "shares", "places", "starts", "froms")}
    for some, counts, found in _found(connection):
        slots, numbers = found >> OFFSET_BITS, numpy.repeat(numpy.arange(len(some)), counts)
        ids, shares, firsts = shared(slots, weighed, norms, numbers)
        terms += some
        of_terms = numpy.bincount(numbers[firsts], minlength=len(some))
        places = columns[slots] + (found & ((1 << OFFSET_BITS) - 1))
        for name, column in zip(made, (ids, shares, places, of_terms, counts), strict=True):
            made[name].append(column.astype(COLUMNS[name]))
    joined = {name: numpy.concatenate([numpy.zeros(0, COLUMNS[name]), *some]) for name, some in made.items()}
    joined |= {name: _bounds(joined[name]) for name in ("starts", "froms")}
    letters, ends = numpy.frombuffer(b"".join(terms), "u1"), _bounds([len(term) for term in terms])
    return Postings(letters, ends, **joined, columns=columns, norms=norms, parts=parts, stamps=stamps, weights=weighed, lengths=lengths)


def _bounds(lengths: Any) -> Any:
    """Where each begins, and where the last ends, when they stand one behind the other."""
    import numpy

    return numpy.concatenate([[0], numpy.cumsum(lengths)]).astype("<i8")


def _sizes(connection: sqlite3.Connection, count: int) -> Any:
    """Words of each column of each passage by its id."""
    import numpy

    sizes = numpy.zeros((count, WIDE), "i8")
    for id_, packed in connection.execute("SELECT id, sz FROM passages_fts_docsize"):
        sizes[id_] = tuple(packed) if len(packed) == WIDE else tuple(_numbers(packed))
    return sizes


def _numbers(packed: bytes) -> Iterator[int]:
    """SQLite's numbers of variable length: seven bits a byte, the eighth where more follow."""
    value = 0
    for byte in packed:
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            yield value
            value = 0


def _found(connection: sqlite3.Connection) -> Iterator[tuple[list[bytes], Any, Any]]:
    """Some terms, rising, how many places each has, and these places (passage, column, number in it), rising for each term.

    SQLite gives them as text, which costs a tenth of rows; rare terms, of which there are many, are read together.
    """
    connection.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.found USING fts5vocab(main, passages_fts, instance)")
    column = " ".join(f"WHEN '{name}' THEN {at}" for at, name in enumerate(FTS_COLUMNS))
    sql = f"SELECT term, group_concat(((doc * {WIDE} + CASE col {column} END) << {OFFSET_BITS}) + offset) FROM temp.found GROUP BY term"
    terms: list[bytes] = []
    texts: list[str] = []
    length = 0
    for term, text in connection.execute(sql):
        terms.append(term.encode())
        texts.append(text)
        length += len(text)
        if length > TOGETHER:
            yield _read(terms, texts)
            terms, texts, length = [], [], 0
    if terms:
        yield _read(terms, texts)


def _read(terms: list[bytes], texts: list[str]) -> tuple[list[bytes], Any, Any]:
    import numpy

    counts = numpy.array([text.count(",") + 1 for text in texts])
    found = numpy.fromstring(",".join(texts), "i8", sep=",")
    numbers = numpy.repeat(numpy.arange(len(terms)), counts)
    return terms, counts, found[numpy.lexsort((found, numbers))]


def empty_index() -> sqlite3.Connection:
    """An empty full-text index in memory that cuts words as the library's does."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute(f"CREATE VIRTUAL TABLE passages_fts USING fts5({', '.join(FTS_COLUMNS)}, tokenize='{FTS_TOKENS}')")
    return connection


def read_file(file: Path) -> tuple[int, Postings] | None:
    """Generation and postings of a file; None where it is missing, torn or of another make."""
    import numpy

    try:
        mapped = numpy.asarray(numpy.memmap(file, "u1", "r"))
    except (OSError, ValueError):  # missing; empty
        return None
    if len(mapped) < HEADER.size:
        return None
    magic, generation, size, *counts = HEADER.unpack(mapped[: HEADER.size].tobytes())
    if magic != MAGIC or size != len(mapped):
        return None
    at, columns = HEADER.size, {}
    for (name, kind), count in zip(COLUMNS.items(), counts, strict=True):
        end = at + count * numpy.dtype(kind).itemsize
        columns[name] = mapped[at:end].view(kind)
        at = end
    return generation, Postings(**columns)


def write_file(postings: Postings, file: Path, generation: int) -> None:
    """To a temporary name first: a reader sees the old file or the new one, and keeps the old one that it has mapped."""
    import numpy

    handle, name = tempfile.mkstemp(prefix=".words-", dir=file.parent)
    whole = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            columns = [numpy.ascontiguousarray(getattr(postings, column), kind) for column, kind in COLUMNS.items()]
            size = HEADER.size + sum(column.nbytes for column in columns)
            stream.write(HEADER.pack(MAGIC, generation, size, *map(len, columns)))
            for column in columns:
                stream.write(column.data)
        whole.replace(file)
    finally:
        whole.unlink(missing_ok=True)
