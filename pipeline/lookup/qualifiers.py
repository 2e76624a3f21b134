"""Words that make two measures different things: of whom, where, of which kind.

"Homes for older people: 40" and "Homes for adults with autism: 12" are worded alike and count different things. Such
sentences stand in parallel lists, under headings that name the group. So two figures count as one measure only when the
words that part groups, kinds and directions are the same in sentence and heading, and the names are the same.
"""

from __future__ import annotations

import re

from pipeline.model.answers import FactRow

CONTRASTS = re.compile(
    r"\b(?:older|younger|old|young|adults?|child(?:ren)?|people aged|aged|age|male|female|men|women|boys|girls|mental"
    r"|physical|learning|sensory|autis\w+|dementia|residential|nursing|home care|domiciliary|day (?:care|services"
    r"|opportunities)|"
    r"primary|secondary|urban|rural|north\w*|south\w*|east\w*|west\w*|central|internal|external|gross|net|capital"
    r"|revenue|full[- ]time|part[- ]time|permanent|temporary|agency|new|existing|former|"
    r"mild|moderate|severe|high|low|first|second|third|good|outstanding|inadequate|requires improvement|starters|leavers"
    r"|joined|left|before|after|short[- ]term|long[- ]term|weekly|monthly|annual|daily|"
    r"safe|effective|caring|responsive|well-led|voluntary|statutory|public|private|owned|rented|social|affordable|market"
    r"|car|bus|rail|road|cycle|walking|red|amber|green|more|less|fewer|increase|decrease|up|down|minimum|maximum|median"
    r"|mean|average|target)\b",
    re.IGNORECASE,
)
NAME = re.compile(r"(?<![.!?:•–\-|\t] )(?<!^)(?<!\n)\b[A-Z][\w’'&-]*(?:\s+[A-Z][\w’'&-]*)*")
POINTING = re.compile(
    r"(?:it|its|this|these|those|that|they|their|of (?:these|this|those|which)|the (?:former|latter|rest|remaining)|both|others?)\b",
    re.IGNORECASE,
)
"""A sentence that begins so counts something named before it."""
TITLE_WORDS = frozenset("the a an in at on of for and or by as it this these that we our there".split())


def qualified_alike(a: FactRow, b: FactRow) -> bool:
    """Whether nothing in sentences and headings says that two figures count different things."""
    if _parallel(a, b) or any(POINTING.match(row.quote.strip("-•▪* ")) for row in (a, b)):
        return False
    return _contrasts(a) == _contrasts(b) and _names(a) == _names(b)


def _parallel(a: FactRow, b: FactRow) -> bool:
    """Under one heading of one paper: a list or a comparison, not one measure twice."""
    return a.standing.sha256 == b.standing.sha256 and a.standing.section == b.standing.section


def _contrasts(row: FactRow) -> frozenset[str]:
    heading = row.standing.section[-1] if row.standing.section else ""
    return frozenset(" ".join(m.group().lower().split()) for m in CONTRASTS.finditer(f"{row.quote} {heading}"))


def _names(row: FactRow) -> frozenset[str]:
    """Capitalised words inside the sentence, "the" and the possessive left out."""
    words = (w for m in NAME.finditer(row.quote) for w in m.group().split())
    return frozenset(re.sub(r"[’']s?$", "", w).lower() for w in words) - TITLE_WORDS
