"""Nearest vectors by FAISS: which kind of index, and the one file `passages.faiss` that holds it.

The file is a header (whose generation it is of, how long it is), a row for each meaning (`OWNER`) and the index. It is mapped and
not read where it is large; one that is torn, of another make or missing counts as none.
"""

from __future__ import annotations

import math
import os
import struct
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

EXACT_UP_TO = 50_000
"""Vectors that are compared one by one; above, lists of 8-bit codes (docs/decisions/0011-scale.md)."""
LISTS_PER_ROOT, PER_LIST, PROBES = 1.0, 40, 128
"""Lists for each square root of the vectors, vectors of the training sample for each list, and lists looked through."""
CHANGED, GROWN = 0.25, 1.5
"""Share of vectors that may come or go, and growth of the lists that there should be, before the index is trained anew."""
MAGIC = b"matters2"
HEADER = struct.Struct("<8sqqq")
OWNER = [("text", "<i8"), ("passage", "<i4"), ("part", "<i4")]
"""By id of a meaning: the start of the hash of its text (0: there is none), its passage, its part."""
DIGITS = 15
"""Hexadecimal digits of a hash that `text` keeps."""

Chunk = tuple[Any, Any]
"""Ids of meanings and their vectors."""
Within = tuple[Any, int]
"""Which vectors may be found, a bit for each id, and how many they are."""


@dataclass(frozen=True, eq=False, slots=True)
class Nearest:
    """An index that can be asked, and who owns its vectors."""

    index: Any
    owners: Any

    def within(self, parts: Any) -> Within:
        """The vectors of these parts (a mask by id)."""
        import numpy

        mask = numpy.take(parts, self.owners["part"], mode="clip")  # a file that lags has parts that are gone
        return numpy.packbits(mask, bitorder="little"), int(numpy.count_nonzero(mask))

    def ids(self, query: Any, count: int, within: Within | None) -> list[tuple[int, float]]:
        """Id and inner product of the nearest `count` vectors, best first; of those within only where these are given."""
        faiss = _faiss()
        held, options = self.index.ntotal, faiss.SearchParametersIVF() if is_lists(self.index) else faiss.SearchParameters()
        if within is not None:
            bits, held = within
            selector = faiss.IDSelectorBitmap(bits)
            options.sel = selector  # faiss keeps no reference: `selector` does
        if not held:
            return []
        if is_lists(self.index):
            options.nprobe = probes(self.index, held)
        scores, ids = self.index.search(query, min(count, held), params=options)
        return [(int(id_), float(score)) for id_, score in zip(ids[0], scores[0], strict=True) if id_ >= 0]


def _faiss() -> Any:
    """The module without its stubs: they do not know what its Python layer adds (arrays for pointers, calls of readers)."""
    import faiss

    return faiss


def is_lists(index: Any) -> bool:
    return hasattr(index, "nlist")


def probes(index: Any, held: int) -> int:
    """Lists to look through, the more the fewer of the vectors may be found: these are farther away, and fewer in each list."""
    wanted = PROBES * math.sqrt(index.ntotal / held) if held > EXACT_UP_TO else index.nlist
    return min(int(index.nlist), math.ceil(wanted))


def lists_for(count: int) -> int:
    return max(1, round(LISTS_PER_ROOT * math.sqrt(count)))


def new_index(count: int, dimensions: int, sample: Callable[[int], Any], exact: int) -> Any:
    """An empty index for so many vectors, without lists up to `exact`; `sample` gives about as many as it is asked for, to train on."""
    import faiss

    if count <= exact:
        return faiss.IndexIDMap2(faiss.IndexFlatIP(dimensions))
    lists = lists_for(count)
    index = faiss.IndexIVFScalarQuantizer(
        faiss.IndexFlatIP(dimensions), dimensions, lists, faiss.ScalarQuantizer.QT_8bit, faiss.METRIC_INNER_PRODUCT
    )
    index.train(sample(lists * PER_LIST))
    return index


def filled(index: Any, chunks: Iterable[Chunk]) -> Any:
    for ids, vectors in chunks:
        index.add_with_ids(vectors, ids)
    return index


def differences(before: Any, now: Any) -> tuple[Any, Any]:
    """Ids whose vectors have to go out of an index, and ids whose vectors have to come in."""
    import numpy

    size = max(len(before), len(now))
    old, new = (numpy.concatenate([some["text"], numpy.zeros(size - len(some), "<i8")]) for some in (before, now))
    other = old != new
    return numpy.flatnonzero(other & (old != 0)), numpy.flatnonzero(other & (new != 0))


def worth_changing(index: Any, gone: Any, came: Any, exact: int) -> bool:
    """Whether an index is better brought up to date than built anew."""
    count = index.ntotal - len(gone) + len(came)
    enough = count > exact and len(gone) + len(came) <= CHANGED * count
    return enough and is_lists(index) and lists_for(count) <= GROWN * index.nlist


def changed(index: Any, gone: Any, chunks: Iterator[Chunk]) -> Any:
    import faiss

    if len(gone):
        index.remove_ids(faiss.IDSelectorBatch(gone))
    return filled(index, chunks)


def read_file(file: Path, *, mapped: bool = True) -> tuple[int, Nearest] | None:
    """Generation and index of a file; None where it is missing, torn or of another make."""
    try:
        with file.open("rb") as stream:
            head = stream.read(HEADER.size)
            if len(head) < HEADER.size:
                return None
            magic, generation, owners, size = HEADER.unpack(head)
        if magic != MAGIC or size != file.stat().st_size:
            return None
    except OSError:
        return None
    return generation, _opened(file, owners, mapped=mapped)


def _opened(file: Path, owners: int, *, mapped: bool) -> Nearest:
    import numpy

    faiss = _faiss()
    reader, start = faiss.FileIOReader(os.fspath(file)), HEADER.size + owners * numpy.dtype(OWNER).itemsize
    skipped = numpy.empty(start, dtype="uint8")
    reader(faiss.swig_ptr(skipped), 1, start)
    index = faiss.read_index(reader, faiss.IO_FLAG_MMAP if mapped else 0)
    if mapped and is_lists(index):
        faiss.downcast_InvertedLists(index.invlists).prefetch_nthread = 0  # else threads read all of each list, which costs as much again
    return Nearest(index, skipped[HEADER.size :].view(OWNER))


def write_file(nearest: Nearest, file: Path, generation: int) -> None:
    """To a temporary name first: a reader sees the old file or the new one, and keeps the old one that it has mapped."""
    import numpy

    faiss = _faiss()
    handle, name = tempfile.mkstemp(prefix=".passages-", dir=file.parent)
    os.close(handle)
    whole, owners = Path(name), numpy.ascontiguousarray(nearest.owners)
    try:
        writer = faiss.FileIOWriter(name)
        for some in (numpy.zeros(HEADER.size, "uint8"), owners.view("uint8")):
            writer(faiss.swig_ptr(some), 1, len(some))
        faiss.write_index(nearest.index, writer)
        del writer  # closes the file
        with whole.open("r+b") as stream:
            stream.write(HEADER.pack(MAGIC, generation, len(owners), whole.stat().st_size))
        whole.replace(file)
    finally:
        whole.unlink(missing_ok=True)
