"""Items of agendas: number, title, page and reporting officer as printed.

Comes in: agenda parts (frontsheets and summonses too), and the covers of supplements. An item is a numbered heading, or a
numbered line where the agenda has no headings; what stands under it gives page and officer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from pipeline.extract.agenda.tables import tabled
from pipeline.extract.minutes import body
from pipeline.extract.nlp import Nlp
from pipeline.model.evidence import evidence
from pipeline.model.facts import AgendaItem
from pipeline.model.structure import Paragraph, Part, Structure

EXTRACTOR = "agenda"
NUMBER = re.compile(r"(?:item\s+)?(?P<number>\d{1,3}[a-z]?|\d{1,4}/\d{1,4})\.?", re.IGNORECASE)
PAGE = re.compile(r"\s*[(\[]?\b(?:Pages?|pp?\.)\s*:?\s*(?P<page>\d{1,4}(?:\s*(?:[-–]|to|and)\s*\d{1,4})?)\s*[)\]]?\.?", re.IGNORECASE)
TRAILING_PAGE = re.compile(r"[\s.…]*(?:\t|\s{2,}|[.…]{3,})\s*(?P<page>\d{1,4}(?:\s*[-–]\s*\d{1,4})?)\s*$")
OFFICER = re.compile(
    r"^(?:\(?\s*)?(?:a\s+|the\s+|joint\s+|verbal\s+|oral\s+|written\s+|update\s+|covering\s+|enclosed\s+|"
    r"attached\s+)*(?:reports?|updates?|presentation|briefing|memorandum|note)\s*(?:\([^)]*\)\s*)?(?:of|"
    r"by|from)\s+(?:the\s+)?(?P<officer>[A-Z][^.;:()]{3,110})",
    re.IGNORECASE,
)
LABELLED_OFFICER = re.compile(
    r"^(?:lead|contact|report(?:ing)?|responsible)?\s*(?:officer|author|director)\s*[:–-]\s*(?P<officer>[^\t;]{3,90})", re.IGNORECASE
)
TAIL = re.compile(r"[\s,.;:–-]+(?:\(?(?:attached|to follow|enclosed|copy|herewith|circulated)\b.*)?$", re.IGNORECASE)
SUMMONS = re.compile(
    r"\b(?:hereby summoned|summon(?:ed|s) to attend|notice is hereby given|(?:requested|invited|required) "
    r"to attend|agenda for)\b",
    re.IGNORECASE,
)
NEAR = 8
"""Paragraphs under an item in which its page and officer are printed."""
OPENING = 6
"""So many paragraphs of a paper open it."""


def extract(structure: Structure, nlp: Nlp) -> Iterator[AgendaItem]:  # noqa: ARG001  (the signature of extractors)
    """Each numbered item of each agenda, in order; of a supplement's covering letter those with their pages."""
    for part in structure.parts:
        if part.kind == "agenda" or _is_summons(structure, part):
            yield from _items(structure, tuple(structure.paragraphs_of(part)))
        elif part.kind == "cover":
            yield from (item for item in _items(structure, tuple(structure.paragraphs_of(part))) if item.number and item.page)


def _is_summons(structure: Structure, part: Part) -> bool:
    """An agenda that is not headed as one: it calls its members to a meeting."""
    return part.kind == "other" and any(SUMMONS.search(p.text) for p in islice(structure.paragraphs_of(part), OPENING))


def _items(structure: Structure, paragraphs: Sequence[Paragraph]) -> Iterator[AgendaItem]:
    rows = tabled(structure, paragraphs)
    if len(rows) > 1:
        for row in rows:
            found = evidence(structure, row.paragraph)
            yield AgendaItem(evidence=found, extractor=EXTRACTOR, number=row.number, title=row.title, page=row.page, officer=row.officer)
        return
    heads = [i for i, p in enumerate(paragraphs) if _number(structure, p)]
    if len(heads) < 2:
        heads = _numbered_lines(paragraphs) or heads
    for at, following in zip(heads, [*heads[1:], len(paragraphs)], strict=False):
        head = paragraphs[at]
        under = paragraphs[at + 1 : min(following, at + NEAR)]
        title, page = titled(head.text[body(head) :])
        officer = next((name for p in under for name in [_officer(p.text)] if name), None)
        page = page or next((match["page"] for p in under for match in [PAGE.fullmatch(p.text.strip(" *"))] if match), None)
        number = _number(structure, head) or NUMBER.match(head.number or "")
        yield AgendaItem(
            evidence=evidence(structure, head),
            extractor=EXTRACTOR,
            number=number["number"] if number else None,
            title=title,
            page=page,
            officer=officer,
        )


def _number(structure: Structure, paragraph: Paragraph) -> re.Match[str] | None:
    """The item number of a heading."""
    if paragraph.kind != "heading":
        return None
    section = structure.sections[paragraph.section] if paragraph.section is not None else None
    printed = paragraph.number or (section.number if section and section.start <= _start(paragraph) < section.end else None)
    return NUMBER.fullmatch(printed.strip()) if printed else None


def _start(paragraph: Paragraph) -> int:
    return paragraph.runs[0][1] if paragraph.runs else -1


def _numbered_lines(paragraphs: Sequence[Paragraph]) -> list[int]:
    """Lines numbered 1, 2, 3 ... of an agenda without headings."""
    found: list[int] = []
    for i, paragraph in enumerate(paragraphs):
        number = (paragraph.number or paragraph.marker or "").strip("().")
        if number.isdigit() and int(number) == len(found) + 1 and len(paragraph.text) > 2:
            found.append(i)
    return found


def titled(text: str) -> tuple[str, str | None]:
    """A title without the page printed after it, and that page."""
    match = next(iter(PAGE.finditer(text)), None) or TRAILING_PAGE.search(text)
    page = " ".join(match["page"].split()) if match else None
    title = (text[: match.start()] + text[match.end() :]) if match else text
    return TAIL.sub("", " ".join(title.replace("*", "").split())) if not title.rstrip().endswith(".") else " ".join(title.split()), page


def _officer(text: str) -> str | None:
    """Who reports on an item: "Report by the Executive Director of Adult Services"."""
    text = text.strip(" *")
    match = OFFICER.match(text) or LABELLED_OFFICER.match(text)
    if not match or not match["officer"][0].isupper():
        return None
    return TAIL.sub("", " ".join(PAGE.sub("", match["officer"]).split())) or None
