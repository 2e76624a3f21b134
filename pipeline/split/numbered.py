"""Headings whose number stands on a line of its own, below the title or above it.

Comes in: the units of a part, the place of one, and the units whose numbers count the part's items. Goes out: the heading, or None.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from pipeline.language.wording import shouted
from pipeline.split.headings import FEW_DOTTED, Heading, make
from pipeline.split.titles import MANY, title_like
from pipeline.split.units import Unit


def over_number(units: Sequence[Unit], i: int, ordered: Set[int]) -> Heading | None:
    """A title in capitals or bold over a line that is only its number: "APOLOGIES" over "PLA146/14"."""
    if i + 1 not in ordered or units[i + 1].words or not (shouted(units[i].words) or units[i].all_bold):
        return None
    beyond = units[i + 2] if i + 2 < len(units) else None
    named = beyond is not None and (shouted(beyond.words) or beyond.all_bold) and title_like(beyond.words, FEW_DOTTED)
    return (
        make(units[i], units[i + 1], units[i].words, units[i + 1].lead.number) if title_like(units[i].words, MANY) and not named else None
    )


def number_alone(units: Sequence[Unit], i: int, ordered: Set[int]) -> Heading | None:
    """A number on a line of its own, its title on the next."""
    after = units[i + 1] if i + 1 < len(units) else None
    if i not in ordered or after is None or after.lead.number or after.block.kind == "table" or not title_like(after.words, FEW_DOTTED):
        return None
    return make(units[i], after, after.words, units[i].lead.number)
