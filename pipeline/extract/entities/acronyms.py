"""Acronyms bound to what they stand for, as a paper prints them: "Better Care Fund (BCF)", "adult support team (AST)".

The long form is the shortest stretch of words before the bracket whose initials give the acronym (Schwartz and Hearst,
2003, with words that councils leave out of acronyms: of, and, the, for).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

_SHORT = r"[A-Z][A-Za-z&]*[A-Z][A-Za-z&]*|[A-Z]{2,}(?:[-/ ][A-Z0-9]+)*s?"
_BRACKETED = re.compile(rf"(?P<long>(?:[\w’'&,/–-]+ ){{1,10}})\((?:the |known as |or )?[\"“‘']?(?P<short>{_SHORT})[\"”’']?\)")
_REVERSED = re.compile(rf"\b(?P<short>{_SHORT}) \((?P<long>[A-Za-z][\w’'&, –-]{{6,90}})\)")
_OPENS = re.compile(r"\((?:the |known as |or )?[\"“‘']?[A-Z]")
_SMALL = frozenset("of and the for in on to a an with at by & –".split())
_LONG_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Binding:
    """An acronym and its expansion; offsets of the expansion and of the acronym."""

    short: str
    long: str
    start: int
    end: int
    short_start: int
    short_end: int


def bindings(text: str) -> Iterator[Binding]:
    """Every acronym that a text explains."""
    if "(" not in text:
        return
    for match in _BRACKETED.finditer(text) if _OPENS.search(text) else ():
        start = _long_form(text, match.start("long"), match.end("long") - 1, match["short"])
        if start is not None:
            yield Binding(
                match["short"], text[start : match.end("long") - 1], start, match.end("long") - 1, match.start("short"), match.end("short")
            )
    for match in _REVERSED.finditer(text):
        if _long_form(text, match.start("long"), match.end("long"), match["short"]) == match.start("long"):
            yield Binding(match["short"], match["long"], match.start("long"), match.end("long"), match.start("short"), match.end("short"))


def _long_form(text: str, low: int, high: int, short: str) -> int | None:
    """Where the words that the acronym's letters begin start; None where they do not fit."""
    letters = re.sub(r"[^a-z0-9]", "", re.sub(r"(?<=[A-Z])s$", "", short).lower())
    words = [(m.start() + low, m.group().lower()) for m in re.finditer(r"[\w’']+", text[low:high])]
    if len(letters) < _LONG_ENOUGH:
        return None
    for inner, small in product((0, 1, len(letters)), (True, False)):  # "Asylum Aid and Support (AAS)": "and" gives a letter only at need
        for first in range(len(words) - 1, -1, -1):
            stretch = [w for _, w in words[first:] if not (small and w in _SMALL)]
            if words[first][1][0] == letters[0] and words[first][1] not in _SMALL and _fits(stretch, letters, inner):
                return words[first][0]
    return None


def _fits(words: list[str], letters: str, inner: int) -> bool:
    """The letters are initials of the words in order; small words may be skipped; `inner` letters may stand inside a word."""
    if not letters:
        return all(w in _SMALL for w in words)
    if not words:
        return False
    head, rest = words[0], words[1:]
    if head[0] == letters[0] and _fits(rest, letters[1:], inner):
        return True
    if inner and head[0] == letters[0] and len(letters) > 1 and head.find(letters[1], 1) > 0 and _fits(rest, letters[2:], inner - 1):
        return True
    return head in _SMALL and _fits(rest, letters, inner)
