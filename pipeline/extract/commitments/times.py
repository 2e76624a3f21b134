"""By when a promise is to be kept: the times of its sentence, else of the heading or lead-in that announces it.

A time that names a year only by when it was said ("this year", "the current financial year", "by the end of May") has that
year put in brackets behind it, so that a deadline can be read away from its paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.commitments.signs import Place, announced
from pipeline.language.dates import ENGLISH
from pipeline.language.deadlines import Deadline, deadlines, named_times

MOST_DEADLINES = 2
LONGEST_HEADING = 15
"""Words: longer lead-ins are sentences with times of their own."""
_PROGRAMME = re.compile(
    r"\b(?:programme|priorities|action plan|actions|objectives|commitments|work plan|delivery plan|ambitions?|goals?|aims"
    r"|targets|pledges|promises|intentions|milestones|timetable|next steps)\b",
    re.IGNORECASE,
)
_LEAD = re.compile(r"^(?:by|in|during|on|for|within the|due|scheduled for)\s+", re.IGNORECASE)
_FROM = re.compile(r"from\b", re.IGNORECASE)
"""Of "from April 2031 to March 2033" and "to March 2033 from March 2032" the end counts."""
_WRITTEN_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_OWN_YEAR = re.compile(r"\b(?P<which>this|the current|the present|next|the coming|the following) (?:\w+ )?year\b", re.IGNORECASE)
_MONTH = re.compile(rf"\b(?:{'|'.join(ENGLISH)})\b", re.IGNORECASE)
_ANY_YEAR = re.compile(r"\b(?:this|the current|the present|the|in) (?:\w+ )?year\b", re.IGNORECASE)


def deadline_of(text: str, place: Place) -> tuple[list[str], str | None, bool]:
    """The deadlines of a sentence as printed, the last day that they allow, and whether they come from above it."""
    own = _best([*deadlines(text, said=place.said), *named_times(text, said=place.said)], place.said)
    above = next(_announced_times(place), [])
    if not own:
        return _printed(above, place.said), _last(above), bool(above)
    if above and not _last(own) and any(_ANY_YEAR.search(d.text) for d in own):
        return [f"{words} ({_printed(above, place.said)[0]})" for words in _printed(own, None)], _last(above), True
    return _printed(own, place.said), _last(own), False


def _announced_times(place: Place) -> Iterator[list[Deadline]]:
    for title in dict.fromkeys((place.heading, *reversed(place.headings))):
        if len(title.split()) <= LONGEST_HEADING and (announced(title) == "to come" or _PROGRAMME.search(title)):
            found = _best([*deadlines(title, said=place.said), *named_times(title, said=place.said)], place.said)
            if found and not (place.said and found[-1].iso and found[-1].iso < place.said):
                yield found[-1:]


def _best(found: Sequence[Deadline], said: str | None) -> list[Deadline]:
    """The firmest times that are not over, at most two of them, in reading order."""
    open_ = [d for d in found if not (said and d.iso and d.iso[:4] < said[:4])]
    open_ = [d for d in open_ if not (said and d.iso and d.iso < said)] or open_
    open_ = [d for d in open_ if not (_FROM.match(d.text) and any((o.iso or "") > (d.iso or "9") for o in open_))]
    firmest = max((d.strength for d in open_), default=0)
    return [d for d in open_ if d.strength == firmest][:MOST_DEADLINES]


def _printed(found: Sequence[Deadline], said: str | None) -> list[str]:
    return [_LEAD.sub("", f"{d.text}{_year(d, said)}") for d in found]


def _year(deadline: Deadline, said: str | None) -> str:
    """The year that "this year" or "by the end of May" means, in brackets: of its last day, else the one it was said in."""
    if not said or _WRITTEN_YEAR.search(deadline.text):
        return ""
    if deadline.last_day and _MONTH.search(deadline.text):
        return f" ({deadline.last_day.year})"
    which = _OWN_YEAR.search(deadline.text)
    if not which:
        return ""
    if deadline.last_day and deadline.last_day.month != 12:
        return f" ({deadline.last_day.year - 1}/{deadline.last_day.year % 100:02})"
    later = which["which"].lower() not in ("this", "the current", "the present")
    return f" ({int(said[:4]) + later})"


def _last(found: Sequence[Deadline]) -> str | None:
    return max((d.iso for d in found if d.iso), default=None)
