"""What the reader of each inspectorate's reports returns: the same shape for all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Judgement:
    """One scored statement; `start` and `end` are offsets in the text that was read."""

    statement: str
    score: int | str | None
    """None where the inspectorate looks without grading."""
    start: int
    end: int
    theme: str | None = None
    scale: str | None = None
    apart: tuple[tuple[int, int], ...] = ()
    """Where the score is printed, if not within `start` and `end`."""


@dataclass(frozen=True, slots=True)
class InspectionReport:
    inspector: str
    authority: str | None
    judgements: tuple[Judgement, ...]
    overall_rating: str | None = None
    published: str | None = None
    """ISO, as the report prints it."""
    inspected: str | None = None
    """Dates of the inspection as printed."""
    checks: tuple[Mapping[str, Any], ...] = ()
    """{kind, printed, expected}: those that fail."""
