"""Values as people read them: a figure in full with its unit and its bound; a stored word in a reader's words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

CURRENCIES = {"GBP": "£", "EUR": "€", "USD": "$"}
SIGNS = {"percent": "%", "percentage points": " percentage points", "number": "", "rank": ""}
"""Units that are not said with their own name."""
BOUNDS = {"at_least": "at least", "at_most": "at most", "over": "more than", "under": "less than"}
DIRECTIONS = {"up": "increase", "down": "decrease", "over": "over", "under": "under"}
WORDS = {
    "GBP": "pounds (£)", "EUR": "euros (€)", "USD": "dollars ($)", "percent": "per cent", "not_mentioned": "not mentioned since",
    "restated": "said again", "noted_only": "only noted", "also_present": "also present", "member": "member of the council",
    "public": "member of the public", "text": "sentences", "table": "tables",
}  # fmt: skip
"""Stored values that are not the words people use."""
DIGITS = 10


def word(value: object) -> str:
    """A stored value as a label: as_recommended is "As recommended"; what is printed in the papers stays as printed."""
    said = str(value)
    if said in WORDS or (said.replace("_", "").islower() and said.isascii() and " " not in said):
        told = WORDS.get(said, said.replace("_", " "))
        return told[0].upper() + told[1:]
    return said


def in_full(fields: Mapping[str, Any]) -> str:
    """A figure's value in base units with its bound: "about £3,000,000", "at least 40 people", "40 of 45", "3 to 5%"."""
    unit, value = fields["unit"], fields["value"]
    told = _number(value, unit)
    if fields.get("of") is not None:
        told = f"{told} of {_number(fields['of'], unit)}"
    if fields.get("value_max") is not None:
        told = f"{told} to {_number(fields['value_max'], unit)}"
    after = "" if unit in CURRENCIES else SIGNS.get(unit, f" {unit}")
    said = (BOUNDS.get(fields.get("bound") or ""), "about" if fields.get("approximate") else None, f"{told}{after}")
    return " ".join(one for one in said if one)


def direction(fields: Mapping[str, Any]) -> str:
    return DIRECTIONS.get(fields.get("direction") or "", "")


def _number(value: float, unit: str) -> str:
    sign, sized = "-" if value < 0 else "", abs(value)
    if unit in CURRENCIES:
        return f"{sign}{CURRENCIES[unit]}{sized:,.0f}" if sized == int(sized) else f"{sign}{CURRENCIES[unit]}{sized:,.2f}"
    return f"{sign}{sized:,.{DIGITS}g}" if sized < 10**DIGITS else f"{sign}{sized:,.0f}"
