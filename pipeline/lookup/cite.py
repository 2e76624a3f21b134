"""The one place where citations are made: from where a row stands and the stored pages, never from what was found.

The quote is read from the stored pages and compared with what the row says; a difference is an error, not a citation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath
from textwrap import shorten

from pipeline.errors import QuoteError
from pipeline.language.versions import stage
from pipeline.model import boxes
from pipeline.model.answers import Citation, CitedSpan, PageRow, Standing
from pipeline.model.documents import Place
from pipeline.model.ports import FactStore

LINED = ("text", "markdown", "docx")
"""Media whose line (or paragraph) tells the place; the others have pages, or nothing does."""
PHRASES = {
    "agenda": "agenda for", "minutes": "minutes of", "public_questions": "public questions,", "report": "report of",
    "appendix": "appendix,", "slides": "slides of", "forward_plan": "forward plan,", "decision_record": "decision of",
    "inspection": "inspection of",
}  # fmt: skip
"""How a kind of part reads before a date; other kinds are not named."""
HASH_DIGITS = 10
READ_AGAIN = "The library is damaged: ingest the papers into a new one (--library)."
LONGEST_HEADING = 80
"""Characters of a heading in a label; a longer one is cut between words."""


def cite(library: FactStore, standing: Standing, quote: str | None = None, *, id_: str | None = None) -> Citation:
    """The citation of what stands here; `quote` is what the row holds, `id_` the row's id where the whole row is cited.

    Raises QuoteError where the stored text differs.
    """
    pages = [library.page(standing.document_id, place.page) for place in standing.places]
    read = "\n".join(_text(page, place, standing) for page, place in zip(pages, standing.places, strict=True))
    if not read or (quote is not None and quote != read):
        raise QuoteError(f"{standing.document}: a stored quote differs from the stored text ({(quote or '')[:60]!r}). {READ_AGAIN}")
    first, page = standing.places[0], pages[0]
    return Citation(
        id=id_ or identify(standing.sha256, standing.places),
        document=standing.document,
        document_title=standing.document_title,
        sha256=standing.sha256,
        council=standing.council,
        kind=standing.kind,
        committee=standing.committee,
        meeting_date=standing.meeting_date,
        section=standing.section,
        paragraph=standing.paragraph,
        page=page.number,
        page_label=page.label,
        line=page.text.count("\n", 0, first.start) + 1 if standing.media in LINED else None,
        start=first.start,
        end=max(place.end for place in standing.places if place.page == first.page),
        quote=read,
        spans=tuple(_span(page, place) for page, place in zip(pages, standing.places, strict=True)),
        recognised=any(page.recognised for page in pages),
        url=linked(standing.url, page.number),
        label=label(standing, page.number),
        version=standing.version,
        draft=stage(standing.version) == "draft",
        superseded_by=standing.superseded_by,
        council_derived=standing.council_derived,
    )


def _span(page: PageRow, place: Place) -> CitedSpan:
    return CitedSpan(page.number, place.start, place.end, boxes.lines(page.boxes, place.start, place.end))


def _text(page: PageRow, place: Place, standing: Standing) -> str:
    if not 0 <= place.start < place.end <= len(page.text):
        raise QuoteError(f"{standing.document}: a stored quote lies outside its page ({place}). {READ_AGAIN}")
    return page.text[place.start : place.end]


def identify(sha256: str, places: Sequence[Place]) -> str:
    """c-HASH-PAGE.START.END+...: the file's hash and the places themselves, so that an id can be read back (`places_of`)."""
    return f"c-{sha256[:HASH_DIGITS]}-" + "+".join(".".join(map(str, place)) for place in places)


def places_of(id_: str) -> tuple[str, tuple[Place, ...]] | None:
    """The start of the file's hash and the places that a citation's id names; None for another id."""
    match = re.fullmatch(r"c-([0-9a-f]+)-(\d+\.\d+\.\d+(?:\+\d+\.\d+\.\d+)*)", id_)
    if match is None:
        return None
    return match[1], tuple(Place(*map(int, one.split("."))) for one in match[2].split("+"))


def narrowed(standing: Standing, start: int, end: int) -> Standing:
    """The standing of characters `start` to `end` of a quote whose places this standing holds."""
    found, at = [], 0
    for place in standing.places:
        length = place.end - place.start
        low, high = max(start - at, 0), min(end - at, length)
        if low < high:
            found.append(Place(place.page, place.start + low, place.start + high))
        at += length + 1
    return replace(standing, places=tuple(found))


def linked(url: str | None, page: int | None) -> str | None:
    return f"{url.split('#')[0]}#page={page}" if url and page else url


def label(standing: Standing, page: int | None) -> str:
    """As a person cites: "Health Committee, minutes of 6 February 2023, 8.3 a), p. 14"."""
    body = standing.committee or standing.document_title or standing.part_title or PurePosixPath(standing.document).name
    heading = standing.section[-1] if standing.section else None
    where = standing.paragraph or (shorten(heading, LONGEST_HEADING, placeholder=" …") if heading else None)
    kind = _kind(standing)
    if stage(standing.version) == "draft":
        kind = f"draft {kind}".strip()
    said = [body, kind, where if where != body else None, f"p. {page}" if page else None]
    return ", ".join(part.strip(" ,") for part in said if part)


def _kind(standing: Standing) -> str:
    phrase, when = PHRASES.get(standing.kind, ""), spoken(standing.meeting_date)
    return f"{phrase} {when}" if phrase and when else (when or phrase.removesuffix(" of").removesuffix(" for"))


def spoken(iso: str | None) -> str:
    """2023-02-06 is 6 February 2023; what is no full date is given back as it is."""
    if not iso:
        return ""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day.day} {day:%B} {day.year}"
