"""One reader a format; the one that is surest of a file reads it."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from typing import Protocol, cast

from pipeline.errors import CHECK_ACCESS, GIVE, SAVE_AGAIN, SourceError
from pipeline.model.documents import Document, Issue, Source

READERS = {
    "pdf": (".pdf",),
    "docx": (".docx",),
    "html": (".html", ".htm", ".xhtml"),
    "plain": (".txt", ".text", ".md", ".markdown"),
}
"""Modules of this package, each a `Reader`, imported when a file is to be read; and the endings of the files that they read."""


RECOGNISING = ("pdf",)
"""Readers that take `ocr`: whether to recognise the words of scanned pages."""


class Reader(Protocol):
    """What a module that reads one format has."""

    NAME: str
    VERSION: str

    def score(self, source: Source) -> float:
        """From 0 (another format) to 1 (surely this one), by the first bytes and the ending."""
        ...

    def read(self, source: Source, **options: bool) -> Document:
        """Raises SourceError, which names the file and the next step, where nothing can be read."""
        ...


def read(source: Source, *, ocr: bool = True) -> Document:
    """What the surest reader makes of a file; without `ocr`, scanned pages are not recognised (their text is empty).

    A file whose bytes are of another format than its name says is read as what it is, and an issue says so.
    Raises SourceError where no reader knows the file, or it cannot be opened or is empty.
    """
    name = choose(source)
    options = {"ocr": ocr} if name in RECOGNISING else {}
    document = reader_of(name).read(source, **options)
    suffix = source.path.suffix.lower()
    if not suffix or suffix in READERS[name]:
        return document
    told = f"{source.name}: named {suffix} but its bytes are {name.upper()}, and so it was read. Rename it to {READERS[name][0]}."
    return replace(document, issues=(*document.issues, Issue("read", told)))


def choose(source: Source) -> str:
    """The name in READERS of the reader with the highest score, the earlier among equals."""
    try:
        if source.path.stat().st_size == 0:
            raise SourceError(source.name, "empty: 0 bytes", SAVE_AGAIN)
        scores = {name: reader_of(name).score(source) for name in READERS}
    except OSError as error:
        raise SourceError(source.name, f"cannot be read ({error.strerror})", CHECK_ACCESS) from error
    best = max(scores, key=scores.__getitem__)
    if not scores[best]:
        raise SourceError(source.name, "of no kind that is read", GIVE)
    return best


def reader_of(name: str) -> Reader:
    return cast(Reader, import_module(f"{__name__}.{name}"))
