"""Characters of a PDF page, chained into words in the order of the content stream."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.model.documents import Box
from pipeline.read import pdfium
from pipeline.read.fonts import is_bold
from pipeline.read.ink import SPACE_GAP, Word, turn

BREAK_HYPHENS = frozenset((0x02, 0xFFFE))
"""pdfium's marks for a hyphen at a line end."""
SYMBOLS = {
    0xF0B7: "•", 0xF0A7: "▪", 0xF0A8: "◻", 0xF06E: "■", 0xF06F: "□", 0xF071: "❑", 0xF072: "❒", 0xF075: "◆", 0xF076: "❖", 0xF077: "⬥",
    0xF0D8: "➢", 0xF0E0: "→", 0xF0FC: "✓", 0xF0FE: "☑", 0xF02D: "-", 0xF0B0: "°", 0xF0B1: "±", 0xF0B3: "≥", 0xF0A3: "≤",
}  # fmt: skip
"""Characters of Symbol and Wingdings, which files place in the private area, as the marks that they print."""
NOTHING = frozenset((0, 0xFEFF, 0xFFFF, 0x200B))
SPACES = frozenset((0x09, 0x0A, 0x0D, 0x20, 0xA0, *range(0x2000, 0x200B), 0x202F, 0x3000))
INVISIBLE = frozenset((3, 7))
"""Text render modes that paint nothing: neither filled nor stroked, and clipping only."""
LINEAR = 16
"""Bytes of a matrix that turn and scale; the rest moves."""
SMALLEST = 2.0
"""Text under this size in points cannot be read on paper."""
ASCENT, DESCENT = 0.75, 0.22
"""Height of a line over and under its base line, as shares of the font size, where the font's own is not to be had."""
WHITE = 250
"""Red, green and blue at least this bright are white."""


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
    index: int
    owner: int
    """Address of its text object; 0 where it has none."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """How the file's own space lies under layout space, and what white text would be seen on."""

    origin: tuple[float, float]
    """Lower left corner of the crop box."""
    size: tuple[float, float]
    seen_on: Callable[[Box], bool]
    """Whether white text shows at a box of the file's own space."""
    covered: Callable[[int, Box], bool]
    """Whether something drawn later hides the text object (by address) at a box of the file's own space."""


def words(textpage: int, sheet: Sheet) -> tuple[tuple[Word, ...], int]:
    """Words of a page in layout space, and by how many quarters that was turned clockwise from the file's own space.

    `textpage` is the address of pdfium's text page.
    """
    glyphs = list(_glyphs(textpage))
    turns = Counter(glyph.style.quarter for glyph in glyphs if not glyph.style.slanted)
    quarters = turns.most_common(1)[0][0] if turns else 0
    return tuple(_word(textpage, chain, quarters, sheet, order) for order, chain in enumerate(_chains(glyphs))), quarters


def _glyphs(textpage: int) -> Iterator[Glyph]:
    """Every printed character, spaces left out but remembered by the next one."""
    unicode, generated, owner = (pdfium.call(f"FPDFText_{name}") for name in ("GetUnicode", "IsGenerated", "GetTextObject"))
    style_of = _Styles(textpage)
    spaced, hinted, last = True, False, 0
    for i in range(pdfium.call("FPDFText_CountChars")(textpage)):
        code = unicode(textpage, i)
        if code in SPACES:
            hinted = True
            spaced = spaced or not generated(textpage, i)
            continue
        if code in NOTHING:
            continue
        text_object = owner(textpage, i) or 0
        if text_object != last or i == 0:
            style, last = style_of(i, text_object), text_object
        box = _tight(textpage, i) if style.quarter or style.slanted else _loose(textpage, i)
        yield Glyph(character(code), box, style, spaced, hinted, i, text_object)
        spaced = hinted = False


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


def _loose(textpage: int, i: int) -> Box:
    """Box of upright text with the font's full height, so that a full stop is as tall as its line."""
    rect = (ctypes.c_float * 4)()
    pdfium.call("FPDFText_GetLooseCharBox")(textpage, i, ctypes.addressof(rect))
    x0, y1, x1, y0 = rect
    return Box(x0, y0, x1, y1)


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


def _unseen(text_object: int, box: Box, sheet: Sheet) -> bool:
    """Whether characters are set invisible, white on white, or hidden by what was drawn later."""
    if not text_object:
        return False
    if pdfium.call("FPDFTextObj_GetTextRenderMode")(text_object) in INVISIBLE:
        return True
    colour = colour_of(text_object, "FPDFPageObj_GetFillColor")
    white = colour is not None and min(colour[:3]) >= WHITE
    return (white and not sheet.seen_on(box)) or sheet.covered(text_object, box)


def colour_of(page_object: int, name: str) -> tuple[int, int, int, int] | None:
    """Red, green, blue and alpha of a page object's fill or stroke; None where it has none."""
    parts = (ctypes.c_uint * 4)()
    at = ctypes.addressof(parts)
    return (parts[0], parts[1], parts[2], parts[3]) if pdfium.call(name)(page_object, at, at + 4, at + 8, at + 12) else None


def _chains(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    chain: list[Glyph] = []
    for glyph in glyphs:
        if chain and not _follows(chain[-1], glyph):
            yield chain
            chain = []
        chain.append(glyph)
    if chain:
        yield chain


def _follows(last: Glyph, glyph: Glyph) -> bool:
    """Whether a character continues the word of the one before it."""
    style = glyph.style
    if glyph.spaced or (last.style is not style and last.style != style):
        return False
    if style.quarter or style.slanted:
        return last.style is style or _near(last.box, glyph.box, style.size)
    return abs(last.box.y0 - glyph.box.y0) < 0.1 * style.size and -0.5 * style.size < glyph.box.x0 - last.box.x1 < SPACE_GAP * style.size


def _near(a: Box, b: Box, size: float) -> bool:
    across = max(a.x0, b.x0) - min(a.x1, b.x1)
    up = max(a.y0, b.y0) - min(a.y1, b.y1)
    return max(across, up) < 0.35 * size


def _word(textpage: int, chain: list[Glyph], quarters: int, sheet: Sheet, order: int) -> Word:
    style = chain[0].style
    around = _around([glyph.box for glyph in chain])
    hidden = style.size < SMALLEST or _outside(around, sheet) or _unseen(chain[0].owner, around, sheet)
    turned = style.slanted or style.quarter != quarters
    boxes = [_moved(glyph.box, quarters, sheet) for glyph in chain]
    base = _moved(_origin(textpage, chain[0].index), quarters, sheet).y0
    if style.quarter and not turned:
        boxes = [Box(box.x0, base - DESCENT * style.size, box.x1, base + ASCENT * style.size) for box in boxes]
    text = "".join(glyph.character for glyph in chain)
    return Word(text, *_around(boxes), base, style.size, style.bold, tuple(boxes), chain[0].spaced, chain[0].hinted, order, hidden, turned)


def _origin(textpage: int, i: int) -> Box:
    """Where the base line of a character begins, as a box without area."""
    point = (ctypes.c_double * 2)()
    at = ctypes.addressof(point)
    pdfium.call("FPDFText_GetCharOrigin")(textpage, i, at, at + 8)
    return Box(point[0], point[1], point[0], point[1])


def _around(boxes: Sequence[Box]) -> Box:
    return Box(min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))


def _outside(box: Box, sheet: Sheet) -> bool:
    x, y = (box.x0 + box.x1) / 2 - sheet.origin[0], (box.y0 + box.y1) / 2 - sheet.origin[1]
    return not (0 <= x <= sheet.size[0] and 0 <= y <= sheet.size[1])


def _moved(box: Box, quarters: int, sheet: Sheet) -> Box:
    """A box of the file's own space in layout space."""
    x, y = sheet.origin
    box = Box(box.x0 - x, box.y0 - y, box.x1 - x, box.y1 - y)
    return turn(box, quarters, *sheet.size) if quarters else box
