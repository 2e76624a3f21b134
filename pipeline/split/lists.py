"""Lists under way: which lead-in introduces an item, how deep it stands, and how a person cites it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.model.structure import Paragraph

LEADS = re.compile(r"(?::|\.\.\.|…)[\"”’')]*$")
"""A paragraph that ends so introduces a list."""
RUNNING = ("text", "item")
ROMAN = frozenset("ivx")


class Lists:
    """Follows the paragraphs of a document; `note` hears of each, `place` answers for the next item."""

    def __init__(self) -> None:
        self.heading: str | None = None
        self.leads: list[int] = []
        self.styles: list[str] = []

    def section(self, number: str | None) -> None:
        """A heading ends every list."""
        self.heading = number
        self.end()

    def end(self) -> None:
        self.leads, self.styles = [], []

    def under_way(self, found: Sequence[Paragraph]) -> bool:
        """Whether a list is under way or begins with the next paragraph."""
        return bool(self.leads) or _introduces(found[-1] if found else None)

    def place(self, marker: str, found: Sequence[Paragraph]) -> tuple[int | None, int]:
        """The index of the paragraph that introduces the item with this marker, and the item's depth."""
        last = found[-1] if found else None
        style = self._style(marker, last)
        nested = last is not None and last.kind == "item" and _introduces(last) and (not self.styles or style != self.styles[-1])
        if style in self.styles and not nested:
            at = self.styles.index(style) + 1
            self.leads, self.styles = self.leads[:at], self.styles[:at]
        elif last is not None and last.kind in RUNNING and (_introduces(last) or self.styles or last.number):
            self.leads, self.styles = [*self.leads, last.index], [*self.styles, style]
        return (self.leads[-1] if self.leads else None), max(1, len(self.styles))

    def _style(self, marker: str, last: Paragraph | None) -> str:
        """ "(i)" after "(h)", like "(v)" after "(u)", is the letter."""
        before = (last.marker or "") if last is not None else ""
        follows = len(bare(marker)) == len(bare(before)) == 1 and ord(bare(marker)) == ord(bare(before)) + 1
        return self.styles[-1] if self.styles and follows and marker.startswith("(") == before.startswith("(") else style_of(marker)

    def cite(self, marker: str, lead: int | None, found: Sequence[Paragraph]) -> str | None:
        """ "8.3 a)", "4(b)"; where the lead-in bears no number, its section's; an item with a bullet is cited by its lead-in."""
        base = found[lead].label if lead is not None else None
        return cited(base or self.heading, marker)


def cited(base: str | None, marker: str) -> str | None:
    """A number and a list marker as a person joins them."""
    marker = marker.rstrip(".")
    if not marker.strip("()")[:1].isalnum():
        return base
    if not base:
        return marker
    return f"{base}{marker}" if marker.startswith("(") else f"{base} {marker}"


def bare(marker: str) -> str:
    return marker.strip("().")


def style_of(marker: str) -> str:
    """Markers of one list look alike: "a)" and "b)", "(i)" and "(ii)", "-"."""
    name = bare(marker)
    if not name or not name[0].isalnum():
        return f"dash {name}"
    if name[0].isdigit():
        kind = "1"
    elif set(name) <= ROMAN and (len(name) > 1 or name == "i"):
        kind = "i"
    else:
        kind = "A" if name.isupper() else "a"
    return f"{kind}(" if marker.startswith("(") else kind


def _introduces(paragraph: Paragraph | None) -> bool:
    return paragraph is not None and paragraph.kind in RUNNING and LEADS.search(paragraph.text) is not None
