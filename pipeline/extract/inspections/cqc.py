"""The Care Quality Commission's assessments of local authorities (from 2023).

They score nine quality statements from 1 to 4 under four themes; the total as a share of 36
gives the rating (CQC, "How we assess local authorities": 25-38 inadequate, 39-62 requires improvement, 63-87 good,
88 and over outstanding). A statement is printed three times: in the summary, in the list of its theme, and over its
findings; the last one is taken where there is one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pipeline.extract.inspections.types import InspectionReport, Judgement
from pipeline.language.deadlines import last_day
from pipeline.language.wording import holds

INSPECTOR = "CQC"
SCALE = "1 to 4: 1 significant shortfalls, 2 some shortfalls, 3 good standard, 4 exceptional standard"
STATEMENTS = (
    "Assessing needs",
    "Supporting people to live healthier lives",
    "Supporting people to lead healthier lives",
    "Equity in experience and outcomes",
    "Equity in experiences and outcomes",
    "Care provision, integration and continuity",
    "Partnerships and communities",
    "Safe pathways, systems and transitions",
    "Safe systems, pathways and transitions",
    "Safeguarding",
    "Governance, management and sustainability",
    "Learning, improvement and innovation",
)
BANDS = ((88, "outstanding"), (63, "good"), (39, "requires improvement"), (25, "inadequate"))
NUMBER_OF_STATEMENTS = 9
RATINGS = r"Outstanding|Good|Requires improvement|Inadequate"

_MARK = r"[*_#\s]*"
_NAMES = "|".join(re.escape(statement).replace(r"\ ", r"\s+") for statement in STATEMENTS)
_STATEMENT = re.compile(
    rf"(?P<statement>{_NAMES}){_MARK}\s*:?\s*(?P<scored>Score{_MARK}:?\s*{_MARK}(?P<score>[1-4])\b"
    r"(?:\s+[1-4] - Evidence shows [^\n]+)?)",
    re.IGNORECASE,
)
_THEME = re.compile(rf"^{_MARK}(?P<theme>Theme\s+\d\s*[:–-]\s*[^\n]+?){_MARK}$", re.MULTILINE | re.IGNORECASE)
_AUTHORITY = re.compile(r"^[#*\s]*(?P<name>[^\n:]{3,80}?):\s+local\s+authority\s+assessment", re.MULTILINE | re.IGNORECASE)
_PUBLISHED = re.compile(r"(?:Assessment|Report)\s+published:?\s*[*]*(?P<date>\d{1,2}\s+\w+\s+\d{4})", re.IGNORECASE)
_OVERALL = re.compile(
    rf"(?:rating\s+and\s+score|overall\s+rating)\b(?:[^\n]*\n){{0,8}}?{_MARK}(?P<rating>{RATINGS}){_MARK}$", re.IGNORECASE | re.MULTILINE
)


def assessment(text: str) -> InspectionReport | None:
    """An assessment of a local authority, or None."""
    title = _AUTHORITY.search(text, 0, 6000)
    found = list(_STATEMENT.finditer(text)) if holds(text, ("Score", "score", "SCORE")) else []
    if len(found) < 3 or not (title or _THEME.search(text)):
        return None
    themes = [(m.start(), " ".join(m["theme"].split())) for m in _THEME.finditer(text)]
    judgements = _fullest([_judgement(match, themes) for match in found])
    published, overall = _PUBLISHED.search(text), _OVERALL.search(text)
    rating = sentence_case(overall["rating"]) if overall else None
    return InspectionReport(
        INSPECTOR,
        " ".join(title["name"].split()) if title else None,
        judgements,
        rating,
        last_day(published["date"]) if published else None,
        checks=band_checks(judgements, rating),
    )


def band_checks(judgements: tuple[Judgement, ...], rating: str | None) -> tuple[Mapping[str, Any], ...]:
    """The printed rating against the one that the nine scores give; () where they agree or some are missing."""
    scores = [j.score for j in judgements if isinstance(j.score, int)]
    if len(scores) != NUMBER_OF_STATEMENTS or not rating:
        return ()
    percent = round(100 * sum(scores) / (4 * NUMBER_OF_STATEMENTS))
    expected = next((band for floor, band in BANDS if percent >= floor), "inadequate")
    return () if expected == rating.lower() else ({"kind": "score", "printed": rating, "expected": f"{expected} ({percent}%)"},)


def _judgement(match: re.Match[str], themes: list[tuple[int, str]]) -> Judgement:
    theme = next((title for at, title in reversed(themes) if at < match.start()), None)
    return Judgement(" ".join(match["statement"].split()), int(match["score"]), match.start(), match.end(), theme, SCALE)


def _fullest(found: list[Judgement]) -> tuple[Judgement, ...]:
    """One for each statement: the one under a theme, else the first."""
    best: dict[str, Judgement] = {}
    for judgement in found:
        key = re.sub(r"\W+", " ", judgement.statement.lower()).replace(" lead ", " live ")
        if key not in best or (judgement.theme and not best[key].theme):
            best[key] = judgement
    return tuple(sorted(best.values(), key=lambda j: j.start))


def sentence_case(words: str) -> str:
    """ "Requires  Improvement" as "Requires improvement"."""
    return " ".join(words.split()).capitalize()
