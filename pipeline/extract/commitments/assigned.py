"""Tasks that minutes give in the style of headlines: "Cllr Voss to order the bins", "RM to distribute packs", "IB offered to strim".

Clerks of small councils write who is to do what without a finite verb, and shorten names that the attendance explains to initials.
"""

from __future__ import annotations

import re

_NAME = r"(?!Cllr|Councillor|Mr|Ms|Miss|The\b)[A-Z][\w’'-]+"
_ONE = (
    rf"(?:(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Rev)\b\.? (?:[A-Z]\.? ?){{0,2}}{_NAME}(?: {_NAME})?|{_NAME} {_NAME}|[A-Z]{{2,3}}"
    r"|(?:The )?(?:(?:Assistant|Deputy|Executive|Interim|Strategic|Service|Corporate) )*(?:Director|Head|Manager"
    r"|Portfolio Holder|Cabinet Member)"
    r" (?:of|for) [A-Z][\w’'-]*(?:,? (?:and |of |for |& )?[A-Z][\w’'-]*)*"
    r"|(?:The )?(?:Parish |Town |Deputy |Assistant )?(?:Clerk|Chair(?:man|woman)?|Vice[- ]Chair(?:man)?|Warden|Treasurer|Secretary"
    r"|Officers?))"
)
"""A person by title, by two names or by initials, or a post."""
_WHO = rf"(?P<who>{_ONE}(?:(?:, | and | & |/){_ONE}){{0,2}})"
_ASSIGNED = re.compile(
    rf"(?:^|[.;:–—-] |\bthat |\bRESOLVED:? |\bAGREED:? |\b(?:ACTION|Action):? (?:[-–—] )?){_WHO}"
    r" (?:to|(?:(?:has|have|had|kindly|also) )*(?:offered|agreed|volunteered|undertook|undertaken|promised) to) (?P<deed>[a-z]{2,})\b"
)


def assigned(text: str) -> tuple[str, int] | None:
    """Who is to do a task of a sentence of minutes, and where the verb of the deed stands; None where it gives none."""
    match = _ASSIGNED.search(text)
    return (match["who"], match.start("deed")) if match else None
