"""What a visitor is told where a page cannot be made: as a page, or as JSON where JSON was asked for."""

from __future__ import annotations

import json
from dataclasses import replace

from pipeline.errors import BusyError, LibraryError, MattersError, NotThereError, WorkingError
from pipeline.web.asked import JSON, Reply
from pipeline.web.templating import page

STATUS: dict[type[MattersError], tuple[int, str]] = {
    NotThereError: (404, "Not found"),
    WorkingError: (503, "One moment"),
    BusyError: (503, "Please try again"),
    LibraryError: (503, "The library cannot be read"),
}
"""Status and heading of an error; of any other, what was asked cannot be done."""
ASKED_WRONG = (400, "This cannot be done")
BROKEN = "Something here is broken. The terminal that runs `matters serve` shows what."
AGAIN_IN = "3"
"""Seconds after which a program may ask again, where the site is busy, and a browser does where it is working something out."""


def failed(error: MattersError, *, as_json: bool) -> Reply:
    """What went wrong and what to do next."""
    status, title = next((told for kind, told in STATUS.items() if isinstance(error, kind)), ASKED_WRONG)
    reply = told(str(error), title, status, as_json=as_json)
    return replace(reply, headers={**reply.headers, "Refresh": AGAIN_IN}) if isinstance(error, WorkingError) else reply


def broken(*, as_json: bool) -> Reply:
    """A fault of this program."""
    return told(BROKEN, "A fault of ours", 500, as_json=as_json)


def told(message: str, title: str, status: int, *, as_json: bool) -> Reply:
    headers = {"Cache-Control": "no-store"} | ({"Retry-After": AGAIN_IN} if status == 503 else {})
    if as_json:
        return Reply(json.dumps({"error": message, "status": status}, ensure_ascii=False).encode(), JSON, status, headers)
    return page("error.html", status=status, headers=headers, title=title, message=message)
