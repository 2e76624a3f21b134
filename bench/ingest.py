"""Speed and memory of making a library.

python -m bench.ingest [FOLDER ...] [--rules]

Prints pages a second from read to extract (all workers, and one process stage by stage), texts embedded a second, peak memory,
and the time of a second run with nothing changed. `--rules` leaves the trained spaCy pipeline out.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from pipeline.build import Silent, embed_missing, ingest, meanings
from pipeline.config import settings
from pipeline.errors import SourceError
from pipeline.store import open_library

CORPUS = Path(__file__).parents[1] / "corpus" / "papers"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folders", nargs="*", type=Path, default=[CORPUS])
    options.add_argument("--rules", action="store_true")
    chosen = options.parse_args()
    stages(chosen.folders, trained=not chosen.rules)
    if not chosen.rules:
        whole(chosen.folders)
    print(f"peak memory of this process {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB, "
          f"of its largest worker {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MB")  # fmt: skip


def stages(folders: list[Path], *, trained: bool) -> None:
    """One process, stage by stage."""
    from pipeline.extract import extract
    from pipeline.extract.nlp import load
    from pipeline.fetch.folder import fetch
    from pipeline.kinds import divide
    from pipeline.read import read
    from pipeline.split import split

    nlp, spent, pages, words = load(trained), defaultdict(float), 0, 0
    for source in fetch(folders):
        if isinstance(source, SourceError):
            continue
        document = timed(spent, "read", lambda source=source: read(source))
        parts = timed(spent, "divide", lambda document=document: divide(document))
        structure = timed(spent, "split", lambda document=document, parts=parts: split(document, parts))
        timed(spent, "extract", lambda structure=structure: extract(structure, nlp))
        timed(spent, "meanings", lambda structure=structure: [meanings(structure, p) for p in structure.passages])
        pages += len(document.pages)
        words += len(document.text.split())
    total = sum(spent.values())
    kind = "with the trained pipeline" if trained else "by rules alone"
    print(f"one process, {kind}: {pages} pages, {words} words, {pages / total:.1f} pages/s, extract {words / spent['extract']:.0f} words/s")
    print("  " + ", ".join(f"{name} {seconds:.1f} s" for name, seconds in spent.items()))


def timed(spent: dict[str, float], name: str, work):  # type: ignore[no-untyped-def]  # a benchmark's own helper
    begun = time.perf_counter()
    result = work()
    spent[name] += time.perf_counter() - begun
    return result


def whole(folders: list[Path]) -> None:
    """All workers: read to store, embedding, and again with nothing changed."""
    with tempfile.TemporaryDirectory() as folder, open_library(Path(folder), create=True) as library:
        run = ingest(folders, library, settings(), embed=False)
        print(f"read to store: {run.pages} pages in {run.seconds:.1f} s, {run.pages / run.seconds:.1f} pages/s")
        begun = time.perf_counter()
        texts = embed_missing(library, settings().model, Silent())
        seconds = time.perf_counter() - begun
        print(f"embedding: {texts} texts in {seconds:.1f} s, {texts / seconds:.0f} texts/s (model load and encoder export included)")
        again = ingest(folders, library, settings())
        print(f"again with nothing changed: {again.seconds:.2f} s, {again.embedded} embedded, {len(again.read)} read")


if __name__ == "__main__":
    sys.exit(main())
