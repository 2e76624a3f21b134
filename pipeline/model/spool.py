"""Long sequences kept in a temporary file, so that a file of 3,000 pages needs little more memory than one of 300.

`kept` makes a sequence of what a stage finds: a tuple where it is short, else a `Spool`, read back batch by batch as it is asked for.
`pack` and `unpack` take a value with spools in it from one process to another by file: the spools go by name, and are never copied.
"""

from __future__ import annotations

import pickle
import shutil
import tempfile
import weakref
from array import array
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import IO, Any, TypeVar, overload

T = TypeVar("T")

SHORT = 4096
"""So many items stay in memory."""
BATCH = 256
"""Items that are written, and read back, together."""
AT_HAND = 4
"""Batches held in memory of one spool: reading goes forwards, with a look back or ahead."""


class Spool(Sequence[T]):
    """Items in a temporary file that goes with the last reference to it. Add all, then read.

    The file is in `folder`, else where the system keeps temporary files.
    """

    def __init__(self, items: Iterable[T] = (), *, batch: int = BATCH, folder: Path | None = None) -> None:
        self._batch, self._folder, self._length, self._ends = batch, folder, 0, array("Q", [0])
        self._begin(None)
        for item in items:
            self.add(item)

    def _begin(self, file: IO[bytes] | None) -> None:
        self._file = file
        self._waiting: list[T] = []
        self._held: OrderedDict[int, list[T]] = OrderedDict()
        self._closer = weakref.finalize(self, _remove, file) if file else None

    def _opened(self) -> IO[bytes]:
        """The file, made when the first batch is full."""
        if self._file is None:
            self._file = tempfile.NamedTemporaryFile(dir=self._folder, prefix="spool-", delete=False)  # noqa: SIM115  (open as long as the spool)
            self._closer = weakref.finalize(self, _remove, self._file)
        return self._file

    def add(self, item: T) -> int:
        """Puts an item at the end and returns its index."""
        self._waiting.append(item)
        self._length += 1
        if len(self._waiting) == self._batch:
            self._write()
        return self._length - 1

    def _write(self) -> None:
        file = self._opened()
        file.seek(self._ends[-1])
        pickle.dump(self._waiting, file, pickle.HIGHEST_PROTOCOL)
        self._ends.append(file.tell())
        self._waiting = []

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[T]:
        for number in range(len(self._ends) - 1):
            yield from self._held.get(number) or self._read(number)
        yield from self._waiting

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...
    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(self._length)))
        if index < 0:
            index += self._length
        if not 0 <= index < self._length:
            raise IndexError(index)
        number, place = divmod(index, self._batch)
        return self._waiting[place] if number == len(self._ends) - 1 else self._batch_of(number)[place]

    def _batch_of(self, number: int) -> list[T]:
        found = self._held.get(number)
        if found is None:
            found = self._held[number] = self._read(number)
            if len(self._held) > AT_HAND:
                self._held.popitem(last=False)
        return found

    def _read(self, number: int) -> list[T]:
        file = self._opened()
        file.seek(self._ends[number])
        found: list[T] = pickle.loads(file.read(self._ends[number + 1] - self._ends[number]))
        return found

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickled the usual way a spool is its items; `pack` hands the file over instead."""
        return kept, (list(self),)

    def given_to(self, folder: Path) -> tuple[str, int, array[int], int]:
        """Moves the file, which now belongs to whoever opens it; what `taken` needs."""
        if self._waiting:
            self._write()
        file = self._opened()
        if self._closer:
            self._closer.detach()
        file.close()
        path = shutil.move(file.name, folder / Path(file.name).name)
        return str(path), self._batch, self._ends, self._length

    @classmethod
    def taken(cls, path: str, batch: int, ends: array[int], length: int) -> Spool[T]:
        """A spool that another process gave."""
        made: Spool[T] = cls.__new__(cls)
        made._batch, made._folder, made._ends, made._length = batch, None, ends, length
        made._begin(Path(path).open("rb"))  # noqa: SIM115  (the same)
        return made


def _remove(file: IO[bytes]) -> None:
    file.close()
    Path(file.name).unlink(missing_ok=True)


def kept(items: Iterable[T], *, short: int = SHORT) -> Sequence[T]:
    """The items, in memory where they are no more than `short`."""
    coming = iter(items)
    first = tuple(islice(coming, short + 1))
    return first if len(first) <= short else Spool(chain(first, coming))


class _Stretch(Sequence[T]):
    """Items `start` up to (not including) `end` of a spool."""

    def __init__(self, whole: Sequence[T], start: int, end: int) -> None:
        self._whole, self._within = whole, range(start, end)

    def __len__(self) -> int:
        return len(self._within)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...
    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        if isinstance(index, slice):
            return tuple(self._whole[i] for i in self._within[index])
        return self._whole[self._within[index]]


def stretch(items: Sequence[T], start: int, end: int) -> Sequence[T]:
    """Items `start` up to (not including) `end`, without reading them all where they are in a file."""
    return _Stretch(items, start, end) if isinstance(items, Spool) else items[start:end]


class _Packer(pickle.Pickler):
    """Spools go by the name of their file."""

    def __init__(self, file: IO[bytes], folder: Path) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self.folder = folder
        self.given: dict[int, Any] = {}

    def persistent_id(self, obj: Any) -> Any:
        if not isinstance(obj, Spool):
            return None
        if id(obj) not in self.given:
            self.given[id(obj)] = obj.given_to(self.folder)
        return self.given[id(obj)]


class _Unpacker(pickle.Unpickler):
    def __init__(self, file: IO[bytes]) -> None:
        super().__init__(file)
        self.taken: dict[str, Spool[Any]] = {}

    def persistent_load(self, pid: Any) -> Spool[Any]:
        path = pid[0]
        if path not in self.taken:
            self.taken[path] = Spool.taken(*pid)
        return self.taken[path]


def pack(value: object, folder: Path) -> Path:
    """Writes a value into a file of `folder`, its spools beside it; they can be read from there only."""
    with tempfile.NamedTemporaryFile(dir=folder, prefix="parcel-", delete=False) as file:
        _Packer(file, folder).dump(value)
    return Path(file.name)


def unpack(path: Path) -> Any:
    """What was packed; the file is removed, and the spools' files with the last reference to them."""
    with path.open("rb") as file:
        value = _Unpacker(file).load()
    path.unlink()
    return value
