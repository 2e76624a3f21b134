"""What stands beside a resolution and below it, where it is short enough to be about its vote or its movers.

Comes in: the paragraph of the resolution, or the paragraphs of its item. Goes out: words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.extract.decisions import fates, motions, votes, votes_recorded
from pipeline.extract.decisions.motion_words import ANNOUNCES_VOTE
from pipeline.extract.decisions.resolving import Resolving
from pipeline.extract.decisions.talk import Talk
from pipeline.extract.decisions.votes_printed import vote_at
from pipeline.extract.limb import Limb
from pipeline.extract.minutes import body
from pipeline.language.sentences import sentences
from pipeline.model.structure import Paragraph, Table

SHORT_VOTE = 45
"""Words: a longer paragraph tells of a discussion."""


def beside(paragraph: Paragraph, stem: Resolving, talk: Talk) -> tuple[str, str]:
    """What stands before and after a resolution in its paragraph."""
    text = paragraph.text
    others = [other.start for other in talk.stems[paragraph.index] if other.start > stem.start]
    before, rest = text[: stem.start], text[stem.end : min(others, default=len(text))]
    return before if len(before.split()) < SHORT_VOTE else "", rest if len(rest.split()) < SHORT_VOTE else ""


def short(paragraphs: Sequence[Paragraph], at: int) -> str:
    """The paragraph after a resolution where it can be its vote or name its movers."""
    if at >= len(paragraphs) or paragraphs[at].kind == "heading":
        return ""
    text = paragraphs[at].text
    return text if len(text.split()) < SHORT_VOTE or votes_recorded.SIDE.search(text) else ""


def recorded_below(
    paragraphs: Sequence[Paragraph], tables: Sequence[Table], after: int, told: Mapping[str, Any] | None
) -> tuple[Mapping[str, Any] | None, int]:
    """The recorded vote below, after the line that announces it where there is one, and the place after it; none with other numbers
    than were told."""
    line = paragraphs[after].text if after < len(paragraphs) else ""
    announced = bool(ANNOUNCES_VOTE.search(line)) and line.rstrip(" -–—").endswith((":", ";")) and not motions.motion(line)
    for at in (after, after + 1) if announced else (after,):
        if at < len(paragraphs) and paragraphs[at].kind != "heading":
            vote, used = vote_at(paragraphs, tables, at)
            if vote and votes.agree(vote, told):
                return vote, at + used
    return None, 0


def meant(paragraphs: Sequence[Paragraph], at: int, stem: Resolving) -> list[Limb]:
    """What "this was agreed" speaks of: the sentence before it in its paragraph, or the paragraph above."""
    paragraph, above = paragraphs[at], paragraphs[at - 1] if at else None
    before = [(low, high) for low, high in sentences(paragraph.text[: stem.start]) if paragraph.text[low:high].strip()]
    if before:
        return [Limb(((paragraph, before[-1][0], stem.end),))]
    own = (paragraph, stem.start, stem.end)
    return [Limb(((above, body(above), len(above.text)), own))] if above and above.kind not in ("heading", "row") else []


def told_again(paragraphs: Sequence[Paragraph], at: int) -> bool:
    """ "Amendment carried." and then "The Chairman put the amendment to the vote and it was agreed": one event, told last."""
    following = paragraphs[at + 1].text if at + 1 < len(paragraphs) else ""
    found = fates.outcome(following)
    return found is not None and found.amendment and not motions.motion(following)
