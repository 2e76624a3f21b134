"""What pypdf knows of a PDF besides its pages: bookmarks, page labels, metadata; repair and passwords."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pipeline.model.documents import Bookmark

CATALOGUE = re.compile(rb"(\d+)\s+(\d+)\s+obj\s*<<[^>]*?/Type\s*/Catalog\b")
UNREADABLE = (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError)
"""What pypdf raises, besides its own errors, on files that break the standard."""


@dataclass(frozen=True, slots=True)
class Outline:
    bookmarks: tuple[Bookmark, ...] = ()
    labels: tuple[str, ...] = ()
    """Printed page labels; empty where the file states none."""
    metadata: Mapping[str, str] = field(default_factory=dict)
    attachments: tuple[str, ...] = ()
    """Names of files inside the file."""
    problem: str | None = None


def outline(data: bytes) -> Outline:
    """Bookmarks, labels and metadata; what pypdf cannot read is left out and named in `problem`."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            reader.decrypt("")
        stated = "/PageLabels" in reader.root_object
        labels = tuple(reader.page_labels) if stated else ()
        marks = tuple(_bookmarks(reader, reader.outline, 1))
        return Outline(marks, labels, dict(_metadata(reader.metadata)), tuple(reader.attachments))
    except (PyPdfError, DependencyError, *UNREADABLE) as error:
        return Outline(problem=f"bookmarks and page labels could not be read ({error})")


def _bookmarks(reader: Any, entries: list[Any], level: int) -> Iterator[Bookmark]:
    for entry in entries:
        if isinstance(entry, list):
            yield from _bookmarks(reader, entry, level + 1)
        else:
            page = reader.get_destination_page_number(entry)
            yield Bookmark(" ".join(str(entry.title).split()), level, page if page is not None and page >= 0 else None)


def _metadata(stated: Mapping[str, Any] | None) -> Iterator[tuple[str, str]]:
    for key, value in (stated or {}).items():
        text = str(value).strip()
        if text:
            yield key.lstrip("/"), text


def repaired(data: bytes) -> Iterator[bytes]:
    """Ways in which a damaged file may be read: with a new trailer that names its catalogue, or written anew by pypdf."""
    found = CATALOGUE.search(data)
    if found:
        yield data + b"\ntrailer\n<< /Root %s %s R >>\n%%%%EOF\n" % found.groups()
    written = _written_anew(data)
    if written:
        yield written


def _written_anew(data: bytes) -> bytes | None:
    from pypdf import PdfReader, PdfWriter
    from pypdf.errors import DependencyError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        writer = PdfWriter()
        for page in reader.pages:
            writer.add_page(page)
        buffer = io.BytesIO()
        writer.write(buffer)
    except (PyPdfError, DependencyError, *UNREADABLE):
        return None
    return buffer.getvalue() if len(writer.pages) else None
