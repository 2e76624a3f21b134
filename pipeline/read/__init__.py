"""One reader a format; the one that is surest of a file reads it."""

from __future__ import annotations

from importlib import import_module
from typing import Protocol, cast

from pipeline.errors import SourceError
from pipeline.model.documents import Document, Source

READERS = ("pdf", "html", "plain")
"""Modules of this package, each a `Reader`; imported when a file is to be read."""


class Reader(Protocol):
    """What a module that reads one format has."""

    NAME: str
    VERSION: str

    def score(self, source: Source) -> float:
        """From 0 (another format) to 1 (surely this one), by the first bytes and the ending."""
        ...

    def read(self, source: Source) -> Document:
        """Raises SourceError, which names the file and the next step, where nothing can be read."""
        ...


def read(source: Source, *, ocr: bool = True) -> Document:  # noqa: ARG001 - for the reader of scans, which is to come
    """What the surest reader makes of a file; without `ocr`, scanned pages are not recognised (their text is empty).

    Raises SourceError where no reader knows the file, or it cannot be opened.
    """
    reader = choose(source)
    return reader.read(source)


def choose(source: Source) -> Reader:
    """The reader with the highest score; the earlier in READERS among equals."""
    readers = [cast(Reader, import_module(f"{__name__}.{name}")) for name in READERS]
    try:
        scores = [reader.score(source) for reader in readers]
    except OSError as error:
        next_step = "Check that it is there and that you may read it."
        raise SourceError(source.name, f"cannot be read ({error.strerror})", next_step) from error
    best = max(range(len(readers)), key=scores.__getitem__)
    if not scores[best]:
        raise SourceError(source.name, "of no kind that is read", "Give PDF, HTML, DOCX, TXT or MD.")
    return readers[best]
