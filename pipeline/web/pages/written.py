"""The text of a paper as HTML: a paragraph for each line, rows of cells as a table, headings that can be gone to, quoted words marked.

Everything in the text is escaped; nothing is put in, left out or moved, so that what is read here is what was stored.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup, escape

from pipeline.model.answers import CitedSpan

CELL = "\t"
"""Between the cells of a row, as the readers write tables."""
TABLE = Markup('<div class="table" role="group" aria-label="Table" tabindex="0"><table class="rows">%s</table></div>')
MARK, FIRST = "<mark>", '<mark id="quote">'


class Line(NamedTuple):
    start: int
    end: int
    celled: bool


def written(
    text: str,
    low: int,
    high: int,
    spans: Sequence[CitedSpan] = (),
    heads: Mapping[int, int] | None = None,
    tables: Collection[int] = (),
) -> Markup:
    """The text from `low` to `high`. `heads`: where a heading begins, and its level; `tables`: where a table with a head row begins."""
    made = Markup()
    for celled, some in groupby(_lines(text, low, high), key=lambda line: line.celled):
        rows = list(some)
        made += _table(text, rows, spans, tables) if celled else Markup("\n").join(_line(text, row, spans, heads or {}) for row in rows)
    return Markup(str(made).replace(MARK, FIRST, 1))  # the one name that a page may be opened at


def marked(text: str, low: int, high: int, spans: Sequence[CitedSpan]) -> Markup:
    """The text from `low` to `high`, the spans in <mark>."""
    made, at = Markup(), low
    for span in sorted(spans, key=lambda one: one.start):
        start, end = max(span.start, at), min(span.end, high)
        if start < end:
            made += escape(text[at:start]) + Markup("<mark>%s</mark>") % text[start:end]
            at = end
    return made + escape(text[at:high])


def _lines(text: str, low: int, high: int) -> Iterator[Line]:
    at = low
    while at < high:
        end = text.find("\n", at, high)
        end = high if end < 0 else end
        yield Line(at, end, CELL in text[at:end])
        at = end + 1


def _line(text: str, line: Line, spans: Sequence[CitedSpan], heads: Mapping[int, int]) -> Markup:
    head = next((at for at in heads if line.start <= at < line.end), None)
    said = marked(text, line.start, line.end, spans)
    return Markup("<p>%s</p>") % said if head is None else Markup('<p class="head l%s" id="h%s">%s</p>') % (heads[head], head, said)


def _table(text: str, rows: Sequence[Line], spans: Sequence[CitedSpan], tables: Collection[int]) -> Markup:
    made = Markup()
    for row in rows:
        tag = Markup('<th scope="col">%s</th>' if row.start in tables and len(rows) > 1 else "<td>%s</td>")
        made += Markup("<tr>%s</tr>") % Markup().join(tag % marked(text, start, end, spans) for start, end in _cells(text, row))
    return TABLE % made


def _cells(text: str, row: Line) -> Iterator[tuple[int, int]]:
    at = row.start
    for cell in text[row.start : row.end].split(CELL):
        yield at, at + len(cell)
        at += len(cell) + 1
