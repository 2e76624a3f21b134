"""Connections that must ask in time: the head of a request may not trickle in for ever.

uvicorn ends a connection that is idle, and sets no limit to a request that never ends its head ("slow loris": a byte a minute, from as
many connections as the site takes). Forms have a limit of their own (web/app.py).
"""

from __future__ import annotations

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol


class Prompt(H11Protocol):
    """A connection that is closed where no whole request came within `seconds` of its opening, or of the last reply."""

    seconds = 15.0
    _limit: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn types it
        super().connection_made(transport)
        self._await_request()

    def on_response_complete(self) -> None:
        self._await_request()
        super().on_response_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        if self._limit is not None:
            self._limit.cancel()
        super().connection_lost(exc)

    def _await_request(self) -> None:
        if self._limit is not None:
            self._limit.cancel()
        self._limit = self.loop.call_later(self.seconds, self._give_up)

    def _give_up(self) -> None:
        if self.cycle is None or self.cycle.response_complete:
            self.transport.close()
