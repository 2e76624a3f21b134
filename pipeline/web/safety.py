"""What keeps the site and its visitors safe: headers on every reply, known hosts, a token beyond this machine, limits.

The papers are other people's files: nothing in them may run, and nothing may be fetched from elsewhere (Content-Security-Policy).
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from http.cookies import SimpleCookie
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = "; ".join(
    (
        "default-src 'none'", "img-src 'self'", "style-src 'self'", "script-src 'self'", "connect-src 'self'", "form-action 'self'",
        "base-uri 'none'", "frame-ancestors 'none'",
    )
)  # fmt: skip
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
LOOPBACK = ("127.0.0.1", "localhost", "::1")
COOKIE = "matters_token"
LONGEST_QUERY = 8_000
"""Bytes of an address's query."""
WRITING = frozenset({"/mark"})


@dataclass(frozen=True, slots=True)
class Safety:
    """How the site is guarded."""

    hosts: tuple[str, ...] = LOOPBACK
    """Names under which a browser may call it; others are refused, so that no page elsewhere can reach it by a name of its own."""
    token: str | None = None
    """What a visitor must show; needed beyond this machine."""
    corrections: bool = False
    writing: frozenset[str] = WRITING


class Guarded:
    """ASGI middleware: refuses what `Safety` does not allow, and sets the headers."""

    def __init__(self, app: ASGIApp, safety: Safety) -> None:
        self.app, self.safety = app, safety

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        refused = self._refused(scope)
        await (refused or self.app)(scope, receive, sent)

    def _refused(self, scope: Scope) -> ASGIApp | None:
        """The reply to a request that is not let in; None where it is."""
        headers = Headers(scope=scope)
        host = headers.get("host", "").rsplit(":", 1)[0].strip("[]").lower()
        if "*" not in self.safety.hosts and host not in self.safety.hosts:
            return PlainTextResponse("This address is not one of mine. Start with --host NAME to add it.\n", 421)
        if len(scope["query_string"]) > LONGEST_QUERY:
            return PlainTextResponse("The address is too long.\n", 414)
        if scope["method"] == "POST" and not self._from_here(headers):
            return PlainTextResponse("A form may be sent from this site only.\n", 403)
        return self._unknown(scope, headers) if self.safety.token else None

    def _from_here(self, headers: Headers) -> bool:
        """Whether a form comes from a page of ours, and corrections are switched on (the browser says where it comes from)."""
        origin = headers.get("origin", "").split("://")[-1]
        return self.safety.corrections and origin == headers.get("host") and headers.get("sec-fetch-site", "same-origin") == "same-origin"

    def _unknown(self, scope: Scope, headers: Headers) -> ASGIApp | None:
        """A visitor shows the token once, in the address or as a bearer; a cookie keeps it."""
        given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
        if given and self._is_token(given):
            reply = RedirectResponse(scope["path"], 303)
            reply.set_cookie(COOKIE, given, httponly=True, samesite="strict")
            return reply
        bearer = headers.get("authorization", "").removeprefix("Bearer ")
        cookie = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
        if self._is_token(bearer) or (cookie is not None and self._is_token(cookie.value)):
            return None
        return PlainTextResponse("Open the address that `matters serve` printed, with its token.\n", 401)

    def _is_token(self, said: str) -> bool:
        return hmac.compare_digest(said.encode(), (self.safety.token or "").encode())
