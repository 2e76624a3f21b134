"""How plain a word is in English at large, whatever the papers hold.

A word that everybody uses for everything ("begin", "happen", "level") is soon replaced by another; one that is rare in English
("turnover", "carbon") or a name says what is asked, and an answer without it is about something else. In a small library rarity among
its own passages cannot tell the two apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pipeline.lookup.understanding.words import Clue

PLAIN = Path(__file__).with_name("plain_words.txt")


@cache
def places() -> Mapping[str, float]:
    """Stem to its place in the list, 0 (the commonest) to 1."""
    found = [line for line in PLAIN.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return {stem: place / len(found) for place, stem in enumerate(found)}


def tells(clue: Clue, own: frozenset[str]) -> float:
    """0 to 1: how much a word of a question says of what it is about; a name says all, `own` (the council's name) and numbers nothing."""
    if clue.kind != "word" or clue.stem.isdigit() or clue.stem in own:
        return 0.0
    return 1.0 if clue.at and clue.printed[:1].isupper() else places().get(clue.stem, 1.0)
