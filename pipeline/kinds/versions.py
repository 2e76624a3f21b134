"""The version that a part says it is: on its first lines, in its running headers, under minutes, in the name of its file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from pipeline.kinds.lines import Line
from pipeline.kinds.minutes import PRESENT
from pipeline.language.versions import confirmed, named, versions
from pipeline.language.wording import plain
from pipeline.model.documents import Document
from pipeline.model.structure import LISTING, Part

HEAD_LINES, TAIL_LINES = 12, 10
MOST_NAMED = 3
"""A version is printed in a few words: so many of them are kept."""
"""Parts that name other papers line by line: of a file that holds one paper, the paper is not these."""


def with_versions(document: Document, found: Sequence[Line], parts: Sequence[Part]) -> tuple[Part, ...]:
    """The parts, each with its version as printed; where none is printed, the name of a file that holds one paper says it."""
    own = [part for part in parts if part.within is None and part.kind not in LISTING] or list(parts[:1])
    name = named(document.source.path.stem) if len(own) == 1 else None
    return tuple(replace(part, version=_version(document, found, part, name if part in own else None)) for part in parts)


def _version(document: Document, found: Sequence[Line], part: Part, name: str | None) -> str | None:
    lines = [line for line in found if part.start <= line.start < part.end]
    said: list[str] = []
    for text in (*_head(lines, part), *_stamps(document, part)):
        said += versions(text, minutes=part.kind == "minutes")
    if part.kind == "minutes":
        said += filter(None, (confirmed(line.text) for line in lines[-TAIL_LINES:]))
    return "; ".join(islice(dict.fromkeys(said), MOST_NAMED)) or name


def _head(lines: Sequence[Line], part: Part) -> Iterator[str]:
    """The first lines; of minutes those before the names, of a list those before its first entries."""
    for line in lines[: HEAD_LINES // 2 if part.kind in LISTING else HEAD_LINES]:
        if part.kind == "minutes" and PRESENT.match(line.text):
            return
        yield line.text


def _stamps(document: Document, part: Part) -> Iterator[str]:
    """Running headers and footers, and stamps across the page, on the part's pages."""
    first, last = document.page_at(part.start), document.page_at(max(part.start, part.end - 1))
    seen: set[str] = set()
    for block in document.blocks:
        if block.kind == "furniture" and first <= block.page <= last and part.start <= block.start < part.end:
            seen |= {plain(line) for line in document.text[block.start : block.end].split("\n")}
    yield from sorted(seen)
