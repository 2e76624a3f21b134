"""Words a second on one core, all extractors together and each: by rules alone, and with the trained pipeline.

    python -m bench.extract [FOLDER ...] [--profile]

Papers are read once; each way of extracting then runs in a process of its own, so that neither finds the other's caches warm.
Seconds are those of the processor: a busy machine does not bend them. `--profile` prints the slowest functions (rules alone).
"""

from __future__ import annotations

import argparse
import cProfile
import os
import pstats
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from multiprocessing import get_context
from pathlib import Path

from pipeline.model.structure import Structure

CORPUS = Path(__file__).parents[1] / "corpus" / "papers"
SHOWN = 25


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folders", nargs="*", type=Path, default=[CORPUS])
    options.add_argument("--profile", action="store_true")
    chosen = options.parse_args()
    os.environ["OMP_NUM_THREADS"] = "1"
    structures = understood(chosen.folders)
    words = sum(len(structure.document.text.split()) for structure in structures)
    print(f"{len(structures)} papers, {words:,} words")
    if chosen.profile:
        profiled(structures)
        return 0
    for trained, name in ((False, "by rules alone"), (True, "with the trained pipeline")):
        with get_context("spawn").Pool(1) as pool:
            found, spent = pool.apply(timed, (structures, trained))
        total = sum(spent.values())
        print(f"\n{name}: {words / total:,.0f} words/s ({total:.2f} s, {sum(found.values()):,} facts)")
        for kind, seconds in sorted(spent.items(), key=lambda one: -one[1]):
            print(f"  {kind:<14} {words / max(seconds, 1e-6):>12,.0f} words/s {100 * seconds / total:5.1f} % {found[kind]:>7,} facts")
    return 0


def understood(folders: Sequence[Path]) -> list[Structure]:
    """Papers read, divided and split; what cannot be read is left out."""
    from pipeline.errors import SourceError
    from pipeline.fetch.folder import fetch
    from pipeline.kinds import divide
    from pipeline.read import read
    from pipeline.split import split

    made = []
    for source in fetch(folders):
        if not isinstance(source, SourceError):
            document = read(source)
            made.append(split(document, divide(document)))
    return made


def timed(structures: Sequence[Structure], trained: bool) -> tuple[dict[str, int], dict[str, float]]:
    """Facts and processor seconds of each extractor, in the order in which they run; models are loaded before."""
    from pipeline.extract import EXTRACTORS
    from pipeline.extract.nlp import load

    nlp = load(trained)
    if nlp.trained is not None:
        nlp.trained("The Aldermere Forum meets in Thornwick.")
    found: dict[str, int] = defaultdict(int)
    spent: dict[str, float] = defaultdict(float)
    for structure in structures:
        for kind, find in EXTRACTORS.items():
            begun = time.process_time()
            found[kind] += sum(1 for _ in find(structure, nlp))
            spent[kind] += time.process_time() - begun
    return dict(found), dict(spent)


def profiled(structures: Sequence[Structure]) -> None:
    profile = cProfile.Profile()
    profile.runcall(timed, structures, False)
    pstats.Stats(profile).sort_stats("tottime").print_stats(SHOWN)


if __name__ == "__main__":
    sys.exit(main())
