"""Word's tables as rows of slots, with cells merged across and down."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from pipeline.read.docx.parts import W
from pipeline.read.docx.styles import flag, value
from pipeline.read.table_use import sets_text
from pipeline.read.written import Slot

LONG_CELL, LONG_PARAGRAPHS = 400, 3
"""A cell with so many characters in so many paragraphs is running text: such a table lays out the page."""
MOST_LONG_ROWS = 0.25
THROUGH = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"))
"""What may stand between a table and its rows, or a row and its cells."""

Row = list[Slot | None]


def rows(table: Any) -> list[Any]:
    """The rows that are there once deletions are accepted."""
    return [row for row in within(table, f"{W}tr") if row.find(f"{W}trPr/{W}del") is None]


def cells(row: Any) -> list[Any]:
    return list(within(row, f"{W}tc"))


def within(element: Any, tag: str) -> Iterator[Any]:
    """Children of this tag, content controls and accepted changes looked through."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in THROUGH:
            yield from within(child, tag)


def is_data(table: Any, is_heading: Callable[[Any], bool]) -> bool:
    """More than one column, no headings, few cells of running text, and nothing nested but little tables in few rows."""
    found = [cells(row) for row in rows(table)]
    if not found or max(map(len, found)) < 2:
        return False
    if _lays_out(table, found) or any(is_heading(paragraph) for paragraph in table.iter(f"{W}p")):
        return False
    long = sum(any(_is_long(cell) for cell in row) for row in found)
    return long <= MOST_LONG_ROWS * len(found) and not sets_text(texts(table))


def _lays_out(table: Any, found: list[list[Any]]) -> bool:
    """Whether it holds tables as large as itself, or one in many rows: it sets them on the page."""
    holding = sum(any(cell.find(f".//{W}tbl") is not None for cell in row) for row in found)
    return holding > MOST_LONG_ROWS * len(found) or any(len(rows(inner)) >= len(found) for inner in table.iterfind(f".//{W}tbl"))


def texts(table: Any) -> list[list[str]]:
    """The typed words of each cell; of one with nothing but an automatic number, that there is one."""
    return [[_typed(cell) for cell in cells(row)] for row in rows(table)]


def _typed(cell: Any) -> str:
    words = " ".join("".join(t.text or "" for t in paragraph.iter(f"{W}t")) for paragraph in cell.iter(f"{W}p"))
    return words.strip() or ("1." if cell.find(f".//{W}numPr") is not None else "")


def _is_long(cell: Any) -> bool:
    told = [text for paragraph in within(cell, f"{W}p") if (text := "".join(t.text or "" for t in paragraph.iter(f"{W}t")).strip())]
    return len(told) >= LONG_PARAGRAPHS and sum(map(len, told)) >= LONG_CELL


def slots(table: Any, words: Callable[[Any], tuple[str, bool]]) -> tuple[list[Row], int]:
    """Rows of slots, None where a merged cell covers, and how many rows at the top are marked to be repeated as headers.

    `words` gives a cell's text on one line and whether it is bold.
    """
    found = rows(table)
    heads = _header_rows(found)
    made: list[Row] = []
    above: dict[int, tuple[int, int]] = {}
    for number, row in enumerate(found):
        line: Row = [None] * _integer(value(row.find(f"{W}trPr"), "gridBefore"), 0)
        for cell in cells(row):
            properties = cell.find(f"{W}tcPr")
            wide, column = _integer(value(properties, "gridSpan"), 1), len(line)
            text, bold = words(cell)
            if _continues(properties) and column in above:
                _grow(made, above[column])
                line += [None] * wide
                continue
            above[column] = (number, column)
            line += [Slot(text, wide, 1, number < heads, bold), *[None] * (wide - 1)]
        made.append(line)
    width = max(map(len, made), default=0)
    return [line + [None] * (width - len(line)) for line in made], heads


def _continues(properties: Any | None) -> bool:
    """A cell that the one above it is merged with."""
    merged = None if properties is None else properties.find(f"{W}vMerge")
    return merged is not None and merged.get(f"{W}val") != "restart"


def _grow(made: list[Row], at: tuple[int, int]) -> None:
    slot = made[at[0]][at[1]]
    if slot is not None:
        made[at[0]][at[1]] = slot._replace(rowspan=slot.rowspan + 1)


def _header_rows(found: list[Any]) -> int:
    count = 0
    for row in found:
        if not flag(row.find(f"{W}trPr"), "tblHeader"):
            break
        count += 1
    return count if count < len(found) else 0


def _integer(text: str | None, default: int) -> int:
    return int(text) if text and text.isdecimal() and int(text) < 1000 else default
