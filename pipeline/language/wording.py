"""Printed words made plain for comparing: mark-up, odd spaces and letter-spacing gone. For reading only; never for quotes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

MARKUP = re.compile(r"\*{1,3}|</?[a-zA-Z]{1,6}\s*/?>|\\(?=[()\[\]_*#.-])|\u00ad")
"""Emphasis stars, simple tags and escapes of Markdown, and soft hyphens."""
LINK = re.compile(r"\[([^\]\n]{1,300})\]\([^)\s]*\)")
SPACES = re.compile(r"\s+")
SPACED_LETTERS = re.compile(r"(?:\b\w ){3,}\w\b")
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
SMALL_WORDS = frozenset("a an and as at by for from in into of on or the to with".split())
PROPER = re.compile(r"[A-Za-z]")
_TABLE = str.maketrans({**LIGATURES, "\xa0": " ", "\u2009": " ", "\u200b": "", "\ufeff": ""})
STREETS = r"street|road|avenue|lane|way|close|drive|square|place|gardens|terrace|crescent|row|court|embankment|parade|quay|stryd|heol"
STREET = re.compile(rf"(?:[A-Z][\w'’-]+ ){{1,3}}(?i:{STREETS})(?:[,.]?$|, [A-Z][a-z])")
"""The number before a street, and the town after it, is a house's: "2 Marsh Street", "2 Marsh Street, Stowmere"."""
FIRST_SECTION = re.compile(rf"[1I](?:\.[01])?(?:[.):]\s*|\s+(?!{STREET.pattern}))(?=[A-Z])")
"""The number of a paper's first section: of a paper that prints no title above it."""


@lru_cache(maxsize=16384)
def plain(text: str) -> str:
    """Text on one line without mark-up, ligatures and doubled spaces; "A g e n d a" becomes "Agenda"."""
    text = LINK.sub(r"\1", text.translate(_TABLE))
    text = SPACES.sub(" ", MARKUP.sub("", text)).strip()
    return SPACED_LETTERS.sub(lambda match: match[0].replace(" ", ""), text)


@lru_cache(maxsize=16384)
def printed(text: str) -> str:
    """Text on one line as it is printed: stars and angle brackets, which mark up nothing on a printed page, are kept."""
    return SPACES.sub(" ", text.translate(_TABLE).replace("\u00ad", "")).strip()


def holds(text: str, any_of: Sequence[str]) -> bool:
    """Whether one of some words stands in a text, as printed: asked before a costly pattern that cannot match without one."""
    for word in any_of:  # noqa: SIM110 - `any` over a generator takes three times as long, and this is asked of every paragraph
        if word in text:
            return True
    return False


def small(text: str) -> str:
    """A text in small letters, of the same length: a pattern written in small letters is quicker there than one that heeds no case."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(one if len(one) == 1 else each for each in text for one in (each.lower(),))


def words(text: str) -> tuple[str, ...]:
    """Words of a text in lower case, apostrophes made straight."""
    return tuple(word.replace("’", "'").casefold() for word in WORD.findall(text))


def key_words(text: str) -> frozenset[str]:
    """Words that tell one title from another: without articles and prepositions."""
    return frozenset(words(text)) - SMALL_WORDS


def alike(first: str, second: str) -> float:
    """How much two titles say the same: shared words over all words, 0 to 1."""
    a, b = key_words(first), key_words(second)
    return len(a & b) / len(a | b) if a and b else 0.0


def held(inner: str, outer: str) -> float:
    """Share of the words of `inner` that `outer` holds too."""
    a, b = key_words(inner), key_words(outer)
    return len(a & b) / len(a) if a else 0.0


def shouted(text: str) -> bool:
    """Whether all letters are capitals."""
    return text.isupper() and len(PROPER.findall(text)) >= 2


def title_case(text: str) -> str:
    """ "ALDERMERE COUNTY COUNCIL" as a name is written; text that is not all capitals stays."""
    if not shouted(text):
        return text
    first, *others = text.split(" ")
    small = [word.lower() in SMALL_WORDS and i < len(others) for i, word in enumerate(others, 1)]
    return " ".join([_capital(first), *(word.lower() if low else _capital(word) for word, low in zip(others, small, strict=True))])


def _capital(word: str) -> str:
    return re.sub(r"[^\W\d_]+(?:['’][^\W\d_]+)?", lambda match: match[0].capitalize(), word)
