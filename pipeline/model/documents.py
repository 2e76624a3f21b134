"""Papers as they move through the pipeline: one frozen type for each moment of their life.

Places in a document are offsets into `Document.text`, which is the text of its pages joined by one newline.
`Document.places` turns them into the page and the characters of that page; nothing else does that sum.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple

from pipeline.model.spool import Spool

BlockKind = Literal["heading", "text", "item", "table", "furniture", "hidden"]


class Box(NamedTuple):
    """A rectangle on a page in PDF points, origin at the lower left."""

    x0: float
    y0: float
    x1: float
    y1: float


class Span(NamedTuple):
    """Characters `start` up to (not including) `end` of `Document.text`."""

    start: int
    end: int


class Place(NamedTuple):
    """Characters of one page: `page` is an index into `Document.pages`, the offsets count from that page's start."""

    page: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read. `name` is its path below, and including, the ingested folder, with forward slashes."""

    path: Path
    name: str
    sha256: str
    size: int
    stated: Mapping[str, str] = field(default_factory=dict)
    """What `NAME.meta.json` states: url, council, title, published. It wins over what is read."""


@dataclass(frozen=True, slots=True)
class Issue:
    """Something seen and not understood, or lost on the way: it is kept, counted and shown."""

    stage: str
    message: str
    page: int | None = None
    """1-based page of the file."""


class Laid(NamedTuple):
    """Bytes laid aside in a file until they are asked for."""

    spool: Spool[bytes]
    at: int


@dataclass(frozen=True, slots=True)
class Page:
    """A page as read, in reading order, before any repair. A file without pages is one page with number None."""

    number: int | None
    text: str
    start: int
    """Offset of this page in `Document.text`."""
    label: str | None = None
    width: float | None = None
    height: float | None = None
    packed: bytes | Laid = b""
    """What `boxes` gives, or where it is laid."""
    recognised: bool = False
    confidence: float | None = None

    @property
    def boxes(self) -> bytes:
        """Four little-endian int16 for each character (x0, y0, x1, y1 in tenths of a point), zlib-compressed; see `model/boxes.py`."""
        return self.packed if isinstance(self.packed, bytes) else self.packed.spool[self.packed.at]


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell as printed. `start == end` where the cell is empty."""

    text: str
    start: int
    end: int
    box: Box | None = None
    colspan: int = 1
    rowspan: int = 1
    header: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as the reader saw it: rows of cells; a cell that spans stands once, at its upper left; the slots it covers hold None."""

    rows: tuple[tuple[Cell | None, ...], ...]
    header_rows: int = 0
    """Leading rows that the layout or mark-up shows as headers (0: not known)."""
    caption: str | None = None
    ruled: bool = False
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, table or piece of page furniture of one page, in reading order.

    Every character of a page that is not white space is in exactly one block.
    """

    kind: BlockKind
    start: int
    end: int
    page: int
    """Index into `Document.pages`."""
    level: int | None = None
    """Heading level (1 highest) or list depth (1 outermost) where mark-up, style or layout shows it."""
    size: float | None = None
    """Font size in points, the median of its characters."""
    bold: tuple[Span, ...] = ()
    """Emphasised characters (bold or strong)."""
    box: Box | None = None
    grid: Grid | None = None
    marker: str | None = None
    """Numbering that the format generates and the text does not hold (Word's automatic "1.2", "a)")."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    title: str
    level: int
    page: int | None
    """Index into `Document.pages`."""


@dataclass(frozen=True, slots=True)
class Document:
    """What `read` makes of a source."""

    source: Source
    text: str
    pages: tuple[Page, ...]
    blocks: Sequence[Block]
    reader: str
    """Name and version, as "pdf 1": `verify` reads again with this reader."""
    media: str
    """pdf, html, docx, text or markdown."""
    title: str | None = None
    published: str | None = None
    url: str | None = None
    breadcrumb: tuple[str, ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()
    metadata: Mapping[str, str] = field(default_factory=dict)
    issues: tuple[Issue, ...] = ()

    def page_at(self, offset: int) -> int:
        """Index of the page that holds this offset."""
        return max(0, bisect_right(self.pages, offset, key=lambda page: page.start) - 1)

    def places(self, spans: Sequence[Span]) -> tuple[Place, ...]:
        """Page and characters of each span, one or more for each: a span over a page border is cut there."""
        found = []
        for start, end in spans:
            while start < end:
                index = self.page_at(start)
                page = self.pages[index]
                stop = min(end, page.start + len(page.text))
                if start < stop:
                    found.append(Place(index, start - page.start, stop - page.start))
                start = max(stop, start) + 1 if stop < end else end
        return tuple(found)

    def quote(self, spans: Sequence[Span]) -> str:
        """The verbatim words of these spans: the text of their places joined by one newline."""
        return "\n".join(self.pages[p.page].text[p.start : p.end] for p in self.places(spans))

    def line(self, offset: int) -> int | None:
        """1-based line of a text file, paragraph of a DOCX; None where pages count or nothing does."""
        return self.text.count("\n", 0, offset) + 1 if self.media in ("text", "markdown", "docx") else None
