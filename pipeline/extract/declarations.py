"""Declarations of interest: who declared what kind of interest in which item.

Comes in: minutes. A sentence is one declaration for each person whom it names before "declared"; so is a line or a row of a table under
the heading that begins with a person, or with an item and a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pipeline.extract.actions.marked import initials
from pipeline.extract.attendance import names_in
from pipeline.extract.minutes import body, items, meetings
from pipeline.extract.nlp import Nlp
from pipeline.language.people import fullest, titled
from pipeline.language.sentences import sentences
from pipeline.model.evidence import evidence
from pipeline.model.facts import Declaration
from pipeline.model.structure import Paragraph, Structure

EXTRACTOR = "declarations"
DECLARED = re.compile(
    r"\b(?:declar(?:ed|es|ing)|disclosed|registered)\b(?=[^.;]{0,120}?\b(?:interests?|DPI|that\b|predetermin))|"
    r"\binterests?\b[^.;]{0,60}?\b(?:was|were)\s+declared\s+by\b",
    re.IGNORECASE,
)
KINDS = (
    ("non-pecuniary", re.compile(r"\bnon[- ]?(?:disclosable )?pecuniary\b", re.IGNORECASE)),
    ("pecuniary", re.compile(r"\bpecuniary\b|\bDPI\b|\bfinancial interest", re.IGNORECASE)),
    ("prejudicial", re.compile(r"(?<!non-)(?<!not )(?<!non )\bprejudicial\b", re.IGNORECASE)),
    ("personal", re.compile(r"\bpersonal\b", re.IGNORECASE)),
    (
        "other",
        re.compile(
            r"\bother (?:disclosable |registr?able |registerable |significant |relevant )?interests?\b|"
            r"\bnon-registrable\b|\bother significant\b",
            re.IGNORECASE,
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
AGAIN = re.compile(
    r"\bhaving (?:previously |earlier )?declared\b|\b(?:correct(?:ion|ed)|amend(?:ed|ment)?)\b.{0,80}\bminutes?\b", re.IGNORECASE
)
"""Told again where the person leaves for the item, or of an earlier meeting, whose minutes are corrected."""
LETTERS = re.compile(r"\W*(?P<who>[A-Z]{2,3}(?:(?:,| and| &)\s[A-Z]{2,3})*)\s+(?:both\s+|each\s+|also\s+)?declared\b")
THIS_ITEM = re.compile(r"\b(?:this|the)\s+(?:agenda\s+)?(?:item|application|matter|report)\b(?!\s+\d)", re.IGNORECASE)
ITEM_COLUMN = re.compile(r"(?:agenda\s+)?(?:items?|minutes?)(?:\s+(?:no\.?|numbers?))?", re.IGNORECASE)
NEXT_NAME = re.compile(r"(?:,|and\b|&)\s*", re.IGNORECASE)
BEFORE_NAME = re.compile(rf"\W*(?:{ITEM.pattern})?[\s:.,–—-]*", re.IGNORECASE)
DISPENSED = re.compile(
    r"\b(?:(?:granted|given|received|obtained|holds?|held|has|have|had)\b[^.;()]{0,40}?\bdispensations?\b|"
    r"dispensations?\b[^.;()]{0,60}?\bgranted\b)[^.;()]*",
    re.IGNORECASE,
)
REFUSED = re.compile(
    r"\bdispensations?\b[^.;]{0,40}?\b(?:refused|declined)|\b(?:no|not|request\w*|sought|apply|"
    r"applied)\b[^.;]{0,40}?\bdispensation",
    re.IGNORECASE,
)
EVERYBODY = re.compile(r"\b(?:all|the following) (?:members|councillors)\b", re.IGNORECASE)
GOES_ON = re.compile(r"\s*(?:he|she|they|a dispensation|the monitoring officer|this|who)\b", re.IGNORECASE)
""" "She had been granted a dispensation": said of the one who declared in the sentence before."""
NONE = re.compile(r"\b(?:no|none|nil)\b[^.;]{0,40}\b(?:declar|interest)", re.IGNORECASE)


def extract(structure: Structure, nlp: Nlp) -> Iterator[Declaration]:  # noqa: ARG001  (the signature of extractors)
    """Each declaration that the document's minutes record."""
    for _, paragraphs in meetings(structure, ("minutes",)):
        known, letters = names_in(paragraphs), initials(paragraphs)
        numbers = {paragraph.index: item.number for item in items(structure, paragraphs) for paragraph in item.paragraphs}
        for paragraph in paragraphs:
            if paragraph.kind == "row":
                yield from _row(structure, paragraph, known)
                continue
            first = body(paragraph)
            spans = list(sentences(paragraph.text[first:]))
            for place, (start, end) in enumerate(spans):
                text = paragraph.text[first + start : first + end]
                before = paragraph.text[first:][slice(*spans[place - 1])] if place else paragraph.text[:first]
                following = paragraph.text[first:][slice(*spans[place + 1])] if place + 1 < len(spans) else ""
                for name in (
                    _declaring(text) or _by_letters(text, letters) or _listed(structure, paragraph.section, text) or _dispensed(text)
                ):
                    item = ITEM.search(text) or ITEM.fullmatch(before.strip(" .:–-")) or ITEM.match(paragraph.text)
                    here = numbers.get(paragraph.index) if THIS_ITEM.search(text) else None
                    yield Declaration(
                        evidence=evidence(structure, paragraph, first + start, first + end),
                        extractor=EXTRACTOR,
                        name=fullest(name, known),
                        item=item["item"] if item else here,
                        interest=_kind(text),
                        dispensation=_dispensation(text) or (_dispensation(following) if GOES_ON.match(following) else None),
                        text=text,
                    )


def _by_letters(text: str, letters: Mapping[str, str]) -> list[str]:
    """ "AE declared an interest in item 7", where the list of those present says who AE is."""
    match = LETTERS.match(text)
    return [letters.get(each, each) for each in re.findall(r"[A-Z]{2,3}", match["who"])] if match and not NONE.search(text) else []


def _kind(text: str) -> str | None:
    return next((kind for kind, pattern in KINDS if pattern.search(text)), None)


def _dispensation(text: str) -> str | None:
    """The words about a dispensation that was granted; None where one was refused or only asked for."""
    match = DISPENSED.search(text)
    return " ".join(match[0].split()).rstrip(" ,;") if match and not REFUSED.search(text) else None


def _dispensed(text: str) -> list[str]:
    """ "Councillor A had been granted a dispensation", "All Members had been granted ...": who may take part in spite of an interest."""
    match = DISPENSED.search(text)
    if not match or REFUSED.search(text):
        return []
    people = [person.name for person in titled(text) if person.end <= match.start()]
    everybody = EVERYBODY.search(text[: match.start()])
    return people or ([" ".join(everybody[0].split())] if everybody else [])


def _under_heading(structure: Structure, section: int | None) -> bool:
    return section is not None and bool(HEADING.search(structure.sections[section].title))


def _row(structure: Structure, paragraph: Paragraph, known: Sequence[str]) -> Iterator[Declaration]:
    """ "Cllr A Orr | 7 | Personal: school governor" in the table under the heading."""
    if paragraph.table is None or not _under_heading(structure, paragraph.section) or NONE.search(paragraph.text):
        return
    table = structure.tables[paragraph.table]
    labels = [table.label_column or "", *table.columns]
    cells = paragraph.text.split("\t")
    column = next((at for at, label in enumerate(labels) if ITEM_COLUMN.fullmatch(label.strip(" :*")) and at < len(cells)), None)
    named = ITEM.search(paragraph.text)
    item = named["item"] if named else cells[column].strip(" .") if column is not None else None
    for person in titled(paragraph.text):
        yield Declaration(
            evidence=evidence(structure, paragraph, 0, len(paragraph.text)), extractor=EXTRACTOR, name=fullest(person.name, known),
            item=item or None, interest=_kind(paragraph.text), dispensation=_dispensation(paragraph.text), text=paragraph.text,
        )  # fmt: skip
        return


def _listed(structure: Structure, section: int | None, text: str) -> list[str]:
    """ "Cllr A Orr: item 7, other interest", "Item 7 – Cllr A Orr (other interest)" in a list under the heading."""
    if not _under_heading(structure, section) or NONE.search(text) or AGAIN.search(text):
        return []
    first = next(titled(text), None)
    if not first or not BEFORE_NAME.fullmatch(text[: first.start]):
        return []
    after = text[first.end :].lstrip()
    if not after.strip(" .") or NEXT_NAME.match(after):
        return [person.name for person in titled(text)] if ITEM.search(text) else []
    return [first.name] if after.startswith((":", "–", "-", "(")) else []


def _declaring(text: str) -> list[str]:
    """Who declares: the names before "declared", or after "were declared by"."""
    match = DECLARED.search(text)
    if not match or NONE.search(text) or AGAIN.search(text):
        return []
    passive = match[0].casefold().endswith("by")
    return [person.name for person in titled(text) if (person.start >= match.end()) == passive and (passive or person.end <= match.start())]
