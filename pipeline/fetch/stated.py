"""What a person states of a paper in a file beside it: `minutes.pdf.meta.json`, or `minutes.meta.json`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.errors import SourceError

SUFFIX = ".meta.json"
KEYS = ("url", "council", "title", "published")
WEB_ADDRESS = re.compile(r"https?://[^\s\"<>\\^`{|}\x00-\x1f]+", re.IGNORECASE)
"""What may become a link: never a script (`javascript:`) or a page made up on the spot (`data:`)."""
EXAMPLE = '{"url": "https://...", "council": "...", "title": "...", "published": "2024-03-31"}'


def stated(path: Path, name: str) -> tuple[Mapping[str, str], tuple[SourceError, ...]]:
    """What is stated of the paper at `path`, and what is wrong with the statement: the rest of it still counts.

    Other keys than `KEYS` are left alone. Raises OSError where the file is there and cannot be opened.
    """
    beside = next((file for file in (Path(f"{path}{SUFFIX}"), path.with_suffix(SUFFIX)) if file.is_file()), None)
    if beside is None:
        return {}, ()
    where = f"{name.rsplit('/', 1)[0]}/{beside.name}"
    try:
        found = json.loads(beside.read_text(encoding="utf-8-sig"))
    except ValueError as error:
        return {}, (SourceError(where, f"not JSON ({error})", f"Write it as {EXAMPLE}."),)
    if not isinstance(found, dict):
        return {}, (SourceError(where, "not an object of JSON", f"Write it as {EXAMPLE}."),)
    wrong = tuple(_wrong(found, where))
    bad = {error.key for error in wrong}
    return {key: found[key].strip() for key in KEYS if found.get(key) is not None and key not in bad}, wrong


class StatedError(SourceError):
    """One key of a statement cannot be used."""

    def __init__(self, where: str, key: str, what: str, next_step: str) -> None:
        super().__init__(where, f'"{key}" {what}', next_step)
        self.key = key


def _wrong(found: Mapping[str, Any], where: str) -> Iterator[StatedError]:
    for key in KEYS:
        value = found.get(key)
        if value is None:
            continue
        if not isinstance(value, str) or not value.strip():
            yield StatedError(where, key, "is not a text", f'Write "{key}": "..." or leave it out.')
        elif key == "url" and not WEB_ADDRESS.fullmatch(value.strip()):
            yield StatedError(where, key, f"is not an address of the web: {value}", 'Write "url": "https://..." or leave it out.')
        elif key == "published" and not _is_date(value.strip()):
            yield StatedError(where, key, f"is not a date: {value}", 'Write "published": "2024-03-31".')


def _is_date(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return len(value) == len("2024-03-31")
