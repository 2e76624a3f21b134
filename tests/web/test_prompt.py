"""Connections that must ask in time."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Iterator
from typing import Any

import pytest
import uvicorn

from pipeline.web.prompt import Prompt

pytestmark = pytest.mark.enable_socket
SECONDS, PATIENCE = 0.2, 30
ASKED = b"GET /%s HTTP/1.1\r\nHost: localhost\r\n\r\n"


class Hasty(Prompt):
    seconds = SECONDS


async def replying(scope: Any, _receive: Any, send: Any) -> None:
    """Says "done"; at /slow after more time than a request may take to come."""
    if scope["path"] == "/slow":
        await asyncio.sleep(3 * SECONDS)
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"4")]})
    await send({"type": "http.response.body", "body": b"done"})


@pytest.fixture(scope="module")
def address() -> Iterator[tuple[str, int]]:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(replying, http=Hasty, log_level="error", lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [taken]})
        thread.start()
        yield taken.getsockname()
        server.should_exit = True
        thread.join()


def reached(address: tuple[str, int]) -> socket.socket:
    while True:
        try:
            return socket.create_connection(address, timeout=PATIENCE)
        except ConnectionRefusedError:
            continue


@pytest.mark.parametrize("begun", [b"", b"GET / HTTP/1.1\r\nHost: local"])
def test_a_request_that_does_not_come_whole_ends_the_connection(address: tuple[str, int], begun: bytes) -> None:
    """Nothing sent, or half a head: the site hangs up."""
    with reached(address) as line:
        line.sendall(begun)
        assert line.recv(100) == b""


def test_a_slow_reply_is_waited_for_and_another_may_follow(address: tuple[str, int]) -> None:
    """The limit is on asking, not on being answered; a connection that asks again keeps going."""
    with reached(address) as line, line.makefile("rb") as lines:
        for path in (b"slow", b"", b"slow"):
            line.sendall(ASKED % path)
            assert lines.readline().startswith(b"HTTP/1.1 200")
            while lines.readline() != b"\r\n":
                pass
            assert lines.read(4) == b"done"
        assert line.recv(100) == b""
