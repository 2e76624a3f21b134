"""Which rows of a grid are its header, what its columns are called, and which column holds the labels of its rows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.language.wording import plain
from pipeline.split.gridded import EMPTY_VALUE, UNITS_NOTE, Slots, is_value

MOST_HEADS = 5
LABELLED = 0.75
LONG_CELL = 12
"""A cell of more words below the first row is text, no column's name."""
UNIT = re.compile(
    r"£\s?(?:m(?:illion)?s?|bn|k|000s?|['’]000s?)\b|€\s?(?:m|bn|k|000s?|['’]000s?)\b|£['’]?000s?|%|\bper ?cent\b|\bFTEs?\b", re.IGNORECASE
)
PERCENT_LAST = re.compile(r"[,(–-]\s*%\s*\)?\s*$")
"""A caption's "%" is its unit at the end: "Quality, %"; elsewhere it says something of one figure."""
HEADER_WORDS = re.compile(
    r"\b(?:total|number|no|name|date|item|title|report|description|status|officer|lead|owner|measure|target|actual|budget|forecast|"
    r"variance|outturn|"
    r"year|month|area|category|type|service|risk|mitigation|action|comment|notes?|reference|ref|location|ward|cost|amount|value|"
    r"rating|score|"
    r"outcome|priority|timescale|deadline|rag|percentage|change|judgement|grade|question|answer|recommendation|response|cohort|"
    r"measures?|performance)s?\b",
    re.IGNORECASE,
)


def header_rows(grid: Slots) -> int:
    """How many leading rows are the header; none of a form whose labels end in colons."""
    if _is_form(grid):
        return 0
    first = next((n for n in range(len(grid.rows)) if _is_data(grid, n)), None)
    if first is None:
        return _of_words(grid)
    long = next((n for n in range(1, first) if any(len(text.split()) > LONG_CELL for text in grid.texts(n))), first)
    heads = min(first, long, MOST_HEADS)
    while heads > 1 and _is_group(grid, heads - 1):
        heads -= 1
    return heads


def _is_form(grid: Slots) -> bool:
    """Labels and values: "Report to: | Cabinet", "Agenda item: | 4"."""
    labels = [text for text in grid.column(0, 0) if text]
    return grid.width == 2 and len(labels) > 1 and sum(text.endswith(":") for text in labels) >= LABELLED * len(labels)


def _of_words(grid: Slots) -> int:
    """A table of words: one header row, two where the second fills a spanning first, none where each row names itself at its left."""
    if grid.heads:
        heads = min(grid.heads, len(grid.rows) - 1)
        return heads - (heads > 1 and _is_group(grid, heads - 1))
    if all(row[0] and row[0].header and not any(cell and cell.header for cell in row[1:]) for row in grid.rows):
        return 0
    if len(grid.rows) > 2 and not grid.texts(1)[0] and "" in grid.texts(0)[1:] and grid.width > 2:
        return 2
    return 1


def _is_data(grid: Slots, n: int) -> bool:
    texts = [text for text in grid.texts(n) if text]
    return any(is_value(text) for text in texts)


def groups_below(grid: Slots) -> int:
    """How many rows at the foot of a grid of headings only name the group of rows that follows."""
    heads = len(grid.rows)
    while heads > 1 and _is_group(grid, heads - 1):
        heads -= 1
    return len(grid.rows) - heads


def _is_group(grid: Slots, n: int) -> bool:
    """A row that only names the group of rows under it: at its beginning, or in a column that is named above as others are."""
    texts, above = grid.texts(n), grid.texts(n - 1)
    held = [c for c, text in enumerate(texts) if text]
    if len(held) != 1:
        return False
    named = sum(map(bool, above)) > 2 and bool(above[held[0]]) and texts[held[0]][0].isupper()
    return held[0] == 0 or (named and not any(map(is_value, grid.column(held[0], n + 1))))


def label_column(grid: Slots, heads: int) -> int:
    """The first column of words; it may stand in the middle. Column 0 where none is."""
    best = 0
    for c in range(grid.width):
        held = [text for text in grid.column(c, heads) if text]
        if not held:
            continue
        numbers = sum(is_value(text) or bool(EMPTY_VALUE.match(text)) for text in held)
        if numbers <= 0.3 * len(held) and (c == 0 or len(held) >= 0.5 * (len(grid.rows) - heads)):
            return c
    return best


def column_labels(grid: Slots, heads: int) -> list[str]:
    """Header cells of each column joined from the top down; a spanning cell counts for all columns that it covers."""
    filled = [_spread(grid, n, heads) for n in range(heads) if not _is_unit(grid, n)]
    labels = []
    for c in range(grid.width):
        parts: list[str] = []
        for row in filled:
            if row[c] and row[c] not in parts and not (UNITS_NOTE.match(row[c]) and len(row[c].split()) > 1):
                parts.append(row[c])
        labels.append(" ".join(parts))
    return labels


def _is_unit(grid: Slots, n: int) -> bool:
    """A header row that only tells the unit of all columns."""
    told = [text for text in grid.texts(n) if text]
    return len(told) == 1 and UNITS_NOTE.match(told[0]) is not None


def _spread(grid: Slots, n: int, heads: int) -> list[str]:
    """The row's texts with spanning cells written into the columns that they cover."""
    texts = grid.texts(n)
    row = grid.rows[n]
    if n + 1 >= heads:
        return _by_span(row, texts)
    below = grid.texts(n + 1)
    texts = _by_span(row, texts)
    for c in range(1, len(texts)):
        if not texts[c] and texts[c - 1] and below[c] and (below[c - 1] or c > 1):
            texts[c] = texts[c - 1]
    return texts


def _by_span(row: Sequence[object], texts: list[str]) -> list[str]:
    spread = list(texts)
    for c, cell in enumerate(row):
        reach = getattr(cell, "colspan", 1) if cell is not None else 1
        for covered in range(c + 1, min(len(spread), c + reach)):
            spread[covered] = spread[covered] or texts[c]
    return spread


def unit_of(caption: str | None, columns: Sequence[str]) -> str | None:
    """What the caption or all columns say of the numbers: "£m", "£000", "%"."""
    named = [UNIT.search(plain(column)) for column in columns]
    found = {_unit(match[0]) for match in named if match}
    if len(found) == 1 and all(named):
        return found.pop()
    if found:
        return None
    told = (match[0] for match in UNIT.finditer(caption or "") if match[0] != "%" or PERCENT_LAST.search(caption or ""))
    return next(map(_unit, told), None)


def _unit(text: str) -> str:
    text = re.sub(r"[\s'’]", "", text.casefold())
    if text.startswith(("£", "€")):
        return text[0] + {"million": "m", "millions": "m", "ms": "m", "000s": "000"}.get(text[1:], text[1:])
    return "%" if text in ("%", "percent") else "FTE"
