"""A fact as it is told beside the page that it stands on: in a line, and with all that was read of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pipeline.lookup.facts import resolved
from pipeline.lookup.promises.phrased import row_text
from pipeline.model.answers import Citation, FactRow, PassageRow
from pipeline.render import plain
from pipeline.render.output import phrase
from pipeline.render.plain import Json
from pipeline.render.told import word
from pipeline.web.templating import day

CALLED = {
    "decisions": "a decision", "actions": "an action", "commitments": "a commitment", "figures": "a figure",
    "inspections": "a judgement of an inspector", "tables": "a table", "reports": "a report", "attendance": "who was there",
    "declarations": "a declaration of interest", "questions": "a question", "indicators": "an indicator", "agenda": "an agenda item",
    "sections": "a heading", "entities": "a name",
}  # fmt: skip
SHORT = {
    "decisions": ("text",), "actions": ("owner", "text"), "commitments": ("text",), "figures": ("measure", "raw", "period"),
    "inspections": ("statement", "score", "overall_rating"), "indicators": ("measure", "value", "period"), "tables": ("caption",),
    "declarations": ("text",), "questions": ("asker", "question"),
}  # fmt: skip
"""Fields that tell a fact in a line."""
INNER = frozenset({"index", "confidence", "table", "file_page", "first_seen", "last_seen"})
"""Fields that tell a reader nothing, or that the history tells."""
CODED = frozenset({"status", "outcome", "against_recommendation", "bound", "interest", "by", "direction", "source"})
"""Fields whose values are our words, not the paper's."""
HISTORY = ("restatements", "followed_by")


def shortly(row: FactRow) -> str:
    """A line that tells the fact: its own fields, else its words; the cells of a row apart."""
    told = [str(row.fields[name]) for name in SHORT.get(row.kind, ()) if row.fields.get(name) not in (None, "")]
    if not told:
        return " · ".join(row.quote.replace("\t", "\n").split("\n"))
    return ": ".join(told[:2]) + "".join(f" ({more})" for more in told[2:])


def in_words(library: Any, cited: Citation) -> str | None:
    """A row of a table spelt out with the labels of its columns; None where nothing is known of them."""
    if "\t" not in cited.quote or "\n" in cited.quote.strip():
        return None
    row = library.find(cited.id)
    if isinstance(row, PassageRow):
        return row.reading
    if not isinstance(row, FactRow):
        return None
    reading = next((one.reading for one in library.passages(row.passages[:1]) if one.text == cited.quote), None)
    return reading or (row_text(library, row) if row.kind == "commitments" else None)


def fact_told(library: Any, cited: Citation) -> Json | None:
    """What was read in the cited words, where they are a fact's: its fields that are not blank, and where the same is said again."""
    row = library.find(cited.id)
    if not isinstance(row, FactRow):
        return None
    made = resolved(library, row)
    told = plain.fact(made, cited)
    mark = told["mark"]
    return {
        "id": row.id, "kind": row.kind, "called": CALLED.get(row.kind, row.kind), "fields": _fields(made.fields), "basis": row.basis,
        "mark": mark, "said": phrase(mark) if mark else None, "first": row.fields.get("first_seen"), "last": row.fields.get("last_seen"),
        "again": [one for name in HISTORY for one in made.fields.get(name) or () if isinstance(one, Citation)],
    }  # fmt: skip


def _fields(fields: Mapping[str, Any]) -> dict[str, str | float]:
    """Fields that are not blank, as a reader reads them; what holds further facts or places is left out."""
    found: dict[str, str | float] = {}
    for name, value in fields.items():
        if name in INNER or value is False or value in (None, "", []):
            continue
        if isinstance(value, list | tuple) and all(isinstance(one, str) for one in value):
            found[name] = "; ".join(value)
        elif value is True:
            found[name] = "yes"
        elif isinstance(value, int | float):
            found[name] = float(value)
        elif isinstance(value, str):
            found[name] = word(value) if name in CODED else day(value)
    return found
