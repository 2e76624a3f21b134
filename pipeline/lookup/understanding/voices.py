"""Whose words a question wants ("what did the inspectors say about ..."), and whether a passage gives them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.lookup.finding.views import View

SAID = re.compile(
    r"\bwhat (?:did|do|does|have|has|were|was) (?P<who>[^?]{2,60}?)['’]? (?:say|said|tell|told|think|thought|find|found|feel|felt|want"
    r"|wanted|ask|asked|complain\w*|raise|raised|report|reported|conclude\w*|comment\w*|views?|concerns?|worr\w+|advise\w*)\b"
    r"|\baccording to (?P<to>[^?,]{2,60})",
    re.IGNORECASE,
)
REPORTED = re.compile(
    r"\b(?:said|told|asked|thought|felt|wanted|wished|complained|replied|explained|reported|stated|raised|queried|commented|advised|noted)\b|[“\"]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Voice:
    asked: re.Pattern[str]
    """Who is named in the question."""
    kinds: frozenset[str]
    """Parts that are all in this voice."""
    headed: re.Pattern[str]
    """Headings under which it speaks."""
    named: re.Pattern[str]
    """Who says it in a sentence that reports words."""


def _voice(asked: str, kinds: str, headed: str, named: str) -> Voice:
    return Voice(
        re.compile(asked, re.IGNORECASE), frozenset(kinds.split()), re.compile(headed, re.IGNORECASE), re.compile(named, re.IGNORECASE)
    )


VOICES = (
    _voice(
        r"\b(?:inspect\w+|cqc|ofsted|estyn|hiqa|regulator|commission)\b",
        "inspection",
        r"\binspect",
        r"\b(?:inspectors?|cqc|ofsted|estyn)\b",
    ),
    _voice(r"\baudit\w*\b", "", r"\baudit", r"\bauditors?\b"),
    _voice(
        r"\b(?:residents?|public|people|famil\w+|carers?|tenants?|parents?|users?|consultees|respondents)\b",
        "public_questions",
        r"\b(?:public|told us|consultation|engagement|residents|respon\w+|feedback|voices?)\b",
        r"\b(?:residents?|people|famil\w+|carers?|tenants?|parents?|respondents?|members of the public|mother|father|man|woman)\b",
    ),
    _voice(r"\bofficers?\b", "", r"(?!)", r"\b(?:officers?|director|head of|manager|engineer|executive)\b"),
    _voice(r"\b(?:members|councillors|committee)\b", "", r"(?!)", r"\b(?:members?|councillors?|cllrs?|committee)\b"),
    _voice(r"\bproviders?\b|\bpartners?\b|\btrust\b", "", r"\b(?:providers?|partners?)\b", r"\b(?:providers?|partners?|trust)\b"),
)
"""The first whose name is asked for; residents before officers, as "people" are asked what they think."""


def voiced(text: str) -> Voice | None:
    match = SAID.search(text)
    who = (match["who"] or match["to"]) if match else ""
    return next((voice for voice in VOICES if voice.asked.search(who)), None) if who else None


def speaks(voice: Voice, view: View) -> bool:
    standing = view.row.standing
    if standing.kind in voice.kinds or any(voice.headed.search(heading) for heading in standing.section[-2:]):
        return True
    return any(voice.named.search(one.text) and REPORTED.search(one.text) for one in view.sentences)
