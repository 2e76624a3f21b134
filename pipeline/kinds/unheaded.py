"""Minutes that no heading calls so: a file whose head names a meeting and whose lines tell what was done at it.

Clerks send "Full Council meeting, 20/08/2019", "The Monthly Meeting of the Council was held on ...", or a body's name over a day. What
tells minutes from an agenda is the tense: apologies "were received", it "was agreed".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.kinds.letterhead import dated_body
from pipeline.kinds.lines import Line, window
from pipeline.kinds.marks import Mark
from pipeline.kinds.minutes import PRESENT, body_of, heading
from pipeline.language.dates import dates, first_date

OF_MEETING = re.compile(
    r"\b(?:meetings?|minutes?|council|committee|forum|panel|board|cabinet|executive|assembly|authority)\b", re.IGNORECASE
)
_HEARD = r"(?:received|intimated|submitted|given|noted|recorded|accepted)"
_PASSED = r"(?:agreed|approved|accepted|confirmed|signed|adopted|noted|taken|received)"
TOLD = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\bapologies\b.{{0,80}}\b(?:was|were|had been)\b.{{0,30}}\b{_HEARD}\b|\bapologies\b.{{0,20}}\b{_HEARD} from\b|\bno apologies\b",
        r"\bit was (?:\w+ly )?(?:resolved|agreed|noted|proposed|moved|decided)\b|\b(?-i:AGREED|NOTED)\b|\bresolved\b",
        r"\bproposed\b.{0,90}\bseconded\b|\bseconded\s*(?:by|:)",
        rf"\bminutes\b.{{0,120}}\b(?:was|were)\b.{{0,40}}\b{_PASSED}\b",
        r"\b(?:clerk|chair\w*|councillor \w+|cllr\.? \w+|members|officers?)\s+(?:reported|advised|noted|agreed|asked|explained|welcomed)\b",
        r"\bmeeting\s+(?:was\s+)?(?:closed|opened|adjourned|concluded|ended|finished)\b",
    )
)
"""What only a record says; each form counts once."""
FORESEEN = re.compile(
    r"\b(?:hereby summoned|summoned to attend|you are (?:invited|requested)|will be held|notice is (?:hereby )?given)\b", re.IGNORECASE
)
STANDING = (
    re.compile(r"\bapologies\b", re.IGNORECASE),
    re.compile(r"\b(?:declarations?|disclosures?) of\b.{0,40}\binterests?\b", re.IGNORECASE),
    re.compile(r"\bminutes of\b|\bprevious minutes\b", re.IGNORECASE),
    re.compile(r"\bmatters arising\b|\bnext meeting\b", re.IGNORECASE),
    re.compile(rf"{PRESENT.pattern}|.{{0,40}}\bpresent\s*[:/].*", re.IGNORECASE),
)
"""What meetings have on their agendas, and who was there."""
HEAD, WITHIN = 14, 6000
"""Lines in which the meeting is named, and within which it tells what it did."""
NEEDED = 2
"""So many forms of telling, and so many standing matters."""
LONGEST_HEAD = 200


def marks(found: Sequence[Line]) -> Iterator[Mark]:
    """One mark for the whole file, where it is such a record."""
    if len(tells(found)) < NEEDED or sum(any(p.search(line.text) for line in found[:WITHIN]) for p in STANDING) < NEEDED:
        return
    head = [line for line in found[:HEAD] if len(line.text) < LONGEST_HEAD]
    if any(FORESEEN.search(line.text) for line in head):
        return
    named = next((line for line in head if OF_MEETING.search(line.text)), None)
    dated = next((line for line in head if any(day.whole for day in dates(line.text))), None)
    if named and dated:
        near, both = window(found, named.at, 3), dated_body(dated.text)
        body = both[1] if both else body_of(found, 0, dated.at, near)
        yield Mark(0, "minutes", heading(near), 5, None, None, first_date(dated.text), body)


def tells(found: Sequence[Line]) -> list[re.Pattern[str]]:
    """The forms of telling that stand in these lines."""
    return [pattern for pattern in TOLD if any(pattern.search(line.text) for line in found[:WITHIN])]
