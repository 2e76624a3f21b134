"""Whole numbers that number a part's own items, told from the numbers of lists inside them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set

from pipeline.language.wording import shouted
from pipeline.model.structure import Part
from pipeline.split import cues
from pipeline.split.headings import body_size
from pipeline.split.notes import is_small
from pipeline.split.numbering import depth, is_whole, key, series
from pipeline.split.titles import MANY, SHORT_TITLE, title_like
from pipeline.split.units import Unit

MANY_NUMBERED = 28
LONGEST_JUMP = 5
"""Numbers of items may be left out, so many at most."""
HIGHEST_START = 3
YEAR_NUMBER = re.compile(r"(?P<year>(?:20)?[12]\d)\.(?P<count>\d{1,3})")
"""A minute's number behind its year: "21.44", "2024.12"."""
MOST_BACK = 60
BOLD_WEIGHT = 3.0
TO_DO = re.compile(r"To [a-z]+|TO [A-Z]+")
"""An item that is worded as a task, as agendas do: "To consider the minutes of ... ."."""
RUN_ON = re.compile(r"\s[–—-]\s+(?=\S)|(?<=[a-z]):\s+(?=\S)")
"""Where an item's title ends and its minute begins, on one line."""
MATTER_AT = 60
"""Characters of a line in which its matter is named."""
ENDED = re.compile(r"[.!?][\"”’)]*$")
SHORT = 8
"""Words of a subheading in ordinary type, at most; the paragraph under it has more."""
FLUSH = 3.0
"""It begins where the numbers do, within so many points."""
FEW_DIVIDING = 6
"""Words of a line in capitals that divides the items of a meeting."""
FEWEST_SHOUTED = 3
"""So many lines in capitals, each over text of its own, are how a paper prints its headings."""
LONGEST_SHOUTED = 14
RESULT = re.compile(
    r"(?:(?:it was|and|unanimously) )*(?:resolved|agreed|recommended|noted|approved|carried|lost|defeated)\b", re.IGNORECASE
)
"""What a meeting did is said in capitals too, and heads nothing."""


MATTERS = re.compile(
    r"\b(?:welcome|elections?|chair(?:man)?|appointments?|co-option|apologies|declarations?|interests?|minutes|matters arising|public|"
    r"correspondence|finance|accounts|planning|highways|any other business|next meeting|reports?)\b",
    re.IGNORECASE,
)
FEWEST_MATTERS = 3
"""So many standing matters on neighbouring numbered lines are the items of a short meeting, no list."""


def year_numbers(numbers: Sequence[str]) -> bool:
    """Whether all are "21.44", "21.45": one year before the point, and a count behind it that goes on."""
    pairs = [match for number in numbers for match in [YEAR_NUMBER.fullmatch(number)] if match]
    counts = [int(match["count"]) for match in pairs]
    return len(pairs) == len(numbers) > 1 and len({match["year"] for match in pairs}) == 1 and counts == sorted(set(counts))


def ordered_numbers(part: Part, units: Sequence[Unit]) -> frozenset[int]:
    """Units whose whole number continues the part's own series, 1, 2, 3 ... or 84, 85 ...: the weightiest run of titles whose
    numbers rise by small steps. A list that begins again inside a section is no part of it."""
    body = body_size(units)
    styled = any(unit.marked is not None for unit in units)
    spots = [i for i, unit in enumerate(units) if _may_be_item(part, units, i, styled) and not is_small(unit, body)]
    best: list[tuple[float, int]] = []
    values = _values([units[i].lead.number or "0" for i in spots])
    of = [series(units[i].lead.number or "") for i in spots]
    for n, i in enumerate(spots):
        starts = values[n] <= HIGHEST_START or part.kind in ("minutes", "agenda") or units[i].all_bold
        score, before = (0.0, -1) if starts else (float("-inf"), -1)
        for m in range(max(0, n - MOST_BACK), n):
            if of[m] == of[n] and values[m] <= values[n] <= values[m] + LONGEST_JUMP and best[m][0] > score:
                score, before = best[m][0], m
        best.append((score + (BOLD_WEIGHT if units[i].all_bold else 1.0), before))
    chosen: set[int] = set()
    at = max(range(len(spots)), key=lambda n: best[n][0], default=-1)
    while at >= 0 and best[at][0] > float("-inf"):
        chosen.add(spots[at])
        at = best[at][1]
    return frozenset(chosen) or _by_year(part, units)


def _by_year(part: Part, units: Sequence[Unit]) -> frozenset[int]:
    """Units that bear a minute's number with its year, in minutes that number no item otherwise."""
    numbered = [(i, unit) for i, unit in enumerate(units) if unit.lead.number and not unit.lead.marker and unit.block.kind != "table"]
    titles = [i for i, unit in numbered if not unit.words or title_like(unit.words, MANY_NUMBERED, verbs=MANY_NUMBERED)]
    of_year = part.kind == "minutes" and year_numbers([units[i].lead.number or "" for i in titles])
    return frozenset(titles if of_year else ())


def _values(numbers: Sequence[str]) -> list[int]:
    """What the numbers count: of "9/24" and "10/24", as of "24/9" and "24/10", the piece that is not the same in all."""
    halves = [number.split("/") for number in numbers if number[0].isdigit() and number.count("/") == 1]
    same = [len({half[at] for half in halves}) == 1 for at in (0, 1)]
    if len(halves) < len(numbers) or len(numbers) < 2 or same[0] == same[1]:
        return [key(number)[0] for number in numbers]
    return [int(half[1 if same[0] else 0]) for half in halves]


def divides(units: Sequence[Unit], i: int, ordered: Set[int]) -> bool:
    """A line in capitals just above a numbered item heads those that follow: "QUESTIONS", "NOTICES OF MOTION"."""
    text = units[i].words
    return text.isupper() and i + 1 in ordered and title_like(text, FEW_DIVIDING)


def shouted_titles(units: Sequence[Unit], ordered: Set[int]) -> frozenset[int]:
    """Lines in capitals over text in small letters, where a paper without numbered items prints several: clerks who type minutes
    without styles set headings so. A label that is printed again and again ("DECISION") is none of them."""
    if ordered:
        return frozenset()
    times = Counter(unit.words for unit in units)
    found = [i for i in range(len(units) - 1) if times[units[i].words] == 1 and _is_shouted_title(units, i)]
    return frozenset(found if len(found) >= FEWEST_SHOUTED else ())


def _is_shouted_title(units: Sequence[Unit], i: int) -> bool:
    unit, after = units[i], units[i + 1]
    if unit.block.kind not in ("text", "heading") or unit.lead.body or not shouted(unit.words) or RESULT.match(unit.words):
        return False
    alone = not shouted(after.words) and not (i and shouted(units[i - 1].words))
    return alone and after.block.kind in ("text", "item") and title_like(unit.words, LONGEST_SHOUTED)


def between_numbers(units: Sequence[Unit], i: int) -> bool:
    """Whether a short line of ordinary type stands between a finished paragraph and one numbered "2.6": a subheading in italics or
    underlined, of which the reader sees neither."""
    if not 0 < i < len(units) - 1 or units[i].block.kind != "text" or len(units[i].words.split()) > SHORT:
        return False
    before, after = units[i - 1], units[i + 1]
    if before.block.kind not in ("text", "item") or not ENDED.search(before.text) or not after.lead.number:
        return False
    mine, box = units[i].block.box, after.block.box
    flush = mine is not None and box is not None and mine.x0 <= box.x0 + FLUSH
    return flush and depth(after.lead.number) > 1 and len(after.words.split()) > SHORT


def _may_be_item(part: Part, units: Sequence[Unit], i: int, styled: bool) -> bool:
    """Whether a number may be an item's own; where headings are `styled`, a plain line that ends with a full stop is a paragraph."""
    unit = units[i]
    if not unit.lead.number or depth(unit.lead.number) > 1 or unit.lead.marker or unit.block.kind == "table":
        return False
    if part.kind == "agenda":
        return True
    lead_in = unit.words.endswith(":") and cues.LEAD_IN_END.search(unit.words)
    stop = not (styled and unit.marked is None) and (len(unit.words.split()) <= 12 or (part.kind == "minutes" and TO_DO.match(unit.words)))
    ended = SHORT_TITLE.match(unit.words) if part.kind == "minutes" else None
    wholes = (unit.words, ended[0] if ended else RUN_ON.split(unit.words, maxsplit=1)[0]) if part.kind == "minutes" else (unit.words,)
    listed = _lists(units, i) and not (part.kind == "minutes" and _are_matters(units, i))
    titled = any(title_like(each, MANY_NUMBERED, verbs=MANY_NUMBERED, stop=bool(stop) or each != unit.words) for each in wholes)
    return not (lead_in or listed) and (not unit.words or titled)


def _are_matters(units: Sequence[Unit], i: int) -> bool:
    """Whether the numbered lines around this one are the items of a short meeting: "1. Welcome", "2. Apologies: Cllr Orr"; two alone
    are no list yet."""
    run = [units[i]]
    for step in (-1, 1):
        at = i
        while _follows_on(units, at, step):
            at += step
            run.append(units[at])
    return len(run) < FEWEST_MATTERS or sum(bool(MATTERS.search(unit.words[:MATTER_AT])) for unit in run) >= FEWEST_MATTERS


def _follows_on(units: Sequence[Unit], at: int, step: int) -> bool:
    """Whether the next unit bears the next whole number."""
    here = units[at].lead.number or ""
    return is_whole(here) and here.isdigit() and _numbers(units, at + step, int(here) + step)


def _lists(units: Sequence[Unit], i: int) -> bool:
    """A numbered list: after a lead-in, or with the number before or after it on the very next line."""
    if not units[i].words or (units[i].all_bold and len(units[i].words.split()) <= MANY):
        return False
    before = units[i - 1] if i else None
    if before is not None and before.block.kind != "table" and before.text.endswith(":"):
        return True
    value = key(units[i].lead.number or "0")[0]
    return _numbers(units, _beside(units, i, -1), value - 1) or _numbers(units, _beside(units, i, 1), value + 1)


def _beside(units: Sequence[Unit], i: int, step: int) -> int:
    """The unit before or after, past the items of lists within the list."""
    level, j = units[i].block.level or 0, i + step
    while level and 0 <= j < len(units) and units[j].block.kind == "item" and (units[j].block.level or 0) > level:
        j += step
    return j


def _numbers(units: Sequence[Unit], i: int, value: int) -> bool:
    """Whether unit `i` bears this whole number and is not set in bold."""
    unit = units[i] if 0 <= i < len(units) else None
    if unit is None or not unit.lead.number or unit.all_bold:
        return False
    return depth(unit.lead.number) == 1 and key(unit.lead.number)[0] == value
