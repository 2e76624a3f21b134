"""Names in sentences about apologies and absence: "Apologies were received from Cllr A (Cllr B substituting)".

Comes in: the paragraphs of minutes. Goes out: one `Seen` for each name, those who came instead included.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.attendance.blocks import HEAD, NONE, REMOTE, SUBSTITUTE, WHOSE, Seen, first_name
from pipeline.language.people import NAME, NAME_ALONE, TITLED, TITLES, Person, surname_only, titled
from pipeline.language.rolls import entries
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
FROM_WHOM = re.compile(r"\bapolog(?:y|ies)\b[^.:]{0,60}?\b(?:from|on behalf of|by)\b\s*:?\s*", re.IGNORECASE)
LATE = re.compile(r"\b(?:late(?:ness)?|arriv|early departure|for leaving)\b", re.IGNORECASE)
SUBSTITUTED = re.compile(
    r"^[\s,]*\(\s*(?:(?:with|substituted?\s+by|sub(?:stitute)?\s*[:–-]?|"
    r"replaced\s+by)\s*)?(?P<name>[^()]{4,60}?)\s+(?:was\s+)?(?:substitut(?:e|ed|ing)|attend(?:ed|ing)\s+(?:as\s+substitute|"
    r"in\s+(?:his|her|their)\s+(?:place|stead|absence))|deputi[sz]ing|in\s+(?:his|her|their)\s+place)\b",
    re.IGNORECASE,
)
FOR_WHOM = re.compile(
    r"^[\s,]*for\s+whom\s+(?P<name>[^.;]{4,60}?)\s+(?:(?:was|is|were)\s+(?:acting\s+as\s+)?(?:a\s+|the\s+)?substitute|substituted|"
    r"deputised|attended)\b",
    re.IGNORECASE,
)
""" "Councillor A, for whom Councillor B was substitute"."""
BY_WHOM = re.compile(
    rf"^[^.;]{{0,40}}?\b(?:was|were|being)\s+(?:substituted|replaced|represented)\s+by\s+(?P<name>(?:{TITLES})\s*{NAME})", re.IGNORECASE
)
""" "Councillor A sent apologies and was substituted by Councillor B"."""
FOR_WHOM_ANYWHERE = re.compile(FOR_WHOM.pattern.removeprefix("^"), re.IGNORECASE)
BY_SUBSTITUTE = re.compile(
    r"^[\s,]*\(\s*(?:substituted?\s+by|sub(?:stitute)?\s*[:–-]|replaced\s+by)\s*(?P<name>[^()]{4,60}?)\s*\)", re.IGNORECASE
)


AS_SUBSTITUTE = re.compile(
    r"^\s*(?:\([^()]{2,40}\))?,?\s*(?:(?:was|is|had\s+been|would\s+be)\s+)?(?:(?:attend(?:ed|ing)|present|sat|sitting|act(?:ed|"
    r"ing)|in\s+attendance|appointed|"
    r"nominated)\s+)?(?:as\s+(?:an?\s+|the\s+|named\s+|his\s+|her\s+|their\s+)*(?:substitute|reserve|deputy)\b|in\s+(?:his|her|"
    r"their)\s+(?:place|stead|absence)\b|"
    r"(?:substitut(?:ed|ing)|deputis(?:ed|ing))(?:\s+for\s+(?:him|her|them))?\b(?!\s+(?:for|by)))(?!\s+for\s+(?:the\s+)?[A-Z])",
    re.IGNORECASE,
)
"""What stands after the name of one who came instead of the person named before."""
TELLS_SUBSTITUTES = re.compile(
    r"\b(?:substitut(?:ed|ing|e)\s+(?:member\s+)?(?:for|in\s+place\s+of)|deputi[sz](?:ed|ing)\s+for|as\s+(?:an?\s+|the\s+|his\s+|"
    r"her\s+|their\s+)?"
    r"(?:substitute|reserve|deputy)|as\s+[A-Z][^.;]{3,50}?['’]s?\s+(?:named\s+)?(?:substitute|reserve|deputy)|"
    r"in\s+(?:the\s+)?place\s+of|in\s+(?:his|her|their)\s+(?:place|stead|absence))\b",
    re.IGNORECASE,
)
CAME_AFTER_ALL = re.compile(r"\bbut\s+(?:(?!unable|not\b|could)\w+\s+){0,4}?(?:attend|join|present|particip)\w*", re.IGNORECASE)
""""Cllr A gave apologies but attended virtually": apologies, for who joins from afar is not present in English law, and remote."""
INSTEAD = re.compile(r"^\s*,?\s*for\s+(?:the\s+)?(?=[A-Z])")
""""Cllr A was substituting for Cllr B and Cllr C for Cllr D"."""


_OFFICE = r"(?i:(?:An\s+|The\s+)?(?:(?:Lord\s+|Deputy\s+)?Mayor|(?:Vice[- ]?)?Chair(?:man|person)?|Cathaoirleach|Convener|Provost))"
CHAIRED = re.compile(
    rf"(?:^[\s•–-]*|[,.]\s+)(?:(?P<before>{_OFFICE}),?\s+)?(?P<who>{TITLED.pattern})(?:,\s+(?P<after>{_OFFICE}),?)?(?:\s\([A-Z]{{2,3}}\))?\s*,?\s+"
    r"(?i:(?:was\s+|being\s+)?(?:in\s+the\s+chair|presid(?:ed|ing)|took\s+the\s+chair|chaired\s+the\s+meeting))\b"
)
WORD = re.compile(r"[^\W\d_][\w'’-]*")
LISTING = re.compile(r"\s*(?:[,;\n]|\band\b|&|\([^()]*\))\s*")
CHAIRED_WORDS = 25
"""Words of a line at the head that says who presided."""
FIRST_LINES = 16


def _chaired(paragraphs: Sequence[Paragraph]) -> Iterator[Seen]:
    """ "An Cathaoirleach, Councillor A presided.", "Councillor B, Mayor, in the Chair"."""
    for paragraph in paragraphs[:FIRST_LINES]:
        match = CHAIRED.search(paragraph.text) if len(paragraph.text.split()) <= CHAIRED_WORDS else None
        if match:
            person = next(titled(match["who"]))
            role = " ".join((match["before"] or match["after"] or "Chair").split()).removeprefix("The ").removeprefix("the ")
            yield Seen(person.name, "present", ((paragraph, match.start("who"), match.end("who")),), role)


def told(structure: Structure, paragraphs: Sequence[Paragraph]) -> Iterator[Seen]:
    """Names in sentences about apologies and absence, with those who came instead."""
    yield from _chaired(paragraphs)
    for place, paragraph in enumerate(paragraphs):
        if paragraph.kind == "heading":
            continue
        away: str | None = None
        under = _heading_status(structure, paragraph)
        for start, end in sentences(paragraph.text):
            text = paragraph.text[start:end]
            status = _status(text) or (under if not NONE.match(text) and (_only_people(text) or only_listed(text)) else None)
            status = status or ("substitute" if place < HEAD and TELLS_SUBSTITUTES.search(text) else None)
            if status and not (LATE.search(text) and status == "apologies" and "absence" not in text.casefold()):
                seen = list(_sentence(paragraph, start, text, status, away))
                away = next((person.name for person in reversed(seen) if person.status == "apologies"), away)
                yield from seen or _came_instead(paragraph, start, text, away)


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
    text = FOR_WHOM_ANYWHERE.sub(" ", text)
    return bool(TITLED.search(text)) and not re.search(r"\b(?:was|were|had|has|would|will|is|are|noted|attending|welcomed)\b", text)


def only_listed(text: str) -> bool:
    """ "Ann Hale, Bob Orr and Cara Penn": every piece a first name and surname, and nothing else."""
    pieces = [piece.strip(" .") for piece in LISTING.split(text.strip(" .")) if piece.strip(" .")]
    return (
        bool(pieces)
        and all(NAME_ALONE.fullmatch(piece) and len(WORD.findall(piece)) > 1 for piece in pieces)
        and len(entries(text)) == len(pieces)
    )


def _untitled(text: str) -> Iterator[Person]:
    """ "Apologies were received from Patricia Lisle and Bob Orr": first name and surname, where nobody has a title."""
    whom = FROM_WHOM.search(text)
    at = whom.end() if whom else 0 if only_listed(text) else len(text)
    for entry in entries(text[at:].strip(" .")):
        start = text.find(entry.name, at)
        if start >= 0 and not surname_only(entry.name):
            yield Person(entry.name, start, start + len(entry.name))


def _came_instead(paragraph: Paragraph, offset: int, text: str, away: str | None) -> Iterator[Seen]:
    """ "Eugene Wray attended in her absence": the name that begins the sentence after the one who apologised."""
    match = NAME_ALONE.match(text)
    if away and match and len(match["name"].split()) > 1 and AS_SUBSTITUTE.match(text[match.end() :]):
        yield Seen(match["name"], "substitute", ((paragraph, offset, offset + match.end()),), None, away)


def _sentence(paragraph: Paragraph, offset: int, text: str, status: str, away: str | None) -> Iterator[Seen]:
    """Who a sentence names; `away`: the last who apologised before it, whom "her substitute" means."""
    begins = TELLS_APOLOGIES.search(text)
    people = list(titled(text)) or (list(_untitled(text)) if status == "apologies" else [])
    skip: set[str] = set()
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
        replaced_by = SUBSTITUTED.match(after) or BY_SUBSTITUTE.match(after) or FOR_WHOM.match(after) or BY_WHOM.match(after)
        instead = None if replaced_by else WHOSE.match(after) or SUBSTITUTE.match(after)
        instead = instead or (INSTEAD.match(after) if status == "substitute" and not replaced_by else None)
        name = first_name(replaced_by["name"]) if replaced_by else None
        if name and replaced_by:
            skip.add(name)
            at = person.end + replaced_by.start("name")
            yield Seen(name, "substitute", ((paragraph, offset + at, offset + at + len(replaced_by["name"])),), None, person.name)
        elif away and AS_SUBSTITUTE.match(after):
            yield Seen(person.name, "substitute", ((paragraph, offset + person.start, offset + person.end),), None, away)
            continue
        elif instead and (other := first_name(after[instead.end() :])):
            yield Seen(person.name, "substitute", ((paragraph, offset + person.start, offset + person.end),), None, other)
            skip.add(other)
            continue
        if status == "substitute":
            continue
        back = CAME_AFTER_ALL.search(after) if status == "apologies" else None
        pieces = ((paragraph, offset + person.start, offset + (person.end + back.end() if back else person.end)),)
        afar = bool(back and REMOTE.search(after))
        yield Seen(person.name, "present" if back and not afar else status, pieces, remote=afar)
        away = None if back else person.name
