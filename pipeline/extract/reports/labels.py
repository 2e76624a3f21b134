"""Values behind printed labels: "Report title: ...", "Date of meeting\t2 July 2031", "From: Head of Finance".

Comes in: the paragraphs at the head of a report. Goes out: value by the label's meaning (title, date, dated, item,
director, officer, author, from, to). One paragraph can hold several labels; a label alone takes the next paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

LABELS = {
    "title": r"(?:cabinet\s+)?report\s+title|title\s+of\s+report|title|subject(?:\s+matter)?|report\s+on|re",
    "date": r"date\s+of\s+(?:the\s+)?(?:meeting|decision|report)|(?:meeting|cabinet|committee)\s+date|decision\s+date|committee\s+date",
    "dated": r"dated?",
    "item": r"(?:agenda\s+)?item\s*(?:no|number)?\.?|agenda\s+(?:no|number)\.?",
    "director": (
        r"responsible\s+(?:chief\s+officer|(?:executive\s+|corporate\s+|strategic\s+|service\s+|assistant\s+)?director|"
        r"officer)|lead\s+(?:executive\s+|corporate\s+)?director|"
        r"(?:corporate|executive|strategic|accountable|relevant)\s+director|director|head\s+of\s+service|chief\s+officer|"
        r"accountable\s+officer|senior\s+responsible\s+officer|(?:report\s+)?authorised\s+by|approved\s+(?:for\s+submission\s+)?by|"
        r"lead\s+member\s*/\s*officer|(?:executive|director)\s+sponsor"
    ),
    "author": r"(?:briefing\s+note|report|paper|lead)?\s*authors?(?:\(s\))?(?:\s+(?:name|and\s+contact(?:\s+details)?|"
    r"details))?|(?:report|prepared|written|produced|submitted|presented)\s+by|originator",
    "officer": r"officers?(?:\(s\))?\s+to\s+contact|"
    r"(?:contact|lead|reporting|report|case|responsible\s+lead)\s+officers?(?:\(s\))?|officer\s+(?:contact|"
    r"name)s?|(?:report\s+)?contacts?(?:\s+(?:officer|details|name|person))?(?:\s+for\s+further\s+information)?|officers?|"
    r"name(?:\s+and\s+(?:job\s+title|title|post))?",
    "from": r"from|report\s+of|by",
    "to": r"to|report\s+(?:to|for)|committee|meeting|decision\s*[- ]?maker|for",
    "other": (
        r"(?:responsible|relevant)\s+cabinet\s+member|relevant\s+(?:o&s|scrutiny)\s+chair(?:\(s\))?|cabinet\s+member(?:\(s\))?|portfolio\s+holder|lead\s+member|local\s+member|"
        r"wards?(?:\s+affected)?|divisions?(?:\s+affected)?|electoral\s+divisions?|classification|"
        r"is\s+this\s+a\s+key\s+decision\??|key\s+decision|status|summary|purpose|tel(?:ephone)?(?:\s+no)?\.?|"
        r"e-?mail(?:\s+address)?|time|venue|exempt(?:\s+information)?|past\s+pathway.*?|future\s+pathway.*?|"
        r"job\s+title|post|phone"
    ),
}
AT = re.compile(
    r"(?:^|(?<=[\t\n.])|(?<=\s))(?:"
    + "|".join(rf"(?P<{name}>{pattern})" for name, pattern in LABELS.items())
    + r")\s*(?:(?P<colon>:)|(?P<tab>\t))[\s*]*",
    re.IGNORECASE,
)


UNKNOWN = re.compile(r"\s(?=[A-Z][A-Z &/’'()-]{6,60}:)")
"""Before a label in capitals that is none of these."""


def labelled(texts: Sequence[str], *, every: bool = False) -> dict[str, str]:
    """The first value of each label, in the paragraphs' order; with `every`, all values of it, one a line."""
    found: dict[str, str] = {}
    waiting: str | None = None
    for text in texts:
        marks = [match for match in AT.finditer(text) if _opens(text, match)]
        if waiting and (not marks or marks[0].start() > 0):
            _keep(found, waiting, text[: marks[0].start()] if marks else text, every)
        waiting = None
        for match, following in zip_longest(marks, marks[1:]):
            name = match.lastgroup if match.lastgroup not in ("colon", "tab") else _name(match)
            value = UNKNOWN.split(text[match.end() : following.start() if following else len(text)])[0].strip(" \t*;|")
            if value:
                _keep(found, str(name), value, every)
            elif following is None:
                waiting = str(name)
    return found


def meaning(text: str) -> str | None:
    """What a heading or a cell that is nothing but a label stands for: "Report Authors:" is author."""
    for name, pattern in LABELS.items():
        if re.fullmatch(rf"(?:\d+\.?\s*)?(?:{pattern})\s*:?", text.strip(" *"), re.IGNORECASE):
            return name
    return None


def _opens(text: str, match: re.Match[str]) -> bool:
    """A label begins a line or a cell, or is capitalised within it with two words or more ("Date of meeting:")."""
    before = text[: match.start()]
    return not before.strip() or before.endswith(("\t", "\n")) or (text[match.start()].isupper() and len(match[0].split()) > 1)


def _name(match: re.Match[str]) -> str:
    return next(name for name in LABELS if match[name])


def _keep(found: dict[str, str], name: str, value: str, every: bool) -> None:
    value = " ".join(value.split("\n")[0].split())
    if name == "other" or not value:
        return
    if name not in found:
        found[name] = value
    elif every:
        found[name] += f"\n{value}"
