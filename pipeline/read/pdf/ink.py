"""What is printed on a PDF page: words with a box for every character, straight rules, filled areas and pictures.

pdfium gives characters in the order of the content stream; nothing here puts them in reading order.
All places are in layout space: points from the lower left of the page turned so that most of its text stands upright.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.model.documents import Box

SPACE_GAP = 0.16
"""A gap of this share of the font size between two characters is a space even where the file holds none."""
HINTED_GAP = 0.1
"""The same where pdfium, which knows the characters' usual distances, sees a space."""
NUMBERED_GAP = 0.06
"""The same between the number of a paragraph and the capital that begins it: a tab may leave hardly more."""


class Word(NamedTuple):
    """Characters without white space between them, in one style, on one base line."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    base: float
    """Height of the base line."""
    size: float
    bold: bool
    boxes: tuple[Box, ...]
    spaced: bool = False
    """The file holds a space before it."""
    hinted: bool = False
    """pdfium sees a space before it."""
    order: int = 0
    """Place in the content stream."""
    hidden: bool = False
    turned: bool = False
    """Set at an angle to the rest of the page: all words that follow one another at that angle, with their spaces."""
    slanted: bool = False
    """At none of the right angles, like the word DRAFT across a page."""
    unmapped: bool = False
    """Its font does not say which characters it shows: what stands here is no text."""
    struck: bool = False
    """Crossed out; hidden too."""

    @property
    def box(self) -> Box:
        return Box(self.x0, self.y0, self.x1, self.y1)


class Rule(NamedTuple):
    """A straight line, drawn as a stroke, a thin box or the edge of a filled area: x0 == x1 or y0 == y1."""

    x0: float
    y0: float
    x1: float
    y1: float
    edge: bool = False
    """Only the edge of a filled area."""


@dataclass(frozen=True, slots=True)
class Frame:
    """How layout space lies on the page as shown."""

    width: float
    height: float
    """Size of layout space in points."""
    turns: int = 0
    """Quarter turns clockwise from layout space to the page as shown."""

    skew: float = 0.0
    """Degrees anticlockwise by which a scan was turned straight; its words lie askew on the page as shown."""

    def shown(self, box: Box) -> Box:
        """A box of layout space as a box of the page as shown."""
        if self.skew:
            box = self._askew(box)
        return turn(box, self.turns, self.width, self.height) if self.turns else box

    def _askew(self, box: Box) -> Box:
        """The box moved to where its middle lies on the page before it was turned straight."""
        angle = math.radians(-self.skew)
        x, y = (box.x0 + box.x1 - self.width) / 2, (box.y0 + box.y1 - self.height) / 2
        dx = x * math.cos(angle) - y * math.sin(angle) - x
        dy = x * math.sin(angle) + y * math.cos(angle) - y
        return Box(box.x0 + dx, box.y0 + dy, box.x1 + dx, box.y1 + dy)

    @property
    def shown_size(self) -> tuple[float, float]:
        """Width and height of the page as shown."""
        return (self.width, self.height) if self.turns % 2 == 0 else (self.height, self.width)


@dataclass(frozen=True, slots=True)
class Ink:
    """One page as printed."""

    frame: Frame
    words: tuple[Word, ...]
    rules: tuple[Rule, ...] = ()
    fills: tuple[Box, ...] = ()
    pictures: tuple[Box, ...] = ()
    recognised: bool = False
    confidence: float | None = None


def turn(box: Box, quarters: int, width: float, height: float) -> Box:
    """A box turned clockwise by quarters within an area of this size."""
    x0, y0, x1, y1 = box
    for _ in range(quarters % 4):
        x0, y0, x1, y1 = y0, width - x1, y1, width - x0
        width, height = height, width
    return Box(x0, y0, x1, y1)
