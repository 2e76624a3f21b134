"""The row of a decision: its words, what is said besides them, and how a person cites it.

Comes in: the stretches of paragraphs that state the decision, and a `Said`. Goes out: a `Decision`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.extract.decisions.motions import Motion
from pipeline.extract.limb import Limb, Piece
from pipeline.extract.minutes import Item, evidence_over
from pipeline.model.facts import Decision
from pipeline.model.structure import Paragraph, Structure

EXTRACTOR = "decisions"


@dataclass(frozen=True, slots=True)
class Said:
    """What a row says besides its words: verbs, outcome, who moved it, the vote."""

    verbs: tuple[str, ...]
    outcome: str
    motion: Motion
    vote: Mapping[str, Any] | None
    unanimous: bool
    label: str | None = None


def decision(structure: Structure, item: Item, pieces: Sequence[Piece], text: str, said: Said) -> Decision:
    """One decision of an item, with the numbers of its minute and its paragraph as printed."""
    first, number = pieces[0][0], item.number
    return Decision(
        evidence=evidence_over(structure, pieces),
        extractor=EXTRACTOR,
        item=number,
        item_title=item.title,
        minute_number=first.number or next((p.number for p in _above(structure, first) if p.number), None) or number,
        paragraph=said.label or first.label,
        verbs=said.verbs,
        text=text,
        outcome=said.outcome,
        proposer=said.motion.proposer,
        seconder=said.motion.seconder,
        votes=said.vote,
        unanimous=said.unanimous,
    )


def _above(structure: Structure, paragraph: Paragraph) -> Iterator[Paragraph]:
    lead = paragraph.lead_in
    while lead is not None:
        paragraph = structure.paragraphs[lead]
        yield paragraph
        lead = paragraph.lead_in


def label(limb: Limb, stem: Paragraph, item: str | None) -> str | None:
    """As a person cites it: the limb's own label, else the stem's number and its marker, else the item's."""
    own = limb.pieces[0][0]
    if not limb.marker or limb.marker == "-":
        return own.label or stem.label
    if own is not stem and own.label and own.label != limb.marker:
        return own.label
    above, marker = stem.label or stem.number or item, limb.marker.rstrip(".")
    return f"{above} {marker}" if above else marker
