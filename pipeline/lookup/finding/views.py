"""A stored passage as a question reads it, and how much of the question its surroundings cover."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from pipeline.lookup.finding.cover import Bag, Weighed, Weighing
from pipeline.lookup.text.cut import Cut, packed, unpacked
from pipeline.lookup.text.sentences import Sentence
from pipeline.lookup.text.terms import stems
from pipeline.lookup.understanding.question import Question
from pipeline.lookup.understanding.words import Clue, forms
from pipeline.model.answers import PassageRow
from pipeline.model.ports import Library

HEADING_CREDIT, BODY_CREDIT, TITLE_CREDIT = 0.85, 0.9, 0.6
"""What a word counts that stands only in a heading, in the name of the council or committee, in a title."""
MEETING_CREDIT = 0.9
"""What a date counts that is only the meeting's."""
INSPECTORS = "Ofsted / CQC / Estyn / HIQA / inspectors"
"""Who speaks in an inspection need not be named in each passage of it."""
YEAR = 365
KEPT, PASSAGES = 16_384, 4096
"""Short texts, and passages (about 20 KB each), whose stems are kept between questions."""


@lru_cache(maxsize=KEPT)
def bag_of(text: str) -> Bag:
    """The stems of a short text: a heading or title, which many passages share, or what a fact says."""
    return Bag.of(stems(text))


@dataclass(frozen=True, eq=False, slots=True)
class Setting:
    """What stands around a passage, the same for many: its headings, the names of its bodies, its titles. Equal ones are one."""

    headings: Bag
    whose: Bag
    """The council, or the inspectors and whom they inspected."""
    bodies: Bag
    """With the committee."""
    titles: Bag


@dataclass(frozen=True, slots=True)
class View:
    row: PassageRow
    cut: Cut
    setting: Setting

    @property
    def text(self) -> str:
        return self.cut.text

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        return self.cut.sentences

    @property
    def body(self) -> Bag:
        return self.cut.body

    @property
    def bags(self) -> tuple[Bag, ...]:
        return self.cut.bags


def view(row: PassageRow) -> View:
    standing = row.standing
    setting = _setting(standing.section, standing.council, standing.committee, standing.document_title, standing.part_title, standing.kind)
    return View(row, _cut(row.words, row.reading, row.cut), setting)


@lru_cache(maxsize=KEPT)
def _setting(section: tuple[str, ...], council: str | None, committee: str | None, title: str, part: str, kind: str) -> Setting:
    whose = " / ".join(filter(None, (council, INSPECTORS if kind == "inspection" else None)))
    return Setting(
        bag_of(" / ".join(section)), bag_of(whose), bag_of(f"{whose} / {committee or ''}"), bag_of(" / ".join((title, part, kind)))
    )


@lru_cache(maxsize=PASSAGES)
def _cut(words: str, reading: str | None, kept: str | None) -> Cut:
    """The words of a passage, cut. Questions of one session read the same passages: the last ones are kept."""
    return unpacked(reading or words, packed(words, reading) if kept is None else kept)


def weigh(library: Library, question: Question) -> Weighing:
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
    return Weighing(found)


def _indexed(clue: Clue) -> list[str]:
    """The clue as the word index cuts it: the rarest of these tells how rare it is."""
    if clue.kind == "word":
        return stems(clue.printed) if not clue.stem.isdigit() else [clue.printed.lower()]
    if clue.kind == "year":
        return forms(clue)[0].split()[:1]
    if clue.kind == "date":
        return stems(clue.stem[:4])
    return clue.printed.replace(",", " ").replace(".", " ").lower().split()


def meeting_fits(question: Question, day: str) -> float:
    """1 where the part is of a date that the question names, 0.5 where it names none or the part has none, else 0."""
    if not question.days or not day:
        return 0.5
    return 1.0 if any(day.startswith(wanted) for wanted in question.days) else 0.0


def when(row: PassageRow) -> str:
    """The day of the meeting, else of publication; "" where none is known."""
    return row.standing.meeting_date or row.standing.published or ""


def older(day: str, newest: str) -> float:
    """0 for the newest paper of its council among the candidates, a half for one that is a year older, 0 where no date is known."""
    try:
        age = date.fromisoformat(newest) - date.fromisoformat(day)
    except ValueError:
        return 0.0
    return age.days / (age.days + YEAR)


def around(setting: Setting, day: str, some: Weighing, question: Question) -> list[float]:
    """For each clue the credit that headings, names of bodies, titles and the date of the meeting give the whole passage."""
    headings, bodies, titles = (some.credits(bag) for bag in (setting.headings, setting.bodies, setting.titles))
    found = [max(HEADING_CREDIT * h, BODY_CREDIT * b, TITLE_CREDIT * t) for h, b, t in zip(headings, bodies, titles, strict=True)]
    for at, one in enumerate(some) if question.dates else ():
        if one.clue.stem in question.dates and day.startswith(one.clue.stem):
            found[at] = max(found[at], MEETING_CREDIT)
    return found
