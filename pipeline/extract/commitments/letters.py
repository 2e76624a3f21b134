"""Letters of ministers and departments that a paper carries: what they promise, the council does not.

A letter begins with "Dear" and ends with "Yours sincerely" and a signature; whose it is says the signature, else the head of the
letter. A letter to a minister ("Dear Secretary of State") is the council's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.model.structure import Paragraph, Structure

_DEAR = re.compile(r"Dear\b")
_TO_GOVERNMENT = re.compile(r"Dear (?:Secretary of State|(?:Prime |First )?Minister|Chancellor|Home Secretary)\b")
_SIGNED = re.compile(
    r"(?:Yours (?:sincerely|faithfully|ever|truly|aye)|Is mise,? le meas|Yn gywir|(?:Kind|Best|With kind) regards)\b", re.IGNORECASE
)
_GOVERNMENT = re.compile(
    r"\b(?:Minister|Secretary of State|Chancellor|Home Secretary|Home Office|HM Treasury|(?:Welsh|Scottish|UK|HM) Government"
    r"|Under[- ]Secretary"
    r"|Department (?:for|of) [A-Z]|Ministry of|Cabinet Secretary)\b"
)
_HEAD, _SIGNATURE = 8, 4
"""Paragraphs before "Dear", and behind "Yours sincerely", that say whose letter it is."""
_LONGEST = 80
"""Paragraphs of a letter that nobody signed."""


def letters_of_government(structure: Structure) -> frozenset[int]:
    """Indexes of the paragraphs of letters by ministers and departments."""
    return frozenset(
        paragraph.index
        for dear in structure.paragraphs
        if _DEAR.match(dear.text) and not _TO_GOVERNMENT.match(dear.text)
        for paragraph in _letter(structure.paragraphs, dear)
    )


def _letter(paragraphs: Sequence[Paragraph], dear: Paragraph) -> Iterator[Paragraph]:
    inside = [p for p in paragraphs[dear.index + 1 : dear.index + 1 + _LONGEST] if p.part == dear.part]
    signed = next((at for at, p in enumerate(inside) if _SIGNED.match(p.text)), None)
    head = paragraphs[max(0, dear.index - _HEAD) : dear.index]
    told = head if signed is None else inside[signed + 1 : signed + 1 + _SIGNATURE]
    if any(_GOVERNMENT.search(p.text) for p in told if p.part == dear.part):
        yield from inside[:signed]
