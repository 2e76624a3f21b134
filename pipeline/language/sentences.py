"""Where sentences end. Safe with "Cllr.", "No. 3", "£1.2m", "e.g.", initials and numbered paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

ABBREVIATIONS = frozenset(
    "mr mrs ms miss dr prof rev revd hon cllr cllrs clr col capt sgt lt st fr sr jr messrs no nos para paras p pp vol ch cap sec s "
    "ss art fig "
    "tel ext approx est dept govt e.g eg i.e ie etc cf viz vs v inc ltd plc co corp rd ave ref refs app appx min max jan feb mar "
    "apr jun jul aug "
    "sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun a.m p.m am pm al".split()
)
NEVER_AT_END = frozenset(
    "c ca mr mrs ms miss dr prof rev revd hon cllr cllrs clr no nos para paras p pp e.g eg i.e ie cf st messrs".split()
)
TITLES = frozenset("mr mrs ms dr cllr cllrs clr rev".split())
"""Also behind another short form: "C.Cllr. A Marsh"."""
STOP = re.compile(r"(?<![.!?])[.!?]+[\"”’')\]]*(?=\s|$)")
WORD_BEFORE = re.compile(r"[\w.’']*$")
LONGEST_ABBREVIATION = 12
OPENS = re.compile(r"\s+[\"“‘'(\[]*(?:[A-Z0-9£€•]|\[)")
INITIAL = re.compile(r"(?:^|[.\s])[A-Z]$")
NUMBER_ALONE = re.compile(r"^[\[(]?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[a-z]|[ivx]{1,5})$")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence, without the white space around it."""
    begin = 0
    for match in STOP.finditer(text):
        if match.end() < len(text) and not _ends(text, match, begin):
            continue
        piece = _trimmed(text, begin, match.end())
        if piece:
            yield piece
        begin = match.end()
    piece = _trimmed(text, begin, len(text))
    if piece:
        yield piece


def _ends(text: str, match: re.Match[str], begin: int) -> bool:
    if not OPENS.match(text, match.end()):
        return False
    at, stop = match.start(), match[0]
    near = WORD_BEFORE.search(text, max(begin, at - LONGEST_ABBREVIATION), at)
    word = near[0].casefold() if near else ""
    if stop[0] != "." or len(stop.rstrip("\"”’')]")) > 1:
        return True
    if word in NEVER_AT_END or word.rpartition(".")[2] in TITLES or NUMBER_ALONE.match(text[begin:at].strip()):
        return False
    if INITIAL.search(text, max(begin, at - 2), at):
        return False
    return word not in ABBREVIATIONS or bool(
        re.match(r"\s+(?:The|It|This|A|An|In|We|They|He|She|There|Members|That)\b", text[match.end() :])
    )


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    piece = text[start:end]
    start, end = start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))
    return (start, end) if start < end else None
