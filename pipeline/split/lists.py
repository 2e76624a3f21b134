"""Lists under way: which lead-in introduces an item, how deep it stands, and how a person cites it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.model.structure import Paragraph

LEADS = re.compile(
    r"(?::|\.\.\.|…|\s[–—-]|\b(?:that|to|the following))[\"”’')]*$|"
    r"^(?:(?:it was |and )?(?:resolved|agreed|recommended)|decisions?|resolutions?|recommendations?|agreements?|actions?)\s*[:–—-]?$",
    re.IGNORECASE,
)
"""A paragraph that ends so introduces a list, and a word that stands alone above what a meeting resolved."""
RUNNING = ("text", "item")
ROMAN = frozenset("ivx")
HOLLOW = "o"
"""Word's hollow bullet, as its font's letter."""


class _Level(NamedTuple):
    """A list under way: what introduces it, how its markers look, and the last of them."""

    lead: int | None
    style: str
    marker: str


class Lists:
    """Follows the paragraphs of a document: `place` answers for the next list item, `numbers` for a whole number."""

    def __init__(self) -> None:
        self.heading: str | None = None
        self.number: str | None = None
        """The last whole number that numbered a paragraph of this section."""
        self.levels: list[_Level] = []
        self.interrupted: list[_Level] = []
        """The lists that a paragraph without a number has interrupted; they may go on after it."""

    def section(self, number: str | None) -> None:
        """A heading ends every list."""
        self.heading, self.number = number, None
        self.end()

    def end(self) -> None:
        self.levels, self.interrupted = [], []

    def paragraph(self, number: str | None) -> None:
        """A paragraph with a number of its own ends every list; one without stands between the items of a list, or ends it."""
        if number:
            self.number = number if number.isdigit() else None
            self.end()
        else:
            self.levels, self.interrupted = [], self.levels or self.interrupted

    def numbers(self, number: str, found: Sequence[Paragraph]) -> bool:
        """Whether a whole number is a paragraph's own: no list is under way, or it takes up the count of the section's paragraphs,
        which a motion of "(1)" to "(4)" or a list of "(a)" to "(f)" has interrupted. A count that begins again with 1 is a slip."""
        introduced = _introduces(found[-1] if found else None)
        if not introduced and (not self.levels or self._is_plain()):
            return True
        if self.number is None or not number.isdigit() or style_of(number) in [level.style for level in self.levels]:
            return False
        return int(number) == int(self.number) + 1 or (number == "1" and not introduced)

    def _is_plain(self) -> bool:
        """Whether the only list under way is one that nothing introduces."""
        return [level.lead for level in self.levels] == [None]

    def place(self, marker: str, found: Sequence[Paragraph]) -> tuple[int | None, int]:
        """The index of the paragraph that introduces the item with this marker, and the item's depth."""
        last = found[-1] if found else None
        self._resume(marker, last)
        style = self._style(marker, last)
        styles = [level.style for level in self.levels]
        introduced = last is not None and last.kind == "item" and _introduces(last)
        nested = introduced and (not styles or style != styles[-1])
        beside = bool(styles) and style not in styles and last is not None and _is_done(last, style)
        if introduced and last is not None and self._is_plain() and style == styles[-1]:
            self.levels = [_Level(last.index, style, marker)]
        elif style in styles and not nested:
            at = styles.index(style)
            self.levels = [*self.levels[:at], self.levels[at]._replace(marker=marker)]
        elif beside:
            self.levels.append(_Level(self.levels[-1].lead, style, marker))
        elif last is not None and last.kind in RUNNING and (_introduces(last) or styles or last.number):
            self.levels.append(_Level(last.index, style, marker))
        elif not styles:
            self.levels = [_Level(None, style, marker)]
        self.interrupted = []
        return (self.levels[-1].lead if self.levels else None), max(1, len({level.lead for level in self.levels}))

    def _resume(self, marker: str, last: Paragraph | None) -> None:
        """ "(g)" after a paragraph between takes up the list that "(f)" was of."""
        if self.levels or _introduces(last):
            return
        for depth in range(len(self.interrupted), 0, -1):
            if _follows(marker, self.interrupted[depth - 1].marker):
                self.levels = self.interrupted[:depth]
                return

    def _style(self, marker: str, last: Paragraph | None) -> str:
        """ "(i)" after "(h)", like "(v)" after "(u)", is the letter; "b)" after "A)" is of its list."""
        before = (last.marker or "") if last is not None else ""
        return self.levels[-1].style if self.levels and _follows(marker, before) else style_of(marker)

    def cite(self, marker: str, lead: int | None, found: Sequence[Paragraph]) -> str | None:
        """ "8.3 a)", "4(b)"; where the lead-in bears no number, that of the paragraph before it or its section's; an item with a
        bullet is cited by its lead-in."""
        base = found[lead].label if lead is not None else None
        return cited(base or self.number or self.heading, marker)


def cited(base: str | None, marker: str) -> str | None:
    """A number and a list marker as a person joins them."""
    marker = marker.rstrip(".")
    if marker == HOLLOW or not bare(marker)[:1].isalnum():
        return base
    if not base:
        return marker
    return f"{base}{marker}" if marker.startswith("(") else f"{base} {marker}"


def bare(marker: str) -> str:
    return marker.strip("().")


def style_of(marker: str) -> str:
    """Markers of one list look alike: "a)" and "b)", "(i)" and "(ii)", "-"."""
    name = bare(marker)
    if marker == HOLLOW or not name or not name[0].isalnum():
        return f"dash {name}"
    if name[0].isdigit():
        kind = "1"
    elif set(name) <= ROMAN and (len(name) > 1 or name == "i"):
        kind = "i"
    else:
        kind = "A" if name.isupper() else "a"
    return f"{kind}(" if marker.startswith("(") else kind


def _follows(marker: str, before: str) -> bool:
    """Whether one letter comes straight after another in the alphabet, in brackets like it."""
    a, b = bare(before).casefold(), bare(marker).casefold()
    return len(a) == len(b) == 1 and ord(b) == ord(a) + 1 and marker.startswith("(") == before.startswith("(")


def _is_done(last: Paragraph, style: str) -> bool:
    """Whether bullets after this item stand beside it: it is lettered, and ends with a full stop."""
    return style.startswith("dash") and bare(last.marker or "")[:1].isalnum() and last.text.endswith(".")


def _introduces(paragraph: Paragraph | None) -> bool:
    return paragraph is not None and paragraph.kind in RUNNING and LEADS.search(paragraph.text) is not None
