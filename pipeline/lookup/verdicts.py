"""What a person says of a fact, made into a mark: right, wrong, or what a field should say."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from pipeline.errors import UsageError
from pipeline.model.answers import FactRow, Mark

VERDICTS = ("right", "wrong")
MAIN = {
    "figures": "value", "decisions": "outcome", "attendance": "status", "entities": "type", "inspections": "score", "indicators": "value",
}  # fmt: skip
"""The field that a VALUE without a name corrects."""
YES_OR_NO = {"yes": True, "true": True, "no": False, "false": False}
CHOICES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("decisions", "outcome"): ("agreed", "noted", "considered", "appointed", "delegated", "lost", "deferred", "withdrawn", "referred"),
    ("decisions", "against_recommendation"): ("as_recommended", "amended", "deferred", "noted_only"),
    ("actions", "status"): ("open", "done", "carried_forward", "not_mentioned"),
    ("attendance", "status"): ("present", "substitute", "also_present", "apologies", "absent"),
}
"""Fields that hold one of a few words, as the contract lists them."""


def judged(row: FactRow, verdict: str, why: str, types: Mapping[str, Any]) -> Mark:
    """The mark that these words make; `types` are those of the kind's fields. Raises UsageError where they make none."""
    today = date.today().isoformat()
    if verdict != "right" and not why.strip():
        raise UsageError('Say what makes you think so, for whoever reads the mark (--why "...").')
    if verdict in VERDICTS:
        return Mark(verdict, why.strip(), today)
    field, value = _correction(row.kind, verdict, types)
    allowed = CHOICES.get((row.kind, field), ())
    if allowed and value not in allowed:
        raise UsageError(f"{value!r} is no {field} of {row.kind}. Say one of {', '.join(allowed)}.")
    return Mark("corrected", why.strip(), today, field, _typed(value, types[field]))


def _correction(kind: str, said: str, types: Mapping[str, Any]) -> tuple[str, str]:
    """Field and value: FIELD=VALUE, or a VALUE of the kind's main field."""
    name, found, value = said.partition("=")
    simple = [field for field, type_ in types.items() if type_ in (str, int, float, bool) or field == MAIN.get(kind)]
    if found and name in simple:
        return name, value
    if kind in MAIN and not found:
        return MAIN[kind], said
    raise UsageError(f"Say right, wrong or FIELD=VALUE. The fields of {kind} that a value can correct are {', '.join(simple)}.")


def _typed(value: str, type_: Any) -> str | float | bool:
    """The value as its field keeps it; a score may be a number or a word."""
    if type_ is bool:
        if value.casefold() not in YES_OR_NO:
            raise UsageError(f"{value!r} is neither yes nor no.")
        return YES_OR_NO[value.casefold()]
    number = _number(value)
    if type_ is str or (type_ not in (int, float) and number is None) or not value:
        return value
    if number is None:
        raise UsageError(f"{value!r} is not a number. Write it in base units: 1990000 for £1.990m.")
    return number


def _number(value: str) -> float | None:
    try:
        return float(value.replace(",", ""))
    except ValueError:
        return None
