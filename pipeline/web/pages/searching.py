"""A plain list of the passages found for words or a question: `matters search` as a page."""

from __future__ import annotations

from typing import Any

from pipeline.errors import NotThereError
from pipeline.lookup.finding.search import asked as understood_as
from pipeline.lookup.finding.search import search as found
from pipeline.model.answers import Filters, Hit
from pipeline.web.asked import Asked, Reply
from pipeline.web.pages.asking import wrong_with
from pipeline.web.pages.found import set_off, why
from pipeline.web.pages.narrowing import BARE, chosen, facets
from pipeline.web.templating import page

ROWS, MOST = 10, 100
"""Passages on one page of the list, and in the whole of it."""


def search(library: Any, asked: Asked) -> Reply:
    question, wrong = asked["q"], wrong_with(asked)
    filters = Filters() if wrong else asked.filters()
    hits: list[Hit] = found(library, question, filters, MOST) if question and not wrong else []
    number, last = asked.number("page", 1, MOST), max(1, -(-len(hits) // ROWS))
    if number > last:
        raise NotThereError("The list has no such page. Go back to its first page.")
    titles = {hit.citation.document: hit.citation.document_title for hit in hits}
    return page(
        "search.html", asked=asked, question=question, wrong=wrong, hits=hits[(number - 1) * ROWS : number * ROWS], total=len(hits),
        most=MOST, number=number, last=last, facets=facets(hits, asked, titles), chosen=chosen(asked), bare=BARE,
        understood=understood_as(library, question, filters).understood() if hits else {}, coverage=library.coverage(filters),
        choices=library.coverage(Filters()), set_off=set_off, why=why,
    )  # fmt: skip
