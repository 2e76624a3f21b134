"""Do the figures and times of a text stand in what it cites, with the same value, unit and scale?

Used on what a language model writes (`pipeline/lookup/written`) and on our own answers (`bench/fidelity.py`). Values are compared
in base units, so that £1.990m and £1,990,000 agree and £1.990k does not. A table's figures are read with the unit that its
caption or column gives, which the stored facts hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from pipeline.language.numbers import Number, cell, numbers
from pipeline.language.pairs import pairs
from pipeline.language.periods import Period, periods
from pipeline.lookup.text.terms import stems, word_stem
from pipeline.model.answers import FactRow

NEAR = 0.0000005
"""Relative difference that binary fractions leave between equal values."""
COUNTS = 4
"""Words behind a plain number among which the thing counted is looked for."""
NOT_COUNTED = frozenset(
    "is was are were be been has have had will would can could may might must shall should do does did in on at by to from with "
    "without under over and or but as than that which who whose where when while if it its they them this these those there a an "
    "the of per".split()
)
"""Words at which the thing counted ends: "61 were in use"."""
PRONOUN = re.compile(
    r"\b(?:(?:no|any|every|some|each|which|only|the|first|last|another)[ -]one|(?:this|that) one(?=\W*$|[.,;:?!]| (?:is|was|has|will)\b)"
    r"|one (?:another|of|or|paper|report|passage|source))\b",
    re.IGNORECASE,
)
""" "no one", "the one", "one of": not counted."""
RATE = re.compile(r"(?:\s+(?:an?|per|each|every)\s+|\s*/\s*)(?P<of>[a-z]+)", re.IGNORECASE)
PERIODIC = {"hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "yearly": "year", "annual": "year", "annually": "year"}
NOTES: Mapping[tuple[str, float], re.Pattern[str]] = {
    key: re.compile(pattern, re.IGNORECASE)
    for key, pattern in {
        ("money", 1e9): r"[£€$]\s?(?:bn|billion)s?\b",
        ("money", 1e6): r"[£€$]\s?(?:m|mn|million)s?\b",
        ("money", 1e3): r"[£€$]\s?(?:'?000s?|k|thousand)s?\b",
        ("money", 1): r"[£€$]",
        ("percent", 1): r"%|\bper\s?cent|percent",
    }.items()
}
"""What a caption or column says of its bare numbers, by unit and scale: "(£m)", "£000", "(per cent)"."""
TOKEN = re.compile(r"[^\s,;()\[\]\"“”]*\d[^\s;()\[\]\"“”]*")
DAY_MONTH = re.compile(
    r"\b[0-3]?\d(?:st|nd|rd|th)?\s+(?:of\s+)?(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
ROUGH = re.compile(r"\b(?:doubl\w+|trebl\w+|tripl\w+|halv\w+|dozens|hundreds|thousands|millions|billions)\b", re.IGNORECASE)
CORE = re.compile(r"[A-Z0-9].*", re.DOTALL)
NUMBERING = re.compile(r"(?:^|(?<=[.;:!?]\s))\d{1,3}(?:\.\d{1,3}){1,3}\.?(?=\s[A-Z(\"“'‘])")
"""The number of a paragraph before its first word; a word processor's own numbering is no part of a quote."""
MONEY = ("GBP", "EUR", "USD")
THOUSANDS = re.compile(r"[£€$]\s?['’]?000s?\b")
"""The unit of a table's bare numbers, "(£000)": no figure, and compared with that of the table where the numbers are."""
EDGES = ".,:;!?'’‘–—-"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of a text with what it is of."""

    raw: str
    value: float
    unit: str
    """GBP, EUR, USD, percent, points; "" for a plain number."""
    counts: frozenset[str]
    """Stems of the words behind it, among them the thing counted; of money, the time or thing that it is for."""

    def equals(self, other: Figure) -> bool:
        return self.unit == other.unit and abs(abs(self.value) - abs(other.value)) <= NEAR * max(1.0, abs(self.value))


@dataclass(frozen=True)
class Proof:
    """What a cited stretch can prove: its quote, a table row's reading, the headings above it, and its stored figures."""

    quote: str
    reading: str = ""
    about: str = ""
    """Headings, committee and the date of the meeting: they prove times and words, never figures."""
    facts: tuple[FactRow, ...] = ()

    @cached_property
    def text(self) -> str:
        return f"{plain(self.quote)}\n{plain(self.reading)}"

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(stems(f"{self.text}\n{self.about}"))

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        return (*(f for part in (self.quote, self.reading) for f in figures(plain(part))), *_stored(self.facts))

    @cached_property
    def scaled(self) -> Mapping[float, tuple[str, float]]:
        """Bare numbers of table cells whose unit and scale stand in the caption or column, with these; nought needs none."""
        found = {}
        for fact in self.facts:
            unit, printed = fact.fields.get("unit"), cell(str(fact.fields.get("raw") or ""))
            if fact.fields.get("source") != "table" or unit not in (*MONEY, "percent"):
                continue
            if printed and printed.kind == "plain" and printed.value:
                scale = abs(float(fact.fields["value"]) / printed.value)
                found[abs(printed.value)] = ("money" if unit in MONEY else "percent", float(f"{scale:.3g}"))
        return found

    @cached_property
    def times(self) -> tuple[Period, ...]:
        return periods(f"{self.text}\n{self.about}")


def plain(text: str) -> str:
    return " ".join(text.split())


def figures(text: str) -> Iterator[Figure]:
    """The figures of a text, without those that are part of a date or year."""
    marks = [match.span() for pattern in (DAY_MONTH, PRONOUN, NUMBERING) for match in pattern.finditer(text)]
    taken = [*((p.start, p.end) for p in periods(text)), *marks]
    for number in numbers(text):
        if not any(low < number.end and number.start < high for low, high in taken):
            yield _figure(text, number)
    for pair in pairs(text):
        if pair.kind == "fraction":
            yield Figure(text[pair.start : pair.end], pair.value, "percent", frozenset())


def unproved(text: str, proofs: Iterable[Proof]) -> list[str]:
    """Figures, times and codes of a text, as printed, that none of these proofs holds."""
    text, some = plain(text), list(proofs)
    missing = [figure.raw for figure in figures(text) if not any(_figured(figure, text, proof) for proof in some)]
    missing += [time.text for time in periods(text) if not any(_timed(time, proof) for proof in some)]
    missing += [word for word in _loose(text) if not any(literally(word, proof) for proof in some)]
    return missing


def literally(words: str, proof: Proof) -> bool:
    """Do these words stand in the proof, neither end of them inside a word or number?"""
    pattern = rf"(?<![^\W_])(?<!\d[.,]){re.escape(plain(words).casefold())}(?![^\W_])(?![.,]\d)"
    return bool(re.search(pattern, f"{proof.text}\n{proof.about}".casefold()))


def _figure(text: str, number: Number) -> Figure:
    unit = {"money": number.currency or "GBP", "percent": "percent", "points": "points"}.get(number.kind, "")
    if unit:
        rate = RATE.match(text, number.end)
        counts = frozenset({word_stem(rate["of"])}) if rate and number.kind == "money" else frozenset()
    else:
        counts = frozenset(_counted(text[number.end :]))
    return Figure(text[number.start : number.end], number.value, unit, counts)


def _counted(after: str) -> Iterator[str]:
    for at, word in enumerate(re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[\d.,;:()£%]", after)):
        if at >= COUNTS or not word[0].isalpha() or word.casefold() in NOT_COUNTED:
            return
        yield from stems(word)


def _stored(facts: Iterable[FactRow]) -> Iterator[Figure]:
    for fact in facts:
        value, unit = fact.fields.get("value"), str(fact.fields.get("unit") or "")
        if isinstance(value, int | float):
            known = {"GBP": "GBP", "EUR": "EUR", "USD": "USD", "percent": "percent", "percentage points": "points"}.get(unit, "")
            yield Figure(str(fact.fields.get("raw")), float(value), known, frozenset() if known else frozenset(stems(unit)))


def _figured(figure: Figure, text: str, proof: Proof) -> bool:
    if figure.unit == "" and abs(figure.value) in proof.scaled and not _counts_too(figure, proof):
        note = NOTES.get(proof.scaled[abs(figure.value)])
        return note is not None and bool(note.search(text))
    return any(figure.equals(other) and _of_the_same(figure, other, text, proof) for other in proof.figures)


def _counts_too(figure: Figure, proof: Proof) -> bool:
    """Whether the quote also counts something by this number."""
    return any(figure.equals(other) and other.counts & figure.counts for other in proof.figures)


def _of_the_same(figure: Figure, other: Figure, text: str, proof: Proof) -> bool:
    """Is the same thing counted, or the sum for the same time?"""
    if figure.unit == "percent" or figure.unit == "points":
        return True
    if figure.unit:
        named = figure.counts | {PERIODIC[w] for w in re.findall(r"[a-z]+", text.casefold()) if w in PERIODIC}
        return named >= other.counts if other.counts <= _TIMES else figure.counts <= proof.words
    if not figure.counts or figure.counts & other.counts:
        return True
    return not other.counts and bool(figure.counts & proof.words)


_TIMES = frozenset(word_stem(word) for word in ("hour", "day", "week", "month", "year"))


def _timed(time: Period, proof: Proof) -> bool:
    core = CORE.search(time.text)
    if core is None or literally(core.group(), proof):
        return True
    return any(_within(time, other) for other in proof.times)


def _within(time: Period, other: Period) -> bool:
    """Do both mean the same days, or is the text's time the coarser one ("in June 2023" for 16 June 2023)?"""
    mine, theirs = {time.first, time.last} - {None}, {other.first, other.last} - {None}
    if not mine or not theirs:
        return False
    if mine == theirs or (len(mine) != len(theirs) and (mine <= theirs or theirs <= mine)):
        return True
    low, high = time.first, time.last
    return time.kind == "month" and low is not None and high is not None and all(low <= str(day) <= high for day in theirs)


def _loose(text: str) -> list[str]:
    """What holds a digit and was read neither as a figure nor as a time: codes, days without a year, telephone numbers; and
    "doubled", "hundreds"."""
    times = [(p.start, p.end) for p in periods(text)]
    days = [m.span() for m in DAY_MONTH.finditer(text) if not _read(text, m.span(), times)]
    marks = [m.span() for pattern in (NUMBERING, THOUSANDS) for m in pattern.finditer(text)]
    taken = [*times, *days, *((n.start, n.end) for n in numbers(text)), *marks]
    tokens = [m.span() for m in TOKEN.finditer(text) if not _read(text, m.span(), taken)]
    rough = [m.span() for m in ROUGH.finditer(text)]
    return [word for low, high in (*days, *tokens, *rough) if (word := text[low:high].strip(EDGES))]


def _read(text: str, span: tuple[int, int], taken: Iterable[tuple[int, int]]) -> bool:
    """Whether every digit of the span stands in one of those taken."""
    digits = [at for at in range(*span) if text[at].isdigit()]
    return all(any(low <= at < high for low, high in taken) for at in digits)
