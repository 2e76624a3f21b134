"""Texts embedded a second, beside plain sentence-transformers with the same model, in turn in one run.

python -m bench.embed [--library LIBRARY] [--texts 600] [--rounds 3]

The texts are what a library of the sample papers (or LIBRARY) embeds: passages and sentences, drawn evenly. Both take them in batches of
like length, as each does by itself. The machine may be shared, so that processor time is printed beside the clock.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from bench.shelf import shelf
from pipeline.embed.encoder import Encoder
from pipeline.embed.models import load
from pipeline.embed.passages import batches
from pipeline.store.library import SqliteLibrary

MODEL = "all-MiniLM-L6-v2"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--library", type=Path)
    options.add_argument("--texts", type=int, default=600)
    options.add_argument("--rounds", type=int, default=3)
    chosen = options.parse_args()
    with shelf(chosen.library) as library:
        texts = drawn(library, chosen.texts)
        encoder, plain = Encoder(library.folder / "encoder"), load(MODEL)
        ways: dict[str, Callable[[], Any]] = {
            "matters": lambda: list(batches(encoder, texts)),
            "sentence-transformers": lambda: plain.encode(texts, show_progress_bar=False),
        }
        rounds = [{name: timed(what) for name, what in ways.items()} for _ in range(chosen.rounds + 1)][1:]
    for name in ways:
        clock, processor = (statistics.median(one[name][at] for one in rounds) for at in (0, 1))
        print(f"{name}: {len(texts) / clock:.0f} texts/s by the clock, {len(texts) / processor:.0f} a second of one processor")
    ratios = [[one["sentence-transformers"][at] / one["matters"][at] for one in rounds] for at in (0, 1)]
    print(f"ratio: {statistics.median(ratios[0]):.2f} by the clock, {statistics.median(ratios[1]):.2f} in processor time")


def drawn(library: SqliteLibrary, count: int) -> Sequence[str]:
    texts = [text for (text,) in library.db.execute("SELECT DISTINCT text FROM meanings ORDER BY hash")]
    return texts[:count]


def timed(what: Callable[[], Any]) -> tuple[float, float]:
    begun, spent = time.perf_counter(), time.process_time()
    what()
    return time.perf_counter() - begun, time.process_time() - spent


if __name__ == "__main__":
    main()
