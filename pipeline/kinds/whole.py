"""Files that are one paper: an inspection report, a web page, a decision record, an appendix on its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.kinds.attachments import APPENDIX, FORWARD, QUESTIONS
from pipeline.kinds.lines import Line
from pipeline.model.documents import Document, Page
from pipeline.model.structure import PartKind

HEAD = 60
"""Lines in which a paper says what it is."""
INSPECTION = (
    re.compile(
        r"\b(?:ofsted|care quality commission|cqc|estyn|hiqa|health information and quality authority|care inspectorate"
        r"|healthcare inspectorate wales|hmicfrs|ombudsman|regulator of social housing|regulation and quality improvement authority|rqia"
        r"|inspectorate of probation|education scotland|hm inspectors)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\binspection (?:of|dates?|report|number)|local authority assessment|inspected (?:on|by)|focused visit|monitoring visit|"
        r"assessment (?:report )?published|ilacs|how we assess\b|overall rating for this|report card|area send inspection|"
        r"send inspection in|(?:audit|inspection|assessment) report\b|summari[sz]ed inspection findings|report of an inspection|"
        r"regulatory judge?ment|an inspection of|complaint \d{6,}",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:lead inspector|inspectors?:|her majesty['’]s|his majesty['’]s|hmi|overall (?:effectiveness|rating|summary)|"
        r"quality statement|what needs to improve|judgements?)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:outstanding|requires improvement|inadequate|needs improvement|strong standard|expected standard|needs attention|"
        r"substantially compliant|not compliant|maladministration|[CGV][1-4])\b",
        re.IGNORECASE,
    ),
)
INSPECTION_NEEDS = 2
DECISION = re.compile(
    r"(?:.{0,60}\b)?(?:(?:proposed )?records? of (?:\w+ ){0,3}decisions?|decision (?:notice|record|to be taken by|taken by)|"
    r"decisions? (?:taken|made|notice)\b|notice of (?:[\w/]+ ){0,3}decisions?|(?:officer|executive|delegated) decision (?:record|"
    r"notice|report))\b.{0,80}",
    re.IGNORECASE,
)
WEB = re.compile(
    r"toggle .{0,12}menu|skip to (?:main )?content|cookie|main menu|breadcrumb|sign up for|share this page|print this page|"
    r"was this page (?:helpful|useful)|you are here",
    re.IGNORECASE,
)
SLIDES_PAGES, SLIDE_TEXT = 3, 1200
FILE_APPENDIX = re.compile(r"\b(appendix|annexe?)[\s_-]+([A-Z]|\d{1,2})\b", re.IGNORECASE)


def kind_of(document: Document, found: Sequence[Line], path: str) -> PartKind | None:
    """The kind of a file that is one paper; None where its words do not say."""
    head = [line.text for line in found[:HEAD]]
    text = "\n".join(head)
    if any(DECISION.fullmatch(line) for line in head[:8]):
        return "decision_record"
    if sum(bool(pattern.search(text)) for pattern in INSPECTION) >= INSPECTION_NEEDS and INSPECTION[1].search(text):
        return "inspection"
    if document.media == "html" or any(WEB.search(line) for line in head[:6]):
        return "web"
    if any(APPENDIX.fullmatch(line) for line in head[:3]) or FILE_APPENDIX.search(path):
        return "appendix"
    if any(FORWARD.fullmatch(line) for line in head[:4]):
        return "forward_plan"
    if any(QUESTIONS.fullmatch(line) for line in head[:4]):
        return "public_questions"
    return "slides" if _is_landscape(document) else None


def _is_landscape(document: Document) -> bool:
    """Most pages wider than high with few words on them."""
    pages = [page for page in document.pages if page.width and page.height]
    return len(pages) >= SLIDES_PAGES and sum(map(is_slide, pages)) > 0.7 * len(pages)


def is_slide(page: Page) -> bool:
    """Wider than high with few words on it."""
    return bool(page.width and page.height) and (page.width or 0) > 1.2 * (page.height or 1) and len(page.text) < SLIDE_TEXT


def label_of(path: str) -> str | None:
    """ "Appendix E" of a file's name."""
    match = FILE_APPENDIX.search(path)
    return f"{match[1].capitalize()} {match[2].upper()}" if match else None
