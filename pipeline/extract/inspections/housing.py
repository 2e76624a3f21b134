"""Regulatory judgements of the Regulator of Social Housing: consumer (C), governance (G) and viability (V) grades of a landlord.

Grades run from 1 to 4 (RSH, "How we approach regulatory judgements and gradings"; consumer grades since April 2024, of councils too).
A judgement prints them in a table, "Consumer | C3 | ...", or as a phrase, "a C3 grading"; the Rent Standard has no grade.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.extract.inspections.graded import OF_A_COMMITTEE, OPENING
from pipeline.extract.inspections.types import InspectionReport, Judgement
from pipeline.language.deadlines import last_day

INSPECTOR = "Regulator of Social Housing"
SCALES = {
    "C": "C1 to C4: C1 delivers the outcomes, C2 some weaknesses, C3 serious failings, C4 very serious failings",
    "G": "G1 to G4: G1 and G2 meet the requirements, G3 and G4 do not",
    "V": "V1 to V4: V1 and V2 meet the requirements, V3 and V4 do not",
}
NAMES = {"C": "Consumer", "G": "Governance", "V": "Viability"}
_OPENS = re.compile(
    r"^\W*(?:regulatory\s+(?:judge?ment|notice)\b.{0,80}|.{0,80}\bregulatory\s+judge?ment\b.{0,20})$", re.IGNORECASE | re.MULTILINE
)
_REGULATOR = re.compile(r"\bRegulator\s+of\s+Social\s+Housing\b|\bRSH\b|\bconsumer\s+standards?\b", re.IGNORECASE)
_TABLED = re.compile(r"^[^\w\n]*(?:Consumer|Governance|(?:Financial\s+)?Viability)\b[\s:|*–-]*"
                     r"(?:grad\w+[\s:|*–-]*)?(?P<grade>[CGV][1-4])\b",
                     re.IGNORECASE | re.MULTILINE)  # fmt: skip
_SAID = re.compile(r"\b(?P<grade>[CGV][1-4])\b\s+(?:grad\w+|for\s+(?:consumer|governance|(?:financial\s+)?viability))|"
                   r"\bgrad(?:e|ed|ing)\s+(?:of\s+|as\s+|is\s+)?(?P<graded>[CGV][1-4])\b")  # fmt: skip
_LANDLORD = re.compile(
    r"(?:^\W*(?:landlord(?:\s+name)?|(?:registered\s+)?provider(?:\s+name)?|registered\s+entity)\s*[:|\t]\s*"
    r"(?P<name>(?-i:[A-Z])[^\n|(]{2,70}?)\s*(?:\([\w ]+\))?\s*\|?\s*$)"
    r"|(?:^\W*(?P<title>(?-i:[A-Z])[^\n|]{2,60}?)\s*(?:\([\w ]+\))?\s*[-–:]?\s*regulatory\s+judge?ment\b)"
    r"|(?:^\W*regulatory\s+judge?ment\s*(?:[-–:]|on|for)\s*(?P<after>(?-i:[A-Z])[^\n|(]{2,60}?)\s*(?:\([\w ]+\))?\s*$)",
    re.IGNORECASE | re.MULTILINE,
)
_DATE = re.compile(
    r"(?:published|publication\s+date|date\s+of\s+publication)\D{0,12}(?P<date>\d{1,2}\s+(?-i:[A-Z])\w+\s+\d{4})", re.IGNORECASE
)


def regulatory_judgement(text: str) -> InspectionReport | None:
    """The judgement of a landlord, or None."""
    head = text[:OPENING]
    if not _OPENS.search(head) or not _REGULATOR.search(text, 0, 2 * OPENING) or OF_A_COMMITTEE.search(head):
        return None
    judgements = {j.statement: j for j in reversed([*_grades(text)])}
    if not judgements:
        return None
    landlord, published = _LANDLORD.search(head), _DATE.search(text)
    name = next((name for name in landlord.groups() if name), None) if landlord else None
    ordered = tuple(sorted(judgements.values(), key=lambda j: j.start))
    return InspectionReport(INSPECTOR, name, ordered, None, last_day(published["date"]) if published else None)


def _grades(text: str) -> Iterator[Judgement]:
    """Grades of the table; where there is none, those of sentences."""
    for match in [*_TABLED.finditer(text)] or _SAID.finditer(text):
        grade = next(match[name] for name in ("grade", "graded") if match.groupdict().get(name))
        kind = grade[0].upper()
        yield Judgement(NAMES[kind], grade.upper(), match.start(), match.end(), scale=SCALES[kind])
