"""The text of a PDF's page under marks that were drawn over its picture."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

GROWN = 1.0
"""Points by which a mark is drawn wider than its words on each side."""


def under(path: Path, number: int, marks: Sequence[tuple[float, float, float, float]]) -> str:
    """The characters, spaces left out, whose middles lie under marks (x, y, width, height from the upper left, in points), mark by mark."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    try:
        sheet = document[number - 1]
        text, height = sheet.get_textpage(), sheet.get_height()
        middles = [((x0 + x1) / 2, height - (y0 + y1) / 2) for x0, y0, x1, y1 in (text.get_charbox(n) for n in range(text.count_chars()))]
        return bare(
            "".join(
                text.get_text_range(n, 1)
                for x, y, width, tall in marks
                for n, (across, down) in enumerate(middles)
                if x + GROWN <= across <= x + width - GROWN and y + GROWN <= down <= y + tall - GROWN
            )
        )
    finally:
        document.close()


def bare(text: str) -> str:
    """A text without its spaces; pdfium gives the hyphen at the end of a line as U+FFFE."""
    return "".join(text.split()).replace("\ufffe", "-")
