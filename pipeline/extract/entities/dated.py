"""Laws, dates and ministries: names whose shape is their own.

Comes in: the text of a paragraph. Goes out: (start, end, type).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.extract.entities import cues
from pipeline.extract.entities.names import begins_sentence
from pipeline.language.wording import holds

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTH = rf"(?:{_MONTHS}|{_MONTHS.upper()})"
_DATE = re.compile(
    r"(?=[\dJFMASONDTWmtwfsela])(?:"  # how a date begins: most characters begin none
    rf"(?:(?:(?i:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)),? (?:the )?)?\d{{1,2}}(?: ?(?:st|nd|rd"
    rf"|th|ST|ND|RD|TH))?(?: of)? {_MONTH},? (?:19|20)\d\d"
    rf"|(?:(?:the )?end of |early |mid[- ]|late )?{_MONTH},? (?:19|20)\d\d(?:[/–-]\d\d\b)?|(?:(?:early|mid|late)[- ])?\b(?:[Ss]pring"
    r"|[Ss]ummer|[Aa]utumn|[Ww]inter) (?:19|20)\d\d"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}\b|\b\d{{1,2}}[/.]\d{{1,2}}[/.](?:19|20)\d\d\b|\b(?:19"
    r"|20)\d\d ?[/–-] ?(?:(?:19|20)\d\d|\d\d)\b(?![/.-]?\d)|(?<![\w,./£-])(?:19|20)[0-4]\d(?![\w/%-]|[.,]\d| ?(?:people|hours|homes|units"
    r"|places)))"
)
_LAW_HEADS = "|".join(cues.LEGAL_HEADS).replace("Act|", "Acts?|")
_LAW_WORD = rf"(?:(?!(?:{_LAW_HEADS})\b)[A-Z][\w’'-]*|\((?:[A-Z][\w ,&-]{{2,60}})\))"
_LAW = re.compile(
    rf"\b(?:{_LAW_WORD} ){{0,3}}Convention on (?:the )?{_LAW_WORD}(?:(?: (?:and|of|for|the|with"
    rf"|against)(?: the)?)? {_LAW_WORD}){{0,8}}(?: (?:19|20)\d\d)?|"
    rf"\b{_LAW_WORD}(?:(?:,? (?:and|of|for|the|to|in|on|&) (?:the )?|, "
    rf"| ){_LAW_WORD}){{0,9}} (?:{_LAW_HEADS})\b(?: \((?:[A-Z][\w ]+)\)(?=,? \(?(?:19|20)\d\d))?(?:,? (?:of )?\(?(?:19"
    r"|20)\d\d(?:[–-](?:19|20)?\d\d)?\)?)?(?: \((?:[A-Z][\w ]+)\) (?:Regulations|Order)(?: (?:19|20)\d\d)?)?"
    rf"|\b(?:[a-z]+ ){{1,3}}act \((?:19|20)\d\d\)"
    rf"|\b(?:Section|section|Sections|sections|s\.) ?(?:\d{{1,3}}[A-Z]?(?=(?: of the)? (?:{_LAW_WORD} ){{1,6}}Act\b"
    r"| agreement| enquir| notice| funding)|(?:[2-9]\d|1\d\d)[A-Z]?\b(?![.\d]))"
    rf"|\b(?:{'|'.join(map(re.escape, cues.LEGAL_NAMES))})\b"
)
_LAW_SIGNS = (*cues.LEGAL_HEADS, *cues.LEGAL_NAMES, " act (", "ection")
_SHORT_SECTION = re.compile(r"s\. ?\d")
"""No law is found without one of the signs or this."""
_NAMED_BEFORE = re.compile(r"(?<![.:;\n] )\bProject [A-Z]\w+ $")
_DIGIT = re.compile(r"\d")
_AFTER_ANOTHER = re.compile(r"^.*(?:,| and) the (?=[A-Z])")
"""What stands before the law in a list: "Council Tax, the Harbours Act 2031"."""
_ABOUT_A_LAW = re.compile(
    r"^.*\b(?:(?:Proposals?|Amend(?:ments?|ing)|Changes?|Responses?|Guide|Guidance|Consultation|Review|Application|Compliance) "
    r"(?:for|to|on|under|with)"
    r"|(?:Requirements?|Provisions?|Implementation|Introduction|Breach) of|Committee on) (?:the )?(?=[A-Z])"
)
"""A heading about a law: "Proposal for the", "Amendments to the"."""
_PART_OF = re.compile(r"^(?:Part|Schedule|Chapter|Article|Regulation) \w+ (?:of|to) (?:the )?(?=[A-Z])")
_ABOUT = r"[A-Z][\w-]+(?: [A-Z][\w-]+){0,2}"
_DEPARTMENT = re.compile(
    rf"\b(?:Department|Ministry|Minister)s? (?:of|for) (?:the )?(?!Council\b){_ABOUT}(?:, {_ABOUT}){{0,6}}"
    rf"(?:,? (?:and|&) (?:the )?{_ABOUT})?(?!\w| de\b)"
)
"""What a ministry sees to is a list with one "and": a second one begins another name."""


def laws(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _LAW.finditer(text) if holds(text, _LAW_SIGNS) or _SHORT_SECTION.search(text) else ():
        words = _PART_OF.sub("", _without_front(_AFTER_ANOTHER.sub("", match.group()), begins_sentence(text, match.start())))
        words = _ABOUT_A_LAW.sub("", words)
        if words.endswith("Bill") and re.match(r" [A-Z]", text[match.end() :]):
            continue  # "Cllr Bill Smith"
        if (len(words.split()) > 1 and not words.startswith(("Standing Order", "Statutory Instrument"))) or words in cues.LEGAL_NAMES:
            yield match.end() - len(words), match.end(), "LEGISLATION"


def departments(text: str) -> Iterator[tuple[int, int, str]]:
    """Ministries and their ministers, whose names hold commas."""
    for match in _DEPARTMENT.finditer(text) if "Department" in text or "Minist" in text else ():
        yield match.start(), match.end(), "ROLE" if match.group().startswith("Minister ") else "ORG"


def dates(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _DATE.finditer(text) if _DIGIT.search(text) else ():
        start = match.start() + (4 if match.group().startswith("the ") else 0)
        if len(match.group()) == 4 and _NAMED_BEFORE.search(text, max(0, start - 40), start):
            continue
        yield start, match.end(), "DATE"


def _without_front(words: str, begins: bool) -> str:
    """A name without the words that only begin its sentence."""
    while " " in words:
        first, rest = words.split(" ", 1)
        if first.lower().strip(",") not in cues.NOT_IN_FRONT and not (begins and first.lower() in cues.NOT_TO_BEGIN_WITH):
            break
        words = rest
    return words
