"""What leads up to a promise whose own words do not name its matter: the sentences before it, the line over its list, the question that
it answers.

Comes in: promises that neither their words nor their headings put on a topic. Goes out: those of them that what leads up to them does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pipeline.lookup.finding.views import bag_of
from pipeline.lookup.promises.topics import Topic
from pipeline.lookup.text.sentences import stretches
from pipeline.lookup.understanding.words import wordings
from pipeline.model.answers import FactRow, Filters, PassageRow
from pipeline.model.ports import Library

LEADS = 2000
"""Passages in the topic's words that are looked through for promises that follow on them."""
LONGEST_QUESTION = 60
"""Words: a longer question is of many things."""
FARTHEST = 3
"""Sentences that may stand between a promise and the one that names its matter, where each points back at the one before."""
_TOLD_OF = (
    r"application|audit|balance|brief|building|bid|centre|consultation|contract|decision|design|development|event|facility|final phase"
    r"|grant|issue|job|list|matter|notice|path|pilot|plan|plans|plant|policy|procurement|programme|project|proposals?|remainder|report"
    r"|request|rest|results?|review|scheme|service|site|strategy|study|survey|system|team|tender|track|tree|update|work|works"
)
POINTS_BACK = re.compile(
    r"\W*(?!it (?:is|was|has been|had been) (?:\w+ )?\w+ (?:that|to)\b)"
    r"(?:this|these|those|it|they|both|another|he|she|the (?:first|second|other|remaining|former|latter|same|said|above)"
    rf"|an? (?:final|revised|further|full|detailed|draft|new) (?:{_TOLD_OF}) (?:is|will|would)"
    rf"|the (?:\w+ )?(?:{_TOLD_OF})(?: for (?:this|these|the) \w+)?(?: itself)? (?:also |then |now )?"
    r"(?:will|would|shall|is|are|was|were|has|have|had|to|may|could|should|provides?|includes?|covers?))\b",
    re.IGNORECASE,
)
"""How a sentence begins whose matter is named by the one before: by a pronoun, or by a bare "the project"; "it was agreed that" is none."""
POINTS_ASIDE = re.compile(
    rf"\b(?:this|these|that|the above|the same) (?:{_TOLD_OF}|basis|area|location|junction|road|regard|respect|purpose)\b"
    r"|\bfor this to be\b|\bin this way\b",
    re.IGNORECASE,
)
"""The like inside a sentence: "the Clerk will reply on this basis"."""
LABEL = re.compile(r"[\W\d]*(?:(?:[A-Z][\w’'-]*|and|of|the|for|in|on|to)[\W\d]*)+:$")
"""A line that heads its list without a sentence of its own: "57.2 Highways and Byways:"; what stands before it is another matter."""


def led_by_the_topic(library: Library, topic: Topic, some: Sequence[FactRow], filters: Filters) -> list[FactRow]:
    """Of these promises, those that point back at a sentence on the topic, are items under a line on it or answer a question on it."""
    held = {rowid for rowid, _ in library.any_of(wordings(topic.clues, widened=True), filters, LEADS)} if some else set()
    answers = _answers(library, topic, held)
    near = {fact.id: fact.passages[0] for fact in some if fact.passages and _may_be_led(fact, held)}
    rows = {row.rowid: row for row in library.passages(sorted(set(near.values())))}
    leads = {id_: rows[rowid] for id_, rowid in near.items() if rowid in rows}
    return [
        fact
        for fact in some
        if _answered(fact, answers) or (fact.id in leads and topic.named(bag_of(_lead_in(library, fact.quote, leads[fact.id], held))))
    ]


def _may_be_led(fact: FactRow, held: set[int]) -> bool:
    """Whether its own passage names the topic, or the one before, where it points back."""
    return fact.passages[0] in held or (fact.passages[0] - 1 in held and points_back(fact.quote))


def _lead_in(library: Library, quote: str, row: PassageRow, held: set[int]) -> str:
    """What leads up to the quote in its passage; where the passage begins with it, the end of the passage before in the same section."""
    lead = lead_of(quote, row)
    first = points_back(quote) and _plain(row.words).startswith(_plain(quote))
    if lead or not first or row.rowid - 1 not in held:
        return lead
    before = [one for one in library.neighbours(row, 1, 0) if one.ordinal < row.ordinal and one.section_id == row.section_id]
    return next((_plain(piece) for one in before for _, piece in reversed(list(stretches(one.words)))), "")


def _plain(text: str) -> str:
    return " ".join(text.split())


def points_back(quote: str) -> bool:
    return bool(POINTS_BACK.match(quote) or POINTS_ASIDE.search(_plain(quote)))


def lead_of(quote: str, row: PassageRow) -> str:
    """What the quote's sentence needs to be understood: the sentences before, while they point back; what leads up to its list."""
    above = next((text.partition(said)[0] for text, said in ((row.words, _plain(quote)), (row.text, quote)) if said in text), "")
    before = [_plain(one) for _, one in stretches(above)]
    if not before:
        return ""
    if points_back(quote):
        return _chain(before)
    opens = next((at for at in reversed(range(len(before))) if before[at].endswith(":")), None)
    if opens is None or LABEL.match(before[opens]):
        return "" if opens is None else before[opens]
    return " ".join(before[max(0, opens - 1) : opens + 1])


def _chain(before: Sequence[str]) -> str:
    """The sentence before, and those before it while they point back, at most `FARTHEST`."""
    at = len(before) - 1
    while at > 0 and len(before) - at < FARTHEST and points_back(before[at]):
        at -= 1
    return " ".join(before[at:])


def _answers(library: Library, topic: Topic, held: set[int]) -> Mapping[str, list[str]]:
    """The answers to questions on the topic, by paper."""
    found: dict[str, list[str]] = {}
    for row in library.facts_on(sorted(held), ("questions",)) if held else ():
        answer = row.fields.get("answer")
        question = str(row.fields.get("question") or "")
        if answer and len(question.split()) <= LONGEST_QUESTION and topic.named(bag_of(question)):
            found.setdefault(row.standing.document, []).append(_plain(str(answer)))
    return found


def _answered(fact: FactRow, answers: Mapping[str, list[str]]) -> bool:
    return any(_plain(fact.quote) in answer for answer in answers.get(fact.standing.document, ()))
