"""The words of a motion: after the sentence that moves it, after the line of its movers, or before that line under "Motion".

Comes in: the paragraphs of an item and the index of the one that moves. Goes out: the texts that hold what was moved.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from pipeline.extract.decisions import motions, votes_recorded
from pipeline.extract.limbs import CLOSES_QUOTE, OPENS_QUOTE
from pipeline.model.structure import Paragraph

ANNOUNCES_VOTE = re.compile(r"\bvot(?:e|es|ing)\b", re.IGNORECASE)
LABEL = re.compile(
    r"\W*(?:(?:first|second|third|further|original|substantive)\s+)?(?P<what>motion|amendment)(?:\s+(?:no\.?\s*)?\d+)?\W*", re.IGNORECASE
)
OPENS_MOTION = re.compile(r"\W*(?:[Tt]hat|To)\b|\s*[“\"]")
WHOLE_MOTION = 24
"""Paragraphs that the text of a motion can run over."""


def beside(paragraphs: Sequence[Paragraph], at: int) -> list[str]:
    """The words of a motion whose movers stand on a line of their own: after them, or before them under "Motion"."""
    after = at + 1
    while after < len(paragraphs) and motions.only_names_movers(paragraphs[after].text):
        after += 1
    if after < len(paragraphs) and OPENS_MOTION.match(paragraphs[after].text):
        return _quoted(paragraphs, after) if OPENS_QUOTE.match(paragraphs[after].text) else [paragraphs[after].text]
    above = paragraphs[at - 1].text if at else ""
    return [above] if OPENS_MOTION.match(above) or (at > 1 and LABEL.fullmatch(paragraphs[at - 2].text)) else []


def _quoted(paragraphs: Sequence[Paragraph], at: int) -> list[str]:
    """A quotation from the paragraph that opens it to the one that closes it."""
    block: list[str] = []
    for paragraph in paragraphs[at : at + WHOLE_MOTION]:
        if paragraph.kind == "heading":
            break
        block.append(paragraph.text)
        if CLOSES_QUOTE.search(paragraph.text):
            break
    return block


def labelled_amendment(paragraphs: Sequence[Paragraph], at: int) -> bool:
    """ "Amendment" on a line of its own, one or two above the line that names who moved it."""
    labels = [match for p in reversed(paragraphs[max(0, at - 2) : at]) if (match := LABEL.fullmatch(p.text))]
    return bool(labels) and labels[0]["what"].casefold() == "amendment"


def below(paragraphs: Sequence[Paragraph], at: int) -> list[str]:
    """The paragraphs that hold a motion's words: a quotation to its end, else those after a colon up to the vote."""
    following = paragraphs[at + 1 : at + WHOLE_MOTION]
    if following and OPENS_QUOTE.match(following[0].text):
        return _quoted(paragraphs, at + 1)
    if not paragraphs[at].text.rstrip(' "”–-').endswith((":", ";", "that")):
        return []
    ends = (p.kind == "heading" or bool(votes_recorded.SIDE.match(p.text) or ANNOUNCES_VOTE.search(p.text)) for p in following)
    return [p.text for p, _ in zip(following, takewhile(lambda end: not end, ends), strict=False)]
