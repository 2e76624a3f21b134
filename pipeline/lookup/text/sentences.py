"""A passage as its sentences, list items and rows: the smallest stretches that an answer may quote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.language.sentences import sentences as spans_of
from pipeline.lookup.text.terms import is_amount, terms

LINE = re.compile(r"[^\n]+")
LONGEST = 420
"""A longer stretch (a list run together) is cut at its semicolons."""
SEMICOLON = re.compile(r"(?<=;)\s+")
WORDY = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Sentence:
    text: str
    start: int
    """Offset in the passage's repaired text."""
    stems: tuple[str, ...]
    amounts: tuple[str, ...]
    """Those of its stems that are numbers, dates and years aside."""

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def sentences(text: str) -> tuple[Sentence, ...]:
    """Every stretch with a word in it, in order; no sentence runs over a line end."""
    return tuple(_sentence(piece, start) for start, piece in stretches(text))


def stretches(text: str) -> Iterator[tuple[int, str]]:
    """Where each sentence starts, and its words."""
    return ((start, piece) for start, end in _pieces(text) if WORDY.search(piece := text[start:end]))


def _sentence(text: str, start: int) -> Sentence:
    found = terms(text)
    amounts = tuple(term.stem for term in found if is_amount(term.stem, term.kind))
    return Sentence(text, start, tuple(term.stem for term in found), amounts)


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    for line in LINE.finditer(text):
        for low, high in spans_of(line.group()):
            yield from _short(text, line.start() + low, line.start() + high)


def _short(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    if end - start > LONGEST:
        for match in SEMICOLON.finditer(text, start, end):
            yield start, match.start()
            start = match.end()
    yield start, end
