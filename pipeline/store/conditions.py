"""Filters into SQL, on `p` (parts) and `d` (documents), so that every search applies them inside."""

from __future__ import annotations

import re

from pipeline.model.answers import Filters

Condition = tuple[str, list[str]]
COUNCIL = "coalesce(p.council, p.council_derived)"
"""The council that a part prints, else the one that other papers name (link/councils.py)."""
JOINS = "JOIN parts p ON p.id = {x}.part_id JOIN documents d ON d.id = {x}.document_id"
"""What filters look at, beside rows of `x`."""
LONGEST_STEM = 4
"""Topic words longer than this lose a plural s, so that "home" and "homes" both find either."""


def where(filters: Filters, facts: str | None = None) -> Condition:
    """SQL and its values; ("", []) where nothing is limited. `facts`: alias of a fact table, for the topic."""
    tests: list[tuple[str, str]] = []
    for column, value in ((COUNCIL, filters.council), ("p.committee", filters.committee)):
        if value:
            tests.append((f"{column} LIKE ? ESCAPE '\\'", like(value)))
    if filters.since:
        tests.append(("p.date >= ?", filters.since))
    if filters.until:
        tests.append(("p.date <= ?", filters.until))
    if filters.kind:
        tests.append(("p.kind = ?", filters.kind))
    if filters.document:
        tests.append(("(d.name || ' ' || d.title) LIKE ? ESCAPE '\\'", like(filters.document)))
    if filters.topic and facts:
        tests += [(f"{facts}.about LIKE ? ESCAPE '\\'", like(_stem(word))) for word in re.findall(r"[\w£%.']+", filters.topic.lower())]
    return " AND ".join(test for test, _ in tests), [value for _, value in tests]


def like(value: str) -> str:
    return "%" + re.sub(r"([\\%_])", r"\\\1", value) + "%"


def _stem(word: str) -> str:
    return word.removesuffix("s") if len(word) > LONGEST_STEM else word
