"""Why something was decided: records of decisions, and many reports, print the reasons under a heading of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.lookup.answering.drafts import LONGEST_TEXT
from pipeline.lookup.answering.statements import shortened
from pipeline.lookup.cite import cite
from pipeline.lookup.finding.search import Ranked
from pipeline.lookup.understanding.question import Question
from pipeline.model.answers import PassageRow, Statement
from pipeline.model.ports import Library

DECIDED = re.compile(
    r"\bwhy\b.*\b(?:decisions?|decided?|agreed?|approved?|award(?:ed)?|granted?|given?|give|made|taken?|chosen?|chose|recommend\w*|proposed?)\b"
    r"|\breasons? for\b.*\b(?:decision|recommendation|award|proposal)",
    re.IGNORECASE,
)
HEADED = re.compile(r"^\W*(?:\d+[.)]?\s*)?reasons?\b(?:\s*\(?s\)?)?(?:\s+for\b.*)?\W*$", re.IGNORECASE)
WITHIN, PASSAGES = 1.5, 30
"""How near the passage that leads to the part must be to the best one, by score; passages of the part that are looked at."""


def reasons(library: Library, question: Question, found: Sequence[Ranked]) -> list[Statement]:
    """The first passage under "Reasons" in the part that the best passages are of."""
    if not found or not DECIDED.search(question.text):
        return []
    near = [one.read.view.row for one in found if found[0].score - one.score <= WITHIN]
    for lead in near:
        if rows := _headed(library, question, lead):
            text = shortened(" ".join(rows[0].words.split()), LONGEST_TEXT)
            return [Statement(text, "passage", None, (cite(library, rows[0].standing, rows[0].text, id_=rows[0].id),))]
    return []


def _headed(library: Library, question: Question, lead: PassageRow) -> list[PassageRow]:
    found = library.words('"reason" OR "reasons"', replace(question.filters, document=lead.standing.document), PASSAGES)
    rows = [row for row in library.passages([rowid for rowid, _ in found]) if row.part_id == lead.part_id]
    headed = [row for row in rows if row.standing.section and HEADED.match(row.standing.section[-1]) and not HEADED.match(row.words)]
    return sorted(headed, key=lambda row: row.ordinal)
