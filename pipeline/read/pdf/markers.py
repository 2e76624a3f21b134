"""What begins a list item or a numbered paragraph: bullets, letters, numbers."""

from __future__ import annotations

import re

from pipeline.language.bullets import BULLET

BULLETED = re.compile(rf"{BULLET}(?=\s|$)")
MARKER = re.compile(
    rf"(?:{BULLET}|o|\(?[a-zA-Z][).]|\((?:[ivx]{{1,5}}|[a-z]{{2}}|\d{{1,3}})\)|[ivx]{{2,5}}[).]"
    r"|[A-Z]{0,6}[/.-]?\d{1,4}(?:/\d{1,4}){1,2}(?=\.?$)|\d{1,3}[).]|[A-Z]?\d{1,3}(?:\.\d{1,3}){1,4}[.):]?|[A-Z]\d{1,3}[.)])(?=\s|$)"
)
BARE = re.compile(r"\d{1,3}(?=\s|$)")
"""A number alone: only its place on the page tells whether it numbers a paragraph."""

LABEL_END = re.compile(r":[-–—]?\s*$")
"""How a label ends: "Present:", "Apologies:-"."""


def is_marker(text: str) -> bool:
    """Whether this text is nothing but a marker."""
    found = MARKER.match(text) or BARE.match(text)
    return found is not None and found.end() == len(text.strip())


def begins_bullet(text: str) -> bool:
    return BULLETED.match(text) is not None


def begins_item(text: str) -> bool:
    return MARKER.match(text) is not None
