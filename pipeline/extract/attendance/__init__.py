"""Who attended a meeting: present, substitutes and for whom, also present, apologies, absent; late arrivals and early leavings.

Minutes print it in blocks under a label ("Present:", "In attendance:", "Apologies") and in sentences ("Apologies were
received from Cllr A (Cllr B substituting)"). A name is given in the fullest form that the same minutes print where the
block has the surname alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extract.attendance.blocks import Seen, blocks
from pipeline.extract.attendance.movements import movements
from pipeline.extract.attendance.rows import tabled
from pipeline.extract.attendance.told import told
from pipeline.extract.minutes import evidence_over, meetings
from pipeline.extract.nlp import Nlp
from pipeline.language.people import MEMBER, bare, compatible, fullest, same_sex, surname_only, titled
from pipeline.model.facts import Attendance
from pipeline.model.structure import Paragraph, Structure

EXTRACTOR = "attendance"


def extract(structure: Structure, nlp: Nlp) -> Iterator[Attendance]:  # noqa: ARG001  (the signature of extractors)
    """Each person whom minutes name as there or missing, once a meeting."""
    yield from people(structure)


def people(structure: Structure) -> Iterator[Attendance]:
    """The attendance of every meeting in a document."""
    for _, paragraphs in meetings(structure, ("minutes",)):
        rows, read = tabled(paragraphs, structure.tables)
        lines = [p for p in paragraphs if p.table is None or p.table not in read]
        seen = _members(_settled([*rows, *blocks(lines), *told(structure, lines)]))
        known = names_in(paragraphs)
        moves = movements(paragraphs)
        for person in seen:
            elsewhere = {other.name for other in seen if other.status != person.status}
            others = [*(other.name for other in seen), *(other.for_ for other in seen if other.for_), *known]
            name = fullest(person.name, [other for other in others if other not in elsewhere])
            arrived, left = next((times for who, times in moves.items() if compatible(who, name)), (None, None))
            yield Attendance(
                evidence=evidence_over(structure, person.pieces),
                extractor=EXTRACTOR,
                name=name,
                role=person.role,
                status=person.status,  # type: ignore[arg-type]  # one of LABELS
                for_=fullest(person.for_, [*(other.name for other in seen), *known]) if person.for_ else None,
                arrived=arrived,
                left=left,
                remote=person.remote,
            )


def names_in(paragraphs: Sequence[Paragraph]) -> list[str]:
    """Every titled name in these paragraphs, once."""
    return list(dict.fromkeys(person.name for p in paragraphs for person in titled(p.text)))


def _settled(seen: list[Seen]) -> list[Seen]:
    """One for each person: a substitute named among those present is a substitute; who apologised is not present as well."""
    kept: list[Seen] = []
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
        elif person.role and not other.role and person.status == other.status:
            kept[twin] = replace(other, role=person.role)
        elif surname_only(other.name) and not surname_only(person.name) and person.status == other.status:
            kept[twin] = replace(other, name=person.name)
    return kept


def _members(seen: list[Seen]) -> list[Seen]:
    """Where nobody is listed as present, the members are those with a member's title among "those attending"."""
    if any(person.status in ("present", "substitute") for person in seen):
        return seen
    return [replace(p, status="present") if p.status == "also_present" and MEMBER.match(p.name) else p for p in seen]


def _one(first: Seen, second: Seen) -> bool:
    """The same person named twice: the same words, or a surname that fits one fuller form."""
    if not compatible(first.name, second.name) or not same_sex(first.name, second.name):
        return False
    if bare(first.name).casefold() == bare(second.name).casefold():
        return True
    return first.status == "substitute" or (first.status == second.status and surname_only(first.name) != surname_only(second.name))
