"""What the model sees: the statements and passages found, each once and numbered, with the place it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.lookup.answering.proof import Proof, plain
from pipeline.lookup.cite import spoken
from pipeline.lookup.written.planted import without_orders
from pipeline.model.answers import Answer, Citation, FactRow, PassageRow
from pipeline.model.ports import FactStore

MOST_SOURCES, MOST_CHARACTERS = 24, 14_000
"""A question to a small local model has to stay short."""
BAR = "| "
"""Before every line of a paper, so that no paper can end its own quotation."""


@dataclass(frozen=True, slots=True)
class Source:
    number: int
    citation: Citation
    shown: str
    """What the model sees of it: the repaired words, a table row spelt out."""
    verbatim: Proof
    """Proves quotations: all that is shown."""
    proof: Proof
    """Proves all else: without anything that gives a machine orders, and what follows it."""


def sources(library: FactStore, answer: Answer) -> tuple[Source, ...]:
    """The proofs of the statements first, then the passages."""
    made: list[Source] = []
    room = MOST_CHARACTERS
    for citation, row in _found(library, answer):
        source = _source(library, len(made) + 1, citation, row)
        room -= len(source.shown)
        if len(made) >= MOST_SOURCES or room < 0:
            break
        made.append(source)
    return tuple(made)


def listed(some: tuple[Source, ...]) -> str:
    """The sources as the prompt gives them."""
    return "\n\n".join(f"[{source.number}] {about(source.citation)}\n{barred(source.shown)}" for source in some)


def barred(text: str) -> str:
    return "\n".join(BAR + line for line in text.splitlines())


def about(citation: Citation) -> str:
    """Where it stands: the label, the headings, the day of the meeting."""
    return " / ".join(filter(None, (plain(citation.label), *map(plain, citation.section), spoken(citation.meeting_date))))


def _found(library: FactStore, answer: Answer) -> Iterator[tuple[Citation, PassageRow | FactRow | None]]:
    """Each place once; a passage that a statement quotes only a part of is shown whole, in its own place."""
    rows = {hit.row.id: hit.row for hit in answer.passages}
    seen: set[str] = set()
    cited = [citation for statement in answer.statements for citation in statement.citations]
    for citation in (*cited, *(hit.citation for hit in answer.passages)):
        key = f"{citation.document} {citation.quote}"
        if key not in seen:
            seen.add(key)
            yield citation, rows.get(citation.id) or library.find(citation.id)


def _source(library: FactStore, number: int, citation: Citation, row: PassageRow | FactRow | None) -> Source:
    passage = isinstance(row, PassageRow)
    shown = (row.reading or row.words) if isinstance(row, PassageRow) else citation.quote
    rowids = (row.rowid,) if isinstance(row, PassageRow) else row.passages if row is not None else ()
    figures = tuple(fact for fact in library.facts_on(list(rowids), ("figures",)) if passage or fact.quote in citation.quote)
    where = about(citation)
    honest = [without_orders(text) for text in (citation.quote, shown)]
    whole = Proof(citation.quote, shown, where)
    return Source(number, citation, shown, whole, Proof(honest[0], honest[1], where, figures if honest[0] == citation.quote else ()))
