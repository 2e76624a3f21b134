"""The papers of an agenda item: its report or minutes and what is appended to them, in the pack or in another file for the meeting.

A part is an item's by its number, by the page that the agenda prints, by its title, and, of minutes, by their date. Supplements
and papers to follow are files of their own: the same body on the same day.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from pipeline.language.dates import first_date
from pipeline.link.ports import Found, Linkable, differ, references, telling
from pipeline.model.answers import FactRow, Filters
from pipeline.model.printings import PartRow

ALIKE = 0.6
"""Share of the longer title's words that two titles must have in common to be of one paper."""
BY_NUMBER, BY_NUMBER_ELSEWHERE, BY_PAGE, BY_TITLE, BY_DATE, BY_KIND = 2.0, 1.2, 1.5, 2.0, 2.5, 1.3
"""What speaks for a part; a title as much as it is alike."""
ENOUGH = BY_TITLE * ALIKE
LISTS = frozenset(("agenda", "cover"))
MINUTES = re.compile(r"\b(?:minutes|cofnodion|miontuairiscí)\b", re.IGNORECASE)
NAMED = {
    "forward_plan": re.compile(r"\b(?:forward (?:work )?(?:plan|programme)|work programme|forthcoming decisions)\b", re.IGNORECASE),
    "public_questions": re.compile(r"\bquestions?\b", re.IGNORECASE),
}
"""Parts that an item may name by their kind alone."""
FIRST = re.compile(r"\d+")


class Parts:
    """Parts that can be an item's paper, by file and by meeting."""

    def __init__(self, library: Linkable) -> None:
        self.every = {part.id: part for part in library.parts()}
        self.appended: dict[int, list[PartRow]] = defaultdict(list)
        self.of_file: dict[int, list[PartRow]] = defaultdict(list)
        self.of_day: dict[str | None, list[PartRow]] = defaultdict(list)
        self.of_matter: dict[str, list[PartRow]] = defaultdict(list)
        for part in self.every.values():
            if part.within is not None:
                self.appended[part.within].append(part)
            elif part.kind not in LISTS:
                self.of_file[part.document_id].append(part)
                self.of_day[part.meeting_date].append(part)
                for number in {*references(PurePosixPath(part.document).name), *references(part.title)}:
                    self.of_matter[number].append(part)

    def near(self, item: FactRow) -> Iterator[PartRow]:
        """Those in the item's own file, those for the same body on the same day, and the minutes of the day that it names."""
        where, title = item.standing, str(item.fields["title"])
        yield from self.of_file[where.document_id]
        days = [(where.meeting_date, False), (first_date(title) if MINUTES.search(title) else None, True)]
        for day, minutes in days if where.committee or where.council else ():
            for part in self.of_day[day] if day else ():
                elsewhere = part.document_id != where.document_id and (not minutes or part.kind == "minutes")
                if elsewhere and not differ(where.committee, part.committee) and not differ(where.council, part.council):
                    yield part

    def papers(self, item: FactRow, best: PartRow | None) -> list[PartRow]:
        """The part that fits best, then what bears the item's reference, each followed by what is appended to it."""
        where = item.standing
        others = [
            part
            for number in references(str(item.fields["title"]))
            for part in self.of_matter[number]
            if part.meeting_date in (None, where.meeting_date) or part.kind == "decision_record"
            if not differ(where.council, part.council)
        ]
        every = (each for part in (best, *others) if part for each in (part, *self.appended[part.id]))
        return list({part.id: part for part in every}.values())


def agenda_to_papers(library: Linkable) -> Iterator[Found]:
    """Report, papers and page of the file of each item."""
    parts = Parts(library)
    reports = {row.standing.part_id: row.id for row in reversed(library.facts("reports", Filters()))}
    items: dict[int, list[FactRow]] = defaultdict(list)
    for item in library.facts("agenda", Filters()):
        items[item.standing.document_id].append(item)
    for document, own in items.items():
        pages = [_labelled_page(item, parts, library.page_labels(document)) for item in own]
        best = [_best(item, parts, page) for item, page in zip(own, pages, strict=True)]
        found = [part.page if part and part.document_id == document else None for part in best]
        trusted = all(page in (None, labelled) for page, labelled in zip(found, pages, strict=True))
        for item, part, page, labelled in zip(own, best, found, pages, strict=True):
            told = json.dumps([_told(paper) for paper in parts.papers(item, part)], ensure_ascii=False)
            where = page or (labelled if trusted else None)
            yield Found("agenda", item.id, {"report": reports.get(part.id if part else None), "file_page": where, "papers": told})


def _labelled_page(item: FactRow, parts: Parts, labels: Sequence[tuple[int, str]]) -> int | None:
    """The page of the file that bears the printed number, from the agenda's own page on: numbers run on, or begin again behind it."""
    printed = FIRST.match(str(item.fields["page"] or ""))
    own = parts.every.get(item.standing.part_id or 0)
    first = own.page or 0 if own else 0
    return next((number for number, label in labels if printed and label == printed[0] and number >= first), None)


def _best(item: FactRow, parts: Parts, page: int | None) -> PartRow | None:
    """The part that fits best, if enough speaks for it."""
    fits = [(_fit(item, part, page), *_preferred(item, part), -part.id, part) for part in parts.near(item)]
    fit, *_, part = max(fits, default=(0.0, None))
    return part if fit >= ENOUGH else None


def _fit(item: FactRow, part: PartRow, page: int | None) -> float:
    """How much speaks for a part."""
    here = item.standing.document_id == part.document_id
    title = str(item.fields["title"])
    fit: float = BY_TITLE * _likeness(title, part.title)
    if item.fields["number"] and item.fields["number"] == part.item:
        fit += BY_NUMBER if here else BY_NUMBER_ELSEWHERE
    if here and page is not None and part.page == page:
        fit += BY_PAGE
    if part.kind == "minutes" and MINUTES.search(title):
        fit += BY_DATE * (first_date(title) in (None, part.meeting_date))
    if here and part.kind in NAMED and NAMED[part.kind].search(title):
        fit += BY_KIND
    return fit


def _preferred(item: FactRow, part: PartRow) -> tuple[bool, bool]:
    """Of papers that fit as well the one in the item's own file, then the printing that counts."""
    return item.standing.document_id == part.document_id, part.repeat_of is None


def _likeness(one: str, other: str) -> float:
    a, b = telling(one), telling(other)
    return len(a & b) / max(len(a), len(b), 1)


def _told(part: PartRow) -> dict[str, str | int | None]:
    return {
        "kind": part.kind, "title": part.title, "label": part.label, "version": part.version, "document": part.document,
        "page": part.page, "page_label": part.page_label,
    }  # fmt: skip
