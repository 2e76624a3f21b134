"""`matters verify`: reads every source again and compares what is stored, character by character."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from pipeline.errors import SourceError
from pipeline.model.documents import Document, Place, Source

SCALES = (1e-2, 1, 1e3, 1e5, 1e6, 1e9)
"""Pence, units, thousands, hundreds of thousands ("per 100k"), millions, billions."""
CLOSE = 1e-9
DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?|\.\d+")


class StoredDocument(NamedTuple):
    id: int
    name: str
    path: str
    sha256: str
    reader: str


class StoredPage(NamedTuple):
    idx: int
    text: str
    recognised: bool


class StoredQuote(NamedTuple):
    id: str
    quote: str
    places: tuple[Place, ...]


class StoredFigure(NamedTuple):
    id: str
    raw: str
    value: float
    of: float | None
    quote: str


class Verifiable(Protocol):
    """What `verify` reads of a library; see store/verifying.py."""

    def stored_documents(self) -> list[StoredDocument]: ...
    def stored_pages(self, document_id: int) -> list[StoredPage]: ...
    def stored_quotes(self, document_id: int) -> Iterator[StoredQuote]: ...
    def stored_figures(self, document_id: int) -> Iterator[StoredFigure]: ...


def verify(library: Verifiable, *, ocr: bool = False) -> dict[str, Any]:
    """{documents, quotes_checked, quotes_wrong, values_checked, values_wrong, unreadable}, each wrong one named."""
    told: dict[str, Any] = {"documents": 0, "quotes_checked": 0, "quotes_wrong": [], "values_checked": 0, "values_wrong": []}
    told["unreadable"] = []
    for stored in library.stored_documents():
        told["documents"] += 1
        texts = _texts_again(library, stored, told, ocr)
        if texts is None:
            continue
        for quote in library.stored_quotes(stored.id):
            told["quotes_checked"] += 1
            found = "\n".join(texts[p.page][p.start : p.end] for p in quote.places if p.page < len(texts))
            if found != quote.quote or not quote.quote:
                told["quotes_wrong"].append({"document": stored.name, "id": quote.id, "quote": quote.quote, "found": found})
        for figure in library.stored_figures(stored.id):
            told["values_checked"] += 1
            if not value_stands(figure):
                told["values_wrong"].append({"document": stored.name, "id": figure.id, "raw": figure.raw, "value": figure.value})
    return told


def _texts_again(library: Verifiable, stored: StoredDocument, told: dict[str, Any], ocr: bool) -> list[str] | None:
    """The pages' texts as the source gives them now; recognised pages as stored, unless they are to be recognised again."""
    from pipeline.read import read

    try:
        document: Document = read(_source(stored), ocr=ocr)
    except SourceError as error:
        told["unreadable"].append({"document": stored.name, "message": str(error)})
        return None
    pages = library.stored_pages(stored.id)
    texts = [page.text for page in document.pages]
    if document.source.sha256 != stored.sha256:
        message = "The file has changed since it was ingested. Run `matters ingest` on it again."
        told["unreadable"].append({"document": stored.name, "message": message})
        return None
    layered = [page.recognised for page in document.pages]
    """Read without recognition, these hold the words that a scanner left in the file: they can be compared."""
    return [page.text if page.recognised and not (ocr or held) else text for page, text, held in zip(pages, texts, layered, strict=False)]


def _source(stored: StoredDocument) -> Source:
    import hashlib

    path = Path(stored.path)
    try:
        content = path.read_bytes()
    except OSError as error:
        next_step = "Put the file back, or forget it with: matters ingest FOLDER --prune"
        raise SourceError(path, f"cannot be read ({error.strerror})", next_step) from error
    return Source(path, stored.name, hashlib.sha256(content).hexdigest(), len(content))


def value_stands(figure: StoredFigure) -> bool:
    """The printed figure stands in its quote, and a number in it times a power of ten is the stored value, or what it is out of.

    "17 years and 1 month" is kept as 17.083: its whole part counts. A figure wholly in words is not counted again.
    """
    raw = " ".join(unicodedata.normalize("NFKC", figure.raw).replace("\u2044", "/").split())
    if raw not in " ".join(unicodedata.normalize("NFKC", figure.quote).replace("\u2044", "/").split()):
        return False
    printed = [float(digits.replace(",", "")) for digits in DIGITS.findall(figure.raw)]
    wanted = [v for v in (figure.value, figure.of, float(int(figure.value))) if v is not None]
    return not printed or any(_scaled(want, value) for want in wanted for value in printed)


def _scaled(value: float, printed: float) -> bool:
    if not printed or not value:
        return printed == value
    ratio = abs(value / printed)
    return any(abs(ratio / scale - 1) < CLOSE for scale in SCALES)


def places_of(text: str) -> tuple[Place, ...]:
    return tuple(Place(*place) for place in json.loads(text))
