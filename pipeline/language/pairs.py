"""Numbers that stand in pairs: "one in seven", "1:25", "31/37", "14 out of 16", "31st out of 38", "6 of the 10"; and fractions in words.

The first number is the value, the second is what it is out of. A fraction ("a third of", "three quarters") is read as per cent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from pipeline.language.numbers import TEENS, TENS, UNITS, numbers, ordinal, plain_number, spoken
from pipeline.language.wording import holds

PairKind = Literal["ratio", "rank", "fraction"]

_WORD = "|".join([*TENS, *TEENS, *(w for w in UNITS if w != "zero")])
_N = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|{_WORD})"
_NTH = r"(?:\d{1,4}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)"
PARTS = {
    "half": 2, "halve": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
RANKED = re.compile(r"\b(?:rank(?:s|ed|ing)?|placed|position(?:ed)?|league)\b(?:\W+\w+){0,3}\W*$", re.IGNORECASE)
"""Words before "17 out of 18" that make it a place in an order."""

ORDINAL = re.compile(rf"\b(?P<a>{_NTH})\s+(?:out\s+)?of\s+(?:the\s+)?(?P<b>{_N}(?:th)?)\b", re.IGNORECASE)
OUT_OF = re.compile(
    rf"(?<![\w.,£€$/-])(?P<a>{_N})\s+out\s+of\s+(?:the\s+|every\s+|a\s+(?:possible\s+|total\s+of\s+)?)?(?P<b>{_N})(?![\w%]|\.\d)",
    re.IGNORECASE,
)
IN = re.compile(
    rf"(?<![\w.,£€$/-])(?P<a>one|1|two|2|three|3|four|4|nine|9)[\s-]in[\s-](?:every[\s-])?(?P<b>{_N})(?![\w%/:]|[.,]\d|\s+(?:years?|"
    rf"months?)\b)",
    re.IGNORECASE,
)
OF_THE = re.compile(
    rf"(?<![\w.,£€$/:-])(?P<a>{_N})\s+of\s+(?:the\s+|our\s+|its\s+|these\s+|those\s+)?(?P<b>{_N})\b(?![%\d/]|[.,]\d|\s*(?:years?|days|"
    rf"hours|months|weeks)\b)",
    re.IGNORECASE,
)
COLON = re.compile(r"(?<![\w.,:£-])(?P<a>\d{1,2})\s?:\s?(?P<b>\d{1,3})(?![\w:.]|\s?[ap]\.?m)")
CLOCK = re.compile(r"\b(?:at|from|until|till|to|by|and|between|after|before|time|opens?|closed?)\W*$", re.IGNORECASE)
SLASH = re.compile(r"(?<![\w.,/£-])(?P<a>[1-9]\d{0,2})/(?P<b>[1-9]\d{0,2})(?![\w/%-]|\.\d)")
DATED = re.compile(r"\b(?:on|by|from|dated?|until|to|since|in|for|during|year|budget|period)\W*$", re.IGNORECASE)
FRACTION = re.compile(
    r"\b(?:(?P<n>an?|one|two|three|four|five|six|seven|eight|nine)[\s-])?(?P<d>half|halves|third|quarter|fifth|sixth|seventh|eighth|"
    r"tenth)(?P<s>s)?"
    r"(?=\s+of\s+(?!the\s+(?:financial\s+|calendar\s+|current\s+)?(?:year|month|century|period)\b)|(?P<bare>\W))",
    re.IGNORECASE,
)
_PARTS = ("half", "halves", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "tenth")
NOT_SHARE = re.compile(r"\b(?:first|second|other|latter|each|last|every|per|this|next|previous|final|\d(?:st|nd|rd|th))\W*$", re.IGNORECASE)
SPANS_TIME = re.compile(r"\s+of\s+(?:a\s+(?:century|year|mile)|\d{4}|Q\d|20)", re.IGNORECASE)


class Pair(NamedTuple):
    start: int
    end: int
    value: float
    of: float | None
    kind: PairKind


def pairs(text: str) -> Iterator[Pair]:
    """Every pair and fraction, in order, none over another."""
    taken: list[Pair] = []
    for found in (*_ordinals(text), *_counted(text), *_signs(text), *_fractions(text)):
        if not any(found.start < other.end and other.start < found.end for other in taken):
            taken.append(found)
    return iter(sorted(taken))


def _ordinals(text: str) -> Iterator[Pair]:
    for match in ORDINAL.finditer(text) if "of" in text.lower() else ():
        place, size = ordinal(match["a"]), _value(match["b"].removesuffix("th"))
        if place and 1 < size <= 2000 and place <= size:
            yield Pair(match.start(), match.end(), place, size, "rank")


def _counted(text: str) -> Iterator[Pair]:
    lowered = text.lower()
    for pattern, joined_by in ((OUT_OF, "out"), (IN, "in"), (OF_THE, "of")):
        for match in pattern.finditer(text) if joined_by in lowered else ():
            value, of = _value(match["a"]), _value(match["b"])
            year = 1900 <= of <= 2100 and "," not in match["b"]
            if value <= of and of > 1 and not (year and pattern is not OUT_OF):
                ranked = pattern is OUT_OF and RANKED.search(text, 0, match.start())
                yield Pair(match.start(), match.end(), value, of, "rank" if ranked else "ratio")


def _signs(text: str) -> Iterator[Pair]:
    for match in COLON.finditer(text) if ":" in text else ():
        value, of = int(match["a"]), int(match["b"])
        clock = match["b"].startswith("0") or (len(match["a"]) == 2 and len(match["b"]) == 2) or CLOCK.search(text, 0, match.start())
        if value and of and value != of and not clock:
            yield Pair(match.start(), match.end(), value, of, "ratio")
    for match in SLASH.finditer(text) if "/" in text else ():
        value, of = int(match["a"]), int(match["b"])
        year = of == value + 1 and len(match["b"]) == 2
        if value < of and not year and not ((value <= 31 and of <= 12) or DATED.search(text, 0, match.start())):
            yield Pair(match.start(), match.end(), value, of, "ratio")


def _fractions(text: str) -> Iterator[Pair]:
    for match in FRACTION.finditer(text) if holds(text.lower(), _PARTS) else ():
        plural = bool(match["s"]) or match["d"].casefold() == "halves"
        counted = (match["n"] or "").casefold()
        if NOT_SHARE.search(text, 0, match.start()) or SPANS_TIME.match(text, match.end()):
            continue
        if (
            (match["bare"] is not None and not plural)
            or not (counted or match["d"].casefold() == "half")
            or (plural and counted in ("a", "an", "one", ""))
        ):
            continue
        number = 1 if counted in ("a", "an", "") else spoken(counted)
        share = 100 * number / PARTS[match["d"].casefold().replace("halves", "half")]
        if share < 100:
            yield Pair(match.start(), match.end(), plain_number(round(share, 2)), None, "fraction")


def _value(word: str) -> float:
    return next((number.value for number in numbers(word)), 0)
