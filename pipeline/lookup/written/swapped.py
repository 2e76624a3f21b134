"""Figures that changed places: "42 at Kiln Lane and 19 at Tannery Row" of a paper that says it the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.language.sentences import sentences
from pipeline.lookup.answering.proof import Figure, figures, plain
from pipeline.lookup.text.terms import word_stem

NAME = re.compile(r"[A-Z][\w’']*(?:(?: of| and)? [A-Z][\w’']*)*")
CLEARLY = 2.0
"""The other name must be nearer by this factor before a figure counts as that name's."""
CLOSE = 60
"""Characters between a figure and a name that belongs to it."""


def swapped(text: str, sources: Iterable[str]) -> bool:
    """Does a figure stand by one name here, and clearly by another name of the same sentence in what is cited?"""
    here = list(_pairs(plain(text)))
    names = {name for _, name, _ in here}
    if len(here) < 2 or len(names) < 2:
        return False
    there = [pair for source in sources for start, end in sentences(plain(source)) for pair in _pairs(plain(source)[start:end])]
    return any(_moved(figure, name, names, there) for figure, name, _ in here)


def _moved(figure: Figure, name: str, names: set[str], there: list[tuple[Figure, str, dict[str, int]]]) -> bool:
    same = [(other, near) for one, other, near in there if one.equals(figure)]
    return bool(same) and all(
        other != name and other in names and name in near and near[name] >= CLEARLY * near[other] for other, near in same
    )


def _pairs(text: str) -> Iterator[tuple[Figure, str, dict[str, int]]]:
    """Each figure with the name next to it, and how far away every name is."""
    names = [(match.start(), match.end(), " ".join(map(word_stem, match.group().split()))) for match in NAME.finditer(text)]
    at = 0
    for figure in figures(text):
        at = text.index(figure.raw, at)
        near: dict[str, int] = {}
        for start, end, name in names:
            gap = start - at - len(figure.raw) if start >= at else at - end
            near[name] = min(near.get(name, CLOSE), max(gap, 1))
        closest = min(near, key=lambda name: near[name], default=None)
        if closest is not None and near[closest] < CLOSE:
            yield figure, closest, near
        at += len(figure.raw)
