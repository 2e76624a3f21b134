"""The site on a port of this machine, until it is stopped."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import uvicorn

from pipeline.errors import MattersError, UsageError
from pipeline.web.app import application
from pipeline.web.pages import AHEAD
from pipeline.web.prompt import Prompt
from pipeline.web.safety import EVERYWHERE, LOOPBACK, Safety
from pipeline.web.workers import Workers

CONNECTIONS = 400
"""Browsers and programs at once; more are told that the service is unavailable."""
SECONDS_TO_END = 3
"""That requests under way are given when the site is stopped."""
LEAST_TOKEN = 16
"""Characters of a token: fewer could be guessed."""
TOKEN_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
MAKE_TOKEN = 'Make one with: python -c "import secrets; print(secrets.token_urlsafe())"'


def guarded(host: str, token: str | None, names: tuple[str, ...], *, corrections: bool) -> Safety:
    """How a site on this host is guarded. Raises UsageError where others could come in without a token that cannot be guessed."""
    if host.lower() not in LOOPBACK and not token:
        raise UsageError(f"Listening on {host or 'every address'} lets other machines in. Give --token SECRET, or leave --host out.")
    if token and (len(token) < LEAST_TOKEN or not TOKEN_LETTERS.issuperset(token)):
        raise UsageError(f"A token is {LEAST_TOKEN} or more letters (a to z), figures, - and _. {MAKE_TOKEN}")
    own = (socket.gethostname().lower(),) if host in EVERYWHERE else ()
    return Safety((*LOOPBACK, host.lower(), *own, *(name.lower() for name in names)), token or None, corrections)


def listening(host: str, port: int) -> socket.socket:
    """Takes the port. Raises MattersError where it cannot be had."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        made = socket.socket(family, kind, protocol)
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind(address)
    except OSError as error:
        told = f"The site cannot listen on {host}, port {port} ({error.strerror}). "
        raise MattersError(told + f"Stop what listens there, or give another: matters serve --port {port % 65535 + 1}") from error
    return made


def serve(library: Path, host: str, port: int, safety: Safety, *, workers: int, ready: Callable[[], object]) -> None:
    """Serves the library until Ctrl-C or a signal to end; all processes have ended then. `ready` is called when browsers may come.
    Raises MattersError where it cannot start."""
    taken = listening(host, port)
    signal.signal(signal.SIGTERM, _end)
    pool, aside = Workers(library, workers), Workers(library, 1, works=AHEAD)
    try:
        pool.warm()
        aside.warm()
        taken.listen()
        ready()
        options = uvicorn.Config(
            application(pool, aside, safety), log_level="warning", server_header=False, limit_concurrency=CONNECTIONS,
            timeout_graceful_shutdown=SECONDS_TO_END, http=Prompt,
        )  # fmt: skip
        uvicorn.Server(options).run(sockets=[taken])
    except KeyboardInterrupt:
        return
    finally:
        pool.close()
        aside.close()
        taken.close()


def _end(_signal: int, _frame: FrameType | None) -> None:
    """A signal to end is Ctrl-C by another hand."""
    raise KeyboardInterrupt
