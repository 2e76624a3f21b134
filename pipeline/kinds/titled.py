"""What a paper is called in lists and citations.

Comes in: a document and its parts. Goes out: a title that tells it from the next paper. The title in a file's properties is often that of
a template, of another file or of nothing ("Agenda Template", "Microsoft Word - final v3", "001_ab12"), and a cover prints "REPORT".
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from datetime import date

from pipeline.model.documents import Document
from pipeline.model.structure import Part

MADE_BY = re.compile(
    r"^(?:microsoft (?:word|excel|powerpoint)\b.*|\W*untitled.*|(?:document|presentation|layout|slide|book|sheet)\s*\d*"
    r"|power\s?point presentation|no (?:slide )?title|.*\btemplates?\b.*|.*\.(?:docx?|pdf|rtf|xlsx?|pptx?|indd|odt|txt)|\S*[\d_]\S*)$",
    re.IGNORECASE,
)
"""Titles that a program, a template or a file's name gave."""
PUBLISHED = re.compile(r"^\((?:public|private|restricted) pack\)\s*", re.IGNORECASE)
"""Before the titles of a committee system's packs."""
COMMON = (
    "the a an of and part agenda minutes report reports document documents paper papers appendix appendices annex item items letter pack "
    "supplement supplementary summons notice meeting cabinet council public draft final executive summary introduction contents record "
    "decision decisions press office"
)
ALONE = re.compile(rf"^\W*(?:(?:{'|'.join(COMMON.split())}|[a-z]|\d+)\b[\W_]*)+$", re.IGNORECASE)
"""Nothing but words that a thousand papers bear."""
LONGEST, CUT = 140, 110
"""Characters of a title; a longer one is a sentence, and is cut between words."""
OF_MEETINGS = {"agenda": "Agenda", "cover": "Agenda", "minutes": "Minutes"}
PAPERS = ("report", "appendix", "slides")


def title_of(document: Document, parts: Sequence[Part]) -> str:
    """What is stated beside the file wins; then its own title, its meeting, its first part's title, its file's name, if they tell."""
    stated = document.source.stated.get("title")
    if stated:
        return stated
    own = PUBLISHED.sub("", " ".join((document.title or "").split()))
    first = parts[0] if parts else None
    printed = " ".join(first.title.split()) if first else ""
    bodies = {body.casefold() for body in (first.council, first.committee) if body} if first else set()
    for said in (own if _tells(own, bodies) else "", _meeting(parts), printed if _tells(printed, bodies) else ""):
        if said:
            return _cut(said)
    return " ".join(re.sub(r"[_\-]+", " ", document.source.path.stem).split()) or printed or own or document.source.name


def _tells(title: str, bodies: Set[str]) -> bool:
    """Whether it says more than a program, a template, or the name of the body (`bodies`, in small letters) would."""
    known = title.casefold() in bodies or MADE_BY.match(title) or ALONE.match(title)
    return bool(title) and len(title) <= LONGEST and not known


def _meeting(parts: Sequence[Part]) -> str:
    """ "Agenda and reports, Cabinet, 30 January 2031" for a file that begins with the agenda or minutes of a meeting; else ""."""
    if not parts or parts[0].kind not in OF_MEETINGS:
        return ""
    body = parts[0].committee or parts[0].council
    if not body or not parts[0].meeting_date:
        return ""
    packed = parts[0].kind != "minutes" and any(part.kind in PAPERS for part in parts)
    return f"{OF_MEETINGS[parts[0].kind]}{' and reports' if packed else ''}, {body}, {_day(parts[0].meeting_date)}"


def _day(iso: str) -> str:
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day.day} {day:%B} {day.year}"


def _cut(title: str) -> str:
    return title if len(title) <= CUT else title[:CUT].rsplit(" ", 1)[0] + " …"
