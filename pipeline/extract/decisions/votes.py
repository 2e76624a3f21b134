"""Votes as minutes print them, in figures or words.

Comes in: the words around a resolution. Goes out: {for, against, abstain, names, candidates}, or None where no vote is
recorded. Forms: "With 9 votes for and 3 against", "by 12 votes to 3 (2 abstentions)", "For: 12; Against: 3", "Tá: 12, Níl: 3",
"2 votes for Mrs Orr, 7 votes for Mr Penn" between candidates, "carried by nine votes to four", "14 for the motion and 9 for the amendment".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from pipeline.language.people import NAME, TITLED, TITLES

WORDS = {
    word: number
    for number, word in enumerate(
        (
            "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen twenty"
        ).split()
    )
} | {"zero": 0, "nil": 0, "none": 0, "a single": 1}
_N = (
    (
        r"(?<![\w.,£€/-])(?P<{0}>\d{{1,3}}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|"
        r"two|three|four|five|six|seven|eight|nine))?|"
    )
    + "|".join(sorted(WORDS, key=len, reverse=True))
    + r")"
)
TENS = {word: 10 * number for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_WHO = (
    r"(?:\s*\(?(?:votes?|members?|councillors?|present|voting|cast|were|was|voted|of (?:the )?(?:members|"
    r"councillors)(?: present)?)\)?)*\s*"
)


def _count(name: str) -> str:
    return _N.format(name)


def _after(name: str) -> str:
    """The second number of "6-1", which stands right behind the dash."""
    return _count(name).removeprefix(r"(?<![\w.,£€/-])")


FOR = r"(?:in\s+favour(?:\s+of)?|for|in\s+support)\b"
SIDE_WORDS = re.compile(r"\b(?:For|FOR|Against|AGAINST|against)\b")
CANDIDATE = re.compile(rf"{_count('votes')}\s+votes?\s+(?:were\s+)?(?:cast\s+)?for\s+(?:the\s+)?", re.IGNORECASE)
RECEIVED_BY = re.compile(
    rf"(?P<who>{TITLES}\s*{NAME})\s*(?:,?\s+(?:(?:had|having)\s+)?(?:receiv(?:ed|ing)|poll(?:ed|ing)|obtained|secured|got|with)\s+|"
    rf"\s[–—-]\s|:\s|\s+(?=\d{{1,3}}\s+votes?\b))(?:a\s+total\s+of\s+)?{_count('votes')}(?:\s+votes?\b|(?=\s*(?:$|[;,.])))",
    re.MULTILINE,
)
""" "Cllr Orr received 5 votes", "Cllr Orr – 5"."""
AGAINST = re.compile(
    rf"{_count('n')}{_WHO}(?:against|opposed|opposing)\b|\bníl\b\s*[:=(–-]*\s*{_count('k')}\b|"
    rf"\b(?:votes?\s+)?against\b(?:\s+the\s+\w+|\s+\([a-z]+\))?\s*[:=(–-]*\s*{_count('m')}\b(?=\s*(?:[,;.)(/|]|"
    r"and\b|votes?\b|abst|$))",
    re.IGNORECASE,
)
IN_FAVOUR = re.compile(
    rf"{_count('n')}{_WHO}{FOR}(?!\s+(?:Mr|Mrs|Ms|Miss|Cllr|Councillor)\b)|\b(?:votes?\s+)?(?:for|"
    rf"in\s+favour|tá)\b(?:\s+the\s+\w+|\s+\([a-z]+\))?\s*[:=(–-]*\s*{_count('m')}\b(?=\s*(?:[,;.)(/|]|and\b|votes?\b|against|"
    r"abst|$))",
    re.IGNORECASE,
)
ABSTAINED = re.compile(
    rf"{_count('n')}{_WHO}(?:abstain(?:ed|ing|s)?|abstentions?)\b|\b(?:ag staonadh|abst(?:ain(?:ed|ing|s)?|"
    rf"entions?))\b\s*[:=(–-]*\s*{_count('m')}\b(?=\s*(?:[,;.)(/|]|$))|\b(?P<none>no)\s+abstentions?\b",
    re.IGNORECASE,
)
TO = re.compile(
    rf"\bby\s+(?:a\s+(?:majority|vote)\s+of\s+)?{_count('n')}\s*(?:votes?,?\s*)?(?:to|"
    rf"[-–])\s*{_after('m')}\b(?:\s*votes?)?(?!\s*(?:per\s*cent|%|years?|months?|weeks?|days?|hours?|:))",
    re.IGNORECASE,
)
RECEIVED = re.compile(
    rf"\b(?P<first>motion|amendment)\s+(?:having\s+)?receiv\w+\s+{_count('n')}\s+votes?,?\s*(?:and\s+)?(?:the\s+)?(?:motion|"
    rf"amendment)\s+(?:having\s+)?(?:receiv\w+\s+)?{_count('m')}(?:\s+votes?)?\b",
    re.IGNORECASE,
)
"""Scottish minutes count a motion against its amendment."""
COUNTED = re.compile(
    rf"\b(?P<first>motion|amendment)\s*[:–-]+\s*{_count('n')}(?:\s+votes?)?[\s,;]*(?:motion|amendment)\s*[:–-]+\s*{_count('m')}\b",
    re.IGNORECASE,
)
"""The same in two lines: "Motion - 6 votes", "Amendment - 2 votes"."""
LABELS_FIRST = re.compile(
    r"(?<!\d )(?<!votes )(?<!vote )\b(?:for|in favour)\s*[:=–-]?\s*(?P<n>\d{1,3})[\s,;/]+(?:and\s+)?against\s*[:=–-]?\s*(?P<m>\d{1,3})\b"
    r"(?:[\s,;/]+(?:and\s+)?(?:abst\w*|not voting)\s*[:=–-]?\s*(?P<k>\d{1,3})\b)?",
    re.IGNORECASE,
)
""" "FOR 15 AGAINST 22": the number stands behind its side."""
OF_SEVERAL = re.compile(
    r"\b(?P<who>(?:first |second |third )?(?:motion|amendment)"
    r"(?: (?:no\.? ?)?(?:[1-9]|[AB])\b(?=\s*[:–-]|\s+\w+\s+\d|\s+\d))?|option (?:[A-F]|[1-9])\b)"
    r"\s*(?:[:–-]+|received|had|polled)?\s*(?P<votes>\d{1,3})\b(?!\s*(?:per|%))",
    re.IGNORECASE,
)
SEVERAL = 3
"""A vote between a motion and two amendments, or between three options, is one between rivals."""
VOTED_TO = re.compile(
    rf"\b(?:vot(?:es?|ed|ing)\b[^.;]{{0,40}}?|(?:carried|lost|defeated|"
    rf"approved)\s+\(?)\b{_count('n')}\s*(?:votes?\s*)?(?:to|[-–])\s*{_after('m')}\b",
    re.IGNORECASE,
)
DIVIDED = re.compile(
    rf"\b(?:(?P<first>for)\s+the\s+motion\s*[:(–-]*\s*{_count('n')}\)?(?:\s+votes?)?[\s,;.]*(?:and\s+)?(?:votes?\s+)?"
    rf"for\s+(?:the\s+)?amendment(?:\s+(?:no\.?\s*)?[1A]\b(?=\s*[:(–-]))?\s*[:(–-]*\s*{_count('m')}\b|"
    rf"{_count('n2')}{_WHO}for\s+the\s+motion\b[^.;]{{0,30}}?{_count('m2')}{_WHO}for\s+the\s+amendment\b)",
    re.IGNORECASE,
)
"""Those for the motion and those for the amendment, as Scottish councils divide."""
VOTING = re.compile(r"\bvot(?:e|es|ed|ing)\b|\bin favour\b|\babst|\bby a majority|\bshow of hands\b", re.IGNORECASE)
"""One count alone is a vote only where voting is spoken of."""
UNANIMOUS = re.compile(
    r"\bunanim(?:ous(?:ly)?|ity)\b|\bnem\.?\s?con\b\.?|\bnemine\s+contradicente\b|\ball\s+(?:members\s+|"
    r"councillors\s+|\d+\s+members\s+)?(?:present\s+)?(?:were\s+|voted\s+)?in\s+favour\b|"
    r"\bwithout\s+(?:dissent|a\s+vote\s+against)\b|\b(?:all|everyone)\s+(?:present\s+)?(?:agreed|voted\s+for)\b",
    re.IGNORECASE,
)
UNANIMOUS_ASIDE = re.compile(
    r"[(\[–-]\s*(?:(?:agreed|carried|voted)\s+)?(?:unanimous(?:ly)?|nem\.?\s?con\.?)\s*(?:[)\].]|"
    r"$)",
    re.IGNORECASE,
)
"""Beside one limb: "(unanimous)"."""
NOT_UNANIMOUS = re.compile(r"\bnot\s+unanim|\bunanimous\s+(?:support|view|opposition)\b", re.IGNORECASE)
SIDES = ("for", "against", "abstain")


def number(text: str) -> int:
    """ "12", "nine", "twenty-three"."""
    text = text.casefold()
    if text.isdigit():
        return int(text)
    tens, _, ones = text.replace("-", " ").partition(" ")
    return TENS[tens] + WORDS.get(ones, 0) if tens in TENS else WORDS[text]


def votes(text: str) -> dict[str, Any] | None:
    """The vote that a sentence records."""
    rivals = candidates(text)
    if len(rivals) > 1:
        return made(candidates=rivals)
    if sides := LABELS_FIRST.search(text):
        return made(int(sides["n"]), int(sides["m"]), int(sides["k"]) if sides["k"] else None)
    counted = {name: _first(pattern, text) for name, pattern in (("for", IN_FAVOUR), ("against", AGAINST), ("abstain", ABSTAINED))}
    if counted["for"] is None and (pair := TO.search(text) or VOTED_TO.search(text)):
        counted["for"], counted["against"] = number(pair["n"]), number(pair["m"])
    if both := divided(text):
        counted["for"], counted["against"] = both
    if not any(value is not None for value in counted.values()) or (list(counted.values()).count(None) == 2 and not VOTING.search(text)):
        return None
    return made(counted["for"], counted["against"], counted["abstain"])


def divided(text: str) -> tuple[int, int] | None:
    """Votes for the motion and for the amendment, where a meeting divided between them."""
    if pair := RECEIVED.search(text) or COUNTED.search(text):
        both = number(pair["n"]), number(pair["m"])
        return both if pair["first"].casefold() == "motion" else both[::-1]
    if pair := DIVIDED.search(text):
        return number(pair["n"] or pair["n2"]), number(pair["m"] or pair["m2"])
    return None


def of_sides(counted: Mapping[str, int | None], names: Mapping[str, list[str]] | None) -> dict[str, Any]:
    """A vote from the numbers and the names of its sides."""
    listed = {side: names.get(side, []) for side in SIDES} if names else None
    return made(counted.get("for"), counted.get("against"), counted.get("abstain"), listed)


def _first(pattern: re.Pattern[str], text: str) -> int | None:
    match = pattern.search(text)
    if not match:
        return None
    groups = match.groupdict()
    said = groups.get("n") or groups.get("m") or groups.get("k")
    return number(said) if said else 0 if groups.get("none") else None


def candidates(text: str) -> list[dict[str, Any]]:
    """Rivals and their votes: "2 votes for Mrs Orr, 7 votes for Mr Penn", "Mrs Orr received 2 votes"."""
    rivals = () if SIDE_WORDS.search(text) else RECEIVED_BY.finditer(text)
    found = [{"name": match["who"], "votes": number(match["votes"])} for match in rivals]
    if len(found) > 1:
        return found
    found = [{"name": match["who"].strip(), "votes": int(match["votes"])} for match in OF_SEVERAL.finditer(text)]
    if len({str(each["name"]).casefold() for each in found}) >= SEVERAL:
        return found
    found = []
    for match in CANDIDATE.finditer(text):
        name = TITLED.match(text, match.end())
        if name:
            found.append({"name": name.group(), "votes": number(match["votes"])})
    return found


def made(
    in_favour: int | None = None,
    against: int | None = None,
    abstain: int | None = None,
    names: Mapping[str, list[str]] | None = None,
    candidates: Iterable[Mapping[str, Any]] = (),
) -> dict[str, Any]:
    """A vote in the shape of the contract."""
    return {
        "for": in_favour,
        "against": against,
        "abstain": abstain,
        "names": dict(names) if names else None,
        "candidates": list(candidates) or None,
    }


def agree(vote: Mapping[str, Any], told: Mapping[str, Any] | None) -> bool:
    """Whether a recorded vote can be the one whose numbers were told."""
    return not told or all(told[side] in (None, vote[side]) for side in SIDES)


def turned(vote: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    """The vote between a motion and its amendment, seen from the amendment."""
    if not vote:
        return vote
    names = vote["names"] or {}
    other = {"for": names.get("against", []), "against": names.get("for", []), "abstain": names.get("abstain", [])} if names else None
    return {**vote, "for": vote["against"], "against": vote["for"], "names": other}


def unanimous(text: str) -> bool:
    """Whether all agreed, in the words of the minutes."""
    return bool(UNANIMOUS.search(text)) and not NOT_UNANIMOUS.search(text)
