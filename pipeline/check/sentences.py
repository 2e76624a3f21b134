"""The figures of a text sentence by sentence, for the checks that hold them against each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from pipeline.check.ports import Audited
from pipeline.lookup.facts import believed
from pipeline.model.answers import FactRow, Filters

Sentence = list[FactRow]
GAP = 4
"""Characters between two sentences of one paragraph."""


def sentences(library: Audited, filters: Filters) -> list[Sentence]:
    """Figures of running text and list items, those of one sentence together, in reading order."""
    figures = [figure for figure in believed(library.facts("figures", filters)) if figure.fields["source"] == "text"]
    return [list(group) for _, group in groupby(figures, key=lambda one: (one.standing.document_id, one.standing.places, one.quote))]


def paragraphs(said: Sequence[Sentence]) -> Iterator[Sentence]:
    """The figures of sentences that follow one another without a gap."""
    held: Sentence = []
    for sentence in said:
        if held and not _follows(held[-1], sentence[0]):
            yield held
            held = []
        held = [*held, *sentence]
    if held:
        yield held


def _follows(one: FactRow, other: FactRow) -> bool:
    if (one.standing.document_id, one.standing.part_id) != (other.standing.document_id, other.standing.part_id):
        return False
    last, first = one.standing.places[-1:], other.standing.places[:1]
    return bool(last and first) and last[0].page == first[0].page and 0 <= first[0].start - last[0].end <= GAP


def exact(figure: FactRow) -> bool:
    """Whether a figure is one number, neither about nor at least."""
    fields = figure.fields
    return not (fields["approximate"] or fields["bound"] or fields["value_max"] is not None)


def place(figure: FactRow, after: int = 0) -> int:
    """Where a figure stands in its sentence, from an offset on; -1 where its words are not found."""
    return figure.quote.find(figure.fields["raw"], after)
