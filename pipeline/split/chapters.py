"""Levels of headings that bear no numbers and look alike: told by what stands next to them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from pipeline.language.wording import words
from pipeline.split.headings import Heading

DEEPEST = 3
CHAIN = 4
FAMILY = re.compile(r"\s+[–—-]\s+|:\s+")
FAMILY_SIZE = 3
MATTER = re.compile(
    r"foreword|introduction|contents?|appendices|glossary.{0,20}|conclusions?|references|(?:executive )?summary|acknowledgements?|"
    r"contact us|thank you|preface",
    re.IGNORECASE,
)
"""Front and back matter stands beside the chapters."""
CLOSER_REPEATS = 4
"""A title that ends each chapter stands at the end of so many."""


def by_neighbours(headings: Sequence[Heading]) -> list[int]:
    """Without numbers: a title of its own that is followed at once by another is a chapter, what follows stands in it."""
    adjacent, repeats = followed(headings), repeated(headings)
    closer = _closer(headings, repeats)
    if closer:
        return _by_closer(headings, adjacent, repeats, closer)
    chains, families = _chains(adjacent), _families(headings, adjacent)
    members = [i for i, heading in enumerate(headings) if _family(heading.title) in families]
    found: list[int] = []
    inside, chapter = False, ""
    for i, heading in enumerate(headings):
        own = not repeats[heading.title.casefold()]
        if i in members:
            found.append(1)
            inside, chapter = True, heading.title
        elif inside and (_is_part(heading.title, chapter) or (members and members[0] < i < members[-1] and i + 1 not in members)):
            found.append(2)
        elif i in chains:
            found.append(found[-1] if found else 1)
        elif own and adjacent[i]:
            found.append(1)
            inside, chapter = True, heading.title
        elif own and MATTER.fullmatch(heading.title) and not (i and adjacent[i - 1]):
            found.append(1)
            inside = False
        else:
            found.append(2 if inside else 1)
    return found


def _is_part(title: str, chapter: str) -> bool:
    """Whether the chapter's title names this one with others: "Market shaping" in "Market shaping and analysis"."""
    here, above = words(title), words(chapter)
    return len(here) < len(above) and set(here) <= set(above)


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
    """Chapters that all end with the same section ("Feedback"): what comes after it begins the next. A title of its own after
    those that every chapter has stands beside the chapter's section that they are in."""
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
            under = under and not (own and before in repeats and found[-1] == DEEPEST)
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


def followed(headings: Sequence[Heading]) -> list[bool]:
    """Whether the next heading follows with nothing between."""
    return [b.unit == a.last + 1 for a, b in pairwise(headings)] + [False] * bool(headings)


def repeated(headings: Sequence[Heading]) -> Counter[str]:
    """Titles that stand more than once in the part, and how often."""
    return Counter({title: n for title, n in Counter(h.title.casefold() for h in headings).items() if n > 1})
