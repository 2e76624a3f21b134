"""A large library, made of the sample papers' sentences with other names, numbers and neighbours, and what it costs to ask it.

python -m bench.million FOLDER [--passages 1000000] [--questions 200] [--seed LIBRARY] [--only build|measure]

Rows go straight through the tables of a library, vectors are those of the sample papers mixed and blurred, so that nothing is embedded
but the questions. One passage in four brings its facts along. A folder that holds a library is measured as it is. Printed: build time,
sizes, resident memory, question times cold and warm (wall clock and processor), recall@10 of the vectors against
comparing them all, share of what FTS5 puts first that the words' own file finds.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy

from bench.grown import grow
from bench.shelf import QUESTIONS, shelf
from pipeline.lookup.answering.answer import ask
from pipeline.lookup.understanding.words import COLUMNS, any_of, clues, wordings
from pipeline.model.answers import Filters
from pipeline.store import open_library
from pipeline.store.library import SqliteLibrary

FILTERS = {
    "no filter": Filters(), "a council": Filters(council="council 7"), "since": Filters(since="2023-06"),
    "kind": Filters(kind="minutes"), "a paper": Filters(document="paper-00011"),
}  # fmt: skip
EXACT = 50
"""Questions whose nearest vectors are looked for among all."""
MIB = 2**20


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=Path)
    options.add_argument("--passages", type=int, default=1_000_000)
    options.add_argument("--questions", type=int, default=200)
    options.add_argument("--seed", type=Path)
    options.add_argument("--only", choices=("build", "measure"))
    chosen = options.parse_args()
    if chosen.only != "measure" and not (chosen.folder / "library.db").is_file():
        build(chosen.folder, chosen.passages, chosen.seed)
    if chosen.only is None:  # a process of its own, so that building does not count as memory
        subprocess.run([sys.executable, "-m", "bench.million", *sys.argv[1:], "--only", "measure"], check=True)
    elif chosen.only == "measure":
        measure(chosen.folder, chosen.questions)


def build(folder: Path, count: int, seed: Path | None) -> None:
    with shelf(seed) as small, open_library(folder, create=True) as large:
        begun, spent = time.perf_counter(), time.process_time()
        grow(small, large, count)
        with large.transaction():
            large.cut_again()
        print(f"rows: {time.perf_counter() - begun:.0f} s, processor {time.process_time() - spent:.0f} s", flush=True)
        shutil.copytree(small.folder / "encoder", folder / "encoder")
        begun, spent = time.perf_counter(), time.process_time()
        large.index(write=True)
        print(f"index: {time.perf_counter() - begun:.0f} s, processor {time.process_time() - spent:.0f} s", flush=True)
        begun, spent = time.perf_counter(), time.process_time()
        large.index_words()
        print(f"words: {time.perf_counter() - begun:.0f} s, processor {time.process_time() - spent:.0f} s", flush=True)


def measure(folder: Path, count: int) -> None:
    for name in ("library.db", "passages.faiss", "passages.words"):
        print(f"{name}: {(folder / name).stat().st_size / MIB:,.0f} MiB")
    command = [sys.executable, "-m", "pipeline.cli", "ask", "what did we commit on supported living?", "--library", os.fspath(folder)]
    cold = [_timed(lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL))[0] for _ in range(5)]
    print(f"cold ask: median {statistics.median(cold):.2f} s ({min(cold):.2f} to {max(cold):.2f})")
    with open_library(folder) as library:
        print(f"passages {library.size():,}, vectors {library.db.execute('SELECT count(*) FROM vectors').fetchone()[0]:,}")
        asked = questions(library, count)
        for name, filters in FILTERS.items():
            for text in asked[:3]:
                ask(library, text, filters)
            _print_times(name, [_timed(lambda: ask(library, text, filters)) for text in asked[3:]])  # noqa: B023
        print(f"resident memory: {_resident()}")
        print(f"recall@10 of vectors: {recall(library, asked):.3f}")
        print(f"the first ten of FTS5, found by the words' own file: {words_found(library, asked):.3f}")


def _timed(what: Callable[[], Any]) -> tuple[float, float]:
    begun, spent = time.perf_counter(), time.process_time()
    what()
    return time.perf_counter() - begun, time.process_time() - spent


def _print_times(name: str, times: Sequence[tuple[float, float]]) -> None:
    wall, spent = (sorted(1000 * one[at] for one in times) for at in (0, 1))
    last = int(0.95 * len(wall))
    print(
        f"warm ask, {name}: median {statistics.median(wall):.0f} ms, p95 {wall[last]:.0f} ms; "
        f"processor median {statistics.median(spent):.0f} ms, p95 {spent[last]:.0f} ms"
    )


def _resident() -> str:
    found = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines())
    return ", ".join(f"{name} {int(found[name].split()[0]) / 1024:,.0f} MiB" for name in ("VmRSS", "RssAnon", "RssFile"))


def questions(library: SqliteLibrary, count: int) -> list[str]:
    """The sample questions, then questions made of words of passages drawn from the whole library."""
    draw = random.Random(7)
    given = [json.loads(line)["question"] for line in QUESTIONS.read_text(encoding="utf-8").splitlines()][: count // 2]
    return [*given, *_made(library, draw, count - len(given))]


def _made(library: SqliteLibrary, draw: random.Random, count: int) -> Iterator[str]:
    size = library.size()
    for row in library.passages(sorted(draw.sample(range(1, size + 1), count))):
        words = row.words.split()
        at = draw.randrange(max(1, len(words) - 8))
        yield f"{draw.choice(('What was said about', 'How many', 'When was', 'Who agreed'))} {' '.join(words[at : at + 8])}?"


def words_found(library: SqliteLibrary, asked: Sequence[str]) -> float:
    """Share of the ten passages that FTS5 puts first of all that hold any of a question's words."""
    found = wanted = 0
    for text in asked[:: max(1, len(asked) // EXACT)]:
        printed = wordings(clues(text, {}), widened=True)
        first = {id_ for id_, _ in library.words(any_of(printed), Filters(), 10, COLUMNS)}
        found += len(first & {id_ for id_, _ in library.any_of(printed, Filters(), 10)})
        wanted += len(first)
    return found / wanted


def recall(library: SqliteLibrary, asked: Sequence[str]) -> float:
    """Share of the ten nearest vectors of each question that the index finds."""
    step = max(1, len(asked) // EXACT)
    wanted = numpy.array([library.question_vector(text) for text in asked[::step]], dtype="float32")
    nearest = library.index()
    assert nearest is not None
    best: list[list[tuple[float, int]]] = [[] for _ in wanted]
    for ids, vectors in library.vectors_of(nearest.owners):
        scores = wanted @ vectors.T
        for at, row in enumerate(scores):
            top = numpy.argpartition(-row, min(10, len(row) - 1))[:10]
            best[at] = sorted([*best[at], *((float(row[i]), int(ids[i])) for i in top)], reverse=True)[:10]
    found = [{id_ for id_, _ in library.nearest_vectors(vector, 320)[:10]} for vector in wanted]
    return sum(len(ids & {id_ for _, id_ in one}) for ids, one in zip(found, best, strict=True)) / (10 * len(wanted))


if __name__ == "__main__":
    main()
