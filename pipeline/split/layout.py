"""Grids that only lay out text: name lists, label and value lines, contact details, contents. They become paragraphs."""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median

from pipeline.split import cues
from pipeline.split.columns import HEADER_WORDS
from pipeline.split.gridded import Slots, is_value

NAME = re.compile(r"^(?:(?:Cllrs?|Councillor|Mrs?|Ms|Miss|Dr|Prof|Rev|Sir|Lady|Lord)\.?\s+[A-Z].*|vacancy|vacant)$", re.IGNORECASE)
PLAIN_NAME = re.compile(r"^[A-Z][a-z'’-]+(?: [A-Z]\.?)*(?: [A-Z][\w'’-]+){1,2}$")
ROLE = re.compile(
    r"\b(?:director|officer|head|manager|chief|lead|adviser|clerk|solicitor|engineer|accountant|assistant|coordinator|inspector|"
    r"nurse|governor|partner)\b",
    re.IGNORECASE,
)
WORDY = 6
LEADER = re.compile(r"[._…]{4,}")


def is_layout(grid: Slots) -> bool:
    """Whether the grid is no table of data."""
    cells = [text for n in range(len(grid.rows)) for text in grid.texts(n) if text]
    if grid.width < 2 or len(grid.rows) < 2 or not cells or _is_contacts(cells):
        return True
    return any(tells(grid) for tells in (is_names, _is_contents, _is_labels, _is_people, _is_numbered, _has_no_header))


def is_names(grid: Slots) -> bool:
    """Members in columns: each cell is a name of its own."""
    cells = [text for n in range(len(grid.rows)) for text in grid.texts(n) if text]
    return sum(bool(NAME.match(text)) for text in cells) >= 0.6 * len(cells)


def _is_contacts(cells: list[str]) -> bool:
    return sum(bool(cues.CONTACT.search(text)) for text in cells) >= 0.3 * len(cells)


def _is_contents(grid: Slots) -> bool:
    last = [text for text in grid.column(grid.width - 1, 0) if text]
    pages = [int(text) for text in last if text.isdecimal()]
    if any(LEADER.search(text) for text in grid.column(0, 0)):
        return True
    whole = len(pages) == len(last) >= 4 and grid.width <= 3 and pages == sorted(pages) and pages[-1] < 1000
    return (
        whole
        and not any(is_value(text) for text in grid.column(0, 0))
        and len(set(pages)) < len(pages) + 1
        and not HEADER_WORDS.search(" ".join(grid.texts(0)))
    )


def _is_labels(grid: Slots) -> bool:
    """ "Report to: | Cabinet": labels with a colon beside their values, and no row of headings."""
    first = [text for text in grid.column(0, 0) if text]
    if grid.width > 3 or any(is_value(text) for n in range(len(grid.rows)) for text in grid.texts(n)[1:]):
        return False
    labelled = sum(text.rstrip().endswith(":") for text in first)
    return (labelled >= 0.6 * len(first) and not (labelled == 1 and len(first) > 1)) or (
        labelled >= 1 and labelled >= len(first) - 1 and len(grid.rows) <= 2 and grid.width == 2 and not grid.texts(0)[1].endswith("s")
    )


def _is_numbered(grid: Slots) -> bool:
    """Numbered paragraphs set in columns: 2.1, 2.2, 2.3 beside text."""
    columns = [[text for text in grid.column(c, 0) if text] for c in range(grid.width)]
    wordy = any(column and median(len(text.split()) for text in column) >= WORDY for column in columns)
    return wordy and any(_counts_on(column) for column in columns)


def _counts_on(column: list[str]) -> bool:
    parts = [text.strip(".").split(".") for text in column]
    if len(parts) < 2 or any(len(part) != 2 or not all(piece.isdecimal() for piece in part) for part in parts):
        return False
    return all(a[0] == b[0] and int(b[1]) == int(a[1]) + 1 for a, b in pairwise(parts))


def _is_people(grid: Slots) -> bool:
    """Names beside their roles."""
    if grid.width > 3 or grid.width < 2:
        return False
    first, second = grid.column(0, 0), grid.column(1, 0)
    named = sum(bool(PLAIN_NAME.match(text) or NAME.match(text)) for text in first)
    return named >= 0.7 * len(first) and sum(bool(ROLE.search(text)) for text in second) >= 0.5 * len(second)


def _has_no_header(grid: Slots) -> bool:
    """Words only, and a first row that reads like the others: columns of text side by side."""
    if grid.heads:
        return False
    values = sum(is_value(text) for n in range(len(grid.rows)) for text in grid.texts(n))
    if values:
        return False
    head = [text for text in grid.texts(0) if text]
    if len(head) < 2:
        return len(grid.rows) < 3
    body = [text for n in range(1, len(grid.rows)) for text in grid.texts(n) if text]
    shorter = sum(len(text) for text in head) / len(head) <= 0.6 * sum(len(text) for text in body) / max(1, len(body))
    named = sum(bool(HEADER_WORDS.search(text)) for text in head) >= 0.5 * len(head)
    return not (shorter or named)
