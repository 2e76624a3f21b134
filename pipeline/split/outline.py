"""What a paper says of its own outline: its bookmarks and its list of contents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.language.wording import held, plain, words
from pipeline.model.documents import Bookmark
from pipeline.split.gridded import slots
from pipeline.split.units import Unit

CONTENTS = re.compile(r"(?:table of )?contents?(?: page)?|index|in this (?:report|document|issue)", re.IGNORECASE)
PAGE_END = re.compile(r"[\s.…_·]*(?:page\s*)?\d{1,3}\s*$", re.IGNORECASE)
NUMBERED_PAGE = re.compile(r"\D\s*[.…_\s]\d{1,3}$")
NUMBER = re.compile(r"^(?:section|chapter|part)?\s*\d{1,2}[a-z]?(?:\.\d{1,2})*[.):|]?\s*[|–-]?\s*", re.IGNORECASE)
DOTTED = re.compile(r"\s*\d{1,2}\.\d")
MOST_WORDS = 24
MORE_WORDS = 3
"""A heading may have so many words more than its bookmark, and no more than twice as many: "Agenda Item No" is no "Agenda"."""
MOST_ENTRIES = 150
FEWEST_BEGUN = 3
"""An entry of so many words may be the beginning of a longer title."""
ENOUGH = 4
"""Fewer entries are no list of contents."""


class Entry(NamedTuple):
    """A line of a list of contents."""

    key: str
    lesser: bool
    """Printed as a subheading: with a bullet or a dotted number."""


def key(title: str) -> str:
    """A title as it is compared: without its number, page and colon."""
    return " ".join(words(NUMBER.sub("", PAGE_END.sub("", plain(title)) if len(title) > 8 else plain(title))))


def contents(units: Sequence[Unit]) -> tuple[list[Entry], frozenset[int]]:
    """What the part's list of contents names, in order, and the units that are its entries."""
    for at, unit in enumerate(units):
        if unit.block.kind != "table" and CONTENTS.fullmatch(plain(unit.words).strip(" :")):
            entries, taken = _entries(units, at + 1)
            if len(entries) >= ENOUGH:
                return entries, frozenset(taken)
    return [], frozenset()


def _entries(units: Sequence[Unit], start: int) -> tuple[list[Entry], list[int]]:
    """Entries from unit `start`: the rows of tables, or lines up to the one where the first title stands again."""
    entries: list[Entry] = []
    taken: list[int] = []
    tabled = False
    for at in range(start, min(len(units), start + MOST_ENTRIES)):
        unit = units[at]
        if unit.block.kind == "table":
            entries += _of_table(unit)
            taken.append(at)
            tabled = True
            continue
        title = key(unit.words)
        if entries and title and NUMBERED_PAGE.search(unit.words):
            entries.append(Entry(title, False))
            taken.append(at)
            continue
        if tabled or (title and any(title == entry.key for entry in entries)) or len(unit.words.split()) > MOST_WORDS:
            return entries, taken
        if title:
            entries.append(Entry(title, unit.lead.dash is not None or "." in (unit.lead.number or "")))
        taken.append(at)
    return [], []


def _of_table(unit: Unit) -> list[Entry]:
    grid = slots(unit.block.grid) if unit.block.grid else None
    if grid is None:
        return []
    found = []
    for n in range(len(grid.rows)):
        texts = [text for text in grid.texts(n) if text and not text.strip(". ").isdecimal()]
        if texts:
            longest = max(texts, key=len)
            found.append(Entry(key(longest), DOTTED.match(" ".join(texts)) is not None))
    return found


def match(entries: Sequence[Entry], titles: Sequence[str], adjacent: Sequence[bool]) -> dict[int, bool]:
    """Which headings (by their titles' keys) the list of contents names, and whether as lesser ones: from the end, each entry
    the last heading before the next entry's; of two of the same name, one just above the other, the upper."""
    found: dict[int, bool] = {}
    limit = len(titles)
    for entry in reversed(entries):
        at = next((i for i in range(limit - 1, -1, -1) if titles[i] == entry.key), None)
        if at is None and not entry.lesser and len(entry.key.split()) >= FEWEST_BEGUN:
            at = next((i for i in range(limit - 1, -1, -1) if titles[i].startswith(f"{entry.key} ")), None)
        if at is None:
            continue
        if at and adjacent[at - 1] and titles[at - 1] == entry.key:
            at -= 1
        found[at] = entry.lesser
        limit = at
    return found


def bookmark_of(unit: Unit, bookmarks: Sequence[Bookmark]) -> int | None:
    """The level of the bookmark that names this unit on its page."""
    if len(unit.text.split()) > MOST_WORDS:
        return None
    text = plain(unit.text)
    for bookmark in bookmarks:
        title = plain(bookmark.title)
        most = len(words(title)) + min(MORE_WORDS, len(words(title)))
        if bookmark.page == unit.block.page and words(title) and held(title, text) >= 0.99 and len(words(text)) <= most:
            return bookmark.level
    return None
