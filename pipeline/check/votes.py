"""Votes against attendance, and inspectors' scores against their own scale."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pipeline.check.ports import Audited, citations, page_of
from pipeline.lookup.facts import believed
from pipeline.model.answers import AuditRow, FactRow, Filters

SIDES = ("for", "against", "abstain")
VOTING = frozenset(("present", "substitute"))
AWAY = frozenset(("apologies", "absent"))
LEAST_PRESENT = 3
"""A shorter list of those present was not read whole."""
TITLES = frozenset("mr mrs ms miss dr cllr councillor sir dame lord lady prof professor rev the hon".split())

Meeting = tuple[int, str | None, str | None]


def votes(library: Audited, filters: Filters) -> Iterator[AuditRow]:
    """More votes than members; names that do not make the printed count; votes of members who were away."""
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
    for vote, name in ((side, name) for side in SIDES for name in names.get(side) or ()):
        away = [person for person in people if person.fields["status"] in AWAY and same_person(name, person.fields["name"])]
        here = [person for person in people if person.fields["status"] not in AWAY and _surname(name) == _surname(person.fields["name"])]
        if away and not here:
            said = f"{name} is listed as voting {vote}, and as away ({away[0].fields['status']})."
            yield _row(library, decision, name, away[0].fields["status"], said, [decision, away[0]])


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


def same_person(one: str, other: str) -> bool:
    """The same surname, and first names that can be the same: "Cllr A Marsh", "Mrs Anne Marsh", "Mrs Marsh"."""
    a, b = _parts(one), _parts(other)
    if not a or not b or a[-1] != b[-1]:
        return False
    return len(a) == 1 or len(b) == 1 or (a[0][0] == b[0][0] and (a[0] == b[0] or 1 in (len(a[0]), len(b[0]))))


def _parts(name: str) -> list[str]:
    words = [word.strip(".,").casefold() for word in name.split()]
    return [word for word in words if word and word not in TITLES]


def _surname(name: str) -> str:
    return _parts(name)[-1] if _parts(name) else ""


def _meeting(fact: FactRow) -> Meeting:
    return fact.standing.document_id, fact.standing.committee, fact.standing.meeting_date


def _row(
    library: Audited, fact: FactRow, printed: str, expected: str, message: str, proof: Sequence[FactRow], check: str = "votes"
) -> AuditRow:  # fmt: skip
    where = fact.fields.get("item_title") or fact.fields.get("statement") or fact.standing.part_title
    page = page_of(library, fact)
    return AuditRow(check, fact.standing.document, message, page, where, printed, expected, citations(library, proof), fact=fact.id)
