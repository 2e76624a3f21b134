"""Votes of members whom a sentence names: "Councillor Orr abstaining", "Councillors Orr and Penn voted against".

Comes in: text of minutes. Goes out: names by side; for those who asked that their vote be recorded, the names alone, because others
can have voted as they did.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pipeline.extract.decisions.votes import SIDES, of_sides
from pipeline.language.people import Person, titled

ACT = re.compile(
    r"\b(?:(?P<asked>(?:asked|requested|wished|requesting|asking|wishing)\b[^.;]{0,40}?\b(?:his|her|"
    r"their)\s+(?:name\s+be\s+recorded\s+as\s+)?(?:having\s+)?)|"
    r"record\w*\s+(?P<own>(?:his|her|their)\s+))?"
    r"(?:(?P<abstain>abstain(?:ed|ing)|abstentions?)|(?:vot(?:ed|ing|es?)\s+)?(?P<against>against\b|dissents?\b|dissent(?:ed|ing)\b)|"
    r"vot(?:ed|ing|es?)\s+(?P<for>for\b|in\s+favour\b))",
    re.IGNORECASE,
)
VOTED = re.compile(r"\b(?:vot|abst|dissent|record)", re.IGNORECASE)
JOINT = re.compile(r"[\s,]*(?:(?:and|&)\s+)?|\s*\([^()]{1,40}\)[\s,]*(?:and\s+)?")
BEFORE_ACT = re.compile(r"\s*(?:\([^()]{1,40}\))?[\s,]*(?:(?:each|both|all|who|had|then|having|to|was|were|has|have)\s+)*")


def named(text: str) -> dict[str, Any] | None:
    """The vote of the members whom a text names beside "voted against", "abstaining" and the like."""
    if not VOTED.search(text):
        return None
    people = list(titled(text))
    names: dict[str, list[str]] = {}
    asked: set[str] = set()
    for act in ACT.finditer(text):
        side = next(side for side in SIDES if act[side])
        who = _before(text, people, act.start())
        names.setdefault(side, []).extend(who)
        if who and (act["asked"] or act["own"]):
            asked.add(side)
    names = {side: who for side, who in names.items() if who}
    if not names:
        return None
    counted = {side: None if side in asked else len(who) for side, who in names.items()}
    return of_sides(counted, names)


def _before(text: str, people: list[Person], at: int) -> list[str]:
    """The names of the list that ends right before this place."""
    found: list[str] = []
    end = at
    for person in reversed([person for person in people if person.end <= at]):
        between = text[person.end : end]
        if not (JOINT if found else BEFORE_ACT).fullmatch(between):
            break
        found.insert(0, person.name)
        end = person.start
    return found


def dissents(text: str) -> bool:
    """Whether a text names somebody who abstained or was against."""
    found = named(text)
    return bool(found and (found["names"]["against"] or found["names"]["abstain"]))


def together(counted: Mapping[str, Any] | None, more: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    """Numbers with the names that stand elsewhere; names that are fewer than their number are only those who asked for it, and left out."""
    if not counted or not more:
        return counted or more
    if counted.get("candidates"):
        return counted
    numbers = {side: counted[side] if counted[side] is not None else more[side] for side in SIDES}
    own, others = counted.get("names") or {}, more.get("names") or {}
    names = {side: own.get(side) or others.get(side) or [] for side in SIDES}
    kept = {side: who if own.get(side) or numbers[side] in (None, len(who)) else [] for side, who in names.items()}
    return of_sides(numbers, kept if any(kept.values()) else None)
