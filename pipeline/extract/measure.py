"""What a figure measures: the words of its clause, or the label beside it, with the lead-in or heading that completes them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.figures_found import LENGTHS, Found
from pipeline.language.periods import Period, periods
from pipeline.language.sentences import sentences

MOST_BEFORE, MOST_AFTER, MOST = 14, 10, 22
"""Words kept before and behind the number, and in all."""
SHORT = 3
"""Fewer words than these do not say what is measured: a lead-in or heading must help."""
BREAKS = re.compile(
    r"[;!?](?=\s|$)|\s[–—]\s|:\s|,\s+(?=(?:and|but|which|while|whilst|whereas|however|with|compared|although|so|as)\b)", re.IGNORECASE
)
ATTRIBUTED = re.compile(
    r"^\W*(?:(?:in\s+fact|however|currently|in\s+addition|for\s+example|for\s+context|to\s+date|also|overall|in\s+total|on\s+average|"
    r"of\s+(?:these|those|which|whom)),?\s+)*"
    r"(?:(?:national|local\s+authority|our|the|this|february|\w+)\s+)?(?:\w+\s+){0,3}(?:data|figures|survey|report|census|analysis|"
    r"framework|leaders|staff|authority|council)\b[^,.;]{0,90}?"
    r"\b(?:show(?:s|ed)|told\s+us|said|indicat(?:es|ed)|suggest(?:s|ed)|estimat(?:es|ed)|report(?:s|ed)|record(?:s|"
    r"ed))\s+(?:that\s+)?(?:there\s+(?:were|was|are|is|had\s+been)\s+)?",
    re.IGNORECASE,
)
OPENING = re.compile(
    r"^\W*(?:(?:and|but|so|which|while|whilst|whereas|however|with|as|that|there|it|this|these|they|we|was|were|is|are|been|be|has|"
    r"have|had|of|in|at|by|for|from|to|on|a|an|the|"
    r"estimated|expected|compared|also|currently|then|meaning|said|showed?)\b\W*)+",
    re.IGNORECASE,
)
CLOSING = re.compile(
    r"(?:\b(?:and|but|or|which|while|whilst|however|with|as|that|it|this|was|were|is|are|been|be|has|have|had|of|in|at|by|for|from|to|"
    r"on|a|an|the|over|under|up|just|around|approximately|"
    r"about|almost|nearly|than|more|some|additional|further|between|will|would|c|approx)\b|[\W_])++$",
    re.IGNORECASE,
)
SPACES = re.compile(r"\s+")
EMPTY = re.compile(r"\(\s*\)|\[\s*\]")
LABEL = re.compile(r"^\W*(?P<label>[^:]{3,160}):\s*(?:\W{0,3})$")
MARKER = re.compile(r"^\s*(?:[-•*–▪◦·]\s*)?(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+|\d{1,3}(?:\.\d{1,3})+\.?\s+)?", re.IGNORECASE)
MOST_LEAD = 18
PARENTHESIS = re.compile(r"\s*\([^()]*\)")
LENGTH_OF = re.compile(r"\s+of\b")
MOST_LEADING = 3
LEADS_ON = frozenset("and or but while which with plus to from".split())
CUT = "\x00"
"""Stands where another figure was."""


def of_label(sentence: str, found: Found) -> str | None:
    """ "Number of cases: 12,408" measures the number of cases; None where no label leads."""
    match = LABEL.match(MARKER.sub("", sentence[: found.start]))
    return tidy(match["label"]) if match and not sentence[found.end :].strip(" .;*)") else None


def of_clause(text: str, low: int, high: int, found: Found, others: Sequence[Found], times: Sequence[Period]) -> str:
    """Words of the clause around a figure, without numbers, times and who said it; what stands behind another figure is that one's."""
    found, others = _whole(found, others)
    low, high = _inside(text, low, high, found)
    before = _words(text, low, found.start, others, times)
    after = _words(text, found.end, high, others, times)
    after = _own(after[: after.index(CUT)]) if CUT in after else after
    after = _closed(after)
    if found.unit in LENGTHS and LENGTH_OF.match(text, found.end):
        after = [found.unit, *after]
    near = before[_last(before) :]
    if _content(near) + _content(after) >= SHORT:
        before = near
    kept = [word for word in before if word != CUT][-MOST_BEFORE:]
    return tidy(" ".join([*kept, *after[: max(MOST_AFTER, MOST - len(kept))]]))


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
    """A lead-in made short: its last sentence, without brackets and times."""
    last = [lead[low:high] for low, high in sentences(lead)][-1:]
    words = PARENTHESIS.sub("", last[0].rstrip(" :")) if last else ""
    return tidy(" ".join(without_times(words, today).split()[:MOST_LEAD]))


def without_times(words: str, today: str | None = None) -> str:
    for time in reversed(periods(words, today)):
        words = words[: time.start] + " " + words[time.end :]
    return words


def joined(*parts: str | None) -> str | None:
    """Parts that say something each, once: "People waiting: older people"."""
    kept: list[str] = []
    for part in parts:
        if part and not any(part.casefold() in other.casefold() for other in kept):
            kept.append(part)
    return ", ".join(kept) or None


def tidy(words: str) -> str:
    words = ATTRIBUTED.sub("", SPACES.sub(" ", words.replace(CUT, " ")).strip(), count=1)
    words = OPENING.sub("", words, count=1)
    words = CLOSING.sub("", words)
    words = EMPTY.sub("", words)
    return SPACES.sub(" ", words.replace("*", "")).strip(" ,;:.-–•(")


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
    cuts = sorted([(one.start, one.end, CUT) for one in others] + [(time.start, time.end, "") for time in times])
    for start, end, mark in cuts:
        if start >= at and end <= high:
            pieces += [text[at:start], f" {mark} "]
            at = end
    return "".join([*pieces, text[at:high]]).split() if low < high else []
