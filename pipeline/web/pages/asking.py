"""A question and its answer: statements with citations, the passages beneath, what was searched."""

from __future__ import annotations

from typing import Any

from pipeline.lookup.answer import ask as answered
from pipeline.model.answers import Filters
from pipeline.web.asked import LONGEST_VALUE, Asked, Reply
from pipeline.web.templating import page

PASSAGES, STATEMENTS = 10, 20
TOO_LONG = f"The question is longer than {LONGEST_VALUE} characters. Ask for one thing at a time."


def ask(library: Any, asked: Asked) -> Reply:
    question = asked["q"]
    wrong = TOO_LONG if len(question) > LONGEST_VALUE else None
    filters = asked.filters()
    given = (
        None
        if wrong or not question
        else answered(library, question, filters, passages=asked.number("passages", PASSAGES, 50), statements=STATEMENTS)
    )
    choices = library.coverage(Filters())
    return page("ask.html", asked=asked, question=question, given=given, wrong=wrong, filters=filters, choices=choices)
