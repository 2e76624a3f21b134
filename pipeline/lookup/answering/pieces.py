"""The pieces of passages that a stretch is told with: what its heading leads to, what its colon announces, the reply to its question.

Comes in: a draft. Goes out: sentences of one passage or of several, one behind the other; none where the form is another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.lookup.answering.drafts import CONTINUES, LONGEST_TEXT, Draft
from pipeline.lookup.facts import believed
from pipeline.lookup.finding.cover import Weighing
from pipeline.lookup.finding.views import View, view
from pipeline.lookup.text.terms import stems
from pipeline.lookup.understanding.words import STOP
from pipeline.model.ports import Library

NUMBERED_HEADING = re.compile(r"^\d{1,3}(?:\.\d{1,3}){0,3}\.?\s+(?=[A-ZÀ-Þ(\"“'‘*])")
"""The number of a heading, "7.4 Moorings"."""
SENTENCE_END = (".", ";", ":", ",", "!", "?")
LONGEST_HEADING = 60
OF_THE_QUESTION, REPLY = 0.8, 8
"""Share of a sentence's words that a question put at a meeting must hold to be where it stands; passages that its reply may run over."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Sentences `first` to `last` (included) of one passage."""

    view: View
    first: int
    last: int

    def lines(self) -> list[str]:
        """The text in its sentences, each on one line; those that follow on the same line are joined."""
        found: list[str] = []
        end = 0
        for sentence in self.view.sentences[self.first : self.last + 1]:
            text = " ".join(sentence.text.split())
            if found and "\n" not in self.view.text[end : sentence.start]:
                found[-1] += f" {text}"
            else:
                found.append(text)
            end = sentence.end
        return found


def pieces_of(library: Library, some: Weighing, draft: Draft) -> list[Piece]:
    """What is told of a draft: itself, with what it leads to."""
    return (
        _reply(library, some, draft)
        or _under_heading(library, draft)
        or [Piece(draft.view, draft.first, draft.last), *_continued(library, draft)]
    )


def _continued(library: Library, draft: Draft) -> list[Piece]:
    """The next passage where the stretch ends its own with a colon: the list, or the name, that it announces."""
    last = len(draft.view.sentences) - 1
    return [] if draft.last < last or not CONTINUES.search(draft.view.sentences[last].text) else _whole(_following(library, draft.view, 1))


def _under_heading(library: Library, draft: Draft) -> list[Piece]:
    """The numbered heading with which a passage ends, where it is what answers, and the next passage, which it is the heading of."""
    last = len(draft.view.sentences) - 1
    text = draft.view.sentences[last].text.rstrip()
    if draft.read.best != last or not last or len(text) > LONGEST_HEADING or text.endswith(SENTENCE_END):
        return []
    following = _whole(_following(library, draft.view, 1)) if NUMBERED_HEADING.match(text) else []
    return [Piece(draft.view, last, last), *following] if following else []


def _reply(library: Library, some: Weighing, draft: Draft) -> list[Piece]:
    """The reply to the question that was put at a meeting, where that question is what the draft found; the best part of a long one."""
    put = set(draft.view.sentences[draft.read.best].stems) - STOP
    for fact in believed(library.facts_on([draft.view.row.rowid], ("questions",))):
        asked, reply = set(stems(str(fact.fields.get("question") or ""))), " ".join(str(fact.fields.get("answer") or "").split())
        if reply and put and len(put & asked) >= OF_THE_QUESTION * len(put):
            told = [piece for seen in (draft.view, *_following(library, draft.view, REPLY)) for piece in _within(seen, reply)]
            best = sorted(told, key=lambda one: -some.share(some.credits(one.view.body)))[:1]
            return told if len(reply) <= LONGEST_TEXT else best
    return []


def _within(seen: View, words: str) -> Iterator[Piece]:
    """The sentences of a passage that stand in these words."""
    held = [at for at, sentence in enumerate(seen.sentences) if " ".join(sentence.text.split()) in words]
    if held:
        yield Piece(seen, held[0], held[-1])


def _following(library: Library, seen: View, most: int) -> list[View]:
    """The next passages of the same part."""
    after = [row for row in library.neighbours(seen.row, 0, most) if row.rowid != seen.row.rowid]
    return [view(row) for row in after if row.part_id == seen.row.part_id]


def _whole(some: Sequence[View]) -> list[Piece]:
    return [Piece(one, 0, len(one.sentences) - 1) for one in some if one.sentences]
