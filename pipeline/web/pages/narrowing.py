"""What a question is limited to: filters that were chosen, what the question itself names, and the values found to choose from.

Each comes with the address that sets it or takes it away, so that one click does either and the address bar holds it all.
"""

from __future__ import annotations

import calendar
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from pipeline.model.answers import Hit
from pipeline.web.asked import IGNORE, Asked
from pipeline.web.templating import KINDS, day

MOST_VALUES = 6
"""Values of a facet that are shown."""
NAMES = {
    "committee": "Committee", "council": "Council", "kind": "Kind of paper", "since": "From", "until": "To", "document": "Paper",
    "topic": "Words",
}  # fmt: skip
LEFT_OUT = {
    "council": "the council",
    "committee": "the committee",
    "kinds": "the kind of paper",
    "dates": "the date",
    "spelling": "other spellings",
}
"""What a question names and is not held to, in words."""
BARE = dict.fromkeys((*NAMES, IGNORE, "passages", "page"))
"""Changes to an address that take all filters away."""


class Chip(NamedTuple):
    """A limit in words; `address` takes a chosen one away, or makes one of what the question names, and `without` asks regardless of it."""

    name: str
    value: str
    address: str
    without: str = ""


class Choice(NamedTuple):
    """A value of what was found: how many have it, and the address that limits to it or lifts the limit."""

    label: str
    n: int
    address: str
    chosen: bool


def chosen(asked: Asked) -> list[Chip]:
    """The filters that are set."""
    set_ = [(name, label, asked[name]) for name, label in NAMES.items() if asked[name]]
    limits = [Chip(label, _said(name, value), _narrowed(asked, **{name: None})) for name, label, value in set_]
    ignored = [name for name in asked[IGNORE].split(",") if name in LEFT_OUT]
    return [*limits, *(Chip("Left out", LEFT_OUT[name], _ignoring(asked, [n for n in ignored if n != name])) for name in ignored)]


def _ignoring(asked: Asked, names: Sequence[str]) -> str:
    return _narrowed(asked, **{IGNORE: ",".join(names)})


def _said(name: str, value: str) -> str:
    """A filter's value as a reader says it."""
    return KINDS.get(value, value) if name == "kind" else day(value) if name in ("since", "until") else value


def heard(understood: Mapping[str, Any], asked: Asked) -> list[Chip]:
    """What the question names besides its words: a body, kinds of paper, dates; not what a filter says already."""
    ignored = list(filter(None, asked[IGNORE].split(",")))
    without = {name: _ignoring(asked, [*ignored, name]) for name in LEFT_OUT}
    named = [(name, str(understood[name])) for name in ("committee", "council") if understood[name] and not asked[name]]
    made = [Chip(NAMES[name], value, _narrowed(asked, **{name: value}), without[name]) for name, value in named]
    if not asked["kind"]:
        kinds = [(kind, KINDS.get(kind, kind).lower()) for kind in understood["kinds"]]
        made += [Chip("Kind of paper", said, _narrowed(asked, kind=kind), without["kinds"]) for kind, said in kinds]
    if not (asked["since"] or asked["until"]):
        made += [Chip("Date", *_dated(asked, date), without["dates"]) for date in understood["dates"]]
    return made + [Chip("Spelling", one.replace(" as ", " read as "), "", without["spelling"]) for one in understood["spelling"]]


def facets(hits: Sequence[Hit], asked: Asked, titles: Mapping[str, str]) -> list[tuple[str, list[Choice]]]:
    """Kind, committee, council, year and paper of the passages found. `titles`: of papers by name."""
    cited = [hit.citation for hit in hits]
    found: list[tuple[str, str, Sequence[str | None]]] = [
        ("Kind of paper", "kind", [one.kind for one in cited]),
        ("Committee", "committee", [one.committee for one in cited]),
        ("Council", "council", [one.council for one in cited]),
        ("Paper", "document", [one.document for one in cited]),
    ]
    made = [
        (title, [_choice(asked, _label(name, value, titles), n, **{name: value}) for value, n in _commonest(values)])
        for title, name, values in found
    ]
    years = Counter(one.meeting_date[:4] for one in cited if one.meeting_date)
    made.insert(2, ("Year", [_choice(asked, y, n, since=f"{y}-01-01", until=f"{y}-12-31") for y, n in sorted(years.items(), reverse=True)]))
    return [(name, values) for name, values in made if len(values) > 1 or any(one.chosen for one in values)]


def _commonest(values: Sequence[str | None]) -> list[tuple[str, int]]:
    return Counter(value for value in values if value).most_common(MOST_VALUES)


def _label(name: str, value: str, titles: Mapping[str, str]) -> str:
    return KINDS.get(value, value) if name == "kind" else titles.get(value, value) if name == "document" else value


def _choice(asked: Asked, label: str, n: int, **fields: str) -> Choice:
    is_chosen = all(asked[name] == value for name, value in fields.items())
    return Choice(label, n, _narrowed(asked, **(dict.fromkeys(fields) if is_chosen else fields)), is_chosen)


def _narrowed(asked: Asked, **fields: str | None) -> str:
    return asked.url(**{"passages": None, "page": None, **fields})


def _dated(asked: Asked, date: str) -> tuple[str, str]:
    """A date of a question (2023-02-06, 2023-02, 2023 or fy2022) in words, and the address that limits to its days."""
    if date.startswith("fy"):
        first = int(date[2:])
        return f"{first}/{(first + 1) % 100:02}", _narrowed(asked, since=f"{first}-04-01", until=f"{first + 1}-03-31")
    last = date
    if len(date) == len("2023-02"):
        last = f"{date}-{calendar.monthrange(int(date[:4]), int(date[5:]))[1]:02}"
    elif len(date) == len("2023"):
        last = f"{date}-12-31"
    return day(date), _narrowed(asked, since=f"{date}-01-01"[: len("2023-02-06")] if len(date) < 5 else f"{date}-01"[:10], until=last)
