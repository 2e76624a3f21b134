"""All rows of a list as a file, citation columns included."""

from __future__ import annotations

import json
from datetime import date
from functools import partial
from io import StringIO
from typing import Any

from pipeline.model.answers import Filters
from pipeline.render.output import write_csv
from pipeline.render.workbook import XLSX, Sheet, workbook
from pipeline.web.asked import Asked, Reply
from pipeline.web.pages.facts import chosen_of, narrowed, ordered, rows_of
from pipeline.web.pages.lists import LISTS
from pipeline.web.templating import day
from pipeline.web.workers import Page

MEDIA = {"csv": "text/csv; charset=utf-8", "json": "application/json", "xlsx": XLSX}
SOURCE = "Matters Arising. Every quote was compared, character by character, with the paper that it comes from."


def download(kind: str, form: str) -> Page:
    """All rows that the page lists, in its order, as a file of this form."""
    return partial(_download, kind, form)


def _download(kind: str, form: str, library: Any, asked: Asked) -> Reply:
    order, down = ordered(kind, asked)
    rows = rows_of(library, kind, library.some(kind, asked.filters(), chosen_of(kind, asked), order=order, down=down))
    if form == "json":
        return Reply(json.dumps(rows, ensure_ascii=False).encode(), MEDIA[form])
    if form == "xlsx":
        title = LISTS[kind].title
        body = workbook(
            Sheet.of(title, rows), about(library, title, [f"{one.label}: {one.said}" for one in narrowed(kind, asked)], len(rows))
        )
    else:
        body = as_csv(rows)
    return Reply(body, MEDIA[form], headers=attached(f"{kind}.{form}"))


def as_csv(rows: list[dict[str, Any]]) -> bytes:
    """CSV that Excel opens as UTF-8: with a byte order mark."""
    text = StringIO()
    write_csv(rows, text)
    return text.getvalue().encode("utf-8-sig")


def about(library: Any, title: str, filters: list[str], count: int) -> list[tuple[str, str]]:
    """What a downloaded sheet says about itself."""
    held = library.coverage(Filters())
    dates = f", {day(held.since)} to {day(held.until)}" if held.since else ""
    return [
        ("What", title), ("Rows", f"{count:,}"), ("Narrowed to", "; ".join(filters) or "nothing: all that the library holds"),
        ("Library", f"{held.documents:,} papers{dates}"), ("Councils", "; ".join(held.councils)),
        ("Downloaded", day(date.today().isoformat())), ("Source", SOURCE),
    ]  # fmt: skip


def attached(name: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{name}"'}
