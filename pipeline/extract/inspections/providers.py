"""The Care Quality Commission's ratings of providers and their locations: five key questions and the whole.

Until 2023 reports ask "Is the service safe?" (a location or a provider: "Are services safe?"). The single assessment framework since
then prints "Safe: Good" with a percentage, and under each key question its quality statements with scores of 1 to 4; the share of the
highest possible sum gives the rating (CQC, "How we reach a rating": the same bands as for local authorities). A rating may be lower
than its percentage: one score of 1 keeps a good one at requires improvement, one of 1 or 2 an outstanding one at good.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pipeline.extract.inspections.cqc import BANDS, INSPECTOR, RATINGS, SCALE, sentence_case
from pipeline.extract.inspections.frameworks import FOUR_SCALE
from pipeline.extract.inspections.graded import INSPECTED, OF_A_COMMITTEE, OPENING, PUBLISHED
from pipeline.extract.inspections.types import InspectionReport, Judgement
from pipeline.language.deadlines import last_day

KEY_QUESTIONS = "Safe|Effective|Caring|Responsive|Well-led"
RATED = rf"{RATINGS}|Inspected\s+but\s+not\s+rated|Insufficient\s+evidence\s+to\s+rate|Not\s+rated"
WIDTH = 4
"""The highest score of a quality statement."""
_MARK = r"[*_#|\s]*"
_OPENS = re.compile(
    r"\boverall\s+rating\s+for\s+this\s+(?:service|location|provider|organisation|trust|hospital|core\s+service)|\bratings?\s+for\s+this\s+service"
    rf"|^{_MARK}overall(?:\s+rating)?\s*:?\s*(?:{RATED}){_MARK}$",
    re.IGNORECASE | re.MULTILINE,
)
_OVERALL = re.compile(rf"overall(?:\s+rating)?(?:\s+for\s+this\s+(?:core\s+)?\w+)?{_MARK}:?\s*{_MARK}(?P<rating>{RATED})\b", re.IGNORECASE)
_ASKED = re.compile(
    rf"^{_MARK}(?:Is\s+(?:the|this)\s+(?:service|provider|location|organisation)|Are\s+services)\s+(?P<asked>{KEY_QUESTIONS})\s*\?{_MARK}"
    rf"(?:Rating:?\s*)?(?P<rating>{RATED})\b",
    re.IGNORECASE | re.MULTILINE,
)
_NAMED = re.compile(
    rf"^{_MARK}(?P<asked>{KEY_QUESTIONS}){_MARK}:?\s*{_MARK}(?:Rating\s*:?\s*)?(?P<rating>{RATED}){_MARK}$"
    r"(?:\s*(?:Percentage\s+)?score\s*:?\s*(?P<percent>\d{1,3}(?:\.\d+)?)\s*%)?",
    re.IGNORECASE | re.MULTILINE,
)
_STATEMENT = re.compile(
    rf"^{_MARK}(?P<statement>[A-Z][a-z][^\n:|]{{4,90}}?){_MARK}\s*Score{_MARK}:?{_MARK}\s*(?P<score>[1-4])\b(?:\s+[1-4]\s*[-–]\s*Evidence\s+shows[^\n]+)?",
    re.MULTILINE,
)
_NAME = re.compile(r"\A[#*\s]*(?P<name>[^\n]{3,80})")


def provider_report(text: str) -> InspectionReport | None:
    """An inspection or assessment of a care provider, or None."""
    if not _OPENS.search(text, 0, 2 * OPENING) or OF_A_COMMITTEE.search(text, 0, OPENING):
        return None
    matches = [*_ASKED.finditer(text)] or [*_NAMED.finditer(text)]
    first = {match["asked"].casefold(): match for match in reversed(matches)}
    if not first:
        return None
    statements = [*_statements(text, matches)]
    questions = [_question(match) for match in first.values()]
    overall, published, inspected, name = (pattern.search(text) for pattern in (_OVERALL, PUBLISHED, INSPECTED, _NAME))
    return InspectionReport(
        INSPECTOR,
        name["name"].strip() if name else None,
        tuple(sorted([*questions, *statements], key=lambda j: j.start)),
        sentence_case(overall["rating"]) if overall else None,
        last_day(published["date"]) if published else None,
        " ".join(inspected["dates"].split()) if inspected else None,
        checks=tuple(_checks(matches, statements)),
    )


def _question(match: re.Match[str]) -> Judgement:
    return Judgement(match["asked"].capitalize(), sentence_case(match["rating"]), match.start("asked"), match.end(), scale=FOUR_SCALE)


def _statements(text: str, questions: Sequence[re.Match[str]]) -> Iterator[Judgement]:
    """The scored statements, each under the key question that stands above it."""
    for match in _STATEMENT.finditer(text):
        theme = next((q["asked"].capitalize() for q in reversed(questions) if q.start() < match.start()), None)
        yield Judgement(match["statement"].strip(), int(match["score"]), match.start("statement"), match.end(), theme, SCALE)


def _checks(questions: Sequence[re.Match[str]], statements: Sequence[Judgement]) -> Iterator[Mapping[str, Any]]:
    """Printed percentages and ratings of key questions that their scores do not make."""
    ends = [*(following.start() for following in questions[1:]), sys.maxsize]
    for question, end in zip(questions, ends, strict=False):
        own = [j for j in statements if question.end() <= j.start < end]
        printed = question.groupdict().get("percent")
        if not own or not printed:
            continue
        scores = [int(j.score) for j in own if isinstance(j.score, int)]
        percent = 100 * sum(scores) / (WIDTH * len(scores))
        if abs(percent - float(printed)) > 1:
            yield {"kind": "score", "printed": f"{question['asked']} {printed}%", "expected": f"{percent:.0f}%"}
        possible = possible_ratings(percent, scores)
        if sentence_case(question["rating"]).casefold() not in possible:
            yield {"kind": "score", "printed": f"{question['asked']}: {question['rating']}", "expected": f"{possible[0]} ({percent:.0f}%)"}


def possible_ratings(percent: float, scores: Sequence[int]) -> tuple[str, ...]:
    """The rating of the band, and the one to which single low scores may limit it."""
    band = next((name for floor, name in BANDS if round(percent) >= floor), "inadequate")
    if band == "good" and min(scores) == 1:
        return (band, "requires improvement")
    if band == "outstanding" and min(scores) <= 2:
        return (band, "good", "requires improvement")
    return (band,)
