"""Whether a member had left, or had not yet arrived, when a decision was taken.

Comes in: the attendance of the member with the time or item of coming or going, and the decision. Items are compared by number; a time is
looked up in the minutes, where the sentence that tells it stands before or after the decision. What cannot be told apart is let pass.
"""

from __future__ import annotations

import re

from pipeline.check.ports import Audited
from pipeline.model.answers import FactRow

ITEM = re.compile(r"(?P<when>before|prior to|during|at|after|following)?\D*\bitem\s+(?:no\.?\s*)?(?P<number>\d+)", re.IGNORECASE)
CONCLUSION = re.compile(r"\b(?:conclusion|end|close)\b", re.IGNORECASE)
BEFORE = ("before", "prior to")
TELLS_WITHIN = 120
"""Characters between a member's surname and the time at which he came or went, in the sentence that tells it."""

Place = tuple[int, int]
"""Page and character."""


def movement(library: Audited, person: FactRow, decision: FactRow) -> str | None:
    """ "had left at 8.05 pm", "arrived at 7.20 pm": why the member cannot have voted; None where nothing says so."""
    arrived, left = person.fields.get("arrived"), person.fields.get("left")
    if left and _gone(library, person, decision, left):
        return f"had left ({left})"
    if arrived and _to_come(library, person, decision, arrived):
        return f"had not arrived ({arrived})"
    return None


def _gone(library: Audited, person: FactRow, decision: FactRow, left: str) -> bool:
    item, number = ITEM.search(left), _number(decision)
    if item:
        first_missed = int(item["number"]) + ((item["when"] or "").casefold() not in BEFORE)
        return number is not None and number >= first_missed
    told, decided = _told(library, person, left), _place(decision)
    return told is not None and decided is not None and told < decided


def _to_come(library: Audited, person: FactRow, decision: FactRow, arrived: str) -> bool:
    item, number = ITEM.search(arrived), _number(decision)
    if item:
        late = (item["when"] or "").casefold() in ("after", "following") or CONCLUSION.search(arrived)
        return number is not None and number < int(item["number"]) + bool(late)
    told, decided = _told(library, person, arrived), _place(decision)
    return told is not None and decided is not None and decided < told


def _number(decision: FactRow) -> int | None:
    number = decision.fields.get("item") or ""
    return int(number) if number.isdigit() else None


def _place(fact: FactRow) -> Place | None:
    places = fact.standing.places
    return (places[0].page, places[0].start) if places else None


def _told(library: Audited, person: FactRow, when: str) -> Place | None:
    """Where the minutes tell that the member came or went at this time: below the list of those present, in a sentence with the surname."""
    listed = _place(person)
    surname = person.fields["name"].split()[-1]
    time = r"\s+".join(re.escape(word) for word in when.split())
    sentence = re.compile(rf"\b{re.escape(surname)}\b[^.]{{0,{TELLS_WITHIN}}}?{time}")
    for page in library.stored_pages(person.standing.document_id):
        for match in sentence.finditer(page.text):
            if listed is None or (page.idx, match.start()) > (listed[0], listed[1] + TELLS_WITHIN):
                return page.idx, match.start()
    return None
