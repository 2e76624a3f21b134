"""What stands under a heading that the question puts in its own words: "What does X need to improve?" under "What needs to improve".

Comes in: a question, and the passages found. Goes out: the section as one statement, its items shortened so that all are named; none where
the question asks for more than the heading, the paper's body, title and day say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.lookup.answering.pieces import Piece
from pipeline.lookup.answering.statements import spoken
from pipeline.lookup.cite import cite
from pipeline.lookup.finding.cover import Weighing, either
from pipeline.lookup.finding.search import Ranked
from pipeline.lookup.finding.views import View, around, bag_of, view, when
from pipeline.lookup.text.terms import stems
from pipeline.lookup.understanding.question import Question
from pipeline.lookup.understanding.words import ASKING, STOP, wordings
from pipeline.model.answers import Statement
from pipeline.model.ports import Library

ASKED = re.compile(r"^\W*(?:what|which|list|name)\b", re.IGNORECASE)
TELLING, MET = 2, 0.6
"""Words that a heading must have, and how well all else in the question must be met by where the section stands."""
READ, BEFORE, AFTER, CITATIONS = 60, 6, 6, 3


def headed(library: Library, question: Question, some: Weighing, found: Sequence[Ranked]) -> list[Statement]:
    if not ASKED.search(question.text) or question.expects - {"list"}:
        return []
    views = (*(one.read.view for one in found[:READ]), *_of_council(library, question))
    asked = next((one for one in views if _is_asked(question, some, one)), None)
    if asked is None:
        return []
    near = [view(row) for row in library.neighbours(asked.row, BEFORE, AFTER)]
    section = [one for one in near if (one.row.part_id, one.row.standing.section) == (asked.row.part_id, asked.row.standing.section)]
    pieces = [Piece(one, 0, len(one.sentences) - 1) for one in section[:CITATIONS] if one.sentences]
    cited = tuple(cite(library, one.view.row.standing, one.view.row.text, id_=one.view.row.id) for one in pieces)
    return [Statement(spoken(pieces), "passage", None, cited)] if pieces else []


def _of_council(library: Library, question: Question) -> list[View]:
    """Passages of the council that is named, which need not name it: those that hold the other words of the question."""
    if question.council is None:
        return []
    own = frozenset(stems(question.council))
    printed = wordings([clue for clue in question.clues if clue.stem not in own], widened=False)
    rows = library.any_of(printed, replace(question.filters, council=question.council), READ) if printed else []
    return [view(row) for row in library.passages([rowid for rowid, _ in rows])]


def _is_asked(question: Question, some: Weighing, seen: View) -> bool:
    """Whether the question names the heading in full, and else only what the setting of the section gives."""
    section = seen.row.standing.section
    heading = bag_of(section[-1]) if section else None
    own = frozenset(stem for stem in stems(section[-1]) if not stem.isdigit()) - STOP - ASKING if section else frozenset()
    if heading is None or len(own) < TELLING or not own <= question.vocabulary:
        return False
    held = either([float(bool(credit)) for credit in some.credits(heading)], around(seen.setting, when(seen.row), some, question))
    return all(credit >= MET for credit in held)
