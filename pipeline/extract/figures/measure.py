"""What a figure measures: the words of its clause, or the label beside it, with the lead-in or heading that completes them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.figures.found import LENGTHS, Found
from pipeline.extract.figures.measure_cues import (
    ASIDE,
    ATTRIBUTED,
    BREAKS,
    CLOSING,
    COUNTED_ITSELF,
    CUT,
    DANGLING,
    DAY_ALONE,
    EMPTY,
    HEAD,
    IN_LIST,
    INTRODUCES,
    LABEL,
    LEADS_ON,
    LEADS_TO_TIME,
    LED,
    LED_OTHER,
    LENGTH_OF,
    LIST_ITEM,
    MARKER,
    MOST,
    MOST_AFTER,
    MOST_BEFORE,
    MOST_HEADING,
    MOST_LEAD,
    MOST_LEADING,
    MOST_OUTER,
    OPENING,
    PARENTHESIS,
    SAYS_NOTHING,
    SHORT,
    SPACED,
    SPACES,
    SPEAKS_ON,
    TOLD_BY,
    VERB,
)
from pipeline.language.periods import Period, periods
from pipeline.language.sentences import sentences


def of_label(sentence: str, found: Found) -> str | None:
    """ "Number of cases: 12,408" measures the number of cases; None where no label leads."""
    match = LABEL.match(MARKER.sub("", sentence[: found.start]))
    return tidy(match["label"]) if match and not sentence[found.end :].strip(" .;*)") else None


def of_clause(text: str, low: int, high: int, found: Found, others: Sequence[Found], times: Sequence[Period]) -> str:
    """Words of the clause around a figure, without numbers, times and who said it; what stands behind another figure is that one's."""
    found, others = _whole(found, others)
    if found.unit not in LENGTHS:
        others = [one for one in others if one.unit not in LENGTHS]  # "a break of more than 24 hours" says what the others measure
    low, high = _inside(text, low, high, found)
    before = _words(text, low, found.start, others, times)
    aside = ASIDE.match(text, found.end, high) or ASIDE.match(text, max(found.end, found.noun_end), high)
    after = _words(text, found.end, aside.start(), others, times) if aside else []
    after += _words(text, aside.end() if aside else found.end, high, others, times)
    after = _own(after[: after.index(CUT)]) if CUT in after else after
    after = [] if IN_LIST.match(text[found.end : high]) else _closed(after)
    if found.unit in LENGTHS and LENGTH_OF.match(text, found.end):
        after = [found.unit, *after]
    if listed := _listed(before, after):
        return listed
    near = before[_last(before) :]
    if _content(near) + _content(after) >= SHORT:
        before = near
    kept = _closed_up(before[-MOST_BEFORE:], after, found)
    return tidy(DAY_ALONE.sub(" ", " ".join([*kept, *after[: max(MOST_AFTER, MOST - len(kept))]])))


def is_item(text: str, after: int, found: Found) -> bool:
    """Whether a figure goes on a list of counts whose last one ends at `after`: "34 planners, 39 drivers"."""
    return bool(LIST_ITEM.fullmatch(text[after : found.start]))


def _listed(before: Sequence[str], after: Sequence[str]) -> str | None:
    """Item and head of a list of figures: "34 planners, 39 drivers and 8 clerks", "overspends in Parks (£2m), Roads (£3m)"; else None."""
    pieces = " ".join(before).split(CUT)
    if len(pieces) == 1:
        return None
    if IN_LIST.fullmatch(pieces[-1]):
        head = next((piece for piece in reversed(pieces[:-1]) if not IN_LIST.fullmatch(piece)), "")
        return joined(tidy(pieces[-1].strip(" ),;(")), tidy(HEAD.sub("", head)))
    if not LIST_ITEM.fullmatch(pieces[-1]) or not after or VERB.match(after[0]):
        return None
    head = next((piece for piece in reversed(pieces[:-1]) if not LIST_ITEM.fullmatch(piece)), "")
    return joined(tidy(" ".join(after[:MOST_AFTER])), tidy(" ".join(LED.sub("", DANGLING.sub("", head)).split()[-MOST_BEFORE:])))


def _closed_up(before: list[str], after: list[str], found: Found) -> list[str]:
    """The words before the number without those that only lead to it, for the number itself is left out."""
    words = DANGLING.sub("", " ".join(before).replace(CUT, " "))
    if not after or found.unit in COUNTED_ITSELF or found.unit.startswith("per "):
        words = DANGLING.sub("", LED.sub("", words))
    return words.split()


def how_exact(text: str, low: int, found: Found) -> str | None:
    """ "more than", "up to", "approximately" before a number."""
    match = DANGLING.search(text[low : found.start].rstrip())
    return " ".join(match[0].split()).strip(" (").lower() if match else None


def _own(words: list[str]) -> list[str]:
    """Words before another figure, without those that lead to it: "people and" of "402 people and 48 children"."""
    last = range(len(words) - 1, max(-1, len(words) - 1 - MOST_LEADING), -1)
    at = next((i for i in last if words[i].casefold() in LEADS_ON or words[i].endswith(",")), len(words))
    return words[: at + words[at].endswith(",") if at < len(words) else at]


def _closed(words: list[str]) -> list[str]:
    """Words up to a bracket that does not close: "(the national average"."""
    at = next((i for i, word in enumerate(words) if word.startswith("(") and not any(")" in later for later in words[i:])), len(words))
    return words[:at]


def _whole(found: Found, others: Sequence[Found]) -> tuple[Found, Sequence[Found]]:
    """Both ends of "between 300 and 450" measure the same."""
    if not found.edge:
        return found, others
    twin = next((one for one in others if one.edge and one.edge != found.edge and one.noun_end == found.noun_end), None)
    if not twin:
        return found, others
    return replace(found, start=min(found.start, twin.start), end=max(found.end, twin.end)), [one for one in others if one is not twin]


def _last(words: Sequence[str]) -> int:
    return max((i + 1 for i, word in enumerate(words) if word == CUT), default=0)


def _content(words: Sequence[str]) -> int:
    return sum(1 for word in words if len(word.strip(",.;:()")) > 3)


def clause(text: str, low: int, high: int, found: Found) -> tuple[int, int]:
    return _inside(text, low, high, found)


def of_lead(lead: str, today: str | None = None) -> str:
    """A lead-in made short: its last sentence that does not speak on, without brackets and times; "" where it only introduces."""
    said = [lead[low:high] for low, high in sentences(lead)]
    while len(said) > 1 and SPEAKS_ON.match(said[-1]):
        said.pop()
    words = PARENTHESIS.sub("", said[-1].rstrip(" :")) if said else ""
    if INTRODUCES.search(words):
        return ""
    return tidy(" ".join(without_times(words, today).split()[:MOST_LEAD]))


def of_heading(headings: Sequence[str]) -> str | None:
    """The innermost heading that can say what is counted: not "Introduction", not a sentence, not who asked or spoke."""
    most = (MOST_HEADING, *(MOST_OUTER for _ in headings[1:]))
    short = (title for title, words in zip(headings, most, strict=False) if len(title.split()) <= words)
    return next((title for title in short if not SAYS_NOTHING.search(title)), None)


def without_times(words: str, today: str | None = None) -> str:
    for time in reversed(periods(words, today)):
        words = words[: time.start] + " " + words[time.end :]
    return words


def joined(*parts: str | None) -> str | None:
    """Parts that say something each, once: "People waiting: older people"."""
    kept: list[str] = []
    for part in parts:
        pieces = [piece for piece in part.split(", ") if not any(_holds(other, piece) for other in kept)] if part else []
        if pieces:
            kept.append(", ".join(pieces))
    return ", ".join(kept) or None


def _holds(other: str, piece: str) -> bool:
    """Whether words say what others said; a column "B" is not said by "Borough"."""
    return piece.casefold() in (other.casefold() if len(piece) > 1 else other.casefold().split())


def tidy(words: str) -> str:
    words = TOLD_BY.sub("", ATTRIBUTED.sub("", SPACES.sub(" ", words.replace(CUT, " ")).strip(), count=1), count=1)
    words = OPENING.sub("", words, count=1)
    words = CLOSING.sub("", words)
    words = SPACED.sub(",", EMPTY.sub("", _balanced(words)))
    return SPACES.sub(" ", words.replace("*", "")).strip(" ,;:.-–•")


def _balanced(words: str) -> str:
    """Words without brackets that do not open or close."""
    open_at: list[int] = []
    alone: set[int] = set()
    for at, sign in enumerate(words):
        if sign == "(":
            open_at.append(at)
        elif sign == ")" and (not open_at or open_at.pop() < 0):
            alone.add(at)
    alone.update(open_at)
    return "".join(sign for at, sign in enumerate(words) if at not in alone)


def says_little(measure: str | None) -> bool:
    return measure is None or len(re.findall(r"[^\W\d_]{3,}", measure)) < SHORT


def _inside(text: str, low: int, high: int, found: Found) -> tuple[int, int]:
    """The clause: from the last break before the figure to the first behind its noun."""
    start = low
    for match in BREAKS.finditer(text, low, found.start):
        start = match.end()
    following = BREAKS.search(text, max(found.end, found.noun_end), high)
    return start, following.start() if following else high


def _words(text: str, low: int, high: int, others: Sequence[Found], times: Sequence[Period]) -> list[str]:
    pieces, at = [], low
    bare = {one.start for one in others if one.unit in COUNTED_ITSELF}
    cuts = sorted([(one.start, one.end, CUT) for one in others] + [(time.start, time.end, "") for time in times])
    for start, end, mark in cuts:
        if start >= at and end <= high:
            piece = text[at:start]
            lead = LEADS_TO_TIME if not mark else LED_OTHER if start in bare else None
            pieces += [lead.sub("", piece.rstrip() if mark else piece) if lead else piece, f" {mark} "]
            at = end
    return "".join([*pieces, text[at:high]]).split() if low < high else []
