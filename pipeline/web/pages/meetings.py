"""Meetings: what was on the agenda, which papers went to it, who was there, what was resolved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from pipeline.errors import NotThereError
from pipeline.language.wording import alike
from pipeline.model.answers import Filters
from pipeline.model.printings import PartRow
from pipeline.render.plain import Json
from pipeline.render.told import word
from pipeline.web.asked import Asked, Reply
from pipeline.web.pages.addresses import OF_BODY, OF_MEETINGS, body_of, every_paper, hashes, meeting_url, slug
from pipeline.web.pages.facts import resolved_on, rows_of
from pipeline.web.templating import page

KINDS = ("agenda", "decisions", "attendance", "actions", "questions", "declarations", "reports")
SAME_TITLE = 0.8
"""How alike the heading of a minute and an item of the agenda are, to be of one matter."""
MEETINGS = 40
"""Meetings on one page of the list."""


class Meeting(NamedTuple):
    day: str
    body: str
    council: str | None
    """Where the library holds several councils; bodies of one name are told apart by it."""
    url: str
    parts: tuple[PartRow, ...]

    @property
    def minuted(self) -> bool:
        """Whether the library holds what tells what was resolved."""
        return any(part.kind in ("minutes", "decision_record") for part in self.parts)

    @property
    def kinds(self) -> list[str]:
        return sorted({part.kind for part in self.parts}, key=OF_MEETINGS.index)


def meetings(library: Any, asked: Asked) -> Reply:
    """All meetings that papers are of, the newest first, by body and year."""
    every = held(library)
    body, year = asked["committee"], asked["year"]
    some = [one for one in every if body in ("", one.body) and one.day.startswith(year)]
    number, last = asked.number("page", 1, 10_000), max(1, -(-len(some) // MEETINGS))
    if number > last:
        raise NotThereError("The list has no such page. Go back to its first page.")
    shown = some[(number - 1) * MEETINGS : number * MEETINGS]
    by_year: dict[str, list[Meeting]] = {}
    for one in shown:
        by_year.setdefault(one.day[:4], []).append(one)
    return page(
        "meetings.html", asked=asked, years=by_year, total=len(some), number=number, last=last, held=len(every),
        bodies=sorted({one.body for one in every}), all_years=sorted({one.day[:4] for one in every}, reverse=True),
        several=len({one.council for one in every}) > 1,
    )  # fmt: skip


def meeting(library: Any, asked: Asked) -> Reply:
    """One meeting: items joined to their reports and to what was resolved on them."""
    every = held(library)
    found = [one for one in every if one.day == asked.parts["day"] and slug(one.body) == asked.parts["body"]]
    if not found:
        raise NotThereError("No paper of this meeting is in the library.")
    one = next((m for m in found if asked["council"] and asked["council"] == m.council), found[0])
    facts = {kind: _facts(library, kind, one) for kind in KINDS}
    items = once(facts["agenda"])
    joined, others = joined_to(items, facts["decisions"])
    reports = reported(items, facts["reports"])
    before, after = _neighbours(every, one)
    return page(
        "meeting.html", asked=asked, one=one, items=joined, others=others, facts=facts, present=_by_status(facts["attendance"]),
        reports=reports, resolved=resolved_on(library, facts["reports"]),
        unlisted=[one for one in facts["reports"] if one not in reports.values()], papers=_by_paper(one.parts),
        hashes=hashes(library), files=every_paper(library), before=before, after=after,
        namesakes=[m for m in found if m is not one], word=word,
    )  # fmt: skip


def held(library: Any) -> list[Meeting]:
    """Every meeting that a paper is of, the newest first. Kept until the library changes."""
    made: list[Meeting] = library.remembered("names", "meetings", lambda: found_in(library.parts()))
    return made


def once(items: Iterable[Json]) -> list[Json]:
    """Items of an agenda, each once, though the agenda is printed in several papers."""
    seen: dict[tuple[Any, str], Json] = {}
    for item in items:
        seen.setdefault((item["number"], " ".join(item["title"].casefold().split())), item)
    return list(seen.values())


def joined_to(items: Sequence[Json], decisions: Iterable[Json]) -> tuple[list[tuple[Json, list[Json]]], list[Json]]:
    """Each item with the decisions on it, and the decisions that are on none.

    A decision is on the one item whose title is most like the heading of its minute; minutes number by themselves, so that numbers
    only choose between items of equal titles. A wrong join is worse than none.
    """
    on: defaultdict[int, list[Json]] = defaultdict(list)
    others: list[Json] = []
    for decision in decisions:
        at = _item_of(items, decision)
        (on[at] if at is not None else others).append(decision)
    return [(item, on[at]) for at, item in enumerate(items)], others


def reported(items: Iterable[Json], reports: Sequence[Json]) -> dict[str, Json]:
    """Id of an item to the report on it: the one it leads to, else another printing of it, of the same title."""
    by_id, by_title = ({one[key]: one for one in reports} for key in ("id", "title"))
    titles = {item["id"]: [paper["title"] for paper in item["papers"] or ()] for item in items}
    found = {item["id"]: by_id.get(item["report"]) or next(filter(None, map(by_title.get, titles[item["id"]])), None) for item in items}
    return {id_: report for id_, report in found.items() if report}


def found_in(parts: Iterable[PartRow]) -> list[Meeting]:
    listed = [part for part in parts if part.meeting_date and part.kind in OF_MEETINGS and part.repeat_of is None]
    councils = {part.council for part in listed if part.council}
    own = {(part.document_id, part.meeting_date): part.council for part in listed if part.kind in OF_BODY and not part.committee}
    found: defaultdict[tuple[str, str, str | None], list[PartRow]] = defaultdict(list)
    for part in listed:
        body = body_of(part.committee, part.council, part.kind) or own.get((part.document_id, part.meeting_date))
        if body and part.meeting_date:
            found[part.meeting_date, body, part.council].append(part)
    _without_council(found)
    return [
        Meeting(day, body, council, str(meeting_url(body, day, council if len(councils) > 1 else None)), tuple(some))
        for (day, body, council), some in sorted(found.items(), key=lambda pair: (pair[0][0], pair[0][1], pair[0][2] or ""), reverse=True)
    ]


def _without_council(found: dict[tuple[str, str, str | None], list[PartRow]]) -> None:
    """Papers that print no council join the meeting of that body and day, if there is one such meeting."""
    for day, body, council in [key for key in found if key[2] is None]:
        same = [key for key in found if key[:2] == (day, body) and key[2] is not None]
        if len(same) == 1:
            found[same[0]] += found.pop((day, body, council))


def _facts(library: Any, kind: str, one: Meeting) -> list[Json]:
    """Facts of a kind in the papers of the meeting."""
    ids = {part.id for part in one.parts}
    rows = library.some(kind, Filters(), {"meeting_date": one.day})
    return rows_of(library, kind, [row for row in rows if row.standing.part_id in ids])


def _item_of(items: Sequence[Json], decision: Json) -> int | None:
    said = decision["item_title"]
    likeness = [alike(said, item["title"]) if said and item["title"] else 0.0 for item in items]
    best = max(likeness, default=0.0)
    if best < SAME_TITLE:
        return None
    some = [at for at, like in enumerate(likeness) if like == best]
    if len(some) > 1:
        some = [at for at in some if items[at]["number"] == decision["item"]]
    return some[0] if len(some) == 1 else None


def _neighbours(every: Sequence[Meeting], one: Meeting) -> tuple[Meeting | None, Meeting | None]:
    """The meetings of the body before and after this one."""
    same = [m for m in every if (m.body, m.council) == (one.body, one.council)]
    at = same.index(one)
    return same[at + 1] if at + 1 < len(same) else None, same[at - 1] if at else None


def _by_paper(parts: Iterable[PartRow]) -> Mapping[str, list[PartRow]]:
    """Parts of the meeting by the paper that holds them: its pack, a supplement, the pack of a later meeting."""
    found: dict[str, list[PartRow]] = {}
    for part in parts:
        found.setdefault(part.document, []).append(part)
    return found


def _by_status(present: Iterable[Json]) -> dict[str, list[Json]]:
    found: defaultdict[str, list[Json]] = defaultdict(list)
    for one in present:
        found[one["status"]].append(one)
    return dict(found)
