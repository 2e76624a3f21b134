"""Totals that running text breaks down over several sentences, or that a list elsewhere makes.

A paragraph that gives a whole and its parts for two periods shows by the period that adds up that the other was meant to. A sum of money
"totalling £48m" is held against the amounts of a list whose every item shares telling words with the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.check.ports import Audited
from pipeline.check.sentences import Sentence, exact, paragraphs, sentences
from pipeline.check.sums import NO_PARTS, failing
from pipeline.check.telling import MONEY, step, words
from pipeline.language.slips import near
from pipeline.model.answers import AuditRow, FactRow, Filters

TOTALLING = re.compile(r"\b(?:totall?(?:ing|s|ed)|in\s+total|(?:a|the)\s+(?:combined\s+)?total\s+of|altogether)\b", re.IGNORECASE)
OPENS_ITEM = 3
"""Characters before the amount that opens a list item."""
MOST_ITEMS = 8
NEAR = 0.05
"""Amounts that come to less or more than this share off the total are of something else."""
LEAST_SHARED = 2
"""Telling words that each item shares with the sentence that gives the total."""
LEAST_PERIODS = 2


def told_totals(library: Audited, filters: Filters) -> Iterator[AuditRow]:
    """Wholes that their parts do not make."""
    said = sentences(library, filters)
    for paragraph in paragraphs(said):
        yield from _by_period(library, paragraph)
    lists = [*_lists(said)]
    for sentence in said:
        for total in sentence:
            if total.fields["unit"] in MONEY and exact(total) and TOTALLING.search(total.quote):
                yield from _of_list(library, total, lists)


def _by_period(library: Audited, paragraph: Sentence) -> Iterator[AuditRow]:
    for money in (True, False):
        periods: dict[str, Sentence] = {}
        for figure in paragraph:
            if (
                (figure.fields["unit"] in MONEY) == money
                and figure.fields["unit"] not in NO_PARTS
                and exact(figure)
                and figure.fields["of"] is None
                and figure.fields["period_start"]
            ):
                periods.setdefault(figure.fields["period_start"], []).append(figure)
        alike = [group for group in periods.values() if len(group) >= 3 and len({figure.fields["value"] for figure in group}) == len(group)]
        if len(alike) < LEAST_PERIODS or len({len(group) for group in alike}) > 1:
            continue
        fails = [group for group in alike if not _adds_up(group)]
        if fails and len(fails) < len(alike):
            yield from (_row(library, *_divided(group)) for group in fails if _is_slip(group))


def _divided(group: Sequence[FactRow]) -> tuple[FactRow, list[FactRow]]:
    whole = max(group, key=lambda figure: float(figure.fields["value"]))
    return whole, [figure for figure in group if figure is not whole]


def _adds_up(group: Sequence[FactRow]) -> bool:
    whole, parts = _divided(group)
    return bool(abs(sum(part.fields["value"] for part in parts) - whole.fields["value"]) < 1e-9 * abs(whole.fields["value"]))


def _is_slip(group: Sequence[FactRow]) -> bool:
    whole, parts = _divided(group)
    return near(whole.fields["value"], sum(part.fields["value"] for part in parts))


def _lists(said: Sequence[Sentence]) -> Iterator[Sentence]:
    """Runs of list items that each open with one amount."""
    run: Sentence = []
    for sentence in [*said, []]:
        item = sentence[0] if sentence and _opens(sentence[0]) else None
        if item and (not run or item.standing.section == run[-1].standing.section):
            run.append(item)
            continue
        if 2 <= len(run) <= MOST_ITEMS:
            yield run
        run = [item] if item else []


def _opens(figure: FactRow) -> bool:
    return figure.fields["unit"] in MONEY and exact(figure) and 0 <= figure.quote.find(figure.fields["raw"]) <= OPENS_ITEM


def _of_list(library: Audited, total: FactRow, lists: Sequence[Sentence]) -> Iterator[AuditRow]:
    for items in lists:
        come_to, whole = sum(item.fields["value"] for item in items), total.fields["value"]
        same = items[0].standing.document_id == total.standing.document_id and total.id not in {item.id for item in items}
        off = abs(come_to - whole)
        if not same or off <= 1e-9 * abs(whole) or off > NEAR * abs(whole):
            continue
        if all(len(words(item.quote) & words(total.quote)) >= LEAST_SHARED for item in items):
            yield _row(library, total, items)
            return


def _row(library: Audited, whole: FactRow, parts: Sequence[FactRow]) -> AuditRow:
    come_to = sum(part.fields["value"] for part in parts)
    slack = 0.5 * (step(whole) + sum(step(part) for part in parts))
    rounded = whole.fields["unit"] in MONEY and abs(come_to - whole.fields["value"]) <= slack
    return failing(library, whole, parts, " and ".join(part.fields["raw"] for part in parts), [whole, *parts], rounded=rounded)
