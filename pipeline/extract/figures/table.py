"""Figures in table cells: a number with the unit of its column, what its row and column measure, and when."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.extract.figures import labels
from pipeline.extract.figures import measure as measures
from pipeline.extract.figures.columns import counts_up, units, years
from pipeline.extract.figures.labels import Measured
from pipeline.extract.figures.paper import Paper
from pipeline.extract.figures.sense import VARIANCE, label_status
from pipeline.extract.figures.text import Around, read
from pipeline.extract.figures.when import NEVER, When, as_when, under
from pipeline.language.numbers import Number, cell, numbers, plain_number
from pipeline.model.evidence import Evidence, evidence
from pipeline.model.facts import Figure
from pipeline.model.structure import Paragraph, Row, Structure, Table

EXTRACTOR = "figures"
PROSE = re.compile(r"[^\W\d_]{3,}.*[^\W\d_]{3,}.*[^\W\d_]{3,}")
"""A cell of three words or more is read as a sentence."""
WORD = re.compile(r"[a-z]{3}|^\W*(?:[A-Z&]{2,}\b\s?)+\W*$")
"""What names a row, and is no code such as "ENV1" or "19/00412/OUT"."""
LETTERS = re.compile(r"[^\W\d_]")
GENERIC = re.compile(r"^\W*(?:(?:sub[\s-]?|grand\s+|net\s+)?totals?|other|all|overall|net|average|\d+)\b", re.IGNORECASE)
TOTAL = re.compile(r"^\W*(?:sub[\s-]?|grand\s+|net\s+)?total\b", re.IGNORECASE)
NOTE = re.compile(r"^\W*notes?\W*[:–-]|[.]\s*$|(?:\S+\s+){20}", re.IGNORECASE)
"""A row of words alone that is no name of a group: "Note: the balance must be spent by March."."""
NOT_DATA = re.compile(r"^\s*(?:\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{1,2}:\d{2}|\d+(?:\.\d+){2,}|0\d+)\s*$")
TWO_YEARS = re.compile(r"(?:20)?(\d\d)\s?[-–/]\s?(?:20)?(\d\d)")
LEAST_CONFIDENCE = 0.3
MOST_MONEY = 1e11
"""A cell that prints its own pound sign is not taken times a million beyond this."""
OTHER_YEARS = re.compile(r"\b(?:future|later|subsequent|other|previous|prior)\s+years?\b", re.IGNORECASE)
"""Columns of another time than the table's or the paper's."""
UNIT_BEHIND = re.compile(r"(?<=\w|\))\s*\(?(?:[£€]\s?(?:['’]?000['’]?s?|m|k|bn|millions?)?|%)\)?$", re.IGNORECASE)
"""The unit behind a label: "Budget £m"."""
MOST_LABEL = 40


@dataclass(frozen=True, slots=True)
class Context:
    """What is the same for all cells of a table."""

    structure: Structure
    table: Table
    units: tuple[Measured | None, ...]
    skipped: tuple[bool, ...]
    """Columns whose numbers count nothing."""
    today: str | None
    headings: tuple[str, ...]
    when: When
    names: Mapping[str, int]
    """How often each label stands: one over several rows names none of them."""


def of_table(structure: Structure, table: Table, rows: Mapping[int, Paragraph], paper: Paper) -> Iterator[Figure]:
    """Every number of a table's cells, row by row. `rows`: the paragraphs of its rows, by number of the row."""
    if table.confidence < LEAST_CONFIDENCE:
        return
    context = _context(structure, table, min((paragraph.index for paragraph in rows.values()), default=0), paper)
    group: str | None = None
    for number, row in enumerate(table.rows):
        proof = _proof(structure, table, row, rows.get(number))
        if row.label and not any(text.strip() for text in row.cells):
            if NOTE.search(row.label):
                yield from _sentences(context, row, "", proof, row.label)
            else:
                group = row.label
            continue
        for at, text in enumerate(row.cells):
            if text.strip() and not context.skipped[at]:
                yield from _of_cell(context, row, at, group, proof)
        group = None if TOTAL.match(row.label) else group


def _context(structure: Structure, table: Table, first: int, paper: Paper) -> Context:
    part = structure.parts[table.part]
    headings = tuple(reversed(structure.path(table.section)))
    skipped = tuple(labels.counts_nothing(column) or counts_up(table, at) or years(table, at) for at, column in enumerate(table.columns))
    time = labels.time_of(table.label_column, table.caption)
    when = as_when(time, derived=True) if time else under(headings, part.meeting_date)
    when = when if when.text else paper.when
    return Context(
        structure,
        table,
        units(structure, table, first, headings, paper.unit),
        skipped,
        part.meeting_date,
        headings,
        when,
        Counter(row.label for row in table.rows),
    )


def _proof(structure: Structure, table: Table, row: Row, paragraph: Paragraph | None) -> Evidence:
    if paragraph:
        return evidence(structure, paragraph)
    return Evidence(row.spans, table.part, table.section, None)


def _of_cell(context: Context, row: Row, at: int, group: str | None, proof: Evidence) -> Iterator[Figure]:
    text = row.cells[at]
    if NOT_DATA.match(text) or _two_years(text):
        return
    column = context.table.columns[at] if at < len(context.table.columns) else ""
    number = cell(text)
    if number:
        yield _figure(context, row, column, group, proof, text.strip().rstrip("*†‡^ "), number, context.units[at])
    elif PROSE.search(text):
        yield from _sentences(context, row, column, proof, text)
    elif not LETTERS.search(text.replace("k", "").replace("m", "").replace("bn", "")):
        for one in numbers(text):
            bracketed = one.kind in ("percent", "points")
            yield _figure(context, row, column, group, proof, text[one.start : one.end], one, None if bracketed else context.units[at])


def _two_years(text: str) -> bool:
    """ "24-25" in a cell of its own is a financial year."""
    match = TWO_YEARS.fullmatch(text.strip())
    return match is not None and (int(match[1]) + 1) % 100 == int(match[2]) % 100


def _figure(
    context: Context, row: Row, column: str, group: str | None, proof: Evidence, raw: str, number: Number, unit: Measured | None
) -> Figure:  # fmt: skip
    table = context.table
    name = _name(context, row)
    told = next((alone for text in row.cells if (alone := labels.unit_alone(text))), None)
    of_row = None if told or (unit and name != row.label) else labels.unit_of(name)
    measured = _measured(number, told or unit, of_row, column, name, table.caption)
    when, stated = _when(context, row, column)
    own = measures.joined(_short(name), group if GENERIC.match(row.label) else None, _short(column))
    return Figure(
        evidence=proof,
        extractor=EXTRACTOR,
        basis="stated" if stated or not when.text else "derived",
        raw=raw,
        value=plain_number(number.value * measured.scale),
        unit=measured.unit,
        approximate=number.approximate,
        bound="at_least" if number.plus else None,
        measure=own
        if not measures.says_little(own)
        else measures.joined(own, table.caption or (context.headings[0] if context.headings else None)),
        period=when.text,
        period_start=when.first,
        period_end=when.last,
        status=label_status(column) or (None if VARIANCE.search(column) else label_status(row.label)),
        source="table",
        table=table.index,
        row=row.label or None,
        column=column or None,
    )


def _name(context: Context, row: Row) -> str:
    """What a row is about: its label, with the words beside it where the label is a code or stands over several rows."""
    is_code = not WORD.search(row.label)
    if not is_code and context.names[row.label] == 1:
        return row.label
    words = next((text for text in row.cells if WORD.search(text)), "") if not any(map(cell, row.cells[:1])) else ""
    return (words if is_code else f"{row.label}, {words}" if words else "") or row.label


def _measured(number: Number, column: Measured | None, of_row: Measured | None, label: str, row: str, caption: str | None) -> Measured:
    """The cell's own sign wins, then the column's unit, then the row's, then the nouns of the labels."""
    if number.kind == "percent" or number.kind == "points":
        return Measured("percent" if number.kind == "percent" else "percentage points")
    chosen = of_row if of_row and (column is None or of_row.unit == "percent") else column
    if number.kind == "money":
        scale = chosen.scale if chosen and chosen.unit == number.currency and number.scale == 1 else 1
        return Measured(number.currency or "GBP", scale if number.value * scale < MOST_MONEY else 1)
    if chosen and chosen.unit and number.scale == 1:
        return chosen
    if labels.is_money(label):
        return Measured("GBP" if number.decimals == 2 else "number")
    named = labels.noun_of(
        label,
        caption if labels.COUNTS.search(caption or "") else None,
        row if labels.COUNTS.search(row) else None,
        None if labels.is_money(caption or "") else caption,
    )
    return Measured(named if named and number.decimals == 0 else "number", chosen.scale if chosen and number.scale == 1 else 1)


def _when(context: Context, row: Row, column: str) -> tuple[When, bool]:
    time = labels.time_of(column) or labels.short_year(column, context.table.columns) or labels.time_of(row.label)
    if time:
        return as_when(time, derived=True), False
    return (NEVER if OTHER_YEARS.search(column) else context.when), False


def _sentences(context: Context, row: Row, column: str, proof: Evidence, text: str) -> Iterator[Figure]:
    """Figures inside a cell of words; only those whose unit is printed."""
    around = Around(
        row.label[:200] if row.label != text else "", tuple(filter(None, (column, *context.headings))), context.today, strict=True
    )
    for reading in read(text, around):
        one = reading.found
        when = reading.when if reading.when.text else context.when or NEVER
        yield Figure(
            evidence=proof, extractor=EXTRACTOR, basis="derived" if when.derived else "stated", raw=text[one.start : one.end],
            value=one.value, of=one.of, unit=one.unit, value_max=one.top, direction=reading.direction, approximate=reading.approximate,
            bound=reading.bound, measure=reading.told, period=when.text, period_start=when.first, period_end=when.last,
            status=reading.status, source="table", table=context.table.index, row=row.label or None, column=column or None,
        )  # fmt: skip


@lru_cache(maxsize=4096)
def _short(label: str) -> str | None:
    words: Sequence[str] = UNIT_BEHIND.sub("", measures.without_times(label).strip()).split()
    if labels.unit_alone(" ".join(words)):
        return None
    return " ".join(words[:MOST_LABEL]).strip(" ,;:.*–-") or label or None
