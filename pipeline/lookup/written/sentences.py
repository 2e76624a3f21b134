"""What a model wrote, as sentences with the numbers that each cites. Light mark-up is taken off; nothing else is mended."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from pipeline.language.sentences import sentences as spans
from pipeline.lookup.written.sources import BAR

MOST_READ, MOST_PIECES = 20_000, 40_000
"""Characters, and pieces of text, that are taken from a model before it is stopped."""
THINKING = re.compile(r"<think(?:ing)?>.*?(?:</think(?:ing)?>|\Z)", re.DOTALL | re.IGNORECASE)
"""What models that reason aloud put before their answer."""
CITED = re.compile(r"[\[【]\s*(?:sources?\s*)?(?P<numbers>\d{1,4}(?:\s*(?:[,;&–-]|and)\s*\d{1,4})*)\s*[\]】]", re.IGNORECASE)
AFTER_STOP = re.compile(rf"(?P<stop>[.!?][\"”’')]*)\s*(?P<cited>(?:{CITED.pattern.replace('?P<numbers>', '')}\s*)+)", re.IGNORECASE)
LEADING = re.compile(rf"(?:\s*{CITED.pattern.replace('?P<numbers>', '')})+", re.IGNORECASE)
BULLET = re.compile(r"^\s*(?:[-*•–]|#{1,6}|>|\d{1,2}[.)])\s+")
RUN_ON, UNREADABLE = re.compile(r"\S{200,}"), " \ufffd "
"""No word is as long as this; what stands in its place lets its sentence fall."""
EMPHASIS = re.compile(r"(?<!\w)[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?!\w)|`")
RANGE = re.compile(r"(\d+)\s*[–-]\s*(\d+)")
WIDEST_RANGE = 20


@dataclass(frozen=True, slots=True)
class Sentence:
    text: str
    """Without its citations."""
    cites: tuple[int, ...]


def taken(pieces: Iterable[str]) -> str:
    """The model's text, as much of it as is read."""
    text, length = [], 0
    for piece in islice(pieces, MOST_PIECES):
        text.append(piece)
        length += len(piece)
        if length >= MOST_READ:
            break
    return "".join(text)[:MOST_READ]


def parsed(output: str) -> Iterator[Sentence]:
    """The sentences of the output in order, those of quoted sources and fences left out."""
    for line in RUN_ON.sub(UNREADABLE, THINKING.sub(" ", output)).splitlines():
        if line.lstrip().startswith((BAR.strip(), "```")):
            continue
        line = AFTER_STOP.sub(lambda match: f" {match['cited'].strip()}{match['stop']} ", EMPHASIS.sub("", BULLET.sub("", line)))
        for start, end in spans(line):
            yield _sentence(line[start:end])


def _sentence(text: str) -> Sentence:
    """Numbers before the first word are those of a list of sources, and cite nothing."""
    begin = LEADING.match(text)
    found = CITED.finditer(text, begin.end() if begin else 0)
    cites = tuple(dict.fromkeys(number for match in found for number in _numbers(match["numbers"])))
    bare = re.sub(r"\s+([.,;:!?])", r"\1", " ".join(CITED.sub(" ", text).split()))
    return Sentence(bare, cites)


def _numbers(printed: str) -> Iterator[int]:
    for match in RANGE.finditer(printed):
        first, last = int(match[1]), int(match[2])
        yield from range(first, min(last, first + WIDEST_RANGE) + 1)
    yield from map(int, re.findall(r"\d+", RANGE.sub(" ", printed)))
