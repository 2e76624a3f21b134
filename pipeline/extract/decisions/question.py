"""One question before a meeting: a motion or an amendment, its vote, and where it is said what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pipeline.extract.decisions.motions import Motion
from pipeline.extract.limb import Piece


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
