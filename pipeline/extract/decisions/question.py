"""One question before a meeting: a motion or an amendment, its vote, and where it is said what became of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pipeline.extract.decisions import motions
from pipeline.extract.decisions.motions import Motion
from pipeline.extract.limb import Piece
from pipeline.model.structure import Paragraph

MOVED_THAT = re.compile(r"\b(?:proposed|moved|seconded)\b[^.;]*?\b(?:that|to)\s+[A-Za-z]", re.IGNORECASE)
UNSETTLED = re.compile(
    r"\b(?:vot(?:e|es|ed|ing)|amendment|lost|fell|defeated|withdr\w+|debate|not (?:carried|agreed|seconded)|no seconder|defer\w*|refer\w*|"
    r"adjourn\w*|resolved|agreed|carried)\b",
    re.IGNORECASE,
)
MINUTES = re.compile(r"\bminutes\b", re.IGNORECASE)


@dataclass
class Question:
    """A motion or amendment and what has been said of it."""

    motion: Motion | None = None
    at: int | None = None
    """Index in the item of the paragraph that moved it."""
    vote: Mapping[str, Any] | None = None
    unanimous: bool = False
    words: tuple[str, ...] = ()
    """The limbs of the last motion that stands, to tell what an amendment changes."""
    carried: list[Piece] = field(default_factory=list)
    """Where it is said that it was carried."""
    proof: list[Piece] = field(default_factory=list)
    """What proves the vote."""
    heard: int | None = None
    """Index in the item of the last paragraph that told of the vote."""
    divided: bool = False
    """The vote was between the motion and its amendment."""


def carries_itself(now: Question, paragraphs: Sequence[Paragraph], title: str | None) -> bool:
    """Whether a motion with its seconder is all that an item says: a clerk's way to write that it was carried. What was moved stands in
    the same sentence, or it is the minutes; nothing below speaks of a vote or of another fate."""
    known = now.motion
    if known is None or known.seconder is None or known.amendment or known.procedural or now.at is None or now.vote:
        return False
    sentence = motions.mover_sentence(paragraphs[now.at].text)
    says = MOVED_THAT.search(sentence) or MINUTES.search(f"{title or ''} {sentence}")
    return bool(says) and not any(UNSETTLED.search(text) for text in (p.text for p in paragraphs[now.at :]))
