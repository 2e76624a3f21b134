"""What is asked of the word index: any of some wordings, in a large library without the commonest (docs/decisions/0011-scale.md)."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.lookup.text.terms import stems
from pipeline.lookup.understanding.words import any_of, rarest
from pipeline.model.ports import Library

SCORED = 40_000
"""Passages that one search for words may have to score, each half a microsecond to one."""


def matching(library: Library, printed: Sequence[str]) -> str:
    """An FTS5 expression that any of these wordings satisfies; empty without any."""
    if library.size() > SCORED:
        frequency = library.frequencies({stem for one in printed for stem in stems(one)})
        printed = rarest(printed, frequency, SCORED)
    return any_of(printed)
