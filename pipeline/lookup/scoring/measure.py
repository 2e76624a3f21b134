"""The measures of answers, on words: does a passage hold the evidence, does an answer say what it must.

The definitions are those of the public scorer that the project is measured with, so that `matters eval` agrees with it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

PASSAGE, QUOTE, ANSWER = 800, 600, 450
"""Characters that count of a passage, a quote, an answer."""
STATEMENTS, CITATIONS = 5, 2
SHORT_QUOTE, TELLING = 40, 12
"""A quote shorter than SHORT_QUOTE needs its surroundings, unless it has TELLING characters and stands once in its paper."""
MARKUP = re.compile(r"\*+|<[^>]{1,4}>|\\")
SIGNS = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "−": "-", "\xa0": " ", "•": " ", "\u00ad": "", "\t": " ", "|": " "}
)
WORD = re.compile(r"[a-z0-9£%]+(?:[.,'][a-z0-9]+)*")
NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


@lru_cache(maxsize=100_000)
def norm(text: str) -> str:
    """Lower case, plain signs, single spaces, no mark-up."""
    return re.sub(r"\s+", " ", MARKUP.sub("", unicodedata.normalize("NFKC", text).translate(SIGNS))).strip().lower()


@lru_cache(maxsize=100_000)
def bag(text: str) -> Counter[str]:
    return Counter(WORD.findall(norm(text)))


def overlap(a: str, b: str) -> float:
    """Share of the words of `a` that `b` holds too."""
    of_a, of_b = bag(a), bag(b)
    total = sum(of_a.values())
    return sum((of_a & of_b).values()) / total if total else 0.0


def numbers(text: str) -> set[str]:
    return {re.sub(r"^0+(?=\d)", "", n.replace(",", "")) for n in NUMBER.findall(norm(text))}


def says(wanted: str, answer: str) -> bool:
    """The words as printed, or the same numbers, or most of the words. `answer` is normal (`norm`) and cut to length."""
    if re.search(r"(?<![\w£.,])" + re.escape(norm(wanted)) + r"(?![\w%]|[.,]\d)", answer):
        return True
    if numbers(wanted):
        return numbers(wanted) <= numbers(answer)
    return bool(re.search("[a-z]", norm(wanted))) and overlap(wanted, answer) >= 0.75


def holds(text: str, quote: str, context: str, *, once: bool) -> bool:
    """Does this text hold the quote? `context`: the quote with the lines around it; `once`: it stands once in its paper."""
    read, sought = norm(text), norm(quote)
    if len(sought) >= SHORT_QUOTE:
        return sought in read or overlap(sought, read) >= 0.9
    return sought in read and ((len(sought) >= TELLING and once) or overlap(context, read) >= 0.5)


def proves(text: str, quote: str, context: str, *, once: bool, placed: str) -> bool:
    """Does this citation hold the evidence, or a good part of it? `placed`: its text under its headings."""
    if holds(placed, quote, context, once=once):
        return True
    return sum(bag(text).values()) >= 4 and overlap(text, context) >= 0.8 and overlap(quote, text) >= 0.5


def placed(text: str, section: Sequence[str]) -> str:
    return "\n".join([*section, text])


def mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None
