"""Whether a table holds data, or only sets running text: an agenda, or minutes with their numbers in a column of their own.

Rows of such a table are read as paragraphs, with the number before its text, so that they can be headings, resolutions and items.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

NUMBERING = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivx]{1,5})[.):]*|item\s+\d{1,3}\.?", re.IGNORECASE)
ONLY_NUMBERING = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*[.):]?|[a-z][.)]|[ivx]{1,5}[.)])|item\s+\d{1,3}\.?", re.IGNORECASE)
PUNCTUATED = re.compile(
    r"\(?(?:\d{1,3}(?:\.\d{1,3})*[.):]|\d{1,3}(?:\.\d{1,3})+|[a-z][.)]|[ivx]{1,5}[.)])|item\s+\d{1,3}\.?", re.IGNORECASE
)
"""Numbering that cannot be a figure."""
FIGURE = re.compile(r"[(£€$+\-–−]*\s*\d[\d,.]*\s*(?:%|[kmb]n?\b|\))*")
PAGES = re.compile(r"(?:\(?(?:pages?|pp?\.?)\s*)?\d{0,4}(?:\s*(?:[-–]|to)\s*\d{1,4})?\)?", re.IGNORECASE)
LONG = 250
"""Characters: a column whose cells are mostly longer holds running text."""
MANY = 0.6
FEWEST_FIGURES = 0.3
FEWEST_ROWS = 2

Texts = Sequence[Sequence[str]]


def sets_text(rows: Texts) -> bool:
    """Whether these rows, the text of each cell, are an agenda or minutes set as a table."""
    return is_agenda(rows) or _is_prose(rows)


def numbers(rows: Texts) -> re.Pattern[str]:
    """What in a table that sets text is a number for the paragraph after it."""
    return ONLY_NUMBERING if sets_text(rows) else PUNCTUATED


def is_agenda(rows: Texts) -> bool:
    """Numbers, titles and perhaps pages: nothing else. Plain 1, 2, 3 before figures is data."""
    told = [[cell.strip() for cell in row] for row in rows if any(cell.strip() for cell in row)]
    if len(told) < FEWEST_ROWS or not all(2 <= len(row) <= 4 for row in told):
        return False
    numbered = [row for row in told if row[0]]
    fits = [
        row for row in told if _is_numbering(row[0]) and not FIGURE.fullmatch(row[1]) and all(PAGES.fullmatch(cell) for cell in row[2:])
    ]
    return len(fits) == len(told) and len(numbered) >= MANY * len(told) and any(len(row[1].split()) > 1 for row in told)


def _is_numbering(text: str) -> bool:
    return not text or NUMBERING.fullmatch(text) is not None


def _is_prose(rows: Texts) -> bool:
    """One column of long texts and none of figures."""
    width = max(map(len, rows), default=0)
    columns = [[row[c].strip() for row in rows if c < len(row) and row[c].strip()] for c in range(width)]
    if len(rows) < FEWEST_ROWS or any(_are_figures(column) for column in columns if column):
        return False
    return any(median(map(len, column)) >= LONG for column in columns if len(column) >= FEWEST_ROWS)


def _are_figures(column: Sequence[str]) -> bool:
    """Figures that are no numbering."""
    figures = sum(FIGURE.fullmatch(cell) is not None for cell in column)
    numbering = sum(ONLY_NUMBERING.fullmatch(cell) is not None for cell in column)
    return figures >= FEWEST_FIGURES * len(column) and numbering < MANY * len(column)
