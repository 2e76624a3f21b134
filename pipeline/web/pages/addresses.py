"""Where meetings, papers and bodies are found: addresses that pages lead to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pipeline.model.listing import DocumentRow
from pipeline.render.plain import Json
from pipeline.web.templating import escaped

OF_MEETINGS = ("agenda", "minutes", "public_questions", "report", "appendix", "slides", "decision_record", "forward_plan", "cover")
"""Kinds of parts that are papers of a meeting."""
OF_BODY = ("agenda", "minutes")
"""Parts that, where they name no committee, are of the council itself: a parish council's own meetings."""
LEAST_HASH = 10
"""Letters of a file's hash that name it in an address."""
HASH = 12


def slug(name: str) -> str:
    """A body's name for an address: Adults & Communities Committee is adults-and-communities-committee."""
    return "-".join(re.findall(r"\w+", name.lower().replace("&", " and ")))


def body_of(committee: str | None, council: str | None, kind: str) -> str | None:
    """The body whose meeting a paper is of; None where the paper does not tell."""
    return (committee if kind in OF_MEETINGS else None) or (council if kind in OF_BODY else None)


def meeting_url(body: str | None, day: str | None, council: str | None = None) -> str | None:
    """The address of a meeting; None where the body or the day is not known. `council` tells bodies of one name apart."""
    if not body or not day:
        return None
    return f"/meetings/{day}/{slug(body)}" + (f"?council={escaped(council)}" if council and council != body else "")


def address_of(row: Json) -> str | None:
    """The meeting of a fact."""
    return meeting_of(row["citation"]["kind"], row["committee"], row["council"], row["meeting_date"])


def meeting_of(kind: str, committee: str | None, council: str | None, day: str | None) -> str | None:
    """The meeting that a part of a paper is of."""
    return meeting_url(body_of(committee, council, kind), day, council)


def every_paper(library: Any) -> Mapping[str, DocumentRow]:
    """The papers by name, the newest first. Kept until the library changes."""
    made: Mapping[str, DocumentRow] = library.remembered("names", "papers", lambda: {one.name: one for one in library.documents()})
    return made


def hashes(library: Any) -> Mapping[str, str]:
    """Name of each paper to the hash that its address holds."""
    return {name: one.sha256[:HASH] for name, one in every_paper(library).items()}
