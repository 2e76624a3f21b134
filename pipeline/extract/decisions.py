"""What meetings decided: one row for each limb, with verbs, outcome, vote, proposer and seconder.

Only minutes and records of decisions taken are read: what a report recommends is no decision. An item is read from top to
bottom, so that a motion's proposer, a recorded vote and "Amendment lost" are joined to what they belong to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pipeline.extract import motions, resolving, votes
from pipeline.extract.limbs import Limb, Piece, limbs, says_something
from pipeline.extract.minutes import Item, emphasised, evidence_over, items, meetings
from pipeline.extract.motions import Motion
from pipeline.extract.nlp import Nlp
from pipeline.extract.outcomes import outcome_of, verbs_in
from pipeline.extract.resolving import Resolving, resolvings
from pipeline.language.sentences import sentences
from pipeline.model.documents import Paragraph, Structure
from pipeline.model.facts import Decision

EXTRACTOR = "decisions 1"
DISCUSSION = re.compile(
    r"\b(?:discuss(?:ed|ion)|points?|questions?|comments?|issues|raised|queried|updated?|presentation|introduced|reported|highlighted|summary|explained|informed|advised|outlined|noted)\b",
    re.IGNORECASE,
)
"""A lead-in like this introduces what was said, not what was resolved."""
VOTE_AFTER = re.compile(r"^[\s(*]*(?:vot(?:e|es|ing|ed)|on (?:a|being put to (?:a|the)) vote|(?:for|in favour)\s*[:(–-]|\d+ (?:votes? )?(?:for|in favour)|by \d+|unanimous|carried|agreed unanimously|all in favour)", re.IGNORECASE)
NEW_MOTION = re.compile(r"\b(?:I|We) will move\b", re.IGNORECASE)
SHORT_VOTE = 45
"""Words: a longer paragraph after a resolution is something else than its vote."""
MOST_NEW_WORDS = 60
WHOLE_MOTION = 24
"""Paragraphs that the text of a motion can run over."""


@dataclass
class _Floor:
    """What is before the meeting while an item is read."""

    motion: Motion | None = None
    at: int | None = None
    """Index in the item of the paragraph that moved it."""
    vote: Mapping[str, Any] | None = None
    unanimous: bool = False
    words: tuple[str, ...] = ()
    """The limbs of the last motion that stands, to tell what an amendment changes."""
    carried: list[Piece] = field(default_factory=list)
    vote_pieces: list[Piece] = field(default_factory=list)


def extract(structure: Structure, nlp: Nlp) -> Iterator[Decision]:  # noqa: ARG001  (the signature of extractors)
    """Every decision that the document's minutes record, in reading order."""
    for _, paragraphs in meetings(structure):
        for item in items(structure, paragraphs):
            yield from _Reading(structure, item).decisions()


class _Reading:
    """One item read from top to bottom."""

    def __init__(self, structure: Structure, item: Item) -> None:
        self.structure, self.item = structure, item
        self.paragraphs = item.paragraphs
        self.floor = _Floor()
        self.formal = any(found.marked for p in self.paragraphs for found in resolvings(p))

    def decisions(self) -> Iterator[Decision]:
        at = 0
        while at < len(self.paragraphs):
            paragraph = self.paragraphs[at]
            if paragraph.kind == "heading" and not resolving.HEADING.fullmatch(paragraph.text.strip(" *")):
                if paragraph.section != self.paragraphs[at - 1].section and at:
                    yield from self._close()
                at += 1
                continue
            vote, used = self._recorded(at)
            if vote:
                self.floor.vote, self.floor.vote_pieces = vote, [(paragraph, 0, len(paragraph.text))]
                at += max(1, used)
                continue
            found, at = self._paragraph(at)
            yield from found
        yield from self._close()

    def _recorded(self, at: int) -> tuple[Mapping[str, Any] | None, int]:
        texts = [p.text for p in self.paragraphs[at : at + 30]]
        return votes.recorded(texts) if votes.SIDE.search(texts[0]) else (None, 0)

    def _paragraph(self, at: int) -> tuple[list[Decision], int]:
        paragraph = self.paragraphs[at]
        self._moved(at)
        found: list[Decision] = []
        after = at + 1
        if heading := resolving.HEADING.fullmatch(paragraph.text.strip(" *")):
            verb = re.match(r"resolved|agreed|decision|resolution|recommended|decided", paragraph.text.strip(" *"), re.IGNORECASE)
            stem = Resolving(0, heading.end(), len(paragraph.text), (verb[0].upper(),) if verb else (), True)
            return self._resolved(at, stem)
        for stem in resolvings(paragraph):
            if self._is_talk(paragraph, stem):
                continue
            rows, after = self._resolved(at, stem)
            found += rows
        if not found:
            found += self._outcome(at)
        return found, after

    def _is_talk(self, paragraph: Paragraph, stem: Resolving) -> bool:
        """An unmarked "it was agreed" in a discussion whose item has a resolution of its own, or in a list of what was said."""
        if stem.marked or not stem.verbs or stem.whole and "MINUTES" in paragraph.text[stem.start : stem.end].upper():
            return False
        return self.formal and not self.floor.motion or self._under_discussion(paragraph)

    def _under_discussion(self, paragraph: Paragraph) -> bool:
        lead = paragraph.lead_in
        while lead is not None:
            above = self.structure.paragraphs[lead]
            if DISCUSSION.search(above.text) and not any(found.marked for found in resolvings(above)):
                return True
            lead = above.lead_in
        return False

    def _moved(self, at: int) -> None:
        """Keep the motion that a paragraph moves, or the seconder that it adds."""
        text = self.paragraphs[at].text
        found = motions.motion(text)
        if found and not (self.floor.motion and self.floor.motion.proposer == found.proposer and not found.seconder):
            self.floor.motion = found
            self.floor.at, self.floor.vote, self.floor.vote_pieces = at, None, []
        if self.floor.motion:
            self.floor.motion = motions.with_seconder(self.floor.motion, text)

    def _resolved(self, at: int, stem: Resolving) -> tuple[list[Decision], int]:
        paragraph = self.paragraphs[at]
        if stem.whole:
            found, after = [Limb(((paragraph, stem.start, stem.end),))], at + 1
        else:
            found, after = limbs(self.paragraphs, at, stem.complement, stem.end)
        sentence = paragraph.text[stem.start : stem.end]
        before = paragraph.text[: stem.start] if len(paragraph.text[: stem.start].split()) < SHORT_VOTE else ""
        vote = votes.votes(sentence[: max(0, stem.complement - stem.start)] if not stem.whole else sentence) or votes.votes(sentence) or self.floor.vote or self._vote_after(after)
        unanimous = votes.unanimous(sentence) or self.floor.unanimous or votes.unanimous(before) or self._unanimous_after(after)
        rows = [self._row(limb, stem, paragraph, vote, unanimous, len(found) > 1) for limb in found if limb.text or stem.whole]
        if not stem.verbs:
            rows = [row for row in rows if row.verbs]
        if rows:
            self.floor = _Floor(words=self.floor.words)
        return rows, after

    def _vote_after(self, after: int) -> Mapping[str, Any] | None:
        text = self._short_after(after)
        if not text:
            return None
        recorded, _ = self._recorded(after)
        return recorded or (votes.votes(text) if VOTE_AFTER.match(text) else None)

    def _unanimous_after(self, after: int) -> bool:
        text = self._short_after(after)
        return bool(text) and bool(VOTE_AFTER.match(text)) and votes.unanimous(text)

    def _short_after(self, after: int) -> str:
        if after >= len(self.paragraphs) or self.paragraphs[after].kind == "heading":
            return ""
        text = self.paragraphs[after].text
        return text if len(text.split()) < SHORT_VOTE or votes.SIDE.search(text) else ""

    def _row(self, limb: Limb, stem: Resolving, paragraph: Paragraph, vote: Mapping[str, Any] | None, unanimous: bool, several: bool) -> Decision:
        own = verbs_in(limb, emphasised) or (verbs_in(limb.above, emphasised) if limb.above else ())
        verbs = tuple(dict.fromkeys((*stem.verbs, *own)))
        alone = not limb.marker and not stem.whole and limb.pieces[0][0] is paragraph
        pieces = [(paragraph, stem.start, limb.pieces[0][2]), *limb.pieces[1:]] if alone else list(limb.pieces)
        motion = self.floor.motion or Motion()
        return self._decision(
            pieces, limb.text, verbs, outcome_of(stem.verbs, own, limb.text, motion.amendment), motion, vote, unanimous, _label(limb, paragraph, self.item.number)
        )

    def _outcome(self, at: int) -> list[Decision]:
        """ "Amendment lost", "Agreed unanimously": the fate of the motion on the floor; one that is carried waits for "RESOLVED"."""
        paragraph = self.paragraphs[at]
        for start, end in sentences(paragraph.text):
            found = motions.outcome(paragraph.text[start:end])
            if not found or not (self.floor.motion or found.named):
                continue
            sentence = paragraph.text[start:end]
            self.floor.vote = self.floor.vote or votes.votes(sentence)
            self.floor.unanimous = self.floor.unanimous or votes.unanimous(sentence)
            piece = (paragraph, start, end)
            amendment = found.amendment or (self.floor.motion is not None and self.floor.motion.amendment)
            if found.how == "agreed" and not amendment:
                self.floor.carried = [*self.floor.vote_pieces, piece]
                return []
            return self._fate(found, [*self.floor.vote_pieces, piece], amendment)
        return []

    def _fate(self, found: motions.Outcome, pieces: list[Piece], amendment: bool) -> list[Decision]:
        """The row of a motion or amendment that was put to the vote."""
        motion = self.floor.motion or Motion()
        text, moved = self._motion_text(amendment)
        if not text:
            text = " ".join(p.text[a:b] for p, a, b in pieces)
        row = self._decision(pieces, text, (found.word,), found.how, motion, self.floor.vote, self.floor.unanimous, None)
        self.floor = _Floor(words=moved if found.how == "agreed" and moved else self.floor.words)
        return [row]

    def _motion_text(self, amendment: bool) -> tuple[str, tuple[str, ...]]:
        """The words that moved the motion, then, for an amendment, what it would change; and all its limbs."""
        if self.floor.at is None:
            return "", ()
        first = self.paragraphs[self.floor.at]
        block = [p.text for p in self.paragraphs[self.floor.at + 1 : self.floor.at + WHOLE_MOTION]]
        close = next((i for i, text in enumerate(block) if re.search(r"[”\"]\s*\.?$", text)), -1)
        moved = tuple(block[: close + 1])
        known = {_key(words) for words in self.floor.words}
        new = [text for text in moved if _key(text) not in known] if amendment and known else list(moved)
        if not amendment and not self.floor.words or not known:
            self.floor.words = moved
        return " ".join(" ".join([first.text, *new]).split()[: len(first.text.split()) + MOST_NEW_WORDS]), moved

    def _close(self) -> Iterator[Decision]:
        """A motion carried without a resolution after it is itself the decision."""
        if not self.floor.carried:
            self.floor = _Floor()
            return
        text, _ = self._motion_text(False)
        pieces = self.floor.carried
        last, start, end = pieces[-1]
        found = motions.outcome(last.text[start:end])
        word = (found.word if found else "CARRIED",)
        if self.floor.at is not None or says_something(last.text[start:end]):
            yield self._decision(pieces, text or last.text[start:end], word, "agreed", self.floor.motion or Motion(), self.floor.vote, self.floor.unanimous, None)
        self.floor = _Floor()

    def _decision(
        self, pieces: Sequence[Piece], text: str, verbs: tuple[str, ...], outcome: str, motion: Motion, vote: Mapping[str, Any] | None, unanimous: bool, label: str | None
    ) -> Decision:
        first = pieces[0][0]
        number = self.item.number
        return Decision(
            evidence=evidence_over(self.structure, pieces),
            extractor=EXTRACTOR,
            item=number,
            item_title=self.item.title,
            minute_number=first.number or next((p.number for p in self._above(first) if p.number), None) or number,
            paragraph=label or first.label,
            verbs=verbs,
            text=text,
            outcome=outcome,
            proposer=motion.proposer,
            seconder=motion.seconder,
            votes=vote,
            unanimous=unanimous,
        )

    def _above(self, paragraph: Paragraph) -> Iterator[Paragraph]:
        lead = paragraph.lead_in
        while lead is not None:
            paragraph = self.structure.paragraphs[lead]
            yield paragraph
            lead = paragraph.lead_in


def _key(text: str) -> str:
    """A limb without its marker and spaces, for telling which limbs are new."""
    return re.sub(r"^\W*(?:\w{1,3}\))?\W*|\W+", "", text.casefold())


def _label(limb: Limb, stem: Paragraph, item: str | None) -> str | None:
    """As a person cites it: the limb's own label, else the stem's number and its marker, else the item's."""
    own = limb.pieces[0][0]
    if not limb.marker or limb.marker == "-":
        return own.label or stem.label
    if own is not stem and own.label and own.label != limb.marker:
        return own.label
    above = stem.label or stem.number or item
    return f"{above} {limb.marker}" if above else limb.marker
