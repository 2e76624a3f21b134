"""Which units are headings: told by mark-up, numbering, type, and by what a short line says and what stands around it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.model.documents import Bookmark, Part
from pipeline.split import cues
from pipeline.split.numbering import depth, key
from pipeline.split.outline import bookmark_of, contents
from pipeline.split.titles import LABELLED, MANY, WH_CLAUSE, is_value, never, title_like
from pipeline.split.units import Unit

MANY_NUMBERED = 28
FEW_DOTTED = 14
FEW_UNMARKED = 16
"""Words of a title that only its place tells from text."""
MANY_CAPTION = 32
SHORT_REST = 60
"""A value after a heading's colon ("Legal implications: None") may be this long for the heading to stand on the same line."""
RUN_IN = re.compile(r"^(?P<title>[A-Z][^:.?!]{1,90}?(?:\([^)]*\))?):\s+(?=\S)")
LONGEST_JUMP = 5
BIGGER = 1.12
"""Type this much larger than the body's marks a heading."""
RELATIVE = re.compile(r";|\b(?:that|which|who|so)\b")
PAPERS = re.compile(r"background (?:papers|documents)|list of background.*|appendices|attachments|enclosures|useful links|references|contents?", re.IGNORECASE)
"""Sections that list titles of other papers."""
LISTED = re.compile(r"^(?:appendix|annexe?) \w{1,3}\b", re.IGNORECASE)


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
    """A heading of these units, its title without stars, colon and page reference."""
    title = clean_title(title)
    level = unit.block.level if unit.block.kind == "heading" else None
    standing = bool(cues.BOILERPLATE_HEADING.fullmatch(title))
    return Heading(unit.index, last.index, number, title, unit.start, end if end is not None else last.end, run_in, unit.block.size or 0.0, level, None, standing)


def clean_title(title: str) -> str:
    title = re.sub(r"\s*(?:\(?pages?\s+\d[\d\s–-]*\)?)$", "", title.replace("*", "").strip(), flags=re.IGNORECASE)
    return title.strip(" :").strip()


def candidates(part: Part, units: Sequence[Unit], body: float, bookmarks: Sequence[Bookmark] = ()) -> list[Heading]:
    """Headings of one part, in order; the part's own title among them where it looks like one."""
    finder = _Finder(part, units, body, bookmarks)
    found: list[Heading] = []
    at = 0
    while at < len(units):
        heading = finder.at(at)
        if heading:
            found.append(heading)
            finder.note(heading)
            at += heading.last - heading.unit
        at += 1
    return _without_lists(found, units)


def _without_lists(found: list[Heading], units: Sequence[Unit]) -> list[Heading]:
    """Labels that each have one value line under them ("Assessing needs / Score: 2") are a list, not sections."""
    offset = units[0].index if units else 0
    taken = {h.unit: h for h in found}
    kept = []
    for heading in found:
        value = heading.last + 1 - offset
        alone = not heading.number and value < len(units) and is_value(units[value].text) and (value + 1 >= len(units) or units[value + 1].index in taken)
        if not alone:
            kept.append(heading)
    return kept


class _Finder:
    """Looks at one unit of a part after the other."""

    def __init__(self, part: Part, units: Sequence[Unit], body: float, bookmarks: Sequence[Bookmark] = ()) -> None:
        self.part, self.units, self.body, self.bookmarks = part, units, body, bookmarks
        self.ordered = _ordered_numbers(part, units)
        self.titles = Counter(_key(u.words) for u in units if u.block.kind != "table" and len(u.words) < 90)
        self.plain_titles = {_key(u.words) for u in units if not u.words.rstrip().endswith(":")}
        self.entries = contents(units)[1]
        self.under = ""

    def note(self, heading: Heading) -> None:
        self.under = heading.title

    def at(self, i: int) -> Heading | None:
        unit = self.units[i]
        if unit.block.kind == "table" or i in self.entries:
            return None
        level = bookmark_of(unit, self.bookmarks) if self.bookmarks else None
        if level is not None:
            return replace(make(unit, unit, unit.words, unit.lead.number), bookmark=level)
        if unit.lead.number and not unit.lead.marker:
            return self._numbered(i)
        return self._plain(i)

    def _next(self, i: int) -> Unit | None:
        return self.units[i + 1] if i + 1 < len(self.units) else None

    # numbered ------------------------------------------------------------------------------------------------

    def _numbered(self, i: int) -> Heading | None:
        unit = self.units[i]
        number, words = unit.lead.number or "", unit.words
        if not words:
            return self._number_alone(i)
        if depth(number) == 1:
            return _over_lines(self.units, i, number) if i in self.ordered else None
        if self.part.kind in ("minutes", "agenda", "public_questions") and not unit.all_bold:
            return None
        if PAPERS.fullmatch(self.under) and not unit.all_bold:
            return None
        run_in = _run_in(unit)
        if run_in:
            return run_in
        after = self._next(i)
        if words.endswith(":") and not unit.all_bold and not cues.NAMED.fullmatch(words.rstrip(" :")) and (after is None or _is_item(after) or after.block.kind == "table"):
            return None
        most = MANY if unit.all_bold else FEW_DOTTED
        if title_like(words, most) and not (cues.LEAD_IN_END.search(words) and (words.endswith(":") or not unit.all_bold)):
            return _over_lines(self.units, i, number)
        return None

    def _number_alone(self, i: int) -> Heading | None:
        """A number on a line of its own, its title on the next."""
        after = self._next(i)
        if i not in self.ordered or after is None or after.lead.number or after.block.kind == "table" or not title_like(after.words, FEW_DOTTED):
            return None
        return make(self.units[i], after, after.words, self.units[i].lead.number)

    # plain ---------------------------------------------------------------------------------------------------

    def _plain(self, i: int) -> Heading | None:
        unit = self.units[i]
        text = unit.words
        if unit.lead.marker and not (unit.all_bold and unit.block.kind == "heading"):
            return None
        if unit.lead.dash:
            return self._dashed(i)
        if not text or not (text[0].isupper() or text[0].isdigit() or text[0] in "\"“‘'"):
            return None
        if unit.block.kind == "heading" and unit.block.level is not None:
            return None if never(text) and not cues.MOSTLY_NUMBERS.match(text) else _over_lines(self.units, i, None)
        if self._lists_appendices(i) or cues.NOTE.match(text):
            return None
        if self._captions_table(i) and self._starts_text(i):
            return _over_lines(self.units, i, None) if not never(text) else None
        if not self._stands_alone(i):
            return None
        if LABELLED.match(text) and len(text.split()) <= MANY_CAPTION:
            return _over_lines(self.units, i, None)
        if text.endswith(":") and not self._colon_heading(i):
            return None
        if self.part.kind in ("minutes", "agenda", "cover") and not (_standing(text) or (unit.all_bold and unit.block.size and title_like(text, FEW_DOTTED))):
            return None
        if _key(text) == _key(self.part.title) or self._signs(i):
            return None
        return _over_lines(self.units, i, None) if self._reads_as_title(i) else None

    def _reads_as_title(self, i: int) -> bool:
        unit = self.units[i]
        text = unit.words
        if self._heads_template(i):
            return title_like(text, MANY_CAPTION, verbs=MANY_CAPTION, stop=len(text.split()) < 9 and not cues.FINITE.search(text))
        styled = unit.block.size is not None
        if not title_like(text, MANY if styled else FEW_UNMARKED, verbs=9 if self._starts_text(i) else 4):
            return False
        if not styled and len(text.split()) > FEW_DOTTED - 4 and RELATIVE.search(text):
            return False
        named = cues.NAMED.fullmatch(text.strip(" :")) is not None
        return named or text.endswith((":", "?")) or WH_CLAUSE.match(text) is not None or not cues.LEAD_IN_END.search(text)

    def _signs(self, i: int) -> bool:
        """A name above its post."""
        after, text = self._next(i), self.units[i].words
        return after is not None and cues.ROLE_LINE.match(after.words) is not None and len(text.split()) <= 4 and text.istitle()

    def _dashed(self, i: int) -> Heading | None:
        """A bold title glued to a list dash, with items of the same depth after it: "- **Recruitment:**"."""
        unit, after = self.units[i], self._next(i)
        text = unit.words
        nested = after is not None and (after.block.level or 0) > (unit.block.level or 0)
        if unit.all_bold and text.endswith(":") and len(text.split()) <= FEW_DOTTED and not cues.LEAD_IN_END.search(text) and not nested:
            return make(unit, unit, text, None)
        return None

    def _stands_alone(self, i: int) -> bool:
        """Space around it, or type of its own."""
        unit, after = self.units[i], self._next(i)
        if unit.block.size is None:
            return unit.before > 1 and (after is None or after.before > 1 or after.block.kind == "table" or after.lead.dash is not None)
        return unit.all_bold or unit.block.kind == "heading" or (unit.block.size or self.body) >= BIGGER * self.body

    def _starts_text(self, i: int) -> bool:
        """A paragraph, a list, a table or another heading follows; nothing is cut before it."""
        before = self.units[i - 1] if i else None
        broken = before is not None and before.block.kind != "table" and len(before.text) > 60 and not re.search(r"[.!?:;][\"”’')]*$", before.text)
        return not broken and self._next(i) is not None

    def _captions_table(self, i: int) -> bool:
        """A title line just above a table."""
        after, text = self._next(i), self.units[i].words
        if after is None or after.block.kind != "table" or text.endswith((".", ":", ";", ",")) and not self.units[i].all_bold or self.part.kind in ("minutes", "agenda", "cover"):
            return False
        return len(text.split()) <= MANY_CAPTION and len(text.split()) > 1

    def _heads_template(self, i: int) -> bool:
        """The next unit is a title that the part repeats: "How will we achieve this?" """
        after = self._next(i)
        return after is not None and self.titles[_key(after.words)] >= 3 and title_like(after.words) and not self.titles[_key(self.units[i].words)] > 1

    def _colon_heading(self, i: int) -> bool:
        """A title that ends with a colon: a noun phrase that is no lead-in to a list."""
        text = self.units[i].words.rstrip(" :")
        if cues.NAMED.fullmatch(text):
            return True
        if cues.LEAD_IN_END.search(text):
            return False
        if self.titles[_key(text)] > 1 and _key(text) in self.plain_titles:
            return True
        after = self._next(i)
        if after is not None and _is_item(after) and len(text.split()) > 3:
            return False
        return len(text.split()) <= 12 and not cues.LEAD_IN_END.search(text) and not cues.FINITE.search(text) and not re.search(r"\b(?:we|they|you|I|us|our)\b", text)

    def _lists_appendices(self, i: int) -> bool:
        """One of several appendices named on neighbouring lines, or one that a report names among its sections."""
        if self.part.kind == "report" and LISTED.match(self.units[i].words):
            return True
        near = [self.units[j].words for j in (i - 1, i + 1) if 0 <= j < len(self.units)]
        return LISTED.match(self.units[i].words) is not None and any(LISTED.match(text) for text in near)


def _is_item(unit: Unit) -> bool:
    """A bullet or letter without a paragraph number."""
    return unit.lead.number is None and (unit.lead.dash is not None or unit.lead.marker is not None)


def _key(text: str) -> str:
    return text.strip(" :").casefold()


def _standing(text: str) -> bool:
    bare = text.strip(" :")
    return cues.NAMED.fullmatch(bare) is not None or cues.BOILERPLATE_HEADING.fullmatch(bare) is not None


def _over_lines(units: Sequence[Unit], i: int, number: str | None) -> Heading:
    """The heading, with a second printed line where the title runs on in bold or lower case just below."""
    unit = units[i]
    after = units[i + 1] if i + 1 < len(units) else None
    goes_on = after is not None and after.before == 1 and unit.all_bold and after.all_bold and not (after.lead.number or after.lead.marker or after.lead.dash)
    if after and goes_on and _same_type(unit, after) and after.text[:1].islower():
        return make(unit, after, f"{unit.words} {after.text}", number)
    return make(unit, unit, unit.words, number)


def _run_in(unit: Unit) -> Heading | None:
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
    end = next((source + at - start for start, source, length in unit.mended.runs if start <= at <= start + length), unit.end)
    return make(unit, unit, title, unit.lead.number, end, unit.lead.body + match.end())


# ---------------------------------------------------------------- whole numbers in order


def _ordered_numbers(part: Part, units: Sequence[Unit]) -> frozenset[int]:
    """Units whose whole number continues the part's own series: 1, 2, 3 ... and not a list's that begins again."""
    spots = [i for i, u in enumerate(units) if u.lead.number and depth(u.lead.number) == 1 and not u.lead.marker and u.block.kind != "table"]
    chosen: set[int] = set()
    last: int | None = None
    for i in spots:
        value = key(units[i].lead.number or "0")[0]
        if part.kind != "agenda" and _lists(units, i):
            continue
        if last is not None and not (last <= value <= last + LONGEST_JUMP):
            continue
        if last is None and value > 3 and part.kind not in ("minutes", "agenda"):
            continue
        if part.kind == "agenda" or not units[i].words or title_like(units[i].words, MANY_NUMBERED, verbs=MANY_NUMBERED, stop=len(units[i].words.split()) <= 12):
            chosen.add(i)
            last = value
    return frozenset(chosen)


def _lists(units: Sequence[Unit], i: int) -> bool:
    """A numbered list: after a lead-in, or with its next number on the very next line."""
    if units[i].all_bold and len(units[i].words.split()) <= MANY:
        return False
    before = units[i - 1] if i else None
    if before is not None and before.block.kind != "table" and before.text.endswith(":"):
        return True
    value = key(units[i].lead.number or "0")[0]
    nearby = [units[j] for j in (i - 1, i + 1) if 0 <= j < len(units)]
    return any(u.lead.number and depth(u.lead.number) == 1 and abs(key(u.lead.number)[0] - value) == 1 and not u.all_bold for u in nearby)


def _same_type(first: Unit, second: Unit) -> bool:
    return first.block.kind == second.block.kind and abs((first.block.size or 0) - (second.block.size or 0)) < 0.6


def body_size(units: Sequence[Unit]) -> float:
    """The commonest type size, by characters."""
    sizes: Counter[float] = Counter()
    for unit in units:
        if unit.block.size and unit.block.kind != "table":
            sizes[unit.block.size] += len(unit.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0
