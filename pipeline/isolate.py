"""Work in processes of its own, so that one bad file cannot stop, starve or crash the rest."""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from pipeline.errors import SourceError
from pipeline.model.documents import Source

T = TypeVar("T")
R = TypeVar("R")

READY = "ready"
"""A worker's first word; later ones are results."""
STARTS = 5
"""Workers in a row that may die before they are ready; the system kills some when memory is short, all of them where nothing can start."""
AHEAD = 4
"""Results held back for the sake of order: at most this many for each worker."""
TRY_ALONE = "Try it alone; if it happens again, leave it out and report it."


@dataclass(frozen=True, slots=True)
class _Fault:
    """What went wrong inside the work, as a sentence."""

    what: str
    next_step: str


class _Room(NamedTuple):
    """What a worker may use."""

    megabytes: int | None
    scratch: Path | None
    threads: int = 1


@dataclass(slots=True)
class _Worker:
    process: multiprocessing.process.BaseProcess
    connection: Connection
    ready: bool = False
    task: int | None = None
    deadline: float = 0.0


def isolated(
    work: Callable[[T], R],
    items: Iterable[T],
    *,
    workers: int,
    seconds: float,
    megabytes: int | None = None,
    scratch: Path | None = None,
) -> Generator[tuple[T, R | SourceError], None, None]:
    """Each item with `work(item)`, in order, from up to `workers` processes; a SourceError where there is no result.

    An item that takes longer than `seconds`, needs more than `megabytes` (where the system can limit it), raises, or takes its process
    down with it loses its own result only. `work` must be a function of a module, items and results must pickle. When the iterator is
    closed or interrupted its processes are ended; what they left in temporary files lies in the folder `scratch`, for the caller to remove.
    """
    todo = list(items)
    crew = _Crew(work, todo, max(1, min(workers, len(todo))) if todo else 0, seconds, _Room(megabytes, scratch))
    try:
        for number, item in enumerate(todo):
            yield item, crew.result(number)
    finally:
        crew.end()


class _Crew:
    """The processes and what each is doing."""

    def __init__(self, work: Callable[[Any], Any], items: Sequence[Any], size: int, seconds: float, room: _Room) -> None:
        self._work, self._items, self._seconds = work, items, seconds
        self._room = room._replace(threads=max(1, (os.cpu_count() or 1) // max(1, size)))
        self._todo = deque(range(len(items)))
        self._done: dict[int, Any] = {}
        self._workers: list[_Worker] = []
        self._failed_starts = 0
        for _ in range(size):
            self._workers.append(self._start())

    def result(self, number: int) -> Any:
        """What became of one item; waits for it."""
        while number not in self._done:
            self._assign(number + AHEAD * len(self._workers))
            self._collect()
        return self._done.pop(number)

    def end(self) -> None:
        for worker in self._workers:
            worker.connection.close()
            kill(worker.process)

    def _start(self) -> _Worker:
        context = multiprocessing.get_context("spawn")
        mine, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, self._work, self._room), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, mine)

    def _assign(self, limit: int) -> None:
        """Work for every worker that waits, as long as it is not too far ahead."""
        for worker in self._workers:
            if worker.ready and worker.task is None and self._todo and self._todo[0] < limit:
                worker.task = self._todo.popleft()
                worker.deadline = time.monotonic() + self._seconds
                worker.connection.send(self._items[worker.task])

    def _collect(self) -> None:
        """Waits until a worker has something to say or has run out of time."""
        deadlines = [worker.deadline for worker in self._workers if worker.task is not None]
        timeout = max(0.0, min(deadlines) - time.monotonic()) if deadlines else None
        speaking = wait([worker.connection for worker in self._workers], timeout)
        for place, worker in enumerate(self._workers):
            if worker.connection in speaking:
                self._hear(place, worker)
            elif worker.task is not None and time.monotonic() >= worker.deadline:
                self._replace(place, worker, f"took longer than {self._seconds:g} seconds", "Split it into smaller files, or leave it out.")

    def _hear(self, place: int, worker: _Worker) -> None:
        try:
            said = worker.connection.recv()
        except (EOFError, ConnectionError):
            worker.process.join()
            if not worker.ready:
                self._failed_starts += 1
                if self._failed_starts > STARTS:
                    raise RuntimeError(f"a worker process could not start (exit status {worker.process.exitcode})") from None
            self._replace(place, worker, *_death(worker.process.exitcode))
            return
        if not worker.ready:
            worker.ready, self._failed_starts = said == READY, 0
        elif worker.task is not None:
            fault = isinstance(said, _Fault)
            self._done[worker.task] = SourceError(_named(self._items[worker.task]), said.what, said.next_step) if fault else said
            worker.task = None

    def _replace(self, place: int, worker: _Worker, what: str, next_step: str) -> None:
        """Ends a worker, blames the item it was at, and starts another."""
        worker.connection.close()
        kill(worker.process)
        if worker.task is not None:
            self._done[worker.task] = SourceError(_named(self._items[worker.task]), what, next_step)
        self._workers[place] = self._start()


def _named(item: object) -> str:
    return item.name if isinstance(item, Source) else str(item)


def _death(status: int | None) -> tuple[str, str]:
    """What an exit status says, and what to do."""
    if status is not None and status < 0:
        name = signal.Signals(-status).name
        if name == "SIGKILL":
            return "its process was killed by the system, most likely for want of memory", "Close other programs, or split the file."
        return f"its process crashed ({name})", TRY_ALONE
    return f"its process ended by itself (exit status {status})", TRY_ALONE


def kill(process: multiprocessing.process.BaseProcess) -> None:
    """Ends a process and, where there are process groups, whatever it has started."""
    if hasattr(os, "killpg") and process.pid:
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            process.kill()
    else:
        process.kill()
    process.join()


def _serve(connection: Connection, work: Callable[[Any], Any], room: _Room) -> None:
    """A worker's life: items in, results out, until the other end closes."""
    detach()
    os.environ.setdefault("OMP_NUM_THREADS", str(room.threads))
    if room.scratch:
        tempfile.tempdir = str(room.scratch)
    if room.megabytes:
        limit_memory(room.megabytes)
    connection.send(READY)
    while True:
        try:
            item = connection.recv()
        except (EOFError, OSError):
            return
        connection.send(_result(work, item))


def _result(work: Callable[[Any], Any], item: Any) -> Any:
    try:
        return work(item)
    except SourceError as error:
        return _Fault(error.what, error.next_step)
    except MemoryError:
        return _Fault("needs more memory than one file may take", "Split it into smaller files.")
    except Exception as error:
        # A fault of ours in one paper: shown with its traceback, named in the list of skipped files, and the other papers go on.
        logging.getLogger(__name__).exception("%s", _named(item))
        return _Fault(f"could not be read, by a fault of this program ({type(error).__name__}: {error})", "Report it with the lines above.")


def detach() -> None:
    """A group of its own, deaf to Ctrl-C (the parent decides), and dead when the parent is."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "setsid"):
        os.setsid()
    threading.Thread(target=_die_with_parent, daemon=True).start()


def _die_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        if hasattr(os, "killpg"):
            os.killpg(0, signal.SIGKILL)
        os._exit(1)


def limit_memory(megabytes: int) -> None:
    """Limits what the process may allocate; Windows has no such limit, macOS does not keep to it."""
    try:
        import resource
    except ImportError:
        return
    limit = megabytes * 2**20
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    if hard == resource.RLIM_INFINITY or limit < hard:
        resource.setrlimit(resource.RLIMIT_DATA, (limit, hard))
