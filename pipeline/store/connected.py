"""A library's connections to `library.db`: one for each thread, as SQLite advises for reading from several."""

from __future__ import annotations

import sqlite3
import threading
from functools import cached_property
from pathlib import Path

from sqlite_utils import Database

FILE = "library.db"
SECONDS_TO_WAIT = 30


class Own(threading.local):
    """What each thread has of its own: a connection, and the state of the library that it saw last."""

    db: Database | None = None
    seen: tuple[int, int] | None = None


class Connected:
    """The part of a library that holds its connections."""

    folder: Path
    writable: bool

    @property
    def db(self) -> Database:
        """The connection of this thread, opened when it is first used."""
        if self._own.db is None:
            uri = f"{(self.folder / FILE).resolve().as_uri()}{'' if self.writable else '?mode=ro'}"
            self._own.db = Database(sqlite3.connect(uri, uri=True, timeout=SECONDS_TO_WAIT, check_same_thread=False))
            with self.lock:
                self._opened.append(self._own.db)
        return self._own.db

    def close(self) -> None:
        """Closes the connections of all threads, which must have ended their work."""
        with self.lock:
            while self._opened:
                self._opened.pop().close()

    @cached_property
    def lock(self) -> threading.RLock:
        """For what is made once for all threads."""
        return threading.RLock()

    @cached_property
    def _own(self) -> Own:
        return Own()

    @cached_property
    def _opened(self) -> list[Database]:
        return []
