"""What was seen and not understood: papers that should hold facts of a kind and gave none, and votes without a decision.

Comes in: a Structure and its facts. Goes out: an issue for each, which `matters status` shows; silence where the paper is short.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice, zip_longest

from pipeline.extract.decisions.votes import votes
from pipeline.extract.decisions.votes_recorded import SIDE
from pipeline.model.documents import Issue
from pipeline.model.facts import Decision, Fact
from pipeline.model.structure import Paragraph, Part, PartKind, Structure

STAGE = "extract"
EXPECTED: Mapping[PartKind, tuple[tuple[str, str], ...]] = {
    "minutes": (("attendance", "nobody who was present"), ("decisions", "no decision")),
    "agenda": (("agenda", "no item"),),
    "inspection": (("inspections", "no judgement or grade"),),
}
"""What each kind of part holds, and what is said where none was found."""
FEW_WORDS = 150
"""A shorter part may hold nothing."""
LONGEST = 90


def unexplained(structure: Structure, facts: Iterable[Fact]) -> tuple[Issue, ...]:
    """Issues in reading order."""
    known = [(fact.KIND, fact.evidence.part, fact.evidence.section, isinstance(fact, Decision) and bool(fact.votes)) for fact in facts]
    count = Counter((kind, part) for kind, part, _, _ in known)
    voted = {(part, section) for _, part, section, has in known if has}
    missing = [issue for part in structure.parts for issue in _missing(structure, part, count)]
    return (*missing, *_votes(structure, voted))


def _missing(structure: Structure, part: Part, count: Mapping[tuple[str, int], int]) -> Iterator[Issue]:
    text = structure.document.text[part.start : part.end]
    if len(text.split()) < FEW_WORDS:
        return
    for kind, none in EXPECTED.get(part.kind, ()):
        if not count[kind, part.index]:
            yield Issue(STAGE, f'{none} was found in "{_short(part.title)}", which reads like {part.kind}', _page(structure, part.start))


def _votes(structure: Structure, voted: set[tuple[int, int | None]]) -> Iterator[Issue]:
    """Votes of minutes under headings where no decision has one."""
    told: set[tuple[int, int | None]] = set()
    for paragraph, below in zip_longest(structure.paragraphs, islice(structure.paragraphs, 1, None)):
        place = (paragraph.part, paragraph.section)
        if structure.parts[paragraph.part].kind != "minutes" or paragraph.table is not None or place in voted | told or not paragraph.runs:
            continue
        if _parted(paragraph, below):
            told.add(place)
            heads = f'"{_short(paragraph.text)}" and "{_short(below.text if below else "")}"'
            said = f"the names of a recorded vote stand apart from {heads}: whose they are is lost"
            yield Issue(STAGE, said, _page(structure, paragraph.runs[0][1]))
        elif _counted(paragraph):
            told.add(place)
            yield Issue(STAGE, f'a vote without a decision: "{_short(paragraph.text)}"', _page(structure, paragraph.runs[0][1]))


def _counted(paragraph: Paragraph) -> bool:
    """Whether a paragraph counts votes on two sides."""
    found = votes(paragraph.text) or {}
    return sum(found.get(side) is not None for side in ("for", "against", "abstain")) > 1


def _parted(paragraph: Paragraph, below: Paragraph | None) -> bool:
    """ "For" and "Against" one under the other: the heads of columns that were read as lines."""
    return below is not None and all(SIDE.fullmatch(each.text.strip()) for each in (paragraph, below))


def _page(structure: Structure, offset: int) -> int | None:
    """1-based page of the file; None for a text without pages."""
    pages = structure.document.pages
    return next((page.number for page in reversed(pages) if page.start <= offset), None)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rsplit(' ', 1)[0]} ..."
