"""A passage of minutes and the facts that it states."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.model.structure import PartKind

Row = Mapping[str, Any]
NAME, FACT, MAYBE = "=== ", "= ", "~ "
UNSAID: Mapping[str, Row] = {
    "decisions": {"outcome": "agreed", "proposer": None, "seconder": None, "vote": [None, None, None]},
    "attendance": {"status": "present", "role": None},
    "actions": {"due": None},
}
"""What a fact has where its line does not say otherwise."""


@dataclass(frozen=True, slots=True)
class Passage:
    """`rows` of one `kind`, in any order: each found once, with these values, and no others but those of `also`."""

    name: str
    kind: str
    text: str
    rows: tuple[Row, ...]
    also: tuple[Row, ...]
    part: PartKind = "minutes"


def passages(text: str, kind: str, part: PartKind = "minutes") -> Iterator[Passage]:
    """The passages of a file, in order; `part` is what they stand in."""
    for block in text.split(f"\n{NAME}")[1:]:
        name, *lines = block.rstrip().split("\n")
        said = [line for line in lines if not line.startswith((FACT, MAYBE))]
        yield Passage(name, kind, "\n".join(said), _rows(lines, FACT, kind), _rows(lines, MAYBE, kind), part)


def _rows(lines: list[str], sign: str, kind: str) -> tuple[Row, ...]:
    return tuple({**UNSAID.get(kind, {}), **json.loads(line.removeprefix(sign))} for line in lines if line.startswith(sign))
