"""Progress of long work on standard error: a bar in a terminal, a line a stage elsewhere."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import Any, Self


class Bars:
    """A `Progress` (model/ports.py): one bar for each stage, with amount done and time left."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()
        self._bars: Any = None
        self._task: Any = None

    def __enter__(self) -> Self:
        if self._shown:
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

            columns = (TextColumn("{task.description:<16}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[unit]}"))
            console = Console(stderr=True)
            self._bars = Progress(*columns, TimeRemainingColumn(), TextColumn("{task.fields[note]}"), console=console, transient=True)
            self._bars.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._bars is not None:
            self._bars.stop()

    def stage(self, name: str, total: int, unit: str) -> None:
        if not total:
            return
        if self._bars is not None:
            self._task = self._bars.add_task(name, total=total, unit=unit, note="")
        else:
            sys.stderr.write(f"{name}: {total} {unit}\n")
            sys.stderr.flush()

    def step(self, amount: int = 1, note: str = "") -> None:
        if self._bars is not None and self._task is not None:
            self._bars.update(self._task, advance=amount, note=note[-40:])
