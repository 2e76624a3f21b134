"""Characters of a PDF page as pdfium gives them, with box and style."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.model.documents import Box
from pipeline.read.pdf import pdfium
from pipeline.read.pdf.fonts import is_bold

BREAK_HYPHENS = frozenset((0x02, 0xFFFE))
"""pdfium's marks for a hyphen at a line end."""
SYMBOLS = {
    0xF0B7: "•", 0xF0A7: "▪", 0xF0A8: "◻", 0xF06E: "■", 0xF06F: "□", 0xF071: "❑", 0xF072: "❒", 0xF075: "◆", 0xF076: "❖", 0xF077: "⬥",
    0xF0D8: "➢", 0xF0E0: "→", 0xF0FC: "✓", 0xF0FE: "☑", 0xF02D: "-", 0xF0B0: "°", 0xF0B1: "±", 0xF0B3: "≥", 0xF0A3: "≤",
}  # fmt: skip
"""Characters of Symbol and Wingdings, which files place in the private area, as the marks that they print."""
NOTHING = frozenset((0, 0xFEFF, 0xFFFF, 0x200B))
SPACES = frozenset((0x03, 0x09, 0x0A, 0x0D, 0x20, 0xA0, *range(0x2000, 0x200B), 0x202F, 0x3000))
"""3 is the space of a TrueType font that does not say which letters its shapes are."""
LINEAR = 16
"""Bytes of a matrix that turn and scale; the rest moves."""


class Style(NamedTuple):
    """How characters are set."""

    size: float
    bold: bool
    quarter: int
    """Quarter turns anticlockwise of its base line in the file's own space."""
    slanted: bool
    """At none of the four right angles."""


class Glyph(NamedTuple):
    character: str
    box: Box
    style: Style
    spaced: bool
    hinted: bool
    number: int
    owner: int
    """Address of its text object; 0 where it has none."""
    unmapped: bool = False
    """Its font does not say which character it is: what stands here is a number in the font."""


def glyphs(textpage: int) -> Iterator[Glyph]:
    """Every printed character, spaces left out but remembered by the next one."""
    unicode, generated, owner, fails = (
        pdfium.call(f"FPDFText_{name}") for name in ("GetUnicode", "IsGenerated", "GetTextObject", "HasUnicodeMapError")
    )
    count = pdfium.call("FPDFText_CountChars")(textpage)
    boxes = _boxes(textpage, count)
    style_of = _Styles(textpage)
    spaced, hinted, last, doubted = True, False, 0, False
    for i in range(count):
        code = unicode(textpage, i)
        if code in SPACES:
            hinted = True
            spaced = spaced or not generated(textpage, i)
            continue
        if code in NOTHING:
            continue
        text_object = owner(textpage, i) or 0
        if text_object != last or i == 0:
            style, last, doubted = style_of(i, text_object), text_object, fails(textpage, i) == 1
        box = _tight(textpage, i) if style.quarter or style.slanted else boxes[i]
        yield Glyph(character(code), box, style, spaced, hinted, i, text_object, doubted and fails(textpage, i) == 1)
        spaced = hinted = False


def _boxes(textpage: int, count: int) -> list[Box]:
    """Boxes of upright characters with the font's full height, so that a full stop is as tall as its line."""
    rects = (ctypes.c_float * (4 * count))()
    at, box_of = ctypes.addressof(rects), pdfium.call("FPDFText_GetLooseCharBox")
    for i in range(count):
        box_of(textpage, i, at + 16 * i)
    sides = list(rects)
    return list(map(Box, sides[0::4], sides[3::4], sides[2::4], sides[1::4]))


class _Styles:
    """Styles of one page's characters; those set alike share one."""

    def __init__(self, textpage: int) -> None:
        self.textpage = textpage
        self.matrix = (ctypes.c_float * 6)()
        self.known: dict[tuple[int, float, bytes], Style] = {}
        self.calls = tuple(pdfium.call(name) for name in ("FPDFText_GetMatrix", "FPDFText_GetFontSize", "FPDFTextObj_GetFont"))

    def __call__(self, i: int, text_object: int) -> Style:
        matrix_of, size_of, font_of = self.calls
        matrix_of(self.textpage, i, ctypes.addressof(self.matrix))
        font = (font_of(text_object) if text_object else None) or 0
        key = (font, size_of(self.textpage, i), bytes(self.matrix)[:LINEAR])
        style = self.known.get(key)
        if style is None:
            a, b, c, d = self.matrix[:4]
            angle = math.degrees(math.atan2(b, a)) / 90
            style = Style(key[1] * (math.hypot(c, d) or 1), bool(font) and _bold(font), round(angle) % 4, abs(angle - round(angle)) > 0.1)
            self.known[key] = style
        return style


def character(code: int) -> str:
    """The character of a code as pdfium gives it."""
    if code in BREAK_HYPHENS:
        return "-"
    return SYMBOLS.get(code) or chr(code)


def _tight(textpage: int, i: int) -> Box:
    sides = [ctypes.c_double() for _ in range(4)]
    left, right, bottom, top = (ctypes.addressof(side) for side in sides)
    pdfium.call("FPDFText_GetCharBox")(textpage, i, left, right, bottom, top)
    x0, x1, y0, y1 = (side.value for side in sides)
    return Box(x0, y0, x1, y1)


def _bold(font: int) -> bool:
    name = ctypes.create_string_buffer(200)
    pdfium.call("FPDFFont_GetBaseFontName")(font, ctypes.addressof(name), 200)
    return is_bold(name.value.decode("latin-1"), pdfium.call("FPDFFont_GetWeight")(font))


def colour_of(page_object: int, name: str) -> tuple[int, int, int, int] | None:
    """Red, green, blue and alpha of a page object's fill or stroke; None where it has none."""
    parts = (ctypes.c_uint * 4)()
    at = ctypes.addressof(parts)
    return (parts[0], parts[1], parts[2], parts[3]) if pdfium.call(name)(page_object, at, at + 4, at + 8, at + 12) else None
