"""Headings: what one is, and how it is cut out of the units that print it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.split import cues
from pipeline.split.gridded import slots
from pipeline.split.standing import is_standing_heading
from pipeline.split.titles import MANY, SHORT_TITLE, is_value, title_like
from pipeline.split.units import Unit

FEW_DOTTED = 14
SHORT_REST = 60
"""A value after a heading's colon ("Legal implications: None") may be this long for the heading to stand on the same line."""
RUN_IN = re.compile(r"^(?P<title>[A-Z][^:.?!]{1,90}?(?:\([^)]*\))?):\s+(?=\S)")
FILE_SIZE = re.compile(r"\s+(?:pdf icon\s+)?PDF\s\d[\d.,]*\s?[KM]B$")
"""What a committee system's page prints behind the title of a paper."""
MINUTED = re.compile(
    r"^(?:(?P<title>(?:To\s)?[A-Z][^:.?!–—]{1,110}?)(?:\s+[–—-]\s+|(?<=[a-z)]):\s+)|"
    rf"(?P<ended>{SHORT_TITLE.pattern}))(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading found: `unit` and, where it is printed on two lines, `last`."""

    unit: int
    last: int
    number: str | None
    title: str
    start: int
    end: int
    """Offsets in the document, the number included."""
    run_in: int = 0
    """Offset in the unit's text where running text begins on the heading's own line; 0 where nothing follows."""
    size: float = 0.0
    marked: int | None = None
    """The level that mark-up or style gives."""
    bookmark: int | None = None
    """The level of the bookmark that points here."""
    boilerplate: bool = False


def make(unit: Unit, last: Unit, title: str, number: str | None, end: int | None = None, run_in: int = 0) -> Heading:
    """A heading of these units, its title without stars, colon and page reference; of a title boxed beside its grade the title.
    Word's "Part II" before a title is of it, as it is where it is typed."""
    title = clean_title(slots(unit.block.grid).texts(0)[0] if unit.block.grid and unit.block.kind == "heading" else title)
    standing = is_standing_heading(title)
    if unit.block.marker and " " in unit.block.marker and not (unit.lead.number or unit.lead.marker):
        title = f"{unit.block.marker} {title}"
    return Heading(
        unit.index,
        last.index,
        number,
        title,
        unit.start,
        end if end is not None else last.end,
        run_in,
        unit.block.size or 0.0,
        unit.marked,
        None,
        standing,
    )


def clean_title(title: str) -> str:
    title = FILE_SIZE.sub("", title)
    title = re.sub(r"\s*(?:\(?pages?\s+\d[\d\s–-]*\)?)$", "", title.replace("*", "").strip(), flags=re.IGNORECASE)
    return title.strip(" :").strip()


def over_lines(units: Sequence[Unit], i: int, number: str | None) -> Heading:
    """The heading, with a second printed line where the title runs on in bold or lower case just below."""
    unit = units[i]
    after = units[i + 1] if i + 1 < len(units) else None
    goes_on = (
        after is not None
        and after.before == 1
        and unit.all_bold
        and after.all_bold
        and not (after.lead.number or after.lead.marker or after.lead.dash)
    )
    if after and goes_on and _same_type(unit, after) and after.text[:1].islower():
        return make(unit, after, f"{unit.words} {after.text}", number)
    return make(unit, unit, unit.words, number)


def run_in(unit: Unit) -> Heading | None:
    """ "7.2 Property: Not applicable": the title up to its colon, where it is bold or the value short."""
    match = RUN_IN.match(unit.words)
    if not match or len(match["title"].split()) > FEW_DOTTED:
        return None
    title, rest = match["title"].strip(), unit.words[match.end() :]
    at = unit.lead.body + match.end("title")
    bold = any(span.start <= unit.lead.body + 1 and span.end >= at - 1 for span in unit.bold)
    named = cues.NAMED.fullmatch(title) is not None or any(word in title.casefold() for word in ("implications", "assessment"))
    if not (bold or (len(rest) <= SHORT_REST and (named or len(title.split()) <= 6))):
        return None
    end = next((source + at + 1 - start for start, source, length in unit.mended.runs if start <= at < start + length), unit.end)
    return make(unit, unit, title, unit.lead.number, end, unit.lead.body + match.end())


def item_heading(units: Sequence[Unit], i: int, number: str, *, told: bool, followed: bool) -> Heading:
    """An item's own heading. What runs on behind its title is the minute (`told`: minutes are read), where the line is more than a
    title, or all that is said of the item (`followed`: the next item stands right below)."""
    words = units[i].words
    more = followed or i + 1 == len(units) or not title_like(words, MANY) or len(words.split()) > FEW_DOTTED
    return (_minuted(units[i]) if told and more else None) or over_lines(units, i, number)


def _minuted(unit: Unit) -> Heading | None:
    """ "7. Grounds contract – It was noted that ...": an item whose minute runs on behind its title."""
    match = MINUTED.match(unit.words)
    if not match or not unit.lead.number:
        return None
    title = match["title"] or match["ended"].rstrip(" .")
    at = unit.lead.body + len(title)
    end = next((source + at - start for start, source, length in unit.mended.runs if start <= at < start + length), unit.end)
    return make(unit, unit, title, unit.lead.number, end, unit.lead.body + match.end())


def _same_type(first: Unit, second: Unit) -> bool:
    return first.block.kind == second.block.kind and abs((first.block.size or 0) - (second.block.size or 0)) < 0.6


def body_size(units: Sequence[Unit]) -> float:
    """The commonest type size, by characters."""
    sizes: Counter[float] = Counter()
    for unit in units:
        if unit.block.size and unit.block.kind != "table":
            sizes[unit.block.size] += len(unit.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def without_values(found: list[Heading], units: Sequence[Unit]) -> list[Heading]:
    """Labels that each have one value line under them, one pair after another ("Assessing needs / Score: 2 / Safeguarding /
    Score: 3"), are a list, not sections; so is a lone label over a rating."""
    offset = units[0].index if units else 0
    taken = {heading.unit for heading in found}
    values = [_value_of(heading, units, offset, taken) for heading in found]
    kept = []
    for i, heading in enumerate(found):
        beside = [values[j] for j in (i - 1, i + 1) if 0 <= j < len(found)]
        listed = values[i] is not None and (
            any(value is not None for value in beside) or cues.RATING.fullmatch(values[i] or "") is not None
        )
        if not listed:
            kept.append(heading)
    return kept


def _value_of(heading: Heading, units: Sequence[Unit], offset: int, taken: set[int]) -> str | None:
    """The one value line that is all that stands under a heading; None where there is more or other text."""
    at = heading.last + 1 - offset
    if heading.number or at >= len(units) or not is_value(units[at].text):
        return None
    return units[at].text if at + 1 >= len(units) or units[at + 1].index in taken else None
