"""Agendas and the covers before them: "Agenda" alone on a line, numbered items; date, time and venue; membership."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.kinds.letterhead import body_in, opening_start
from pipeline.kinds.lines import Line, window
from pipeline.kinds.marks import Mark
from pipeline.language.bodies import committee, committee_line, meeting_body
from pipeline.language.dates import first_date
from pipeline.language.wording import plain

AGENDA = re.compile(
    r"(?:public\s+)?agenda(?:\s*[-–:]\s*part \w+)?|order of business|clár(?: oibre)?|business to be transacted|summons and agenda|"
    r"agenda items?",
    re.IGNORECASE,
)
OF_BODY = re.compile(r"(?P<body>.{3,80}?)(?:\s*[:–—-]\s*|\s+)agenda", re.IGNORECASE)
""" "Adults and Communities Committee: agenda"."""
SUMMONS = re.compile(
    r"\b(?:hereby\s+(?:summoned|given|invited)|you are (?:requested|invited|summoned)|notice of (?:a |the )?meeting|will be held|"
    r"to be held)\b",
    re.IGNORECASE,
)
COVER_LABEL = re.compile(r"(?:date|time|venue|place|location)(?: of meeting| and time)?\s*[:\t]\s*\S.*|membership\b.{0,40}", re.IGNORECASE)
ITEM = re.compile(
    r"(?:[-•]\s*)?(?:item\s+)?(?P<number>\d{1,2}[a-z]?|\d{3}(?=[.):])|\d{1,4}/\d{1,4})(?:[.):]\s*|\s+)(?P<title>\S.*)", re.IGNORECASE
)
"""Councils that number on all year reach "117." and "24/117"."""
STANDING = re.compile(
    r"\b(?:apologies|minutes|declarations?|urgent|public question|substitut|exclusion of (?:the )?(?:press|public))", re.IGNORECASE
)
LOOSE_END = re.compile(r"\s+(?:to be held|held)?\s*(?:on|at|of|in)\s*$", re.IGNORECASE)
""" "Summons to a meeting on", with the day on a line of its own."""
FAR = 60
SUMMONS_LINES = 12


def marks(found: Sequence[Line]) -> Iterator[Mark]:
    """The cover at the head of the file and each agenda."""
    for line in found:
        text = line.text.strip(" :")
        of = OF_BODY.fullmatch(text)
        if (AGENDA.fullmatch(text) or (of and committee_line(of["body"]))) and _lists_items(found, line.at):
            start = line.at if AGENDA.fullmatch(text) else opening_start(found, line.at)
            cover = _cover(found, start)
            if cover:
                yield cover
            yield Mark(start, "agenda", plain(line.text).strip(" :"), 6, None, None, _date(found, line.at), _body(found, line.at))
    yield from _summons(found)


def _summons(found: Sequence[Line]) -> Iterator[Mark]:
    """A summons with items and without the word: parish councils send one."""
    head = found[:SUMMONS_LINES]
    if any(AGENDA.fullmatch(line.text.strip(" :")) for line in found[:FAR]) or not head:
        return
    at = next((line.at for line in head if SUMMONS.search(line.text)), None)
    if at is not None and _lists_items(found, at):
        yield Mark(0, "agenda", head[0].text.strip(" :"), 5, None, None, _date(found, min(len(found), at + 4)), _body(found, at))


def _lists_items(found: Sequence[Line], index: int) -> bool:
    """Numbered items follow, one of them a standing one."""
    near = found[index + 1 : index + FAR]
    numbered = [match for line in near for match in [ITEM.fullmatch(line.text)] if match]
    return len(numbered) >= 2 and any(STANDING.search(line.text) for line in near)


def _cover(found: Sequence[Line], agenda: int) -> Mark | None:
    """What stands before the agenda, where it is more than the letterhead."""
    start = 0 if agenda <= FAR else _cover_start(found, agenda)
    if start is None or agenda - start < 4:
        return None
    first = " ".join(line.text for line in found[start:agenda] if line.block is found[start].block)
    title = body_in(found, start, agenda) or first
    return Mark(start, "cover", LOOSE_END.sub("", title).strip(" :"), 4, None, None, _date(found, agenda), _body(found, agenda))


def _cover_start(found: Sequence[Line], agenda: int) -> int | None:
    for at in range(agenda - 1, max(0, agenda - FAR), -1):
        if COVER_LABEL.fullmatch(found[at].text) and any(COVER_LABEL.fullmatch(line.text) for line in found[at + 1 : at + 6]):
            return opening_start(found, at)
    return None


def _date(found: Sequence[Line], agenda: int) -> str | None:
    """The meeting's date: on a "Date:" line, else in the summons or the letterhead; a letter's own date comes last."""
    before = found[max(0, agenda - FAR) : agenda]
    labelled = [line.text for line in before if COVER_LABEL.fullmatch(line.text)]
    whole = window(before, 0, FAR)
    summons = [whole[match.end() : match.end() + 250] for match in SUMMONS.finditer(whole)]
    after = [line.text for line in found[agenda + 1 : agenda + 6] if not ITEM.fullmatch(line.text)]
    for text in (*labelled, *summons, *after, *(line.text for line in before)):
        date = first_date(text)
        if date:
            return date
    return first_date(whole)


def _body(found: Sequence[Line], agenda: int) -> str | None:
    low = max(0, agenda - FAR)
    named = body_in(found, low, agenda + 4)
    text = window(found[low : agenda + 4], 0, FAR)
    return named or committee(text) or meeting_body(text)
