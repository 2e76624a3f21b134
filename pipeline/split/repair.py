"""Printed lines made running text: lines joined, hyphens closed, mark-up dropped. Nothing is added but single spaces, and every kept
character maps back to its place in the document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.language.wording import LIGATURES
from pipeline.model.documents import Span

_TAGS = r"</?(?:br|b|i|u|em|strong|sup|sub|small|div|span|p)\s*/?>|\u00ad(?:[ \t]*\n[ \t]*)?|[\u200b\u200c\u200d\ufeff\u2060]"
_ADDRESS = r"(?<=\w)\n(?=\.(?:gov|org|co|com|net|ac|nhs)\b)|(?<=\w@)\n(?=\w)"
"""A narrow column cuts an address: "clerk@aldermere", ".gov.uk"."""
_STARS = r"(?:(?<=\s[B-HJ-Z])|(?<=^[B-HJ-Z])) \*\*(?=[a-z])|\*{2,}"
"""Emphasis in text and Markdown papers; a PDF's star is a footnote mark."""
HYPHENS = "-‐\u2010\x02"
HYPHEN = rf"(?<=[^\W\d_])(?P<hyphen>[{HYPHENS}])[ \t]*\n[ \t]*(?=[^\W\d_])"
_SPACE = r"(?P<space>[\s\xa0\u2000-\u200a\u202f\u3000]+)"
MARKED = re.compile(rf"(?P<hyphenated>{HYPHEN})|(?P<dropped>{_STARS}|{_TAGS}|{_ADDRESS})|{_SPACE}", re.MULTILINE)
UNMARKED = re.compile(rf"(?P<hyphenated>{HYPHEN})|(?P<dropped>{_TAGS}|{_ADDRESS})|{_SPACE}")
MARKUP_MEDIA = ("text", "markdown")
LIGATURE = re.compile("[" + "".join(LIGATURES) + "]")
BEFORE = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*$")
AFTER = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
COMPOUND_STARTS = frozenset(
    "self non co well long short high low full part mid cross multi inter pre post semi ex on off up out over under first second "
    "third early late "
    "medium one two three four five six seven eight nine ten year on-going face day to in vice sub anti all ill hard good best".split()
)
PARTICLES = frozenset("up ups out off on in down over through by back away".split())
"""What follows a verb: "follow-up", "carry-over". No printer cuts a word before these."""
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")

Run = tuple[int, int, int]


class Mended(NamedTuple):
    """Repaired text with its way back: runs of (offset in the text, offset in the document, length)."""

    text: str
    runs: tuple[Run, ...]


class Mender:
    """Repairs stretches of one document; `known` are its words, which say how a word cut by a line end is written elsewhere."""

    def __init__(self, text: str, media: str) -> None:
        self.text = text
        self.pattern = MARKED if media in MARKUP_MEDIA else UNMARKED
        self._known: frozenset[str] | None = None

    @property
    def known(self) -> frozenset[str]:
        if self._known is None:
            self._known = frozenset(match[0].casefold() for match in WORD.finditer(self.text))
        return self._known

    def mend(self, pieces: Iterable[tuple[int, int]]) -> Mended:
        """Repair the stretches and join them with single spaces."""
        writer = _Writer(self.text)
        for start, end in pieces:
            writer.space()
            at = start
            for match in self.pattern.finditer(self.text, start, end):
                writer.keep(at, match.start())
                at = match.end()
                if match.lastgroup == "space" or match["space"]:
                    writer.space(match.start() if match[0] == " " else None)
                elif match["hyphenated"] and not self._closes(match.start(), match.end()):
                    writer.keep(match.start(), match.start() + 1)
            writer.keep(at, end)
        return writer.done()

    def over(self, left: Mended, right: Mended) -> Mended:
        """Two stretches as one, of which a page's or column's end may have cut a word: its hyphen is closed as at a line's end."""
        if not (left.text[-1:] in HYPHENS and left.text[-2:-1].isalpha() and right.text[:1].isalpha() and left.runs and right.runs):
            return joined([left, right])
        _, source, length = left.runs[-1]
        closes = self._closes(source + length - 1, right.runs[0][1])
        return joined([cut(left, 0, len(left.text) - 1) if closes else left, right], between="")

    def _closes(self, start: int, end: int) -> bool:
        """Whether the hyphen at `start` only marks the line's end."""
        before, after = BEFORE.search(self.text, max(0, start - 40), start), AFTER.match(self.text, end)
        if not before or not after:
            return False
        left, right = before[0].casefold(), after[0].casefold()
        if f"{left}-{right}" in self.known:
            return False
        if left + right in self.known:
            return True
        return after[0][0].islower() and left not in COMPOUND_STARTS and right not in PARTICLES and "-" not in left


class _Writer:
    def __init__(self, source: str) -> None:
        self.source = source
        self.parts: list[str] = []
        self.runs: list[list[int]] = []
        self.at = 0
        self.pending: int | bool | None = False

    def space(self, source: int | None = None) -> None:
        """A space is due before the next kept character."""
        if self.pending is False:
            self.pending = source

    def keep(self, start: int, end: int) -> None:
        if start >= end:
            return
        if self.pending is not False and self.at:
            if isinstance(self.pending, int):
                self._copy(self.pending, self.pending + 1)
            else:
                self._write(" ")
        self.pending = False
        for match in LIGATURE.finditer(self.source, start, end):
            self._copy(start, match.start())
            self._write(LIGATURES[match[0]])
            start = match.end()
        self._copy(start, end)

    def _write(self, text: str) -> None:
        self.parts.append(text)
        self.at += len(text)

    def _copy(self, start: int, end: int) -> None:
        if start >= end:
            return
        last = self.runs[-1] if self.runs else None
        if last and last[0] + last[2] == self.at and last[1] + last[2] == start:
            last[2] += end - start
        else:
            self.runs.append([self.at, start, end - start])
        self._write(self.source[start:end])

    def done(self) -> Mended:
        return Mended("".join(self.parts), tuple((a, b, c) for a, b, c in self.runs))


def cut(mended: Mended, start: int, end: int | None = None) -> Mended:
    """The same for characters `start` to `end` of the repaired text."""
    end = len(mended.text) if end is None else end
    runs = [
        (max(at, start) - start, source + max(at, start) - at, min(at + length, end) - max(at, start))
        for at, source, length in mended.runs
        if max(at, start) < min(at + length, end)
    ]
    return Mended(mended.text[start:end], tuple(runs))


def joined(pieces: Sequence[Mended], between: str = " ") -> Mended:
    """Repaired stretches one after another with single spaces, or with what else is to stand between them."""
    text, runs = "", []
    for piece in pieces:
        if text and piece.text:
            text += between
        runs += [(at + len(text), source, length) for at, source, length in piece.runs]
        text += piece.text
    return Mended(text, tuple(runs))


def placed(mended: Mended, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Document spans (emphasis) as offsets into the repaired text, joined where only a space lies between."""
    found: list[Span] = []
    for at, source, length in mended.runs:
        for span in spans:
            low, high = max(source, span.start), min(source + length, span.end)
            if low < high:
                new = Span(at + low - source, at + high - source)
                if found and new.start - found[-1].end <= 1:
                    found[-1] = Span(found[-1].start, new.end)
                else:
                    found.append(new)
    return tuple(found)
