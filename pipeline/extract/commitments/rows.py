"""Promises in tables: savings programmes, planned use of reserves, action plans, schemes with the day they are planned for.

A row of a savings programme promises its amounts in the years of its columns; a row of reserves promises what its label
says the money will be used for; a row of an action plan has an action, somebody and a date; a row of schemes a name and a planned date.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from pipeline.extract.commitments.fields import promises
from pipeline.extract.commitments.signs import COUNTED, Place
from pipeline.language.deadlines import last_day
from pipeline.language.numbers import cell
from pipeline.model.evidence import evidence
from pipeline.model.facts import Commitment
from pipeline.model.structure import Paragraph, Row, Structure, Table

_SAVINGS = re.compile(r"\bsavings?\b|\bbudget reductions?\b|\befficienc(?:y|ies)\b", re.IGNORECASE)
_RESERVES = re.compile(r"\breserves?\b|\bprovisions?\b|\bearmarked\b", re.IGNORECASE)
_YEAR = re.compile(r"\b20\d\d\s?[/–-]\s?(?:20)?\d\d\b")
_PLANNED = re.compile(r"\b(?:planned|proposed|savings?|target)\b", re.IGNORECASE)
_NOT_PLANNED = re.compile(r"\b(?:forecast|variance|actual|outturn|rag|delivered|achieved|deliverable|budget|balance)\b", re.IGNORECASE)
_TOTAL = re.compile(r"\b(?:sub-?)?totals?\b|^net\b", re.IGNORECASE)
_PURPOSE = re.compile(
    r"\b(?:to be used|for use|to (?:fund|recruit|support|deliver|pay)|earmarked|committed|requirement|required for)\b", re.IGNORECASE
)
_ACTION = re.compile(
    r"^(?:(?:key |agreed |improvement |planned |specific )?actions?(?: required| to be taken| agreed)?"
    r"|what (?:we )?will (?:we )?do|what|task|milestone|commitment|deliverable|activity|step)s?$",
    re.IGNORECASE,
)
_WHEN = re.compile(r"\b(?:by when|when|deadline|due|target|timescales?|timeframe|completion|date)\b", re.IGNORECASE)
PLANNED = 0.7
"""How surely a planned date of a table is a promise: less than a saving or an action with an owner."""
_PLANNED_DATE = re.compile(
    r"\b(?:planned|expected|target|forecast|revised|estimated|anticipated|proposed|scheduled|current|due)\b.*\b(?:date|start|finish|completion"
    r"|opening|handover|delivery)\b|\b(?:date|start|completion|opening|delivery|handover)\b.*\b(?:planned|expected|forecast|now|due)\b"
    r"|^(?:first lettings?|completion(?: date)?|start on site|delivery date|opening(?: date)?|opens)$",
    re.IGNORECASE,
)
_REACHED = re.compile(r"\b(?:opened|completed?|finished|done|started|let)\b", re.IGNORECASE)
_SCHEME = re.compile(r"[A-Z][\w’'-]*[\w ,.&’'()/-]{2,}")
_WHO = re.compile(r"\b(?:who|owner|lead|responsib\w+|officer|accountable)\b", re.IGNORECASE)
# A programme of savings says what is done; a summary by department does not.
_ACTIVE = re.compile(
    r"\b(?:review|reduc\w+|remodel|redesign|expand|develop|procure\w*|implement|introduc\w+|increas\w+|charg\w+|cease"
    r"|clos\w+|efficienc\w+|transform\w*|restructur\w+|renegotiat\w+|reablement|promot\w+|capitalis\w+)\b",
    re.IGNORECASE,
)
_MONEY_UNIT = re.compile(r"[£€]\s?(?:(?P<m>m\b|millions?\b)|(?:k\b|[‘’']?0?00s?\b|thousands?\b))", re.IGNORECASE)
_STATE = re.compile(r"\b(?:status|state|progress|update|outcome|position)\b", re.IGNORECASE)
_FINISHED = re.compile(
    r"^(?:(?:actions?|items?|now|all|fully|this|these|has|have|been|is|are|was|were) )*(?:done|closed|completed?|achieved|delivered"
    r"|finished"
    r"|discharged)\b(?! (?:by|in|before) )|\b(?:closed|completed)\.?$",
    re.IGNORECASE,
)
_FINISHED_ON = re.compile(r"^(?:date )?(?:completed|closed|discharged|done)(?: (?:on|date))?$", re.IGNORECASE)
_FINISHED_LIST = re.compile(
    r"\b(?:completed|closed|discharged) (?:actions?|items?|tasks?)\b|\bactions? (?:completed|closed|discharged)\b", re.IGNORECASE
)
_PLAIN_WORD = re.compile(r"[A-Z]?[a-z]{3,}")
_COUNTED = re.compile(COUNTED, re.IGNORECASE)
_FEWEST_WORDS = 3


def row_commitments(structure: Structure, extractor: str) -> Mapping[int, list[Commitment]]:
    """Commitments by the index of the row paragraph that states them."""
    found: dict[int, list[Commitment]] = defaultdict(list)
    stated_at = {(p.table, p.row): p.index for p in structure.paragraphs if p.kind == "row" and p.table is not None}
    for table in structure.tables:
        for number, row in enumerate(table.rows):
            at = stated_at.get((table.index, number))
            if at is not None and not _TOTAL.search(row.label or ""):
                found[at] += _in_row(structure, table, row, structure.paragraphs[at], extractor)
    return found


def _in_row(structure: Structure, table: Table, row: Row, paragraph: Paragraph, extractor: str) -> Iterator[Commitment]:
    action = _column(table, _ACTION)
    when, who = _column(table, _WHEN), _column(table, _WHO)
    if action is not None and (when is not None or who is not None):
        if not _is_finished(structure, table, row):
            yield from _action(structure, row, paragraph, (action, when, who), extractor)
        return
    about = " ".join([table.caption or "", *structure.path(table.section)[-2:], *table.columns])
    if _SAVINGS.search(f"{about} {structure.parts[table.part].title}" if _ACTIVE.search(_labels(table)) else ""):
        yield from _saving(structure, table, row, paragraph, extractor)
    elif (day := _day_planned(structure, table, row, paragraph)) is not None:
        yield _scheme(structure, table, row, paragraph, day, extractor)
    elif _RESERVES.search(about) and _PURPOSE.search(row.label) and _COUNTED.search(row.label):
        yield from _reserve(structure, table, row, paragraph, extractor)


def _is_finished(structure: Structure, table: Table, row: Row) -> bool:
    """A row of an action log that says, in a column of its state or the day it was closed, that the action is done."""
    state, day = _column(table, _STATE), _column(table, _FINISHED_ON)
    above = f"{table.caption or ''} {' '.join(structure.path(table.section)[-1:])}"
    done_on = day is not None and bool(re.search(r"\d|\byes\b|✓", _cell(row, day), re.IGNORECASE))
    return done_on or bool(_FINISHED_LIST.search(above)) or (state is not None and bool(_FINISHED.search(_cell(row, state).strip())))


def _labels(table: Table) -> str:
    return "\n".join(max([row.label, *row.cells], key=len) for row in table.rows)


def _column(table: Table, pattern: re.Pattern[str]) -> int | None:
    """Index of the cell whose column fits; -1 for the label's own column."""
    labels = [table.label_column or "", *table.columns]
    return next((i - 1 for i, label in enumerate(labels) if pattern.search(label.strip())), None)


def _action(
    structure: Structure, row: Row, paragraph: Paragraph, columns: tuple[int, int | None, int | None], extractor: str
) -> Iterator[Commitment]:
    action, when, who = (None if i is None else _cell(row, i) for i in columns)
    if not action or len(action.split()) < _FEWEST_WORDS:
        return
    promise = promises(action, Place(item=True))[0]
    yield Commitment(
        evidence=evidence(structure, paragraph),
        extractor=extractor,
        subject=promise.about or " ".join(action.split()[:8]),
        text=action,
        quantity=promise.quantity,
        amount=promise.amount,
        deadline=when or promise.deadline,
        deadline_date=(last_day(when) if when else None) or promise.deadline_date,
        owner=who or None,
    )


def _day_planned(structure: Structure, table: Table, row: Row, paragraph: Paragraph) -> str | None:
    """The newest planned date of a scheme's row as printed; None where there is none or it is over."""
    part = structure.parts[paragraph.part]
    said = part.meeting_date or structure.document.published
    cells = [cell for label, cell in zip(table.columns, row.cells, strict=False) if _PLANNED_DATE.search(label.strip())]
    day = last_day(cells[-1]) if cells and _SCHEME.fullmatch(row.label) else None
    return cells[-1] if day and said and day >= said and not _REACHED.search(cells[-1]) else None


def _scheme(structure: Structure, table: Table, row: Row, paragraph: Paragraph, day: str, extractor: str) -> Commitment:
    """A site or scheme with the day it is planned for, and how many things it brings where a column counts them."""
    counted = ((label, value) for label, value in zip(table.columns, row.cells, strict=False) if _COUNTED.fullmatch(f"{value} {label}"))
    return Commitment(
        evidence=evidence(structure, paragraph),
        extractor=extractor,
        subject=" ".join(row.label.split()[:10]),
        text=row.label,
        quantity=next((f"{value} {label.lower()}" for label, value in counted), None),
        deadline=day,
        deadline_date=last_day(day),
        confidence=PLANNED,
    )


def _saving(structure: Structure, table: Table, row: Row, paragraph: Paragraph, extractor: str) -> Iterator[Commitment]:
    """A row with words that say what is saved and amounts under years to come."""
    words = next((cell for cell in (row.label, *row.cells) if len(_PLAIN_WORD.findall(cell)) > 1), row.label)
    amounts = [
        (label, value)
        for label, value in zip(table.columns, row.cells, strict=False)
        if _is_planned(label) and (number := cell(value)) and number.value
    ]
    if len(words.split()) < _FEWEST_WORDS - (words != row.label) or not amounts or _TOTAL.search(words):
        return
    scale = _scale(table)
    printed = [match.group() for label, _ in amounts if (match := _YEAR.search(label))]
    above = (table.caption or "", *reversed(structure.path(table.section)))
    years = printed or [match.group() for title in above if (match := _YEAR.search(title))][:1]
    yield Commitment(
        evidence=evidence(structure, paragraph),
        extractor=extractor,
        subject=" ".join(words.split()[:10]),
        text=words,
        amount="; ".join(f"{_named(label)}: £{_printed(value)}{scale}" for label, value in amounts),
        deadline=f"{years[0]} to {years[-1]}" if len(years) > 1 else years[0] if years else None,
        deadline_date=last_day(years[-1]) if years else None,
        basis="stated" if printed or not years else "derived",
    )


def _scale(table: Table) -> str:
    """What the table's words say of its sums: "m" for "£m", "k" for "£000" and "£'000", else nothing."""
    said = " ".join([table.unit or "", table.caption or "", table.label_column or "", *table.columns])
    match = _MONEY_UNIT.search(said)
    return ("m" if match["m"] else "k") if match else ""


def _named(label: str) -> str:
    """The year of a column, else its words without the unit of its sums."""
    year = _YEAR.search(label)
    return year.group() if year else _MONEY_UNIT.sub("", label).strip(" ()")


def _printed(value: str) -> str:
    """A cell with a minus for brackets: "(3.4)" is "-3.4"."""
    return re.sub(r"^\((.*)\)$", r"-\1", value.strip()).replace("£", "")


def _is_planned(label: str) -> bool:
    return bool(_YEAR.search(label) or _PLANNED.search(label)) and not _NOT_PLANNED.search(label)


def _reserve(structure: Structure, table: Table, row: Row, paragraph: Paragraph, extractor: str) -> Iterator[Commitment]:
    """What the label says a reserve will be used for; the year is the one of the planned use."""
    year = next((m.group() for label in table.columns if _PLANNED.search(label) and (m := _YEAR.search(label))), None)
    promise = promises(row.label, Place(item=True))[0]
    yield Commitment(
        evidence=evidence(structure, paragraph),
        extractor=extractor,
        subject=" ".join(row.label.split()[:10]),
        text=row.label,
        quantity=promise.quantity,
        amount=next((f"£{_printed(value)}{_scale(table)}" for value in row.cells if cell(value) is not None), None),
        deadline=promise.deadline or year,
        deadline_date=promise.deadline_date or (last_day(year) if year else None),
        basis="stated" if promise.deadline or not year else "derived",
    )


def _cell(row: Row, index: int) -> str:
    return row.label if index < 0 else row.cells[index] if index < len(row.cells) else ""
