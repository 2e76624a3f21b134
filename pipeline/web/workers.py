"""Processes that each hold the library open, and make whole replies.

Questions, lists, page pictures and charts run in them: beside one another, out of the way of the loop that talks to browsers, and
a picture that brings pdfium down ends one process and not the server.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from pipeline.errors import BusyError
from pipeline.store.marks import FILE as MARKS
from pipeline.web.asked import Asked, Reply

Page = Callable[[Any, Asked], Reply]
"""Makes a reply out of the open library."""
WAITING = 64
"""Requests that may wait for a worker; more are told to come again."""
SECONDS = 30.0
"""A request that takes longer is given up."""
AHEAD = "what was decided?"
"""Asked before the first visitor comes, so that models are loaded."""


class Workers:
    """Runs pages in `count` processes over the library in `folder`."""

    def __init__(self, folder: Path, count: int) -> None:
        self.folder, self.count, self.waiting = folder, count, 0
        self.pool = self._made()

    def _made(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self.count, mp_context=get_context("spawn"), initializer=_open, initargs=(self.folder,))

    async def warm(self) -> None:
        """All processes are there, with their models loaded. Raises what opening the library raises."""
        loop = asyncio.get_running_loop()
        await asyncio.gather(*(loop.run_in_executor(self.pool, _ready) for _ in range(self.count)))

    async def run(self, page: Page, asked: Asked) -> Reply:
        """Raises BusyError, and what the page raises."""
        if self.waiting >= WAITING:
            raise BusyError("Too many people ask at once. Wait a moment and load the page again.")
        self.waiting += 1
        try:
            work = partial(self.pool.submit, _made_by, page, asked)
            return await asyncio.wait_for(asyncio.wrap_future(work()), SECONDS)
        except TimeoutError as error:
            raise BusyError("This took too long. Ask for less, or load the page again in a moment.") from error
        except BrokenProcessPool as error:
            self.pool = self._made()
            raise BusyError("A worker stopped and was started again. Load the page again.") from error
        finally:
            self.waiting -= 1

    def close(self) -> None:
        self.pool.shutdown(wait=False, cancel_futures=True)


class _Held:
    """The library of this process, opened again when another process has changed it."""

    folder: Path
    library: Any = None
    state: tuple[str | None, int] = (None, 0)


def _open(folder: Path) -> None:
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _Held.folder = folder


def library() -> Any:
    """The open library as it stands now. Raises LibraryError."""
    from pipeline.store import open_library

    if _Held.library is None or _state() != _Held.state:
        _Held.library = open_library(_Held.folder)
        _Held.state = _state()
    return _Held.library


def _state() -> tuple[str | None, int]:
    """What changes when another process ingests or marks: the library's generation, and when the marks were last written."""
    marks = _Held.folder / MARKS
    return _Held.library.meta("generation"), marks.stat().st_mtime_ns if marks.exists() else 0


def _ready() -> None:
    from pipeline.lookup.answer import ask
    from pipeline.model.answers import Filters

    ask(library(), AHEAD, Filters())


def _made_by(page: Page, asked: Asked) -> Reply:
    return page(library(), asked)
