"""When people came and went during a meeting.

Comes in: the paragraphs of minutes. Goes out: name to (arrived, left), times or items as printed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.language.people import titled
from pipeline.language.sentences import sentences
from pipeline.model.structure import Paragraph

ARRIVED = re.compile(r"\b(?:arrived|joined\s+the\s+meeting|entered\s+the\s+meeting)\b", re.IGNORECASE)
LEFT = re.compile(
    r"\bleft\s+the\s+(?:meeting|chamber)\b|\bleft\s+(?:at|during|after|before)\b|\bdeparted\b|\bretired\s+from\s+the\s+meeting\b",
    re.IGNORECASE,
)
FROM = re.compile(
    r"^[\s,]*\(\s*(?:(?P<arrived>from|arrived(?:\s+at)?|joined(?:\s+at)?)|(?P<left>until|(?:up\s+)?to(?:\s+and\s+including)?|"
    r"left(?:\s+at)?))\s+(?P<when>[^()]{2,40})\)",
    re.IGNORECASE,
)
WHEN = re.compile(
    r"\bat\s+(?:approximately\s+|approx\.?\s+|about\s+|around\s+)?(?P<time>\d{1,2}(?:[.:]\d{2})?\s*(?:a\.?m\.?|p\.?m\.?|hrs|hours|"
    r"noon)?)|\b(?P<item>(?:during|"
    r"before|after|at|prior to|following)\s+(?:the\s+)?(?:\w+\s+){0,3}?(?:item|minute|agenda item|point)\s+(?:no\.?\s*)?\d+\w*)",
    re.IGNORECASE,
)
BRACKET = re.compile(r"\([^()]*\)")
IN_BRACKETS = re.compile(r"\((?:arrived|joined|left|from|until)\b[^()]*\)", re.IGNORECASE)
"""Behind a name in a list: of that person alone."""
TRAILING_STOP = re.compile(r"(?<![ap]\.m)\.$")
TEMPORARY = re.compile(r"\bdeclared\b|\breturned\b|\bleft\s+the\s+room\b|\bwhile\b|\binterest\b", re.IGNORECASE)
"""Leaving for one item because of an interest is no early departure."""


def movements(paragraphs: Sequence[Paragraph]) -> dict[str, tuple[str | None, str | None]]:
    """Arrivals and departures by name as printed."""
    found: dict[str, tuple[str | None, str | None]] = {}
    for paragraph in paragraphs:
        for start, end in sentences(paragraph.text):
            _read(paragraph.text[start:end], found)
    return found


def _read(text: str, found: dict[str, tuple[str | None, str | None]]) -> None:
    for person in titled(text):
        beside = FROM.match(text[person.end :])
        if beside:
            _add(found, person.name, beside["when"] if beside["arrived"] else None, beside["when"] if beside["left"] else None)
    text = IN_BRACKETS.sub(lambda match: " " * len(match[0]), text)
    came, went = ARRIVED.search(text), LEFT.search(text)
    if not (came or went) or TEMPORARY.search(text):
        return
    aside = next((match for match in BRACKET.finditer(text) if match.start() < (came or went or match).start() < match.end()), None)
    low, high = aside.span() if aside else (0, len(text))
    when = WHEN.search(text, low, high)
    said = TRAILING_STOP.sub("", " ".join((when["time"] or when["item"]).split())) if when else None
    for person in titled(text):
        verb = came or went
        if said and verb and low <= person.start < verb.start():
            _add(found, person.name, said if came else None, said if went else None)


def _add(found: dict[str, tuple[str | None, str | None]], name: str, arrived: str | None, left: str | None) -> None:
    before = found.get(name, (None, None))
    found[name] = (before[0] or arrived, before[1] or left)
