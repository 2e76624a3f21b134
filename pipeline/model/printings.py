"""Papers that are printed more than once: stored parts as they are compared, and what is found of them."""

from __future__ import annotations

from dataclasses import dataclass

OF_MEETINGS = frozenset(("decisions", "attendance", "actions", "declarations", "questions"))
"""Kinds of facts that a meeting has once, however often its minutes are printed."""


@dataclass(frozen=True, slots=True)
class PartRow:
    """A part as stored; `council` as it is printed."""

    id: int
    document: str
    kind: str
    title: str
    council: str | None
    committee: str | None
    meeting_date: str | None
    version: str | None
    opened: str | None
    """Date of the first part of its document: of the meeting that a pack is for."""
    sketch: tuple[int, ...] = ()
    repeat_of: int | None = None
    superseded: bool = False
    document_id: int = 0
    item: str | None = None
    label: str | None = None
    within: int | None = None
    """Id of the part it is appended to."""
    page: int | None = None
    """1-based page of the file on which it begins; None in papers without pages."""
    page_label: str | None = None
    opening: str = ""
    """The first words on that page."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """A part is another printing of a part that is listed in its place; `superseded` where that one is a later version."""

    part: int
    of: int
    superseded: bool


@dataclass(frozen=True, slots=True)
class Whose:
    """A part prints no council; other papers name this one."""

    part: int
    council: str
