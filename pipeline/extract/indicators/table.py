"""Tables that print a body's values beside the national ones: a column for England (or a row), a column (or row) of its own.

The own column bears the body's name or says "our", "council", "actual", "latest"; of several the one of the nation's period is taken, and
where no period agrees none is: values of different years are no comparison. The verdict is a column of few words that judges ("above",
"worse than England"); without one it is blank.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.language.numbers import cell
from pipeline.model.documents import Span
from pipeline.model.evidence import Evidence
from pipeline.model.facts import Indicator
from pipeline.model.structure import Row, Structure, Table

EXTRACTOR = "indicators"
NATION = re.compile(
    r"\b(?:(?:all[\s-])?England|Eng\b\.?|Wales|Cymru|Scotland|Northern\s+Ireland|Ireland|UK|Great\s+Britain|GB|National(?:ly)?|State)(?!\s+(?:rank|"
    r"target|quartile|park|highways|insurance|indicator|ref|code))(?:\s+(?:average|avg|mean|median|figure|rate|value))?\b",
    re.IGNORECASE,
)
ASIDE = re.compile(
    r"\b(?:of\s+Eng(?:land|\.)?|East|West|North|South|Midlands|region(?:al)?|similar|neighbours?|family|comparators?|peers?|CIPFA|target|rank(?:ing)?"
    r"|quartile|direction|trend|change|variance|difference|gap|better|worse|polarity|good\s+is|previous|last\s+year|numerator|denominator)\b",
    re.IGNORECASE,
)
"""Columns of others, and what is no value."""
OWN = re.compile(
    r"\b(?:our|council|local\s+authority|LA|county|borough|city|district|actual|outturn|performance|result|current|latest|value)\b", re.I
)
VERDICT_HEAD = re.compile(r"\b(?:compar\w+|verdict|versus|vs\.?|against|status|better|worse|benchmark\w*|position)\b", re.IGNORECASE)
VERDICT = re.compile(
    r"(?:(?:statistically|significantly|slightly|much|well|just)\s+)*(?:similar|better|worse|higher|lower|above|below|same|in\s+line)\b.{0,40}",
    re.IGNORECASE,
)
PERIOD = re.compile(
    r"\bQ[1-4]\s+(?:20)?\d\d[/–-](?:20)?\d\d|\b(?:20)?\d\d\s?[/–-]\s?(?:20)?\d\d\b"
    r"|\b(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+)?20\d\d\b"
)
COUNCIL_WORDS = frozenset(
    "the council county borough city district metropolitan unitary royal london of and authority cyngor comhairle".split()
)
YEAR_DIGITS = 2
LEAST_CONFIDENCE = 0.5
LEAST_KIND = 3


class Pairing(NamedTuple):
    """Which column holds the own value, which the nation's, which the verdict; the period that the own one bears."""

    own: int
    nation: int
    verdict: int | None
    period: str | None
    kind: str
    """What the own column says besides name and period: "% of homes rated good"."""


def in_tables(structure: Structure) -> Iterator[Indicator]:
    """Indicators of the tables of a paper, row by row."""
    for table in structure.tables:
        if table.confidence < LEAST_CONFIDENCE:
            continue
        council = structure.parts[table.part].council
        pairing = _pairing(table.columns, council)
        if pairing:
            yield from _down(table, pairing)
        else:
            yield from _across(table, council)


def _down(table: Table, pairing: Pairing) -> Iterator[Indicator]:
    for row in table.rows:
        value, national = _value(row, pairing.own), _value(row, pairing.nation)
        if row.label and value and national:
            told = row.cells[pairing.verdict].strip() if pairing.verdict is not None and pairing.verdict < len(row.cells) else ""
            verdict = told if VERDICT.fullmatch(told) else None
            measure = f"{row.label}: {pairing.kind}" if pairing.kind else row.label
            yield _indicator(table, measure, value, national, row.spans, pairing.period, verdict)


def _across(table: Table, council: str | None) -> Iterator[Indicator]:
    """ "Aldermere 46% | England 51%" as rows: each column is a measure."""
    labels = [row.label for row in table.rows]
    pairing = _pairing(labels, council, named=True)
    if not pairing:
        return
    own, nation = table.rows[pairing.own], table.rows[pairing.nation]
    for at, column in enumerate(table.columns):
        value, national = _value(own, at), _value(nation, at)
        if column and value and national:
            period = PERIOD.search(column)
            yield _indicator(table, column, value, national, (*own.spans, *nation.spans), period[0] if period else None, None)


def _pairing(labels: Sequence[str], council: str | None, *, named: bool = False) -> Pairing | None:
    """The columns that are compared; None where it is not plain. `named`: only the body's name tells its own."""
    nations = [i for i, label in enumerate(labels) if NATION.search(label) and not ASIDE.search(label)]
    name = _distinctive(council)
    others = [i for i, label in enumerate(labels) if i not in nations and not ASIDE.search(_without(label, name))]
    owned = [i for i in others if name and name.search(labels[i])] or ([] if named else [i for i in others if OWN.search(labels[i])])
    if not nations or not owned:
        return None
    pairs = [(own, nation) for nation in reversed(nations) for own in reversed(owned) if _when(labels[own]) == _when(labels[nation])]
    if not pairs and len(nations) == len(owned) == 1 and None in (_when(labels[owned[0]]), _when(labels[nations[0]])):
        pairs = [(owned[0], nations[0])]
    if not pairs:
        return None
    own, nation = pairs[0]
    verdict = next((i for i, label in enumerate(labels) if i not in (own, nation) and VERDICT_HEAD.search(label)), None)
    period = PERIOD.search(labels[own]) or PERIOD.search(labels[nation])
    return Pairing(own, nation, verdict, period[0] if period else None, _kind(labels[own], name))


def _kind(label: str, name: re.Pattern[str] | None) -> str:
    """A label without name and period, where words of its own are left."""
    rest = " ".join(PERIOD.sub("", _without(label, name)).split()).strip(" ,:-–")
    return rest if len(rest.split()) >= LEAST_KIND and not OWN.search(rest) else ""


def _distinctive(council: str | None) -> re.Pattern[str] | None:
    """The words of a council's name that are its own."""
    words = [word for word in (council or "").split() if word.casefold() not in COUNCIL_WORDS]
    return re.compile(r"\b" + r"\s+".join(map(re.escape, words)) + r"\b", re.IGNORECASE) if words else None


def _without(label: str, name: re.Pattern[str] | None) -> str:
    """The label without the body's name, which may hold "North" or "East"."""
    return name.sub("", label) if name else label


def _when(label: str) -> str | None:
    """The last year of a label's period in two digits: "2023/24" and "23/24" are the same."""
    period = PERIOD.search(label)
    return re.findall(r"\d+", period[0])[-1][-YEAR_DIGITS:] if period else None


def _value(row: Row, at: int) -> str | None:
    text = row.cells[at].strip() if at < len(row.cells) else ""
    return text if cell(text) else None


def _indicator(
    table: Table, measure: str, value: str, national: str, spans: Sequence[Span], period: str | None, verdict: str | None
) -> Indicator:  # fmt: skip
    return Indicator(
        evidence=Evidence(tuple(sorted(set(spans))), table.part, table.section),
        extractor=EXTRACTOR,
        period=period,
        measure=measure,
        value=value,
        national=national,
        verdict=verdict,
    )
