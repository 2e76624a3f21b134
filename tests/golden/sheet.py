"""Small PDFs drawn line by line, so that each case puts its words exactly where a council's printer would."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import reportlab
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Table

WIDE = landscape(A4)
Rule = tuple[Any, ...]
RULED: tuple[Rule, ...] = (("GRID", (0, 0), (-1, -1), 0.5, colors.black),)
HALF: tuple[Rule, ...] = (
    ("LINEABOVE", (0, 0), (-1, 0), 1, colors.black),
    ("LINEBELOW", (0, 0), (-1, 0), 0.5, colors.black),
    ("LINEBELOW", (0, -1), (-1, -1), 1, colors.black),
)
"""Rules above and below the header and at the foot, as in accounts."""
NUMBERS: tuple[Rule, ...] = (("ALIGN", (1, 0), (-1, -1), "RIGHT"),)
BOLD_HEAD: tuple[Rule, ...] = (("FONTNAME", (0, 0), (-1, 0), "Helvetica-Bold"),)
LEADING = 1.2
VERA = "Vera"
"""A font with ligatures, soft hyphens and a minus sign, which comes with reportlab."""
pdfmetrics.registerFont(TTFont(VERA, str(Path(reportlab.__file__).parent / "fonts" / "Vera.ttf")))


class Sheet:
    """A PDF with a cursor that goes down the page. Lengths in points; `y` counts from the foot."""

    def __init__(
        self, path: Path, size: tuple[float, float] = A4, *, margin: float = 64, furniture: Callable[[Sheet], object] | None = None
    ) -> None:
        self.width, self.height = size
        self.canvas = Canvas(str(path), pagesize=size, invariant=1)
        self.margin, self.furniture = margin, furniture
        self.left, self.right = margin, self.width - margin
        self.number = 1
        self.y = self.height - margin

    def put(self, x: float, y: float, words: str, *, size: float = 11, bold: bool = False, font: str | None = None) -> float:
        """Words at a place; gives the x where they end."""
        name = font or ("Helvetica-Bold" if bold else "Helvetica")
        self.canvas.setFont(name, size)
        self.canvas.drawString(x, y, words)
        return x + float(self.canvas.stringWidth(words, name, size))

    def line(self, words: str, *, size: float = 11, bold: bool = False, indent: float = 0, gap: float = 0, centred: bool = False) -> None:
        """One printed line, as it is broken in the source, and `gap` points of space after it."""
        name = "Helvetica-Bold" if bold else "Helvetica"
        x = (self.width - self.canvas.stringWidth(words, name, size)) / 2 if centred else self.left + indent
        self.put(x, self.y, words, size=size, bold=bold)
        self.y -= size * LEADING + gap

    def text(
        self, words: str, *, size: float = 11, bold: bool = False, indent: float = 0, gap: float = 7, right: float | None = None
    ) -> None:
        """A paragraph, broken where the lines are full."""
        name = "Helvetica-Bold" if bold else "Helvetica"
        for line in simpleSplit(words, name, size, (right or self.right) - self.left - indent):
            self.line(line, size=size, bold=bold, indent=indent)
        self.y -= gap

    def head(self, words: str, *, size: float = 11) -> None:
        """A heading in bold."""
        self.text(words, size=size, bold=True, gap=6)

    def numbered(self, number: str, words: str, *, indent: float = 0, hang: float = 34, bold: bool = False) -> None:
        """A paragraph whose number hangs in the margin."""
        self.put(self.left + indent, self.y, number, bold=bold)
        self.text(words, indent=indent + hang, bold=bold)

    def table(
        self,
        rows: Sequence[Sequence[str]],
        widths: Sequence[float],
        style: Sequence[Rule] = RULED,
        *,
        x: float | None = None,
        size: float = 9,
    ) -> None:
        """A table at the cursor, or beside what stands there where `x` is given (the cursor then stays)."""
        look = [("FONTSIZE", (0, 0), (-1, -1), size), ("VALIGN", (0, 0), (-1, -1), "TOP"), *style]
        made = Table([list(row) for row in rows], colWidths=list(widths), style=look)
        _, height = made.wrapOn(self.canvas, self.width, self.height)
        made.drawOn(self.canvas, self.left if x is None else x, self.y + 9 - height)
        if x is None:
            self.y -= height + 12

    def page(self) -> None:
        """Ends the page and begins the next."""
        if self.furniture:
            self.furniture(self)
        self.canvas.showPage()
        self.number += 1
        self.y = self.height - self.margin

    def save(self) -> None:
        """Ends the last page and writes the file."""
        if self.furniture:
            self.furniture(self)
        self.canvas.save()
