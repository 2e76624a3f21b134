"""Officer reports and briefing notes: a header of labels and values, "Report of the ...", or a title and "Purpose of report"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.kinds.labels import REACH, label_of
from pipeline.kinds.letterhead import MOST_TITLE_WORDS, REPORT_OF, body_in, is_date, is_opening, opening_start, paragraph_text, title_above
from pipeline.kinds.lines import Line, window
from pipeline.kinds.marks import Mark
from pipeline.language.bodies import committee, committee_line
from pipeline.language.dates import first_date
from pipeline.language.wording import alike, words

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
        "cabinet report title",
        "report for",
        "report authorised by",
        "approved for submission by",
        "title/subject",
    )
)
"""Labels that only reports print; two labels with one of these are a header."""
ENOUGH = 2
ITEM_NUMBER = re.compile(r"(?:agenda\s+)?item\s*(?:no\.?|number)?\s*[:.]?\s*(?P<number>\d{1,3}[a-z]?)", re.IGNORECASE)
SAME_TITLE = 0.5
"""How alike the line above the labels and the title that they give must be to be one title printed twice."""
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
LABEL_LIKE = re.compile(r"(?:[A-Z][\w&/'’()-]*\s){0,5}[A-Z][\w&/'’()-]*\s?:(?=\s|$|[A-Z])")
""" "Organisation priority area: Growth": another label, if not one that is known."""
ITEM_BEFORE = re.compile(r"(?:agenda\s+)?item\s+(?:no\.?\s*)?(?P<number>\d{1,3}[a-z]?)\s*[:.–-]?\s+(?=\S)", re.IGNORECASE)
PREPARED = re.compile(r"\s*\((?:report|paper)\s+(?:prepared|presented|written)\s+by\b.*", re.IGNORECASE)
""" "Homes (Report prepared by A Penhale)"."""
TO_WHOM = re.compile(r"to\s+(?:the\s+)?.*\b(?:committee|cabinet|council|board|panel|executive|forum)\b|(?:on|of|for)\s+\d", re.IGNORECASE)
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
        elif line.top and ITEM_NUMBER.fullmatch(line.text):
            mark = _under_item(found, line.at)
            if mark:
                yield mark
        elif REPORT_OF.fullmatch(line.text) and _opens(found, line.at):
            mark = _titled(found, line.at)
            if mark:
                yield mark


def _header(found: Sequence[Line], index: int) -> tuple[Mark | None, int]:
    """The mark of a report whose header begins at line `index`, and the header's last line; None where the labels are no report's."""
    told, names, last = _told(found, index)
    if len(names) < ENOUGH or not names & STRONG or not _is_report(names):
        return None, index
    above = title_above(found, index)
    start = opening_start(found, above[0] if above else index)
    title = told.get("title") or (above[1] if above else _title_below(found, index, last))
    if above and told.get("title") and alike(above[1], told["title"]) < SAME_TITLE:
        start = opening_start(found, index)
    number = VALUE.search(told.get("item", "")) or _item_above(found, start, index)
    date = first_date(told.get("date") or told.get("body", "")) or first_date(window(found[start:index], 0, 8))
    body = told.get("body", "")
    committee_ = committee(body) or body_in(found, start, index) or committee_line(re.split(r"\s[–-]\s|,\s", body)[0])
    return Mark(start, "report", _whole_title(title), 5, number[0] if number else None, None, date, committee_), last


def _under_item(found: Sequence[Line], index: int) -> Mark | None:
    """A report that opens with its title under "Agenda Item 6" at the head of a page, where sections follow."""
    match = ITEM_NUMBER.fullmatch(found[index].text)
    at = index + 1
    while at < len(found) and at - index < REACH and (is_opening(found, at) or is_date(found[at])):
        at += 1
    if match is None or at >= len(found) or not _opens(found, at):
        return None
    date = first_date(window(found[index:at], 0, REACH))
    return Mark(index, "report", _whole_title(paragraph_text(found, at)), 4, match["number"], None, date, body_in(found, index, at))


def _told(found: Sequence[Line], index: int) -> tuple[dict[str, str], set[str], int]:
    """What the labels from line `index` on tell, their names, and the last line that they take."""
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
            while value and _runs_on(found, at):
                at += 1
                value = f"{value} {found[at].text}"
            names.add(name)
            told.setdefault(what, value)
            last = at
        at += 1
    return told, names, last


def _runs_on(found: Sequence[Line], at: int) -> bool:
    """Whether a label's value goes on in the next printed line of its paragraph."""
    after = found[at + 1] if at + 1 < len(found) else None
    if after is None or after.block is not found[at].block or after.block.kind == "table":
        return False
    return not label_of(after) and not LABEL_LIKE.match(after.text)


def _is_report(names: set[str]) -> bool:
    """A letter or an e-mail has "To", "From", "Date" and "Subject" too; it has no label of a report's own."""
    return bool(names - {"to", "from", "date", "title", "for", "subject", "status", "item"}) or {"from", "to", "subject"} <= names


def _item_above(found: Sequence[Line], start: int, index: int) -> re.Match[str] | None:
    for line in found[start:index]:
        match = re.search(r"item\s*(?:no\.?|number)?\s*[:.]?\s*(\d{1,3}[a-z]?)", line.text, re.IGNORECASE)
        if match:
            return VALUE.search(match[1])
    return None


def _title_below(found: Sequence[Line], index: int, last: int) -> str:
    """Where neither a label nor a line above gives the title: the first line below the labels."""
    text = paragraph_text(found, last + 1) if last + 1 < len(found) else ""
    return text if 0 < len(words(text)) <= MOST_TITLE_WORDS else found[index].text


def _title_after(found: Sequence[Line], index: int) -> str:
    """The title below "Report of the Treasurer": behind its label, or the first line that does not tell to whom and when."""
    below = found[index + 1 : index + 1 + REACH]
    labelled = next((label[2] for line in below if (label := label_of(line)) and label[1] == "title" and label[2]), None)
    if labelled:
        return labelled
    at = index + 1
    while at < len(found) and at - index < REACH and _only_tells(found, at):
        at += 1
    return ITEM_BEFORE.sub("", paragraph_text(found, at), count=1) if at < len(found) else ""


def _only_tells(found: Sequence[Line], at: int) -> bool:
    """Whether a line tells to whom, when or for whom a report is, and not what of."""
    line = found[at]
    return bool(TO_WHOM.match(line.text) or is_opening(found, at) or is_date(line) or label_of(line) or LABEL_LIKE.match(line.text))


def _whole_title(title: str) -> str:
    return PREPARED.sub("", " ".join(title.split())).strip(" .:")


def _opens(found: Sequence[Line], index: int) -> bool:
    """ "Report of the Director" opens a report where its first headings follow; in an agenda it stands under each item."""
    near = found[index + 1 : index + 12]
    return any(OPENS_REPORT.fullmatch(line.text) for line in near)


def _titled(found: Sequence[Line], index: int) -> Mark | None:
    """A report that says whose it is under its title, and has no labels."""
    above = title_above(found, index)
    start = opening_start(found, above[0] if above else index)
    title = above[1] if above else _title_after(found, index)
    date = first_date(window(found[start : index + 4], 0, 8))
    return Mark(start, "report", _whole_title(title), 3, None, None, date, body_in(found, start, index + 1))
