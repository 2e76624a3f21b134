"""Who attended a meeting: present, substitutes and for whom, also present, apologies, absent; late arrivals and early leavings.

Minutes print it in blocks under a label ("Present:", "In attendance:", "Apologies") and in sentences ("Apologies were
received from Cllr A (Cllr B substituting)"). A name is given in the fullest form that the same minutes print where the
block has the surname alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.extract.minutes import body, evidence_over, meetings
from pipeline.extract.movements import movements
from pipeline.extract.nlp import Nlp
from pipeline.language.people import TITLED, bare, compatible, fullest, same_sex, surname_only, titled
from pipeline.language.rolls import Entry, entries
from pipeline.language.sentences import sentences
from pipeline.model.documents import Paragraph, Structure
from pipeline.model.facts import Attendance

EXTRACTOR = "attendance 1"

_WHO = r"(?:(?:elected|voting|non-voting|co-?opted|committee|cabinet|council|board|parish|town|other|additional|executive|independent|external)\s+)*"
_PEOPLE = r"(?:members?|councillors?|cllrs?|officers?|officials?|staff|guests?|visitors?|representatives?|trustees|governors|observers?|members? of (?:the )?(?:committee|council|cabinet|board|panel|executive))"
LABELS: tuple[tuple[str, str], ...] = (
    ("chair", r"(?:present\s+)?in\s+the\s+chair|presiding|chair(?:man|person)?(?=\s*:)"),
    ("substitute", rf"substitutes?(?:\s+{_PEOPLE})?(?:\s+(?:present|in\s+attendance))?|{_PEOPLE}\s+acting\s+as\s+substitutes"),
    ("apologies", r"apolog(?:y|ies)(?:\s+(?:for|of)\s+(?:absence|non-attendance))?(?:\s+(?:were\s+)?(?:received|submitted|given|tendered))?(?:\s+(?:from|by))?|leave\s+of\s+absence"),
    ("absent", rf"(?:{_PEOPLE}\s+)?(?:absent|not\s+present)(?:\s+without\s+apolog(?:y|ies))?|absences?|non-attendance"),
    (
        "also_present",
        rf"(?:also|others?|those)\s+(?:{_PEOPLE}\s+)?(?:present|in\s+attendance|attending)|in\s+attendance(?:\s+(?:virtually|remotely|online|by\s+invitation|for\s+(?:all\s+or\s+)?part\s+of\s+the\s+meeting))?|"
        rf"(?:officers?|officials?|staff|guests?|visitors?|observers?|representatives?|other\s+{_PEOPLE}|invited\s+{_PEOPLE}|by\s+invitation)(?:\s+(?:also\s+)?(?:present|in\s+attendance|attending))?(?:\s+(?:virtually|remotely))?",
    ),
    ("present", rf"(?:{_WHO}{_PEOPLE}\s+)?(?:present|in\s+attendance|attending)(?:\s+(?:were|virtually|remotely|online|in\s+person))?|{_WHO}members?(?=\s*:)|attendance|attendees|members\s+attending"),
)
LABEL = tuple((status, re.compile(rf"^[\s*]*(?:the\s+)?(?:{pattern})[\s*]*(?P<stop>[:–—-]|\.?\s*$|(?=\s+(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr)\b))[\s*]*", re.IGNORECASE)) for status, pattern in LABELS)
REMOTE = re.compile(r"\b(?:virtual(?:ly)?|remote(?:ly)?|online|by video|via (?:zoom|teams)|on ?line)\b", re.IGNORECASE)
HEADING_STATUS = (
    ("apologies", re.compile(r"\bapologies\b|\bapology\b|\babsence\b", re.IGNORECASE)),
    ("absent", re.compile(r"^absent\b", re.IGNORECASE)),
)
TELLS_APOLOGIES = re.compile(r"\bapolog(?:y|ies)\b[^.]{0,60}?\b(?:from|on behalf of|for|by|of)\b|\b(?:sent|gave|given|tendered|submitted|offered|presented)\s+(?:\w+\s+)?(?:formal\s+)?apologies\b|^apologies\b", re.IGNORECASE)
TELLS_ABSENT = re.compile(r"\b(?:was|were|being)\s+(?:also\s+)?absent\b|\bdid\s+not\s+attend\b|\babsent\s+(?:without|were|was)\b", re.IGNORECASE)
LATE = re.compile(r"\b(?:late(?:ness)?|arriv|early departure|for leaving)\b", re.IGNORECASE)
SUBSTITUTE = re.compile(
    r"^[\s,]*\(?\s*(?:(?:was\s+|is\s+)?(?:acting\s+)?(?:as\s+)?(?:a\s+)?(?:substitut(?:e|ed|ing)|sub|deputi[sz]ing|in\s+(?:the\s+)?place|on\s+behalf)\b\.?\s*(?:for|of)?|(?:in\s+place\s+of|for|replac(?:ing|ed)|vice))\s*:?\s*(?:the\s+)?", re.IGNORECASE
)
SUBSTITUTED = re.compile(r"^[\s,]*\(\s*(?:(?:with|substituted?\s+by|sub(?:stitute)?\s*[:–-]?|replaced\s+by)\s*)?(?P<name>[^()]{4,60}?)\s+(?:was\s+)?(?:substitut(?:e|ed|ing)|attend(?:ed|ing)\s+(?:as\s+substitute|in\s+(?:his|her|their)\s+place)|deputi[sz]ing|in\s+(?:his|her|their)\s+place)\b", re.IGNORECASE)
BY_SUBSTITUTE = re.compile(r"^[\s,]*\(\s*(?:substituted?\s+by|sub(?:stitute)?\s*[:–-]|replaced\s+by)\s*(?P<name>[^()]{4,60}?)\s*\)", re.IGNORECASE)
NONE = re.compile(r"^\W*(?:none|nil|there were no|no apologies|not applicable)\b", re.IGNORECASE)
ITEM_NUMBER = re.compile(r"^\d{1,4}[a-z]?[.)]?$")
HEAD = 60
"""Paragraphs of minutes in which the blocks stand, before or as their first items."""
RUNS_ON = re.compile(r"(?:[,;(&]|\band|\bof|\bfor|\b[A-Z]\.)\s*$")


@dataclass(frozen=True, slots=True)
class _Seen:
    """One person as one place names them."""

    name: str
    status: str
    pieces: tuple[tuple[Paragraph, int, int], ...]
    role: str | None = None
    for_: str | None = None
    remote: bool = False


def extract(structure: Structure, nlp: Nlp) -> Iterator[Attendance]:  # noqa: ARG001  (the signature of extractors)
    """Each person whom minutes name as there or missing, once a meeting."""
    for _, paragraphs in meetings(structure, ("minutes",)):
        seen = _settled([*_blocks(structure, paragraphs), *_apologies(structure, paragraphs)])
        known = _names(paragraphs)
        moves = movements(paragraphs)
        for person in seen:
            elsewhere = {other.name for other in seen if other.status != person.status}
            others = [*(other.name for other in seen), *(other.for_ for other in seen if other.for_), *known]
            name = fullest(person.name, [other for other in others if other not in elsewhere])
            arrived, left = next((times for who, times in moves.items() if compatible(who, name)), (None, None))
            yield Attendance(
                evidence=evidence_over(structure, person.pieces), extractor=EXTRACTOR, name=name, role=person.role, status=person.status,  # type: ignore[arg-type]  # one of LABELS
                for_=fullest(person.for_, [*(other.name for other in seen), *known]) if person.for_ else None, arrived=arrived, left=left, remote=person.remote,
            )


def _names(paragraphs: Sequence[Paragraph]) -> list[str]:
    return list(dict.fromkeys(person.name for p in paragraphs for person in titled(p.text)))


def _blocks(structure: Structure, paragraphs: Sequence[Paragraph]) -> Iterator[_Seen]:
    """Names in the labelled blocks at the head of the minutes."""
    status: str | None = None
    remote = False
    block: list[tuple[Paragraph, int]] = []
    for paragraph in [*paragraphs[:HEAD], None]:
        label = _label(paragraph) if paragraph else None
        ends = paragraph is None or paragraph.kind == "heading" or label is not None
        if ends or not status:
            yield from _block(block, status, remote)
            block = []
        if paragraph is None:
            return
        if label:
            status, at, remote = label[0], label[1], bool(REMOTE.search(paragraph.text[: label[1]]))
            if paragraph.text[at:].strip(" *."):
                block.append((paragraph, at))
        elif paragraph.kind == "heading":
            status = None
        elif status and (_is_item(paragraph) or _is_prose(paragraph)):
            yield from _block(block, status, remote)
            block, status = [], None
        elif status:
            block.append((paragraph, body(paragraph)))


def _label(paragraph: Paragraph) -> tuple[str, int] | None:
    """The status that a label gives to what follows it, and where the names begin."""
    start = body(paragraph)
    for status, pattern in LABEL:
        match = pattern.match(paragraph.text[start:])
        if match and (match["stop"] or paragraph.kind == "heading" or match.end() == len(paragraph.text[start:])):
            return status, start + match.end()
    return None


def _is_item(paragraph: Paragraph) -> bool:
    return bool(paragraph.number and ITEM_NUMBER.match(paragraph.number)) and not _names_somebody(paragraph.text)


def _is_prose(paragraph: Paragraph) -> bool:
    """A sentence of the meeting, not a name: it has a verb."""
    return bool(re.search(r"\b(?:was|were|had|gave|opened|welcomed|noted|adjourned|extended|expressed|stated|asked|resolved|agreed|at the outset)\b", paragraph.text, re.IGNORECASE))


def _names_somebody(text: str) -> bool:
    return bool(TITLED.search(text))


def _block(block: list[tuple[Paragraph, int]], status: str | None, remote: bool) -> Iterator[_Seen]:
    """The names of one block; lines that run on are read as one."""
    if not block or not status or status == "apologies" and all(_sentence_like(p.text[at:]) for p, at in block):
        return
    joined = _Joined(block)
    if NONE.match(joined.text):
        return
    for entry in entries(joined.text):
        yield from _seen(entry, joined, status, remote)


def _sentence_like(text: str) -> bool:
    return bool(re.search(r"\b(?:were|was|had|have|received|reported|submitted|sent|gave)\b", text))


class _Joined:
    """Lines of a block as one text with the way back to their paragraphs."""

    def __init__(self, block: list[tuple[Paragraph, int]]) -> None:
        self.text = ""
        self.starts: list[tuple[int, Paragraph, int]] = []
        for paragraph, at in block:
            if self.text:
                self.text += " " if RUNS_ON.search(self.text) or self.text.count("(") > self.text.count(")") else "\n"
            self.starts.append((len(self.text), paragraph, at))
            self.text += paragraph.text[at:]

    def pieces(self, start: int, end: int) -> tuple[tuple[Paragraph, int, int], ...]:
        found = []
        for low, paragraph, at in self.starts:
            high = low + len(paragraph.text) - at
            if start < high and low < end:
                found.append((paragraph, at + max(start, low) - low, at + min(end, high) - low))
        return tuple(found)


def _seen(entry: Entry, joined: _Joined, status: str, remote: bool) -> Iterator[_Seen]:
    """The person of an entry; "Cllr A for Cllr B" is a substitute, and B, named again by the list, is none of those present."""
    if _is_replaced(joined.text, entry):
        return
    last = bare(entry.name).split()[-1]
    name_end = joined.text.find(last, entry.start) + len(last)
    after = joined.text[name_end:].split("\n")[0]
    instead = SUBSTITUTE.match(after)
    replaced = _first_name(after[instead.end() :]) if instead else None
    if instead and replaced and status != "apologies":
        end = name_end + instead.end() + after[instead.end() :].find(bare(replaced)) + len(bare(replaced))
        yield _Seen(entry.name, "substitute", joined.pieces(entry.start, end), None, replaced, remote)
        return
    role = "Chair" if status == "chair" and not entry.role else entry.role
    online = bool(REMOTE.search(f"{entry.note} {entry.role}"))
    said = "present" if status == "chair" else status
    yield _Seen(entry.name, said, joined.pieces(entry.start, entry.end), None if role and REMOTE.search(role) else role, None, remote or online)


def _is_replaced(text: str, entry: Entry) -> bool:
    """Whether a name stands after "substitute for": the person replaced, named in the line of the other."""
    before = text[: entry.start].split("\n")[-1]
    return bool(re.search(r"(?:substitut\w+\s+for|in\s+place\s+of|\bfor|on\s+behalf\s+of|replacing|vice)\s*:?\s*$", before, re.IGNORECASE))


def _first_name(text: str) -> str | None:
    match = TITLED.match(text.lstrip(" (:"))
    return next((person.name for person in titled(match.group())), None) if match else None


def _apologies(structure: Structure, paragraphs: Sequence[Paragraph]) -> Iterator[_Seen]:
    """Names in sentences about apologies and absence, with those who came instead."""
    for paragraph in paragraphs:
        if paragraph.kind == "heading":
            continue
        under = _heading_status(structure, paragraph)
        for start, end in sentences(paragraph.text):
            text = paragraph.text[start:end]
            status = _told(text) or (under if not NONE.match(text) and _only_people(text) else None)
            if status and not (LATE.search(text) and status == "apologies" and "absence" not in text.casefold()):
                yield from _sentence(paragraph, start, text, status)


def _told(text: str) -> str | None:
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


def _sentence(paragraph: Paragraph, offset: int, text: str, status: str) -> Iterator[_Seen]:
    people = list(titled(text))
    skip: set[str] = set()
    begins = TELLS_APOLOGIES.search(text)
    by_subject = bool(re.search(r"\b(?:sent|gave|given|tendered|submitted|offered|presented)\s+(?:\w+\s+)?(?:formal\s+)?(?:their\s+|his\s+|her\s+)?apologies\b", text)) or status == "absent"
    for person in people:
        if person.name in skip or begins and not by_subject and person.end < begins.start():
            continue
        after = text[person.end :]
        replaced_by = SUBSTITUTED.match(after) or BY_SUBSTITUTE.match(after)
        instead = SUBSTITUTE.match(after) if not replaced_by else None
        name = _first_name(replaced_by["name"]) if replaced_by else None
        if name and replaced_by:
            skip.add(name)
            at = person.end + replaced_by.start("name")
            yield _Seen(name, "substitute", ((paragraph, offset + at, offset + at + len(replaced_by["name"])),), None, person.name)
        elif instead and (other := _first_name(after[instead.end() :])):
            yield _Seen(person.name, "substitute", ((paragraph, offset + person.start, offset + person.end),), None, other)
            skip.add(other)
            continue
        yield _Seen(person.name, status, ((paragraph, offset + person.start, offset + person.end),))


def _settled(seen: list[_Seen]) -> list[_Seen]:
    """One for each person: a substitute named among those present is a substitute; who apologised is not present as well."""
    kept: list[_Seen] = []
    for person in seen:
        twin = next((i for i, other in enumerate(kept) if _one(person, other)), None)
        if twin is None:
            kept.append(person)
            continue
        other = kept[twin]
        if person.status == "substitute" and other.status in ("present", "also_present"):
            kept[twin] = replace(other, status="substitute", for_=person.for_)
        elif person.status == other.status == "substitute":
            kept[twin] = replace(other, for_=other.for_ or person.for_)
        elif surname_only(other.name) and not surname_only(person.name) and person.status == other.status:
            kept[twin] = replace(other, name=person.name)
    return kept


def _one(first: _Seen, second: _Seen) -> bool:
    """The same person named twice: the same words, or a surname that fits one fuller form."""
    if not compatible(first.name, second.name) or not same_sex(first.name, second.name):
        return False
    if bare(first.name).casefold() == bare(second.name).casefold():
        return True
    return first.status == "substitute" or first.status == second.status and surname_only(first.name) != surname_only(second.name)
