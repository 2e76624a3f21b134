"""What stands beside a resolution and below it, where it is short enough to be about its vote or its movers.

Comes in: the paragraph of the resolution, or the paragraphs of its item. Goes out: words.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.decisions import votes_recorded
from pipeline.extract.decisions.resolving import Resolving
from pipeline.extract.decisions.talk import Talk
from pipeline.model.structure import Paragraph

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
