"""One limb of a resolution, and the limbs that a list of items below its stem makes.

Comes in: the paragraphs of an item and the place of the stem. Goes out: the limbs, each with its stretches of paragraphs, and the index of
the first paragraph after them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.extract.markers import marker_kinds
from pipeline.extract.minutes import body
from pipeline.model.structure import Paragraph

Piece = tuple[Paragraph, int, int]

TRAILING = re.compile(r"[\s,;:]*(?:\band\b|\bor\b)?[\s,;:]*$")
QUOTED = re.compile(r"^[“\"](.*?)[.\s]*[”\"][\s.;,]*$", re.DOTALL)
LEADING = re.compile(
    r"^[\s:;,–—-]*(?:\(?\s*(?:unanimously|nem\.? con\.?)\s*\)?[\s,:]*)?"
    r"(?:(?:by|with)\s+[^,;.]{0,30}?\bvotes?\b(?:\s+to\s+\w+)?[^,;.]{0,24}?,?\s*(?:(?:with|and)\s+[^,;.]{0,30}\babst\w+,?\s*)?(?=that\b|to\s+[a-z]{3}))?"
    r"(?:(?:with\s+[^.;:]{3,50}?\s+)?on\s+the\s+propos\w+\s+of\s+[^:;]{5,90}?seconded\s+by\s+[^:;]{3,70}?,?\s+(?=that\b))?"
    r"(?:(?:that\b|T H A T\b)[,:]?\s+)?",
    re.IGNORECASE,
)
"""What stands between the verb and what was decided: a colon, "unanimously", the vote, "that"."""
DEED = re.compile(r"(?:that|to)\s+(?:the\s+)?[a-z]", re.IGNORECASE)
FINISHED = re.compile(r"[.!?;:”\"’)](?:\s*(?:and|or))?\s*$")
CONDITION = re.compile(
    r"\b(?:provided?(?: that)?|subject to(?: the following)?|on (?:the )?condition(?: that)?|conditions?|"
    r"for the following|reasons?|grounds?)(?: \w+){0,2}\s*:?\s*$",
    re.IGNORECASE,
)
STOP_LIMB = re.compile(
    r"(?:\d{1,3}\.\d{1,3}|(?:the )?(?:meeting|committee) (?:closed|finished|ended|concluded|rose)|chair(?:man)?:?$|"
    r"signed\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Limb:
    pieces: tuple[Piece, ...]
    marker: str | None = None
    """As printed: "a)", "(ii)"; None where the resolution has no limbs, "-" for a bullet."""
    above: Limb | None = None
    """The limb it stands under."""
    stem: bool = False
    """The resolution's own words, before its bullets."""

    @property
    def text(self) -> str:
        words = " ".join(paragraph.text[start:end] for paragraph, start, end in self.pieces)
        return LEADING.sub("", QUOTED.sub(r"\1", TRAILING.sub("", " ".join(words.split()))))


def goes_on(limb: Limb, below: Paragraph) -> bool:
    """Whether a paragraph without a marker is the rest of a limb cut by a page or line end."""
    text = limb.pieces[-1][0].text[: limb.pieces[-1][2]]
    if below.kind == "heading" or below.marker or below.number or FINISHED.search(text):
        return False
    return below.text[:1].islower()


def listed(paragraphs: Sequence[Paragraph], index: int, open_ended: bool, first: Limb | None = None) -> tuple[list[Limb], int]:
    """List items below the stem: of the first item's kind, with bullets under them where they end in a colon or say nothing; `first`:
    the limb that the stem's own line holds."""
    found: list[Limb] = [first] if first else []
    kinds: dict[str, int] = marker_kinds(first.marker) if first and first.marker else {}
    above: Limb | None = None
    at = index + 1
    while at < len(paragraphs):
        item = paragraphs[at]
        marker = marker_of(item)
        if found and goes_on(found[-1], item):
            longer = replace(found[-1], pieces=(*found[-1].pieces, (item, 0, len(item.text))))
            found[-1], above = longer, longer if above is found[-1] else above
            at += 1
            continue
        if marker is None or item.kind == "heading" or (STOP_LIMB.match(item.text) and marker != item.number):
            break
        own = marker_kinds(marker)
        if not found:
            if not (open_ended or item.lead_in == paragraphs[index].index) or not (own.get("dash") == 0 or 1 in own.values()):
                break
            kinds = own
            above = None
        following = {kind: place for kind, place in own.items() if kind in kinds and (kind == "dash" or place == kinds[kind] + bool(found))}
        if following:
            kinds, above = following, None
        elif above is None and not _nests(found, own):
            break
        else:
            above = above or found[-1]
        piece = (item, body(item), len(item.text))
        if above and _on_condition(above):
            found[-1] = above = replace(above, pieces=(*above.pieces, piece))
        else:
            found.append(Limb((piece,), "-" if own.get("dash") == 0 else marker, above))
        at += 1
    return [limb for limb in found if not _is_bare(limb, found)], at


def _on_condition(limb: Limb) -> bool:
    """Whether a limb's own words end in "subject to the following conditions:": what stands under it are these."""
    paragraph, start, end = limb.pieces[0]
    return CONDITION.search(paragraph.text[start:end]) is not None


def _nests(found: list[Limb], own: dict[str, int]) -> bool:
    """Whether an item of another kind stands under the limb before it: a bullet, or the first of a list that it announces."""
    if own.get("dash") == 0:
        return True
    last = found[-1].pieces[-1]
    return 1 in own.values() and last[0].text[: last[2]].rstrip().endswith((":", "–", "—", "-"))


def _is_bare(limb: Limb, found: list[Limb]) -> bool:
    """A limb that is only a verb over its own bullets ("2. NOTED"): the bullets say it."""
    return len(limb.text.split()) <= 2 and any(other.above is limb for other in found)


def marker_of(item: Paragraph) -> str | None:
    """The marker of a list item; a whole number stands for one, a dotted number only before a deed: "6.1 that the fee be waived"."""
    if item.marker:
        return item.marker
    if item.number and item.number.isdigit():
        return f"{item.number}."
    if item.number and DEED.match(item.text[body(item) :]):
        return item.number
    return "-" if item.kind == "item" and not item.number else None
