"""Sentences in which somebody undertakes, or is asked, to do something.

Comes in: one sentence of minutes. Goes out: the clause that says it and its owner. Cue words stand at the top; each rule is
one form in which clerks write actions.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from pipeline.extract import undertaking_cues as cues
from pipeline.extract.subjects import BODY, INITIALS, PRONOUN, agent, asked_from, is_somebody, meant_by_pronoun, named_in, plain, subject
from pipeline.language.people import TITLED

CLAUSE = re.compile(r";\s+|(?<=[a-z]),\s+(?:and|but|so)\s+(?=(?:the|[A-Z]|it|he|she|they)\b)|\.\s+")
LONG = 45
"""Words: of a longer sentence only the clause is quoted."""


ONE = re.compile(rf"{INITIALS.pattern}|[A-Z][a-z]+ [A-Z][\w'’-]+")
"""One person, by initials or by first name and surname."""


@dataclass(frozen=True, slots=True)
class Undertaking:
    """The clause that says it, and who is to do it."""

    start: int
    end: int
    owner: str | None


def undertaking(text: str, *, told: bool, before: str = "") -> Undertaking | None:
    """The action that a sentence states; `told`: it stands in a list of what somebody presented; `before`: what is said before it."""
    if not cues.QUICK.search(text) or cues.NOT_AN_ACTION.search(text):
        return None
    labelled = cues.LABELLED.search(text)
    if labelled:
        return Undertaking(0, len(text), _labelled_owner(labelled))
    for rule in RULES:
        if told and rule in NOT_WHEN_TOLD:
            continue
        found = rule(text)
        if found:
            start, end = _clause(text, found[0])
            owner = meant_by_pronoun(before + text[: found[0]], found[1]) if found[1] and PRONOUN.match(found[1]) else found[1]
            return Undertaking(start, end, owner)
    return None


Found = tuple[int, str | None]
"""Where the verb stands, and the owner."""


def _undertook(text: str) -> Found | None:
    for match in cues.UNDERTOOK.finditer(text):
        owner = subject(text[: match.start()])
        if owner and match["any"] and not (TITLED.search(owner) or ONE.fullmatch(owner) or cues.ONE_PERSON.search(owner)):
            continue
        if owner and is_somebody(owner) and not cues.EVERYBODY.match(owner):
            others = cues.ASKED_SOMEBODY.match(text[match.end() :]) if not match["deed"] else None
            return match.start(), plain(others["owner"]) if others and is_somebody(others["owner"].strip()) else owner
    return None


def _asked(text: str) -> Found | None:
    for match in cues.ASKED.finditer(text):
        before = text[: match.start()]
        owner = None if before.rstrip().endswith(" to") else subject(before)
        if owner and is_somebody(owner):
            return match.start(), owner
    return None


def _is_to(text: str) -> Found | None:
    match = cues.IS_TO.search(text)
    owner = subject(text[: match.start()]) if match else None
    return (match.start(), owner) if match and owner and (TITLED.search(owner) or cues.ONE_PERSON.search(owner)) else None


def _asks(text: str) -> Found | None:
    """Somebody asks for something: with whom it is asked of, or for a thing to be done."""
    for match in cues.ASKS.finditer(text):
        rest = text[match.end() :]
        if cues.QUESTION.match(rest) or not _asker(text[: match.start()]):
            continue
        word = match[0].casefold()
        somebody = cues.ASKED_SOMEBODY.match(rest) if word not in ("suggested", "proposed", "recommended", "sought") else None
        if somebody and is_somebody(somebody["owner"].strip()):
            return match.start(), plain(somebody["owner"])
        others = cues.ASKED_THAT.match(rest)
        if others and is_somebody(others["owner"].strip()):
            return match.start(), plain(others["owner"])
        if cues.TO_BE_DONE.match(rest) and not cues.MORE_INFORMATION.match(rest.strip()) and not _describes(rest, word):
            return match.start(), asked_from(rest) or named_in(rest) or agent(rest)
        noun = (
            cues.NOUN_ASKED.match(rest)
            if word.startswith("request") or (word.startswith("asked") and rest.lstrip().startswith("for"))
            else None
        )
        if noun and (not cues.WEAK_NOUN.search(noun[0]) or cues.FOR_A_TIME.search(rest)):
            return match.start(), asked_from(rest)
    return None


def _describes(rest: str, word: str) -> bool:
    """ "suggested that subsidising this could help": an opinion, not a request."""
    return word in ("suggested", "proposed") and not re.search(
        rf"\b(?:be|were|was|should(?:\s+be)?|to\s+be)\s+(?:\w+ly\s+)?(?:{cues.DONE}|{cues.DO}\b)", rest, re.IGNORECASE
    )


def _asker(before: str) -> bool:
    """Somebody asks: not "Officers were asked", "as requested", "the proposed budget" or "the report suggested"."""
    if cues.NO_ASKER.search(before):
        return False
    chained = re.sub(r"\s+(?:and|but|also|then)\s*$", "", before.rstrip())
    if chained != before.rstrip():
        return bool(cues.FIRST_SUBJECT.match(chained))
    owner = subject(before)
    return (
        owner is not None
        and owner.casefold() != "it"
        and (is_somebody(owner) or bool(BODY.match(owner)) or (len(before.split()) <= 3 and before[:1].isupper()))
    )


def _passive_request(text: str) -> Found | None:
    match = cues.PASSIVE_REQUEST.search(text)
    return (match.start(), None) if match and not cues.MORE_INFORMATION.search(match[0]) else None


def _it_was(text: str) -> Found | None:
    match = cues.IT_WAS.search(text)
    if not match:
        return None
    rest = text[match.end() :]
    return match.start(), named_in(f" that {rest}") or agent(rest)


def _said_would(text: str) -> Found | None:
    match = cues.SAID_THEY_WOULD.search(text)
    teller = subject(text[: match.start()]) if match else None
    if match and teller and is_somebody(teller) and not PRONOUN.match(teller):
        return match.start(), teller
    match = cues.SAID_WOULD.search(text)
    if not match:
        return None
    owner = subject(text[: match.start()])
    return (match.start(), owner) if owner and is_somebody(owner) and cues.RECIPIENT.search(text[match.start() :]) else None


def _due_to(text: str) -> Found | None:
    match = cues.DUE_TO.search(text)
    if not match:
        return None
    owner = subject(text[: match.start()])
    teller = re.search(rf"^(?P<owner>.{{3,90}}?)\s+{cues.SAYS}\b", text)
    if owner and is_somebody(owner) and re.search(r"team|officer|staff", owner, re.IGNORECASE):
        return match.start(), owner
    told = subject(teller["owner"]) if teller else None
    return (match.start(), told) if told and is_somebody(told) else None


def _would(text: str) -> Found | None:
    """A person or post "would provide", "will speak to"; what a body, a plan or a team would do in general is no action."""
    for match in [*cues.WOULD.finditer(text), *cues.WILL_ANY.finditer(text)]:
        owner = subject(text[: match.start()])
        if not owner:
            continue
        if PRONOUN.match(owner):
            if owner.casefold() in ("he", "she") and cues.RECIPIENT.search(text[match.end() :]):
                return match.start(), owner
        elif TITLED.search(owner) or INITIALS.fullmatch(owner) or (cues.ONE_PERSON.search(owner) and not BODY.match(owner)):
            if match[0].casefold().startswith("could") and not cues.RECIPIENT.search(text[match.end() :]):
                continue
            return match.start(), owner
    return None


def _would_be(text: str) -> Found | None:
    match = cues.WOULD_BE.search(text)
    if not match or not (cues.REPORTS_BACK.search(text) or cues.RISK.search(text)):
        return None
    before = text[: match.start()]
    if re.search(r"\b(?:if|whether|which|that|who|when|where|because|asked|how|it)\b", before, re.IGNORECASE) or len(before.split()) > 22:
        return None
    return match.start(), agent(text[match.end() :])


def _clerk_to(text: str) -> Found | None:
    match = cues.CLERK_TO.search(text)
    return (match.start("owner"), plain(match["owner"])) if match else None


RULES: tuple[Callable[[str], Found | None], ...] = (
    _undertook,
    _asked,
    _is_to,
    _clerk_to,
    _asks,
    _it_was,
    _said_would,
    _passive_request,
    _due_to,
    _would,
    _would_be,
)
NOT_WHEN_TOLD = (_would_be, _said_would, _due_to)
UNDERTAKEN: tuple[Callable[[str], Found | None], ...] = (_undertook, _is_to, _clerk_to, _would, _would_be)
"""Forms in which somebody binds themselves or is bound; what is asked, suggested or reported is not yet undertaken."""


def undertaken(text: str) -> Found | None:
    """Where the verb of a firm undertaking by a named person or post stands, and who; None where it is only asked or talked of."""
    if not cues.QUICK.search(text) or cues.NOT_AN_ACTION.search(text):
        return None
    return next((found for rule in UNDERTAKEN if (found := rule(text))), None)


def _labelled_owner(match: re.Match[str]) -> str | None:
    if match["by"]:
        return plain(match["by"])
    words = (match["rest"] or match["tail"] or "").strip()
    named = re.match(r"(?P<owner>(?:the\s+)?[A-Z][\w'’.&/ -]{1,50}?)(?:\s+(?:to|will|would|should)\b|\s*:\s*(?=[a-z]))", words)
    return plain(named["owner"]) if named else None


def _clause(text: str, at: int) -> tuple[int, int]:
    """The whole sentence where it is short, else the clause in which the verb stands."""
    if len(text.split()) <= LONG:
        return 0, len(text)
    cuts = [0, *(match.end() for match in CLAUSE.finditer(text)), len(text)]
    start = max(cut for cut in cuts if cut <= at)
    end = min(cut for cut in cuts if cut > at)
    return start, len(text[:end].rstrip(" ;,")) if end < len(text) else end
