"""Reports that print what is graded at the start of a line and its grade beside or below it, for all inspectorates in FRAMEWORKS.

Comes in: the text of a part. Goes out: an InspectionReport, or None for what is no such report. The first grade of a statement
counts: summaries stand before the chapters that repeat them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial

from pipeline.extract.inspections.frameworks import FRAMEWORKS, Framework
from pipeline.extract.inspections.types import InspectionReport, Judgement
from pipeline.language.deadlines import last_day

OPENING = 2500
"""Characters in which a report says what it is."""
REACH = 80
"""Lines between what is graded and the verdict on it."""
OF_A_COMMITTEE = re.compile(
    r"^[\W\d]*(?:purpose\s+of\s+(?:the\s+|this\s+)?report|report\s+(?:of(?!\s+(?:an?|the)\s+(?:\w+\s+){0,2}inspection)|by|author|to)\b.*|wards?\s+(?:affected|involved).*|key\s+decision\b.*"
    r"|cabinet\s+member\b.*|agenda\s+item\b.*|decision\s+type\b.*|lead\s+officer\b.*|reason\s+for\s+(?:the\s+)?(?:report|decision).*)$",
    re.IGNORECASE | re.MULTILINE,
)
"""Labels of a council's own report, which quotes an inspection and is none."""
PUBLISHED = re.compile(
    r"(?:published|publication\s+date|date\s+of\s+publication|report\s+date)\s*(?:on)?\s*:?\s*(?:\w+day,?\s+)?"
    r"(?P<date>\d{1,2}(?:st|nd|rd|th)?\s+[A-Z]\w+\s+\d{4})",
    re.IGNORECASE,
)
INSPECTED = re.compile(
    r"(?:inspection\s+dates?|dates?\s+of\s+(?:the\s+)?inspection(?:\s+visit)?|inspected\s+on)\s*:?\s*(?P<dates>[^\n]{6,60})", re.IGNORECASE
)
NO_NAME = re.compile(r"report|inspect|ofsted|estyn|hiqa|authority\b.*quality|contents|page\b|date|https?:|:|\d{4}", re.IGNORECASE)

Places = tuple[tuple[int, int], ...]

_BEFORE = r"^[^\w\n]*(?:\d{1,2}[.)]\s+)?"
_GAP = (
    r"(?:[\s:|*–—-]|\.{3,}|(?:judge?ment|grade|rating|validation\s+of\s+compliance|compliance|evaluation)\s*:|previous\s+inspection:?[^\n]{0,40}\s"
    r"|this\s+inspection:?)*?"
)
_NUMBER = r"(?:(?:Grade\s+)?(?P<number>[1-6])\s*[-–:=|]?\s*)?"
_AFTER = r"(?=[^\S\n]*(?:\(?[1-6]\)?[^\S\n]*)?(?:$|[|\t.;,(*#]))"


@cache
def _pattern(framework: Framework) -> re.Pattern[str]:
    return re.compile(
        rf"{_BEFORE}(?P<statement>{framework.statements}){_GAP}\s*{_NUMBER}(?P<grade>{framework.grades}){_AFTER}",
        re.IGNORECASE | re.MULTILINE,
    )


@cache
def _apart(framework: Framework) -> re.Pattern[str]:
    """A statement on a line of its own, words without another statement, the word for a verdict, a grade."""
    line = rf"{_BEFORE}(?:{framework.statements})[^\S\n]*$"
    return re.compile(
        rf"{_BEFORE}(?P<statement>{framework.statements})[^\S\n]*$(?:\n(?!{line})[^\n]*){{0,{REACH}}}?"
        rf"\n\W*(?P<verdict>{framework.verdict})\s*{_NUMBER}(?P<grade>{framework.grades}){_AFTER}",
        re.IGNORECASE | re.MULTILINE,
    )


def graded(text: str, framework: Framework) -> InspectionReport | None:
    """A report of this framework, or None."""
    head = text[:OPENING]
    if not re.search(rf"^\W*(?:{framework.opens})\W*$", head, re.IGNORECASE | re.MULTILINE) or OF_A_COMMITTEE.search(head):
        return None
    judgements = tuple(_judgements(text, framework))
    if len(judgements) < framework.least:
        return None
    overall = next(
        (str(j.score) for j in judgements if framework.overall and re.match(framework.overall, j.statement, re.IGNORECASE)), None
    )
    published, inspected = PUBLISHED.search(head), INSPECTED.search(head)
    return InspectionReport(
        framework.inspector,
        _name(head, framework),
        judgements,
        overall,
        last_day(published["date"]) if published else None,
        " ".join(inspected["dates"].split()) if inspected else None,
    )


def _judgements(text: str, framework: Framework) -> Iterator[Judgement]:
    """Each statement once, where its grade is printed first."""
    told: set[str] = set()
    themes = [(m.start(), " ".join(m.group().split())) for m in _themes(text, framework)]
    for match, apart in _graded_lines(text, framework):
        statement = " ".join(match["statement"].split()).rstrip(" :-–|")
        key = re.sub(r"\W+", " ", statement.casefold()).removeprefix("the ").strip()
        if key in told or "previous inspection" in key:
            continue
        told.add(key)
        theme = next((title for at, title in reversed(themes) if at < match.start()), None)
        score = int(match["number"]) if match["number"] else " ".join(match["grade"].split()).capitalize()
        end = match.end("statement") if apart else match.end()
        yield Judgement(statement, score, match.start("statement"), end, theme, framework.scale, apart)


def _graded_lines(text: str, framework: Framework) -> Iterator[tuple[re.Match[str], Places]]:
    """Statements with their grade beside them, or with the framework's word for a verdict somewhere below them."""
    yield from ((match, ()) for match in _pattern(framework).finditer(text))
    if framework.verdict:
        for match in _apart(framework).finditer(text):
            yield match, ((match.start("verdict"), match.end("grade")),)


def _themes(text: str, framework: Framework) -> Iterator[re.Match[str]]:
    if not framework.themes:
        return iter(())
    return re.finditer(rf"^{framework.themes}(?=\s*$)", text, re.IGNORECASE | re.MULTILINE)


def _name(head: str, framework: Framework) -> str | None:
    """Who was inspected: where the framework says so, else the first line that can be a name."""
    found = re.search(framework.named, head, re.IGNORECASE | re.MULTILINE) if framework.named else None
    if found:
        return " ".join(next(name for name in found.groups() if name).split()) or None
    lines = [line.strip(" #*\t|") for line in head.split("\n")[:8]]
    known = re.compile(rf"(?:{framework.statements}|{framework.grades})\b", re.IGNORECASE)
    return next((line for line in lines if _can_name(line) and not known.match(line)), None)


def _can_name(line: str) -> bool:
    return line[:1].isupper() and 3 <= len(line) <= 70 and not NO_NAME.search(line)


READERS: tuple[partial[InspectionReport | None], ...] = tuple(partial(graded, framework=framework) for framework in FRAMEWORKS)
