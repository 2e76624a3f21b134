"""Labels over the names at the head of minutes: "Present:", "In attendance (Officers)", "Sederunt", "Apologies for absence".

Each is a status with a pattern of the words that give it; `LABEL` holds them compiled, with the stop that ends the label.
"""

from __future__ import annotations

import re

_WHO = (
    r"(?:(?:community|elected|voting|non-voting|co-?opted|committee|cabinet|council|board|parish|town|other|additional|"
    r"executive|independent|external)\s+)*"
)
_PEOPLE = (
    r"(?:members?|councillors?|cllrs?|officers?|officials?|staff|guests?|visitors?|representatives?|trustees|"
    r"governors|observers?|members? of (?:the )?(?:committee|council|cabinet|board|panel|executive))"
)
LABELS: tuple[tuple[str, str], ...] = (
    ("chair", r"(?:present\s+)?in\s+the\s+chair|presiding|(?:chair(?:man|person)?|cathaoirleach|convener|provost)(?=\s*:)"),
    (
        "substitute",
        rf"(?:nominated\s+|named\s+)?sub(?:stitute)?s?(?:\s+{_PEOPLE})?(?:\s+(?:present|in\s+attendance))?|"
        rf"{_PEOPLE}\s+acting\s+as\s+substitutes",
    ),
    (
        "apologies",
        r"apolog(?:y|ies)(?:\s+(?:for|of)\s+(?:absence|non-attendance))?(?:\s+(?:were\s+)?(?:received|submitted|"
        r"given|tendered))?(?:\s+(?:from|by))?|leave\s+of\s+absence|ymddiheuriadau(?:\s+am\s+absenoldeb)?",
    ),
    ("absent", rf"(?:{_PEOPLE}\s+)?(?:absent|not\s+present)(?:\s+without\s+apolog(?:y|ies))?|absences?|non-attendance"),
    (
        "also_present",
        rf"the\s+following\s+(?:other\s+)?{_PEOPLE}(?:\s+(?:of\s+the\s+council\s+)?(?:were|was))(?:\s+also)?\s+(?:present|in\s+attendance)|"
        rf"non-?\s?(?:committee\s+)?{_PEOPLE}\s+(?:also\s+)?(?:present|in\s+attendance)|officers?\s+support|others?(?=\s*:)|"
        r"other\s+attendees|hefyd\s+yn\s+bresennol|"
        rf"(?:also|others?|those)\s+(?:{_PEOPLE}\s+)?(?:present|in\s+attendance|attending)|"
        rf"in\s+attendance(?!\s*:?\s*\((?:councillors|members)\b)(?:\s+(?:virtually|"
        r"remotely|online|by\s+invitation|for\s+(?:all\s+or\s+)?part\s+of\s+the\s+meeting))?|"
        rf"\((?:officers|officials|staff)\)|(?:officers?|officials?|staff|guests?|visitors?|observers?|representatives?|"
        rf"other\s+{_PEOPLE}|invited\s+{_PEOPLE}|"
        r"by\s+invitation)(?:\s+(?:also\s+)?(?:present|in\s+attendance|attending))?(?:\s+(?:virtually|remotely))?",
    ),
    (
        "present",
        rf"in\s+attendance\s*:?\s*\((?:councillors|members)\)|councillors(?=\s*(?:/|$))|"
        rf"(?:{_WHO}{_PEOPLE}\s+)?(?:present|in\s+attendance|attending)(?:\s+(?:were|virtually|remotely|online|"
        rf"via\s+(?:(?:ms|microsoft)\s+)?(?:teams|zoom)|by\s+video\w*|in\s+person|in\s+the\s+(?:council\s+)?(?:chamber|room)))?|"
        rf"{_WHO}members?(?=\s*:)|attendance|sederunt|attendees|members\s+attending|(?:yn\s+b|p)resennol",
    ),
)
LABEL = tuple(
    (
        status,
        re.compile(
            rf"^[\s*]*(?:the\s+)?(?:{pattern})(?:\s*/\s*[^\W\d_][\w'’ ]{{2,40}})?[\s*]*"
            r"(?P<stop>[:–—\t-]|\.?\s*$|(?=\s+(?:Cllrs?|Councillors?|Mr|Mrs|"
            r"Ms|Miss|Dr)\b)|(?-i:(?=\s+(?:[A-Z]\.?\s?){1,3}[A-Z][a-z])|(?<=[A-Z]{4})(?=\s+[A-Z][a-z])))[\s*–—-]*",
            re.IGNORECASE,
        ),
    )
    for status, pattern in LABELS
)
CLERK = re.compile(
    r"^\W*(?:(?:locum|acting|parish|town|community|deputy|assistant|council|meeting)\s+)*(?:clerk|minute\s+taker|proper\s+officer)"
    r"(?:\s*/\s*[A-Za-z]+|\s+(?:and|&)\s+[A-Za-z]+|\s+to\s+the\s+council)*\s*(?:[:–-]|$)",
    re.IGNORECASE,
)
""" "Clerk: Mrs A Hale" on a line among the members: in attendance, under a label that is her post."""
MEMBERS_NAMED = re.compile(r"^\W*(?:Councillors|Cllrs|COUNCILLORS)\s*:?\s+(?=[A-Z])")
""" "Councillors A Hale, B Orr and C Penn", whose title all the names share."""
TOLD = ("apologies", "absent")
""""Apologies were received from Cllr A" is a sentence, which `attendance_told` reads."""
