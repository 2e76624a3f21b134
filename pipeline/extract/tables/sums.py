"""Sums of a table: total lines against the lines they add up, down the columns or (turned) across the rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.extract.tables.finding import Finding, severity, shown
from pipeline.extract.tables.sheet import Line, Sheet, Value
from pipeline.language.slips import near

TOTAL = re.compile(
    r"\b(?:sub[\s-]?)?totals?\b|^\W*(?:overall|grand\s+total|net\s+(?:total|expenditure|cost|position|budget)|all\s+\w+|sum)\b",
    re.IGNORECASE,
)
PLAIN_TOTAL = re.compile(
    r"^\W*(?:grand\s+|sub[\s-]?|overall\s+|net\s+)?totals?\b(?!\s+(?:number|population|places?|beds))|\btotals?\W*$", re.IGNORECASE
)
TAKEN_OFF = re.compile(r"\b(?:less|income|recharges?|offset|minus|deduct\w*|of\s+which|including|memo)\b", re.IGNORECASE)
OF_WHICH = re.compile(r"^\W*(?:of\s+which|including|memo)\b", re.IGNORECASE)
MOST_HOLDING, LABELLED_HOLDING = 0.6, 0.4
"""Share of the columns that must add up for a sum to be taken as meant; fewer where the line is plainly called a total."""


ALL_HOLDING = 2
"""So many values that all obey one supposition explain the line, whatever others say."""


class Trial(NamedTuple):
    """How a supposed sum fares: values of the total line that hold and that fail, with what the parts come to."""

    at: int
    parts: tuple[int, ...]
    holds: tuple[Value, ...]
    fails: tuple[tuple[Value, float], ...]


def sums(made: Sheet) -> Iterator[Finding]:
    """Total lines that do not add up."""
    totals = [i for i, line in enumerate(made.lines) if TOTAL.search(line.label) and not line.rate]
    for at in totals:
        trials = [_trial(made, at, parts) for parts in _suppositions(made.lines, at, totals)]
        if any(not trial.fails and len(trial.holds) >= ALL_HOLDING for trial in trials):
            continue
        best = max(trials, key=_likelihood, default=None)
        if best and best.fails and _meant(made, at, best):
            yield from (_finding(made, best, value, expected) for value, expected in best.fails)


def _finding(made: Sheet, trial: Trial, value: Value, expected: float) -> Finding:
    column = next(i for i, cell in enumerate(made.lines[trial.at].values) if cell is value)
    terms = tuple(part for i in trial.parts if (part := made.lines[i].values[column]) and not part.percent)
    told = f"the {len(trial.parts)} figures added {'across' if made.turned else 'down'} come to {shown(expected, value)}"
    return Finding("sum", value, shown(expected, value), told, severity(value, expected), expected, terms)


def _likelihood(trial: Trial) -> tuple[int, int, bool, int]:
    return len(trial.holds), -len(trial.fails), _slips(trial), -len(trial.parts)


def _slips(trial: Trial) -> bool:
    return all(near(value.number, expected) for value, expected in trial.fails)


def _suppositions(lines: Sequence[Line], at: int, totals: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Which lines a total may add up: its block, all lines before it, the totals before it, what follows it."""
    before = [i for i in totals if i < at]
    after = [i for i in totals if i > at]
    last, following = (before[-1] if before else -1), (after[0] if after else len(lines))
    usable = [i for i, line in enumerate(lines) if not line.rate and any(line.values) and not OF_WHICH.search(line.label)]
    block = [i for i in usable if last < i < at]
    for parts in (
        block,
        [i for i in usable if i < at and i not in totals],
        before,
        [*before, *block],
        [*before[-1:], *block],
        [i for i in usable if at < i < following],
        [i for i in usable if i > at and i not in totals],
        _alike(lines, at, usable),
        _named(lines, at, usable),
        [i for i in (at - 2, at - 1) if i in usable],
        [i for i in (at + 1, at + 2) if i in usable],
    ):
        if len(parts) >= 2:
            yield tuple(parts)


def _named(lines: Sequence[Line], at: int, usable: Sequence[int]) -> list[int]:
    """ "Scenario 1 Total" adds up the lines that are called "1a. Scenario 1 ..."."""
    name = re.split(TOTAL, lines[at].label, maxsplit=1)[0].strip(" -–:").casefold()
    return (
        [i for i in usable if i != at and name in lines[i].label.casefold() and not TOTAL.search(lines[i].label)] if len(name) > 3 else []
    )


def _alike(lines: Sequence[Line], at: int, usable: Sequence[int]) -> list[int]:
    """ "TOTAL Core" adds up "Adults Core", "Children Core": lines whose labels end in the same words."""
    tail = TOTAL.sub("", lines[at].label).split()
    if not tail:
        return []
    return [i for i in usable if i != at and lines[i].label.split()[-len(tail) :] == tail]


def _trial(made: Sheet, at: int, parts: tuple[int, ...]) -> Trial:
    holds, fails = [], []
    for column, value in enumerate(made.lines[at].values):
        if value is None or value.percent or made.heads[column].rate:
            continue
        added = [part for i in parts if (part := made.lines[i].values[column]) and not part.percent]
        if len([part for part in added if part.number]) < 2:
            continue
        come_to = sum(part.number for part in added)
        slack = 0.0 if made.exact else 0.5 * value.ulp + 0.5 * sum(part.ulp for part in added)
        if abs(come_to - value.number) <= slack + 1e-9 * max(1.0, abs(come_to)):
            holds.append(value)
        else:
            fails.append((value, come_to))
    return Trial(at, parts, tuple(holds), tuple(fails))


def _meant(made: Sheet, at: int, trial: Trial) -> bool:
    """Whether the table shows that this sum is meant, so that what fails is a fault."""
    tried = len(trial.holds) + len(trial.fails)
    slips = _slips(trial)
    if len(trial.holds) >= 2 and (len(trial.holds) >= MOST_HOLDING * tried or slips):
        return True
    if len(trial.holds) >= 2 and PLAIN_TOTAL.search(made.lines[at].label) and len(trial.holds) >= LABELLED_HOLDING * tried:
        return True
    if len(trial.holds) == 1 and len(trial.fails) == 1:
        return slips and bool(PLAIN_TOTAL.search(made.lines[at].label))
    labels = [made.lines[i].label for i in (*trial.parts, at)]
    block = trial.parts == tuple(range(trial.parts[0], at)) and len(trial.parts) >= 3
    if block and trial.holds and PLAIN_TOTAL.search(made.lines[at].label) and 3 * len(trial.holds) >= tried:
        return True
    told = PLAIN_TOTAL.search(made.lines[at].label) and not any(TAKEN_OFF.search(label) for label in labels)
    return bool(told) and not trial.holds and len(trial.fails) <= 2 and len(trial.parts) >= 3 and slips and not made.turned
