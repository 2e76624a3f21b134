"""The processes that make pages: what happens when one dies, hangs or is busy, and when the library changes beneath them."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import time
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from pipeline.build import ingest
from pipeline.config import Settings
from pipeline.errors import BusyError, NotThereError
from pipeline.store import open_library
from pipeline.web.asked import Asked, Reply
from pipeline.web.pages import PAGES
from pipeline.web.workers import Workers

pytestmark = pytest.mark.enable_socket  # an event loop makes a pair of sockets
HERE = Asked("/")


def who(_library: Any, _asked: Asked) -> Reply:
    """A page that says which process made it."""
    return Reply(str(os.getpid()).encode())


def dies(_library: Any, _asked: Asked) -> Reply:
    os.kill(os.getpid(), signal.SIGKILL)
    return Reply(b"")


def hangs(_library: Any, _asked: Asked) -> Reply:
    time.sleep(600)
    return Reply(b"")


def waits(_library: Any, asked: Asked) -> Reply:
    """A page that is made when a file is there."""
    while not Path(asked["file"]).exists():
        time.sleep(0.02)
    return Reply(b"made")


def is_broken(_library: Any, _asked: Asked) -> Reply:
    raise KeyError("a fault")


def refuses(_library: Any, _asked: Asked) -> Reply:
    raise NotThereError("No such thing.")


def eats(_library: Any, _asked: Asked) -> Reply:
    return Reply(bytes(8 << 30))


@contextmanager
def pool(library: Path, count: int = 1, seconds: float = 60) -> Iterator[Workers]:
    made = Workers(library, count, seconds=seconds)
    try:
        made.warm()
        yield made
    finally:
        made.close()


def run(steps: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """In a loop of its own thread: the browser tests keep one running in this."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(lambda: asyncio.run(steps())).result()


def is_gone(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    return False


def test_a_worker_that_dies_costs_one_request_and_is_started_again(site_library: Path) -> None:
    """Its visitor is told to load the page again; the next one is served."""
    with pool(site_library) as workers:

        async def steps() -> None:
            with pytest.raises(BusyError, match="Load the page again"):
                await workers.run(dies, HERE)
            assert (await workers.run(who, HERE)).status == 200

        run(steps)


def test_a_worker_that_dies_at_rest_costs_nothing(site_library: Path) -> None:
    """The next visitor waits for the new process and gets the page."""
    with pool(site_library) as workers:

        async def steps() -> None:
            first = int((await workers.run(who, HERE)).body)
            os.kill(first, signal.SIGKILL)
            workers.workers[0].process.join()
            assert int((await workers.run(who, HERE)).body) != first

        run(steps)


def test_a_worker_that_hangs_is_ended(site_library: Path) -> None:
    """Its visitor is told so after the time limit, its process is gone, and others are served."""
    with pool(site_library, seconds=1) as workers:
        hung = workers.workers[0].process.pid
        assert hung

        async def steps() -> None:
            with pytest.raises(BusyError, match="took too long"):
                await workers.run(hangs, HERE)
            await asyncio.gather(*workers.mending)
            assert is_gone(hung)
            assert (await workers.run(who, HERE)).status == 200

        run(steps)


def test_pictures_leave_a_worker_to_the_others(site_library: Path, tmp_path: Path) -> None:
    """While more pictures are drawn than there are workers, a page is made."""
    go = tmp_path / "go"
    drawn = Asked("/", query=[("file", str(go))])
    with pool(site_library, count=2) as workers:

        async def steps() -> None:
            pictures = [asyncio.create_task(workers.run(waits, drawn, slow=True)) for _ in range(3)]
            await asyncio.sleep(0)
            assert (await workers.run(who, HERE)).status == 200
            go.touch()
            assert [(await picture).body for picture in pictures] == [b"made"] * 3

        run(steps)


def test_too_many_at_once_are_told_to_come_again(site_library: Path, tmp_path: Path) -> None:
    """Those over the limit are refused at once; the others get their page."""
    go = tmp_path / "go"
    with pool(site_library) as workers:

        async def steps() -> None:
            tasks = [asyncio.create_task(workers.run(waits, Asked("/", query=[("file", str(go))]))) for _ in range(66)]
            await asyncio.sleep(0.1)
            go.touch()
            made = await asyncio.gather(*tasks, return_exceptions=True)
            assert [type(one) for one in made].count(BusyError) == 2

        run(steps)


def test_a_fault_of_ours_and_what_is_not_there_are_told_and_the_worker_lives(site_library: Path) -> None:
    """A page that breaks is a page that says so; so is one that takes more memory than there is."""
    with pool(site_library) as workers:

        async def steps() -> None:
            first = (await workers.run(who, HERE)).body
            assert (await workers.run(is_broken, HERE)).status == 500
            assert b"A fault of ours" in (await workers.run(is_broken, HERE)).body
            assert (await workers.run(eats, HERE)).status == 500
            missing = await workers.run(refuses, Asked("/-/x.json"))
            assert (missing.status, missing.body) == (404, b'{"error": "No such thing.", "status": 404}')
            assert (await workers.run(who, HERE)).body == first

        run(steps)


def test_what_another_process_ingests_is_seen_without_a_restart(tmp_path: Path) -> None:
    """A paper that comes, a library made anew in the same place, and one that has gone."""
    papers, library = tmp_path / "papers", tmp_path / "library"
    papers.mkdir()

    def add(name: str) -> None:
        (papers / name).write_text(f"Aldermere County Council\n\nThe {name} of the council met on 3 May 2024 and agreed the plan.\n")
        with open_library(library, create=True) as opened:
            ingest([papers], opened, Settings(workers=1), embed=False)

    add("cabinet.txt")
    with pool(library) as workers:

        async def steps() -> None:
            async def shown() -> bytes:
                return (await workers.run(PAGES["/papers"], Asked("/papers"))).body

            assert b"scrutiny.txt" not in await shown()
            add("scrutiny.txt")
            assert b"<h2>2 papers<" in await shown()
            shutil.rmtree(library)
            (papers / "cabinet.txt").unlink()
            add("scrutiny.txt")
            assert b"<h2>1 paper<" in await shown()
            shutil.rmtree(library)
            gone = await workers.run(PAGES["/papers"], Asked("/papers"))
            assert gone.status == 503
            assert b"matters ingest" in gone.body

        run(steps)
