"""People whose surnames are words of buildings and places: Simon Hall, Rowena Ward.

Comes in: a text and the offsets of a name of two words; or mentions and the surnames of people with a title. Goes out:
whether the name is a person's. A hall and a ward may bear a given name too, so the name alone proves nothing: a person
stands beside it in a list, or the paper calls somebody "Mrs Ward".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from pipeline.extract.entities import cues
from pipeline.extract.entities.given import GIVEN_NAMES
from pipeline.extract.entities.names import Mention

_TITLES = frozenset("Mr Mrs Ms Miss Dr Cllr Cllrs Councillor Councillors Alderman Professor Prof Sir Dame Rev Revd".split())
_BEFORE = re.compile(r"(?P<first>[A-Z]\w+)\.? (?:[A-Z]\.? )*[A-Z][\w’'-]+(?: \([^()]{1,60}\))?(?:[,;]| and|, and| &) $")
_AFTER = re.compile(r"(?: \([^()]{1,60}\))?(?:[,;]| and|,? and| &) (?P<first>[A-Z]\w+)\.? (?:[A-Z]\.? )*[A-Z]")
_SEEN = 80
"""Characters before a name in which its neighbour stands."""


def stands_among_people(text: str, start: int, end: int) -> bool:
    """Whether "Simon Hall" stands in a list beside a person."""
    if not _like_a_person(text[start:end]):
        return False
    beside = (_BEFORE.search(text, max(0, start - _SEEN), start), _AFTER.match(text, end))
    return any(match is not None and (match["first"] in GIVEN_NAMES or match["first"] in _TITLES) for match in beside)


def with_people(mentions: Iterable[Mention], surnames: Collection[str]) -> list[Mention]:
    """Mentions, those of places and buildings made people where the paper gives the surname a title."""
    return [
        replace(m, type="PERSON")
        if m.type in ("PLACE", "FACILITY") and m.text.split()[-1].lower() in surnames and _like_a_person(m.text)
        else m
        for m in mentions
    ]


def _like_a_person(name: str) -> bool:
    words = name.split()
    return len(words) == 2 and words[0] in GIVEN_NAMES and words[1] in cues.SURNAMES
