"""A list out of a table: the labels of its rows, where the question asks for a list and the table is what its words lead to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.lookup.answering.statements import shortened
from pipeline.lookup.cite import cite
from pipeline.lookup.finding.cover import Weighing
from pipeline.lookup.finding.rank import row_label
from pipeline.lookup.finding.search import Ranked
from pipeline.lookup.text.terms import stems
from pipeline.lookup.understanding.question import Question
from pipeline.lookup.understanding.words import STOP
from pipeline.model.answers import PassageRow, Statement
from pipeline.model.ports import Library

LISTED = re.compile(
    r"^\W*(?:please )?(?:list|name)\b|^\W*what (?:are|were) the (?:\w+ )?\w+s\b"
    r"|^\W*(?:what|which) (?:other )?(?:options|measures|actions|alternatives|schemes|savings|risks)\b",
    re.IGNORECASE,
)
OF_THE_FORM = frozenset(stems("list name proposed considered rejected one two three four five six seven eight nine ten main all"))
AROUND, LEAST_ROWS, MOST_ROWS, NEAR = 15, 2, 20, 4.0
"""Passages around a row that may be of its table; how many rows make a list; how near the row's passage must be to the best one."""
LEAST, LONGEST, CITATIONS = 0.75, 440, 3
"""Share of the question that the headings of the table cover without its rows."""


def listed(library: Library, question: Question, some: Weighing, found: Sequence[Ranked]) -> list[Statement]:
    """One statement with the labels of all rows; none where the rows, and not their headings, hold the question's words."""
    if not found or not LISTED.search(question.text):
        return []
    topic = Weighing(one for one in some if one.clue.kind == "word" and one.clue.stem not in OF_THE_FORM)
    for one in found:
        view = one.read.view
        if found[0].score - one.score <= NEAR and view.row.reading and _headed(topic, view.row):
            rows = _table(library, view.row)
            labels = [row_label(row) for row in rows]
            if len(rows) >= LEAST_ROWS and all(labels):
                text = shortened("; ".join(dict.fromkeys(labels)), LONGEST)
                cited = tuple(cite(library, row.standing, row.text, id_=row.id) for row in rows[:CITATIONS])
                return [Statement(text, "passage", None, cited)]
    return []


def _headed(topic: Weighing, row: PassageRow) -> bool:
    """Whether headings, title and caption are about what the question asks for."""
    caption = row.reading.split(". ")[0] if row.reading else ""
    words = set(stems(" / ".join((*row.standing.section, row.standing.part_title, row.standing.document_title, caption)))) - STOP
    held = sum(one.weight for one in topic if one.clue.stem in words)
    return held >= LEAST * sum(one.weight for one in topic) > 0


def _table(library: Library, row: PassageRow) -> list[PassageRow]:
    """The rows of its table in order: rows beside it under the same headings, without totals."""
    near = library.neighbours(row, AROUND, AROUND)
    of_table = [one for one in near if one.reading and one.standing.section == row.standing.section and one.part_id == row.part_id]
    return [one for one in of_table if not re.match(r"\W*(?:net |sub-?|grand )?total\b", row_label(one), re.IGNORECASE)][:MOST_ROWS]
