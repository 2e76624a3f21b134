"""Which units are headings: told by mark-up, numbering, type, and by what a short line says and what stands around it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.language.dates import first_date
from pipeline.model.documents import Part
from pipeline.split import cues
from pipeline.split.numbering import depth, key
from pipeline.split.units import Unit

MAX_WORDS = 18
MAX_NUMBERED_WORDS = 28
MAX_PLAIN_WORDS = 14
SHORT_REST = 60
"""A value after a heading's colon ("Legal implications: None") may be this long for the heading to stand on the same line."""
RUN_IN = re.compile(r"^(?P<title>[A-Z][^:.?!]{2,90}?(?:\([^)]*\))?):\s+(?=\S)")
LONGEST_JUMP = 5
BIGGER = 1.12
"""Type this much larger than the body's marks a heading."""
ENDS = re.compile(r"[.;,]$")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading found: `unit` and, where it is printed on two lines, `last`; `end` is where its title ends in the last unit's text."""

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
    bold: bool = False
    shouted: bool = False
    marked: int | None = None
    """The level that mark-up or style gives."""
    boilerplate: bool = False


def candidates(part: Part, units: Sequence[Unit], body: float) -> list[Heading]:
    """Headings of one part, in order; the part's own title left out."""
    ordered = _ordered_numbers(part, units)
    found: list[Heading] = []
    taken = -1
    for i, unit in enumerate(units):
        if i <= taken or unit.block.kind == "table":
            continue
        heading = _numbered(part, units, i, ordered) if unit.lead.number and not unit.lead.marker else _plain(part, units, i, body)
        if heading:
            found.append(heading)
            taken = i + heading.last - heading.unit
    return found


def make(unit: Unit, last: Unit, title: str, number: str | None, end: int | None = None, run_in: int = 0) -> Heading:
    """A heading of these units, its title without stars, colon and page reference."""
    title = clean_title(title)
    return Heading(
        unit.index, last.index, number, title, unit.start, end if end is not None else last.end, run_in, unit.block.size or 0.0, unit.all_bold,
        title.isupper(), unit.block.level if unit.block.kind == "heading" else None, bool(cues.BOILERPLATE_HEADING.fullmatch(title)),
    )


def clean_title(title: str) -> str:
    title = re.sub(r"\s*(?:\(?pages?\s+\d[\d\s–-]*\)?)$", "", title.replace("*", "").strip(), flags=re.IGNORECASE)
    return title.strip(" :").strip()


# ---------------------------------------------------------------- numbered


def _ordered_numbers(part: Part, units: Sequence[Unit]) -> frozenset[int]:
    """Units whose whole number continues the part's own series: 1, 2, 3 ... and not a list's that begins again."""
    spots = [i for i, u in enumerate(units) if u.lead.number and depth(u.lead.number) == 1 and not u.lead.marker and u.block.kind != "table"]
    chosen: set[int] = set()
    last = None
    for n, i in enumerate(spots):
        value = key(units[i].lead.number or "0")[0]
        following = spots[n + 1] if n + 1 < len(spots) else None
        in_list = part.kind != "agenda" and _lists(units, i, following)
        if in_list or (last is not None and not (last <= value <= last + LONGEST_JUMP)):
            continue
        if last is None and value > 3 and part.kind not in ("minutes", "agenda"):
            continue
        if _title_like(units[i], MAX_NUMBERED_WORDS) or part.kind == "agenda":
            chosen.add(i)
            last = value
    return frozenset(chosen)


def _lists(units: Sequence[Unit], i: int, following: int | None) -> bool:
    """A numbered list: after a lead-in, or its next number on the very next line."""
    if units[i].all_bold and len(units[i].words.split()) <= MAX_WORDS:
        return False
    before = units[i - 1] if i else None
    if before is not None and before.block.kind != "table" and before.text.endswith(":"):
        return True
    value = key(units[i].lead.number or "0")[0]
    nearby = [units[j] for j in (i - 1, i + 1) if 0 <= j < len(units)]
    return any(u.lead.number and depth(u.lead.number) == 1 and abs(key(u.lead.number)[0] - value) == 1 and not u.all_bold for u in nearby) and not _spread(units, i)


def _spread(units: Sequence[Unit], i: int) -> bool:
    """Agenda-like items on lines of their own, each a title."""
    return False


def _numbered(part: Part, units: Sequence[Unit], i: int, ordered: frozenset[int]) -> Heading | None:
    unit = units[i]
    number = unit.lead.number or ""
    words = unit.words
    if not words:
        return _number_alone(units, i, ordered)
    if depth(number) == 1:
        if i not in ordered:
            return None
        run_in = _run_in(unit)
        if run_in and part.kind != "agenda":
            return run_in
        return _over_lines(units, i, number)
    if part.kind in ("minutes", "agenda", "public_questions") and not unit.all_bold:
        return None
    run_in = _run_in(unit)
    if run_in:
        return run_in
    if _title_like(unit, MAX_PLAIN_WORDS) and (unit.all_bold or not ENDS.search(words) and not cues.LEAD_IN_END.search(words) and not _sentence(words)):
        return _over_lines(units, i, number)
    return None


def _number_alone(units: Sequence[Unit], i: int, ordered: frozenset[int]) -> Heading | None:
    """A number on a line of its own, its title on the next."""
    if i not in ordered or i + 1 >= len(units) or units[i + 1].lead.number or units[i + 1].block.kind == "table":
        return None
    after = units[i + 1]
    if len(after.text.split()) > MAX_PLAIN_WORDS or ENDS.search(after.text) or _never(after.text):
        return None
    return make(units[i], after, after.words, units[i].lead.number)


def _over_lines(units: Sequence[Unit], i: int, number: str | None) -> Heading:
    """The heading, with a second printed line where the title runs on in bold or lower case just below."""
    unit = units[i]
    after = units[i + 1] if i + 1 < len(units) else None
    if after and after.before == 1 and unit.all_bold and after.all_bold and not (after.lead.number or after.lead.marker or after.lead.dash) and _same_type(unit, after) and after.text[:1].islower():
        return make(unit, after, f"{unit.words} {after.text}", number)
    return make(unit, unit, unit.words, number)


def _run_in(unit: Unit) -> Heading | None:
    """ "7.2 Property: Not applicable": the title up to its colon, where it is bold or the value short."""
    match = RUN_IN.match(unit.words)
    if not match or len(match["title"].split()) > MAX_PLAIN_WORDS:
        return None
    rest = unit.words[match.end() :]
    at = unit.lead.body + match.end("title")
    bold = any(span.start <= unit.lead.body + 1 and span.end >= at - 1 for span in unit.bold)
    named = cues.NAMED.fullmatch(match["title"].strip()) is not None or "implications" in match["title"].casefold() or "assessment" in match["title"].casefold()
    if not (bold or (len(rest) <= SHORT_REST and (named or len(match["title"].split()) <= 6) and depth(unit.lead.number or "") > 1)):
        return None
    end = next((source + at - start for start, source, length in unit.mended.runs if start <= at <= start + length), unit.end)
    return make(unit, unit, match["title"], unit.lead.number, end, unit.lead.body + match.end())


# ---------------------------------------------------------------- plain


def _plain(part: Part, units: Sequence[Unit], i: int, body: float) -> Heading | None:
    unit = units[i]
    text = unit.words
    if unit.lead.marker and not (unit.all_bold and unit.block.kind == "heading"):
        return None
    if unit.lead.dash:
        return _dashed(unit)
    if not text or len(text.split()) > MAX_WORDS or _never(text) or (not text[0].isupper() and not text[0].isdigit() and text[0] not in "\"“‘'("):
        return None
    if unit.block.kind == "heading" and unit.block.level is not None:
        return _over_lines(units, i, None)
    if not _stands_alone(units, i, body) or ENDS.search(text):
        return None
    if unit.block.size and unit.block.size >= BIGGER * body and not cues.LEAD_IN_END.search(text):
        return _over_lines(units, i, None)
    if text.endswith(":") and not _colon_heading(units, i):
        return None
    if part.kind in ("minutes", "agenda", "cover") and not (_minutes_heading(text) or (unit.all_bold and _title_like(unit, MAX_PLAIN_WORDS))):
        return None
    return _over_lines(units, i, None) if _title_like(unit, MAX_PLAIN_WORDS) or unit.all_bold else None


def _dashed(unit: Unit) -> Heading | None:
    """A bold title glued to a list dash: "- **Recruitment:**"."""
    text = unit.words
    if unit.all_bold and text.endswith(":") and len(text.split()) <= MAX_PLAIN_WORDS and not cues.LEAD_IN_END.search(text):
        return make(unit, unit, text, None)
    return None


def _minutes_heading(text: str) -> bool:
    return cues.NAMED.fullmatch(text.strip(" :")) is not None or cues.BOILERPLATE_HEADING.fullmatch(text.strip(" :")) is not None


def _stands_alone(units: Sequence[Unit], i: int, body: float) -> bool:
    """Space around it, or type of its own; and text that it can head."""
    unit = units[i]
    after = units[i + 1] if i + 1 < len(units) else None
    if after is None:
        return False
    if unit.block.size is None:
        return unit.before > 1 and (after.before > 1 or after.block.kind in ("table", "item"))
    return unit.all_bold or unit.block.kind == "heading" or (unit.block.size or body) >= BIGGER * body


def _colon_heading(units: Sequence[Unit], i: int) -> bool:
    """A title that ends with a colon: a noun phrase, no lead-in."""
    text = units[i].words.rstrip(" :")
    if cues.NAMED.fullmatch(text):
        return True
    return len(text.split()) <= 9 and not cues.LEAD_IN_END.search(text) and not cues.FINITE.search(text) and not re.search(r"\b(?:we|they|you|I|us|our)\b", text)


def _title_like(unit: Unit, most: int) -> bool:
    """Short, without the full stop of a sentence, no person, value, address or date."""
    text = unit.words.strip()
    if not text or len(text.split()) > most or _never(text):
        return False
    if text.endswith(".") and len(text.split()) > 8:
        return False
    return not _sentence(text) or cues.QUESTION.match(text) is not None


def _sentence(text: str) -> bool:
    """Says something of something: a finite verb in more than a few words."""
    return len(text.split()) > 4 and cues.FINITE.search(text) is not None and not cues.QUESTION.match(text)


def _never(text: str) -> bool:
    bare = text.strip()
    return bool(
        not cues.LETTERS.search(bare)
        or cues.PAGE_MARK.match(bare)
        or cues.PERSON.match(bare)
        or cues.CONTACT.search(bare)
        or cues.VALUE_LINE.match(bare)
        or (first_date(bare) and len(bare.split()) <= 5)
        or cues.MOSTLY_NUMBERS.match(bare)
        or cues.QUOTED.match(bare)
    )


def _same_type(first: Unit, second: Unit) -> bool:
    return first.block.kind == second.block.kind and abs((first.block.size or 0) - (second.block.size or 0)) < 0.6


def body_size(units: Sequence[Unit]) -> float:
    """The commonest type size, by characters."""
    sizes: Counter[float] = Counter()
    for unit in units:
        if unit.block.size and unit.block.kind != "table":
            sizes[unit.block.size] += len(unit.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0
