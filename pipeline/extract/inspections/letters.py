"""Letters and reports that judge in sentences, or not at all: Ofsted's visits, area inspections for SEND, fire and police, the ombudsman.

Focused visits and monitoring visits to children's services give no grade: one row says what was looked at. Area inspections for special
educational needs give one of three outcomes in words since 2023; from 2016 to 2022 they said whether a written statement of action was
required. The Housing Ombudsman finds for each complaint one of the outcomes of its scheme (paragraphs 52 to 54).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.extract.inspections.graded import INSPECTED, OF_A_COMMITTEE, OPENING, PUBLISHED
from pipeline.extract.inspections.types import InspectionReport, Judgement
from pipeline.language.deadlines import last_day

SEND = "Arrangements for children and young people with SEND"
# Outcomes of area SEND inspections since January 2023, best first, then those of the letters from 2016 to 2022.
SEND_OUTCOMES = (
    ("typically positive experiences and outcomes", r"typically\s+lead\s+to\s+positive\s+experiences\s+and\s+outcomes"),
    ("inconsistent experiences and outcomes", r"lead\s+to\s+inconsistent\s+experiences\s+and\s+outcomes"),
    ("widespread and/or systemic failings", r"widespread\s+and/?\s*(?:or)?\s+systemic\s+failings"),
    ("no written statement of action required", r"(?:not\s+require[ds]?\s+(?:\w+\s+){0,6}|no\s+)written\s+statement\s+of\s+action"),
    ("written statement of action required", r"(?:a\s+)?written\s+statement\s+of\s+action\s*(?:\(WSoA\)\s*)?(?:is|was)\s+required"),
    ("sufficient progress in all weaknesses", r"made\s+sufficient\s+progress\s+in\s+addressing\s+(?:all|each)\b"),
    ("insufficient progress in some weaknesses", r"not\s+(?:yet\s+)?made\s+sufficient\s+progress\s+in\s+addressing"),
    ("sufficient progress in some weaknesses", r"made\s+sufficient\s+progress\s+in\s+addressing\s+(?:\w+\s+){1,3}of\s+the"),
)
SEND_SCALE = "typically positive, inconsistent, widespread and/or systemic failings (before 2023: written statement of action or none)"
_SEND_HEADER = re.compile(
    r"area\s+SEND\s+(?:full\s+)?inspection\s+of\s+(?P<name>[^\n]+?)\s+(?:local\s+area\s+partnership|partnership)"
    r"|joint\s+(?:local\s+)?area\s+(?:SEND|special\s+educational\s+needs)[^\n]{0,40}\s+(?:inspection|re-?visit|revisit)\s+(?:in|of|to)\s+(?P<older>(?-i:[A-Z])[^\n.]{2,60}?)\s*$"
    r"|(?:re-?visit|revisit)\s+(?:of|to)\s+(?:the\s+)?(?P<again>(?-i:[A-Z])[^\n.]{2,60}?)\s+(?:local\s+)?area\b",
    re.IGNORECASE | re.MULTILINE,
)
_VISIT = re.compile(
    r"^\W*(?P<kind>Focused|Monitoring|Assurance)\s+visit\s+(?:to|of)\s+(?P<name>(?-i:[A-Z])[^\n]{2,70}(?:\n[^\n]{2,40})??)\s+"
    r"(?:local\s+authority\s+)?children[’']s\s+(?:social\s+care\s+)?services",
    re.IGNORECASE | re.MULTILINE,
)
_LOOKED_AT = re.compile(
    r"\b(?:looked\s+at|evaluated|reviewed|focused\s+on)\s+"
    r"(?:the\s+)?(?:local\s+authority[’']s\s+|council[’']s\s+)?(?P<what>arrangements\s+for\s+[^.:;]{8,160}|[^.:;]{8,160})",
    re.IGNORECASE,
)
_DANGLING = re.compile(r"(?:,[^,]*)?\s(?:to|of|on|with|for|including|following|in)$")
"""The end of a sentence that goes on in a list."""
_JUDGED = re.compile(
    r"^(?P<name>(?-i:[A-Z])[^\n.]{2,70}?(?:Fire\s+(?:and|&)\s+Rescue\s+Service|Police(?:\s+Service)?|Constabulary)|The\s+(?:service|force))\s+"
    r"(?:is\s+(?P<grade>outstanding|good|adequate|inadequate)|(?P<requires>requires\s+improvement))\s+(?:at|in|with)\s+"
    r"(?P<what>[^.]{5,160})\.",
    re.MULTILINE,
)
_OMBUDSMAN = re.compile(r"\bHousing\s+Ombudsman\b", re.IGNORECASE)
_DETERMINED = re.compile(
    r"there\s+(?:was|were|has\s+been)\s+(?P<outcome>severe\s+maladministration|no\s+maladministration|maladministration|(?:a\s+)?service\s+failure)\s+"
    r"(?:by\s+the\s+landlord\s+)?(?:in|with|by|regarding)?\s*(?:respect\s+of\s+|relation\s+to\s+|its\s+)?(?P<what>[^.;\n]{8,220}(?:\n[^.;\n]{3,120})?)"
    r"|landlord\s+(?:has\s+)?(?:made|offered)\s+(?P<redress>reasonable\s+redress)\s+[^.]{0,60}?(?:in\s+(?:respect|relation)\s+(?:of|to)|for)\s+(?P<redressed>[^.;\n]{8,220})",
    re.IGNORECASE,
)
_LANDLORD = re.compile(
    r"COMPLAINT\s+(?:NUMBER\s+|REF\w*\s+)?\d{6,}\s+(?P<name>(?-i:[A-Z])[^\n]{2,70})\n+\s*(?P<date>\d{1,2}\s+\w+\s+\d{4})?", re.IGNORECASE
)
OUTCOMES = "severe maladministration, maladministration, service failure, reasonable redress, no maladministration"


def area_send(text: str) -> InspectionReport | None:
    """An area inspection of services for children with special educational needs, or None."""
    title = _SEND_HEADER.search(text, 0, 2 * OPENING)
    if not title or OF_A_COMMITTEE.search(text, 0, title.start()):
        return None
    for words, pattern in SEND_OUTCOMES:
        if match := re.search(rf"[^.\n]*(?:\n[^.\n]*){{0,3}}{pattern}[^.]*\.?", text[: 2 * OPENING], re.IGNORECASE):
            judgement = Judgement(SEND, words, match.start(), match.end(), scale=SEND_SCALE)
            name = next(name for name in title.groups() if name)
            return _report("Ofsted and CQC", name.removeprefix("the ").strip(), (judgement,), text, words)
    return None


def visit(text: str) -> InspectionReport | None:
    """A focused or monitoring visit to children's services: one row without a grade, or None."""
    title = _VISIT.search(text, 0, OPENING)
    if not title or OF_A_COMMITTEE.search(text, 0, title.start()):
        return None
    found = _LOOKED_AT.search(text, title.end(), 3 * OPENING)
    what = _DANGLING.sub("", " ".join(found["what"].split())) if found else "children’s services"
    start, end = found.span() if found else title.span()
    name = re.sub(r"\s+local\s+authority$", "", " ".join(title["name"].split()), flags=re.IGNORECASE)
    statement = f"{title['kind'].capitalize()} visit: {what}"
    return _report("Ofsted", name, (Judgement(statement, None, start, end, scale="none: a visit gives no grade"),), text, None)


def fire_and_police(text: str) -> InspectionReport | None:
    """Grades of a fire service or police force, told in a sentence under each heading, or None."""
    judgements: dict[str, Judgement] = {}
    names: list[str] = []
    for match in _JUDGED.finditer(text):
        grade = (match["grade"] or match["requires"]).capitalize()
        what = " ".join(match["what"].split())
        judgements.setdefault(what, Judgement(what[:1].upper() + what[1:], " ".join(grade.split()), *match.span(), scale=FIRE_SCALE))
        names.append(match["name"])
    named = next((name for name in names if not name.startswith("The ")), None)
    if len(judgements) < 3 or not named or OF_A_COMMITTEE.search(text[:OPENING]):
        return None
    return _report("HMICFRS", named, tuple(judgements.values()), text, None)


FIRE_SCALE = "outstanding, good, adequate, requires improvement, inadequate"


def housing_ombudsman(text: str) -> InspectionReport | None:
    """A determination of the Housing Ombudsman: one row for each finding, or None."""
    landlord = _LANDLORD.search(text, 0, OPENING)
    if not landlord or not _OMBUDSMAN.search(text, 0, 2 * OPENING):
        return None
    judgements = tuple(_determined(text))
    published = last_day(landlord["date"]) if landlord["date"] else None
    return InspectionReport("Housing Ombudsman", landlord["name"].strip(), judgements, None, published) if judgements else None


def _determined(text: str) -> Iterator[Judgement]:
    for match in _DETERMINED.finditer(text):
        outcome = match["outcome"] or match["redress"]
        what = " ".join((match["what"] or match["redressed"]).split())
        score = " ".join(re.sub(r"^a\s+", "", outcome, flags=re.IGNORECASE).split()).capitalize()
        yield Judgement(what[:1].upper() + what[1:], score, match.start(), match.end(), scale=OUTCOMES)


def _report(inspector: str, name: str, judgements: tuple[Judgement, ...], text: str, overall: str | None) -> InspectionReport:
    published, inspected = PUBLISHED.search(text, 0, 2 * OPENING), INSPECTED.search(text, 0, 2 * OPENING)
    return InspectionReport(
        inspector,
        name,
        judgements,
        overall,
        last_day(published["date"]) if published else None,
        " ".join(inspected["dates"].split()) if inspected else None,
    )
