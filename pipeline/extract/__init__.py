"""Facts out of structure: one module a kind of fact, listed by hand in `EXTRACTORS`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from pipeline.extract import (
    actions,
    agenda,
    attendance,
    commitments,
    decisions,
    declarations,
    entities,
    figures,
    indicators,
    inspections,
    questions,
    reports,
    tables,
)
from pipeline.extract.nlp import Nlp
from pipeline.model.facts import Fact
from pipeline.model.spool import kept
from pipeline.model.structure import Structure

Extractor = Callable[[Structure, Nlp], Iterator[Fact]]

EXTRACTORS: Mapping[str, Extractor] = {
    "agenda": agenda.extract,
    "attendance": attendance.extract,
    "decisions": decisions.extract,
    "actions": actions.extract,
    "declarations": declarations.extract,
    "questions": questions.extract,
    "reports": reports.extract,
    "figures": figures.extract,
    "tables": tables.extract,
    "commitments": commitments.extract,
    "inspections": inspections.extract,
    "entities": entities.extract,
    "indicators": indicators.extract,
}
"""Kind of fact (its command) to the function that finds them. Order is the order of storing."""


def extract(structure: Structure, nlp: Nlp, *, kinds: Collection[str] = ()) -> Sequence[Fact]:
    """All facts of a document, or those of some kinds, by extractor and in reading order."""
    return kept(fact for kind, find in EXTRACTORS.items() if not kinds or kind in kinds for fact in find(structure, nlp))
