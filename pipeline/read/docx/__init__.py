"""Reads a Word file: one page without a number, a line for each paragraph or table row, all changes accepted."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pipeline.errors import SAVE_AS_DOCX, SAVE_WITHOUT_PASSWORD, SourceError
from pipeline.language.wording import FIRST_SECTION
from pipeline.model.documents import Document, Page, Source
from pipeline.read.docx.flow import Flow
from pipeline.read.docx.parts import REPAIR, is_word, open_parts
from pipeline.read.plain_tables import with_columns

NAME = "docx"
VERSION = "1"
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""OLE compound file: Word 97 to 2003, and what is encrypted since."""
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
RICH_TEXT = b"{\\rtf"
NO_TITLE = re.compile(r"microsoft word.*|document\d*|untitled.*|title|.*\.docx?|report template.*|template.*", re.IGNORECASE)
"""Titles that templates and programs leave behind."""


def score(source: Source) -> float:
    """0.95 for an archive with a Word document in it, a little for a name that says so."""
    if is_word(source):
        return 0.95
    return 0.3 if source.path.suffix.lower() == ".docx" else 0.0


def read(source: Source) -> Document:
    """Raises SourceError where the file is no Word file, is broken, protected or empty."""
    _refuse(source)
    parts = open_parts(source)
    flow = Flow(parts)
    if not flow.text.strip():
        raise SourceError(source.name, "a Word file without words", "If it holds pictures of pages, print it as PDF and ingest that.")
    return Document(
        source, flow.text, (Page(None, flow.text, 0),), with_columns(flow.text, flow.blocks), f"{NAME} {VERSION}", "docx",
        title=_title(flow, parts.properties), metadata=parts.properties, issues=tuple(flow.issues),
    )  # fmt: skip


def _refuse(source: Source) -> None:
    data = source.path.read_bytes()
    if data.startswith(OLD_WORD) and ENCRYPTED in data:
        raise SourceError(source.name, "protected by a password", SAVE_WITHOUT_PASSWORD)
    if data.startswith(OLD_WORD):
        raise SourceError(source.name, "an old Word file (.doc) that is named .docx", SAVE_AS_DOCX)
    if data.startswith(RICH_TEXT):
        raise SourceError(source.name, "a Rich Text file that is named .docx", SAVE_AS_DOCX)
    if not data.startswith(b"PK"):
        raise SourceError(source.name, "not a Word file, though its name says so", SAVE_AS_DOCX)
    if not is_word(source) and b"PK\x05\x06" not in data:
        raise SourceError(source.name, "damaged or cut off: its archive has no end", REPAIR)


def _title(flow: Flow, properties: Mapping[str, str]) -> str | None:
    """The paragraph in the style "Title", else the property unless a template left it there, else the only top heading."""
    stated = properties.get("title", "")
    if flow.title or (stated and not NO_TITLE.fullmatch(stated)):
        return flow.title or stated
    top = [flow.text[block.start : block.end] for block in flow.blocks if block.kind == "heading" and block.level == 1]
    return top[0] if len(top) == 1 and not FIRST_SECTION.match(top[0]) else None
