"""Pages chosen at random beside what was extracted from them, for a person to judge; and the score of what they judged.

    python -m bench.sheet draw LIBRARY FOLDER ... --out DIR [--pages 5] [--seed 2026]
    python -m bench.sheet score docs/sheets/facts.csv

`draw` writes a text for each page: its words, then the facts whose quote begins on it. A text without pages is cut into
stretches of about a page. `score` counts verdicts by kind: found and wrong are of what was extracted, missed is not there.
Papers are named by folder and number in the order of their names, so that a sheet can be kept without their words.
A sheet's columns: draw, paper, page, kind, fact, verdict, count, mended (how many of them the rules get right since), note.
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from pipeline.model.answers import FactRow, Filters
from pipeline.store import open_library
from pipeline.store.library import SqliteLibrary

KINDS = ("decisions", "actions", "attendance", "declarations", "questions", "reports", "agenda", "figures", "commitments", "inspections",
         "indicators", "tables", "entities")  # fmt: skip
FEWEST_CHARACTERS = 300
"""A page with fewer is a cover or a blank."""
PAGE = 3000
"""Characters of a page's stretch of a text that has none."""
HIDDEN = ("rows", "checks", "restatements", "followed_by")
VERDICTS = ("found", "wrong", "missed")


class Sheet(NamedTuple):
    """A page, or a stretch of a text without pages: characters `start` to `end` of stored page `at`."""

    name: str
    document: str
    at: int
    start: int
    end: int


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    told = options.add_subparsers(dest="what", required=True)
    drawing = told.add_parser("draw")
    drawing.add_argument("library", type=Path)
    drawing.add_argument("folders", nargs="+")
    drawing.add_argument("--out", type=Path, required=True)
    drawing.add_argument("--pages", type=int, default=5)
    drawing.add_argument("--seed", type=int, default=2026)
    told.add_parser("score").add_argument("file", type=Path)
    chosen = options.parse_args()
    if chosen.what == "score":
        score(chosen.file)
    else:
        draw(chosen.library, chosen.folders, chosen.pages, chosen.seed, chosen.out)
    return 0


def draw(folder: Path, folders: Sequence[str], pages: int, seed: int, out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    with open_library(folder) as library:
        for name in folders:
            for sheet in random.Random(f"{seed} {name}").sample(list(sheets(library, name)), pages):
                (out / f"{sheet.name}.txt").write_text(written(library, sheet), encoding="utf-8")
                print(sheet.name)


def sheets(library: SqliteLibrary, folder: str) -> Iterator[Sheet]:
    """Every page of a folder's papers with enough words."""
    papers = [document for document in library.stored_documents() if document.name.startswith(f"{folder}/")]
    for number, document in enumerate(papers, 1):
        for page in library.stored_pages(document.id):
            paged = library.page(document.id, page.idx).number is not None
            for start in range(0, len(page.text), max(1, len(page.text)) if paged else PAGE):
                end = len(page.text) if paged else min(start + PAGE, len(page.text))
                if end - start >= FEWEST_CHARACTERS:
                    place = page.idx + 1 if paged else 1 + start // PAGE
                    yield Sheet(f"{folder}-{number:02}-{place:03}", document.name, page.idx, start, end)


def written(library: SqliteLibrary, sheet: Sheet) -> str:
    """The words of a page and the facts that begin on it."""
    (document,) = (one for one in library.stored_documents() if one.name == sheet.document)
    text = library.page(document.id, sheet.at).text[sheet.start : sheet.end]
    lines = [sheet.document, f"page {sheet.at + 1}", "", text, ""]
    for kind in KINDS:
        lines += [told(row) for row in library.facts(kind, Filters(document=sheet.document)) if begins(row, sheet)]
    return "\n".join(lines)


def begins(row: FactRow, sheet: Sheet) -> bool:
    first = row.standing.places[0]
    return row.standing.document == sheet.document and first.page == sheet.at and sheet.start <= first.start < sheet.end


def told(row: FactRow) -> str:
    own = {name: value for name, value in row.fields.items() if name not in HIDDEN and value not in (None, "", [], False)}
    quote = " ".join(row.quote.split())
    return f"[{row.kind}] {row.id} {own}" + ("" if row.kind in ("entities", "figures") and len(quote) < 4 else f"\n    « {quote[:300]} »")


def score(file: Path) -> None:
    """Counts by kind; the share of what was extracted that is right, and of what is there that was found: as judged, and mended since."""
    counts: Counter[tuple[str, str]] = Counter()
    with file.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            counts[row["kind"], row["verdict"]] += int(row["count"])
            counts[row["kind"], f"{row['verdict']} and mended"] += int(row["mended"] or 0)
    print("| kind | found | wrong | missed | right of extracted | found of there | right, mended | found, mended |")
    print("|---|---|---|---|---|---|---|---|")
    for kind in [kind for kind in KINDS if any(name == kind for name, _ in counts)]:
        found, wrong, missed = (counts[kind, verdict] for verdict in VERDICTS)
        left, back = wrong - counts[kind, "wrong and mended"], counts[kind, "missed and mended"]
        told = (share(found, found + wrong), share(found, found + missed), share(found, found + left), share(found + back, found + missed))
        print(f"| {kind} | {found} | {wrong} | {missed} | {' | '.join(told)} |")


def share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else "-"


if __name__ == "__main__":
    sys.exit(main())
