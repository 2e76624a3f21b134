"""When things begin, open, end and are published, as papers say it: "the strategy was due to end in 2034".

Comes in: a library and filters. Goes out: moments, each with the sentence that tells it, the time that it names, and the
words of what it speaks of: those of its clause, and those around it (sentences beside it, headings) that may complete it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.language.dates import ENGLISH
from pipeline.language.periods import periods
from pipeline.lookup.changes.contrasts import names
from pipeline.lookup.changes.kept import Library
from pipeline.lookup.changes.leading import POINTING, SIGNS
from pipeline.lookup.changes.moment_cues import CUE, DELAY, HEDGED, SOUGHT, TO_COME, WHICH, Time, clause_of, cue_of, kinds_of, times
from pipeline.lookup.changes.sameness import PLAIN, SMALL, values
from pipeline.lookup.cite import identify, narrowed
from pipeline.lookup.text.align import stretch
from pipeline.lookup.text.sentences import stretches
from pipeline.lookup.text.terms import MONTHS, stems, terms, word_stem
from pipeline.lookup.understanding.words import ASKING, NOW, STOP
from pipeline.model.answers import FactRow, Filters, PassageRow

_UNTELLING = (
    "which who whose through when where while early late mid spring summer autumn winter beginning year month local authority told date "
    "phase part work first second third currently put push day meeting committee"
)
UNTELLING = PLAIN | STOP | ASKING | NOW | MONTHS.keys() | frozenset(stems(f"{' '.join(SOUGHT)} {_UNTELLING}"))
"""Stems that do not say what a moment is of."""
NUMBERED = re.compile(r"^\W*\d[\d.]*[a-z]?\)?\s")
UNDERTAKINGS = frozenset(
    stems(
        "programme activity scheme project plan strategy initiative process exercise pilot policy contract consultation review procurement "
        "tender survey inspection audit assessment appeal application election training recruitment lease grant report paper document "
        "statement guidance course public annual statutory formal initial draft interim"
    )
)
"""What every undertaking is called: alone such words say no more than "this work"."""
VERB = re.compile(r"\b(?:has|have|had|was|were|is|are|will|would|which|that|due|expected|planned|scheduled)\b", re.IGNORECASE)
"""Where a clause has named what it speaks of."""
TO_TIME = re.compile(r"\b(?:in|on|by|from|until)\b", re.IGNORECASE)
LEADING = re.compile(r"^(?:\W*\d[\w.]*\W+)?(?:(?:the|a|an|our|its|their|we|and|but)\s+)*", re.IGNORECASE)
ALL = 100_000
WHEN = " OR ".join(["20*", "19*", "day", "today", "morning", *(f'"{lead} {month}"' for lead in ("in", "by", "until") for month in ENGLISH)])
"""Of a time, as the word index is asked: a year, a month to come, the day of a meeting."""
BESIDE = 2
"""Sentences before and behind that may complete what one speaks of."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A sentence that says when something happened or is to happen."""

    row: FactRow
    kind: str
    time: Time
    thing: frozenset[str]
    """Telling stems of the clause."""
    named: frozenset[str]
    """Those before its verb, without what every undertaking is called."""
    pointing: bool
    """Whether the clause speaks of what stands before it: "this programme", "work on it", or of nothing at all."""
    around: frozenset[str]
    """Telling stems of the sentences beside it and of its headings."""
    clause: str
    names: frozenset[str]
    numbers: frozenset[float]
    """What the clause counts: another number is another batch."""
    which: frozenset[str]
    """Which part it speaks of: "phase two", "first"."""
    moved: bool
    """Whether it says that the time was moved."""
    planned: bool
    when: str
    """ISO date of its meeting or publication; "" where it has none."""


def moments(store: Library, filters: Filters) -> Iterator[Moment]:
    """Every moment that passages tell: those with a year, or a day that the meeting's date explains, and a word of beginning or ending."""
    match = f"words : (({' OR '.join(SOUGHT)}) AND ({WHEN}))"
    return moments_of(store, store.passages(sorted(rowid for rowid, _ in store.words(match, filters, ALL))))


def moments_of(store: Library, rows: Iterable[PassageRow]) -> Iterator[Moment]:
    """The moments that these passages tell."""
    for row in rows:
        if not row.boilerplate:
            pieces = [(start, text) for start, text in stretches(row.words)]
            for at, (start, text) in enumerate(pieces):
                for told in _told(row, start, text):
                    beside = [piece for _, piece in pieces[max(0, at - BESIDE) : at + BESIDE + 1]]
                    before = _before(store, row) if at < BESIDE and told.pointing else ""
                    yield replace(told, around=told.around | telling(" ".join([before, *beside])))


def _before(store: Library, row: PassageRow) -> str:
    """The last sentences of the passage before, under the same heading."""
    near = [one for one in store.neighbours(row, 1, 0) if one.ordinal < row.ordinal and one.standing.section == row.standing.section]
    return " ".join(text for one in near for _, text in list(stretches(one.words))[-BESIDE:])


def _told(row: PassageRow, start: int, text: str) -> Iterator[Moment]:
    cues = [] if HEDGED.search(text) else list(CUE.finditer(text))
    when = row.standing.meeting_date or row.standing.published or ""
    for found, span in times(text, when, at_meeting=row.standing.kind == "minutes") if cues else ():
        cue = cue_of(text, span, cues)
        if not cue:
            continue
        clause = clause_of(text, span, cue, cues)
        thing = telling(clause)
        back = bool(POINTING.match(" ".join(clause.split()).strip(SIGNS)))
        pointing = back or not thing - UNDERTAKINGS
        for kind, time in kinds_of(cue, cues, found):
            yield Moment(
                row=quoted(row, start, start + len(text), "" if pointing else subject(clause)),
                kind=kind,
                time=time,
                thing=thing - UNDERTAKINGS if back else thing,
                named=frozenset(stem for stem in telling(VERB.split(clause, maxsplit=1)[0]) if stem[0] != "+") - UNDERTAKINGS,
                pointing=pointing,
                around=telling(f"{' '.join(row.standing.section)} {row.standing.part_title}"),
                clause=clause,
                names=frozenset(stems(" ".join(names(clause)))) - UNTELLING,
                numbers=_counts(clause),
                which=frozenset(match[0].lower().removesuffix("s") for match in WHICH.finditer(clause)),
                moved=cue.lastgroup == DELAY,
                planned=_planned(text, time, when),
                when=when,
            )


def subject(clause: str) -> str:
    """What a clause speaks of, without the verb and what leads to the time."""
    return LEADING.sub("", TO_TIME.split(VERB.split(" ".join(clause.split()), maxsplit=1)[0], maxsplit=1)[0]).strip(" ,;:-–•")


def _planned(text: str, time: Time, when: str) -> bool:
    """Whether a time was still to come: a year that has begun is, where the words say so."""
    to_come = bool(TO_COME.search(text))
    return time.first > when or (time.last > when and to_come) if when else to_come


def _counts(clause: str) -> frozenset[float]:
    """Numbers of a clause, small ones and those of years and paragraphs left out."""
    bare = NUMBERED.sub("", clause)
    for found in reversed(periods(bare)):
        bare = f"{bare[: found.start]} {bare[found.end :]}"
    return frozenset(value for value in values(bare) if value > SMALL)


def telling(text: str) -> frozenset[str]:
    """Stems that say what is spoken of, and, as "+homecar", what pairs of its words are where others print them as one."""
    words = [(term.stem, text[term.start : term.end]) for term in terms(text) if term.kind == "word" and len(term.stem) > 1]
    pairs = (f"+{word_stem(first + then)}" for (one, first), (two, then) in pairwise(words) if not {one, two} & UNTELLING)
    return frozenset(stem for stem, _ in words) - UNTELLING | frozenset(pairs)


def quoted(row: PassageRow, start: int, end: int, subject: str = "") -> FactRow:
    """A stretch of a passage's repaired words as it is cited, and what it is about, where that is known."""
    place = stretch(row.words, row.text, start, end) or (0, len(row.text))
    where = narrowed(row.standing, *place)
    return FactRow(
        identify(where.sha256, where.places), "passages", where, row.text[slice(*place)], "", "stated", {"subject": subject}, (row.rowid,)
    )
