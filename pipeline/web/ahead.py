"""What takes seconds on a large library: worked out once for each state of it, in a thread, so that nobody's page hangs on it.

A page that needs it before it is there raises WorkingError, which tells the visitor so and loads the page again. Without a server
(tests, a script) `whole` simply waits.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any, TypeVar

from pipeline.errors import WorkingError

T = TypeVar("T")
Work = Callable[[Any], Any]
"""From the open library to what is kept."""
PATIENCE, SHORTLY = 4.0, 0.4
"""Seconds that a page waits for what it needs, and for what it can do without."""
TOLD = "A large library is being read through. This page loads itself again until that is done; it is done once after each change."


class _Thread:
    """The one thread of this process, and what it was given since the library was opened."""

    pool: ThreadPoolExecutor | None = None
    given: dict[Hashable, Future[Any]] = {}  # noqa: RUF012  # one for the process, as is the library it works on


def served() -> None:
    """From now on `whole` works in the background."""
    _Thread.pool = ThreadPoolExecutor(1)


def is_busy() -> bool:
    """Whether the thread is at work: what it reads must stay open."""
    return any(future.running() for future in _Thread.given.values())


def begin(library: Any, works: Mapping[Hashable, Work]) -> None:
    """The library was opened, or has changed: all this will be wanted."""
    if _Thread.pool:
        for future in _Thread.given.values():
            future.cancel()
        _Thread.given = {key: _submitted(_Thread.pool, library, key, work) for key, work in works.items()}


def settled(seconds: float) -> None:
    """Waits until all that was given is done, at most so long."""
    wait(_Thread.given.values(), seconds)


def whole(library: Any, key: Hashable, work: Callable[[Any], T], patience: float = PATIENCE) -> T:
    """What `work` gives, remembered until the library changes. Raises WorkingError where that takes longer than a visitor waits."""
    if _Thread.pool is None:
        made: T = library.remembered("whole", key, lambda: work(library))
        return made
    found: T | None = library.shelf("whole").get(key)
    if found is not None:
        return found
    try:
        given: T = _given(_Thread.pool, library, key, work).result(patience)
    except TimeoutError as error:
        raise WorkingError(TOLD) from error
    return given


def soon(library: Any, key: Hashable, work: Callable[[Any], T]) -> T | None:
    """The same, or None where it is not there shortly: for what a page can do without."""
    try:
        return whole(library, key, work, SHORTLY)
    except WorkingError:
        return None


def _given(pool: ThreadPoolExecutor, library: Any, key: Hashable, work: Work) -> Future[Any]:
    """The work as it was given to the thread; given again where its result is no longer remembered."""
    future = _Thread.given.get(key)
    if future is None or future.done():
        future = _Thread.given[key] = _submitted(pool, library, key, work)
    return future


def _submitted(pool: ThreadPoolExecutor, library: Any, key: Hashable, work: Work) -> Future[Any]:
    return pool.submit(lambda: library.remembered("whole", key, lambda: work(library)))
