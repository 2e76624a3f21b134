"""The limbs of a resolution: what stands under "The Committee AGREED to:" or inside "RESOLVED that (1) ...; (2) ...".

Comes in: the paragraphs of an item, the place of the stem and where its complement begins. Goes out: the limbs, each with
its stretches of paragraphs, and the index of the first paragraph after them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.extract.markers import AND_THAT, and_thats, counted, marker_kinds
from pipeline.extract.minutes import body
from pipeline.model.structure import Paragraph

Piece = tuple[Paragraph, int, int]

TRAILING = re.compile(r"[\s,;:]*(?:\band\b|\bor\b)?[\s,;:]*$")
QUOTED = re.compile(r"^[“\"](.*?)[.\s]*[”\"][\s.;,]*$", re.DOTALL)
LEADING = re.compile(
    r"^[\s:;,–—-]*(?:\(?\s*(?:unanimously|nem\.? con\.?)\s*\)?[\s,:]*)?"
    r"(?:(?:by|with)\s+[^,;.]{0,30}?\bvotes?\b(?:\s+to\s+\w+)?[^,;.]{0,24}?,?\s*(?:(?:with|and)\s+[^,;.]{0,30}\babst\w+,?\s*)?(?=that\b|to\s+[a-z]{3}))?"
    r"(?:that\b[,:]?\s+)?",
    re.IGNORECASE,
)
"""What stands between the verb and what was decided: a colon, "unanimously", the vote, "that"."""
OPENING = re.compile(r"[\s:–—-]*(?:that\b|to\b)?[\s:–—-]*$", re.IGNORECASE)
FOLLOWING = re.compile(
    r"\b(?:the following|as follows|follows|namely|that|to|with the addition of|addition of|including)\b[\s:–—-]*$", re.IGNORECASE
)
CONDITION = re.compile(
    r"\b(?:provided?(?: that)?|subject to(?: the following)?|on (?:the )?condition(?: that)?|conditions?|"
    r"for the following|reasons?|grounds?)(?: \w+){0,2}\s*:?\s*$",
    re.IGNORECASE,
)
FINISHED = re.compile(r"[.!?;:”\"’)](?:\s*(?:and|or))?\s*$")
OPENS_QUOTE, CLOSES_QUOTE = re.compile(r"^\s*[“\"]"), re.compile(r"[”\"]\s*[.;,]?\s*$")
LONGEST_QUOTE = 14
"""Paragraphs that a quoted resolution can run over: line by line in a text paper."""
SAYING_NOTHING = re.compile(
    r"\b(?:that|to|the|following|as|follows|be|cabinet|council|committee|members?|agrees?|agreed|a|an|it|for|and|allocate[d]?|"
    r"approve[ds]?)\b|[\W\d]",
    re.IGNORECASE,
)
FEW_WORDS = 4
"""A stem with no more words than these says nothing without its limbs."""
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


def limbs(paragraphs: Sequence[Paragraph], index: int, start: int, end: int) -> tuple[list[Limb], int]:
    """The limbs of the stem in paragraph `index`; `start` and `end` bound its sentence's words after the verb."""
    stem = paragraphs[index]
    whole = len(stem.text)
    inside = _inline(stem, start, whole)
    if inside:
        return _run_on(paragraphs, index, inside)
    open_ended = end >= whole and (_is_open(stem.text[start:end]) or _is_cut(stem, paragraphs[index + 1 : index + 2]))
    listed, after = _listed(paragraphs, index, open_ended) if end >= whole else ([], index + 1)
    if listed:
        return _with_stem(stem, start, end, listed), after
    if open_ended and not says_something(stem.text[start:end]) and index + 1 < len(paragraphs) and paragraphs[index + 1].kind != "row":
        quoted, after = _complement(paragraphs, index + 1)
        if quoted:
            return quoted, after
    if OPENS_QUOTE.match(stem.text[start:].lstrip(" :–—-")) and end >= whole and not CLOSES_QUOTE.search(stem.text):
        return _quoted(paragraphs, index, start)
    return [Limb(((stem, start, end),))] if stem.text[start:end].strip(" :.–—-") else [], index + 1


def _is_open(words: str) -> bool:
    return bool(OPENING.fullmatch(words) or words.rstrip(" –—-").endswith(":") or FOLLOWING.search(words))


def _is_cut(stem: Paragraph, below: Sequence[Paragraph]) -> bool:
    """ "RESOLVED: That the Council be RECOMMENDED" over "(i) to approve": no stop and no colon, but a list that begins."""
    marker = _marker(below[0]) if below else None
    return marker is not None and 1 in marker_kinds(marker).values() and not FINISHED.search(stem.text)


def _with_stem(stem: Paragraph, start: int, end: int, listed: list[Limb]) -> list[Limb]:
    """Limbs with the stem's own row before them where its words decide something by themselves."""
    words = stem.text[start:end]
    if CONDITION.search(words):
        pieces = tuple(piece for limb in listed for piece in limb.pieces)
        return [Limb(((stem, start, end), *pieces), stem=True)]
    if says_something(words) and listed[0].marker == "-":
        return [Limb(((stem, start, end),), stem=True), *listed]
    return listed


def says_something(words: str) -> bool:
    """Whether words decide something without what follows: more than "to", "that Cabinet agree to", "the following"."""
    return len(SAYING_NOTHING.sub(" ", words).split()) >= FEW_WORDS


def _inline(stem: Paragraph, start: int, end: int) -> list[Limb]:
    """Limbs within one paragraph: two or more markers that count from the first."""
    marks = list(counted(stem.text, start, end))
    if len(marks) < 2:
        return []
    ends = [match.start() for match in marks[1:]] + [end]
    return [Limb(((stem, match.end(), stop),), match["marker"]) for match, stop in zip(marks, ends, strict=True)]


def _run_on(paragraphs: Sequence[Paragraph], index: int, inside: list[Limb]) -> tuple[list[Limb], int]:
    """Inline limbs whose last goes on in the paragraphs below, or whose list does."""
    after = index + 1
    last = inside[-1]
    expected = {kind: place + 1 for kind, place in marker_kinds(last.marker or "").items()}
    while after < len(paragraphs):
        below = paragraphs[after]
        if below.marker and any(marker_kinds(below.marker).get(kind) == place for kind, place in expected.items()):
            inside.append(Limb(((below, body(below), len(below.text)),), below.marker))
            expected = {kind: place + 1 for kind, place in marker_kinds(below.marker).items()}
        elif _goes_on(inside[-1], below):
            inside[-1] = replace(inside[-1], pieces=(*inside[-1].pieces, (below, 0, len(below.text))))
        else:
            break
        after += 1
    return inside, after


def _goes_on(limb: Limb, below: Paragraph) -> bool:
    """Whether a paragraph without a marker is the rest of a limb cut by a page or line end."""
    text = limb.pieces[-1][0].text[: limb.pieces[-1][2]]
    if below.kind == "heading" or below.marker or below.number or FINISHED.search(text):
        return False
    return below.text[:1].islower()


def _listed(paragraphs: Sequence[Paragraph], index: int, open_ended: bool) -> tuple[list[Limb], int]:
    """List items below the stem: of the first item's kind, with bullets under them where they end in a colon or say nothing."""
    found: list[Limb] = []
    kinds: dict[str, int] = {}
    above: Limb | None = None
    at = index + 1
    while at < len(paragraphs):
        item = paragraphs[at]
        marker = _marker(item)
        if found and _goes_on(found[-1], item):
            longer = replace(found[-1], pieces=(*found[-1].pieces, (item, 0, len(item.text))))
            found[-1], above = longer, longer if above is found[-1] else above
            at += 1
            continue
        if marker is None or item.kind == "heading" or STOP_LIMB.match(item.text):
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
        found.append(Limb(((item, body(item), len(item.text)),), "-" if own.get("dash") == 0 else marker, above))
        at += 1
    return [limb for limb in found if not _is_bare(limb, found)], at


def _nests(found: list[Limb], own: dict[str, int]) -> bool:
    """Whether an item of another kind stands under the limb before it: a bullet, or the first of a list that it announces."""
    if own.get("dash") == 0:
        return True
    last = found[-1].pieces[-1]
    return 1 in own.values() and last[0].text[: last[2]].rstrip().endswith((":", "–", "—", "-"))


def _is_bare(limb: Limb, found: list[Limb]) -> bool:
    """A limb that is only a verb over its own bullets ("2. NOTED"): the bullets say it."""
    return len(limb.text.split()) <= 2 and any(other.above is limb for other in found)


def _marker(item: Paragraph) -> str | None:
    """The marker of a list item; a whole number stands for one, a dotted number does not."""
    if item.marker:
        return item.marker
    if item.number and item.number.isdigit():
        return f"{item.number}."
    return "-" if item.kind == "item" and not item.number else None


def _complement(paragraphs: Sequence[Paragraph], index: int) -> tuple[list[Limb], int]:
    """The paragraph that a stem ending in a colon leads to; a quotation to its end; each "AND THAT" a limb."""
    first = paragraphs[index]
    if first.kind == "heading" or STOP_LIMB.match(first.text):
        return [], index
    if OPENING.fullmatch(first.text) or (first.text.rstrip(" –—-").endswith(":") and _marker(first) is None):
        under, after = limbs(paragraphs, index, len(first.text), len(first.text))
        if under:
            return under, after
    if OPENS_QUOTE.match(first.text[body(first) :]):
        return _quoted(paragraphs, index, body(first))
    found, at = _one(paragraphs, index)
    while at < len(paragraphs) and AND_THAT.match(paragraphs[at].text):
        more, at = _one(paragraphs, at)
        found += more
    return found, at


def _one(paragraphs: Sequence[Paragraph], index: int) -> tuple[list[Limb], int]:
    found = [Limb(((paragraphs[index], start, end),)) for start, end in and_thats(paragraphs[index].text, body(paragraphs[index]))]
    at = index + 1
    while at < len(paragraphs) and _goes_on(found[-1], paragraphs[at]):
        found[-1] = replace(found[-1], pieces=(*found[-1].pieces, (paragraphs[at], 0, len(paragraphs[at].text))))
        at += 1
    return found, at


def _quoted(paragraphs: Sequence[Paragraph], index: int, start: int) -> tuple[list[Limb], int]:
    """A resolution in quotation marks, to the paragraph that closes them; its own limbs where it has them."""
    at = index
    while (
        at < len(paragraphs) - 1
        and at - index < LONGEST_QUOTE
        and not CLOSES_QUOTE.search(paragraphs[at].text)
        and paragraphs[at + 1].kind != "heading"
    ):
        at += 1
    pieces = [(p, start if p is paragraphs[index] else 0, len(p.text)) for p in paragraphs[index : at + 1]]
    if len(pieces) > 1 and all(_marker(p) for p, _, _ in pieces[1:]):
        return [Limb(((p, body(p), stop),), _marker(p)) for p, _, stop in pieces[1:]], at + 1
    return [Limb(tuple(pieces))], at + 1
