"""What keeps the site and its visitors safe: headers on every reply, known hosts, a token beyond this machine, limits.

The papers are other people's files: nothing in them may run, and nothing may be fetched from elsewhere (Content-Security-Policy).
"""

from __future__ import annotations

import hmac
import json
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from ipaddress import ip_address
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
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
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # with none at all, browsers say "null" for where a form comes from
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "X-Robots-Tag": "noindex",
    "Cache-Control": "private, no-cache",
}
"""Of every reply that does not set its own. Pages are asked for again each time, and not sent again where they are the same."""
LOOPBACK = ("127.0.0.1", "localhost", "::1")
EVERYWHERE = ("0.0.0.0", "::")
COOKIE = "matters_token"
TOKEN = "token"
LONGEST_QUERY = 8_000
"""Bytes of an address's query."""
WRITING = frozenset({"/mark"})
STRANGE_HOST = "This address is not one of mine. Start with: matters serve --name NAME"
UNKNOWN = "Open the address that `matters serve` printed, with its token; programs send it as Authorization: Bearer TOKEN."


@dataclass(frozen=True, slots=True)
class Safety:
    """How the site is guarded."""

    hosts: tuple[str, ...] = LOOPBACK
    """Names under which a browser may call it; others are refused, so that no page elsewhere can reach it by a name of its own.
    Where one of `EVERYWHERE` is among them, any number address may be called: no page elsewhere has such a name."""
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
        if not self._is_mine(headers.get("host", "")):
            return _told(scope, STRANGE_HOST, 421)
        if len(scope["query_string"]) > LONGEST_QUERY:
            return _told(scope, "The address is too long. Ask in fewer words.", 414)
        if self.safety.token and (stranger := self._unknown(scope, headers)):
            return stranger
        if scope["method"] == "POST" and not self._from_here(headers):
            return _told(scope, "A form may be sent from this site only, and only with: matters serve --allow-corrections", 403)
        return None

    def _is_mine(self, called: str) -> bool:
        """Whether a browser may call the site by this name (with a port or without)."""
        name = called.lower()
        name = name[1:].partition("]")[0] if name.startswith("[") else name.rpartition(":")[0] or name
        return name in self.safety.hosts or (not set(EVERYWHERE).isdisjoint(self.safety.hosts) and _is_number(name))

    def _from_here(self, headers: Headers) -> bool:
        """Whether a form comes from a page of ours, and corrections are switched on (the browser says where it comes from)."""
        _, _, origin = headers.get("origin", "").partition("://")
        same = origin.lower() == headers.get("host", "").lower()
        return self.safety.corrections and same and headers.get("sec-fetch-site", "same-origin") == "same-origin"

    def _unknown(self, scope: Scope, headers: Headers) -> ASGIApp | None:
        """A visitor shows the token once, in the address or as a bearer; a cookie keeps it. None where it was shown.

        The cookie goes along where a colleague's link is followed (Lax): no page is changed by being looked at."""
        query = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        if any(name == TOKEN and self._is_token(value) for name, value in query):
            kept = urlencode([(name, value) for name, value in query if name != TOKEN])
            reply = RedirectResponse(f"/{scope['path'].lstrip('/')}" + (f"?{kept}" if kept else ""), 303)
            reply.set_cookie(COOKIE, str(self.safety.token), httponly=True, samesite="lax", secure=scope["scheme"] == "https")
            return reply
        scheme, _, bearer = headers.get("authorization", "").partition(" ")
        if (scheme.lower() == "bearer" and self._is_token(bearer.strip())) or self._is_token(_cookie(headers)):
            return None
        return _told(scope, UNKNOWN, 401, {"WWW-Authenticate": "Bearer"})

    def _is_token(self, said: str) -> bool:
        return hmac.compare_digest(said.encode("utf-8", "replace"), str(self.safety.token).encode())


def _told(scope: Scope, message: str, status: int, headers: dict[str, str] | None = None) -> Response:
    headers = {"Cache-Control": "no-store", **(headers or {})}
    if scope["path"].endswith(".json"):
        body = json.dumps({"error": message, "status": status})
        return Response(body, status, headers, "application/json")
    return PlainTextResponse(f"{message}\n", status, headers)


def _cookie(headers: Headers) -> str:
    """The token that the browser keeps; "" where there is none."""
    try:
        kept = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return ""
    return kept.value if kept else ""


def _is_number(name: str) -> bool:
    """Whether a host is called by its number."""
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
