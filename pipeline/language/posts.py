"""Words that make a phrase a post or a body: "Head of", "Officer", "Clerk"; "Trust", "Association".

Comes in: a short text. Goes out: whether it names a post or a body and no person.
"""

from __future__ import annotations

import re

ROLE_HEAD = re.compile(
    r"\b(?:chair(?:man|woman|person)?|vice|deputy|leader|convener|cathaoirleach|leas-?chathaoirleach|mayor|"
    r"provost|member|directors?|head|officers?|managers?|commander|"
    r"clerk|secretary|solicitor|counsel|accountant|executive|engineers?|planners?|architect|administrator|"
    r"inspector|commissioner|lead|advis[eo]r|assistant|"
    r"auditor|consultant|representative|champion|coordinator|co-ordinator|business partner|treasurer|surveyor|analyst|chief|superintendent|"
    r"constable|principal|headteacher|governor|observer|president|monitoring|practitioner|specialist|nurse|"
    r"trustee|professor of|portfolio|supervisor|technician|librarian|warden)\b",
    re.IGNORECASE,
)
ORGANISATION = re.compile(
    r"\b(?:council|trust|ltd|limited|llp|plc|group|committee|board|university|college|school|partnership|"
    r"association|authority|service|services|police|nhs|"
    r"foundation|healthwatch|party|community|department|directorate|team|union|unison|federation|society|"
    r"alliance|public|press|division|ward|residents?|electors?)\b",
    re.IGNORECASE,
)
NOT_A_NAME = re.compile(
    r"\b(?:the|of|for|and|meeting|item|minutes?|agenda|councillors?|members?|apologies|present|absent|attendance|"
    r"vacanc(?:y|ies)|none|committee|ward|public|press|residents?|electors?|several|various|observers?|zoom|teams|remotely|"
    r"part (?:one|two|[12ab])|"
    r"online|virtual(?:ly)?|(?:county|town|city|shire|village|civic|council) (?:hall|house|offices?|buildings|centre))\b",
    re.IGNORECASE,
)
"""Words that no person's name in a list holds."""
COUNTED = re.compile(
    r"\s*(?:\d+|several|various|some|a number|numerous|approximately|about|members? of the (?:public|press))\b", re.IGNORECASE
)
""""4 members of the public": people without names."""
LONGEST = 140
"""Characters of a post as a list of names prints it."""


def is_post(text: str) -> bool:
    """Whether a piece of a list is a post or a body, and not a number of people."""
    return not COUNTED.match(text) and bool(ROLE_HEAD.search(text) or ORGANISATION.search(text)) and len(text) < LONGEST
