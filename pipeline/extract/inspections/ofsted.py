"""Ofsted's reports on local authorities' children's services, in three frameworks.

Children's services: the single inspection framework (2013 to 2017: numbered judgements under a sentence that gives
the overall one), ILACS (from 2018: a table of judgements with care leavers and children in care together, from 2023
apart; from April 2026 without overall effectiveness). Each judgement is its printed words; the first page's table is taken, later
headings repeat it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.extract.inspections.types import InspectionReport, Judgement
from pipeline.language.deadlines import last_day

INSPECTOR = "Ofsted"
PRACTICE = "social work practice with children and families"
GRADES = "outstanding, good, requires improvement to be good, inadequate"
OPENING = 5000
"""Characters in which the table of judgements stands."""

JUDGEMENTS = (
    f"The impact of leaders on {PRACTICE}",
    f"The impact of leadership on {PRACTICE}",
    "The experiences and progress of children who need help and protection",
    "The experiences and progress of children in care and care leavers",
    "The experiences and progress of children in care",
    "The experiences and progress of care leavers",
    "The experiences and progress of care-experienced young people",
    "Overall effectiveness",
)
OLDER_JUDGEMENTS = (
    "Children who need help and protection",
    "Children looked after and achieving permanence",
    "Adoption performance",
    "Experiences and progress of care leavers",
    "Leadership, management and governance",
)

_GRADE = r"(?P<grade>Outstanding|Good|Requires\s+improvement(?:\s+to\s+be\s+good)?|Inadequate)"
_GAP = r"[\s:|*]+"
_HEADER = re.compile(
    r"Inspection\s+of\s+(?:[^\n]{0,60}\s)?(?:local\s+authority\s+)?children[’']s\s+(?:social\s+care\s+)?services"
    r"|Inspection\s+of\s+[\w ,’'-]+?\s+local\s+authority\s+children",
    re.IGNORECASE,
)
_OLD_HEADER = re.compile(r"Inspection\s+of\s+services\s+for\s+children\s+in\s+need\s+of\s+help\s+and\s+protection", re.IGNORECASE)
_NAMED = re.compile(
    r"Inspection\s+of\s+(?P<name>[^.:]{3,80}?)\s+(?:local\s+authority\s+)?children[’']s\s+(?:social\s+care\s+)?services", re.IGNORECASE
)
_ABOVE = re.compile(r"(?P<name>(?:[A-Z][^\n]{2,70}\n){1,2}?)\s*Inspection\s+of", re.MULTILINE)
_DATES = re.compile(r"Inspection\s+dates?:\s*(?P<dates>[^\n]+)", re.IGNORECASE)
_PUBLISHED = re.compile(r"(?:Report\s+)?published(?:\s+on)?:?\s+(?P<date>\d{1,2}\s+[A-Z]\w+\s+\d{4})", re.IGNORECASE)
_SENTENCE = re.compile(
    r"Children[’']s\s+services\s+in\s+(?P<name>[^\n.]{3,60}?)\s+(?:are|require)\s+(?P<grade>outstanding|good"
    r"|improvement(?:\s+to\s+be\s+good)?|inadequate)",
    re.IGNORECASE,
)
_BOARD = re.compile(
    r"The\s+Local\s+Safeguarding\s+Children\s+Board\s+(?:is|requires)\s+(?P<grade>outstanding|good"
    r"|improvement(?:\s+to\s+be\s+good)?|inadequate)",
    re.IGNORECASE,
)


def childrens_services(text: str) -> InspectionReport | None:
    """An ILACS report (2018 onwards), or None."""
    head = text[:OPENING]
    if not _HEADER.search(head) or _OLD_HEADER.search(head):
        return None
    judgements = tuple(_listed(head, JUDGEMENTS))
    if len(judgements) < 2:
        return None
    overall = next((str(j.score) for j in judgements if j.statement == "Overall effectiveness"), None)
    return InspectionReport(INSPECTOR, _authority(head), judgements, overall, _published(head), _inspected(head))


def older_childrens_services(text: str) -> InspectionReport | None:
    """A report of the single inspection framework (2013 to 2017), or None."""
    head = text[:OPENING]
    overall = _SENTENCE.search(head)
    if not _OLD_HEADER.search(head) or not overall:
        return None
    grade = _grade(overall["grade"])
    first = Judgement("Overall effectiveness", grade, overall.start(), overall.end(), scale=GRADES)
    board = [
        Judgement("The Local Safeguarding Children Board", _grade(m["grade"]), m.start(), m.end(), scale=GRADES)
        for m in [_BOARD.search(text)]
        if m
    ]
    judgements = (first, *_listed(head, OLDER_JUDGEMENTS), *board)
    return InspectionReport(INSPECTOR, _authority(head) or overall["name"], judgements, grade, _published(head), _inspected(head))


def _listed(text: str, statements: Iterable[str]) -> Iterator[Judgement]:
    """Statements that stand beside their grade, in reading order, each once."""
    found: dict[int, Judgement] = {}
    for statement in statements:
        words = r"\s+".join(map(re.escape, statement.split()))
        for match in re.finditer(rf"{words}{_GAP}{_GRADE}\b", text, re.IGNORECASE):
            found.setdefault(match.end(), Judgement(statement, _grade(match["grade"]), match.start(), match.end(), scale=GRADES))
            break
    return iter(sorted(found.values(), key=lambda j: j.start))


def _grade(words: str) -> str:
    said = " ".join(words.split()).capitalize()
    return f"Requires {said.lower()}" if said.startswith("Improvement") else said


def _authority(head: str) -> str | None:
    named = _NAMED.search(head)
    if named and (name := _clean(named["name"])):
        return name
    above = _ABOVE.search(head)
    return _clean(above["name"]) if above else None


def _clean(name: str) -> str | None:
    """A printed name on one line; None for what is no name ("local authority", "services for children")."""
    words = re.sub(r"\s+local\s+authority$", "", " ".join(name.split()), flags=re.IGNORECASE).lstrip("#*0123456789 ")
    return words if words[:1].isupper() else None


def _published(text: str) -> str | None:
    match = _PUBLISHED.search(text)
    return last_day(match["date"]) if match else None


def _inspected(text: str) -> str | None:
    match = _DATES.search(text)
    return " ".join(match["dates"].split()) if match else None
