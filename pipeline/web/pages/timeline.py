"""Promises through time: when papers said each, the deadline they gave, how it moved, and where it stands today."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from pipeline.errors import NotThereError
from pipeline.lookup.changes import Promise, promised
from pipeline.lookup.cite import cite
from pipeline.lookup.facts import believed
from pipeline.lookup.text.terms import stems
from pipeline.model.answers import Citation, FactRow, Filters
from pipeline.render.timeline import Line, Said, promise_chart
from pipeline.web.ahead import whole
from pipeline.web.asked import Asked, Reply
from pipeline.web.pages.charts import as_file, drawn, paper, said_on, sources
from pipeline.web.templating import day, escaped, page
from pipeline.web.workers import Page

SHOWN = 12
MOST_OWNERS = 80
MOVED = ("moved", "achieved")
"""What a promise can be whose deadlines took the place of one another."""
LONGEST_LETTERS = 4
"""Of a word of capitals that may be a name by letters; a longer one shouts."""
TITLE = "Commitments through time"
NONE = "There is no promise with a date on this topic."
STATES = {
    "moved": "Deadline moved", "silent": "Past its deadline, no report since", "passed": "Past its deadline",
    "kept": "Reported as kept", "ahead": "Deadline still ahead",
}  # fmt: skip
_BODY = r"(?:council|committee|cabinet|board|authority|executive|service|team|officers?|department|partnership)"
_POST = (
    r"(?:[\w'’&,-]+\s+){0,8}?(?:director|officer|head|manager|leader|chair\w*|member|secretary|partner)\b"
    r"(?:\s+(?:of|for)(?:\s+[\w'’&-]+){1,6}?)?"
)
LEAD_IN = re.compile(
    rf"^(?:that\s+)?(?:we|it|(?:the\s+)?(?:{_POST}|(?:[\w'’-]+\s+){{0,4}}?{_BODY}))\s+(?:also\s+|has\s+|have\s+)?"
    r"(?:will|shall|(?:undertook|undertakes|undertaken|agreed|agrees|agree|committed|commits|promised|pledged|intends?|plans?|aims?)\s+to)\s+(?!be\b)",
    re.IGNORECASE,
)
"""Who promises, and that it is a promise: the line shows the deed."""
RESOLVES = re.compile(r"^(?:to\s+)?(?:(?:agrees?|approves?|adopts?|resolves?|recommends?|notes?)\s+(?:that|to)\s+|to\s+)", re.IGNORECASE)


Body = tuple[str | None, str | None]
"""Council and committee."""


class Shown(NamedTuple):
    """A promise as the page lists it."""

    label: str
    states: list[str]
    told: str
    statements: tuple[FactRow, ...]
    citations: tuple[Citation, ...]


def timeline(library: Any, asked: Asked) -> Reply:
    """Promises as lines through time, those that moved first."""
    today = date.today().isoformat()
    every = promises(library, asked)
    counts = Counter(name for one in every for name in states(one, today))
    chosen = asked["state"] if asked["state"] in STATES else ""
    found = [one for one in every if chosen in ("", *states(one, today))]
    number, last = asked.number("page", 1, 100_000), max(1, -(-len(found) // SHOWN))
    some = found[(number - 1) * SHOWN : number * SHOWN]
    first, newest = (number - 1) * SHOWN + 1, _newest(library)
    chart = drawn(library, promise_chart(_lines(some), today, first), TITLE, _about(some, first)) if some else None
    return page(
        "timeline.html", asked=asked, chart=chart, rows=[_shown(library, one, today, newest) for one in some], total=len(found),
        first=first, number=number, last=last, states=[(name, told, counts[name]) for name, told in STATES.items() if counts[name]],
        chosen=chosen, named=STATES, owners=_owners(library), choices=library.coverage(Filters()), said_on=said_on,
    )  # fmt: skip


def drawing(form: str) -> Page:
    """The page's promises as a chart in a file, svg or png, with the papers that it rests on."""
    return partial(_drawing, form)


def _drawing(form: str, library: Any, asked: Asked) -> Reply:
    today, number = date.today().isoformat(), asked.number("page", 1, 100_000)
    found = [one for one in promises(library, asked) if asked["state"] in ("", *states(one, today))]
    some = found[(number - 1) * SHOWN : number * SHOWN]
    if not some:
        raise NotThereError(NONE)
    papers = sources([row for one in some for row in one.statements])
    return as_file(promise_chart(_lines(some), today, (number - 1) * SHOWN + 1, papers), TITLE, form)


def found(library: Any) -> list[Promise]:
    """Every promise that has a date, those whose deadline moved first, then by their latest statement; takes seconds on a large library."""
    every = promised(library, believed(library.facts("commitments", Filters())))
    dated = [one for one in every if _deadlines(one)]
    return sorted(sorted(dated, key=lambda one: one.last_seen or "", reverse=True), key=lambda one: len(_deadlines(one)) < 2)


def promises(library: Any, asked: Asked) -> list[Promise]:
    """Those that pass the filters: any statement of a promise may; `said` names one statement by its id. Raises WorkingError."""
    every: list[Promise] = whole(library, "promised", found)
    filters, owner, said = asked.filters(), asked["owner"], asked["said"]
    if filters != Filters():
        wanted = {row.id for row in library.facts("commitments", filters)}
        every = [one for one in every if any(row.id in wanted for row in one.statements)]
    every = [one for one in every if not said or any(row.id == said for row in one.statements)]
    return [one for one in every if not owner or any(row.fields["owner"] == owner for row in one.statements)]


def states(one: Promise, today: str) -> list[str]:
    """Where a promise stands on a day (ISO), as `STATES` names it. "No report since" only where later papers of the same body were read
    and none of them speaks of it (lookup/changes/kept.py)."""
    days = _deadlines(one)
    moved = ["moved"] if len(days) > 1 else []
    if one.status == "achieved":
        return [*moved, "kept"]
    late = "silent" if one.status == "not_mentioned" else "passed"
    return [*moved, late if days[-1] < today else "ahead"]


def told(one: Promise, today: str, newest: Mapping[Body, str]) -> str:
    """The same in a sentence, with the dates; `newest` is the day of the latest paper of each body."""
    days, now = _deadlines(one), states(one, today)[-1]
    due, moved = day(days[-1]), f", moved from {day(days[0])}" if len(days) > 1 else ""
    later = any(newest.get(_body(row), "") > days[-1] for row in one.statements)
    spoken = f"last spoken of on {day(one.last_seen)}" if later else "the library has no later paper of that body"
    return {
        "kept": f"Due {due}{moved}; a later paper reports it as kept.",
        "silent": f"Due {due}{moved}; later papers of that body do not speak of it.",
        "passed": f"Due {due}{moved}; {spoken}.",
        "ahead": f"Due {due}{moved}.",
    }[now]


def named(one: Promise) -> str:
    """A promise in few words: the statement that shares most with the others, without who promises."""
    texts = [str(row.fields["text"] or row.quote) for row in one.statements]
    words = [frozenset(stems(text)) for text in texts]

    def shared(place: int) -> float:
        return sum(len(words[place] & other) / max(1, len(words[place] | other)) for other in words)

    best = max(range(len(texts)), key=lambda place: (round(shared(place), 3), place))
    text = RESOLVES.sub("", LEAD_IN.sub("", " ".join(texts[best].split())), count=1).strip(" ;,.")
    text = re.sub(r"\s*[;,]\s*and$", "", text) if len(text.split()) > 2 else " ".join(texts[best].split())
    first, _, rest = text.partition(" ")
    return f"{first.capitalize() if first.isupper() and len(first) > LONGEST_LETTERS else first[:1].upper() + first[1:]} {rest}".strip()


def _shown(library: Any, one: Promise, today: str, newest: Mapping[Body, str]) -> Shown:
    cited = tuple(cite(library, row.standing, row.quote, id_=row.id) for row in one.statements)
    return Shown(named(one), states(one, today), told(one, today, newest), one.statements, cited)


def _newest(library: Any) -> dict[Body, str]:
    """ISO day of the latest paper of each body."""
    newest: dict[Body, str] = {}
    for part in library.parts():
        body = (part.council, part.committee)
        newest[body] = max(newest.get(body, ""), part.meeting_date or "")
    return newest


def _body(row: FactRow) -> Body:
    return row.standing.council, row.standing.committee


def _deadlines(one: Promise) -> list[str]:
    """ISO days: the deadline that stands, after those that it took the place of; of two in papers of one day the later stands. Where two
    statements were not found to differ ("autumn 2034", "30 September 2034") nothing moved."""
    by_day: dict[str, str] = {}
    for row in one.statements:
        if due := row.fields["deadline_date"]:
            by_day[said_on(row) or ""] = max(due, by_day.get(said_on(row) or "", ""))
    days = list(dict.fromkeys(due for _, due in sorted(by_day.items())))
    return days if one.status in MOVED else days[-1:]


def _owners(library: Any) -> list[str]:
    """Who promises most, by name."""
    counts = Counter(row.fields["owner"] for one in whole(library, "promised", found) for row in one.statements if row.fields["owner"])
    return sorted(name for name, _ in counts.most_common(MOST_OWNERS))


def _lines(found: Sequence[Promise]) -> list[Line]:
    return [Line(named(one), [_said(row) for row in one.statements], _deadlines(one), one.status == "achieved") for one in found]


def _said(row: FactRow) -> Said:
    return Said(
        said_on(row) or "", row.fields["deadline_date"], f"/show/{escaped(row.id)}", paper(row.standing), row.fields["deadline"] or ""
    )


def _about(some: Sequence[Promise], first: int) -> str:
    moved = sum(len(_deadlines(one)) > 1 for one in some)
    return (
        f"Promises {first} to {first + len(some) - 1}, one to a line: when papers said them and the deadlines that they gave. "
        f"The deadline of {moved} of them moved. The list below says the same in words."
    )
