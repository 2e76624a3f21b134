"""Numbers as papers print them: digits, words, money, scales, per cents; whole cells with brackets or signs for negatives.

Values are in base units: "£2.340m" is 2340000, "8%" is 8, "50p" is 0.5, "1.35 million" is 1150000.
Nothing here knows what is counted, nor whether a number is a date, a reference or a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

Kind = Literal["plain", "money", "percent", "points"]

UNITS = {w: i for i, w in enumerate("zero one two three four five six seven eight nine".split())}
TEENS = {w: i for i, w in enumerate("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(), 10)}
TENS = {w: i * 10 for i, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
LETTERS = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12}
HALVES = {"½": 0.5, "¼": 0.25, "¾": 0.75}
CURRENCIES = {"£": "GBP", "€": "EUR", "$": "USD", "gbp": "GBP", "eur": "EUR"}
NAMES = {"pound": "GBP", "euro": "EUR", "dollar": "USD"}
ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()

_UNIT = "|".join(w for w in UNITS if w != "zero")
_SMALL = rf"(?:(?:{'|'.join(TENS)})(?:[ -](?:{_UNIT})\b)?|{'|'.join(TEENS)}|{'|'.join(UNITS)})"
_HUNDREDS = rf"(?:(?:{_SMALL}|a|half a)\s+(?:hundred|dozen)(?:\s+and\s+{_SMALL})?|{_SMALL})"
_SPOKEN = rf"(?:{_HUNDREDS}|a|half a)\s+(?:thousand|million|billion)(?:,?\s+(?:and\s+)?{_HUNDREDS})?|{_HUNDREDS}"
_OPENINGS = "|".join(sorted({r"a\s", r"half\s", *(word[:3] for word in (*TENS, *TEENS, *UNITS))}))
"""First letters of number words, looked at before the words themselves: most words of a text are none, and that is quickly seen."""
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?|(?<![\d\w])\.\d+"
CORE = re.compile(
    rf"(?=[\d.])(?:(?<![^\W_])(?<![^\W_][.,])(?<!\d[:/])|(?<=\bc))(?P<digits>{_DIGITS})(?P<half>[½¼¾])?|(?P<lone>[½¼¾])"
    rf"|\b(?=(?:{_OPENINGS}))(?P<words>{_SPOKEN})\b",
    re.IGNORECASE,
)
"""A digit after a letter is part of a reference (ASC006); after a letter and a stop a footnote mark ("services.3")."""
BEFORE = re.compile(
    r"(?P<circa>(?<!\w)c(?:irca|a)?\.?\s?|~\s?)?(?P<sign>(?<![\w)])(?:(?:\+/[-−–]|±)\s?|[-−–+]|minus\s))?"
    r"(?:(?P<currency>[£€$]|\b(?:gbp|eur)\b)\s?)?(?P<inner>[-−–]|\()?$",
    re.IGNORECASE,
)
SCALE = re.compile(
    r"(?:\s|-)?(?P<scale>hundred thousand|thousand|million|billion|trillion)s?\b|(?P<letter>bn|mn|tn|k|m)(?![^\W_])", re.IGNORECASE
)
PART = re.compile(
    r"\s?(?:(?P<points>%\s?points?\b|(?:percentage|per\s?cent)\s+points?\b|ppts?\b|pp\b)|(?P<percent>%|per\s?cent\b|percent\b|pc\b))",
    re.IGNORECASE,
)
PENCE = re.compile(r"p(?![\w.])|\s?pence\b")
AND_A_HALF = re.compile(r"\s+and\s+a\s+half\b", re.IGNORECASE)
NAMED = re.compile(r"\s(?P<name>pound|euro)s?\b(?!\s+sign)", re.IGNORECASE)
SPACED_SCALE = re.compile(r"\s(?P<letter>bn|k|m)(?![^\W_])", re.IGNORECASE)
CELL = re.compile(r"\s*(?P<open>\()?\s*(?P<core>.*?)\s*(?P<close>\)%?)?\s*(?P<minus>[-−–])?\s*(?P<mark>[*†‡^]+)?\s*")
NOTHING = re.compile(r"\s*(?:[-−–—.]{1,3}|nil|none)\s*", re.IGNORECASE)


class Number(NamedTuple):
    """A number in a text. `start` to `end` covers it with its signs: "c£30m", "£80m+", "12.5 per cent"."""

    start: int
    end: int
    value: float
    kind: Kind
    currency: str | None = None
    scale: float = 1
    """What "m" or "thousand" multiplied it by."""
    approximate: bool = False
    """ "c", "circa", "~", "+/-" stand before it."""
    plus: bool = False
    """ "+" stands behind it: at least."""
    signed: str = ""
    """The printed sign, "-" or "+"."""
    spoken: bool = False
    decimals: int = 0
    """Figures behind the point, as printed."""


def numbers(text: str) -> Iterator[Number]:
    """Every number of a text, in order; what is glued to letters ("2DH", "18th") or dotted ("1.2.3") is none."""
    done = 0
    for match in CORE.finditer(text):
        found = _number(text, match) if match.start() >= done else None
        if found:
            done = found.end
            yield found


def spoken(words: str) -> float:
    """The value of number words: "forty-five" is 45, "half a million" 500000, "three dozen" 36."""
    total = current = 0.0
    for word in re.split(r"[\s,-]+", words.casefold()):
        if word in SCALES and word != "hundred":
            total, current = total + (current or 1) * SCALES[word], 0.0
        elif word in ("hundred", "dozen"):
            current = (current or 1) * (100 if word == "hundred" else 12)
        elif word == "half":
            current = 0.5
        else:
            current += {**UNITS, **TEENS, **TENS}.get(word, 0)
    return total + current


def ordinal(word: str) -> int | None:
    """ "31st" is 31, "ninth" 9; None for other words."""
    match = re.fullmatch(r"(\d{1,4})(?:st|nd|rd|th)", word, re.IGNORECASE)
    if match:
        return int(match[1])
    return ORDINALS.index(word.casefold()) + 1 if word.casefold() in ORDINALS else None


def cell(text: str) -> Number | None:
    """The one number of a table cell; brackets, a leading or a trailing minus make it negative; None where there is none or more.

    A dash or "nil" alone is nothing, not a number.
    """
    shape = CELL.fullmatch(text)
    if not shape or NOTHING.fullmatch(text):
        return None
    found = list(numbers(shape["core"]))
    if len(found) != 1 or re.search(r"[^\W_]", shape["core"][: found[0].start] + shape["core"][found[0].end :]):
        return None
    negative = bool(shape["open"] and shape["close"]) or bool(shape["minus"])
    number = found[0]
    sign = "-" if negative else number.signed
    value = -abs(number.value) if negative else number.value
    offset = shape.start("core")
    kind: Kind = "percent" if (shape["close"] or "").endswith("%") else number.kind
    return number._replace(start=number.start + offset, end=number.end + offset, value=value, signed=sign, kind=kind)


def plain_number(value: float) -> int | float:
    """Whole values as whole numbers, and no noise of binary fractions: 1990000, 0.8."""
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded


def _number(text: str, match: re.Match[str]) -> Number | None:
    end, words = match.end(), match["words"]
    if (match["digits"] or "").strip("0") == "" and len(match["digits"] or "") > 1:
        return None  # the unit "£000"
    value = spoken(words) if words else _digits(match)
    if half := AND_A_HALF.match(text, end):
        value, end = value + 0.5, half.end()
    before = BEFORE.search(text, max(0, match.start() - 9), match.start())
    assert before is not None  # every group is optional
    currency = CURRENCIES.get((before["currency"] or "").strip().casefold())
    sign, inner = (before["sign"] or "").strip(), bool(before["inner"] and currency)
    led = before["circa"] or sign or currency
    start = before.start() if led else match.start()
    end += inner and text.startswith(")", end)
    bracketed = not words and text.startswith(")%", end) and text.endswith("(", 0, match.start())  # "(6.3)%"
    start, end = (start - 1, end + 1) if bracketed else (start, end)
    scale, end = _scale(text, end, bool(currency), bool(words))
    end += inner and text.startswith(")", end)
    kind, factor, currency, end = _kind(text, end, currency)
    if end < len(text) and _glued(text, end, words):
        return None
    plus = text.startswith("+", end) and not words and not text[end + 1 : end + 2].isdigit()
    negative = sign.casefold() in ("-", "−", "–", "minus") or inner or bracketed
    decimals = len((match["digits"] or "").partition(".")[2])
    return Number(
        start, end + plus, plain_number(value * scale * factor * (-1 if negative else 1)), kind, currency, scale,
        bool(before["circa"]) or sign[:2] in ("+/", "±"), plus,
        "-" if negative else "+" if sign == "+" else "", bool(words), decimals,
    )  # fmt: skip


def _digits(match: re.Match[str]) -> float:
    digits = float((match["digits"] or "0").replace(",", ""))
    return digits + HALVES.get(match["half"] or match["lone"] or "", 0)


def _scale(text: str, end: int, money: bool, words: bool) -> tuple[float, int]:
    found = SCALE.match(text, end) or (SPACED_SCALE.match(text, end) if money else None)
    if not found or (words and not found.groupdict().get("scale")):
        return 1, end
    name = (found.groupdict().get("scale") or "").casefold()
    scale = 100_000 if name == "hundred thousand" else SCALES[name] if name else LETTERS[found["letter"].casefold()]
    return scale, found.end()


def _kind(text: str, end: int, currency: str | None) -> tuple[Kind, float, str | None, int]:
    """What the signs behind it make of a number: kind, factor, currency, end."""
    if currency:
        return "money", 1, currency, end
    if part := PART.match(text, end):
        return ("points" if part["points"] else "percent"), 1, None, part.end()
    if pence := PENCE.match(text, end):
        return "money", 0.01, "GBP", pence.end()
    if named := NAMED.match(text, end):
        return "money", 1, NAMES[named["name"].casefold()], named.end()
    return "plain", 1, None, end


def _glued(text: str, end: int, words: str | None) -> bool:
    """Whether letters or further figures hang on it."""
    if words:
        return False
    after = text[end]
    return after.isalpha() or after in "_™®º°" or bool(re.match(r"[.,:]\d|[/\\]\w", text[end : end + 2]))
