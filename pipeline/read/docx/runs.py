"""The words of a Word paragraph as they stand once all changes are accepted: no deletions, comments, field codes or hidden text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pipeline.read.docx.parts import W
from pipeline.read.docx.styles import OFF, Style, Styles, flag, points, value
from pipeline.read.written import BREAK, Piece

COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
GONE = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "sdtPr", "commentReference", "annotationRef", "fldData"))
"""Deleted or moved away, or no words."""
MARKS = {
    f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}cr": BREAK, f"{W}noBreakHyphen": "\N{NON-BREAKING HYPHEN}", f"{W}softHyphen": "",
}  # fmt: skip
SYMBOLS = {
    "F0FC": "✓", "F0FB": "✗", "F0FE": "☑", "F0FD": "☒", "F078": "☒", "F0A8": "☐", "F06F": "☐", "F0B7": "•", "F0A7": "▪", "F0D8": "➢",
    "F0E0": "→", "F0E8": "→", "F0A3": "£", "F0B0": "°", "F0B3": "≥", "F0A3S": "≤", "F02D": "-", "F0BE": "—",
}  # fmt: skip
"""Characters of Word's Wingdings and Symbol fonts that papers use."""
SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
CONTENTS = re.compile(r"\s*TOC\b")
"""The code of a field that lists headings or captions."""
NOTES = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}


class Note(NamedTuple):
    """A footnote or endnote: kind, id and the raised number that marks it."""

    kind: str
    id: str
    number: str


@dataclass(slots=True)
class Said:
    """What a paragraph says, and what hangs on it."""

    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)
    """Contents of text boxes anchored in it."""
    sizes: Counter[float] = field(default_factory=Counter)
    """Characters of each font size."""
    is_contents: bool = False
    """Made by Word for a table of contents or of figures."""

    @property
    def size(self) -> float | None:
        return self.sizes.most_common(1)[0][0] if self.sizes else None


class Runs:
    """Reads the paragraphs of one document in order: fields may reach from one into another."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._fields: list[str] = []
        """For each field that is open: "code", then "result", or "contents" where its result is a table of contents."""
        self._code = ""
        self.notes: list[Note] = []
        """In the order of the marks."""

    def said(self, paragraph: Any, style: Style) -> Said:
        found = Said()
        self._children(paragraph, style, found)
        return found

    def _children(self, element: Any, style: Style, found: Said) -> None:
        for child in element:
            if child.tag == f"{W}r":
                self._run(child, style, found)
            elif child.tag == f"{W}sdt" and child.find(f"{W}sdtPr/{W}showingPlcHdr") is not None:
                continue
            elif child.tag == f"{MATHS}t":
                found.pieces.append(Piece(child.text or "", kept=True))
            elif child.tag not in GONE and isinstance(child.tag, str):
                self._children(child, style, found)

    def _run(self, run: Any, style: Style, found: Said) -> None:
        own = run.find(f"{W}rPr")
        named = self._styles.style(value(own, "rStyle")) if value(own, "rStyle") else None
        if _switched(flag(own, "vanish"), named and named.vanish, style.vanish):
            return
        bold = _switched(flag(own, "b"), named and named.bold, style.bold) or (bool(flag(own, "u")) and run.getparent().tag == f"{W}p")
        size = points(own) or (named and named.size) or style.size or self._styles.size
        for text in self._texts(run, found):
            found.pieces.append(Piece(text, bold, True))
            found.is_contents = found.is_contents or "contents" in self._fields
            found.sizes[size] += len(text.strip())

    def _texts(self, run: Any, found: Said) -> Iterator[str]:
        for child in run:
            if child.tag == f"{W}fldChar":
                self._field(child.get(f"{W}fldCharType"))
            elif child.tag == f"{W}instrText":
                self._code += child.text or ""
            elif "code" in self._fields or child.tag in GONE:
                continue
            elif child.tag == f"{W}t":
                yield (child.text or "").replace("\n", " ").replace("\r", "")
            elif child.tag == f"{W}br":
                yield BREAK if (child.get(f"{W}type") or "textWrapping") == "textWrapping" else ""
            elif child.tag in MARKS:
                yield MARKS[child.tag]
            elif child.tag == f"{W}sym":
                yield SYMBOLS.get((child.get(f"{W}char") or "").upper(), "")
            elif child.tag in NOTES:
                yield self._note(NOTES[child.tag], child)
            else:
                found.boxes += boxes(child)

    def _field(self, kind: str | None) -> None:
        """A field is its code up to the separator, then its result."""
        if kind == "begin":
            self._fields.append("code")
            self._code = ""
        elif self._fields and kind == "separate":
            self._fields[-1] = "contents" if CONTENTS.match(self._code) else "result"
        elif self._fields and kind == "end":
            self._fields.pop()

    def _note(self, kind: str, mark: Any) -> str:
        """The note's number, raised; nothing where a mark of its own follows."""
        own = (mark.get(f"{W}customMarkFollows") or "0") not in OFF
        number = "" if own else str(sum(note.number != "" for note in self.notes) + 1).translate(SUPERSCRIPTS)
        self.notes.append(Note(kind, mark.get(f"{W}id") or "", number))
        return number


def _switched(own: bool | None, named: bool | None, style: bool) -> bool:
    """The run's own switch, else that of its style or of its paragraph's."""
    return own if own is not None else bool(named) or style


def boxes(element: Any) -> list[Any]:
    """Contents of the text boxes below an element; of two forms for different programs only the first."""
    if element.tag == f"{W}txbxContent":
        return [element]
    children = list(element)
    if element.tag == f"{COMPATIBILITY}AlternateContent":
        children = children[:1]
    return [box for child in children if isinstance(child.tag, str) for box in boxes(child)]
