"""Which stretches of the best passages answer the question: the best sentence of each, with the sentences it needs around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.lookup.finding.cover import Weighing, either
from pipeline.lookup.finding.offers import PATTERNS, new_times
from pipeline.lookup.finding.rank import Read, score
from pipeline.lookup.finding.search import Ranked
from pipeline.lookup.finding.views import View, when
from pipeline.lookup.text.sentences import Sentence
from pipeline.lookup.understanding.question import Question
from pipeline.lookup.understanding.voices import speaks, voiced
from pipeline.lookup.understanding.words import STOP

READ_FOR_ANSWERS = 8
"""Passages whose sentences are weighed."""
LONGEST_TEXT = 450
FILLED, FILLED_BACK = 320, 200
"""The next sentences are taken in up to this length (the ones before, up to the other): a reader wants the words around the point."""
LONGEST_LIST = 900
"""A list is taken in up to this length; its items are shortened when it is spoken."""
LEAST_GAIN = 0.06
"""A further sentence beyond that must cover this much more of the question."""
PARTS_TOLD = 3
"""Figures that a question of two parts wants: two, and one that is said beside them."""
FIRST_OF_ALL = ("number", "date", "reason", "vote")
"""Expectations without which a stretch is no answer, where a rival meets them."""
WITHIN = 1.0
"""A further statement's score must be this near to the first's, and it must cover something the first does not."""
RIVAL = 1.5
"""A draft whose score is this near to the best one's may be told in its place."""
SAME_WORDS, SOME_WORDS, LESS_COVER = 0.6, 0.25, 0.15
"""Two stretches say the same where they share most of their words, or some and a figure that answers, and fit the question about as
well."""
PARTS = re.compile(
    r",? (?:and|or) (?:by |over |from |to |for |with |in |at |on )?(?:how|what|which|who|whom|whose|when|where|why)\b|\bversus\b|\bvs\b",
    re.IGNORECASE,
)
"""A question of two parts, whose answers may stand some sentences apart."""
ANAPHORA = re.compile(
    r"^(?:this|that|these|those|it|they|he|she|his|her|their|its|such|there|both|also|however|in addition|as such"
    r"|the (?:same|latter|former))\b",
    re.IGNORECASE,
)
DANGLING = re.compile(
    r"^(?:it|they|he|she|his|her|their|its|both|such|(?:this|these|those|that) (?:is|are|was|were|has|have|will|would|include|means?))\b",
    re.IGNORECASE,
)
"""No answer begins so where the sentence that answers can stand without it."""
CONTINUES = re.compile(r":\s*$")


@dataclass(frozen=True, slots=True)
class Draft:
    """Sentences `first` to `last` (included) of a passage, with what they cover."""

    read: Read
    first: int
    last: int
    score: float
    covers: tuple[float, ...]

    @property
    def view(self) -> View:
        return self.read.view


def candidate_sentences(ranked: Sequence[Ranked]) -> Iterator[tuple[Ranked, int, Mapping[str, float]]]:
    """Every sentence of these passages with its features; `behind`: how far its passage's score is below the best (0 or less)."""
    for one in ranked:
        for at in range(len(one.read.sentences)):
            yield one, at, {"behind": one.score - ranked[0].score, **one.read.sentence(at)}


def drafts(question: Question, some: Weighing, ranked: Sequence[Ranked]) -> list[Draft]:
    """The best stretch of each of the best passages, best first."""
    top = ranked[0].score if ranked else 0.0
    found = [_draft(question, some, one.read, one.score - top) for one in ranked[:READ_FOR_ANSWERS] if one.read.sentences]
    return _preferred(question, some, sorted(found, key=lambda d: -d.score))


def _preferred(question: Question, some: Weighing, found: list[Draft]) -> list[Draft]:
    """Before the best draft a near one that can answer where it cannot: with a number where it has none, newer where "now" is asked."""
    if not found:
        return found
    lead, rivals = found[0], [draft for draft in found[1:] if found[0].score - draft.score <= RIVAL]
    for name in FIRST_OF_ALL:
        if name in question.expects and not _gives(name, question, lead):
            lead = next((draft for draft in rivals if _gives(name, question, draft)), lead)
    if voice := voiced(question.text):
        lead = next((draft for draft in (lead, *rivals) if speaks(voice, draft.view)), lead)
    if question.current == 1:
        least = some.share(lead.covers) - LESS_COVER
        alike = [draft for draft in (lead, *rivals) if some.share(draft.covers) >= least]
        lead = max(alike, key=lambda draft: when(draft.view.row))
    return [lead, *(draft for draft in found if draft is not lead)]


def _gives(name: str, question: Question, draft: Draft) -> bool:
    """Whether the stretch holds what is expected: a figure or a time that the question does not itself hold, a reason, a vote."""
    sentences = draft.view.sentences[draft.first : draft.last + 1]
    if name == "number":
        return bool(_figures(question, draft))
    if name == "date":
        return any(new_times(question, sentence) for sentence in sentences)
    return any(PATTERNS[name].search(sentence.text) for sentence in sentences)


def chosen(question: Question, some: Weighing, found: Sequence[Draft], limit: int) -> list[tuple[Draft, list[Draft]]]:
    """The drafts to state, each with the others that say the same: one, or more where more are needed to cover the question."""
    kept: list[tuple[Draft, list[Draft]]] = []
    for draft in found:
        twin = next((same for leader, same in kept if agree(question, some, leader, draft)), None)
        if twin is not None:
            twin.append(draft)
        elif len(kept) < limit and (not kept or _adds(some, [leader for leader, _ in kept], draft)):
            kept.append((draft, []))
    return kept


def _draft(question: Question, some: Weighing, read: Read, behind: float) -> Draft:
    total = score("sentence", {"behind": behind, **read.sentence(read.best)})
    first, last = _window(question, some, read, read.best)
    covers = [0.0] * len(some)
    for at in range(first, last + 1):
        covers = either(covers, some.credits(read.view.bags[at]))
    return Draft(read, first, last, total, tuple(either(covers, read.context)))


def _window(question: Question, some: Weighing, read: Read, best: int) -> tuple[int, int]:
    """The sentences around the best one without which it is unclear, or that cover more of the question."""
    view, first, last = read.view, best, best
    if first and (ANAPHORA.match(view.sentences[first].text) or CONTINUES.search(view.sentences[first - 1].text)):
        first -= 1
    listing = "list" in question.expects or CONTINUES.search(view.sentences[best].text)
    longest = LONGEST_LIST if listing else LONGEST_TEXT
    if PARTS.search(question.text):
        first, last = _grown(question, some, read, first, last)
    filled = longest if "reason" in question.expects else FILLED
    while last + 1 < len(view.sentences) and (length := _length(view, first, last + 1)) <= longest:
        if not listing and length > filled and _gain(some, read, first, last, last + 1) < LEAST_GAIN:
            break
        last += 1
    while first and (length := _length(view, first - 1, last)) <= longest:
        if length > FILLED_BACK and _gain(some, read, first, last, first - 1) < LEAST_GAIN:
            break
        first -= 1
    while first < best and DANGLING.match(view.sentences[first].text):
        first += 1
    return first, last


def _grown(question: Question, some: Weighing, read: Read, first: int, last: int) -> tuple[int, int]:
    """With the neighbours that bring a figure, or lead to one, until enough are told: the second part's answer may stand on either side."""
    sentences = read.view.sentences

    def fits(at: int, low: int, high: int) -> bool:
        return 0 <= at < len(sentences) and _length(read.view, low, high) <= LONGEST_TEXT and _brings(question, sentences[at])

    while sum(len(frozenset(one.amounts) - question.stems) for one in sentences[first : last + 1]) < PARTS_TOLD:
        ends = [end for end in ((last + 1, first, last + 1), (first - 1, first - 1, last)) if fits(*end)]
        if not ends:
            break
        _, first, last = max(ends, key=lambda end: (bool(sentences[end[0]].amounts), _gain(some, read, first, last, end[0])))
    return (first - 1 if first and CONTINUES.search(sentences[first - 1].text) else first), last


def _brings(question: Question, sentence: Sentence) -> bool:
    return bool(frozenset(sentence.amounts) - question.stems) or sentence.text.rstrip().endswith(":")


def _gain(some: Weighing, read: Read, first: int, last: int, more: int) -> float:
    """How much more of the question one more sentence covers."""
    held = list(read.context)
    for at in range(first, last + 1):
        held = either(held, some.credits(read.view.bags[at]))
    return some.share(either(held, some.credits(read.view.bags[more]))) - some.share(held)


def _length(view: View, first: int, last: int) -> int:
    return view.sentences[last].end - view.sentences[first].start


def _adds(some: Weighing, kept: Sequence[Draft], draft: Draft) -> bool:
    held = [0.0] * len(some)
    for one in kept:
        held = either(held, one.covers)
    more = some.share(either(held, draft.covers)) - some.share(held)
    return kept[0].score - draft.score <= WITHIN and more >= LEAST_GAIN


def agree(question: Question, some: Weighing, a: Draft, b: Draft) -> bool:
    """Do two stretches say the same: the same answering figure for as much of the question, or nearly the same words?"""
    if some.share(b.covers) < some.share(a.covers) - LESS_COVER:
        return False
    words_a, words_b = _words(a), _words(b)
    alike = len(words_a & words_b) / max(1, min(len(words_a), len(words_b)))
    figures = _figures(question, a)
    if figures and "number" in question.expects:
        return alike >= SOME_WORDS and bool(figures & _figures(question, b))
    return alike >= SAME_WORDS


def _figures(question: Question, draft: Draft) -> frozenset[str]:
    """Numbers of the best sentence that the question does not hold."""
    return frozenset(draft.view.sentences[draft.read.best].amounts) - question.stems


def _words(draft: Draft) -> frozenset[str]:
    sentences = draft.view.sentences[draft.first : draft.last + 1]
    return frozenset(stem for sentence in sentences for stem in sentence.stems) - STOP
