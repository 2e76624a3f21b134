"""The rows of a document: mentions of one name counted together, with their type and the canonical name.

Comes in: all mentions and the acronyms that the paper explains. Goes out: one Entity for each name that is believed.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from pipeline.extract.entities.acronyms import Binding
from pipeline.extract.entities.canonical import canonical_names, is_member, tidy
from pipeline.extract.entities.names import Mention
from pipeline.language.people import given
from pipeline.model.evidence import evidence
from pipeline.model.facts import Entity
from pipeline.model.structure import Structure

EXTRACTOR = "entities"
ENOUGH_MENTIONS = 2
"""Mentions that make a name of weak evidence believable."""

_YEARS = re.compile(r" (?:19|20)\d\d ?[–/-] ?(?:19|20)?\d\d$")
_WEEKDAY = re.compile(r"^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:the )?(?=\d)", re.IGNORECASE)


def rows(structure: Structure, found: Sequence[Mention], bound: Sequence[Binding]) -> Iterator[Entity]:
    by_name: dict[str, list[Mention]] = defaultdict(list)
    for mention in sorted(found, key=lambda m: (m.paragraph, m.start)):
        by_name[_key(mention.text)].append(mention)
    _count_acronyms(structure, by_name, bound)
    kept = {key: mentions for key, mentions in by_name.items() if _believed(mentions)}
    canonical = canonical_names(kept, bound)
    for key, mentions in sorted(kept.items(), key=lambda item: (item[1][0].paragraph, item[1][0].start)):
        first = mentions[0]
        name = _plain(canonical.get(key, first.text), _type(mentions))
        yield Entity(
            evidence=evidence(structure, structure.paragraphs[first.paragraph], first.start, first.end),
            extractor=EXTRACTOR,
            basis="stated" if max(m.trust for m in mentions) > 1 else "inferred",
            text=first.text,
            type="COUNCILLOR" if _type(mentions) == "PERSON" and given(first.text) and is_member(name) else _type(mentions),
            canonical=name,
            mentions=len(mentions),
        )


def _plain(name: str, kind: str) -> str:
    """A canonical name without the weekday of a date and the years of an edition."""
    return _WEEKDAY.sub("", name) if kind == "DATE" else _YEARS.sub("", name) if kind == "PROGRAMME" else name


def _count_acronyms(structure: Structure, by_name: dict[str, list[Mention]], bound: Sequence[Binding]) -> None:
    """Acronyms that the paper explains are mentions of the type of what they stand for."""
    types = {b.short: _type(by_name[_key(tidy(b.long))]) for b in bound if _key(tidy(b.long)) in by_name}
    if not types:
        return
    pattern = re.compile(r"(?<![\w&])(?:" + "|".join(sorted(map(re.escape, types), key=len, reverse=True)) + r")(?![\w&])")
    for paragraph in structure.paragraphs:
        for match in pattern.finditer(paragraph.text):
            by_name.setdefault(_key(match.group()), []).append(
                Mention(paragraph.index, match.start(), match.end(), match.group(), types[match.group()], 3)
            )


def _believed(mentions: Sequence[Mention]) -> bool:
    return max(m.trust for m in mentions) > 1 or len(mentions) >= ENOUGH_MENTIONS


def _type(mentions: Sequence[Mention]) -> str:
    weights: Counter[str] = Counter()
    for mention in mentions:
        weights[mention.type] += mention.trust
    return weights.most_common(1)[0][0]


@lru_cache(maxsize=16384)
def _key(name: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"^the ", "", name.lower())).strip()
