"""What is missing: minutes of meetings whose agenda is here, and the text of pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.check.ports import Audited, citations
from pipeline.language.wording import held
from pipeline.model.answers import AuditRow, FactRow, Filters

LEAST_TEXT = 3
"""Characters, white space apart, below which a page has no text."""
MOST_PAGES = 12
"""Page numbers named in one message."""
SAME_COMMITTEE = 0.6


def missing_minutes(library: Audited, filters: Filters) -> Iterator[AuditRow]:
    """Meetings whose agenda is in the library and whose minutes are not, each once."""
    minutes = library.facts("sections", replace(filters, kind="minutes", document=None))
    kept = {(row.standing.meeting_date, row.standing.committee) for row in minutes}
    told: set[tuple[str | None, str | None]] = set()
    for row in library.facts("agenda", filters):
        meeting = (row.standing.meeting_date, row.standing.committee)
        if row.standing.kind != "agenda" or not meeting[0] or meeting in told:
            continue
        told.add(meeting)
        if not any(date == meeting[0] and _same(meeting[1], committee) for date, committee in kept):
            yield _unrecorded(library, row)


def no_text(library: Audited, filters: Filters) -> Iterator[AuditRow]:
    """Papers with pages without text; one row a paper. Filters other than the document's name do not apply to pages."""
    if any((filters.council, filters.committee, filters.since, filters.until, filters.kind, filters.topic)):
        return
    for document in library.stored_documents():
        if filters.document and filters.document.casefold() not in document.name.casefold():
            continue
        pages = library.stored_pages(document.id)
        empty = [page.idx + 1 for page in pages if len("".join(page.text.split())) < LEAST_TEXT]
        if empty:
            listed = ", ".join(map(str, empty[:MOST_PAGES])) + (" and more" if len(empty) > MOST_PAGES else "")
            yield AuditRow(
                severity="note",
                check="no_text",
                document=document.name,
                page=empty[0],
                printed=str(len(empty)),
                message=f"{len(empty)} of {len(pages)} pages have no text: {listed}.",
            )


def repeats(library: Audited, filters: Filters) -> Iterator[AuditRow]:
    """Parts that are printed again elsewhere: what is listed once, and from which paper."""
    parts = {part.id: part for part in library.parts()}
    shown = {row.standing.part_id for row in library.facts("sections", filters)}
    for part in parts.values():
        kept = parts.get(part.repeat_of or 0)
        if kept and part.id in shown:
            yield AuditRow(
                severity="note",
                check="repeat",
                document=part.document,
                where=part.title,
                printed=part.version,
                expected=kept.version,
                message=f"{part.title}: {'a later version is' if part.superseded else 'the same is printed in'} {kept.document}.",
            )


def _same(one: str | None, other: str | None) -> bool:
    """Bodies under a longer and a shorter name; an unnamed one may be any."""
    if not one or not other:
        return True
    return max(held(one, other), held(other, one)) >= SAME_COMMITTEE


def _unrecorded(library: Audited, row: FactRow) -> AuditRow:
    body = row.standing.committee or row.standing.council or "the body"
    return AuditRow(
        severity="note",
        check="missing_minutes",
        document=row.standing.document,
        where=f"{body}, {row.standing.meeting_date}",
        message=f"The library holds the agenda of {body} of {row.standing.meeting_date}, and no minutes of that meeting.",
        citations=citations(library, [row]),
    )
