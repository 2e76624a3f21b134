"""How many of the pairs of statements that a person found `matters changes` lists, and with the right nature.

    python -m bench.changes LIBRARY GOLD/cross/contradictions.jsonl [--misses]

A line of the file: {"nature", "a": {"doc", "quote"}, "b": {"doc", "quote"}}; `doc` is the start of a paper's file name. A listed
pair is that pair when each of its quotes holds, or is held by, one of the two, or shares most of its words with it.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from pathlib import Path
from typing import Any

from pipeline.lookup.changes import Change, Side, changes
from pipeline.model.answers import Filters
from pipeline.store import open_library

ALIKE = 0.7
"""Share of the shorter quote's words that makes two quotes one statement."""


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("library", type=Path)
    options.add_argument("gold", type=Path)
    options.add_argument("--misses", action="store_true")
    chosen = options.parse_args()
    gold = [json.loads(line) for line in chosen.gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    begun = time.perf_counter()
    with open_library(chosen.library) as library:
        listed = [change for change in changes(library, Filters()) if change.b]
    seconds = time.perf_counter() - begun
    told = [_natures(pair, listed) for pair in gold]
    right = [pair["nature"] in natures for pair, natures in zip(gold, told, strict=True)]
    print(json.dumps({
        "pairs": len(gold), "listed": sum(map(bool, told)), "right_nature": sum(right), "share": round(sum(right) / len(gold), 3),
        "changes": dict(Counter(change.nature for change in listed)), "seconds": round(seconds, 1),
    }))  # fmt: skip
    if chosen.misses:
        for number, (pair, natures) in enumerate(zip(gold, told, strict=True), 1):
            print(number, pair["nature"], "listed as", ", ".join(sorted(natures)) or "nothing", "|", pair.get("subject", ""))
    return 0


def _natures(pair: dict[str, Any], listed: list[Change]) -> set[str]:
    """What the pair is listed as."""
    a, b = pair["a"], pair["b"]
    return {change.nature for change in listed if change.b and any(_is(x, change.a) and _is(y, change.b) for x, y in ((a, b), (b, a)))}


def _is(told: dict[str, Any], side: Side) -> bool:
    if not Path(side.citation.document).name.startswith(told["doc"]):
        return False
    gold, found = (re.findall(r"\w+", text.lower()) for text in (told["quote"], side.citation.quote))
    short, long = sorted((set(gold), set(found)), key=len)
    return len(short & long) >= ALIKE * len(short) if short else False


if __name__ == "__main__":
    raise SystemExit(main())
