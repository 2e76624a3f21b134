"""Text into terms that can be compared: stems of words, numbers, dates and financial years, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from pipeline.language.dates import ENGLISH
from pipeline.lookup.text.stem import stem

MONTHS = {name: number for number, full in enumerate(ENGLISH, 1) for name in (full, full[:3])} | {"sept": 9}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_YEAR = r"(?:19|20)\d\d"
TOKEN = re.compile(
    rf"""(?P<day>\b(?P<d>[0-3]?\d)(?:\s?(?:st|nd|rd|th))?\s+(?:of\s+)?(?P<dm>{_MONTH})\.?,?\s+(?P<dy>{_YEAR})\b)
    |(?P<month>\b(?P<m>{_MONTH})\.?,?[\s-]+(?P<my>{_YEAR})\b)
    |(?P<slashed>\b(?P<sd>[0-3]?\d)[/.](?P<sm>[01]?\d)[/.](?P<sy>{_YEAR})\b)
    |(?P<iso>\b(?P<iy>{_YEAR})-(?P<im>[01]\d)-(?P<id>[0-3]\d)\b)
    |(?P<span>\b(?P<from>{_YEAR})\s?[-–—/]\s?(?P<to>(?:{_YEAR})|\d\d)\b)
    |(?P<short>\b(?P<from2>\d\d)/(?P<to2>\d\d)\b(?![/\d]))
    |(?P<code>\b(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[A-Za-z\d]*[A-Za-z]{{2}}[A-Za-z\d]*\b)
    |(?P<number>\d+(?:,\d{{3}})*(?:\.\d+)?)
    |(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)""",
    re.VERBOSE | re.IGNORECASE,
)
WORD, DIGIT = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*"), re.compile(r"\d")
NUMBER_WORDS = {
    word: str(value)
    for value, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
         "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"]
    )
} | {"dozen": "12", "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "hundred": "100", "thousand": "1000"}  # fmt: skip
KEPT = 50_000
"""Words whose stems are kept between questions."""
DIGITS = frozenset(NUMBER_WORDS.values())
YEARS = ("19", "20")
ORDINAL = re.compile(r"(\d+)(st|nd|rd|th)", re.IGNORECASE)
IRREGULAR = {
    "spent": "spend", "paid": "pay", "met": "meet", "held": "hold", "built": "build", "bought": "buy", "sold": "sell", "made": "make",
    "given": "give", "gave": "give", "taken": "take", "took": "take", "grew": "grow", "grown": "grow", "fell": "fall", "fallen": "fall",
    "rose": "rise", "risen": "rise", "chosen": "choose", "chose": "choose", "led": "lead", "said": "say", "told": "tell", "won": "win",
    "lost": "lose", "kept": "keep", "felt": "feel", "begun": "begin", "began": "begin", "undertook": "undertake", "wrote": "write",
    "undertaken": "undertake", "written": "write", "children": "child", "women": "woman", "men": "man", "sent": "send", "went": "go",
    "brought": "bring", "sought": "seek", "drew": "draw", "drawn": "draw", "ran": "run", "became": "become", "known": "know",
}  # fmt: skip
"""Forms that no stemmer brings together, to their plain form."""


class Term(NamedTuple):
    stem: str
    start: int
    end: int
    kind: str
    """word, number, date (2023-02-06, 2023-02), year (fy2022)."""


def terms(text: str) -> list[Term]:
    """All terms of a text, stop words included, in order."""
    return list(_terms(text))


def stems(text: str) -> list[str]:
    if not DIGIT.search(text):  # all but words hold one
        return [word_stem(word) for word in WORD.findall(text)]
    return [term.stem for term in _terms(text)]


def _terms(text: str) -> Iterator[Term]:
    for match in TOKEN.finditer(text):
        start, end = match.span()
        if match["word"]:
            yield Term(word_stem(match["word"]), start, end, "word")
        elif match["number"]:
            yield Term(plain_number(match["number"]), start, end, "number")
        elif match["code"]:
            ordinal = ORDINAL.fullmatch(match["code"])
            yield Term(ordinal[1] if ordinal else match["code"].lower(), start, end, "number" if ordinal else "word")
        else:
            yield from _time(match, start, end)


def _time(match: re.Match[str], start: int, end: int) -> Iterator[Term]:
    if match["day"]:
        yield Term(f"{match['dy']}-{MONTHS[match['dm'].lower()]:02}-{int(match['d']):02}", start, end, "date")
    elif match["month"]:
        yield Term(f"{match['my']}-{MONTHS[match['m'].lower()]:02}", start, end, "date")
    elif match["slashed"]:
        yield Term(f"{match['sy']}-{int(match['sm']):02}-{int(match['sd']):02}", start, end, "date")
    elif match["iso"]:
        yield Term(match["iso"], start, end, "date")
    else:
        first, last = (match["from"], match["to"]) if match["span"] else ("20" + match["from2"], "20" + match["to2"])
        yield from _years(int(first), last, match["short"] or "", start, end)


def _years(first: int, last: str, short: str, start: int, end: int) -> Iterator[Term]:
    """A financial or academic year is one term; a longer span is its two years; 3/12 is two numbers."""
    final = int(last) if len(last) == 4 else first - first % 100 + int(last)
    if final == first + 1 or (final % 100 == 0 and first % 100 == 99):
        yield Term(f"fy{first}", start, end, "year")
    elif short:
        for number in short.split("/"):
            yield Term(plain_number(number), start, end, "number")
    else:
        yield Term(str(first), start, end, "number")
        yield Term(str(final), start, end, "number")


@lru_cache(maxsize=KEPT)
def word_stem(word: str) -> str:
    """The stem of a word; a number word is its digits."""
    plain = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")
    if plain in NUMBER_WORDS:
        return NUMBER_WORDS[plain]
    return stem(IRREGULAR.get(plain, plain))


def plain_number(printed: str) -> str:
    """2,047 is 2047, 06 is 6, 15.40 is 15.4."""
    whole, _, part = printed.replace(",", "").partition(".")
    part = part.rstrip("0")
    return (whole.lstrip("0") or "0") + (f".{part}" if part else "")


def is_amount(stem: str, kind: str) -> bool:
    """A number, in digits or words, that is no year."""
    if kind == "word":
        return stem in DIGITS
    return kind == "number" and not (len(stem) == 4 and stem.startswith(YEARS))
