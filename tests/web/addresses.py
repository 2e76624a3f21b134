"""Every page of ours as an address to go to: PAGES with their parts filled in from a library, and states worth a look."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import quote, urlencode

from pipeline.model.answers import Filters
from pipeline.web.pages import PAGES
from pipeline.web.pages.addresses import meeting_url
from pipeline.web.pages.charts import found
from pipeline.web.pages.named import named_in
from pipeline.web.safety import WRITING

FILES = re.compile(r"\.\w+$|/file$")
"""Ends of addresses that are downloads, pictures and JSON: not pages."""
QUESTION = "what did we commit on supported living?"
SHOWN = tuple(path for path in PAGES if path not in WRITING and not FILES.search(path))
"""The pages, as PAGES writes them."""
STATES = (
    "/ask?" + urlencode({"q": QUESTION}),
    "/ask?" + urlencode({"q": "Who voted against?", "committee": "Adults and Communities Committee"}),
    "/ask?" + urlencode({"q": "What is the price of a season ticket for the monorail?"}),
    "/ask?" + urlencode({"q": "x" * 501}),
    "/figures?page=2&order=-value",
    "/figures?more=period&is_unit=GBP",
    "/inspections?rows=1",
    "/figures?is_status=budget&topic=care",
    "/decisions?topic=nothingofthekind",
    "/names?type=PLACE&topic=nothingofthekind",
    "/papers?topic=nothingofthekind",
    "/meetings?committee=Nobody",
    "/changes?topic=nothingofthekind",
    "/commitments/timeline?topic=nothingofthekind",
    "/figures/over-time?topic=nothingofthekind",
)
"""Answers, a list's second page, and what is said where there is nothing."""
ERRORS = {"/nowhere": 404, "/papers/0123456789ab": 404, "/show/nothing": 404, "/figures?page=900": 404}
"""What the browser is told where there is nothing."""


def paper(library: Any, media: str = "pdf", holding: str = "") -> str:
    """What names a paper of this medium in an address."""
    return next(str(one.sha256[:12]) for one in library.documents() if one.media == media and holding in one.name)


def _meeting(library: Any) -> list[str]:
    found = (meeting_url(part.committee, part.meeting_date) for part in library.parts() if part.kind == "agenda")
    return next(address for address in found if address).split("/")


PARTS: Mapping[str, Callable[[Any], str]] = {
    "paper": lambda library: paper(library, holding="pack"),
    "page": lambda _library: "2",
    "day": lambda library: _meeting(library)[2],
    "body": lambda library: _meeting(library)[3],
    "name": lambda library: named_in(library, "COUNCILLOR")[0].name,
    "id": lambda library: str(library.facts("decisions", Filters())[0].id),
}
"""What stands in for each part of an address."""
QUERIES: Mapping[str, Callable[[Any], dict[str, str]]] = {
    "/figures/measure": lambda library: measured(library),
}
"""Pages that show nothing without a query."""


OTHERS: Mapping[str, Callable[[Any], str]] = {
    "/tables/{id}": lambda library: str(next(row.id for row in library.facts("tables", Filters()) if row.fields["checks"])),
}
"""Pages whose part is another thing's than the same part of other addresses."""


def measured(library: Any) -> dict[str, str]:
    """The measure of most periods, as its chart's address names it."""
    first = found(library).series[0]
    return {"measure": first.name, "unit": first.unit}


def filled(path: str, library: Any) -> str:
    """The address with its parts filled in. Raises KeyError for a part that PARTS does not know: add it there."""
    made = re.sub(r"\{(\w+)(?::path)?\}", lambda part: quote(OTHERS.get(path, PARTS[part[1]])(library), safe=""), path)
    return made + ("?" + urlencode(QUERIES[path](library)) if path in QUERIES else "")
