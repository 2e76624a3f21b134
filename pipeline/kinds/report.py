"""Officer reports and briefing notes: a header of labels and values, "Report of the ...", or a title and "Purpose of report"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.kinds.letterhead import REACH, is_opening, label_of, opening_start
from pipeline.kinds.lines import Line
from pipeline.kinds.marks import Mark
from pipeline.language.bodies import committee, committee_line
from pipeline.language.dates import first_date
from pipeline.language.wording import words

STRONG = frozenset(
    (
        "report title",
        "title of report",
        "report to",
        "date of meeting",
        "meeting date",
        "subject",
        "briefing note",
        "report author",
        "report of",
        "report by",
        "report name",
    )
)
"""Labels that only reports print; two labels with one of these are a header."""
ENOUGH = 2
MOST_TITLE_WORDS = 25
REPORT_OF = re.compile(r"(?:a\s+)?(?:joint\s+)?report\s+(?:of|by|from)\s+(?:the\s+)?.{3,120}", re.IGNORECASE)
OPENS_REPORT = re.compile(
    r"(?:\d+\.?0?\s+)?(?:purpose(?: of (?:the )?(?:report|paper|note))?|executive summary|summary|introduction|recommendations?|"
    r"decisions? required)\b.{0,30}",
    re.IGNORECASE,
)
ENDS = re.compile(
    r"if you (?:need|require|would like) this (?:report|document|agenda|information|publication|briefing)\b|for (?:a )?(?:copy|"
    r"copies) of this .{0,40}(?:large print|braille)",
    re.IGNORECASE,
)
"""The notice about large print and other languages closes a paper."""
VALUE = re.compile(r"\d{1,3}[a-z]?(?:\.\d+)*", re.IGNORECASE)


def marks(found: Sequence[Line]) -> Iterator[Mark]:
    """Each header of a report."""
    skip = -1
    for line in found:
        if line.at <= skip:
            continue
        label = label_of(line)
        if label:
            mark, last = _header(found, line.at)
            if mark:
                skip = last
                yield mark
        elif REPORT_OF.fullmatch(line.text) and _opens(found, line.at):
            mark = _titled(found, line.at)
            if mark:
                yield mark


def _header(found: Sequence[Line], index: int) -> tuple[Mark | None, int]:
    told: dict[str, str] = {}
    names: set[str] = set()
    last = at = index
    while at < len(found) and at - index < REACH and at - last <= 3:
        label = label_of(found[at])
        if label:
            name, what, value = label
            if not value and at + 1 < len(found) and not label_of(found[at + 1]):
                at += 1
                value = found[at].text
            while (
                value
                and at + 1 < len(found)
                and found[at + 1].block is found[at].block
                and found[at].block.kind != "table"
                and not label_of(found[at + 1])
            ):
                at += 1
                value = f"{value} {found[at].text}"
            names.add(name)
            told.setdefault(what, value)
            last = at
        at += 1
    if len(names) < ENOUGH or not names & STRONG or not _is_report(names):
        return None, index
    start = opening_start(found, index)
    title = told.get("title") or _title_near(found, start, index, last)
    number = VALUE.search(told.get("item", "")) or _item_above(found, start, index)
    heads = [found[i].text for i in range(start, index) if committee_line(found[i].text)]
    body = (
        committee_line(heads[-1])
        if heads
        else committee(told.get("body", "")) or committee_line(re.split(r"\s[–-]\s|,\s", told.get("body", ""))[0])
    )
    mark = Mark(
        start,
        "report",
        _whole_title(title),
        5,
        number[0] if number else None,
        None,
        first_date(told.get("date") or told.get("body", "")),
        body,
    )
    return mark, last


def _is_report(names: set[str]) -> bool:
    """A letter or an e-mail has "To", "From", "Date" and "Subject" too; it has no label of a report's own."""
    return bool(names - {"to", "from", "date", "title", "for", "subject", "status", "item"}) or {"from", "to", "subject"} <= names


def _item_above(found: Sequence[Line], start: int, index: int) -> re.Match[str] | None:
    for line in found[start:index]:
        match = re.search(r"item\s*(?:no\.?|number)?\s*[:.]?\s*(\d{1,3}[a-z]?)", line.text, re.IGNORECASE)
        if match:
            return VALUE.search(match[1])
    return None


def _title_near(found: Sequence[Line], start: int, index: int, last: int) -> str:
    """Where no label gives the title: the line above the labels that is no opening line, or the first below them."""
    for at in (*range(index - 1, start - 1, -1), start - 1, last + 1):
        text = found[at].text if 0 <= at < len(found) else ""
        if text and not is_opening(found[at]) and not label_of(found[at]) and len(words(text)) <= MOST_TITLE_WORDS:
            return text
    return found[index].text


def _whole_title(title: str) -> str:
    return " ".join(title.split()).strip(" .:")


def _opens(found: Sequence[Line], index: int) -> bool:
    """ "Report of the Director" opens a report where its first headings follow; in an agenda it stands under each item."""
    near = found[index + 1 : index + 12]
    return any(OPENS_REPORT.fullmatch(line.text) for line in near)


def _titled(found: Sequence[Line], index: int) -> Mark | None:
    start = opening_start(found, index)
    above = [line for line in found[max(0, index - 4) : index] if not is_opening(line) and len(words(line.text)) <= 20]
    below = found[index + 1 : index + 2]
    title = above[-1].text if above and above[-1].at >= start - 2 else below[0].text if below else ""
    if above and above[-1].at < start:
        start = opening_start(found, above[-1].at)
    date = next((d for line in found[start : index + 4] for d in [first_date(line.text)] if d), None)
    body = next((b for line in found[start : index + 1] for b in [committee_line(line.text)] if b), None)
    return Mark(start, "report", _whole_title(title), 3, None, None, date, body)
