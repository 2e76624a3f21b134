"""The tree of headings: one for each part, then those within it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter

from pipeline.language.wording import held, plain, words
from pipeline.model.documents import Document
from pipeline.model.spool import stretch
from pipeline.model.structure import Part, Section
from pipeline.split.finder import candidates
from pipeline.split.headings import Heading, body_size, clean_title, make
from pipeline.split.levels import levels
from pipeline.split.notes import without_mark
from pipeline.split.outline import contents
from pipeline.split.units import Unit

SCORE = re.compile(r"(?:score|rating|grade|judgement)\s*:\s*\S", re.IGNORECASE)
TITLE_UNITS = 10
"""A part's title stands among its first units."""
LONGER, ROOM = 2, 8
"""A paragraph of more than twice the title's words and so many more says them in a sentence; a form may give more beside it."""
KIND_BY_PART = {
    "agenda": "agenda_item",
    "minutes": "minute_item",
    "web": "web_section",
    "inspection": "report_section",
    "report": "report_section",
    "appendix": "report_section",
    "slides": "slides",
    "forward_plan": "forward_plan",
    "public_questions": "public_question",
    "decision_record": "report_section",
    "cover": "cover",
    "other": "section",
}


def sections(
    document: Document, parts: Sequence[Part], units: Sequence[Unit]
) -> tuple[tuple[Section, ...], tuple[tuple[Heading, int], ...]]:
    """Sections in reading order, and each heading with the index of its section."""
    found: list[Section] = []
    placed: list[tuple[Heading, int]] = []
    end = 0
    for part in parts:
        start, end = end, bisect_right(units, part.index, lo=end, key=attrgetter("part"))
        own = stretch(units, start, end)
        if not own:
            found.append(Section(len(found), part.index, part.title, 1, part.start, part.start, None, part.kind))
            continue
        title = without_mark(document, _title(part, own))
        inner = [without_mark(document, h) for h in candidates(part, own, body_size(own), document.bookmarks) if _is_within(h, title)]
        rows = [(title, 1), *zip(inner, levels(part, inner, _scored(inner, units), contents(own)[0]), strict=True)]
        open_: list[Section] = []
        for heading, level in rows:
            while open_ and open_[-1].level >= level:
                open_.pop()
            section = _section(part, heading, level, len(found), open_[-1].index if open_ else None, is_title=heading is title)
            open_.append(section)
            placed.append((heading, section.index))
            found.append(section)
    return tuple(found), tuple(placed)


def _section(part: Part, heading: Heading, level: int, index: int, parent: int | None, *, is_title: bool) -> Section:
    number = part.item if is_title else heading.number
    kind = part.kind if is_title else _kind(part, heading)
    return Section(index, part.index, heading.title, level, heading.start, heading.end, number, kind, parent, heading.boilerplate)


def _is_within(heading: Heading, title: Heading) -> bool:
    """Stands below the part's title, or, where none is printed, begins the part with a number or in a heading's style."""
    printed = title.start < title.end
    return heading.unit > title.last or (not printed and heading.unit == title.unit and bool(heading.number or heading.marked))


def _scored(headings: Sequence[Heading], units: Sequence[Unit]) -> list[bool]:
    """Which headings an inspector's score follows."""
    return [h.last + 1 < len(units) and SCORE.match(units[h.last + 1].text) is not None for h in headings]


def _kind(part: Part, heading: Heading) -> str:
    if not heading.number and part.kind in ("agenda", "minutes", "cover"):
        return "other"
    return KIND_BY_PART[part.kind]


def _title(part: Part, own: Sequence[Unit]) -> Heading:
    """The part's own heading: where its title is printed, else its first unit."""
    wanted = words(part.title)
    for i, unit in enumerate(own[:TITLE_UNITS]):
        here = words(plain(unit.text))
        if not here:
            continue
        fits = unit.block.grid is not None or len(here) <= LONGER * len(wanted) + ROOM
        if fits and held(part.title, plain(unit.text)) >= 0.99:
            return make(unit, unit, _as_printed(part, unit, len(here) == len(wanted)), None)
        after = own[i + 1] if i + 1 < len(own) else None
        if (
            after
            and after.block.page == unit.block.page
            and len(here) < len(wanted)
            and here == wanted[: len(here)]
            and held(part.title, plain(f"{unit.text} {after.text}")) >= 0.99
        ):
            return _titled(part, unit, after)
    first = own[0]
    return make(first, first, part.title, None, first.start)


def _as_printed(part: Part, unit: Unit, alone: bool) -> str:
    """The title as the page prints it, where it is nothing but the title."""
    if part.kind == "agenda":
        return unit.text
    return plain(unit.text).strip() if alone else part.title


def _titled(part: Part, unit: Unit, last: Unit) -> Heading:
    return make(unit, last, clean_title(part.title), None)
