"""Reads a PDF: pages in reading order with a box for every character, paragraphs, tables, furniture."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from pipeline.errors import SAVE_WITHOUT_PASSWORD, SourceError
from pipeline.model.boxes import pack
from pipeline.model.documents import Block, Document, Issue, Laid, Page, Source
from pipeline.model.spool import Spool, kept
from pipeline.read.pdf.compose import write
from pipeline.read.pdf.flow import items
from pipeline.read.pdf.furniture import NEIGHBOURS, Known, Mark, marks
from pipeline.read.pdf.ink import Ink
from pipeline.read.pdf.labels import labelled
from pipeline.read.pdf.paragraphs import blocks, levelled
from pipeline.read.pdf.scans.ocr import BETTER, engine, is_covered, is_scan, recognised
from pipeline.read.pdf.structure import outline, repaired

NAME = "pdf"
VERSION = "1"
HEAD = 1024
"""A PDF says so within this many bytes (ISO 32000-1, implementation note 13)."""
MANY_PAGES = 250
"""The boxes of a longer file are laid aside page by page."""
BODY = 11.0
"""Body size in points where no page holds text."""
SUBSTANTIAL = 100
"""So many hidden characters on a page are worth a word."""


class Sheet(NamedTuple):
    """A page as printed, with what is needed of the pages around it."""

    ink: Ink
    neighbours: list[tuple[Mark, ...]]
    body: float
    """Size of the body text so far in points."""


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
    if known.problem:
        issues.append(Issue("read", known.problem))
    if known.attachments:
        issues.append(Issue("read", f"files inside the file are not read: {', '.join(known.attachments)}. Save and ingest them apart."))
    pages: list[Page] = []
    found: Spool[Block] = Spool()
    laid = Spool[bytes](batch=1) if len(document) > MANY_PAGES else None
    known_edges, start = Known(), 0
    for index, sheet in enumerate(_sheets(document, ocr)):
        ink = sheet.ink
        text, boxes, placed = write(items(ink, sheet.neighbours, known_edges), ink.frame, start)
        width, height = ink.frame.shown_size
        label = known.labels[index] if index < len(known.labels) else None
        packed = pack(boxes) if laid is None else Laid(laid, laid.add(pack(boxes)))
        pages.append(Page(index + 1, text, start, label, width, height, packed, ink.recognised, ink.confidence))
        for block in blocks(placed, index, ink.frame, sheet.body):
            found.add(block)
        issues += _seen_on(ink, index + 1, ocr)
        start += len(text) + 1
    document.close()
    pages = labelled(pages, found)
    return Document(
        source, "\n".join(page.text for page in pages), tuple(pages), kept(levelled(found)), f"{NAME} {VERSION}", "pdf",
        title=known.metadata.get("Title"), bookmarks=known.bookmarks, metadata=known.metadata,
        issues=(*issues, *_on_recognition(pages)),
    )  # fmt: skip


def _opened(source: Source) -> tuple[Any, bytes, list[Issue]]:
    """pdfium's document, the bytes it was read from, and what was wrong with them."""
    import pypdfium2

    data = source.path.read_bytes()
    if b"%PDF-" not in data[:HEAD]:
        raise SourceError(source.name, "not a PDF, though its name says so", "Open it and save it as PDF again, or rename it.")
    try:
        document, issues = pypdfium2.PdfDocument(data), []
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise SourceError(source.name, "protected by a password", SAVE_WITHOUT_PASSWORD) from error
        mended = _mended(data)
        if mended is None:
            raise SourceError(source.name, "broken or cut off: no page can be read", "Download it again.") from error
        document, data = mended
        issues = [Issue("read", "the file is damaged; what could be repaired was read")]
    if len(document) == 0:
        raise SourceError(source.name, "a PDF without pages", "Download it again.")
    return document, data, issues


def _mended(data: bytes) -> tuple[Any, bytes] | None:
    import pypdfium2

    for attempt in repaired(data):
        try:
            return pypdfium2.PdfDocument(attempt), attempt
        except pypdfium2.PdfiumError:
            continue
    return None


def _sheets(document: Any, ocr: bool) -> Iterator[Sheet]:
    """Page after page; few are held at a time, however long the file."""
    ahead: deque[tuple[Ink, tuple[Mark, ...]]] = deque()
    behind: deque[tuple[Mark, ...]] = deque(maxlen=NEIGHBOURS)
    sizes: Counter[float] = Counter()
    coming = iter(range(len(document)))
    while True:
        while len(ahead) <= NEIGHBOURS and (index := next(coming, None)) is not None:
            found = _ink(document, index, ocr)
            ahead.append((found, marks(found)))
            for word in found.words:
                sizes[round(word.size * 2) / 2] += len(word.text)
        if not ahead:
            return
        current, mine = ahead.popleft()
        body = sizes.most_common(1)[0][0] if sizes else BODY
        yield Sheet(current, [*behind, *(other for _, other in ahead)], body)
        behind.append(mine)


def _ink(document: Any, index: int, ocr: bool) -> Ink:
    from pipeline.read.pdf.pages import ink

    page = document[index]
    found = ink(page)
    if ocr and is_scan(found):
        found = recognised(page, found)
    page.close()
    return found


def _seen_on(ink: Ink, number: int, ocr: bool) -> Iterator[Issue]:
    """What a person should know of one page."""
    hidden = sum(len(word.text) for word in ink.words if word.hidden and not (word.struck or word.unmapped))
    struck = sum(word.struck for word in ink.words)
    if struck:
        yield Issue("read", f"{struck} words are struck through: kept apart", number)
    if hidden >= SUBSTANTIAL:
        told = f"{hidden} characters cannot be seen on the page (white, tiny, covered or off the page): kept apart"
        yield Issue("read", told, number)
    unmapped = sum(len(word.text) for word in ink.words if word.unmapped)
    if unmapped:
        yield Issue("read", f"{unmapped} characters are in a font that does not say which letters they are: kept apart", number)
    if not ink.words and is_covered(ink):
        yield Issue("read", f"a picture, of which no words were recognised{'' if ocr else ': recognition is off'}", number)


def _on_recognition(pages: list[Page]) -> Iterator[Issue]:
    """One sentence on the scanned pages of a file."""
    layered = [page.number for page in pages if page.recognised and page.confidence is None]
    if layered:
        yield Issue("read", f"{len(layered)} scanned of {len(pages)} pages carry the words that the scanner recognised: {_some(layered)}.")
    scans = [page for page in pages if page.recognised and page.confidence is not None]
    if scans:
        name = engine()
        sure = sum(page.confidence or 0.0 for page in scans) / len(scans)
        numbers = _some([page.number for page in scans])
        told = f"{len(scans)} scanned of {len(pages)} pages ({numbers}): words recognised by {name}, confidence {sure:.2f}."
        yield Issue("read", told if name == "Tesseract" else f"{told} {BETTER}")


def _some(numbers: Sequence[int | None]) -> str:
    """The first ten of these page numbers."""
    return ", ".join(map(str, numbers[:10])) + (" ..." if len(numbers) > 10 else "")
