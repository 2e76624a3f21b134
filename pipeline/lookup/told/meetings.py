"""What a meeting decided, where nothing else is asked: its resolutions one after the other, those of substance first.

Comes in: a question that asks for the decisions of a body on a day ("What did the Health Committee decide on 6 February 2023?"). Goes out:
a statement for each item, with its limbs, cited where they are printed; none where the question also says on what, or no meeting fits.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.lookup.answering.statements import fitted, shortened
from pipeline.lookup.cite import cite
from pipeline.lookup.facts import in_reach
from pipeline.lookup.finding.cover import Weighing
from pipeline.lookup.text.terms import stems
from pipeline.lookup.understanding.question import GENERIC, Question, committee_of
from pipeline.model.answers import Citation, FactRow, Filters, Statement
from pipeline.model.ports import Library

_DECIDE = r"(?:decid\w*|resolv\w*|agree[ds]?|approv\w*|decisions?|resolutions?)"
DECIDED = re.compile(
    rf"^\W*what\s+(?:(?:did|has|have|had|was|were|got)\s+)(?:\S+\s+){{0,12}}?{_DECIDE}\b"
    rf"|^\W*(?:(?:what|which|list|show|all|the|key|main)\s+)*(?:decisions?|resolutions?)\b|\b(?:decisions?|resolutions?)\W*$",
    re.IGNORECASE,
)
LATEST = re.compile(r"\b(?:last|latest|newest|most recent)\b", re.IGNORECASE)
OF_THE_FORM = GENERIC | frozenset(
    stems(
        """decide decided decision decisions resolve resolved resolution resolutions agree agreed approve approved make made take taken
        meeting meetings held minutes last latest newest recent main key cabinet full ordinary monthly annual special member members
        councillors"""
    )
)
"""Stems that ask for a meeting's decisions and do not say on what."""
AMENDMENT = re.compile(r"\bfollowing amendments?\b|\bamendment to the\b", re.IGNORECASE)
"""A step on the way to the resolution."""
PROCEDURE = re.compile(
    r"\b(?:minutes|correct record|apolog\w+|accuracy|exclusion of (?:the )?(?:press|public)|date of (?:the )?next)\b", re.IGNORECASE
)
ITEMS, TOGETHER, CITATIONS = 12, 6, 3
"""Items told at most, those that the text of the answer names, and citations of each."""
LONGEST, LIMB, SHORT = 320, 150, 60
"""Characters of an item, of each of its limbs where there are several, and of an item that its title must explain."""
LEAD = re.compile(r"^(?:and that[\W_]*|that,?\s+|to\s+(?=\w))", re.IGNORECASE)


def decided(library: Library, question: Question, some: Weighing) -> list[Statement]:
    """The decisions of the meeting that the question names by its day, or of the newest where it asks for the last."""
    if not DECIDED.search(question.text) or not (question.days or LATEST.search(question.text)):
        return []
    committee = question.committee or committee_of(question.text, library.coverage(Filters()).committees, question.council, meeting=False)
    own = set(stems(f"{question.council or ''} {committee or ''}")) | OF_THE_FORM | set(question.dates)
    if any(one.clue.stem not in own for one in some):
        return []
    told = [_told(item) for item in _items(_of_meeting(library, replace(question, committee=committee)))[:ITEMS]]
    texts = [text for text, _, _ in told]
    texts = [*fitted(texts[:TOGETHER]), *texts[TOGETHER:]]
    return [Statement(text, "decision", lead.id, _cited(library, rowids)) for text, (_, lead, rowids) in zip(texts, told, strict=True)]


def _of_meeting(library: Library, question: Question) -> list[FactRow]:
    """The decisions of the newest meeting that fits: of the committee, or of the council itself where only that is named."""
    found = [
        fact
        for fact in in_reach(library, "decisions", question.filters, question.clues)
        if fact.standing.meeting_date and fact.passages
        if not question.days or any(fact.standing.meeting_date.startswith(day) for day in question.days)
        if question.council in (None, fact.standing.council) and question.committee in (None, fact.standing.committee)
    ]
    own = [fact for fact in found if question.council and set(stems(fact.standing.committee or "")) <= GENERIC] or found
    newest = max((str(fact.standing.meeting_date) for fact in own), default="")
    of_day = [fact for fact in own if fact.standing.meeting_date == newest]
    return [fact for fact in of_day if fact.standing.part_id == of_day[0].standing.part_id]


def _items(facts: Sequence[FactRow]) -> list[list[FactRow]]:
    """Limbs of one item together, in reading order, what was only noted behind what was decided; procedure where there is nothing else."""
    found: dict[tuple[str, str], list[FactRow]] = {}
    for fact in facts:
        if fact.fields.get("outcome") != "lost" and not AMENDMENT.search(" ".join(str(fact.fields["text"]).split())):
            found.setdefault((str(fact.fields.get("item")), str(fact.fields.get("item_title"))), []).append(fact)
    of_substance = [item for item in found.values() if not all(map(_procedure, item))]
    return sorted(of_substance or found.values(), key=lambda item: all(map(_noted, item)))


def _procedure(fact: FactRow) -> bool:
    return bool(PROCEDURE.search(f"{fact.fields.get('item_title')} {fact.fields['text']}"))


def _noted(fact: FactRow) -> bool:
    return fact.fields.get("outcome") == "noted"


def _told(item: Sequence[FactRow]) -> tuple[str, FactRow, list[int]]:
    """As many limbs as there is room and proof for, decided before noted; under the title of their item where they are short."""
    text, rowids = "", list[int]()
    limbs = sorted(item, key=_noted)
    for limb in limbs:
        said = LEAD.sub("", " ".join(str(limb.fields["text"]).split())).rstrip(" .;,")
        said = shortened(said, LIMB) if len(limbs) > 1 else said
        more = f"{text}; {said}" if text else f"{said[:1].upper()}{said[1:]}"
        if text and (len(more) > LONGEST or len({*rowids, *limb.passages[:1]}) > CITATIONS):
            break
        text, rowids = more, list(dict.fromkeys((*rowids, *limb.passages[:1])))
    title = " ".join(str(item[0].fields.get("item_title") or "").split())
    headed = len(text) < SHORT and 0 < len(title) < SHORT and not set(stems(title)) - GENERIC <= set(stems(text))
    return shortened(f"{title}: {text}" if headed else text, LONGEST), limbs[0], rowids


def _cited(library: Library, rowids: Sequence[int]) -> tuple[Citation, ...]:
    return tuple(cite(library, row.standing, row.text, id_=row.id) for row in library.passages(list(rowids)))
