"""A resolution whose first limb stands on the line of its stem: "RESOLVED – (1) That ...", then "(2) ..." below. The line is cut,
so that the first limb can be cited like the others."""

from __future__ import annotations

import re

STEM = re.compile(
    r"\s*(?:\*\*)?(?P<stem>(?:[A-Z][\w'’ ]{0,60} )?(?i:resolved|agreed|decided|recommended|decision|recommendations?|resolution)\b"
    r"[^.;()\n]{0,60}?)(?P<gap>[\s*]+)(?P<first>\((?:1|a|i)\)|(?:1|a|i)[.)])\s"
)
"""The stem, up to the marker of a list's first limb."""
NEXT = {"1": "2", "a": "b", "i": "ii"}


def first_limb(text: str, after: str) -> tuple[int, int] | None:
    """Where the stem of a line ends and its first limb begins, where what stands below begins with the second limb."""
    match = STEM.match(text)
    if match is None:
        return None
    first = match["first"]
    second = first.replace(first.strip("().")[:1], NEXT[first.strip("().")])
    if second in text or not after.lstrip(" *\n").startswith(second):
        return None
    return match.end("stem"), match.start("first")
