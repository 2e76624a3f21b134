"""Answers, hits, facts and citations as the JSON of the contract."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

from pipeline.model.answers import Answer, AuditRow, Citation, CitedSpan, FactRow, Hit, Statement

if TYPE_CHECKING:
    from pipeline.lookup.changes import Change, Side
    from pipeline.lookup.show import Shown

Json = dict[str, Any]
CITATION, SPAN = (tuple(field.name for field in fields(kind)) for kind in (Citation, CitedSpan))
"""Read by name: `asdict` copies every box of every quote, which made half the cost of a long list."""


def citation(made: Citation) -> Json:
    row = {name: getattr(made, name) for name in CITATION}
    row["spans"] = [{**{name: getattr(span, name) for name in SPAN}, "boxes": [list(box) for box in span.boxes]} for span in made.spans]
    row["section"] = list(made.section)
    return row


def hit(found: Hit) -> Json:
    return {
        "id": found.row.id,
        "rank": found.rank,
        "score": round(found.score, 4),
        "text": found.row.text,
        "reading": found.row.reading,
        "found_by": dict(found.found_by),
        "citation": citation(found.citation),
        "also_in": [citation(c) for c in found.also_in],
        "features": {name: round(value, 3) for name, value in found.features.items()},
    }


def statement(said: Statement) -> Json:
    cited = [citation(c) for c in said.citations]
    return {"text": said.text, "kind": said.kind, "fact": said.fact, "citations": cited, "marks": [asdict(mark) for mark in said.marks]}


def answer(given: Answer) -> Json:
    row = {
        "question": given.question,
        "understood": dict(given.understood),
        "answered": given.answered,
        "confidence": round(given.confidence, 3),
        "answer": given.answer,
        "statements": [statement(s) for s in given.statements],
        "passages": [hit(h) for h in given.passages],
        "coverage": asdict(given.coverage),
        "elapsed_ms": round(given.elapsed_ms, 1),
    }
    return {"id": given.id, **row} if given.id is not None else row


def fact(row: FactRow, cited: Citation) -> Json:
    """The fields of the kind, then what every fact carries."""
    return {
        "id": row.id,
        **{name: _plain(value) for name, value in row.fields.items()},
        "council": row.standing.council,
        "committee": row.standing.committee,
        "meeting_date": row.standing.meeting_date,
        "basis": row.basis,
        "extractor": row.extractor,
        "mark": asdict(row.mark) if row.mark else None,
        "citation": citation(cited),
        "also_in": [citation(other) for other in row.also_in],
        "repeat": row.standing.repeat_of is not None,
    }


def _plain(value: Any) -> Any:
    if isinstance(value, Citation):
        return citation(value)
    if isinstance(value, Mapping):
        return {k: _plain(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(v) for v in value]
    return value


def statement_rows(given: Answer) -> list[Json]:
    """An answer as rows: one for each statement and citation."""
    return [{"text": s.text, "kind": s.kind, "fact": s.fact, "citation": citation(c)} for s in given.statements for c in s.citations]


def shown(found: Shown) -> Json:
    """A passage or fact in full, with the words around it."""
    row = found.row
    own = _own(row) if isinstance(row, FactRow) else {"reading": row.reading if row else None}
    facts = [{"id": f.id, "kind": f.kind, "quote": f.quote} for f in found.facts]
    around = {"before": found.before, "after": found.after, "facts": facts}
    return {"id": found.citation.id, **own, **around, "citation": citation(found.citation)}


def _own(row: FactRow) -> Json:
    return {"fields": {k: _plain(v) for k, v in row.fields.items()}, "mark": asdict(row.mark) if row.mark else None}


def change(found: Change) -> Json:
    """Two statements of one thing, and what happened between them."""
    return {"subject": found.subject, "nature": found.nature, "a": _side(found.a), "b": _side(found.b) if found.b else None}


def _side(side: Side) -> Json:
    return {"text": side.text, "citation": citation(side.citation)}


def audit(row: AuditRow) -> Json:
    """One finding of the audit."""
    return {**asdict(row), "citations": [citation(c) for c in row.citations]}
