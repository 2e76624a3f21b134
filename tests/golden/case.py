"""A golden case: a difficulty, the file that shows it, and how to build that file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

EXPECTED = Path(__file__).parent / "expected"


@dataclass(frozen=True, slots=True)
class Case:
    """The builder's name names the case, its docstring says what a reader must get right."""

    build: Callable[[Path], None]
    """Writes the paper at this path."""
    file: str
    """The paper's name, as a council would name it; its ending says how it is read."""

    @property
    def name(self) -> str:
        return self.build.__name__

    @property
    def expected(self) -> Path:
        """What a careful person finds in the paper, written by hand."""
        return EXPECTED / f"{self.name}.json"
