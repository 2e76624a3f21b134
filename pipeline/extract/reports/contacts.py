"""Who wrote a report and who answers for it.

Comes in: a report's paragraphs and the labels at its head. Goes out: (author or contact, responsible director) as printed.
A contact section, a section headed "Report Authors", and the columns of a contact table come before the head's labels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from pipeline.extract.reports.labels import labelled, meaning
from pipeline.language.people import TITLED
from pipeline.language.posts import ROLE_HEAD
from pipeline.model.structure import Paragraph, Structure

CONTACT_SECTION = re.compile(
    r"^(?:\d+\.?\s*)?(?:officer\s+contacts?|contact\s+(?:details|officers?|information)|contacts?|report\s+(?:authors?|contacts?)|"
    r"authors?|lead\s+officers?|relevant\s+director|contact\s+for\s+further\s+information)\b",
    re.IGNORECASE,
)
OFFICER_COLUMN = re.compile(r"\b(?:officer(?:'s)?\s*name|name|contact|author)\b", re.IGNORECASE)
PHONE = re.compile(
    r"[\s,;|–-]*(?:\b(?:tel(?:ephone)?|phone|ext(?:ension|n)?|email|e-mail|mobile)\b.*|[\w.+-]+@.*|\(?0\d[\d\s()-]{6,}.*|"
    r"\s(?:x\s?)?\d{4,6})$",
    re.IGNORECASE,
)
NAME = re.compile(r"(?:(?:Dr|Mr|Mrs|Ms|Miss|Cllr|Professor|Prof)\.?\s+)?[A-Z][\w'’-]+(?:\s+[A-Z][\w'’.-]*){1,3}")
BLANK = re.compile(r"^(?:n/?a|none|tbc|not applicable|as above)\.?$", re.IGNORECASE)
MEMBER = re.compile(r"\b(?:cabinet member|portfolio holder|leader of|deputy leader|councillor|cllr|chair(?:man)? of)\b", re.IGNORECASE)
OFFICERS = re.compile(r"^(?:cllr|councillor)\b[^/]*/\s*", re.IGNORECASE)
""" "Cllr Gwen Parry / Rhys Owen, Head of Finance": the member before the officer."""
REPORT_OF = re.compile(r"(?:a\s+)?(?:joint\s+)?report\s+(?:of|by|from)\s+(?:the\s+)?(?P<who>[A-Z].{3,100})", re.IGNORECASE)
"""Under the title, with no label: "Report of the Director of Adult Care"."""
CHIEF = re.compile(r"\b(?:director|chief|head of|clerk|treasurer|solicitor|monitoring officer)\b", re.IGNORECASE)
PREPARED_BY = re.compile(r"\b(?i:(?:report|paper)\s+(?:prepared|presented|written)\s+by):?\s+(?P<who>(?:[A-Z][\w’'-]+\s?){2,4})(?=[,).]|$)")
PREMISES = re.compile(r"\b(?:house|hall|street|road|centre|offices?|buildings?|chambers|lane|square|terrace)\b", re.IGNORECASE)
FOOT = 10
"""Paragraphs at the end in which an author's label may stand."""
HEAD = 12
"""Paragraphs at the head in which that line stands."""
SHORT = 18
"""Words of a line that is a name with its post."""


def contacts(structure: Structure, paragraphs: Sequence[Paragraph], head: Mapping[str, str]) -> tuple[str | None, str | None]:
    """Author or contact, and responsible director."""
    inside = [p for p in paragraphs if p.section is not None and CONTACT_SECTION.match(structure.sections[p.section].title)]
    below = _by_heading(structure, inside)
    named = labelled([p.text for p in inside], every=True)
    columns = _columns(inside)
    authors = [name for source in (named, columns, below) for key in ("author", "officer") for name in _names(source.get(key, ""))]
    authors = (
        authors or _table(structure, paragraphs) or [name for key in ("author", "officer") if key in head for name in _names(head[key])][:1]
    )
    if not any(map(_is_person, authors)):
        authors = _told(paragraphs) or authors
    directors = [name for source in (head, columns, below, named) for name in _names(source.get("director", ""))]
    sender = _named(head.get("from")) or _reporting(paragraphs)
    director = next(iter(directors), None) or (sender if sender and ROLE_HEAD.search(sender) and not MEMBER.search(sender) else None)
    return "; ".join(_fuller(dict.fromkeys(authors), head)) or None, director


def _told(paragraphs: Sequence[Paragraph]) -> list[str]:
    """The author that the head tells in words, or that a label gives at the report's end."""
    for paragraph in paragraphs[:HEAD]:
        if match := PREPARED_BY.search(paragraph.text):
            return [match["who"]]
    foot = labelled([p.text for p in paragraphs[-FOOT:]])
    return [name for key in ("author", "officer") for name in _names(foot.get(key, "")) if _is_person(name)][:1]


def _is_person(name: str) -> bool:
    """Whether a value begins with a person's name, not with a post."""
    return bool(NAME.match(name) or TITLED.match(name)) and not ROLE_HEAD.search(re.split(r"[,(–-]", name)[0])


def _reporting(paragraphs: Sequence[Paragraph]) -> str | None:
    """Whose report it says it is on a line of its own."""
    lines = (" ".join(p.text.replace("*", "").split()) for p in paragraphs[:HEAD] if p.kind != "row")
    told = (match["who"] for line in lines for match in [REPORT_OF.fullmatch(line)] if match and line[-1] not in ".;:")
    return next((_named(who) for who in told if CHIEF.search(who)), None)


def _fuller(authors: Mapping[str, None], head: Mapping[str, str]) -> Iterator[str]:
    """Each author with the post that the head of the report gives."""
    printed = [name for key in ("author", "officer", "director") for name in _names(head.get(key, ""))]
    for author in authors:
        yield next((long for long in printed if long.startswith(author) and len(long) > len(author)), author)


def _names(text: str) -> list[str]:
    lines = (OFFICERS.sub("", line) for line in text.split("\n"))
    return [name for line in lines for name in [_named(line)] if name]


def _named(text: str | None) -> str | None:
    """A name with its post, without telephone and address."""
    if not text:
        return None
    plain = PHONE.sub("", " ".join(text.replace("*", "").split())).strip(" ,;:–-")
    return None if not plain or BLANK.match(plain) or meaning(plain) or len(plain.split()) > SHORT else plain


def _by_heading(structure: Structure, inside: Sequence[Paragraph]) -> dict[str, str]:
    """Lines that begin with a name, under a heading that is a label ("Report Authors:")."""
    found: dict[str, str] = {}
    for paragraph in inside:
        key = meaning(structure.sections[paragraph.section].title) if paragraph.section is not None else None
        if (
            key
            and paragraph.kind not in ("heading", "row")
            and (NAME.match(paragraph.text) or TITLED.match(paragraph.text))
            and ":" not in paragraph.text[:40]
            and not PREMISES.search(paragraph.text.split(",")[0])
        ):
            found[key] = "\n".join(filter(None, (found.get(key), paragraph.text)))
    return found


def _columns(inside: Sequence[Paragraph]) -> dict[str, str]:
    """ "Report Author | Relevant Director" over the names in the next row."""
    for head, below in pairwise(inside):
        keys = [meaning(cell) for cell in head.text.split("\t")]
        cells = below.text.split("\t")
        if len(keys) > 1 and all(keys) and len(cells) == len(keys):
            return {key: cell for key, cell in zip(keys, cells, strict=True) if key}
    return {}


def _table(structure: Structure, paragraphs: Sequence[Paragraph]) -> list[str]:
    """Names of a contact table: the cells under "Officer name"."""
    for table in reversed([table for table in structure.tables if table.part == paragraphs[-1].part]):
        label = table.label_column or ""
        if re.search(r"e-?mail|tel", " ".join(table.columns), re.IGNORECASE) and OFFICER_COLUMN.search(label):
            return [row.label for row in table.rows if NAME.match(row.label) or TITLED.match(row.label)]
    return []
