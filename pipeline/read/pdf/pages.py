"""One page of a PDF as ink: pdfium's page turned into words, rules and pictures in layout space."""

from __future__ import annotations

from typing import Any

from pipeline.model.documents import Box
from pipeline.read.pdf import pdfium
from pipeline.read.pdf.drawing import drawing
from pipeline.read.pdf.ink import Frame, Ink, Rule, turn
from pipeline.read.pdf.struck import without_struck
from pipeline.read.pdf.words import Sheet, words

COVERS = 0.5
"""A picture over this share of the page is a scan."""


def ink(page: Any) -> Ink:
    """`page` is a pypdfium2 page."""
    left, bottom, right, top = page.get_cropbox()
    origin, size = (left, bottom), (right - left, top - bottom)
    drawn = drawing(pdfium.address(page))
    behind = drawn.fills + drawn.pictures
    textpage = page.get_textpage()

    def covered(owner: int, box: Box) -> bool:
        at = drawn.drawn_at.get(owner)
        return at is not None and any(order > at and _holds(area, box) for order, area in drawn.covers)

    sheet = Sheet(origin, size, lambda box: any(_holds(area, box) for area in behind), covered)
    found, quarters = words(pdfium.address(textpage), sheet)
    textpage.close()

    def moved(x0: float, y0: float, x1: float, y1: float) -> Box:
        return turn(Box(x0 - left, y0 - bottom, x1 - left, y1 - bottom), quarters, *size)

    shown = page.get_rotation() // 90
    width, height = size if quarters % 2 == 0 else size[::-1]
    rules = tuple(Rule(*moved(*rule[:4]), rule.edge) for rule in drawn.rules)
    pictures = tuple(moved(*box) for box in drawn.pictures)
    frame = Frame(width, height, (shown - quarters) % 4)
    layered = _is_layered(found, pictures, width * height)
    shown_words = tuple(word._replace(hidden=False) for word in found) if layered else without_struck(found, rules)
    return Ink(frame, shown_words, rules, tuple(moved(*box) for box in drawn.fills), pictures, layered)


def _holds(area: Box, box: Box) -> bool:
    return area.x0 <= (box.x0 + box.x1) / 2 <= area.x1 and area.y0 <= (box.y0 + box.y1) / 2 <= area.y1


def _is_layered(found: tuple[Any, ...], pictures: tuple[Box, ...], area: float) -> bool:
    """Whether invisible text lies over a scan: it is what a scanner recognised there, and is wanted."""
    scanned = any((box.x1 - box.x0) * (box.y1 - box.y0) >= COVERS * area for box in pictures)
    seen = sum(len(word.text) for word in found if not word.hidden)
    unseen = sum(len(word.text) for word in found if word.hidden)
    return scanned and unseen > seen
