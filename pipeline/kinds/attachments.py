"""Appendices, slides, public questions and forward plans: what follows minutes and reports in a pack."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.kinds.letterhead import paragraph_text
from pipeline.kinds.lines import Line
from pipeline.kinds.marks import Mark
from pipeline.language.bodies import committee_line
from pipeline.language.dates import first_date
from pipeline.language.wording import words

APPENDIX = re.compile(
    r"(?P<word>appendix|appendices|annexe?|schedule|enclosure|attachment)\s+(?:no\.?\s*)?(?P<label>[A-Z]{1,2}\d?|\d{1,2}[a-z]?|"
    r"[IVX]{1,4})\b\s*(?:[-–—:.]\s*|\s+|$)(?P<title>.*)",
    re.IGNORECASE,
)
NOT_A_TITLE = re.compile(
    r"^(?:to|of|sets?|shows?|provides?|is|are|contains?|and|for|details?|in|on|at|gives?|was|were|attached|as|which|includes?|below|"
    r"above|outlines?)\b|\bpages?\s+\d|[.;]$",
    re.IGNORECASE,
)
QUESTIONS = re.compile(
    r"(?:item\s+\d+\s*[;:–-]\s*)?(?:written\s+)?(?:public|members?['’]?|councillors?['’]?)\s+questions?(?:\s+(?:and|&)\s+(?:answers|"
    r"responses).*)?|questions?\s+(?:from|by)\s+(?:members of )?the public.{0,40}|question\s+(?:from|submitted by|by)\s+.{3,60}",
    re.IGNORECASE,
)
FORWARD = re.compile(
    r".{0,60}\b(?:forward (?:work )?(?:plan|programme)|work programme|forthcoming (?:executive )?decisions)\b.{0,60}", re.IGNORECASE
)
PLAN_COLUMNS = (
    ("date", "meeting", "when", "month"),
    ("report", "item", "topic", "subject", "title", "issue", "agenda item"),
    (
        "exec director",
        "executive director",
        "director",
        "lead officer",
        "officer",
        "cabinet member",
        "lead",
        "contact",
        "portfolio holder",
        "author",
    ),
    ("issues for consideration", "purpose", "scope", "issues", "decision", "decision maker", "notes", "comments"),
)
"""A forward plan's table has columns of at least three of these sorts."""
ROLE = re.compile(
    r"\b(?:director|officer|head of|manager|chief|lead|consultant|commissioner|adviser|analyst|team|service)\b", re.IGNORECASE
)
NAME = re.compile(r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Cllr)\.?\s+)?[A-Z][a-z'’-]+(?:\s+[A-Z][\w'’-]*){1,3}")
MAX_TITLE = 24


def appendix_marks(found: Sequence[Line], start: int, stop: int, *, paged: bool) -> Iterator[Mark]:
    """Lines from `start` to `stop` that are an appendix's label: "Appendix A", "Annex 2: Risk register"."""
    for line in found[start:stop]:
        match = APPENDIX.fullmatch(paragraph_text(found, line.at)) or APPENDIX.fullmatch(line.text)
        if not match or line.block.kind == "table" or not (match["label"].isupper() or match["label"][0].isdigit()):
            continue
        title = match["title"].strip(" :")
        if NOT_A_TITLE.search(title) or len(words(title)) > MAX_TITLE or _is_listed(found, line.at):
            continue
        if not (line.top or (line.alone and not paged and line.apart)):
            continue
        label = f"{match['word'].capitalize()} {match['label'].upper() if match['label'][0].isalpha() else match['label']}"
        title = title or _title_below(found, line.at)
        yield Mark(line.at, "public_questions" if QUESTIONS.fullmatch(title) else "appendix", title, 4, None, label, attached=True)


def _is_listed(found: Sequence[Line], index: int) -> bool:
    """One of several appendices named on neighbouring lines: a list, no heading."""
    near = [*found[max(0, index - 2) : index], *found[index + 1 : index + 3]]
    return any(APPENDIX.fullmatch(line.text) for line in near if line.page == found[index].page)


def _title_below(found: Sequence[Line], index: int) -> str:
    for line in found[index + 1 : index + 4]:
        if line.block.kind != "table" and 1 <= len(words(line.text)) <= MAX_TITLE and not line.text.endswith((".", ";")):
            return line.text.strip(" :")
    return found[index].text


def plan_marks(found: Sequence[Line]) -> Iterator[Mark]:
    """Tables of a forward plan, from the heading above them."""
    last = -100
    for line in found:
        if line.block.kind == "table" and line.start == line.block.start and _is_plan(line.text):
            start = next((at for at in range(line.at - 1, max(0, line.at - 8), -1) if _is_heading(found, at)), line.at)
            if line.at - last > 60:
                yield _plan(found, start)
            last = line.at


def _plan(found: Sequence[Line], start: int) -> Mark:
    """The mark of a plan whose heading is line `start`; where that bears an appendix's label, or stands under one, the plan is
    appended to the paper before."""
    for at in (start, max(0, start - 1)):
        match = APPENDIX.fullmatch(found[at].text)
        if match and at and (at == start or not match["title"]):
            title = found[start].text if at < start else match["title"] or found[at].text
            label = f"{match['word'].capitalize()} {match['label'].upper()}"
            return Mark(at, "forward_plan", title.strip(" :"), 5, None, label, attached=True)
    return Mark(start, "forward_plan", found[start].text.strip(" :"), 3, None, None)


def _is_plan(header: str) -> bool:
    cells = [cell.strip(" :*").casefold() for cell in header.split("\t")]
    return sum(any(cell.startswith(names) for cell in cells) for names in PLAN_COLUMNS) >= 3 and len(cells) >= 3


def _is_heading(found: Sequence[Line], at: int) -> bool:
    line = found[at]
    return line.block.kind != "table" and line.apart and len(words(line.text)) <= 10 and not re.match(r"[-•\d(]", line.text)


def slide_marks(found: Sequence[Line], start: int, stop: int) -> Iterator[Mark]:
    """Title slides from line `start` to `stop`: a title, then who presents it (a name and a role), or the body and a date."""
    for line in found[start : max(start, stop - 3)]:
        if line.block.kind in ("table", "item") or not line.apart or not 2 <= len(words(line.text)) <= 16 or line.text[-1] in ".:;,":
            continue
        after = found[line.at + 1 : line.at + 4]
        if _presents(after) or _to_body(after):
            yield Mark(line.at, "slides", line.text, 2, None, None, None, attached=True)


def _presents(after: Sequence[Line]) -> bool:
    return (
        bool(NAME.fullmatch(after[0].text))
        and not ROLE.search(after[0].text)
        and len(after[1].text) < 70
        and bool(ROLE.search(after[1].text))
        and ":" not in after[1].text
    )


def _to_body(after: Sequence[Line]) -> bool:
    """ "Adults' Select / Committee / 6 February 2023" """
    joined = f"{after[0].text} {after[1].text}"
    dated = [line for line in after[1:3] if first_date(line.text) and len(words(line.text)) <= 5]
    return bool(dated) and bool(committee_line(after[0].text) or committee_line(joined))
