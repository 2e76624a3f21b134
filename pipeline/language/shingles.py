"""Whether two texts are printings of one: the share of runs of four words that they have in common (w-shingling, Broder 1997).

Of all runs the sketch keeps those with the smallest hashes, so that long papers compare as fast as short ones.
"""

from __future__ import annotations

from array import array
from collections import deque
from collections.abc import Iterable
from zlib import crc32

from pipeline.language.wording import words

RUN = 4
KEPT = 256
"""Hashes in a sketch: the likeness of longer texts is known to about 0.03."""
HELD = 64 * KEPT
"""So many hashes are held before the smallest are sorted out: a part may have thousands of pages."""


def sketch(texts: Iterable[str]) -> bytes:
    """The smallest hashes of a text given in pieces; where its lines and paragraphs end does not matter."""
    found: set[int] = set()
    run: deque[str] = deque(maxlen=RUN)
    for word in (word for text in texts for word in words(text)):
        run.append(word)
        if len(run) == RUN:
            found.add(crc32(" ".join(run).encode()))
        if len(found) > HELD:
            found = set(sorted(found)[:KEPT])
    return array("I", sorted(found)[:KEPT]).tobytes()


def hashes(made: bytes) -> tuple[int, ...]:
    """The sketch as numbers, in order."""
    return tuple(array("I", made))


def likeness(a: tuple[int, ...], b: tuple[int, ...]) -> float:
    """Share of the runs of either text that both hold, 0 to 1; exact for texts shorter than a sketch."""
    if not a or not b:
        return 0.0
    full = KEPT if len(a) == KEPT or len(b) == KEPT else len(a) + len(b)
    union = sorted({*a, *b})[:full]
    both = {*a} & {*b}
    return sum(one in both for one in union) / len(union)
