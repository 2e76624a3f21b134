"""A stored passage as a question reads it, and how much of the question each of its stretches covers."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise

from pipeline.lookup.question import Question
from pipeline.lookup.sentences import Sentence, sentences
from pipeline.lookup.terms import stems
from pipeline.lookup.words import Clue, forms
from pipeline.model.answers import PassageRow
from pipeline.model.ports import Library

HEADING_CREDIT, BODY_CREDIT, TITLE_CREDIT = 0.85, 0.9, 0.6
"""What a word counts that stands only in a heading, in the name of the council or committee, in a title."""
MEETING_CREDIT, NEAR_DATE_CREDIT, YEAR_CREDIT = 0.9, 0.6, 0.4
"""What a date counts that is only the meeting's, that is only of the same month, of which only the year stands there."""


YEAR = 365
KEPT = 8192
"""Passages (about 30 MB) and short texts whose stems are kept between questions."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A clue with its weight: how rare it is in the library."""

    clue: Clue
    weight: float
    rarity: float
    """0 (in every passage) to 1 (in none)."""


@dataclass(frozen=True, slots=True)
class Bag:
    """Stems of a stretch of text, for whole words and for phrases."""

    single: frozenset[str]
    joined: str

    @staticmethod
    def of(some: Iterable[str]) -> Bag:
        found = list(some)
        return Bag(frozenset(found), f" {' '.join(found)} ")


@lru_cache(maxsize=KEPT)
def bag_of(text: str) -> Bag:
    """The stems of a short text: a heading or title, which many passages share, or what a fact says."""
    return Bag.of(stems(text))


@dataclass(frozen=True, slots=True)
class View:
    row: PassageRow
    text: str
    """What is read and quoted from: a table row spelt out, else the repaired words."""
    sentences: tuple[Sentence, ...]
    body: Bag
    bags: tuple[Bag, ...]
    """One for each sentence."""
    headings: Bag
    bodies: Bag
    titles: Bag


def view(row: PassageRow) -> View:
    standing, text = row.standing, row.reading or row.words
    found, body, bags = _cut(text, None if row.reading is None else row.words)
    return View(
        row,
        text,
        found,
        body,
        bags,
        bag_of(" / ".join(standing.section)),
        bag_of(" / ".join(filter(None, (standing.council, standing.committee)))),
        bag_of(" / ".join((standing.document_title, standing.part_title, standing.kind))),
    )


@lru_cache(maxsize=KEPT)
def _cut(text: str, printed: str | None) -> tuple[tuple[Sentence, ...], Bag, tuple[Bag, ...]]:
    """The sentences of a passage, its bag, which holds what is printed beside a reading too, and a bag for each sentence.

    Most of a question's time goes here, and questions of one session read the same passages: the last ones are kept.
    """
    found = sentences(text)
    body = Bag.of([*(term.stem for sentence in found for term in sentence.terms), *stems(printed or "")])
    return found, body, tuple(Bag.of(term.stem for term in sentence.terms) for sentence in found)


def weigh(library: Library, question: Question) -> tuple[Weighed, ...]:
    """Each clue with how rare it is (inverse document frequency over passages)."""
    size = max(1, library.size())
    wanted = {stem for clue in question.clues for stem in _indexed(clue)}
    frequency = library.frequencies(sorted(wanted)) if wanted else {}
    top = math.log(1 + (size + 0.5) / 0.5)
    found = []
    for clue in question.clues:
        count = min((frequency.get(stem, 0) for stem in _indexed(clue)), default=0)
        weight = math.log(1 + (size - min(count, size) + 0.5) / (count + 0.5))
        found.append(Weighed(clue, weight, weight / top))
    return tuple(found)


def _indexed(clue: Clue) -> list[str]:
    """The clue as the word index cuts it: the rarest of these tells how rare it is."""
    if clue.kind == "word":
        return stems(clue.printed) if not clue.stem.isdigit() else [clue.printed.lower()]
    if clue.kind == "year":
        return forms(clue)[0].split()[:1]
    if clue.kind == "date":
        return stems(clue.stem[:4])
    return clue.printed.replace(",", " ").replace(".", " ").lower().split()


def credits(some: Sequence[Weighed], bag: Bag) -> list[float]:
    """For each clue how well the stretch holds it: 1 as put, less in another wording, 0 not at all."""
    return [_credit(one.clue, bag) for one in some]


def _credit(clue: Clue, bag: Bag) -> float:
    if clue.stem in bag.single:
        return 1.0
    if clue.kind in ("date", "year") or (clue.kind == "number" and len(clue.stem) == 4):
        return _dated(clue.stem, bag.single)
    best = 0.0
    for other in clue.others:
        if other.credit > best and _holds(bag, other.stems):
            best = other.credit
    return best


def _holds(bag: Bag, some: tuple[str, ...]) -> bool:
    return some[0] in bag.single and (len(some) == 1 or f" {' '.join(some)} " in bag.joined)


def _dated(wanted: str, single: frozenset[str]) -> float:
    """How well the dates of a stretch fit a date, month, calendar or financial year."""
    if wanted.startswith("fy"):
        first = wanted[2:]
        return YEAR_CREDIT if first in single or any(stem.startswith(first) for stem in single if len(stem) in (7, 10)) else 0.0
    best = 0.0
    for stem in single:
        if len(stem) in (7, 10) and stem[:4].isdigit() and stem[4] == "-":
            if stem.startswith(wanted):
                return 1.0
            if stem[:7] == wanted[:7]:
                best = max(best, NEAR_DATE_CREDIT)
            elif stem[:4] == wanted[:4]:
                best = max(best, YEAR_CREDIT)
    if best == 0 and (wanted[:4] in single or f"fy{wanted[:4]}" in single):
        best = YEAR_CREDIT
    return best


def meeting_fits(question: Question, row: PassageRow) -> float:
    """1 where the part is of a date that the question names, 0.5 where it names none or the part has none, else 0."""
    day = when(row)
    asked = [wanted for wanted in question.dates if not wanted.startswith("fy")]
    if not asked or not day:
        return 0.5
    return 1.0 if any(day.startswith(wanted) for wanted in asked) else 0.0


def when(row: PassageRow) -> str:
    """The day of the meeting, else of publication; "" where none is known."""
    return row.standing.meeting_date or row.standing.published or ""


def older(row: PassageRow, newest: str) -> float:
    """0 for the newest paper of its council among the candidates, a half for one that is a year older, 0 where no date is known."""
    try:
        age = date.fromisoformat(newest) - date.fromisoformat(when(row))
    except ValueError:
        return 0.0
    return age.days / (age.days + YEAR)


def around(view: View, some: Sequence[Weighed], question: Question) -> list[float]:
    """For each clue the credit that headings, names of bodies, titles and the date of the meeting give the whole passage."""
    found = []
    day = when(view.row)
    for one in some:
        credit = max(
            HEADING_CREDIT * _credit(one.clue, view.headings),
            BODY_CREDIT * _credit(one.clue, view.bodies),
            TITLE_CREDIT * _credit(one.clue, view.titles),
        )
        if one.clue.stem in question.dates and day.startswith(one.clue.stem):
            credit = max(credit, MEETING_CREDIT)
        found.append(credit)
    return found


def share(some: Sequence[Weighed], given: Sequence[float]) -> float:
    """Weight of what is covered over the weight of all."""
    total = covered = 0.0
    for one, credit in zip(some, given, strict=True):
        total += one.weight
        covered += one.weight * credit
    return covered / total if total else 0.0


def either(a: Sequence[float], b: Sequence[float]) -> list[float]:
    return list(map(max, a, b))


def pairs(some: Sequence[Weighed], bag: Bag) -> float:
    """Share of neighbouring clues of the question that are neighbours in the stretch too."""
    near = [(a.clue, b.clue) for a, b in pairwise(some) if b.clue.at - a.clue.at == 1]
    return sum(f" {a.stem} {b.stem} " in bag.joined for a, b in near) / len(near) if near else 0.0


Features = Mapping[str, float]
