"""Who moved, proposed or seconded what the question names: the names are stored with the decision that followed."""

from __future__ import annotations

import re

from pipeline.lookup.answering.statements import shortened
from pipeline.lookup.cite import cite
from pipeline.lookup.facts import believed
from pipeline.lookup.finding.cover import Weighing
from pipeline.lookup.finding.views import bag_of
from pipeline.lookup.text.terms import stems
from pipeline.lookup.understanding.question import Question
from pipeline.model.answers import FactRow, PassageRow, Statement
from pipeline.model.ports import Library

ASKED = re.compile(
    r"\bwho\s+(?:was it (?:that|who)\s+)?(?P<a>moved?|proposed?|seconded?)\b"
    r"|\bwho\s+(?:were|was|are)\s+the\s+(?P<b>mover|proposer|seconder)s?\b|\b(?:moved|proposed|seconded)\s+by\s+whom\b|\bwhose\s+(?P<c>motion|amendment)\b",
    re.IGNORECASE,
)
SECONDED = re.compile(r"\bsecond", re.IGNORECASE)
AMENDMENT = re.compile(r"\bamend(?:ment|ed)?s?\b", re.IGNORECASE)
OF_THE_FORM = frozenset(
    stems("move moved mover propose proposed proposer proposal second seconded seconder motion amendment amended council committee meeting")
)
"""Stems that put the question and do not say on what."""
LEAST, NEAR = 0.7, 0.1
"""A decision must cover this much of what the question is about; of those as near as this to the best the newest is told."""
BEFORE, AFTER = 8, 2
"""Passages around the resolution in which its movers are named."""
LONGEST = 320


def moved(library: Library, question: Question, some: Weighing) -> list[Statement]:
    """The mover and the seconder with what they moved; none where no stored decision names them and covers the question."""
    if not ASKED.search(question.text):
        return []
    topic = Weighing(one for one in some if one.clue.stem not in OF_THE_FORM and one.clue.stem not in question.dates)
    fact = _fitting(library, question, topic)
    if fact is None:
        return []
    rows = _naming(library, fact)
    if not rows:
        return []
    once = list({row.rowid: row for row in (*rows, *library.passages(fact.passages[:1]))}.values())
    citations = tuple(cite(library, row.standing, row.text, id_=row.id) for row in once)
    return [Statement(_told(fact, bool(SECONDED.search(question.text))), "decision", fact.id, citations)]


def _fitting(library: Library, question: Question, topic: Weighing) -> FactRow | None:
    amended = bool(AMENDMENT.search(question.text))
    scored: list[tuple[float, FactRow]] = []
    for fact in believed(library.facts("decisions", question.filters)) if topic else ():
        told = fact.fields.get("seconder" if SECONDED.search(question.text) else "proposer")
        other_day = question.days and not any(str(fact.standing.meeting_date).startswith(day) for day in question.days)
        fits = topic.share(topic.credits(bag_of(_about(fact)))) if told and not other_day and _of_the_body(fact, question) else 0.0
        if fits >= LEAST:
            scored.append((fits, fact))
    alike = [(fits, fact) for fits, fact in scored if bool(AMENDMENT.search(_moved(fact))) == amended] or scored
    best = max((fits for fits, _ in alike), default=0.0)
    near = [(fits, fact) for fits, fact in alike if fits >= best - NEAR]
    return max(near, key=lambda pair: (str(pair[1].standing.meeting_date or ""), pair[0]))[1] if near else None


def _of_the_body(fact: FactRow, question: Question) -> bool:
    return question.committee is None or fact.standing.committee in (None, question.committee)


def _moved(fact: FactRow) -> str:
    return f"{fact.fields['text']} {fact.quote}"


def _about(fact: FactRow) -> str:
    standing = fact.standing
    named = (fact.fields.get("item_title"), _moved(fact), *standing.section[-1:], standing.council, standing.committee)
    return " / ".join(str(words) for words in named if words)


def _naming(library: Library, fact: FactRow) -> list[PassageRow]:
    """The nearest passage of its part, at or before the resolution, that names all whom the fact names."""
    names = [str(fact.fields[one]).split()[-1] for one in ("proposer", "seconder") if fact.fields.get(one)]
    here = library.passages(fact.passages[:1])
    around = library.neighbours(here[0], BEFORE, AFTER) if here else []
    near = sorted((row for row in around if row.part_id == here[0].part_id), key=lambda row: abs(row.ordinal - here[0].ordinal))
    return [row for row in near if all(name in row.words for name in names)][:1]


def _told(fact: FactRow, seconder: bool) -> str:
    """ "Proposed by Cllr A, seconded by Cllr B: the kiosk be let", whom the question asks for first; words that name them as they are."""
    proposer, second = fact.fields.get("proposer"), fact.fields.get("seconder")
    text = " ".join(str(fact.fields["text"]).split())
    if all(str(name).split()[-1] in text for name in (proposer, second) if name):
        return shortened(text, LONGEST)
    parts = [f"proposed by {proposer}" if proposer else "", f"seconded by {second}" if second else ""]
    said = ", ".join(part for part in (reversed(parts) if seconder else parts) if part)
    return shortened(f"{said[:1].upper()}{said[1:]}: {text}", LONGEST)
