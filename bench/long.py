"""Memory and time of one long file: does a pack of 3,000 pages need more than one of 300?

python -m bench.long [PDF ...] [--pages 300 3000]

The pages of the PDFs given (the sample papers) are put one behind the other until there are enough, and the file is ingested without
embedding by a command of its own. Printed are the largest resident sizes: of any one process, and what each further page adds.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import cycle, islice
from pathlib import Path
from typing import NamedTuple

from pypdf import PdfReader, PdfWriter

CORPUS = Path(__file__).parents[1] / "corpus" / "papers"


class Taken(NamedTuple):
    seconds: float
    megabytes: float


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("papers", nargs="*", type=Path, default=sorted(CORPUS.glob("*.pdf")))
    options.add_argument("--pages", nargs="+", type=int, default=[300, 3000])
    chosen = options.parse_args()
    sizes = []
    for count in chosen.pages:
        with tempfile.TemporaryDirectory() as folder:
            taken = ingested(joined(chosen.papers, count, Path(folder) / "long.pdf"), Path(folder) / "library")
        sizes.append((count, taken.megabytes))
        speed = f"{taken.seconds:.0f} s, {count / taken.seconds:.1f} pages/s"
        print(f"{count} pages: {speed}, largest process {taken.megabytes:.0f} MB", flush=True)
    (least, before), (most, after) = sizes[0], sizes[-1]
    if most > least:
        print(f"each further page adds {1024 * (after - before) / (most - least):.0f} KB")


def joined(papers: Sequence[Path], count: int, target: Path) -> Path:
    """A PDF of so many pages, those of the papers in turn."""
    pages = [page for paper in papers for page in PdfReader(paper).pages]
    writer = PdfWriter()
    for page in islice(cycle(pages), count):
        writer.add_page(page)
    writer.write(target)
    return target


def ingested(paper: Path, library: Path) -> Taken:
    """Ingests in a process of its own and waits for it: its time, and the largest resident size of it and its workers."""
    command = [sys.executable, "-m", "pipeline.cli", "ingest", str(paper), "--library", str(library), "--no-embed", "--seconds", "36000"]
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    largest = 0.0
    while process.poll() is None:
        largest = max([largest, *map(resident, family(process.pid))])
        time.sleep(0.05)
    if process.returncode:
        raise SystemExit(process.stderr.read().decode() if process.stderr else "ingest failed")
    return Taken(time.perf_counter() - begun, largest)


def family(pid: int) -> list[int]:
    """The process and its descendants (Linux)."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:
        return [pid]
    return [pid, *(one for child in children for one in family(int(child)))]


def resident(pid: int) -> float:
    """Megabytes in memory; 0 where the process is gone."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
    except OSError:
        return 0.0


if __name__ == "__main__":
    main()
