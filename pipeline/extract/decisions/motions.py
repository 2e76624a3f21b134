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
_TITLED = rf"(?:(?:Lord |Deputy )*(?:Mayor|Provost) {NAME}|{_OFFICE}|{TITLES}:?\s*{NAME}(?:\s?\([A-Z]{{1,2}}\))?)"
_PERSON = rf"(?:{_TITLED}|(?!The\b|This\b|Amendment\b|Motion\b|That\b|Council\b){NAME})"
_SECONDED = r"(?i:(?:duly\s+)?sec(?:onded|\.)?)"
_PROPOSED = r"(?i:(?:formally\s+)?(?:re-?)?(?:proposed|moved|prop(?:\.|(?=:)))(?:\s+en\s+bloc|\s+as\s+an?\s+(?:true|correct|accurate)\s[\w ]{4,30}?(?=\s+by\b))?)"
_JOIN = r"[\s,;/()–-]*(?:(?:and|AND)\s+)?(?:(?:it was|was|were)\s+)?"
BY = re.compile(
    rf"\b{_PROPOSED}\s*(?:(?:by\s*[:–-]?|:)\s*(?P<proposer>{_PERSON})|(?P<titled>{_TITLED}))(?:{_JOIN}{_SECONDED}\s*(?:by)?\s*[:–-]?\s*(?P<seconder>{_PERSON}))?"
)
ACTIVE = re.compile(
    rf"(?P<proposer>{_PERSON})\s+{_PROPOSED}\b,?\s*(?:(?:and\s+)?(?:(?P<seconder>{_PERSON})\s+{_SECONDED}|"
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
IN_PROPOSING = re.compile(rf"(?:\b(?P<first>{_PERSON}),?\s+)?(?i:in (?:proposing|moving) the motion),?\s+(?P<proposer>{_PERSON})?")
SECONDED = re.compile(
    rf"{_SECONDED}\s+by\s*:?\s*(?P<seconder>{_PERSON})|(?P<second>{_PERSON})\s+(?:formally\s+)?seconded\b|"
    rf"In seconding the Motion,?\s+(?P<third>{_PERSON})"
)
NOTICE = re.compile(
    r"(?i:notice of motion)\s+(?:\w+\s+)?(?i:submitted|proposed|tabled|moved)?\s*(?:by|from|in the name "
    rf"of)\s+(?P<proposer>{_PERSON})"
)
MOVING = re.compile(r"\b(?:re-?)?(?:propos|mov(?:ed|es|ing)\b|motion\b|prop[.:])", re.IGNORECASE)
SECONDING = re.compile(r"\bsec(?:ond|[.:])", re.IGNORECASE)
FATE = re.compile(
    r"\b(?:carried|lost|defeated|fell|falls|passed|rejected|withdrawn|agreed|approved|adopted|deferred|favour|unanimous|withdrew|referred|"
    r"appointed|elected|co-opted)\b", re.IGNORECASE
)
"""One of these words stands in every sentence that the patterns below can match: they are looked for first, because that is quick."""
AMENDMENT = re.compile(r"\bamendment\b", re.IGNORECASE)
PROCEDURAL = re.compile(
    r"\b(?:question\s+be\s+(?:now\s+)?put|(?:to|the)\s+next\s+(?:item\s+of\s+)?business|(?:debate|meeting)\s+(?:be|stand)\s+(?:now\s+)?adjourned|"
    r"(?:standing\s+orders?|(?:procedure\s+)?rules?)\b[^.;]{0,40}?\bbe\s+(?:suspended|waived)|(?:a\s+)?recorded\s+vote\s+be\s+(?:taken|held))\b",
    re.IGNORECASE,
)
WITHIN = re.compile(r"(?:as\s+)?(?:(?:an?|the)\s+)?(?:amendment|motion|proposal|proposed|proposition|recommendations?|nomination|that)\b", re.IGNORECASE)
OUTCOME = re.compile(
    r"\b(?P<what>(?i:(?:proposed\s+)?(?:substantive\s+|original\s+|amended\s+)?(?:amendment|motion|proposal|"
    r"proposition))(?:\s+(?:no\.?\s*)?\d+)?)(?:,?\s+(?:as amended|as so amended|being put to the vote),?|"
    r",\s[^,.;]{3,60},)?(?:\s+(?i:standing in the name of [^,.;]{3,40}))?,?\s*[:–-]?\s*"
    r"(?:(?:was|were|is|be|being|having been|therefore|then|thereupon|accordingly|duly|declared|put|to|the|vote|and|it|not|which)\s+)*"
    r"(?P<how>(?i:carried|lost|defeated|fell|falls|passed|rejected|withdrawn|agreed|approved|adopted|deferred))\b"
)
OUTCOME_OF = re.compile(
    r"\b(?P<what>(?i:amendment|motion|proposal|proposition))(?:,[^.;]{3,120}?,)?(?:\s+(?:to|that|for|by|of|in)\s[^.;]{3,160}?)?\s+(?:was|were)\s+"
    r"(?:(?:then|therefore|thereupon|accordingly|duly|declared|put|to|the|vote|and|it|was|not)\s+)*"
    r"(?P<how>(?i:carried|lost|defeated|passed|rejected|withdrawn))\b"
)
"""What was moved stands between: "the motion to refer back was defeated", "The motion, moved by A, that B was carried"."""
DECLARED = re.compile(
    r"\b(?:it|this|which)\s+was\s+(?:\w+ly\s+)?declared\s+(?:to\s+be\s+|to\s+have\s+been\s+)?(?P<how>(?i:carried|lost|defeated))\b"
)
PUT_AND = re.compile(
    r"\b(?P<what>(?i:amendment|motion|proposal|recommendations?))\b[^.;]{0,90}?\bput(?: to (?:the|a) (?:vote|meeting|council|committee|board|assembly)|,? and)\b"
    r"[^.;]{0,60}?\b(?:and )?(?:it |this )?(?:was |were )?(?:not )?(?P<how>(?i:carried|lost|defeated|agreed|approved|rejected|passed|fell))\b",
    re.IGNORECASE,
)
VOTE_ON = re.compile(
    r"\bvotes?\b[^.;]{0,40}?\bon\s+the\s+(?P<what>(?:substantive |original )?(?:motion|amendment|proposal|recommendations?))\b[^.;]{0,40}?"
    r"\b(?:not\s+)?(?P<how>carried|lost|defeated|agreed|approved|rejected|passed|fell)\b",
    re.IGNORECASE,
)
""" "A vote was taken on the amendment, which was not carried." """
REFERRED = re.compile(
    r"\b(?P<what>motion|proposal)\b[^.;]{0,40}?\b(?:stood|stands|was|were)\s+(?:\w+ly\s+|then\s+|therefore\s+)*(?P<how>referred)\b", re.IGNORECASE
)
""" "The motion stood referred to Cabinet without debate." """
WITHDREW = re.compile(r"\b(?P<how>withdrew)\s+(?:his|her|their|the)\s+(?P<what>amendment|motion|proposal)\b", re.IGNORECASE)
BY_ITSELF = re.compile(
    r"^\W*(?P<what>(?:recommendations?|limbs?|paragraphs?|parts?)\s+(?:no\.?\s*)?\(?\w{1,4}\)?)[,:]\s[^.;]{3,200}?\b(?:was|were)\s+(?:then\s+)?"
    r"(?P<how>carried|lost|defeated|agreed|approved|rejected|passed)\b",
    re.IGNORECASE,
)
""" "Recommendation 2, that the Board meet monthly, was carried": put and decided by itself."""
ASIDE = re.compile(r"\b(?:procedural|closure)\s+motion\s*$", re.IGNORECASE)
CHANGE = re.compile(r"\b(?:proposed\s+)?change\s+was\s+(?:not\s+)?(?P<how>agreed|approved|carried|lost)\b", re.IGNORECASE)
ALONE = re.compile(
    r"(?:^|[.;]\s+)(?:[(*\s]*)(?P<how>(?i:agreed|carried|lost|approved|defeated|all (?:were )?in favour|"
    r"unanimous))(?:\s+(?i:unanimously|nem\.? con\.?|on a vote))?(?:,\s[^.;]{3,60}\b(?i:abstain\w*|against|dissent\w*))?[\s.)*]*$"
)
SECONDED_AND = re.compile(
    r"\bseconded\b[^.;]{0,90}?\band\s+(?:was\s+|it was\s+)?(?:\w+ly\s+)?(?P<how>(?i:agreed|carried|lost|"
    r"approved|defeated|passed|appointed|elected|co-opted))\b\s*[.(]?(?!\s*(?:that|to|[:“\"]))"
)
ONE_SIDE = {
    "lost": "lost",
    "defeated": "lost",
    "fell": "lost",
    "falls": "lost",
    "rejected": "lost",
    "withdrawn": "withdrawn",
    "withdrew": "withdrawn",
    "referred": "referred",
    "appointed": "appointed",
    "elected": "appointed",
    "co-opted": "appointed",
    "deferred": "deferred",
}
NOT_MOVED = re.compile(r"\b(?:and|it|was|were|by|the|motion|amendment|duly|formally|proposed|moved|seconded)\b", re.IGNORECASE)
SAYS_WHAT = 9
"""Words: a shorter sentence only names who moved."""
NEGATED = re.compile(r"\bnot\s+(?:carried|agreed|approved|passed|adopted)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Motion:
    proposer: str | None = None
    seconder: str | None = None
    amendment: bool = False
    procedural: bool = False
    """How to go on, not what to decide: the main motion waits."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a motion: `how` is agreed, lost, withdrawn or deferred; `word` is as printed."""

    how: str
    word: str
    start: int
    amendment: bool
    motion: bool
    """The words speak of the motion, not of its amendment, "the proposal" or "the procedural motion"."""
    named: bool
    """The words name the motion or amendment: "Amendment lost"."""
    itself: bool
    """The sentence says what was decided: "Recommendation 2, that the Board meet monthly, was carried"."""


def motion(text: str) -> Motion | None:
    """The motion that a text moves, with proposer and seconder as printed."""
    if not MOVING.search(text):
        return None
    for pattern in (ON_PROPOSAL, WITH_SECONDER, LATER, BY, NOTICE, ACTIVE, IN_PROPOSING):
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


def outcome(text: str) -> Outcome | None:
    """What a sentence says became of the motion or amendment before it."""
    if not FATE.search(text):
        return None
    for pattern in (BY_ITSELF, OUTCOME, PUT_AND, VOTE_ON, OUTCOME_OF, REFERRED, WITHDREW, DECLARED, SECONDED_AND, CHANGE, ALONE):
        match = pattern.search(text)
        if not match:
            continue
        what = match.groupdict().get("what") or ""
        word = match["how"]
        how = "lost" if NEGATED.search(match[0]) else ONE_SIDE.get(word.casefold(), "agreed")
        return Outcome(how, word.upper(), match.start(), bool(AMENDMENT.search(what)), _of_main(what, text, match), bool(what), pattern is BY_ITSELF)
    return None


def _of_main(what: str, text: str, match: re.Match[str]) -> bool:
    return "motion" in what.casefold() and not (ASIDE.search(text[: match.end("what")]) or PROCEDURAL.search(text))


def _person(words: str | None) -> str | None:
    """A name or office as printed, trailing stops left out."""
    if not words:
        return None
    words = " ".join(words.split()).strip(" ,;.")
    named = TITLED.match(words)
    if named or re.fullmatch(_OFFICE, words) or len(words.split()) > 1:
        return words
    return None
