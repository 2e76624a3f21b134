"""Who a clause is about: the noun phrase before its verb, and whether it is somebody who can act.

Comes in: text before a verb. Goes out: "The Assistant Director, Housing and Support", "the clerk", "she"; None where it is no such phrase.
"""

from __future__ import annotations

import re

from pipeline.extract.undertaking_cues import ACTS, AGENT, SAYS
from pipeline.language.people import TITLE, TITLED
from pipeline.language.posts import ROLE_HEAD

PRONOUN = re.compile(r"^(?:he|she|they|we|it|i)$", re.IGNORECASE)
BODY = re.compile(
    r"^(?:the\s+)?(?:[A-Z][\w'’&-]*\s+(?:(?:and|of|for)\s+)?){0,6}(?:committee|council|cabinet|board|panel|"
    r"(?<!chief )executive|authority|forum)$",
    re.IGNORECASE,
)
SOMEBODY = re.compile(
    r"\b(?:clerk|officers?|members?|councillors?|cllrs?|chair(?:man|person)?|teams?|staff|colleagues|champions?|"
    r"leader|cathaoirleach|mayor|administrator|residents?|secretary|treasurer|chief\s+executive|trustees?|police|services?)\b",
    re.IGNORECASE,
)
AFRESH = re.compile(
    rf"^.*(?:,\s+(?={TITLE}\s)|(?<![A-Z])(?<!Mr)(?<!Ms)(?<!Dr)(?<!Mrs)(?<!Cllr)(?<!Prof)[.;:]\s+|,\s+(?=the\s+[A-Z])|"
    r"\b(?!of|for|and|in|to|on)\w+\s+(?=the\s+[A-Z]))|^\([^()]*\)\s*"
)
"""Where a second noun phrase begins: "from Members the Director ...", or a reference in brackets stands in front."""
TITLE_WORD = re.compile(TITLE)
PLURAL = re.compile(
    r"^(?:the\s+|all\s+|both\s+)?(?:[\w-]+\s+){0,3}(?:officers|members|councillors|teams|staff|colleagues|residents|services|champions|"
    r"trustees|police)$",
    re.IGNORECASE,
)
"""Who are no "she"."""
ONE = re.compile(r"(?:he|she)", re.IGNORECASE)
INITIALS = re.compile(r"[A-Z]{2,3}")
ACRONYMS = frozenset(
    "NHS ICB CCG CQC GP GPS LA PCC MP MPS DFE DFT BT UK EU PC TC CC DC BC CIL SEN ALL TBC NFA PCN NP CAB RFO ICT IT HR".split()
)
"""Letters that are seldom a person's."""
CONNECTORS = frozenset({"of", "and", "for", "the", "&", "in", "to", "on", "a", "an"})
LEADING = frozenset({"and", "of", "for", "&", "in", "to", "on", "but"})


def subject(before: str) -> str | None:
    """The noun phrase that a clause ends with before its verb: "The Assistant Director, Housing and Support", "the clerk", "she"."""
    common = re.search(
        r"(?:^|[\s,;(])((?:the\s+|all\s+|both\s+)?(?:\w+\s+)?(?:clerk|chair(?:man|person)?|officers?|members?|"
        r"councillors?|teams?|staff|colleagues|champions|residents|he|she|they|we|it))[\s,]*$",
        before,
        re.IGNORECASE,
    )
    tokens = list(re.finditer(r"\([^()]*\)|[^\s]+", before.rstrip(" ,")))
    start = len(tokens)
    while start and _belongs(tokens[start - 1][0], start == len(tokens)):
        start -= 1
    while start < len(tokens) and tokens[start][0].strip(",").casefold() in LEADING:
        start += 1
    phrase = before[tokens[start].start() :].strip(" ,") if start < len(tokens) else ""
    phrase = AFRESH.sub("", phrase)
    left, _, right = phrase.rpartition(" and ")
    if left and not is_somebody(left.strip(" ,")):
        phrase = right
    if common and len(common[1]) >= len(phrase):
        phrase = re.sub(
            r"^(?!the\b|all\b|both\b)(?:and|but|that|then|so|as|when|if|where|for|from|of|to|by|with|in|on)\s+",
            "",
            common[1],
            flags=re.IGNORECASE,
        )
    return plain(phrase) or None


def _belongs(token: str, last: bool) -> bool:
    """Whether a word can be part of a post or name, read from its end."""
    bare = token.strip(",;:")
    if (token.endswith((";", ":")) and not last) or (token.endswith(".") and len(token) > 3 and not TITLE_WORD.fullmatch(token)):
        return False
    return token.startswith("(") or bare[:1].isupper() or bare.casefold() in CONNECTORS


def is_somebody(owner: str) -> bool:
    """A person, a post or people who can act; a body that decides is not meant."""
    plain = owner.strip()
    if not plain or BODY.match(plain):
        return False
    return bool(
        PRONOUN.match(plain)
        or (INITIALS.fullmatch(plain) and plain not in ACRONYMS)
        or TITLED.search(plain)
        or SOMEBODY.search(plain)
        or (ROLE_HEAD.search(plain) and plain.removeprefix("the ")[:1].isupper())
        or re.fullmatch(r"[A-Z][a-z]+ [A-Z][\w'’-]+", plain)
    )


def meant_by_pronoun(text: str, pronoun: str) -> str | None:
    """Whom a pronoun means: the last post or person named before it; "he" and "she" mean one."""
    found = [
        owner
        for match in re.finditer(rf"\b(?:{SAYS}|{ACTS})\b", text)
        for owner in [subject(text[: match.start()])]
        if owner and is_somebody(owner) and not PRONOUN.match(owner) and not (ONE.fullmatch(pronoun) and PLURAL.match(owner))
    ]
    return found[-1] if found else None


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip(" ,;:.")


def asked_from(rest: str) -> str | None:
    """ "a report from the Head of Law on fees": of whom it is asked."""
    match = re.search(
        r"\b(?:received\s+)?from\s+(?P<owner>(?:the\s+)?[A-Z][\w'’ &-]{2,60}?)(?=\s+(?:on|about|regarding|"
        r"to|in|for)\b|[.,;]|$)",
        rest,
    )
    return plain(match["owner"]) if match and is_somebody(match["owner"]) else None


def named_in(rest: str) -> str | None:
    """ "that officers look into it": the subject of what is asked."""
    match = re.match(
        r"\s*(?:that|for)\s+(?P<owner>(?:the\s+)?(?:[A-Z][\w'’&/()-]*(?:\s+(?:of|and|for|&)\s+(?=[A-Z])|\s+)){1,10}|"
        r"(?:the\s+)?(?:officers|members|clerk|councillors)\s+)(?=should|would|look|write|contact|to\b|provide|"
        r"report|attend)",
        rest,
    )
    return plain(match["owner"]) if match and is_somebody(match["owner"].strip()) else None


def agent(rest: str) -> str | None:
    """ "a report would be brought by the Head of Waste": who does what is to be done."""
    match = AGENT.search(rest)
    return plain(match["owner"]) if match and is_somebody(match["owner"]) else None
