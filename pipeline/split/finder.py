"""Which units are headings: told by bookmarks, mark-up, numbering, type, and by what a short line says and what stands around it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pipeline.language.bodies import committee_line
from pipeline.model.documents import Bookmark
from pipeline.model.structure import Part
from pipeline.split import cues
from pipeline.split.headings import FEW_DOTTED, Heading, item_heading, make, over_lines, run_in, without_values
from pipeline.split.numbered import number_alone, over_number
from pipeline.split.numbering import depth
from pipeline.split.order import between_numbers, divides, ordered_numbers, shouted_titles
from pipeline.split.outline import bookmark_of, contents
from pipeline.split.titles import LABELLED, MANY, WH_CLAUSE, is_standing, never, title_key, title_like
from pipeline.split.units import Unit

FEW_UNMARKED = 16
"""Words of a title that only its place tells from text."""
MANY_CAPTION = 32
BIGGER = 1.12
"""Type this much larger than the body's marks a heading."""
RELATIVE = re.compile(r";|\b(?:that|which|who|so)\b")
PAPERS = re.compile(
    r"background (?:papers|documents)|list of background.*|appendices|attachments|enclosures|useful links|references|contents?",
    re.IGNORECASE,
)
"""Sections that list titles of other papers."""
LISTED = re.compile(r"^(?:appendix|annexe?) \w{1,3}\b", re.IGNORECASE)


def candidates(part: Part, units: Sequence[Unit], body: float, bookmarks: Sequence[Bookmark] = ()) -> list[Heading]:
    """Headings of one part, in order; the part's own title among them where it looks like one."""
    finder = Finder(part, units, body, bookmarks)
    found: list[Heading] = []
    at = 0
    while at < len(units):
        heading = finder.at(at)
        if heading:
            found.append(heading)
            finder.note(heading)
            at += heading.last - heading.unit
        at += 1
    return without_values(found, units)


class Finder:
    """Looks at one unit of a part after the other."""

    def __init__(self, part: Part, units: Sequence[Unit], body: float, bookmarks: Sequence[Bookmark] = ()) -> None:
        self.part, self.units, self.body, self.bookmarks = part, units, body, bookmarks
        self.ordered = ordered_numbers(part, units)
        self.shouted = shouted_titles(units, self.ordered)
        self.titles = Counter(title_key(u.words) for u in units if u.block.kind != "table" and len(u.words) < 90)
        self.plain_titles = {title_key(u.words) for u in units if not u.words.rstrip().endswith(":")}
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
        return over_number(self.units, i, self.ordered) or self._plain(i)

    def _next(self, i: int) -> Unit | None:
        return self.units[i + 1] if i + 1 < len(self.units) else None

    # numbered ------------------------------------------------------------------------------------------------

    def _numbered(self, i: int) -> Heading | None:
        unit = self.units[i]
        number, words = unit.lead.number or "", unit.words
        if not words:
            return number_alone(self.units, i, self.ordered)
        if i in self.ordered:
            return item_heading(self.units, i, number, told=self.part.kind == "minutes", followed=i + 1 in self.ordered)
        if depth(number) == 1:
            return None
        if self.part.kind in ("minutes", "agenda", "public_questions") and not unit.all_bold:
            return None
        if (not unit.all_bold and PAPERS.fullmatch(self.under)) or "recommendation" in self.under.casefold():
            return None
        short = run_in(unit)
        if short:
            return short
        after = self._next(i)
        if (
            words.endswith(":")
            and not unit.all_bold
            and not cues.NAMED.fullmatch(words.rstrip(" :"))
            and (after is None or after.is_item or after.block.kind == "table")
        ):
            return None
        most = MANY if unit.all_bold else FEW_DOTTED
        broken = not unit.all_bold and cues.BROKEN_END.search(words)
        if title_like(words, most) and not broken and not (cues.LEAD_IN_END.search(words) and (words.endswith(":") or not unit.all_bold)):
            return over_lines(self.units, i, number)
        return None

    # plain ---------------------------------------------------------------------------------------------------

    def _plain(self, i: int) -> Heading | None:
        unit = self.units[i]
        text = unit.words
        if unit.lead.marker and unit.marked is None and not (unit.all_bold and unit.block.kind == "heading"):
            return None
        if unit.lead.dash:
            return self._dashed(i)
        if not text or not (text[0].isupper() or text[0].isdigit() or text[0] in "\"“‘'"):
            return None
        if unit.marked is not None:
            return None if never(text) and not cues.MOSTLY_NUMBERS.match(text) else over_lines(self.units, i, None)
        if self._lists_appendices(i) or cues.NOTE.match(text):
            return None
        if self._captions_table(i) and self._starts_text(i):
            return over_lines(self.units, i, None) if not never(text) else None
        if not self._stands_alone(i):
            return None
        if LABELLED.match(text) and len(text.split()) <= MANY_CAPTION:
            return over_lines(self.units, i, None)
        if text.endswith(":") and not self._colon_heading(i):
            return None
        if self.part.kind in ("minutes", "agenda", "cover") and committee_line(text):
            return None
        told = is_standing(text) or divides(self.units, i, self.ordered) or (unit.all_bold and unit.block.size) or i in self.shouted
        if self.part.kind in ("minutes", "agenda", "cover") and not (told and (is_standing(text) or title_like(text, FEW_DOTTED))):
            return None
        broken = cues.BROKEN_END.search(text) and not WH_CLAUSE.match(text)
        if broken or title_key(text) == title_key(self.part.title) or self._signs(i):
            return None
        return over_lines(self.units, i, None) if self._reads_as_title(i) else None

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
        leads = not styled and cues.LEAD_IN_END.search(text)
        return named or text.endswith((":", "?")) or WH_CLAUSE.match(text) is not None or not leads

    def _signs(self, i: int) -> bool:
        """A name above its post, or under the close of a letter."""
        after, text = self._next(i), self.units[i].words
        closed = any(cues.CLOSE_OF_LETTER.match(unit.text) for unit in self.units[max(0, i - 3) : i])
        return closed or (after is not None and cues.ROLE_LINE.match(after.words) is not None and len(text.split()) <= 4 and text.istitle())

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
        if unit.block.kind == "heading" or i in self.shouted:
            return True
        if unit.block.size is None:
            return unit.before > 1 and (after is None or after.before > 1 or after.block.kind == "table" or after.lead.dash is not None)
        return unit.all_bold or unit.block.size >= BIGGER * self.body or between_numbers(self.units, i)

    def _starts_text(self, i: int) -> bool:
        """A paragraph, a list, a table or another heading follows; nothing is cut before it."""
        before = self.units[i - 1] if i else None
        broken = (
            before is not None
            and before.block.kind != "table"
            and len(before.text) > 60
            and not re.search(r"[.!?:;][\"”’')]*$", before.text)
        )
        return not broken and self._next(i) is not None

    def _captions_table(self, i: int) -> bool:
        """A title line just above a table."""
        after, text = self._next(i), self.units[i].words
        if (
            after is None
            or after.block.kind != "table"
            or (text.endswith((".", ":", ";", ",")) and not self.units[i].all_bold)
            or self.part.kind in ("minutes", "agenda", "cover")
        ):
            return False
        return len(text.split()) <= MANY_CAPTION and len(text.split()) > 1

    def _heads_template(self, i: int) -> bool:
        """The next unit is a title that the part repeats: "How will we achieve this?" """
        after = self._next(i)
        return (
            after is not None
            and self.titles[title_key(after.words)] >= 3
            and title_like(after.words)
            and not self.titles[title_key(self.units[i].words)] > 1
        )

    def _colon_heading(self, i: int) -> bool:
        """A title that ends with a colon: a noun phrase that is no lead-in to a list."""
        text = self.units[i].words.rstrip(" :")
        if cues.NAMED.fullmatch(text):
            return True
        if cues.LEAD_IN_END.search(text):
            return False
        if self.titles[title_key(text)] > 1 and title_key(text) in self.plain_titles:
            return True
        after = self._next(i)
        if after is not None and after.is_item and len(text.split()) > 3:
            return False
        return len(text.split()) <= 12 and not cues.FINITE.search(text) and not re.search(r"\b(?:we|they|you|I|us|our)\b", text)

    def _lists_appendices(self, i: int) -> bool:
        """One of several appendices named on neighbouring lines, or one that a report names among its sections."""
        if self.part.kind == "report" and LISTED.match(self.units[i].words):
            return True
        near = [self.units[j].words for j in (i - 1, i + 1) if 0 <= j < len(self.units)]
        return LISTED.match(self.units[i].words) is not None and any(LISTED.match(text) for text in near)
