"""Tables of a paper as reportlab tables: ruled, row rules only, banded, or without any line."""

from reportlab.lib.colors import white
from reportlab.platypus import Paragraph as Words
from reportlab.platypus import Table as Grid

from corpus.builder.blocks import Table
from corpus.builder.inline import marked
from corpus.builder.styles import RAG, SHADES, House, cell
from corpus.builder.sums import value

Command = tuple[object, ...]
PADDING = 3
SIDE = 4


def laid_out(table: Table, house: House, width: float) -> Grid:
    """A flowable of that width in points; header rows repeat on every page."""
    header = int(table.options.get("header", "1"))
    widths = _widths(table, width)
    rows = [[_cell(table, house, r, c) for c in range(len(row))] for r, row in enumerate(table.rows)]
    grid = Grid(rows, colWidths=widths, repeatRows=header, hAlign="LEFT", spaceBefore=4, spaceAfter=10)
    grid.setStyle([*_lines(table, header), *_spans(table), *_rag(table), *_totals(table)])
    return grid


def _widths(table: Table, width: float) -> list[float]:
    shares = [float(part) for part in table.options.get("widths", "").split()] or [1.0] * len(table.rows[0])
    if len(shares) != len(table.rows[0]):
        raise ValueError(f"{len(shares)} widths for {len(table.rows[0])} columns: {table.rows[0]}")
    return [width * share / sum(shares) for share in shares]


def _cell(table: Table, house: House, row: int, column: int) -> Words | str:
    text = table.rows[row][column]
    if text in ("<", "^", ""):
        return ""
    header = row < int(table.options.get("header", "1"))
    size = float(table.options.get("size", house.size - 1.5))
    return Words(marked(text), cell(house, size, _align(table, row, column), header))


def _align(table: Table, row: int, column: int) -> str:
    if "align" in table.options:
        return table.options["align"][column]
    below = [one[column] for one in table.rows[int(table.options.get("header", "1")) :]]
    numeric = any(value(text) is not None for text in below) and column > 0
    if row < int(table.options.get("header", "1")) and _spans_right(table.rows[row], column):
        return "c"
    return "r" if numeric else "l"


def _spans_right(row: tuple[str, ...], column: int) -> bool:
    return column + 1 < len(row) and row[column + 1] == "<"


def _lines(table: Table, header: int) -> list[Command]:
    style = table.options.get("style", "ruled")
    base: list[Command] = [
        ("VALIGN", (0, 0), (-1, -1), table.options.get("valign", "TOP")),
        ("TOPPADDING", (0, 0), (-1, -1), float(table.options.get("pad", PADDING))),
        ("BOTTOMPADDING", (0, 0), (-1, -1), float(table.options.get("pad", PADDING))),
        ("LEFTPADDING", (0, 0), (-1, -1), float(table.options.get("side", SIDE))),
        ("RIGHTPADDING", (0, 0), (-1, -1), float(table.options.get("side", SIDE))),
    ]
    looks: dict[str, list[Command]] = {
        "ruled": [("GRID", (0, 0), (-1, -1), 0.5, SHADES["rule"]), ("BACKGROUND", (0, 0), (-1, header - 1), SHADES["head"])],
        "rows": [("LINEBELOW", (0, 0), (-1, -1), 0.4, SHADES["rule"]), ("LINEABOVE", (0, 0), (-1, 0), 1, SHADES["rule"])],
        "banded": [
            ("ROWBACKGROUNDS", (0, header), (-1, -1), [white, SHADES["band"]]),
            ("BACKGROUND", (0, 0), (-1, header - 1), SHADES["head"]),
        ],
        "borderless": [],
    }
    return (
        base
        + ([] if style == "ruled" and header == 0 else looks[style])
        + ([("GRID", (0, 0), (-1, -1), 0.5, SHADES["rule"])] if style == "ruled" and header == 0 else [])
    )


def _spans(table: Table) -> list[Command]:
    return [
        ("SPAN", (c, r), (_last(row, c), _lowest(table, r, c)))
        for r, row in enumerate(table.rows)
        for c, text in enumerate(row)
        if text not in ("<", "^") and (_last(row, c) > c or _lowest(table, r, c) > r)
    ]


def _last(row: tuple[str, ...], column: int) -> int:
    while column + 1 < len(row) and row[column + 1] == "<":
        column += 1
    return column


def _lowest(table: Table, row: int, column: int) -> int:
    while row + 1 < len(table.rows) and table.rows[row + 1][column] == "^":
        row += 1
    return row


def _rag(table: Table) -> list[Command]:
    return [
        ("BACKGROUND", (c, r), (c, r), RAG[text.lower()])
        for r, row in enumerate(table.rows)
        for c, text in enumerate(row)
        if text.lower() in RAG
    ]


def _totals(table: Table) -> list[Command]:
    labels = table.options.get("total", "").split(";")
    return [
        ("LINEABOVE", (0, r), (-1, r), 0.8, SHADES["rule"])
        for r, row in enumerate(table.rows)
        if table.options.get("style") != "ruled" and row[int(table.options.get("label", "0"))].strip("*") in labels and any(row)
    ]
