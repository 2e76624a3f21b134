"""The facts of a structure as plain rows, beside the views of its parts and paragraphs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from pipeline.extract import extract
from pipeline.extract.nlp import Nlp, load
from pipeline.model.facts import Action, AgendaItem, Attendance, Decision, Entity, Fact, Figure, Report
from pipeline.model.structure import Structure

Row = dict[str, Any]


def _nlp(kind: str) -> Nlp:
    return Nlp(use_trained=False) if kind == "entities" else load()


def _attendance(fact: Fact) -> Row:
    assert isinstance(fact, Attendance)
    return {"name": fact.name, "status": fact.status, "role": fact.role, "for": fact.for_}


def _decision(fact: Fact) -> Row:
    assert isinstance(fact, Decision)
    vote = fact.votes or {}
    return {
        "item": fact.item, "paragraph": fact.paragraph, "text": fact.text, "outcome": fact.outcome, "proposer": fact.proposer,
        "seconder": fact.seconder, "vote": [vote["for"], vote["against"], vote["abstain"]] if vote else None,
        "unanimous": fact.unanimous or None,
    }  # fmt: skip


def _action(fact: Fact) -> Row:
    assert isinstance(fact, Action)
    return {"owner": fact.owner, "text": fact.text, "due": fact.due}


def _item(fact: Fact) -> Row:
    assert isinstance(fact, AgendaItem)
    return {"number": fact.number, "title": fact.title, "page": fact.page, "officer": fact.officer}


def _report(fact: Fact) -> Row:
    assert isinstance(fact, Report)
    return {
        "title": fact.title, "date": fact.date, "item": fact.item, "officer": fact.officer, "director": fact.responsible_director,
        "recommendations": [each.text for each in fact.recommendations],
    }  # fmt: skip


def _entity(fact: Fact) -> Row:
    assert isinstance(fact, Entity)
    return {"name": fact.text, "type": fact.type, "canonical": fact.canonical if fact.canonical != fact.text else None}


def _figure(fact: Fact) -> Row:
    assert isinstance(fact, Figure)
    return {
        "raw": fact.raw, "value": fact.value, "unit": fact.unit, "measure": fact.measure, "period": fact.period, "status": fact.status,
    }  # fmt: skip


ROWS: dict[str, Callable[[Fact], Row]] = {
    "attendance": _attendance,
    "decisions": _decision,
    "actions": _action,
    "agenda": _item,
    "reports": _report,
    "entities": _entity,
    "figures": _figure,
}


def rows(kind: str) -> Callable[[Structure], Iterator[Row]]:
    """The facts of one kind, in reading order."""

    def found(structure: Structure) -> Iterator[Row]:
        yield from (ROWS[kind](fact) for fact in extract(structure, _nlp(kind), kinds=(kind,)))

    return found
