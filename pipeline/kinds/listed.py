"""Papers that open without a head of their own, at the page that the agenda prints for them: "Home First (Pages 17 - 23)".

The numbers printed on the pages count, not the pages of the file. They are believed where other papers of the pack begin on the
pages that the agenda gives them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.kinds.agenda import ITEM
from pipeline.kinds.lines import Line
from pipeline.kinds.marks import Mark
from pipeline.kinds.whole import is_slide
from pipeline.language.wording import held
from pipeline.model.documents import Document

PAGES = re.compile(
    r"[\s.…(\[]*(?:\b(?:pages?|pp?\.)\s*:?\s*|[.…\t]{2,}\s*)(?P<first>\d{1,4})(?:\s*(?:[-–]|to|and)\s*\d{1,4})?\s*[)\]]?\s*$", re.IGNORECASE
)
MINUTES = re.compile(r"\bminutes\b", re.IGNORECASE)
"""Minutes have a heading of their own, and a date that the agenda's line need not give."""
REACH = 3
"""Lines under an item's number in which its page is printed."""
FEWEST = 2
"""So many papers must begin where the agenda says."""
SAME = 0.75


class Item(NamedTuple):
    number: str
    title: str
    page: int
    """0-based page of the file that bears the printed number."""


def marks(document: Document, found: Sequence[Line], known: Sequence[Mark]) -> Iterator[Mark]:
    """A mark at the top of each page where an item's paper should begin and nothing is known to begin."""
    items = list(_items(document, found, known))
    begun = {found[mark.line].page: mark for mark in known if mark.kind not in ("agenda", "cover")}
    open_ = [item for item in items if item.page not in begun and not MINUTES.search(item.title)]
    elsewhere = any(held(item.title, mark.title) >= SAME for item in open_ for mark in begun.values())
    if elsewhere or sum(item.page in begun for item in items) < FEWEST:
        return
    for item in open_:
        line = next((line for line in found if line.page == item.page), None)
        if line:
            yield Mark(line.at, "slides" if is_slide(document.pages[item.page]) else "report", item.title, 3, item.number)


def _items(document: Document, found: Sequence[Line], known: Sequence[Mark]) -> Iterator[Item]:
    """The agenda's items whose printed page is in the file."""
    lines = sorted({mark.line for mark in known})
    for mark in known:
        if mark.kind != "agenda":
            continue
        stop = next((line for line in lines if line > mark.line), len(found))
        last = found[stop - 1].page
        pages = {page.label: index for index, page in reversed(list(enumerate(document.pages))) if page.label and index > last - 1}
        for line in found[mark.line : stop]:
            match = ITEM.fullmatch(line.text)
            under = [line, *(each for each in found[line.at + 1 : min(stop, line.at + 1 + REACH)])]
            printed = _printed(under) if match else None
            if match and printed in pages:
                yield Item(match["number"], PAGES.sub("", match["title"]).strip(" :\t"), pages[printed])


def _printed(under: Sequence[Line]) -> str | None:
    """The first page number of an item's own lines: up to the next item."""
    for at, line in enumerate(under):
        if at and ITEM.fullmatch(line.text):
            return None
        match = PAGES.search(line.text)
        if match:
            return match["first"]
    return None
