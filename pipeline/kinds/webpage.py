"""A meeting's own web page, as committee systems make it: "Agenda and minutes", the body and its day, then items with what was minuted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.kinds.letterhead import body_in, dated_body
from pipeline.kinds.lines import Line, window
from pipeline.kinds.marks import Mark
from pipeline.kinds.unheaded import tells
from pipeline.language.bodies import committee_line
from pipeline.language.dates import dates, first_date

TELLING = 3
"""Forms of telling, or resolutions, that make the page one of minutes where it prints no "Minutes:" over them."""

_PAPER = r"(?:draft |printed )?(?:agenda|minutes|decisions)"
HEADING = re.compile(rf"{_PAPER}(?:(?:,| and|,? &) {_PAPER}){{0,2}}", re.IGNORECASE)
"""ModernGov's headings: "Agenda and draft minutes", "Agenda, decisions and minutes"."""
OF_ITEM = re.compile(r"agenda item|issue - meetings", re.IGNORECASE)
"""The pages of one item."""
MINUTED = re.compile(r"(?:draft )?(?:minutes|decisions?) ?:(?: .*)?", re.IGNORECASE)
"""What such a page prints over the minute of each item."""
MEETING = re.compile(r"meeting: (?P<day>\S+) - (?P<body>[^(]+)", re.IGNORECASE)
RESOLVED = re.compile(r"\b(?:RESOLVED|AGREED)\b")
HEAD, NEAR = 12, 3
"""Lines in which the page says what it is, and within which body and day follow."""
MOST_ITEMS = 6000


def marks(found: Sequence[Line]) -> Iterator[Mark]:
    """One mark, for the page as a whole."""
    for line in found[:HEAD]:
        text = line.text.strip()
        item = OF_ITEM.fullmatch(text)
        if not (item or HEADING.fullmatch(text)):
            continue
        minuted = any(MINUTED.fullmatch(each.text.strip()) for each in found[line.at + 1 : MOST_ITEMS])
        below = found[line.at + 1].text if line.at + 1 < len(found) else ""
        title = window(found, line.at + 1, 1 if item or dated_body(below) else 2)
        if item:
            day, body = _of_item(found[line.at : line.at + HEAD])
            if minuted:
                yield Mark(line.at, "minutes", title, 7, None, None, day, body)
            return
        day, body = _meeting(found, line.at)
        minuted = minuted or len(tells(found)) >= TELLING or sum(bool(RESOLVED.search(each.text)) for each in found) >= TELLING
        if day and (minuted or (body and ("," in text or " and " in text.lower()))):
            yield Mark(line.at, "minutes" if minuted else "agenda", title, 7, None, None, day, body)
        return


def _meeting(found: Sequence[Line], at: int) -> tuple[str | None, str | None]:
    """Day and body under the heading, on two lines or one: "Cabinet - Monday, 21st May, 2018 10.00 am"."""
    near = found[at + 1 : at + 1 + NEAR]
    whole = next((named for each in near if (named := dated_body(each.text))), None)
    day = next((day.iso for each in near for day in dates(each.text) if day.whole), None)
    return day, whole[1] if whole else body_in(found, at, at + 1 + NEAR)


def _of_item(near: Sequence[Line]) -> tuple[str | None, str | None]:
    """Day and body of the meeting that the page of an item names."""
    match = next((match for each in near for match in [MEETING.search(each.text)] if match), None)
    return (first_date(match["day"]), committee_line(match["body"])) if match else (None, None)
