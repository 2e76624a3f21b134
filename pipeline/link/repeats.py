"""Papers that are printed more than once: minutes in the next meeting's pack and on their own, a draft and what replaced it.

They are known by their words, not by their files: another layout, a stamp, a corrected figure leave most runs of words as they were.
Nothing is deleted: the part that counts keeps its facts listed, the others point to it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from pipeline.language.shingles import likeness
from pipeline.language.versions import NUMBER, rank, stage
from pipeline.language.wording import alike
from pipeline.link.ports import differ, numbers
from pipeline.lookup.changes.sameness import joined
from pipeline.model.printings import PartRow, Repeat

VERSIONS, PRINTINGS = 0.5, 0.9
"""How alike two versions of one paper are, bound by meeting and title or by what they say of themselves, and two printings of one text
that nothing binds: forms filled in for different matters are alike too."""
SAME_TITLE = 0.6
OF_A_MEETING = frozenset(("agenda", "cover", "minutes", "public_questions", "report", "forward_plan", "decision_record"))
"""Kinds that are another paper at another meeting, however alike."""
ONE_A_MEETING = frozenset(("minutes", "agenda"))
"""Kinds that a body has once at a meeting, whatever they are called."""
PRINTED_AS = frozenset(("minutes", "agenda", "cover"))
"""Kinds that no other kind is a printing of: an appendix in a pack may well be a report or a web page of its own."""
SAME_WORDS = 0.97
MOST_HOLDERS = 50
"""A run of words in more parts is standing wording, and finds none."""
NEVER = 2.0
FEWEST = 24
"""Runs of words below which a paper says too little to be known again."""
SHARED = 0.4
"""Share of the shorter sketch that two parts must have in common to be compared closely."""


def repeats(parts: Sequence[PartRow]) -> Iterator[Repeat]:
    """Each part that is printed again elsewhere, with the printing that counts: a later version, else the one that came first."""
    by_id = {part.id: part for part in parts}
    for group in joined(by_id, _pairs(parts)):
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
        return NEVER
    if differ(one.council, other.council) or differ(one.committee, other.committee) or _numbers_differ(one, other):
        return NEVER
    if one.meeting_date and one.meeting_date == other.meeting_date and one.kind == other.kind:
        return VERSIONS if one.kind in ONE_A_MEETING or alike(_title(one), _title(other)) >= SAME_TITLE else PRINTINGS
    if one.meeting_date and other.meeting_date and one.meeting_date != other.meeting_date and OF_A_MEETING & {one.kind, other.kind}:
        return NEVER
    said = rank(one.version) != rank(other.version) and alike(_title(one), _title(other)) >= SAME_TITLE
    return VERSIONS if said else PRINTINGS


def _title(part: PartRow) -> str:
    """Without "v0.3"."""
    return NUMBER.sub("", part.title)


def _numbers_differ(one: PartRow, other: PartRow) -> bool:
    """Titles with numbers and none in common: of two applications, two years."""
    a, b = numbers(_title(one)), numbers(_title(other))
    return bool(a and b) and not a & b
