"""What a page is asked and what it replies: plain values, so that both can go to a worker process and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from pipeline.lookup.filtering import day_of, ignored_of, kind_of
from pipeline.model.answers import Filters

LONGEST_VALUE = 500
"""Characters of one field of a request that are read; a question that is longer is refused with its length."""
FILTERS = ("council", "committee", "since", "until", "kind", "document", "topic")
IGNORE = "ignore"
"""The field that says, with commas, what a question names and is not to be held to."""
HTML = "text/html; charset=utf-8"
JSON = "application/json"


@dataclass(frozen=True, slots=True)
class Asked:
    """A request: its path's parts, its query, and the fields of a form."""

    path: str
    parts: Mapping[str, str] = field(default_factory=dict)
    query: Sequence[tuple[str, str]] = ()
    form: Mapping[str, str] = field(default_factory=dict)
    may_mark: bool = False
    """Corrections are switched on."""

    @property
    def wants_json(self) -> bool:
        """A program asks, and is told in JSON what went wrong too."""
        return self.path.endswith(".json")

    def __getitem__(self, name: str) -> str:
        """The last value of a field, trimmed; "" where it is not given."""
        return next((value.strip() for key, value in reversed(self.query) if key == name), "")

    def number(self, name: str, default: int, most: int) -> int:
        """A whole number from 1 to `most`."""
        said = self[name]
        return min(max(int(said), 1), most) if said.isdecimal() and len(said) < len(str(most)) + 2 else default

    def filters(self) -> Filters:
        """The filters that every list and question shares; blanks limit nothing. Raises UsageError for a date or kind that is none."""
        council, committee, since, until, kind, document, topic = (self[name] or None for name in FILTERS)
        first, last = day_of(since, last=False) if since else None, day_of(until, last=True) if until else None
        ignored = ignored_of(self[IGNORE].split(",")) if self[IGNORE] else frozenset[str]()
        return Filters(council, committee, first, last, kind_of(kind) if kind else None, document, topic, ignored=ignored)

    def url(self, path: str | None = None, /, **changed: str | int | None) -> str:
        """This address with some fields changed; None or "" leaves a field out."""
        kept = [(key, value) for key, value in self.query if key not in changed and value]
        query = urlencode([*kept, *((key, str(value)) for key, value in changed.items() if value not in (None, ""))])
        return (path or self.path) + (f"?{query}" if query else "")


@dataclass(frozen=True, slots=True)
class Reply:
    body: bytes
    media: str = HTML
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    file: Path | None = None
    """Sent in place of a body, piece by piece."""


def seen(path: str) -> Reply:
    """The browser is sent on to another page of ours (after a form)."""
    return Reply(b"", status=303, headers={"Location": path})
