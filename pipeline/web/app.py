"""The application: addresses to pages, each made in a worker; static files; errors that say what to do."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from pipeline.errors import BusyError, MattersError, NotThereError
from pipeline.web.asked import LONGEST_VALUE, Asked, Reply
from pipeline.web.pages import PAGES
from pipeline.web.safety import Guarded, Safety
from pipeline.web.templating import page
from pipeline.web.workers import Page, Workers

HERE = Path(__file__).parent
FORM_BYTES = 20_000
STATUS = {NotThereError: (404, "Not found"), BusyError: (503, "Please try again")}


def application(folder: Path, *, workers: int = 2, safety: Safety | None = None) -> Starlette:
    """The site over the library in `folder`. Raises LibraryError, when it starts, where there is none."""
    rules = safety or Safety()
    pool = Workers(folder, workers)

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        await pool.warm()
        yield
        pool.close()

    routes = [
        Route(path, _endpoint(pool, make, rules), methods=["POST" if path in rules.writing else "GET"]) for path, make in PAGES.items()
    ]
    static = Mount("/static", StaticFiles(directory=HERE / "static"))
    return Starlette(
        routes=[*routes, static],
        lifespan=lifespan,
        middleware=[Middleware(Guarded, safety=rules)],
        exception_handlers={HTTPException: _failed, Exception: _broken},  # type: ignore[dict-item]  # Starlette types both as Exception
    )


def _endpoint(pool: Workers, make: Page, rules: Safety) -> Callable[[Request], Any]:
    async def endpoint(request: Request) -> Response:
        try:
            asked = await _asked(request, rules)
            reply = await pool.run(make, asked)
        except MattersError as error:
            reply = failed(error, as_json=request.url.path.endswith(".json"))
        return _response(reply)

    return endpoint


def failed(error: MattersError, *, as_json: bool) -> Reply:
    """What went wrong and what to do next, as a page or as JSON."""
    status, title = next((told for kind, told in STATUS.items() if isinstance(error, kind)), (400, "This cannot be done"))
    if as_json:
        return Reply(json.dumps({"error": str(error)}).encode(), "application/json", status)
    return page("error.html", status=status, title=title, message=str(error))


async def _asked(request: Request, rules: Safety) -> Asked:
    form: dict[str, str] = {}
    if request.method == "POST":
        async with request.form(max_files=0, max_fields=20, max_part_size=FORM_BYTES) as sent:
            form = {key: value[:LONGEST_VALUE] for key, value in sent.items() if isinstance(value, str)}
    query = [(key, value[: LONGEST_VALUE + 1]) for key, value in request.query_params.multi_items()]
    return Asked(request.url.path, dict(request.path_params), query, form, rules.corrections)


def _response(reply: Reply) -> Response:
    return Response(reply.body, reply.status, dict(reply.headers), reply.media)


async def _failed(_request: Request, error: HTTPException) -> Response:
    missing = error.status_code == 404
    told = "There is no page at this address." if missing else str(error.detail)
    return _response(page("error.html", status=error.status_code, title="Not found" if missing else "Not done", message=told))


async def _broken(_request: Request, _error: Exception) -> Response:
    told = "Something here is broken. The terminal that runs `matters serve` shows what."
    return _response(page("error.html", status=500, title="A fault of ours", message=told))
