"""Declarations of interest: who declared what kind of interest in which item.

Comes in: minutes. A sentence is one declaration for each person whom it names before "declared".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.extract.attendance import names_in
from pipeline.extract.minutes import body, meetings
from pipeline.extract.nlp import Nlp
from pipeline.language.people import fullest, titled
from pipeline.language.sentences import sentences
from pipeline.model.evidence import evidence
from pipeline.model.facts import Declaration
from pipeline.model.structure import Structure

EXTRACTOR = "declarations 1"
DECLARED = re.compile(
    r"\b(?:declar(?:ed|es|ing)|disclosed|registered)\b(?=[^.;]{0,120}?\b(?:interests?|DPI|that\b|predetermin))|"
    r"\binterests?\b[^.;]{0,60}?\b(?:was|were)\s+declared\s+by\b",
    re.IGNORECASE,
)
KINDS = (
    ("non-pecuniary", re.compile(r"\bnon[- ]?(?:disclosable )?pecuniary\b", re.IGNORECASE)),
    ("pecuniary", re.compile(r"\bpecuniary\b|\bDPI\b|\bfinancial interest", re.IGNORECASE)),
    ("prejudicial", re.compile(r"(?<!non-)\bprejudicial\b", re.IGNORECASE)),
    ("personal", re.compile(r"\bpersonal\b", re.IGNORECASE)),
    (
        "other",
        re.compile(
            r"\bother (?:registrable |significant |relevant )?interests?\b|\bnon-registrable\b|\bother significant\b", re.IGNORECASE
        ),
    ),
)
ITEM = re.compile(
    r"\b(?:agenda\s+)?(?:items?|minutes?|applications?)\s+(?:no\.?\s*|number\s+)?(?P<item>\d{1,4}/[\w/]+|"
    r"\d{1,3}[a-z]?(?:\.\d+)*)\b",
    re.IGNORECASE,
)
HEADING = re.compile(r"\b(?:declarations?|disclosures?|interests?)\b", re.IGNORECASE)
INTEREST = re.compile(r"\binterests?\b|\bDPI\b|\b[OND]RI\b")
AGAIN = re.compile(r"\bhaving (?:previously |earlier )?declared\b", re.IGNORECASE)
"""Told again where the person leaves for the item."""
NONE = re.compile(r"\b(?:no|none|nil)\b[^.;]{0,40}\b(?:declar|interest)", re.IGNORECASE)


def extract(structure: Structure, nlp: Nlp) -> Iterator[Declaration]:  # noqa: ARG001  (the signature of extractors)
    """Each declaration that the document's minutes record."""
    for _, paragraphs in meetings(structure, ("minutes",)):
        known = names_in(paragraphs)
        for paragraph in paragraphs:
            first = body(paragraph)
            for start, end in sentences(paragraph.text[first:]):
                text = paragraph.text[first + start : first + end]
                for name in _declaring(text) or _listed(structure, paragraph.section, text):
                    item = ITEM.search(text)
                    yield Declaration(
                        evidence=evidence(structure, paragraph, first + start, first + end),
                        extractor=EXTRACTOR,
                        name=fullest(name, known),
                        item=item["item"] if item else None,
                        interest=next((kind for kind, pattern in KINDS if pattern.search(text)), None),
                        text=text,
                    )


def _listed(structure: Structure, section: int | None, text: str) -> list[str]:
    """ "Cllr A Orr: item 7, other interest" in a list under the heading."""
    if (
        section is None
        or not HEADING.search(structure.sections[section].title)
        or not INTEREST.search(text)
        or NONE.search(text)
        or AGAIN.search(text)
    ):
        return []
    first = next(titled(text), None)
    return [first.name] if first and first.start == 0 and text[first.end :].lstrip().startswith((":", "–", "-", "(")) else []


def _declaring(text: str) -> list[str]:
    """Who declares: the names before "declared", or after "were declared by"."""
    match = DECLARED.search(text)
    if not match or NONE.search(text) or AGAIN.search(text):
        return []
    passive = match[0].casefold().endswith("by")
    return [person.name for person in titled(text) if (person.start >= match.end()) == passive and (passive or person.end <= match.start())]
