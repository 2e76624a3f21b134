"""A cold `matters ask`, from process start to printed answer, beside the same question through plain sentence-transformers.

python -m bench.ask [FOLDER] [--runs 7]

Both commands run in turn, so that a machine whose speed drifts is fair to both. The other command loads the model, embeds the
question, compares it with the stored vectors of the same library and prints the nearest passage: what a short script would do.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from pipeline.build import ingest
from pipeline.config import settings
from pipeline.store import open_library

CORPUS = Path(__file__).parents[1] / "corpus" / "papers"
QUESTION = "what did we commit on supported living?"
PLAIN = """
import sqlite3, sys, numpy
from pipeline.embed.models import load
rows = sqlite3.connect(sys.argv[1] + "/library.db").execute(
    "SELECT p.text, v.vector FROM passages p JOIN meanings m ON m.passage_id = p.id JOIN vectors v ON v.hash = m.hash").fetchall()
vectors = numpy.stack([numpy.frombuffer(v, dtype="<f4") for _, v in rows])
print(rows[int((vectors @ load("all-MiniLM-L6-v2").encode(sys.argv[2])).argmax())][0])
"""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", nargs="?", type=Path, default=CORPUS)
    options.add_argument("--runs", type=int, default=7)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        with open_library(Path(folder), create=True) as library:
            ingest([chosen.folder], library, settings())
        ours = [sys.executable, "-m", "pipeline.cli", "ask", QUESTION, "--library", folder]
        plain = [sys.executable, "-c", PLAIN, folder, QUESTION]
        times: list[tuple[float, float]] = [(seconds(ours), seconds(plain)) for _ in range(chosen.runs + 1)][1:]
    mine, theirs = zip(*times, strict=True)
    print(f"cold `matters ask`: median {statistics.median(mine):.2f} s of {chosen.runs} ({min(mine):.2f} to {max(mine):.2f})")
    print(f"plain sentence-transformers: median {statistics.median(theirs):.2f} s; ratio {statistics.median(b / a for a, b in times):.1f}")


def seconds(command: list[str]) -> float:
    begun = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - begun


if __name__ == "__main__":
    sys.exit(main())
