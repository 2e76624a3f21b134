"""Character boxes of a page, packed: four int16 a character in tenths of a point, compressed."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Sequence
from functools import lru_cache

from pipeline.model.documents import Box

NOWHERE = (0, 0, 0, 0)


def pack(boxes: Iterable[Box | None]) -> bytes:
    """One box for each character of a page's text; None for characters that the reader put in (spaces, tabs, line ends)."""
    sides = [round(side * 10) for box in boxes for side in (box or NOWHERE)]
    try:
        packed = struct.pack(f"<{len(sides)}h", *sides)
    except struct.error:
        packed = struct.pack(f"<{len(sides)}h", *(max(-32768, min(32767, side)) for side in sides))
    return zlib.compress(packed, 6)


@lru_cache(maxsize=4096)
def lines(packed: bytes, start: int, end: int) -> tuple[Box, ...]:
    """The boxes of characters `start` to `end`, merged into one for each printed line."""
    if not packed:
        return ()
    flat = struct.unpack(f"<{4 * (end - start)}h", zlib.decompress(packed)[8 * start : 8 * end])
    merged: list[list[int]] = []
    for i in range(0, len(flat), 4):
        x0, y0, x1, y1 = flat[i : i + 4]
        if x1 <= x0 or y1 <= y0:
            continue
        last = merged[-1] if merged else None
        if last and _same_line(last, (x0, y0, x1, y1)):
            merged[-1] = [min(last[0], x0), min(last[1], y0), max(last[2], x1), max(last[3], y1)]
        else:
            merged.append([x0, y0, x1, y1])
    return tuple(Box(*(side / 10 for side in box)) for box in merged)


def _same_line(a: Sequence[int], b: Sequence[int]) -> bool:
    """Half of the lower one's height is shared, and b does not start far left of a's end (a new line or column) or far right of it."""
    shared = min(a[3], b[3]) - max(a[1], b[1])
    height = min(a[3] - a[1], b[3] - b[1])
    return shared * 2 >= height and -height <= b[0] - a[2] <= 4 * height
