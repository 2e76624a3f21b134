"""What Word's styles give a paragraph or a run: heading level, list, bold, size."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from pipeline.read.docx.parts import W

HEADING_NAME = re.compile(r"heading (\d)", re.IGNORECASE)
"""Word keeps the English names of its built-in styles in every language."""
CONTENTS_NAME = re.compile(r"toc ?(?:\d|heading)|table of figures", re.IGNORECASE)
NO_HEADING_NAME = re.compile(r".*\b(?:quote|caption|list)\b.*", re.IGNORECASE)
"""Styles that may be bold and short, and are no headings."""
LIST_NAME = re.compile(r"list(?: bullet| number| continue)? ([2-5])", re.IGNORECASE)
"""Word's list styles for items inside items, each a list of its own."""
TITLE_NAMES = frozenset({"title"})
OFF = frozenset({"0", "false", "off", "none"})
DEFAULT_SIZE = 10.0
"""Points, where neither run nor style nor document says (ECMA-376, 17.3.2.38)."""
BODY_LEVEL = 9
"""Outline level of body text; headings have 0 to 8."""


class Style(NamedTuple):
    """A style with what it inherits."""

    id: str
    name: str = ""
    level: int | None = None
    """Heading level, 1 highest."""
    number: tuple[str, int | None] | None = None
    """numId and ilvl of the list that its paragraphs belong to."""
    bold: bool = False
    vanish: bool = False
    size: float | None = None

    @property
    def is_contents(self) -> bool:
        return CONTENTS_NAME.fullmatch(self.name or self.id) is not None

    @property
    def is_listed(self) -> bool:
        """Whether no paragraph of this style is a heading, however it looks."""
        return NO_HEADING_NAME.fullmatch(self.name) is not None

    @property
    def deeper(self) -> int:
        """How many levels deeper than their list says its items are."""
        named = LIST_NAME.fullmatch(self.name)
        return int(named[1]) - 1 if named else 0

    @property
    def is_title(self) -> bool:
        return self.name.lower() in TITLE_NAMES


class Styles:
    """The styles of one document, by id."""

    def __init__(self, part: Any | None) -> None:
        self._elements = {} if part is None else {element.get(f"{W}styleId"): element for element in part.iter(f"{W}style")}
        self.size = _default_size(part)
        self._default = next((id_ for id_, element in self._elements.items() if _is_default(element)), None)
        self.style = cache(self._style)

    def _style(self, id_: str | None) -> Style:
        """The style of a paragraph; the default one for None, an empty one for an id that is not there."""
        id_ = id_ or self._default or ""
        chain = list(self._chain(id_))
        name = value(chain[0], "name") or "" if chain else ""
        return Style(
            id_, name, _level(name, chain), _number(chain),
            bool(_first(flag(element.find(f"{W}rPr"), "b") for element in chain)),
            bool(_first(flag(element.find(f"{W}rPr"), "vanish") for element in chain)),
            _first(points(element.find(f"{W}rPr")) for element in chain),
        )  # fmt: skip

    def _chain(self, id_: str) -> Iterator[Any]:
        """The style and those it is based on, the nearest first."""
        met: set[str] = set()
        while id_ in self._elements and id_ not in met:
            met.add(id_)
            yield self._elements[id_]
            id_ = value(self._elements[id_], "basedOn") or ""


def value(element: Any | None, name: str) -> str | None:
    """`val` of a child element."""
    child = None if element is None else element.find(f"{W}{name}")
    found: str | None = None if child is None else child.get(f"{W}val")
    return found


def flag(properties: Any | None, name: str) -> bool | None:
    """A switch: there without a value it is on; None where it is not there."""
    child = None if properties is None else properties.find(f"{W}{name}")
    return None if child is None else (child.get(f"{W}val") or "1") not in OFF


def points(properties: Any | None) -> float | None:
    """Font size; Word counts half points."""
    size = value(properties, "sz")
    return int(size) / 2 if size and size.isdecimal() else None


def number_of(properties: Any | None) -> tuple[str, int | None] | None:
    """numId and ilvl that paragraph properties state."""
    listed = None if properties is None else properties.find(f"{W}numPr")
    number = value(listed, "numId")
    level = value(listed, "ilvl")
    return (number, int(level) if level and level.isdecimal() else None) if number else None


def outline(properties: Any | None) -> int | None:
    """Heading level by outline level; None for body text."""
    level = value(properties, "outlineLvl")
    return int(level) + 1 if level and level.isdecimal() and int(level) < BODY_LEVEL else None


def _level(name: str, chain: list[Any]) -> int | None:
    named = next((match for element in chain if (match := HEADING_NAME.fullmatch(value(element, "name") or ""))), None)
    if named:
        return int(named[1])
    if name.lower() in TITLE_NAMES:
        return 1
    level: int | None = _first(outline(element.find(f"{W}pPr")) for element in chain)
    return level


def _number(chain: list[Any]) -> tuple[str, int | None] | None:
    found = _first(number_of(element.find(f"{W}pPr")) for element in chain)
    level = _first(number[1] for element in chain if (number := number_of(element.find(f"{W}pPr"))))
    return (found[0], level) if found else None


def _first(found: Iterator[Any]) -> Any:
    return next((one for one in found if one is not None), None)


def _is_default(element: Any) -> bool:
    return element.get(f"{W}type") == "paragraph" and (element.get(f"{W}default") or "0") not in OFF


def _default_size(part: Any | None) -> float:
    found = None if part is None else part.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    return points(found) or DEFAULT_SIZE
