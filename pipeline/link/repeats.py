"""Papers that are printed more than once: minutes in the next meeting's pack and on their own, a draft and what replaced it.

They are known by their words, not by their files: another layout, a stamp, a corrected figure leave most runs of words as they were.
Nothing is deleted: the part that counts keeps its facts listed, the others point to it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from pipeline.language.shingles import likeness
from pipeline.language.versions import rank, stage
from pipeline.link.ports import differ
from pipeline.model.printings import PartRow, Repeat

ONE_MEETING, UNDATED, ANY_MEETING = 0.5, 0.8, 0.9
"""How alike two printings are: of one meeting, where one has no date, and appendices under two dates (a letter's own and the meeting's)."""
OF_A_MEETING = frozenset(("agenda", "cover", "minutes", "public_questions", "report", "forward_plan", "decision_record"))
"""Kinds that are another paper at another meeting, however alike."""
PRINTED_AS = frozenset(("minutes", "agenda", "cover"))
"""Kinds that no other kind is a printing of: an appendix in a pack may well be a report or a web page of its own."""
SAME_WORDS = 0.97
MOST_HOLDERS = 50
"""A run of words in more parts is standing wording, and finds none."""
FEWEST = 24
"""Runs of words below which a paper says too little to be known again."""
SHARED = 0.4
"""Share of the shorter sketch that two parts must have in common to be compared closely."""


def repeats(parts: Sequence[PartRow]) -> Iterator[Repeat]:
    """Each part that is printed again elsewhere, with the printing that counts: a later version, else the one that came first."""
    by_id = {part.id: part for part in parts}
    for group in _groups(parts, _pairs(parts)):
        first, *others = sorted((by_id[id_] for id_ in group), key=_standing)
        for other in others:
            yield Repeat(other.id, first.id, _superseded(other, first))


def _superseded(other: PartRow, kept: PartRow) -> bool:
    """A draft, or another wording of lower rank; the same words without "Final" on them are the same again."""
    changed = likeness(other.sketch, kept.sketch) < SAME_WORDS or stage(other.version) in ("draft", "superseded")
    return changed and rank(other.version) < rank(kept.version)


def _standing(part: PartRow) -> tuple[int, tuple[int, ...], str, str, int]:
    """The highest rank of version first, then the earliest file."""
    order, number = rank(part.version)
    return -order, tuple(-n for n in number), part.opened or part.meeting_date or "9", part.document, part.id


def _pairs(parts: Sequence[PartRow]) -> Iterator[tuple[int, int]]:
    """Ids of parts of different papers that are printings of one."""
    holders: dict[int, list[int]] = defaultdict(list)
    for index, part in enumerate(parts):
        if len(part.sketch) < FEWEST:
            continue
        shared = Counter(other for one in part.sketch for other in holders[one])
        for other, count in shared.items():
            near = parts[other]
            if count >= SHARED * min(len(part.sketch), len(near.sketch)) and likeness(part.sketch, near.sketch) >= _enough(part, near):
                yield near.id, part.id
        for one in part.sketch:
            if len(holders[one]) < MOST_HOLDERS:
                holders[one].append(index)


def _enough(one: PartRow, other: PartRow) -> float:
    """The likeness from which two parts are one paper; above 1 where they cannot be."""
    if one.document == other.document or (one.kind != other.kind and PRINTED_AS & {one.kind, other.kind}):
        return 2.0
    if differ(one.council, other.council) or differ(one.committee, other.committee):
        return 2.0
    if one.meeting_date and other.meeting_date:
        if one.meeting_date == other.meeting_date:
            return ONE_MEETING if one.kind == other.kind else UNDATED
        return 2.0 if OF_A_MEETING & {one.kind, other.kind} else ANY_MEETING
    return UNDATED


def _groups(parts: Sequence[PartRow], pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Ids of parts joined by pairs."""
    leader = {part.id: part.id for part in parts}

    def first(id_: int) -> int:
        while leader[id_] != id_:
            id_ = leader[id_]
        return id_

    for one, other in pairs:
        leader[first(other)] = first(one)
    groups: dict[int, list[int]] = defaultdict(list)
    for part in parts:
        groups[first(part.id)].append(part.id)
    return [group for group in groups.values() if len(group) > 1]
