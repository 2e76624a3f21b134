"""Numbers and list markers printed before a paragraph or heading."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.language.bullets import AS_PRINTED, BULLET, LETTER_BULLET
from pipeline.language.dates import MONTHS
from pipeline.language.wording import STREET

DASH = re.compile(rf"{BULLET}\s+|{LETTER_BULLET}\s+")
DOTTED = re.compile(r"(?P<number>\d{1,3}[a-z]?(?:\.\d{1,3}){1,4}[a-z]?)(?P<close>[.):]?)(?:\s+|$|(?=[A-Z][a-z ]))")
"""Printers glue the number to its paragraph: "1.2The report"."""
WHOLE = re.compile(r"(?P<number>\d{1,3}[a-z]?)(?P<close>\s*\||[.):]?)(?:\s+|$)")
_INNER = r"(?:\d{1,3}[.)]\s+)?"
"""The agenda's own number behind the minute's: "C048/23 1. Apologies"."""
SLASHED = re.compile(rf"(?P<number>(?P<first>\d{{1,4}})/(?P<second>\d{{1,4}}))(?P<close>[.):]?)(?:\s+{_INNER}(?=[A-Z][A-Za-z]{{2}})|$)")
"""Minute numbers with their year: "23/145", "145/2023"."""
CODED = re.compile(
    rf"(?P<number>[A-Z]{{1,4}}(?:[. ]\d{{1,4}}(?:[./:]\d{{1,4}}){{0,2}}|\d{{1,4}}(?:[./:]\d{{1,4}}){{1,2}}))(?P<close>[.):]?)"
    rf"(?:\s+{_INNER}(?=[A-Z][A-Za-z]{{2}})|(?<=\d)$)"
)
"""Minute numbers with the letters of their body: "C.14", "PCP 3/24", "C13/07/24", "F01:04/24"."""
LABELLED = re.compile(
    r"(?i:(?:agenda )?(?:item|minute)\s+(?:no\.?\s*)?)(?P<number>\d{1,3}[a-z]?)(?P<close>\s*[.:–—-]|(?=\s+[A-Z][a-z]))\s+(?=\S)"
)
""" "Item 7: Roads", "Agenda item 4 – Apologies", "Item 2 To agree the minutes"."""
MINUTE = re.compile(
    r"(?i:min(?:ute)?)\.?\s+(?i:(?:no|number|ref(?:erence)?)\b\.?\s*:?\s*)?(?P<number>(?:[A-Z]{1,5}[/.-]?)?\d{1,4}[a-z]?(?:/\d{1,4}){0,2})"
    r"(?P<close>\s*[.:–—-]?)\s+(?=[A-Z\"“‘])"
)
""" "Minute 24/107 Planning", "Min. No. 17: Finance", "MINUTE 2025/031 Housing"."""
REFERENCE = re.compile(
    rf"(?P<number>[A-Z][A-Za-z]{{0,5}}[/-]\d{{1,4}}(?:[/-]\d{{1,4}}){{1,2}})(?P<close>[.:]?)\s+{_INNER}(?=[A-Z][A-Za-z]{{2}})"
)
"""Those whose letters a stroke parts from the year: "CAB/23/45", "PC/2025/014", "Cou/285/07-08"."""
LETTER = re.compile(r"(?P<marker>\((?:[a-z]{1,2}|[ivx]{1,5}|[A-Z]|\d{1,2})\)|(?:[a-z]|[ivx]{1,5}|[A-H])[.)])(?:\s+|$)")
NOT_AFTER = re.compile(
    r"(?:am|pm|a\.m|p\.m|AM|PM|o'clock|noon|hours?|years?|months?|weeks?|days?|people|million|billion|per|percent|%|(?i:"
    + "|".join(sorted(MONTHS, key=len, reverse=True)).replace(" ", r"\s+")
    + r"))\b(?!\s+[a-z]+ing\b)"
)
"""What follows a quantity, a time or a date, never a paragraph number."""
ADDRESS = re.compile(r"\d{1,3}[a-zA-Z]?(?:\s?[-–&/]\s?\d{1,3}[a-zA-Z]?)?,?\s+[A-Z][A-Za-z'’]{2,}")
"""A house in a street: items of planning committees are headed by it."""
LIMB = re.compile(r"that\s|to\s+[a-z]+\s")
""" "6.1 that the fee be waived": a limb of a resolution."""
DEEP = 3
"""No quantity has two points: "11.2.8 the roof" is a number and its words."""
NOT_CODES = re.compile(r"(?:Q|H|P|M|A|B|FY|NO|PAGE|ITEM|TEL|VOL|PHASE|PART|YEAR|OVER|TOP|AGE|AGED|BS|ISO|COP|G|CO)[. ]?\d", re.IGNORECASE)
""""Q3.", "A27", "ISO 9001" and "Page 4" are names and references."""
LETTERS = re.compile(r"^[A-Z][A-Za-z]{0,5}[/. -]*")
WHOLE_ZERO = re.compile(r"\.0$")
HIGHEST = 150
"""A whole number above this is a quantity, unless a full stop follows it."""


class Numbering(NamedTuple):
    """What stands before the words: `body` is where they begin."""

    dash: str | None = None
    number: str | None = None
    marker: str | None = None
    body: int = 0
    closed: bool = False
    """The number is followed by "." or ")"."""


def numbering(text: str) -> Numbering:
    """The dash, number or marker that a repaired paragraph begins with."""
    at, dash = 0, None
    match = DASH.match(text)
    if match:
        at, dash = match.end(), AS_PRINTED.get(match[0].strip(), match[0].strip())
    number = _number(text, at)
    if number and not (dash and number.end() == len(text)):
        inner = LETTER.match(text, number.end())
        closed = bool(number["close"])
        if inner and inner.end() < len(text):
            return Numbering(dash, number["number"], inner["marker"], inner.end(), closed)
        return Numbering(dash, number["number"], None, number.end(), closed)
    letter = LETTER.match(text, at)
    if letter and not _initials(text, letter):
        return Numbering(dash, None, letter["marker"], letter.end(), True)
    return Numbering(dash, None, None, at)


def _number(text: str, at: int) -> re.Match[str] | None:
    match = LABELLED.match(text, at) or MINUTE.match(text, at)
    if match:
        return None if NOT_AFTER.match(text, match.end()) else match
    match = CODED.match(text, at) or REFERENCE.match(text, at)
    if match:
        dated = NOT_AFTER.match(text, match.end())  # "ON 25 JANUARY"
        bare = match.end() == len(text) and "/" not in match["number"]
        return None if dated or bare or _is_financial(match["number"]) or NOT_CODES.match(match["number"]) else match
    match = DOTTED.match(text, at)
    if match:
        opens = _opens(text, match.end()) or depth(match["number"]) >= DEEP or LIMB.match(text, match.end())
        return match if opens and not NOT_AFTER.match(text, match.end()) else None
    match = SLASHED.match(text, at)
    if match:
        return None if _is_year(match) or NOT_AFTER.match(text, match.end()) else match
    match = WHOLE.match(text, at)
    if not match or NOT_AFTER.match(text, match.end()) or (int(re.sub(r"\D", "", match["number"])) > HIGHEST and match["close"] != "."):
        return None
    if match["close"].strip() in (".", ")", "|") or match.end() == len(text):
        return match
    return match if _opens(text, match.end()) and not STREET.match(text, match.end()) else None


def _is_year(match: re.Match[str]) -> bool:
    """ "2018/19 Budget" is a year."""
    return int(match["second"][-2:]) == (int(match["first"][-2:]) + 1) % 100


def _is_financial(number: str) -> bool:
    """ "FY2023/24 Budget" is a year too."""
    match = re.search(r"(\d{2})/(\d{2})$", number)
    return bool(match) and int(match[2]) == (int(match[1]) + 1) % 100 if match else False


def _opens(text: str, at: int) -> bool:
    """Words of a paragraph or heading begin here: a capital, a quotation mark, a bracket; or nothing follows."""
    return at >= len(text) or text[at].isupper() or text[at] in "\"“‘'([*£" or ADDRESS.match(text, at) is not None


def _initials(text: str, match: re.Match[str]) -> bool:
    """ "J. Smith" and "A. B. Clark" are names."""
    marker = match["marker"]
    return marker[0].isupper() and marker.endswith(".") and bool(re.match(r"[A-Z][\w'’-]+\b(?!\s+[a-z]+)|[A-Z]\.", text[match.end() :]))


def depth(number: str) -> int:
    """1 for "8", "8.0", "C.8" and "CAB/23/45", 2 for "8.3", 3 for "8.3.1"."""
    return within(number).count(".") + 1 if number[0].isdigit() else 1


def is_whole(number: str) -> bool:
    """Whether a list's items bear such numbers too: "8" or "8a"; a minute's reference, "24/107", is no item's."""
    return re.fullmatch(r"\d{1,4}[a-z]?", number) is not None


def within(number: str) -> str:
    """The number as those below it repeat it: "8" for "8.0", of which 8.1 is a part."""
    return WHOLE_ZERO.sub("", number)


def series(number: str) -> str:
    """What the numbers of one series share: "CAB/" of CAB/23/45."""
    match = LETTERS.match(number)
    return match[0] if match else ""


def key(number: str) -> tuple[int, ...]:
    """For comparing: "8.3a" is (8, 3), "23/145" (145,), "PCP 3/24" (3,) and "CAB/23/45" (45,)."""
    letters = series(number)
    pieces = re.findall(r"\d+", number)
    if len(pieces) == 2 and "." not in number[len(letters) :]:
        return (int(pieces[1] if _year_first(letters, *pieces) else pieces[0]),)
    if letters or "/" in number:
        return (int(pieces[0]),)
    return tuple(int(re.sub(r"\D", "", part) or 0) for part in number.split("."))


def _year_first(letters: str, first: str, last: str) -> bool:
    if letters and not letters.endswith(("/", "-")):
        return len(first) == 4 or len(last) == 3
    return len(first) == 4 or (len(first) == 2 and len(last) != 4)
