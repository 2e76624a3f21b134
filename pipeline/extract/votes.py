"""Votes as minutes print them, in figures or words.

Comes in: the words around a resolution. Goes out: {for, against, abstain, names, candidates}, or None where no vote is
recorded. Forms: "With 9 votes for and 3 against", "by 12 votes to 3 (2 abstentions)", "For: 12; Against: 3", "For (44)"
with names below it, "2 votes for Mrs Orr, 7 votes for Mr Penn" between candidates, "carried by nine votes to four".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any

from pipeline.language.people import TITLED, titled

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


FOR = r"(?:in\s+favour(?:\s+of)?|for|in\s+support)\b"
CANDIDATE = re.compile(rf"{_count('votes')}\s+votes?\s+(?:were\s+)?(?:cast\s+)?for\s+(?:the\s+)?", re.IGNORECASE)
AGAINST = re.compile(
    rf"{_count('n')}{_WHO}(?:against|opposed|opposing)\b|\b(?:votes?\s+)?against\b(?:\s+the\s+\w+)?\s*[:=(–-]*\s*{_count('m')}\b(?=\s*(?:[,;.)(]|"
    r"and\b|votes?\b|abst|$))",
    re.IGNORECASE,
)
IN_FAVOUR = re.compile(
    rf"{_count('n')}{_WHO}{FOR}(?!\s+(?:Mr|Mrs|Ms|Miss|Cllr|Councillor)\b)|\b(?:votes?\s+)?(?:for|"
    rf"in\s+favour)\b(?:\s+the\s+\w+)?\s*[:=(–-]*\s*{_count('m')}\b(?=\s*(?:[,;.)(]|and\b|votes?\b|against|"
    r"abst|$))",
    re.IGNORECASE,
)
ABSTAINED = re.compile(
    rf"{_count('n')}{_WHO}(?:abstain(?:ed|ing|s)?|abstentions?)\b|\babst(?:ain(?:ed|ing|s)?|"
    rf"entions?)\b\s*[:=(–-]*\s*{_count('m')}\b(?=\s*(?:[,;.)]|$))|\b(?P<none>no)\s+abstentions?\b",
    re.IGNORECASE,
)
TO = re.compile(
    rf"\bby\s+(?:a\s+(?:majority|vote)\s+of\s+)?{_count('n')}\s*(?:votes?\s*)?(?:to|"
    rf"[-–])\s*{_count('m')}\b(?:\s*votes?)?(?!\s*(?:per\s*cent|%|years?|months?|weeks?|days?|hours?|:))",
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
VOTED_TO = re.compile(rf"\bvot(?:es?|ed|ing)\b[^.;]{{0,40}}?\b{_count('n')}\s*(?:votes?\s*)?(?:to|[-–])\s*{_count('m')}\b", re.IGNORECASE)
VOTING = re.compile(r"\bvot(?:e|es|ed|ing)\b|\bin favour\b|\babst|\bby a majority|\bshow of hands\b", re.IGNORECASE)
"""One count alone is a vote only where voting is spoken of."""
UNANIMOUS = re.compile(
    r"\bunanim(?:ous(?:ly)?|ity)\b|\bnem\.?\s?con\b\.?|\bnemine\s+contradicente\b|\ball\s+(?:members\s+|"
    r"councillors\s+|\d+\s+members\s+)?(?:present\s+)?(?:were\s+|voted\s+)?in\s+favour\b|"
    r"\bwithout\s+(?:dissent|a\s+vote\s+against)\b|\b(?:all|everyone)\s+(?:present\s+)?(?:agreed|voted\s+for)\b",
    re.IGNORECASE,
)
NOT_UNANIMOUS = re.compile(r"\bnot\s+unanim|\bunanimous\s+(?:support|view|opposition)\b", re.IGNORECASE)
SIDE = re.compile(
    r"(?:^|(?<=[\s:.)]))(?P<side>(?i:(?:(?:members?|councillors?|those)\s+)?vot(?:ing|ed|es?)\s+(?:for|in\s+favour(?:\s+of)?|against)|those\s+(?:for|against))|"
    r"For|FOR|In [Ff]avour|IN FAVOUR|Against|AGAINST|Abstain(?:ed|ing|s)?|ABSTAIN(?:ED|ING|S)?|Abstentions?|ABSTENTIONS?)"
    r"(?:\s+(?i:(?:the\s+)?(?:motion|amendment|proposal)))?(?P<tail>\s*(?:\(\s*\d{1,3}\s*\)|[:–-]|\s*$))"
)
SIDES = ("for", "against", "abstain")
TOTAL = re.compile(r"\(\s*(?P<n>\d{1,3})\s*\)|(?:^|[:–-])\s*(?P<alone>\d{1,3})\s*$")
OUTCOME_WORDS = re.compile(
    r"\b(?:(?:substantive |original )?(?:amendment|motion|proposal)|resolved|carried|lost|defeated|the)\b", re.IGNORECASE
)
SMALL = frozenset("and of de la van von der den du le ap".split())
NO_ABSTENTIONS = re.compile(r"(?:there were )?\bno(?:ne)?\s+(?:abstentions|abstained)|no\s+members?\s+abstained", re.IGNORECASE)


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
    counted = {name: _first(pattern, text) for name, pattern in (("for", IN_FAVOUR), ("against", AGAINST), ("abstain", ABSTAINED))}
    if counted["for"] is None and (pair := TO.search(text) or VOTED_TO.search(text)):
        counted["for"], counted["against"] = number(pair["n"]), number(pair["m"])
    if pair := RECEIVED.search(text) or COUNTED.search(text):
        both = (number(pair["n"]), number(pair["m"]))
        counted["for"], counted["against"] = both if pair["first"].casefold() == "motion" else both[::-1]
    if not any(value is not None for value in counted.values()) or (list(counted.values()).count(None) == 2 and not VOTING.search(text)):
        return None
    return made(counted["for"], counted["against"], counted["abstain"])


def _first(pattern: re.Pattern[str], text: str) -> int | None:
    match = pattern.search(text)
    if not match:
        return None
    groups = match.groupdict()
    said = groups.get("n") or groups.get("m")
    return number(said) if said else 0 if groups.get("none") else None


def candidates(text: str) -> list[dict[str, Any]]:
    """Rivals and their votes: "2 votes for Mrs Orr, 7 votes for Mr Penn"."""
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


def unanimous(text: str) -> bool:
    """Whether all agreed, in the words of the minutes."""
    return bool(UNANIMOUS.search(text)) and not NOT_UNANIMOUS.search(text)


def recorded(texts: Sequence[str]) -> tuple[dict[str, Any] | None, int]:
    """A recorded vote that begins in the first of these paragraphs, and how many paragraphs it takes up.

    A heading ("For (14)", "Against:", "Abstentions") stands before the names, in a paragraph of its own or in theirs;
    the total stands with it or after the names.
    """
    lists: dict[str, str] = {}
    totals: dict[str, int] = {}
    current: str | None = None
    used = 0
    for text in texts:
        pieces = list(_sides(text, current))
        if not pieces:
            break
        for current, words in pieces:
            lists[current] = f"{lists.get(current, '')}\n{words}"
            total = TOTAL.search(words)
            if total:
                totals.setdefault(current, int(total["n"] or total["alone"]))
        if OUTCOME_WORDS.search(text) and not SIDE.search(text):
            break
        used += 1
    if "amendment" in lists:
        side = "for" if "against" in lists else "against"
        lists[side] = lists.pop("amendment")
        totals |= {side: totals.pop("amendment")} if "amendment" in totals else {}
    names = {side: [person.name for person in titled(words)] for side, words in lists.items()}
    if not any(names.values()) or not {"for", "against"} & names.keys():
        return None, 0
    counted = {side: totals.get(side, len(who)) for side, who in names.items()}
    abstained = counted.get("abstain", 0 if any(NO_ABSTENTIONS.search(text) for text in texts[: used + 1]) else None)
    return made(counted.get("for"), counted.get("against"), abstained, {side: names.get(side, []) for side in SIDES}), used


def _sides(text: str, current: str | None) -> Iterator[tuple[str, str]]:
    """The sides a paragraph names, each with the words after it; a paragraph of names alone belongs to the side before."""
    heads = list(SIDE.finditer(text))
    if not heads:
        whole, text = text, OUTCOME_WORDS.split(NO_ABSTENTIONS.split(text)[0])[0]
        if current and (only_names(text) or TOTAL.match(text.strip(" .*"))):
            yield current, text
        if current and NO_ABSTENTIONS.search(whole):
            yield "abstain", "(0)"
        return
    before = text[: heads[0].start()]
    if current and (only_names(before) or TOTAL.match(before.strip())):
        yield current, before
    for head, following in zip_longest(heads, heads[1:]):
        words = text[head.start("tail") : following.start() if following else len(text)]
        yield _side(head[0]), words


def _side(words: str) -> str:
    words = words.casefold()
    if "abst" in words or "against" in words:
        return "abstain" if "abst" in words else "against"
    return "amendment" if "amendment" in words else "for"


def only_names(text: str) -> bool:
    """Whether a paragraph is nothing but names: no word begins small but those that names and lists hold."""
    found = re.findall(r"[^\W\d_][\w'’.-]*", text)
    return bool(found) and not OUTCOME_WORDS.search(text) and all(word[0].isupper() or word in SMALL for word in found)
