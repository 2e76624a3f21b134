"""Reads a PDF: pages in reading order with a box for every character, paragraphs, tables, furniture."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator
from typing import Any

from pipeline.errors import SourceError
from pipeline.model.boxes import pack
from pipeline.model.documents import Block, Document, Issue, Page, Source
from pipeline.read.compose import write
from pipeline.read.flow import items
from pipeline.read.furniture import NEIGHBOURS, Mark, marks
from pipeline.read.ink import Ink
from pipeline.read.ocr import is_scan, recognised
from pipeline.read.paragraphs import blocks
from pipeline.read.structure_pdf import outline, repaired

NAME = "pdf"
VERSION = "1"
HEAD = 1024
"""A PDF says so within this many bytes (ISO 32000-1, implementation note 13)."""
BODY = 11.0
"""Body size in points where no page holds text."""
PASSWORD_ERROR = 4
"""pdfium's FPDF_ERR_PASSWORD."""


def score(source: Source) -> float:
    """1 for bytes that begin as a PDF; a little for a name that says so, so that a broken one is named as such."""
    with source.path.open("rb") as stream:
        head = stream.read(HEAD)
    if b"%PDF-" in head:
        return 1.0
    return 0.2 if source.path.suffix.lower() == ".pdf" else 0.0


def read(source: Source, *, ocr: bool = True) -> Document:
    """`ocr`: whether to recognise the words of scanned pages.

    Raises SourceError where the file is no PDF, is broken beyond repair, needs a password or has no page.
    """
    document, data, issues = _opened(source)
    known = outline(data)
    pages: list[Page] = []
    found: list[Block] = []
    start = 0
    for index, (ink, neighbours, body) in enumerate(_with_neighbours(document, ocr)):
        text, boxes, placed = write(items(ink, neighbours), ink.frame, start)
        width, height = ink.frame.shown_size
        label = known.labels[index] if index < len(known.labels) else None
        pages.append(Page(index + 1, text, start, label, width, height, pack(boxes), ink.recognised, ink.confidence))
        found += blocks(placed, index, ink.frame, body)
        start += len(text) + 1
    document.close()
    return Document(
        source, "\n".join(page.text for page in pages), tuple(pages), tuple(found), f"{NAME} {VERSION}", "pdf",
        title=known.metadata.get("Title"), bookmarks=known.bookmarks, metadata=known.metadata, issues=tuple(issues),
    )  # fmt: skip


def _opened(source: Source) -> tuple[Any, bytes, list[Issue]]:
    import pypdfium2

    data = source.path.read_bytes()
    issues: list[Issue] = []
    if b"%PDF-" not in data[:HEAD]:
        raise SourceError(source.name, "not a PDF, though its name says so", "Open it and save it as PDF again, or rename it.")
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == PASSWORD_ERROR or "password" in str(error).lower():
            raise SourceError(source.name, "protected by a password", "Save a copy without the password and ingest that.") from error
        mended = repaired(source.path)
        if mended is None:
            raise SourceError(source.name, "broken or cut off: no page can be read", "Download it again.") from error
        document, data = pypdfium2.PdfDocument(mended), mended
        issues.append(Issue("read", "the file is damaged; what could be repaired was read"))
    if len(document) == 0:
        raise SourceError(source.name, "a PDF without pages", "Download it again.")
    return document, data, issues


def _with_neighbours(document: Any, ocr: bool) -> Iterator[tuple[Ink, list[tuple[Mark, ...]], float]]:
    """Each page with the marks of the pages around it and the body size so far; few pages are held at a time."""
    from pipeline.read.pages import ink

    ahead: deque[tuple[Ink, tuple[Mark, ...]]] = deque()
    behind: deque[tuple[Mark, ...]] = deque(maxlen=NEIGHBOURS)
    sizes: Counter[float] = Counter()
    coming = iter(range(len(document)))
    while True:
        while len(ahead) <= NEIGHBOURS and (index := next(coming, None)) is not None:
            page = document[index]
            found = ink(page)
            if ocr and is_scan(found):
                found = recognised(page, found)
            page.close()
            ahead.append((found, marks(found)))
            for word in found.words:
                sizes[round(word.size * 2) / 2] += len(word.text)
        if not ahead:
            return
        current, mine = ahead.popleft()
        yield current, [*behind, *(other for _, other in ahead)], sizes.most_common(1)[0][0] if sizes else BODY
        behind.append(mine)
