"""Words struck through: what an amendment takes out is printed with a line across it, and is no part of what it proposes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from pipeline.read.pdf.ink import Rule, Word

LOW, HIGH = 0.15, 0.45
"""Such a line stands between these shares of the font size above the base line; an underline lies below it."""
ACROSS = 0.8
"""Share of a word that the line crosses."""
FILLED = 0.6
"""Share of the line that crosses words: the rule of a table runs on beside them."""


def without_struck(words: Sequence[Word], rules: Sequence[Rule]) -> tuple[Word, ...]:
    """The words with those that are struck through marked, and kept apart like hidden ones."""
    level = [rule for rule in rules if rule.y0 == rule.y1 and not rule.edge]
    if not level:
        return tuple(words)
    near: defaultdict[int, list[int]] = defaultdict(list)
    for at, word in enumerate(words):
        if not (word.hidden or word.turned):
            for y in range(int(word.base + LOW * word.size), int(word.base + HIGH * word.size) + 1):
                near[y].append(at)
    struck = {at for rule in level for at in _across(rule, words, near[int(rule.y0)])}
    return tuple(word._replace(hidden=True, struck=True) if at in struck else word for at, word in enumerate(words))


def _across(rule: Rule, words: Sequence[Word], near: Sequence[int]) -> list[int]:
    """Which words the rule strikes through."""
    crossed = [at for at in near if _crosses(rule, words[at])]
    return crossed if sum(words[at].x1 - words[at].x0 for at in crossed) >= FILLED * (rule.x1 - rule.x0) else []


def _crosses(rule: Rule, word: Word) -> bool:
    height = (rule.y0 - word.base) / word.size
    return LOW < height < HIGH and min(rule.x1, word.x1) - max(rule.x0, word.x0) > ACROSS * (word.x1 - word.x0)
