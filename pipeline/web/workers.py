"""Processes that each hold the library open, and make whole replies.

Questions, lists, page pictures and charts run in them: beside one another, out of the way of the loop that talks to browsers, and
a picture that brings pdfium down ends one process and not the server. A process that dies or hangs is ended and started again;
its one visitor is told so. Pages that rest on the whole library have a process aside, of lower priority, which works that out as
soon as it has opened the library (web/ahead.py). Each is reached through a pipe: nothing is left behind on the system, however the
server ends.
"""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Callable, Hashable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from pipeline.errors import BusyError, MattersError
from pipeline.isolate import detach, kill, limit_memory
from pipeline.web import ahead
from pipeline.web.asked import Asked, Reply
from pipeline.web.failing import broken, failed

Page = Callable[[Any, Asked], Reply]
"""Makes a reply out of the open library."""
Works = Mapping[Hashable, ahead.Work]
"""What a process aside works out beforehand; empty for one that answers questions."""
WAITING = 64
"""Requests that may wait for a worker; more are told to come again."""
SECONDS = 30.0
"""A request that takes longer is given up, and its worker ended."""
SECONDS_TO_START = 120.0
PAUSE = 2.0
"""Seconds before a process that could not start is tried again."""
SECONDS_TO_SETTLE = 10.0
"""That the start waits for what is worked out beforehand; of a large library it goes on behind."""
NICE = 5
"""How far a process aside stands back behind the others."""
MEGABYTES = 3072
"""Memory that a worker may take (where the system can limit it): a page with a monstrous picture ends one request."""
AHEAD = "what was decided?"
"""Asked before the first visitor comes, so that models are loaded."""
TOO_MANY = "Too many people ask at once. Wait a moment and load the page again."
TOO_LONG = "This took too long and was given up. Ask for less, or load the page again in a moment."
NO_START = "A process that answers could not start. Close other programs, or have fewer: matters serve --workers 1"
DIED = "The process that made this page stopped, and another is started. Load the page again in a moment."


class Worker:
    """One process and the pipe to it. Its methods block: they are called from a thread."""

    def __init__(self, folder: Path, works: Works) -> None:
        self.folder, self.works = folder, works
        self._start()

    def _start(self) -> None:
        context = get_context("spawn")
        self.line, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(theirs, self.folder, self.works), daemon=True)
        self.process.start()
        theirs.close()

    def ready(self) -> bool:
        """Whether the process has started and loaded what it needs; waits for it."""
        try:
            return bool(self.line.poll(SECONDS_TO_START) and self.line.recv())
        except (EOFError, OSError):
            return False

    def make(self, page: Page, asked: Asked, seconds: float) -> Reply:
        """Raises TimeoutError where it takes longer, EOFError or OSError where the process is gone."""
        self.line.send((page, asked))
        if not self.line.poll(max(seconds, 0)):
            raise TimeoutError
        reply: Reply = self.line.recv()
        return reply

    def again(self) -> None:
        """Ends the process and starts another, until one is ready or this worker is closed."""
        self.close()
        self._start()
        while not self.ready() and not self.line.closed:
            self.close()
            sleep(PAUSE)
            self._start()

    def close(self) -> None:
        kill(self.process)
        self.line.close()


class Workers:
    """Runs pages in `count` processes over the library in `folder`; with `works`, they are processes aside."""

    def __init__(self, folder: Path, count: int, *, seconds: float = SECONDS, works: Works | None = None) -> None:
        self.seconds, self.waiting, self.closed = seconds, 0, False
        self.workers = [Worker(folder, works or {}) for _ in range(count)]
        self.threads = ThreadPoolExecutor(count, "worker")
        self.free: asyncio.LifoQueue[Worker] = asyncio.LifoQueue()
        """The last that was used comes first: what it has read is still in its memory."""
        self.drawing = asyncio.Semaphore(max(1, count - 1))
        self.mending: set[asyncio.Task[None]] = set()

    def warm(self) -> None:
        """Waits until all processes are there, with their models loaded. Raises MattersError where one cannot start."""
        for worker in self.workers:
            if not worker.ready():
                raise MattersError(NO_START)
            self.free.put_nowait(worker)

    async def run(self, page: Page, asked: Asked, *, slow: bool = False) -> Reply:
        """The reply that the page makes; `slow` ones (pictures, charts) leave a worker to the others. Raises BusyError."""
        if self.waiting >= WAITING:
            raise BusyError(TOO_MANY)
        self.waiting += 1
        try:
            if not slow:
                return await self._run(page, asked)
            async with asyncio.timeout(self.seconds):
                await self.drawing.acquire()
            try:
                return await self._run(page, asked)
            finally:
                self.drawing.release()
        except TimeoutError as error:
            raise BusyError(TOO_LONG) from error
        finally:
            self.waiting -= 1

    async def _run(self, page: Page, asked: Asked) -> Reply:
        until = monotonic() + self.seconds
        async with asyncio.timeout(self.seconds):
            while not (worker := await self.free.get()).process.is_alive():
                self._mend(worker)
        made = asyncio.get_running_loop().run_in_executor(self.threads, partial(worker.make, page, asked, until - monotonic()))
        made.add_done_callback(partial(self._freed, worker))  # also where the visitor has gone meanwhile
        try:
            return await asyncio.shield(made)
        except TimeoutError:
            raise
        except (EOFError, OSError) as error:
            raise BusyError(DIED) from error

    def _freed(self, worker: Worker, made: asyncio.Future[Reply]) -> None:
        """The worker takes the next request, after it was mended where it failed."""
        if made.cancelled() or made.exception() is None:
            self.free.put_nowait(worker)
        elif not self.closed:
            self._mend(worker)

    def _mend(self, worker: Worker) -> None:
        task = asyncio.ensure_future(self._mended(worker))
        self.mending.add(task)
        task.add_done_callback(self.mending.discard)

    async def _mended(self, worker: Worker) -> None:
        await asyncio.get_running_loop().run_in_executor(self.threads, worker.again)
        self.free.put_nowait(worker)

    def close(self) -> None:
        """Ends all processes, whatever they are at."""
        self.closed = True
        for worker in self.workers:
            worker.close()
        self.threads.shutdown(wait=False, cancel_futures=True)


class _Held:
    """The library of this process, opened again when another process has changed it."""

    folder: Path
    works: Works
    library: Any = None
    state: tuple[Any, ...] = ()


def library() -> Any:
    """The open library as it stands now. Raises LibraryError."""
    from pipeline.store import open_library

    if _Held.library is None or _state() != _Held.state:
        if _Held.library is not None and not ahead.is_busy():
            _Held.library.close()
        _Held.library = None
        _Held.library = open_library(_Held.folder)
        _Held.state = _state()
        ahead.begin(_Held.library, _Held.works)
    return _Held.library


def _state() -> tuple[Any, ...]:
    """What changes when another process ingests, marks or makes the library anew: its generation, when the marks were last written,
    and which files these are."""
    from pipeline.store.connected import FILE
    from pipeline.store.marks import FILE as MARKS

    files = [_Held.folder / name for name in (FILE, MARKS)]
    stats = [file.stat() if file.exists() else None for file in files]
    known = [stat.st_ino if stat else None for stat in stats]
    return (_Held.library.meta("generation"), stats[1].st_mtime_ns if stats[1] else 0, *known)


def _serve(line: Connection, folder: Path, works: Works) -> None:
    """A worker's life: requests in, replies out, until the other end closes."""
    detach()
    limit_memory(MEGABYTES)
    _Held.folder, _Held.works = folder, works
    ahead.served()
    if works and hasattr(os, "nice"):
        os.nice(NICE)
    _made(_opened if works else _asked_ahead, Asked("/"))
    line.send(True)
    while True:
        try:
            page, asked = line.recv()
        except (EOFError, OSError):
            return
        line.send(_made(page, asked))


def _made(page: Page, asked: Asked) -> Reply:
    try:
        return page(library(), asked)
    except MattersError as error:
        return failed(error, as_json=asked.wants_json)
    except Exception:
        # A fault of ours in one page: shown with its traceback in the terminal, told to the visitor, and the next page goes on.
        logging.getLogger(__name__).exception("%s", asked.path)
        return broken(as_json=asked.wants_json)


def _asked_ahead(library: Any, _asked: Asked) -> Reply:
    from pipeline.lookup.answering.answer import ask
    from pipeline.model.answers import Filters
    from pipeline.web.pages.examples import examples

    ask(library, AHEAD, Filters())
    examples(library)
    return Reply(b"")


def _opened(_library: Any, _asked: Asked) -> Reply:
    """Opening it has begun the work, which is done at once where the library is small."""
    ahead.settled(SECONDS_TO_SETTLE)
    return Reply(b"")
