"""Columns worked out from others: a variance is one column less another, a percentage one over another or over the total."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import permutations

from pipeline.extract.tables.finding import Finding, shown
from pipeline.extract.tables.sheet import Line, Sheet, Value
from pipeline.extract.tables.sums import TOTAL

VARIANCE = re.compile(
    r"\bvarian|\bvariation\b|\bdifference\b|\bchange\b|\bmovement\b|\bover\s?/?\s?\(?under|\b(?:over|under)spend|\bincrease\b|"
    r"\bdecrease\b|\bsurplus\b|\bdeficit\b|\bshortfall\b",
    re.IGNORECASE,
)
BUDGET = re.compile(r"\bbudget|\bplan(?:ned)?\b|\btarget\b|\bestimate\b|\bsaving\b", re.IGNORECASE)
RESULT = re.compile(r"\bforecast|\boutturn|\bactual|\bspend\b|\bachieved|\bprojected", re.IGNORECASE)
MOST_HOLDING, LABELLED_HOLDING = 0.6, 0.3
"""Share of the rows that must agree; fewer where the labels themselves say what is taken from what."""
LEAST_HOLDING = 3

Rule = Callable[[Value, Value], tuple[float, float]]
"""From two values of a row what a third should be, and how far rounding may put it off."""


def variances(made: Sheet) -> Iterator[Finding]:
    """Columns that should be the difference of two others, in either convention of the sign."""
    for at, line in enumerate(made.lines):
        if VARIANCE.search(line.label) and not line.rate:
            others = [i for i, other in enumerate(made.lines) if i != at and not other.rate and not VARIANCE.search(other.label)]
            yield from _worked_out(made, at, _differing(made, at, others), _less, "variance", "{b} less {a}")


def _differing(made: Sheet, at: int, others: Sequence[int]) -> list[tuple[int, int]]:
    """Pairs of lines that differ by about this line's value somewhere: the only ones worth trying in a long table."""
    found: set[tuple[int, int]] = set()
    for place, value in enumerate(made.lines[at].values):
        cells = sorted((cell.number, i, cell.ulp) for i in others if (cell := made.lines[i].values[place]))
        if not value or not value.number or not cells:
            continue
        numbers = [number for number, _, _ in cells]
        slack = max(ulp for _, _, ulp in cells) + value.ulp
        for number, i, _ in cells:
            apart = number + abs(value.number)
            near = cells[bisect_left(numbers, apart - slack) : bisect_right(numbers, apart + slack)]
            found |= {pair for _, j, _ in near if i != j for pair in ((i, j), (j, i))}
    return sorted(found)


def percentages(made: Sheet) -> Iterator[Finding]:
    """Columns of per cents that should be one column over another, or a column over its total."""
    for at, line in enumerate(made.lines):
        if not any(value and value.percent for value in line.values):
            continue
        others = [i for i, other in enumerate(made.lines) if i != at and not any(value and value.percent for value in other.values)]
        yield from _worked_out(made, at, permutations(others, 2), _share, "percentage", "{a} as a percentage of {b}")
        yield from _shares_of_total(made, at, others)


def _worked_out(made: Sheet, at: int, pairs: Iterable[tuple[int, int]], rule: Rule, kind: str, words: str) -> Iterator[Finding]:
    tried = [(_apply(made, at, a, b, rule), a, b) for a, b in pairs]
    best = max(tried, key=lambda one: (len(one[0][0]), -len(one[0][1])), default=None)
    if not best:
        return
    (holds, fails), a, b = best
    fails = [(value, expected) for value, expected in fails if kind != "variance" or not _merged(made, at, a, b, value)]
    labels = (made.lines[a].label, made.lines[b].label)
    if not fails or not _meant(len(holds), len(fails), labels, kind):
        return
    elsewhere = {id(value) for (held, _), _, _ in tried for value in held}
    for value, expected in fails:
        if id(value) not in elsewhere:
            told = words.format(a=labels[0] or "one column", b=labels[1] or "another")
            terms = tuple(cell for i in (a, b) if (cell := made.lines[i].values[_place(made.lines[at], value)]))
            message = f"{told} is {shown(expected, value)}"
            yield Finding(kind, value, shown(expected, value), message, number=expected, terms=terms)


def _place(line: Line, value: Value) -> int:
    return next(i for i, cell in enumerate(line.values) if cell is value)


def _merged(made: Sheet, at: int, a: int, b: int, value: Value) -> bool:
    """Whether a merged cell explains it: a neighbour has one of the two values alone, and with it the difference holds."""
    place = _place(made.lines[at], value)
    for beside in (place - 1, place + 1):
        if not 0 <= beside < len(made.lines[at].values) or made.lines[at].values[beside]:
            continue
        one, other = made.lines[a].values[beside], made.lines[b].values[beside]
        first, second = made.lines[a].values[place], made.lines[b].values[place]
        alone = one or other
        if first and second and alone and not (one and other):
            apart = second.number - first.number + (alone.number if other else -alone.number)
            if abs(abs(apart) - abs(value.number)) <= first.ulp + second.ulp + alone.ulp:
                return True
    return False


def _meant(holds: int, fails: int, labels: tuple[str, str], kind: str) -> bool:
    share = holds / (holds + fails)
    told = (kind == "variance" and BUDGET.search(labels[0]) and RESULT.search(labels[1])) or (
        kind == "variance" and BUDGET.search(labels[1]) and RESULT.search(labels[0])
    )
    if told and holds >= 2 and share >= LABELLED_HOLDING:
        return True
    return holds >= LEAST_HOLDING and share >= MOST_HOLDING


def _apply(made: Sheet, at: int, a: int, b: int, rule: Rule) -> tuple[list[Value], list[tuple[Value, float]]]:
    holds: list[Value] = []
    fails: list[tuple[Value, float]] = []
    for value, first, second in zip(made.lines[at].values, made.lines[a].values, made.lines[b].values, strict=True):
        if not (value and first and second) or (value.number == 0 and first.number == second.number) or not second.number:
            continue
        expected, slack = rule(first, second)
        signed = -expected if abs(value.number + expected) < abs(value.number - expected) else expected
        if abs(abs(value.number) - abs(expected)) <= slack + 0.5 * value.ulp + 1e-9:
            if value.number:
                holds.append(value)
        else:
            fails.append((value, signed))
    return holds, fails


def _less(first: Value, second: Value) -> tuple[float, float]:
    return second.number - first.number, 0.5 * (first.ulp + second.ulp)


def _share(first: Value, second: Value) -> tuple[float, float]:
    share = 100 * first.number / second.number
    slack = 50 * first.ulp / abs(second.number) + abs(share) * 0.5 * second.ulp / abs(second.number)
    return share, slack


def _shares_of_total(made: Sheet, at: int, others: Sequence[int]) -> Iterator[Finding]:
    """Per cents down a column that are each row's share of the total row."""
    rows = [i for i, head in enumerate(made.heads) if TOTAL.search(head.label)]
    for other in others:
        for row in rows[-1:]:
            whole = made.lines[other].values[row]
            if not whole or not whole.number:
                continue
            holds, fails = _against(made.lines[at], made.lines[other], whole, row)
            if fails and len(holds) >= LEAST_HOLDING and len(fails) == 1 and len(holds) >= 0.75 * (len(holds) + 1):
                value, expected = fails[0]
                yield Finding(
                    "percentage", value, shown(expected, value), f"the share of the total {whole.printed} is {shown(expected, value)}"
                )


def _against(line: Line, other: Line, whole: Value, row: int) -> tuple[list[Value], list[tuple[Value, float]]]:
    holds: list[Value] = []
    fails: list[tuple[Value, float]] = []
    for i, (value, part) in enumerate(zip(line.values, other.values, strict=True)):
        if i == row or not (value and part and value.percent):
            continue
        expected, slack = _share(part, whole)
        if abs(value.number - expected) <= slack + 0.5 * value.ulp + 1e-9:
            holds.append(value)
        else:
            fails.append((value, expected))
    return holds, fails
