"""Lines of a text file: which of them belong to one paragraph.

In most text papers a line is a paragraph. Pages recognised from scans, and files from editors that wrap, break their paragraphs at one
width instead, some with an empty line after every line. The profile of line lengths tells which file this is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

LEAST_WIDTH, MOST_WIDTH = 50, 130
"""Characters on a full line of a wrapped file (A4 in 10 to 12 points holds 75 to 110)."""
FULL = 0.8
"""A line of this share of the width is full."""
LEAST_FULL_LINES = 5
LEAST_FULL_SHARE = 0.25
MOST_TOO_LONG = 0.02
LEAST_CONTINUED = 0.4
"""Of the lines after a full one, this share starts as no paragraph does, in a wrapped file."""
LEAST_DOUBLE = 0.7
FAR_APART = 3
"""So many line ends between two lines never are one paragraph."""
CAPITAL = 1.35
"""How much wider a capital is than the average small letter, in common faces."""
_END = r"(?=\s|$)"
ITEM = re.compile(
    rf"(?:[-–—•·▪◦○●■□➢➔✓*+o¢\uf0b7\uf0a7]|\(?[a-z][.)]|\(?[A-Z]\)|\(?[ivx]{{1,5}}[.)]|[IVX]{{2,5}}\.|\((?:[a-z]{{2}}|\d{{1,3}})\)){_END}"
)
"""Bullets and letters; "¢" is what recognition makes of a bullet. "S." is an initial before it is a marker."""
NUMBERED = re.compile(rf"(?:Item\s)?(?:\d{{1,3}}[.):]|\d{{1,3}}(?:\.\d{{1,3}})+[.):]?|[A-Z]\d{{1,3}}[.)]){_END}")
DASHED = re.compile(r"[-–—+]\s|\d{1,3}\s")
"""May begin a paragraph, or go on with a sentence that was cut there."""
MARK_UP = ("#", ">", "|", "[", "```", "<!--")
MARKER_ALONE = re.compile(r"\d{1,3}[.)]|\(?[a-zA-Z]\)|\(?[ivx]{1,5}[.)]|\(\d{1,3}\)|[a-z]\.")
DECIMAL_ALONE = re.compile(r"\d{1,2}(?:\.\d{1,3})+")
SENTENCE_LENGTH = 40
LOWER_START = re.compile(r"[(“‘\"']*[a-z]")
CONTINUATION = re.compile(r"[(“‘\"']*[a-z]|[(\d£€%&/]")
ENDED = re.compile(r"[.;:!?][”’\"')]*$")
SENTENCE_ENDED = re.compile(r"(?:[!?:;]|(?<!\s[A-Z])(?<!\b(?i:mr|ms|dr|no|st|co))(?<!\bMrs)(?<!\bCllr)\.)[”’\"')]*$")
CAPITALS = re.compile(r"[^a-z]*[A-Z]{2}[^a-z]*")
WHOLLY_BOLD = re.compile(r"(?:(\*{2,3}|__)(?:(?!\1).)+\1[\s:.,-]*)+", re.DOTALL)
EMPHASIS = re.compile(r"\*{2,3}|__(?=\w)|(?<=\w)__|(?<![\w*])[*_](?=\w)|(?<=[\w.,;:)”])[*_](?!\w)")
OPENS = re.compile(r"(?<![^\s(“\"'])(?:\*{1,3}|__)(?=[^\s*])")
CLOSES = re.compile(r"(?<=[^\s*])(?:\*{1,3}|__)(?![\w*])")


class Line(NamedTuple):
    """A line that is not empty; offsets count from the start of the text."""

    at: int
    """Where the whole line begins."""
    raw: str
    start: int
    end: int
    text: str
    """Without the white space around it, from `start` to `end`."""
    gap: int
    """Line ends since the line before that is not empty."""

    @property
    def bare(self) -> str:
        """Its text without emphasis."""
        return EMPHASIS.sub("", self.text) if "*" in self.text or "_" in self.text else self.text

    @property
    def extent(self) -> float:
        """Its width on paper, in average characters."""
        return len(self.bare) + (CAPITAL - 1) * sum(map(str.isupper, self.bare))

    @property
    def indent(self) -> int:
        """Columns of white space before it, a tab counting four."""
        return len(self.raw[: self.start - self.at].expandtabs(4))


class Profile(NamedTuple):
    width: float | None
    """Characters of a full line; None where each line is a paragraph of its own."""
    double: bool
    """Every line is followed by an empty one."""


def lines(text: str) -> Iterator[Line]:
    """The lines that are not empty."""
    at = gap = 0
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            start = at + len(raw) - len(raw.lstrip())
            yield Line(at, raw, start, start + len(stripped), stripped, gap)
            gap = 0
        gap += 1
        at += len(raw) + 1


def profile(found: Sequence[Line]) -> Profile:
    """How these lines were broken."""
    extents = sorted(line.extent for line in found)
    if not extents:
        return Profile(None, False)
    width = extents[int(0.95 * (len(extents) - 1))]
    full = [(a, b) for a, b in pairwise(found) if a.extent >= FULL * width]
    wrapped = (
        LEAST_WIDTH <= width <= MOST_WIDTH
        and sum(extent > 1.3 * width for extent in extents) <= MOST_TOO_LONG * len(extents)
        and len(full) >= max(LEAST_FULL_LINES, LEAST_FULL_SHARE * len(extents))
        and sum(_continued(a, b) for a, b in full) >= LEAST_CONTINUED * len(full)
    )
    broken = [b.gap for a, b in full if _continued(a, b)]
    return Profile(width if wrapped else None, wrapped and sum(gap == 2 for gap in broken) >= LEAST_DOUBLE * len(broken))


def _continued(line: Line, after: Line) -> bool:
    return not ENDED.search(line.bare) and CONTINUATION.match(after.bare) is not None and not begins_anew(after)


def begins_anew(line: Line) -> bool:
    """Whether a line that starts so begins a paragraph whatever stands before it."""
    return bool(ITEM.match(line.bare) or NUMBERED.match(line.bare)) or line.text.startswith(MARK_UP)


def grouped(found: Sequence[Line], known: Profile) -> Iterator[list[Line]]:
    """The lines of each paragraph, in order."""
    group: list[Line] = []
    for line in found:
        if group and not _joins(group, line, known):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _joins(group: Sequence[Line], line: Line, known: Profile) -> bool:
    before = group[-1]
    if line.gap >= FAR_APART + known.double or before.text.startswith("#"):
        return False
    if len(group) == 1 and _marks_next(before.bare, line):
        return True
    if known.width and _cut_short(group, line, known.width):
        return True
    if line.gap > 1 + known.double or begins_anew(line):
        return False
    if _open_emphasis(group):
        return True
    return _wrapped(before, line, known.width) if known.width else _runs_on(group, line)


def _marks_next(marker: str, line: Line) -> bool:
    """A number or letter on a line of its own belongs to the line after it."""
    if begins_anew(line) or DECIMAL_ALONE.fullmatch(line.bare):
        return False
    return bool(MARKER_ALONE.fullmatch(marker)) or bool(DECIMAL_ALONE.fullmatch(marker) and len(line.text) >= SENTENCE_LENGTH)


def _cut_short(group: Sequence[Line], line: Line, width: float) -> bool:
    """A full line whose sentence goes on, though an empty line, a dash or a number stands between."""
    before = group[-1]
    if before.extent < FULL * width or ENDED.search(before.bare) or line.text.startswith(MARK_UP):
        return False
    if DASHED.match(line.bare):
        return line.bare[0] != group[0].bare[0] and not NUMBERED.match(line.bare)
    return bool(LOWER_START.match(line.bare)) and not begins_anew(line)


def _open_emphasis(group: Sequence[Line]) -> bool:
    """Whether emphasis begun in these lines has not ended."""
    text = "\n".join(line.text for line in group)
    last = max((match.start() for match in OPENS.finditer(text)), default=-1)
    return last >= 0 and not CLOSES.search(text, last + 1)


def _runs_on(group: Sequence[Line], line: Line) -> bool:
    """Where lines are paragraphs, one that begins in lower case still goes on from the line before."""
    return bool(LOWER_START.match(line.bare)) and not LOWER_START.match(group[0].bare) and not ENDED.search(group[-1].bare)


def _wrapped(before: Line, line: Line, width: float) -> bool:
    """Where lines are cut at a width: the line before is so full that the next word would not have fitted, or its sentence goes on."""
    if bool(WHOLLY_BOLD.fullmatch(before.text)) != bool(WHOLLY_BOLD.fullmatch(line.text)):
        return False
    full = before.extent + 1 + len(line.bare.split()[0]) >= FULL * width
    if SENTENCE_ENDED.search(before.bare):
        return line.gap == 1 and full
    return full or bool(LOWER_START.match(line.bare)) or bool(CAPITALS.fullmatch(before.bare) and CAPITALS.fullmatch(line.bare))
