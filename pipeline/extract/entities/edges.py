"""Where a name begins and ends beyond its capitalised words: its saint, a list before it, small words, years.

Comes in: a text and the offsets of a run of capitalised words in it. Goes out: the offset moved outwards, or as it was.
"""

from __future__ import annotations

import re

from pipeline.extract.entities import cues
from pipeline.language.places import is_place, is_plainly_place

_SMALL_IN_PLACE = re.compile(r" (?:in|on|under|by|le|with|next)(?: the)? [A-Z][\w’'-]+")
_TWIN = re.compile(r"\b[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)? ?/ ?$")
_LISTED = re.compile(
    r"(?:^|\b(?:the|of|to|and|in|by|[Tt]he) |[.:;(–-] ?)"
    r"(?P<list>(?:(?!The )[A-Z][\w’'-]+(?: (?:(?:and|&) )?[A-Z][\w’'-]+){0,2}, ){1,3})$"
)
_SAINT = re.compile(r"\bSt\. ?$")
_EDITION = re.compile(r" (?:19|20)\d\d ?[–/-] ?(?:19|20)?\d\d\b")
_LOWER_LAST = re.compile(r" (?:(?P<kind>[a-z]+) )?(?P<head>[a-z]+)\b")
_LOWER_ALONE = re.compile(r" (?P<head>[a-z]+)\b")
_AND = re.compile(r" (?:and|&) ")


def with_list(text: str, start: int, end: int) -> int:
    """The start of a name before its saint, or that is a list: "St. Bride's School", "Children, Young People and Education Department"."""
    head = text[start:end].rsplit(" ", 1)[-1].lower()
    saint = _SAINT.search(text, max(0, start - 4), start) if "." in text[max(0, start - 2) : start] else None
    if saint:
        return saint.start()
    listed = _LISTED.search(text, max(0, start - 80), start) if head in cues.HEADS_OF_LISTS and _AND.search(text, start, end) else None
    first = listed["list"].split(",")[0] if listed else ""
    return listed.start("list") if listed and first not in cues.LONE_COMMITTEES and not is_plainly_place(first) else start


def with_twin(text: str, start: int, end: int) -> int:
    """The start of an area named after two places with a stroke between: "Aldwick / Fernham Municipal District"."""
    if "/" not in text[max(0, start - 2) : start] or text[start:end].split()[-1] not in cues.ADMINISTERED:
        return start
    twin = _TWIN.search(text, max(0, start - 40), start)
    return twin.start() if twin else start


def with_water(text: str, start: int, end: int) -> int:
    """The end of a place's name with its small words: "Stanford in the Vale", "Burton on Trent"."""
    after = _SMALL_IN_PLACE.match(text, end)
    return after.end() if after and is_place(text[start : after.end()]) else end


def with_years(text: str, end: int) -> int:
    """The end of a name with the years of its edition ("Housing Strategy 2024-2029")."""
    years = _EDITION.match(text, end)
    return years.end() if years and re.search(r"(?:Strategy|Plan|Framework|Programme|Charter|Statement|Policy)$", text[:end]) else end


def with_lower_head(text: str, end: int) -> int:
    """The end of a name whose last words are printed in small letters ("Fernham district council")."""
    match = _LOWER_LAST.match(text, end)
    if match and match["head"] in cues.LOWER_HEADS and (match["kind"] is None or match["kind"] in cues.LOWER_COUNCILS):
        return match.end()
    match = _LOWER_ALONE.match(text, end)
    return match.end() if match and match["head"] in cues.LOWER_HEADS else end


def on_water(text: str, start: int, end: int) -> bool:
    """Whether a word and what follows make one place of several words: "Quay on Tarn" before "Municipal District"."""
    after = _SMALL_IN_PLACE.match(text, end)
    return after is not None and is_place(text[start : after.end()])
