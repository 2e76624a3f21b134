"""What is before the meeting while an item is read: the motion, its proposer and seconder, its words, the vote on it.

Comes in: the paragraphs of an item, one after another. It is the one thing of the extractors that changes while it is used,
because minutes tell a motion, its amendments, the vote and the outcome in that order.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from pipeline.extract.decisions import fates, motions, question, votes, votes_recorded
from pipeline.extract.decisions.motion_words import ANNOUNCES_VOTE, below, beside, labelled_amendment
from pipeline.extract.decisions.motions import Motion
from pipeline.extract.decisions.near import SHORT_VOTE
from pipeline.extract.decisions.question import Question
from pipeline.extract.decisions.resolving import is_past
from pipeline.extract.decisions.votes_named import named, together
from pipeline.extract.decisions.votes_printed import vote_at
from pipeline.extract.limb import Piece
from pipeline.model.structure import Paragraph, Table

FOR_AMENDMENT = re.compile(r"\bfor\s+(?:the\s+)?amendment\b", re.IGNORECASE)
ORIGINAL = re.compile(r"\boriginal\s+(?:proposal|motion|proposition|recommendations?)\b", re.IGNORECASE)
QUESTION = re.compile(r"\bquestions?\b", re.IGNORECASE)
MOVERS_LINE = 12
"""Words of a line that names who proposed or seconded and says no more."""
MOST_NEW_WORDS = 60
"""Words of an amendment that its row repeats after the sentence that moved it."""
NEAR = 4
"""Paragraphs between a motion, or the vote on it, and words that dispose of it without naming it."""


class Floor:
    """The question on the floor, and the main motion while its amendments are dealt with."""

    def __init__(self, paragraphs: Sequence[Paragraph], tables: Sequence[Table] = ()) -> None:
        self.paragraphs, self.tables = paragraphs, tables
        self.now = Question()
        self.main: Question | None = None

    def clear(self) -> None:
        """Nothing is on the floor; what stands of the last motion is remembered."""
        self.now, self.main = Question(words=self.now.words), None

    def back_to_main(self) -> None:
        """The main motion is spoken of again after its amendments; a vote announced meanwhile is on it."""
        if self.main and self.is_aside():
            now = self.now
            self.now = replace(
                self.main, vote=now.vote, unanimous=now.unanimous, proof=now.proof, heard=now.heard, divided=now.divided
            )  # fmt: skip

    def is_aside(self) -> bool:
        """Whether an amendment or a procedural motion is before the meeting while the main motion waits."""
        known = self.now.motion
        waits = self.main is not None and self.main.at != self.now.at
        return bool(known and (known.amendment or (known.procedural and waits)))

    def settle(self, words: str) -> None:
        """A resolution after a division: the motion's where it had more votes, or where the words name it."""
        if (self.now.divided and self.motion_won()) or motions.same(words) or ORIGINAL.search(words):
            self.back_to_main()

    def motion_won(self) -> bool:
        """Whether more voted for the motion than against it or for its amendment."""
        vote = self.now.vote or {}
        return (vote.get("for") or 0) > (vote.get("against") or 0)

    def opens(self, at: int) -> bool:
        """Whether a paragraph moves another motion after one that was carried."""
        found = motions.motion(self.paragraphs[at].text)
        known = self.now.motion
        return bool(found and known and self.now.carried and not found.amendment and found.proposer != known.proposer)

    def hear(self, at: int) -> None:
        """Keep the vote that a short paragraph tells: "5 voted for and 2 against", "Councillor Orr abstained"."""
        text = self.paragraphs[at].text
        if _is_told_at_length(text) or is_past(text) or not (votes.VOTING.search(text) or votes.unanimous(text)):
            return
        told = together(votes.votes(text), named(text))
        if told and votes.divided(text) is not None:
            self.now.proof = [*self.now.proof, (self.paragraphs[at], 0, len(text))]
        if told:
            self.now.vote = _both(self.now.vote, told)
            self.now.divided = self.now.divided or votes.divided(text) is not None
        self.now.unanimous = self.now.unanimous or votes.unanimous(text)
        if told or self.now.unanimous:
            self.now.heard = at

    def won(self) -> bool | None:
        """Whether a motion was carried by the numbers alone, where no words say what became of it."""
        vote = self.now.vote or {}
        ayes, noes = vote.get("for"), vote.get("against")
        counted = self.now.motion and self.now.at is not None and self.now.proof and not (self.now.divided or self.is_aside())
        return ayes > noes if counted and ayes is not None and noes is not None and ayes != noes else None

    def carries_itself(self, title: str | None) -> bool:
        """Whether a motion with its seconder is all that an item of this title says of it."""
        return question.carries_itself(self.now, self.paragraphs, title)

    def vote(self, at: int) -> Mapping[str, Any] | None:
        """The vote on the floor, where it was told just before."""
        return self.now.vote if self._lately(at) else None

    def unanimous(self, at: int) -> bool:
        """Whether it was just told that all agreed."""
        return self.now.unanimous and self._lately(at)

    def _lately(self, at: int) -> bool:
        return self.now.heard is None or at - self.now.heard <= NEAR

    def dealt_with(self, *, amendment: bool, agreed: bool, moved: tuple[str, ...]) -> None:
        """An amendment or motion has its outcome: an amendment leaves the main motion, in its new words where it was agreed."""
        words = moved if agreed and moved else self.now.words
        self.now = replace(self.main, words=words) if amendment and self.main else Question(words=words)

    def move(self, at: int) -> None:
        """Keep the motion that a paragraph moves, or the seconder that it adds."""
        text = self.paragraphs[at].text
        found = motions.motion(text)
        if motions.spoken(text):
            self.now = Question(found or self.now.motion or Motion(), at)
        elif found and self.now.at is not None and motions.same(text):
            known = self.now.motion or Motion()
            self.now.motion = replace(found, seconder=found.seconder or known.seconder, amendment=known.amendment)
        else:
            self._take(found, text, at)

    def _take(self, found: Motion | None, text: str, at: int) -> None:
        if found and motions.SUBMITTED.match(text) and QUESTION.search(self.paragraphs[0].text):
            return
        if found and labelled_amendment(self.paragraphs, at):
            found = replace(found, amendment=True)
        if found and not self._is_again(found):
            self.now = Question(found, at, words=self.now.words)
            if not (found.amendment or (found.procedural and self.main)):
                self.main = Question(found, at)
        if self.now.motion:
            self.now.motion = motions.with_seconder(self.now.motion, text)
            if self.main and self.main.at == self.now.at:
                self.main.motion = self.now.motion

    def _is_again(self, found: Motion) -> bool:
        """The same motion told again: by its proposer alone, or with its seconder once it was carried."""
        known = self.now.motion
        if not known or known.proposer != found.proposer:
            return False
        return not found.seconder or bool(self.now.carried and found.seconder == known.seconder)

    def move_below(self, text: str) -> None:
        """ "Proposed by Cllr A, seconded by Cllr B" on the line below a resolution."""
        found = motions.motion(text) if text and len(text.split()) <= MOVERS_LINE else None
        if found and not self.now.motion and not fates.outcome(text):
            self.now.motion = motions.with_seconder(found, text)

    def past_movers(self, at: int) -> int:
        """The last of the lines under "Resolution" that only name proposer and seconder."""
        while at + 1 < len(self.paragraphs):
            text = self.paragraphs[at + 1].text
            if len(text.split()) > MOVERS_LINE or not (motions.motion(text) or motions.seconded(text)):
                break
            at += 1
            self.move(at)
        return at

    def near(self, at: int) -> bool:
        """Whether a motion was moved just before: an unmarked "it was agreed" far below it speaks of something else."""
        if self.now.motion is None or self.now.at is None:
            return False
        return at - max(self.now.at, self.now.heard or 0) <= NEAR

    def mover(self, sentence: str, *, known: bool) -> Motion:
        """Proposer and seconder that the resolution's own sentence names, else (`known`) those of the motion on the floor."""
        own, second = motions.motion(sentence), motions.seconded(sentence)
        if own and (own.seconder or not self.now.motion):
            return own
        floor = (self.now.motion if known else None) or Motion()
        return Motion(None, second) if second and floor.seconder not in (None, second) else floor

    def record(self, at: int) -> int:
        """Keep a recorded vote that begins here; the number of its paragraphs, 0 where there is none."""
        vote, used = vote_at(self.paragraphs, self.tables, at)
        if not vote:
            return 0
        self.now.vote, self.now.proof = _counted(vote, self.now.vote), [*self.now.proof, *self._proof(at, used)]
        self.now.heard = at + max(1, used)
        told = self.paragraphs[at : at + max(1, used)]
        between = votes.divided(" ".join(p.text for p in told)) is not None
        self.now.divided = self.now.divided or between or any(FOR_AMENDMENT.search(p.text) for p in told)
        return max(1, used)

    def _proof(self, at: int, used: int) -> list[Piece]:
        """What proves a recorded vote in few words: the sentence that announces it and the headings with their totals."""
        before = self.paragraphs[at - 1] if at else None
        pieces: list[Piece] = []
        if before and before.text.rstrip().endswith((":", ";")) and ANNOUNCES_VOTE.search(before.text):
            pieces.append((before, 0, len(before.text)))
        for paragraph in self.paragraphs[at : at + used + 1]:
            pieces += [(paragraph, match.start("side"), match.end()) for match in votes_recorded.SIDE.finditer(paragraph.text)]
        return pieces or [(self.paragraphs[at], 0, len(self.paragraphs[at].text))]

    def text(self, *, amendment: bool) -> tuple[str, tuple[str, ...]]:
        """The words that moved the motion, then, for an amendment, what it would change; and all its limbs."""
        if self.now.at is None:
            return "", ()
        mover = self.paragraphs[self.now.at].text
        first = "" if motions.only_names_movers(mover) else motions.mover_sentence(mover)
        moved = tuple(below(self.paragraphs, self.now.at) or ([] if first else beside(self.paragraphs, self.now.at)))
        if not moved:
            return first or mover, ()
        known = {_key(words) for words in self.now.words}
        new = [text for text in moved if _key(text) not in known] if amendment and known else list(moved)
        if not known:
            self.now.words = moved
        return " ".join(" ".join([first, *new]).split()[: len(first.split()) + MOST_NEW_WORDS]), moved


def _is_told_at_length(text: str) -> bool:
    """A paragraph of a discussion; the names of those who voted make none longer."""
    words = text.split()
    return len(words) > SHORT_VOTE and sum(word[0].islower() for word in words) > MOVERS_LINE


def _both(known: Mapping[str, Any] | None, told: Mapping[str, Any]) -> Mapping[str, Any]:
    """What one paragraph after another tells of a vote: "Cllrs A and B voted for." "Cllr C abstained." """
    return together(known, told) or told


def _counted(recorded: Mapping[str, Any], announced: Mapping[str, Any] | None) -> Mapping[str, Any]:
    """The names of a recorded vote with the numbers that were announced before them."""
    return {**recorded, **{side: announced[side] for side in votes.SIDES if announced[side] is not None}} if announced else recorded


def _key(text: str) -> str:
    """A limb without its marker and spaces, for telling which limbs are new."""
    return re.sub(r"^\W*(?:\w{1,3}\))?\W*|\W+", "", text.casefold())
