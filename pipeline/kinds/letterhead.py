"""The opening of a paper: the body's name alone on a line, the council's name, "Item No: 7", and the title under them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.kinds.labels import label_of
from pipeline.kinds.lines import Line
from pipeline.language.bodies import WHOLE_COUNCIL, committee_line, councils
from pipeline.language.dates import dates
from pipeline.language.wording import words

ITEM_LINE = re.compile(r"(?:agenda\s+)?item\s*(?:no\.?|number)?\s*[:.]?\s*(?P<number>\d{1,3}[a-z]?(?:\.\d+)?)?", re.IGNORECASE)
DRAFT = frozenset(("draft", "confidential", "exempt", "restricted", "official", "unrestricted"))
REPORT_OF = re.compile(r"(?:a\s+)?(?:joint\s+)?report\s+(?:of|by|from)\s+(?:the\s+)?.{3,120}", re.IGNORECASE)
DATE_WORDS = 5
MOST_LINES = 7
"""An opening takes at most so many lines."""
MOST_PLACE_WORDS = 4
"""Words of the places that an authority is named after, where they stand on a line of their own."""
MOST_TITLE_WORDS = 25
MOST_TITLE_LINES = 3
SENTENCE = re.compile(r"[.;,:]$")
WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)


def is_opening(found: Sequence[Line], at: int) -> bool:
    """Lines that stand above a title: the body's name, the council's (on one line or two), "Item No", "DRAFT"."""
    text = found[at].text.strip(" .:")
    if committee_line(text) or ITEM_LINE.fullmatch(text) or text.casefold() in DRAFT or is_council(text):
        return True
    after = found[at + 1].text.strip() if at + 1 < len(found) else ""
    return len(words(text)) <= 3 and WHOLE_COUNCIL.fullmatch(after) is not None and is_council(f"{text} {after}")


def names_over_two(found: Sequence[Line], at: int) -> bool:
    """Whether this line begins the name of an authority that ends on the next: "Stowmere" above "Town Council"."""
    first, whole = words(found[at].text), " ".join(line.text.strip() for line in found[at : at + 2])
    named = words(next(iter(councils(whole)), ""))
    if any(councils(line.text) for line in found[at : at + 2]):
        return False
    return len(first) <= MOST_PLACE_WORDS and len(named) > len(first) and named[: len(first)] == first and is_council(whole)


def is_council(text: str) -> bool:
    """Whether a text names a council and says hardly more."""
    named = councils(text)
    return bool(named) and len(words(text)) <= len(words(next(iter(named)))) + 2


def is_date(line: Line) -> bool:
    """Nothing but a date."""
    return len(words(line.text)) <= DATE_WORDS and any(dates(line.text))


def opening_start(found: Sequence[Line], index: int, reach: int = MOST_LINES) -> int:
    """The first of the opening lines just above line `index`; a date among them is one."""
    at = index
    while at > 0 and index - at < reach:
        above = at - 1
        if is_opening(found, above) or (is_date(found[above]) and above and is_opening(found, above - 1)):
            at = above
        else:
            break
    return at


def paragraph_start(found: Sequence[Line], at: int) -> int:
    """The first line of the paragraph that line `at` stands in."""
    while at > 0 and found[at - 1].block is found[at].block:
        at -= 1
    return at


def paragraph_text(found: Sequence[Line], at: int) -> str:
    """All lines of the paragraph that begins at line `at`, where it is short; else the line itself."""
    lines = [line.text for line in found[at : at + MOST_TITLE_LINES + 1] if line.block is found[at].block]
    return " ".join(lines) if len(lines) <= MOST_TITLE_LINES and found[at].block.kind != "table" else found[at].text


def title_above(found: Sequence[Line], index: int) -> tuple[int, str] | None:
    """The title that stands just above line `index`, with its first line: no opening, no label, no sentence."""
    at = index - 1
    while at >= 0 and REPORT_OF.fullmatch(found[at].text):
        at -= 1
    if at < 0 or found[at].block.kind == "table" or is_opening(found, at) or label_of(found[at]) or is_date(found[at]):
        return None
    start = paragraph_start(found, at)
    text = paragraph_text(found, start)
    return (start, text) if len(words(text)) <= MOST_TITLE_WORDS and not SENTENCE.search(text) else None


def dated_body(text: str) -> tuple[str, str] | None:
    """Day and body of a line that names a meeting: "Cabinet - Monday, 21st May, 2018 10.00 am"."""
    day = next((found for found in dates(text) if found.whole), None)
    body = committee_line(WEEKDAY.sub("", text[: day.start]).strip(" ,–—-")) if day else None
    return (day.iso, body) if day and body else None


def body_in(found: Sequence[Line], start: int, stop: int) -> str | None:
    """The body that a line between names and does nothing else; a committee before "County Council"."""
    names = list(_bodies(found, start, min(stop, len(found))))
    return next((name for name in names if not WHOLE_COUNCIL.fullmatch(name)), names[0] if names else None)


def _bodies(found: Sequence[Line], start: int, stop: int) -> Iterator[str]:
    """Names of bodies; "County Council" under a place's name is the council, not a body of it."""
    for at in range(start, stop):
        name = committee_line(found[at].text)
        split = at > 0 and len(words(found[at - 1].text)) <= 3 and is_council(f"{found[at - 1].text} {found[at].text}")
        if name and not (split and WHOLE_COUNCIL.fullmatch(name)):
            yield name
