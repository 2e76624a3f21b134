"""The hits under an outright answer: first the passages on which it stands, then what the search found."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.lookup.finding.cover import Weighing
from pipeline.lookup.finding.rank import Found, Reader
from pipeline.lookup.finding.search import Ranked
from pipeline.lookup.finding.views import view
from pipeline.lookup.understanding.question import Question
from pipeline.model.answers import PassageRow, Statement
from pipeline.model.ports import Library

MOST = 10
"""Statements, and passages, that are put first."""


def proving_first(library: Library, question: Question, some: Weighing, found: Sequence[Ranked], told: Sequence[Statement]) -> list[Ranked]:
    """The hits with the passages on which an outright answer stands before the others: no passage off the point leads it."""
    proofs = list(dict.fromkeys(rowid for one in told[:MOST] for cited in one.citations for rowid in _rows_of(library, cited.id)))[:MOST]
    if not proofs:
        return list(found)
    at = {read.view.row.rowid: one for one in found for read in (one.read, *one.same)}
    top = found[0].score if found else 0.0
    new = {row.rowid: row for row in library.passages([rowid for rowid in proofs if rowid not in at])}
    reader = Reader(question, some)
    first = [at.get(rowid) or Ranked(reader.read(view(new[rowid]), Found()), top) for rowid in proofs]
    return list({id(one): one for one in (*first, *found)}.values())


def _rows_of(library: Library, id_: str) -> tuple[int, ...]:
    """The passage of this id, or the first that holds the fact of this id."""
    row = library.find(id_)
    return () if row is None else (row.rowid,) if isinstance(row, PassageRow) else row.passages[:1]
