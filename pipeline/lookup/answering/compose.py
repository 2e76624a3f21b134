"""The text of an answer from its statements: at most 700 characters, its point in the first 450."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.lookup.answering.statements import LINKED, shortened
from pipeline.model.answers import Statement

LONGEST, POINT = 700, 450
NOTHING = "Nothing in these papers answers this. The nearest passages are below."


def composed(statements: Sequence[Statement]) -> str:
    """Statements one after the other, as many as fit; those of several papers are told apart by their place."""
    said: list[str] = []
    for statement in statements:
        if said and len(" ".join(said)) + len(statement.text) + 1 > POINT:
            break
        said.append(closed(statement.text))
    return shortened(" ".join(said), LONGEST)


def closed(text: str) -> str:
    """With a full stop where the paper prints none (list items, table rows, headings), and without the "and" before an item left out."""
    text = LINKED.sub("", text)
    return text if text.endswith((".", "!", "?", "…", ":")) else f"{text.rstrip(' ;,')}."
