"""Tables and definition lists of a page as rows of slots; which tables hold data and which only lay out the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from pipeline.read.html.main import HEADINGS, is_aside, is_element
from pipeline.read.table_use import sets_text
from pipeline.read.written import Slot, squeezed

LAYOUT_ROLES = frozenset({"presentation", "none"})
CELLS = frozenset({"td", "th"})
MOST_SPAN = 200
"""HTML lets a cell span 1,000 columns and 65,534 rows; no paper does."""
LONGEST_CELL, LONGEST_DEFINITION = 600, 200
"""Characters on average: longer than this a "table" lays out a page, and a definition is running text."""
FEWEST_LINKS, LINKED, BESIDE_MENU = 3, 1.2, 200
"""A menu has so many links, hardly a character outside them, and so many characters of text beside it."""
BOLD = frozenset({"b", "strong"})

AGENDA_HEAD = re.compile(r"(?:item|agenda item|minute)?\s*(?:no|number|ref|item)?\.?", re.IGNORECASE)
"""Over the numbers of a table that sets the items of a meeting; its header cells do not make it a table of data."""

Row = list[Slot | None]


def is_data(table: Any) -> bool:
    """Two rows and two columns at least, no table or heading inside; without header cells, no long texts either."""
    if (table.get("role") or "").lower() in LAYOUT_ROLES:
        return False
    if any(True for tag in ("table", *HEADINGS) for found in table.iter(tag) if found is not table):
        return False
    rows = list(_rows(table))
    cells = [[cell for cell in row if cell.tag in CELLS] for row in rows]
    if len(rows) < 2 or max(map(len, cells)) < 2:
        return False
    told = texts(table)
    if any(cell.tag == "th" for row in cells for cell in row):
        return not (AGENDA_HEAD.fullmatch(told[0][0]) and sets_text(told[1:]))
    lengths = [len(text) for row in told for text in row]
    return sum(lengths) <= LONGEST_CELL * len(lengths) and not sets_text(told)


def is_menu(cell: Any) -> bool:
    """A cell of links beside the cell that holds the text: an old page's menu."""
    links = [link for link in cell.iter("a") if cell_text(link)] if cell.tag in CELLS else []
    if len(links) < FEWEST_LINKS or len(cell_text(cell)) > LINKED * sum(len(cell_text(link)) for link in links):
        return False
    return any(len(cell_text(other)) > BESIDE_MENU for other in cell.getparent() if other is not cell and is_element(other))


def texts(table: Any) -> list[list[str]]:
    """The words of each cell."""
    return [[cell_text(cell) for cell in row if cell.tag in CELLS] for row in _rows(table)]


def table_slots(table: Any) -> tuple[list[Row], int]:
    """Rows of slots, None where a spanning cell covers, and how many rows at the top are headers."""
    rows = list(_rows(table))
    made: list[Row] = [[] for _ in rows]
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        column = 0
        for cell in (child for child in row if child.tag in CELLS):
            while (number, column) in taken:
                column += 1
            wide, high = _span(cell, "colspan", MOST_SPAN), _span(cell, "rowspan", len(rows) - number)
            taken |= {(number + down, column + right) for down in range(high) for right in range(wide)}
            _put(made[number], column, Slot(cell_text(cell), wide, high, cell.tag == "th", _is_bold(cell)))
            column += wide
    width = max((column + 1 for _, column in taken), default=0)
    for row_made in made:
        row_made += [None] * (width - len(row_made))
    return made, _header_rows(rows)


def _put(row: Row, column: int, slot: Slot) -> None:
    row += [None] * (column - len(row))
    row.append(slot)


def _rows(table: Any) -> Iterator[Any]:
    """Head, bodies, foot, whatever their order in the file."""
    order = {"thead": 0, "tfoot": 2}
    found = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table and not is_aside(row)]
    yield from sorted(found, key=lambda row: order.get(row.getparent().tag, 1))


def _span(cell: Any, name: str, most: int) -> int:
    """HTML's rule for these numbers: what is none is 1, rowspan 0 goes to the end."""
    digits = (cell.get(name) or "1").strip()
    number = int(digits) if digits.isdecimal() else 1
    return max(1, min(number or (most if name == "rowspan" else 1), most))


def _header_rows(rows: Sequence[Any]) -> int:
    """Leading rows inside thead, or of header cells only."""
    count = 0
    for row in rows:
        cells = [cell for cell in row if cell.tag in CELLS]
        if row.getparent().tag != "thead" and not (cells and all(cell.tag == "th" or not cell_text(cell) for cell in cells)):
            break
        count += 1
    return count if count < len(rows) else 0


def cell_text(cell: Any) -> str:
    """Its words on one line."""
    return squeezed("".join(_texts(cell)))


def _texts(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if is_element(child) and not is_aside(child):
            apart = "" if child.tag in ("a", "span", "em", "i", "u", "sup", "sub", "small", "abbr", "font", *BOLD) else " "
            yield apart
            yield from _texts(child)
            yield apart
        yield child.tail or ""


def _is_bold(cell: Any) -> bool:
    """All its words are header or strong."""
    if cell.tag == "th":
        return True
    strong = sum(len(squeezed("".join(_texts(found)))) for found in cell.iter(*BOLD))
    return 0 < len(cell_text(cell)) <= strong


def definition_slots(listed: Any) -> list[Row] | None:
    """Terms and short definitions as a table of two columns; None where the definitions are running text."""
    rows: list[Row] = []
    term = ""
    for child in _terms(listed):
        text = cell_text(child)
        if child.tag == "dt":
            term = text
            continue
        if len(text) > LONGEST_DEFINITION or any(True for tag in ("ul", "ol", "dl", "table", *HEADINGS) for _ in child.iter(tag)):
            return None
        rows.append([Slot(term, header=True, bold=True), Slot(text)])
        term = ""
    return rows if rows and not term else None


def _terms(listed: Any) -> Iterator[Any]:
    """dt and dd, also inside the div that HTML allows around each group."""
    for child in listed:
        if not is_element(child) or is_aside(child):
            continue
        if child.tag == "div":
            yield from _terms(child)
        elif child.tag in ("dt", "dd"):
            yield child
