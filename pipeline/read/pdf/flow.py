"""A page's words and tables as items in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.read.pdf.beside import beside
from pipeline.read.pdf.columns import between_tables, border
from pipeline.read.pdf.compose import Item
from pipeline.read.pdf.contacts import contacts
from pipeline.read.pdf.furniture import Known, Mark, furniture, stamps
from pipeline.read.pdf.ink import Ink, Word
from pipeline.read.pdf.lines import Line, line, rows
from pipeline.read.pdf.tables.aligned import runs
from pipeline.read.pdf.tables.grids import TableLines, ruled_tables
from pipeline.read.pdf.tables.headers import with_headers
from pipeline.read.pdf.tables.lattice import boxed_rows, lattices
from pipeline.read.pdf.tables.stacks import half_ruled_tables
from pipeline.read.pdf.tables.tabulate import tabulate

SURE_OF_SCAN = 0.8
"""Recognised words stray: only a clear table is taken for one where nothing is ruled."""
DEEPEST = 6
"""Columns within columns, at most."""


def items(ink: Ink, neighbours: Sequence[tuple[Mark, ...]], known: Known) -> list[Item]:
    """Furniture at the top, the page's text and tables, text set sideways, furniture at the bottom, then what is hidden."""
    edges = furniture(ink, [*neighbours, known.page()])
    known.note(edges, ink)
    across = [word for word in stamps(ink, neighbours) if not any(word in row.words for row in edges)]
    taken = {word.order for row in edges for word in row.words} | {word.order for word in across}
    seen = [word for word in ink.words if not word.hidden and word.order not in taken]
    grids = lattices(ink.rules)
    ruled, rest = ruled_tables(seen, grids)
    half_ruled, upright = half_ruled_tables([word for word in rest if not word.turned], ink.rules, boxed_rows(grids))
    tables = ruled + half_ruled
    middle = ink.frame.height / 2
    head = [Item("furniture", row) for row in edges if row.base > middle]
    foot = [Item("furniture", row) for row in edges if row.base <= middle]
    hidden = [Item("hidden", row) for row in rows([word for word in ink.words if word.hidden])]
    sideways = [Item("text", line([word])) for word in rest if word.turned]
    flowing = [_headed(item, ink) for item in _flow(upright, tables, ink, 0)]
    return [*head, *flowing, *sideways, *foot, *(Item("furniture", line([word])) for word in across), *hidden]


def _headed(item: Item, ink: Ink) -> Item:
    """A table with its header rows; on a recognised page it is no surer than its words."""
    if not item.table:
        return item
    table = with_headers(item.table, ink.fills)
    return replace(item, table=replace(table, confidence=round(table.confidence * (ink.confidence or 1.0), 2)))


def _flow(words: Sequence[Word], tables: Sequence[TableLines], ink: Ink, depth: int) -> list[Item]:
    strip = (border(words, tables) or between_tables(words, tables)) if depth < DEEPEST else None
    if strip is None:
        return _downwards(words, tables, ink)
    parts: list[tuple[list[Word], list[TableLines]]] = [([], []) for _ in range(4)]
    for word in words:
        parts[_part((word.y0 + word.y1) / 2, word.x1 <= strip.x + 1, strip.top, strip.bottom)][0].append(word)
    for table in tables:
        parts[_part((table.box.y0 + table.box.y1) / 2, table.box.x1 <= strip.x + 1, strip.top, strip.bottom)][1].append(table)
    return [item for held, boxed in parts for item in _flow(held, boxed, ink, depth + 1)]


def _part(y: float, left: bool, top: float, bottom: float) -> int:
    """0 above the columns, 1 in the left one, 2 in the right one, 3 below."""
    if y >= top:
        return 0
    return 3 if y <= bottom else (1 if left else 2)


def _downwards(words: Sequence[Word], tables: Sequence[TableLines], ink: Ink) -> list[Item]:
    """Line by line, with unruled tables found among the lines."""
    found: list[tuple[float, Item]] = [(table.box.y1, Item("table", None, table)) for table in tables]
    for stretch in _stretches(rows(words), tables):
        found += _with_contacts(stretch, ink)
    return [item for _, item in sorted(found, key=lambda pair: -pair[0])]


def _stretches(lines: Sequence[Line], tables: Sequence[TableLines]) -> list[list[Line]]:
    """Lines between one table and the next."""
    tops = sorted((table.box.y1 for table in tables), reverse=True)
    found: dict[int, list[Line]] = {}
    for each in lines:
        found.setdefault(sum(top > each.base for top in tops), []).append(each)
    return list(found.values())


def _with_contacts(stretch: list[Line], ink: Ink) -> list[tuple[float, Item]]:
    """Lines of which a column of contact details is read after what stands beside it."""
    column = contacts(stretch)
    if column is None:
        return _with_tables(stretch, ink)
    above, below = stretch[: column.first], stretch[column.last + 1 :]
    return [
        *(_with_tables(above, ink) if above else ()),
        *_texts([*column.left, *column.right]),
        *(_with_contacts(below, ink) if below else ()),
    ]


def _with_tables(stretch: list[Line], ink: Ink) -> list[tuple[float, Item]]:
    low, high = stretch[-1].y0, stretch[0].y1
    breaks = [rule.x0 for rule in ink.rules if rule.x0 == rule.x1 and not rule.edge and rule.y0 < high and rule.y1 > low]
    found: list[tuple[float, Item]] = []
    at = 0
    for run in runs(stretch, breaks):
        made = tabulate(stretch, run, ink.rules, breaks)
        if made is None or (ink.recognised and made[0].confidence < SURE_OF_SCAN):
            found += _texts(stretch[at : run.first])
            found += _texts(beside(stretch[run.first : run.last + 1], run.columns) or stretch[run.first : run.last + 1])
            at = run.last + 1
            continue
        table, first, last = made
        found += _texts(stretch[at : max(first, at)])
        found.append((table.box.y1, Item("table", None, table)))
        at = last + 1
    return found + _texts(stretch[at:])


def _texts(lines: Sequence[Line]) -> list[tuple[float, Item]]:
    """Lines as items, in the order given: a line never comes before the one given before it."""
    found: list[tuple[float, Item]] = []
    for each in lines:
        base = min(each.base, found[-1][0] - 0.001) if found else each.base
        found.append((base, Item("text", each)))
    return found
