"""The unit of a table's bare numbers where the row that is told does not say it: "8,650" is "8,650 (£000)".

Comes in: what is told of a table row, and the figures stored for it, which know the unit that caption, column or sheet gives. Goes out:
the same with the unit behind it, by column where columns differ.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.language.numbers import cell
from pipeline.lookup.answering.proof import NOTES
from pipeline.model.answers import FactRow

SIGNS = {"GBP": "£", "EUR": "€", "USD": "$"}
SCALES = {1.0: "", 1e3: "000", 1e6: "m", 1e9: "bn"}


def noted(text: str, figures: Iterable[FactRow]) -> str:
    """The text with "(£m)" or the like where its numbers lack it."""
    missing: dict[str, list[str]] = {}
    for fact in figures:
        note = _note(fact)
        if note and str(fact.fields["raw"]) in text and not NOTES[_key(note)].search(text):
            missing.setdefault(note, []).append(str(fact.fields.get("column") or ""))
    if not missing:
        return text
    told = next(iter(missing)) if len(missing) == 1 else "; ".join(f"{', '.join(dict.fromkeys(c))} {note}" for note, c in missing.items())
    return f"{text.rstrip(' .;')} ({told})"


def _note(fact: FactRow) -> str:
    """How the unit of a bare number in a table is written; "" for a number that carries its unit, or has none."""
    printed = cell(str(fact.fields.get("raw") or "")) if fact.fields.get("source") == "table" else None
    if printed is None or printed.kind != "plain" or not printed.value:
        return ""
    unit = str(fact.fields.get("unit") or "")
    if unit == "percent":
        return "%"
    scale = SCALES.get(float(f"{abs(float(fact.fields['value']) / printed.value):.3g}"))
    return f"{SIGNS[unit]}{scale}" if unit in SIGNS and scale is not None else ""


def _key(note: str) -> tuple[str, float]:
    if note == "%":
        return "percent", 1
    return "money", next(scale for scale, written in SCALES.items() if written == note[1:])
