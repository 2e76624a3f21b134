"""From verbs to outcome: agreed, noted, considered, appointed, delegated, lost, deferred, withdrawn, referred.

Comes in: the verbs of a resolution and the words of its limb. Goes out: one of these words. The limb's own first verb
counts before the stem's: "RESOLVED to note" notes, "AGREED to delegate" delegates.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from pipeline.extract.decisions.resolving_cues import MARKS
from pipeline.extract.limb import Limb
from pipeline.language.people import TITLED
from pipeline.model.structure import Paragraph

FIRST_VERB = re.compile(
    r"^\W*(?:\(?[a-z0-9]{1,3}\)\s*)?(?:(?:that|to|and|not|unanimously|formally|hereby)\s+|"
    r"(?:the\s+)?(?:\w+\s+){0,2}?(?:committee|cabinet|council|board|panel|members)\s+)*(?P<verb>[A-Za-z-]+)",
    re.IGNORECASE,
)
OUTCOMES = (
    ("withdrawn", re.compile(r"withdr", re.IGNORECASE)),
    ("deferred", re.compile(r"defer|adjourn|postpone|hold(?:ing)? over", re.IGNORECASE)),
    ("lost", re.compile(r"lost\b|defeated|fell\b", re.IGNORECASE)),
    ("appointed", re.compile(r"(?:re-?)?(?:appoint|elect|nominate|co-opt)", re.IGNORECASE)),
    ("delegated", re.compile(r"delegat", re.IGNORECASE)),
    ("referred", re.compile(r"refer(?:red|s)?\b", re.IGNORECASE)),
    ("noted", re.compile(r"not(?:e|ed|es|ing)\b", re.IGNORECASE)),
    ("considered", re.compile(r"consider|review|discuss|debat|comment|examin|scrutinis|receiv", re.IGNORECASE)),
)
DECIDED = re.compile(r"agree|resolv|approv|adopt|endors|accept|support|ratif|confirm|authori|grant|determin|decid", re.IGNORECASE)
INSIDE = (
    ("appointed", re.compile(r"\bbe\s+(?:duly\s+)?(?:re-?)?(?:appointed|elected|nominated|co-opted)\b", re.IGNORECASE)),
    ("deferred", re.compile(r"\bbe\s+(?:deferred|adjourned|postponed|held over)\b|\bdeferred\b|^to hold over\b", re.IGNORECASE)),
    ("noted", re.compile(r"\bbe\s+(?:received and\s+)?noted\b", re.IGNORECASE)),
    (
        "delegated",
        re.compile(
            r"\b(?:delegated (?:authority|powers?)|authority|powers?)\s+be\s+(?:given|granted|delegated)\b|\bbe\s+delegated\b|"
            r"\bwould be DELEGATED\b",
            re.IGNORECASE,
        ),
    ),
    ("referred", re.compile(r"\bbe\s+referred\b", re.IGNORECASE)),
    ("withdrawn", re.compile(r"\bbe\s+withdrawn\b", re.IGNORECASE)),
)
NOUN = re.compile(r"\w+(?:tion|ity|ities|ment|ance|ence|al|er|or)$", re.IGNORECASE)
""""Consideration of this item be deferred", "authority be delegated": the first word is what is decided on, no verb."""
NOT_SO = re.compile(r"\b(?:was|were)\s+not\s+(?:\w+ly\s+)?(?:approved|agreed|adopted|accepted|granted|carried)\b", re.IGNORECASE)
GENERAL = re.compile(r"resolv|agree|decid|recommend|decision|resolution|determin", re.IGNORECASE)
"""Verbs that say that something was decided, not what."""
OF_A_PERSON = re.compile(
    rf"{TITLED.pattern}|\b(?i:chair(?:man|person|woman)?|vice|representatives?|champions?|members?|mayor|trustees?|governors?|auditors?)\b"
)
""""That two officers be appointed" creates posts; it appoints nobody."""
AND_DECIDED = re.compile(r"\band\s+(?:agree|approve|endorse|adopt|accept|support|recommend)", re.IGNORECASE)
SHORT = 90
"""Characters of a limb that begins with "agree" in which "be delegated" speaks of the whole of it."""


def verbs_in(limb: Limb, emphasised: Callable[[Paragraph, int, int], bool]) -> tuple[str, ...]:
    """Verbs that a limb marks in capitals or bold, and the one it begins with where that is a deciding verb."""
    found: list[str] = []
    for paragraph, start, end in limb.pieces:
        for match in re.finditer(r"\b[A-Za-z][A-Za-z-]{3,}\b", paragraph.text[start:end]):
            if MARKS.fullmatch(match[0]) and (match[0].isupper() or emphasised(paragraph, start + match.start(), start + match.end())):
                found.append(match[0].upper())
    first = FIRST_VERB.match(limb.text)
    if first and MARKS.fullmatch(first["verb"]):
        found.append(first["verb"].upper())
    return tuple(dict.fromkeys(found))


def outcome_of(stem: Sequence[str], own: Sequence[str], text: str, amendment: bool = False) -> str:
    """The outcome of one limb."""
    if NOT_SO.search(text):
        return "lost"
    first = FIRST_VERB.match(text)
    first = None if first and NOUN.match(first["verb"]) else first
    if first and not amendment:
        for name, pattern in OUTCOMES:
            if pattern.match(first["verb"]):
                decided = name == "considered" and (AND_DECIDED.search(text) or any(DECIDED.match(verb) for verb in (*own, *stem)))
                return "agreed" if decided else name
    for name, pattern in INSIDE:
        if name == "appointed" and not OF_A_PERSON.search(text):
            continue
        if pattern.search(text) and (len(text) <= SHORT or not (first and DECIDED.match(first["verb"]))):
            return name
    leads = bool(first and MARKS.fullmatch(first["verb"]))
    for verbs in (() if leads else [verb for i, verb in enumerate(stem) if i or not GENERAL.match(verb)], own, stem):
        if any(DECIDED.match(verb) for verb in verbs):
            return "agreed"
        for name, pattern in OUTCOMES:
            if any(pattern.match(verb) for verb in verbs):
                return name
    return "agreed"
