"""Emphasis inside prose: `**bold**` and `__italic__`, as each kind of file writes it."""

import re
from html import escape

EMPHASIS = re.compile(r"\*\*(.+?)\*\*|__(.+?)__")


def marked(text: str, *, bold: str = "b", italic: str = "i") -> str:
    """The text as markup with the given tag names, everything else escaped."""
    tagged = re.sub(r"\*\*(.+?)\*\*", rf"<{bold}>\1</{bold}>", escape(text, quote=False))
    return re.sub(r"__(.+?)__", rf"<{italic}>\1</{italic}>", tagged)


def runs(text: str) -> list[tuple[str, str]]:
    """The text as (words, look) pairs; look is "", "bold" or "italic"."""
    pieces: list[tuple[str, str]] = []
    end = 0
    for match in EMPHASIS.finditer(text):
        pieces.append((text[end : match.start()], ""))
        pieces.append((match[1], "bold") if match[1] else (match[2], "italic"))
        end = match.end()
    return [piece for piece in [*pieces, (text[end:], "")] if piece[0]]


def plain(text: str) -> str:
    """The words alone."""
    return "".join(words for words, _ in runs(text))
