"""The first page: one box, and what the library holds."""

from __future__ import annotations

from typing import Any

from pipeline.model.answers import Filters
from pipeline.web.asked import Asked, Reply
from pipeline.web.pages.lists import LISTS
from pipeline.web.templating import page

NEWEST = 6
"""Papers named on the first page."""


def home(library: Any, asked: Asked) -> Reply:
    held = [(kind, LISTS[kind].title, library.counted(kind, Filters(), {})) for kind in LISTS]
    papers = library.documents()
    return page(
        "home.html", asked=asked, coverage=library.coverage(Filters()), held=[one for one in held if one[2]], papers=papers[:NEWEST],
        total=len(papers),
    )  # fmt: skip
