"""What a paper states once for all its figures: their time (title, first sentence, name of the file) and what its amounts are in.

Finance and performance papers say "As at the end of Quarter 3, 2031-32" or "All figures in £000s" on their first page and nowhere
else. Comes in: a document. Goes out: for each part that time, as derived, and that unit; blank where the paper is no such report, or
names two years.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

from pipeline.extract.figures.labels import Measured, unit_of
from pipeline.extract.figures.when import DATA, HELD_AT, NEVER, When, as_when
from pipeline.language.periods import Period, periods
from pipeline.language.sentences import sentences
from pipeline.model.structure import Paragraph, Part, Structure

PARTS = frozenset(("report", "appendix", "slides", "other", "web"))
"""Minutes and agendas speak of many papers; an inspection of what it saw."""
OF_NUMBERS = re.compile(
    r"\b(?:budgets?|budgetary|financ\w+|out-?turn|monitoring|spend(?:ing)?|expenditure|performance|capital|revenue|treasury|accounts|"
    r"savings|reserves|forecasts?|indicators?|key\s+service\s+statement|statistics|scorecard|dashboard|variances?|quarterly|"
    r"bank\s+rec\w*|receipts|data)\b",
    re.IGNORECASE,
)
PLANNED = re.compile(r"\b(?:strategy|strategic|vision|framework|policy|policies|plan|meetings?|minutes|agenda)\b", re.IGNORECASE)
"""What a plan's title dates is its term, what a meeting's dates is the meeting."""
COVERS = re.compile(r"^\W*(?:reporting\s+)?period(?:\s+covered)?(?:\s+of\s+(?:the\s+)?report)?\s*:", re.IGNORECASE)
WHOLE = frozenset(("financial_year", "quarter", "period"))
POINTS = frozenset(("day", "month", "season", "range"))
THIS_REPORT = re.compile(
    r"\b(?:this|the)\s+(?:report|paper|appendix|statement|briefing|update|document|note|annex)\b.{0,60}?\b(?:is|sets?\s+out|present|presents|"
    r"provid\w+|summaris\w+|detail\w*|show\w*|updates?|updating|advises?|inform\w*|outlines?|reports?|covers?|gives?)\b",
    re.IGNORECASE,
)
FRONT, OPENING = 10, 30
"""Paragraphs that can belong to a part's title, and in which its first sentence is looked for."""
MOST_WORDS = 16
"""Words of a line of a title."""
AMOUNTS_IN = re.compile(
    r"\b(?:all|the)\s+(?:figures|amounts|values|numbers|sums)(?:\s+(?:in|throughout|within)\s+(?:this|the|these)\s+\w+(?:\s+\w+)?)?,?\s+"
    r"(?:(?:are|is)\s+)?(?:(?:shown|expressed|stated|given|presented|quoted|reported)\s+)?in\s+\(?[£€]",
    re.IGNORECASE,
)
TWO_YEARS = re.compile(r"\b20\d\d\s?[/–─-]\s?(?:20)?\d\d\b")


class Paper(NamedTuple):
    """What a part states once."""

    when: When = NEVER
    unit: Measured | None = None


def papers(structure: Structure) -> tuple[Paper, ...]:
    """For each part, what it states once."""
    noted = _noted(structure)
    return tuple(Paper(when, noted.get(at)) for at, when in enumerate(stated_once(structure)))


def _noted(structure: Structure) -> Mapping[int, Measured]:
    """By part: what a note in it says of all its amounts; none where two notes differ."""
    found: dict[int, set[Measured]] = {}
    for paragraph in structure.paragraphs:
        if paragraph.kind != "row" and AMOUNTS_IN.search(paragraph.text) and (unit := unit_of(paragraph.text)) and unit.unit:
            found.setdefault(paragraph.part, set()).add(unit)
    return {part: units.pop() for part, units in found.items() if len(units) == 1}


def stated_once(structure: Structure) -> Sequence[When]:
    """For each part: the time of its title, subtitle or first sentence; else of what it is appended to; else of the file's name."""
    opened: list[list[Paragraph]] = [[] for _ in structure.parts]
    for paragraph in structure.paragraphs:
        if len(opened[paragraph.part]) < OPENING:
            opened[paragraph.part].append(paragraph)
    own = [_of_part(part, opened[part.index]) if part.kind in PARTS else NEVER for part in structure.parts]
    several = sum(part.kind in PARTS and part.kind != "appendix" for part in structure.parts) > 1
    named = NEVER if several else _of_name(structure)
    return tuple(_inherited(structure.parts, part, own) or (named if part.kind in PARTS else NEVER) for part in structure.parts)


def _inherited(parts: Sequence[Part], part: Part, own: Sequence[When]) -> When | None:
    """The time of a part, else of the nearest that it is appended to; a title that names another time ("2031-35") takes none."""
    seen: set[int] = set()
    while not own[part.index].text and part.within is not None and part.index not in seen and not periods(part.title):
        seen.add(part.index)
        part = parts[part.within]
    return own[part.index] if own[part.index].text else None


def _of_part(part: Part, own: Sequence[Paragraph]) -> When:
    titles = [part.title, *(one.text for one in own[:FRONT] if one.kind != "row" and len(one.text.split()) <= MOST_WORDS)]
    if OF_NUMBERS.search(" ".join(titles)):
        found = next((time for title in titles if (time := _titled(title, part.meeting_date))), None)
        if found:
            return as_when(found, derived=True)
    return next((as_when(time, derived=True) for time in _opening(own, part.meeting_date)), NEVER)


def _of_name(structure: Structure) -> When:
    name = re.sub(r"_+", " ", PurePosixPath(structure.document.source.name).stem)
    name = re.sub(r"\byr\b", "year", name, flags=re.IGNORECASE)
    title = structure.document.source.stated.get("title", "")
    parts = " ".join(part.title for part in structure.parts)
    found = next((time for words in (title, name) if OF_NUMBERS.search(f"{words} {parts}") and (time := _titled(words, None))), None)
    return as_when(found, derived=True) if found else NEVER


def _titled(title: str, today: str | None) -> Period | None:
    """The one time of a line of a title that its figures can have; None where it names two years."""
    if PLANNED.search(title) and not COVERS.match(title):
        return None
    times = [time for time in periods(title, today) if (time.first or time.last) and _covers(title, time)]
    return times[0] if times and _one_year(times) else None


def _covers(title: str, time: Period) -> bool:
    """ "2031/32", "Quarter 3 2031/32"; a day or month behind "as at", in its financial year, or behind "Period covered:"."""
    if time.kind in WHOLE or (time.kind == "year" and DATA.search(title)):
        return True
    if time.kind not in POINTS:
        return False
    told = HELD_AT.search(title, 0, time.start) or HELD_AT.search(title[: time.start] + " ") or COVERS.match(title)
    return bool(told or (time.kind == "month" and TWO_YEARS.search(time.text)) or (time.kind == "range" and _is_short(time)))


def _is_short(time: Period) -> bool:
    """Whether a range is of a year at most."""
    return bool(time.first and time.last and int(time.last[:4]) - int(time.first[:4]) <= 1 and time.text.count("20") <= 2)


def _one_year(times: Sequence[Period]) -> bool:
    ends = sorted((time.last or time.first or "")[:7] for time in times)
    return int(ends[-1][:4]) * 12 + int(ends[-1][5:7]) - int(ends[0][:4]) * 12 - int(ends[0][5:7]) < 12


def _opening(paragraphs: Sequence[Paragraph], today: str | None) -> Iterator[Period]:
    """ "This report sets out the forecast outturn for 2031/32"."""
    for paragraph in paragraphs:
        for low, high in sentences(paragraph.text):
            sentence = paragraph.text[low:high]
            if THIS_REPORT.search(sentence) and OF_NUMBERS.search(sentence) and (found := _titled(sentence, today)):
                yield found
