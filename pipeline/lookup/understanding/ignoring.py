"""What a question names and a person does not want it held to: the body, the kind of paper, the date."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import replace
from typing import Any

from pipeline.lookup.text.terms import stems
from pipeline.lookup.understanding.question import Question

BLANK: Mapping[str, Any] = {"council": None, "committee": None, "kinds": frozenset(), "dates": ()}


def without(question: Question, ignored: Set[str]) -> Question:
    """The question without what is ignored of what it names (keys of `BLANK`), and without the words that name it."""
    if ignored.isdisjoint(BLANK):
        return question
    named = {
        "council": stems(question.council or ""),
        "committee": stems(question.committee or ""),
        "kinds": [stem for kind in question.kinds for stem in stems(kind)],
        "dates": question.dates,
    }
    dropped = {stem for name in ignored & BLANK.keys() for stem in named[name]}
    kept = tuple(clue for clue in question.clues if clue.stem not in dropped)
    return replace(question, clues=kept, **{name: BLANK[name] for name in ignored & BLANK.keys()})
