"""The first way of answering that finds something: by facts alone, then by facts in the passages found; each is silent elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pipeline.lookup.finding.cover import Weighing
from pipeline.lookup.finding.search import Ranked
from pipeline.lookup.told.beside import beside
from pipeline.lookup.told.changed import changed
from pipeline.lookup.told.followed import followed
from pipeline.lookup.told.headed import headed
from pipeline.lookup.told.known import known
from pipeline.lookup.told.rated import judged
from pipeline.lookup.told.reasons import reasons
from pipeline.lookup.told.rows import listed
from pipeline.lookup.understanding.question import Question
from pipeline.model.answers import Statement
from pipeline.model.ports import Library


def outright(library: Library, question: Question, some: Weighing, found: Sequence[Ranked]) -> list[Statement]:
    ways: tuple[Callable[[], list[Statement]], ...] = (
        lambda: known(library, question, some),
        lambda: judged(library, question, some, found),
        lambda: beside(library, question, some, found),
        lambda: changed(library, question, some, found),
        lambda: followed(library, question, some, found),
        lambda: reasons(library, question, found),
        lambda: listed(library, question, some, found),
        lambda: headed(library, question, some, found),
    )
    return next((told for way in ways if (told := way())), [])
