"""What is before the meeting while an item is read: the motion, its proposer and seconder, its words, the vote on it.

Comes in: the paragraphs of an item, one after another. It is the one thing of the extractors that changes while it is used,
because minutes tell a motion, its amendments, the vote and the outcome in that order.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pipeline.extract import motions, votes
from pipeline.extract.limbs import CLOSES_QUOTE, Piece
from pipeline.extract.motions import Motion
from pipeline.model.structure import Paragraph

ANNOUNCES_VOTE = re.compile(r"\bvot(?:e|es|ing)\b", re.IGNORECASE)
TOTAL_MARKER = re.compile(r"\(\d+\)")
MOVERS_LINE = 12
"""Words of a line that names who proposed or seconded and says no more."""
MOST_NEW_WORDS = 60
"""Words of an amendment that its row repeats after the sentence that moved it."""
NEAR = 4
"""Paragraphs between a motion and words that dispose of it without naming it."""
WHOLE_MOTION = 24
"""Paragraphs that the text of a motion can run over."""
WHOLE_VOTE = 30
"""Paragraphs that a recorded vote can run over: line by line in a text paper."""


@dataclass
class Question:
    """A motion or amendment and what has been said of it."""

    motion: Motion | None = None
    at: int | None = None
    """Index in the item of the paragraph that moved it."""
    vote: Mapping[str, Any] | None = None
    unanimous: bool = False
    words: tuple[str, ...] = ()
    """The limbs of the last motion that stands, to tell what an amendment changes."""
    carried: list[Piece] = field(default_factory=list)
    """Where it is said that it was carried."""
    proof: list[Piece] = field(default_factory=list)
    """What proves the vote."""


class Floor:
    """The question on the floor, and the main motion while its amendments are dealt with."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self.paragraphs = paragraphs
        self.now = Question()
        self.main: Question | None = None

    def clear(self) -> None:
        """Nothing is on the floor; what stands of the last motion is remembered."""
        self.now, self.main = Question(words=self.now.words), None

    def back_to_main(self) -> None:
        """The main motion is spoken of again after its amendments; a vote announced meanwhile is on it."""
        if self.main and self.now.motion and self.now.motion.amendment:
            self.now = replace(self.main, vote=self.now.vote, unanimous=self.now.unanimous, proof=self.now.proof)

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
        known = self.now.motion
        if found and not (known and known.proposer == found.proposer and not found.seconder):
            self.now.motion, self.now.at, self.now.vote, self.now.proof = found, at, None, []
            if not found.amendment:
                self.main = Question(found, at)
        if self.now.motion:
            self.now.motion = motions.with_seconder(self.now.motion, text)
            if self.main and self.main.at == self.now.at:
                self.main.motion = self.now.motion

    def move_below(self, text: str) -> None:
        """ "Proposed by Cllr A, seconded by Cllr B" on the line below a resolution."""
        found = motions.motion(text) if text and len(text.split()) <= MOVERS_LINE else None
        if found and not self.now.motion and not motions.outcome(text):
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
        return self.now.motion is not None and self.now.at is not None and at - self.now.at <= NEAR

    def mover(self, sentence: str, *, known: bool) -> Motion:
        """Proposer and seconder that the resolution's own sentence names, else (`known`) those of the motion on the floor."""
        own, second = motions.motion(sentence), motions.seconded(sentence)
        if own and (own.seconder or not self.now.motion):
            return own
        floor = (self.now.motion if known else None) or Motion()
        return Motion(None, second) if second and floor.seconder not in (None, second) else floor

    def recorded(self, at: int) -> tuple[Mapping[str, Any] | None, int]:
        """A recorded vote that begins here, and how many paragraphs it takes up."""
        if at >= len(self.paragraphs):
            return None, 0
        texts = [_printed(p) for p in self.paragraphs[at : at + WHOLE_VOTE]]
        both = " ".join(texts[:2])
        if votes.COUNTED.match(both):
            return votes.votes(both), 2
        return votes.recorded(texts) if votes.SIDE.search(texts[0]) else (None, 0)

    def record(self, at: int) -> int:
        """Keep a recorded vote that begins here; the number of its paragraphs, 0 where there is none."""
        vote, used = self.recorded(at)
        if not vote:
            return 0
        self.now.vote, self.now.proof = _counted(vote, self.now.vote), [*self.now.proof, *self._proof(at, used)]
        return max(1, used)

    def _proof(self, at: int, used: int) -> list[Piece]:
        """What proves a recorded vote in few words: the sentence that announces it and the headings with their totals."""
        before = self.paragraphs[at - 1] if at else None
        pieces: list[Piece] = []
        if before and before.text.rstrip().endswith((":", ";")) and ANNOUNCES_VOTE.search(before.text):
            pieces.append((before, 0, len(before.text)))
        for paragraph in self.paragraphs[at : at + used + 1]:
            pieces += [(paragraph, match.start("side"), match.end()) for match in votes.SIDE.finditer(paragraph.text)]
        return pieces or [(self.paragraphs[at], 0, len(self.paragraphs[at].text))]

    def text(self, *, amendment: bool) -> tuple[str, tuple[str, ...]]:
        """The words that moved the motion, then, for an amendment, what it would change; and all its limbs."""
        if self.now.at is None:
            return "", ()
        first = motions.mover_sentence(self.paragraphs[self.now.at].text)
        moved = tuple(self._block(self.now.at))
        if not moved:
            return first, ()
        known = {_key(words) for words in self.now.words}
        new = [text for text in moved if _key(text) not in known] if amendment and known else list(moved)
        if not known:
            self.now.words = moved
        return " ".join(" ".join([first, *new]).split()[: len(first.split()) + MOST_NEW_WORDS]), moved

    def _block(self, at: int) -> list[str]:
        """The paragraphs that hold a motion's words: a quotation to its end, else those after a colon up to the vote."""
        below = self.paragraphs[at + 1 : at + WHOLE_MOTION]
        quoted = bool(below) and below[0].text.startswith(("“", '"'))
        if not (quoted or self.paragraphs[at].text.rstrip(' "”').endswith((":", ";", "that"))):
            return []
        block: list[str] = []
        for paragraph in below:
            if paragraph.kind == "heading" or votes.SIDE.match(paragraph.text) or (not quoted and ANNOUNCES_VOTE.search(paragraph.text)):
                break
            block.append(paragraph.text)
            if quoted and CLOSES_QUOTE.search(paragraph.text):
                break
        return block


def _counted(recorded: Mapping[str, Any], announced: Mapping[str, Any] | None) -> Mapping[str, Any]:
    """The names of a recorded vote with the numbers that were announced before them."""
    return {**recorded, **{side: announced[side] for side in votes.SIDES if announced[side] is not None}} if announced else recorded


def _printed(paragraph: Paragraph) -> str:
    """The text with the total that stands in brackets before or instead of it: "(8)"."""
    marker = paragraph.marker or ""
    return f"{marker} {paragraph.text}" if TOTAL_MARKER.fullmatch(marker) else paragraph.text


def _key(text: str) -> str:
    """A limb without its marker and spaces, for telling which limbs are new."""
    return re.sub(r"^\W*(?:\w{1,3}\))?\W*|\W+", "", text.casefold())
