"""Porter's stemmer (An algorithm for suffix stripping, Program 14:3, 1980), as the word index of SQLite applies it.

Look-ups compare words and ask how often they occur, so they must cut words where the index cuts them.
"""

from __future__ import annotations

import re
from functools import lru_cache

LONGEST = 64
"""Longer words are left alone, as in SQLite."""
_C = "[^aeiou]"
_V = "[aeiouy]"
_CC = f"{_C}[^aeiouy]*"
_VV = f"{_V}[aeiou]*"
MEASURED = re.compile(f"^(?:{_CC})?+{_VV}{_CC}")
"""At least one vowel group followed by consonants: m > 0."""
MEASURED_ONCE = re.compile(f"^(?:{_CC})?+{_VV}{_CC}(?:{_VV})?$")
MEASURED_TWICE = re.compile(f"^(?:{_CC})?+{_VV}{_CC}{_VV}{_CC}")
VOWEL = re.compile(f"^(?:{_CC})?+{_V}")
SHORT = re.compile(f"^{_CC}{_V}[^aeiouwxy]$")
DOUBLED = re.compile(r"([^aeiouylsz])\1$")

STEP2 = {
    "ational": "ate", "tional": "tion", "enci": "ence", "anci": "ance", "izer": "ize", "logi": "log", "bli": "ble", "alli": "al",
    "entli": "ent", "eli": "e", "ousli": "ous", "ization": "ize", "ation": "ate", "ator": "ate", "alism": "al", "iveness": "ive",
    "fulness": "ful", "ousness": "ous", "aliti": "al", "iviti": "ive", "biliti": "ble",
}  # fmt: skip
STEP3 = {"icate": "ic", "ative": "", "alize": "al", "iciti": "ic", "ical": "ic", "ful": "", "ness": ""}
STEP4 = (
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ou", "ism", "ate", "iti", "ous", "ive", "ize",
)  # fmt: skip
_ENDINGS = {
    name: re.compile(f"^(.+?)({'|'.join(sorted(table, key=len, reverse=True))})$")
    for name, table in (("2", STEP2), ("3", STEP3), ("4", (*STEP4, "ion")))
}


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The stem of a lower-case word."""
    if not 3 <= len(word) <= LONGEST or not word.isascii():
        return word
    word = _plural(word)
    word = _past(word)
    if word.endswith("y") and VOWEL.match(word[:-1]):
        word = word[:-1] + "i"
    word = _swap(word, "2", STEP2)
    word = _swap(word, "3", STEP3)
    word = _strip(word)
    return _tidy(word)


def _plural(word: str) -> str:
    if word.endswith(("sses", "ies")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _past(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if MEASURED.match(word[:-3]) else word
    for ending in ("ed", "ing"):
        base = word[: -len(ending)]
        if word.endswith(ending):
            return _mended(base) if VOWEL.match(base) else word
    return word


def _mended(base: str) -> str:
    if base.endswith(("at", "bl", "iz")):
        return base + "e"
    if DOUBLED.search(base):
        return base[:-1]
    return base + "e" if SHORT.match(base) else base


def _swap(word: str, name: str, table: dict[str, str]) -> str:
    found = _ENDINGS[name].match(word)
    if found and MEASURED.match(found[1]):
        return found[1] + table[found[2]]
    return word


def _strip(word: str) -> str:
    found = _ENDINGS["4"].match(word)
    if found and MEASURED_TWICE.match(found[1]) and (found[2] != "ion" or found[1].endswith(("s", "t"))):
        return found[1]
    return word


def _tidy(word: str) -> str:
    if word.endswith("e"):
        base = word[:-1]
        if MEASURED_TWICE.match(base) or (MEASURED_ONCE.match(base) and not SHORT.match(base)):
            word = base
    return word[:-1] if word.endswith("ll") and MEASURED_TWICE.match(word[:-1]) else word
