"""Straight rules of a page joined where they meet, and grouped where they touch."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from pipeline.model.documents import Box
from pipeline.read.pdf.ink import Rule

SNAP = 2.5
"""Rules nearer than this many points are one."""
MOST_MEETINGS = 200_000
"""Level times upright rules, once joined: more are hatching, not tables."""
REACH = 3.0
"""Rules whose ends miss one another by no more than this many points touch."""


@dataclass(slots=True)
class Lattice:
    """Upright and level rules that touch one another."""

    levels: list[Rule] = field(default_factory=list)
    uprights: list[Rule] = field(default_factory=list)


def boxed_rows(found: Sequence[Lattice]) -> list[Box]:
    """Boxes of one row that are parted into cells: each stands for itself, whatever other boxes stand above and below it."""
    boxes = []
    for lattice in found:
        heights = {round(rule.y0 / SNAP) for rule in lattice.levels}
        if len(heights) == 2 and len({round(rule.x0 / SNAP) for rule in lattice.uprights}) > 2:
            sides = [rule.x0 for rule in lattice.uprights]
            boxes.append(Box(min(sides), min(rule.y0 for rule in lattice.levels), max(sides), max(rule.y0 for rule in lattice.levels)))
    return boxes


def level_rules(rules: Sequence[Rule]) -> list[Rule]:
    """Level rules, those that meet joined."""
    return _merged([rule for rule in rules if rule.y0 == rule.y1], upright=False)


def lattices(rules: Sequence[Rule]) -> list[Lattice]:
    """Groups of rules that touch, each with at least two level and two upright rules."""
    levels = level_rules(rules)
    uprights = _merged([rule for rule in rules if rule.x0 == rule.x1 and rule.y0 != rule.y1], upright=True)
    if len(levels) * len(uprights) > MOST_MEETINGS:
        return []
    group = list(range(len(levels) + len(uprights)))

    def root(i: int) -> int:
        while group[i] != i:
            group[i] = group[group[i]]
            i = group[i]
        return i

    for i, level in enumerate(levels):
        for j, upright in enumerate(uprights, len(levels)):
            if level.x0 - REACH <= upright.x0 <= level.x1 + REACH and upright.y0 - REACH <= level.y0 <= upright.y1 + REACH:
                group[root(i)] = root(j)
    found: dict[int, Lattice] = {}
    for i, rule in enumerate(levels + uprights):
        lattice = found.setdefault(root(i), Lattice())
        (lattice.levels if i < len(levels) else lattice.uprights).append(rule)
    return [lattice for lattice in found.values() if len(lattice.levels) > 1 and len(lattice.uprights) > 1]


def _merged(rules: list[Rule], upright: bool) -> list[Rule]:
    """Rules on one line that meet or overlap, as one; those nearly on one line are moved onto it."""
    along: Callable[[Rule], tuple[float, float]] = (lambda r: (r.y0, r.y1)) if upright else (lambda r: (r.x0, r.x1))
    across: Callable[[Rule], float] = (lambda r: r.x0) if upright else (lambda r: r.y0)
    found: list[Rule] = []
    for group in _clusters(sorted(rules, key=across), across):
        place = sum(across(rule) for rule in group) / len(group)
        edge = all(rule.edge for rule in group)
        spans: list[list[float]] = []
        for start, end in sorted(along(rule) for rule in group):
            if spans and start <= spans[-1][1] + REACH:
                spans[-1][1] = max(spans[-1][1], end)
            else:
                spans.append([start, end])
        found += [Rule(place, s, place, e, edge) if upright else Rule(s, place, e, place, edge) for s, e in spans]
    return found


def _clusters(ordered: list[Rule], across: Callable[[Rule], float]) -> list[list[Rule]]:
    groups: list[list[Rule]] = []
    for rule in ordered:
        if groups and across(rule) - across(groups[-1][0]) <= SNAP:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    return groups
