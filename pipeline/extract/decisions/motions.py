"""Motions and amendments: who proposed and seconded, what was put to the vote, and what became of it.

Comes in: text of minutes. Forms: "Mr A proposed and Mr B seconded", "Proposed by Councillor A; Seconded by Councillor B",
"On the proposal of Cllr A, seconded by Cllr B", "(Prop. Cllr A, sec. Cllr B)"; "Amendment lost", "The Motion was CARRIED".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pipeline.language.people import NAME, TITLED, TITLES
from pipeline.language.sentences import sentences

_OFFICE = (
    r"(?:the |The )?(?:Right Honourable the )?(?:Vice[- ]?|Deputy )?(?:Lord )?(?:Chair(?:man|woman|person)?|Leader|Mayor|Cathaoirleach|"
    r"Convener|Provost|High Sheriff)\b(?:\s\((?:Alderman|Councillor|Cllr\.?)\s[^()]{3,40}\))?"
)
_TITLED = rf"(?:(?:Lord |Deputy |Metro )*(?:Mayor|Provost) {NAME}|{_OFFICE}|{TITLES}:?\s*{NAME}(?:\s?\([A-Z]{{1,2}}\))?)"
_PERSON = rf"(?:{_TITLED}|(?!The\b|This\b|Amendment\b|Motion\b|That\b|Council\b){NAME})"
_SECONDED = r"(?i:(?:duly\s+)?sec(?:onded|onder|\.)?)"
_PROPOSED = (
    r"(?i:(?:formally\s+)?(?:re-?)?(?:proposed|moved|proposer|mover|prop(?:\.|(?=:)|(?=\s[A-Z]{2,3}\b)))"
    r"(?:\s+en\s+bloc|\s+for\s+adoption|\s+as\s+an?\s+(?:true|correct|accurate)\s[\w ]{4,30}?(?=\s+by\b))?)"
)
_JOIN = r"[\s,;/().–-]*(?:(?:and|AND)\s+)?(?:(?:it was|was|were)\s+)?"
BY = re.compile(
    rf"\b{_PROPOSED}\s*(?:(?:by\s*[:–-]?\s*(?:the\s[^,.;]{{3,50}}?\s[–—-]\s)?|[:–-]|(?<=er)\s)\s*(?P<proposer>{_PERSON})|"
    rf"(?P<titled>{_TITLED}|[A-Z]{{2,3}}\b(?=\s*[,;/]?\s*(?:and\s+)?[Ss]ec)))(?:{_JOIN}{_SECONDED}\s*(?:by)?\s*[:–-]?\s*(?P<seconder>{_PERSON}))?"
)
ACTIVE = re.compile(
    rf"(?P<proposer>{_PERSON})\s+{_PROPOSED}\b,?\s*\(?(?:(?:and\s+)?(?:(?P<seconder>{_PERSON})\s+{_SECONDED}|"
    rf"{_SECONDED}\s+by\s+(?P<second>{_PERSON})))?"
)
WITH_SECONDER = re.compile(rf"(?P<proposer>{_PERSON}),\s+{_SECONDED}\s+by\s+(?P<seconder>{_PERSON}),?\s+(?:then\s+)?{_PROPOSED}\b")
LATER = re.compile(
    rf"(?P<proposer>{_TITLED})\s+{_PROPOSED}\b(?! by\b)[^.;:]{{3,160}}?,?\s+"
    rf"(?:and\s+)?(?:which\s+)?(?:was\s+)?{_SECONDED}\s+by\s+(?P<seconder>{_PERSON})"
)
"""What was moved stands between: "Councillor A proposed the recommendations in the report, seconded by Councillor B"."""
ON_PROPOSAL = re.compile(
    rf"(?i:on the (?:proposal|proposition|motion)!? of)\s+(?P<proposer>{_PERSON})\s*,?{_JOIN}{_SECONDED}\s+by\s+(?P<seconder>{_PERSON})"
)
MOVES = re.compile(
    r"\b(?:I|We) (?:will|wish to|hereby) move\b|\bthis (?:council|committee) (?:notes|believes|resolves|"
    r"calls)\b",
    re.IGNORECASE,
)
"""The words of a motion of which notice was given."""
SAME_MOTION = re.compile(r"(?:^|[.;]\s+)\W*(?:the|this)\s+motion\b|\bin\s+(?:proposing|moving|seconding)\s+the\s+motion\b", re.IGNORECASE)
IN_NAME = re.compile(
    rf"\b(?i:motion|amendment)\b[^.;]{{0,40}}?\bin the names? of\s+(?P<proposer>{_PERSON})"
    rf"(?:,?\s+(?:and\s+)?{_SECONDED}\s+by\s+(?P<seconder>{_PERSON}))?"
)
""" "The amendment standing in the name of Councillor A, seconded by Councillor B"."""
IN_PROPOSING = re.compile(rf"(?:\b(?P<first>{_PERSON}),?\s+)?(?i:in (?:proposing|moving) the motion),?\s+(?P<proposer>{_PERSON})?")
SECONDED = re.compile(
    rf"(?:{_SECONDED}\s+by\s*:?|\b(?i:seconder)\b\s*[:–-]?)\s*(?P<seconder>{_PERSON})|(?P<second>{_PERSON})\s+(?:formally\s+)?seconded\b|"
    rf"In seconding the Motion,?\s+(?P<third>{_PERSON})"
)
SUBMITTED = re.compile(rf"^\W*(?i:(?:motion\s+)?(?:submitted|tabled)\s+by):?\s+(?P<proposer>{_TITLED})[\s.:]*$")
""" "Submitted by Councillor A", alone above the words of a motion."""
NOTICE = re.compile(
    r"(?i:notice of motion)\s+(?:\w+\s+)?(?i:submitted|proposed|tabled|moved)?\s*(?:by|from|in the name "
    rf"of)\s+(?P<proposer>{_PERSON})"
)
MOVING = re.compile(r"\bamendment\b[^.;]{0,40}\bname|\b(?:re-?)?(?:propos|mov(?:ed|es|ing)\b|motion\b|prop[.:])", re.IGNORECASE)
SECONDING = re.compile(r"\bsec(?:ond|[.:])", re.IGNORECASE)
AMENDMENT = re.compile(r"\bamendment\b", re.IGNORECASE)
PROCEDURAL = re.compile(
    r"\b(?:question\s+be\s+(?:now\s+)?put|(?:to|the)\s+next\s+(?:item\s+of\s+)?business|(?:debate|meeting)\s+(?:be|"
    r"stand)\s+(?:now\s+)?adjourned|"
    r"(?:standing\s+orders?|(?:procedure\s+)?rules?)\b[^.;]{0,40}?\bbe\s+(?:suspended|waived)|"
    r"(?:a\s+)?recorded\s+vote\s+be\s+(?:taken|held))\b",
    re.IGNORECASE,
)
WITHIN = re.compile(
    r"(?:as\s+)?(?:(?:an?|the)\s+)?(?:amendment|motion|proposal|proposed|proposition|recommendations?|nomination|"
    r"that)\b",
    re.IGNORECASE,
)
NOT_MOVED = re.compile(
    r"\b(?:and|it|was|were|by|the|motion|amendment|duly|formally|submitted|proposed|proposer|moved|seconded|seconder)\b", re.IGNORECASE
)
SAYS_WHAT = 9
"""Words: a shorter sentence only names who moved."""


@dataclass(frozen=True, slots=True)
class Motion:
    proposer: str | None = None
    seconder: str | None = None
    amendment: bool = False
    procedural: bool = False
    """How to go on, not what to decide: the main motion waits."""


def motion(text: str) -> Motion | None:
    """The motion that a text moves, with proposer and seconder as printed."""
    if submitted := SUBMITTED.match(text):
        return Motion(_person(submitted["proposer"]))
    if not MOVING.search(text):
        return None
    for pattern in (ON_PROPOSAL, WITH_SECONDER, LATER, BY, NOTICE, IN_NAME, ACTIVE, IN_PROPOSING):
        match = pattern.search(text)
        if not match:
            continue
        groups = match.groupdict()
        if person := _person(groups["proposer"] or groups.get("titled") or groups.get("first")):
            second = _person(groups.get("seconder") or groups.get("second"))
            if pattern is ACTIVE and not second and not WITHIN.match(text[match.end() :].lstrip(" ,")):
                continue
            return Motion(person, second, bool(AMENDMENT.search(text)), bool(PROCEDURAL.search(text)))
    return None


def mover_sentence(text: str) -> str:
    """The sentence of a paragraph that moves something; with what follows it where it is too short to say what."""
    for start, end in sentences(text):
        if motion(text[start:end]):
            return text[start:end] if len(text[start:end].split()) > SAYS_WHAT else text[start:]
    return text


def only_names_movers(text: str) -> bool:
    """Whether a paragraph names proposer or seconder and does not say what they moved."""
    rest = text
    for pattern in (ON_PROPOSAL, BY, SECONDED, ACTIVE):
        rest = pattern.sub(" ", rest)
    return rest != text and len(re.findall(r"\w{3,}", NOT_MOVED.sub(" ", rest))) == 0


def spoken(text: str) -> bool:
    """Whether a paragraph is the words of a motion of which notice was given."""
    return bool(MOVES.search(text))


def same(text: str) -> bool:
    """Whether a paragraph speaks of the motion that is already before the meeting."""
    return bool(SAME_MOTION.search(text))


def seconded(text: str) -> str | None:
    """The seconder alone: "Seconded by Councillor B", "The Motion was seconded by ..."."""
    match = SECONDED.search(text) if SECONDING.search(text) else None
    return _person(match["seconder"] or match["second"] or match["third"]) if match else None


def with_seconder(known: Motion, text: str) -> Motion:
    """The motion with the seconder that a later sentence names."""
    return replace(known, seconder=known.seconder or seconded(text))


def _person(words: str | None) -> str | None:
    """A name or office as printed, trailing stops left out."""
    if not words:
        return None
    words = " ".join(words.split()).strip(" ,;.")
    named = TITLED.match(words)
    if named or re.fullmatch(rf"{_OFFICE}|[A-Z]{{2,3}}", words) or len(words.split()) > 1:
        return words
    return None
