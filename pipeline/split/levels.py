"""Levels of headings: 1 a part (or the top headings of a web page or inspection), 2 their items and sections, 3 everything deeper."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from pipeline.model.structure import Part
from pipeline.split import cues
from pipeline.split.headings import Heading
from pipeline.split.numbering import depth
from pipeline.split.outline import Entry, key, match

DEEPEST = 3
TOP_KINDS = ("web", "inspection")
"""Parts whose own top headings are of level 1."""
DIVISION = re.compile(
    r"part [a-z\d]{1,3}\b|(?:un)?restricted\b|exempt\b|confidential\b|(?:items|matters|business) (?:open|closed|for|in)\b", re.IGNORECASE
)
"""Divisions of an agenda that stand beside its items."""
CHAIN = 4
FAMILY = re.compile(r"\s+[–—-]\s+|:\s+")
FAMILY_SIZE = 3
ENOUGH = 4
"""So many bookmarks or entries make an outline."""
MATTER = re.compile(
    r"foreword|introduction|contents?|appendices|glossary.{0,20}|conclusions?|references|(?:executive )?summary|acknowledgements?|"
    r"contact us|thank you|preface",
    re.IGNORECASE,
)
"""Front and back matter stands beside the chapters."""
SHARE_OF_STYLE = 0.1
CLOSER_REPEATS = 4
"""A title that ends each chapter stands at the end of so many."""


def levels(part: Part, headings: Sequence[Heading], scored: Sequence[bool], entries: Sequence[Entry] = ()) -> list[int]:
    """A level for each heading of the part; `scored` tells which are followed by an inspector's score, `entries` are those
    of its list of contents."""
    listed = match(entries, [key(h.title) for h in headings], _adjacent(headings)) if entries else {}
    if len({heading.marked for heading in headings if heading.marked}) > 1:
        found = _by_markup(headings)
    elif sum(heading.bookmark is not None for heading in headings) >= ENOUGH:
        found = _by_bookmarks(headings)
    elif part.kind == "inspection" and any(scored):
        return _of_inspection(headings, scored)
    elif len(listed) >= ENOUGH:
        found = _by_type(headings) if _differ(headings, listed) else _by_contents(headings, listed)
    elif any(h.number and depth(h.number) == 1 for h in headings):
        found = _by_numbers(headings)
    elif part.kind not in ("minutes", "agenda") and len(_sizes(headings)) > 1:
        found = _by_type(headings)
    else:
        found = _by_neighbours(headings)
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
    adjacent = _adjacent(headings)
    first = min(listed)
    found: list[int] = []
    for i in range(len(headings)):
        below = i > 0 and adjacent[i - 1] and i - 1 in listed
        numbered = headings[i].number is not None and depth(headings[i].number or "") == 1
        found.append(1 if i < first or numbered or (i in listed and not listed[i] and not below) else 2)
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
    adjacent = _adjacent(headings)
    repeats = _repeats(headings)
    inside = False
    for i, heading in enumerate(headings):
        if heading.number:
            found.append(1 if depth(heading.number) == 1 else 2)
            inside = True
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


def _by_neighbours(headings: Sequence[Heading]) -> list[int]:
    """Without numbers: a title of its own that is followed at once by another is a chapter, what follows stands in it."""
    adjacent, repeats = _adjacent(headings), _repeats(headings)
    closer = _closer(headings, repeats)
    if closer:
        return _by_closer(headings, adjacent, repeats, closer)
    chains, families = _chains(adjacent), _families(headings, adjacent)
    found: list[int] = []
    inside = False
    for i, heading in enumerate(headings):
        own = not repeats[heading.title.casefold()]
        if _family(heading.title) in families:
            found.append(1)
            inside = True
        elif i in chains:
            found.append(found[-1] if found else 1)
        elif own and adjacent[i]:
            found.append(1)
            inside = True
        elif own and MATTER.fullmatch(heading.title) and not (i and adjacent[i - 1]):
            found.append(1)
            inside = False
        else:
            found.append(2 if inside else 1)
    return found


def _family(title: str) -> str:
    """What parallel titles share: "Market analysis" of "Market analysis – Home care"."""
    parts = FAMILY.split(title, maxsplit=1)
    return parts[0].casefold() if len(parts) > 1 else ""


def _families(headings: Sequence[Heading], adjacent: Sequence[bool]) -> frozenset[str]:
    """Families of parallel titles, half of which or more are chapters: then all are."""
    members: dict[str, list[bool]] = {}
    for heading, chapter in zip(headings, adjacent, strict=True):
        members.setdefault(_family(heading.title), []).append(chapter)
    return frozenset(
        name for name, chapters in members.items() if name and len(chapters) >= FAMILY_SIZE and 2 * sum(chapters) >= len(chapters)
    )


def _chains(adjacent: Sequence[bool]) -> frozenset[int]:
    """Headings one after another with nothing between, four or more: labels of a diagram, none above the other."""
    found: set[int] = set()
    run: list[int] = []
    for i, follows in enumerate([*adjacent, False]):
        run.append(i)
        if not follows:
            if len(run) >= CHAIN:
                found |= set(run)
            run = []
    return frozenset(found)


def _by_closer(headings: Sequence[Heading], adjacent: Sequence[bool], repeats: Counter[str], closer: str) -> list[int]:
    """Chapters that all end with the same section ("Feedback"): what comes after it begins the next."""
    found: list[int] = []
    under = False
    for i, heading in enumerate(headings):
        title = heading.title.casefold()
        before = headings[i - 1].title.casefold() if i else closer
        own = not repeats[title]
        if before == closer or (own and adjacent[i] and i <= 2):
            found.append(1)
            under = False
        elif title == closer:
            found.append(2)
            under = False
        elif own and adjacent[i]:
            found.append(2)
            under = True
        else:
            found.append(3 if under else 2)
    return found


def _closer(headings: Sequence[Heading], repeats: Counter[str]) -> str | None:
    """The repeated title that ends the part and is always followed by a title of its own."""
    if not headings:
        return None
    last = headings[-1].title.casefold()
    if repeats[last] < CLOSER_REPEATS:
        return None
    after = [b.title.casefold() for a, b in pairwise(headings) if a.title.casefold() == last]
    return last if all(not repeats[title] for title in after) else None


def _adjacent(headings: Sequence[Heading]) -> list[bool]:
    """Whether the next heading follows with nothing between."""
    return [b.unit == a.last + 1 for a, b in pairwise(headings)] + [False] * bool(headings)


def _repeats(headings: Sequence[Heading]) -> Counter[str]:
    """Titles that stand more than once in the part, and how often."""
    return Counter({title: n for title, n in Counter(h.title.casefold() for h in headings).items() if n > 1})


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
