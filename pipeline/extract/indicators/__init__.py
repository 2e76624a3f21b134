"""A body's value beside the national one, with the verdict of whoever compares them.

"65.8% of people were satisfied ... This was similar to the England average (65.4%)." The value stands in the same
sentence as the comparison or in one before it; the measure is what the value is said of. Values without a national
value beside them are figures, not indicators.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from pipeline.extract.indicators.table import EXTRACTOR, in_tables
from pipeline.extract.nlp import Nlp
from pipeline.language.wording import holds
from pipeline.model.evidence import evidence
from pipeline.model.facts import Indicator
from pipeline.model.structure import Paragraph, Structure

REACH = 600
"""How far before a comparison its value may stand."""

_VALUE = (
    r"£?\d[\d,]*(?:\.\d+)?(?:\s?(?:%|per\s?cent)|\s?(?:million|m|bn|k)\b)?(?:\s+(?:per|in every"
    r"|out of)\s+[\d,]+(?:\s+(?:population|people|children|residents|adults))?)?"
)
_NATION = (
    r"(?:(?:all[- ])?(?:England|English|Wales|Welsh|Scotland|Scottish|Northern Ireland|UK|Great Britain|GB|Ireland|Irish"
    r"|national)(?:'s|’s)?)"
)
_NATIONS = ("england", "english", "wales", "welsh", "scot", "ireland", "irish", "national", "country", "uk", "great britain", "gb")
"""No comparison is found without one of them, in small letters."""
_VERDICT = (
    r"(?P<verdict>(?:(?:also|still|slightly|somewhat|significantly|much|well|far|considerably|marginally|statistically"
    r"|just|a little|broadly|very) )*"
    r"(?:similar|better|worse|higher|lower|above|below|greater|more|less|fewer|in line|consistent|comparable|equal"
    r"|the same|identical|close))"
)
_COMPARED = re.compile(
    rf"{_VERDICT}(?: (?:than|to|with|as|from))?(?: (?:that of|that for))?(?: both)? (?:the )?{_NATION}(?: (?:average"
    r"|figure|rate|median|mean|level|position|benchmark|score))?s?"
    rf"(?:,? (?:of|at|which (?:was|is)|was|is|for the same period of))? ?\(?(?P<national>{_VALUE})\)?",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"(?:,? (?:when )?(?:compared|compares|comparing)(?: (?:favourably|poorly|well))? (?:to|with)|,? against)(?: (?:the"
    rf"|a|an))? (?:{_NATION}(?: (?:average|figure|rate|median|mean|level))?"
    rf"(?: (?:of|at))? ?\(?(?P<national>{_VALUE})\)?|(?:average of )?(?P<national_first>{_VALUE}) (?:nationally"
    rf"|across {_NATION}|in {_NATION}|for {_NATION}|{_NATION} average|in the country as a whole|for the whole country))",
    re.IGNORECASE,
)
_STATED = re.compile(
    rf"\bThe {_NATION} (?:average|figure|rate|mean|median)(?: for the same (?:period|measure|year))? (?:is|was|stood at"
    rf"|stands at) (?P<national>{_VALUE})"
)
_BRACKETED = re.compile(
    rf"\((?:the )?{_NATION} (?:average|figure|rate|mean|median) ?(?:is|was|of|at|being|stood at|:|=|-|–)? ?(?P<national>{_VALUE})\)",
    re.IGNORECASE,
)
""" "31% (the national average is 27%)"."""
_COMPARISONS = (_COMPARED, _AGAINST, _STATED, _BRACKETED)
_SOURCE = re.compile(
    r"(?:data|figures|results|statistics|indicators?|measures?"
    r"|findings) from (?:the )?(?P<source>[A-Z][^.,;:()]*?(?: \([^)]*[A-Z]{2}[^)]*\))?)(?= (?:for|also|show|showed|shows"
    r"|suggest|suggests|indicate|indicates|published|said|tell|tells)\b| in \d|,|\.)"
)
_PERIOD = re.compile(
    r"\b(?:for|in|during|at|as at|to|from) (?P<period>(?:the )?(?:(?:year|quarter|12 months"
    r"|twelve months)[^.,;]{0,20}? )?(?:\d{1,2} )?(?:(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December) )?20\d\d(?:[/–-]\d{2,4})?)"
)
_STARTS = re.compile(r"(?<=[.!?]) +(?=[A-Z\"“‘(])")
_TAIL = re.compile(
    r"[,;]?\s*(?:which|and this|this|that)?\s*(?:was|were|is|are|has been|had been|being|also|performing|remains?)?\s*(?:also\s*)?$",
    re.IGNORECASE,
)
_WHERE = re.compile(r"(?:in|for|of|at|among|from|by)\b", re.IGNORECASE)
_MARKS = " ,(-–─•■◼▪"
_HEAD = re.compile(r"^(?:of|the|a|an)\s+", re.IGNORECASE)


def extract(structure: Structure, nlp: Nlp) -> Iterator[Indicator]:  # noqa: ARG001 - every extractor takes the same arguments
    """Indicators of each paragraph in reading order, then those of the tables."""
    for paragraph in structure.paragraphs:
        if paragraph.kind in ("text", "item"):
            yield from _in_paragraph(structure, paragraph)
    yield from in_tables(structure)


def _in_paragraph(structure: Structure, paragraph: Paragraph) -> Iterator[Indicator]:
    text, done = paragraph.text, 0
    if not holds(text.lower(), _NATIONS):
        return
    comparisons = sorted((m for pattern in _COMPARISONS for m in pattern.finditer(text)), key=lambda m: m.start())
    for match in comparisons:
        if match.start() < done:
            continue
        value = _own_value(text, max(done, match.start() - REACH), match.start())
        if value is None:
            continue
        start = _sentence_start(text, value.start(), done)
        before = text[:start] + text[start : match.start()]
        yield Indicator(
            evidence=evidence(structure, paragraph, start, match.end()),
            extractor=EXTRACTOR,
            source=_last(_SOURCE, before, "source"),
            period=_last(_PERIOD, text[start : match.end()], "period") or _last(_PERIOD, before, "period"),
            measure=_whole(structure, paragraph, _measure(text, start, value, match.start())),
            value=value.group().strip(),
            national=(match.groupdict().get("national") or match.groupdict().get("national_first") or "").strip(),
            verdict=_verdict(match, text),
        )
        done = match.end()


def _own_value(text: str, low: int, high: int) -> re.Match[str] | None:
    """The first value of the last sentence that holds one: later numbers in it qualify the measure (ages, days)."""
    starts = [low, *(m.end() for m in _STARTS.finditer(text, low, high)), high]
    for begin, end in reversed(list(pairwise(starts))):
        values = [m for m in re.finditer(rf"(?<![\w.,/£-]){_VALUE}(?![\w/]|[.,]\d)", text[begin:end]) if not _is_year(m.group())]
        marked = [m for m in values if re.search(r"%|per\s?cent|£", m.group())] or values
        if marked:
            found = marked[0]
            return re.compile(re.escape(found.group())).search(text, begin + found.start())
    return None


def _is_year(words: str) -> bool:
    return bool(re.fullmatch(r"(?:19|20)\d\d", words.strip()))


def _sentence_start(text: str, at: int, floor: int) -> int:
    starts = [m.end() for m in _STARTS.finditer(text, 0, at)]
    return max([floor if floor and text[floor - 1 : floor] in ".) " else 0, *(s for s in starts if s <= at)])


def _measure(text: str, start: int, value: re.Match[str], comparison: int) -> str:
    """What the value is said of: the words after it, else those before it in its sentence."""
    after = re.split(r", (?=[A-Z])", _STARTS.split(text[value.end() : comparison])[0])[0].rstrip(" .")
    after = _HEAD.sub("", _TAIL.sub("", after).strip(" ,;()")).strip()
    if len(after.split()) >= 2:
        return after
    before = re.sub(r"^.*\b(?:showed|shows|showing|that|suggests?|indicates?)\s+", "", text[start : value.start()])
    return re.sub(r"\s+(?:was|were|is|are|at|of|stood at|with)$", "", before.strip(_MARKS)) or text[start : value.start()].strip()


def _whole(structure: Structure, paragraph: Paragraph, measure: str) -> str:
    """A measure that only says where, with the line that introduces its list: "children entitled to free meals: in primary schools"."""
    if paragraph.lead_in is None or not _WHERE.match(measure):
        return measure
    return f"{structure.paragraphs[paragraph.lead_in].text.strip(_MARKS + ':')}: {measure}"


def _verdict(match: re.Match[str], text: str) -> str | None:
    """The verdict with its preposition, as printed ("somewhat better than")."""
    if "verdict" not in match.groupdict():
        return None
    words = re.match(rf"{re.escape(match['verdict'])}(?: (?:than|to|with|as))?", text[match.start() :])
    return re.sub(r"^also ", "", words.group()) if words else match["verdict"]


def _last(pattern: re.Pattern[str], text: str, group: str) -> str | None:
    found = list(pattern.finditer(text))
    return found[-1][group].strip() if found else None
