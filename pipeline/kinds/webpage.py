"""A meeting's own web page, as committee systems make it: "Agenda and minutes", the body and its day, then items with what was minuted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.kinds.letterhead import body_in
from pipeline.kinds.lines import Line, window
from pipeline.kinds.marks import Mark
from pipeline.language.bodies import committee_line
from pipeline.language.dates import dates

_PAPER = r"(?:draft |printed )?(?:agenda|minutes|decisions)"
HEADING = re.compile(rf"{_PAPER}(?:(?:,| and|,? &) {_PAPER}){{0,2}}", re.IGNORECASE)
"""ModernGov's headings: "Agenda and draft minutes", "Agenda, decisions and minutes"."""
MINUTED = re.compile(r"(?:draft )?(?:minutes|decisions?) ?:", re.IGNORECASE)
"""What such a page prints over the minute of each item."""
HEAD, NEAR = 12, 3
"""Lines in which the page says what it is, and within which body and day follow."""
MOST_ITEMS = 6000


def marks(found: Sequence[Line]) -> Iterator[Mark]:
    """One mark, for the page as a whole."""
    for line in found[:HEAD]:
        if not HEADING.fullmatch(line.text.strip()):
            continue
        near = found[line.at + 1 : line.at + 1 + NEAR]
        day = next((day for each in near for day in dates(each.text) if day.whole), None)
        body = next((named for each in near if (named := committee_line(each.text))), None) or body_in(found, line.at, line.at + 1 + NEAR)
        minuted = any(MINUTED.fullmatch(each.text.strip()) for each in found[line.at : MOST_ITEMS])
        if day and body and (minuted or "," in line.text or " and " in line.text.lower()):
            title = window(found, line.at + 1, 2)
            yield Mark(line.at, "minutes" if minuted else "agenda", title, 7, None, None, day.iso, body)
        return
