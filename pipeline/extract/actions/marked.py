"""Actions that the print marks: "ACTION BY: Head of Parks" under an item, a column of a table headed "Action", "RH to send the figures".

Comes in: the paragraphs of minutes. Goes out: one `Marked` for each, with the owner, the full name where the minutes give
initials in the list of those present ("Dr Ruth Hatch (RH)"). Action logs are tables with a column of actions and one of owners.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from pipeline.extract.minutes import body
from pipeline.language.people import HONOURS, NAME, NAME_ALONE, TITLED, TITLES, bare, surname_only
from pipeline.language.posts import is_post
from pipeline.language.sentences import sentences
from pipeline.model.structure import Paragraph, Structure

MARK = re.compile(
    r"\W*(?:for\s+)?actions?(?:\s+(?:by|for|owner|required(?:\s+by)?))?\s*[:–—-]+\s*"
    r"(?P<owner>(?!.*\bto\s[a-z])[^:]{2,90}?)[\s.]*",
    re.IGNORECASE,
)
COLUMN = re.compile(
    r"(?:agreed\s+)?actions?(?:\s+(?:by|required|agreed|points?|owner|lead))?|action\s+(?:and|/)\s+(?:owner|lead)", re.IGNORECASE
)
OWNERS = re.compile(
    r"(?:action\s+)?(?:owners?|leads?|by\s+whom|who|assigned\s+to|action\s+by|(?:responsible|lead)(?:\s+(?:officer|person|member|"
    r"director))?|"
    r"responsibility|person\s+responsible|officer)",
    re.IGNORECASE,
)
DUES = re.compile(
    r"(?:date\s+due|due(?:\s+(?:date|by))?|by\s+when|when|deadline|target(?:\s+date)?|timescales?|completion\s+date|date)", re.IGNORECASE
)
STATES = re.compile(r"(?:status|progress|update|outcome)", re.IGNORECASE)
CLOSED = re.compile(r"\s*(?:completed?|closed|done|actioned)\b", re.IGNORECASE)
POSTPONED = re.compile(
    r"\s*(?:carried\s+forward|outstanding|overdue|deferred|postponed|delayed|not\s+(?:yet\s+)?(?:started|"
    r"complete))\b",
    re.IGNORECASE,
)
LIST_HEAD = re.compile(
    r"\W*(?:agreed\s+|key\s+|summary\s+of\s+)?actions?(?:\s+(?:points?|arising|agreed|required|list))?(?:\s*/\s*[a-z ]{3,60})?\s*:?\W*",
    re.IGNORECASE,
)
""" "Actions:" over a list of them."""
TASK = re.compile(
    r"(?:[A-Z]{0,2}\d{1,3}(?:/\d{2,4})?\s*[.:–-]\s*)?(?P<owner>(?:[Tt]he\s+)?[A-Z][^.;:]{1,80}?)"
    r"\s*(?::\s*(?=[a-z])|\s(?:to|will|would|should)\s+(?!be\b)(?=[a-z]))"
)
NOBODY = frozenset(("ALL", "TBC", "NFA", "NA"))
TO_DO = re.compile(r"(?P<owner>[A-Z][\w'’./&-]*(?:[ ,]+(?:and |of |for |& )?[A-Z][\w'’./&-]*){0,5})\s+to\s+(?!be\b)(?=[a-z]{2})")
ACTION_ONLY = re.compile(r"action\W*$")
INITIALS = re.compile(r"[A-Z]{2,3}")
KNOWN = re.compile(rf"(?P<name>(?:{TITLES}\s*)?{NAME}(?:,? {HONOURS})*)\s?\((?P<initials>[A-Z]{{2,3}})(?:\s?[-–][^()]{{2,30}})?\)")
CITED = re.compile(r"\([A-Z]{2,3}(?:\s?[-–][^()]{2,30})?\)")
"""Looked for before a name in front of it is: that takes longer."""


class Marked(NamedTuple):
    """Pieces of paragraphs that state the action, who is to do it, by when, and its status where a log gives one."""

    pieces: tuple[tuple[Paragraph, int, int], ...]
    owner: str | None
    due: str | None = None
    text: str | None = None
    """The words of the action's own cell."""
    status: str = "open"


def marked(structure: Structure, paragraphs: Sequence[Paragraph], there: Sequence[str] = ()) -> Iterator[Marked]:
    """Each marked action, in reading order; `there`: the names of those in the meeting."""
    known = initials(paragraphs)
    people = known | {bare(name): name for name in there if not surname_only(name)}
    listed = frozenset(_listed(paragraphs))
    columns = {table: at for table in {p.table for p in paragraphs if p.table is not None} if (at := _column(structure, table)) is not None}
    for i, paragraph in enumerate(paragraphs):
        if paragraph.index in listed:
            yield _task(paragraph, people)
        elif paragraph.table is not None and (log := _log(structure, paragraph.table)):
            yield from _logged(paragraph, log, known)
        elif paragraph.table in columns:
            yield from _in_cell(paragraph, columns[paragraph.table], known)
        elif match := MARK.fullmatch(paragraph.text):
            above = paragraphs[i - 1] if i else None
            owner = _who(match["owner"], known)
            if owner and above is not None and above.kind != "heading":
                yield Marked(((above, body(above), len(above.text)),), owner)
        else:
            yield from _at_end(paragraph, known)
            yield from _initialled(paragraph, people)


def _listed(paragraphs: Sequence[Paragraph]) -> Iterator[int]:
    """Indices of the list items right under "Actions:"."""
    under = False
    for paragraph in paragraphs:
        if LIST_HEAD.fullmatch(paragraph.text):
            under = True
        elif under and (paragraph.marker or paragraph.number) and TASK.match(paragraph.text[body(paragraph) :]):
            yield paragraph.index
        else:
            under = False


def _task(paragraph: Paragraph, people: Mapping[str, str]) -> Marked:
    """One item of a list of actions, with the owner that it begins with."""
    start = body(paragraph)
    match = TASK.match(paragraph.text[start:])
    owner = match["owner"] if match else ""
    return Marked(((paragraph, start, len(paragraph.text)),), people.get(owner, owner) or None)


def initials(paragraphs: Sequence[Paragraph]) -> dict[str, str]:
    """Initials by which these minutes cite people, with the full names."""
    return {
        match["initials"]: " ".join(match["name"].split()) for p in paragraphs if CITED.search(p.text) for match in KNOWN.finditer(p.text)
    }


def _column(structure: Structure, table: int) -> int | None:
    """The column of a table that holds actions, the label's own column counted as 0."""
    found = structure.tables[table]
    labels = [found.label_column or "", *found.columns]
    return next((at for at, label in enumerate(labels) if COLUMN.fullmatch(label.strip(" :"))), None)


def _log(structure: Structure, table: int) -> dict[str, int] | None:
    """The columns of an action log: action and owner, due and status where it has them."""
    found = structure.tables[table]
    labels = [label.strip(" :*") for label in (found.label_column or "", *found.columns)]
    columns: dict[str, int] = {}
    for name, pattern in (("action", COLUMN), ("owner", OWNERS), ("due", DUES), ("status", STATES)):
        at = next((at for at, label in enumerate(labels) if pattern.fullmatch(label) and at not in columns.values()), None)
        columns |= {name: at} if at is not None else {}
    return columns if {"action", "owner"} <= columns.keys() else None


def _logged(paragraph: Paragraph, log: Mapping[str, int], known: Mapping[str, str]) -> Iterator[Marked]:
    cells = paragraph.text.split("\t")
    said = {name: cells[at].strip(" *") for name, at in log.items() if at < len(cells)}
    if said.get("action"):
        owner, state = said.get("owner") or None, said.get("status", "")
        status = "done" if CLOSED.match(state) else "carried_forward" if POSTPONED.match(state) else "open"
        whole = ((paragraph, 0, len(paragraph.text)),)
        yield Marked(whole, known.get(owner, owner) if owner else None, said.get("due") or None, said["action"], status)


def _at_end(paragraph: Paragraph, known: Mapping[str, str]) -> Iterator[Marked]:
    """ "The Board asked for trend data. ACTION: Dr Orr": the mark ends its paragraph, the sentence before says what."""
    *before, last = [(0, 0), *sentences(paragraph.text)]
    match = MARK.fullmatch(paragraph.text[slice(*last)])
    owner = _who(match["owner"], known) if match else None
    if owner and before[-1][1]:
        yield Marked(((paragraph, *before[-1]),), owner)


def _in_cell(paragraph: Paragraph, column: int, known: Mapping[str, str]) -> Iterator[Marked]:
    cells = paragraph.text.split("\t")
    if column >= len(cells):
        return
    start = sum(len(cell) + 1 for cell in cells[:column])
    for low, high in sentences(cells[column]):
        match = TO_DO.match(cells[column], low)
        if match:
            yield Marked(((paragraph, start + low, start + high),), known.get(match["owner"], match["owner"]))


def _initialled(paragraph: Paragraph, known: Mapping[str, str]) -> Iterator[Marked]:
    """ "RH to send the figures.", "Ruth Hatch to send the figures." in running text, where the minutes say who that is."""
    first = body(paragraph)
    for low, high in sentences(paragraph.text[first:]):
        match = TO_DO.match(paragraph.text, first + low)
        if match and match["owner"] in known and not ACTION_ONLY.match(paragraph.text, match.end()):
            yield Marked(((paragraph, first + low, first + high),), known[match["owner"]])


def _who(words: str, known: Mapping[str, str]) -> str | None:
    """A person, with the post behind a comma left out, a post, or initials that are known."""
    words = words.strip(" .")
    name = words.partition(",")[0].strip()
    if INITIALS.fullmatch(name):
        return known.get(name, None if name in NOBODY else name)
    return name if NAME_ALONE.fullmatch(name) or TITLED.fullmatch(name) else words if is_post(words) else None
