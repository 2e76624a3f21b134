"""Names in sentences about apologies and absence: "Apologies were received from Cllr A (Cllr B substituting)".

Comes in: the paragraphs of minutes. Goes out: one `Seen` for each name, those who came instead included.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.attendance_blocks import NONE, SUBSTITUTE, Seen, first_name
from pipeline.language.people import TITLED, titled
from pipeline.language.sentences import sentences
from pipeline.model.structure import Paragraph, Structure

HEADING_STATUS = (
    ("apologies", re.compile(r"\bapologies\b|\bapology\b|\babsence\b", re.IGNORECASE)),
    ("absent", re.compile(r"^absent\b", re.IGNORECASE)),
)
TELLS_APOLOGIES = re.compile(
    r"\bapolog(?:y|ies)\b[^.]{0,60}?\b(?:from|on behalf of|for|by|of)\b|\b(?:sent|gave|given|tendered|"
    r"submitted|offered|presented)\s+(?:\w+\s+)?(?:formal\s+)?apologies\b|^apologies\b",
    re.IGNORECASE,
)
TELLS_ABSENT = re.compile(
    r"\b(?:was|were|being)\s+(?:also\s+)?absent\b|\bdid\s+not\s+attend\b|\babsent\s+(?:without|were|was)\b", re.IGNORECASE
)
LATE = re.compile(r"\b(?:late(?:ness)?|arriv|early departure|for leaving)\b", re.IGNORECASE)
SUBSTITUTED = re.compile(
    r"^[\s,]*\(\s*(?:(?:with|substituted?\s+by|sub(?:stitute)?\s*[:–-]?|"
    r"replaced\s+by)\s*)?(?P<name>[^()]{4,60}?)\s+(?:was\s+)?(?:substitut(?:e|ed|ing)|attend(?:ed|ing)\s+(?:as\s+substitute|"
    r"in\s+(?:his|her|their)\s+place)|deputi[sz]ing|in\s+(?:his|her|their)\s+place)\b",
    re.IGNORECASE,
)
BY_SUBSTITUTE = re.compile(
    r"^[\s,]*\(\s*(?:substituted?\s+by|sub(?:stitute)?\s*[:–-]|replaced\s+by)\s*(?P<name>[^()]{4,60}?)\s*\)", re.IGNORECASE
)


def told(structure: Structure, paragraphs: Sequence[Paragraph]) -> Iterator[Seen]:
    """Names in sentences about apologies and absence, with those who came instead."""
    for paragraph in paragraphs:
        if paragraph.kind == "heading":
            continue
        under = _heading_status(structure, paragraph)
        for start, end in sentences(paragraph.text):
            text = paragraph.text[start:end]
            status = _status(text) or (under if not NONE.match(text) and _only_people(text) else None)
            if status and not (LATE.search(text) and status == "apologies" and "absence" not in text.casefold()):
                yield from _sentence(paragraph, start, text, status)


def _status(text: str) -> str | None:
    """The status that a sentence's own words give."""
    if TELLS_APOLOGIES.search(text):
        return "apologies"
    return "absent" if TELLS_ABSENT.search(text) else None


def _heading_status(structure: Structure, paragraph: Paragraph) -> str | None:
    if paragraph.section is None:
        return None
    title = structure.sections[paragraph.section].title
    return next((status for status, pattern in HEADING_STATUS if pattern.search(title)), None)


def _only_people(text: str) -> bool:
    """ "Cllr A Orr, District Cllr B Penn": no sentence, only names."""
    return bool(TITLED.search(text)) and not re.search(r"\b(?:was|were|had|has|would|will|is|are|noted|attending|welcomed)\b", text)


def _sentence(paragraph: Paragraph, offset: int, text: str, status: str) -> Iterator[Seen]:
    people = list(titled(text))
    skip: set[str] = set()
    begins = TELLS_APOLOGIES.search(text)
    by_subject = (
        bool(
            re.search(
                r"\b(?:sent|gave|given|tendered|submitted|offered|presented)\s+(?:\w+\s+)?(?:formal\s+)?(?:their\s+|"
                r"his\s+|her\s+)?apologies\b",
                text,
            )
        )
        or status == "absent"
    )
    for person in people:
        if person.name in skip or (begins and not by_subject and person.end < begins.start()):
            continue
        after = text[person.end :]
        replaced_by = SUBSTITUTED.match(after) or BY_SUBSTITUTE.match(after)
        instead = SUBSTITUTE.match(after) if not replaced_by else None
        name = first_name(replaced_by["name"]) if replaced_by else None
        if name and replaced_by:
            skip.add(name)
            at = person.end + replaced_by.start("name")
            yield Seen(name, "substitute", ((paragraph, offset + at, offset + at + len(replaced_by["name"])),), None, person.name)
        elif instead and (other := first_name(after[instead.end() :])):
            yield Seen(person.name, "substitute", ((paragraph, offset + person.start, offset + person.end),), None, other)
            skip.add(other)
            continue
        yield Seen(person.name, status, ((paragraph, offset + person.start, offset + person.end),))
