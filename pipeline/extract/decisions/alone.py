"""Outcomes that stand by themselves: "Noted." under an item, "Deferred. To come back in May.", "No objection" to a planning application.

Comes in: a paragraph of an item in which nothing else was found to be decided, and those before it. Goes out: the stretches that state the
decision and its verb, or None. Parishes comment on applications to the planning authority: what they say is their decision.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.extract.limb import Piece
from pipeline.extract.minutes import Item, body
from pipeline.language.sentences import sentences
from pipeline.model.structure import Paragraph

VERB = r"(?P<verb>noted|received|agreed|approved|adopted|endorsed|accepted|deferred|withdrawn|refused|declined)"
ALONE = re.compile(rf"\W*{VERB}(?:\s+(?:unanimously|by all|nem\.?\s?con))?\W*", re.IGNORECASE)
FIRST = re.compile(
    rf"\W*{VERB}(?:\s+(?:unanimously|by all|as an? (?:true|correct|accurate) \w+(?: of the meeting)?))?"
    r"(?:\s*[–—-]\s*(?:proposed|prop)\b.*|\W*)",
    re.IGNORECASE | re.DOTALL,
)
"""The first sentence of what an item says: "Deferred.", "Approved – proposed Cllr A, seconded Cllr B"."""
PUT_OFF = frozenset(("deferred", "withdrawn", "approved", "adopted", "accepted", "refused"))
"""Verbs that decide where more is said after them; "Agreed. He would look" is talk."""
ELECTED_LINE = re.compile(
    r"(?:Vice[- ]?)?(?:Chair(?:man|person)?|Secretary|Treasurer|[Cc]hair|Minutes? Secretary|Planning \w+)"
    r"\s*[:–-]\s*[A-Z][^.;:]{3,40}?[,;]?\s*"
    r"\(?[Pp]roposed by [^.;]{3,40}[;,]?\s*(?:and\s+)?[Ss]econded by [^.;]{3,40}?\)?[.\s]*"
)
""" "Chair: Ann Hale, proposed by Bob Orr, seconded by Cara Penn" under an election of office bearers."""
AGREED_TO = re.compile(r"\s[–—-]\s*(?P<verb>agreed|resolved|decided)\s+(?:to|that)\s[^;]+$", re.IGNORECASE)
""" "Insurance renewal – agreed to renew at £312"."""
ENDING = re.compile(r"\s[–—-]\s*(?P<verb>agreed|approved|adopted|accepted|deferred|noted)\W*$", re.IGNORECASE)
""" "Order of the agenda – add the contract – agreed"."""
LONGEST = 40
"""Words of a paragraph that such an ending decides."""
PLANNING = re.compile(r"\b(?:planning|applications?|development (?:control|management)|trees? works?|licensing)\b", re.IGNORECASE)
REFERENCE = re.compile(
    r"\b(?:[A-Z]{1,4}[/.-]?)?\d{2,4}[/.-]\d{3,6}(?:[/.-][A-Z0-9]{1,6})*\b|\b[A-Z]{1,3}/\d{4}/\d{3,5}|\b\d{2}/[A-Z]{1,4}/\d{3,5}"
)
RESPONSE = re.compile(
    r"\W*(?:(?:resolved|agreed|council'?s?|parish|town|pc|tc)?\s*(?:comments?|response|decision|observations?|recommendation|view|"
    r"resolved|resolution)\s*(?:[:–—-]|that\b)\s*)?(?P<verb>no (?:objections?|comments?|observations?)|"
    r"(?:strongly )?(?:support(?:ed|s)?|object(?:ed|ion|s)?)|neutral|"
    r"(?:recommend(?:ed|s)? )(?:approval|refusal)|approval|approved?|refusal|refused?)\b(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
ASIDE = re.compile(
    r"\W*(?:(?:to|in principle|but|subject|with|on|as|due|because|from|raised|were?|was|made|all|the|however|provided|by|and)\b.*|"
    r"[–—:;,(-].*)?\W*",
    re.IGNORECASE | re.DOTALL,
)
"""What can follow a response in its sentence: why, and on what condition."""
BACK = 4
"""Paragraphs between an application and the response to it."""


class Told(NamedTuple):
    """Where it is told, the verb, and whether all said so."""

    pieces: tuple[Piece, ...]
    verb: str

    @property
    def text(self) -> str:
        return " – ".join(" ".join(p.text[a:b].split()) for p, a, b in self.pieces)


def alone(item: Item, at: int) -> Told | None:
    """What the paragraph at this place of an item decides by a word alone."""
    paragraph = item.paragraphs[at]
    if paragraph.kind == "heading":
        return None
    start = body(paragraph)
    text = paragraph.text[start:]
    spans = list(sentences(text))
    if found := ALONE.fullmatch(text) if paragraph.kind != "row" else None:
        return Told(((paragraph, start, len(paragraph.text)),), found["verb"].upper())
    if elected := ELECTED_LINE.fullmatch(text):
        return Told(((paragraph, start, len(paragraph.text)),), "ELECTED" if elected else "")
    first = FIRST.fullmatch(text[slice(*spans[0])]) if spans and paragraph.kind != "row" else None
    if first and first["verb"].casefold() in PUT_OFF:
        return Told(((paragraph, start, len(paragraph.text)),), first["verb"].upper())
    if responded := _responded(item, at, spans):
        return responded
    ended = (ENDING.search(text) or AGREED_TO.search(text)) if len(text.split()) <= LONGEST and paragraph.kind != "row" else None
    return Told(((paragraph, start, len(paragraph.text)),), ended["verb"].upper()) if ended else None


def _responded(item: Item, at: int, spans: Sequence[tuple[int, int]]) -> Told | None:
    """The response to a planning application, with the lines that name it: in its own paragraph, or in one of those just before."""
    paragraph = item.paragraphs[at]
    if paragraph.kind == "row":
        return _row(item, paragraph)
    start = body(paragraph)
    for low, high in spans:
        said = RESPONSE.fullmatch(paragraph.text[start + low : start + high].strip())
        if not said or not ASIDE.fullmatch(said["rest"]):
            continue
        own = paragraph.text[: start + low]
        if REFERENCE.search(own):
            return Told(((paragraph, start, start + high),), said["verb"].upper())
        above = _application(item, at)
        if above is not None and not own[start:].strip():
            pieces = tuple((p, body(p), len(p.text)) for p in item.paragraphs[above:at])
            return Told((*pieces, (paragraph, start + low, start + high)), said["verb"].upper())
    return None


def _application(item: Item, at: int) -> int | None:
    """The place of the application that a response just below it is about; none where another response stands between. In a list of
    applications that gives no references it is the paragraph above."""
    for place in range(at - 1, max(-1, at - 1 - BACK), -1):
        above = item.paragraphs[place]
        if above.kind == "heading" or RESPONSE.fullmatch(above.text.strip()):
            break
        if REFERENCE.search(above.text):
            return place
    beside = item.paragraphs[at - 1] if at else None
    listed = beside is not None and beside.kind != "heading" and not RESPONSE.fullmatch(beside.text.strip())
    return at - 1 if listed and PLANNING.search(item.title or "") else None


def _row(item: Item, paragraph: Paragraph) -> Told | None:
    """A row of a list of applications, one of whose cells is the response."""
    cells = paragraph.text.split("\t")
    said = next((match for cell in reversed(cells) if (match := RESPONSE.fullmatch(cell.strip())) and ASIDE.fullmatch(match["rest"])), None)
    listed = REFERENCE.search(paragraph.text) and PLANNING.search(item.title or "")
    return Told(((paragraph, 0, len(paragraph.text)),), said["verb"].upper()) if said and listed and len(cells) > 1 else None
