"""What a report asks its meeting to decide.

Comes in: the paragraphs of a report. Goes out: the limbs under "Recommendations", "Actions required", "The Committee is
asked to:", or the sentence itself where it has no limbs; every printing, in order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.limb import Limb
from pipeline.extract.limbs import limbs, says_something
from pipeline.extract.minutes import body, evidence_over
from pipeline.language.sentences import sentences
from pipeline.model.facts import Recommendation
from pipeline.model.structure import Paragraph, Structure

TITLE = re.compile(
    r"^(?:\d+(?:\.\d+)*\.?\s*)?(?:\w+['’]?s?\s+)?(?:(?:summary\s+(?:of|and)\s+|purpose\s+and\s+)?recommendations?(?:\(s\))?|"
    r"actions?\s+(?:required|requested)|actions?|decisions?\s+(?:required|sought|requested|to\s+be\s+taken)|proposed\s+(?:decision|"
    r"resolution)s?|"
    r"what\s+(?:are|is)\s+the\s+recommendations?(?:\(s\))?|recommended\s+decisions?|recommend(?:ed|ation)\s+that|recommended)(?:\s*(?:/|and|&|or|to|for)\s*[\w\s]{1,40})?\s*[:–?-]?\s*$",
    re.IGNORECASE,
)
ASKS = re.compile(
    r"\b(?:(?:is|are|be)\s+(?:therefore\s+|also\s+|hereby\s+|respectfully\s+)?(?:asked|recommended|requested|"
    r"invited|required)\s+(?:to|that)\b|(?:it\s+is|is\s+it)\s+(?:therefore\s+|also\s+)?(?:recommended|"
    r"proposed)\s+(?:that|to)\b|"
    r"\brecommends?\s+(?:that|to)\b|\bmembers\s+(?:are\s+)?(?:asked|recommended|requested|invited)\s+to\b|"
    r"\bseeks?\s+(?:agreement|approval)\s+(?:to|for|of)\b|\brecommendations?(?:\(s\))?\s*[:\t])",
    re.IGNORECASE,
)
BODY = re.compile(
    r"\b(?:committee|cabinet|council|members|board|panel|forum|executive|authority|governors|trustees|"
    r"commission|leader)\b",
    re.IGNORECASE,
)
NUMBER_CELL = re.compile(r"\d+(?:\.\d+)*\.?\t")
""" "2.1" in a cell before its paragraph."""
LABEL = re.compile(r"\W*recommendations?(?:\(s\))?\s*[:\t]\s*", re.IGNORECASE)
THAT_BODY = re.compile(
    r"(?:that|the)\s+(?:the\s+)?(?:\w+\s+){0,3}(?:committee|cabinet|council|members|board|panel|forum|executive|authority)\b", re.IGNORECASE
)
""" "That Cabinet:" over its share of the recommendations."""
ASKED_NOW = re.compile(r"\b(?:was|were|had been|have been)\s+(?:asked|recommended|requested|invited)\b", re.IGNORECASE)
LISTED = re.compile(r"^(?:appendix|annex|background papers?|attachment)\b", re.IGNORECASE)
NOTHING = re.compile(r"^(?:none|n/?a|not applicable|no recommendations?)\b", re.IGNORECASE)
SECTION_PARAGRAPHS = 40


def recommendations(structure: Structure, paragraphs: Sequence[Paragraph]) -> Iterator[Recommendation]:
    """Each printed recommendation, repetitions included."""
    sections = list(_sections(structure, paragraphs))
    if sections:
        for group in sections:
            yield from _of_section(structure, group)
        return
    for i, paragraph in enumerate(paragraphs):
        if paragraph.kind != "heading" and (stem := _stem(paragraph)):
            yield from _limbs(structure, paragraphs, i, stem)


def _sections(structure: Structure, paragraphs: Sequence[Paragraph]) -> Iterator[list[Paragraph]]:
    """The paragraphs of each section that recommends."""
    current: int | None = None
    group: list[Paragraph] = []
    for paragraph in paragraphs:
        section = paragraph.section if _recommends(structure, paragraph) else None
        if section != current and group:
            yield group
            group = []
        current = section
        if section is not None and not (paragraph.kind == "heading" and TITLE.match(paragraph.text.strip(" *"))):
            group.append(paragraph)
    if group:
        yield group


def _recommends(structure: Structure, paragraph: Paragraph) -> bool:
    """Whether a paragraph stands under "Recommendations", or under "That Cabinet:" within it."""
    title, above = [*reversed(structure.path(paragraph.section)), "", ""][:2]
    return bool(TITLE.match(title.strip(" *")) or (THAT_BODY.match(title.strip(" *")) and TITLE.match(above.strip(" *"))))


def _of_section(structure: Structure, group: Sequence[Paragraph]) -> Iterator[Recommendation]:
    """The limbs of a section: under its stem, else its list items, else its sentences."""
    at = 0
    found = False
    while at < min(len(group), SECTION_PARAGRAPHS):
        paragraph = group[at]
        stem = _stem(paragraph)
        if LISTED.match(paragraph.text) or (
            found and (paragraph.kind in ("heading", "row") or (not stem and paragraph.text.rstrip().endswith(":")))
        ):
            return
        if not found and (paragraph.kind == "heading" or _only_leads(paragraph.text)):
            at += 1
            continue
        if stem:
            rows = list(_limbs(structure, group, at, stem))
            yield from rows
            found = True
            _, after = limbs(group, at, stem[0], stem[1])
            at = max(at + 1, after)
            continue
        if not NOTHING.match(paragraph.text) and paragraph.text and (paragraph.marker or paragraph.number or not found):
            yield _made(structure, Limb(((paragraph, body(paragraph), len(paragraph.text)),)))
            found = True
        at += 1


def _only_leads(text: str) -> bool:
    """ "It is recommended:" over the limbs."""
    return text.rstrip(" –—-").endswith(":") and not says_something(text)


def _stem(paragraph: Paragraph) -> tuple[int, int] | None:
    """Where what is recommended begins and its sentence ends."""
    text = paragraph.text
    if LABEL.fullmatch(text):
        return len(text), len(text)
    for start, end in sentences(text):
        match = ASKS.search(text, start, end)
        if (
            match
            and (BODY.search(text, start, end) or match[0].lower().startswith(("it is", "is it")))
            and not ASKED_NOW.search(text, start, match.end())
        ):
            return match.end(), end
    return None


def _limbs(structure: Structure, group: Sequence[Paragraph], at: int, stem: tuple[int, int]) -> Iterator[Recommendation]:
    found, _ = limbs(group, at, *stem)
    paragraph = group[at]
    for limb in found:
        if limb.text and limb.pieces[0][0] is paragraph and not limb.marker:
            start = next((a for a, b in sentences(paragraph.text) if a <= stem[0] <= b), 0)
            start = stem[0] if LABEL.fullmatch(paragraph.text, start, stem[0]) else start
            number = NUMBER_CELL.match(paragraph.text, start)
            start = number.end() if number else start
            yield _made(structure, Limb(((paragraph, start, stem[1]),)))
        elif limb.text:
            yield _made(structure, limb)


def _made(structure: Structure, limb: Limb) -> Recommendation:
    return Recommendation(id="", text=limb.text, evidence=evidence_over(structure, limb.pieces))
