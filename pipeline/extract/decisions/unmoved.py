"""Decisions without a motion: by a word alone, or a proposal to which all agree.

Comes in: the place of a paragraph in its item. Goes out: the decision, or None.
"""

from __future__ import annotations

from pipeline.extract.decisions import fates, motions, votes
from pipeline.extract.decisions.alone import alone
from pipeline.extract.decisions.motions import Motion
from pipeline.extract.decisions.near import meant
from pipeline.extract.decisions.outcomes import outcome_of
from pipeline.extract.decisions.resolving import Resolving
from pipeline.extract.decisions.rows import Said, decision
from pipeline.extract.minutes import Item
from pipeline.model.facts import Decision
from pipeline.model.structure import Structure


def by_a_word(structure: Structure, item: Item, at: int) -> Decision | None:
    """ "Noted." as all that an item says of its outcome, "No objection" to an application."""
    found = alone(item, at)
    if not found:
        return None
    verbs = (found.verb,)
    said = Said(verbs, outcome_of(verbs, (), ""), motions.motion(found.text) or Motion(), None, votes.unanimous(found.text))
    return decision(structure, item, list(found.pieces), found.text, said)


def proposal(structure: Structure, item: Item, at: int, span: tuple[int, int], found: fates.Outcome) -> Decision:
    """ "The Chair proposed the dates for 2032. All agreed.": what was proposed without a motion, and agreed."""
    start, end = span
    (limb,) = meant(item.paragraphs, at, Resolving(start, end, end, (found.word,), False, True))
    verbs, text = (found.word,), item.paragraphs[at].text[start:end]
    said = Said(verbs, outcome_of(verbs, (), limb.text), Motion(), None, votes.unanimous(text))
    return decision(structure, item, list(limb.pieces), limb.text, said)
