"""Where a fact stands, and how a stretch of a paragraph becomes evidence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.model.documents import Document, Span
from pipeline.model.structure import Paragraph, Structure

_TAG = re.compile(r"<[^>]{1,6}>")
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a fact stands: enough to make its citation."""

    spans: tuple[Span, ...]
    part: int
    section: int | None = None
    paragraph: str | None = None
    """As a person cites it: "8.3 a)"."""


def joined(document: Document, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans joined where nothing but white space and mark-up stands between them; furniture stays out."""
    found: list[Span] = []
    for span in spans:
        gap = _TAG.sub("", document.text[found[-1].end : span.start]) if found else "x"
        if found and found[-1].end <= span.start and not _WORD.search(gap):
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return tuple(found)


def evidence(structure: Structure, paragraph: Paragraph, start: int = 0, end: int | None = None) -> Evidence:
    """Evidence for characters `start` to `end` of a paragraph's repaired text (default: all of it)."""
    spans = joined(structure.document, paragraph.spans(start, end))
    return Evidence(spans, paragraph.part, paragraph.section, paragraph.label)
