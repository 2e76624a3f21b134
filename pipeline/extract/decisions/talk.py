"""What only looks like a decision: an unmarked "it was agreed" in a discussion, or one of an earlier year.

Comes in: the paragraphs of an item and a sentence that seems to decide. Goes out: whether it is talk.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.decisions.alone import PLANNING
from pipeline.extract.decisions.resolving import Resolving, resolvings
from pipeline.extract.decisions.resolving_cues import HEADING
from pipeline.extract.minutes import body
from pipeline.language.dates import dates
from pipeline.model.structure import Paragraph, Structure

DISCUSSION = re.compile(
    r"\b(?:discuss(?:ed|ion)|points?|questions?|comments?|issues|raised|queried|updated?|presentation|"
    r"introduced|reported|highlighted|summary|explained|informed|advised|outlined|noted)\b",
    re.IGNORECASE,
)
"""A lead-in like this introduces what was said, not what was resolved."""
IN_YEAR = re.compile(r"\b(?:in|since|during)\s+(?P<year>(?:19|20)\d\d)\b(?![/–-])")
IN_BEFORE = re.compile(r"\b(?:in|since|on|during|of)\s+(?:the\s+)?(?:\w+day,?\s+)?$", re.IGNORECASE)

ELECTED, OFFICE = frozenset(("ELECTED", "RE-ELECTED", "APPOINTED")), re.compile(r"\b(?:[Vv]ice[- ])?[Cc]hair(?:man|person)?\b|\bMayor\b")
""" "Councillor Orr was elected Chairman" leaves no doubt."""
OF_MEETING = re.compile(r"\b(?:minutes?|meetings?)\b[^.;]{0,40}$", re.IGNORECASE)
"""The date of the minutes that are approved is none of a decision."""


class Talk:
    """Knows which matters of an item have a marked resolution: there, an unmarked one is talk."""

    def __init__(self, structure: Structure, paragraphs: Sequence[Paragraph]) -> None:
        self.structure, self.paragraphs = structure, paragraphs
        self.held = structure.parts[paragraphs[0].part].meeting_date
        self.stems = {p.index: tuple(resolvings(p)) for p in paragraphs}
        """The sentences of each paragraph that decide or seem to."""
        self.formal = frozenset(_scope(p) for p in paragraphs if self._is_formal(p))

    @property
    def of_applications(self) -> bool:
        """Whether the item lists planning applications, each with what was said to it."""
        return any(PLANNING.search(p.text) for p in self.paragraphs if p.kind == "heading")

    def _is_formal(self, paragraph: Paragraph) -> bool:
        """A marked sentence, or "RESOLVED" alone over what was decided."""
        return any(found.marked for found in self.stems[paragraph.index]) or (
            paragraph.text.isupper() and bool(HEADING.fullmatch(paragraph.text.strip(" *")))
        )

    def holds(self, paragraph: Paragraph, stem: Resolving, *, moved: bool) -> bool:
        """Whether a sentence that seems to decide is talk; `moved`: a motion is on the floor."""
        sentence = paragraph.text[stem.start : stem.end]
        if stem.marked or not stem.verbs or (stem.whole and "MINUTES" in sentence.upper()):
            return False
        if self._is_old(sentence):
            return True
        if moved or self._alone(paragraph, stem) or (stem.whole and OFFICE.search(sentence) and ELECTED & set(stem.verbs)):
            return False
        scope = _scope(paragraph)
        return scope in self.formal or (None in self.formal if scope else bool(self.formal)) or self._under_discussion(paragraph)

    def _alone(self, paragraph: Paragraph, stem: Resolving) -> bool:
        """A numbered paragraph that says nothing else: "12.1 The financial statement was received and noted." """
        said = paragraph.text[body(paragraph) :].strip()
        return bool(stem.whole and paragraph.number and said == paragraph.text[stem.start : stem.end].strip())

    def _is_old(self, sentence: str) -> bool:
        """A decision dated before the meeting: "The Council agreed in 2014 to raise a loan"."""
        years = [match["year"] for match in IN_YEAR.finditer(sentence)]
        told = [(found.iso, sentence[: found.start]) for found in dates(sentence)]
        earlier = [iso for iso, before in told if IN_BEFORE.search(before) and not OF_MEETING.search(before)]
        return bool(self.held) and any(iso < str(self.held)[: len(iso)] for iso in (*years, *earlier))

    def _under_discussion(self, paragraph: Paragraph) -> bool:
        lead = paragraph.lead_in
        while lead is not None:
            above = self.structure.paragraphs[lead]
            if DISCUSSION.search(above.text) and not any(found.marked for found in resolvings(above)):
                return True
            lead = above.lead_in
        return False


def _scope(paragraph: Paragraph) -> str | None:
    """The matter that a paragraph of an item is about: "53.1" for 53.1.3; None where numbers do not go so deep."""
    number = paragraph.number or ""
    return number.rpartition(".")[0] if number.count(".") >= 2 else None
