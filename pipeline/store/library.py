"""`open_library`: the one place where a concrete store is opened."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from pipeline.errors import LibraryError, ModelError
from pipeline.lookup.text.cut import VERSION
from pipeline.store import schema
from pipeline.store.browsing import Browsing
from pipeline.store.connected import FILE
from pipeline.store.cuts import Cutting
from pipeline.store.reading import Reading
from pipeline.store.stored import FIELDS
from pipeline.store.vectors import Vectors
from pipeline.store.verifying import Verifying
from pipeline.store.wording import Wording
from pipeline.store.writing import Writing

PRIMARY = 0xFF
"""The part of SQLite's extended result codes that names the kind of failure (sqlite.org/rescode.html)."""
LOCKED = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
OUT_OF_REACH = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_PERM}


class SqliteLibrary(Browsing, Reading, Cutting, Vectors, Wording, Verifying, Writing):
    """A library folder: `library.db`, `passages.faiss`, `passages.words` where it is large, `encoder/`."""

    def __init__(self, folder: Path, *, writable: bool) -> None:
        self.folder, self.writable, self.fields = folder, writable, FIELDS

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def touch(self) -> None:
        Writing.touch(self)

    @cached_property
    def _encoder(self) -> Any:
        from pipeline.embed.encoder import Encoder

        try:
            return Encoder(self.folder / "encoder", threads=1)
        except ModelError:
            return None

    def is_word(self, word: str) -> bool:
        return self._encoder is not None and bool(self._encoder.is_word(word))

    def question_vector(self, text: str) -> Sequence[float] | None:
        if self._encoder is None or not self.meta("model"):
            return None
        vector: Sequence[float] = self._encoder.encode([text])[0]
        return vector


def open_library(folder: Path, *, create: bool = False) -> SqliteLibrary:
    """Opens a library, made anew with `create`. Raises LibraryError where there is none, or none that this version can read."""
    if not create and not (folder / FILE).is_file():
        raise LibraryError(f"There is no library in {folder}. Make one with: matters ingest PATH --library {folder}")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        library = SqliteLibrary(folder, writable=create)
        schema.migrate(library.db) if create else _check(library)
        if create:
            library.db.enable_wal()
            _cut(library)
    except (sqlite3.DatabaseError, OSError) as error:
        raise LibraryError(f"The library in {folder} cannot be opened ({error}). {_next_step(error)}") from error
    return library


def _next_step(error: sqlite3.DatabaseError | OSError) -> str:
    """What to do about a library that does not open: only one that is broken is to be made again."""
    code = getattr(error, "sqlite_errorcode", 0) & PRIMARY
    if code in LOCKED:
        return "Another run is writing it: wait until that has ended, and try again."
    if code in OUT_OF_REACH or isinstance(error, OSError):
        return "Check that you may read and write there, and that there is room."
    return "Move it away and ingest the papers again."


def _cut(library: SqliteLibrary) -> None:
    """Makes cuts again where they are of another version."""
    if library.meta("cut") != VERSION:
        with library.transaction():
            library.cut_again()
            library.set_meta("cut", VERSION)


def _check(library: SqliteLibrary) -> None:
    schema.refuse_newer(library.db)
    if schema.MIGRATIONS.pending(library.db):
        raise LibraryError(f"The library in {library.folder} is of an older version. Bring it up to date with: matters ingest PATH")
