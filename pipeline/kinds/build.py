"""Parts made of marks: where each ends, whose it is, and the meeting it belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import takewhile

from pipeline.kinds import agenda
from pipeline.kinds.appended import shown
from pipeline.kinds.attachments import APPENDIX
from pipeline.kinds.council import council_of
from pipeline.kinds.letterhead import (
    MOST_TITLE_WORDS,
    body_in,
    dated_body,
    is_council,
    is_opening,
    names_over_two,
    paragraph_start,
    paragraph_text,
)
from pipeline.kinds.lines import Line, window
from pipeline.kinds.marks import Mark
from pipeline.kinds.naming import with_names
from pipeline.kinds.versions import with_versions
from pipeline.kinds.whole import label_of
from pipeline.language.dates import dates, first_date
from pipeline.language.wording import FIRST_SECTION, held, words
from pipeline.model.documents import Document
from pipeline.model.structure import Part, PartKind

HEAD_LINES = 8
SMALL_HEAD = 15
"""Fewer lines than this before the first mark belong to it."""
COVER = re.compile(r"\b(?:agenda|please find (?:enclosed|attached)|supplement|to follow|date:|venue:)", re.IGNORECASE)
SALUTATION = re.compile(r"(?:dear|annwyl) \w.{0,60}", re.IGNORECASE)
LETTERHEAD = 20
"""Lines in which a letter greets its reader; the date above is the letter's, no meeting's."""
SAME = 0.75
INSPECTORS = re.compile(
    r"ofsted|(?:the )?care quality commission|cqc|estyn|hiqa|(?:the )?care inspectorate(?: wales)?|hmicfrs", re.IGNORECASE
)
INSPECTION_OF = re.compile(r"(?:an? |the )?(?:\w+[ -]){0,4}(?:inspection|assessment|review) (?:of|report)\b", re.IGNORECASE)
PROSE, PROSE_LINES = 9, 6
"""Words of a sentence that is no title, and the lines in which its end is looked for."""
READABLE, LEGIBLE = re.compile(r"\b[A-Za-z][A-Za-z'’-]*[aeiouyAEIOUY][a-z'’A-Z-]*\b|\b[A-Z]{3,}\b"), 2
"""Words that a recognised title has at the least, each with a vowel or in capitals."""
YEAR_END = re.compile(r"\b(?:ended|ending)(?: on)?\s*$", re.IGNORECASE)
SECTION = re.compile(r"[\d.|\s]*(?:recommendations?|executive summary|introduction|summary)\b.{0,20}", re.IGNORECASE)
PUBLISHED = re.compile(r"\bpublish(?:ed|cation date)\b(?: on)?:?\s*(.{8,30})", re.IGNORECASE)
MENTION = re.compile(r"\b(?:appendix|appendices|annexe?)\s+([A-H])\b(?:\s*(?:,|and|&)\s*([A-H])\b)*", re.IGNORECASE)
LETTER = re.compile(r"\b([A-H])\b")


def build(document: Document, found: Sequence[Line], marks: Sequence[Mark], alone: PartKind | None) -> tuple[Part, ...]:
    marks = _from_the_start(document, found, marks, alone)
    council = document.source.stated.get("council") or council_of(document, found, marks[0].kind, [mark.committee for mark in marks])
    meeting = _meeting(marks)
    items = _items(found, marks)
    parts: list[Part] = []
    owner: Part | None = None
    for i, mark in enumerate(marks):
        end = found[marks[i + 1].line].start if i + 1 < len(marks) else len(document.text)
        start = found[mark.line].start if i else 0
        attached = mark.attached or _briefs(mark, owner, parts)
        if mark.kind == "appendix" and owner is not None and owner.kind == "minutes":
            stretch = [line for line in found if start <= line.start < end]
            mark = mark._replace(kind="slides") if shown(stretch) else mark
        part = _part(len(parts), mark, start, end, council, meeting, owner if attached else None, items)
        parts.append(part)
        if not attached and part.kind in ("minutes", "report"):
            owner = part
        elif not attached:
            owner = None
    return with_versions(document, found, with_names(document, _lettered(document, tuple(parts))))


def _from_the_start(document: Document, found: Sequence[Line], marks: Sequence[Mark], alone: PartKind | None) -> list[Mark]:
    """Marks that cover the document: what stands before the first is part of it, or, where it is longer, a part of its own."""
    if not marks:
        return [_whole(document, found, alone)]
    first = marks[0]
    if first.line == 0:
        return list(marks)
    if first.line < SMALL_HEAD and found[first.line].page == found[0].page:
        return [first._replace(line=0), *marks[1:]]
    kind: PartKind = alone or ("cover" if first.kind == "agenda" or COVER.search(window(found, 0, min(first.line, 40))) else "other")
    title = _largest(found[: min(12, first.line)]) or found[0].text.strip(" :")
    date, body = (first.date, first.committee) if first.kind in ("cover", "agenda") else _meeting_named(found[: first.line])
    return [Mark(0, kind, title, committee=body, date=date), *marks]


def _meeting_named(before: Sequence[Line]) -> tuple[str | None, str | None]:
    """Date and body of the meeting that a letter or a supplement's cover names: on one line, or each on its own."""
    for line in before:
        if named := dated_body(line.text):
            return named
    body = body_in(before, 0, len(before))
    return (first_date(window(before, 0, len(before))) if body else None), body


def _whole(document: Document, found: Sequence[Line], alone: PartKind | None) -> Mark:
    stem = document.source.path.stem
    head = [line for line in found[:12] if 1 <= len(words(line.text)) <= MOST_TITLE_WORDS and not _above_title(found, line)]
    plain_lines = takewhile(partial(_is_no_prose, found), head)
    titled = [line for line in plain_lines if not FIRST_SECTION.match(line.text) and _is_legible(document, line)]
    letter = alone in (None, "appendix") and any(SALUTATION.fullmatch(line.text) for line in found[:LETTERHEAD])
    named = _named_by(stem) if letter else None
    large = (_inspects(head) if alone == "inspection" else None) or _largest(titled)
    title = document.source.stated.get("title") or named or _under_label(found) or large or document.title or stem
    kind: PartKind = alone or ("report" if _reports(found, title) else "other")
    body = None if kind in ("inspection", "web") else body_in(found, 0, HEAD_LINES)
    return Mark(0, kind, title.strip(" :"), 1, None, label_of(stem), None if letter else _date(found, kind), body)


def _is_no_prose(found: Sequence[Line], line: Line) -> bool:
    """Whether a line's paragraph is no running text: what stands under that is a heading within the paper, not its title."""
    block = [each.text for each in found[paragraph_start(found, line.at) : line.at + PROSE_LINES] if each.block is line.block]
    said = " ".join(block)
    return line.block.kind in ("heading", "table") or len(words(said)) < PROSE or not said.endswith((".", ";"))


def _is_legible(document: Document, line: Line) -> bool:
    """Whether a recognised line reads as a title: a signature or a stamp leaves a few letters."""
    return not document.pages[line.page].recognised or len(READABLE.findall(line.text)) >= LEGIBLE


def _named_by(stem: str) -> str | None:
    """What the file's name says of a letter, which prints no title of its own: "Appendix A - Minister's letter"."""
    label = label_of(stem)
    rest = re.split(rf"\b{re.escape(label)}\b", stem.replace("_", " "), maxsplit=1, flags=re.IGNORECASE)[-1] if label else ""
    return " ".join(rest.split()).strip(" -–—:.") or None


def _above_title(found: Sequence[Line], line: Line) -> bool:
    """A letterhead: the council's or a body's name, or that of the inspectors."""
    return (
        is_opening(found, line.at)
        or names_over_two(found, line.at)
        or (line.at > 0 and names_over_two(found, line.at - 1))
        or is_council(" ".join(each.text for each in found[paragraph_start(found, line.at) : line.at + 1]))
        or INSPECTORS.fullmatch(line.text.strip(" .:")) is not None
    )


def _under_label(found: Sequence[Line]) -> str | None:
    """The title under an appendix's label that stands alone on the first line."""
    match = APPENDIX.fullmatch(found[0].text)
    below = paragraph_text(found, 1) if len(found) > 1 else ""
    return below if match and not match["title"].strip(" :") and 0 < len(words(below)) <= MOST_TITLE_WORDS else None


def _reports(found: Sequence[Line], title: str) -> bool:
    """A report without a header: its title says so and it recommends or sums up."""
    return "report" in words(title) and any(SECTION.fullmatch(line.text) for line in found if len(line.text) < 60)


def _date(found: Sequence[Line], kind: PartKind) -> str | None:
    """The date on the first lines, but for the end of a year of accounts; of an inspection its publication, else its last day."""
    if kind != "inspection":
        head = window(found, 0, 12)
        return next((day.iso for day in dates(head) if day.whole and not YEAR_END.search(head[: day.start])), None)
    published = next((match[1] for line in found for match in [PUBLISHED.search(line.text)] if match), None)
    days = [date.iso for date in dates(window(found, 0, 12)) if date.whole]
    return first_date(published or "") or (days[-1] if days else None)


def _largest(head: Sequence[Line]) -> str | None:
    """The first heading that a Word file marks as a top one; else the line in the largest type; without sizes the first that is no
    navigation."""
    top = next((line.block for line in head if line.block.kind == "heading" and line.block.level == 1 and not line.block.box), None)
    sized = [line for line in head if line.block.size]
    if sized:
        size = max(line.block.size or 0 for line in sized)
        large = [line.block for line in sized if line.block.size == size]
        block = top or next((each for each in large if each.kind == "heading"), large[0])
        return " ".join(line.text for line in head if line.block is block)
    return next((line.text for line in head if not re.match(r"toggle|skip|menu|home\b", line.text, re.IGNORECASE)), None)


def _inspects(head: Sequence[Line]) -> str | None:
    """What an inspection report says it is, where the place inspected stands above it in larger type."""
    block = next((line.block for line in head if INSPECTION_OF.match(line.text)), None)
    return " ".join(line.text for line in head if line.block is block) if block else None


def _meeting(marks: Sequence[Mark]) -> Mark | None:
    """The cover or agenda that says to which meeting the pack belongs."""
    return next((mark for mark in marks if mark.kind in ("cover", "agenda") and mark.date), None)


def _items(found: Sequence[Line], marks: Sequence[Mark]) -> dict[str, str]:
    """Numbers and titles of the agenda's items."""
    items: dict[str, str] = {}
    for i, mark in enumerate(marks):
        if mark.kind in ("agenda", "cover"):
            end = marks[i + 1].line if i + 1 < len(marks) else len(found)
            for line in found[mark.line : end]:
                match = agenda.ITEM.fullmatch(line.text)
                if match:
                    items.setdefault(match["number"], re.sub(r"\s*\(?Pages?\s+\d.*$", "", match["title"], flags=re.IGNORECASE))
    return items


def _briefs(mark: Mark, owner: Part | None, parts: Sequence[Part]) -> bool:
    """A note without a meeting of its own that follows the appendices of minutes is one of them."""
    return (
        mark.kind == "report"
        and owner is not None
        and owner.kind == "minutes"
        and not (mark.item or mark.date)
        and parts[-1].index != owner.index
    )


def _part(
    index: int, mark: Mark, start: int, end: int, council: str | None, meeting: Mark | None, owner: Part | None, items: dict[str, str]
) -> Part:
    date, body, item = mark.date, mark.committee, mark.item
    if owner:
        date, body, item = owner.meeting_date, owner.committee, owner.item
    elif meeting and mark.kind != "minutes":
        date, body = meeting.date, body or meeting.committee
    if body and council and body.casefold() == council.casefold():
        body = None
    if mark.kind in ("report", "forward_plan") and not item and not owner:
        item = next((number for number, title in items.items() if held(title, mark.title) >= SAME or held(mark.title, title) >= SAME), None)
    return Part(index, mark.kind, mark.title, start, end, council, body, date, item, mark.label, owner.index if owner else None)


def _lettered(document: Document, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Appendices of minutes that bear no label take the letters that the minutes speak of, where the numbers agree."""
    found = list(parts)
    for part in parts:
        if part.kind != "minutes":
            continue
        own = [other for other in parts if other.within == part.index]
        text = document.text[part.start : part.end]
        letters = sorted({letter.upper() for match in MENTION.finditer(text) for letter in LETTER.findall(match[0])})
        if own and len(letters) == len(own) and not any(other.label for other in own):
            for other, letter in zip(own, letters, strict=True):
                found[other.index] = replace(other, label=f"Appendix {letter}")
    return tuple(found)
