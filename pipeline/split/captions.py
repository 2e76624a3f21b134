"""What a table is called: its own caption, or the line before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.language.dates import dates
from pipeline.language.wording import plain, words
from pipeline.model.documents import Document, Issue
from pipeline.split import cues
from pipeline.split.gridded import UNITS_NOTE
from pipeline.split.units import Unit

CAPTION = re.compile(r"^(?:table|figure|chart)\s+[\dA-Z][\w.]*\s*[:.–-]?\s*", re.IGNORECASE)
NUMBERED = re.compile(r"^table\s+[A-Z]?\d[\w.]*\s*[:.–-]\s*[A-Z]", re.IGNORECASE)
"""A caption with a number and a title; what has no title may be a sentence about the table."""
MOST_CAPTION_WORDS = 40
FEWER = 25
NEAR = 4
"""Units after (or just before) a caption among which its table is looked for."""
SHOWN = re.compile(r"\b(?:table|below|following|chart)\b", re.IGNORECASE)
"""A sentence that speaks of its table is its caption; another sentence is not, where a heading stands above it."""
DETAIL = re.compile(r"(?:\w+ ){0,3}\w+:\s*(?P<value>.{3,60})$")
LEGEND = re.compile(r"\(?[*^†‡§#~]{1,3}\)?\s+\S")
"""A line that tells what a mark in the table means."""


def caption_of(units: Sequence[Unit], i: int) -> tuple[str | None, str]:
    """The table's own caption or the line before it, and a line that only tells its unit."""
    grid = units[i].block.grid
    note, at = "", i - 1
    if at >= 0 and units[at].part == units[i].part and UNITS_NOTE.match(plain(units[at].text)):
        note, at = plain(units[at].text), at - 1
    while at >= 0 and units[at].part == units[i].part and units[at].block.kind != "table" and LEGEND.match(units[at].text):
        at -= 1
    if grid and grid.caption:
        return plain(grid.caption), note
    if at < 0 or units[at].block.kind == "table" or units[at].part != units[i].part:
        return None, note
    text = plain(units[at].text)
    above = units[at - 1] if at and units[at - 1].part == units[i].part else None
    if above is not None and not note and UNITS_NOTE.match(plain(above.text)):
        note = plain(above.text)
    if text.endswith(".") and above is not None and SHOWN.search(text) is None and above.block.kind == "heading":
        text = plain(above.text)
    named = CAPTION.match(text) is not None or (len(words(text)) <= MOST_CAPTION_WORDS and not _is_detail(text))
    return (text.strip(" :") if named else None), note


def _is_detail(text: str) -> bool:
    """A line of a title page that gives a date, a name or an address, and names no table: "Lead inspector: ..."."""
    value = DETAIL.match(text)
    return bool(
        cues.VALUE_LINE.match(text)
        or cues.LABEL_VALUE.match(text)
        or cues.CONTACT.search(text)
        or (value and (any(dates(value["value"])) or cues.PERSON.match(value["value"])))
    )


def missed(document: Document, units: Sequence[Unit]) -> tuple[Issue, ...]:
    """An issue for each numbered caption on a page without a table near it: what stands there is a picture, or was read as text."""
    found = []
    for i, unit in enumerate(units):
        text = plain(unit.text)
        title = unit.block.kind != "table" and NUMBERED.match(text) is not None and not text.endswith((".", ";", ","))
        near = units[max(0, i - 1) : i + NEAR]
        listed = sum(NUMBERED.match(other.text) is not None for other in near) > 1 or text[-1:].isdigit()
        if title and not listed and len(text.split()) <= FEWER and not any(other.block.kind == "table" for other in near):
            found.append(Issue("split", f'no table was read under "{text}"', document.pages[unit.block.page].number))
    return tuple(found)
