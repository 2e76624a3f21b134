"""Minutes: "Minutes of a meeting of ... held on ...", who was present, and "The meeting closed at ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.kinds.letterhead import body_in, is_opening, opening_start
from pipeline.kinds.lines import Line, window
from pipeline.kinds.marks import Mark
from pipeline.language.bodies import committee, committee_line, meeting_body
from pipeline.language.dates import dates, first_date
from pipeline.language.wording import plain

OPENING = re.compile(
    r"(?:(?:draft|unconfirmed|unapproved|confirmed|approved|public)\s+)?(?:minutes(?:\s*(?:of|from|for)\b.{0,160}|\s*)|"
    r"minute\s+of\s+(?:(?:a|an|the)\s+)?(?:[\w-]+\s+){0,3}(?:meeting|proceedings)\b.{0,160}|"
    r"(?:proceedings|notes|record)\s+(?:of|from)\b.{0,60}\b(?:meeting|proceedings)\b.{0,100})|"
    r"at\s+(?:a|an|the)\s+.{0,40}meeting\s+of\b.{0,160}",
    re.IGNORECASE,
)
MEETING = re.compile(r"\b(?:meeting|proceedings|committee|council|cabinet|held)\b", re.IGNORECASE)
BODY_FIRST = re.compile(
    r"(?!\d).{0,90}\b(?:committee|council|cabinet|board|panel|forum|executive|commission|district)\s+minutes\s+of\s+(?:the|a|"
    r"an)\s+.{0,40}?(?:meeting|proceedings)\b.*",
    re.IGNORECASE,
)
"""The letterhead run into the heading: "Adults' Committee Minutes of the Meeting Held on ..."."""
CHAIRED = re.compile(r"(?:(?:members|councillors)\s+)?present\s*[:–-].*|(?:councillor|cllr)\b.{0,50}\bin the chair\b.*", re.IGNORECASE)
"""Who was there: under a body's name and a date it opens minutes that do not call themselves so."""
DECIDED = re.compile(r"\b(?:RESOLVED|AGREED|DECISION|NOTED)\b|\b(?i:resolved|agreed)\s*[:–-]")
UNNAMED = 400
"""Lines within which such minutes decide something."""
PRESENT = re.compile(
    r"(?:(?:members|councillors|also|those|committee members)\s+)?(?:present|in attendance|attendance|attendees|"
    r"in the chair)\b.{0,90}|apologies\b.{0,60}",
    re.IGNORECASE,
)
CLOSING = re.compile(
    r"(?:the\s+|this\s+)?(?:chair\w*\s+(?:declared|closed)\s+the\s+)?(?:meeting|committee|session|proceedings|council)\s+(?:was\s+|"
    r"were\s+|then\s+)?(?:declared\s+)?"
    r"(?:closed|finished|ended|concluded|rose|terminated|adjourned|dissolved)\b.{0,60}"
    r"|.{0,80}\bno (?:further|other) business.{0,120}|\(?end of (?:the )?(?:meeting|minutes)\)?\.?|this concluded the .{0,30}",
    re.IGNORECASE,
)
REPORT_ENDS = re.compile(r"if you (?:need|require|would like) this", re.IGNORECASE)
SIGNED = re.compile(
    r"(?:signed|chair(?:man|person)?|cathaoirleach|mayor|dated?|clerk|meetings administrator)\b.{0,60}|.{0,60}\b(?:chair(?:man|"
    r"person)?|cathaoirleach),?|[_.…\s]+|(?:chair\w*|signed)?[\s_.…:]+(?:dated?)?[\s_.…:]+",
    re.IGNORECASE,
)
PLACE = re.compile(r",?\s+(?:which was\s+)?held\s+(?:at|in|via|on)\b", re.IGNORECASE)
PLACE_BEFORE_DATE = 30
NAMELESS = re.compile(
    r"(?:\w+ )?minutes? of (?:the |an? )?(?:(?:monthly|ordinary|special|extraordinary|regular|quarterly|remote|virtual) )?"
    r"(?:meeting|proceedings)",
    re.IGNORECASE,
)
"""A heading that says of which body and when only after the place, or nowhere."""
NEAR = 60
"""Lines within which minutes name who was there."""
HELD = re.compile(r"\bheld\b|\bon\b", re.IGNORECASE)


def marks(found: Sequence[Line]) -> Iterator[Mark]:
    """Each heading of minutes."""
    for line in found:
        if not (OPENING.fullmatch(line.text) or BODY_FIRST.fullmatch(line.text)) or line.text[:1].islower():
            continue
        near = _opening_words(found, line.at)
        if not MEETING.search(near[:300]) or not _names_attendance(found, line.at):
            continue
        start = opening_start(found, line.at)
        yield Mark(start, "minutes", heading(near), 6, None, None, date_of(found, start, line.at), body_of(found, start, line.at, near))
    yield from _unnamed(found)


def _unnamed(found: Sequence[Line]) -> Iterator[Mark]:
    """Minutes under the body's name and the date alone: who was there stands where the word "minutes" is missing."""
    for line in found:
        if not CHAIRED.fullmatch(line.text):
            continue
        start = max(opening_start(found, line.at), next(each.at for each in found if each.page == line.page))
        above = window(found, start, line.at - start)
        date, body = first_date(above), body_in(found, start, line.at)
        if date and body and any(DECIDED.search(each.text) for each in found[line.at : line.at + UNNAMED]):
            day = next(iter(dates(above)))
            yield Mark(start, "minutes", f"{body}, {above[day.start : day.end]}", 5, None, None, date, body)


def _names_attendance(found: Sequence[Line], index: int) -> bool:
    return any(PRESENT.match(line.text) and len(line.text) < 400 for line in found[index + 1 : index + NEAR])


def _opening_words(found: Sequence[Line], index: int) -> str:
    """The heading with the lines that it runs on in, some of which may hold one word."""
    text = ""
    for line in found[index : index + 14]:
        if len(text) > 260 or (text and PRESENT.match(line.text)):
            break
        text = f"{text} {line.text}".replace("- ", "-") if text.endswith("-") else f"{text} {line.text}"
    return text.strip()


def heading(near: str) -> str:
    """The heading up to its date; without it where the place stands between, unless nothing is left that names the meeting."""
    whole = plain(near)
    place = PLACE.search(whole)
    bare = place is not None and NAMELESS.fullmatch(whole[: place.start()]) is not None
    for found in dates(whole[:400]):
        if found.whole and (bare or not (place and found.start - place.start() > PLACE_BEFORE_DATE)):
            return whole[: found.end].strip(" ,.*")
    return (whole[: place.start()] if place else whole[:120]).strip(" ,.:")


def date_of(found: Sequence[Line], start: int, index: int) -> str | None:
    """The meeting's own date: in the heading, else among the lines that follow it before the first item."""
    return first_date(window(found, index, 14)[:600]) or first_date(window(found[start:index], 0, 4))


def body_of(found: Sequence[Line], start: int, index: int, near: str) -> str | None:
    named = body_in(found, start, index)
    if named:
        return named
    first = near[:300].replace("- ", "-")
    return committee(re.split(r"\bminutes\b", first, flags=re.IGNORECASE)[0]) or committee(first) or meeting_body(first)


def end(found: Sequence[Line], index: int) -> int | None:
    """The first line after minutes that close at line `index`: after the signatures; None where nothing closes here."""
    if not CLOSING.fullmatch(found[index].text) or len(found[index].text) > 160:
        return None
    at = index + 1
    while (
        at < len(found)
        and at - index < 8
        and (SIGNED.fullmatch(found[at].text) or (found[at].gap <= 1 and not found[at].top and committee_line(found[at].text)))
    ):
        at += 1
    begins_anew = at < len(found) and (found[at].top or (at > 0 and found[at].page != found[index].page))
    return at if begins_anew or at >= len(found) or is_opening(found, at) or REPORT_ENDS.match(found[at].text) else None
