"""Papers as lists of them show them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A stored paper."""

    id: int
    name: str
    path: str
    """Where the file lay when it was read."""
    sha256: str
    title: str
    council: str | None
    published: str | None
    """Its own date, else that of its agenda: a pack holds minutes of earlier meetings; else the earliest of its parts."""
    media: str
    url: str | None
    pages: int
    """How many it has; a text without pages has one."""
    kinds: tuple[str, ...]
    """Of its parts, each once."""
    issues: int
