"""Which version of a paper is printed: draft, final, revised, "v0.3", "this report replaces ...".

`versions` finds the words as printed; `stage` and `rank` say what they mean. The words are those that councils put on papers: a
stamp or line of its own, brackets behind a title, a sentence on what is replaced, a file's name. "Draft budget 2025/26" is a title:
the budget is a draft, the paper on it need not be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from pipeline.language.dates import dates
from pipeline.language.wording import words

Stage = Literal["superseded", "draft", "final", "revised"]

PAPER = r"(?:minutes?|reports?|agenda|notes?|papers?|versions?|cop(?:y|ies)|documents?|appendi(?:x|ces)|record|supplement)"
NUMBERED = r"(?:version|ver|v|revision|rev)(?:\s(?:no|number))?[.:]{0,2}\s?(?P<number>\d{1,2}(?:\.\d{1,2}){0,2})\b"
DRAFT = r"(?:draft|drafft|dréacht|unconfirmed|unapproved)"
LABEL = re.compile(r"^(?:document\s+|report\s+|minutes\s+)?(?:status|version|stage)\s*[:\t–-]\s*", re.IGNORECASE)
STAMP = re.compile(
    rf"(?:(?:final|first|second|third|working|consultation|confidential|public|printed)\s+)*{DRAFT}(?:\s+{PAPER})?(?:[\s:,(–—-]+(?:{NUMBERED}|"
    rf"{PAPER}|for\s+(?:public\s+)?(?:consultation|comments?|discussion|approval|review|decision)\b.{{0,40}}|subject to .{{0,60}}|"
    r"not (?:yet )?(?:approved|confirmed|agreed|policy|for publication|for circulation).{0,30}|until .{0,40}))*\)?|"
    rf"final(?:\s+{PAPER})?|(?:confirmed|approved|signed|adopted|agreed)\s+(?:minutes|version|copy)|minutes\s*[(–—-]\s*(?:approved|confirmed|"
    rf"draft)\)?|superseded|(?:revised|amended|corrected)(?:\s+{PAPER})?(?P<when>\s.{{6,40}})?|(?:replacement|updated)\s+{PAPER}",
    re.IGNORECASE,
)
"""A line or stamp that says nothing else; a "revised" one may be dated."""
BRACKETED = re.compile(
    rf"[(\[]\s*(?:{DRAFT}|final|revised|amended|corrected|updated|superseded)\b[^)\]]{{0,40}}[)\]]|[–—-]\s+(?:{DRAFT}|final|revised)\s*$",
    re.IGNORECASE,
)
"""Behind a title."""
PROPOSED = re.compile(r"\bproposed (?:record of (?:\w+ ){0,2}decisions?|(?:\w+ )?decision (?:record|notice|sheet))\b", re.IGNORECASE)
"""The record of a decision that is yet to be taken."""
NUMBER = re.compile(rf"\b{NUMBERED}", re.IGNORECASE)
REPLACES = re.compile(
    r"\bthis (?:\w+ )?(?:report|paper|agenda|appendix|document|version|item|supplement) (?:replaces|supersedes|is a (?:replacement|correct"
    r"ed|revised)|has been (?:revised|amended|corrected|updated|reissued))\b[^.]{0,100}",
    re.IGNORECASE,
)
UNCONFIRMED = re.compile(
    r"\b(?:draft|drafft|unconfirmed|unapproved|provisional)\s+(?:minutes|cofnodion)\b|"
    r"\bsubject to (?:\w+ )?(?:confirmation|approval|ratification|agreement|adoption|signature|amendment)\b"
    r"(?: (?:by|at|of|as)\b[^.)]{0,60})?|"
    r"\b(?:to be|not yet(?: been)?|yet to be|until) (?:confirmed|approved|agreed|ratified|adopted|signed)\b(?: (?:by|at|as)\b[^.)]{0,60})?",
    re.IGNORECASE,
)
"""Minutes that await the next meeting. Of a report such words may speak of what it recommends."""
CONFIRMED = re.compile(
    r"(?:(?:these|the) minutes (?:were )?)?(?:confirmed|approved|agreed|signed|adopted|accepted)(?: and signed)? (?:as|at|by|on)\b.*",
    re.IGNORECASE,
)
"""Under the last item of minutes, and only with a day: without one it is a line to be filled in."""
NAMED = re.compile(
    rf"\b(?:{DRAFT}|confirmed|approved|revised|amended|final) (?:minutes|report|agenda|notes|version)\b|^{DRAFT} (?=v ?\d)|"
    rf"\b(?:{DRAFT}|final|confirmed|revised|amended|superseded)(?: (?:version|copy))?(?= ?(?:[(]?\d{{1,2}}[)]?)?$)|"
    rf"[(](?:{DRAFT}|final|revised|amended)[)]|"
    r"\bv ?\d{1,2}(?:\.\d{1,2})*\b|\bversion \d{1,2}(?:\.\d{1,2})*\b",
    re.IGNORECASE,
)
"""In a file's name, its dashes and underscores made spaces."""
MOST_WORDS = 12
"""A line that says which version a paper is has no more words; a number among more may be of anything."""
STAGES: tuple[tuple[Stage, re.Pattern[str]], ...] = (
    ("superseded", re.compile(r"\bsuperseded\b(?! by)", re.IGNORECASE)),
    (
        "draft",
        re.compile(
            rf"\b{DRAFT}\b|\b(?:provisional|proposed|subject to)\b|\b(?:to be|not yet(?: been)?|yet to be|until) \w+ed\b|"
            r"\b(?:version|ver|v|revision|rev)(?:\s(?:no|number))?[.:]{0,2}\s?0\.\d",
            re.IGNORECASE,
        ),
    ),
    ("revised", re.compile(r"\b(?:revised|amended|corrected|replacement|updated|replaces|supersedes|reissued)\b", re.IGNORECASE)),
    ("final", re.compile(r"\b(?:final|confirmed|approved|signed|adopted|agreed|accepted)\b", re.IGNORECASE)),
)
ORDER: dict[Stage | None, int] = {"superseded": 0, "draft": 1, None: 2, "final": 3, "revised": 4}


def versions(line: str, *, minutes: bool = False) -> Iterator[str]:
    """The words of one line from the head of a paper, or of its running header, that say which version it is."""
    text = line.strip(" *_.:-–—|[]\t")
    stamp = STAMP.fullmatch(LABEL.sub("", text))
    if stamp and (not stamp["when"] or any(day.whole for day in dates(stamp["when"]))):
        yield text
        return
    if minutes and (match := UNCONFIRMED.search(text)):
        yield match[0].strip()
    short = len(words(text)) <= MOST_WORDS
    for pattern, anywhere in ((BRACKETED, False), (PROPOSED, False), (NUMBER, False), (REPLACES, True)):
        match = pattern.search(text)
        if match and (short or anywhere or match.start() == 0):
            yield match[0].strip(" ()[]–—-")


def confirmed(line: str) -> str | None:
    """The words below minutes that say when they were confirmed; None where that is still to be filled in."""
    match = CONFIRMED.fullmatch(line.strip())
    return match[0].strip(" .") if match and any(day.whole for day in dates(match[0])) else None


def named(stem: str) -> str | None:
    """What a file's name says of its version."""
    found = [match[0].strip(" ()") for match in NAMED.finditer(re.sub(r"[\s_–—-]+", " ", stem))]
    return " ".join(dict.fromkeys(found)) or None


def stage(version: str | None) -> Stage | None:
    """What the printed words mean; None where they do not say ("Version 1"), or nothing is printed."""
    found = next((name for name, pattern in STAGES if version and pattern.search(version)), None)
    return found or ("revised" if number(version) > (1,) else None)


def number(version: str | None) -> tuple[int, ...]:
    """(0, 3) of "v0.3"; () without one. "Version 1.0" is (1,)."""
    match = NUMBER.search(version or "")
    found = [int(part) for part in match["number"].split(".")] if match else []
    while found and found[-1] == 0:
        found.pop()
    return tuple(found)


def rank(version: str | None) -> tuple[int, tuple[int, ...]]:
    """Of two printings of one paper the one of the higher rank counts."""
    return ORDER[stage(version)], number(version)
