"""The limbs of a resolution: what stands under "The Committee AGREED to:" or inside "RESOLVED that (1) ...; (2) ...".

Comes in: the paragraphs of an item, the place of the stem and where its complement begins. Goes out: the limbs, each with
its stretches of paragraphs, and the index of the first paragraph after them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.limb import CONDITION, FINISHED, STOP_LIMB, Limb, goes_on, listed, marker_of
from pipeline.extract.markers import AND_THAT, and_thats, counted, marker_kinds
from pipeline.extract.minutes import body
from pipeline.model.structure import Paragraph

OPENING = re.compile(r"[\s:–—-]*(?:that\b|to\b)?[\s:–—-]*$", re.IGNORECASE)
ASIDE = re.compile(r"\s*\((?:to|for) [^()]{3,40}\)\s*$")
""" "Resolved to RECOMMEND: (to Council)"."""
FOLLOWING = re.compile(
    r"\b(?:the following|as follows|follows|namely|that|to|with the addition of|addition of|including)\b[\s:–—-]*$", re.IGNORECASE
)
OPENS_QUOTE, CLOSES_QUOTE = re.compile(r"^\s*[“\"]"), re.compile(r"[”\"]\s*[.;,]?\s*$")
PAIR_LINE = re.compile(r"[^.;:–—]{2,70}(?:\s[–—-]\s|:\s)[^.;:–—]{2,90}\.?")
LONGEST_QUOTE = 14
"""Paragraphs that a quoted resolution can run over: line by line in a text paper."""
SAYING_NOTHING = re.compile(
    r"\b(?:that|to|the|following|as|follows|be|cabinet|council|committee|members?|agrees?|agreed|a|an|it|for|and|allocate[d]?|"
    r"approve[ds]?)\b|[\W\d]",
    re.IGNORECASE,
)
FEW_WORDS = 4
"""A stem with no more words than these says nothing without its limbs."""


def limbs(paragraphs: Sequence[Paragraph], index: int, start: int, end: int) -> tuple[list[Limb], int]:
    """The limbs of the stem in paragraph `index`; `start` and `end` bound its sentence's words after the verb."""
    stem = paragraphs[index]
    whole = len(stem.text)
    inside = _inline(stem, start, whole)
    if inside:
        return _run_on(paragraphs, index, inside)
    if begun := _begun(stem, start, whole):
        more, after = listed(paragraphs, index, True, begun)
        if len(more) > 1:
            return more, after
    open_ended = end >= whole and (_is_open(stem.text[start:end]) or _is_cut(stem, paragraphs[index + 1 : index + 2]))
    below, after = listed(paragraphs, index, open_ended) if end >= whole else ([], index + 1)
    if below:
        return _with_stem(stem, start, end, below), after
    if open_ended and not says_something(stem.text[start:end]) and index + 1 < len(paragraphs) and paragraphs[index + 1].kind != "row":
        quoted, after = _complement(paragraphs, index + 1)
        if quoted:
            return quoted, after
    if OPENS_QUOTE.match(stem.text[start:].lstrip(" :–—-")) and end >= whole and not CLOSES_QUOTE.search(stem.text):
        return _quoted(paragraphs, index, start)
    return [Limb(((stem, start, end),))] if stem.text[start:end].strip(" :.–—-") else [], index + 1


def _is_open(words: str) -> bool:
    words = ASIDE.sub("", words)
    return bool(OPENING.fullmatch(words) or words.rstrip(" –—-").endswith(":") or FOLLOWING.search(words))


def _is_cut(stem: Paragraph, below: Sequence[Paragraph]) -> bool:
    """ "RESOLVED: That the Council be RECOMMENDED" over "(i) to approve": no stop and no colon, but a list that begins."""
    marker = marker_of(below[0]) if below else None
    begins = marker is not None and (1 in marker_kinds(marker).values() or marker == below[0].number)
    return begins and not FINISHED.search(stem.text)


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


def _begun(stem: Paragraph, start: int, end: int) -> Limb | None:
    """ "RESOLVED: (a) That ...": the first limb of a list that goes on below."""
    mark = next(counted(stem.text, start, end), None)
    return Limb(((stem, mark.end(), end),), mark["marker"]) if mark and not stem.text[start : mark.start()].strip(" :–—-") else None


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
        elif goes_on(inside[-1], below):
            inside[-1] = replace(inside[-1], pieces=(*inside[-1].pieces, (below, 0, len(below.text))))
        else:
            break
        after += 1
    return inside, after


def _complement(paragraphs: Sequence[Paragraph], index: int) -> tuple[list[Limb], int]:
    """The paragraph that a stem ending in a colon leads to; a quotation to its end; each "AND THAT" a limb."""
    first = paragraphs[index]
    if first.kind == "heading" or STOP_LIMB.match(first.text):
        return [], index
    if OPENING.fullmatch(first.text) or (first.text.rstrip(" –—-").endswith(":") and marker_of(first) is None):
        start = body(first) if CONDITION.search(first.text) else len(first.text)
        under, after = limbs(paragraphs, index, start, len(first.text))
        if under:
            return under, after
    if OPENS_QUOTE.match(first.text[body(first) :]):
        return _quoted(paragraphs, index, body(first))
    found, at = _one(paragraphs, index)
    while at < len(paragraphs) and (AND_THAT.match(paragraphs[at].text) or _are_lines(paragraphs[at - 1], paragraphs[at])):
        more, at = _one(paragraphs, at)
        found += more
    return found, at


def _are_lines(first: Paragraph, second: Paragraph) -> bool:
    """ "Village Hall – Cllr Orr" over "Allotments – Cllr Penn": lines of a list that bears no markers."""
    return all(each.kind == "text" and not each.number and PAIR_LINE.fullmatch(each.text) for each in (first, second))


def _one(paragraphs: Sequence[Paragraph], index: int) -> tuple[list[Limb], int]:
    found = [Limb(((paragraphs[index], start, end),)) for start, end in and_thats(paragraphs[index].text, body(paragraphs[index]))]
    at = index + 1
    while at < len(paragraphs) and goes_on(found[-1], paragraphs[at]):
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
    if len(pieces) > 1 and all(marker_of(p) for p, _, _ in pieces[1:]):
        return [Limb(((p, body(p), stop),), marker_of(p)) for p, _, stop in pieces[1:]], at + 1
    return [Limb(tuple(pieces))], at + 1
