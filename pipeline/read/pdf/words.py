"""Characters of a PDF page chained into words in the order of the content stream, with what cannot be seen marked."""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.model.documents import Box
from pipeline.read.pdf import pdfium
from pipeline.read.pdf.glyphs import Glyph, colour_of, glyphs
from pipeline.read.pdf.ink import NUMBERED_GAP, SPACE_GAP, Word, turn

INVISIBLE = frozenset((3, 7))
"""Text render modes that paint nothing: neither filled nor stroked, and clipping only."""
SMALLEST = 2.0
"""Text under this size in points cannot be read on paper."""
WHITE = 250
"""Red, green and blue at least this bright are white."""
ASCENT, DESCENT = 0.75, 0.22
"""Height of a line over and under its base line, as shares of the font size, where the font's own is not to be had."""
NEXT = 1.2
"""Words set sideways that follow one another are so many font sizes apart, at most."""
NUMBER_ENDS = frozenset("0123456789.)")
"""How the number of a paragraph ends."""
NOWHERE = Box(0, 0, 0, 0)
"""The box of a space that is put in."""


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
    printed = list(glyphs(textpage))
    turns = Counter(glyph.style.quarter for glyph in printed if not glyph.style.slanted)
    quarters = turns.most_common(1)[0][0] if turns else 0
    found = [_word(textpage, chain, quarters, sheet, order) for order, chain in enumerate(_chains(printed))]
    return tuple(_runs_joined(found)), quarters


def _runs_joined(found: Sequence[Word]) -> Iterator[Word]:
    """Words set at an angle, those that follow one another as one: their places on the page do not tell their order."""
    held: list[Word] = []
    for word in found:
        if held and not (word.turned and _goes_on(held[-1], word)):
            yield _joined(held)
            held = []
        if word.turned:
            held.append(word)
        else:
            yield word
    if held:
        yield _joined(held)


def _goes_on(last: Word, word: Word) -> bool:
    """Whether a word set at an angle follows another: next in the file and near it."""
    across = max(last.x0, word.x0) - min(last.x1, word.x1)
    up = max(last.y0, word.y0) - min(last.y1, word.y1)
    near = word.slanted or max(across, up) < NEXT * word.size
    return word.slanted == last.slanted and word.order == last.order + 1 and near


def _joined(held: Sequence[Word]) -> Word:
    boxes = [box for word in held for box in (*word.boxes, NOWHERE)][:-1]
    text = " ".join(word.text for word in held)
    around = _around([word.box for word in held])
    return held[0]._replace(text=text, x0=around.x0, y0=around.y0, x1=around.x1, y1=around.y1, base=around.y0, boxes=tuple(boxes))


def _unseen(text_object: int, box: Box, sheet: Sheet) -> bool:
    """Whether characters are set invisible, white on white, or hidden by what was drawn later."""
    if not text_object:
        return False
    if pdfium.call("FPDFTextObj_GetTextRenderMode")(text_object) in INVISIBLE:
        return True
    colour = colour_of(text_object, "FPDFPageObj_GetFillColor")
    white = colour is not None and min(colour[:3]) >= WHITE
    return (white and not sheet.seen_on(box)) or sheet.covered(text_object, box)


def _chains(printed: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    chain: list[Glyph] = []
    for glyph in printed:
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
        return last.owner == glyph.owner or _near(last.box, glyph.box, style.size)
    if last.owner != glyph.owner and last.character in NUMBER_ENDS and glyph.character.isupper():
        return False
    widest = NUMBERED_GAP if last.character in NUMBER_ENDS and glyph.character.isupper() else SPACE_GAP
    return abs(last.box.y0 - glyph.box.y0) < 0.1 * style.size and -0.5 * style.size < glyph.box.x0 - last.box.x1 < widest * style.size


def _near(a: Box, b: Box, size: float) -> bool:
    across = max(a.x0, b.x0) - min(a.x1, b.x1)
    up = max(a.y0, b.y0) - min(a.y1, b.y1)
    return max(across, up) < 0.35 * size


def _word(textpage: int, chain: list[Glyph], quarters: int, sheet: Sheet, order: int) -> Word:
    style = chain[0].style
    around = _around([glyph.box for glyph in chain])
    unmapped = len(chain) > 1 and all(glyph.unmapped for glyph in chain)
    hidden = unmapped or style.size < SMALLEST or _outside(around, sheet) or _unseen(chain[0].owner, around, sheet)
    turned = style.slanted or style.quarter != quarters
    boxes = [_moved(glyph.box, quarters, sheet) for glyph in chain]
    base = _moved(_origin(textpage, chain[0].number), quarters, sheet).y0
    if style.quarter and not turned:
        boxes = [Box(box.x0, base - DESCENT * style.size, box.x1, base + ASCENT * style.size) for box in boxes]
    text = "".join(glyph.character for glyph in chain)
    spaced, hinted = chain[0].spaced, chain[0].hinted
    around = _around(boxes)
    word = Word(text, *around, base, style.size, style.bold, tuple(boxes), spaced, hinted, order, hidden, turned, style.slanted)
    return word._replace(unmapped=True) if unmapped else word


def _origin(textpage: int, i: int) -> Box:
    """Where the base line of a character begins, as a box without area."""
    point = (ctypes.c_double * 2)()
    at = ctypes.addressof(point)
    pdfium.call("FPDFText_GetCharOrigin")(textpage, i, at, at + 8)
    return Box(point[0], point[1], point[0], point[1])


def _around(boxes: Sequence[Box]) -> Box:
    if len(boxes) == 1:
        return boxes[0]
    left, low, right, high = zip(*boxes, strict=True)
    return Box(min(left), min(low), max(right), max(high))


def _outside(box: Box, sheet: Sheet) -> bool:
    x, y = (box.x0 + box.x1) / 2 - sheet.origin[0], (box.y0 + box.y1) / 2 - sheet.origin[1]
    return not (0 <= x <= sheet.size[0] and 0 <= y <= sheet.size[1])


def _moved(box: Box, quarters: int, sheet: Sheet) -> Box:
    """A box of the file's own space in layout space."""
    x, y = sheet.origin
    if not (x or y or quarters):
        return box
    box = Box(box.x0 - x, box.y0 - y, box.x1 - x, box.y1 - y)
    return turn(box, quarters, *sheet.size) if quarters else box
