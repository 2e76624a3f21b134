"""Minutes as extractors read them: paragraphs by item, where words begin after a printed number, what is emphasised."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.model.evidence import Evidence, joined
from pipeline.model.structure import MINUTING, Paragraph, Part, Structure

PRINTED = re.compile(
    r"(?:[-–•▪◦]\s+)?(?:\(?\d{1,4}[a-z]?(?:\.\d{1,3})*[.):]?\s+)?(?:\(?(?:[a-z]{1,2}|[ivx]{1,5}|\d{1,2})[.)]\s+)?(?:[-–•▪◦]\s+)?",
    re.IGNORECASE,
)
"""A list dash, a number and a marker as they can stand before the words."""
DOTTED = re.compile(r"\d{1,4}\.\d{1,3}\.?")
NUMBERED_TITLE = re.compile(r"(?P<number>\d{1,4}[a-z]?)[.:)]?\s+(?P<title>\S.*)")
OWN_LABEL = re.compile(r"(?P<number>\d{1,4}(?:\.\d{1,3})*)")
HEADING_LINE = re.compile(r"[A-Z](?:[^.;?!]|\.(?=\S)){2,110}[^.;:,?!]")
"""A line that can be a heading: short, capitalised, without a stop."""
FAR = 20
"""How far an item's number can lie behind the one before: a notice of decisions begins where something was decided."""
CONTINUES = re.compile(
    r"(?:(?:members?|those)\s+)?(?:vot\w+\s+)?(?:for|in favour|against|abst\w+)(?: the (?:motion|amendment))?|"
    r"(?:recorded )?vot(?:e|es|ing)|decisions?|resolutions?|resolved|agreed|recommendations?|reply|response",
    re.IGNORECASE,
)
"""Headings that open no item of their own."""
SUBJECT = re.compile(
    r"\W*(?:(?:subject(?:\s+matter)?|(?:decision|report)?\s*title|name\s+of\s+decision)(?:\s*/\s*title)?(?:\s+of\s+(?:the\s+)?(?:decision|report))?|re)\s*"
    r"(?:[:\t]\s*(?P<title>\S.{3,220})|[:\W]*$)",
    re.IGNORECASE | re.DOTALL,
)
"""The line or row of a decision record that says what it is about; the label alone where the title stands below it."""
RECORD_HEAD = 30
"""Paragraphs of a decision record in which its subject stands."""
MINUTED = re.compile(r"\W*(?:draft )?minutes\s*:\W*$", re.IGNORECASE)
PROPOSED = re.compile(r"\bproposed record of decision\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a meeting: number and title of its heading in the minutes, and its paragraphs in order."""

    number: str | None
    title: str | None
    paragraphs: tuple[Paragraph, ...]


def meetings(structure: Structure, kinds: Sequence[str] = MINUTING) -> Iterator[tuple[Part, Sequence[Paragraph]]]:
    """Each part that records what a meeting did, with its paragraphs; a decision that is only proposed is left out."""
    for part in structure.parts:
        if part.kind not in kinds:
            continue
        paragraphs = tuple(structure.paragraphs_of(part))
        if part.kind == "minutes":
            paragraphs = _minuted(paragraphs)
        if part.kind == "decision_record" and any(PROPOSED.search(p.text) for p in paragraphs[:6]):
            continue
        yield part, paragraphs


def _minuted(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Of a committee system's page of a meeting, where each item has its agenda and under "Minutes:" its minute, the minutes."""
    told = {p.section: p.index for p in reversed(paragraphs) if MINUTED.match(p.text)}
    return tuple(p for p in paragraphs if p.kind == "heading" or p.section not in told or p.index >= told[p.section])


def items(structure: Structure, paragraphs: Sequence[Paragraph]) -> list[Item]:
    """The paragraphs of minutes by item; what stands before the first item is an item without number and title."""
    found: list[tuple[int | None, list[Paragraph]]] = []
    for paragraph in paragraphs:
        key = _item_section(structure, paragraph.section)
        if found and key is not None and CONTINUES.fullmatch(structure.sections[key].title.strip(" *:")):
            key = found[-1][0]
        if not found or found[-1][0] != key:
            found.append((key, []))
        found[-1][1].append(paragraph)
    return [item for key, group in found for item in _by_lines(_item(structure, key, group), structure, key)]


def subject_of(paragraphs: Sequence[Paragraph]) -> str | None:
    """What a record of one decision is about, as its form names it."""
    for paragraph, below in zip(paragraphs[:RECORD_HEAD], [*paragraphs[1 : RECORD_HEAD + 1], None], strict=False):
        match = SUBJECT.fullmatch(paragraph.text)
        title = match["title"] or (below.text if below else "") if match else ""
        if title.strip():
            return " ".join(title.replace("\t", " ").split())
    return None


def _by_lines(item: Item, structure: Structure, section: int | None) -> Iterator[Item]:
    """Where a part has no headings under its own, its short numbered lines open the items: "7 Library hours"."""
    if section is not None and (structure.sections[section].level > 1 or structure.sections[section].number):
        yield item
        return
    number, title, last = item.number if section is None else None, item.title, 0
    group: list[Paragraph] = []
    for paragraph in item.paragraphs:
        own = (paragraph.number or paragraph.marker or "").strip("().")
        if own.isdigit() and last < int(own) <= last + FAR and HEADING_LINE.fullmatch(paragraph.text):
            if group:
                yield Item(number, title, tuple(group))
            number, title, group, last = own, paragraph.text.strip(" *:"), [], int(own)
        group.append(paragraph)
    yield Item(number, title, tuple(group))


def _item(structure: Structure, section: int | None, group: list[Paragraph]) -> Item:
    if section is None:
        number = next((m["number"].split(".")[0] for p in group if p.number and (m := OWN_LABEL.match(p.number))), None)
        return Item(number, None, tuple(group))
    heading = structure.sections[section]
    title, number = heading.title, heading.number
    inner = NUMBERED_TITLE.match(title)
    if inner and (number is None or inner["number"] == number.strip(".")):
        number, title = inner["number"], inner["title"]
    return Item(number.strip(". ") if number else None, title.strip(" *:") or None, tuple(group))


def _item_section(structure: Structure, section: int | None) -> int | None:
    """The section of the item that a section belongs to: the highest numbered one under the part's own heading, or the one
    within it that has a dotted number of its own: "5.1 Mill Lane" under "5 Applications"."""
    chain: list[int] = []
    while section is not None:
        chain.append(section)
        section = structure.sections[section].parent
    below = [index for index in reversed(chain) if structure.sections[index].level > 1] or chain[:1]
    numbered = [index for index in below if structure.sections[index].number or NUMBERED_TITLE.match(structure.sections[index].title)]
    within = [index for index in numbered if DOTTED.fullmatch(structure.sections[index].number or "")]
    return next(iter([*within, *numbered, *below]), None)


def body(paragraph: Paragraph) -> int:
    """Offset of the first word after the printed number and marker."""
    if not (paragraph.number or paragraph.marker):
        return 0
    match = PRINTED.match(paragraph.text)
    if not match:
        return 0
    lead = match[0]
    own = [text.strip(".()") for text in (paragraph.number, paragraph.marker) if text]
    return match.end() if any(text in lead for text in own) else 0


def emphasised(paragraph: Paragraph, start: int, end: int) -> bool:
    """Whether these characters are printed bold in a paragraph that is not all bold."""
    total = sum(span.end - span.start for span in paragraph.bold)
    if total >= 0.8 * len(paragraph.text):
        return False
    return any(span.start <= start + 1 and end - 1 <= span.end for span in paragraph.bold)


def evidence_over(structure: Structure, pieces: Sequence[tuple[Paragraph, int, int | None]]) -> Evidence:
    """Evidence for stretches of several paragraphs; part, section and label are the first one's."""
    first = pieces[0][0]
    spans = [span for paragraph, start, end in pieces for span in paragraph.spans(start, end)]
    return Evidence(joined(structure.document, spans), first.part, first.section, first.label)
