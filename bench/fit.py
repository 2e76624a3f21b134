#!/usr/bin/env python3
"""Fits the weights of ranking (pipeline/lookup/finding/weights.toml) on question files, with cross-validation over papers.

    python -m bench.fit --library LIB QUESTIONS.jsonl... [--unanswerable FILE...] [--further LIB2 FOLDER] [--write]

A table of weights is fitted as a softmax over the candidates of each question (the chance of a candidate that holds the
evidence), drawn towards the first guesses by `--ridge`, so that few questions move them little. What it prints is
measured on papers that the weights were not fitted on; `--write` then fits on all of them.
"""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from bench.declining import ANSWERED, TAKEN, WRITTEN, Judged, fit_confidence
from pipeline.lookup.answering.confidence import signs
from pipeline.lookup.answering.drafts import READ_FOR_ANSWERS, candidate_sentences
from pipeline.lookup.finding import rank
from pipeline.lookup.finding.cover import Weighing
from pipeline.lookup.finding.rank import WEIGHTS, Read
from pipeline.lookup.finding.search import Ranked, asked, ranked
from pipeline.lookup.finding.views import weigh
from pipeline.lookup.scoring.eval import _rows
from pipeline.lookup.scoring.evidence import Evidence, Papers
from pipeline.lookup.scoring.measure import PASSAGE, holds, norm, overlap, placed, says
from pipeline.lookup.told.known import known
from pipeline.lookup.understanding.question import Question
from pipeline.model.answers import Filters
from pipeline.model.ports import Library
from pipeline.store import open_library

FIRST = Path(__file__).with_name("first_weights.toml")
"""Weights set by hand, to which the fitted ones are drawn, so that fitting twice gives the same."""
DEPTH, STEPS, RATE = 60, 400, 0.05
FOLDS = 5
"""Into which the questions of one folder are cut."""
SENTENCE_SHARE = 0.5
"""A sentence holds the evidence when it has this share of its words, or the evidence this share of the sentence's."""


@dataclass(frozen=True)
class Case:
    """The candidates of one question: features by row, and which are right."""

    paper: str
    features: np.ndarray
    right: np.ndarray


@dataclass(frozen=True)
class Answered:
    """A question with what was found for it."""

    paper: str
    question: Question
    some: Weighing
    found: list[Ranked]
    sets: list[list[Evidence]]
    wanted: list[str]
    outright: bool = False
    """Facts answer it, whatever the confidence."""


def found_for(library: Library, papers: Papers, files: Sequence[Path]) -> list[Answered]:
    made = []
    for file in files:
        for row in _rows(file):
            question = asked(library, row["question"], Filters())
            some = weigh(library, question)
            sets = papers.evidence(row) if row.get("evidence") else []
            found = ranked(library, question, some)[:DEPTH]
            outright = bool(known(library, question, some))
            made.append(Answered(file.parent.name, question, some, found, sets, row.get("must_include", []), outright))
    return made


def holds_evidence(read: Read, sets: Sequence[Sequence[Evidence]]) -> list[Evidence]:
    row = read.view.row
    text = placed(row.text[:PASSAGE], row.standing.section)
    return [e for some in sets for e in some if e.of(row.standing.document) and holds(text, e.quote, e.context, once=e.once)]


def passage_cases(reads: Sequence[Answered], names: Sequence[str]) -> Iterator[Case]:
    for one in reads:
        features = np.array([[hit.read.features.get(name, 0.0) for name in names] for hit in one.found])
        yield Case(one.paper, features, np.array([bool(holds_evidence(hit.read, one.sets)) for hit in one.found], dtype=float))


def sentence_cases(reads: Sequence[Answered], names: Sequence[str]) -> Iterator[Case]:
    """All sentences of the best passages of a question, with how far behind their passage is."""
    for one in reads:
        rows, right = [], []
        for hit, at, features in candidate_sentences(one.found[:READ_FOR_ANSWERS]):
            proofs = holds_evidence(hit.read, one.sets)
            text = hit.read.view.sentences[at].text
            rows.append([features.get(name, 0.0) for name in names])
            right.append(any(max(overlap(e.quote, text), overlap(text, e.quote)) >= SENTENCE_SHARE for e in proofs))
        yield Case(one.paper, np.array(rows).reshape(len(rows), len(names)), np.array(right, dtype=float))


def fitted(cases: Sequence[Case], start: np.ndarray, ridge: float) -> np.ndarray:
    """Weights that make the right candidates likely; Adam on the softmax loss."""
    weights, first, second = start.copy(), np.zeros_like(start), np.zeros_like(start)
    cases = [c for c in cases if 0 < c.right.sum() < len(c.right)]
    for step in range(1, STEPS + 1):
        gradient = ridge * (weights - start)
        for case in cases:
            scores = case.features @ weights
            likely = np.exp(scores - scores.max())
            of_right = likely * case.right
            gradient += (likely / likely.sum() - of_right / of_right.sum()) @ case.features / len(cases)
        first, second = 0.9 * first + 0.1 * gradient, 0.99 * second + 0.01 * gradient**2
        weights = weights - RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return weights


def recall(cases: Sequence[Case], weights: np.ndarray, depth: int) -> float:
    """Share of questions with a right candidate among the first `depth`."""
    hits = [bool(case.right[np.argsort(-(case.features @ weights), kind="stable")[:depth]].any()) for case in cases if len(case.right)]
    return sum(hits) / len(hits)


def crossed(cases: Sequence[Case], fit: Callable[[Sequence[Case]], np.ndarray], depth: int) -> float:
    """The same, each paper's questions ranked by weights fitted on the other papers."""
    total = 0.0
    for paper in {case.paper for case in cases}:
        held = [case for case in cases if case.paper == paper]
        total += recall(held, fit([case for case in cases if case.paper != paper]), depth) * len(held)
    return total / len(cases)


def fit_table(table: str, cases: Sequence[Case], names: Sequence[str], ridge: float) -> dict[str, float]:
    start = np.array([tomllib.loads(FIRST.read_text(encoding="utf-8"))[table].get(name, 0.0) for name in names])
    fit = lambda some: fitted(some, start, ridge)  # noqa: E731  # the same fit on each fold
    for depth in (1, 5):
        told = f"first guess {recall(cases, start, depth):.3f}, fitted on other papers {crossed(cases, fit, depth):.3f}"
        print(f"{table:10} @{depth}: {told}")
    return dict(zip(names, map(float, fit(cases)), strict=True))


def without_evidence(reads: Sequence[Answered]) -> list[Answered]:
    """The same questions where the passages with their evidence are gone: right topic, no answer."""
    return [replace(one, found=[hit for hit in one.found if not says_it(hit.read, one)]) for one in reads]


def says_it(read: Read, one: Answered) -> bool:
    short = norm(read.view.text)
    return bool(holds_evidence(read, one.sets)) or all(says(wanted, short) for wanted in one.wanted)


def judged(some: Sequence[Answered], library: str, kind: str, names: Sequence[str]) -> list[Judged]:
    """The signs of each question that facts do not answer; the questions of a library of one folder are told apart by turns."""
    single = len({one.paper for one in some}) == 1
    made = []
    for at, one in enumerate(one for one in some if not one.outright):
        found = signs(one.question, one.some, one.found) if one.found and one.some else {}
        fold = str(at % FOLDS) if single else one.paper
        made.append(Judged(library, f"{library} {fold}", kind, np.array([1.0, *(found.get(name, 0.0) for name in names)])))
    return made


def write(tables: Mapping[str, Mapping[str, float]]) -> None:
    lines = ["# What each feature counts (see rank.py, statements.py, confidence.py). Fitted by bench/fit.py: do not edit by hand."]
    for table, found in tables.items():
        lines += ["", f"[{table}]", *(f"{name} = {value:.3f}" for name, value in found.items())]
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    rank.weights.cache_clear()


@dataclass(frozen=True)
class Shelf:
    """A library with the questions that are asked of it."""

    library: Path
    files: Sequence[Path]
    unanswerable: Sequence[Path]

    def read(self, files: Sequence[Path]) -> list[Answered]:
        with open_library(self.library) as library:
            return found_for(library, Papers(library), files)


def shelves(given: argparse.Namespace) -> list[Shelf]:
    """The library and its files, and those of each `--further`: the files of a folder whose name says that they have no answer are such."""
    more = []
    for library, folder in given.further:
        files = sorted(Path(folder).glob("*.jsonl"))
        more.append(Shelf(Path(library), *([f for f in files if f.name.startswith("unanswerable") is bad] for bad in (False, True))))
    return [Shelf(given.library, given.files, given.unanswerable), *more]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--library", type=Path, required=True)
    parser.add_argument("--unanswerable", nargs="*", type=Path, default=[])
    parser.add_argument("--further", nargs=2, action="append", default=[], metavar=("LIBRARY", "FOLDER"))
    parser.add_argument("--ridge", type=float, default=0.02)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--tables", default="sentence,passage,confidence", help="Which tables to fit.")
    given = parser.parse_args()
    tables: dict[str, Mapping[str, float]] = dict(tomllib.loads(WEIGHTS.read_text(encoding="utf-8")))
    all_shelves = shelves(given)
    for table, cases_of in (("passage", passage_cases), ("sentence", sentence_cases)):
        if table not in given.tables:
            continue
        reads = [one for shelf in all_shelves for one in shelf.read(shelf.files)]
        names = list(tomllib.loads(FIRST.read_text(encoding="utf-8"))[table])
        tables[table] = fit_table(table, list(cases_of(reads, names)), names, given.ridge)
        if given.write:
            write(tables)
    if "confidence" not in given.tables:
        return
    names = [name for name in tables["confidence"] if name != "bias"]
    cases = []
    for shelf in all_shelves:
        reads, bad = shelf.read(shelf.files), shelf.read(shelf.unanswerable)
        for kind, some in ((ANSWERED, reads), (WRITTEN, bad), (TAKEN, without_evidence(reads))):
            cases += judged(some, shelf.library.name, kind, names)
    tables["confidence"] = fit_confidence(cases, names)
    if given.write:
        write(tables)


if __name__ == "__main__":
    main()
