"""Meetings: what was on the agenda, which papers went to it, who was there, what was resolved."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from pipeline.errors import NotThereError
from pipeline.language.wording import alike
from pipeline.lookup.cite import cite
from pipeline.lookup.facts import resolved, with_printings
from pipeline.model.answers import Filters
from pipeline.model.printings import PartRow
from pipeline.render import plain
from pipeline.render.plain import Json
from pipeline.web.asked import Asked, Reply
from pipeline.web.templating import page

OF_MEETINGS = ("agenda", "minutes", "public_questions", "report", "appendix", "slides", "decision_record", "cover")
SAME_TITLE = 0.8
"""How alike the heading of a minute and an item of the agenda are, to be of one matter."""


def slug(name: str) -> str:
    """A body's name for an address: Adults and Communities Committee is adults-and-communities-committee."""
    return "-".join(re.findall(r"\w+", name.lower()))


def meeting_url(committee: str | None, day: str | None) -> str | None:
    """The address of a meeting; None where the body or the day is not known."""
    return f"/meetings/{day}/{slug(committee)}" if committee and day else None


def meetings(library: Any, asked: Asked) -> Reply:
    """All meetings that papers are of, the newest first."""
    found: defaultdict[tuple[str, str], list[PartRow]] = defaultdict(list)
    for part in library.parts():
        if part.committee and part.meeting_date and part.kind in OF_MEETINGS and part.repeat_of is None:
            found[part.meeting_date, part.committee].append(part)
    bodies = sorted({body for _, body in found})
    some = [(day, body, parts) for (day, body), parts in sorted(found.items(), reverse=True) if asked["committee"] in ("", body)]
    rows = [(day, body, meeting_url(body, day), sorted({part.kind for part in parts}, key=OF_MEETINGS.index)) for day, body, parts in some]
    return page("meetings.html", asked=asked, rows=rows, bodies=bodies)


def meeting(library: Any, asked: Asked) -> Reply:
    """One meeting: items joined to their reports and to what was resolved on them."""
    day, name = asked.parts["day"], asked.parts["body"]
    parts = [part for part in library.parts() if part.meeting_date == day and part.committee and slug(part.committee) == name]
    if not parts:
        raise NotThereError("No paper of this meeting is in the library.")
    body = parts[0].committee
    only = Filters(committee=body, since=day, until=day)
    items, decisions, present, actions = (rows_of(library, kind, only) for kind in ("agenda", "decisions", "attendance", "actions"))
    files = {paper.name: paper.sha256[:12] for paper in library.documents()}
    joined = [(item, [one for one in decisions if _on(one, item)]) for item in items]
    placed = {one["id"] for _, some in joined for one in some}
    return page(
        "meeting.html", asked=asked, day=day, body=body, parts=parts, items=joined, present=_by_status(present), actions=actions,
        others=[one for one in decisions if one["id"] not in placed], hashes=files,
    )  # fmt: skip


def rows_of(library: Any, kind: str, filters: Filters) -> list[Json]:
    """Facts of a kind as the JSON of the contract."""
    rows = with_printings(library, kind, library.facts(kind, filters))
    return [plain.fact(resolved(library, row), cite(library, row.standing, row.quote, id_=row.id)) for row in rows]


def _on(decision: Json, item: Json) -> bool:
    """Whether a decision was made on an item of the agenda: their headings are alike."""
    said, titled = decision["item_title"], item["title"]
    return bool(said and titled) and alike(said, titled) >= SAME_TITLE


def _by_status(present: Sequence[Json]) -> dict[str, list[Json]]:
    found: defaultdict[str, list[Json]] = defaultdict(list)
    for one in present:
        found[one["status"]].append(one)
    return dict(found)
