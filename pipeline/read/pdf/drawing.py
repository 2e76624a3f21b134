"""Rules, filled areas and pictures of a PDF page, in the file's own space."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.model.documents import Box
from pipeline.read.pdf import pdfium
from pipeline.read.pdf.glyphs import colour_of
from pipeline.read.pdf.ink import Rule
from pipeline.read.pdf.words import WHITE

TEXT, PATH, IMAGE, FORM = 1, 2, 3, 5
MOVE, LINE = 2, 0
THIN = 3.0
"""A filled box no thicker than this many points is a line."""
SHORTEST = 3.0
LEVEL = 0.5
"""How far from level or upright, in points, a rule may lean."""
DEEPEST = 4
MOST_RULES = 6000
"""A page with more rules is a map or plan; the fullest tables have some hundreds of cells with four edges each."""
MOST_SEGMENTS = 400
"""A path with more segments is a drawing or a map, not the rules of a table."""

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True, slots=True)
class Drawing:
    rules: tuple[Rule, ...]
    fills: tuple[Box, ...]
    """Filled areas that are not white and thicker than a line."""
    pictures: tuple[Box, ...]
    covers: tuple[tuple[int, Box], ...] = ()
    """White areas with their place in the order of drawing: they hide what was drawn before."""
    drawn_at: Mapping[int, int] = field(default_factory=dict)
    """Place in the order of drawing of each text object, by its address."""


def drawing(page: int) -> Drawing:
    """`page` is the address of pdfium's page."""
    rules: list[Rule] = []
    fills: list[Box] = []
    pictures: list[Box] = []
    covers: list[tuple[int, Box]] = []
    drawn_at: dict[int, int] = {}
    for order, (kind, item, matrix) in enumerate(_objects(page, "FPDFPage_CountObjects", "FPDFPage_GetObject", IDENTITY, 0)):
        if kind == TEXT:
            drawn_at[item] = order
        elif kind == IMAGE:
            pictures.append(_picture(item, matrix))
        else:
            drawn, filled, white = _path(item, matrix)
            rules += drawn
            fills += filled
            covers += [(order, box) for box in white]
    if len(rules) > MOST_RULES:
        rules, fills = [], []
    return Drawing(tuple(rules), tuple(fills), tuple(pictures), tuple(covers), drawn_at)


def _objects(owner: int, count: str, get: str, matrix: Matrix, depth: int) -> Iterator[tuple[int, int, Matrix]]:
    """Text, paths and pictures in the order of drawing, with the matrix of the forms that hold them."""
    kind_of, item_at = pdfium.call("FPDFPageObj_GetType"), pdfium.call(get)
    for i in range(pdfium.call(count)(owner)):
        item = item_at(owner, i)
        kind = kind_of(item)
        if kind in (TEXT, PATH, IMAGE):
            yield kind, item, matrix
        elif kind == FORM and depth < DEEPEST:
            inner = _times(_matrix(item), matrix)
            yield from _objects(item, "FPDFFormObj_CountObjects", "FPDFFormObj_GetObject", inner, depth + 1)


def _matrix(item: int) -> Matrix:
    values = (ctypes.c_float * 6)()
    pdfium.call("FPDFPageObj_GetMatrix")(item, ctypes.addressof(values))
    return (values[0], values[1], values[2], values[3], values[4], values[5])


def _times(m: Matrix, n: Matrix) -> Matrix:
    """First m, then n."""
    return (
        m[0] * n[0] + m[1] * n[2], m[0] * n[1] + m[1] * n[3], m[2] * n[0] + m[3] * n[2], m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4], m[4] * n[1] + m[5] * n[3] + n[5],
    )  # fmt: skip


def _at(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _picture(item: int, matrix: Matrix) -> Box:
    """A picture is the unit square under its matrix."""
    placed = _times(_matrix(item), matrix)
    corners = [_at(placed, x, y) for x in (0, 1) for y in (0, 1)]
    return Box(min(x for x, _ in corners), min(y for _, y in corners), max(x for x, _ in corners), max(y for _, y in corners))


def _path(item: int, matrix: Matrix) -> tuple[list[Rule], list[Box], list[Box]]:
    """Rules, coloured areas and white areas that a path draws."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.call("FPDFPath_GetDrawMode")(item, ctypes.addressof(fill), ctypes.addressof(stroke))
    colour = colour_of(item, "FPDFPageObj_GetFillColor") if fill.value else None
    filled = bool(fill.value) and (colour is None or colour[3] > 0)
    if not (filled or stroke.value):
        return [], [], []
    outlines = list(_outlines(item, _times(_matrix(item), matrix)))
    if stroke.value:
        rules = [rule for points in outlines for rule in _strokes(points)]
    boxes = [box for points in outlines if (box := _rectangle(points)) is not None] if filled else []
    if colour and min(colour[:3]) >= WHITE:
        opaque = colour[3] == 255 and not pdfium.call("FPDFPageObj_HasTransparency")(item)
        return rules if stroke.value else [], [], boxes if opaque else []
    if not stroke.value:
        rules = [rule for box in boxes for rule in _edges(box)]
    return rules, [box for box in boxes if not _is_thin(box)], []


def _outlines(item: int, matrix: Matrix) -> Iterator[list[tuple[float, float]]]:
    """The corners of each outline of a path; those with curves are left out."""
    count = pdfium.call("FPDFPath_CountSegments")(item)
    if count > MOST_SEGMENTS:
        return
    points: list[tuple[float, float]] = []
    xy = (ctypes.c_float * 2)()
    at = ctypes.addressof(xy)
    straight = True
    for i in range(count):
        segment = pdfium.call("FPDFPath_GetPathSegment")(item, i)
        kind = pdfium.call("FPDFPathSegment_GetType")(segment)
        pdfium.call("FPDFPathSegment_GetPoint")(segment, at, at + 4)
        if kind == MOVE:
            if straight and len(points) > 1:
                yield points
            points, straight = [], True
        straight = straight and kind in (MOVE, LINE)
        points.append(_at(matrix, xy[0], xy[1]))
        if pdfium.call("FPDFPathSegment_GetClose")(segment):
            points.append(points[0])
    if straight and len(points) > 1:
        yield points


def _strokes(points: list[tuple[float, float]]) -> Iterator[Rule]:
    for (x0, y0), (x1, y1) in pairwise(points):
        if abs(y0 - y1) <= LEVEL and abs(x0 - x1) >= SHORTEST:
            yield Rule(min(x0, x1), (y0 + y1) / 2, max(x0, x1), (y0 + y1) / 2)
        elif abs(x0 - x1) <= LEVEL and abs(y0 - y1) >= SHORTEST:
            yield Rule((x0 + x1) / 2, min(y0, y1), (x0 + x1) / 2, max(y0, y1))


def _rectangle(points: list[tuple[float, float]]) -> Box | None:
    xs, ys = sorted(x for x, _ in points), sorted(y for _, y in points)
    corners = all(min(x - xs[0], xs[-1] - x) <= LEVEL and min(y - ys[0], ys[-1] - y) <= LEVEL for x, y in points)
    return Box(xs[0], ys[0], xs[-1], ys[-1]) if corners and len(points) >= 4 else None


def _is_thin(box: Box) -> bool:
    return min(box.x1 - box.x0, box.y1 - box.y0) <= THIN


def _edges(box: Box) -> Iterator[Rule]:
    """The rule that a thin box draws, or the edges of a filled area."""
    x0, y0, x1, y1 = box
    width, height = x1 - x0, y1 - y0
    if height <= THIN and width >= max(SHORTEST, 2 * height):
        yield Rule(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2)
    elif width <= THIN and height >= max(SHORTEST, 2 * width):
        yield Rule((x0 + x1) / 2, y0, (x0 + x1) / 2, y1)
    elif width > THIN and height > THIN:
        yield from (Rule(x0, y0, x1, y0, True), Rule(x0, y1, x1, y1, True), Rule(x0, y0, x0, y1, True), Rule(x1, y0, x1, y1, True))
