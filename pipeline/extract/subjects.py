"""Who a clause is about: the noun phrase before its verb, and whether it is somebody who can act.

Comes in: text before a verb. Goes out: "The Assistant Director, Housing and Support", "the clerk", "she"; None where it is no such phrase.
"""

from __future__ import annotations

import re

from pipeline.extract.undertaking_cues import ACTS, SAYS
from pipeline.language.people import TITLED
from pipeline.language.posts import ROLE_HEAD

PRONOUN = re.compile(r"^(?:he|she|they|we|it|i)$", re.IGNORECASE)
BODY = re.compile(
    r"^(?:the\s+)?(?:[A-Z][\w'’&-]*\s+(?:(?:and|of|for)\s+)?){0,6}(?:committee|council|cabinet|board|panel|"
    r"executive|authority|forum)$",
    re.IGNORECASE,
)
SOMEBODY = re.compile(
    r"\b(?:clerk|officers?|members?|councillors?|cllrs?|chair(?:man|person)?|teams?|staff|colleagues|champions?|"
    r"leader|cathaoirleach|mayor|administrator|residents?|secretary|trustees?|police|services?)\b",
    re.IGNORECASE,
)
AFRESH = re.compile(r"^.*(?:[.;:]\s+|,\s+(?=the\s+[A-Z])|\b(?!of|for|and|in|to|on)\w+\s+(?=the\s+[A-Z]))|^\([^()]*\)\s*")
"""Where a second noun phrase begins: "from Members the Director ...", or a reference in brackets stands in front."""
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
    if (token.endswith((";", ":")) and not last) or (token.endswith(".") and len(token) > 3):
        return False
    return token.startswith("(") or bare[:1].isupper() or bare.casefold() in CONNECTORS


def is_somebody(owner: str) -> bool:
    """A person, a post or people who can act; a body that decides is not meant."""
    plain = owner.strip()
    if not plain or BODY.match(plain):
        return False
    return bool(
        PRONOUN.match(plain)
        or TITLED.search(plain)
        or SOMEBODY.search(plain)
        or (ROLE_HEAD.search(plain) and plain.removeprefix("the ")[:1].isupper())
        or re.fullmatch(r"[A-Z][a-z]+ [A-Z][\w'’-]+", plain)
    )


def meant_by_pronoun(text: str) -> str | None:
    """Whom a pronoun means: the last post or person named before it."""
    found = [
        owner
        for match in re.finditer(rf"\b(?:{SAYS}|{ACTS})\b", text)
        for owner in [subject(text[: match.start()])]
        if owner and is_somebody(owner) and not PRONOUN.match(owner)
    ]
    return found[-1] if found else None


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip(" ,;:.")
