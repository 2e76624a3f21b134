"""A long sequence whose end is still being worked on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar, overload

from pipeline.model.spool import Spool, kept

T = TypeVar("T")

OPEN = 2048
"""At least so many of the last items can be changed."""


class Draft(Sequence[T]):
    """A sequence under way: its last items can still be changed, earlier ones are read back from a spool."""

    def __init__(self, open_: int = OPEN) -> None:
        self._written: Spool[T] = Spool()
        self._last: list[T] = []
        self._open = open_

    def append(self, item: T) -> None:
        self._last.append(item)
        if len(self._last) > 2 * self._open:
            for early in self._last[: self._open]:
                self._written.add(early)
            del self._last[: self._open]

    def __len__(self) -> int:
        return len(self._written) + len(self._last)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...
    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        place = (index + len(self) if index < 0 else index) - len(self._written)
        return self._last[place] if place >= 0 else self._written[place + len(self._written)]

    def __setitem__(self, index: int, item: T) -> None:
        """Raises IndexError for an item that is no longer among the last."""
        place = (index + len(self) if index < 0 else index) - len(self._written)
        if place < 0:
            raise IndexError(index)
        self._last[place] = item

    def done(self) -> Sequence[T]:
        """The whole, in memory where it is short."""
        if not len(self._written):
            return kept(self._last)
        for item in self._last:
            self._written.add(item)
        self._last = []
        return self._written
