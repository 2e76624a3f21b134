"""What linking needs of a library, and what it finds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from typing import Any, NamedTuple, Protocol

from pipeline.language.wording import held
from pipeline.lookup.changes.kept import Library
from pipeline.model.printings import PartRow, Repeat, Whose

STOP = frozenset(
    "about above after agree agreed also been before board committee council from have into item members note noted officer officers "
    "report reports resolved shall that their them there these they this those under update were what when which will with would".split()
)
REFERENCE = re.compile(r"(?<![\d/-])\d{2}[/-]\d{5,6}(?![\d/])")
"""Of a matter for decision, the same on the agenda, the report, its appendices and the record: "24/00012"; in file names "24-00012"."""
SAME_BODY = 0.6
"""Share of the shorter name's words in the longer one from which two names are of one body."""


class Linkable(Library, Protocol):
    """What promises are followed in, and where what was found is kept."""

    def set_fields(self, kind: str, id_: str, values: dict[str, Any]) -> None: ...
    def parts(self) -> list[PartRow]: ...
    def page_labels(self, document_id: int) -> list[tuple[int, str]]: ...
    def set_repeats(self, found: Iterable[Repeat]) -> None: ...
    def set_councils(self, found: Iterable[Whose]) -> None: ...
    def transaction(self) -> AbstractContextManager[None]: ...


class Found(NamedTuple):
    """Fields to set on a stored fact."""

    kind: str
    id: str
    values: Mapping[str, Any]


def differ(one: str | None, other: str | None) -> bool:
    """Two names of different bodies; an unnamed one may be any."""
    return bool(one and other) and max(held(one or "", other or ""), held(other or "", one or "")) < SAME_BODY


def references(text: str) -> list[str]:
    """References of matters, as file names write them."""
    return [match[0].replace("/", "-") for match in REFERENCE.finditer(text)]


def telling(text: str) -> frozenset[str]:
    """The words that tell one text from another: four letters or more, or with a digit; plural s dropped."""
    found = re.findall(r"[a-z0-9£%][a-z0-9£%.,'-]*", text.lower())
    words = (word.strip(".,'-").removesuffix("s") for word in found)
    return frozenset(w for w in words if (len(w) > 3 or any(c.isdigit() for c in w)) and w not in STOP)


def numbers(text: str) -> frozenset[str]:
    return frozenset(n.rstrip(".,") for n in re.findall(r"\d[\d.,]*", text))
