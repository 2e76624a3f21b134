"""One reader a format; the one that is surest of a file reads it."""

from __future__ import annotations

from importlib import import_module

from pipeline.errors import SourceError
from pipeline.model.documents import Document, Source

READERS = ("pdf", "plain")


def read(source: Source, *, ocr: bool = True) -> Document:
    best = max(READERS, key=lambda name: import_module(f"pipeline.read.{name}").score(source))
    reader = import_module(f"pipeline.read.{best}")
    if not reader.score(source):
        raise SourceError(source.path, "is of no kind that can be read", "Give PDF, HTML, DOCX, TXT or MD.")
    document: Document = reader.read(source)
    return document
