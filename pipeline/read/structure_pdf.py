"""What pypdf knows of a PDF besides its pages: bookmarks, page labels, metadata; repair and passwords."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.model.documents import Bookmark


@dataclass(frozen=True, slots=True)
class Outline:
    bookmarks: tuple[Bookmark, ...] = ()
    labels: tuple[str, ...] = ()
    """Printed page labels; empty where the file states none."""
    metadata: Mapping[str, str] = field(default_factory=dict)
    problem: str | None = None


def outline(data: bytes) -> Outline:
    """Bookmarks, labels and metadata; what pypdf cannot read is left out and named in `problem`."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            reader.decrypt("")
        stated = "/PageLabels" in reader.trailer["/Root"].get_object()  # type: ignore[operator]
        return Outline(
            tuple(_bookmarks(reader, reader.outline, 1)), tuple(reader.page_labels) if stated else (), dict(_metadata(reader.metadata))
        )
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError) as error:
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


def repaired(path: Path) -> bytes | None:
    """The file written anew by pypdf; None where pypdf cannot read it or finds no page."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(path, strict=False)
        writer = PdfWriter()
        for page in reader.pages:
            writer.add_page(page)
        if not len(writer.pages):
            return None
        buffer = io.BytesIO()
        writer.write(buffer)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError):
        return None
    return buffer.getvalue()
