"""What a sentence that points back speaks of: "Work on this was due to finish in 2034", "in May there were 713 on this list".

Comes in: facts, and the passages that hold them. Goes out: for each fact whose own sentence points back, the sentence before
it, and the names of what "this list" or "that fund" stands for, out of the text and the headings before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from pipeline.language.sentences import sentences
from pipeline.lookup.text.terms import Term, stems, terms
from pipeline.lookup.understanding.words import STOP
from pipeline.model.answers import FactRow, PassageRow

_REPORTED = (
    "advised|agreed|anticipated|assumed|calculated|confirmed|estimated|expected|explained|forecast|noted|predicted|projected|proposed|"
    "recommended|reported|said|stated|thought"
)
_COUNTED = "amount|cohort|figure|group|indicator|list|measure|metric|number|percentage|proportion|rate|share|sum|target|total"
_BARE = "target|aim|goal|ambition|limit|ceiling|threshold|figure|average"
POINTING = re.compile(
    r"\W*(?:and |but |which |while |of |from |to |in |work on |progress on )*"
    rf"(?:it(?! (?:is|was|has been|had been)(?: also)?(?: \w+ly)? (?:{_REPORTED})\b)"
    r"|its|this|these|those|that|they|their|them|which|whom|both|others?"
    r"|the (?:former|latter|rest|remaining|(?:total|figure|number)(?! (?:number )?of\b)))\b"
    rf"|[^.;]*\b(?:this|these|that) (?:\w+ )?(?:{_COUNTED})\b"
    rf"|\W*(?:an?|the) (?:\w+ )?(?:{_BARE}) of (?:\w+ )?(?:\w+ )?£?\d",
    re.IGNORECASE,
)
"""A sentence or clause that begins so, counts "this list" or says "a target of 85%" speaks of something named before it; "it is
estimated that" does not."""
SIGNS = "-•▪* "
POINTER = re.compile(r"\b(?:this|that|the (?:same|said|above)) (?P<noun>[a-z]{3,})\b", re.IGNORECASE)
"""One thing named before. "These homes" are more often counted for a part of them, or do something themselves."""
UNNAMED = frozenset(
    stems(
        "year month week quarter period time date day point report paper meeting table section paragraph appendix document way case "
        "reason figure number metric indicator measure total amount percentage proportion share sum level change increase decrease "
        "reduction"
    )
)
"""Nouns behind "this" that name a time, the paper itself or only a number."""
LONGEST_NAME = 3
"""Words in front of the noun that make it a name: "interim care list"."""


class Passages(Protocol):
    def passages(self, rowids: Sequence[int]) -> list[PassageRow]: ...


@dataclass(frozen=True, slots=True)
class Before:
    """What stands before a sentence and completes it."""

    sentence: str = ""
    """The sentence before one that points back, with its own pointers named."""
    names: Mapping[str, str] = field(default_factory=dict)
    """The nouns that "this" stands before, lower-case, to the names that the text before gives them."""

    def named(self, text: str) -> str:
        """A text with "interim care list" in place of "this list"."""
        return POINTER.sub(lambda m: self.names.get(m["noun"].lower(), m.group()), text)

    @property
    def text(self) -> str:
        return " ".join([*self.names.values(), self.sentence])


NOTHING = Before()


def pointing(rows: Iterable[FactRow]) -> Iterator[FactRow]:
    """Facts of sentences that speak of something named before."""
    return (row for row in rows if "\t" not in row.quote and POINTING.match(" ".join(row.quote.split()).strip(SIGNS)))


def leads(store: Passages, rows: Sequence[FactRow]) -> Mapping[str, Before]:
    """Id to what stands before, of each fact whose own sentence points back."""
    back = {row.id for row in pointing(rows)}
    some = [row for row in rows if row.id in back or ("\t" not in row.quote and POINTER.search(row.quote))]
    held = {row.rowid: row for row in store.passages(sorted({near for row in some for r in row.passages for near in (r - 1, r)}))}
    found = {}
    for row in some:
        quote = " ".join(row.quote.split())
        text = _before(row, quote, held)
        spans = list(sentences(text)) if row.id in back else []
        above = ". ".join((*row.standing.section, text))
        lead = text[slice(*spans[-1])] if spans else ""
        found[row.id] = Before(Before(names=_names(lead, above)).named(lead), _names(quote, f"{above} {quote}"))
    return {id_: one for id_, one in found.items() if one.text.strip()}


def _before(fact: FactRow, quote: str, held: Mapping[int, PassageRow]) -> str:
    """The text before a quote in its passage, behind the passage before where that is of the same section; "" where it has no place."""
    for rowid in fact.passages:
        if rowid in held:
            lead, found, _ = " ".join(held[rowid].words.split()).partition(quote)
            above = held.get(rowid - 1)
            if found:
                return f"{' '.join(above.words.split())} {lead}".strip() if above and _beside(above, held[rowid]) else lead
    return ""


def _beside(one: PassageRow, other: PassageRow) -> bool:
    a, b = one.standing, other.standing
    return (a.document_id, a.part_id, a.section) == (b.document_id, b.part_id, b.section)


def _names(pointing_text: str, text: str) -> dict[str, str]:
    """What the text calls the things that "this list" and the like point to, the latest name of each."""
    said = terms(text)
    nouns = {m["noun"].lower() for m in POINTER.finditer(pointing_text)}
    latest = {noun: _latest(text, said, stems(noun)[0]) for noun in nouns}
    return {noun: name for noun, name in latest.items() if name}


def _latest(text: str, said: Sequence[Term], stem: str) -> str:
    places = range(len(said) - 1, 0, -1) if stem not in UNNAMED | STOP else ()
    return next(filter(None, (_name(text, said, at) for at in places if said[at].stem == stem)), "")


def _name(text: str, said: Sequence[Term], at: int) -> str:
    """A noun with the words before it that name it; "" where it stands alone."""
    first = at
    while at - first < LONGEST_NAME and first > 0 and _names_too(said[first - 1], text[said[first - 1].end : said[first].start]):
        first -= 1
    return text[said[first].start : said[at].end] if first < at else ""


def _names_too(term: Term, gap: str) -> bool:
    return term.kind == "word" and term.stem not in STOP and not gap.strip(" -")
