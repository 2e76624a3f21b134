"""Reading PDFs, measured: pages a second, peak memory, words in their order, cells of tables; beside pdfplumber and pypdf.

    python -m bench.read ../shared/papers/pdf --words ../shared/papers/text --gold ../shared/gold

PDFs (files or folders) are read by each reader in two processes (`--processes`); `matters` reads, divides and splits. Pages a second
are those of all processes by the clock, the memory is that of the largest. `--words` names a folder with a text of the same name for
each PDF: the share of its words found in their order (longest matching blocks). `--gold` names a folder with the tables of papers
(NNN/tables.jsonl for the PDF NNN-...): the share of their cells found in the row of their label. Other cells are counted on tables
that this script prints itself, ruled and unruled, so that the truth is known.
"""

from __future__ import annotations

import argparse
import difflib
import json
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

Row = dict[str, Any]
Grid = list[list[str]]
Pages = Iterator[tuple[str, list[Grid]]]
"""Text and tables of each page."""
SERVICES = ("Older people", "Learning disability", "Mental health", "Day centres", "Home care", "Supported living", "Carers", "Transport")
STYLES = ("grid", "rows", "header and total", "banded", "none")
TABLES = 40


def ours(path: Path) -> Pages:
    """Pages as read; the tables of the whole file, as split makes them, with its first page."""
    from pipeline.kinds import divide
    from pipeline.model.documents import Source
    from pipeline.read.pdf import read
    from pipeline.split import split

    document = read(Source(path, path.name, "0", path.stat().st_size), ocr=False)
    made = split(document, divide(document))
    joined = [[[table.label_column or "", *table.columns], *([row.label, *row.cells] for row in table.rows)] for table in made.tables]
    for index in range(len(document.pages)):
        blocks = [block for block in document.blocks if block.page == index and block.kind != "furniture"]
        grids = [[[cell.text if cell else "" for cell in row] for row in block.grid.rows] for block in blocks if block.grid]
        yield "\n".join(document.text[block.start : block.end] for block in blocks), grids + (joined if index == 0 else [])


def by_pdfplumber(path: Path) -> Pages:
    import pdfplumber

    with pdfplumber.open(path) as document:
        for page in document.pages:
            grids = [[[" ".join((cell or "").split()) for cell in row] for row in table] for table in page.extract_tables()]
            yield page.extract_text() or "", grids
            page.close()


def by_pypdf(path: Path) -> Pages:
    from pypdf import PdfReader

    for page in PdfReader(path).pages:
        yield page.extract_text(), []


READERS: dict[str, Callable[[Path], Pages]] = {"matters": ours, "pdfplumber": by_pdfplumber, "pypdf": by_pypdf}


def words(text: str) -> list[str]:
    """Words without mark-up and list markers; those broken at a line end with a hyphen are joined."""
    text = re.sub(r"\*\*|<[^>]{1,8}>", "", text)
    text = re.sub(r"(?<=\w)[-\u00ad]\s*\n\s*(?=\w)", "-", text)
    return [word for word in re.findall(r"[\w£%.,'’()/&]+", text) if re.search(r"\w", word)]


def in_order(truth: str, found: str) -> tuple[int, int]:
    """How many words of the truth stand in the found text in their order, and how many there are."""
    expected = words(truth)
    matcher = difflib.SequenceMatcher(None, expected, words(found), autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks()), len(expected)


def printed(folder: Path, seed: int = 7) -> Iterator[tuple[Path, Grid]]:
    """Tables of an invented council, one a page, in each style."""
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Table, TableStyle

    rules: dict[str, list[tuple[object, ...]]] = {
        "grid": [("GRID", (0, 0), (-1, -1), 0.5, colors.black)],
        "rows": [("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.black), ("LINEABOVE", (0, 0), (-1, 0), 0.5, colors.black)],
        "header and total": [("LINEBELOW", (0, 0), (-1, 0), 0.5, colors.black), ("LINEABOVE", (0, -1), (-1, -1), 0.5, colors.black)],
        "banded": [("ROWBACKGROUNDS", (0, 0), (-1, -1), [colors.white, colors.whitesmoke])],
        "none": [],
    }
    chance = random.Random(seed)
    for i in range(TABLES):
        style = STYLES[i % len(STYLES)]
        width, height = chance.randint(3, 7), chance.randint(4, len(SERVICES))
        head = ["Service", *(f"{2029 + c}/{30 + c} £m" for c in range(width - 1))]
        body = [[name, *(_figure(chance) for _ in head[1:])] for name in SERVICES[:height]]
        grid = [head, *body]
        path = folder / f"{i:02d}-{style.replace(' ', '-')}.pdf"
        canvas = Canvas(str(path), pagesize=A4)
        canvas.drawString(60, 780, "The table shows what the services of the council cost in each year and what was planned.")
        table = Table(grid)
        table.setStyle(TableStyle([("ALIGN", (1, 0), (-1, -1), "RIGHT"), ("FONT", (0, 0), (-1, 0), "Helvetica-Bold"), *rules[style]]))
        _, tall = table.wrap(480, 700)
        table.drawOn(canvas, 60, 760 - tall)
        canvas.drawString(60, 700 - tall, "Members noted the forecast and asked for a further report on the pressures in the autumn.")
        canvas.save()
        yield path, grid


def _figure(chance: random.Random) -> str:
    value = chance.uniform(-9, 180)
    return chance.choice([f"{value:,.3f}", f"({abs(value):.1f})", "-", "", f"{value * 1000:,.0f}"])


def cells_right(truth: Grid, found: list[Grid]) -> int:
    """Cells that stand in the right row and column of one of the tables found."""
    best = 0
    for grid in found:
        rows = {row[0]: row for row in grid if row}
        right = sum(sum(a == b for a, b in zip(row, rows.get(row[0], []), strict=False)) for row in truth)
        best = max(best, right)
    return best


def gold_cells(file: Path, found: list[Grid]) -> tuple[int, int]:
    """How many printed cells of the gold tables stand in a row that begins with their label, and how many there are."""
    rows: dict[str, list[Counter[str]]] = {}
    for row in (row for grid in found for row in grid if row):
        rows.setdefault(_same(row[0]), []).append(Counter(map(_same, row[1:])))
    right = total = 0
    for table in map(json.loads, file.read_text(encoding="utf-8").splitlines()):
        for row in table["rows"]:
            cells = Counter(_same(cell) for cell in row["cells"] if cell and cell.strip())
            total += cells.total()
            right += max(((cells & other).total() for other in rows.get(_same(row["label"] or ""), [])), default=0)
    return right, total


def _same(text: str) -> str:
    return " ".join(text.replace("*", "").split()).casefold()


def measure(name: str, paths: list[Path], truths: Path | None, gold: Path | None) -> Row:
    """One reader over some files; run in a process of its own, so that the memory is its own. Counts to be added up."""
    read, told, pages, cells = READERS[name], [0, 0], 0, [0, 0]
    seconds = busy = 0.0
    for path in paths:
        began, started = time.perf_counter(), time.process_time()
        found = list(read(path))
        seconds, busy = seconds + time.perf_counter() - began, busy + time.process_time() - started
        pages += len(found)
        text = truths / f"{path.stem}.txt" if truths else None
        if text and text.exists():
            told = _added(told, in_order(text.read_text(encoding="utf-8"), "\n".join(page for page, _ in found)))
        tables = gold / path.stem[:3] / "tables.jsonl" if gold else None
        if tables and tables.exists():
            cells = _added(cells, gold_cells(tables, [grid for _, grids in found for grid in grids]))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"pages": pages, "busy": busy, "peak": peak, "words": told, "gold": cells, "seconds": seconds}


def _added(a: list[int], b: tuple[int, int]) -> list[int]:
    return [a[0] + b[0], a[1] + b[1]]


def on_printed(name: str) -> dict[str, float]:
    """Share of the cells found of the tables that this script prints, by style."""
    with tempfile.TemporaryDirectory() as folder:
        scores: dict[str, list[int]] = {}
        for path, grid in printed(Path(folder)):
            score = scores.setdefault(path.stem[3:], [0, 0])
            score[0] += cells_right(grid, [table for _, tables in READERS[name](path) for table in tables])
            score[1] += sum(map(len, grid))
    return {style: round(a / b, 3) for style, (a, b) in scores.items()}


def together(name: str, files: list[Path], processes: int, more: list[str]) -> Row:
    """One reader over all files in so many processes, the largest files dealt out first."""
    dealt = sorted(files, key=lambda file: -file.stat().st_size)
    shares = [share for share in (dealt[n::processes] for n in range(processes)) if share]
    command = [sys.executable, "-m", "bench.read", "--alone", name, *more]
    running = [subprocess.Popen([*command, *map(str, share)], stdout=subprocess.PIPE, text=True) for share in shares]
    rows = [json.loads(process.communicate()[0]) for process in running]
    pages, busy = sum(row["pages"] for row in rows), sum(row["busy"] for row in rows)
    row = {"reader": name, "processes": len(rows), "pages": pages, "peak_mb": round(max(row["peak"] for row in rows))}
    row["pages_per_second"] = round(pages / max(row["seconds"] for row in rows), 1)
    row["pages_per_cpu_second"] = round(pages / busy, 1)
    for share, key in (("words_in_order", "words"), ("gold_cells", "gold")):
        right, total = (sum(each[key][n] for each in rows) for n in (0, 1))
        row |= {share: round(right / total, 4)} if total else {}
    return {**row, "cells": on_printed(name)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--words", type=Path)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--readers", default=",".join(READERS))
    parser.add_argument("--alone", help=argparse.SUPPRESS)
    options = parser.parse_args()
    files = [file for path in options.paths for file in (sorted(path.glob("*.pdf")) if path.is_dir() else [path])]
    if options.alone:
        print(json.dumps(measure(options.alone, files, options.words, options.gold)))
        return
    more = [each for name in ("words", "gold") if getattr(options, name) for each in (f"--{name}", str(getattr(options, name)))]
    for name in options.readers.split(","):
        print(json.dumps(together(name, files, options.processes, more)), flush=True)


if __name__ == "__main__":
    main()
