"""What people said of the facts on which a statement stands: an answer that quotes a number marked wrong says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.lookup.finding.search import Ranked
from pipeline.model.answers import FactRow, Statement
from pipeline.model.ports import Library

READ = 10
"""Passages whose facts are looked at: statements come from the first ones."""
LEAST_QUOTE = 12
"""Characters: a shorter quote stands in many sentences."""


def with_judgements(library: Library, said: Sequence[Statement], found: Sequence[Ranked]) -> list[Statement]:
    """The statements, each with the marks of the facts whose words its citations hold, or whose words hold theirs."""
    facts = library.facts_on([one.read.view.row.rowid for one in found[:READ]]) if said and found and library.marked else []
    doubted = [fact for fact in facts if fact.mark and fact.mark.verdict != "right" and len(fact.quote) >= LEAST_QUOTE]
    return [replace(one, marks=tuple(fact.mark for fact in doubted if fact.mark and _on(one, fact))) for one in said]


def _on(one: Statement, fact: FactRow) -> bool:
    quotes = [cited.quote for cited in one.citations if cited.document == fact.standing.document]
    return one.fact == fact.id or any(fact.quote in quote or quote in fact.quote for quote in quotes)
