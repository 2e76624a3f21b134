"""Promises spread over two sentences: the number in one, the time or the rest of the number in the next.

"We will provide six units of safe accommodation. This is being planned and will be developed in 2032/33." promises six units
by March 2033; "The remaining 30% will be delivered by ..." says nothing without the 70% before it. Comes in: the sentences of
a paragraph. Goes out: the stretches to weigh and to quote, each one sentence or two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pipeline.extract.commitments.grammar import undertakings
from pipeline.language.deadlines import deadlines


class Stretch(NamedTuple):
    """Characters `start` to `end` of a paragraph; its last sentence begins at `last`."""

    start: int
    last: int
    end: int


_REST = re.compile(r"The (?:remaining|rest|remainder|other|balance)\b[^.;]{0,60}?(?:\d|\b(?:will|would|is|are)\b)")
_REST_OF = re.compile(r"\d[\d.]*\s?(?:%|per cent)|\b\d[\d,]* \w+")
_SAME_THING = re.compile(
    r"(?!It (?:is|was) \w+ (?:that|to)\b)(?:(?:This|It|These|They|Both|All of (?:this|these)) (?:(?:is|are|was|were) (?:also |now "
    r"|currently )?"
    r"(?:being|due|expected|planned|scheduled|anticipated|to be|programmed|timetabled|intended|going|set)\b|(?:will|would|should)\b)"
    r"|[Ww]ork on (?:this|it|these)\b)"
)
_OWN_MATTER = re.compile(
    r"\b(?:includ\w+|mean\w*|allow\w*|enabl\w+|ensur\w+|help\w*|because|due to the|result\w*|show\w*)\b|\d[\d,]* [a-z]+s\b|[£€]\d"
)
"""What a second sentence says of its own; then it is no mere time of the first."""


def rest_of_before(before: str, text: str) -> bool:
    """ "The remaining 30% ..." after a sentence with a share or a number."""
    return bool(_REST.match(text) and _REST_OF.search(before))


def times_before(before: str, text: str, said: str | None) -> bool:
    """ "This will be developed in 2032/33" after a promise without a time."""
    if not _SAME_THING.match(text) or _OWN_MATTER.search(re.split(r",? but\b", text)[0]) or not any(True for _ in undertakings(before)):
        return False
    return not deadlines(before, said=said) and any(d.strength > 1 or d.last_day for d in deadlines(text, said=said))


def rests_joined(text: str, found: Iterable[tuple[int, int]]) -> Iterator[Stretch]:
    """Sentences, each joined with the one behind it that tells its rest."""
    held: Stretch | None = None
    for start, end in found:
        if held and rest_of_before(text[held.last : held.end], text[start:end]):
            held = Stretch(held.start, start, end)
            continue
        if held:
            yield held
        held = Stretch(start, start, end)
    if held:
        yield held
