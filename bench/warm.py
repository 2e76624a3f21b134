"""Warm questions: one process that has answered a few, asked many distinct ones, each once.

python -m bench.warm --library LIBRARY FILES...

FILES hold {"question"} lines. Printed: middle and 95th of 100 of the time by the clock and of the processor time, in milliseconds,
beside the plainest search of the same library in the same run (FTS5, any of the question's words, ten passages).
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from pipeline.lookup.answering.answer import ask
from pipeline.model.answers import Filters
from pipeline.store import open_library
from pipeline.store.library import SqliteLibrary

FIRST = 5
"""Questions that are asked before the clock runs."""
TOP = 10


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--library", type=Path, required=True)
    parser.add_argument("files", nargs="+", type=Path)
    options = parser.parse_args()
    questions = [json.loads(line)["question"] for file in options.files for line in file.read_text(encoding="utf-8").splitlines() if line]
    with open_library(options.library) as library:
        print(f"{len(questions)} questions, {library.size():,} passages")
        for name, look in (("matters ask", _asked), ("FTS5 alone", _words)):
            print(f"{name}: {_told(library, questions, look)}")


def _asked(library: SqliteLibrary, question: str) -> None:
    ask(library, question, Filters())


def _words(library: SqliteLibrary, question: str) -> None:
    library.words(" OR ".join(f'"{word}"' for word in re.findall(r"\w+", question)) or '"a"', Filters(), TOP)


def _told(library: SqliteLibrary, questions: Sequence[str], look: Callable[[SqliteLibrary, str], None]) -> str:
    clock: list[float] = []
    processor: list[float] = []
    for number, question in enumerate([*questions[:FIRST], *questions]):
        begun, used = time.perf_counter(), time.process_time()
        look(library, question)
        if number >= FIRST:
            clock.append(1000 * (time.perf_counter() - begun))
            processor.append(1000 * (time.process_time() - used))
    return "; ".join(
        f"{name} {statistics.median(some):.1f}, {_most(some):.1f} ms" for name, some in (("clock", clock), ("processor", processor))
    )


def _most(some: Sequence[float]) -> float:
    return sorted(some)[int(0.95 * (len(some) - 1))]


if __name__ == "__main__":
    main()
