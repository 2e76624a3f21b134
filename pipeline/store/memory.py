"""What was read stays in memory until the library changes: questions read the same pages, passages and names again and again.

Comes in: what is read, and how to read it. Goes out: the same as reading it again would give. A change by this connection is seen from
its count of changed rows, one by another from SQLite's `data_version`, which costs three microseconds; inside a transaction, which may
be rolled back, nothing is remembered. Threads share what is remembered, each has its connection.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from functools import cached_property
from typing import Any, TypeVar

from pipeline.store.connected import Connected

T = TypeVar("T")
MOST = {"pages": 64, "passages": 4096, "facts": 16, "names": 256, "terms": 20_000, "whole": 8, "masks": 8, "held": 32, "drawings": 32}
"""How many are remembered of each sort. A passage takes about 5 KB; a page of a text file may be the whole file."""


class Shelf:
    """The last things of one sort."""

    def __init__(self, most: int) -> None:
        self._most, self._held, self._lock = most, dict[Any, Any](), threading.Lock()

    def get(self, key: Hashable) -> Any:
        """None where it is not remembered."""
        return self._held.get(key)

    def keep(self, key: Hashable, value: Any) -> None:
        """The oldest goes where there are too many."""
        with self._lock:
            self._held[key] = value
            if len(self._held) > self._most:
                del self._held[next(iter(self._held))]


class Remembering(Connected):
    """The part of a library that remembers."""

    def shelf(self, sort: str) -> Shelf:
        """What is remembered of a sort (a key of `MOST`): nothing after a change, nor while a transaction is open."""
        connection = self.db.conn
        if connection.in_transaction:
            self._own.seen = None
            return Shelf(MOST[sort])
        seen = (connection.execute("PRAGMA data_version").fetchone()[0], connection.total_changes)
        if seen != self._own.seen:
            self._own.seen, self._shelves = seen, _shelves()
        return self._shelves[sort]

    def remembered(self, sort: str, key: Hashable, read: Callable[[], T]) -> T:
        """What `read` gives, read once. It must not be None, and nobody may change it."""
        shelf = self.shelf(sort)
        found: T | None = shelf.get(key)
        if found is None:
            found = read()
            shelf.keep(key, found)
        return found

    @cached_property
    def _shelves(self) -> dict[str, Shelf]:
        return _shelves()


def _shelves() -> dict[str, Shelf]:
    return {name: Shelf(most) for name, most in MOST.items()}
