"""Levels of headings: 1 a part (or the top headings of a web page or inspection), 2 their items and sections, 3 everything deeper."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from pipeline.model.structure import Part
from pipeline.split import cues
from pipeline.split.chapters import by_neighbours, followed, repeated
from pipeline.split.headings import Heading
from pipeline.split.numbering import depth, series
from pipeline.split.numbering import key as numbers
from pipeline.split.order import year_numbers
from pipeline.split.outline import CONTENTS, Entry, key, match

DEEPEST = 3
TOP_KINDS = ("web", "inspection")
"""Parts whose own top headings are of level 1."""
DIVISION = re.compile(
    r"part [a-z\d]{1,3}\b|(?:un)?restricted\b|exempt\b|confidential\b|(?:items|matters|business) (?:open|closed|for|in)\b", re.IGNORECASE
)
"""Divisions of an agenda that stand beside its items."""
ENOUGH = 4
"""So many bookmarks or entries make an outline."""
BACK = re.compile(r"(?:appendi(?:x|ces)|annexe?s?|schedule|glossary|references|acknowledgements?|thank you|contact us)\b", re.IGNORECASE)
"""What follows the last chapter and stands beside it."""
GATHERED = re.compile(r"appendices|annexe?s|schedules", re.IGNORECASE)
"""A heading that gathers them."""
SHARE_OF_STYLE = 0.1


def levels(part: Part, headings: Sequence[Heading], scored: Sequence[bool], entries: Sequence[Entry] = ()) -> list[int]:
    """A level for each heading of the part; `scored` tells which are followed by an inspector's score, `entries` are those
    of its list of contents."""
    listed = match(entries, [key(h.title) for h in headings], followed(headings)) if entries else {}
    if len({heading.marked for heading in headings if heading.marked}) > 1:
        found = _by_markup(headings)
    elif sum(heading.bookmark is not None for heading in headings) >= ENOUGH:
        found = _by_bookmarks(headings)
    elif part.kind == "inspection" and any(scored):
        return _of_inspection(headings, scored)
    elif len(listed) >= ENOUGH:
        found = _by_type(headings) if _differ(headings, listed) else _by_contents(headings, listed)
    elif any(h.number and depth(h.number) == 1 for h in headings) or year_numbers([h.number for h in headings if h.number]):
        found = _by_numbers(headings)
    elif part.kind not in ("minutes", "agenda") and len(_sizes(headings)) > 1:
        found = _by_type(headings)
    else:
        found = by_neighbours(headings)
    top = 1 if part.kind in TOP_KINDS else 2
    return [min(DEEPEST, level + top - 1) for level in found]


def _by_bookmarks(headings: Sequence[Heading]) -> list[int]:
    """Bookmarks give the level; what they leave out stands below the last one."""
    top = min(heading.bookmark for heading in headings if heading.bookmark is not None)
    found: list[int] = []
    last = 0
    for heading in headings:
        if heading.bookmark is not None:
            last = heading.bookmark - top + 1
            found.append(min(DEEPEST, last))
        else:
            found.append(min(DEEPEST, last + 1))
    return found


def _by_contents(headings: Sequence[Heading], listed: Mapping[int, bool]) -> list[int]:
    """What the list of contents names is a section, but for a title just under another; the rest stands within."""
    adjacent = followed(headings)
    first, last = min(listed), max(listed)
    found: list[int] = []
    for i in range(len(headings)):
        below = i > 0 and adjacent[i - 1] and i - 1 in listed
        numbered = headings[i].number is not None and depth(headings[i].number or "") == 1
        named = i in listed and not listed[i] and not below
        back = i > last and BACK.match(headings[i].title) and not any(GATHERED.fullmatch(h.title) for h in headings[:i])
        found.append(1 if i < first or numbered or named or back or CONTENTS.fullmatch(headings[i].title) else 2)
    return found


def _differ(headings: Sequence[Heading], listed: Mapping[int, bool]) -> bool:
    """Whether the titles that the list of contents names are set in several sizes: then type says which stands above which."""
    return len(_sizes([headings[i] for i in listed if not headings[i].number])) > 1


def _sizes(headings: Sequence[Heading]) -> list[int]:
    """Sizes of type (in half points, largest first) that head several sections each; captions and strays do not count."""
    sizes = Counter(round(h.size * 2) for h in headings if h.size and not h.number)
    few = max(2, SHARE_OF_STYLE * sum(sizes.values()))
    return sorted((size for size, n in sizes.items() if n >= few), reverse=True)


def _by_markup(headings: Sequence[Heading]) -> list[int]:
    ranks = sorted({heading.marked for heading in headings if heading.marked})
    return [ranks.index(h.marked) + 1 if h.marked in ranks else min(DEEPEST, len(ranks) + 1) for h in headings]


def _by_type(headings: Sequence[Heading]) -> list[int]:
    """Larger type stands higher; numbers say more than type."""
    sizes = _sizes(headings)
    return [min(DEEPEST, depth(h.number) if h.number else 1 + sum(size > round(h.size * 2) for size in sizes)) for h in headings]


def _by_numbers(headings: Sequence[Heading]) -> list[int]:
    """Numbers give the level; a heading without one stands within the numbered section, or beside it where its name is a section's."""
    found: list[int] = []
    adjacent = followed(headings)
    repeats = repeated(headings)
    of_year = year_numbers([heading.number for heading in headings if heading.number])
    inside = False
    for i, heading in enumerate(headings):
        if heading.number:
            found.append(1 if depth(heading.number) == 1 or of_year else 2)
            inside = True
            continue
        if _amid(headings, i):
            found.append(2)
            continue
        numbered = i + 1 < len(headings) and headings[i + 1].number is not None
        divides = heading.title.isupper() and adjacent[i] and numbered
        named = cues.NAMED.fullmatch(heading.title) or DIVISION.match(heading.title)
        chapter = adjacent[i] and not repeats[heading.title.casefold()] and not numbered
        if divides or named or (chapter and not (i and adjacent[i - 1])):
            inside = chapter and not named
            found.append(1)
        else:
            found.append(2 if inside else 1)
    return found


def _amid(headings: Sequence[Heading], i: int) -> bool:
    """Whether the numbers of one section go on around a heading: between 2.8 and 2.9 nothing stands beside section 2."""
    before = next((h.number for h in reversed(headings[:i]) if h.number), None)
    after = next((h.number for h in headings[i + 1 :] if h.number), None)
    if before is None or after is None or depth(after) == 1:
        return False
    return series(before) == series(after) and numbers(before)[0] == numbers(after)[0] and numbers(before) < numbers(after)


THEME = re.compile(r"(?:theme|outcome|domain|key question|chapter)\s+\d|about\b.*|overall summary|summary", re.IGNORECASE)


def _of_inspection(headings: Sequence[Heading], score_follows: Sequence[bool]) -> list[int]:
    """Themes, the scored statements in them, and what is said of each (the form of the Care Quality Commission's reports)."""
    found: list[int] = []
    scored = False
    for heading, score in zip(headings, score_follows, strict=True):
        if THEME.fullmatch(heading.title) or (THEME.match(heading.title) and heading.title[:5].casefold() == "theme"):
            found.append(1)
            scored = False
        elif score:
            found.append(2)
            scored = True
        else:
            found.append(3 if scored else 2)
    return found
