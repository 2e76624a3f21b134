"""Markers of limbs: "(1)", "a)", "(iv)", and whether they count on.

Comes in: text, or a marker as printed. Goes out: the markers that count from the first, or what a marker can be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

INLINE = re.compile(
    r"(?:^|(?<=[\s:;,–—-]))(?P<marker>\((?:\d{1,2}|[a-z]|[ivx]{1,4})\)|(?:[a-h]|[ivx]{1,4})\)|"
    r"(?:(?<=[:;.]\s)|(?<=;\sand\s))\d{1,2}[.)])\s+(?=\S)"
)
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


AND_THAT = re.compile(r"AND\s+(?:FURTHER\s+)?THAT\b")
"""What opens each further limb of an Irish resolution."""


def and_thats(text: str, start: int) -> list[tuple[int, int]]:
    """Stretches of a paragraph from `start`, each "AND THAT" within it opening another."""
    cuts = [start, *(match.start() for match in AND_THAT.finditer(text, start + 1)), len(text)]
    return [(low, high) for low, high in pairwise(cuts) if text[low:high].strip()] or [(start, len(text))]


def counted(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The markers within a text that count from the first of their kind without a gap."""
    place, kind = 0, ""
    for match in INLINE.finditer(text, start, end):
        found = marker_kinds(match["marker"])
        if not kind:
            first = next((name for name, value in found.items() if value == 1), "")
            if first:
                kind, place = first, 1
                yield match
        elif found.get(kind) == place + 1:
            place += 1
            yield match


def marker_kinds(marker: str) -> dict[str, int]:
    """What a marker can be and its place there: "(i)" is the first roman and the ninth letter."""
    word = marker.strip("().: ").casefold()
    if not word.isalnum():
        return {"dash": 0}
    shape = "(" if marker.startswith("(") else ")"
    if word.isdigit():
        return {f"number{shape}": int(word)}
    found = {}
    if word in ROMAN:
        found[f"roman{shape}"] = ROMAN.index(word) + 1
    if len(word) == 1:
        found[f"letter{shape}"] = ord(word) - ord("a") + 1
    return found
