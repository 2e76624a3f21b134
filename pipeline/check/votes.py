"""Votes against attendance, and inspectors' scores against their own scale."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pipeline.check.movements import movement
from pipeline.check.ports import Audited, citations, page_of
from pipeline.language.people import compatible, surname
from pipeline.lookup.facts import believed
from pipeline.model.answers import AuditRow, FactRow, Filters

SIDES = ("for", "against", "abstain")
VOTING = frozenset(("present", "substitute"))
AWAY = frozenset(("apologies", "absent"))
LEAST_PRESENT = 3
"""A shorter list of those present was not read whole."""
MOST_STRANGERS = 0.25
"""Share of a vote's names that the list of those present can lack; where more are missing, the list was not read whole."""

Meeting = tuple[int, str | None, str | None]


def votes(library: Audited, filters: Filters) -> Iterator[AuditRow]:
    """More votes than members; names that do not make the printed count; votes of who was away, had left, was no member, or voted twice."""
    attended: dict[Meeting, list[FactRow]] = {}
    for person in believed(library.facts("attendance", filters)):
        attended.setdefault(_meeting(person), []).append(person)
    for decision in believed(library.facts("decisions", filters)):
        cast = decision.fields.get("votes") or {}
        if cast and decision.standing.kind == "minutes":
            yield from _of_decision(library, decision, cast, attended.get(_meeting(decision), []))


def _of_decision(library: Audited, decision: FactRow, cast: Mapping[str, Any], people: Sequence[FactRow]) -> Iterator[AuditRow]:
    counts = [cast.get(side) for side in SIDES]
    total = sum(count for count in counts if count)
    present = [person for person in people if person.fields["status"] in VOTING]
    if len(present) >= LEAST_PRESENT and total > len(present):
        said = f"{total} votes are recorded; {len(present)} members are listed as present."
        yield _row(library, decision, str(total), f"at most {len(present)}", said, [decision])
    names: Mapping[str, Sequence[str]] = cast.get("names") or {}
    for side in SIDES:
        listed = names.get(side) or ()
        if listed and cast.get(side) is not None and len(listed) != cast[side]:
            said = f"{cast[side]} votes {side} are printed; {len(listed)} names are listed."
            yield _row(library, decision, str(cast[side]), str(len(listed)), said, [decision])
    yield from _by_name(library, decision, {name: side for side in SIDES for name in names.get(side) or ()}, people)
    for name, sides in _twice(names):
        yield _row(library, decision, name, "once", f"{name} is listed as voting {' and '.join(sides)}.", [decision])


def _twice(names: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, list[str]]]:
    """Names that stand under more than one side."""
    for name in dict.fromkeys(name for side in SIDES for name in names.get(side) or ()):
        sides = [side for side in SIDES if name in (names.get(side) or ())]
        if len(sides) > 1:
            yield name, sides


def _by_name(library: Audited, decision: FactRow, cast: Mapping[str, str], people: Sequence[FactRow]) -> Iterator[AuditRow]:
    """What the list of those present says of each member who is named as voting; `cast` is name to side."""
    members = [person for person in people if person.fields["status"] in VOTING]
    unknown = [name for name in cast if not _of_name(name, people)]
    whole = len(members) >= LEAST_PRESENT and len(unknown) <= MOST_STRANGERS * len(cast)
    for name, side in cast.items():
        found = _of_name(name, people)
        here = [person for person in found if person.fields["status"] in VOTING]
        one = here[0] if len(here) == 1 else None
        other = next((person for person in found if not here and compatible(name, person.fields["name"])), None)
        if one and (gone := movement(library, one, decision)):
            yield _row(library, decision, name, gone, f"{name} is listed as voting {side}, and {gone}.", [decision, one])
        elif other and not other.fields.get("remote") and (other.fields["status"] in AWAY or whole):
            status = "away" if other.fields["status"] in AWAY else "no member of the meeting"
            said = f"{name} is listed as voting {side}, and as {status} ({other.fields['status']})."
            yield _row(library, decision, name, other.fields["status"], said, [decision, other])
        elif not found and whole:
            said = f"{name} is listed as voting {side}, and is not among the {len(members)} members listed as present."
            yield _row(library, decision, name, "not listed", said, [decision])


def _of_name(name: str, people: Sequence[FactRow]) -> list[FactRow]:
    """Those of the list who have the surname: a first name printed otherwise is no reason for an alarm."""
    return [person for person in people if surname(name) == surname(person.fields["name"])]


def scores(library: Audited, filters: Filters) -> Iterator[AuditRow]:
    """Scores that do not make the printed rating, once for each report."""
    told: set[tuple[int, str]] = set()
    for inspection in believed(library.facts("inspections", filters)):
        for found in inspection.fields.get("checks") or ():
            key = (inspection.standing.document_id, str(found))
            if key in told:
                continue
            told.add(key)
            printed, expected = str(found.get("printed")), str(found.get("expected"))
            message = f"{printed} is printed; the scores make {expected}."
            yield _row(library, inspection, printed, expected, message, [inspection], check="score")


def _meeting(fact: FactRow) -> Meeting:
    return fact.standing.document_id, fact.standing.committee, fact.standing.meeting_date


def _row(
    library: Audited, fact: FactRow, printed: str, expected: str, message: str, proof: Sequence[FactRow], check: str = "votes"
) -> AuditRow:  # fmt: skip
    where = fact.fields.get("item_title") or fact.fields.get("statement") or fact.standing.part_title
    page = page_of(library, fact)
    return AuditRow(check, fact.standing.document, message, page, where, printed, expected, citations(library, proof), fact=fact.id)
