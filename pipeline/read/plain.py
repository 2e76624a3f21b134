"""Reads text and Markdown: one page without a number, the file's own characters, a block for each paragraph, item and table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from pipeline.errors import SourceError
from pipeline.language.wording import FIRST_SECTION
from pipeline.model.documents import Block, Document, Grid, Page, Source, Span
from pipeline.read.decode import decode, is_binary
from pipeline.read.plain_lines import ITEM, WHOLLY_BOLD, Line, Profile, grouped, lines, profile
from pipeline.read.plain_spaced import spaced, spaced_grid
from pipeline.read.plain_tables import pipe_grid, piped, tab_grid, tabbed

NAME = "plain"
VERSION = "2"
MARKDOWN_SUFFIXES = (".md", ".markdown")
SUFFIXES = (".txt", ".text", *MARKDOWN_SUFFIXES)
HEAD = 4096
RULE = re.compile(r"(?:\\?[-_*=~.…]\s?){3,}")
UNDERLINE = re.compile(r"={3,}|-{4,}")
UNEVEN = 0.25
"""An underline is about as long as its heading."""
HASHES = re.compile(r"(#{1,6})\s+(?=\S)")
SMALL_PRINT = re.compile(r"[*_]*<small>.*</small>[*_]*")
"""Converters' notices ("Scanned page, text may contain errors"): furniture where they come back."""
PAGE_NUMBER = re.compile(r"(?:page\s+)?[-–—\s]*\d{1,4}[-–—\s]*", re.IGNORECASE)
PAGE_OF = re.compile(r"[-–—\s]*page\s+\d{1,4}\s+of\s+\d{1,4}[-–—\s]*", re.IGNORECASE)
UNSEEN = re.compile(r"```.*|~~~.*|<!--.*-->")
LINK_ALONE = re.compile(r"\[[^\]]*\]\((https?://[^)\s]+)\)|<?(https?://\S+?)>?")
"""A Markdown file whose first line is a link and nothing else names where it comes from."""
BOLD = re.compile(r"(\*{2,3}|__)(?=[^\s*])(.+?)(?<=[^\s*])\1", re.DOTALL)
LONGEST_HEADING, LONGEST_SENTENCE = 150, 60
"""A bold line that ends with a full stop is a sentence made bold, unless it is very short."""
LETTERS = re.compile(r"[^\W\d_]{3}")
SETEXT = {"=": 1, "-": 2}
"""Markdown headings underlined with equals signs or dashes (CommonMark 4.3)."""


def score(source: Source) -> float:
    """0.6 for a name that says text; less where the bytes do not, so that such a file is named as what it is."""
    if source.path.suffix.lower() not in SUFFIXES:
        return 0.0
    with source.path.open("rb") as stream:
        return 0.1 if is_binary(stream.read(HEAD)) else 0.6


def read(source: Source) -> Document:
    """Raises SourceError for an empty or a binary file."""
    text, issues = decode(source.path.read_bytes(), source.name)
    if not text.strip():
        raise SourceError(source.name, "empty: there is no text in it", "Check how it was saved, or remove it.")
    media = "markdown" if source.path.suffix.lower() in MARKDOWN_SUFFIXES else "text"
    found = list(lines(text))
    link = LINK_ALONE.fullmatch(found[0].text) if media == "markdown" else None
    blocks = tuple(_blocks(text, found, frozenset({found[0].start} if link else ())))
    return Document(
        source, text, (Page(None, text, 0),), blocks, f"{NAME} {VERSION}", media,
        title=_title(text, blocks), url=link[1] or link[2] if link else None, issues=issues,
    )  # fmt: skip


def _blocks(text: str, found: Sequence[Line], apart: frozenset[int]) -> Iterator[Block]:
    aside = _furniture(found) | apart
    known = profile([line for line in found if _is_prose(line) and line.start not in aside])
    waiting: list[Line] = []
    at = 0
    while at < len(found):
        line = found[at]
        rows, grid = _rows(found, at)
        if not rows and line.start not in aside:
            waiting.append(line)
            at += 1
            continue
        underline = _underline(waiting[-1], line) if waiting else None
        yield from _paragraphs(waiting, known, underline)
        waiting = []
        yield _table(text, rows, grid(rows)) if rows else Block("furniture", line.start, line.end, 0)
        at += len(rows) or 1
    yield from _paragraphs(waiting, known)


def _rows(found: Sequence[Line], at: int) -> tuple[Sequence[Line], Callable[[Sequence[Line]], Grid]]:
    """The lines of a table that begins here, and what makes a grid of them."""
    for lines_of, grid in ((piped, pipe_grid), (tabbed, tab_grid), (spaced, spaced_grid)):
        rows = lines_of(found, at)
        if rows:
            return rows, grid
    return (), tab_grid


def _underline(above: Line, line: Line) -> int | None:
    """The heading level that this line gives the line above; three dashes are a page break more often than a heading."""
    alike = abs(len(line.text) - len(above.text)) <= max(2, UNEVEN * len(above.text))
    return SETEXT.get(line.text[0]) if line.gap == 1 and UNDERLINE.fullmatch(line.text) and alike else None


def _furniture(found: Sequence[Line]) -> frozenset[int]:
    """Where lines begin that are no words of the paper: rules, notices that come back, page numbers beside a page's end."""
    times = Counter(line.text for line in found if SMALL_PRINT.fullmatch(line.text))
    last, first = ({i - step for i, line in enumerate(found) if "\f" in line.raw} for step in (1, 0))
    breaks = [i for i, line in enumerate(found) if RULE.fullmatch(line.text) or times[line.text] > 1 or UNSEEN.fullmatch(line.text)]
    beside = {i + step for i in breaks for step in (-1, 1)} | last | first
    numbers = [i for i, line in enumerate(found) if PAGE_OF.fullmatch(line.text) or (i in beside and PAGE_NUMBER.fullmatch(line.text))]
    return frozenset(found[i].start for i in (*breaks, *numbers))


def _is_prose(line: Line) -> bool:
    return "\t" not in line.text and "|" not in line.text


def _table(text: str, rows: Sequence[Line], grid: Grid) -> Block:
    start, end = rows[0].start, rows[-1].end
    return Block("table", start, end, 0, bold=_bold(text, start, end), grid=grid)


def _paragraphs(waiting: Sequence[Line], known: Profile, underline: int | None = None) -> Iterator[Block]:
    """A block for each paragraph; `underline` is the level that a rule under the last line gives it."""
    indents: list[int] = []
    groups = list(grouped(waiting, known))
    for number, group in enumerate(groups, start=1):
        level = underline if number == len(groups) and len(group) == 1 else None
        if not ITEM.match(group[0].bare):
            indents = []
        yield from _paragraph(group, level, indents)


def _paragraph(group: Sequence[Line], underline: int | None, indents: list[int]) -> Iterator[Block]:
    start, end = group[0].start, group[-1].end
    text = "\n".join((group[0].text, *(line.raw for line in group[1:]))).rstrip()
    hashes = HASHES.match(text)
    if hashes:
        yield Block("hidden", start, start + len(hashes[1]), 0)
        start, text = start + hashes.end(), text[hashes.end() :]
    bold = tuple(Span(start + m.start(2), start + m.end(2)) for m in BOLD.finditer(text))
    if hashes or underline:
        yield Block("heading", start, end, 0, level=len(hashes[1]) if hashes else underline, bold=bold)
    elif ITEM.match(group[0].bare):
        yield Block("item", start, end, 0, level=_depth(group[0].indent, indents), bold=bold)
    else:
        longest = LONGEST_SENTENCE if text.rstrip("*_ ").endswith(".") else LONGEST_HEADING
        headed = len(text) <= longest and WHOLLY_BOLD.fullmatch(text) and LETTERS.search(text)
        yield Block("heading" if headed else "text", start, end, 0, bold=bold)


def _depth(indent: int, indents: list[int]) -> int:
    """1 for an item as far left as its list begins; `indents` are those of the items that it stands within."""
    while indents and indents[-1] > indent:
        indents.pop()
    if not indents or indents[-1] < indent:
        indents.append(indent)
    return len(indents)


def _bold(text: str, start: int, end: int) -> tuple[Span, ...]:
    return tuple(Span(m.start(2), m.end(2)) for m in BOLD.finditer(text, start, end))


def _title(text: str, blocks: Sequence[Block]) -> str | None:
    """The first heading of the highest level that mark-up shows; none where that is the paper's first section."""
    marked = [block for block in blocks if block.kind == "heading" and block.level]
    best = min(marked, key=lambda block: block.level or 0, default=None)
    title = text[best.start : best.end].strip("*_ ") if best else ""
    return None if FIRST_SECTION.match(title) else title or None
