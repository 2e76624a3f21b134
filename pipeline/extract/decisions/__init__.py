"""What meetings decided: one row for each limb, with verbs, outcome, vote, proposer and seconder.

Only minutes and records of decisions taken are read: what a report recommends is no decision. An item is read from top to
bottom, so that a motion's proposer, a recorded vote and "Amendment lost" are joined to what they belong to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from pipeline.extract.decisions import fates, resolving_cues, votes
from pipeline.extract.decisions.alone import RESPONSE
from pipeline.extract.decisions.floor import Floor
from pipeline.extract.decisions.motions import Motion
from pipeline.extract.decisions.near import beside, meant, recorded_below, short, told_again
from pipeline.extract.decisions.outcomes import outcome_of, verbs_in
from pipeline.extract.decisions.resolving import Resolving
from pipeline.extract.decisions.rows import Said, decision, label
from pipeline.extract.decisions.talk import Talk
from pipeline.extract.decisions.unmoved import by_a_word, proposal
from pipeline.extract.decisions.votes_named import dissents, named, together
from pipeline.extract.limb import Limb, Piece
from pipeline.extract.limbs import limbs, says_something
from pipeline.extract.minutes import Item, body, emphasised, items, meetings, subject_of
from pipeline.extract.nlp import Nlp
from pipeline.language.sentences import sentences
from pipeline.model.facts import Decision
from pipeline.model.structure import Paragraph, Structure

VOTE_AFTER = re.compile(
    r"^[\s(*]*(?:(?:the )?vot(?:e|es|ing|ed)|on (?:a|being put to (?:a|the)) vote|(?:for|in favour)\s*[:(–-]|\d+ "
    r"(?:votes? )?(?:for|in favour)|by \d+|unanimous|carried|agreed unanimously|all in favour)",
    re.IGNORECASE,
)
HEADING_VERB = re.compile(r"resolved|agreed|decision|resolution|recommended|decided", re.IGNORECASE)


def extract(structure: Structure, nlp: Nlp) -> Iterator[Decision]:  # noqa: ARG001  (the signature of extractors)
    """Every decision that the document's minutes record, in reading order."""
    for part, paragraphs in meetings(structure):
        subject = subject_of(paragraphs) if part.kind == "decision_record" else None
        for item in items(structure, paragraphs):
            named = replace(item, title=subject) if subject and item.number is None else item
            yield from _Reading(structure, named).decisions()


class _Reading:
    """One item read from top to bottom."""

    def __init__(self, structure: Structure, item: Item) -> None:
        self.structure, self.item, self.paragraphs = structure, item, item.paragraphs
        self.told_to = 0
        """Where the paragraphs end whose recorded vote has been taken with the resolution or outcome above them."""
        self.floor = Floor(item.paragraphs, structure.tables)
        self.talk = Talk(structure, item.paragraphs)

    def decisions(self) -> Iterator[Decision]:
        at = 0
        while at < len(self.paragraphs):
            if at < self.told_to:
                at = self.told_to
            elif used := self.floor.record(at):
                at += used
            elif self._is_heading(at):
                if at and self.paragraphs[at].section != self.paragraphs[at - 1].section:
                    yield from self._close()
                self.floor.move(at)
                at += 1
            else:
                found, at = self._paragraph(at)
                yield from found
        yield from self._close()

    def _is_heading(self, at: int) -> bool:
        return self.paragraphs[at].kind == "heading" and not resolving_cues.HEADING.fullmatch(self.paragraphs[at].text.strip(" *"))

    def _paragraph(self, at: int) -> tuple[list[Decision], int]:
        paragraph = self.paragraphs[at]
        found: list[Decision] = list(self._close()) if self.floor.opens(at) else []
        self.floor.move(at)
        if resolving_cues.HEADING.fullmatch(paragraph.text.strip(" *")):
            return self._headed(at)
        after, closed = at + 1, len(found)
        for stem in self.talk.stems[paragraph.index]:
            if not self.talk.holds(paragraph, stem, moved=self.floor.near(at)):
                rows, after = self._resolved(at, stem)
                found += rows
        return (found, after) if len(found) > closed else ([*found, *self._outcome(at)], after)

    def _headed(self, at: int) -> tuple[list[Decision], int]:
        """ "Decision", "RESOLVED:" alone on its line, over what was decided."""
        verb = HEADING_VERB.search(self.paragraphs[at].text)
        last = self.floor.past_movers(at)
        end = len(self.paragraphs[last].text)
        found, after = self._resolved(last, Resolving(end if last != at else 0, end, end, (verb[0].upper(),) if verb else (), True))
        return found or self._alone(at), after

    def _resolved(self, at: int, stem: Resolving) -> tuple[list[Decision], int]:
        paragraph = self.paragraphs[at]
        if stem.whole:
            found, after = [Limb(((paragraph, stem.start, stem.end),))], at + 1
        else:
            found, after = limbs(self.paragraphs, at, stem.complement, stem.end)
        below = short(self.paragraphs, after)
        vote, unanimous = self._vote(at, stem, after, below)
        self.floor.move_below(below)
        lost = self._amendment_lost() or self._amendment_told(paragraph, stem)
        self.floor.settle(paragraph.text[stem.start : stem.end])
        below_it = self.floor.now.at is None and self.floor.now.motion is not None
        contested = bool(vote and vote.get("candidates"))
        known = not contested and (stem.marked or below_it or self.floor.near(at))
        motion = self.floor.mover(paragraph.text[stem.start : stem.end], known=known)
        if stem.whole and resolving_cues.THIS.match(paragraph.text[stem.start : stem.end]):
            found = meant(self.paragraphs, at, stem) or found
        elif len(found) == 1 and RESPONSE.fullmatch(found[0].text) and stem.start > body(paragraph):
            found = meant(self.paragraphs, at, stem)
        rows = [self._row(limb, stem, paragraph, motion, vote, unanimous) for limb in found if limb.text or stem.whole]
        rows = [row for row in rows if row.verbs]
        if rows:
            self.floor.clear()
        return [*lost, *rows], after

    def _amendment_lost(self) -> list[Decision]:
        """An amendment that a division between it and the motion defeats, where no words say so."""
        now = self.floor.now
        if not (now.divided and now.proof and now.motion and now.motion.amendment and self.floor.motion_won()):
            return []
        text, _ = self.floor.text(amendment=True)
        said = Said(("LOST",), "lost", now.motion, votes.turned(now.vote), False)
        return [replace(decision(self.structure, self.item, list(now.proof), text, said), basis="derived")]

    def _amendment_told(self, paragraph: Paragraph, stem: Resolving) -> list[Decision]:
        """ "The amendment was declared lost, and upon being put to the vote it was RESOLVED": two events in one sentence."""
        found = fates.outcome(paragraph.text[stem.start : stem.complement])
        aside = found is not None and found.amendment and self.floor.is_aside()
        return [self._fate(found, [(paragraph, stem.start, stem.complement)], True)] if found and aside else []

    def _vote(self, at: int, stem: Resolving, after: int, below: str) -> tuple[Mapping[str, Any] | None, bool]:
        """The vote on a resolution: in its sentence, before its verb first; on the floor; in the line below; beside it in its paragraph."""
        text = self.paragraphs[at].text
        sentence = text[stem.start : stem.end]
        verb = sentence if stem.whole else sentence[: max(0, stem.complement - stem.start)]
        before, rest = beside(self.paragraphs[at], stem, self.talk)
        on_it = below if VOTE_AFTER.match(below) else ""
        vote = votes.votes(verb) or votes.votes(sentence) or self.floor.vote(at)
        vote = vote or self._recorded_below(after)
        vote = vote or next((found for words in (on_it, rest, before) if (found := votes.votes(words))), None)
        who = next((found for words in (sentence, rest, below) if (found := named(words))), None)
        said = (sentence, before, rest, on_it)
        together_for = self.floor.unanimous(at) or any(votes.unanimous(words) for words in said)
        return together(vote, who), together_for and not any(dissents(words) for words in said)

    def _recorded_below(self, after: int, told: Mapping[str, Any] | None = None) -> Mapping[str, Any] | None:
        vote, until = recorded_below(self.paragraphs, self.structure.tables, after, told)
        self.told_to = max(self.told_to, until)
        return vote

    def _row(
        self, limb: Limb, stem: Resolving, paragraph: Paragraph, motion: Motion, vote: Mapping[str, Any] | None, unanimous: bool
    ) -> Decision:
        if not vote and (votes.VOTING.search(limb.text) or votes.RECEIVED.search(limb.text)):
            vote = votes.votes(limb.text)
        unanimous = unanimous or bool(votes.UNANIMOUS_ASIDE.search(limb.text))
        own = verbs_in(limb, emphasised) or (verbs_in(limb.above, emphasised) if limb.above else ())
        alone = not limb.marker and not stem.whole and limb.pieces[0][0] is paragraph
        pieces = [(paragraph, stem.start, limb.pieces[0][2]), *limb.pieces[1:]] if alone else list(limb.pieces)
        outcome = outcome_of(stem.verbs, own, limb.text, motion.amendment)
        verbs = tuple(dict.fromkeys((*stem.verbs, *own)))
        return decision(
            self.structure,
            self.item,
            pieces,
            limb.text,
            Said(verbs, outcome, motion, vote, unanimous, label(limb, paragraph, self.item.number)),
        )

    def _outcome(self, at: int) -> list[Decision]:
        """ "Amendment lost", "Agreed unanimously": the fate of the motion on the floor; one that is carried waits for "RESOLVED"."""
        paragraph, floor = self.paragraphs[at], self.floor
        for start, end in sentences(paragraph.text):
            sentence = paragraph.text[start:end]
            found = fates.outcome(sentence)
            if not found or not (floor.now.motion or found.named):
                if found and found.how == "agreed" and fates.PROPOSES.search(paragraph.text[:start]):
                    return [proposal(self.structure, self.item, at, (start, end), found)]
                continue
            told = floor.now.vote or votes.votes(sentence) or votes.votes(paragraph.text)
            below = None if told and told.get("names") else self._recorded_below(at + 1, told)
            floor.now.vote = together(together(told, below), named(paragraph.text))
            if votes.divided(paragraph.text) is not None:
                floor.now.divided, floor.now.proof = True, floor.now.proof or [(paragraph, start, end)]
            floor.now.unanimous = (floor.now.unanimous or votes.unanimous(sentence)) and not dissents(sentence)
            if found.amendment and told_again(self.paragraphs, at):
                return []
            lost = self._amendment_lost() if found.motion and found.how == "agreed" else []
            if found.motion:
                floor.back_to_main()
            aside = found.amendment or floor.is_aside()
            pieces = [*floor.now.proof, (paragraph, start, end)]
            if found.how == "agreed" and not aside and (floor.now.motion or not found.itself):
                floor.now.carried = pieces
                return lost
            return [*lost, self._fate(found, pieces, aside)]
        floor.hear(at)
        return self._alone(at)

    def _alone(self, at: int) -> list[Decision]:
        """ "Noted." as all that an item says of its outcome."""
        busy = self.floor.now.motion is not None and self.floor.now.at != at
        formal = self.talk.formal and not self.talk.of_applications
        found = None if busy or formal else by_a_word(self.structure, self.item, at)
        if found:
            self.floor.clear()
        return [found] if found else []

    def _fate(self, found: fates.Outcome, pieces: list[Piece], amendment: bool) -> Decision:
        """The row of a motion or amendment that was put to the vote."""
        text, moved = self.floor.text(amendment=amendment)
        now = self.floor.now
        vote = votes.turned(now.vote) if amendment and now.divided else now.vote
        said = Said((found.word,), found.how, now.motion or Motion(), vote, now.unanimous)
        changes = found.how == "agreed" and not (now.motion and now.motion.procedural)
        self.floor.dealt_with(amendment=amendment, agreed=changes, moved=moved)
        return decision(self.structure, self.item, pieces, text or " ".join(p.text[a:b] for p, a, b in pieces), said)

    def _close(self) -> Iterator[Decision]:
        """A motion carried without a resolution after it is itself the decision."""
        now = self.floor.now
        if now.carried:
            last, start, end = now.carried[-1]
            found = fates.outcome(last.text[start:end])
            text, _ = self.floor.text(amendment=False)
            if now.at is not None or says_something(last.text[start:end]):
                words, verbs = text or last.text[start:end], (found.word if found else "CARRIED",)
                said = Said(verbs, outcome_of(verbs, (), words), now.motion or Motion(), now.vote, now.unanimous)
                yield decision(self.structure, self.item, now.carried, words, said)
        elif self.floor.carries_itself(self.item.title):
            assert now.at is not None
            mover = self.paragraphs[now.at]
            said = Said(("PROPOSED",), outcome_of((), (), mover.text), now.motion or Motion(), now.vote, now.unanimous)
            yield replace(decision(self.structure, self.item, [(mover, body(mover), len(mover.text))], mover.text, said), basis="derived")
        elif (won := self.floor.won()) is not None:
            text, _ = self.floor.text(amendment=False)
            how = outcome_of((), (), text) if won else "lost"
            said = Said(("CARRIED" if won else "LOST",), how, now.motion or Motion(), now.vote, False)
            yield replace(decision(self.structure, self.item, now.proof, text, said), basis="derived")
        self.floor = Floor(self.paragraphs, self.structure.tables)
