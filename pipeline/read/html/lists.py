"""The numbers, letters and bullets that a browser puts before the items of a list."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from pipeline.read.generated import BULLET, letters, roman

UNMARKED = re.compile(
    r"list-style(?:-type)?\s*:\s*none|(?:^|[\s_-])(?:no[\s_-]?bullets?|list[\s_-]?(?:none|unstyled|style-none)|unstyled|plain)(?:$|[\s_-])",
    re.IGNORECASE,
)
OWN = re.compile(r"\s*(?:[-–—•·▪○●■]|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,5})[.)])\s", re.IGNORECASE)
"""The item's text begins with a number of its own."""


def marker(item: Any) -> str | None:
    """ "3.", "c." or "•"; None where the page shows none, or the item prints one of its own."""
    parent = item.getparent()
    if parent is None or UNMARKED.search(f"{parent.get('class') or ''} {parent.get('style') or ''}"):
        return None
    if OWN.match("".join(item.itertext())[:12]):
        return None
    if parent.tag != "ol":
        return BULLET
    return f"{written(_numbers(parent)[item], parent.get('type') or '1')}."


@lru_cache(maxsize=8)
def _numbers(parent: Any) -> dict[Any, int]:
    """HTML's count of a list's items: `start`, then one more for each, unless an item has a `value`."""
    items = [child for child in parent if child.tag == "li"]
    down = "reversed" in parent.attrib
    number = _integer(parent.get("start"), len(items) if down else 1)
    counted: dict[Any, int] = {}
    for child in items:
        counted[child] = _integer(child.get("value"), number)
        number = counted[child] + (-1 if down else 1)
    return counted


def _integer(text: str | None, default: int) -> int:
    digits = (text or "").strip()
    return int(digits) if digits.removeprefix("-").isdecimal() else default


def written(number: int, kind: str) -> str:
    """A number as lists of type 1, a, A, i or I write it."""
    if number < 1 or kind not in "aAiI":
        return str(number)
    text = roman(number) if kind in "iI" else letters(number)
    return text.upper() if kind.isupper() else text
