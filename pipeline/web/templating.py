"""Templates into replies. All text of papers is escaped: HTML in a paper is text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from pipeline.web.asked import Reply

HERE = Path(__file__).parent
KINDS = {
    "cover": "Cover", "agenda": "Agenda", "minutes": "Minutes", "public_questions": "Public questions", "report": "Report",
    "appendix": "Appendix", "slides": "Slides", "forward_plan": "Forward plan", "decision_record": "Decision record",
    "inspection": "Inspection", "web": "Web page", "other": "Other",
}  # fmt: skip
"""Kinds of part as people call them."""
ISO = re.compile(r"\b(?:19|20)\d\d-\d\d-\d\d\b")
UNITS = {"GBP": "Pounds", "EUR": "Euros", "percent": "Per cent", "fte": "Full-time equivalents"}
"""Units as people call them; others are words."""


@cache
def environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters |= {
        "day": day,
        "amount": amount,
        "kind": lambda name: KINDS.get(name, name),
        "said": said,
        "spelt": lambda text: ISO.sub(lambda found: day(found[0]), text),
        "unit": lambda name: UNITS.get(name, str(name).capitalize()),
        "q": lambda text: quote(str(text), safe=""),
    }
    made.globals |= {"KINDS": KINDS}
    made.tests |= {"web_address": lambda text: bool(text) and str(text).lower().startswith(("https://", "http://"))}
    return made


def page(template: str, /, status: int = 200, headers: Mapping[str, str] | None = None, **values: Any) -> Reply:
    """The reply that a template makes."""
    return Reply(environment().get_template(template).render(**values).encode(), status=status, headers=headers or {})


def day(iso: str | None) -> str:
    """2023-02-06 is 6 February 2023, 2023-02 February 2023; anything else is given back."""
    parts = (iso or "").split("-")
    try:
        when = date(*(int(part) for part in [*parts, "1", "1"][:3]))
    except ValueError:
        return iso or ""
    return {1: f"{when.year}", 2: f"{when:%B} {when.year}"}.get(len(parts), f"{when.day} {when:%B} {when.year}")


def amount(value: float | None) -> str:
    return "" if value is None else f"{value:,.10g}"


def escaped(text: object) -> str:
    """For use as one part of an address."""
    return quote(str(text), safe="")


def said(name: str) -> str:
    """A field's name as a label: item_title is Item title."""
    return name.replace("_", " ").capitalize()
