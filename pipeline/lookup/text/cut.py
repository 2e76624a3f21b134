"""The words of a passage and of a fact, cut once when a paper is saved: a question asks for a hundred passages and some hundred facts.

Comes in: repaired words (or a table row spelt out), the fields of a fact. Goes out: sentences with their stems, and the same as a line
of text that the library keeps beside the passage. A library keeps the `VERSION` of its cuts; those of another are not read, and are made
again by the next ingest.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.lookup.finding.cover import Bag
from pipeline.lookup.text.sentences import Sentence, sentences
from pipeline.lookup.text.terms import stems

VERSION = "1"
"""Raised with every change of where sentences end, of stems and terms, and of what follows here."""
LABELLED = re.compile(r"[A-Z][A-Za-z /()&-]{2,40}:\s")
"""A line of a form: "Report title: ...", "Responsible director: ..."."""
SAID = ("measure", "row", "column", "period", "subject", "text", "item_title", "title", "name", "role", "owner", "statement", "theme",
        "authority", "quantity", "deadline", "unit", "for", "interest", "officer", "source")  # fmt: skip
"""Fields whose words tell what a fact is about."""


@dataclass(frozen=True, eq=False, slots=True)
class Cut:
    """The words of a passage, the same for every question."""

    text: str
    """What is read and quoted from: a table row spelt out, else the repaired words."""
    sentences: tuple[Sentence, ...]
    body: Bag
    """Holds what is printed beside a reading too."""
    bags: tuple[Bag, ...]
    """One for each sentence."""
    form: float
    """Share of sentences that begin as lines of a form."""


def packed(words: str, reading: str | None) -> str:
    """A line for each sentence: where it starts, its length, its amounts (or "-") and, behind a tab, its stems; then, of a passage with
    a reading, a line of the stems of its words, with nothing before the tab."""
    lines = [f"{s.start} {len(s.text)} {','.join(s.amounts) or '-'}\t{' '.join(s.stems)}" for s in sentences(reading or words)]
    return "\n".join([*lines, *([] if reading is None else [f"\t{' '.join(stems(words))}"])])


def unpacked(text: str, kept: str) -> Cut:
    """What `packed` kept, with the text that it was made of."""
    found: list[Sentence] = []
    bags: list[Bag] = []
    for line in kept.split("\n") if kept else ():
        head, _, said = line.partition("\t")
        one = tuple(said.split())
        bags.append(Bag(f" {said} "))
        if head:
            at, size, amounts = head.split(" ")
            start = int(at)
            found.append(Sentence(text[start : start + int(size)], start, one, () if amounts == "-" else tuple(amounts.split(","))))
    body = Bag(f" {' '.join(said for bag in bags if (said := bag.joined.strip()))} ")
    form = sum(bool(LABELLED.match(sentence.text)) for sentence in found) / max(1, len(found))
    return Cut(text, tuple(found), body, tuple(bags[: len(found)]), form)


def said_by(fields: Mapping[str, Any], section: Sequence[str], quote: str) -> str:
    """The stems of what a fact says."""
    return " ".join(stems(told(fields, section, quote)))


def told(fields: Mapping[str, Any], section: Sequence[str], quote: str) -> str:
    """What a fact says: its telling fields, its heading, and its quote where no field says what is measured."""
    said = [value for name in SAID if isinstance(value := fields.get(name), str)]
    return " / ".join([*said, *section[-1:], *([] if fields.get("measure") else [quote])])
