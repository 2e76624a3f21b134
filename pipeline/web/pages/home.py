"""The first page: one box, questions to begin with, and what the library holds."""

from __future__ import annotations

from typing import Any

from pipeline.model.answers import Filters
from pipeline.web.asked import Asked, Reply
from pipeline.web.pages.examples import examples
from pipeline.web.pages.lists import LISTS
from pipeline.web.pages.meetings import held
from pipeline.web.templating import page

NEWEST = 5
"""Meetings, and papers, named on the first page."""


def home(library: Any, asked: Asked) -> Reply:
    counts = [(kind, LISTS[kind].title, library.counted(kind, Filters(), {})) for kind in LISTS]
    papers = library.documents()
    return page(
        "home.html", asked=asked, coverage=library.coverage(Filters()), held=[one for one in counts if one[2]], papers=papers[:NEWEST],
        total=len(papers), meetings=held(library)[:NEWEST], examples=examples(library),
    )  # fmt: skip
