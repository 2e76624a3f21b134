"""Undertakings that can be checked: a deliverable, a number or a date still to come, stated by the council or a partner.

Comes in: a Structure. Goes out: Commitment facts in reading order, from sentences, list items, and rows of savings
programmes, reserves and action plans. A sentence is weighed by its signs (`commitments_signs.py`): the points below come
from a logistic regression over 290 hand-marked promises among 6,600 sentences of four papers, tested on the paper left
out, then rounded to halves and shortened. Aspirations, achievements, effects and standing wording stay below the bar.
"""

from __future__ import annotations

import math
import re
from collections import deque
from collections.abc import Iterator, Mapping

from pipeline.extract.commitments.fields import Promise, promises, subject
from pipeline.extract.commitments.letters import letters_of_government
from pipeline.extract.commitments.minutes import minuted
from pipeline.extract.commitments.rows import row_commitments
from pipeline.extract.commitments.signs import Place, announced, signs
from pipeline.extract.commitments.spread import rests_joined, times_before
from pipeline.extract.nlp import Nlp
from pipeline.language.sentences import sentences
from pipeline.language.wording import small
from pipeline.model.evidence import evidence
from pipeline.model.facts import Commitment
from pipeline.model.structure import MINUTING, Paragraph, Structure

EXTRACTOR = "commitments 1"
SILENT_KINDS = frozenset({"agenda", "cover", "forward_plan"})
"""Parts that announce meetings, not promises."""
LONGEST_SILENT = 30_000
"""Characters: a longer "agenda" is a pack whose parts were not told apart."""
ENOUGH = 4.5
BARELY, A_POINT, CHECKABLE = -0.7, 0.75, 2.2
"""Log odds that a sentence with just enough points is a promise, what each further point adds, and the points that a number, a sum or a
date is worth beside them: fitted to what was found in the marked papers, of which a third with nothing to check and few signs were
promises, nine in ten of the others; about the same with any paper left out."""
MINUTED = 1.0
"""Points above the bar of what minutes say that somebody undertook."""

POINTS: Mapping[str, float] = {
    # grammar: who undertakes what
    "will": 2,
    "will: council makes": 1,
    "will: thing makes": 1,
    "will: effect makes": 1.5,
    "will: effect does": 1,
    "will: others makes": 0.5,
    "made": 1.5,
    "makes a thing": 1,
    "will: council is": -1,
    "will: effect is": -0.5,
    "will: council strives": -0.5,
    "would": 1.5,
    "would: makes": 0.5,
    "would: does": 0.5,
    "plan: makes": 1.5,
    "plan: does": 1.5,
    "plan: is": 0.5,
    "plan: strives": 0.5,
    "due": 1,
    "due: makes": 1,
    "now: makes": 0.5,
    "progressive": 1.5,
    "pipeline": 1.5,
    "milestone": 2,
    "committed": 1,
    "agrees": 0.5,
    "target": 1,
    "target with a number": 1,
    "saving": 0.5,
    # lists of what is to come
    "under to come": 1,
    "beside to come": 1.5,
    "begins: makes": 1.5,
    "begins: makes a thing": 0.5,
    "to come, begins: makes": 1.5,
    "to come, begins: is": -1,
    "to come, begins: does (ing)": 1,
    "begins: strives (ing)": -0.5,
    # what can be checked
    "number of things": 1.5,
    "percentage": 0.5,
    "money": 1,
    "document": 1,
    "named time": 1,
    "time to come": 1,
    "bound": 0.5,
    "loose time": 2,
    "dated deed": 2,
    "timetable": 2.5,
    "funds": 2.5,
    "wish": -1,
    "hoped": -3,
    "only others": -1.5,
    "if first": -2,
    "of one": -3,
    "of a party": -3,
    "of government": -3,
    # what it is instead
    "statistic": -2,
    "short": -1,
    "done": -0.5,
    "conditional": -0.5,
    "in minutes": -0.5,
    "others will": -0.5,
    "time now": -0.5,
    "question": -2,
    "denied": -3,
    "indirect": -1,
    "described": -1.5,
    "dropped": -5,
    "to a customer": -1.5,
    "only past": -2,
    "option": -4,
    "recommended": -0.5,
    "assents": -1,
    "under rules": -1.5,
    "able": -2,
    "goes on": -1,
    "willing": -3,
    "priority": -2,
    "forecast": -2,
    "rule": -4,
    "overview": -2,
    "standing": -8,
    "notice": -4,
    "obliged": -2,
    "noted": -3,
    "queried": -2,
    "need": -0.5,
    "beside done": -0.5,
    "under of others": -0.5,
    "beside of others": -0.5,
}

FORWARD = frozenset(
    {
        "will",
        "would",
        "due",
        "committed",
        "agrees",
        "target",
        "saving",
        "pipeline",
        "milestone",
        "progressive",
        "under to come",
        "dated deed",
        "timetable",
        "funds",
    }
)
NEVER_MINUTED = frozenset({"standing", "noted", "notice", "question", "denied", "overview", "option", "able", "willing", "to a customer"})
HOPEFUL = re.compile(
    r"\b(?:will|shall|would|due|(?:is|are|clerk|chair\w*) to|to be|opens?|starts?|runs?|goes|comes?|takes?|moves?|launches"
    r"|commences?|allocated|set aside|earmarked|ring-?fenced|plan\w*|propos\w+|intend\w*|intention|commit\w*"
    r"|undert\w+|pledge\w*|promise\w*"
    r"|agree\w*|guarantee\w*|target\w*|aim\w*|goal|expect\w*|"
    r"saving\w*|reserve\w*|budget gap|invest\w*|capital programme|pipeline|development|train|progress|process|site"
    r"|construction|underway|under way|brought forward|"
    r"begin|going|looking|vision|programme|work\w*|scheduled|anticipated|(?:is|are|was|were|we.re) (?:\w+ )?\w+ing"
    r"|seeking|want|confirmed|asked|requested|offered)\b|.ll\b"
)
"""In small letters. Without one of these no sign of what is to come can hold: most sentences need no closer look."""
FORWARD_BEGINNINGS = ("plan:", "now:", "to come, begins:", "begins: makes")
"""Without one of these nothing is still to come, whatever numbers and dates a sentence holds."""


def extract(structure: Structure, nlp: Nlp) -> Iterator[Commitment]:  # noqa: ARG001 - every extractor takes the same arguments
    """Commitments of a document in reading order."""
    from_rows, letters = row_commitments(structure, EXTRACTOR), letters_of_government(structure)
    for paragraph in structure.paragraphs:
        if paragraph.kind == "row":
            yield from from_rows.get(paragraph.index, ())
        elif paragraph.kind in ("text", "item") and paragraph.index not in letters and not _silent(structure, paragraph):
            yield from _in_paragraph(structure, paragraph)


def worth(text: str, place: Place) -> float:
    """The points of a sentence where it stands; 0 where nothing in it looks forward."""
    if not (HOPEFUL.search(small(text)) or place.item or announced(place.heading)):
        return 0
    found = signs(text, place)
    if place.minutes and not found & NEVER_MINUTED and minuted(text):
        return ENOUGH + MINUTED
    if not found & FORWARD and not any(sign.startswith(FORWARD_BEGINNINGS) for sign in found):
        return 0
    return sum(POINTS.get(sign, 0) for sign in found)


def _silent(structure: Structure, paragraph: Paragraph) -> bool:
    section = paragraph.section
    while section is not None:
        if structure.sections[section].boilerplate:
            return True
        section = structure.sections[section].parent
    part = structure.parts[paragraph.part]
    return part.kind in SILENT_KINDS and part.end - part.start < LONGEST_SILENT


def _in_paragraph(structure: Structure, paragraph: Paragraph) -> Iterator[Commitment]:
    place, council = place_of(structure, paragraph), structure.parts[paragraph.part].council
    for start, end, points in _promising(paragraph.text, place):
        for promise in promises(paragraph.text[start:end], place, council):
            yield _commitment(structure, paragraph, (start, end), promise, _confidence(points, promise))


def _promising(text: str, place: Place) -> Iterator[tuple[int, int, float]]:
    """The stretches of a paragraph that promise, with their points: a sentence, with the one behind it that says by when or the rest."""
    stretches = deque(rests_joined(text, sentences(text)))
    while stretches:
        start, last, end = stretches.popleft()
        dated = stretches and times_before(text[start:end], text[stretches[0].start : stretches[0].end], place.said)
        if dated and (points := worth(text[start : stretches[0].end], place)) >= ENOUGH:
            yield start, stretches.popleft().end, points
        elif (points := max(worth(text[first:end], place) for first in {start, last})) >= ENOUGH:
            yield start, end, points


def _confidence(points: float, promise: Promise) -> float:
    """How surely a sentence with so many points promises something, 0 to 1."""
    told = points - ENOUGH + CHECKABLE * bool(promise.quantity or promise.amount or promise.deadline)
    return round(1 / (1 + math.exp(-(BARELY + A_POINT * told))), 2)


def _commitment(structure: Structure, paragraph: Paragraph, place: tuple[int, int], promise: Promise, confidence: float) -> Commitment:
    return Commitment(
        evidence=evidence(structure, paragraph, *place),
        extractor=EXTRACTOR,
        basis="derived" if promise.derived else "stated",
        subject=subject(structure, paragraph, promise),
        text=promise.text,
        quantity=promise.quantity,
        amount=promise.amount,
        deadline=promise.deadline,
        deadline_date=promise.deadline_date,
        owner=promise.owner,
        confidence=confidence,
    )


def place_of(structure: Structure, paragraph: Paragraph) -> Place:
    """What the signs need to know of where a paragraph stands."""
    part = structure.parts[paragraph.part]
    path = structure.path(paragraph.section)
    lead = structure.paragraphs[paragraph.lead_in].text if paragraph.lead_in is not None else ""
    return Place(
        heading=lead or (path[-1] if path else ""),
        headings=path,
        minutes=part.kind in MINUTING,
        item=paragraph.kind == "item",
        said=part.meeting_date or structure.document.published,
    )
