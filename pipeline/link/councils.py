"""Whose paper it is, of papers that do not say so themselves: an agenda's frontsheet, an appendix, a report without a letterhead.

Another printing of the same paper, the papers of the same matter, or those of the same body's meeting on the same day, name the council.
What is taken from them is derived, and kept apart from what a paper prints.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import PurePosixPath

from pipeline.language.bodies import councils
from pipeline.link.ports import differ, references
from pipeline.model.printings import PartRow, Whose

OF_OTHERS = frozenset(("inspection", "web"))
"""Kinds that are no paper of a meeting: an inspectorate's, a site's."""
OTHER_BODY = re.compile(
    r"\b(?:NHS|LLP|plc|PLC|Ltd|Limited|Ofsted|Estyn|HIQA|Care Quality Commission|Constabulary|Ministry of|Department (?:for|of)|"
    r"HM Treasury|Secretary of State|University|Integrated Care Board|Health Board|Combined Authority)\b"
)
"""In the first lines of a paper: it may be that body's, laid before the council."""

Key = tuple[str, ...]


def councils_of_others(parts: Sequence[PartRow]) -> Iterator[Whose]:
    """The council of each part that prints none, where the others that are bound to it name one council and no other."""
    known: dict[Key, Counter[str]] = defaultdict(Counter)
    for part in parts:
        if part.council and part.kind not in OF_OTHERS:
            for key in _keys(part):
                known[key][part.council] += 1
    for part in parts:
        if not part.council and part.kind not in OF_OTHERS:
            named = _named(part, known)
            if named:
                yield Whose(part.id, named)


def _keys(part: PartRow) -> Iterator[Key]:
    """What binds a part to others, the surest first. Two councils have a Cabinet on one day, and number their matters alike: so only
    papers that were put into one folder are bound by these."""
    folder, name = str(PurePosixPath(part.document).parent), PurePosixPath(part.document).name
    yield "paper", str(part.repeat_of or part.id)
    for number in dict.fromkeys((*references(name), *references(part.title))):
        yield "matter", folder, number
    if part.committee and part.meeting_date:
        yield "meeting", folder, part.committee.casefold(), part.meeting_date


def _named(part: PartRow, known: Mapping[Key, Counter[str]]) -> str | None:
    """The council that the first binding with any names; none where two are named, or the part speaks for another body."""
    key = next((key for key in _keys(part) if key in known), None)
    if key is None or _differ(known[key]):
        return None
    name = known[key].most_common(1)[0][0]
    return name if key[0] == "paper" or not _of_another(part.opening, name) else None


def _differ(names: Iterable[str]) -> bool:
    return any(differ(one, other) for one, other in combinations(names, 2))


def _of_another(head: str, name: str) -> bool:
    return OTHER_BODY.search(head) is not None or any(differ(other, name) for other in councils(head))
