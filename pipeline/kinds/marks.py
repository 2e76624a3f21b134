"""What a kind of part leaves on the page: marks where one begins, and where one ends."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.model.structure import PartKind


class Mark(NamedTuple):
    """A part begins at line `line`."""

    line: int
    kind: PartKind
    title: str
    weight: int = 1
    """Of two marks on neighbouring lines the heavier one counts."""
    item: str | None = None
    label: str | None = None
    date: str | None = None
    committee: str | None = None
    attached: bool = False
    """Belongs to the minutes or report before it."""
