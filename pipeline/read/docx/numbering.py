"""Word's automatic numbers, counted as Word counts them (ECMA-376, 17.9)."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from pipeline.read.docx.parts import W
from pipeline.read.docx.styles import flag, value
from pipeline.read.generated import BULLET, roman

PLACE = re.compile(r"%([1-9])")
FIRST_WORDS = "Zero One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve".split()
MOST_LETTERS = 30
COUNTED = frozenset({"decimal", "decimalZero", "ordinal", "cardinalText", "ordinalText"})


class Level(NamedTuple):
    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    """After which level (1 highest) the count begins again; 0: never; None: after any higher one."""
    legal: bool = False
    style: str | None = None


class Number(NamedTuple):
    """What stands before a paragraph."""

    marker: str | None
    depth: int
    """1 for the outermost level."""
    format: str

    @property
    def is_counted(self) -> bool:
        """A figure, as against letters, Roman numerals and bullets."""
        return self.format in COUNTED


class Numbering:
    """The lists of one document and how far each has counted."""

    def __init__(self, part: Any | None) -> None:
        self._lists: dict[str, str] = {}
        self._levels: dict[str, dict[int, Level]] = {}
        self._own: dict[str, dict[int, Level]] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()
        if part is not None:
            self._learn(part)

    def next(self, id_: str, level: int | None, style: str) -> Number | None:
        """The number of the next paragraph of this list; None where the list does not exist or has been switched off (id 0)."""
        abstract = self._lists.get(id_)
        if abstract is None:
            return None
        levels = self._levels[abstract] | self._own.get(id_, {})
        if level is None:
            level = next((at for at, one in levels.items() if one.style == style), 0)
        shape = levels.get(level)
        if shape is None:
            return None
        counts = self._counts.setdefault(abstract, [None] * 9)
        if id_ not in self._begun:
            self._begun.add(id_)
            for at, start in self._restarts.get(id_, {}).items():
                counts[at] = start - 1
        _count(counts, level, levels)
        return Number(_marker(counts, level, levels), level + 1, shape.format)

    def _learn(self, part: Any) -> None:
        abstracts = {element.get(f"{W}abstractNumId"): element for element in part.iter(f"{W}abstractNum")}
        linked = {name: id_ for id_, element in abstracts.items() if (name := value(element, "styleLink"))}
        for id_, element in abstracts.items():
            shape = abstracts[linked.get(value(element, "numStyleLink") or "", id_)]
            self._levels[id_] = dict(_level(one) for one in shape.iterfind(f"{W}lvl"))
        for element in part.iter(f"{W}num"):
            self._learn_list(element)

    def _learn_list(self, element: Any) -> None:
        id_, abstract = element.get(f"{W}numId"), value(element, "abstractNumId")
        if abstract not in self._levels:
            return
        self._lists[id_] = abstract
        for override in element.iterfind(f"{W}lvlOverride"):
            at = _integer(override.get(f"{W}ilvl"), 0)
            start = value(override, "startOverride")
            if start is not None:
                self._restarts.setdefault(id_, {})[at] = _integer(start, 1)
            own = override.find(f"{W}lvl")
            if own is not None:
                self._own.setdefault(id_, {})[at] = _level(own)[1]


def _level(element: Any) -> tuple[int, Level]:
    restart = value(element, "lvlRestart")
    shape = Level(
        _integer(value(element, "start"), 1), value(element, "numFmt") or "decimal", value(element, "lvlText") or "",
        None if restart is None else _integer(restart, 0), bool(flag(element, "isLgl")), value(element, "pStyle"),
    )  # fmt: skip
    return _integer(element.get(f"{W}ilvl"), 0), shape


def _integer(text: str | None, default: int) -> int:
    return int(text) if text and text.removeprefix("-").isdecimal() else default


def _count(counts: list[int | None], level: int, levels: dict[int, Level]) -> None:
    """One more at this level; deeper levels begin again unless they are told not to."""
    before = counts[level]
    counts[level] = levels[level].start if before is None else before + 1
    for deeper in range(level + 1, len(counts)):
        restart = levels[deeper].restart if deeper in levels else None
        if restart is None or 0 < level + 1 <= restart:
            counts[deeper] = None


def _marker(counts: list[int | None], level: int, levels: dict[int, Level]) -> str | None:
    shape = levels[level]
    if shape.format == "bullet":
        return BULLET if shape.text.strip() else None
    if shape.format == "none":
        return PLACE.sub("", shape.text).strip() or None

    def figure(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        other = levels.get(at, Level())
        count = counts[at]
        return spelt(other.start if count is None else count, "decimal" if shape.legal else other.format)

    return PLACE.sub(figure, shape.text).strip() or None


def spelt(number: int, kind: str) -> str:
    """A number as one of Word's number formats writes it; figures where the format is one of another script."""
    if kind in ("lowerLetter", "upperLetter") and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * min(MOST_LETTERS, (number + 25) // 26)
        return letter if kind == "lowerLetter" else letter.upper()
    if kind in ("lowerRoman", "upperRoman") and number > 0:
        return roman(number) if kind == "lowerRoman" else roman(number).upper()
    if kind == "decimalZero":
        return f"{number:02}"
    if kind == "ordinal":
        return f"{number}{ordinal_ending(number)}"
    if kind == "cardinalText" and 0 <= number < len(FIRST_WORDS):
        return FIRST_WORDS[number]
    return str(number)


def ordinal_ending(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
