"""The names behind an action's owner: whose initials these are, who held the office or the post, as the same minutes say.

Comes in: actions of one meeting, its attendance, its initials. Goes out: the actions with "the Chair (Cllr Ann Hale)", "Head of Parks
(Ruth Hatch)", or the full name for "RH"; an owner whom nobody or several persons fit stays as printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.language.people import TITLED, bare
from pipeline.model.facts import Action, Attendance

OFFICE = re.compile(r"\b(?:the\s+)?(?P<vice>vice[- ]?)?chair(?:man|woman|person)?\b", re.IGNORECASE)
LETTERS = re.compile(r"[A-Z]{2,3}(?:\s*(?:/|,|&|and)\s*[A-Z]{2,3})*")
PARTED = re.compile(r"\s*(?:/|,|&|and)\s*")
NAME_WORD = re.compile(r"[^\W\d_][\w'’-]*")
POST_WORD = re.compile(r"[^\W\d_]+")
SMALL = frozenset("the of and for to in a an s".split())
FEWEST = 2
"""Words of a post that can name one person: "Clerk" alone, or an office, is matched by itself."""
ALONE = frozenset("clerk solicitor treasurer".split())


def named(actions: Sequence[Action], people: Sequence[Attendance], initials: Mapping[str, str]) -> Iterator[Action]:
    """The actions, each owner with the name that goes with it."""
    for action in actions:
        owner = action.owner or ""
        held = [] if TITLED.search(owner) else _holders(owner, people)
        if LETTERS.fullmatch(owner):
            yield replace(action, owner=" and ".join(person_of(each, people, initials) or each for each in PARTED.split(owner)))
        else:
            yield replace(action, owner=f"{owner} ({held[0]})") if len(held) == 1 else action


def person_of(letters: str, people: Sequence[Attendance], initials: Mapping[str, str]) -> str | None:
    """The full name behind initials: as the minutes say, or the only person in the meeting whose initials they are."""
    fits = dict.fromkeys(p.name for p in people if "".join(word[0] for word in NAME_WORD.findall(bare(p.name))).upper() == letters)
    return next(iter(fits)) if len(fits) == 1 else initials.get(letters)


def _holders(owner: str, people: Sequence[Attendance]) -> list[str]:
    """Who held an office or a post in the meeting."""
    if office := OFFICE.fullmatch(owner):
        vice = bool(office["vice"])
        return [p.name for p in people if p.role and (role := OFFICE.search(p.role)) and bool(role["vice"]) == vice]
    words = _words(owner)
    if len(words) < FEWEST and not words & ALONE:
        return []
    return list(dict.fromkeys(p.name for p in people if p.role and _words(p.role) == words))


def _words(post: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in POST_WORD.findall(post)) - SMALL
