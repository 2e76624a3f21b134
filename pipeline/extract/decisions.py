"""What meetings decided: one row for each limb, with verbs, outcome, vote, proposer and seconder.

Only minutes and records of decisions taken are read: what a report recommends is no decision. An item is read from top to
bottom, so that a motion's proposer, a recorded vote and "Amendment lost" are joined to what they belong to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pipeline.extract import motions, resolving, votes
from pipeline.extract.limbs import CLOSES_QUOTE, Limb, Piece, limbs, says_something
from pipeline.extract.minutes import Item, emphasised, evidence_over, items, meetings
from pipeline.extract.motions import Motion
from pipeline.extract.nlp import Nlp
from pipeline.extract.outcomes import outcome_of, verbs_in
from pipeline.extract.resolving import Resolving, resolvings
from pipeline.language.dates import dates
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
IN_YEAR = re.compile(r"\b(?:in|since|during)\s+(?P<year>(?:19|20)\d\d)\b(?![/–-])")
IN_BEFORE = re.compile(r"\b(?:in|since|on|during|of)\s+(?:the\s+)?(?:\w+day,?\s+)?$", re.IGNORECASE)
ANNOUNCES_VOTE = re.compile(r"\bvot(?:e|es|ing)\b", re.IGNORECASE)
SHORT_VOTE = 45
"""Words: a longer paragraph after a resolution is something else than its vote."""
MOVERS_LINE = 12
"""Words of a line that names who proposed or seconded and says no more."""
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
        self.main: _Floor | None = None
        self.formal = frozenset(_scope(p) for p in self.paragraphs if any(found.marked for found in resolvings(p)))

    def decisions(self) -> Iterator[Decision]:
        at = 0
        while at < len(self.paragraphs):
            paragraph = self.paragraphs[at]
            vote, used = self._recorded(at)
            if vote:
                self.floor.vote, self.floor.vote_pieces = vote, self._proof(at, used)
                at += max(1, used)
                continue
            if paragraph.kind == "heading" and not resolving.HEADING.fullmatch(paragraph.text.strip(" *")):
                if at and paragraph.section != self.paragraphs[at - 1].section:
                    yield from self._close()
                self._moved(at)
                at += 1
                continue
            found, at = self._paragraph(at)
            yield from found
        yield from self._close()

    def _recorded(self, at: int) -> tuple[Mapping[str, Any] | None, int]:
        texts = [_printed(p) for p in self.paragraphs[at : at + 30]]
        return votes.recorded(texts) if votes.SIDE.search(texts[0]) else (None, 0)

    def _proof(self, at: int, used: int) -> list[Piece]:
        """What proves a recorded vote in few words: the sentence that announces it and the headings with their totals."""
        before = self.paragraphs[at - 1] if at else None
        pieces: list[Piece] = []
        if before and before.text.rstrip().endswith((":", ";")) and ANNOUNCES_VOTE.search(before.text):
            pieces.append((before, 0, len(before.text)))
        for paragraph in self.paragraphs[at : at + used + 1]:
            pieces += [(paragraph, match.start("side"), match.end()) for match in votes.SIDE.finditer(paragraph.text)]
        return pieces or [(self.paragraphs[at], 0, len(self.paragraphs[at].text))]

    def _paragraph(self, at: int) -> tuple[list[Decision], int]:
        paragraph = self.paragraphs[at]
        self._moved(at)
        found: list[Decision] = []
        after = at + 1
        if heading := resolving.HEADING.fullmatch(paragraph.text.strip(" *")):
            verb = re.search(r"resolved|agreed|decision|resolution|recommended|decided", paragraph.text.strip(" *"), re.IGNORECASE)
            at = self._past_movers(at)
            end = len(self.paragraphs[at].text)
            return self._resolved(at, Resolving(end if at != after - 1 else 0, end, end, (verb[0].upper(),) if verb else (), True))
        for stem in resolvings(paragraph):
            if self._is_talk(paragraph, stem):
                continue
            rows, after = self._resolved(at, stem)
            found += rows
        if not found:
            found += self._outcome(at)
        return found, after

    def _past_movers(self, at: int) -> int:
        """The last of the lines under "Resolution" that only name proposer and seconder."""
        while at + 1 < len(self.paragraphs):
            text = self.paragraphs[at + 1].text
            if len(text.split()) > MOVERS_LINE or not (motions.motion(text) or motions.seconded(text)):
                break
            at += 1
            self._moved(at)
        return at

    def _is_talk(self, paragraph: Paragraph, stem: Resolving) -> bool:
        """An unmarked "it was agreed" in a discussion whose item has a resolution of its own, or in a list of what was said."""
        sentence = paragraph.text[stem.start : stem.end]
        if stem.marked or not stem.verbs or stem.whole and "MINUTES" in sentence.upper():
            return False
        if self._is_old(sentence):
            return True
        if self.floor.motion:
            return False
        scope = _scope(paragraph)
        return scope in self.formal or (None in self.formal if scope else bool(self.formal)) or self._under_discussion(paragraph)

    def _is_old(self, sentence: str) -> bool:
        """A decision dated before the meeting: "The Council agreed in 2014 to raise a loan"."""
        held = self.structure.parts[self.paragraphs[0].part].meeting_date
        years = [match["year"] for match in IN_YEAR.finditer(sentence)]
        earlier = [found.iso for found in dates(sentence) if IN_BEFORE.search(sentence[: found.start])]
        return bool(held) and any(iso < str(held)[: len(iso)] for iso in (*years, *earlier))

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
        if motions.spoken(text):
            self.floor = _Floor(found or self.floor.motion or Motion(), at)
            return
        if found and self.floor.at is not None and motions.same(text):
            known = self.floor.motion or Motion()
            self.floor.motion = replace(found, seconder=found.seconder or known.seconder, amendment=known.amendment)
            return
        if found and not (self.floor.motion and self.floor.motion.proposer == found.proposer and not found.seconder):
            self.floor.motion = found
            self.floor.at, self.floor.vote, self.floor.vote_pieces = at, None, []
            if not found.amendment:
                self.main = _Floor(found, at)
        if self.floor.motion:
            self.floor.motion = motions.with_seconder(self.floor.motion, text)
            if self.main and self.main.at == self.floor.at:
                self.main.motion = self.floor.motion

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
            self.floor, self.main = _Floor(words=self.floor.words), None
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
        motion = self._mover(paragraph.text[stem.start : stem.end])
        return self._decision(
            pieces, limb.text, verbs, outcome_of(stem.verbs, own, limb.text, motion.amendment), motion, vote, unanimous, _label(limb, paragraph, self.item.number)
        )

    def _mover(self, sentence: str) -> Motion:
        """Proposer and seconder that the resolution's own sentence names, else those of the motion on the floor."""
        own, second = motions.motion(sentence), motions.seconded(sentence)
        if own and (own.seconder or not self.floor.motion):
            return own
        floor = self.floor.motion or Motion()
        return Motion(None, second) if second and floor.seconder not in (None, second) else floor

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
            if found.amendment and self._told_again(at):
                return []
            piece = (paragraph, start, end)
            amendment = found.amendment or (self.floor.motion is not None and self.floor.motion.amendment)
            if found.how == "agreed" and not amendment:
                self.floor.carried = [*self.floor.vote_pieces, piece]
                return []
            return self._fate(found, [*self.floor.vote_pieces, piece], amendment)
        return []

    def _told_again(self, at: int) -> bool:
        """ "Amendment carried." and then "The Chairman put the amendment to the vote and it was agreed": one event, told last."""
        following = self.paragraphs[at + 1].text if at + 1 < len(self.paragraphs) else ""
        found = motions.outcome(following)
        return found is not None and found.amendment and not motions.motion(following)

    def _fate(self, found: motions.Outcome, pieces: list[Piece], amendment: bool) -> list[Decision]:
        """The row of a motion or amendment that was put to the vote."""
        motion = self.floor.motion or Motion()
        text, moved = self._motion_text(amendment)
        if not text:
            text = " ".join(p.text[a:b] for p, a, b in pieces)
        row = self._decision(pieces, text, (found.word,), found.how, motion, self.floor.vote, self.floor.unanimous, None)
        words = moved if found.how == "agreed" and moved else self.floor.words
        self.floor = replace(self.main, words=words) if amendment and self.main else _Floor(words=words)
        return [row]

    def _motion_text(self, amendment: bool) -> tuple[str, tuple[str, ...]]:
        """The words that moved the motion, then, for an amendment, what it would change; and all its limbs."""
        if self.floor.at is None:
            return "", ()
        first = self.paragraphs[self.floor.at]
        moved = tuple(self._block(self.floor.at))
        if not moved:
            return first.text, ()
        known = {_key(words) for words in self.floor.words}
        new = [text for text in moved if _key(text) not in known] if amendment and known else list(moved)
        if not amendment and not self.floor.words or not known:
            self.floor.words = moved
        return " ".join(" ".join([first.text, *new]).split()[: len(first.text.split()) + MOST_NEW_WORDS]), moved

    def _block(self, at: int) -> list[str]:
        """The paragraphs that hold a motion's words: a quotation to its end, else those after a colon up to the vote."""
        below = [p for p in self.paragraphs[at + 1 : at + WHOLE_MOTION]]
        quoted = bool(below) and below[0].text.startswith(("“", '"'))
        if not (quoted or self.paragraphs[at].text.rstrip(" \"”").endswith((":", ";", "that"))):
            return []
        block: list[str] = []
        for paragraph in below:
            if paragraph.kind == "heading" or votes.SIDE.match(paragraph.text) or not quoted and ANNOUNCES_VOTE.search(paragraph.text):
                break
            block.append(paragraph.text)
            if quoted and CLOSES_QUOTE.search(paragraph.text):
                break
        return block

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


def _scope(paragraph: Paragraph) -> str | None:
    """The matter that a paragraph of an item is about: "53.1" for 53.1.3; None where numbers do not go so deep."""
    number = paragraph.number or ""
    return number.rpartition(".")[0] if number.count(".") >= 2 else None


def _printed(paragraph: Paragraph) -> str:
    """The text with the total that stands in brackets before or instead of it: "(8)"."""
    return f"{paragraph.marker} {paragraph.text}" if paragraph.marker and re.fullmatch(r"\(\d+\)", paragraph.marker) else paragraph.text


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
