"""The application: addresses to pages, each made in a worker; static files; errors that say what to do."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from pipeline.errors import MattersError, UsageError
from pipeline.web.asked import LONGEST_VALUE, Asked, Reply
from pipeline.web.failing import broken, failed, told
from pipeline.web.pages import ASIDE, DRAWN, PAGES
from pipeline.web.safety import TOKEN, Guarded, Safety
from pipeline.web.workers import Page, Workers

HERE = Path(__file__).parent
FORM_BYTES = 20_000
SECONDS_TO_SEND = 10.0
"""A form that takes longer to arrive is given up."""
TOO_LARGE = "The form is too large, or took too long to arrive. Say it in fewer words."
NOT_FOUND = "There is no page at this address. It may be misspelt, or of an older version of the site."


def application(pool: Workers, aside: Workers, safety: Safety) -> ASGIApp:
    """The site whose pages `pool` makes, those of ASIDE `aside`; it ends both when it ends."""

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        yield
        pool.close()
        aside.close()

    routes = [
        Route(
            path,
            _endpoint(aside if path in ASIDE else pool, make, safety, slow=path in DRAWN),
            methods=["POST" if path in safety.writing else "GET"],
        )
        for path, make in PAGES.items()
    ]
    site = Starlette(
        routes=[*routes, Mount("/static", StaticFiles(directory=HERE / "static"))],
        lifespan=lifespan,
        exception_handlers={HTTPException: _failed, Exception: _broken},  # type: ignore[dict-item]  # Starlette types both as Exception
    )
    return Guarded(site, safety)  # outermost, so that the reply to a fault of ours has its headers too


def _endpoint(pool: Workers, make: Page, safety: Safety, *, slow: bool) -> Callable[[Request], Any]:
    async def endpoint(request: Request) -> Response:
        try:
            asked = await _asked(request, safety)
            reply = await pool.run(make, asked, slow=slow)
        except MattersError as error:
            reply = failed(error, as_json=_wants_json(request))
        return _response(request, reply)

    return endpoint


async def _asked(request: Request, safety: Safety) -> Asked:
    form = await _form(request) if request.method == "POST" else {}
    fields = ((key, value[: LONGEST_VALUE + 1]) for key, value in request.query_params.multi_items() if key != TOKEN)
    return Asked(request.url.path, dict(request.path_params), list(fields), form, safety.corrections)


async def _form(request: Request) -> dict[str, str]:
    """The fields of a small form. Raises UsageError where it is not small."""
    if int(request.headers.get("content-length") or FORM_BYTES) > FORM_BYTES:
        raise UsageError(TOO_LARGE)
    try:
        async with asyncio.timeout(SECONDS_TO_SEND), request.form(max_files=0, max_fields=20, max_part_size=FORM_BYTES) as sent:
            return {key: value[:LONGEST_VALUE] for key, value in sent.items() if isinstance(value, str)}
    except (TimeoutError, ClientDisconnect) as error:
        raise UsageError(TOO_LARGE) from error


def _response(request: Request, reply: Reply) -> Response:
    if reply.file is not None:
        return FileResponse(reply.file, reply.status, dict(reply.headers), reply.media)
    headers = dict(reply.headers)
    if reply.status == 200:
        headers["ETag"] = tag = f'"{hashlib.sha256(reply.body).hexdigest()[:32]}"'
        if tag in request.headers.get("if-none-match", "").replace("W/", "").split(", "):
            return Response(status_code=304, headers=headers)
    return Response(reply.body, reply.status, headers, reply.media)


def _wants_json(request: Request) -> bool:
    return request.url.path.endswith(".json")


async def _failed(request: Request, error: HTTPException) -> Response:
    missing = error.status_code == 404
    message, title = (NOT_FOUND, "Not found") if missing else (f"{error.detail}.", "Not done")
    reply = told(message, title, error.status_code, as_json=_wants_json(request))
    return Response(reply.body, reply.status, {**reply.headers, **(error.headers or {})}, reply.media)


async def _broken(request: Request, _error: Exception) -> Response:
    return _response(request, broken(as_json=_wants_json(request)))
