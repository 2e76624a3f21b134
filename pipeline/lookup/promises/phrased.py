"""A promise as a reader reads it in a list: its sentence, under what it is said where it does not say so itself; a table row in words.

Comes in: a stored commitment. Goes out: a line of text whose figures all stand in the quote, with the units that the table gives.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pipeline.language.numbers import cell as cell_number
from pipeline.lookup.answering.statements import LINKED
from pipeline.lookup.text.terms import stems
from pipeline.model.answers import FactRow
from pipeline.model.ports import Library

PIECES = re.compile(r"; |: ")
EMPTY = re.compile(r"[\W_]*0*[\W0_]*[mk]?|(?i:n/?a|nil|none|tbc)")
"""What a cell holds that says nothing: a dash, noughts."""
CODE = re.compile(r"[\W\d_]*(?:[A-Z]{1,6}[\W\d_]*)*")
"""A reference or the number of a row: "AS25-02", "COM040 /ASC003", "12."."""
NOTE = re.compile(r"\s*\(?[£€](?:[’']?000s?|m|k|mn|bn|million|thousand)?\)?(?=\s)")
"""What a column's label says of the unit of its sums, which are given with their unit: "Target £000", "Saving (£m)"."""
CURRENCY = {"GBP": "£", "EUR": "€"}
SCALES = {1e3: "k", 1e6: "m"}


def row_text(library: Library, fact: FactRow) -> str:
    """A table row as a sentence: what is promised, then the other cells with their column labels."""
    said = " ".join(str(fact.fields.get("text") or "").split())
    reading = next((row.reading for row in library.passages(fact.passages[:1]) if row.reading), "")
    sums = {str(one.fields.get("raw")): one for one in library.facts_on(fact.passages[:1], ("figures",)) if one.quote == fact.quote}
    told = list(dict.fromkeys(_told(fact, said, PIECES.split(reading), sums)))
    return f"{said.rstrip('. ')} – {'; '.join(told)}" if said and told else said or " ".join(fact.quote.split())


def _told(fact: FactRow, said: str, labelled: Sequence[str], sums: Mapping[str, FactRow]) -> Iterator[str]:
    for at, cell in enumerate(" ".join(cell.split()) for cell in fact.quote.split("\t")):
        if EMPTY.fullmatch(cell) or cell == said or (at == 0 and CODE.fullmatch(cell)):
            continue
        label = next((piece.removesuffix(cell) for piece in labelled if piece.endswith(f" {cell}")), "") if at else ""
        sum_ = money(cell, sums.get(cell))
        named = (label if sum_ == cell else NOTE.sub("", label)).strip(" :")
        yield f"{_small(named)}: {sum_.rstrip(' .')}" if named else sum_.rstrip(" .")


def _small(label: str) -> str:
    """A column's label within a sentence: "Owner" is "owner", "RAG" stays."""
    return label[0].lower() + label[1:] if label[1:2].islower() else label


def money(printed: str, figure: FactRow | None) -> str:
    """A cell with the unit and scale that its table gives: "(0.640)" in a table of millions of pounds is "-£0.640m"."""
    number = cell_number(printed)
    sign = CURRENCY.get(str(figure.fields.get("unit")), "") if figure else ""
    if figure is None or number is None or number.kind != "plain" or not number.value or not sign:
        return printed
    scale = SCALES.get(round(abs(float(figure.fields["value"]) / number.value)), "")
    return f"{'-' if number.value < 0 else ''}{sign}{printed.strip('()-–— ')}{scale}"


def sentence_text(fact: FactRow, under: str | None) -> str:
    """The quote on one line, after the heading that says what it is about where it does not say so itself."""
    said = LINKED.sub("", " ".join(fact.quote.split())).rstrip(" ;,")
    return f"{under} – {said}" if under and not set(stems(under)) <= set(stems(said)) else said
