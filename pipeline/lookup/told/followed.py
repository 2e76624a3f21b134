"""What became of something: the newest paper's words on it first, then what earlier ones said.

Comes in: a question such as "what happened to X", and the passages found. Goes out: one statement a paper, at most three; none where only
one paper speaks of it, and then the best passage answers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.lookup.answering.drafts import Draft, drafts
from pipeline.lookup.answering.statements import stated
from pipeline.lookup.finding.cover import Weighed, Weighing
from pipeline.lookup.finding.search import Ranked
from pipeline.lookup.finding.views import when
from pipeline.lookup.text.terms import stems
from pipeline.lookup.understanding.question import Question
from pipeline.model.answers import Statement
from pipeline.model.ports import Library

FOLLOWED = re.compile(
    r"\bwhat (?:has |have |had )?(?:happened|became|become|came|come)\b(?: (?:to|of|from|with|about|on|after))?"
    r"|\bwhat (?:followed|was the (?:outcome|result) of)\b|\bwhat(?:['’]?s| is| are| was) the (?:latest|position|progress|update)\b"
    r"|\b(?:any|is there an?) (?:progress|update|news) on\b|\bwhere (?:are we|do things stand|does .* stand) (?:with|on)\b"
    r"|\bwhat has (?:changed|been done)\b",
    re.IGNORECASE,
)
OF_THE_FORM = frozenset(
    stems("happened happen became become came come followed outcome result latest position progress update news stand changed done since")
)
LEAST, MOST = 0.8, 3
"""Share of what the best passage covers that another must cover too, and how many papers are told."""


def followed(library: Library, question: Question, some: Weighing, found: Sequence[Ranked]) -> list[Statement]:
    if not FOLLOWED.search(question.text):
        return []
    topic = Weighing(one for one in some if one.clue.stem not in OF_THE_FORM and one.clue.stem not in question.dates)
    covered = [(_covers(some, topic, draft), draft) for draft in drafts(question, some, found)]
    best = max((covers for covers, _ in covered), default=0.0)
    newest: dict[str, Draft] = {}
    for covers, draft in covered:
        if best and covers >= LEAST * best and (day := when(draft.view.row)):
            newest.setdefault(day, draft)
    since = min(question.days, default="")
    days = [day for day in sorted(newest, reverse=True) if day >= since]
    return [stated(library, question, some, newest[day], ()) for day in days[:MOST]] if len(days) > 1 else []


def _covers(some: Weighing, topic: Weighing, draft: Draft) -> float:
    """Share of the topic that a stretch covers with its headings; 0 where it lacks a name of it."""
    credit = {one.clue.stem: given for one, given in zip(some, draft.covers, strict=True)}
    held = [credit[one.clue.stem] for one in topic]
    return topic.share(held) if all(given or not _named(one) for one, given in zip(topic, held, strict=True)) else 0.0


def _named(one: Weighed) -> bool:
    return one.clue.at > 0 and one.clue.printed[:1].isupper()
