"""The sentence before one that points back to it: "Work on this was due to finish in 2034" says of what only there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from pipeline.language.sentences import sentences
from pipeline.model.answers import FactRow, PassageRow

_REPORTED = (
    "advised|agreed|anticipated|assumed|calculated|confirmed|estimated|expected|explained|forecast|noted|predicted|projected|proposed|"
    "recommended|reported|said|stated|thought"
)
_COUNTED = "amount|cohort|figure|group|indicator|list|measure|metric|number|percentage|proportion|rate|share|sum|target|total"
POINTING = re.compile(
    r"\W*(?:and |but |which |while |of |from |to |in |work on |progress on )*"
    rf"(?:it(?! (?:is|was|has been|had been)(?: also)?(?: \w+ly)? (?:{_REPORTED})\b)"
    r"|its|this|these|those|that|they|their|them|which|whom|both|others?"
    r"|the (?:former|latter|rest|remaining|(?:total|figure|number)(?! (?:number )?of\b)))\b"
    rf"|[^.;]*\b(?:this|these|that) (?:\w+ )?(?:{_COUNTED})\b",
    re.IGNORECASE,
)
"""A sentence or clause that begins so, or counts "this list", speaks of something named before it; "it is estimated that" does not."""
SIGNS = "-•▪* "


class Passages(Protocol):
    def passages(self, rowids: Sequence[int]) -> list[PassageRow]: ...


def pointing(rows: Iterable[FactRow]) -> Iterator[FactRow]:
    """Facts of sentences that speak of something named before."""
    return (row for row in rows if "\t" not in row.quote and POINTING.match(" ".join(row.quote.split()).strip(SIGNS)))


def leads(store: Passages, rows: Iterable[FactRow]) -> Mapping[str, str]:
    """Id to the sentence before, out of the same passage, of each fact whose own points back."""
    back = list(pointing(rows))
    words = {row.rowid: " ".join(row.words.split()) for row in store.passages(sorted({r for fact in back for r in fact.passages}))}
    found = {}
    for fact in back:
        quote = " ".join(fact.quote.split())
        for text in (words[rowid] for rowid in fact.passages if rowid in words):
            lead, held, _ = text.partition(quote)
            if held and (spans := list(sentences(lead))):
                found[fact.id] = lead[slice(*spans[-1])]
    return found
